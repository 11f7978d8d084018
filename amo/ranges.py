"""Date ranges for exclusion constraints: first and last day included."""

from django.contrib.postgres.fields import DateRangeField, RangeBoundary
from django.db.models import Func


def date_range(start: str = "starts_on", end: str = "ends_on") -> Func:
    """`daterange(start, end, '[]')`. A model that uses it must name reversed dates in `clean()`, or it is a 500."""
    return Func(start, end, RangeBoundary(inclusive_upper=True), function="daterange", output_field=DateRangeField())
