"""Mapping: a new version each time, one current (P1)."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from amo import clock
from amo.models import Membership, Office
from amo.versions import StaleVersion
from participants import comparison, mapping_rules, portfolio
from participants.models import HeldCertificate, Mapping, Participant, WorkExperience

MAPPING_FIELDS = frozenset(
    {
        *(f"{skill}{end}" for skill in mapping_rules.SKILLS for end in ("", "_source", "_test", "_tested_on")),
        "education_level", "education_field", "education_country", "education_sector", "education_recognition",
        "hours_available", "evenings", "nights", "weekends", "daytime_only", "no_jobs", "available_from", "can_move",
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
    experiences = list(experiences)
    values = _checked(values, experiences, participant)
    mapping = Mapping(participant=participant, number=number, created_by=by, created_at=clock.now(), **values)
    mapping.full_clean(validate_constraints=False)
    Mapping.objects.current().filter(participant=participant).update(is_current=False)
    mapping.save()
    mapping.reachable_offices.set(reachable_offices)
    _save_parts(mapping, WorkExperience, experiences)
    _save_parts(mapping, HeldCertificate, certificates)
    portfolio.refresh([participant.pk])
    return mapping


def _checked(values: dict[str, Any], experiences: list[dict[str, Any]], participant: Participant) -> dict[str, Any]:
    """The values with what follows from them. Raises ValidationError for what cannot be so (mapping_rules)."""
    today, born_on = clock.today(), participant.born_on
    values = mapping_rules.complete(values)
    values["needs_adaptation"] = bool(values.get("needs_adaptation") or values.get("adaptation_text"))
    errors = mapping_rules.norwegian_errors(values, today=today, born_on=born_on)
    errors |= mapping_rules.blank_errors(values, has_jobs=bool(experiences))
    if errors:
        raise ValidationError(errors)
    for row in experiences:
        impossible = mapping_rules.job_error(row["months"], row.get("ended_year"), born_on=born_on, today=today)
        if impossible:
            raise ValidationError(impossible[1])
    too_much = mapping_rules.work_error((row["months"] for row in experiences), born_on=born_on, today=today)
    if too_much:
        raise ValidationError(too_much)
    return values


def _save_parts(mapping: Mapping, model, rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        part = model(mapping=mapping, **row)
        part.full_clean()
        part.save()
