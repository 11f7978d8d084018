"""The chain of courses and other measures, and what came of each (row P7). Pure: no ORM, no clock.

A course led to work when a job is held 84 days after its end, whatever its terms: an on-call job is work, and is named
as on-call. From the second course that ended without, a plan is asked for before the next one, newer than the latest
of them.
"""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

WAIT = dt.timedelta(days=84)
"""Twelve weeks after the end the outcome is read."""

COURSES_BEFORE_PLAN = 2
DAYS_PER_YEAR = 365.25


class Kind(StrEnum):
    """What a link of the chain is; the values are those of Measure.Kind."""

    COURSE = "amo"
    PLACEMENT = "placement"
    WAGE_SUBSIDY = "wage_subsidy"
    OTHER = "other"


class Held(StrEnum):
    """Whether the measure was carried through by those who ran it."""

    YES = "yes"
    CALLED_OFF = "called_off"
    CUT_SHORT = "cut_short"
    NOT_STARTED = "not_started"


class Left(StrEnum):
    """Why she left before the end. Work, education and illness are never held against her."""

    NOT = ""
    WORK = "work"
    EDUCATION = "education"
    ILL = "ill"
    OTHER = "other"


class Outcome(StrEnum):
    """What came of a link, as of a day."""

    WORK = "work"
    ON_CALL = "on_call"
    EDUCATION = "education"
    ILL = "ill"
    NO_WORK = "no_work"
    UNKNOWN = "unknown"
    TOO_EARLY = "too_early"
    RUNNING = "running"
    CALLED_OFF = "called_off"
    CUT_SHORT = "cut_short"
    NOT_STARTED = "not_started"


IN_WORK = frozenset({Outcome.WORK, Outcome.ON_CALL})
NOT_CARRIED_THROUGH = {
    Held.CALLED_OFF: Outcome.CALLED_OFF,
    Held.CUT_SHORT: Outcome.CUT_SHORT,
    Held.NOT_STARTED: Outcome.NOT_STARTED,
}
LEFT_FOR = {Left.WORK: Outcome.WORK, Left.EDUCATION: Outcome.EDUCATION, Left.ILL: Outcome.ILL}


@dataclass(frozen=True, slots=True)
class Job:
    """A current employment fact. `ends_on` None: no end is known. `form` as Employment.Form."""

    starts_on: dt.date
    ends_on: dt.date | None = None
    form: str = "permanent"
    on_call: bool = False
    wage_subsidy: bool = False
    fte_low: int = 100
    fte_high: int | None = None

    def held_on(self, day: dt.date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or self.ends_on >= day)

    @property
    def weight(self) -> tuple:
        """Of several jobs on one day the greatest is told: agreed hours before on-call, then the percentage."""
        return (not self.on_call, self.form == "permanent", self.fte_low, self.fte_high or self.fte_low)


@dataclass(frozen=True, slots=True)
class Study:
    """A period of education."""

    starts_on: dt.date
    ends_on: dt.date | None = None

    def held_on(self, day: dt.date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or self.ends_on >= day)


