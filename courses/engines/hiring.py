"""Hiring requirements: which forms of employment a person's qualifications open in a segment (row C4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from courses.engines.fit import Norwegian, NorwegianMinimum, PersonFacts, level_index, valid_certificates

FORMS = ("permanent", "temporary", "on_call")


@dataclass(frozen=True, slots=True)
class HiringRule:
    """What one form of employment needs in a segment.

    ``needs`` is all-of over groups of any-of qualification codes. Norwegian counts only where documented by a test,
    unless ``documented_only`` is False. ``months_each`` and ``months_total`` are the limits of one permission and of
    all together; ``permission_from`` names who gives it. Several rules for one form are alternatives. A rule counts
    on the days from ``valid_from`` to ``valid_to``; a ``national`` one only where the county has none for the form then.
    """

    form: str
    needs: tuple[tuple[str, ...], ...] = ()
    norwegian: tuple[NorwegianMinimum, ...] = ()
    documented_only: bool = True
    permission_from: str = ""
    months_each: int | None = None
    months_total: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    national: bool = False

    def valid_on(self, day: date) -> bool:
        """Does the rule hold on the day?"""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def __post_init__(self):
        if self.form not in FORMS:
            raise ValueError(f"not a form of employment: {self.form!r}")
        if any(not group for group in self.needs):
            raise ValueError("an empty any-of group can never be met")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the labour market with its rules: an occupation, and an employer group where they hold only there.

    ``county`` is where they hold; empty for the whole country.
    """

    code: str
    occupation: str
    rules: tuple[HiringRule, ...]
    employer_group: str = ""
    source: str = ""
    county: str = ""

    def holds_in(self, county: str) -> bool:
        """Do the rules hold in the county?"""
        return self.county in ("", county)

    def rules_on(self, day: date, instead: "Sequence[HiringRule]" = ()) -> "tuple[HiringRule, ...]":
        """The rules that hold on the day, a county's own before the country's per form of employment.

        Those of ``instead`` for a form that has none then.
        """
        held = [rule for rule in self.rules if rule.valid_on(day)]
        own = {rule.form for rule in held if not rule.national}
        held = [rule for rule in held if not rule.national or rule.form not in own]
        forms = {rule.form for rule in held}
        return (*held, *(rule for rule in instead if rule.form not in forms))


@dataclass(frozen=True, slots=True)
class Missing:
    """Something a rule needs and the person lacks: any one of ``any_of``, or a level in a skill.

    ``offered`` tells that the course lets her take it, so that the door can open if she passes.
    """

    any_of: tuple[str, ...] = ()
    norwegian: NorwegianMinimum | None = None
    offered: bool = False


@dataclass(frozen=True, slots=True)
class FormOutlook:
    """One form of employment: ``open``, ``permission`` (open by permission, limited in time) or ``closed``.

    ``if_passed`` marks a form that is closed and that everything still missing for can be taken on the course.
    """

    form: str
    status: str
    missing: tuple[Missing, ...] = ()
    permission_from: str = ""
    months_each: int | None = None
    months_total: int | None = None

    @property
    def if_passed(self) -> bool:
        return self.status == "closed" and bool(self.missing) and all(m.offered for m in self.missing)


@dataclass(frozen=True, slots=True)
class SegmentOutlook:
    """A segment now and at the end of the course, forms in the order of FORMS. Forms without a rule are left out."""

    segment: Segment
    now: tuple[FormOutlook, ...]
    at_end: tuple[FormOutlook, ...]

    def open_at_end(self) -> tuple[str, ...]:
        """Forms that are open at the end, by permission or without."""
        return tuple(f.form for f in self.at_end if f.status != "closed")

    def closed_at_end(self) -> tuple[str, ...]:
        """Forms that stay closed at the end."""
        return tuple(f.form for f in self.at_end if f.status == "closed")


@dataclass(frozen=True, slots=True)
class CourseGives:
    """What a completed course gives: qualification codes for certain, and tests that are offered but may be failed."""

    qualifications: frozenset[str] = frozenset()
    offered_qualifications: frozenset[str] = frozenset()
    offered_norwegian: tuple[NorwegianMinimum, ...] = ()


NOTHING = CourseGives()


def outlook(
    person: PersonFacts, segments: Sequence[Segment], gives: CourseGives = NOTHING, *, now: date, at_end: date
) -> tuple[SegmentOutlook, ...]:
    """Which forms are open to a person now and after the course, per segment (row C4).

    Segments without rules that hold at ``at_end`` are left out, and so are forms of employment. What is open now is
    judged by the rules of ``now`` where there are any. Certificates are counted only while they are valid.
    """
    held_now = valid_certificates(person, now)
    held_then = valid_certificates(person, at_end) | gives.qualifications
    found = []
    for segment in segments:
        if not (then := segment.rules_on(at_end)):
            continue
        forms = {rule.form for rule in then}
        today = [rule for rule in segment.rules_on(now, then) if rule.form in forms]
        found.append(
            SegmentOutlook(
                segment,
                _forms(today, held_now, person.norwegian, NOTHING),
                _forms(then, held_then, person.norwegian, gives),
            )
        )
    return tuple(found)


def _forms(
    rules: Sequence[HiringRule], held: frozenset[str], norwegian: Norwegian, gives: CourseGives
) -> tuple[FormOutlook, ...]:
    """The best outlook per form: open before permission before closed, then the fewest things missing."""
    best: dict[str, tuple[tuple[int, int], FormOutlook]] = {}
    for rule in rules:
        missing = tuple(_missing(rule, held, norwegian, gives))
        status = "closed" if missing else "permission" if rule.permission_from else "open"
        found = FormOutlook(rule.form, status, missing, rule.permission_from, rule.months_each, rule.months_total)
        order = (("open", "permission", "closed").index(status), len(missing))
        if rule.form not in best or order < best[rule.form][0]:
            best[rule.form] = order, found
    return tuple(best[form][1] for form in FORMS if form in best)


def _missing(rule: HiringRule, held: frozenset[str], norwegian: Norwegian, gives: CourseGives) -> Iterable[Missing]:
    for minimum in rule.norwegian:
        found = norwegian.of(minimum.skill, documented_only=rule.documented_only)
        if not found.known or level_index(found.level) < level_index(minimum.level):
            yield Missing(norwegian=minimum, offered=_test_offered(minimum, gives))
    for group in rule.needs:
        if held.isdisjoint(group):
            yield Missing(any_of=group, offered=not gives.offered_qualifications.isdisjoint(group))


def _test_offered(minimum: NorwegianMinimum, gives: CourseGives) -> bool:
    return any(
        test.skill == minimum.skill and level_index(test.level) >= level_index(minimum.level)
        for test in gives.offered_norwegian
    )
