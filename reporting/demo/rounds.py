"""After the winter's allocation: a leftover round, a proposal with an exception, criteria as a draft, a simulation."""

import datetime as dt

from amo import jobs, workdays
from courses import leftover
from courses.actions import allocation, exceptions, policies, simulations
from courses.actions import leftover as leftover_actions
from courses.engines.allocation import AllocationPolicy
from courses.models import AllocationDecision, Intake, PolicyVersion
from reporting.demo.world import World

VACANT = "kafe"
DEADLINE_WORKING_DAYS = 4
ANSWERED = 3
Outcome = AllocationDecision.Outcome


def build(world: World) -> None:
    """Through the app's own actions, by the county's two."""
    marit = world.members["demo.marit"]
    draft = policies.draft_policy(
        engine=PolicyVersion.Engine.ALLOCATION,
        parameters=policies.numbers(AllocationPolicy("1")) | {"waiting": 35, "fit": 30},
        valid_from=world.day(30),
        note="De som har ventet lengst, skal veie mer enn sjekklista.",
        by=marit,
    )
    job_run = simulations.start_simulation(policy=draft, first_day=world.day(-365), last_day=world.day(60), by=marit)
    jobs.run(job_run.pk)
    _leftover_round(world, marit)
    _proposal_with_exception(world, marit)


def _leftover_round(world: World, by) -> None:
    """A class that few wished for starts in a month; those who got no place may choose it."""
    window = world.windows[0]
    window.refresh_from_db()
    contract = world.contracts[VACANT]
    concept, starts_on = contract.concept, world.monday(4)
    Intake.objects.create(
        public_id=world.uuid(),
        contract=contract,
        window=window,
        code=f"{VACANT[:3].upper()}-{starts_on:%Y}-90",
        starts_on=starts_on,
        theory_ends_on=starts_on + dt.timedelta(weeks=concept.theory_weeks) - dt.timedelta(days=3),
        ends_on=starts_on + dt.timedelta(weeks=concept.weeks) - dt.timedelta(days=3),
        place="Oslo",
        application_deadline=window.deadline,
        capacity=concept.class_size,
        status=Intake.Status.ALLOCATED,
    )
    round_ = leftover_actions.open_round(
        window=window,
        deadline=workdays.add_working_days(world.today, DEADLINE_WORKING_DAYS),
        open_to_others=True,
        by=by,
    )
    people = list(
        leftover.without_place([window.pk])
        .select_related("participant__office", "participant__caseworker")
        .order_by("pk")
    )
    shown = leftover.suggestions(people, world.today)
    for application in [one for one in people if shown[one.pk]][:ANSWERED]:
        person = application.participant
        leftover_actions.answer_round(
            application=application,
            round_=round_,
            wishes=shown[application.pk],
            note="",
            by=person.caseworker or person.registered_by,
        )


def _proposal_with_exception(world: World, by) -> None:
    """The round after new year, looked at early: somebody is moved, and another must approve."""
    window = world.windows[1]
    run = allocation.run_allocation(window=window, by=by, seed=f"{world.seed + 1:032x}")
    decisions = run.decisions.select_related("run", "wish").order_by("-outcome", "pk")
    decision = decisions.filter(outcome__in=[Outcome.WAITING, Outcome.PLACED]).first()
    if decision is None:
        return
    waits = decision.outcome == Outcome.WAITING
    exceptions.make_exception(
        decision=decision,
        kind=exceptions.Kind.PLACE if waits else exceptions.Kind.PASS_OVER,
        reason="Har hatt praksis på stedet, og arbeidsgiveren vil ansette etter kurset."
        if waits
        else "Har takket ja til en jobb som starter før kurset.",
        by=by,
    )
