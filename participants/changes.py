"""The change history of a person's file, read from the events that the database wrote (06-access, "Log")."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import connection, models
from django.db.models import Q, Value
from django.db.models.fields.json import KeyTextTransform
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, User
from amo.versions import Change, text_of
from participants import innsyn, words
from participants.models import Participant, Task

SAID_ELSEWHERE = ("_by", "_at", "number", "rank")
SUMMARY_LENGTH = 60


@dataclass(frozen=True)
class Entry:
    """One event of the history: enough to count, narrow and page by. `user` is the id of who made it, if anybody."""

    at: dt.datetime
    kind: str
    event_id: int
    user: int | None


@dataclass(frozen=True)
class _Loaded:
    """The content of one event: what the record held, and what it held before."""

    entry: Entry
    model: type[models.Model]
    label: str
    data: dict
    before: dict | None

    def pairs(self) -> dict[str, tuple]:
        """{column: (old, new)}: what differs, or everything that was filled in when the record is new or gone."""
        data = {name: value for name, value in self.data.items() if not name.startswith("pgh_")}
        if self.label == "update":
            before = self.before or {}
            return {name: (before.get(name), new) for name, new in data.items() if before.get(name) != new}
        filled = {name: value for name, value in data.items() if value not in (None, "", False, [], {})}
        if self.label == "delete":
            return {name: (value, None) for name, value in filled.items()}
        return {name: (None, value) for name, value in filled.items()}


def events_about(participant: Participant) -> list[Entry]:
    """Every event of the person and of each record that leads to her, through whichever app, newest first. One query."""
    parents: dict[type[models.Model], models.QuerySet | list] = {Participant: [participant.pk]}
    parts = [entries(Participant, Q(pgh_obj_id=participant.pk))]
    for model, link in innsyn.linked_models():
        above = parents[link.related_model]
        parents[model] = model._base_manager.filter(**{f"{link.name}__in": above}).order_by().values("pk")
        if _event_model(model) is not None:
            parts.append(entries(model, Q(**{f"{link.name}__in": above})))
    return together(parts)


def together(parts: list[models.QuerySet]) -> list[Entry]:
    """The events of several kinds, newest first. One query."""
    rows = parts[0].union(*parts[1:], all=True).order_by("-pgh_created_at", "-pgh_id")
    return [Entry(at, kind, event_id, int(user) if user else None) for at, kind, event_id, user in rows]


def _event_model(model: type[models.Model]) -> type[models.Model] | None:
    """The table of the model's events; None where no history is kept."""
    found = set(getattr(model, "pgh_event_models", {}).values())
    return found.pop() if len(found) == 1 else None


def entries(model: type[models.Model], about: Q) -> models.QuerySet:
    """Rows of `Entry` for the events of one kind of record that are about something."""
    rows = _event_model(model).objects.filter(about).order_by()
    kind = Value(model._meta.label, output_field=models.TextField())
    user = KeyTextTransform("user", "pgh_context__metadata")
    return rows.values_list("pgh_created_at", kind, "pgh_id", user)


def names_of(entries: Iterable[Entry]) -> dict[int, str]:
    """{user: name} of those who made these changes, in the order of the names. One query."""
    found = User.objects.filter(pk__in={entry.user for entry in entries} - {None})
    return dict(sorted(((user.pk, str(user)) for user in found), key=lambda pair: pair[1]))


def kind_label(kind: str) -> str:
    """The kind of record for a reader."""
    return words.record_label(apps.get_model(kind))


def _summary(changes: list[Change]) -> str:
    """What a new or deleted record says, in its first few values: dates of writing and who wrote are said elsewhere."""
    told = [change for change in changes if not change.field.endswith(SAID_ELSEWHERE)]
    parts = [
        f"{change.label}: {shorten(value, SUMMARY_LENGTH, placeholder='…')}"
        for change in told
        if (value := change.old or change.new)
    ]
    return shorten(" · ".join(parts), 2 * SUMMARY_LENGTH, placeholder="…")


