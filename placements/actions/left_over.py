"""What the end of a placement leaves behind: planned visits that will not be held (L5)."""

from collections.abc import Collection

from django.db.models import F, Q

from placements.models import Placement, Visit


def call_off_visits(placement_ids: Collection[int]) -> int:
    """Call off the planned visits after the last day of these placements, and all of one that never began; how many.

    They stay, called off by the provider, so that the calendar file takes them out of the calendar (decision 29).
    """
    planned = Visit.objects.filter(placement__in=placement_ids, status=Visit.Status.PLANNED)
    gone = planned.filter(
        Q(placement__status=Placement.Status.CANCELLED)
        | Q(planned_for__gt=F("placement__ends_on"))
        | Q(planned_for__lt=F("placement__starts_on"))
    )
    return gone.update(status=Visit.Status.CANCELLED_BY_PROVIDER, version=F("version") + 1)
