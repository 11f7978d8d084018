"""Hiring requirements that county staff keep (C4). What a decision rested on is never overwritten: a new version is made."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership, QualificationType
from courses.models import AdviceShown, HiringRequirement

COLUMNS = (
    "segment", "employer_group", "occupation", "form", "permission_from", "months_each", "months_total", "valid_from",
    "valid_to", "source", "source_url",
)  # fmt: skip
SOURCE = ("source", "source_url")
"""What may be corrected after advice has rested on a requirement: where it is from, not what it asks for."""


def rested_on(requirement: HiringRequirement) -> bool:
    """Has advice been shown while the requirement was stored and held? Then its content stands as it is."""
    first = requirement.events.order_by("pgh_id").values_list("pgh_created_at", flat=True).first()
    shown = AdviceShown.objects.filter(on__gte=requirement.valid_from)
    if first:
        shown = shown.filter(shown_at__gte=first)
    if requirement.valid_to:
        shown = shown.filter(on__lte=requirement.valid_to)
    if requirement.county_id:
        shown = shown.filter(participant__office__county=requirement.county_id)
    return shown.exists()


@transaction.atomic
def add_requirement(
    *,
    values: Mapping[str, Any],
    needs_all: Iterable[QualificationType],
    needs_any: Iterable[QualificationType],
    by: Membership,
) -> HiringRequirement:
    """A requirement of the acting membership's own county. values: COLUMNS.

    Raises PermissionDenied outside a county, and ValidationError at the field; an overlap names the other period.
    """
    if by.county_id is None:
        raise PermissionDenied
    return _save(HiringRequirement(county_id=by.county_id), values, needs_all, needs_any)


@transaction.atomic
def change_requirement(
    *,
    requirement: HiringRequirement,
    values: Mapping[str, Any],
    needs_all: Iterable[QualificationType] = (),
    needs_any: Iterable[QualificationType] = (),
    by: Membership,
    version: int | None = None,
) -> HiringRequirement:
    """Correct a requirement. Once advice has rested on it only its source changes; the rest takes a new version.

    Raises PermissionDenied for another county's, StaleVersion, and ValidationError at the field.
    """
    requirement = _locked(requirement, by, version)
    if rested_on(requirement):
        if set(values) - set(SOURCE):
            raise ValidationError(
                _("Kursforslag har bygd på dette kravet. Lag en ny versjon fra en dato i stedet for å endre det.")
            )
        needs_all, needs_any = list(requirement.needs_all.all()), list(requirement.needs_any.all())
    return _save(requirement, values, needs_all, needs_any)


@transaction.atomic
def new_version(
    *,
    requirement: HiringRequirement,
    values: Mapping[str, Any],
    needs_all: Iterable[QualificationType],
    needs_any: Iterable[QualificationType],
    by: Membership,
    version: int | None = None,
) -> HiringRequirement:
    """What holds from `values["valid_from"]` on; the old one is closed the day before and otherwise left as it was.

    Employers, occupation and form are the old one's. Raises PermissionDenied, StaleVersion, and ValidationError at
    `valid_from` when the day is not after the old one's first, or lies in a past that advice has rested on.
    """
    old = _locked(requirement, by, version)
    first = values["valid_from"]
    if first <= old.valid_from:
        raise ValidationError(
            {"valid_from": _("Den nye versjonen må gjelde fra etter %(day)s.") % {"day": date_format(old.valid_from)}}
        )
    if old.valid_to is None or old.valid_to >= first:
        last_day = first - dt.timedelta(days=1)
        _not_in_a_decided_past(old, last_day, "valid_from")
        old.valid_to = last_day
        versions.save(old)
    same = {name: getattr(old, name) for name in ("segment", "employer_group", "occupation", "form")}
    return _save(HiringRequirement(county_id=old.county_id), {**values, **same}, needs_all, needs_any)


@transaction.atomic
def end_requirement(
    *, requirement: HiringRequirement, last_day: dt.date, by: Membership, version: int | None = None
) -> HiringRequirement:
    """The requirement holds for the last time on `last_day`, yesterday at the earliest unless it has not begun.

    Raises PermissionDenied, StaleVersion, and ValidationError at `last_day`.
    """
    requirement = _locked(requirement, by, version)
    if last_day < requirement.valid_from:
        raise ValidationError({"last_day": _("Sluttdato kan ikke være før startdato.")})
    if requirement.valid_to and last_day > requirement.valid_to:
        day = date_format(requirement.valid_to)
        raise ValidationError({"last_day": _("Kravet er allerede avsluttet %(day)s.") % {"day": day}})
    _not_in_a_decided_past(requirement, last_day, "last_day")
    requirement.valid_to = last_day
    return versions.save(requirement)


def _not_in_a_decided_past(requirement: HiringRequirement, last_day: dt.date, field: str) -> None:
    """Advice that rested on the requirement after `last_day` would seem to have rested on nothing."""
    if last_day < clock.today() - dt.timedelta(days=1) and rested_on(requirement):
        raise ValidationError({field: _("Kursforslag har bygd på kravet. Det kan avsluttes tidligst i går.")})


def _locked(requirement: HiringRequirement, by: Membership, version: int | None) -> HiringRequirement:
    requirement = HiringRequirement.objects.select_for_update(of=("self",)).get(pk=requirement.pk)
    if by.county_id is None or requirement.county_id != by.county_id:
        raise PermissionDenied
    versions.check(requirement, version)
    return requirement


def _save(requirement: HiringRequirement, values: Mapping[str, Any], needs_all, needs_any) -> HiringRequirement:
    """Validate and store, in its own period. The constraint of the database is the last word on overlaps."""
    unknown = set(values) - set(COLUMNS)
    if unknown:
        raise TypeError(f"not a field of a requirement: {', '.join(sorted(unknown))}")
    for name, value in values.items():
        setattr(requirement, name, value)
    _check(requirement)
    versions.save(requirement)
    requirement.needs_all.set(needs_all)
    requirement.needs_any.set(needs_any)
    return requirement


def _check(requirement: HiringRequirement) -> None:
    """Reversed dates, limits without a permission, and another period that the same holds in (named)."""
    requirement.clean()
    if (requirement.months_each or requirement.months_total) and not requirement.permission_from:
        raise ValidationError({"permission_from": _("Skriv hvem som gir tillatelsen som månedene gjelder for.")})
    if requirement.months_each and requirement.months_total and requirement.months_each > requirement.months_total:
        raise ValidationError({"months_total": _("Måneder i alt må være minst like mange som måneder om gangen.")})
    other = HiringRequirement.objects.overlapping(requirement).order_by("valid_from").first()
    if other is not None:
        raise ValidationError({"valid_from": overlap_message(other)})


def overlap_message(other: HiringRequirement) -> str:
    """Which period is in the way, and what to do about it."""
    facts = {
        "segment": other.segment,
        "form": other.get_form_display(),
        "first": date_format(other.valid_from),
        "last": date_format(other.valid_to) if other.valid_to else "",
    }
    if other.valid_to:
        return (
            _(
                "%(segment)s har allerede krav for %(form)s fra %(first)s til %(last)s. Velg en annen dato,"
                " eller lag en ny versjon av det kravet."
            )
            % facts
        )
    return (
        _(
            "%(segment)s har allerede krav for %(form)s fra %(first)s uten sluttdato. Lag en ny versjon av det kravet,"
            " eller avslutt det først."
        )
        % facts
    )