def readable(entries: Iterable[Entry]) -> list[dict]:
    """Events as a reader sees them: {title, time, by, verb, is_update, summary, changes: [Change]}. A fixed number of queries."""
    entries = list(entries)
    events = _load(entries)
    names = _Names(events)
    makers = names_of(entries)
    found = []
    for event in events:
        changes = _changes(event, names)
        if not changes and event.label == "update":
            continue
        found.append(
            {
                "title": words.record_label(event.model),
                "verb": {"insert": _("Ny"), "update": _("Endret"), "delete": _("Slettet")}.get(event.label, ""),
                "time": event.entry.at.astimezone(clock.OSLO),
                "by": makers.get(event.entry.user) or _("Systemet"),
                "is_update": event.label == "update",
                "summary": "" if event.label == "update" else _summary(changes),
                "changes": changes,
            }
        )
    return found


_ONE_KIND = """
SELECT %s, now_event.pgh_id, now_event.pgh_label, row_to_json(now_event)::jsonb,
  (SELECT row_to_json(before_event)::jsonb FROM {table} before_event
   WHERE before_event.pgh_obj_id = now_event.pgh_obj_id AND before_event.pgh_id < now_event.pgh_id
   ORDER BY before_event.pgh_id DESC LIMIT 1)
FROM {table} now_event WHERE now_event.pgh_id = ANY(%s)
"""


def _load(entries: list[Entry]) -> list[_Loaded]:
    """The content of these events in one query, whatever kinds they are of."""
    kinds = sorted({entry.kind for entry in entries})
    if not kinds:
        return []
    parts, values = [], []
    for kind in kinds:
        table = connection.ops.quote_name(_event_model(apps.get_model(kind))._meta.db_table)
        parts.append(_ONE_KIND.format(table=table))
        values += [kind, [entry.event_id for entry in entries if entry.kind == kind]]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        rows = {(kind, event_id): rest for kind, event_id, *rest in cursor.fetchall()}
    found = []
    for entry in entries:
        label, data, before = rows[entry.kind, entry.event_id]
        found.append(_Loaded(entry, apps.get_model(entry.kind), label, _json(data), _json(before)))
    return found


def _json(value) -> dict | None:
    """A JSON column as the cursor gives it: text, since Django turns the driver's own decoding off."""
    return json.loads(value) if isinstance(value, str) else value


def _changes(event: _Loaded, names: "_Names") -> list[Change]:
    rows = []
    # In the order of the model, which is the order a reader knows from its form.
    place = {field.attname: number for number, field in enumerate(event.model._meta.concrete_fields)}
    for column, (old, new) in sorted(event.pairs().items(), key=lambda pair: place.get(pair[0], len(place))):
        field = _field(event.model, column)
        if field is None or field.name in words.LEFT_OUT or field.name == "participant":
            continue
        # A key, and the system's own name of what made a task, tell a reader nothing.
        if isinstance(field, models.UUIDField) or (event.model is Task and field.name == "kind"):
            continue
        texts = [names.text(field, value) for value in (old, new)]
        if any(innsyn.KEY.search(text) for text in texts):
            continue
        rows.append(Change(field.name, words.field_label(field), *texts))
    return rows


def _field(model, column: str) -> models.Field | None:
    try:
        field = model._meta.get_field(column.removesuffix("_id"))
    except FieldDoesNotExist:
        return None
    return field if field.concrete and not field.primary_key else None


class _Names:
    """Names of the records that events point at by key, read with one query per kind."""

    def __init__(self, events: list[_Loaded]):
        self._writers = innsyn.Writers()
        wanted: dict[type[models.Model], set] = {}
        for event in events:
            for column, pair in event.pairs().items():
                field = _field(event.model, column)
                if field is not None and field.many_to_one:
                    wanted.setdefault(field.related_model, set()).update(key for key in pair if key is not None)
        self._names = {model: self._read(model, keys) for model, keys in wanted.items() if model is not Participant}

    @staticmethod
    def _read(model, keys) -> dict:
        rows = model._base_manager.filter(pk__in=keys)
        if model is Membership:
            return {row.pk: str(row.user) for row in rows.select_related("user")}
        if model.__str__ is models.Model.__str__:
            return {}
        return {row.pk: str(row) for row in rows.select_related()}

    def text(self, field: models.Field, value) -> str:
        if value is None:
            return ""
        if field.many_to_one or field.one_to_one:
            return self._names.get(field.related_model, {}).get(value, "")
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        one_of = dict(getattr(getattr(field, "base_field", None), "choices", None) or ())
        if one_of:
            return ", ".join(str(one_of.get(one, one)) for one in value)
        if isinstance(value, dict):
            return self._writers.text(field, value)
        try:
            return text_of(field.to_python(value))
        except ValidationError:
            return str(value)
