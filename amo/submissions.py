"""One effect per form: a hidden uuid is inserted first in the action's transaction (05-architecture, "idempotency").

A concurrent repeat waits at the unique key, then sees the first one's result. A failed action rolls the row back,
so the corrected form can be sent again with the same uuid.
"""

import datetime as dt
import uuid

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Submission

KEPT = dt.timedelta(days=90)


def claim(key: uuid.UUID, *, by: Membership | None) -> tuple[Submission, bool]:
    """The Submission of this form and whether it is the first one. Call inside the action's atomic block.

    Raises ValidationError when the uuid was used by another membership.
    """
    submission, first = Submission.objects.get_or_create(id=key, defaults={"membership": by, "created_at": clock.now()})
    if submission.membership_id != (by.pk if by else None):
        raise ValidationError(_("Dette skjemaet er allerede sendt fra en annen tilknytning. Åpne siden på nytt."))
    return submission, first


def finish(submission: Submission, result_url: str) -> None:
    """Remember where the first one led, for repeats; of an address that is too long to keep, the page without its query."""
    longest = Submission._meta.get_field("result_url").max_length
    submission.result_url = result_url if len(result_url) <= longest else result_url.partition("?")[0][:longest]
    submission.save(update_fields=["result_url"])


def is_used(key: str) -> bool:
    """Whether a form with this uuid (as posted text) has already had its effect."""
    try:
        return Submission.objects.filter(pk=uuid.UUID(str(key))).exists()
    except ValueError:
        return False


def sweep(now: dt.datetime) -> int:
    """Job of the tick: forms sent long ago are forgotten."""
    count, _by_model = Submission.objects.filter(created_at__lt=now - KEPT).delete()
    return count
