"""When a choice goes against the advice (row P6, docs/decisions/0025): below a floor, in the lowest band, or far behind."""

from collections.abc import Iterable, Sequence

from courses.engines.advice_types import AdviceLine, AdvicePolicy, Reason


def objections(
    chosen: Sequence[AdviceLine],
    alternatives: Iterable[AdviceLine],
    policy: AdvicePolicy,
    *,
    followed: bool = False,
) -> list[tuple[Reason, ...]]:
    """What the advice has against each of the chosen, in the same order as they are given: hers, the dearest first.

    ``alternatives``: what she could apply for instead. The best of them leads clearly by ``policy.clear_lead`` points
    as they are shown; once a course that it does not lead is among the chosen, those after it pass it over no more.
    ``followed``: she has already applied for such a course.
    """
    best = max(alternatives, key=lambda line: line.points, default=None)
    found = []
    for line in chosen:
        reasons = list(line.below)
        if not reasons and line.band == "poor":
            reasons.append(Reason("lowest_band", {"points": round(line.points)}))
        if not reasons and not followed and best is not None and leads(best, line, policy):
            params = {"points": round(line.points), "best": round(best.points), "concept": best.concept.id}
            reasons.append(Reason("clearly_led", params))
        followed = followed or not reasons
        found.append(tuple(reasons))
    return found


def leads(best: AdviceLine, line: AdviceLine, policy: AdvicePolicy) -> bool:
    """Whether one course is clearly ahead of another, counted in the points a reader sees."""
    return best.concept.id != line.concept.id and round(best.points) - round(line.points) >= policy.clear_lead
