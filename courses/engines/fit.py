"""Fit: how much of a concept's checklist a person meets, with the evidence for each item (rows P6, A2).

``PersonFacts`` is an allow-list. Nothing about a person reaches advice or allocation unless it has a field here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

LEVELS = ("A0", "A1", "A2", "B1", "B2", "C1", "C2")
"""CEFR in rising order; A0 is a tested or assessed level below A1."""

SKILLS = ("oral", "listening", "reading", "writing", "written")
"""``written`` is the old norskprøve's combined part, which is never split into reading and writing."""

EDUCATION = ("none", "primary", "upper_secondary", "vocational", "bachelor", "master")
"""Levels of completed education in rising order; ``education_level`` is the place in it."""

SOURCES = ("documented", "assessed", "unknown")
KINDS = ("norwegian", "education", "experience", "certificate", "hours", "goal", "judged")


def level_index(level: str) -> int:
    """Place of a CEFR code in LEVELS. Raises ValueError for anything else."""
    try:
        return LEVELS.index(level)
    except ValueError:
        raise ValueError(f"not a CEFR level: {level!r}") from None


@dataclass(frozen=True, slots=True)
class SkillLevel:
    """Norwegian in one skill. ``level`` is None exactly when the source is unknown."""

    level: str | None = None
    source: str = "unknown"

    def __post_init__(self):
        if self.source not in SOURCES:
            raise ValueError(f"not a source: {self.source!r}")
        if (self.level is None) != (self.source == "unknown"):
            raise ValueError("a level needs a source, and a source a level")
        if self.level is not None:
            level_index(self.level)

    @property
    def known(self) -> bool:
        return self.level is not None


UNKNOWN = SkillLevel()


@dataclass(frozen=True, slots=True)
class Norwegian:
    """Norwegian per skill. ``written`` is set only from the tests used until 2013."""

    oral: SkillLevel = UNKNOWN
    listening: SkillLevel = UNKNOWN
    reading: SkillLevel = UNKNOWN
    writing: SkillLevel = UNKNOWN
    written: SkillLevel = UNKNOWN

    def of(self, skill: str, *, documented_only: bool = False) -> SkillLevel:
        """Level that answers for a skill; ``documented_only`` leaves out what a caseworker has assessed.

        The old combined written test answers for reading and writing where these are not stated. For "written" both it
        and the lower of reading and writing are evidence, and the higher one stands. Raises ValueError for an unknown
        skill.
        """
        if skill not in SKILLS:
            raise ValueError(f"not a skill: {skill!r}")

        def stated(name: str) -> SkillLevel:
            found = getattr(self, name)
            return UNKNOWN if documented_only and found.source == "assessed" else found

        own = stated(skill)
        if skill in ("reading", "writing"):
            return own if own.known else stated("written")
        if skill == "written":
            return max(own, _lower(stated("reading"), stated("writing")), key=_evidence)
        return own


def _lower(one: SkillLevel, other: SkillLevel) -> SkillLevel:
    """The lower of two levels, only as well known as the weaker source; unknown unless both are known."""
    if not (one.known and other.known):
        return UNKNOWN
    source = "assessed" if "assessed" in (one.source, other.source) else "documented"
    return SkillLevel(min(one.level, other.level, key=level_index), source)


def _evidence(found: SkillLevel) -> tuple[int, bool]:
    """Sort key: the higher level, and of equal ones the documented."""
    return (level_index(found.level) if found.known else -1), found.source == "documented"


@dataclass(frozen=True, slots=True)
class NorwegianMinimum:
    """Stated, job-related minimum in one skill, with the reason that is shown to the person."""

    skill: str
    level: str
    reason: str = ""

    def __post_init__(self):
        if self.skill not in SKILLS:
            raise ValueError(f"not a skill: {self.skill!r}")
        level_index(self.level)


def reaches(norwegian: Norwegian, minimum: NorwegianMinimum) -> bool | None:
    """True or False against a minimum; None where the level is unknown."""
    found = norwegian.of(minimum.skill)
    return level_index(found.level) >= level_index(minimum.level) if found.known else None


