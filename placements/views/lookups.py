"""The scoped look-ups of the app: outside the scope is 404, a protected person without the flag is 403."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from amo import accesslog
from courses.models import Enrolment
from participants.models import Participant
from placements.models import Placement, Visit


def log_person(request: HttpRequest, participant: Participant, message: str) -> None:
    """Log that the person's details are shown, or refuse: her page may not be opened by this membership."""
    if not Participant.objects.openable_by(request.membership).filter(pk=participant.pk).exists():
        raise PermissionDenied
    accesslog.record(request, subject=participant.public_id, message=message, protected=participant.is_protected)


def enrolment_or_404(request: HttpRequest, public_id: UUID, message: str) -> Enrolment:
    """An enrolment in scope, with its person and class; logs the access."""
    scope = Enrolment.objects.visible_to(request.membership).select_related(
        "participant", "intake__contract__concept", "intake__contract__provider"
    )
    enrolment = get_object_or_404(scope, public_id=public_id)
    log_person(request, enrolment.participant, message)
    return enrolment


def placement_or_404(request: HttpRequest, public_id: UUID, message: str) -> Placement:
    """A placement in scope, with its person, employer and class; logs the access."""
    scope = Placement.objects.visible_to(request.membership).select_related(
        "participant", "employer", "enrolment__intake__contract__concept", "enrolment__intake__contract__provider"
    )
    placement = get_object_or_404(scope, public_id=public_id)
    log_person(request, placement.participant, message)
    return placement


def visit_or_404(request: HttpRequest, public_id: UUID, message: str) -> Visit:
    """A visit in scope, with its placement, person and employer; logs the access."""
    scope = Visit.objects.visible_to(request.membership).select_related(
        "placement__participant",
        "placement__employer",
        "placement__enrolment__intake__contract__concept",
        "placement__enrolment__intake__contract__provider",
        "logged_by__user",
    )
    visit = get_object_or_404(scope, public_id=public_id)
    log_person(request, visit.placement.participant, message)
    return visit
