"""How many get a place, against the most that any allocation could place (row A2): a maximum flow by SciPy."""

import random
from dataclasses import replace

import numpy
import pytest
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_flow

from courses.engines.allocation import AllocationPolicy, allocate
from tests.engines.counts import FULL
from tests.engines.world import market, wish

POLICY = AllocationPolicy("1")
SEEDS = range(40 if FULL else 3)


def most_placed(applications, intakes) -> int:
    """The largest number of applicants that could have a place they wish for, whoever they are."""
    number = {intake.id: 1 + len(applications) + n for n, intake in enumerate(intakes)}
    sink = 1 + len(applications) + len(intakes)
    edges = [(0, 1 + n, 1) for n in range(len(applications))]
    edges += [(1 + n, number[w.intake], 1) for n, a in enumerate(applications) for w in a.wishes]
    edges += [(number[intake.id], sink, intake.capacity - sum(intake.taken.values())) for intake in intakes]
    rows, columns, capacity = (numpy.array(column, dtype=numpy.int32) for column in zip(*edges, strict=True))
    return int(maximum_flow(csr_matrix((capacity, (rows, columns)), shape=(sink + 1, sink + 1)), 0, sink).flow_value)


def run(applications, intakes):
    return allocate(applications, intakes, seed=b"bound", policy=POLICY)


def leftover_round(applications, intakes, result, rand):
    """Everybody without a place is shown up to three intakes with vacancies, and wishes for those."""
    office = {a.id: a.office for a in applications}
    taken = {intake.id: {} for intake in intakes}
    for name, intake in result.placed.items():
        taken[intake][office[name]] = taken[intake].get(office[name], 0) + 1
    after = [replace(intake, taken=taken[intake.id]) for intake in intakes]
    vacant = [intake.id for intake in after if sum(intake.taken.values()) < intake.capacity]
    again = [
        replace(a, wishes=tuple(wish(rand, name) for name in rand.sample(vacant, min(3, len(vacant)))))
        for a in applications
        if a.id not in result.placed
    ]
    return again, after


@pytest.mark.row("A2")
@pytest.mark.parametrize("seed", SEEDS)
def test_in_a_slack_market_most_of_the_possible_are_placed_and_nearly_all_after_the_leftover_round(seed):
    """Slack is three places for two applicants; nearer to balance, single wishes leave more of the bound unreached."""
    applications, intakes = market(1000, 100, 15, 15, seed)
    bound = most_placed(applications, intakes)
    first = run(applications, intakes)
    assert 0.85 * bound <= len(first.placed) <= bound
    again, after = leftover_round(applications, intakes, first, random.Random(seed))
    second = run(again, after)
    assert not set(second.placed) & set(first.placed)
    everything = {a.id: a for a in applications}
    for one in again:
        known = {mine.intake for mine in everything[one.id].wishes}
        added = tuple(new for new in one.wishes if new.intake not in known)
        everything[one.id] = replace(one, wishes=everything[one.id].wishes + added)
    widened = most_placed(list(everything.values()), intakes)
    assert 0.97 * widened <= len(first.placed) + len(second.placed) <= widened


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
