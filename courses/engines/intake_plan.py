"""A year of intakes from one wish: how many, how often, and what days they then get (C3). Pure."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

MOVED_START, MOVED_JULY, MOVED_DEADLINE = "moved_start", "moved_july", "moved_deadline"
THROUGH_JULY, AFTER_CONTRACT, DEADLINE_PAST = "through_july", "after_contract", "deadline_past"
JULY = 7


@dataclass(frozen=True)
class PlanRequest:
    """What is asked for. Weeks are 7 days; the deadline is so many weeks before the start."""

    first_start: dt.date
    number: int
    every_weeks: int
    theory_weeks: int
    placement_weeks: int
    deadline_weeks: int
    skip_july: bool
    skip_days_off: bool
    contract_ends_on: dt.date
    today: dt.date


@dataclass(frozen=True)
class PlannedIntake:
    """The days of one intake; `notes`: (code, day it was before, or the day it is about)."""

    starts_on: dt.date
    theory_ends_on: dt.date
    ends_on: dt.date
    application_deadline: dt.date
    notes: tuple[tuple[str, dt.date], ...] = ()


def plan(asked: PlanRequest, working_day: Callable[[dt.date], dt.date]) -> list[PlannedIntake]:
    """The intakes in order. working_day: the day itself, or the next one that is no day off.

    A start that is moved past July moves those after it; one moved past a day off does not."""
    found, wanted = [], asked.first_start
    for _number in range(asked.number):
        starts_on, notes = wanted, []
        if asked.skip_july and wanted.month == JULY:
            starts_on = after_july(wanted)
            notes.append((MOVED_JULY, wanted))
            wanted = starts_on
        if asked.skip_days_off and working_day(starts_on) != starts_on:
            notes.append((MOVED_START, starts_on))
            starts_on = working_day(starts_on)
            if asked.skip_july and starts_on.month == JULY:
                starts_on = working_day(after_july(starts_on))
        found.append(_one(asked, starts_on, notes, working_day))
        wanted += dt.timedelta(weeks=asked.every_weeks)
    return found


def after_july(day: dt.date) -> dt.date:
    """The first day of August with the same day of the week."""
    while day.month == JULY:
        day += dt.timedelta(weeks=1)
    return day


def _one(asked: PlanRequest, starts_on: dt.date, notes: list, working_day) -> PlannedIntake:
    theory_ends_on = _friday_after(starts_on, asked.theory_weeks)
    ends_on = max(theory_ends_on, _friday_after(starts_on, asked.theory_weeks + asked.placement_weeks))
    wanted = starts_on - dt.timedelta(weeks=asked.deadline_weeks)
    deadline = min(starts_on, working_day(wanted))
    if deadline != wanted:
        notes.append((MOVED_DEADLINE, wanted))
    if deadline < asked.today:
        notes.append((DEADLINE_PAST, deadline))
    july = dt.date(starts_on.year, JULY, 1)
    july = july if july >= starts_on else july.replace(year=starts_on.year + 1)
    if july.replace(day=31) <= ends_on:
        notes.append((THROUGH_JULY, july))
    if ends_on > asked.contract_ends_on:
        notes.append((AFTER_CONTRACT, asked.contract_ends_on))
    return PlannedIntake(starts_on, theory_ends_on, ends_on, deadline, tuple(notes))


def _friday_after(starts_on: dt.date, weeks: int) -> dt.date:
    """The Friday of the last of so many school weeks; the start day itself where there are none."""
    if weeks == 0:
        return starts_on
    monday = starts_on - dt.timedelta(days=starts_on.weekday())
    return max(starts_on, monday + dt.timedelta(weeks=weeks, days=-3))
