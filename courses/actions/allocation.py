"""Runs of the allocation: made as a job, previewed, approved by a second person, followed up in order (A2, A3)."""

import secrets

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, jobs, versions
from amo.models import JobRun, Membership, Role
from courses import portfolio_rows
from courses.actions import letters
from courses.actions.offering import locked_wishes, make_offers
from courses.actions.policies import policy_row, to_policy
from courses.actions.seats import lock_intakes, lock_window
from courses.allocation_data import TRIED, Round, awaiting_plan, intakes_of, load
from courses.engines.allocation import WishOutcome, allocate
from courses.models import (
    AllocationDecision,
    AllocationRun,
    AllocationWindow,
    Application,
    Intake,
    PolicyVersion,
    Wish,
)

JOB = "courses.allocation"
Outcome = AllocationDecision.Outcome
OUTCOMES = {
    "placed": Outcome.PLACED,
    "full": Outcome.WAITING,
    "blocked": Outcome.BLOCKED,
    "closed": Outcome.NOT_NEEDED,
    "held": Outcome.HELD,
}
WISH_STATUS = {Outcome.PLACED: Wish.Status.OFFERED, Outcome.WAITING: Wish.Status.WAITING}
BATCH = 2000


def _county_only(window: AllocationWindow, by: Membership) -> None:
    if by.role != Role.COUNTY_STAFF or by.county_id != window.county_id:
        raise PermissionDenied


@transaction.atomic
def start_run(*, window: AllocationWindow, by: Membership) -> JobRun:
    """Queue a run over the window as a job. Raises ValidationError when one is already waiting or running."""
    window = lock_window(window.pk)
    _county_only(window, by)
    if (
        not Application.objects.filter(window=window, wishes__status__in=TRIED)
        .exclude(status__in=[Application.Status.DRAFT, Application.Status.WITHDRAWN])
        .exclude(pk__in=awaiting_plan(window))
        .exists()
    ):
        raise ValidationError(_("Ingen søknader venter på plass i denne tildelingsrunden."))
    arguments = {"window": str(window.public_id)}
    if JobRun.objects.filter(kind=JOB, arguments=arguments, finished_at=None).exists():
        raise ValidationError(_("Et forslag for denne tildelingsrunden er allerede under arbeid."))
    return jobs.start(JOB, _("Forslag til fordeling: %(window)s") % {"window": window}, by=by, arguments=arguments)


def run_job(job_run: JobRun) -> dict:
    """The job itself; a run that a killed worker had finished is found again, not made twice."""
    window = AllocationWindow.objects.get(public_id=job_run.arguments["window"])
    run = AllocationRun.objects.filter(job=job_run).first()
    if run is None:
        run = run_allocation(window=window, by=job_run.membership, job=job_run)
    return {"url": run.get_absolute_url(), "label": _("Se forslaget")}


@transaction.atomic
def run_allocation(
    *, window: AllocationWindow, by: Membership, seed: str | None = None, job: JobRun | None = None
) -> AllocationRun:
    """Make and store a proposal; nothing moves before it is approved. seed: hexadecimal, random when not given."""
    window = lock_window(window.pk)
    _county_only(window, by)
    day = clock.today()
    loaded = load(window, day=day)
    run = AllocationRun(
        window=window,
        policy=policy_row(engine=PolicyVersion.Engine.ALLOCATION, day=day),
        seed=seed or secrets.token_hex(16),
        inputs={
            "day": day.isoformat(),
            "intakes": loaded.inputs,
            "awaiting_plan": awaiting_plan(window).count(),
        },
        job=job,
        made_by=by,
        made_at=clock.now(),
    )
    versions.save(run)
    _decide(run, loaded)
    return run


