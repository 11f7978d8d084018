"""The terms of the advice beside fit: demand, progression and wish, each 0-1 with its reasons (rows P6, C5)."""

from collections.abc import Mapping, Sequence

from courses.engines.advice_types import AdvicePolicy, ConceptFacts, Demand, Part, Reason
from courses.engines.fit import PersonFacts


def demand_part(
    concept: ConceptFacts,
    demand: Mapping[tuple[str, str], Demand],
    policy: AdvicePolicy,
    wanted: Sequence[str] = (),
) -> Part:
    """The best of the concept's occupations in its county (row C5).

    ``wanted``: of equals the one she wants most speaks, then the one with most openings; no number depends on it.

    An occupation with too few openings to count is unknown, and speaks only where no occupation is known: it must
    not hide a market that is known to be full.
    """
    known, unknown = [], []
    for occupation in concept.occupations:
        row = demand.get((concept.county, occupation)) or Demand(occupation, None)
        numbers = {
            "occupation": occupation,
            "openings": row.openings,
            "unemployed": row.unemployed,
            "months": row.months,
        }
        if row.openings is None or row.openings < policy.min_openings:
            unknown.append((policy.unknown_demand, Reason("demand_unknown", numbers)))
            continue
        trained = row.completed + row.planned
        saturation = trained / row.openings
        per_opening = None if row.unemployed is None else row.unemployed / row.openings
        numbers |= {"completed": row.completed, "planned": row.planned}
        numbers |= {"trained": trained, "saturation": saturation, "unemployed_per_opening": per_opening}
        code = "demand_saturated" if saturation > 1 else "demand"
        # (1 − σ) / 0.75, in whole numbers until the last step so that the floor at 0.2 is met exactly
        value = 4 * (row.openings - trained) / (3 * row.openings)
        known.append((min(1.0, max(0.0, value)), Reason(code, numbers)))
    nothing = [
        (
            policy.unknown_demand,
            Reason("demand_unknown", {"occupation": "", "openings": None, "unemployed": None, "months": 0}),
        )
    ]
    place = {occupation: -rank for rank, occupation in enumerate(wanted)}

    def order(found):
        numbers = found[1].params
        return found[0], place.get(numbers["occupation"], -len(wanted)), numbers["openings"] or 0

    value, reason = max(known or unknown or nothing, key=order)
    # The best decides, but it hides neither a market that is full among the others nor that hers has little room.
    others = [(worth, other) for worth, other in known if other is not reason]
    full = [other for _worth, other in others if other.code == "demand_saturated"]
    tight = [
        Reason("demand_tight", other.params)
        for worth, other in others
        if other not in full and worth < policy.demand_floor and other.params["occupation"] in place
    ]
    return Part("demand", value, policy.demand, (reason, *full, *tight))


def progression_part(person: PersonFacts, concept: ConceptFacts, policy: AdvicePolicy) -> Part:
    """1 when the course continues her plan, work or education, 0 when it is a hop to a third sector, else 0.5."""
    work = person.experience or ()
    reasons = [Reason("continues_plan", {"occupation": o}) for o in person.plan_occupations if o in concept.occupations]
    if any(e.occupation in concept.occupations or e.sector in concept.sectors for e in work):
        months = sum(e.months for e in work if e.occupation in concept.occupations or e.sector in concept.sectors)
        reasons.append(Reason("continues_work", {"months": months}))
    if concept.sectors.intersection(person.education_sectors):
        reasons.append(Reason("continues_education"))
    if reasons:
        return Part("progression", 1.0, policy.progression, tuple(reasons))
    # A job whose sector nobody has written down is no sector of its own.
    behind = {e.sector for e in work if e.sector} | {*person.education_sectors, *person.earlier_course_sectors}
    repeats = not set(concept.occupations).isdisjoint(person.earlier_course_occupations)
    if repeats or concept.sectors & behind:
        return Part("progression", 0.5, policy.progression, (Reason("same_sector_as_earlier_course"),))
    if len(behind) >= 2:
        return Part(
            "progression", 0.0, policy.progression, (Reason("third_sector", {"sectors": tuple(sorted(behind))}),)
        )
    return Part("progression", 0.5, policy.progression, (Reason("new_sector"),))


def wish_part(person: PersonFacts, concept: ConceptFacts, policy: AdvicePolicy) -> Part:
    """The concept's best place in her own order of occupations aimed for."""
    for place, occupation in enumerate(person.goal_occupations):
        if occupation in concept.occupations:
            value = policy.wish_steps[place] if place < len(policy.wish_steps) else 0.0
            reason = Reason("wish_rank", {"rank": place + 1, "occupation": occupation})
            return Part("wish", value, policy.wish, (reason,))
    return Part("wish", 0.0, policy.wish, (Reason("wish_none"),))
