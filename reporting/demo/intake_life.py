"""What happens to classes beside running: a year planned, one called off with people on it, the weekly mail (C3)."""

import datetime as dt
from collections.abc import Callable

from courses.actions.endings import call_off
from courses.actions.intake_plans import plan_intakes
from courses.actions.weekly_mail import choose_mail
from courses.models import Contract, Intake, IntakeEnding
from courses.quota_proposals import BY_SHARE
from reporting.demo.world import World

PLANNED_STARTS = (28, 34, 40)
REASONS = {
    Intake.Status.CALLED_OFF: "For få søkere: bare to hadde søkt ved fristen.",
    Intake.Status.CUT_SHORT: "Kursleverandøren mistet begge lærerne og kunne ikke skaffe andre.",
}
NO_ROOMS = "Kursleverandøren har mistet lokalene på Storo og har ikke funnet andre."


def build(world: World, *, people: list, apply: Callable) -> None:
    """The facts that classes over already lack, then everything else through the app's own actions."""
    _endings(world)
    _year(world)
    _called_off(world, people, apply)
    for name in ("demo.ingrid", "demo.kari"):
        choose_mail(wanted=True, by=world.members[name])


def _endings(world: World) -> None:
    """Why the class that never began, and the one that stopped, did so."""
    for intake in Intake.objects.filter(status__in=REASONS, ending=None).order_by("code"):
        cut = intake.status == Intake.Status.CUT_SHORT
        lost = dt.timedelta(weeks=5 if cut else 0)
        decided = intake.ends_on if cut else min(intake.application_deadline, world.today)
        IntakeEnding.objects.create(
            public_id=world.uuid(),
            intake=intake,
            kind=IntakeEnding.Kind.CUT_SHORT if cut else IntakeEnding.Kind.CALLED_OFF,
            last_day=intake.ends_on if cut else None,
            reason=REASONS[intake.status],
            planned_theory_ends_on=intake.theory_ends_on,
            planned_ends_on=intake.ends_on + lost,
            decided_by=world.members["demo.marit"],
            decided_at=world.at(decided),
        )


def _row(world: World, code: str, contract, week: int, **more) -> dict:
    concept, starts_on = contract.concept, world.monday(week)
    return {
        "code": f"{code}-{starts_on:%Y}-{week:02d}",
        "starts_on": starts_on,
        "theory_ends_on": starts_on + dt.timedelta(weeks=concept.theory_weeks, days=-3),
        "ends_on": starts_on + dt.timedelta(weeks=concept.weeks, days=-3),
        "application_deadline": starts_on - dt.timedelta(weeks=4),
        "capacity": concept.class_size,
        "place": "Helsfyr",
        "district": world.offices["Gamle Oslo"],
    } | more


def _year(world: World) -> None:
    """Three classes in accounting at the provider that took over, with quotas by each office's share of the jobseekers."""
    contract = Contract.objects.get(concept=world.concepts["regnskap"], starts_on__gte=world.day(-14))
    rows = [_row(world, "REG", contract, week) for week in PLANNED_STARTS]
    plan_intakes(contract=contract, rows=rows, by=world.members["demo.marit"], quota_method=BY_SHARE)


def _called_off(world: World, people: list, apply: Callable) -> None:
    """A class some had applied for: their caseworkers have a task each."""
    contract, deadline = world.contracts["truck"], world.windows[1].deadline
    row = _row(world, "TRU", contract, 9, application_deadline=deadline, place="Storo")
    (intake,) = plan_intakes(contract=contract, rows=[row], by=world.members["demo.tore"], opened=True)
    for person in people:
        apply(world, person, [intake], world.random.randint(3, 20))
    call_off(intake=intake, reason=NO_ROOMS, by=world.members["demo.tore"])
