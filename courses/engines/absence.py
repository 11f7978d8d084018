"""Patterns in somebody's absence that are worth a talk early on (K1). Pure; every threshold stands here.

An interview, a trial day at work and what was agreed are never absence: they count neither as there nor as away.
Illness is a reason to ask what would make it easier, never a fault, and no rule asks for a diagnosis.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

PRESENT = "present"
NOT_REPORTED = "not_reported"
AWAY = frozenset({"ill", "child_ill", NOT_REPORTED})
EXCUSED = frozenset({"interview_or_work", "agreed"})

NOT_REPORTED_DAYS = 2
"""Days away that nobody reported …"""
NOT_REPORTED_WEEKS = 3
"""… within so many weeks of her first day."""
SHARE_DAYS = 10
"""Course days in a row that the attendance is reckoned of."""
SHARE_FLOOR = 0.8
"""Below this share of them she is asked."""
WEEKDAY_DAYS = 3
"""Away on the same weekday so many times …"""
WEEKDAY_WEEKS = 6
"""… within so many weeks, when that weekday is most of what she was away."""

WATCHED_WEEKS = 6
"""A pattern is told while it is fresh: of days no further back."""


@dataclass(frozen=True, slots=True)
class Day:
    """One recorded day. code: one of Attendance's."""

    on: dt.date
    code: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """What was seen. days: those away; counted: days reckoned with; first and last: the stretch they lie in."""

    rule: str
    days: tuple[dt.date, ...]
    counted: int
    first: dt.date
    last: dt.date


def patterns(days: Sequence[Day], *, starts_on: dt.date, after: dict[str, dt.date] | None = None) -> list[Pattern]:
    """Every pattern in her recorded days, at most one per rule.

    starts_on: her own first day. after: {rule: day}; only days later than that are looked at, so that what was
    followed up before is not told again.
    """
    ordered = sorted((day for day in days if day.code not in EXCUSED), key=lambda day: day.on)
    found = []
    for rule, find in RULES.items():
        since = (after or {}).get(rule)
        pattern = find([day for day in ordered if since is None or day.on > since], starts_on)
        if pattern is not None:
            found.append(pattern)
    return found


def _not_reported(days: list[Day], starts_on: dt.date) -> Pattern | None:
    """Away without a word, twice in the first three weeks."""
    until = starts_on + dt.timedelta(weeks=NOT_REPORTED_WEEKS)
    early = [day for day in days if day.on < until]
    away = tuple(day.on for day in early if day.code == NOT_REPORTED)
    if len(away) < NOT_REPORTED_DAYS:
        return None
    return Pattern("not_reported", away, len(early), early[0].on, early[-1].on)


def _low_share(days: list[Day], starts_on: dt.date) -> Pattern | None:
    """There on fewer than eight of ten course days in a row; of several stretches the latest."""
    for last in range(len(days), SHARE_DAYS - 1, -1):
        stretch = days[last - SHARE_DAYS : last]
        away = tuple(day.on for day in stretch if day.code in AWAY)
        if 1 - len(away) / SHARE_DAYS < SHARE_FLOOR:
            return Pattern("low_share", away, SHARE_DAYS, stretch[0].on, stretch[-1].on)
    return None


def _weekday(days: list[Day], starts_on: dt.date) -> Pattern | None:
    """Away on the same weekday three times in six weeks, and that weekday is more than half of her days away."""
    if not days:
        return None
    since = days[-1].on - dt.timedelta(weeks=WEEKDAY_WEEKS)
    recent = [day for day in days if day.on > since]
    away = [day.on for day in recent if day.code in AWAY]
    if not away:
        return None
    weekday, times = Counter(day.weekday() for day in away).most_common(1)[0]
    if times < WEEKDAY_DAYS or times * 2 <= len(away):
        return None
    same = tuple(day for day in away if day.weekday() == weekday)
    asked = sum(day.on.weekday() == weekday for day in recent)
    return Pattern("weekday", same, asked, recent[0].on, recent[-1].on)


RULES = {"not_reported": _not_reported, "low_share": _low_share, "weekday": _weekday}
