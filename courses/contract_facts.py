"""What is read of contracts: places called off, successors, notices due, lead times (C2). A fixed number of queries."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from amo import workdays
from courses.engines import lead_times
from courses.models import Contract, ContractNotice, Handover, Intake

LIVING = (Intake.Status.PLANNED, Intake.Status.OPEN, Intake.Status.ALLOCATED, Intake.Status.RUNNING)
"""An intake that somebody has still to hold."""

NOTICES = (
    (ContractNotice.Kind.FOURTEEN_DAYS, relativedelta(days=14)),
    (ContractNotice.Kind.THREE_MONTHS, relativedelta(months=3)),
    (ContractNotice.Kind.SIX_MONTHS, relativedelta(months=6)),
    (ContractNotice.Kind.EIGHT_MONTHS, relativedelta(months=8)),
)
"""How long before the last day the county is told, the most urgent first."""

EXPIRING = NOTICES[-1][1]


@dataclass(frozen=True)
class Places:
    """Places of a contract. bought is 0 where it is not registered; handed_over lie on another contract now."""

    bought: int
    called_off: int
    handed_over: int = 0

    @property
    def used(self) -> int:
        return self.called_off + self.handed_over

    @property
    def left(self) -> int | None:
        """None where nothing is registered as bought; below 0 when more has been called off with a reason."""
        return self.bought - self.used if self.bought else None


def places_of(contracts: Iterable[Contract], *, without: Intake | None = None) -> dict[int, Places]:
    """{contract: its places}. Classes that were called off count nothing. Two queries.

    An intake that had begun when it was handed over counts on both contracts: the old one has had its places.
    without: an intake that is being saved, to be left out.
    """
    contracts = list(contracts)
    intakes = Intake.objects.exclude(status=Intake.Status.CALLED_OFF)
    if without is not None and without.pk:
        intakes = intakes.exclude(pk=without.pk)
    places = Coalesce(Sum(F("capacity") + F("over_capacity")), 0)
    own = dict(intakes.filter(contract__in=contracts).order_by().values_list("contract").annotate(n=places))
    begun = intakes.filter(handovers__status=Handover.Status.DONE, starts_on__lt=F("handovers__day"))
    gone = dict(
        begun.filter(handovers__from_contract__in=contracts)
        .order_by()
        .values_list("handovers__from_contract")
        .annotate(n=places)
    )
    return {one.pk: Places(one.places_bought, own.get(one.pk, 0), gone.get(one.pk, 0)) for one in contracts}


def successors() -> QuerySet[Contract]:
    """Contracts that take over after the outer one: the same course, begun later, lasting longer, not given up."""
    return Contract.objects.filter(
        concept=OuterRef("concept"), starts_on__gt=OuterRef("starts_on"), ends_on__gt=OuterRef("ends_on")
    ).exclude(status__in=[Contract.Status.ENDED, Contract.Status.CANCELLED])


def with_successor(contracts: QuerySet[Contract]) -> QuerySet[Contract]:
    """Annotated with `has_successor`."""
    return contracts.annotate(has_successor=Exists(successors()))


def successor_of(contract: Contract) -> Contract | None:
    """The first contract that takes over; None when there is none yet."""
    found = Contract.objects.filter(
        concept=contract.concept_id, starts_on__gt=contract.starts_on, ends_on__gt=contract.ends_on
    ).exclude(status__in=[Contract.Status.ENDED, Contract.Status.CANCELLED])
    return found.select_related("provider").order_by("starts_on", "pk").first()


def expiring(day: dt.date) -> Q:
    """Condition on contracts annotated by `with_successor`: in force, ending within 8 months, nothing after it."""
    return Q(status=Contract.Status.ACTIVE, ends_on__gte=day, ends_on__lte=day + EXPIRING, has_successor=False)


def notice_due(ends_on: dt.date, day: dt.date) -> str | None:
    """The most urgent notice that is due on `day`; None when the last day is more than 8 months ahead, or over."""
    if ends_on < day:
        return None
    return next((str(kind) for kind, before in NOTICES if day >= ends_on - before), None)


def extended(last_day: dt.date, months: int) -> dt.date:
    """The last day after so many months more: the end of a month stays the end of a month."""
    return last_day + dt.timedelta(days=1) + relativedelta(months=months) - dt.timedelta(days=1)


def living_intakes(contract: Contract) -> QuerySet[Intake]:
    """Classes of the contract that are planned, open or running."""
    return Intake.objects.filter(contract=contract, status__in=LIVING).order_by("starts_on", "code")


def lead_times_for(county_id: int | None) -> lead_times.LeadTimes | None:
    """What earlier procurements took: of the county, or of all. One query. A tender still under way is no experience."""
    rows = (
        Contract.objects.exclude(status=Contract.Status.DRAFT)
        .filter(announced_on__isnull=False, deadline_on__isnull=False, awarded_on__isnull=False)
        .order_by("pk")
        .values_list("concept__county", "announced_on", "deadline_on", "awarded_on", "starts_on")
    )
    every = [(county, lead_times.Procurement(*milestones)) for county, *milestones in rows]
    own = [procurement for county, procurement in every if county == county_id]
    return lead_times.learn(own, [procurement for _county, procurement in every])


def on_or_before(day: dt.date) -> dt.date:
    """The day itself when it is a working day, otherwise the last working day before it."""
    return day if workdays.is_working_day(day) else workdays.add_working_days(day, -1)
