"""Read models of a round and of a run: what each office applied for and gets, a constant number of queries (A2)."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q

from amo.models import Membership, Office
from courses import words_allocation
from courses.allocation_data import awaiting_plan
from courses.facts_catalogue import taken_by_office
from courses.models import AllocationDecision, AllocationRun, Intake, OfficeQuota, Wish

APPLYING = (Wish.Status.PENDING, Wish.Status.WAITING, Wish.Status.OFFERED, Wish.Status.ACCEPTED)
Outcome = AllocationDecision.Outcome


@dataclass
class OfficeRow:
    """One office at one intake."""

    name: str
    minimum: int | None = None
    maximum: int | None = None
    applicants: int = 0
    taken: int = 0
    given: int = 0
    to_come: int = 0
    over_quota: int = 0

    @property
    def quota(self) -> str:
        """ "2–4", "minst 2", or nothing."""
        if self.minimum is None:
            return ""
        return f"{self.minimum}–{self.maximum}" if self.maximum is not None else f"{self.minimum}–"

    @property
    def below_minimum(self) -> bool:
        """Whether the office has fewer places than its minimum when the proposal is carried out."""
        return self.minimum is not None and self.taken + self.to_come < self.minimum


@dataclass
class IntakeRows:
    """One intake with its offices, and in a run the decisions about its wishes."""

    intake: Intake
    # Applicants that no run takes in before they have a plan (P7).
    awaiting_plan: int = 0
    offices: dict[int, OfficeRow] = field(default_factory=dict)
    placed: list = field(default_factory=list)
    waiting: list = field(default_factory=list)
    blocked: list = field(default_factory=list)

    @property
    def rows(self) -> list[OfficeRow]:
        """The offices that have a quota, a place or an applicant, by name."""
        return sorted(self.offices.values(), key=lambda row: row.name)

    @property
    def applicants(self) -> int:
        return sum(row.applicants for row in self.offices.values())

    @property
    def free_after(self) -> int:
        """Places still free when the proposal is carried out."""
        return max(0, self.intake.free_places - len(self.placed))


def intakes(window, membership: Membership) -> list[IntakeRows]:
    """The round's intakes with quotas, applicants and frozen places per office. One called off stands where it was
    applied for."""
    stands = ~Q(status=Intake.Status.CALLED_OFF) | Exists(Wish.objects.filter(intake=OuterRef("pk")))
    found = {
        intake.pk: IntakeRows(intake)
        for intake in Intake.objects.filter(stands, window=window).with_names().order_by("starts_on", "code")
    }
    names = dict(Office.objects.order_by().values_list("pk", "name"))

    def office(intake: int, pk: int) -> OfficeRow:
        return found[intake].offices.setdefault(pk, OfficeRow(names[pk]))

    for quota in OfficeQuota.objects.filter(intake__in=found).order_by("pk"):
        row = office(quota.intake_id, quota.office_id)
        row.minimum, row.maximum = quota.minimum, quota.maximum
    wishes = Wish.objects.visible_to(membership).filter(intake__in=found, status__in=APPLYING)
    wishes = wishes.exclude(application__status__in=["draft", "withdrawn"]).order_by()
    for intake, pk, count in wishes.values_list("intake", "application__participant__office").annotate(n=Count("pk")):
        office(intake, pk).applicants = count
    held = wishes.filter(application__in=awaiting_plan(window)).values_list("intake").annotate(n=Count("pk"))
    for intake, count in held:
        found[intake].awaiting_plan = count
    for intake, by_office in taken_by_office(list(found)).items():
        for pk, count in by_office.items():
            office(intake, pk).taken = count
    return list(found.values())


@dataclass
class Line:
    """One decision as it is read on the page."""

    decision: AllocationDecision
    participant: object
    masked: bool
    office: str
    rank: int
    total: int
    sentence: str


def of_run(run: AllocationRun, membership: Membership) -> list[IntakeRows]:
    """The round's intakes with what the run decided about each wish, in the order of the run."""
    found = {rows.intake.pk: rows for rows in intakes(run.window, membership)}
    decisions = (
        AllocationDecision.objects.filter(run=run, wish__in=Wish.objects.visible_to(membership))
        .select_related("wish__application__participant__office")
        .order_by("pk")
    )
    grouped = defaultdict(list)
    for decision in decisions:
        grouped[decision.wish.intake_id].append(decision)
    approved = run.status == AllocationRun.Status.APPROVED
    for intake, own in grouped.items():
        rows = found[intake]
        for decision in sorted(own, key=_order):
            _add(rows, _line(decision, membership), approved)
    return list(found.values())


def _order(decision: AllocationDecision):
    return decision.position or 0, -decision.points.get("total", 0), -decision.facts.get("days_waiting", 0), decision.pk


def _line(decision: AllocationDecision, membership: Membership) -> Line:
    participant = decision.wish.application.participant
    return Line(
        decision=decision,
        participant=participant,
        masked=participant.is_masked_for(membership),
        office=participant.office.name,
        rank=decision.wish.rank,
        total=decision.points.get("total", 0),
        sentence=sentence(decision),
    )


def sentence(decision: AllocationDecision) -> str:
    """What the run decided about the wish, in words."""
    return words_allocation.decision(
        outcome=decision.outcome,
        points=decision.points,
        step=decision.step,
        reason=decision.reason,
        cut_off=decision.cut_off,
        tie=decision.cut_off.get("tie", ""),
        position=decision.position,
        exception=decision.facts.get("exception", ""),
    )


def _add(rows: IntakeRows, line: Line, approved: bool) -> None:
    decision = line.decision
    if decision.outcome == Outcome.PLACED:
        rows.placed.append(line)
        row = rows.offices[line.participant.office_id]
        row.given += 1
        row.over_quota += decision.step == "over_quota"
        # Once approved, the offers stand among the taken places.
        row.to_come += not approved
    elif decision.outcome == Outcome.WAITING:
        rows.waiting.append(line)
    elif decision.outcome == Outcome.BLOCKED:
        rows.blocked.append(line)
