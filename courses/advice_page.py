"""What the advice page shows: one card per course, with points and reasons behind "Hvorfor?" (P6, P10, C4, C8)."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from amo import panels
from amo.models import Membership
from courses import words
from courses.advice_data import Advised
from courses.engines.advice import GROUPS, AdviceLine, Reason
from courses.models import ChecklistAnswer, ChecklistItem, Concept, Intake
from courses.words_base import upper_first
from courses.words_hiring import outlooks
from participants.models import Participant

PERSONAL = ("not_registered", "need_not_assessed")
"""Stops that hold for every course: said once, above the list."""

ALREADY_WARNED = ("hiring_closed",)
"""Warnings that the card shows in a part of their own."""

INTAKES_SHOWN = 4
CARDS_SHOWN = 30
"""Cards per group: nobody talks through more, and a page over all counties stays light."""


@dataclass
class Card:
    """One course for one person, with its classes; `line` is the best of them."""

    concept: Concept
    line: AdviceLine
    lines: list[AdviceLine] = field(default_factory=list)


def context(advised: Advised, participant: Participant, membership: Membership) -> dict:
    """The page's groups, the answer "Ikke AMO nå", and what is said once about the person."""
    names = words.Names.load()
    advice = advised.advice
    cards = _cards(advised)
    more = {group: max(0, len(found) - CARDS_SHOWN) for group, found in cards.items()}
    cards = {group: found[:CARDS_SHOWN] for group, found in cards.items()}
    concept_ids = [card.concept.pk for found in cards.values() for card in found]
    results = panels.collect("concept.results", membership, dict.fromkeys(concept_ids))
    answers = _answers(participant, concept_ids)
    shown = {
        group: [_card(card, advised, participant, names, results, answers) for card in found]
        for group, found in cards.items()
    }
    not_now = advice.not_amo_now
    return {
        "groups": [
            {
                "code": "recommended",
                "title": _("Kurs å snakke om"),
                "text": "",
                "cards": shown["recommended"],
                "more": more["recommended"],
            },
            {
                "code": "wanted_but",
                "title": _("Ønsket, men …") if any(c["wished"] for c in shown["wanted_but"]) else _("Passer ikke nå"),
                "text": _("Målgruppen eller arbeidsmarkedet taler mot disse kursene."),
                "cards": shown["wanted_but"],
                "more": more["wanted_but"],
            },
            {
                "code": "blocked",
                "title": _("Kan ikke søkes inn nå"),
                "text": _("Under hvert kurs står det hva som må til."),
                "cards": shown["blocked"],
                "more": more["blocked"],
            },
        ],
        "personal_stops": _personal_stops(advised, names),
        "not_now": None
        if not_now is None
        else {
            "reasons": [words.sentence(reason, names) for reason in not_now.reasons],
            "ways": [words.sentence(reason, names) for reason in not_now.other_ways],
        },
        "can_apply": any(row["open"] for found in shown.values() for card in found for row in card["intakes"]),
        "policy_version": advice.policy.version,
    }


def _cards(advised: Advised) -> dict[str, list[Card]]:
    """One card per course, in the best group that a class of it has; the engine has sorted the lines.

    Classes that cannot be applied for yet stand in the same card, so that a course is never shown twice.
    """
    found: dict[str, Card] = {}
    groups: dict[str, list[Card]] = {}
    for group in GROUPS:
        groups[group] = []
        for line in getattr(advised.advice, group):
            if line.concept.id not in found:
                found[line.concept.id] = Card(advised.concepts[line.concept.id], line)
                groups[group].append(found[line.concept.id])
            found[line.concept.id].lines.append(line)
    return groups


def _answers(participant: Participant, concept_ids) -> dict[str, ChecklistAnswer]:
    """{item's primary key as text: the caseworker's answer}."""
    answers = ChecklistAnswer.objects.filter(participant=participant, item__concept__in=concept_ids)
    return {str(answer.item_id): answer for answer in answers.select_related("answered_by__user")}


