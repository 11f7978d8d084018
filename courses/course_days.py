"""Which days a class meets: by its week plan and its people's own, without public holidays, between its dates."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from amo import workdays
from courses.engines import week
from courses.models import Enrolment, Intake, WeekPlan

EDITABLE_DAYS = 14
"""Attendance may be recorded or corrected so many days back."""


@dataclass
class Calendar:
    """The days of one class: its week plans, and those of people who differ."""

    intake: Intake
    of_class: list[week.Plan] = field(default_factory=list)
    own: dict[int, list[week.Plan]] = field(default_factory=lambda: defaultdict(list))

    def kind(self, day: dt.date, enrolment_id: int | None = None) -> str:
        """school, placement or free: of the class, or of one person on it. A public holiday is free."""
        if workdays.is_public_holiday(day):
            return week.FREE
        return week.kind_of(
            day,
            own=self.own.get(enrolment_id, ()),
            of_class=self.of_class,
            theory_ends_on=self.intake.theory_ends_on,
        )

    def differs(self, day: dt.date, enrolment_id: int) -> bool:
        """Whether she has a plan of her own that day."""
        return week.latest(self.own.get(enrolment_id, ()), day) is not None

    def is_course_day(self, day: dt.date) -> bool:
        """Whether the class, or anybody on it, has something to come to on `day`."""
        if not self.intake.starts_on <= day <= self.intake.ends_on:
            return False
        return any(self.kind(day, one) != week.FREE for one in (None, *self.own))

    def days(self, first: dt.date, last: dt.date) -> list[dt.date]:
        """The course days from `first` to `last`, both included, in order."""
        first, last = max(first, self.intake.starts_on), min(last, self.intake.ends_on)
        span = (first + dt.timedelta(days=n) for n in range((last - first).days + 1))
        return [day for day in span if self.is_course_day(day)]

    def editable_days(self, today: dt.date) -> list[dt.date]:
        """The course days that may still be recorded or corrected, in order."""
        return self.days(today - dt.timedelta(days=EDITABLE_DAYS), today)

    def asked(self, enrolments: Iterable[Enrolment], day: dt.date) -> list[Enrolment]:
        """Those of these enrolments who have something to come to that day."""
        return [
            one for one in enrolments if one.starts_on <= day <= one.ends_on and self.kind(day, one.pk) != week.FREE
        ]


def calendars(intakes: Iterable[Intake]) -> dict[int, Calendar]:
    """{intake: its calendar} for every class given. One query."""
    found = {intake.pk: Calendar(intake) for intake in intakes}
    plans = WeekPlan.objects.filter(intake__in=found).order_by("starts_on", "pk")
    for plan in plans:
        calendar = found[plan.intake_id]
        target = calendar.of_class if plan.enrolment_id is None else calendar.own[plan.enrolment_id]
        target.append(week.Plan(plan.starts_on, tuple(plan.days), plan.ends_on))
    return found


def calendar_of(intake: Intake) -> Calendar:
    """The calendar of one class. One query."""
    return calendars([intake])[intake.pk]


def is_course_day(intake: Intake, day: dt.date) -> bool:
    """Whether the class meets on `day`. One query: for many days or classes take a calendar."""
    return calendar_of(intake).is_course_day(day)


def course_days(intake: Intake, *, until: dt.date) -> list[dt.date]:
    """Every day the class has met, up to and with `until`, in order."""
    return calendar_of(intake).days(intake.starts_on, until)


def editable_days(intake: Intake, *, today: dt.date) -> list[dt.date]:
    """The course days that may still be recorded or corrected, in order."""
    return calendar_of(intake).editable_days(today)


def neighbours(intake: Intake, day: dt.date, *, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """(course day before, course day after) `day`, none later than today."""
    days = course_days(intake, until=today)
    before = [other for other in days if other < day]
    after = [other for other in days if other > day]
    return (before[-1] if before else None), (after[0] if after else None)