@dataclass(frozen=True, slots=True)
class Experience:
    """Paid work: STYRK-08 occupation, sector code, months in all."""

    occupation: str
    sector: str
    months: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """A qualification held; ``valid_to`` is its last day, None when it does not expire."""

    code: str
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Everything the matching may know of a person. Adding a field here is a decision, not a convenience.

    None means not mapped; an empty tuple means mapped, and none. Hours are per week. ``education_level`` is the place
    in EDUCATION.
    """

    norwegian: Norwegian = Norwegian()
    education_level: int | None = None
    education_sectors: tuple[str, ...] = ()
    experience: tuple[Experience, ...] | None = None
    certificates: tuple[Certificate, ...] | None = None
    hours_available: float | None = None
    shifts: frozenset[str] | None = None
    goal_occupations: tuple[str, ...] = ()
    plan_occupations: tuple[str, ...] = ()
    earlier_course_occupations: tuple[str, ...] = ()
    earlier_course_sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One line of a concept's checklist. Only the parameters of its kind are read.

    norwegian: skill, level · education: education_level · experience: months in any of occupations or sectors ·
    certificate: any of certificates · hours: hours a week · goal: any of occupations ·
    judged: answered by the caseworker. ``code`` is unique within the concept; ``label`` is passed through untouched.
    """

    code: str
    kind: str
    weight: int
    label: str = ""
    skill: str = ""
    level: str = ""
    education_level: int = 0
    occupations: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    months: int = 0
    certificates: frozenset[str] = frozenset()
    hours: float = 0

    def __post_init__(self):
        if self.kind not in KINDS:
            raise ValueError(f"not a checklist kind: {self.kind!r}")
        if self.weight < 0:
            raise ValueError("a weight is never negative")
        if self.kind == "norwegian":
            NorwegianMinimum(self.skill, self.level)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A caseworker's answer to a judged item: met, not met, or None for unknown, and one sentence."""

    met: bool | None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an answer rests on. ``code`` says which sentence, ``params`` its numbers and codes.

    Codes: norwegian (skill, level, source, needed) · education (level, needed) · experience (months, needed) ·
    certificate (code, valid_to) · certificate_missing (any_of) · certificate_expired (code, valid_to) ·
    hours (hours, needed) · goal (occupation, rank) · goal_absent (occupations) ·
    judged (sentence) · unknown (what).
    """

    code: str
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ItemResult:
    """Answer to one item. None means unknown, which counts as not met."""

    item: ChecklistItem
    met: bool | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FitResult:
    """Weight met over weight in all. An empty checklist gives 0: there is nothing to show that the course fits."""

    items: tuple[ItemResult, ...]
    weight_met: int
    weight_total: int

    @property
    def value(self) -> float:
        return self.weight_met / self.weight_total if self.weight_total else 0.0

    @property
    def unknown(self) -> tuple[ItemResult, ...]:
        return tuple(result for result in self.items if result.met is None)

    def points(self, scale: int) -> int:
        """round(scale·value), halves up, in whole numbers so that no float decides a place (row A2)."""
        return fit_points(self.weight_met, self.weight_total, scale)


def fit_points(weight_met: int, weight_total: int, scale: int) -> int:
    """round(scale · weight_met ÷ weight_total), halves up; 0 for an empty checklist."""
    return (2 * scale * weight_met + weight_total) // (2 * weight_total) if weight_total else 0


def valid_certificates(person: PersonFacts, on: date) -> frozenset[str]:
    """Codes of the certificates that are valid on the day."""
    return frozenset(c.code for c in person.certificates or () if c.valid_to is None or c.valid_to >= on)


def fit(
    person: PersonFacts,
    items: Sequence[ChecklistItem],
    judged: Mapping[str, Judgement] | None = None,
    *,
    on: date,
) -> FitResult:
    """Answer a concept's checklist for a person (rows P6, A2).

    ``judged`` maps item code to the caseworker's answer; ``on`` is the course's start day, when certificates must be
    valid. An item nobody has answered is unknown, which counts as not met and is said.
    """
    answers = judged or {}
    results = []
    for item in items:
        if item.kind == "judged":
            met, evidence = _judged(answers.get(item.code))
        else:
            met, evidence = _RULES[item.kind](person, item, on)
        results.append(ItemResult(item, met, evidence))
    met_weight = sum(result.item.weight for result in results if result.met)
    return FitResult(tuple(results), met_weight, sum(item.weight for item in items))


Answer = tuple[bool | None, Evidence]


def _unknown(what: str) -> Answer:
    return None, Evidence("unknown", {"what": what})


def _judged(answer: Judgement | None) -> Answer:
    if answer is None or answer.met is None:
        return None, Evidence("unknown", {"what": "judged", "sentence": answer.sentence if answer else ""})
    return answer.met, Evidence("judged", {"sentence": answer.sentence})


def _norwegian(person: PersonFacts, item: ChecklistItem, on: date) -> Answer:
    minimum = NorwegianMinimum(item.skill, item.level)
    met = reaches(person.norwegian, minimum)
    if met is None:
        return None, Evidence("unknown", {"what": "norwegian", "skill": item.skill, "needed": item.level})
    found = person.norwegian.of(item.skill)
    params = {"skill": item.skill, "level": found.level, "source": found.source, "needed": item.level}
    return met, Evidence("norwegian", params)


def _education(person: PersonFacts, item: ChecklistItem, on: date) -> Answer:
    if person.education_level is None:
        return _unknown("education")
    params = {"level": person.education_level, "needed": item.education_level}
    return person.education_level >= item.education_level, Evidence("education", params)


def _experience(person: PersonFacts, item: ChecklistItem, on: date) -> Answer:
    if person.experience is None:
        return _unknown("experience")
    months = sum(e.months for e in person.experience if e.occupation in item.occupations or e.sector in item.sectors)
    return months >= item.months, Evidence("experience", {"months": months, "needed": item.months})


def _certificate(person: PersonFacts, item: ChecklistItem, on: date) -> Answer:
    if person.certificates is None:
        return _unknown("certificate")
    held = [c for c in person.certificates if c.code in item.certificates]
    if not held:
        return False, Evidence("certificate_missing", {"any_of": tuple(sorted(item.certificates))})
    best = max(held, key=lambda c: (c.valid_to or date.max, c.code))
    expired = best.valid_to is not None and best.valid_to < on
    params = {"code": best.code, "valid_to": best.valid_to}
    return not expired, Evidence("certificate_expired" if expired else "certificate", params)


def _hours(person: PersonFacts, item: ChecklistItem, on: date) -> Answer:
    if person.hours_available is None:
        return _unknown("hours")
    params = {"hours": person.hours_available, "needed": item.hours}
    return person.hours_available >= item.hours, Evidence("hours", params)


def _goal(person: PersonFacts, item: ChecklistItem, on: date) -> Answer:
    if not person.goal_occupations:
        return _unknown("goal")
    for rank, occupation in enumerate(person.goal_occupations, start=1):
        if occupation in item.occupations:
            return True, Evidence("goal", {"occupation": occupation, "rank": rank})
    return False, Evidence("goal_absent", {"occupations": tuple(sorted(item.occupations))})


_RULES = {
    "norwegian": _norwegian,
    "education": _education,
    "experience": _experience,
    "certificate": _certificate,
    "hours": _hours,
    "goal": _goal,
}
