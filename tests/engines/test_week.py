"""Which kind of day it is by week plans that follow one another (K1)."""

import datetime as dt

import pytest

from courses.engines.week import FREE, KINDS, PLACEMENT, SCHOOL, Plan, kind_of
from courses.models import DayKind

pytestmark = pytest.mark.row("K1")
MONDAY = dt.date(2026, 9, 7)
THEORY_ENDS = MONDAY + dt.timedelta(weeks=4)
COMBINED = (SCHOOL,) * 3 + (PLACEMENT,) * 2 + (FREE,) * 2
WEEKEND = (FREE,) * 5 + (PLACEMENT,) * 2


def kind(offset: int, own=(), of_class=()) -> str:
    return kind_of(MONDAY + dt.timedelta(days=offset), own=own, of_class=of_class, theory_ends_on=THEORY_ENDS)


def test_the_kinds_are_the_models():
    assert tuple(DayKind.values) == KINDS


def test_without_a_plan_it_is_school_until_the_theory_is_over_and_then_placement():
    assert [kind(n) for n in (0, 4, 5, 6)] == [SCHOOL, SCHOOL, FREE, FREE]
    assert [kind(n) for n in (28, 29)] == [SCHOOL, PLACEMENT]


def test_the_latest_plan_that_has_begun_holds():
    plans = [Plan(MONDAY + dt.timedelta(weeks=1), COMBINED), Plan(MONDAY + dt.timedelta(weeks=2), WEEKEND)]
    assert [kind(3, of_class=plans), kind(10, of_class=plans), kind(17, of_class=plans)] == [SCHOOL, PLACEMENT, FREE]
    assert kind(19, of_class=plans) == PLACEMENT, "a Saturday in the third week"


def test_ones_own_goes_before_the_class_and_ends_by_itself():
    own = [Plan(MONDAY, WEEKEND, ends_on=MONDAY + dt.timedelta(days=6))]
    of_class = [Plan(MONDAY, COMBINED)]
    assert [kind(n, own, of_class) for n in (0, 5, 7)] == [FREE, PLACEMENT, SCHOOL]
