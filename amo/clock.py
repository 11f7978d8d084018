"""The only source of time. In test and demo it adds an offset stored in the database, read by web and worker."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings

OSLO = ZoneInfo("Europe/Oslo")


def offset_days() -> int:
    """Days added to the machine's clock; 0 outside demo mode. One primary-key look-up."""
    if not settings.DEMO:
        return 0
    from amo.models import ClockOffset

    return ClockOffset.objects.filter(pk=1).values_list("days", flat=True).first() or 0


def now() -> dt.datetime:
    """The instant now, in UTC, moved by the demo's offset."""
    return dt.datetime.now(dt.UTC) + dt.timedelta(days=offset_days())


def today() -> dt.date:
    """The date now in Oslo (02-domain, rule 3)."""
    return now().astimezone(OSLO).date()
