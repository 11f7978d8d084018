"""What new weights would change: real cases and the report's four, ranked under both versions (P6).

Set-based: the same number of queries whatever the number of persons. Weights speak of courses and not of classes, so
one class stands for each course.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from amo.models import Membership
from courses.advice_data import coming
from courses.engines.advice import BANDS, Advice, AdviceLine, AdvicePolicy, Situation, rank
from courses.facts_catalogue import IntakeRow, concepts_with_rules, facts_by_key, intake_facts, intake_rows, judgements
from courses.facts_market import demand_facts
from courses.facts_person import person_facts, situations
from courses.models import Application, Concept, Intake
from courses.report_cases import report_cases
from participants.models import Mapping, Participant

MOST_PERSONS = 500
ROWS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Change:
    """One course for one person under both versions."""

    who: Participant | str
    concept: Concept
    before: AdviceLine
    after: AdviceLine

    @property
    def points(self) -> float:
        """Points won (lost when below zero)."""
        return self.after.points - self.before.points

    @property
    def moved(self) -> bool:
        """Does it change band, or place between what fits and "Ønsket, men …"?"""
        return (self.before.band, self.before.group) != (self.after.band, self.after.group)


@dataclass(frozen=True, slots=True)
class Preview:
    """How many persons change what, the largest changes, and the fixed examples' best courses."""

    persons: int
    capped: bool
    courses: int
    new_band: int
    new_top: int
    into_doubt: int
    out_of_doubt: int
    by_course: list[dict]
    changes: list[Change]
    examples: list[dict]


def preview(old: AdvicePolicy, new: AdvicePolicy, *, by: Membership, day: dt.date) -> Preview:
    """Rank everybody the county may open, mapped and with applications first, under both versions."""
    concepts, rows = _courses(by, day)
    intakes = [intake_facts(row) for row in rows]
    given = {
        "concepts": facts_by_key(concepts.values(), [row.pinned for row in rows]),
        "demand": demand_facts(day),
    }
    people, capped = _people(by, day)
    ids = [person.pk for person in people]
    facts, formal = person_facts(ids, day=day), situations(ids, day=day)
    answers = judgements(ids, list(concepts))
    changes, new_top = [], 0
    for person in people:
        pair = [
            rank(facts[person.pk], formal[person.pk], intakes, policy=policy, judged=answers[person.pk], **given)
            for policy in (old, new)
        ]
        changes += _changes(person, *pair, concepts)
        new_top += best(pair[0]) != best(pair[1])
    moved = [change for change in changes if change.moved]
    return Preview(
        persons=len(people),
        capped=capped,
        courses=len(concepts),
        new_band=_persons(change for change in changes if change.before.band != change.after.band),
        new_top=new_top,
        into_doubt=_persons(c for c in moved if _groups(c) == ("recommended", "wanted_but")),
        out_of_doubt=_persons(c for c in moved if _groups(c) == ("wanted_but", "recommended")),
        by_course=_by_course(changes, concepts),
        changes=sorted(moved, key=lambda change: (-abs(change.points), change.who.pk, change.concept.pk))[:ROWS_SHOWN],
        examples=_examples(old, new, intakes, given, concepts, day),
    )


def _courses(by: Membership, day: dt.date) -> tuple[dict[int, Concept], list[IntakeRow]]:
    """The county's courses that are coming, and the first class of each."""
    found = Intake.objects.managed_by(by).filter(coming(day)).order_by("starts_on", "pk")
    first = {}
    for row in intake_rows(found):
        first.setdefault(row.concept_id, row)
    concepts = {concept.pk: concept for concept in concepts_with_rules(first)}
    return concepts, [first[pk] for pk in concepts]


def _people(by: Membership, day: dt.date) -> tuple[list[Participant], bool]:
    """Mapped persons whose page this membership may open, those with an application in progress first."""
    mapped = Mapping.objects.current().filter(participant=OuterRef("pk"))
    waiting = Application.objects.filter(participant=OuterRef("pk"), status=Application.Status.SUBMITTED)
    people = Participant.objects.openable_by(by, day).filter(Exists(mapped)).annotate(waiting=Exists(waiting))
    found = list(people.order_by("-waiting", "pk")[: MOST_PERSONS + 1])
    return found[:MOST_PERSONS], len(found) > MOST_PERSONS


def _lines(advice: Advice) -> dict[str, AdviceLine]:
    return {line.concept.id: line for line in (*advice.recommended, *advice.wanted_but, *advice.blocked)}


def _changes(who, before: Advice, after: Advice, concepts) -> list[Change]:
    now = _lines(after)
    return [Change(who, concepts[int(key)], line, now[key]) for key, line in _lines(before).items()]


def _by_course(changes: list[Change], concepts: dict[int, Concept]) -> list[dict]:
    """Per course how many persons it fits better and worse by band, most changed first; unchanged ones left out."""
    up, down = Counter(), Counter()
    for change in changes:
        step = BANDS.index(change.after.band) - BANDS.index(change.before.band)
        (up if step < 0 else down)[change.concept.pk] += step != 0
    rows = [{"title": concepts[pk].title, "up": up[pk], "down": down[pk]} for pk in concepts if up[pk] + down[pk]]
    return sorted(rows, key=lambda row: (-row["up"] - row["down"], row["title"]))


def _groups(change: Change) -> tuple[str, str]:
    return change.before.group, change.after.group


def _persons(changes: Iterable[Change]) -> int:
    return len({change.who.pk for change in changes})


def best(advice: Advice) -> str:
    """The course that stands first, or empty."""
    return advice.recommended[0].concept.id if advice.recommended else ""


def _examples(old, new, intakes, given: dict, concepts: dict[int, Concept], day) -> list[dict]:
    """The report's four: the course on top before and after, with its points."""
    situation = Situation(on=day, registered=True, need_assessed=True)
    found = []
    for who, facts in report_cases():
        pair = [rank(facts, situation, intakes, policy=policy, **given) for policy in (old, new)]
        found.append({"who": who, "before": _top(pair[0], concepts), "after": _top(pair[1], concepts)})
    return found


def _top(advice: Advice, concepts: dict[int, Concept]) -> dict | None:
    lines = (*advice.recommended, *advice.wanted_but, *advice.blocked)
    if not lines:
        return None
    line = lines[0]
    return {
        "title": concepts[int(line.concept.id)].title,
        "points": round(line.points),
        "band": line.band,
        "line": line,
    }
