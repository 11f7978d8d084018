"""What a class does on a day: school, placement or nothing, from week plans that follow one another (K1).

Pure: dates and plans in, kinds out. Monday is 0. A day in a plan that falls on a public holiday is nobody's.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

SCHOOL, PLACEMENT, FREE = "school", "placement", "free"
KINDS = (SCHOOL, PLACEMENT, FREE)
WORKING_DAYS = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """Seven kinds, Monday first, from a day and, where it is given, to a day."""

    starts_on: dt.date
    days: tuple[str, ...]
    ends_on: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether the plan has begun and is not over."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


def usual(day: dt.date, theory_ends_on: dt.date) -> str:
    """Without any plan: Monday to Friday, school until the theory is over and placement afterwards."""
    if day.weekday() >= WORKING_DAYS:
        return FREE
    return SCHOOL if day <= theory_ends_on else PLACEMENT


def latest(plans: Iterable[Plan], day: dt.date) -> Plan | None:
    """The plan that holds on the day: the one that began last; None for none."""
    return max((plan for plan in plans if plan.holds(day)), key=lambda plan: plan.starts_on, default=None)


def kind_of(day: dt.date, *, own: Iterable[Plan], of_class: Iterable[Plan], theory_ends_on: dt.date) -> str:
    """The kind of day: by her own plan, else the class's, else the usual. Holidays are the caller's to leave out."""
    plan = latest(own, day) or latest(of_class, day)
    return plan.days[day.weekday()] if plan else usual(day, theory_ends_on)
