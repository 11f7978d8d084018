"""The only source of time. In test and demo it adds an offset stored in the database, read by web and worker."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from zoneinfo import ZoneInfo

from django.conf import settings

OSLO = ZoneInfo("Europe/Oslo")


_once: ContextVar[list[int] | None] = ContextVar("clock_offset", default=None)


@contextmanager
def read_once() -> Iterator[None]:
    """Inside, the offset is looked up at most once: a page that names many dates asks the database no more for it."""
    token = _once.set([])
    try:
        yield
    finally:
        _once.reset(token)


def forget() -> None:
    """Look the offset up again: it has been moved."""
    known = _once.get()
    if known:
        known.clear()


def offset_days() -> int:
    """Days added to the machine's clock; 0 outside demo mode. One primary-key look-up."""
    if not settings.DEMO:
        return 0
    known = _once.get()
    if known:
        return known[0]
    from amo.models import ClockOffset

    days = ClockOffset.objects.filter(pk=1).values_list("days", flat=True).first() or 0
    if known is not None:
        known.append(days)
    return days


def now() -> dt.datetime:
    """The instant now, in UTC, moved by the demo's offset."""
    return dt.datetime.now(dt.UTC) + dt.timedelta(days=offset_days())


def today() -> dt.date:
    """The date now in Oslo (02-domain, rule 3)."""
    return now().astimezone(OSLO).date()
