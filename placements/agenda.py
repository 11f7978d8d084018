"""What a provider's staff have before them: visits and meetings by day, and what is late (L5, L12)."""

import datetime as dt
from itertools import groupby

from django.db.models import F, Q, QuerySet
from django.urls import reverse

from amo.models import Membership
from placements.models import EmployerMeeting, Visit
from placements.protection import unprotected

AHEAD = dt.timedelta(weeks=8)
BACK = dt.timedelta(weeks=4)
CALLED_OFF = (Visit.Status.CANCELLED_BY_EMPLOYER, Visit.Status.CANCELLED_BY_PROVIDER)


def visits(membership: Membership) -> QuerySet:
    """The planned visits the membership sees, without protected persons."""
    return (
        unprotected(Visit.objects.visible_to(membership), "placement__participant")
        .filter(status=Visit.Status.PLANNED)
        .select_related("placement__participant", "placement__employer")
        .order_by("planned_for", "planned_at", "placement__employer__name_sort", "pk")
    )


def meetings(membership: Membership) -> QuerySet:
    """The planned meetings of the membership's provider."""
    return (
        EmployerMeeting.objects.visible_to(membership)
        .filter(status=EmployerMeeting.Status.PLANNED)
        .select_related("employer")
        .order_by("on", "at", "pk")
    )


def in_file(membership: Membership, today: dt.date) -> tuple[QuerySet, QuerySet]:
    """What the calendar file holds: what is planned; and what was called off or held before, so that a calendar drops it."""
    gone = Q(status__in=CALLED_OFF) | Q(held_on__lt=F("planned_for"))
    kept = unprotected(Visit.objects.visible_to(membership), "placement__participant").filter(
        Q(status=Visit.Status.PLANNED) | gone, planned_for__gte=today - BACK
    )
    meets = EmployerMeeting.objects.visible_to(membership).exclude(status=EmployerMeeting.Status.HELD)
    return (
        kept.select_related("placement__employer").order_by("planned_for", "pk"),
        meets.filter(on__gte=today - BACK).select_related("employer").order_by("on", "pk"),
    )


def days(membership: Membership, today: dt.date) -> tuple[list[dict], list[dict]]:
    """(what is late, [{"day", "items"}] of the coming eight weeks). Two queries."""
    until = today + AHEAD
    found = [_of_visit(visit) for visit in visits(membership).filter(planned_for__lte=until)]
    found += [_of_meeting(one) for one in meetings(membership).filter(on__lte=until)]
    found.sort(key=lambda item: (item["day"], item["at"] or dt.time.max))
    late = [item for item in found if item["day"] < today]
    coming = groupby((item for item in found if item["day"] >= today), key=lambda item: item["day"])
    return late, [{"day": day, "items": list(items)} for day, items in coming]


def _of_visit(visit: Visit) -> dict:
    return {
        "day": visit.planned_for,
        "at": visit.planned_at,
        "visit": visit,
        "employer": visit.placement.employer,
        "url": reverse("placements:visit_log", args=[visit.placement.public_id]),
        "more_url": reverse("placements:visit_detail", args=[visit.public_id]),
    }


def _of_meeting(meeting: EmployerMeeting) -> dict:
    return {
        "day": meeting.on,
        "at": meeting.at,
        "meeting": meeting,
        "employer": meeting.employer,
        "url": reverse("placements:meeting_edit", args=[meeting.public_id]),
        "more_url": reverse("placements:meeting_detail", args=[meeting.public_id]),
    }
