"""The wish for another placement on other pages: the person's page, her feed and meeting, the placement itself (L6)."""

from collections import defaultdict

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from amo.models import Membership
from participants.events import Event, Kind
from participants.models import Participant
from participants.views.lookups import may_write
from placements.actions.swaps import due_on, swap_url
from placements.models import SwapRequest

Status = SwapRequest.Status


def wish_text(swap: SwapRequest) -> str:
    """Where to, in words, her own suggestion first."""
    parts = [swap.own_suggestion, swap.employer.name if swap.employer else "", swap.sector.name if swap.sector else ""]
    return ", ".join(part for part in parts if part)


def _swaps(membership: Membership, **where):
    return (
        SwapRequest.objects.visible_to(membership)
        .filter(**where)
        .select_related("placement__employer", "employer", "sector", "asked_by__user", "answered_by__user")
        .order_by("-asked_at", "-pk")
    )


def for_participants(membership: Membership, ids: list) -> dict:
    """participant.overview, for NAV: a wish that waits, with the button to answer it for those who may."""
    if not membership.is_nav:
        return {}
    found = {}
    people = {person.pk: person for person in Participant.objects.visible_to(membership).filter(pk__in=ids)}
    for swap in _swaps(membership, placement__participant__in=ids, status=Status.OPEN):
        person = people.get(swap.placement.participant_id)
        found[swap.placement.participant_id] = {
            "swap": swap,
            "wish": wish_text(swap),
            "url": swap_url(swap),
            "answers": bool(person and may_write(membership, person)),
        }
    return found


def events_of_participants(membership: Membership, ids: list) -> dict:
    """participant.events: asked, and answered."""
    if not membership.is_nav:
        return {}
    found = defaultdict(list)
    for swap in _swaps(membership, placement__participant__in=ids):
        add, url = found[swap.placement.participant_id].append, swap_url(swap)
        asked = localtime(swap.asked_at)
        text = f"{wish_text(swap)}. {swap.get_reason_display()}"
        add(
            Event(
                Kind.PLACEMENT, asked.date(), _("Ønsker å bytte praksisplass"), text, str(swap.asked_by.user), url,
                swap.asked_at,
            )
        )  # fmt: skip
        if swap.answered_at:
            title = _("Bytte av praksisplass godkjent")
            if swap.status == Status.REFUSED:
                title = _("Bytte av praksisplass avslått")
            day = localtime(swap.answered_at).date()
            add(Event(Kind.PLACEMENT, day, title, swap.answer, str(swap.answered_by.user), url, swap.answered_at))
    return {person: {"events": events} for person, events in found.items()}


def meeting_of_participants(membership: Membership, ids: list) -> dict:
    """participant.meeting: a wish that waits for an answer."""
    if not membership.is_office:
        return {}
    found = defaultdict(lambda: {"open": []})
    for swap in _swaps(membership, placement__participant__in=ids, status=Status.OPEN):
        text = _("Ønsker å bytte praksisplass: %(wish)s") % {"wish": wish_text(swap)}
        found[swap.placement.participant_id]["open"].append({"text": text, "due": due_on(swap), "url": swap_url(swap)})
    return dict(found)
