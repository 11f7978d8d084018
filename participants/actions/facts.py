"""Facts that outcomes are derived from, contact, information and notes (R1, P5)."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from participants import fact_followers, portfolio, text_checks
from participants.models import (
    ContactAttempt,
    EducationPeriod,
    Employment,
    InformationGiven,
    Measure,
    Note,
    Participant,
)

EMPLOYMENT_FIELDS = (
    "employer_number", "employer_name", "occupation", "form", "on_call", "wage_subsidy", "fte_low", "fte_high",
    "wanted_fte", "starts_on", "ends_on", "found_through", "source",
)  # fmt: skip
_NAV_SOURCES = (Employment.Source.PARTICIPANT, Employment.Source.CASEWORKER)


class OverlappingJob(ValidationError):
    """She has a job at that employer in those days already: `job`."""

    def __init__(self, job: Employment):
        self.job = job
        text = _("Jobben overlapper en som er registrert hos samme arbeidsgiver fra %(day)s. Rett den i stedet.")
        super().__init__({"starts_on": text % {"day": versions.text_of(job.starts_on)}})


@transaction.atomic
def record_employment(*, participant: Participant, by: Membership, **values: Any) -> Employment:
    """Record a job with its source (R1). values: EMPLOYMENT_FIELDS; percentages are whole numbers.

    A provider's fact has the provider as its source, whatever was sent. Raises ValidationError at the field, and
    OverlappingJob.
    """
    return _save_employment(Employment(participant=participant), by, values)


@transaction.atomic
def correct_employment(
    *, employment: Employment, by: Membership, expected_version: int | None = None, **values: Any
) -> Employment:
    """Replace a fact by a new version of it; the old one is kept. Raises StaleVersion, ValidationError, OverlappingJob.

    Only by the side that told it: what NAV knows of a provider's fact is a fact beside it (R4).
    """
    old = Employment.objects.select_for_update(of=("self",)).get(pk=employment.pk)
    _replace(old, by, expected_version)
    kept = {name: getattr(old, name) for name in EMPLOYMENT_FIELDS}
    return _save_employment(Employment(participant=old.participant, supersedes=old), by, kept | values)


@transaction.atomic
def withdraw_employment(*, employment: Employment, by: Membership, expected_version: int | None = None) -> Employment:
    """Take back a job that never was: the fact is kept, with nothing in its place, and counts no more.

    Only by the side that told it. Raises StaleVersion, and ValidationError for one that is corrected or withdrawn.
    """
    old = Employment.objects.select_for_update(of=("self",)).get(pk=employment.pk)
    _replace(old, by, expected_version)
    facts_changed(old.participant, by)
    return old


def _replace(old: Employment, by: Membership, expected_version: int | None) -> None:
    """Mark a locked fact as counting no more."""
    versions.check(old, expected_version)
    if old.superseded_at:
        raise ValidationError(_("Opplysningen er allerede rettet. Åpne den siste versjonen."))
    if not old.is_told_by(by):
        raise ValidationError(_("Den andre parten har meldt jobben. Registrer det du vet, ved siden av."))
    old.superseded_at = clock.now()
    old.version += 1
    old.save(update_fields=["superseded_at", "version"])


def _save_employment(employment: Employment, by: Membership, values: dict[str, Any]) -> Employment:
    unknown = set(values) - set(EMPLOYMENT_FIELDS)
    if unknown:
        raise TypeError(f"not a field of an employment: {', '.join(sorted(unknown))}")
    for name, value in values.items():
        setattr(employment, name, value)
    if by.is_provider:
        employment.source = Employment.Source.PROVIDER
    elif employment.source not in (*_NAV_SOURCES, Employment.Source.REGISTER):
        employment.source = Employment.Source.CASEWORKER
    if employment.fte_low is not None and employment.fte_high is not None and employment.fte_high < employment.fte_low:
        raise ValidationError({"fte_high": _("Den høyeste stillingsprosenten må være minst like høy som den laveste.")})
    employment.recorded_by, employment.recorded_at = by, clock.now()
    employment.full_clean()
    _refuse_overlap(employment, by)
    employment.save()
    facts_changed(employment.participant, by)
    return employment


def facts_changed(participant: Participant, by: Membership) -> None:
    """What came of her courses follows from her jobs, education and measures (P7): the list and upper apps are told."""
    # The person before her row in the list, as everywhere: else two would wait for each other.
    Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)
    portfolio.rebuild([participant.pk])
    fact_followers.tell(participant, by)


def _refuse_overlap(employment: Employment, by: Membership) -> None:
    """Raise OverlappingJob when a current fact of the same side tells of the same employer in the same days.

    A side is one provider's own reports, or all that is not from a provider: NAV's. What the other side says of the
    same job stands beside it, for it cannot be corrected from here and both values are kept (R4). A snapshot counts
    such a job once (`reporting.snapshots`).
    """
    Participant.objects.select_for_update(of=("self",)).get(pk=employment.participant_id)
    others = Employment.objects.current().filter(participant=employment.participant_id).exclude(pk=employment.pk)
    others = others.exclude(ends_on__lt=employment.starts_on)
    if employment.ends_on:
        others = others.exclude(starts_on__gt=employment.ends_on)
    if by.is_provider:
        others = others.filter(source=Employment.Source.PROVIDER, recorded_by__provider=by.provider_id)
    else:
        others = others.exclude(source=Employment.Source.PROVIDER)
    for other in others:
        if employment.is_at_employer_of(other):
            raise OverlappingJob(other)


@transaction.atomic
def record_education(
    *,
    participant: Participant,
    kind: str,
    title: str,
    starts_on: date,
    by: Membership,
    ends_on: date | None = None,
) -> EducationPeriod:
    """Record education beside or after a course. Raises ValidationError at the field."""
    period = EducationPeriod(participant=participant, kind=kind, title=title, starts_on=starts_on, ends_on=ends_on)
    return save_period(period, by)


def save_period(period: EducationPeriod | Measure, by: Membership):
    """Write an education or a measure that is new or changed, and all that follows from it."""
    period.recorded_by, period.recorded_at = by, clock.now()
    versions.save(period)
    facts_changed(period.participant, by)
    return period


@transaction.atomic
def give_information(
    *,
    participant: Participant,
    kind: str,
    given_on: date,
    by: Membership,
    channel: str = "in_person",
    language: str = "",
    with_interpreter: bool = False,
    points: Sequence[str] = (),
    said: str = "",
    subject: str = "",
    subject_id: UUID | None = None,
) -> InformationGiven:
    """Log that she was told about courses (P5). subject: a course's name, subject_id its public id.

    points: codes of `InformationGiven.Point`, what was gone through.

    Raises ValidationError at the field.
    """
    given = InformationGiven(
        participant=participant,
        kind=kind,
        given_on=given_on,
        given_by=by,
        channel=channel,
        language=language,
        with_interpreter=with_interpreter,
        points=list(points),
        said=said,
        subject=subject,
        subject_id=subject_id,
    )
    given.full_clean()
    given.save()
    portfolio.refresh([participant.pk])
    return given


@transaction.atomic
def record_contact(
    *, participant: Participant, made_on: date, channel: str, reached: bool, by: Membership, note: str = ""
) -> ContactAttempt:
    """Log an attempt to reach her, reached or not. Raises ValidationError at the field."""
    text_checks.check(note, "note")
    attempt = ContactAttempt(
        participant=participant, made_on=made_on, channel=channel, reached=reached, note=note, made_by=by
    )
    attempt.full_clean()
    attempt.save()
    portfolio.refresh([participant.pk])
    return attempt


@transaction.atomic
def add_note(*, participant: Participant, text: str, by: Membership) -> Note:
    """Write an internal note. Only NAV's offices read and write them. Raises PermissionDenied and ValidationError."""
    if not by.is_office:
        raise PermissionDenied
    note = Note(participant=participant, text=text, created_by=by, created_at=clock.now())
    note.full_clean()
    note.save()
    return note
