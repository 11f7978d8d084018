"""Two or three courses for one person side by side (P6)."""

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _

from amo import panels
from amo.models import Membership
from courses import words
from courses.advice_cards import Writer, cards, kept, written
from courses.against import in_words, rule_words, weigh
from courses.models import Intake
from participants.models import Mapping, Participant

MOST = 3


def context(participant: Participant, membership: Membership, chosen: Sequence[Intake], day: dt.date) -> dict:
    """The columns (courses) and rows of the table, and what to keep of it (`keep`, None with nothing to compare).

    Each course says what would be asked if it were put first on the application. Nobody who is not mapped is judged.
    """
    concept_ids = list(dict.fromkeys(intake.contract.concept_id for intake in chosen))
    intakes = [intake for intake in chosen if intake.contract.concept_id in concept_ids[:MOST]]
    choice = weigh(participant, intakes, by=membership, day=day, alone=True)
    advised, names = choice.advised, words.Names.load()
    mapped = Mapping.objects.current().filter(participant=participant).exists()
    writer = Writer(advised, participant, names, {}, mapped)
    results = panels.collect("concept.results", membership, concept_ids[:MOST])
    found = cards(advised, {str(intake.pk) for intake in intakes})
    against = choice.against if mapped else {}
    ready = [
        written(card, writer, results.get(card.concept.pk, ()))
        | {"against": in_words(against.get(int(card.line.intake.id), ()), names)}
        for card in found
    ]
    return {
        "against_rule": rule_words(advised, participant),
        "keep": _keep(ready) if ready else None,
        "columns": ready,
        "rows": _rows(ready),
        "too_many": len(concept_ids) > MOST,
        "chosen": [str(intake.public_id) for intake in intakes],
        "can_apply": any(row["open"] for card in ready for row in card["intakes"]),
    }


def _rows(ready: list[dict]) -> list[dict]:
    """{"label", "cells": [[paragraph, …] per course]}; a row that says nothing of any course is left out."""
    parts = [(label, index) for index, label in enumerate(part["label"] for part in ready[0]["parts"])] if ready else []
    rows = [
        (_("Kurset"), [[card["meta"]] for card in ready]),
        *((label, [[card["parts"][index]["text"]] for card in ready]) for label, index in parts),
        (_("Må avklares"), [_texts(card["clarify"]) for card in ready]),
        (_("Taler mot"), [_texts([*card["stops"], *card["below"], *card["warnings"]]) for card in ready]),
        (_("Går mot forslaget"), [[card["against"]] if card["against"] else [] for card in ready]),
        (_("Jobber i dag"), [[f"{one['where']}: {one['now']}" for one in card["hiring"]] for card in ready]),
        (_("Jobber etter kurset"), [[f"{one['where']}: {one['at_end']}" for one in card["hiring"]] for card in ready]),
        (_("Mangler fortsatt"), [[one["missing"] for one in card["hiring"] if one["missing"]] for card in ready]),
        (_("Start"), [[card["expected"]["text"]] for card in ready]),
    ]
    return [{"label": label, "cells": cells} for label, cells in rows if any(any(cell) for cell in cells)]


def _keep(ready: list[dict]) -> dict:
    """What the page shows, for `store_shown`."""
    return {
        "compared": True,
        "courses": [kept(card) | {"against": [card["against"]] if card["against"] else []} for card in ready],
        "more": 0,
        "not_now": None,
    }


def _texts(reasons: list[dict]) -> list[str]:
    return [reason["text"] for reason in reasons]
