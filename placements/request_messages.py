"""Messages about requests: to those who teach the class, with the employer's name and never a client's."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, notifications
from amo.models import Membership
from courses.models import IntakeAssignment
from placements.models import PlacementRequest


def may_be_asked(requests: Iterable[PlacementRequest]) -> None:
    """Those of the class hear that one who stood in the queue may ask now. Two queries and one statement."""
    requests = list(requests)
    if not requests:
        return
    today = clock.today()
    assigned: dict[int, list[Membership]] = {}
    rows = IntakeAssignment.objects.filter(intake__in={row.enrolment.intake_id for row in requests})
    for row in rows.active_on(today).select_related("membership").order_by("pk"):
        assigned.setdefault(row.intake_id, []).append(row.membership)
    items = []
    for request in requests:
        text = _("En deltaker på %(code)s står først i køen og kan spørre %(employer)s nå.") % {
            "code": request.enrolment.intake.code,
            "employer": request.employer.name,
        }
        url = reverse("courses:enrolment_detail", args=[request.enrolment.public_id])
        key = f"request:{request.public_id}:{request.version}"
        # A protected person is known to those who were given her by name: who wrote the request is one of them.
        others = [] if request.participant.is_protected else assigned.get(request.enrolment.intake_id, [])
        members = {member.pk: member for member in [request.recorded_by, *others]}
        provider = request.enrolment.intake.contract.provider_id
        items += [(member, text, url, key) for member in members.values() if member.provider_id == provider]
    notifications.notify_many(items)
