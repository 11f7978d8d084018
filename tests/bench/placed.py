"""How many get a place: the allocation beside the most that is possible and today's practice (A2)."""

import random

from courses.engines.allocation import AllocationPolicy, allocate
from tests.bench import Steps, bench
from tests.engines.world import leftover, market, most_placed, one_at_a_time, widened

POLICY = AllocationPolicy("bench")
SEEDS = 20
# name, applicants, intakes, capacity, wishes from and to, what 03-matching promises of the bound
MARKETS = (
    ("slack: 3 places for 2 applicants", 1000, 100, 15, (1, 5), 0.85),
    ("slack, at least two wishes", 1000, 100, 15, (2, 5), 0.85),
    ("nearer balance: 5 places for 4", 1200, 100, 15, (1, 5), None),
    ("balance: 1 place for 1", 1500, 100, 15, (1, 5), None),
    ("scarcity: 3 places for 10", 3000, 60, 15, (1, 5), 0.99),
)


def shares(applicants: int, intakes: int, capacity: int, wishes: tuple[int, int], seed: int) -> tuple[float, ...]:
    """Of the bound: placed in the first run, with the leftover round (of its own bound), and one wish at a time."""
    applications, places = market(applicants, intakes, 15, capacity, seed, wishes)
    bound = most_placed(applications, places)
    first = allocate(applications, places, seed=b"bench", policy=POLICY)
    again, after = leftover(applications, places, first.placed, random.Random(seed))
    second = allocate(again, after, seed=b"bench", policy=POLICY)
    most = most_placed(widened(applications, again), places)
    return (
        len(first.placed) / bound,
        (len(first.placed) + len(second.placed)) / most,
        one_at_a_time(applications, places) / bound,
        (len(first.placed) + len(second.placed)) / applicants,
    )


@bench("placed, of the most possible")
def placed() -> Steps:
    """Per market the lowest and the mean share of the maximum flow over the seeds; a bound that is not held says so."""
    for name, applicants, intakes, capacity, wishes, promised in MARKETS:
        found = [shares(applicants, intakes, capacity, wishes, seed) for seed in range(SEEDS)]
        first, both, today, of_all = zip(*found, strict=True)
        held = "" if promised is None else f"; {promised} " + ("held" if min(first) >= promised else "NOT HELD")
        yield (
            name,
            f"first run {min(first):.3f} / {sum(first) / SEEDS:.3f}{held}",
        )
        yield "  with the leftover round", f"{min(both):.3f} / {sum(both) / SEEDS:.3f}"
        yield "  one application at a time, three rounds", f"{min(today):.3f} / {sum(today) / SEEDS:.3f}"
        yield "  of all applicants, after both runs", f"{min(of_all):.3f} / {sum(of_all) / SEEDS:.3f}"
