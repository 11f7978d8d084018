"""Read model of a round: what each office has applied for and holds, a constant number of queries (A2)."""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q

from amo.models import Membership, Office
from courses import words_allocation
from courses.allocation_data import awaiting_plan
from courses.facts_catalogue import taken_by_office, with_own_number
from courses.models import AllocationDecision, AllocationWindow, Intake, OfficeQuota, Wish

APPLYING = (Wish.Status.PENDING, Wish.Status.WAITING, Wish.Status.OFFERED, Wish.Status.ACCEPTED)


@dataclass
class OfficeRow:
    """One office at one intake."""

    name: str
    minimum: int | None = None
    maximum: int | None = None
    applicants: int = 0
    taken: int = 0

    @property
    def is_idle(self) -> bool:
        """No place for the office at the intake, none held and nobody who asks for one."""
        return self.maximum == 0 and not self.applicants and not self.taken

    @property
    def quota(self) -> str:
        """ "2–4", "minst 2", or nothing."""
        if self.minimum is None:
            return ""
        return f"{self.minimum}–{self.maximum}" if self.maximum is not None else f"{self.minimum}–"


@dataclass
class IntakeRows:
    """One intake with its offices."""

    intake: Intake
    # Applicants that no run takes in before they have a plan (P7).
    awaiting_plan: int = 0
    offices: dict[int, OfficeRow] = field(default_factory=dict)
    rest: int = 0
    """Places taken that stand under no office (06-access)."""

    @property
    def rows(self) -> list[OfficeRow]:
        """The offices that may have a place, have one or have an applicant, by name."""
        return sorted((row for row in self.offices.values() if not row.is_idle), key=lambda row: row.name)

    @property
    def left_out(self) -> int:
        """How many offices with a quota of 0 and no applicant are left out of `rows`."""
        return sum(row.is_idle for row in self.offices.values())

    @property
    def applicants(self) -> int:
        return sum(row.applicants for row in self.offices.values())


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
    everybody = membership.sees_strictly_confidential
    taken = taken_by_office(list(found), shown=not everybody)
    for intake, rows in found.items():
        own = taken[intake]
        if not everybody:
            own, rows.rest = with_own_number(own, rows.offices, rows.intake.occupied)
        for pk, count in own.items():
            office(intake, pk).taken = count
    return list(found.values())


def beside(window: AllocationWindow) -> list[AllocationWindow]:
    """Other open rounds of the county with courses that start in the same days: nobody can rank across them."""
    if window.status != AllocationWindow.Status.OPEN:
        return []
    others = AllocationWindow.objects.filter(county=window.county_id, status=AllocationWindow.Status.OPEN)
    others = others.filter(first_start__lte=window.last_start, last_start__gte=window.first_start)
    return list(others.exclude(pk=window.pk).order_by("deadline", "pk"))


def sentence(decision: AllocationDecision) -> str:
    """What the run decided about the wish, in words."""
    return words_allocation.decision(
        outcome=decision.outcome,
        points=decision.points,
        step=decision.step,
        reason=decision.reason,
        cut_off=decision.cut_off,
        tie=decision.cut_off.get("tie", ""),
        exception=decision.facts.get("exception", ""),
    )
