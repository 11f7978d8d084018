"""Guard against overwriting what somebody else saved in between (05-architecture, "versions").

Every editable record has a `version`. A form carries the number it was opened with; the action compares under lock.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from amo.models import User

SKIPPED = frozenset({"version", "id", "public_id"})


@dataclass(frozen=True)
class Change:
    """One field that differs between the version somebody opened and the one that is stored now."""

    field: str
    label: str
    old: str
    new: str


class StaleVersion(Exception):  # noqa: N818 -- it is a state, not a fault
    """The record was saved by somebody else after the form was opened.

    changes: what differs; `current` is the stored version's number; by and when say who saved last ("" when unknown).
    """

    def __init__(self, changes: list[Change], *, current: int, by: str = "", when: dt.datetime | None = None):
        super().__init__("stale version")
        self.changes = changes
        self.current = current
        self.by = by
        self.when = when


def check(obj: models.Model, expected: int | None) -> None:
    """Raise StaleVersion when `obj` (read under lock) is no longer at version `expected`. None checks nothing."""
    if expected is None or obj.version == expected:
        return
    changes, by, when = _what_changed(obj, expected)
    raise StaleVersion(changes, current=obj.version, by=by, when=when)


def save(obj: models.Model, *, exclude: tuple[str, ...] = ()) -> models.Model:
    """Validate and save, counting the version up when the row exists. Raises ValidationError. Returns `obj`."""
    obj.full_clean(exclude=set(exclude))
    if not obj._state.adding:
        obj.version += 1
    obj.save()
    return obj


def _what_changed(obj: models.Model, expected: int) -> tuple[list[Change], str, dt.datetime | None]:
    """Compare the change history's event of version `expected` with the row as it is now."""
    events = obj.events.select_related("pgh_context").order_by("-pgh_created_at", "-pgh_id")
    latest = events.first()
    opened = events.filter(version=expected).first()
    if opened is None:
        return [], "", None
    changes = []
    for field in obj._meta.concrete_fields:
        if field.generated or field.name in SKIPPED or not hasattr(opened, field.attname):
            continue
        if getattr(opened, field.attname) != getattr(obj, field.attname):
            old, new = display(opened, field.name), display(obj, field.name)
            changes.append(Change(field.name, str(field.verbose_name).capitalize(), old, new))
    context = latest.pgh_context.metadata if latest.pgh_context_id else {}
    user = User.objects.filter(pk=context.get("user")).first() if context.get("user") else None
    return changes, str(user or ""), latest.pgh_created_at


def display(obj: models.Model, name: str) -> str:
    """A field's value as a reader sees it: the choice's label, the related record's name, a Norwegian date."""
    try:
        field = obj._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(getattr(obj, name), getattr(obj, name)) or "")
    each = getattr(field, "base_field", None)
    if each is not None and each.choices:
        words = dict(each.flatchoices)
        return ", ".join(str(words.get(one, one)) for one in getattr(obj, name) or [])
    return text_of(getattr(obj, name, ""))


def text_of(value: Any) -> str:
    """Any value as text for a reader."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nei")
    if isinstance(value, Decimal):
        return formats.number_format(value.normalize(), use_l10n=True)
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
    if isinstance(value, dt.date):
        return formats.date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, list | tuple | set | models.QuerySet):
        return ", ".join(text_of(item) for item in value)
    return str(value)
