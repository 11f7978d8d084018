"""Which agreements wait for signatures (L3)."""

from django.db.models import QuerySet

from placements.slots import HOLDS_SLOT


def of(placements: QuerySet) -> QuerySet:
    """Agreed or running, and not signed by all three; protected persons are in no list or count."""
    return placements.filter(
        status__in=HOLDS_SLOT,
        signed_on=None,
        participant__address_protection="",
        participant__is_shielded=False,
    )
