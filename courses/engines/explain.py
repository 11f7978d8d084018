"""Why an allocation came out as it did: reasons, cut-offs and waiting lists (rows A2, A4, A5)."""

from collections.abc import Iterable
from functools import cached_property

from courses.engines.allocation_types import STEPS, AllocationPolicy, Application, CutOff, Wish, WishOutcome
from courses.engines.order import Market, score

MINIMUM, OVER_QUOTA = STEPS.index("minimum"), STEPS.index("over_quota")


class Explainer:
    """Answers about one finished run; keeps what it has worked out."""

    def __init__(self, market: Market, held: list[list[int]], steps: dict[int, int], policy: AllocationPolicy):
        self.market, self.held, self.steps, self.policy = market, held, steps, policy
        self.intake_numbers = {intake.id: number for number, intake in enumerate(market.intakes)}

    @cached_property
    def placed_at(self) -> dict[int, int]:
        """Application number -> the place in the order of the wish she got."""
        return {self.market.application_at[place]: place for places in self.held for place in places}

    def office(self, place: int) -> str:
        """Office of the wish at a place in the order."""
        return self.market.applications[self.market.application_at[place]].office

    def application(self, number: int) -> list[WishOutcome]:
        """Outcomes of one application's wishes, by rank."""
        market = self.market
        application = market.applications[number]
        active = {
            market.rank_at[place]: place for place in market.wishes[market.first[number] : market.first[number + 1]]
        }
        got = self.placed_at.get(number)
        found, settled = [], False
        for rank, wish in enumerate(application.wishes, start=1):
            place = active.get(rank)
            if wish.intake == application.holds:
                found.append(self._outcome(application, rank, wish, "held"))
                settled = True
            elif settled:
                found.append(self._outcome(application, rank, wish, "closed"))
            elif wish.blocked:
                found.append(self._outcome(application, rank, wish, "blocked", reason=wish.blocked))
            elif place is None:
                found.append(self._outcome(application, rank, wish, "full", reason="passed_over"))
            elif place == got:
                found.append(self._outcome(application, rank, wish, "placed", step=STEPS[self.steps[place]]))
                settled = True
            else:
                found.append(self._full(application, rank, wish, place))
        return found

    def _outcome(self, application: Application, rank: int, wish: Wish, status: str, **more) -> WishOutcome:
        points = score(wish, self.policy)
        return WishOutcome(application.id, application.office, wish.intake, rank, status, points, **more)

    def _full(self, application: Application, rank: int, wish: Wish, place: int) -> WishOutcome:
        reason, rivals = self._why_full(place, application.office)
        last = max(rivals, default=None)
        cut_off, tie = self._cut_off(rivals) if rivals else None, ""
        # Beside a limit that is not told, the tie would tell it: her own points are known.
        if cut_off and cut_off.printable and self.market.points_at[last] == self.market.points_at[place]:
            tie = self._tie(last, wish, application)
        position, office_position = self._positions[place]
        return self._outcome(
            application,
            rank,
            wish,
            "full",
            reason=reason,
            cut_off=cut_off,
            tie=tie,
            position=position,
            office_position=office_position,
        )

    def _why_full(self, place: int, office: str) -> tuple[str, list[int]]:
        """Reason code for a full intake, and those whose lowest points are its cut-off."""
        number = self.market.intake_at[place]
        intake, places = self.market.intakes[number], self.held[number]
        if not places:
            return "none_left", []
        same = [other for other in places if self.office(other) == office]
        by_points = [other for other in places if other >= self.market.lifted]
        quota = intake.quotas.get(office)
        high = quota.maximum if quota else (0 if intake.quotas else None)
        used = len(same) + intake.taken.get(office, 0)
        at_maximum = high is not None and used >= high
        over_quota = [other for other in by_points if self.steps[other] == OVER_QUOTA]
        if at_maximum:
            own = [other for other in by_points if self.office(other) == office and self.steps[other] != OVER_QUOTA]
            # She could have had a place of her office's, or one over quota: the lower of the two is what stopped her.
            if over_quota and (not own or max(over_quota) > max(own)):
                return "outranked", over_quota
            if own:
                return "own_office", own
            if len(same) > sum(other in over_quota for other in same):
                return "exception", []
            if high and used:
                return "own_taken", []
            return ("exception" if len(by_points) < len(places) else "other_quota"), []
        if any(other > place and self.steps[other] == MINIMUM for other in places):
            return "other_minimum", []
        if quota and used < quota.minimum and by_points:
            # More was set aside than there were places: any of them could have been hers.
            return "outranked", by_points
        # Below her office's highest she could have had what is set aside for it, or a place that nothing is set aside of.
        rivals = [other for other in by_points if self.steps[other] != MINIMUM]
        own = [other for other in by_points if self.office(other) == office and self.steps[other] == MINIMUM]
        if own and (not rivals or max(own) > max(rivals)):
            return "own_office", own
        if rivals:
            return "outranked", rivals
        return ("other_minimum" if by_points else "exception"), []

    def _tie(self, last: int, wish: Wish, application: Application) -> str:
        """What put the last of those placed before her when their points are equal."""
        rival = self.market.applications[self.market.application_at[last]]
        if rival.wishes[self.market.rank_at[last] - 1].days_waiting != wish.days_waiting:
            return "days_waiting"
        return "submitted" if rival.submitted_at != application.submitted_at else "lot"

    def _cut_off(self, places: Iterable[int]) -> CutOff:
        points = [self.market.points_at[place] for place in places]
        return CutOff(len(points), min(points), len(points) >= self.policy.cut_off_group)

    def cut_offs(self) -> dict[tuple[str, str, str], CutOff]:
        """See Allocation.cut_offs."""
        groups: dict[tuple[str, str, str], list[int]] = {}
        for intake, places in zip(self.market.intakes, self.held, strict=True):
            for place in places:
                groups.setdefault((intake.id, self.office(place), STEPS[self.steps[place]]), []).append(place)
        return {key: self._cut_off(places) for key, places in groups.items()}

    @cached_property
    def _waiting(self) -> list[list[int]]:
        """Per intake the places in the order of the wishes that are still unmet, in order."""
        waiting: list[list[int]] = [[] for _ in self.market.intakes]
        for place, number in enumerate(self.market.application_at):
            got = self.placed_at.get(number)
            if got is None or self.market.rank_at[place] < self.market.rank_at[got]:
                waiting[self.market.intake_at[place]].append(place)
        return waiting

    @cached_property
    def _positions(self) -> dict[int, tuple[int, int]]:
        found = {}
        for places in self._waiting:
            by_office: dict[str, int] = {}
            for position, place in enumerate(places, start=1):
                office = self.office(place)
                by_office[office] = by_office.get(office, 0) + 1
                found[place] = position, by_office[office]
        return found

    def waiting(self, intake_id: str) -> tuple[tuple[str, int], ...]:
        """See Allocation.waiting."""
        places = self._waiting[self.intake_numbers[intake_id]]
        applications = self.market.applications
        return tuple((applications[self.market.application_at[p]].id, self.market.rank_at[p]) for p in places)
