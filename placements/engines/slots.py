"""How many trainees an employer has at a time, and which of its places each holds (L1, docs/decisions/0027)."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Stay:
    """Days that hold a place, first and last included; `key` tells them apart."""

    key: int
    starts_on: dt.date
    ends_on: dt.date

    def covers(self, day: dt.date) -> bool:
        return self.starts_on <= day <= self.ends_on


def at_once(stays: Iterable[Stay], day: dt.date) -> int:
    """How many hold a place on a day."""
    return sum(stay.covers(day) for stay in stays)


def first_overfull(
    stays: Sequence[Stay], agreed: Callable[[dt.date], int], changes: Iterable[dt.date]
) -> dt.date | None:
    """The first day on which more hold a place than `agreed(day)`, or None.

    changes: the days on which what is agreed changes. Between those and the first days of the stays, neither side grows.
    """
    days = {stay.starts_on for stay in stays}
    days |= {day for day in changes if any(stay.covers(day) for stay in stays)}
    return next((day for day in sorted(days) if at_once(stays, day) > agreed(day)), None)


def numbered(stays: Iterable[Stay]) -> dict[int, int]:
    """{key: place}, from 1 up: no two that overlap share one, and no more are used than hold a place at once.

    By first day, each takes the lowest place that is free again: for intervals that needs the fewest.
    """
    free_after: list[dt.date] = []
    places: dict[int, int] = {}
    for stay in sorted(stays, key=lambda stay: (stay.starts_on, stay.ends_on, stay.key)):
        place = next((n for n, last in enumerate(free_after) if last < stay.starts_on), len(free_after))
        if place == len(free_after):
            free_after.append(stay.ends_on)
        free_after[place] = stay.ends_on
        places[stay.key] = place + 1
    return places
