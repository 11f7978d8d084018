"""Who is to answer a wish for another placement is reminded on the day the answer is due (L6)."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, notifications
from amo.models import Notification
from participants.responsible import office_leads, responsible_for
from placements.actions.swaps import due_on, swap_url
from placements.models import SwapRequest


@transaction.atomic
def remind(now: dt.datetime) -> int:
    """Job of the tick: her caseworker, or the office's leads, hear once of a wish due today or late. Returns how many.

    The text names nobody.
    """
    today = now.astimezone(clock.OSLO).date()
    waiting = SwapRequest.objects.filter(status=SwapRequest.Status.OPEN).select_related(
        "placement__participant__caseworker__user", "placement__participant__office"
    )
    late = {f"swap:{one.public_id}:due": one for one in waiting.order_by("pk") if due_on(one) <= today}
    told = Notification.objects.filter(dedupe_key__in=late).order_by().values_list("dedupe_key", flat=True)
    new = {key: one for key, one in late.items() if key not in set(told)}
    leads = office_leads({one.placement.participant.office_id for one in new.values()})
    text = _("Et ønske om å bytte praksisplass skal besvares nå.")
    notifications.notify_many(
        (receiver, text, swap_url(one), key) for key, one in new.items() for receiver in _receivers(one, leads)
    )
    return len(new)


def _receivers(request: SwapRequest, leads: dict) -> list:
    person = request.placement.participant
    caseworker = responsible_for(person)
    return [caseworker] if caseworker else leads[person.office_id]
