"""Attendance of a whole class on one day, and the early warning that follows from it (K1)."""

import datetime as dt
from collections.abc import Mapping

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count, F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, notifications, workdays
from amo.models import Membership
from courses.actions.enrolling import leads
from courses.actions.seats import lock_intakes
from courses.course_days import EDITABLE_DAYS, is_course_day
from courses.models import Attendance, Enrolment, Intake
from participants import actions as participants
from participants.responsible import responsible_for

WARNING_ABSENCES = 3
"""Absences nobody reported, from which there is a warning in the introductory weeks."""

WARNING_WORKING_DAYS = 2


def on_class(intake: Intake, day: dt.date, by: Membership):
    """Enrolments that are on the class that day and that this membership sees."""
    return (
        Enrolment.objects.visible_to(by)
        .filter(intake=intake, starts_on__lte=day, ends_on__gte=day)
        .exclude(status=Enrolment.Status.NOT_STARTED)
    )


@transaction.atomic
def record_attendance(*, intake: Intake, day: dt.date, codes: Mapping[Enrolment, str], by: Membership) -> int:
    """Store one day of a class; a day recorded before is corrected. Returns how many rows.

    Raises ValidationError for a day the class does not meet, a day ahead or too far back, an unknown kind of absence,
    and for somebody who is not on the class that day.
    """
    intake = lock_intakes([intake.pk])[intake.pk]
    if not by.is_provider or intake.provider.pk != by.provider_id:
        raise PermissionDenied
    check_day(intake, day)
    allowed = set(on_class(intake, day, by).values_list("pk", flat=True))
    if not codes or not {enrolment.pk for enrolment in codes} <= allowed:
        raise ValidationError(_("Deltakerlista er endret. Åpne siden på nytt."))
    if not set(codes.values()) <= set(Attendance.Code.values):
        raise ValidationError(_("Velg hva som gjelder for hver deltaker."))
    now = clock.now()
    Attendance.objects.bulk_create(
        [
            Attendance(enrolment=enrolment, day=day, code=code, recorded_by=by, recorded_at=now)
            for enrolment, code in codes.items()
        ],
        update_conflicts=True,
        unique_fields=["enrolment", "day"],
        update_fields=["code", "recorded_by", "recorded_at"],
    )
    _warn(intake, [enrolment.pk for enrolment in codes], by)
    return len(codes)


def check_day(intake: Intake, day: dt.date) -> None:
    """Raise ValidationError at `day` unless attendance may be recorded for it now."""
    today = clock.today()
    if day > today:
        raise ValidationError({"day": _("Oppmøte kan ikke føres fram i tid.")})
    if not is_course_day(intake, day):
        raise ValidationError({"day": _("%(day)s er ikke en kursdag.") % {"day": date_format(day)}})
    if day < today - dt.timedelta(days=EDITABLE_DAYS):
        raise ValidationError({"day": _("Oppmøte kan føres og rettes i %(days)d dager.") % {"days": EDITABLE_DAYS}})


def _warn(intake: Intake, enrolment_ids: list[int], by: Membership) -> None:
    """Three absences nobody reported in the first weeks: provider and caseworker hear of it, once.

    Interviews, work and agreed absence never count.
    """
    weeks = dt.timedelta(weeks=intake.contract.introductory_weeks)
    early = Q(attendance__code=Attendance.Code.NOT_REPORTED, attendance__day__lt=F("starts_on") + weeks)
    many = (
        Enrolment.objects.filter(pk__in=enrolment_ids)
        .annotate(missed=Count("attendance", filter=early))
        .filter(missed__gte=WARNING_ABSENCES)
        .select_related("participant__caseworker__user")
        .order_by("pk")
    )
    enrolments = list(many)
    if enrolments:
        _notify(intake, enrolments)
    for enrolment in enrolments:
        participants.create_task(
            participant=enrolment.participant,
            kind="early_absence",
            title=_("Ta kontakt om fravær som ikke er meldt"),
            due_on=workdays.add_working_days(clock.today(), WARNING_WORKING_DAYS),
            provider=intake.provider,
            url=enrolment.get_absolute_url(),
            dedupe_key=_key(enrolment),
            by=by,
        )


def _key(enrolment: Enrolment) -> str:
    return f"absence:{enrolment.public_id}"


def _notify(intake: Intake, enrolments: list[Enrolment]) -> None:
    to_lead = _("Én deltaker på kurs %(code)s har tre fravær som ikke er meldt. Ta kontakt.") % {"code": intake.code}
    to_caseworker = _("Én av deltakerne dine har tre fravær som ikke er meldt, tidlig i kurset.")
    items, provider = [], leads(intake)
    for enrolment in enrolments:
        url, key = enrolment.get_absolute_url(), _key(enrolment)
        if not enrolment.participant.is_protected:
            items += [(lead, to_lead, url, key) for lead in provider]
        caseworker = responsible_for(enrolment.participant)
        if caseworker:
            items.append((caseworker, to_caseworker, url, key))
    notifications.notify_many(items)
