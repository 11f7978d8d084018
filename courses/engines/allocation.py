"""Allocation: who gets which place (rows A1, A2, A3, A4, C3).

Applicant-proposing deferred acceptance with soft office quotas. Nobody gains by hiding a true wish, no place stands
empty while somebody wants it, and nobody is passed over by somebody of lower order save for an office's quota.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from courses.engines.allocation_types import (
    REASONS,
    STATUSES,
    STEPS,
    AllocationPolicy,
    Application,
    CutOff,
    Intake,
    Points,
    Quota,
    Wish,
    WishOutcome,
)
from courses.engines.explain import Explainer
from courses.engines.order import Market, build_market, score

__all__ = [
    "REASONS",
    "STATUSES",
    "STEPS",
    "Allocation",
    "AllocationPolicy",
    "Application",
    "CutOff",
    "Intake",
    "Points",
    "Quota",
    "Wish",
    "WishOutcome",
    "allocate",
    "choose",
    "score",
]


class Allocation:
    """A finished run. Placements are at hand; reasons, cut-offs and waiting lists are worked out when asked for."""

    def __init__(self, market: Market, held: list[list[int]], steps: dict[int, int], policy: AllocationPolicy):
        self._market, self._held, self._steps, self.policy = market, held, steps, policy
        self.placed: dict[str, str] = {
            market.applications[market.application_at[place]].id: market.intakes[market.intake_at[place]].id
            for places in held
            for place in places
        }

    @cached_property
    def _explainer(self) -> Explainer:
        return Explainer(self._market, self._held, self._steps, self.policy)

    def outcomes(self) -> Iterator[WishOutcome]:
        """Every wish of every application, in the order (submitted, lot), wishes by rank."""
        for number in range(len(self._market.applications)):
            yield from self._explainer.application(number)

    def outcome(self, application_id: str, rank: int) -> WishOutcome:
        """What became of one wish; rank from 1. Raises KeyError for an unknown application."""
        return self._explainer.application(self._numbers[application_id])[rank - 1]

    def cut_offs(self) -> dict[tuple[str, str, str], CutOff]:
        """(intake, office, step) -> places given and the lowest points among them (row A2)."""
        return self._explainer.cut_offs()

    def waiting(self, intake_id: str) -> tuple[tuple[str, int], ...]:
        """The intake's waiting list in the approved order: (application id, rank of the wish) (row A4)."""
        return self._explainer.waiting(intake_id)

    def without(self, applications: Collection[str]) -> "Allocation":
        """The same answer with these applications left waiting: what they were to get is given to nobody."""
        market = self._market
        held = [
            [place for place in places if market.applications[market.application_at[place]].id not in applications]
            for places in self._held
        ]
        return Allocation(market, held, self._steps, self.policy)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {application.id: number for number, application in enumerate(self._market.applications)}


def allocate(
    applications: Sequence[Application], intakes: Sequence[Intake], *, seed: bytes, policy: AllocationPolicy
) -> Allocation:
    """Give the places of one window (rows A1, A2, C3).

    The answer does not depend on the order of the input. Frozen places are never touched: they stand in the intakes'
    ``taken``. Raises ValueError for input that contradicts itself, see build_market.
    """
    market = build_market(applications, intakes, seed, policy)
    rooms = [_Room(intake, market.lifted) for intake in intakes]
    offices = [application.office for application in market.applications]
    office_at = [offices[number] for number in market.application_at]
    held: list[list[int]] = [[] for _ in rooms]
    following = list(market.first[:-1])
    proposing = list(range(len(market.applications)))
    while proposing:
        proposals: dict[int, list[int]] = {}
        for number in proposing:
            wish = following[number]
            if wish < market.first[number + 1]:
                following[number] = wish + 1
                place = market.wishes[wish]
                proposals.setdefault(market.intake_at[place], []).append(place)
        proposing = []
        for intake, new in proposals.items():
            candidates = held[intake] + new
            room = rooms[intake]
            if len(candidates) > room.places:
                candidates.sort()
                candidates, refused = room.choose(candidates, office_at)
                proposing += [market.application_at[place] for place in refused]
            held[intake] = candidates
    steps: dict[int, int] = {}
    for room, places in zip(rooms, held, strict=True):
        places.sort()
        steps |= room.steps(places, office_at)
    return Allocation(market, held, steps, policy)


def choose(intake: Intake, offices: Sequence[str]) -> list[tuple[int, str]]:
    """The choice rule by itself: (index, step) of those chosen among candidates given by office in the strict order."""
    room = _Room(intake)
    chosen, _ = room.choose(list(range(len(offices))), offices)
    steps = room.steps(sorted(chosen), offices)
    return [(index, STEPS[steps[index]]) for index in sorted(chosen)]


class _Room:
    """The places an intake has to give: in all, and per office up to its minimum and maximum after the frozen ones.

    The first ``lifted`` candidates of the whole market come in by exception, before the quotas and within them.
    """

    __slots__ = ("lifted", "limits", "others", "places")

    def __init__(self, intake: Intake, lifted: int = 0):
        self.lifted = lifted
        self.places = max(0, intake.capacity - sum(intake.taken.values()))
        self.others = (0, self.places if not intake.quotas else 0)
        self.limits = {}
        for office, quota in intake.quotas.items():
            taken = intake.taken.get(office, 0)
            maximum = intake.capacity if quota.maximum is None else quota.maximum
            self.limits[office] = max(0, quota.minimum - taken), max(0, maximum - taken)

    def by_step(self, candidates: list[int], office_at: Sequence[str]) -> tuple[list[int], ...]:
        """Split candidates, given in order, by the step they would be chosen in; steps as numbered in STEPS.

        Within an office the choice is always a prefix of the order, so a running count per office tells the step.
        """
        count: dict[str, int] = {}
        minimum, maximum, over, exception = [], [], [], []
        for place in candidates:
            office = office_at[place]
            before = count.get(office, 0)
            count[office] = before + 1
            low, high = self.limits.get(office, self.others)
            if place < self.lifted:
                exception.append(place)
            else:
                (minimum if before < low else maximum if before < high else over).append(place)
        return minimum, maximum, over, exception

    def choose(self, candidates: list[int], office_at: Sequence[str]) -> tuple[list[int], list[int]]:
        """(chosen, refused) of candidates given in order: exceptions, then minimums, maximums, and over quota."""
        minimum, maximum, over, exception = self.by_step(candidates, office_at)
        row = exception + minimum + maximum + over
        return row[: self.places], row[self.places :]

    def steps(self, chosen: list[int], office_at: Sequence[str]) -> dict[int, int]:
        """Step number of each of the chosen, given in order."""
        return {place: step for step, row in enumerate(self.by_step(chosen, office_at)) for place in row}