@dataclass(frozen=True, slots=True)
class Item:
    """One course, placement or other measure as it is recorded.

    ends_on: her own last day; None while no end is known. finished False: she is still on it, or it lies ahead.
    ended_in_work: what whoever recorded an outside measure said; None where nothing was said.
    """

    kind: Kind
    title: str
    starts_on: dt.date
    ends_on: dt.date | None
    finished: bool = True
    held: Held = Held.YES
    left: Left = Left.NOT
    ended_in_work: bool | None = None
    outside: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An item with what came of it. `job` is the job held twelve weeks after, where that is the outcome.

    without_work: whether it counts as a course without work (P7). It does not depend on the day that is asked on: a
    course that ended last week counts as long as no job or education is known on its 84th day.
    """

    item: Item
    outcome: Outcome
    job: Job | None = None
    without_work: bool = False


def build(
    items: Iterable[Item], *, jobs: Sequence[Job] = (), studies: Sequence[Study] = (), on: dt.date
) -> tuple[Link, ...]:
    """The chain in the order of time (start, end, title), each link with its outcome as of `on`."""
    ordered = sorted(items, key=lambda item: (item.starts_on, item.ends_on or dt.date.max, item.title, item.key))
    return tuple(_link(item, jobs, studies, on) for item in ordered)


def _link(item: Item, jobs: Sequence[Job], studies: Sequence[Study], on: dt.date) -> Link:
    if item.held != Held.YES:
        return Link(item, NOT_CARRIED_THROUGH[item.held])
    if not item.finished or item.ends_on is None:
        return Link(item, Outcome.RUNNING)
    day = item.ends_on + WAIT
    job = max((job for job in jobs if job.held_on(day)), key=lambda job: job.weight, default=None)
    if job is not None and day <= on:
        return Link(item, Outcome.ON_CALL if job.on_call else Outcome.WORK, job)
    if item.ended_in_work is True:
        return Link(item, Outcome.WORK)
    if item.left in LEFT_FOR:
        return Link(item, LEFT_FOR[item.left])
    studying = any(study.held_on(day) for study in studies)
    without = item.kind == Kind.COURSE and job is None and not studying
    if item.ends_on >= on:
        return Link(item, Outcome.RUNNING, without_work=without)
    if day > on:
        return Link(item, Outcome.TOO_EARLY, without_work=without)
    if studying:
        return Link(item, Outcome.EDUCATION)
    said_nothing = item.outside and item.ended_in_work is None
    return Link(item, Outcome.UNKNOWN if said_nothing else Outcome.NO_WORK, without_work=without)


def without_work(chain: Iterable[Link]) -> list[Link]:
    """The courses that count towards P7, by the day they ended. Placements and wage subsidies never do."""
    return sorted((link for link in chain if link.without_work), key=lambda link: link.item.ends_on)


def second_ended_on(chain: Iterable[Link]) -> dt.date | None:
    """The day the second course without work ended; None with fewer than two."""
    counted = without_work(chain)
    return counted[COURSES_BEFORE_PLAN - 1].item.ends_on if len(counted) >= COURSES_BEFORE_PLAN else None


def third_course_from(chain: Iterable[Link]) -> dt.date | None:
    """The day from which a new course would be the third after two without work: 84 days after the second ended."""
    ended = second_ended_on(chain)
    return ended + WAIT if ended else None


def plan_newer_than(chain: Iterable[Link], on: dt.date) -> dt.date | None:
    """The day that a plan must be newer than for an application sent `on`: the end of the latest course without work
    that ended 84 days before or more. None as long as fewer than two have, so that no plan is asked for.
    """
    ended = [link.item.ends_on for link in without_work(chain) if link.item.ends_on + WAIT <= on]
    return ended[-1] if len(ended) >= COURSES_BEFORE_PLAN else None


@dataclass(frozen=True, slots=True)
class Summary:
    """Courses that are over, the years they lie within (whole, rounded up), and how many led to work."""

    courses: int
    years: int
    in_work: int
    on_call: int


def summary(chain: Iterable[Link]) -> Summary:
    """The chain in figures. What was called off or is still running is no course that ended."""
    ended = [
        link
        for link in chain
        if link.item.kind == Kind.COURSE and link.item.held == Held.YES and link.outcome != Outcome.RUNNING
    ]
    if not ended:
        return Summary(0, 0, 0, 0)
    span = max(link.item.ends_on for link in ended) - min(link.item.starts_on for link in ended)
    return Summary(
        courses=len(ended),
        years=max(1, math.ceil(span.days / DAYS_PER_YEAR)),
        in_work=sum(link.outcome in IN_WORK for link in ended),
        on_call=sum(link.outcome == Outcome.ON_CALL for link in ended),
    )
