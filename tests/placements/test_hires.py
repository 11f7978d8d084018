"""The hire record against cases reckoned by hand (L7, docs/decisions/0028)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placements.engines.hires import (
    HIRED,
    LOW,
    NOTHING,
    SUBSIDISED,
    THROUGH,
    HireRecord,
    Stint,
    Tally,
    months_before,
    of_outcomes,
    record,
)

DAY = dt.date(2026, 6, 1)


def stints(*outcomes: str, gap: int = 60, last: dt.date = DAY - dt.timedelta(days=30)) -> list[Stint]:
    """Ended placements of eight weeks, oldest first, `gap` days between one's end and the next one's start."""
    found, ends_on = [], last
    for outcome in reversed(outcomes):
        starts_on = ends_on - dt.timedelta(days=55)
        found.append(Stint(starts_on, ends_on, True, outcome))
        ends_on = starts_on - dt.timedelta(days=gap)
    return found


# By hand, Wilson with z = 1.96: upper end of 0 of n is z²/(n + z²): 3.8415/9.8415 = 39.0 for 6, 43.4 for 5.
@pytest.mark.row("L7")
@pytest.mark.parametrize(
    ("hired", "ended", "warns"),
    [
        (0, 0, False),
        (0, 2, False),
        (0, 5, False),
        (0, 6, True),
        (0, 7, True),
        (1, 3, False),
        (1, 10, False),  # upper end 40.4
        (1, 11, True),  # upper end 37.7
        (2, 14, True),  # upper end 39.94
        (3, 17, False),  # upper end 41.0
        (5, 20, False),  # upper end 46.9
    ],
)
def test_a_few_cases_are_no_verdict(hired, ended, warns):
    # The hires come last, so that the run is not what warns.
    found = record(stints(*[NOTHING] * (ended - hired), *[HIRED] * hired, gap=-30), DAY)
    assert (found.lately.ended, found.lately.jobs) == (ended, hired)
    assert found.warns is warns


@pytest.mark.row("L7")
def test_the_interval_is_wilsons_and_no_percentage_is_given_of_fewer_than_ten():
    rate = Tally(ended=12, hired=2, through=1).rate
    # 3 of 12: centre (3 + 1.92)/(12 + 3.84) = 31.1, half 21.9.
    assert (rate.percent, round(rate.low), round(rate.high)) == (25, 9, 53)
    assert Tally(ended=9, hired=9).rate.percent is None
    assert Tally().rate.percent is None
    assert LOW == 40


@pytest.mark.row("L7")
def test_the_run_is_counted_back_to_the_last_paid_job():
    assert record(stints(HIRED, *[NOTHING] * 4), DAY).run == 4
    assert record(stints(*[NOTHING] * 4, HIRED), DAY).run == 0
    assert record(stints(NOTHING, THROUGH, NOTHING), DAY).run == 1
    assert record(stints(*[NOTHING] * 3, SUBSIDISED, NOTHING, NOTHING), DAY).run == 2


@pytest.mark.row("L7")
def test_a_run_of_six_warns_also_where_it_once_hired():
    found = record(stints(*[HIRED] * 6, *[NOTHING] * 6, gap=10), DAY)
    assert found.run == 6 and found.warns and not found.lately.is_low
    assert not record(stints(*[HIRED] * 6, *[NOTHING] * 5, gap=10), DAY).warns


@pytest.mark.row("L7")
def test_wage_subsidy_is_counted_apart_from_hires():
    found = record(stints(SUBSIDISED, HIRED, NOTHING), DAY)
    assert (found.lately.jobs, found.lately.subsidised, found.lately.ended) == (1, 1, 3)


@pytest.mark.row("L7")
def test_what_is_older_than_three_years_is_counted_and_not_judged():
    old = stints(*[NOTHING] * 8, last=DAY - dt.timedelta(days=3 * 366 + 1))
    found = record([*old, *stints(NOTHING)], DAY)
    assert (found.lately.ended, found.in_all.ended, found.run) == (1, 9, 1)
    assert not found.warns
    assert months_before(dt.date(2028, 2, 29)) == dt.date(2025, 2, 28)
    assert months_before(dt.date(2026, 12, 31)) == dt.date(2023, 12, 31)


def at(starts: int, ends: int, outcome: str = NOTHING, ended: bool = True) -> Stint:
    first = dt.date(2026, 1, 1)
    return Stint(first + dt.timedelta(starts), first + dt.timedelta(ends), ended, outcome)


@pytest.mark.row("L7")
@pytest.mark.parametrize(
    ("rows", "relays"),
    [
        ([at(0, 50), at(44, 100)], 1),  # the week before the last one leaves
        ([at(0, 50), at(64, 100)], 1),  # fourteen days after
        ([at(0, 50), at(65, 100)], 0),
        ([at(0, 50), at(36, 100)], 1),  # fourteen days before
        ([at(0, 50), at(35, 100)], 0),  # beside each other, on another place
        ([at(0, 50, HIRED), at(44, 100)], 0),
        ([at(0, 50), at(44, 100, ended=False)], 1),  # the new one is still there
        ([at(0, 50), at(0, 50), at(51, 100)], 1),  # takes over from one only
        ([at(0, 50), at(0, 50), at(51, 100), at(51, 100)], 2),
    ],
)
def test_a_new_trainee_takes_over_from_one_who_was_not_hired(rows, relays):
    assert record(rows, dt.date(2026, 12, 1)).relays == relays


def test_nobody_has_been_there():
    assert record([], DAY) == HireRecord()
    assert not HireRecord().warns and not HireRecord().hires


@pytest.mark.row("L7")
@given(st.lists(st.sampled_from([HIRED, THROUGH, SUBSIDISED, NOTHING]), max_size=14))
def test_what_the_register_says_is_what_the_record_says_lately(outcomes):
    """`of_outcomes` reckons without dates, from the latest backwards."""
    stints = [at(100 * n, 100 * n + 50, outcome) for n, outcome in enumerate(reversed(outcomes))]
    whole, short = record(stints, stints[-1].ends_on if stints else DAY), of_outcomes(outcomes)
    if len(outcomes) <= 10:  # all of them within the months that count
        assert (short.lately, short.run, short.warns, short.hires) == (
            whole.lately,
            whole.run,
            whole.warns,
            whole.hires,
        )
