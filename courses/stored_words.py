"""Stored advice and decisions in words, for the person's own print-out and the change history (06-access, "Log").

What was stored as codes is read with the same sentences as the pages have; a code without one stands part by part.
"""

from collections.abc import Callable

from django.utils.translation import gettext as _

from amo.versions import text_of
from courses import words
from courses.words_allocation import BLOCKED_WORDS, TIE_WORDS
from participants.innsyn import parts_text

REASONS = ("below", "against", "clarify", "warnings")


def advice_writer() -> Callable[[dict], str]:
    """Reads the advice stored with a wish. The names of its codes are read once, in four queries."""
    names = words.Names.load()

    def write(stored: dict) -> str:
        readable = dict(stored)
        if stored.get("band") in words.BAND_WORDS:
            readable["assessment"] = words.BAND_WORDS[stored["band"]]()
        readable["parts"] = [_factor(part, names) for part in stored.get("parts", ())]
        for key in REASONS:
            readable[key] = [_sentence(reason, names) for reason in stored.get(key, ())]
        readable["checklist"] = [_item(item) for item in stored.get("checklist", ())]
        return parts_text(readable)

    return write


def decision_writer() -> Callable[[dict], str]:
    """Reads what a decision of the allocation rested on: its codes in words.

    A limit that rests on one person is told to nobody else, nor the tie, which is as good as telling it.
    """

    def write(stored: dict) -> str:
        one_person = stored.get("printable") is False
        readable = {key: value for key, value in stored.items() if not (one_person and key in ("points", "tie"))}
        for key, known in (("blocked", BLOCKED_WORDS), ("tie", TIE_WORDS), ("reason", PLACES)):
            if stored.get(key) in known:
                readable[key] = known[stored[key]]()
        return parts_text(readable)

    return write


PLACES = {
    "own_office": lambda: _("plassene for kontoret gikk til andre"),
    "outranked": lambda: _("de ledige plassene gikk til andre"),
    "own_taken": lambda: _("plassene for kontoret var allerede tatt eller tilbudt"),
    "other_minimum": lambda: _("plassene gikk til kontorer som ikke hadde fylt minstekvoten"),
    "other_quota": lambda: _("plassene gikk til andre kontorers kvoter"),
    "none_left": lambda: _("det var ingen ledige plasser å fordele"),
} | BLOCKED_WORDS


def _factor(part: dict, names: words.Names) -> dict:
    """ "Målgruppe (15 av 40): …"."""
    label = words.FACTORS[part["factor"]]() if part.get("factor") in words.FACTORS else part.get("factor", "")
    text = " ".join(_sentence(reason, names) for reason in part.get("reasons", ()))
    return {"label": label, "points": round(part.get("points", 0)), "maximum": part.get("weight"), "text": text}


def _sentence(reason, names: words.Names) -> str:
    if isinstance(reason, str):
        return reason
    try:
        return words.sentence(reason, names)
    except KeyError:
        return parts_text(reason.get("params", {})) or str(reason.get("code", ""))


def _item(item: dict) -> str:
    met = {True: _("ja"), False: _("nei")}.get(item.get("met"), _("ikke svart"))
    return _("%(item)s: %(answer)s (vekt %(weight)s)") % {
        "item": item.get("label", ""),
        "answer": met,
        "weight": text_of(item.get("weight")),
    }
