"""Enrolments: in, out, prospects explained, and instructors' assignments (K2, K4)."""

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership, Role
from courses import grants, portfolio_rows
from courses.actions import enrolling, leaving_facts, taking_off
from courses.actions.allocation import follow_up
from courses.actions.attendance import record_attendance
from courses.actions.class_lock import lock_enrolment as _locked
from courses.actions.seats import lock_intakes, take_place
from courses.models import Enrolment, Intake, IntakeAssignment, Wish
from participants import actions as participants
from participants.models import InformationGiven, Participant

__all__ = [
    "assign_instructor",
    "end_participation",
    "enrol",
    "explain_prospects",
    "record_attendance",
]

Status = Enrolment.Status
CAN_END_FROM = frozenset({Status.AWAITING_START, Status.PARTICIPATING})
CAN_EXPLAIN_FROM = frozenset({Status.AWAITING_START, Status.PARTICIPATING, Status.COMPLETED})


@transaction.atomic
def enrol(
    *, participant: Participant, intake: Intake, by: Membership, referred_by: Membership | None = None
) -> Enrolment:
    """Give a person a place directly, without an application. The county's own intakes only.

    Raises ValidationError when the intake is full or over, or when she is on another course in the period.
    """
    intake = lock_intakes([intake.pk])[intake.pk]
    if by.role != Role.COUNTY_STAFF or intake.concept.county_id != by.county_id:
        raise PermissionDenied
    take_place(intake)
    referred_by = referred_by or participant.caseworker
    enrolment = enrolling.create(participant=participant, intake=intake, referred_by=referred_by)
    portfolio_rows.refresh([participant.pk])
    return enrolment


@transaction.atomic
def end_participation(
    *,
    enrolment: Enrolment,
    on: dt.date,
    reason: str,
    by: Membership,
    kept: Iterable[str] = (),
    said: str = "",
    expected_version: int | None = None,
) -> Enrolment:
    """End a participation before the course does, with its day and reason, and what would have kept her (K2).

    Before the start she is "not started" and her place is given on; afterwards the place stays hers, and her
    caseworker gets a task. Raises ValidationError at `on` for a day outside her course or ahead, at `reason` when it
    is missing; PermissionDenied for a provider before the start, see `may_be_ended`.
    """
    enrolment = _locked(enrolment)
    versions.check(enrolment, expected_version)
    if enrolment.status not in CAN_END_FROM:
        raise ValidationError(
            _("Deltakelsen er allerede avsluttet: %(status)s.") % {"status": enrolment.get_status_display()}
        )
    today = clock.today()
    if not may_be_ended(enrolment, by, today):
        raise PermissionDenied
    if reason not in Enrolment.EndReason.values or not reason:
        raise ValidationError({"reason": _("Velg hvorfor deltakelsen er slutt.")})
    if before_start(enrolment, today):
        if on > today:
            raise ValidationError({"on": _("Dagen kan ikke være fram i tid.")})
        (enrolment,) = taking_off.never_begun([enrolment], reason=reason, by=by)
        _leave_waiting_lists(enrolment)
        if enrolment.intake.window_id:
            follow_up(window=enrolment.intake.window, by=by)
    else:
        check_last_day(enrolment, on, today, planned=enrolment.ends_on)
        planned = enrolment.ends_on
        enrolment = taking_off.left_early(enrolment, on=on, reason=reason, by=by)
        leaving_facts.write(enrolment, planned_ends_on=planned, kept=kept, said=said, by=by)
    portfolio_rows.refresh([enrolment.participant_id])
    return enrolment


def before_start(enrolment: Enrolment, today: dt.date) -> bool:
    """Whether the place is hers and the course has not begun for her."""
    return enrolment.status == Status.AWAITING_START and today < enrolment.starts_on


def may_be_ended(enrolment: Enrolment, by: Membership, today: dt.date) -> bool:
    """Whether it is still going on, and `by` is of a side that may end it.

    Before the start that is NAV alone: a provider that finds the course unsuitable for somebody assesses it, and NAV
    decides (A6). After the start the provider records who did not turn up.
    """
    return enrolment.status in CAN_END_FROM and not (by.is_provider and before_start(enrolment, today))


