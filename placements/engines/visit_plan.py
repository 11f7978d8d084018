"""Which days to visit: the first within two weeks, then every n weeks, where somebody works that day (L5).

Pure: days in, days out. Who may be visited on a day is asked of a function, so that week plans and holidays stay outside.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

FIRST_VISIT_DAYS = 14
NEAR = dt.timedelta(days=6)
"""A visit planned so near the day that is due is the one that is due; placements at one employer share such a day."""

IsGood = Callable[[dt.date], bool]


@dataclass(frozen=True)
class Stay:
    """One placement as the plan sees it. planned: the coming days that are there; visited_on: the last visit in person.

    is_good: whether it can be visited on a day; key: what the caller calls it.
    """

    key: object
    starts_on: dt.date
    ends_on: dt.date
    is_good: IsGood
    planned: tuple[dt.date, ...] = ()
    visited_on: dt.date | None = None


@dataclass(frozen=True)
class Proposal:
    """A day to visit. wanted: the day it would have been if it had been a good one."""

    key: object
    on: dt.date
    wanted: dt.date

    @property
    def moved(self) -> bool:
        return self.on != self.wanted


@dataclass
class _Turn:
    stay: Stay
    last: dt.date | None
    planned: list[dt.date] = field(default_factory=list)


def propose(stays: Iterable[Stay], *, every_weeks: int, today: dt.date) -> list[Proposal]:
    """The days that are missing in the plan, for the placements at one employer, in order of day.

    Two there who can be visited on the same day within the rule are. What is planned already is kept and counted.
    """
    turns = [_Turn(stay, stay.visited_on, sorted(day for day in stay.planned if day >= today)) for stay in stays]
    found: list[Proposal] = []
    step = dt.timedelta(weeks=every_weeks)
    while waiting := [(due, n) for n, turn in enumerate(turns) if (due := _due(turn, step, today))]:
        due, n = min(waiting)
        turn = turns[n]
        if turn.planned and turn.planned[0] <= due + NEAR:
            turn.last = max(turn.planned.pop(0), turn.last or dt.date.min)
            continue
        day = _shared(found, turn, due, today) or _good_day(turn, due, today)
        if day is None:
            turn.last = turn.stay.ends_on
            continue
        found.append(Proposal(turn.stay.key, day, due))
        turn.last = day
    return sorted(found, key=lambda one: one.on)


def _due(turn: _Turn, step: dt.timedelta, today: dt.date) -> dt.date | None:
    """The next day the rule asks for; None when the placement is over by then."""
    stay = turn.stay
    if turn.last is None:
        due = min(stay.starts_on + dt.timedelta(days=FIRST_VISIT_DAYS), stay.ends_on)
    else:
        due = turn.last + step
    due = max(due, today)
    return due if due <= stay.ends_on and due > (turn.last or dt.date.min) else None


def _shared(found: list[Proposal], turn: _Turn, due: dt.date, today: dt.date) -> dt.date | None:
    """A day somebody else at the employer is visited, not much earlier than what is due."""
    earliest = max(due - NEAR, today, turn.stay.starts_on)
    own = {one.on for one in found if one.key == turn.stay.key}
    days = {one.on for one in found if earliest <= one.on <= due and one.on not in own}
    good = [day for day in days if day > (turn.last or dt.date.min) and turn.stay.is_good(day)]
    return max(good, default=None)


def _good_day(turn: _Turn, due: dt.date, today: dt.date) -> dt.date | None:
    """The nearest good day: before it for the first visit, which has a limit, else after it. None when there is none.

    Never the day of the visit before, nor one before that: each turn goes forward, so the plan has an end.
    """
    day, stay = dt.timedelta(days=1), turn.stay
    before = [due - day * n for n in range(15)]
    after = [due + day * n for n in range(1, 15)]
    order = [*before, *after] if turn.last is None else [due, *after, *before[1:]]
    earliest = max(stay.starts_on, today, (turn.last or dt.date.min) + day)
    return next((one for one in order if earliest <= one <= stay.ends_on and stay.is_good(one)), None)
