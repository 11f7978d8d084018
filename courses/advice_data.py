"""Advice for one person: loads the facts set-based, asks the engine, and keeps the rows beside the answer (P6)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from amo.models import Membership
from courses.actions.policies import advice_policy
from courses.engines.advice import Advice, AdviceLine, rank
from courses.engines.fit import PersonFacts
from courses.facts_catalogue import (
    IntakeRow,
    applicants,
    concepts_with_rules,
    facts_by_key,
    free_for_office,
    intake_facts,
    intake_rows,
    judgements,
    segments,
)
from courses.facts_market import demand_facts
from courses.facts_person import person_facts, situations
from courses.models import Concept, Intake
from participants.models import Participant

SHOWN = (Intake.Status.OPEN, Intake.Status.PLANNED)


@dataclass(frozen=True, slots=True)
class Advised:
    """The engine's answer with the rows it speaks of, by the ids used in it."""

    advice: Advice
    intakes: dict[str, IntakeRow]
    concepts: dict[str, Concept]
    free: dict[int, int]
    queue: dict[int, int]
    on: dt.date
    person: PersonFacts | None = None

    def lines(self) -> list[AdviceLine]:
        """Every line, whatever its group."""
        return [*self.advice.recommended, *self.advice.wanted_but, *self.advice.blocked]

    def line(self, intake: Intake) -> AdviceLine | None:
        """The line of one intake; None when it was not ranked."""
        return next((line for line in self.lines() if line.intake.id == str(intake.pk)), None)


def advise(
    participant: Participant,
    *,
    by: Membership,
    day: dt.date,
    county_id: int | None = None,
    intakes: Sequence[Intake] | None = None,
    leftover: bool = False,
) -> Advised:
    """Rank the coming intakes for a person; the same number of queries whatever their number.

    county_id: only that county's. intakes: only these, whatever their status (for an application); with both, these
    among that county's. leftover: they are offered in a leftover round, whose deadline holds in place of theirs. The
    weights are those in force for her own county.
    """
    found = Intake.objects.visible_to(by, day)
    chosen = Q(pk__in=[intake.pk for intake in intakes or ()])
    if intakes is None or county_id is not None:
        area = Q() if county_id is None else Q(contract__concept__county=county_id)
        chosen |= coming(day) & area
    found = found.filter(chosen)
    rows = intake_rows(found)
    concepts = concepts_with_rules({row.concept_id for row in rows})
    facts = facts_by_key(concepts, [row.pinned for row in rows])
    scope = found.order_by().values("pk")
    free = free_for_office(rows, participant.office_id, scope)
    person = person_facts([participant.pk], day=day)[participant.pk]
    advice = rank(
        person,
        situations([participant.pk], day=day)[participant.pk],
        [intake_facts(row, leftover=leftover) for row in rows],
        concepts=facts,
        demand=demand_facts(day),
        segments=segments({concept.county_id for concept in concepts}, day=day),
        judged=judgements([participant.pk], [concept.pk for concept in concepts])[participant.pk],
        policy=advice_policy(day, participant.office.county_id),
    )
    return Advised(
        advice=advice,
        intakes={str(row.pk): row for row in rows},
        concepts={str(concept.pk): concept for concept in concepts},
        free=free,
        queue=applicants(scope),
        on=day,
        person=person,
    )


def coming(day: dt.date) -> Q:
    """Those that may still be talked about: open or planned, not begun, of a course that is offered."""
    return Q(status__in=SHOWN, starts_on__gte=day, contract__concept__is_active=True)
