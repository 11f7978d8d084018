"""How many get a place, against the most that any allocation could place (row A2): a maximum flow by SciPy."""

import random

import pytest

from courses.engines.allocation import AllocationPolicy, allocate
from tests.engines.counts import FULL
from tests.engines.world import leftover, market, most_placed, one_at_a_time, widened

POLICY = AllocationPolicy("1")
SEEDS = range(40 if FULL else 3)


def run(applications, intakes):
    return allocate(applications, intakes, seed=b"bound", policy=POLICY)


@pytest.mark.row("A2")
@pytest.mark.parametrize("seed", SEEDS)
def test_in_a_slack_market_most_of_the_possible_are_placed_and_nearly_all_after_the_leftover_round(seed):
    """Slack is three places for two applicants, each with one to five wishes (docs/decisions/0021)."""
    applications, intakes = market(1000, 100, 15, 15, seed)
    bound = most_placed(applications, intakes)
    first = run(applications, intakes)
    assert 0.85 * bound <= len(first.placed) <= bound
    again, after = leftover(applications, intakes, first.placed, random.Random(seed))
    second = run(again, after)
    assert not set(second.placed) & set(first.placed)
    most = most_placed(widened(applications, again), intakes)
    assert 0.97 * most <= len(first.placed) + len(second.placed) <= most


@pytest.mark.row("A2")
@pytest.mark.parametrize("seed", SEEDS)
def test_nearly_all_have_a_place_after_the_leftover_round_also_where_half_of_what_is_shown_is_not_wanted(seed):
    applications, intakes = market(1000, 100, 15, 15, seed)
    first = run(applications, intakes)
    again, after = leftover(applications, intakes, first.placed, random.Random(seed), wanted=0.5)
    assert 0 < len(again) < len(applications) - len(first.placed), "some want none of the three"
    second = run(again, after)
    most = most_placed(widened(applications, again), intakes)
    assert 0.97 * most <= len(first.placed) + len(second.placed) <= most


@pytest.mark.row("A2")
@pytest.mark.parametrize("seed", SEEDS)
def test_one_application_at_a_time_places_fewer(seed):
    """In a slack market always; where three apply for a place both may fill every one, and then there are no more."""
    for applicants, intakes in ((1000, 100), (3000, 60)):
        applications, places = market(applicants, intakes, 15, 15, seed)
        placed, today = len(run(applications, places).placed), one_at_a_time(applications, places)
        assert placed > today or placed == today == intakes * 15
    slack = market(1000, 100, 15, 15, seed)
    assert len(run(*slack).placed) > one_at_a_time(*slack)


@pytest.mark.row("A2")
@pytest.mark.parametrize("seed", SEEDS)
def test_under_scarcity_hardly_a_place_is_lost(seed):
    applications, intakes = market(3000, 60, 15, 15, seed)
    bound = most_placed(applications, intakes)
    placed = len(run(applications, intakes).placed)
    assert 0.99 * bound <= placed <= bound
    assert bound == 60 * 15


@pytest.mark.row("C3")
def test_soft_quotas_fill_places_that_hard_ones_would_leave_empty():
    applications, intakes = market(1200, 60, 15, 15)
    result = run(applications, intakes)
    steps = [outcome.step for outcome in result.outcomes() if outcome.status == "placed"]
    room = {intake.id: sum(quota.maximum for quota in intake.quotas.values()) for intake in intakes}
    assert all(maximum > 15 for maximum in room.values())
    assert 0 < steps.count("over_quota") < len(steps)
