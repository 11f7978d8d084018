"""What the days do: windows close, classes start and end, and the participations with them (tick, 05-architecture).

Every job does what is due and not done, so a worker that was away for a week catches up in one go.
"""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, Subquery

from amo import clock
from courses import portfolio_rows
from courses.actions import letters, taking_off
from courses.actions.plan_rule import task_key
from courses.actions.seats import lock_windows_of
from courses.allocation_data import HOLDING
from courses.grants import close_protected
from courses.models import (
    AllocationDecision,
    AllocationRun,
    AllocationWindow,
    Application,
    Enrolment,
    Intake,
    IntakeEnding,
    Wish,
)
from courses.plan_rule import AWAITS_PLAN
from participants.actions import complete_tasks_by_key

STARTS_FROM = (Intake.Status.OPEN, Intake.Status.ALLOCATED)
STILL_WAITING = (Wish.Status.PENDING, Wish.Status.WAITING)
Outcome = AllocationDecision.Outcome
NOT_HELD = (Intake.Status.CALLED_OFF, Intake.Status.CUT_SHORT)


def advance(now: dt.datetime) -> int:
    """Job of the tick: everything below in order; returns how many records moved."""
    today = now.astimezone(clock.OSLO).date()
    return (
        close_windows(today)
        + start_intakes(today)
        + start_enrolments(today)
        + complete_enrolments(today)
        + complete_intakes(today)
        + close_protected()
    )


@transaction.atomic
def close_windows(today: dt.date) -> int:
    """Windows whose deadline is out are closed for applications."""
    late = AllocationWindow.objects.filter(status=AllocationWindow.Status.OPEN, deadline__lt=today)
    ids = list(late.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    return AllocationWindow.objects.filter(pk__in=ids).update(
        status=AllocationWindow.Status.CLOSED, version=F("version") + 1
    )


@transaction.atomic
def start_intakes(today: dt.date) -> int:
    """Classes whose first day has come are running; who still waited is refused, and told the true reason (A2)."""
    due = Intake.objects.filter(status__in=STARTS_FROM, starts_on__lte=today).order_by("pk")
    # The rounds first, as everywhere: whoever answers an offer holds the round while waiting for the class.
    lock_windows_of(list(due.values_list("pk", flat=True)))
    ids = list(due.select_for_update(of=("self",)).values_list("pk", flat=True))
    if not ids:
        return 0
    Intake.objects.filter(pk__in=ids).update(status=Intake.Status.RUNNING, version=F("version") + 1)
    left = Wish.objects.filter(intake__in=ids, status__in=STILL_WAITING)
    people = set(left.order_by().values_list("application__participant", flat=True))
    # Parked under a place she has or is offered: she was not refused this one.
    better = Wish.objects.filter(application=OuterRef("application"), rank__lt=OuterRef("rank"), status__in=HOLDING)
    left.filter(Exists(better)).update(status=Wish.Status.CLOSED, version=F("version") + 1)
    # Without the plan that was asked for she was in no allocation: "full" would say, and count, what is not so (P7).
    without_plan = left.filter(application__in=Application.objects.filter(AWAITS_PLAN))
    held = list(without_plan.order_by("application").values_list("application", flat=True).distinct())
    refused = list(left.order_by("pk").values_list("pk", flat=True))
    _refuse(without_plan, Wish.RefusalReason.OTHER)
    _refuse_by_what_was_decided(left)
    _no_plan_needed(held)
    letters.wishes_refused(refused)
    portfolio_rows.refresh(people)
    return len(ids)


def _refuse_by_what_was_decided(left) -> None:
    """The true reason of each of these wishes; only "full" gives points next time (A2, 03-matching).

    Full: the last approved run gave the places to others, or none is free now. Where places stand empty she was kept
    from them by a condition, or her wish was in no run at all: one that was made in a leftover round nobody carried out.
    """
    decisions = AllocationDecision.objects.filter(wish=OuterRef("pk"), run__status=AllocationRun.Status.APPROVED)
    last = Subquery(decisions.order_by("-run__made_at", "-run").values("outcome")[:1])
    taken = Intake.objects.filter(occupied__gte=F("capacity") + F("over_capacity"))
    left = left.annotate(last=last)
    _refuse(left.filter(Q(last=Outcome.WAITING) | Q(intake__in=taken)), Wish.RefusalReason.FULL)
    _refuse(left.filter(last=Outcome.BLOCKED), Wish.RefusalReason.REQUIREMENT)
    _refuse(left, Wish.RefusalReason.OTHER)


def _refuse(wishes, reason: str) -> None:
    """Refuse those of these that wait still: whoever is refused falls out of the next question."""
    wishes.update(status=Wish.Status.REFUSED, refusal_reason=reason, version=F("version") + 1)


def _no_plan_needed(application_ids: list[int]) -> None:
    """Nobody is asked any more for the plan of an application that has no wish left to wait for (P7, P9)."""
    settled = Application.objects.filter(pk__in=application_ids).exclude(wishes__status__in=STILL_WAITING)
    for application in settled.order_by("pk"):
        complete_tasks_by_key(task_key(application), by=None)


@transaction.atomic
def start_enrolments(today: dt.date) -> int:
    """Those whose first day has come are participating."""
    due = Enrolment.objects.filter(status=Enrolment.Status.AWAITING_START, starts_on__lte=today)
    due = due.exclude(intake__status__in=NOT_HELD)
    ids = list(due.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    return Enrolment.objects.filter(pk__in=ids).update(status=Enrolment.Status.PARTICIPATING, version=F("version") + 1)


@transaction.atomic
def complete_enrolments(today: dt.date) -> int:
    """Those whose last day is over, and who did not leave before, have completed."""
    due = Enrolment.objects.filter(status=Enrolment.Status.PARTICIPATING, ends_on__lt=today)
    due = due.exclude(intake__status__in=NOT_HELD)
    rows = list(due.select_for_update(of=("self",)).order_by("pk"))
    taking_off.completed(rows, by=None)
    portfolio_rows.refresh({row.participant_id for row in rows})
    return len(rows)


@transaction.atomic
def complete_intakes(today: dt.date) -> int:
    """Classes whose last day is over are completed; those that were to end before their time are cut short (C3)."""
    due = Intake.objects.filter(status=Intake.Status.RUNNING, ends_on__lt=today)
    cut = IntakeEnding.objects.filter(kind=IntakeEnding.Kind.CUT_SHORT).values("intake")
    stopped = due.filter(pk__in=cut)
    return stopped.update(status=Intake.Status.CUT_SHORT, version=F("version") + 1) + due.update(
        status=Intake.Status.COMPLETED, version=F("version") + 1
    )
