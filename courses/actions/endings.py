"""An intake that is called off before its start, or cut short after it, and what that does to everybody on it (C3).

Nobody's waiting time is touched: an offer that is withdrawn, and a course that does not take place, are no refusal of
hers. Lock order as in `courses.actions.seats`: the round, then the intake.
"""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership, Role
from courses import ending_effects, grants, intake_followers, portfolio_rows
from courses.actions import endings_told, letters, permissions, taking_off
from courses.actions import plan_rule as plan_actions
from courses.actions.allocation import follow_up
from courses.actions.offers import withdraw_offers
from courses.actions.seats import lock_intakes, lock_window
from courses.ending_effects import OPEN, Effects
from courses.models import Application, Attendance, Enrolment, Intake, IntakeEnding, Wish

BEFORE_START = (Intake.Status.PLANNED, Intake.Status.OPEN, Intake.Status.ALLOCATED)
LEAST_REASON = 10


@transaction.atomic
def call_off(
    *,
    intake: Intake,
    reason: str,
    by: Membership,
    tell_office_leads: bool = True,
    expected_version: int | None = None,
) -> Intake:
    """Call a class off before it starts. It cannot be undone.

    Offers are withdrawn, those with a place are "not started", other wishes come back with their waiting time, free
    places are given on, every caseworker gets a task. Raises ValidationError when it has started, or at `reason`.
    """
    intake = _locked(intake, by, expected_version)
    today = clock.today()
    if intake.status not in BEFORE_START:
        raise ValidationError(
            _("Kurset kan ikke avlyses: status er %(status)s.") % {"status": intake.get_status_display().lower()}
        )
    if intake.starts_on <= today:
        raise ValidationError(_("Kurset har startet. Stans det i stedet for å avlyse det."))
    reason = _checked(reason)
    found = ending_effects.before_start(intake, day=today)
    ending = _ending(intake, IntakeEnding.Kind.CALLED_OFF, reason, by, None)
    intake.status = Intake.Status.CALLED_OFF
    versions.save(intake)
    _let_go(found, by)
    permissions.class_is_off(intake, by=by)
    settle(found, by)
    if intake.window_id:
        follow_up(window=intake.window, by=by)
    portfolio_rows.refresh(found.people)
    endings_told.tell(ending, found, by=by, office_leads=tell_office_leads)
    return intake


@transaction.atomic
def cut_short(
    *,
    intake: Intake,
    last_day: dt.date,
    reason: str,
    by: Membership,
    tell_office_leads: bool = True,
    expected_version: int | None = None,
) -> Intake:
    """End a class that runs before its time. `last_day` is the last day of teaching, past or ahead.

    Participations end that day as completed: the course left, not they, so it is no dropout and no earlier course (03,
    04). Class, grants and T0 follow. A day ahead moves the dates now and the status that night. Raises ValidationError
    at `last_day` or `reason`, and when the class does not run.
    """
    intake = _locked(intake, by, expected_version)
    today = clock.today()
    if intake.status != Intake.Status.RUNNING:
        raise ValidationError(_("Bare et kurs som pågår, kan stanses."))
    _check_last_day(intake, last_day)
    reason = _checked(reason)
    found = ending_effects.after_start(intake, last_day=last_day, day=today)
    ending = _ending(intake, IntakeEnding.Kind.CUT_SHORT, reason, by, last_day)
    intake.ends_on = last_day
    intake.theory_ends_on = min(ending.planned_theory_ends_on, last_day)
    if last_day < today:
        intake.status = Intake.Status.CUT_SHORT
    versions.save(intake)
    _let_go(found, by)
    for enrolment in found.leaving:
        # Her own last day is the course's; who was to leave earlier anyway does.
        enrolment.ends_on = last_day
        versions.save(enrolment)
    if last_day < today:
        taking_off.completed(found.leaving, by=by)
    grants.write_again(grants.with_sources(Enrolment.objects.filter(intake=intake).order_by("pk")))
    intake_followers.tell(found.leaving, by)
    letters.participations_ended(found.leaving, by=by)
    settle(found, by)
    if intake.window_id:
        follow_up(window=intake.window, by=by)
    portfolio_rows.refresh(found.people)
    endings_told.tell(ending, found, by=by, office_leads=tell_office_leads)
    return intake


