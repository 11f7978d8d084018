"""What an office should know of the coming classes: what starts, deadlines, free places, its quota and its people (C3).

Every reading takes many offices and many classes at once: the page asks for one office, Monday's mail for all.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from courses.facts_catalogue import STRICTLY_CONFIDENTIAL, Shares
from courses.fill import FEW, marks
from courses.models import Intake, Wish

SHOWN = (Intake.Status.OPEN, Intake.Status.ALLOCATED)


def monday_of(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def coming(day: dt.date) -> Q:
    """Condition on intakes: takes people and has not begun, or began this week."""
    ahead = Q(status__in=SHOWN, starts_on__gte=day)
    return ahead | Q(status=Intake.Status.RUNNING, starts_on__gte=monday_of(day), starts_on__lte=day)


def this_week(field: str, day: dt.date) -> Q:
    """Condition: the date lies between Monday and Sunday of the day's week."""
    monday = monday_of(day)
    return Q(**{f"{field}__range": (monday, monday + dt.timedelta(days=6))})


@dataclass(frozen=True)
class OfficeView:
    """One class as one office sees it. quota: highest number or None for no limit; after the deadline all is free."""

    free: int
    quota: int | None
    used: int
    applied: int
    waiting: int
    open_to_all: bool

    @property
    def left(self) -> int | None:
        return None if self.quota is None else max(0, self.quota - self.used)


class Weeks:
    """Quotas, places and wishes of these classes for these offices: four queries, whatever their numbers."""

    def __init__(self, intakes: Iterable[Intake], office_ids: Collection[int], *, day: dt.date):
        self.intakes = list(intakes)
        ids = [intake.pk for intake in self.intakes]
        self._shares = Shares(self.intakes, day=day)
        self._wishes = defaultdict(int)
        counted = _wishes(ids, office_ids).values_list("intake", "application__participant__office", "status")
        for intake, office, status, n in counted.annotate(n=Count("pk")):
            self._wishes[intake, office, status] += n

    def of(self, intake: Intake, office_id: int) -> OfficeView:
        """The class as the office sees it."""
        share = self._shares.of(intake, office_id)
        waiting = self._wishes[intake.pk, office_id, Wish.Status.WAITING]
        pending = self._wishes[intake.pk, office_id, Wish.Status.PENDING]
        applied = pending + waiting + share.used
        return OfficeView(share.free, share.quota, share.used, applied, waiting, share.open_to_all)


def _wishes(ids: list[int], office_ids: Collection[int]) -> QuerySet:
    open_wishes = Wish.objects.filter(intake__in=ids, status__in=[Wish.Status.PENDING, Wish.Status.WAITING])
    open_wishes = open_wishes.filter(application__participant__office__in=office_ids)
    return open_wishes.exclude(STRICTLY_CONFIDENTIAL).exclude(application__status="withdrawn").order_by()


@dataclass(frozen=True)
class Summary:
    """The week of one office in numbers."""

    starts: int
    deadlines: int
    free: int
    courses_with_places: int
    waiting: int
    few: int


def summaries(offices: Iterable, *, day: dt.date) -> dict[int, Summary]:
    """{office: its own county's week in numbers} for many offices at once; a constant number of queries."""
    offices = list(offices)
    intakes = list(
        Intake.objects.filter(coming(day), contract__concept__county__in={office.county_id for office in offices})
        .select_related("contract__concept")
        .order_by("starts_on", "code")
    )
    weeks = Weeks(intakes, [office.pk for office in offices], day=day)
    marked = marks([intake.pk for intake in intakes], day)
    found = {}
    for office in offices:
        own = [intake for intake in intakes if intake.contract.concept.county_id == office.county_id]
        ahead = [(intake, weeks.of(intake, office.pk)) for intake in own if intake.status in SHOWN]
        found[office.pk] = Summary(
            starts=sum(monday_of(intake.starts_on) == monday_of(day) for intake in own),
            deadlines=sum(monday_of(intake.application_deadline) == monday_of(day) for intake, _view in ahead),
            free=sum(view.free for _intake, view in ahead),
            courses_with_places=sum(view.free > 0 for _intake, view in ahead),
            waiting=sum(view.waiting for _intake, view in ahead),
            few=sum(marked.get(intake.pk) == FEW for intake, _view in ahead),
        )
    return found
