"""A day in a URL."""

import datetime as dt

from django.urls import register_converter


class DayConverter:
    """2026-01-31. Anything that is no day of the calendar is no match, so the page is not found."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> dt.date:
        return dt.date.fromisoformat(value)

    def to_url(self, value) -> str:
        return value.isoformat() if isinstance(value, dt.date) else str(value)


register_converter(DayConverter, "day")
