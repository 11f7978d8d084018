"""The right of appeal by kind of decision, as data: a row in use is never changed, a new number is added (A5)."""

import datetime as dt
from collections.abc import Collection

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Role
from courses.letter_texts import first_rules
from courses.models import LetterRule

FIRST_DAY = dt.date(2000, 1, 1)
KEEPERS = frozenset({Role.COUNTY_STAFF, Role.ADMINISTRATOR})
VALUES = ("appealable", "weeks", "text_nb", "text_nn", "law_reference", "must_be_confirmed", "valid_from", "note")
DecisionType, Status = LetterRule.DecisionType, LetterRule.Status


@transaction.atomic
def rules_on(day: dt.date, decision_types: Collection[str] = tuple(DecisionType.values)) -> dict[str, LetterRule]:
    """{kind of decision: the version in force on `day`}. The first version is made where there is none. One query.

    In force is the one whose day came last; of two from one day the one taken into use last.
    """
    found = _stored(day, decision_types)
    missing = sorted(set(decision_types) - found.keys())
    if missing:
        first = first_rules()
        LetterRule.objects.bulk_create(
            [
                LetterRule(decision_type=kind, number=1, valid_from=FIRST_DAY, status=Status.IN_USE, **first[kind])
                for kind in missing
            ],
            ignore_conflicts=True,
        )
        found |= _stored(day, missing)
    return found


def _stored(day: dt.date, decision_types: Collection[str]) -> dict[str, LetterRule]:
    rows = LetterRule.objects.filter(decision_type__in=decision_types, status=Status.IN_USE, valid_from__lte=day)
    latest = F("approved_at").desc(nulls_last=True)
    rows = rows.order_by("decision_type", "-valid_from", latest, "-number").distinct("decision_type")
    return {row.decision_type: row for row in rows}


def rule_row(decision_type: str, day: dt.date) -> LetterRule:
    """The stored row in force, for a letter that must name it."""
    return rules_on(day, [decision_type])[decision_type]


@transaction.atomic
def draft_rule(*, decision_type: str, by: Membership, **values) -> LetterRule:
    """A draft of a new version for the whole country. values: VALUES.

    Raises PermissionDenied for other roles, and ValidationError at the field.
    """
    if by.role not in KEEPERS:
        raise PermissionDenied
    unknown = set(values) - set(VALUES)
    if unknown:
        raise TypeError(f"not a field of a rule: {', '.join(sorted(unknown))}")
    # The first row of the kind is the lock on the next number.
    rule_row(decision_type, clock.today())
    LetterRule.objects.select_for_update(of=("self",)).get(decision_type=decision_type, number=1)
    last = LetterRule.objects.filter(decision_type=decision_type).aggregate(last=Max("number"))["last"]
    row = LetterRule(decision_type=decision_type, number=last + 1, created_by=by, created_at=clock.now(), **values)
    _check(row)
    row.full_clean()
    row.save()
    return row


def _check(row: LetterRule) -> None:
    errors = {}
    if row.valid_from < clock.today():
        errors["valid_from"] = _("Regelen kan tidligst gjelde fra i dag. Sendte brev står som de er.")
    if row.appealable and not row.weeks:
        errors["weeks"] = _("Skriv klagefristen i uker.")
    if not row.appealable and row.weeks:
        errors["weeks"] = _("La fristen stå tom når vedtaket ikke kan klages på.")
    if not row.note.strip():
        errors["note"] = _("Skriv hvorfor regelen endres.")
    if errors:
        raise ValidationError(errors)


@transaction.atomic
def take_into_use(*, rule: LetterRule, by: Membership) -> LetterRule:
    """A second person takes a draft into use from its day. Raises ValidationError."""
    row = _draft(rule, by)
    if row.created_by.user_id == by.user_id:
        raise ValidationError(_("Den som laget utkastet, kan ikke ta det i bruk selv."))
    if row.valid_from < clock.today():
        raise ValidationError(_("Dagen utkastet skulle gjelde fra, er passert. Lag et nytt utkast."))
    row.status, row.approved_by, row.approved_at = Status.IN_USE, by, clock.now()
    row.full_clean()
    row.save()
    return row


@transaction.atomic
def discard_rule(*, rule: LetterRule, by: Membership) -> LetterRule:
    """Put a draft aside; it stays in the history. Raises ValidationError."""
    row = _draft(rule, by)
    row.status = Status.DISCARDED
    row.full_clean()
    row.save()
    return row


def _draft(rule: LetterRule, by: Membership) -> LetterRule:
    if by.role not in KEEPERS:
        raise PermissionDenied
    row = LetterRule.objects.select_for_update(of=("self",)).select_related("created_by").get(pk=rule.pk)
    if row.status != Status.DRAFT:
        raise ValidationError(_("Utkastet er allerede tatt i bruk eller forkastet."))
    return row
