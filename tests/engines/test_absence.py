"""Patterns in absence: what is told, what never is, and that the order of the days says nothing (K1)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.engines.absence import AWAY, EXCUSED, RULES, Day, patterns
from courses.models import AbsenceWarning, Attendance
from tests.engines.counts import examples

pytestmark = pytest.mark.row("K1")
MONDAY = dt.date(2026, 9, 7)


def course_days(count: int, first: dt.date = MONDAY) -> list[dt.date]:
    days = (first + dt.timedelta(days=n) for n in range(count * 2))
    return [day for day in days if day.weekday() < 5][:count]


def recorded(codes, first: dt.date = MONDAY) -> list[Day]:
    return [Day(day, code) for day, code in zip(course_days(len(codes), first), codes, strict=True)]


def rules(days, **more) -> list[str]:
    return [pattern.rule for pattern in patterns(days, starts_on=MONDAY, **more)]


P, N, S = "present", "not_reported", "ill"


def test_the_engines_codes_are_the_models():
    assert tuple(RULES) == tuple(AbsenceWarning.Rule.values)
    assert {P, *AWAY, *EXCUSED} == set(Attendance.Code.values)


def test_not_reported_twice_in_the_first_three_weeks():
    assert rules(recorded([N, P, P])) == []
    (found,) = patterns(recorded([N, P, P, N]), starts_on=MONDAY)
    assert (found.rule, found.days) == ("not_reported", (MONDAY, MONDAY + dt.timedelta(days=3)))
    # The same in the fourth week is late to be a first sign.
    assert rules([Day(day, N) for day in course_days(2, MONDAY + dt.timedelta(weeks=3))]) == []


@pytest.mark.parametrize("away, told", [(2, False), (3, True)])
def test_under_eighty_per_cent_of_ten_days_in_a_row(away, told):
    days = recorded([P] * 6 + [S] * away + [P] * (4 - away))
    assert rules(days) == (["low_share"] if told else [])
    assert rules(days[:9]) == [], "nine days are too few"


def test_the_ten_days_may_lie_anywhere_in_the_course():
    (found,) = patterns(recorded([P] * 20 + [S, S, S] + [P] * 20), starts_on=MONDAY)
    assert (found.rule, len(found.days), found.counted) == ("low_share", 3, 10)


def test_three_mondays():
    days = [Day(day, S if day.weekday() == 0 else P) for day in course_days(15)]
    (found,) = patterns(days, starts_on=MONDAY)
    assert (found.rule, found.days) == ("weekday", (MONDAY, MONDAY + dt.timedelta(7), MONDAY + dt.timedelta(14)))
    # Ill for three whole weeks is no pattern of Mondays.
    assert "weekday" not in rules(recorded([S] * 15))


@pytest.mark.parametrize("code", sorted(EXCUSED))
def test_interviews_work_and_what_was_agreed_never_warn(code):
    assert rules(recorded([code] * 40)) == []
    # Nor do they make the share of the other days look better or worse.
    assert rules(recorded([P] * 8 + [code] * 30 + [S, S])) == []


def test_what_was_followed_up_is_not_told_again():
    days = recorded([N, N, P, P, P])
    assert rules(days, after={"not_reported": days[-1].on}) == []
    more = [*days, *(Day(day, N) for day in course_days(2, MONDAY + dt.timedelta(weeks=1)))]
    assert rules(more, after={"not_reported": days[-1].on}) == ["not_reported"]


@examples(200, 5000)
@given(st.lists(st.sampled_from(Attendance.Code.values), max_size=40), st.randoms())
def test_order_says_nothing_and_only_days_away_are_told(codes, random):
    days = recorded(codes)
    found = patterns(days, starts_on=MONDAY)
    shuffled = days.copy()
    random.shuffle(shuffled)
    assert patterns(shuffled, starts_on=MONDAY) == found
    code_of = {day.on: day.code for day in days}
    assert all(code_of[day] in AWAY for pattern in found for day in pattern.days)
    assert all(pattern.first <= min(pattern.days) and max(pattern.days) <= pattern.last for pattern in found)