def _locked(intake: Intake, by: Membership, expected_version: int | None) -> Intake:
    lock_window(intake.window_id)
    intake = lock_intakes([intake.pk])[intake.pk]
    if by.role != Role.COUNTY_STAFF or intake.concept.county_id != by.county_id:
        raise PermissionDenied
    versions.check(intake, expected_version)
    return intake


def _checked(reason: str) -> str:
    reason = " ".join(reason.split())
    if len(reason) < LEAST_REASON:
        raise ValidationError(
            {"reason": _("Skriv en begrunnelse på minst %(n)d tegn. Den vises til veilederne.") % {"n": LEAST_REASON}}
        )
    return reason


def _check_last_day(intake: Intake, last_day: dt.date) -> None:
    if last_day < intake.starts_on:
        message = _("Siste dag kan ikke være før kursstarten, %(day)s. Er kurset ikke holdt, skal det ikke stanses.")
        raise ValidationError({"last_day": message % {"day": date_format(intake.starts_on)}})
    if last_day >= intake.ends_on:
        message = _("Kurset slutter %(day)s. Velg en dag før det.")
        raise ValidationError({"last_day": message % {"day": date_format(intake.ends_on)}})
    attended = Attendance.objects.filter(
        enrolment__intake=intake, code=Attendance.Code.PRESENT, day__gt=last_day
    ).order_by("-day")
    if there := attended.values_list("day", flat=True).first():
        message = _("Det er ført oppmøte til og med %(day)s. Velg den dagen eller en senere dag.")
        raise ValidationError({"last_day": message % {"day": date_format(there)}})
    left = Enrolment.objects.filter(intake=intake, status=Enrolment.Status.DROPPED_OUT, ends_on__gt=last_day)
    if day := left.order_by("-ends_on").values_list("ends_on", flat=True).first():
        message = _("En deltaker sluttet %(day)s. Velg den dagen eller en senere dag.")
        raise ValidationError({"last_day": message % {"day": date_format(day)}})


def _ending(intake: Intake, kind: str, reason: str, by: Membership, last_day: dt.date | None) -> IntakeEnding:
    """The record of the decision; a class already to be cut short gets its new day on the same one."""
    ending = IntakeEnding.objects.select_for_update().filter(intake=intake).first() or IntakeEnding(
        intake=intake, planned_theory_ends_on=intake.theory_ends_on, planned_ends_on=intake.ends_on
    )
    ending.kind, ending.reason, ending.last_day = kind, reason, last_day
    ending.decided_by, ending.decided_at = by, clock.now()
    ending.full_clean()
    ending.save()
    return ending


def _let_go(found: Effects, by: Membership) -> None:
    """Offers are withdrawn, places that nobody has begun on are given up, and the wishes for the class are closed."""
    for offer in found.offered:
        withdraw_offers(offer.wish, by)
    taking_off.never_begun(found.enrolled, reason=Enrolment.EndReason.OTHER, by=by)
    for wish in found.waiting:
        _move(wish, Wish.Status.CLOSED)
    letters.class_is_off([*(offer.wish for offer in found.offered), *found.waiting], by=by)


def _move(wish: Wish, status: str) -> None:
    wish.status = status
    versions.save(wish)


def settle(found: Effects, by: Membership) -> None:
    """Other wishes come back where places are already given; an application with no wish left is decided.

    So no application waits for nothing, and she may be applied for again in the same round.
    """
    applications = Application.objects.select_for_update(of=("self",)).filter(pk__in=found.applications).order_by("pk")
    for application in applications:
        for wish in found.regained.get(application.pk, ()):
            _move(wish, Wish.Status.WAITING)
        others = found.kept.get(application.pk, [])
        if application.status == Application.Status.DECIDED:
            # Parked under the place she has lost: from now on she waits for these.
            for wish in others:
                if wish.status == Wish.Status.PENDING:
                    _move(wish, Wish.Status.WAITING)
        elif application.status == Application.Status.SUBMITTED and not others:
            application.status, application.decided_at = Application.Status.DECIDED, clock.now()
            versions.save(application)
        if not any(wish.status in OPEN for wish in others) and not found.regained.get(application.pk):
            plan_actions.no_plan_needed(application, by)
