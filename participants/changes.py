"""The change history of a person's file, read from the events that the database wrote (06-access, "Log")."""

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils.translation import gettext as _
from pghistory.models import Events

from amo import clock
from amo.models import Membership, User
from amo.versions import Change, text_of
from participants import words
from participants.models import Participant


def events_about(participant: Participant) -> models.QuerySet:
    """Events of the person and of every record that points at her, newest first."""
    return Events.objects.references(participant).order_by("-pgh_created_at", "-pgh_slug")


def readable(events) -> list[dict]:
    """Events as a reader sees them: {title, time, by, verb, changes: [Change]}. A fixed number of queries."""
    events = list(events)
    names = _Names(events)
    found = []
    for event in events:
        model = apps.get_model(event.pgh_obj_model)
        changes = _changes(model, event, names)
        if not changes and event.pgh_label == "update":
            continue
        found.append(
            {
                "title": words.record_label(model),
                "verb": {"insert": _("Ny"), "update": _("Endret"), "delete": _("Slettet")}.get(event.pgh_label, ""),
                "time": event.pgh_created_at.astimezone(clock.OSLO),
                "by": names.maker(event),
                "is_update": event.pgh_label == "update",
                "changes": changes,
            }
        )
    return found


def _pairs(event) -> dict[str, tuple]:
    """{column: (old, new)}: what differs, or everything that was filled in when the record is new or gone."""
    if event.pgh_label == "update":
        return {name: tuple(pair) for name, pair in (event.pgh_diff or {}).items()}
    filled = {name: value for name, value in event.pgh_data.items() if value not in (None, "", False, [], {})}
    if event.pgh_label == "delete":
        return {name: (value, None) for name, value in filled.items()}
    return {name: (None, value) for name, value in filled.items()}


def _changes(model, event, names: "_Names") -> list[Change]:
    rows = []
    for column, (old, new) in _pairs(event).items():
        field = _field(model, column)
        if field is None or field.name in words.LEFT_OUT or field.name == "participant":
            continue
        rows.append(Change(field.name, words.field_label(field), names.text(field, old), names.text(field, new)))
    return rows


def _field(model, column: str) -> models.Field | None:
    try:
        field = model._meta.get_field(column.removesuffix("_id"))
    except FieldDoesNotExist:
        return None
    return field if field.concrete and not field.primary_key else None


class _Names:
    """Names of the records that events point at by key, read with one query per kind."""

    def __init__(self, events):
        wanted: dict[type[models.Model], set] = {}
        for event in events:
            model = apps.get_model(event.pgh_obj_model)
            for column, pair in _pairs(event).items():
                field = _field(model, column)
                if field is not None and field.many_to_one:
                    wanted.setdefault(field.related_model, set()).update(key for key in pair if key is not None)
        self._names = {model: self._read(model, keys) for model, keys in wanted.items() if model is not Participant}

        makers = {(event.pgh_context or {}).get("user") for event in events} - {None}
        self._users = {user.pk: str(user) for user in User.objects.filter(pk__in=makers)}

    def maker(self, event) -> str:
        """Who made the change; a change outside a request is the system's."""
        return self._users.get((event.pgh_context or {}).get("user")) or _("Systemet")

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
        try:
            return text_of(field.to_python(value))
        except ValidationError:
            return str(value)
