"""The person's own print-out (innsyn): everything stored about her, and who has looked (06-access, "Log").

It follows every foreign key that leads to her, whichever app holds it: what is added later is in it by itself.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from amo import clock
from amo.models import AccessLog
from amo.versions import display, text_of
from participants import words
from participants.models import Participant

MAX_DEPTH = 4
EMPTY = (None, "", [], {})
NAMES = ("title", "label", "where")
"""Under which a record inside stored advice is known."""
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
"""A key, also where it stands inside a text: it tells a reader nothing."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
_makers: dict[tuple[str, str], Callable[[], Callable[[dict], str]]] = {}


@dataclass(frozen=True)
class Section:
    """One kind of record: its name, and per record (label, value) of what is filled in."""

    title: str
    records: list[list[tuple[str, str]]]


class Writers:
    """How JSON columns are read in one answer: what a writer reads beforehand, it reads once."""

    def __init__(self):
        self._made: dict[Callable, Callable[[dict], str]] = {}

    def text(self, field: models.Field, stored: dict) -> str:
        """A stored value for a reader: as its app has registered, otherwise part by part."""
        maker = _makers.get((field.model._meta.label, field.name))
        if maker is None:
            return parts_text(stored)
        if maker not in self._made:
            self._made[maker] = maker()
        return self._made[maker](stored)


def register_writer(model: type[models.Model], field: str, maker: Callable[[], Callable[[dict], str]]) -> None:
    """How a JSON column is read whose codes have words only in the app above: `maker()` gives a function of the value.

    Called from that app's `ready`.
    """
    _makers[model._meta.label, field] = maker


def sections(participant: Participant) -> list[Section]:
    """Every record about the person, the person herself first. One query per kind of record."""
    writers = Writers()
    found = [Section(words.record_label(Participant), [_record(participant, None, writers)])]
    for model, rows, link in _walk(participant):
        found.append(Section(words.record_label(model), [_record(row, link, writers) for row in rows]))
    return found


def linked_models() -> list[tuple[type[models.Model], models.Field]]:
    """(model, the key that leads towards the person) for every kind of record about a person, nearest first."""
    found, level, seen = [], [Participant], {Participant}
    for _depth in range(MAX_DEPTH):
        upper = []
        for model in level:
            for relation in model._meta.related_objects:
                other = relation.related_model
                if other in seen or relation.many_to_many or _is_machinery(other):
                    continue
                seen.add(other)
                upper.append(other)
                found.append((other, relation.field))
        level = upper
    return found


def _is_machinery(model) -> bool:
    return hasattr(model, "pgh_tracked_model") or model._meta.app_label == "amo"


def _walk(participant: Participant):
    keys = {Participant: [participant.pk]}
    for model, link in linked_models():
        above = keys.get(link.related_model)
        if not above:
            continue
        related = [
            field.name
            for field in model._meta.concrete_fields
            if field.many_to_one and field.name not in words.LEFT_OUT
        ]
        deeper = [f"{name}__user" for name in related if _is_membership(model._meta.get_field(name))]
        rows = list(
            model._base_manager.filter(**{f"{link.name}__in": above}).select_related(*related, *deeper).order_by("pk")
        )
        if rows:
            keys[model] = [row.pk for row in rows]
            yield model, rows, link


def _is_membership(field: models.Field) -> bool:
    return field.related_model._meta.label == "amo.Membership"


def _record(row: models.Model, link: models.Field | None, writers: Writers) -> list[tuple[str, str]]:
    values = []
    for field in shown_fields(type(row)):
        if link is not None and field.name == link.name:
            continue
        text = _text(row, field, writers)
        if text:
            values.append((words.field_label(field), text))
    return values


def shown_fields(model: type[models.Model]) -> list[models.Field]:
    """The columns of a record that a reader is shown."""
    return [
        field for field in model._meta.concrete_fields
        if field.name not in words.LEFT_OUT and not (field.primary_key and not field.is_relation)
    ]  # fmt: skip


def _text(row: models.Model, field: models.Field, writers: Writers) -> str:
    if field.is_relation:
        related = getattr(row, field.name)
        if related is not None and _is_membership(field):
            return f"{related.user}"
        if related is None or type(related).__str__ is models.Model.__str__:
            return ""
        return str(related)
    if getattr(row, field.attname) in EMPTY:
        return ""
    value = getattr(row, field.attname)
    if isinstance(value, dict):
        return writers.text(field, value)
    choices = getattr(getattr(field, "base_field", None), "choices", None)
    if choices:
        return ", ".join(str(dict(choices).get(one, one)) for one in value)
    return display(row, field.name)


def parts_text(stored: dict, *, lines: bool = True) -> str:
    """Stored facts or advice, part by part; keys that only the program reads are left out.

    lines: records that say much stand on a line each; inside such a line nothing does.
    """
    shown = {key: _part(part, lines) for key, part in stored.items() if key not in words.PART_CODES}
    shown = {key: text for key, text in shown.items() if text}
    # In the order of the names: the database keeps keys in an order of its own.
    place = {key: number for number, key in enumerate(words.PARTS)}
    ordered = sorted(shown.items(), key=lambda pair: place.get(pair[0], len(place)))
    return "; ".join(f"{words.part_label(key)}: {text}" for key, text in ordered)


def _part(value, lines: bool) -> str:
    """One part as text: dates in words, yes and no, records by their name with everything else that they say."""
    if value in EMPTY:
        return ""
    if isinstance(value, dict):
        return parts_text(value, lines=lines)
    if isinstance(value, list | tuple):
        several = any(isinstance(one, dict) and len(one) > 1 for one in value)
        texts = [text for one in value if (text := _record_part(one))]
        if several and any("; " in text for text in texts):
            return "\n".join(("", *texts)) if lines else " / ".join(texts)
        return ", ".join(texts)
    if isinstance(value, str):
        return "" if KEY.search(value) else _day(value)
    if isinstance(value, float):
        return number_format(round(value, 2), use_l10n=True)
    return text_of(value)


def _record_part(one) -> str:
    """ "Truckfører (71): sted: Oslo" of a record in a list; anything else as any part."""
    if not isinstance(one, dict):
        return _part(one, False)
    name = next((str(one[key]) for key in NAMES if one.get(key)), "")
    rest = {key: value for key, value in one.items() if not name or key not in (*NAMES, "points", "maximum", "text")}
    if name and "points" in one:
        points, limit = _part(one["points"], False), one.get("maximum")
        if limit:
            points = _("%(points)s av %(limit)s") % {"points": points, "limit": limit}
        name = f"{name} ({points})"
    said = one.get("text", "") if name else ""
    told = "; ".join(filter(None, (said, parts_text(rest, lines=False))))
    return f"{name}: {told}" if name and told else name or told


def _day(text: str) -> str:
    """A day as it was stored for programs, in words; any other text as it is."""
    try:
        return date_format(dt.date.fromisoformat(text), "j. F Y") if DAY.fullmatch(text) else text
    except ValueError:
        return text


def who_has_looked(participant: Participant) -> list[dict]:
    """Every showing of her details, newest first: when, who, from where, on which page."""
    rows = AccessLog.objects.filter(subject_id=participant.public_id).order_by("-at")
    return [
        {
            "at": row.at.astimezone(clock.OSLO),
            "who": row.user_ident,
            "organisation": row.organisation,
            "role": row.role,
            "event": row.get_event_display(),
            "message": row.message,
        }
        for row in rows
    ]
