"""Working days in Norway, checked by hand against the calendar of 2026."""

import datetime as dt

import pytest

from amo import workdays


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2026-03-02", 5, "2026-03-09"),  # Monday to Monday
        ("2026-03-06", 1, "2026-03-09"),  # Friday to Monday
        ("2026-03-07", 0, "2026-03-07"),  # none: the same day, also a Saturday
        ("2026-04-01", 1, "2026-04-07"),  # Easter: Thursday to Monday are holidays
        ("2026-04-30", 1, "2026-05-04"),  # 1 May is a Friday
        ("2026-05-13", 1, "2026-05-15"),  # Ascension Day is a Thursday
        ("2026-12-24", 1, "2026-12-28"),  # 25 December is a Friday; 24 December itself is no holiday by law
        ("2026-04-07", -1, "2026-04-01"),
    ],
)
def test_adding_working_days(day, n, expected):
    assert workdays.add_working_days(dt.date.fromisoformat(day), n) == dt.date.fromisoformat(expected)


def test_counting_working_days():
    assert workdays.working_days_between(dt.date(2026, 4, 1), dt.date(2026, 4, 8)) == 2
    assert workdays.working_days_between(dt.date(2026, 4, 8), dt.date(2026, 4, 1)) == 0


def test_constitution_day_and_sundays():
    assert not workdays.is_working_day(dt.date(2027, 5, 17))
    assert not workdays.is_working_day(dt.date(2026, 3, 1))
    assert workdays.is_working_day(dt.date(2026, 3, 2))


def test_holidays_on_weekdays_between_two_days_have_names():
    found = workdays.holidays_between(dt.date(2026, 12, 22), dt.date(2027, 1, 4))
    assert found == [(dt.date(2026, 12, 25), "Første juledag"), (dt.date(2027, 1, 1), "Første nyttårsdag")]
    assert workdays.holidays_between(dt.date(2026, 12, 25), dt.date(2026, 12, 25)) == []
