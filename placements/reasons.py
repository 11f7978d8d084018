"""Why a placement ended, as far as the reader may know it (L6)."""

from amo.models import Membership, Role
from placements.models import Placement


def end_reason(placement: Placement, membership: Membership) -> str:
    """The reason in words, or empty. County staff see illness only as counts (06-access)."""
    if membership.role == Role.COUNTY_STAFF and placement.end_reason == Placement.EndReason.ILL:
        return ""
    said = str(placement.get_end_reason_display())
    return f"{said}: {placement.end_note}" if placement.end_note else said
