"""Large invented markets for the allocation: some intakes wanted by many, quotas of several sizes."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate

import numpy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_flow

from courses.engines.allocation import Application, Intake, Quota, Wish

JANUARY = datetime(2026, 1, 5, tzinfo=UTC)
QUOTAS = (Quota(0, 1), Quota(0, 2), Quota(1, 1), Quota(1, 2))


def market(
    applicants: int,
    intakes: int,
    offices: int,
    capacity: int,
    seed: int = 1,
    wishes: tuple[int, int] = (1, 5),
    occupations: int = 1,
):
    """(applications, intakes): each wishes for a number of intakes within ``wishes``, the popular ones more often.

    occupations: the intakes are dealt out among so many, and each wishes within the occupation of a popular intake.
    """
    rand = random.Random(seed)
    codes = [f"03{number:02}" for number in range(offices)]
    places = [Intake(f"i{n}", capacity, {code: rand.choice(QUOTAS) for code in codes}) for n in range(intakes)]
    popular = [0.2 + rand.expovariate(1) for _ in places]
    cumulative = list(accumulate(popular))
    applications = []
    for number in range(applicants):
        count = rand.randint(*wishes)
        if occupations == 1:
            drawn = rand.choices(range(intakes), cum_weights=cumulative, k=count)
        else:
            own = rand.choices(range(intakes), cum_weights=cumulative)[0] % occupations
            drawn = rand.choices(range(own, intakes, occupations), popular[own::occupations], k=count)
        applications.append(
            Application(
                f"a{number}",
                rand.choice(codes),
                JANUARY + timedelta(minutes=rand.randrange(40000)),
                tuple(wish(rand, f"i{intake}") for intake in dict.fromkeys(drawn)),
            )
        )
    return applications, places


def wish(rand: random.Random, intake: str) -> Wish:
    """A wish with facts as they are seen in practice."""
    refusals, courses = rand.choice((0, 0, 0, 1, 2)), rand.choice((0, 0, 0, 1, 2, 3))
    return Wish(intake, rand.randint(6, 20), 20, rand.randrange(600), refusals, courses)


def without_quotas(applications: list[Application], places: list[Intake]) -> tuple[list[Application], list[Intake]]:
    """The same market where every office may fill every intake."""
    return applications, [replace(place, quotas={}) for place in places]


def one_at_a_time(applications: list[Application], places: list[Intake], rounds: int = 3) -> int:
    """How many get a place in today's practice: one wish is applied for at a time, and a refusal costs weeks.

    In each round everybody still without a place applies for her next wish; an office's maximum is hard, and who
    applied first is taken first. ``rounds`` is how many refusals there is time for before the courses start.
    """
    free = {place.id: place.capacity - sum(place.taken.values()) for place in places}
    room = {
        (place.id, code): quota.maximum - place.taken.get(code, 0)
        for place in places
        for code, quota in place.quotas.items()
        if quota.maximum is not None
    }
    waiting, placed = sorted(applications, key=lambda a: (a.submitted_at, a.id)), 0
    for turn in range(rounds):
        refused = []
        for one in waiting:
            wanted = one.wishes[turn].intake if turn < len(one.wishes) else ""
            if not wanted or free[wanted] < 1 or room.get((wanted, one.office), 1) < 1:
                refused.append(one)
                continue
            free[wanted] -= 1
            placed += 1
            if (wanted, one.office) in room:
                room[wanted, one.office] -= 1
        waiting = refused
    return placed


def leftover(
    applications: list[Application],
    places: list[Intake],
    placed: dict[str, str],
    rand: random.Random,
    wanted: float = 1.0,
):
    """(those without a place with up to three new wishes among vacancies, the intakes as they are by then).

    wanted: the share of the vacancies she is shown that she wishes for; who wants none of hers has no new wishes.
    """
    office = {a.id: a.office for a in applications}
    taken: dict[str, dict[str, int]] = {place.id: dict(place.taken) for place in places}
    for name, place in placed.items():
        taken[place][office[name]] = taken[place].get(office[name], 0) + 1
    after = [replace(place, taken=taken[place.id]) for place in places]
    vacant = [place.id for place in after if sum(place.taken.values()) < place.capacity]
    again = []
    for one in applications:
        if one.id not in placed:
            shown = rand.sample(vacant, min(3, len(vacant)))
            chosen = shown if wanted == 1 else [name for name in shown if rand.random() < wanted]
            again.append(replace(one, wishes=tuple(wish(rand, name) for name in chosen)))
    return [one for one in again if one.wishes], after


def widened(applications: list[Application], again: list[Application]) -> list[Application]:
    """Everybody with all the wishes she has made in both rounds."""
    found = {a.id: a for a in applications}
    for one in again:
        known = {mine.intake for mine in found[one.id].wishes}
        added = tuple(new for new in one.wishes if new.intake not in known)
        found[one.id] = replace(one, wishes=found[one.id].wishes + added)
    return list(found.values())


def most_placed(applications: list[Application], places: list[Intake]) -> int:
    """The largest number of applicants that could have a place they wish for, whoever they are: a maximum flow."""
    number = {place.id: 1 + len(applications) + n for n, place in enumerate(places)}
    sink = 1 + len(applications) + len(places)
    edges = [(0, 1 + n, 1) for n in range(len(applications))]
    edges += [(1 + n, number[w.intake], 1) for n, a in enumerate(applications) for w in a.wishes]
    edges += [(number[place.id], sink, place.capacity - sum(place.taken.values())) for place in places]
    rows, columns, capacity = (numpy.array(column, dtype=numpy.int32) for column in zip(*edges, strict=True))
    return int(maximum_flow(csr_matrix((capacity, (rows, columns)), shape=(sink + 1, sink + 1)), 0, sink).flow_value)