def _card(card: Card, advised: Advised, participant, names, results, answers) -> dict:
    line, concept = card.line, card.concept
    checklist = [_item(result, names, answers, participant) for result in line.fit.items]
    lines = sorted(card.lines, key=lambda one: (one.intake.starts_on, one.intake.id))
    shared = _shared_stops(card.lines)
    return {
        "id": f"kurs-{concept.public_id}",
        "concept": concept,
        "title": concept.title,
        "url": reverse("courses:concept_detail", args=[concept.public_id]),
        "meta": _("%(county)s · %(weeks)d uker · %(hours)d timer i uka")
        % {"county": concept.county, "weeks": concept.weeks, "hours": concept.hours_per_week},
        "band": words.BAND_WORDS[line.band](),
        "band_color": words.BAND_COLORS[line.band],
        "points": round(line.points),
        "wished": line.wished,
        "parts": [_part(part, names) for part in line.parts],
        "below": [words.sentence(reason, names) for reason in line.below],
        "clarify": [words.sentence(reason, names) for reason in line.clarify],
        "warnings": [words.sentence(w, names) for w in line.warnings if w.code not in ALREADY_WARNED],
        "stops": [words.sentence(reason, names) for reason in shared if reason.code not in PERSONAL],
        "hiring": outlooks(line.hiring, names),
        "checklist": checklist,
        "judged": [item for item in checklist if item["answer_url"]],
        "intakes": [_intake(one, shared, advised, names) for one in lines[:INTAKES_SHOWN]],
        "more_intakes": max(0, len(lines) - INTAKES_SHOWN),
        "panel_list": results[concept.pk],
    }


def _part(part, names) -> dict:
    return {
        "label": words.FACTORS[part.factor](),
        "points": round(part.points),
        "maximum": part.weight,
        "text": " ".join(words.sentence(reason, names) for reason in part.reasons),
    }


def _shared_stops(lines: list[AdviceLine]) -> list[Reason]:
    """Stops that every class of the course has; the others are said beside the class."""
    first, *others = lines
    return [stop for stop in first.stops if all(stop in other.stops for other in others)]


def _item(result, names, answers, participant) -> dict:
    """One checklist item with its answer, the evidence, and where a judged one is answered."""
    judged = result.item.kind == ChecklistItem.Kind.JUDGED
    answer = answers.get(result.item.code)
    labels = {True: _("Oppfylt"), False: _("Ikke oppfylt"), None: _("Vet ikke")}
    return {
        "label": result.item.label,
        "weight": result.item.weight,
        "met": result.met,
        "answer": labels[result.met],
        "color": {True: "success", False: "neutral", None: "warning"}[result.met],
        "text": upper_first(words.evidence(result, names)),
        "by": str(answer.answered_by.user) if answer else "",
        "code": result.item.code,
        "answer_url": reverse("courses:checklist_answer", args=[participant.public_id, int(result.item.code)])
        if judged
        else "",
    }


def _intake(line: AdviceLine, shared: list[Reason], advised: Advised, names) -> dict:
    intake: Intake = advised.intakes[line.intake.id]
    own = [stop for stop in line.stops if stop not in shared]
    return {
        "intake": intake,
        "free": advised.free[intake.pk],
        "free_at_all": intake.free_places,
        "queue": advised.queue.get(intake.pk, 0),
        "open": not line.stops and intake.window_id is not None,
        "stops": [words.sentence(reason, names) for reason in own if reason.code not in PERSONAL],
    }


def _personal_stops(advised: Advised, names) -> list[str]:
    """What stops every course, whatever it is."""
    lines = advised.lines()
    found = {stop.code: stop for line in lines for stop in line.stops if stop.code in PERSONAL}
    return [words.sentence(found[code], names) for code in PERSONAL if code in found]
