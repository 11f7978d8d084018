"""A round of allocation that the county renames or moves, while nothing in it is proposed or decided (A1, C3)."""

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, notifications, versions, workdays
from amo.models import Membership, Office, Role
from courses.actions.seats import lock_county, lock_intakes, lock_window
from courses.models import AllocationRun, AllocationWindow, Application, Intake
from participants.responsible import may_know_of, office_leads, responsible_for

COMING = (Intake.Status.PLANNED, Intake.Status.OPEN, Intake.Status.ALLOCATED)
IN_USE = (Application.Status.DRAFT, Application.Status.SUBMITTED)
MAX_NAMED = 5
Status = AllocationWindow.Status


def why_fixed(window: AllocationWindow) -> str:
    """Why the round may not be changed any more; empty when it may."""
    runs = AllocationRun.objects.filter(window=window).order_by()
    if window.status == Status.ALLOCATED or runs.filter(status=AllocationRun.Status.APPROVED).exists():
        return _("Plassene i runden er tildelt. Da kan ikke runden endres.")
    if runs.filter(status=AllocationRun.Status.PREVIEW).exists():
        return _("Det ligger et forslag til fordeling i runden. Forkast forslaget før du endrer runden.")
    return ""


@transaction.atomic
def change_window(
    *,
    window: AllocationWindow,
    name: str,
    first_start: dt.date,
    last_start: dt.date,
    deadline: dt.date,
    move_courses: bool = False,
    by: Membership,
    expected_version: int | None = None,
) -> AllocationWindow:
    """Save the round's name, the days its courses start between, and its deadline.

    A deadline on a day off moves to the next working day; a round whose deadline was out is open again when the new one
    is not. move_courses: courses that had the round's own deadline follow it. Offices hear of a moved deadline.

    Raises PermissionDenied for another county's, StaleVersion, and ValidationError with `why_fixed`, or at the field
    that a course of the round does not agree with.
    """
    if by.role != Role.COUNTY_STAFF or window.county_id != by.county_id:
        raise PermissionDenied
    lock_county(by.county_id)
    window = lock_window(window.pk)
    versions.check(window, expected_version)
    if reason := why_fixed(window):
        raise ValidationError(reason)
    before = window.deadline
    window.name, window.first_start, window.last_start = " ".join(name.split()), first_start, last_start
    if deadline != before:
        window.deadline = workdays.next_working_day(deadline)
    courses = list(Intake.objects.filter(window=window).exclude(status=Intake.Status.CALLED_OFF).order_by("code"))
    coming = lock_intakes([one.pk for one in courses if one.status in COMING])
    follow = []
    if move_courses and window.deadline != before:
        follow = [one for one in coming.values() if one.application_deadline == before]
    for intake in follow:
        intake.application_deadline = window.deadline
    _check(window, courses, sorted(coming.values(), key=lambda one: one.code), moved=window.deadline != before)
    if window.deadline != before:
        window.status = Status.OPEN
    versions.save(window)
    for intake in follow:
        versions.save(intake)
    if window.deadline != before:
        _tell(window, before)
    return window


def _check(window: AllocationWindow, courses: list[Intake], coming: list[Intake], *, moved: bool) -> None:
    """Raise ValidationError at every field that the round's courses, another round or today do not agree with."""
    window.clean()
    errors = {}
    others = AllocationWindow.objects.filter(county=window.county_id).exclude(pk=window.pk)
    if others.filter(name__iexact=window.name).exists():
        errors["name"] = _("Det finnes allerede en runde med dette navnet.")
    if early := [one for one in courses if one.starts_on < window.first_start]:
        errors["first_start"] = _("%(codes)s starter tidligere.") % {"codes": _codes(early)}
    if late := [one for one in courses if one.starts_on > window.last_start]:
        errors["last_start"] = _("%(codes)s starter senere.") % {"codes": _codes(late)}
    if moved and (refusal := _refuse_deadline(window, coming)):
        errors["deadline"] = refusal
    if errors:
        raise ValidationError(errors)


def _refuse_deadline(window: AllocationWindow, coming: list[Intake]) -> str:
    """Why the round cannot have its new deadline; empty when it can."""
    if window.deadline < clock.today():
        return _("Fristen kan ikke være en dag som er gått.")
    if window.deadline > window.last_start:
        return _("Fristen kan ikke være etter siste kursstart.")
    if begun := [one for one in coming if one.starts_on < window.deadline]:
        return _("%(codes)s starter før fristen, %(day)s.") % {
            "codes": _codes(begun),
            "day": date_format(window.deadline),
        }
    if later := [one for one in coming if one.application_deadline > window.deadline]:
        return _("%(codes)s har senere søknadsfrist enn %(day)s. Endre fristen for kurset først.") % {
            "codes": _codes(later),
            "day": date_format(window.deadline),
        }
    return ""


def _codes(courses: Iterable[Intake]) -> str:
    codes = [one.code for one in courses]
    more = _(" og %(n)d til") % {"n": len(codes) - MAX_NAMED} if len(codes) > MAX_NAMED else ""
    return ", ".join(codes[:MAX_NAMED]) + more


def _tell(window: AllocationWindow, before: dt.date) -> None:
    """The county's office leads, and the caseworkers whose people have an application in the round. No names."""
    offices = Office.objects.filter(county=window.county_id, is_active=True).order_by("pk").values_list("pk", flat=True)
    receivers = {lead.pk: lead for leads in office_leads(list(offices)).values() for lead in leads}
    applications = Application.objects.filter(window=window, status__in=IN_USE).order_by("pk")
    for one in applications.select_related("participant__caseworker__user"):
        caseworker = responsible_for(one.participant)
        if caseworker and may_know_of(caseworker, one.participant):
            receivers[caseworker.pk] = caseworker
    text = _("Søknadsfristen i tildelingsrunden %(name)s er flyttet fra %(before)s til %(day)s.") % {
        "name": window.name,
        "before": date_format(before),
        "day": date_format(window.deadline),
    }
    key, url = f"window:{window.public_id}:deadline:{window.version}", reverse("courses:intake_list")
    notifications.notify_many((one, text, url, key) for one in receivers.values())
