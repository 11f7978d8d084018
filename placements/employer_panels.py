"""What the register of employers shows on a placement's page (L7)."""

from placements.models import Placement


def limit(membership, ids) -> dict:
    """placement.side: why the county's limit was passed, where it was. One query."""
    found = Placement.objects.visible_to(membership).filter(pk__in=ids).exclude(limit_reason="")
    return {pk: {"reason": reason} for pk, reason in found.values_list("pk", "limit_reason")}
