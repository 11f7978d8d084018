"""The scoped look-ups that every page about a person goes through (06-access)."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.html import format_html

from amo import accesslog
from amo.models import Membership, Role
from participants import answered_tasks
from participants.models import Participant, Task


def may_write(membership: Membership, participant: Participant) -> bool:
    """An office lead for her office; a caseworker for her own people and those nobody has taken."""
    if not membership.is_office or participant.office_id != membership.office_id:
        return False
    if membership.role == Role.OFFICE_LEAD:
        return True
    return participant.caseworker_id in (None, membership.pk)


def may_finish(membership: Membership, task: Task, participant: Participant | None) -> bool:
    """Whoever is to do it, anybody where it is the unit's own, the lead, and those who may change the person's file.

    Nobody ticks off what is done by an answer on a page of its own.
    participant: the person it is about, None for no person. Others at the office read only (06-access).
    """
    if task.done_at or answered_tasks.is_answered_elsewhere(task.kind):
        return False
    if task.owner_id in (None, membership.pk) or membership.role == Role.OFFICE_LEAD:
        return True
    return participant is not None and may_write(membership, participant)


def visible_participant(request: HttpRequest, public_id) -> Participant:
    """The person, not logged: for a page that shows nothing about her. 404 outside scope, 403 when she is protected."""
    membership = request.membership
    participant = get_object_or_404(Participant.objects.visible_to(membership).with_header(), public_id=public_id)
    if not Participant.objects.openable_by(membership).filter(pk=participant.pk).exists():
        raise PermissionDenied
    return participant


def participant_or_404(request: HttpRequest, public_id, *, write: bool = False) -> Participant:
    """The person of a page with her details; leaves the row in the access log.

    Outside the scope: 404, as if she did not exist. Visible but protected, or one's own file: 403. With `write`, 403
    unless the membership may change the file.
    """
    participant = visible_participant(request, public_id)
    if write and not may_write(request.membership, participant):
        raise PermissionDenied
    log_details(request, participant)
    return participant


def reporting_participant(request: HttpRequest, public_id) -> Participant:
    """As participant_or_404, for facts about work and contact: a provider may write them for those it sees."""
    return participant_or_404(request, public_id, write=not request.membership.is_provider)


def with_link(error: ValidationError, field: str, url: str, label: str) -> ValidationError:
    """The same refusal at `field`, with a link to what is in the way."""
    link = format_html('{} <a class="aksel-link" href="{}">{}</a>', " ".join(error.messages), url, label)
    return ValidationError({field: link})


def log_details(request: HttpRequest, participant: Participant, message: str = "") -> None:
    """One row in the access log: this person's details are shown on this page."""
    accesslog.record(request, subject=participant.public_id, message=message, protected=participant.is_protected)
