"""Mapping: a new version each time, one current (P1)."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Office
from amo.versions import StaleVersion
from participants import comparison, portfolio
from participants.models import HeldCertificate, Mapping, Participant, WorkExperience

SKILLS = ("oral", "listening", "reading", "writing", "written")
MAPPING_FIELDS = frozenset(
    {
        *SKILLS,
        *(f"{skill}_source" for skill in SKILLS),
        "norwegian_test", "norwegian_tested_on", "education_level", "education_field", "education_country",
        "education_recognised", "hours_available", "evenings", "nights", "weekends", "available_from", "can_move",
        "digital_skills", "needs_adaptation", "adaptation_text", "summary",
    }
)  # fmt: skip


@transaction.atomic
def save_mapping(
    *,
    participant: Participant,
    values: dict[str, Any],
    by: Membership,
    experiences: Iterable[dict[str, Any]] = (),
    certificates: Iterable[dict[str, Any]] = (),
    reachable_offices: Iterable[Office] = (),
    expected_number: int | None = None,
) -> Mapping:
    """Save a new version of the mapping and make it the current one.

    values: MAPPING_FIELDS. experiences: fields of WorkExperience (months, ended_year as numbers); certificates: fields
    of HeldCertificate. expected_number: the number the new version should get; StaleVersion when somebody else has
    saved in between. Raises ValidationError.
    """
    Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)
    current = Mapping.objects.current().filter(participant=participant).first()
    number = current.number + 1 if current else 1
    if expected_number not in (None, number):
        opened = Mapping.objects.filter(participant=participant, number=expected_number - 1).first()
        raise StaleVersion(
            comparison.mapping_changes(opened, current) if current else [],
            current=number,
            by=str(current.created_by.user) if current else "",
            when=current.created_at if current else None,
        )
    unknown = set(values) - MAPPING_FIELDS
    if unknown:
        raise TypeError(f"not a field of a mapping: {', '.join(sorted(unknown))}")
    mapping = Mapping(participant=participant, number=number, created_by=by, created_at=clock.now(), **values)
    _complete(mapping)
    mapping.full_clean(validate_constraints=False)
    Mapping.objects.current().filter(participant=participant).update(is_current=False)
    mapping.save()
    mapping.reachable_offices.set(reachable_offices)
    _save_parts(mapping, WorkExperience, experiences)
    _save_parts(mapping, HeldCertificate, certificates)
    portfolio.refresh([participant.pk])
    return mapping


def _complete(mapping: Mapping) -> None:
    """A level and its source belong together; adaptation text needs its tick."""
    for skill in SKILLS:
        level, source = getattr(mapping, skill), getattr(mapping, f"{skill}_source")
        if not level:
            setattr(mapping, f"{skill}_source", "unknown")
        elif source == "unknown":
            raise ValidationError({f"{skill}_source": _("Velg om nivået er dokumentert eller vurdert.")})
    if mapping.adaptation_text and not mapping.needs_adaptation:
        mapping.needs_adaptation = True
    if mapping.norwegian_tested_on and mapping.norwegian_tested_on > clock.today():
        raise ValidationError({"norwegian_tested_on": _("Datoen kan ikke være fram i tid.")})


def _save_parts(mapping: Mapping, model, rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        part = model(mapping=mapping, **row)
        part.full_clean()
        part.save()
