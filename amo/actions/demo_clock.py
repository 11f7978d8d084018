"""Moving the demo's clock."""

import datetime as dt

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.models import ClockOffset, Membership, Role

LIMIT_DAYS = 3 * 366


@transaction.atomic
def move(*, by: Membership, days: int) -> int:
    """Move the clock `days` from where it is, for everybody; returns the new offset in days.

    Raises PermissionDenied outside demo mode or for others than an administrator, ValidationError beyond three years.
    """
    if not settings.DEMO or settings.PRODUCTION or by.role != Role.ADMINISTRATOR:
        raise PermissionDenied
    ClockOffset.objects.get_or_create(pk=1)
    offset = ClockOffset.objects.select_for_update().get(pk=1)
    offset.days += days
    if abs(offset.days) > LIMIT_DAYS:
        raise ValidationError(_("Klokken kan flyttes høyst tre år fram eller tilbake."))
    offset.save()
    clock.forget()
    return offset.days


@transaction.atomic
def move_to(*, by: Membership, day: dt.date) -> int:
    """Move the clock to a date; returns the new offset in days."""
    return move(by=by, days=(day - clock.today()).days)
