"""Meetings with an employer: the start meeting, fixed dates made in one go, and what was agreed (L12)."""

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, versions, workdays
from amo.models import Membership
from placements.models import Employer, EmployerMeeting

Status = EmployerMeeting.Status
MOST_DATES = 60


@dataclass(frozen=True)
class Agreed:
    """The meetings that are there now, and the days of the series that are public holidays and so were left out."""

    meetings: list[EmployerMeeting]
    holidays: list[tuple[dt.date, str]]


@transaction.atomic
def agree_meetings(
    *,
    employer: Employer,
    kind: str,
    on: dt.date,
    by: Membership,
    at: dt.time | None = None,
    status: str = Status.PLANNED,
    topics: list[str] | None = None,
    agreed: str = "",
    every_weeks: int = 0,
    until: dt.date | None = None,
) -> Agreed:
    """Register one meeting, held or to come, or with every_weeks one on each such day up to and with `until`.

    A day where this meeting stands already keeps the one that is there. Public holidays are left out of a series.
    Raises ValidationError.
    """
    # One at a time for each employer, so that a repeat finds what the first one made.
    Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
    days = _series(on, every_weeks, until)
    holidays = [day for day in days if every_weeks and workdays.is_public_holiday(day)]
    wanted = [day for day in days if day not in holidays]
    if not wanted:
        raise ValidationError({"on": _("Alle datoene er helligdager. Velg en annen dag.")})
    there = {
        meeting.on: meeting
        for meeting in EmployerMeeting.objects.filter(
            employer=employer, provider=by.provider_id, kind=kind, on__in=wanted
        ).exclude(status=Status.CANCELLED)
    }
    if not every_weeks and there:
        raise ValidationError({"on": _("Dette møtet står der allerede.")})
    made = []
    for day in wanted:
        if day in there:
            made.append(there[day])
            continue
        meeting = EmployerMeeting(
            employer=employer, provider_id=by.provider_id, kind=kind, on=day, at=at, status=status,
            topics=topics or [], agreed=agreed, created_by=by, created_at=clock.now(),
        )  # fmt: skip
        _check(meeting)
        made.append(versions.save(meeting))
    named = [(day, workdays.holidays_between(day - dt.timedelta(days=1), day)) for day in holidays]
    return Agreed(made, [(day, found[0][1] if found else "") for day, found in named])


@transaction.atomic
def change_meeting(
    *, meeting: EmployerMeeting, by: Membership, version: int | None = None, **values
) -> EmployerMeeting:
    """Move a meeting, write what was agreed, mark it held or call it off. Raises ValidationError, StaleVersion."""
    meeting = EmployerMeeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    versions.check(meeting, version)
    for name, value in values.items():
        setattr(meeting, name, value)
    _check(meeting)
    return versions.save(meeting)


@transaction.atomic
def cancel_coming(*, meeting: EmployerMeeting, by: Membership) -> int:
    """Call off this planned meeting and all of the same kind with the employer after it. Returns how many."""
    coming = EmployerMeeting.objects.select_for_update(of=("self",)).filter(
        employer=meeting.employer_id,
        provider=meeting.provider_id,
        kind=meeting.kind,
        status=Status.PLANNED,
        on__gte=meeting.on,
    )
    for one in (found := list(coming.order_by("pk"))):
        one.status = Status.CANCELLED
        versions.save(one)
    return len(found)


def _series(on: dt.date, every_weeks: int, until: dt.date | None) -> list[dt.date]:
    if not every_weeks:
        return [on]
    if until is None or until < on:
        raise ValidationError({"until": _("Velg en siste dato som er etter den første.")})
    step = dt.timedelta(weeks=every_weeks)
    count = (until - on) // step + 1
    if count > MOST_DATES:
        raise ValidationError(
            {"until": _("Det blir flere enn %(n)d møter. Velg en tidligere dato.") % {"n": MOST_DATES}}
        )
    return [on + step * n for n in range(count)]


def _check(meeting: EmployerMeeting) -> None:
    if meeting.status == Status.HELD and meeting.on > clock.today():
        raise ValidationError({"on": _("Et møte som er holdt, kan ikke være fram i tid.")})
    if meeting.status == Status.PLANNED and meeting._state.adding and meeting.on < clock.today():
        raise ValidationError({"on": _("Datoen har vært. Velg at møtet er holdt, eller en dag som kommer.")})
