"""Which agreements wait for signatures (L3)."""

from django.db.models import QuerySet

from placements.protection import unprotected
from placements.slots import HOLDS_SLOT


def of(placements: QuerySet) -> QuerySet:
    """Agreed or running, and not signed by all three; protected persons are in no list or count."""
    return unprotected(placements).filter(status__in=HOLDS_SLOT, signed_on=None)
