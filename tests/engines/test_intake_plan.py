"""A year of intakes, and places by largest remainder: the pure functions (C3)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amo import workdays
from courses.engines import intake_plan
from courses.engines.intake_plan import PlanRequest
from courses.engines.quota_shares import apportion, quotas
from tests.engines.counts import examples

pytestmark = pytest.mark.row("C3")


def plan(asked: PlanRequest):
    return intake_plan.plan(asked, workdays.next_working_day)


def asked(**changes) -> PlanRequest:
    values = {
        "first_start": dt.date(2027, 1, 4),
        "number": 3,
        "every_weeks": 10,
        "theory_weeks": 11,
        "placement_weeks": 7,
        "deadline_weeks": 4,
        "skip_july": True,
        "skip_days_off": True,
        "contract_ends_on": dt.date(2030, 12, 31),
        "today": dt.date(2026, 11, 1),
    }
    return PlanRequest(**values | changes)


def codes(one) -> set[str]:
    return {code for code, _day in one.notes}


def test_starts_every_n_weeks_with_the_concept_s_length():
    first, second, third = plan(asked())
    assert [one.starts_on for one in (first, second, third)] == [
        dt.date(2027, 1, 4), dt.date(2027, 3, 15), dt.date(2027, 5, 24),
    ]  # fmt: skip
    assert first.theory_ends_on == dt.date(2027, 3, 19), "the Friday of week 11"
    assert first.ends_on == dt.date(2027, 5, 7), "the Friday of week 18"
    assert first.application_deadline == dt.date(2026, 12, 7)


def test_a_start_on_a_holiday_moves_to_the_next_working_day_and_the_rest_keep_their_day():
    easter, after = plan(asked(first_start=dt.date(2027, 3, 29), number=2, every_weeks=1))
    assert (easter.starts_on, after.starts_on) == (dt.date(2027, 3, 30), dt.date(2027, 4, 5))
    assert ("moved_start", dt.date(2027, 3, 29)) in easter.notes
    assert easter.theory_ends_on == dt.date(2027, 6, 11), "the week is whole though its Monday is off"
    assert "moved_start" not in codes(after)


def test_july_moves_to_august_and_those_after_follow():
    july, after = plan(asked(first_start=dt.date(2027, 7, 5), number=2))
    assert (july.starts_on, after.starts_on) == (dt.date(2027, 8, 2), dt.date(2027, 10, 11))
    assert plan(asked(first_start=dt.date(2027, 7, 5), number=1, skip_july=False))[0].starts_on == dt.date(2027, 7, 5)


def test_a_deadline_on_a_day_off_moves_and_is_told():
    (one,) = plan(asked(first_start=dt.date(2027, 4, 26), number=1))
    assert one.application_deadline == dt.date(2027, 3, 30), "the second day of Easter is a holiday"
    assert ("moved_deadline", dt.date(2027, 3, 29)) in one.notes


def test_what_to_look_at_is_told():
    (one,) = plan(asked(first_start=dt.date(2027, 5, 3), number=1, contract_ends_on=dt.date(2027, 6, 30)))
    assert {intake_plan.THROUGH_JULY, intake_plan.AFTER_CONTRACT} <= codes(one)
    (late,) = plan(asked(today=dt.date(2026, 12, 20), number=1))
    assert intake_plan.DEADLINE_PAST in codes(late)


@given(
    st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1)), st.integers(1, 26), st.integers(1, 52), st.integers(0, 30),
    st.integers(0, 20), st.integers(0, 26), st.booleans(), st.booleans(),
)  # fmt: skip
@examples(200, 3000)
def test_every_plan_meets_the_constraints_of_an_intake(first, number, every, theory, placement, deadline, july, off):
    found = plan(
        asked(
            first_start=first, number=number, every_weeks=every, theory_weeks=theory, placement_weeks=placement,
            deadline_weeks=deadline, skip_july=july, skip_days_off=off,
        )
    )  # fmt: skip
    assert len(found) == number
    for one in found:
        assert one.application_deadline <= one.starts_on <= one.theory_ends_on <= one.ends_on
        assert workdays.is_working_day(one.application_deadline) or one.application_deadline == one.starts_on
        if off:
            assert workdays.is_working_day(one.starts_on)
        if july:
            assert one.starts_on.month != 7
    assert [one.starts_on for one in found] == sorted(one.starts_on for one in found)


WEIGHTS = st.dictionaries(st.integers(1, 40), st.integers(0, 5000), max_size=20)


def test_largest_remainder_as_in_the_book():
    assert apportion([10], {1: 47, 2: 16, 3: 158}) == [{1: 2, 2: 1, 3: 7}]
    assert apportion([5], {1: 1, 2: 1, 3: 1}) == [{1: 2, 2: 2, 3: 1}], "on a tie the lower key"
    assert apportion([5], {1: 0, 2: 0}) == [{1: 0, 2: 0}]


def test_who_is_rounded_down_in_one_class_is_first_in_the_next():
    assert apportion([5, 5, 5], {1: 1, 2: 1, 3: 1}) == [{1: 2, 2: 2, 3: 1}, {1: 2, 2: 1, 3: 2}, {1: 1, 2: 2, 3: 2}]
    # Fifteen offices, five classes of fifteen: each of the smallest gets something in the year.
    weights = {1: 60, 2: 60, 3: 40, **dict.fromkeys(range(4, 16), 12)}
    year = apportion([15] * 5, weights)
    assert all(sum(one[key] for one in year) in (2, 3) for key in range(4, 16))


@given(st.lists(st.integers(0, 60), max_size=8), WEIGHTS)
@examples(300, 5000)
def test_every_place_is_given_and_nobody_is_far_from_the_share(places, weights):
    found = apportion(places, weights)
    total, so_far = sum(weights.values()), 0
    for number, given_out in zip(places, found, strict=True):
        so_far += number
        assert sum(given_out.values()) == (number if total else 0)
    for key, weight in weights.items():
        got = sum(one[key] for one in found)
        assert not total or abs(got - so_far * weight / total) < (1 if len(places) == 1 else 2)


@given(st.lists(st.integers(1, 60), max_size=8), WEIGHTS, st.integers(0, 100))
@examples(300, 5000)
def test_proposed_quotas_can_always_be_saved(places, weights, percent):
    for number, found in zip(places, quotas(places, weights, percent), strict=True):
        assert all(0 <= least <= most for least, most in found.values())
        assert sum(least for least, _most in found.values()) <= number
