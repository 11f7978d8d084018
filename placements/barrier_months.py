"""How many reports of each level there were, month by month (R11)."""

import datetime as dt

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils.formats import date_format

from amo import clock
from amo.models import Membership
from placements.barriers import counted_reports
from placements.models import Barrier, BarrierReport

MONTHS = 12


def last_months(today: dt.date, count: int = MONTHS) -> list[dt.date]:
    """The first days of the last months, this one last."""
    number = today.year * 12 + today.month - 1
    return [dt.date((number - back) // 12, (number - back) % 12 + 1, 1) for back in range(count - 1, -1, -1)]


def by_level(membership: Membership) -> dict:
    """{months: names, rows: [{level, label, values, total}], total}: reports of the county's barriers. One query."""
    months = last_months(clock.today())
    barriers = Barrier.objects.visible_to(membership)
    since = dt.datetime.combine(months[0], dt.time(), clock.OSLO)
    reports = BarrierReport.objects.filter(counted_reports(membership), barrier__in=barriers, reported_at__gte=since)
    month = TruncMonth("reported_at", tzinfo=clock.OSLO)
    counted = reports.order_by().annotate(month=month).values_list("barrier__level", "month").annotate(n=Count("pk"))
    found = {(level, moment.date()): n for level, moment, n in counted}
    rows = []
    for level, label in Barrier.Level.choices:
        values = [found.get((level, first), 0) for first in months]
        rows.append({"level": level, "label": label, "values": values, "total": sum(values)})
    names = [date_format(first, "N Y") for first in months]
    return {"months": names, "rows": rows, "total": sum(row["total"] for row in rows)}
