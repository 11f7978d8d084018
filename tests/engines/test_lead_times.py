"""Lead times of procurements: median and range, from whom, and the dates that follow (C2)."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courses.contract_facts import on_or_before
from courses.engines.lead_times import PHASES, Procurement, learn, propose

pytestmark = pytest.mark.row("C2")

START = dt.date(2030, 8, 1)


def procurement(*days: int, start: dt.date = START) -> Procurement:
    """One whose phases took so many days each."""
    bids, award, preparation = days
    awarded = start - dt.timedelta(days=preparation)
    deadline = awarded - dt.timedelta(days=award)
    return Procurement(deadline - dt.timedelta(days=bids), deadline, awarded, start)


def test_median_and_range_are_of_the_own_county_where_it_has_enough():
    own = [procurement(40, 50, 60), procurement(50, 60, 70), procurement(90, 100, 110)]
    times = learn(own, [*own, *[procurement(1, 1, 1)] * 9])
    assert (times.of, times.n) == ("county", 3)
    bids = times.phases["bids"]
    assert (bids.median, bids.shortest, bids.longest) == (50, 40, 90)
    assert times.phases["whole"].longest == 300


def test_with_too_few_of_its_own_all_are_used_and_with_too_few_of_all_nothing_is_said():
    own = [procurement(40, 50, 60)] * 2
    every = [*own, procurement(10, 10, 10)]
    assert learn(own, every).of == "all"
    assert learn(own, own) is None
    assert learn([], []) is None


def test_the_dates_are_counted_back_to_working_days():
    times = learn([procurement(42, 49, 84)] * 3, [])
    found = propose(times, dt.date(2031, 8, 1), on_or_before)
    # 84 days before 1 August is 9 May; 49 before that 21 March; 42 before that 7 February: all Fridays.
    assert (found.award_by, found.deadline_on, found.announce_by) == (
        dt.date(2031, 5, 9),
        dt.date(2031, 3, 21),
        dt.date(2031, 2, 7),
    )
    # 17 May is Norway's national day, a Saturday in 2031: back to the Friday.
    assert propose(times, dt.date(2031, 8, 9), on_or_before).award_by == dt.date(2031, 5, 16)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(*[st.integers(0, 400)] * 3), min_size=3, max_size=12),
    st.dates(dt.date(2025, 1, 1), dt.date(2040, 1, 1)),
)
def test_dates_come_in_order_and_the_cautious_one_leaves_the_longest_time(days, start):
    found = [procurement(*one) for one in days]
    times = learn(found, found)
    proposal = propose(times, start, on_or_before)
    assert proposal.announce_by <= proposal.deadline_on <= proposal.award_by <= start
    assert (start - proposal.announce_to_be_safe).days >= max(sum(one) for one in days)
    for phase in (*PHASES, "whole"):
        spread = times.phases[phase]
        assert spread.shortest <= spread.median <= spread.longest
