"""Advice for one person: loads the facts set-based, asks the engine, and keeps the records beside the answer (P6)."""

import datetime as dt
from dataclasses import dataclass

from amo.models import Membership
from courses.actions.policies import advice_policy
from courses.engines.advice import Advice, AdviceLine, rank
from courses.facts_catalogue import (
    applicants,
    concept_facts,
    demand_facts,
    free_for_office,
    intake_facts,
    judgements,
    segments,
)
from courses.facts_person import person_facts, situations
from courses.models import Concept, Intake
from participants.models import Participant

SHOWN = (Intake.Status.OPEN, Intake.Status.PLANNED)


@dataclass(frozen=True, slots=True)
class Advised:
    """The engine's answer with the records it speaks of, by the ids used in it."""

    advice: Advice
    intakes: dict[str, Intake]
    concepts: dict[str, Concept]
    free: dict[int, int]
    queue: dict[int, int]
    on: dt.date

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
    intakes: list[Intake] | None = None,
) -> Advised:
    """Rank the coming intakes for a person; the same number of queries whatever their number.

    county_id: only that county's. intakes: only these, whatever their status (for an application).
    """
    if intakes is None:
        found = Intake.objects.visible_to(by, day).filter(status__in=SHOWN, starts_on__gte=day)
        found = found.filter(contract__concept__is_active=True)
        if county_id is not None:
            found = found.filter(contract__concept__county=county_id)
        intakes = list(found.with_names().select_related("window", "district"))
    concept_ids = {intake.contract.concept_id for intake in intakes}
    concepts = concept_facts(concept_ids)
    free = free_for_office(intakes, participant.office_id)
    policy = advice_policy(day)
    advice = rank(
        person_facts([participant.pk], day=day)[participant.pk],
        situations([participant.pk], day=day)[participant.pk],
        [intake_facts(intake, free[intake.pk]) for intake in intakes],
        concepts={facts.id: facts for facts in concepts.values()},
        demand=demand_facts(day),
        segments=segments({int(facts.county) for facts in concepts.values()}, day=day),
        judged=judgements([participant.pk], concept_ids)[participant.pk],
        policy=policy,
    )
    return Advised(
        advice=advice,
        intakes={str(intake.pk): intake for intake in intakes},
        concepts={str(intake.contract.concept_id): intake.contract.concept for intake in intakes},
        free=free,
        queue=applicants([intake.pk for intake in intakes]),
        on=day,
    )
