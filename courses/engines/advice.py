"""Advice: rank open intakes for a person, with every point and every stop explained (rows P6, P10, C4, C5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from courses.engines.advice_types import (
    BANDS,
    GROUPS,
    Advice,
    AdviceLine,
    AdvicePolicy,
    ConceptFacts,
    Demand,
    IntakeFacts,
    NotAmoNow,
    Part,
    Period,
    Reason,
    Situation,
)
from courses.engines.fit import FitResult, Judgement, PersonFacts, fit, reaches, valid_certificates
from courses.engines.hiring import Segment, SegmentOutlook, outlook
from courses.engines.other_ways import other_ways, own_trade
from courses.engines.terms import demand_part, progression_part, wish_part

__all__ = [
    "BANDS",
    "GROUPS",
    "Advice",
    "AdviceLine",
    "AdvicePolicy",
    "ConceptFacts",
    "Demand",
    "IntakeFacts",
    "NotAmoNow",
    "Part",
    "Period",
    "Reason",
    "Situation",
    "hard_stops",
    "not_amo_now",
    "rank",
]

CHAIN_WARNING_FROM = 2
"""Courses without work within 12 months, from which the chain is warned about."""


def rank(
    person: PersonFacts,
    situation: Situation,
    intakes: Iterable[IntakeFacts],
    *,
    concepts: Mapping[str, ConceptFacts],
    demand: Mapping[tuple[str, str], Demand],
    policy: AdvicePolicy,
    segments: Sequence[Segment] = (),
    judged: Mapping[str, Mapping[str, Judgement]] | None = None,
) -> Advice:
    """Rank thousands of intakes for a person in one go (row P6).

    ``demand`` is keyed by (county, occupation), ``judged`` by concept and then item code. Everything that depends on
    the concept alone is worked out once per concept. Raises KeyError for an intake whose concept is not given.
    """
    by_occupation: dict[str, list[Segment]] = {}
    for segment in segments:
        by_occupation.setdefault(segment.occupation, []).append(segment)
    judged = judged or {}
    views: dict[tuple, _View] = {}
    outlooks: dict[tuple, tuple[SegmentOutlook, ...]] = {}
    lines = []
    for intake in intakes:
        concept = concepts[intake.concept]
        key = intake.concept, valid_certificates(person, intake.starts_on)
        view = views.get(key)
        if view is None:
            view = views[key] = _view(person, concept, intake, demand, judged.get(concept.id), policy)
        lines.append(
            _line(
                person, situation, intake, view, _outlook(person, situation, intake, concept, by_occupation, outlooks)
            )
        )
    lines.sort(key=lambda line: (-line.points, line.intake.starts_on, line.intake.id))
    grouped = {group: tuple(line for line in lines if line.group == group) for group in GROUPS}
    chained = situation.courses_without_work >= CHAIN_WARNING_FROM
    return Advice(
        policy=policy,
        not_amo_now=not_amo_now(person, lines),
        instead=ways_instead(person) if chained else (),
        own_trade=own_trade(person, concepts.values()),
        **grouped,
    )


@dataclass(frozen=True, slots=True)
class _View:
    """What a person and a concept give together, whichever the intake."""

    concept: ConceptFacts
    fit: FitResult
    parts: tuple[Part, ...]
    points: float
    below: tuple[Reason, ...]
    band: str
    stops: tuple[Reason, ...]
    clarify: tuple[Reason, ...]
    warnings: tuple[Reason, ...]


def _view(person, concept, intake, demand, answers, policy) -> _View:
    result = fit(person, concept.items, answers, on=intake.starts_on)
    parts = (
        Part("fit", result.value, policy.fit, (Reason("fit", {"met": result.weight_met, "of": result.weight_total}),)),
        demand_part(concept, demand, policy, person.goal_occupations),
        progression_part(person, concept, policy),
        wish_part(person, concept, policy),
    )
    points = sum(part.points for part in parts)
    below = []
    if result.value < policy.fit_floor:
        below.append(Reason("fit_below", {"value": result.value, "floor": policy.fit_floor}))
    if parts[1].value < policy.demand_floor:
        below.append(Reason("demand_below", {"value": parts[1].value, "floor": policy.demand_floor}))
    repeats = _repeats(person, concept, intake)
    below += [reason for reason in repeats if reason.code == "gives_nothing_new"]
    stops, clarify = _norwegian(person, concept)
    warnings = [reason for reason in parts[1].reasons if reason.code in ("demand_saturated", "demand_tight")]
    warnings += _hours(person, concept)
    clarify += _shifts_unknown(person, concept)
    warnings += [reason for reason in repeats if reason not in below]
    return _View(
        concept, result, parts, points, tuple(below), _band(points, below, policy), stops, clarify, tuple(warnings)
    )


def _line(person, situation, intake, view: _View, hiring) -> AdviceLine:
    stops = (*_formal_stops(situation, intake), *view.stops)
    group = "blocked" if stops else "wanted_but" if view.below else "recommended"
    return AdviceLine(
        intake=intake,
        concept=view.concept,
        group=group,
        band=view.band,
        points=view.points,
        parts=view.parts,
        fit=view.fit,
        below=view.below,
        stops=stops,
        clarify=view.clarify,
        warnings=(*_hiring_warnings(hiring), *view.warnings, *_situation_warnings(situation, intake)),
        hiring=hiring,
    )


def _band(points: float, below: Sequence[Reason], policy: AdvicePolicy) -> str:
    """Band shown on the screen. Below a floor it is poor whatever the points, so that a wish cannot hide it."""
    if below or points < policy.possible_from:
        return "poor"
    return "good" if points >= policy.good_from else "possible"


def hard_stops(
    person: PersonFacts, situation: Situation, intake: IntakeFacts, concept: ConceptFacts
) -> tuple[Reason, ...]:
    """The hard conditions that fail, formal ones first; the same for application and allocation (rows P3, A2)."""
    return (*_formal_stops(situation, intake), *_norwegian(person, concept)[0])


def _formal_stops(situation: Situation, intake: IntakeFacts) -> Iterable[Reason]:
    if situation.legal_age_from and situation.legal_age_from > intake.starts_on:
        yield Reason("too_young", {"starts_from": situation.legal_age_from})
    if not situation.registered:
        yield Reason("not_registered")
    if not situation.need_assessed:
        yield Reason("need_not_assessed")
    for period in situation.measures:
        if period.starts_on <= intake.ends_on and intake.starts_on <= period.ends_on:
            yield Reason("overlapping_measure", {"label": period.label, "ends_on": period.ends_on})
    if not intake.is_open or (intake.deadline and intake.deadline < situation.on):
        yield Reason("intake_closed", {"deadline": intake.deadline})


def _norwegian(person: PersonFacts, concept: ConceptFacts) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Stops for what is documented or assessed below a minimum, and what must be cleared up because it is unknown."""
    stops, clarify = [], []
    for minimum in concept.norwegian:
        met = reaches(person.norwegian, minimum)
        params = {"skill": minimum.skill, "needed": minimum.level, "reason": minimum.reason}
        if met is None:
            clarify.append(Reason("norwegian_unknown", params))
        elif not met:
            found = person.norwegian.of(minimum.skill)
            stops.append(Reason("norwegian_below", params | {"level": found.level, "source": found.source}))
    return tuple(stops), tuple(clarify)


