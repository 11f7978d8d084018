"""Norwegian working days: Monday to Friday without public holidays."""

import datetime as dt
from functools import cache

import holidays


@cache
def _norway():
    return holidays.country_holidays("NO", language="no")


def is_public_holiday(day: dt.date) -> bool:
    """Whether the day is a public holiday in Norway, whichever weekday it is."""
    return day in _norway()


def is_working_day(day: dt.date) -> bool:
    """Monday to Friday and no public holiday in Norway."""
    return day.weekday() < 5 and not is_public_holiday(day)


def next_working_day(day: dt.date) -> dt.date:
    """`day` itself when it is a working day, else the first one after it."""
    return day if is_working_day(day) else add_working_days(day, 1)


def add_working_days(day: dt.date, n: int) -> dt.date:
    """The `n`-th working day after `day` (before it when n is negative); `day` itself when n is 0."""
    step = dt.timedelta(days=1 if n > 0 else -1)
    for _number in range(abs(n)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def working_days_between(first: dt.date, last: dt.date) -> int:
    """Working days after `first` up to and including `last`; 0 when `last` is not later."""
    return sum(is_working_day(first + dt.timedelta(days=n)) for n in range(1, (last - first).days + 1))


def holidays_between(first: dt.date, last: dt.date) -> list[tuple[dt.date, str]]:
    """Public holidays on weekdays after `first` up to and including `last`, with their Norwegian names."""
    days = (first + dt.timedelta(days=n) for n in range(1, (last - first).days + 1))
    return [(day, _norway()[day]) for day in days if day.weekday() < 5 and day in _norway()]