def check_last_day(enrolment: Enrolment, on: dt.date, today: dt.date, *, planned: dt.date) -> None:
    """Raise ValidationError at `on` unless it is a day of her course that has come; planned: when she was to end."""
    if on < enrolment.starts_on:
        day = date_format(enrolment.starts_on)
        raise ValidationError({"on": _("Siste dag kan ikke være før kursstarten, %(day)s.") % {"day": day}})
    if on > planned:
        day = date_format(planned)
        raise ValidationError({"on": _("Siste dag kan ikke være etter at kurset slutter, %(day)s.") % {"day": day}})
    if on > today:
        raise ValidationError({"on": _("Dagen kan ikke være fram i tid.")})


def _leave_waiting_lists(enrolment: Enrolment) -> None:
    """Who does not start after all is not offered her other wishes either."""
    if enrolment.wish_id is None:
        return
    waiting = Wish.objects.select_for_update(of=("self",)).filter(
        application=enrolment.wish.application_id, status__in=[Wish.Status.PENDING, Wish.Status.WAITING]
    )
    for wish in waiting.order_by("pk"):
        wish.status = Wish.Status.CLOSED
        versions.save(wish)


@transaction.atomic
def explain_prospects(
    *, enrolment: Enrolment, on: dt.date, said: str, by: Membership, expected_version: int | None = None
) -> Enrolment:
    """Log that she was told what work the course leads to, and what was said (K4).

    Kept on the enrolment and among what she has been told. Raises ValidationError at `on` for a day ahead or before
    she was given the place, at `said` when it is empty.
    """
    enrolment = _locked(enrolment)
    versions.check(enrolment, expected_version)
    return write_prospects(enrolment, on=on, said=said, by=by)


def write_prospects(enrolment: Enrolment, *, on: dt.date, said: str, by: Membership) -> Enrolment:
    """What `explain_prospects` does with an enrolment that is locked and fresh."""
    if enrolment.status not in CAN_EXPLAIN_FROM:
        raise ValidationError(_("Deltakeren er ikke på kurset lenger."))
    if on > clock.today():
        raise ValidationError({"on": _("Dagen kan ikke være fram i tid.")})
    if on < enrolment.created_at.astimezone(clock.OSLO).date():
        raise ValidationError({"on": _("Dagen kan ikke være før plassen ble gitt.")})
    if not said.strip():
        raise ValidationError({"said": _("Skriv kort hva som ble sagt.")})
    enrolment.prospects_explained_on, enrolment.prospects_said = on, said.strip()
    enrolment.prospects_explained_by = by
    versions.save(enrolment)
    concept = enrolment.intake.concept
    participants.give_information(
        participant=enrolment.participant,
        kind=InformationGiven.Kind.PROSPECTS,
        given_on=on,
        by=by,
        said=said.strip(),
        subject=concept.title,
        subject_id=concept.public_id,
    )
    return enrolment


def may_have_certificate(enrolment: Enrolment, today: dt.date) -> bool:
    """Completed, or on the course's last day and still there; nobody where the course itself was cut short."""
    if enrolment.intake.status == Intake.Status.CUT_SHORT:
        return False
    if enrolment.status == Status.COMPLETED:
        return True
    return enrolment.status == Status.PARTICIPATING and enrolment.ends_on <= today


@transaction.atomic
def assign_instructor(
    *,
    intake: Intake,
    instructor: Membership,
    starts_on: dt.date,
    by: Membership,
    ends_on: dt.date | None = None,
) -> IntakeAssignment:
    """Give an instructor a class in a period; a repeat moves the period. Her view of its participants follows.

    Raises ValidationError for somebody who is no instructor at the provider, or reversed dates.
    """
    intake = lock_intakes([intake.pk])[intake.pk]
    if by.role != Role.PROVIDER_LEAD or intake.provider.pk != by.provider_id:
        raise PermissionDenied
    if instructor.role != Role.PROVIDER_INSTRUCTOR or instructor.provider_id != intake.provider.pk:
        raise ValidationError({"instructor": _("Velg en instruktør hos kursleverandøren.")})
    if ends_on is not None and ends_on < starts_on:
        raise ValidationError({"ends_on": _("Sluttdato kan ikke være før startdato.")})
    assignment = IntakeAssignment.objects.filter(intake=intake, membership=instructor).first()
    assignment = assignment or IntakeAssignment(intake=intake, membership=instructor)
    assignment.starts_on, assignment.ends_on = starts_on, ends_on
    assignment.full_clean()
    assignment.save()
    # A period that no longer meets somebody's own takes her view of that one away.
    grants.write_again(grants.with_sources(Enrolment.objects.filter(intake=intake).order_by("pk")))
    return assignment
