"""How many get a place: the allocation beside the most that is possible and today's practice (A2)."""

import random

from courses.engines.allocation import AllocationPolicy, allocate
from tests.bench import Steps, bench
from tests.engines.counts import FULL
from tests.engines.world import leftover, market, most_placed, one_at_a_time, widened

POLICY = AllocationPolicy("bench")
SEEDS = 100 if FULL else 20
# name, applicants, intakes, wishes from and to, occupations, what 03-matching promises of the bound
MARKETS = (
    ("slack: 3 places for 2 applicants", 1000, 100, (1, 5), 1, 0.85),
    ("slack, at least two wishes", 1000, 100, (2, 5), 1, 0.85),
    ("slack, each within one of eight occupations", 1000, 100, (1, 5), 8, None),
    ("slack, a small round of ten classes", 100, 10, (1, 5), 1, None),
    ("nearer balance: 4 places for 3", 1125, 100, (1, 5), 1, None),
    ("nearer balance: 5 places for 4", 1200, 100, (1, 5), 1, None),
    ("balance: 1 place for 1", 1500, 100, (1, 5), 1, None),
    ("scarcity: 3 places for 10", 3000, 60, (1, 5), 1, 0.99),
    ("scarcity, each within one of eight occupations", 3000, 60, (1, 5), 8, None),
    ("half as many places as applicants", 1800, 60, (1, 5), 1, None),
)
CAPACITY = 15


def shares(
    applicants: int, intakes: int, wishes: tuple[int, int], occupations: int, seed: int
) -> tuple[float, float, float, float, float]:
    """Of the bound: placed in the first run, with the leftover round (of its own bound) where everything that is shown
    is wanted and where half is, and one wish at a time; and of all applicants after the leftover round."""
    applications, places = market(applicants, intakes, 15, CAPACITY, seed, wishes, occupations)
    bound = most_placed(applications, places)
    first = allocate(applications, places, seed=b"bench", policy=POLICY)
    both = {}
    for wanted in (1, 0.5):
        again, after = leftover(applications, places, first.placed, random.Random(seed), wanted)
        placed = len(first.placed) + len(allocate(again, after, seed=b"bench", policy=POLICY).placed)
        both[wanted] = placed, placed / most_placed(widened(applications, again), places)
    return (
        len(first.placed) / bound,
        both[1][1],
        both[0.5][1],
        one_at_a_time(applications, places) / bound,
        both[1][0] / applicants,
    )


@bench("placed, of the most possible")
def placed() -> Steps:
    """Per market the lowest and the mean share of the maximum flow over the seeds; a bound that is not held says so."""
    for name, applicants, intakes, wishes, occupations, promised in MARKETS:
        found = [shares(applicants, intakes, wishes, occupations, seed) for seed in range(SEEDS)]
        first, both, half, today, of_all = zip(*found, strict=True)
        held = "" if promised is None else f"; {promised} " + ("held" if min(first) >= promised else "NOT HELD")
        yield (
            name,
            f"first run {min(first):.3f} / {sum(first) / SEEDS:.3f}{held}",
        )
        yield "  with the leftover round", f"{min(both):.3f} / {sum(both) / SEEDS:.3f}"
        yield "  the same, half of what is shown is wanted", f"{min(half):.3f} / {sum(half) / SEEDS:.3f}"
        yield "  one application at a time, three rounds", f"{min(today):.3f} / {sum(today) / SEEDS:.3f}"
        yield "  of all applicants, after both runs", f"{min(of_all):.3f} / {sum(of_all) / SEEDS:.3f}"
