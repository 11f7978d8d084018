"""An end of a participation that was wrong: taken back the same day, or corrected with its history (K2)."""

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from courses import grants, portfolio_rows
from courses.actions import absence, assessments_open, leaving_facts, letters
from courses.actions.class_lock import lock_enrolment
from courses.actions.enrolments import check_last_day
from courses.models import Enrolment, Intake, Leaving
from participants import actions as participants

Status = Enrolment.Status
NOT_HELD = (Intake.Status.CALLED_OFF, Intake.Status.CUT_SHORT)


def may_undo(enrolment: Enrolment, today: dt.date) -> bool:
    """Ended today, and the course goes on."""
    if enrolment.status != Status.DROPPED_OUT or enrolment.ended_at is None:
        return False
    return enrolment.ended_at.astimezone(clock.OSLO).date() == today and enrolment.intake.status not in NOT_HELD


def _refuse_over_nav(enrolment: Enrolment, by: Membership) -> None:
    """What Nav has decided, the provider neither takes back nor words anew."""
    if by.is_provider and enrolment.ended_by and not enrolment.ended_by.is_provider:
        raise ValidationError(_("Nav har avsluttet deltakelsen. Ta kontakt med veilederen hvis noe er feil."))


@transaction.atomic
def undo_end(*, enrolment: Enrolment, by: Membership, expected_version: int | None = None) -> Enrolment:
    """Take an end back on the day it was recorded: she is on the course as before, and the tasks about it are gone.

    Raises ValidationError afterwards, when the course is no longer held, and when she has begun on another course.
    """
    enrolment = lock_enrolment(enrolment)
    versions.check(enrolment, expected_version)
    _refuse_over_nav(enrolment, by)
    leaving = Leaving.objects.filter(enrolment=enrolment).first()
    if leaving is None or not may_undo(enrolment, clock.today()):
        raise ValidationError(
            _("Avslutningen kan bare angres samme dag, mens kurset går. Rett dagen eller årsaken i stedet.")
        )
    started = enrolment.starts_on <= clock.today()
    enrolment.status = Status.PARTICIPATING if started else Status.AWAITING_START
    # A class that is to be cut short in the meantime ends for her as for the others.
    enrolment.ends_on, enrolment.end_reason = min(leaving.planned_ends_on, enrolment.intake.ends_on), ""
    ended_at, enrolment.ended_by, enrolment.ended_at = enrolment.ended_at, None, None
    versions.save(enrolment)
    leaving.delete()
    assessments_open.reopen(enrolment, since=ended_at)
    absence.reopen(enrolment, since=ended_at)
    letters.end_is_undone(enrolment, by=by)
    grants.write_again([enrolment])
    participants.complete_tasks_by_key(leaving_facts.task_key(enrolment), by=by)
    portfolio_rows.refresh([enrolment.participant_id])
    return enrolment


@transaction.atomic
def correct_end(
    *,
    enrolment: Enrolment,
    on: dt.date,
    reason: str,
    by: Membership,
    kept: Iterable[str] = (),
    said: str = "",
    expected_version: int | None = None,
) -> Enrolment:
    """Correct the last day, the reason or what would have kept her; what stood there is kept in the change history.

    Raises ValidationError at `on` and `reason` as ending does, and StaleVersion.
    """
    enrolment = lock_enrolment(enrolment)
    versions.check(enrolment, expected_version)
    _refuse_over_nav(enrolment, by)
    if enrolment.status != Status.DROPPED_OUT:
        raise ValidationError(_("Deltakelsen er ikke avsluttet før tiden."))
    if not reason or reason not in Enrolment.EndReason.values:
        raise ValidationError({"reason": _("Velg hvorfor deltakelsen er slutt.")})
    leaving = Leaving.objects.filter(enrolment=enrolment).first()
    planned = leaving.planned_ends_on if leaving else enrolment.intake.ends_on
    check_last_day(enrolment, on, clock.today(), planned=planned)
    participants.complete_tasks_by_key(leaving_facts.task_key(enrolment), by=by)
    changed, why_changed = (enrolment.ends_on, enrolment.end_reason) != (on, reason), enrolment.end_reason != reason
    enrolment.ends_on, enrolment.end_reason = on, reason
    versions.save(enrolment)
    if changed:
        letters.end_is_corrected(enrolment, why_changed=why_changed, by=by)
    grants.write_again([enrolment])
    leaving_facts.write(enrolment, planned_ends_on=planned, kept=kept, said=said, by=by)
    portfolio_rows.refresh([enrolment.participant_id])
    return enrolment