def _decide(run: AllocationRun, loaded: Round) -> list[AllocationDecision]:
    """Ask the engine and store what it decided about every wish."""
    answer = allocate(loaded.applications, loaded.intakes, seed=bytes.fromhex(run.seed), policy=to_policy(run.policy))
    decisions = [_decision(run, loaded, outcome) for outcome in answer.outcomes()]
    return AllocationDecision.objects.bulk_create(decisions, batch_size=BATCH)


def _decision(run: AllocationRun, loaded: Round, outcome: WishOutcome) -> AllocationDecision:
    wish = loaded.wish_at[outcome.application, outcome.rank]
    points = outcome.points
    cut_off = {"office_position": outcome.office_position, "tie": outcome.tie, "reason": outcome.reason}
    if outcome.cut_off:
        found = outcome.cut_off
        cut_off |= {"places": found.places, "points": found.points, "printable": found.printable}
    return AllocationDecision(
        run=run,
        wish_id=wish,
        outcome=OUTCOMES[outcome.status],
        step=outcome.step,
        reason=outcome.reason,
        points={
            "fit": points.fit,
            "waiting": points.waiting,
            "refusals": points.refusals,
            "courses": points.courses,
            "total": points.total,
        },
        cut_off=cut_off,
        position=outcome.position,
        facts=loaded.facts[wish],
    )


@transaction.atomic
def approve_run(*, run: AllocationRun, by: Membership, expected_version: int | None = None) -> AllocationRun:
    """A second person approves: offers go out in the same transaction, the rest stand on the waiting list.

    Raises ValidationError for the same person, before the deadline is out, or when the ground has moved.
    """
    window = lock_window(run.window_id)
    _county_only(window, by)
    run = _locked(run)
    versions.check(run, expected_version)
    if run.status != AllocationRun.Status.PREVIEW:
        raise ValidationError(_("Forslaget er allerede avgjort."))
    if run.made_by.user_id == by.user_id:
        raise ValidationError(_("Fordelingen må godkjennes av en annen enn den som laget den."))
    if window.deadline >= clock.today():
        raise ValidationError(
            _("Søknadsfristen er %(day)s. Fordelingen kan godkjennes når den er ute.")
            % {"day": date_format(window.deadline)}
        )
    intakes = lock_intakes([int(pk) for pk in run.inputs.get("intakes", {})])
    decisions = list(run.decisions.order_by("pk"))
    wishes = locked_wishes(decision.wish_id for decision in decisions)
    _check_ground(run, window, decisions, wishes)
    run.status, run.approved_by, run.approved_at = AllocationRun.Status.APPROVED, by, clock.now()
    versions.save(run)
    _discard_others(run)
    _carry_out(run, decisions, wishes, intakes, by)
    Intake.objects.filter(pk__in=intakes, status=Intake.Status.OPEN).update(
        status=Intake.Status.ALLOCATED, version=F("version") + 1
    )
    window.status = AllocationWindow.Status.ALLOCATED
    versions.save(window)
    return run


def _locked(run: AllocationRun) -> AllocationRun:
    runs = AllocationRun.objects.select_for_update(of=("self",))
    return runs.select_related("made_by", "policy", "window").get(pk=run.pk)


def _check_ground(run, window, decisions, wishes) -> None:
    """Refuse when places or wishes are no longer as they were when the proposal was made."""
    now = Round(intakes=intakes_of(window)).inputs
    moved = now != run.inputs.get("intakes", {})
    for decision in decisions:
        wish = wishes[decision.wish_id]
        taken_part = wish.status in TRIED and wish.application.status != Application.Status.WITHDRAWN
        moved = moved or (decision.outcome != Outcome.HELD and not taken_part)
    if moved:
        raise ValidationError(
            _("Plasser eller søknader er endret siden forslaget ble laget. Forkast det og lag et nytt.")
        )


