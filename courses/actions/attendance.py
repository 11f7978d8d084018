"""Attendance of a whole class on one day: recorded, corrected with who and when, and watched for patterns (K1)."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from amo.versions import Change, StaleVersion
from courses import shown_names
from courses.actions import absence
from courses.actions.class_lock import own_class
from courses.course_days import EDITABLE_DAYS, Calendar, calendar_of
from courses.models import Attendance, AttendanceCorrection, Enrolment, Intake

Code = Attendance.Code


def on_class(intake: Intake, day: dt.date, by: Membership):
    """Enrolments that are on the class that day and that this membership sees."""
    return (
        Enrolment.objects.visible_to(by)
        .filter(intake=intake, starts_on__lte=day, ends_on__gte=day)
        .exclude(status=Enrolment.Status.NOT_STARTED)
    )


def field_name(enrolment: Enrolment) -> str:
    """What her row is called in the form of a day."""
    return f"code_{enrolment.public_id.hex}"


def day_version(enrolments: Iterable[Enrolment], day: dt.date) -> int:
    """The day's version among these people: it grows with each row and each correction. Two queries."""
    ids = [enrolment.pk for enrolment in enrolments]
    where = {"enrolment__in": ids, "day": day}
    return 1 + Attendance.objects.filter(**where).count() + AttendanceCorrection.objects.filter(**where).count()


@transaction.atomic
def record_attendance(
    *,
    intake: Intake,
    day: dt.date,
    codes: Mapping[Enrolment, str],
    by: Membership,
    expected_version: int | None = None,
) -> int:
    """Store one day of a class; what was recorded otherwise is corrected, and kept. Returns how many rows.

    Raises ValidationError for a day the class does not meet, a day ahead or too far back, an unknown kind of absence,
    and for somebody who is not asked that day; StaleVersion when the day was recorded since the form was opened.
    """
    intake = own_class(intake, by)
    calendar = calendar_of(intake)
    check_day(calendar, day)
    asked = calendar.asked(on_class(intake, day, by).select_related("participant"), day)
    if not codes or not {enrolment.pk for enrolment in codes} <= {enrolment.pk for enrolment in asked}:
        raise ValidationError(_("Deltakerlista er endret. Åpne siden på nytt."))
    if not set(codes.values()) <= set(Code.values):
        raise ValidationError(_("Velg hva som gjelder for hver deltaker."))
    stored = {row.enrolment_id: row for row in Attendance.objects.filter(enrolment__in=codes, day=day).order_by("pk")}
    _check_version(asked, day, codes, stored, expected_version, by)
    _write(day, codes, stored, by)
    absence.watch([enrolment.pk for enrolment in codes], by=by)
    return len(codes)


def _check_version(asked, day, codes, stored, expected_version, by) -> None:
    """Raise StaleVersion, with what is stored otherwise than it was sent, when somebody was quicker."""
    if expected_version is None:
        return
    current = day_version(asked, day)
    if current == expected_version:
        return
    names = shown_names.names(by, asked)
    changes = [
        Change(field_name(one), names[one.pk], "", str(Code(stored[one.pk].code).label))
        for one in asked
        if one.pk in stored and codes.get(one) != stored[one.pk].code
    ]
    latest = max(stored.values(), key=lambda row: row.recorded_at, default=None)
    who = str(latest.recorded_by.user) if latest else ""
    raise StaleVersion(changes, current=current, by=who, when=latest.recorded_at if latest else None)


def _write(day: dt.date, codes: Mapping[Enrolment, str], stored: dict[int, Attendance], by: Membership) -> None:
    """New rows, and changed ones with a correction each. What is the same stays as it was recorded."""
    now = clock.now()
    changed = {
        enrolment: code
        for enrolment, code in codes.items()
        if enrolment.pk not in stored or stored[enrolment.pk].code != code
    }
    corrections = [
        AttendanceCorrection(
            enrolment=enrolment,
            day=day,
            was=stored[enrolment.pk].code,
            was_recorded_by_id=stored[enrolment.pk].recorded_by_id,
            was_recorded_at=stored[enrolment.pk].recorded_at,
            became=code,
            corrected_by=by,
            corrected_at=now,
        )
        for enrolment, code in changed.items()
        if enrolment.pk in stored
    ]
    AttendanceCorrection.objects.bulk_create(corrections)
    Attendance.objects.bulk_create(
        [
            Attendance(enrolment=enrolment, day=day, code=code, recorded_by=by, recorded_at=now)
            for enrolment, code in changed.items()
        ],
        update_conflicts=True,
        unique_fields=["enrolment", "day"],
        update_fields=["code", "recorded_by", "recorded_at"],
    )


def check_day(calendar: Calendar, day: dt.date) -> None:
    """Raise ValidationError at `day` unless attendance may be recorded for it now."""
    today = clock.today()
    if day > today:
        raise ValidationError({"day": _("Oppmøte kan ikke føres fram i tid.")})
    if not calendar.is_course_day(day):
        raise ValidationError({"day": _("%(day)s er ikke en kursdag.") % {"day": date_format(day)}})
    if day < today - dt.timedelta(days=EDITABLE_DAYS):
        raise ValidationError({"day": _("Oppmøte kan føres og rettes i %(days)d dager.") % {"days": EDITABLE_DAYS}})
