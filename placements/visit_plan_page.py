"""The page where the visits of a whole class are planned: what is proposed, grouped by employer (L5)."""

import datetime as dt
from collections.abc import Callable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import workdays
from amo.models import Membership
from courses.course_days import Calendar, calendar_of
from courses.engines import week
from courses.models import Intake
from placements.engines import visit_plan as engine
from placements.models import Placement, Visit
from placements.protection import unprotected

LIVE = (Placement.Status.AGREED, Placement.Status.RUNNING)
DEFAULT_WEEKS, MAX_WEEKS = 3, 12
DEFAULT_PLACES, MAX_PLACES = engine.MOST_PLACES, 10
MAX_ROWS = 200
"""Rows of one plan: 30 people and their whole placement."""


def of_class(membership: Membership, intake: Intake) -> list[Placement]:
    """The class's placements that are agreed or running, by employer, without protected persons. Two queries."""
    return list(
        unprotected(Placement.objects.visible_to(membership))
        .filter(enrolment__intake=intake, status__in=LIVE)
        .select_related("participant", "employer", "enrolment")
        .prefetch_related("visits")
        .order_by("employer__name_sort", "employer", "participant__name_sort", "pk")
    )


def proposals(
    placements: list[Placement],
    intake: Intake,
    *,
    every_weeks: int,
    today: dt.date,
    most_places: int = engine.MOST_PLACES,
) -> list[dict]:
    """What is missing in the plan, in the page's order: {"placement", "planned_for", "note"}. One query."""
    calendar = calendar_of(intake)
    stays = [_stay(placement, calendar) for placement in placements]
    by_pk = {placement.pk: placement for placement in placements}
    first: dict[int, int] = {}
    for n, placement in enumerate(placements):
        first.setdefault(placement.employer_id, n)
    found = engine.propose(stays, every_weeks=every_weeks, today=today, most_places=most_places)
    rows = [{"placement": by_pk[one.key], "planned_for": one.on, "note": note(one)} for one in found]
    # Sorted by day; employers stand as the placements do.
    return sorted(rows, key=lambda row: first[row["placement"].employer_id])[:MAX_ROWS]


def note(one: engine.Proposal) -> str:
    """Why the day is another than the rule's own: a holiday by name; "" when it is the rule's."""
    if not one.moved or one.wanted.weekday() >= 5:
        return ""
    before = one.wanted - dt.timedelta(days=1)
    for _day, name in workdays.holidays_between(before, one.wanted):
        return _("Flyttet fra %(day)s, som er %(holiday)s.") % {"day": date_format(one.wanted), "holiday": name}
    return ""


def already(placement: Placement) -> list[Visit]:
    """The visits at the placement that are planned, first one first."""
    planned = [visit for visit in placement.visits.all() if visit.status == Visit.Status.PLANNED]
    return sorted(planned, key=lambda visit: visit.planned_for)


def _stay(placement: Placement, calendar: Calendar) -> engine.Stay:
    held = [
        visit.held_on
        for visit in placement.visits.all()
        if visit.status == Visit.Status.HELD and visit.kind == Visit.Kind.IN_PERSON
    ]
    return engine.Stay(
        key=placement.pk,
        starts_on=placement.starts_on,
        ends_on=placement.ends_on,
        is_good=_works_there(placement, calendar),
        planned=tuple(visit.planned_for for visit in already(placement)),
        visited_on=max(held, default=None),
        place=placement.employer_id,
    )


def _works_there(placement: Placement, calendar: Calendar) -> Callable[[dt.date], bool]:
    """Whether she is at the workplace on a working day; a week plan without such a day is not asked."""
    span = (placement.ends_on - placement.starts_on).days + 1
    days = (placement.starts_on + dt.timedelta(days=n) for n in range(span))
    working = {day for day in days if workdays.is_working_day(day)}
    there = {day for day in working if calendar.kind(day, placement.enrolment_id) == week.PLACEMENT}
    return (there or working).__contains__
