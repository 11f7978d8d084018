"""The engines at national size."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from courses.engines.advice import AdvicePolicy, ConceptFacts, Demand, IntakeFacts, Situation, rank
from courses.engines.allocation import AllocationPolicy, allocate
from courses.engines.fit import ChecklistItem, Norwegian, PersonFacts, SkillLevel
from courses.engines.order import factors, lot
from tests.bench import bench
from tests.engines.world import market

POLICY = AllocationPolicy("bench")


@bench("allocation 50,000 x 4,000 x 15")
def allocation():
    """One run over all of the country, beside what counting the points and sorting the wishes costs alone."""
    for capacity, kind in ((15, "enough places"), (5, "too few places")):
        applications, intakes = market(50_000, 4_000, 15, capacity)
        yield f"market made, {kind}", f"{sum(len(a.wishes) for a in applications)} wishes"
        yield f"floor: points, lots and one sort, {kind}", floor(applications)
        result = allocate(applications, intakes, seed=b"bench", policy=POLICY)
        yield f"allocated, {kind}", f"{len(result.placed)} placed"
        counted = Counter(outcome.status for outcome in result.outcomes())
        yield f"every wish explained, {kind}", dict(counted)


def floor(applications) -> str:
    """The least that any allocation must do in this language: points of each wish, a lot for each, one sort."""
    keys = [
        (-sum(factors(wish, POLICY)), -wish.days_waiting, application.submitted_at)
        for application in applications
        for wish in application.wishes
    ]
    lots = [lot(b"bench", application.id) for application in applications]
    keys.sort()
    return f"{len(keys)} keys, {len(lots)} lots"


@bench("advice over 4,000 open intakes")
def advice():
    """One person's page at national size: 200 concepts, 4,000 intakes."""
    start = date(2026, 3, 2)
    items = (
        ChecklistItem("n", "norwegian", 2, skill="oral", level="A2"),
        ChecklistItem("e", "education", 1, education_level=1),
        ChecklistItem("h", "hours", 1, hours=30),
    )
    concepts = {f"c{n}": ConceptFacts(f"c{n}", "03", items, (str(5000 + n % 40),)) for n in range(200)}
    demand = {("03", str(5000 + n)): Demand(str(5000 + n), 20 + n, n, n) for n in range(40)}
    intake = IntakeFacts("i", "c0", start, start + timedelta(days=168))
    intakes = [
        replace(intake, id=f"i{n}", concept=f"c{n % 200}", starts_on=start + timedelta(days=n % 90))
        for n in range(4000)
    ]
    person = PersonFacts(Norwegian(SkillLevel("B1", "documented")), 2, hours_available=37, goal_occupations=("5003",))
    situation = Situation(on=date(2026, 1, 12), registered=True, need_assessed=True)
    yield "facts made", f"{len(intakes)} intakes"
    result = rank(person, situation, intakes, concepts=concepts, demand=demand, policy=AdvicePolicy("bench"))
    yield "ranked", f"{len(result.recommended)} recommended, {len(result.wanted_but)} wanted but"
