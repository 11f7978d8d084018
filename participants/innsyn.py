"""The person's own print-out (innsyn): everything stored about her, and who has looked (06-access, "Log").

It follows every foreign key that leads to her, whichever app holds it: what is added later is in it by itself.
"""

from dataclasses import dataclass

from django.db import models

from amo import clock
from amo.models import AccessLog
from amo.versions import display, text_of
from participants import words
from participants.models import Participant

MAX_DEPTH = 4
EMPTY = (None, "", [], {})


@dataclass(frozen=True)
class Section:
    """One kind of record: its name, and per record (label, value) of what is filled in."""

    title: str
    records: list[list[tuple[str, str]]]


def sections(participant: Participant) -> list[Section]:
    """Every record about the person, the person herself first. One query per kind of record."""
    found = [Section(words.record_label(Participant), [_record(participant, None)])]
    for model, rows, link in _walk(participant):
        found.append(Section(words.record_label(model), [_record(row, link) for row in rows]))
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


def _record(row: models.Model, link: models.Field | None) -> list[tuple[str, str]]:
    values = []
    for field in shown_fields(type(row)):
        if link is not None and field.name == link.name:
            continue
        text = _text(row, field)
        if text:
            values.append((words.field_label(field), text))
    return values


def shown_fields(model: type[models.Model]) -> list[models.Field]:
    """The columns of a record that a reader is shown."""
    return [
        field for field in model._meta.concrete_fields
        if field.name not in words.LEFT_OUT and not (field.primary_key and not field.is_relation)
    ]  # fmt: skip


def _text(row: models.Model, field: models.Field) -> str:
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
        # A record that is a text of its own, such as a letter, says how it reads.
        return row.as_text() if hasattr(row, "as_text") else parts_text(value)
    choices = getattr(getattr(field, "base_field", None), "choices", None)
    if choices:
        return ", ".join(str(dict(choices).get(one, one)) for one in value)
    return display(row, field.name)


def parts_text(stored: dict) -> str:
    """Stored facts or advice, part by part; keys that only the program reads are left out."""
    shown = {key: part for key, part in stored.items() if key not in words.PART_CODES and part not in EMPTY}
    # In the order of the names: the database keeps keys in an order of its own.
    place = {key: number for number, key in enumerate(words.PARTS)}
    ordered = sorted(shown.items(), key=lambda pair: place.get(pair[0], len(place)))
    return "; ".join(f"{words.part_label(key)}: {_part(part)}" for key, part in ordered)


def _part(value) -> str:
    """One part: records by what they are called, or their number where they have no name; anything else as text."""
    if isinstance(value, dict):
        return parts_text(value)
    if not isinstance(value, list):
        return text_of(value)
    names = [one.get("title") or one.get("label") for one in value if isinstance(one, dict)]
    if names and all(names):
        return ", ".join(
            f"{name} ({one['points']})" if "points" in one else name for name, one in zip(names, value, strict=True)
        )
    if any(isinstance(one, int | list | dict) for one in value):
        return str(len(value))
    return ", ".join(map(text_of, value))


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
