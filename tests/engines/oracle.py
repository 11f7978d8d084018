"""An allocation worked out the slow way, straight from the rules: every matching is tried. It shares no
code with the engine."""

import hashlib
import hmac
import itertools
import math
from fractions import Fraction


def points(wish) -> int:
    """The points by the book."""
    fit = math.floor(40 * Fraction(wish.fit_met, wish.fit_total) + Fraction(1, 2)) if wish.fit_total else 0
    waiting = min(25, math.floor(Fraction(25 * wish.days_waiting, 365)))
    refusals = {0: 0, 1: 10}.get(wish.earlier_refusals, 15)
    return fit + waiting + refusals - 5 * min(3, wish.earlier_courses)


def order_key(application, intake_id: str, seed: bytes):
    """Sort key of an application at an intake: the first comes first."""
    wish = next(w for w in application.wishes if w.intake == intake_id)
    lot = hmac.new(seed, application.id.encode(), hashlib.sha256).hexdigest()
    return not wish.lifted, -points(wish), -wish.days_waiting, application.submitted_at, lot


def choose(intake, candidates, seed: bytes, order=None) -> list[tuple[str, str]]:
    """(application id, step) of those chosen: exceptions, then the three steps one after the other.

    order: sort key of an application, where another order than the rules' is tried.
    """
    free = intake.capacity - sum(intake.taken.values())
    count = dict(intake.taken)
    chosen: dict[str, str] = {}
    ordered = sorted(candidates, key=order or (lambda a: order_key(a, intake.id, seed)))
    for step in ("exception", "minimum", "maximum", "over_quota"):
        for application in ordered:
            office = application.office
            if application.id in chosen or len(chosen) >= free:
                continue
            if step == "exception":
                if not any(wish.lifted for wish in application.wishes if wish.intake == intake.id):
                    continue
            elif step != "over_quota" and not below(intake, office, step, count.get(office, 0)):
                continue
            chosen[application.id] = step
            count[office] = count.get(office, 0) + 1
    return list(chosen.items())


def below(intake, office: str, step: str, count: int) -> bool:
    """Is the office under its limit for the step?"""
    if not intake.quotas:
        return step == "maximum"
    quota = intake.quotas.get(office)
    if quota is None:
        return False
    limit = quota.minimum if step == "minimum" else quota.maximum
    return limit is None or count < limit


def what_stopped(intake, there, application, seed: bytes) -> tuple[str, int, int] | None:
    """(reason, places, limit) of one who got no place among those `there`; None where no points would have helped.

    She is tried just before each of those placed, from the last in the order: the first whose place she would have got
    is the limit. It is her office's place where only one of her office gives way, or it was set aside for them.
    """
    steps = dict(choose(intake, there, seed))
    ordered = sorted(there, key=lambda a: order_key(a, intake.id, seed))
    mates = [a for a in ordered if a.office == application.office and steps[a.id] in ("minimum", "maximum")]
    for number in reversed(range(len(ordered))):
        last = ordered[number]
        if steps[last.id] == "exception":
            return None
        tried = {a.id: n for n, a in enumerate([*ordered[:number], application, *ordered[number:]])}
        got = dict(choose(intake, [*there, application], seed, order=lambda a, tried=tried: tried[a.id]))
        if application.id not in got:
            continue
        if got[application.id] == "over_quota":
            own, group = False, [a for a in there if steps[a.id] == "over_quota"]
        elif is_full(intake, there, application.office):
            own, group = True, mates
        elif below(intake, application.office, "minimum", given_to(intake, there, application.office)):
            own, group = False, [a for a in there if steps[a.id] != "exception"]  # more is set aside than there is
        elif got[application.id] == "minimum":
            own, group = True, [a for a in mates if steps[a.id] == "minimum"]
        else:
            own, group = False, [a for a in there if steps[a.id] in ("maximum", "over_quota")]
        limit = points(next(wish for wish in last.wishes if wish.intake == intake.id))
        return "own_office" if own else "outranked", len(group), limit
    return None


def is_full(intake, there, office: str) -> bool:
    """Whether an office has its highest number of places."""
    return not below(intake, office, "maximum", given_to(intake, there, office))


def given_to(intake, there, office: str) -> int:
    """Places of an office: those it had and those it was given."""
    return intake.taken.get(office, 0) + sum(application.office == office for application in there)


def wanted(application) -> list[str]:
    """Intakes she may get, best first."""
    found = []
    for wish in application.wishes:
        if wish.intake == application.holds:
            break
        if not wish.blocked and not wish.passed_over:
            found.append(wish.intake)
    return found


def rank_of(application, intake_id) -> int:
    """Place in her own order, 0 best; without a place is last."""
    order = wanted(application)
    return order.index(intake_id) if intake_id is not None else len(order)


def is_stable(applications, intakes, matching, seed: bytes) -> bool:
    """No place is overbooked, and nobody prefers an intake that would choose her from those it has and her."""
    at = {i.id: [a for a in applications if matching[a.id] == i.id] for i in intakes}
    for intake in intakes:
        if len(at[intake.id]) > max(0, intake.capacity - sum(intake.taken.values())):
            return False
    by_id = {intake.id: intake for intake in intakes}
    for application in applications:
        for better in wanted(application)[: rank_of(application, matching[application.id])]:
            chosen = dict(choose(by_id[better], [*at[better], application], seed))
            if application.id in chosen:
                return False
    return True


def stable_matchings(applications, intakes, seed: bytes):
    """Every stable matching, found by trying all."""
    options = [[*wanted(application), None] for application in applications]
    for combination in itertools.product(*options):
        matching = {a.id: intake for a, intake in zip(applications, combination, strict=True)}
        if is_stable(applications, intakes, matching, seed):
            yield matching
