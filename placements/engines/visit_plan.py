"""Which days to visit: the first within two weeks, then every n weeks, where somebody works that day (L5).

One class has one instructor on the road: no more workplaces on one day than can be reached.

Pure: days in, days out. Who may be visited on a day is asked of a function, so that week plans and holidays stay outside.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

FIRST_VISIT_DAYS = 14
NEAR = dt.timedelta(days=6)
"""A visit planned so near the day that is due is the one that is due; placements at one employer share such a day."""
MOST_PLACES = 3

IsGood = Callable[[dt.date], bool]


@dataclass(frozen=True)
class Stay:
    """One placement as the plan sees it. planned: the coming days that are there; visited_on: the last visit in person.

    is_good: whether it can be visited on a day; key: what the caller calls it; place: which workplace it is at.
    """

    key: object
    starts_on: dt.date
    ends_on: dt.date
    is_good: IsGood
    planned: tuple[dt.date, ...] = ()
    visited_on: dt.date | None = None
    place: object = None


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


class _Load:
    """Which workplaces are visited on a day, of what is planned and what is proposed."""

    def __init__(self, stays: Iterable[Stay], most: int):
        self.most = most
        self.places: dict[dt.date, set] = defaultdict(set)
        for stay in stays:
            for day in stay.planned:
                self.places[day].add(stay.place)

    def has_room(self, day: dt.date, place: object) -> bool:
        """Whether one more visit there fits: at a place that is visited that day anyway, or with room for another."""
        return place in self.places[day] or len(self.places[day]) < self.most


def propose(
    stays: Iterable[Stay], *, every_weeks: int, today: dt.date, most_places: int = MOST_PLACES
) -> list[Proposal]:
    """The days that are missing in the plan, for the placements of one class, in order of day.

    Two at one place who can be visited on the same day within the rule are. What is planned already is kept and
    counted. No day has more than most_places workplaces while a good day near it has room.
    """
    stays = list(stays)
    turns = [_Turn(stay, stay.visited_on, sorted(day for day in stay.planned if day >= today)) for stay in stays]
    load = _Load(stays, most_places)
    found: list[Proposal] = []
    step = dt.timedelta(weeks=every_weeks)
    while waiting := [(due, n) for n, turn in enumerate(turns) if (due := _due(turn, step, today))]:
        due, n = min(waiting)
        turn = turns[n]
        if turn.planned and turn.planned[0] <= due + NEAR:
            turn.last = max(turn.planned.pop(0), turn.last or dt.date.min)
            continue
        day = _shared(load, turn, due, today) or _good_day(load, turn, due, today)
        if day is None:
            turn.last = turn.stay.ends_on
            continue
        found.append(Proposal(turn.stay.key, day, due))
        load.places[day].add(turn.stay.place)
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


def _shared(load: _Load, turn: _Turn, due: dt.date, today: dt.date) -> dt.date | None:
    """The day nearest to what is due on which somebody else at the workplace is visited; the first visit never late."""
    stay = turn.stay
    late = dt.timedelta(0) if turn.last is None else NEAR
    earliest, last = max(due - NEAR, _earliest(turn, today)), min(due + late, stay.ends_on)
    span = (earliest + dt.timedelta(days=n) for n in range((last - earliest).days + 1))
    days = [day for day in span if stay.place in load.places[day] and day not in turn.planned and stay.is_good(day)]
    return min(days, key=lambda day: (abs(day - due), day), default=None)


def _good_day(load: _Load, turn: _Turn, due: dt.date, today: dt.date) -> dt.date | None:
    """The nearest good day with room, else the nearest good day: before it for the first visit, which has a limit.

    None when there is none. Never the day of the visit before, nor one before that: each turn goes forward, so the plan
    has an end.
    """
    day, stay = dt.timedelta(days=1), turn.stay
    before = [due - day * n for n in range(15)]
    after = [due + day * n for n in range(1, 15)]
    order = [*before, *after] if turn.last is None else [due, *after, *before[1:]]
    earliest = _earliest(turn, today)
    good = [one for one in order if earliest <= one <= stay.ends_on and one not in turn.planned and stay.is_good(one)]
    return next((one for one in good if load.has_room(one, stay.place)), good[0] if good else None)


def _earliest(turn: _Turn, today: dt.date) -> dt.date:
    """The first day that is ahead, within the placement, and after its visit before."""
    return max(turn.stay.starts_on, today, (turn.last or dt.date.min) + dt.timedelta(days=1))
