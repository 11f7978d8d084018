"""Protected persons are in no list and no count (06-access)."""

from django.db.models import QuerySet

from amo.models import Membership
from participants.models import Participant


def unprotected(rows: QuerySet, participant: str = "participant") -> QuerySet:
    """Rows that may stand in a list or be counted. participant: the way from a row to the person."""
    return rows.filter(**{f"{participant}__address_protection": "", f"{participant}__is_shielded": False})


def unmasked(rows: QuerySet, membership: Membership, participant: str = "participant") -> QuerySet:
    """Rows of those this membership reads by name. For where a masked row among few would give the person away."""
    if membership.is_provider:
        return unprotected(rows, participant)
    return rows.filter(**{f"{participant}__in": Participant.objects.openable_by(membership)})
