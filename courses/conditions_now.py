"""The formal conditions again, after an application is sent: what has changed, and what to do about it (A1, P3)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from courses import specification
from courses.allocation_data import own_periods
from courses.engines.advice import IntakeFacts, Reason, hard_stops
from courses.facts_catalogue import concepts_with_rules, facts_by_key
from courses.facts_person import person_facts, situations
from courses.models import Wish

WAITING = (Wish.Status.PENDING, Wish.Status.WAITING)

TO_DO = {
    "too_young": lambda: _("Velg et kurs som starter senere, eller ta bort ønsket."),
    "not_registered": lambda: _("Registrer brukeren som arbeidssøker igjen før fordelingen, eller ta bort ønsket."),
    "need_not_assessed": lambda: _("Vurder behovet for kvalifisering og skriv hvorfor, før fordelingen."),
    "norwegian_below": lambda: _("Rett nivået hvis det er feil, eller velg et kurs med norskstøtte."),
    "overlapping_measure": lambda: _(
        "Avslutt det andre tiltaket før kursstart, eller velg et kurs som starter senere."
    ),
    "intake_closed": lambda: _("Velg et annet kurs."),
}


def stops_now(wishes: Sequence[Wish], *, day: dt.date) -> dict[int, list[Reason]]:
    """{wish: hard conditions that are not met on `day`} of the wishes that wait. A constant number of queries.

    The wishes come with application, intake and contract. The course she has accepted hinders no higher one.
    """
    waiting = [wish for wish in wishes if wish.status in WAITING]
    if not waiting:
        return {}
    persons = {wish.application.participant_id for wish in waiting}
    pinned = {wish.pk: (wish.intake.contract.concept_id, wish.intake.concept_version_id) for wish in waiting}
    concepts = facts_by_key(concepts_with_rules({concept for concept, _version in pinned.values()}), pinned.values())
    facts, formal = person_facts(persons, day=day), situations(persons, day=day)
    periods = own_periods(wishes)
    found = {}
    for wish in waiting:
        person, intake = wish.application.participant_id, wish.intake
        situation, own = formal[person], periods.get(wish.application_id)
        if own:
            others = tuple(one for one in situation.measures if (one.starts_on, one.ends_on) != own)
            situation = replace(situation, measures=others)
        concept = concepts[specification.key(*pinned[wish.pk])]
        place = IntakeFacts(str(intake.pk), concept.id, intake.starts_on, intake.ends_on)
        if stops := hard_stops(facts[person], situation, place, concept):
            found[wish.pk] = list(stops)
    return found


def to_do(code: str) -> str:
    """What the caseworker can do about a condition that is not met."""
    known = TO_DO.get(code)
    return known() if known else ""
