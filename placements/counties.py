"""Which county something that a membership tells of belongs to (L9, L10)."""

from uuid import UUID

from django.db.models import QuerySet

from amo.models import County, Membership
from courses.models import Contract


def counties_of(membership: Membership) -> QuerySet[County]:
    """The home county of NAV's people; for a provider those it has had a contract with."""
    if membership.home_county_id:
        return County.objects.filter(pk=membership.home_county_id)
    contracts = Contract.objects.filter(provider=membership.provider_id, status__in=["active", "ended", "cancelled"])
    return County.objects.filter(pk__in=contracts.values("concept__county"))


def public_id_of(text: str) -> UUID | None:
    """A public id in an address, None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None
