"""Where there are no quotas the engine is the hospital–resident game: it agrees with the `matching` package (A2)."""

import random

import pytest
from matching.games import HospitalResident

from courses.engines.allocation import AllocationPolicy, allocate
from tests.engines import oracle
from tests.engines.counts import FULL
from tests.engines.world import market, without_quotas

POLICY = AllocationPolicy("1")
SEED = b"agreement"
SIZES = [(8, 3, 2), (30, 8, 3), (120, 20, 4), (400, 40, 9)]


def by_the_package(applications, intakes) -> dict[str, str]:
    """{application: intake} of the applicant-optimal matching, by somebody else's code and the oracle's order."""
    wishes = {a.id: oracle.wanted(a) for a in applications if oracle.wanted(a)}
    by_id = {a.id: a for a in applications}
    wanting: dict[str, list] = {}
    for name, wanted in wishes.items():
        for intake in wanted:
            wanting.setdefault(intake, []).append(by_id[name])
    order = {
        intake: [a.id for a in sorted(there, key=lambda a, i=intake: oracle.order_key(a, i, SEED))]
        for intake, there in wanting.items()
    }
    places = {intake.id: intake.capacity for intake in intakes if intake.id in order}
    game = HospitalResident.create_from_dictionaries(wishes, order, places)
    return {str(who): str(hospital) for hospital, there in game.solve(optimal="resident").items() for who in there}


@pytest.mark.row("A2")
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("seed", range(40 if FULL else 3))
def test_without_quotas_the_matching_package_places_the_same_persons(size, seed):
    applicants, intakes, capacity = size
    applications, places = without_quotas(*market(applicants, intakes, 5, capacity, seed))
    random.Random(seed).shuffle(applications)
    found = allocate(applications, places, seed=SEED, policy=POLICY)
    assert found.placed == by_the_package(applications, places)
