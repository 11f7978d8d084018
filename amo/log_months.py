"""The access log's partitions: one table a month, made ahead of time by the tick (05-architecture)."""

import datetime as dt

from django.db import connection

from amo import clock

MONTHS_AHEAD = 2


def make_months(now: dt.datetime) -> int:
    """Make this month's partition and the next two; returns how many were missing. A tick job."""
    month = now.astimezone(clock.OSLO).date().replace(day=1)
    made = 0
    with connection.cursor() as cursor:
        for _ahead in range(MONTHS_AHEAD + 1):
            cursor.execute("SELECT kurslop_make_accesslog_month(%s)", [month])
            made += cursor.fetchone()[0]
            month = (month + dt.timedelta(days=32)).replace(day=1)
    return made
