"""What is kept about somebody who left early, and who hears of it (K2)."""

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from amo import clock, notifications, workdays
from amo.models import Membership
from courses.models import Enrolment, Leaving
from participants import actions as participants
from participants.responsible import responsible_for, task_owner

TASK = "left_course"
WORKING_DAYS = 5
"""Within so many working days her caseworker talks with her about what comes next."""

Reason = Enrolment.EndReason


def write(enrolment: Enrolment, *, planned_ends_on: dt.date, kept: Iterable[str], said: str, by: Membership) -> Leaving:
    """Keep how she left, and give her caseworker a task.

    Called in the transaction that ended or corrected the participation. Raises ValidationError at `kept`.
    """
    kept = list(kept)
    if not set(kept) <= set(Leaving.Kept.values):
        raise ValidationError({"kept": _("Velg blant svarene.")})
    leaving = Leaving.objects.filter(enrolment=enrolment).first() or Leaving(
        enrolment=enrolment, planned_ends_on=planned_ends_on
    )
    leaving.kept, leaving.said = kept, said.strip()
    leaving.recorded_by, leaving.recorded_at = by, clock.now()
    leaving.full_clean()
    leaving.save()
    _tell_caseworker(enrolment, by)
    return leaving


def task_key(enrolment: Enrolment) -> str:
    """What the keys of the tasks about her leaving begin with."""
    return f"left:{enrolment.public_id}:"


def _title(enrolment: Enrolment) -> str:
    if enrolment.end_reason == Reason.WORK:
        return _("Registrer jobben som gjorde at deltakelsen sluttet")
    if enrolment.end_reason == Reason.EDUCATION:
        return _("Registrer utdanningen som gjorde at deltakelsen sluttet")
    return _("Snakk om veien videre etter frafallet")


def _tell_caseworker(enrolment: Enrolment, by: Membership) -> None:
    person = enrolment.participant
    # One for each end: after an undo the next one is new.
    key = f"{task_key(enrolment)}{enrolment.version}"
    participants.create_task(
        participant=person,
        kind=TASK,
        title=_title(enrolment),
        due_on=workdays.add_working_days(clock.today(), WORKING_DAYS),
        url=enrolment.get_absolute_url(),
        dedupe_key=key,
        by=by,
        **task_owner(person),
    )
    caseworker = responsible_for(person)
    if caseworker and caseworker.pk != by.pk:
        text = _("Én av deltakerne dine har sluttet på kurset.")
        notifications.notify(caseworker, text, enrolment.get_absolute_url(), key)
