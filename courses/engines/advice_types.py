"""The facts that advice reads and the answers it gives; the ranking itself is in advice.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from courses.engines.fit import ChecklistItem, FitResult, NorwegianMinimum
from courses.engines.hiring import NOTHING, CourseGives, SegmentOutlook

GROUPS = ("recommended", "wanted_but", "blocked")
BANDS = ("good", "possible", "poor")


@dataclass(frozen=True, slots=True)
class AdvicePolicy:
    """Versioned weights, floors and band limits (points out of the weights' sum).

    ``clear_lead``: points that another course must be ahead by before passing it over is against the advice.
    """

    version: str
    fit: int = 40
    demand: int = 30
    progression: int = 15
    wish: int = 15
    fit_floor: float = 0.5
    demand_floor: float = 0.2
    wish_steps: tuple[float, ...] = (1.0, 0.67, 0.33)
    min_openings: int = 10
    unknown_demand: float = 0.5
    good_from: int = 65
    possible_from: int = 45
    clear_lead: int = 20


@dataclass(frozen=True, slots=True)
class Period:
    """A measure she is in or has accepted, both days included."""

    starts_on: date
    ends_on: date
    label: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """The formal side of a person, used for stops and warnings, never for points.

    ``legal_age_from`` is the day she turns 19, given only while it lies ahead, so that no other age can reach the
    engine. ``courses_without_work`` counts courses of the last 12 months that did not lead to work. ``districts`` is
    where she has said she can go; None means anywhere. ``registrations`` are the periods as a jobseeker that last on
    the day or begin later; without any nothing is said of the start day.
    """

    on: date
    registered: bool
    need_assessed: bool
    legal_age_from: date | None = None
    measures: tuple[Period, ...] = ()
    courses_without_work: int = 0
    districts: frozenset[str] | None = None
    registrations: tuple[Period, ...] = ()

    def __post_init__(self):
        if self.legal_age_from is not None and self.legal_age_from <= self.on:
            raise ValueError("legal_age_from is given only while it lies ahead")


@dataclass(frozen=True, slots=True)
class ConceptFacts:
    """What advice reads of a concept, or of the version of it that an intake was planned under.

    ``id`` is the concept's whichever version it is; ``county`` and ``occupations`` are the keys into the labour demand.
    """

    id: str
    county: str
    items: tuple[ChecklistItem, ...]
    occupations: tuple[str, ...]
    sectors: frozenset[str] = frozenset()
    norwegian: tuple[NorwegianMinimum, ...] = ()
    weeks: int = 0
    hours_per_week: float = 0
    usual_shifts: frozenset[str] = frozenset()
    gives: CourseGives = NOTHING


@dataclass(frozen=True, slots=True)
class IntakeFacts:
    """One intake. ``concept`` is the key of the facts it is judged by, ``deadline`` its last day for applications;
    ``is_open`` is False in every status but open.
    """

    id: str
    concept: str
    starts_on: date
    ends_on: date
    is_open: bool = True
    deadline: date | None = None
    district: str = ""


@dataclass(frozen=True, slots=True)
class Demand:
    """Labour demand of one occupation in one county: openings of 12 months, trained in 6, planned for 6, unemployed.

    ``months``: of how many the openings are known; of fewer than twelve they are reckoned in proportion.
    """

    occupation: str
    openings: int | None
    completed: int = 0
    planned: int = 0
    unemployed: int | None = None
    months: int = 12


@dataclass(frozen=True, slots=True)
class Reason:
    """A code with its numbers; the caller has the sentence."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """One term: its value 0–1, the weight, the points (value × weight) and why."""

    factor: str
    value: float
    weight: int
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> float:
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """One intake for one person.

    ``stops`` are the hard conditions that fail now, each with what would change it; ``clarify`` must be cleared up but
    stops nothing; ``warnings`` never stop. ``parts`` are fit, demand, progression, wish in that order.
    """

    intake: IntakeFacts
    concept: ConceptFacts
    group: str
    band: str
    points: float
    parts: tuple[Part, ...]
    fit: FitResult
    below: tuple[Reason, ...]
    stops: tuple[Reason, ...]
    clarify: tuple[Reason, ...]
    warnings: tuple[Reason, ...]
    hiring: tuple[SegmentOutlook, ...]

    @property
    def wished(self) -> bool:
        """Does the concept lead to an occupation she has on her list, at any place?"""
        return any(reason.code == "wish_rank" for reason in self.parts[3].reasons)


@dataclass(frozen=True, slots=True)
class NotAmoNow:
    """The answer "not a course now" (row P10): why, and other ways, the nearest first."""

    reasons: tuple[Reason, ...]
    other_ways: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class OwnTrade:
    """A trade that she has and aims for (row P10): which, how long she has worked in it, and other ways to it."""

    reason: Reason
    ways: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """All lines by group, each group best first, and the policy they were counted by.

    ``instead``: other ways worth weighing although courses fit, when earlier courses have not led to work;
    ``own_trade``: other ways beside the courses to a trade she has already.
    """

    policy: AdvicePolicy
    recommended: tuple[AdviceLine, ...]
    wanted_but: tuple[AdviceLine, ...]
    blocked: tuple[AdviceLine, ...]
    not_amo_now: NotAmoNow | None
    instead: tuple[Reason, ...] = ()
    own_trade: OwnTrade | None = None
