"""What differs between two versions of a concept, field by field, in words (C1)."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from courses import specification
from courses.concept_page import asks
from courses.models import ChecklistItem, Concept
from courses.specification import Item, Specification
from courses.words_base import upper_first

SAME, ADDED, REMOVED = "same", "added", "removed"
DASH = "–"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs. parts: [(SAME | ADDED | REMOVED, text)] in reading order.

    listed: the parts are whole lines of a list, without those that are the same.
    """

    label: str
    parts: tuple[tuple[str, str], ...]
    listed: bool = False


def differences(old: Specification, new: Specification) -> list[Difference]:
    """Every field that differs, in the order of the form, then the checklist's items."""
    found = []
    for field in specification.fields(Concept):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            found.append(_difference(field, before, after))
    return [*found, *_checklist(old.checklist, new.checklist)]


def _difference(field: models.Field, before: Any, after: Any) -> Difference:
    label = upper_first(str(field.verbose_name))
    if isinstance(before, list) and isinstance(after, list):
        return Difference(label, _lines(_texts(field, before), _texts(field, after)), listed=True)
    if isinstance(field, models.TextField):
        return Difference(label, _words(before, after))
    return Difference(label, _replaced(_text(field, before), _text(field, after)))


def _text(field: models.Field, value: Any) -> str:
    if value in (None, ""):
        return DASH
    return str(dict(field.flatchoices).get(value, value)) if field.choices else str(value)


def _texts(field: models.Field, values: Sequence[Any]) -> list[str]:
    """Names of references, labels of choices, topics as they are."""
    base = getattr(field, "base_field", field)
    return [_text(base, value) if not field.many_to_many else str(value) for value in values]


def _replaced(before: str, after: str) -> tuple[tuple[str, str], ...]:
    return (REMOVED, before), (ADDED, after)


def _lines(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Lines taken out and put in; the same lines in another order are shown as they stand now."""
    gone = [(REMOVED, line) for line in before if line not in after]
    new = [(ADDED, line) for line in after if line not in before]
    return tuple(gone + new) or ((REMOVED, ", ".join(before)), (ADDED, ", ".join(after)))


def _words(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """A text word by word, spaces kept."""
    old, new = _tokens(before), _tokens(after)
    parts = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append((SAME, "".join(old[i:j])))
            continue
        parts += [(REMOVED, "".join(old[i:j]))] if j > i else []
        parts += [(ADDED, "".join(new[k:m]))] if m > k else []
    return tuple(parts)


def _tokens(text: str) -> list[str]:
    return re.findall(r"\S+\s*|\s+", text)


def _checklist(before: Sequence[Item], after: Sequence[Item]) -> list[Difference]:
    """Items are known by their id: one whose text was changed is the same item."""
    old, new = {item.id: item for item in before}, {item.id: item for item in after}
    found = []
    for key, item in old.items():
        if key not in new:
            found.append(Difference(_("Punkt tatt ut av sjekklista"), ((REMOVED, _item(item)),)))
        elif item.values != new[key].values:
            found.append(Difference(_("Punkt endret i sjekklista"), _replaced(_item(item), _item(new[key]))))
    found += [
        Difference(_("Nytt punkt i sjekklista"), ((ADDED, _item(item)),)) for key, item in new.items() if key not in old
    ]
    stayed = [key for key in old if key in new]
    if stayed != [key for key in new if key in old]:
        order = "; ".join(item.label for item in after)
        found.append(Difference(_("Rekkefølgen i sjekklista"), ((ADDED, order),)))
    return found


def _item(item: Item) -> str:
    """ "Norsk muntlig: Muntlig minst A2, vekt 2". A judged item is its label, told as such."""
    asked = _("vurderes av veileder") if item.kind == ChecklistItem.Kind.JUDGED else asks(item)
    return _("%(label)s: %(asked)s, vekt %(weight)d") % {"label": item.label, "asked": asked, "weight": item.weight}
