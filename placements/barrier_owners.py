"""Who is to answer a barrier: what is proposed by its level, and whom it may be given to (L9)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from amo import clock
from amo.models import County, Membership, Office, Provider
from courses.models import Concept, Contract, Intake
from participants.models import Participant
from participants.responsible import responsible_for
from placements.barriers import county_label
from placements.models import Barrier, Employer, Placement
from placements.protection import unprotected
from placements.slots import HOLDS_SLOT

Unit = Membership | Office | Provider | County
KINDS = {"member": Membership, "office": Office, "provider": Provider, "county": County}
FIELDS = {Membership: "owner", Office: "owner_office", Provider: "owner_provider", County: "owner_county"}


@dataclass(frozen=True)
class About:
    """What a barrier is about, as far as the reporter told; each may be missing."""

    concept: Concept | None = None
    intake: Intake | None = None
    employer: Employer | None = None
    participant: Participant | None = None
    fields: tuple = field(default=("concept", "intake", "employer", "participant"), repr=False)

    def only(self, names) -> "About":
        """With these parts, and without the others."""
        return About(**{name: getattr(self, name) for name in self.fields if name in names})


def fields_of(owner: Unit) -> dict:
    """The barrier's four owner fields, of which one is set."""
    return dict.fromkeys(FIELDS.values()) | {FIELDS[type(owner)]: owner}


def owner_of(barrier: Barrier) -> Unit:
    """Whose it is now."""
    return barrier.owner or barrier.owner_office or barrier.owner_provider or barrier.owner_county


def code_of(owner: Unit) -> str:
    """How a form names an owner."""
    return f"{next(kind for kind, model in KINDS.items() if isinstance(owner, model))}:{owner.pk}"


def label_of(owner: Unit) -> str:
    """How people know an owner."""
    if isinstance(owner, County):
        return county_label(owner)
    return str(owner.user) if isinstance(owner, Membership) else str(owner)


def proposed(level: str, about: About, county: County, by: Membership) -> Unit:
    """The owner by level: the person's caseworker or office, the county, the employer's provider, the office.

    Where that one is unknown, the county's staff: nobody's barrier would be forgotten.
    """
    if level == Barrier.Level.PERSON and about.participant:
        return responsible_for(about.participant) or about.participant.office
    if level in {Barrier.Level.PERSON, Barrier.Level.MATCHING}:
        return (about.participant.office if about.participant else None) or by.office or county
    if level == Barrier.Level.EMPLOYER and about.employer:
        return next(iter(providers_at(about.employer, [county])), county)
    return county


def providers_at(employer: Employer, counties: Iterable[County]) -> list[Provider]:
    """The providers with placements there now, in contracts of these counties, those with most first."""
    here = Placement.objects.filter(
        employer=employer, status__in=HOLDS_SLOT, enrolment__intake__contract__concept__county__in=counties
    )
    # A protected person's placement is no reason that others may see.
    here = unprotected(here)
    counted = Counter(here.order_by("pk").values_list("enrolment__intake__contract__provider", flat=True))
    found = Provider.objects.in_bulk([pk for pk in counted if pk])
    return [found[pk] for pk, _count in counted.most_common() if pk in found]


def choices_for_report(about: About, counties, by: Membership) -> list[Unit]:
    """Whom a reporter may propose: those the levels propose, and her own unit."""
    units: list[Unit] = list(counties)
    if about.participant:
        caseworker = responsible_for(about.participant)
        units += [one for one in (caseworker, about.participant.office) if one]
    units += [one for one in (by.office, by.provider) if one]
    if about.intake:
        units += [about.intake.contract.provider] if about.intake.contract.provider_id else []
    if about.employer:
        units += providers_at(about.employer, counties)
    return list(dict.fromkeys(units))


def choices_for_hand_over(barrier: Barrier, by: Membership) -> list[Unit]:
    """Whom a barrier may be given to: the county, its offices and providers, and one's own colleagues."""
    offices = Office.objects.filter(county=barrier.county_id, is_active=True)
    contracts = Contract.objects.filter(concept__county=barrier.county_id, status=Contract.Status.ACTIVE)
    providers = Provider.objects.filter(pk__in=contracts.values("provider"))
    today = clock.today()
    colleagues = Membership.objects.active_on(today).select_related("user")
    same = (
        {"office": by.office_id}
        if by.office_id
        else {"provider": by.provider_id}
        if by.provider_id
        else {"county": by.county_id}
    )
    units: list[Unit] = [barrier.county, *colleagues.filter(**same), *offices, *providers]
    now = owner_of(barrier)
    return [one for one in units if one != now]
