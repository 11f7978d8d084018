"""Other ways than a course: the nearest when the answer is "not a course now", and those to a trade she has (row P10)."""

from collections import Counter
from collections.abc import Iterable, Sequence

from courses.engines.advice_types import ConceptFacts, OwnTrade, Reason
from courses.engines.fit import FitResult, ItemResult, PersonFacts

VOCATIONAL_LEVEL = 3
"""Education level of a vocational certificate, see PersonFacts."""

FAGBREV_MONTHS = 60
"""Months of practice after which a vocational certificate by practice is worth mentioning."""

SUBSIDY_MONTHS = 12
"""Months of practice after which a wage subsidy is nearer than more training."""


def way_for(result: ItemResult) -> str:
    """The other way that would meet an unmet item, or empty."""
    if result.met is None:
        return "complete_mapping"
    if result.item.kind == "norwegian":
        return "norwegian_tuition"
    if result.item.kind == "education":
        return "primary_school" if result.item.education_level <= 1 else "upper_secondary"
    return "work_practice" if result.item.kind == "experience" else ""


def other_ways(
    person: PersonFacts, fits: Sequence[FitResult], *, market_full: bool, norwegian_below: bool
) -> tuple[tuple[str, dict], ...]:
    """Codes of other ways with their numbers, the nearest first; never empty.

    Ordered by how much unmet weight a way would meet over all the checklists, then by what the person already has.
    ``market_full``: a course fits but leads to a full market. ``norwegian_below``: a stated minimum is not reached.
    """
    weight = Counter()
    if norwegian_below:
        weight["norwegian_tuition"] += 1
    for result in fits:
        for item in result.items:
            if not item.met and (way := way_for(item)):
                weight[way] += item.item.weight
    found = [(way, {}) for way, _ in sorted(weight.items(), key=lambda pair: (-pair[1], pair[0]))]
    months = sum(e.months for e in person.experience or ())
    if months >= FAGBREV_MONTHS and (person.education_level or 0) < VOCATIONAL_LEVEL:
        found.append(("vocational_certificate", {"months": months}))
    if market_full or months >= SUBSIDY_MONTHS:
        found.append(("wage_subsidy", {"months": months}))
    if "work_practice" not in weight:
        found.append(("work_practice", {}))
    return tuple(found)


def own_trade(person: PersonFacts, concepts: Iterable[ConceptFacts]) -> OwnTrade | None:
    """Ways to a trade that she has and aims for, to be weighed beside the courses; None for everybody else.

    She has a trade when she holds a vocational certificate or higher education and has worked in an occupation she aims
    for, or is educated in the sector of one (as the courses that lead to it say); and when she has practised it for as
    long as a vocational certificate takes. Where she learnt it is not known here and does not count.
    """
    trained = (person.education_level or 0) >= VOCATIONAL_LEVEL
    months: Counter = Counter()
    for job in person.experience or ():
        months[job.occupation] += job.months
    sectors = set(person.education_sectors)
    studied = {code for one in concepts if one.sectors & sectors for code in one.occupations} if trained else set()
    for occupation in person.goal_occupations:
        worked = months[occupation]
        if worked >= (SUBSIDY_MONTHS if trained else FAGBREV_MONTHS) or occupation in studied:
            ways = [Reason("recognition")] if trained else [Reason("vocational_certificate", {"months": worked})]
            ways += [Reason("mentor"), Reason("wage_subsidy", {"months": worked})]
            return OwnTrade(Reason("own_trade", {"occupation": occupation, "months": worked}), tuple(ways))
    return None