def _shifts_unknown(person: PersonFacts, concept: ConceptFacts) -> tuple[Reason, ...]:
    """What is to be asked before the course where its work is usually outside the day."""
    if person.shifts is not None or not concept.usual_shifts:
        return ()
    return (Reason("shifts_unknown", {"shifts": tuple(sorted(concept.usual_shifts))}),)


def _hours(person: PersonFacts, concept: ConceptFacts) -> list[Reason]:
    found = []
    if person.shifts is not None and (missing := concept.usual_shifts - person.shifts):
        found.append(Reason("outside_shifts", {"shifts": tuple(sorted(missing))}))
    if person.hours_available is not None and concept.hours_per_week > person.hours_available:
        params = {"hours": person.hours_available, "needed": concept.hours_per_week}
        found.append(Reason("outside_hours", params))
    return found


def _repeats(person: PersonFacts, concept: ConceptFacts, intake: IntakeFacts) -> list[Reason]:
    """What the course would do over again: all it gives or offers is held, or she has been on one to the same work.

    The first sets the course aside whatever its points (docs/decisions/0017), the second is a warning.
    """
    gives = concept.gives.qualifications | concept.gives.offered_qualifications
    if gives and gives <= valid_certificates(person, intake.starts_on):
        return [Reason("gives_nothing_new", {"qualifications": tuple(sorted(gives))})]
    if again := set(concept.occupations).intersection(person.earlier_course_occupations):
        return [Reason("same_occupation_before", {"occupations": tuple(sorted(again))})]
    return []


