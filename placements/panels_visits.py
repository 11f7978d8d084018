"""Visits and meetings on other pages: the start page, the class, the employer, the placement (L5, L12)."""

from collections import defaultdict

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock
from amo.models.users import Role
from courses.models import Intake
from placements import agenda, meetings
from placements.models import Employer, EmployerMeeting, GuideHandOut, Placement
from placements.overdue import visits_owed
from placements.protection import unprotected

SHOWN = 5


def for_start(membership, ids) -> dict:
    """start: visits that are missing, for a provider and for county staff; a provider's coming visits and meetings."""
    if not (membership.is_provider or membership.role == Role.COUNTY_STAFF):
        return {}
    visible = unprotected(Placement.objects.visible_to(membership))
    owed = visits_owed(visible, clock.today()).aggregate(
        running=Count("pk", filter=Q(status=Placement.Status.RUNNING)),
        ended=Count("pk", filter=~Q(status=Placement.Status.RUNNING)),
    )
    items, url = [], reverse("placements:missing_visits")
    if n := owed["running"]:
        text = ngettext("Praksisplass som mangler besøk", "Praksisplasser som mangler besøk", n)
        items.append({"text": text, "url": f"{url}?quick=running", "count": n})
    if n := owed["ended"]:
        text = ngettext("Praksisplass som sluttet uten besøk", "Praksisplasser som sluttet uten besøk", n)
        items.append({"text": text, "url": f"{url}?quick=ended", "count": n})
    if membership.is_provider:
        items += _of_provider(membership)
    return {membership.pk: {"title": _("Besøk og møter"), "items": items}}


def _of_provider(membership) -> list[dict]:
    today, items = clock.today(), []
    without = meetings.without_start_meeting(membership).count()
    if without:
        text = ngettext("Arbeidsgiver uten oppstartsmøte", "Arbeidsgivere uten oppstartsmøte", without)
        items.append({"text": text, "url": reverse("placements:start_meetings_missing"), "count": without})
    coming = [
        {
            "text": _("Besøk hos %(employer)s") % {"employer": visit.placement.employer.name},
            "url": reverse("placements:visit_log", args=[visit.placement.public_id]),
            "due": visit.planned_for,
        }
        for visit in agenda.visits(membership).filter(planned_for__gte=today)[:SHOWN]
    ]
    coming += [
        {
            "text": _("%(meeting)s, %(employer)s")
            % {"meeting": meeting.get_kind_display(), "employer": meeting.employer.name},
            "url": reverse("placements:meeting_detail", args=[meeting.public_id]),
            "due": meeting.on,
        }
        for meeting in agenda.meetings(membership).filter(on__gte=today)[:SHOWN]
    ]
    items += sorted(coming, key=lambda item: item["due"])[:SHOWN]
    return [*items, {"text": _("Alle besøk og møter"), "url": reverse("placements:agenda")}]


def for_intakes(membership, ids) -> dict:
    """intake.detail: where a provider plans the class's visits."""
    if not membership.is_provider:
        return {}
    running = Intake.objects.visible_to(membership).filter(pk__in=ids, status=Intake.Status.RUNNING)
    return {
        intake.pk: {
            "url": reverse("placements:class_visits", args=[intake.public_id]),
            "agenda": reverse("placements:agenda"),
        }
        for intake in running
    }


def for_employers(membership, ids) -> dict:
    """employer.detail: the meetings, next first and then what was agreed; whether the start meeting is missing."""
    found = defaultdict(list)
    rows = EmployerMeeting.objects.visible_to(membership).filter(employer__in=ids).select_related("provider")
    for meeting in rows.exclude(status=EmployerMeeting.Status.CANCELLED).order_by("-on", "-pk"):
        found[meeting.employer_id].append(meeting)
    missing, urls = set(), {}
    if membership.is_provider:
        missing = set(meetings.without_start_meeting(membership).filter(pk__in=ids).values_list("pk", flat=True))
        living = Employer.objects.filter(pk__in=ids).living().values_list("pk", "public_id")
        urls = {pk: reverse("placements:meeting_new", args=[public_id]) for pk, public_id in living}
    return {pk: _employer(membership, found[pk], pk in missing, urls.get(pk, "")) for pk in ids}


def _employer(membership, rows: list[EmployerMeeting], missing: bool, new_url: str) -> dict:
    planned = [one for one in rows if one.status == EmployerMeeting.Status.PLANNED][::-1]
    held = [one for one in rows if one.status == EmployerMeeting.Status.HELD]
    for meeting in held[:SHOWN]:
        meeting.topics_text = ", ".join(meetings.words(meeting))
    return {
        "planned": planned[:SHOWN],
        "more_planned": max(0, len(planned) - SHOWN),
        "last_planned": planned[-1] if planned else None,
        "held": held[:SHOWN],
        "missing": missing,
        "new_url": new_url,
        "names_provider": membership.is_nav,
    }


def for_placements(membership, ids) -> dict:
    """placement.side: the guide for the mentor, and when it was given."""
    rows = Placement.objects.visible_to(membership).filter(pk__in=ids).exclude(status=Placement.Status.CANCELLED)
    given = {one.placement_id: one for one in GuideHandOut.objects.filter(placement__in=ids)}
    return {
        placement.pk: {
            "given": given.get(placement.pk),
            "url": reverse("placements:guide", args=[placement.public_id]) if membership.is_provider else "",
        }
        for placement in rows
    }
