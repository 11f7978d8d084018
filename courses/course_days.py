"""Which days a class meets: working days between its first and last day."""

import datetime as dt

from amo import workdays
from courses.models import Intake

EDITABLE_DAYS = 14
"""Attendance may be recorded or corrected so many days back."""


def is_course_day(intake: Intake, day: dt.date) -> bool:
    """Whether the class meets on `day`."""
    return intake.starts_on <= day <= intake.ends_on and workdays.is_working_day(day)


def course_days(intake: Intake, *, until: dt.date) -> list[dt.date]:
    """Every day the class has met, up to and with `until`, in order."""
    last = min(intake.ends_on, until)
    days = (intake.starts_on + dt.timedelta(days=n) for n in range((last - intake.starts_on).days + 1))
    return [day for day in days if workdays.is_working_day(day)]


def editable_days(intake: Intake, *, today: dt.date) -> list[dt.date]:
    """The course days that may still be recorded or corrected, in order."""
    return [day for day in course_days(intake, until=today) if day >= today - dt.timedelta(days=EDITABLE_DAYS)]


def neighbours(intake: Intake, day: dt.date, *, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """(course day before, course day after) `day`, none later than today."""
    days = course_days(intake, until=today)
    before = [other for other in days if other < day]
    after = [other for other in days if other > day]
    return (before[-1] if before else None), (after[0] if after else None)
