"""A stored run as the engine's input again: the same facts under other criteria, or without its exceptions (A2)."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.db.models import Q

from amo.models import Membership
from courses.actions.deciding import OUTCOMES
from courses.allocation_data import engine_wish
from courses.engines.allocation import Allocation, AllocationPolicy, Application, Intake, Quota, allocate
from courses.models import AllocationDecision, AllocationRun
from participants.models import Participant

Outcome = AllocationDecision.Outcome


@dataclass(frozen=True, slots=True)
class Row:
    """One wish and what became of it, by ids as text: what counts are made of."""

    application: str
    office: str
    intake: str
    rank: int
    outcome: str
    step: str = ""
    days_waiting: int = 0


@dataclass
class Totals:
    """What a set of decisions comes to. `by_office` and `by_intake`: {id: number who get a place}."""

    applicants: int = 0
    placed: int = 0
    first_wish: int = 0
    over_quota: int = 0
    days_waiting: float = 0.0
    by_office: Counter = field(default_factory=Counter)
    by_intake: Counter = field(default_factory=Counter)
    applied_office: Counter = field(default_factory=Counter)
    first_office: Counter = field(default_factory=Counter)
    over_office: Counter = field(default_factory=Counter)


def totals(rows: Iterable[Row]) -> Totals:
    """Add the rows up; an application without a place counts as an applicant all the same."""
    found, offices, days = Totals(), {}, []
    for row in rows:
        offices[row.application] = row.office
        if row.outcome != Outcome.PLACED:
            continue
        found.placed += 1
        found.first_wish += row.rank == 1
        found.over_quota += row.step == "over_quota"
        found.by_office[row.office] += 1
        found.by_intake[row.intake] += 1
        found.first_office[row.office] += row.rank == 1
        found.over_office[row.office] += row.step == "over_quota"
        days.append(row.days_waiting)
    found.applicants = len(offices)
    found.applied_office = Counter(offices.values())
    found.days_waiting = sum(days) / len(days) if days else 0.0
    return found


@dataclass(frozen=True)
class Recorded:
    """What a stored run was counted from, and what it decided."""

    applications: list[Application]
    intakes: list[Intake]
    seed: bytes
    decided: list[Row]
    ranks: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """{(application, intake): rank of the wish as it was then}."""

    def again(self, policy: AllocationPolicy, *, exceptions: bool = True) -> list[Row]:
        """What the engine gives of the same facts by a policy, with the exceptions or without."""
        applications = self.applications if exceptions else [_plain(one) for one in self.applications]
        answer = allocate(applications, self.intakes, seed=self.seed, policy=policy)
        return _rows_of(answer, self.applications, self.ranks)


def _plain(application: Application) -> Application:
    wishes = tuple(replace(wish, lifted=False, passed_over=False) for wish in application.wishes)
    return replace(application, wishes=wishes)


def _rows_of(answer: Allocation, applications: list[Application], ranks: Mapping[tuple[str, str], int]) -> list[Row]:
    """The engine's answer as rows."""
    days = {(one.id, wish.intake): wish.days_waiting for one in applications for wish in one.wishes}
    return [
        Row(
            outcome.application, outcome.office, outcome.intake, ranks[outcome.application, outcome.intake],
            OUTCOMES[outcome.status], outcome.step, days[outcome.application, outcome.intake],
        )
        for outcome in answer.outcomes()
    ]  # fmt: skip


def may_be_counted(membership: Membership | None = None) -> Q:
    """Condition on decisions: in the figures of a run, for the membership or for everybody.

    What was decided then, whatever has been withdrawn since and whoever may follow the person now; a person with a
    strictly confidential address only for those who hold the flag (06-access).
    """
    if membership is not None and membership.sees_strictly_confidential:
        return Q()
    strictly = Participant.AddressProtection.STRICTLY_CONFIDENTIAL
    return ~Q(wish__application__participant__address_protection=strictly)


def recorded(run: AllocationRun, counted: Q | None = None) -> Recorded:
    """The run's own input again, in two queries. counted: condition on the decisions that `decided` is limited to.

    A wish for a course that had no places in the run could be given nothing, and is left out.
    """
    # In the order they were decided, which is by rank as it was then.
    stored = AllocationDecision.objects.filter(run=run).order_by("wish__application", "pk")
    seen = set(stored.filter(counted or Q()).values_list("pk", flat=True))
    application = "wish__application"
    columns = (
        "pk", f"{application}__public_id", f"{application}__submitted_at", "wish__intake", "outcome", "step", "facts",
    )  # fmt: skip
    places = run.inputs.get("intakes", {})
    grouped, decided, ranks = defaultdict(list), [], {}
    for pk, application, sent_at, intake, outcome, step, facts in stored.values_list(*columns):
        if outcome != Outcome.HELD and str(intake) not in places:
            continue
        # Runs made before the instant was kept with the facts had it from the application.
        facts.setdefault("queued_at", sent_at.isoformat())
        grouped[str(application)].append((intake, outcome, facts))
        # Nor was the rank kept: they are numbered from one.
        rank = ranks[str(application), str(intake)] = facts.get("rank", len(grouped[str(application)]))
        if pk in seen:
            days = facts.get("days_waiting", 0)
            decided.append(Row(str(application), facts["office"], str(intake), rank, outcome, step, days))
    return Recorded(
        applications=[_application(name, wishes) for name, wishes in grouped.items()],
        intakes=[_intake(one) for one in places.values()],
        seed=bytes.fromhex(run.seed),
        decided=decided,
        ranks=ranks,
    )


def _application(name: str, wishes: list[tuple[int, str, Mapping]]) -> Application:
    held = next((intake for intake, outcome, _facts in wishes if outcome == Outcome.HELD), None)
    facts = wishes[0][2]
    return Application(
        id=name,
        office=facts["office"],
        submitted_at=dt.datetime.fromisoformat(facts["queued_at"]),
        wishes=tuple(engine_wish(intake, own) for intake, _outcome, own in wishes),
        holds=None if held is None else str(held),
    )


def _intake(stored: Mapping) -> Intake:
    quotas = {office: Quota(**quota) for office, quota in stored["quotas"].items()}
    return Intake(stored["id"], stored["capacity"], quotas, stored["taken"])


@dataclass(frozen=True)
class Difference:
    """What changes between two answers: places per office and course, and whose place is another."""

    before: Totals
    after: Totals
    moved: list[tuple[str, str, str]]
    """(application, intake before or "", intake after or "")"""


def difference(before: list[Row], after: list[Row]) -> Difference:
    """Compare two sets of decisions about the same applications."""
    was, will = _places(before), _places(after)
    moved = [(name, was.get(name, ""), will.get(name, "")) for name in sorted(was.keys() | will.keys())]
    return Difference(totals(before), totals(after), [one for one in moved if one[1] != one[2]])


def _places(rows: list[Row]) -> dict[str, str]:
    return {row.application: row.intake for row in rows if row.outcome == Outcome.PLACED}