def _situation_warnings(situation: Situation, intake: IntakeFacts) -> Iterable[Reason]:
    if ends_on := _registered_only_to(situation, intake.starts_on):
        yield Reason("registration_ends", {"ends_on": ends_on})
    if situation.courses_without_work >= CHAIN_WARNING_FROM:
        yield Reason("courses_without_work", {"courses": situation.courses_without_work})
    if situation.districts is not None and intake.district and intake.district not in situation.districts:
        yield Reason("outside_districts", {"district": intake.district})


def _registered_only_to(situation: Situation, starts_on: date) -> date | None:
    """The last day of the registration of today, where she is not registered on the day the course starts."""
    if not situation.registered or any(one.starts_on <= starts_on <= one.ends_on for one in situation.registrations):
        return None
    return max((one.ends_on for one in situation.registrations if one.starts_on <= situation.on), default=None)


def _outlook(person, situation, intake, concept, by_occupation, cache) -> tuple[SegmentOutlook, ...]:
    segments = tuple(
        segment
        for occupation in concept.occupations
        for segment in by_occupation.get(occupation, ())
        if segment.holds_in(concept.county)
    )
    if not segments:
        return ()
    held = tuple(rule.valid_on(intake.ends_on) for segment in segments for rule in segment.rules)
    key = intake.concept, valid_certificates(person, intake.ends_on), held
    if key not in cache:
        cache[key] = outlook(person, segments, concept.gives, now=situation.on, at_end=intake.ends_on)
    return cache[key]


def _hiring_warnings(hiring: Sequence[SegmentOutlook]) -> Iterable[Reason]:
    """What stays closed at the end of the course, beside what is open (row C4)."""
    for found in hiring:
        if closed := found.closed_at_end():
            params = {
                "segment": found.segment.code,
                "occupation": found.segment.occupation,
                "employer_group": found.segment.employer_group,
                "open": found.open_at_end(),
                "closed": closed,
                "if_passed": tuple(form.form for form in found.at_end if form.if_passed),
                "nearest": _nearest(found),
            }
            yield Reason("hiring_closed", params)


def _nearest(found: SegmentOutlook) -> tuple[tuple[str, ...], ...]:
    """What the closed form with the fewest needs lacks, each need as its alternatives; a test as "oral:B1"."""
    needs = min((form.missing for form in found.at_end if form.status == "closed"), key=len)
    return tuple(one.any_of or (f"{one.norwegian.skill}:{one.norwegian.level}",) for one in needs)


def ways_instead(person: PersonFacts) -> tuple[Reason, ...]:
    """What may be nearer than one more course for somebody whose courses have not led to work (row P10)."""
    ways = other_ways(person, [], market_full=False, norwegian_below=False)
    return tuple(Reason(code, params) for code, params in ways)


NOT_NOW = {
    "fit_below": "fit_below",
    "demand_below": "demand_below",
    "gives_nothing_new": "nothing_new",
    "norwegian_below": "norwegian_below",
}
"""What speaks against a course, and how it is told of all of them together."""


def not_amo_now(person: PersonFacts, lines: Sequence[AdviceLine]) -> NotAmoNow | None:
    """The answer when nothing clears both floors (row P10), or only what Norwegian below a minimum stops.

    A course that another stop closes today is still a way forward, so it does not bring this answer.
    """
    short = [any(stop.code == "norwegian_below" for stop in line.stops) for line in lines]
    if any(not line.below and not stopped for line, stopped in zip(lines, short, strict=True)):
        return None
    by_concept = {line.concept.id: line for line in lines}
    reasons = [Reason("no_intakes")] if not lines else []
    for code, told_as in NOT_NOW.items():
        # A course counts once, however many classes of it are coming.
        count = len({line.concept.id for line in lines if any(r.code == code for r in (*line.below, *line.stops))})
        if count:
            reasons.append(Reason(told_as, {"courses": count, "of": len(by_concept)}))
    fits = [line.fit for line in by_concept.values()]
    market_full = any([reason.code for reason in line.below] == ["demand_below"] for line in lines)
    ways = other_ways(person, fits, market_full=market_full, norwegian_below=any(short))
    return NotAmoNow(tuple(reasons), tuple(Reason(code, params) for code, params in ways))
