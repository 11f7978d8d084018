"""When a wish to swap that waits for an answer falls away (L6)."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from amo import versions
from amo.models import Membership
from participants.actions import complete_tasks_by_key
from placements.actions.queue import MAY_ASK
from placements.models import SwapRequest


def task_key(request: SwapRequest) -> str:
    """The key of the task to answer it."""
    return f"swap:{request.public_id}"


def drop_open(placement_ids: Sequence[int], *, by: Membership | None) -> int:
    """Open wishes of these placements fall away, and so do their tasks; returns how many. Inside a transaction."""
    return _drop(Q(placement__in=placement_ids), by)


def drop_of_ended(today: dt.date) -> int:
    """Open wishes of who is no longer on her course fall away; returns how many. Inside a transaction."""
    goes_on = Q(placement__enrolment__status__in=MAY_ASK, placement__enrolment__ends_on__gte=today)
    return _drop(~goes_on, None)


def _drop(where: Q, by: Membership | None) -> int:
    found = SwapRequest.objects.select_for_update(of=("self",)).filter(where, status=SwapRequest.Status.OPEN)
    dropped = list(found.order_by("pk"))
    for request in dropped:
        request.status = SwapRequest.Status.WITHDRAWN
        request.answer = _("Praksisen er avsluttet.")
        versions.save(request)
        complete_tasks_by_key(task_key(request), by=by)
    return len(dropped)
