"""Large invented markets for the allocation: some intakes wanted by many, quotas of several sizes."""

import random
from datetime import UTC, datetime, timedelta

from courses.engines.allocation import Application, Intake, Quota, Wish

JANUARY = datetime(2026, 1, 5, tzinfo=UTC)
QUOTAS = (Quota(0, 1), Quota(0, 2), Quota(1, 1), Quota(1, 2))


def market(applicants: int, intakes: int, offices: int, capacity: int, seed: int = 1, wishes: tuple[int, int] = (1, 5)):
    """(applications, intakes): each wishes for a number of intakes within ``wishes``, the popular ones more often."""
    rand = random.Random(seed)
    codes = [f"03{number:02}" for number in range(offices)]
    places = [Intake(f"i{n}", capacity, {code: rand.choice(QUOTAS) for code in codes}) for n in range(intakes)]
    cumulative, total = [], 0.0
    for _ in places:
        total += 0.2 + rand.expovariate(1)
        cumulative.append(total)
    applications = []
    for number in range(applicants):
        drawn = rand.choices(range(intakes), cum_weights=cumulative, k=rand.randint(*wishes))
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
