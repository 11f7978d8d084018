"""Office quotas that are proposed: by share of registered jobseekers, or as on the course's last intake (C3)."""

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q

from amo.models import Office
from courses.engines.quota_shares import quotas as by_share
from courses.models import Intake, OfficeQuota
from participants.models import JobseekerPeriod, Participant

BY_SHARE, FROM_LAST, NONE = "share", "last", "none"
Quotas = dict[int, tuple[int, int | None]]


@dataclass(frozen=True)
class Proposal:
    """What is proposed for one intake: {office: (least, most)}, and the intake it is copied from, if any."""

    intake: Intake
    quotas: Quotas = field(default_factory=dict)
    copied_from: Intake | None = None

    @property
    def places(self) -> int:
        return self.intake.capacity + self.intake.over_capacity

    @property
    def least(self) -> int:
        """The lowest quotas together."""
        return sum(least for least, _most in self.quotas.values())

    @property
    def too_many(self) -> bool:
        """Whether the lowest quotas ask for more places than there are."""
        return self.least > self.places


def offices_of(county_id: int) -> list[Office]:
    """The county's offices, in the order of every list."""
    return list(Office.objects.filter(county=county_id, is_active=True).order_by("name_sort"))


def jobseekers(county_id: int, day: dt.date) -> dict[int, int]:
    """{office: people registered as jobseekers on the day}; every active office of the county is there.

    A person with a strictly confidential address is in no count (06-access).
    """
    periods = JobseekerPeriod.objects.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)
    periods = periods.filter(participant__office__county=county_id).exclude(
        participant__address_protection=Participant.AddressProtection.STRICTLY_CONFIDENTIAL
    )
    counted = dict(
        periods.order_by().values_list("participant__office").annotate(n=Count("participant", distinct=True))
    )
    return {office.pk: counted.get(office.pk, 0) for office in offices_of(county_id)}


def propose(
    intakes: Iterable[Intake], method: str, *, county_id: int, minimum_percent: int, day: dt.date
) -> list[Proposal]:
    """A proposal per intake, in a constant number of queries. By share, what is rounded off in one is made good in the
    next."""
    intakes = list(intakes)
    if method == BY_SHARE:
        places = [intake.capacity + intake.over_capacity for intake in intakes]
        shares = by_share(places, jobseekers(county_id, day), minimum_percent)
        return [Proposal(intake, quotas) for intake, quotas in zip(intakes, shares, strict=True)]
    return _from_last(intakes)


def _from_last(intakes: list[Intake]) -> list[Proposal]:
    """As on the latest earlier intake of the same course that has quotas; none where there is no such."""
    concepts = {intake.contract.concept_id for intake in intakes}
    earlier = Intake.objects.filter(contract__concept__in=concepts, quotas__isnull=False).exclude(
        pk__in=[intake.pk for intake in intakes]
    )
    by_concept = defaultdict(list)
    for intake in earlier.distinct().select_related("contract").order_by("-starts_on", "-pk"):
        by_concept[intake.contract.concept_id].append(intake)
    chosen = {
        intake.pk: next(
            (one for one in by_concept[intake.contract.concept_id] if one.starts_on <= intake.starts_on), None
        )
        for intake in intakes
    }
    rows: dict[int, Quotas] = defaultdict(dict)
    sources = {one.pk for one in chosen.values() if one}
    for quota in OfficeQuota.objects.filter(intake__in=sources, office__is_active=True):
        rows[quota.intake_id][quota.office_id] = quota.minimum, quota.maximum
    return [
        Proposal(intake, rows[chosen[intake.pk].pk] if chosen[intake.pk] else {}, chosen[intake.pk])
        for intake in intakes
    ]


def fingerprint(proposals: Iterable[Proposal]) -> str:
    """A short text that changes when any proposed number does: what was saved is what was seen."""
    rows = [[one.intake.pk, one.places, sorted(one.quotas.items())] for one in proposals]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:16]
