"""What placements and visits add to the feed about a person. Two queries for all."""

from collections import defaultdict

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from participants.events import Event, Kind
from placements.models import Placement, Visit
from placements.reasons import end_reason

MISSED = {
    Visit.Status.CANCELLED_BY_EMPLOYER: Visit.Status.CANCELLED_BY_EMPLOYER.label,
    Visit.Status.PARTICIPANT_ABSENT: Visit.Status.PARTICIPANT_ABSENT.label,
}


def of_participants(membership: Membership, ids: list) -> dict:
    """participant.events: started and ended in a placement, visits held and visits that came to nothing."""
    if not membership.is_nav:
        return {}
    found, today = defaultdict(list), clock.today()
    placements = Placement.objects.visible_to(membership).filter(participant__in=ids, starts_on__lte=today)
    placements = placements.exclude(status__in=[Placement.Status.AGREED, Placement.Status.CANCELLED])
    for row in placements.select_related("employer").prefetch_related("visits__logged_by__user"):
        url, employer = reverse("placements:placement_detail", args=[row.public_id]), row.employer.name
        add = found[row.participant_id].append
        add(Event(Kind.PLACEMENT, row.starts_on, _("Startet i praksis"), employer, "", url))
        if row.status != Placement.Status.RUNNING and row.ends_on <= today:
            text = f"{employer}. {end_reason(row, membership)}".rstrip(". ")
            add(Event(Kind.PLACEMENT, row.ends_on, _("Praksisen er slutt"), text, "", url))
        for visit in row.visits.all():
            if event := _visit(visit, employer, url):
                add(event)
    return {person: {"events": events} for person, events in found.items()}


def _visit(visit: Visit, employer: str, url: str) -> Event | None:
    by = str(visit.logged_by.user)
    if visit.status == Visit.Status.HELD:
        parts = [employer, str(visit.get_kind_display())]
        if visit.hiring_intent:
            parts.append(_("Vil de ansette: %(answer)s") % {"answer": str(visit.get_hiring_intent_display()).lower()})
        text = ". ".join(parts)
        return Event(Kind.VISIT, visit.held_on, _("Besøk i praksis"), text, by, url, visit.logged_at)
    day = visit.planned_for
    if visit.status in MISSED and day:
        text = _("%(employer)s, planlagt %(day)s. %(why)s.") % {
            "employer": employer,
            "day": date_format(day, "j. F"),
            "why": MISSED[visit.status],
        }
        return Event(Kind.VISIT, day, _("Besøket ble ikke noe av"), text, by, url, visit.logged_at)
    return None
