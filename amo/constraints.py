"""From a broken database constraint to the Norwegian sentence it carries (05-architecture)."""

import logging
from functools import cache

from django.apps import apps
from django.db import IntegrityError
from django.db.models import BaseConstraint, UniqueConstraint
from django.utils.translation import gettext as _

log = logging.getLogger(__name__)


@cache
def _named() -> dict[str, BaseConstraint]:
    """Every model's constraints by name."""
    return {constraint.name: constraint for model in apps.get_models() for constraint in model._meta.constraints}


@cache
def _unique_columns() -> dict[tuple[str, str], tuple]:
    """(table, column) -> (model, field) of every unique field: PostgreSQL names those constraints by itself."""
    return {
        (model._meta.db_table, field.column): (model, field)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.unique
    }


def message_of(error: IntegrityError) -> str | None:
    """What to tell the user about `error`; None when it has nothing to say (a programming fault)."""
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    if not name:
        return None
    constraint = _named().get(name)
    if constraint is not None:
        if constraint.violation_error_message == constraint.default_violation_error_message:
            log.error("Constraint %s was broken and has no message of its own", name)
            if isinstance(constraint, UniqueConstraint):
                return _("Dette er allerede registrert.")
            return _("Opplysningene passer ikke med det som er lagret. Se over skjemaet og prøv igjen.")
        return str(constraint.violation_error_message)
    detail = diagnosis.message_detail or ""
    for (table, column), (model, field) in _unique_columns().items():
        if diagnosis.table_name == table and detail.startswith(f"Key ({column})="):
            return str(model().unique_error_message(model, (field.name,)).messages[0])
    return None
