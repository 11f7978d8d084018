"""After a meeting: that it took place, what was said, and what comes next, in one go."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from participants.actions.facts import add_note, record_contact
from participants.actions.tasks import BY_HAND, create_task
from participants.models import ContactAttempt, Note, Participant, Task


@dataclass(frozen=True)
class MeetingLog:
    """What was written."""

    contact: ContactAttempt
    note: Note | None
    task: Task | None


@transaction.atomic
def log_meeting(
    *,
    participant: Participant,
    made_on: date,
    channel: str,
    reached: bool,
    by: Membership,
    note: str = "",
    next_task: str = "",
    next_due_on: date | None = None,
) -> MeetingLog:
    """Log the meeting, keep an internal note and make a task for `by`; all of it or nothing.

    note and next_task may be left out. Raises PermissionDenied for others than an office, and ValidationError at the
    field: made_on, channel, note, next_task or next_due_on.
    """
    if next_task and next_due_on is None:
        raise ValidationError({"next_due_on": _("Skriv fristen.")})
    if next_due_on and not next_task:
        raise ValidationError({"next_task": _("Skriv hva som skal gjøres.")})
    if next_due_on and next_due_on < clock.today():
        raise ValidationError({"next_due_on": _("Fristen kan ikke være før i dag.")})
    contact = record_contact(participant=participant, made_on=made_on, channel=channel, reached=reached, by=by)
    try:
        kept = add_note(participant=participant, text=note, by=by) if note else None
    except ValidationError as error:
        raise ValidationError({"note": error.messages}) from None
    task = None
    if next_task:
        task = create_task(participant=participant, kind=BY_HAND, title=next_task, due_on=next_due_on, owner=by, by=by)
    return MeetingLog(contact, kept, task)
