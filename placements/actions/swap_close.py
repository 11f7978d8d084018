"""What a placement's end means for a wish to swap that waits for an answer (L6)."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from amo import versions
from amo.models import Membership
from participants.actions import complete_tasks_by_key
from placements.models import SwapRequest


def task_key(request: SwapRequest) -> str:
    """The key of the task to answer it."""
    return f"swap:{request.public_id}"


def drop_open(placement_ids: Sequence[int], *, by: Membership | None) -> int:
    """Open wishes of placements that are over fall away, and so do their tasks; returns how many. Inside a transaction."""
    found = SwapRequest.objects.select_for_update(of=("self",)).filter(
        placement__in=placement_ids, status=SwapRequest.Status.OPEN
    )
    dropped = list(found.order_by("pk"))
    for request in dropped:
        request.status = SwapRequest.Status.WITHDRAWN
        request.answer = _("Praksisen er avsluttet.")
        versions.save(request)
        complete_tasks_by_key(task_key(request), by=by)
    return len(dropped)
