"""What an allocation is given and what it answers; the mechanism is in allocation.py (rows A1, A2, A4, C3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

STEPS = ("minimum", "maximum", "over_quota", "exception")
STATUSES = ("placed", "full", "blocked", "closed", "held")
REASONS = (
    "own_office", "own_taken", "other_minimum", "other_quota", "outranked", "none_left", "exception", "passed_over",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AllocationPolicy:
    """Versioned points. ``cut_off_group`` is the fewest places a printed cut-off may rest on."""

    version: str
    fit: int = 40
    waiting: int = 25
    waiting_days: int = 365
    refusals: tuple[int, ...] = (0, 10, 15)
    course_penalty: int = 5
    course_cap: int = 3
    cut_off_group: int = 2


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish with the facts its points are counted from.

    ``fit_met`` and ``fit_total`` are FitResult.weight_met and weight_total. ``days_waiting``: since the first
    application for the same occupation that no start has met. ``earlier_refusals``: reason full only, same concept, one
    per start window. ``earlier_courses``: started in the last five years, not counting called off, cut short, or left
    for illness or work. ``blocked``: code of the hard condition that fails, or empty.

    ``lifted`` and ``passed_over`` are the county's exceptions: she comes before everybody at this intake, or is not
    tried there in this run. A hard condition is stronger than either.
    """

    intake: str
    fit_met: int
    fit_total: int
    days_waiting: int = 0
    earlier_refusals: int = 0
    earlier_courses: int = 0
    blocked: str = ""
    lifted: bool = False
    passed_over: bool = False


@dataclass(frozen=True, slots=True)
class Application:
    """One application: wishes in the person's own order. ``submitted_at`` must be comparable with the others'.

    ``holds`` is the intake where she has an accepted place or an outstanding offer: that place is frozen (and counted
    in the intake's ``taken``), and only wishes before it in her order are tried.
    """

    id: str
    office: str
    submitted_at: datetime
    wishes: tuple[Wish, ...]
    holds: str | None = None


@dataclass(frozen=True, slots=True)
class Quota:
    """An office's places at an intake; ``maximum`` None means no upper limit."""

    minimum: int = 0
    maximum: int | None = None

    def __post_init__(self):
        if self.minimum < 0 or (self.maximum is not None and self.maximum < self.minimum):
            raise ValueError("a quota needs 0 <= minimum <= maximum")


@dataclass(frozen=True, slots=True)
class Intake:
    """An intake with places to give. ``capacity`` counts all places, ``taken`` the frozen ones by office.

    With no quotas at all every office may fill it; with some, an office without a row has 0–0 and comes in over quota.
    """

    id: str
    capacity: int
    quotas: Mapping[str, Quota] = field(default_factory=dict)
    taken: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self):
        if self.capacity < 0 or any(count < 0 for count in self.taken.values()):
            raise ValueError("capacity and taken places are never negative")


@dataclass(frozen=True, slots=True)
class Points:
    """Points by factor, as they are stored and explained. ``courses`` is zero or negative."""

    fit: int
    waiting: int
    refusals: int
    courses: int

    @property
    def total(self) -> int:
        return self.fit + self.waiting + self.refusals + self.courses


@dataclass(frozen=True, slots=True)
class CutOff:
    """Places given in this run to an office in a step (or to a group of them), and the lowest points among them.

    ``printable`` is False where it would tell one person's points.
    """

    places: int
    points: int
    printable: bool


@dataclass(frozen=True, slots=True)
class WishOutcome:
    """What became of one wish.

    ``status``: placed (got it in ``step``), full, blocked (``reason`` is the code given), held (the place she has
    already) or closed (a better wish was met, or she holds a place she ranks higher). For full, ``reason`` is

    own_office     her office's places went to applicants before her in the order; ``cut_off`` is theirs
    own_taken      her office's places were accepted or offered before this run
    other_minimum  a place went to an office that had not filled its minimum, past her
    other_quota    the places went to other offices' quotas, and her office has none
    outranked      the free places went to applicants before her in the order; ``cut_off`` is theirs
    none_left      there was no place to give in this run
    exception      the county gave the places by exception
    passed_over    the county passed her over by exception: she has no position either

    ``tie`` tells what decided when the points equal the cut-off: days_waiting, submitted or lot. ``position`` is
    the place on the intake's waiting list, ``office_position`` among those of the same office, both from 1.
    """

    application: str
    office: str
    intake: str
    rank: int
    status: str
    points: Points
    step: str = ""
    reason: str = ""
    cut_off: CutOff | None = None
    tie: str = ""
    position: int | None = None
    office_position: int | None = None
