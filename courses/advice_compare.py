"""Two or three courses for one person side by side (P6)."""

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _

from amo import panels
from amo.models import Membership
from courses import words
from courses.advice_cards import Writer, cards, written
from courses.advice_data import advise
from courses.models import Intake
from participants.models import Participant

MOST = 3


def context(participant: Participant, membership: Membership, chosen: Sequence[Intake], day: dt.date) -> dict:
    """The columns (courses) and rows of the table; with fewer than two courses there is nothing to compare."""
    concept_ids = list(dict.fromkeys(intake.contract.concept_id for intake in chosen))
    intakes = [intake for intake in chosen if intake.contract.concept_id in concept_ids[:MOST]]
    advised = advise(participant, by=membership, day=day, intakes=intakes)
    writer = Writer(advised, participant, words.Names.load(), {})
    results = panels.collect("concept.results", membership, concept_ids[:MOST])
    ready = [written(card, writer, results.get(card.concept.pk, ())) for card in cards(advised)]
    return {
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
        (_("Jobber i dag"), [[f"{one['where']}: {one['now']}" for one in card["hiring"]] for card in ready]),
        (_("Jobber etter kurset"), [[f"{one['where']}: {one['at_end']}" for one in card["hiring"]] for card in ready]),
        (_("Mangler fortsatt"), [[one["missing"] for one in card["hiring"] if one["missing"]] for card in ready]),
        (_("Start"), [[card["expected"]["text"]] for card in ready]),
    ]
    return [{"label": label, "cells": cells} for label, cells in rows if any(any(cell) for cell in cells)]


def _texts(reasons: list[dict]) -> list[str]:
    return [reason["text"] for reason in reasons]
