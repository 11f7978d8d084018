"""Measures held outside Kursløp: recorded, corrected, and withdrawn when they never were (P7)."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import versions
from amo.models import Membership, Occupation
from participants.actions.facts import facts_changed, save_period
from participants.models import Measure, Participant

MEASURE_FIELDS = ("kind", "title", "starts_on", "ends_on", "occupation", "ended_in_work")


@transaction.atomic
def record_measure(
    *,
    participant: Participant,
    kind: str,
    title: str,
    starts_on: date,
    by: Membership,
    ends_on: date | None = None,
    occupation: Occupation | None = None,
    ended_in_work: bool | None = None,
) -> Measure:
    """Record a measure held elsewhere or earlier: part of the chain (P7). Raises ValidationError at the field."""
    measure = Measure(
        participant=participant,
        kind=kind,
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        occupation=occupation,
        ended_in_work=ended_in_work,
    )
    return save_period(measure, by)


@transaction.atomic
def correct_measure(*, measure: Measure, by: Membership, expected_version: int | None = None, **values: Any) -> Measure:
    """Write what was recorded wrong anew; the history keeps what stood there. values: MEASURE_FIELDS.

    Raises StaleVersion, and ValidationError at the field or when it was withdrawn meanwhile.
    """
    unknown = set(values) - set(MEASURE_FIELDS)
    if unknown:
        raise TypeError(f"not a field of a measure: {', '.join(sorted(unknown))}")
    measure = _locked(measure)
    versions.check(measure, expected_version)
    for name, value in values.items():
        setattr(measure, name, value)
    return save_period(measure, by)


@transaction.atomic
def withdraw_measure(*, measure: Measure, by: Membership, expected_version: int | None = None) -> None:
    """Take away a measure that never was, or is somebody else's; only the history keeps it.

    Raises StaleVersion, and ValidationError when somebody else was first.
    """
    measure = _locked(measure)
    versions.check(measure, expected_version)
    measure.delete()
    facts_changed(measure.participant, by)


def _locked(measure: Measure) -> Measure:
    Participant.objects.select_for_update(of=("self",)).get(pk=measure.participant_id)
    found = Measure.objects.select_for_update(of=("self",)).select_related("participant").filter(pk=measure.pk).first()
    if found is None:
        raise ValidationError(_("Tiltaket er allerede fjernet."))
    return found