def _carry_out(run, decisions, wishes, intakes, by) -> None:
    """Offers, waiting list and refusals of an approved run."""
    applications, placed, refused = set(), [], []
    for decision in decisions:
        wish = wishes[decision.wish_id]
        applications.add(wish.application_id)
        if decision.outcome == Outcome.PLACED:
            placed.append(wish)
        elif decision.outcome == Outcome.WAITING:
            _move(wish, Wish.Status.WAITING)
        elif decision.outcome == Outcome.BLOCKED:
            wish.refusal_reason = Wish.RefusalReason.REQUIREMENT
            _move(wish, Wish.Status.REFUSED)
            refused.append(wish.pk)
    make_offers(placed, intakes=intakes, run=run, by=by)
    letters.wishes_refused(refused, by=by)
    decided = Application.objects.filter(pk__in=applications, status=Application.Status.SUBMITTED)
    for application in decided.select_for_update(of=("self",)).order_by("pk"):
        application.status, application.decided_at = Application.Status.DECIDED, clock.now()
        versions.save(application)
    portfolio_rows.refresh({wish.application.participant_id for wish in wishes.values()})


def _move(wish: Wish, status: str) -> None:
    if wish.status != status:
        wish.status = status
        versions.save(wish)


def _discard_others(run: AllocationRun) -> None:
    others = AllocationRun.objects.filter(window=run.window_id, status=AllocationRun.Status.PREVIEW).exclude(pk=run.pk)
    for other in others.select_for_update(of=("self",)).order_by("pk"):
        other.status = AllocationRun.Status.DISCARDED
        versions.save(other)


@transaction.atomic
def discard_run(*, run: AllocationRun, by: Membership, expected_version: int | None = None) -> AllocationRun:
    """Put a proposal aside. Raises StaleVersion, and ValidationError when it is decided already."""
    window = lock_window(run.window_id)
    _county_only(window, by)
    run = _locked(run)
    versions.check(run, expected_version)
    if run.status != AllocationRun.Status.PREVIEW:
        raise ValidationError(_("Forslaget er allerede avgjort."))
    run.status = AllocationRun.Status.DISCARDED
    return versions.save(run)


def follow_up(*, window: AllocationWindow, by: Membership | None) -> AllocationRun | None:
    """Give free places on at once, in the approved order (A3). None when there is nothing to give or nobody waits.

    The window is locked by the caller. Seed, policy and facts are those of the approved run, so nobody's place in
    the order moves; applications sent later wait for the county's next run.
    """
    last = (
        AllocationRun.objects.filter(window=window, status=AllocationRun.Status.APPROVED, follows=None)
        .select_related("policy")
        .first()
    )
    if last is None:
        return None
    loaded = load(window, day=clock.today(), stored=_stored_facts(window))
    if not any(intake.capacity > sum(intake.taken.values()) for intake in loaded.intakes) or not loaded.applications:
        return None
    intakes = lock_intakes([int(intake.id) for intake in loaded.intakes])
    run = AllocationRun(
        window=window,
        status=AllocationRun.Status.APPROVED,
        policy=last.policy,
        seed=last.seed,
        inputs={"day": clock.today().isoformat(), "intakes": loaded.inputs},
        follows=last,
        made_by=by,
        made_at=clock.now(),
        approved_at=clock.now(),
    )
    versions.save(run)
    decisions = _decide(run, loaded)
    placed = [decision.wish_id for decision in decisions if decision.outcome == Outcome.PLACED]
    wishes = locked_wishes(placed)
    make_offers(wishes.values(), intakes=intakes, run=run, by=by)
    portfolio_rows.refresh({wish.application.participant_id for wish in wishes.values()})
    return run


def _stored_facts(window: AllocationWindow) -> dict[int, dict]:
    """{wish: the facts it was decided on}, of the newest approved run each."""
    decisions = AllocationDecision.objects.filter(
        run__window=window, run__status=AllocationRun.Status.APPROVED
    ).exclude(outcome__in=[Outcome.BLOCKED, Outcome.HELD])
    newest = decisions.order_by("wish", "-run__made_at", "-run").distinct("wish")
    return dict(newest.values_list("wish", "facts"))
