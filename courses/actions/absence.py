"""Patterns in absence become a warning with a task for the provider and one for the caseworker (K1)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, notifications, workdays
from amo.models import Membership
from courses.class_people import leads
from courses.engines import absence as engine
from courses.models import AbsenceFollowUp, AbsenceWarning, Attendance, Enrolment, IntakeAssignment
from courses.words_absence import task_title
from participants import actions as participants
from participants.responsible import responsible_for, task_owner

TASK = "absence_pattern"
"""Kind of the task; it is done where what was done is written (participants.answered_tasks)."""

PROVIDER_WORKING_DAYS = 2
OFFICE_WORKING_DAYS = 5
"""The provider, who sees her every day, talks to her first."""

Side = AbsenceFollowUp.Side


@transaction.atomic
def watch(enrolment_ids: Collection[int], *, by: Membership) -> int:
    """Look for patterns in these people's recorded days; returns how many warnings are new.

    A pattern is told once: while its warning is open, and afterwards only in later days. One that is gone because its
    days were corrected, before anybody followed it up, is taken back with its tasks. The caller holds the class.
    """
    enrolments = Enrolment.objects.filter(pk__in=enrolment_ids, status=Enrolment.Status.PARTICIPATING).select_related(
        "participant__caseworker__user", "participant__office", "intake__contract__provider"
    )
    days = defaultdict(list)
    rows = Attendance.objects.filter(enrolment__in=enrolment_ids).order_by("day")
    for enrolment_id, day, code in rows.values_list("enrolment", "day", "code"):
        days[enrolment_id].append(engine.Day(day, code))
    known = defaultdict(list)
    for warning in AbsenceWarning.objects.filter(enrolment__in=enrolment_ids).prefetch_related("follow_ups"):
        known[warning.enrolment_id].append(warning)
    new, gone, since = [], [], clock.today() - dt.timedelta(weeks=engine.WATCHED_WEEKS)
    for enrolment in enrolments.order_by("pk"):
        after = _told_until(known[enrolment.pk])
        open_ones = {warning.rule: warning for warning in known[enrolment.pk] if warning.closed_at is None}
        fresh = [day for day in days[enrolment.pk] if day.on > since]
        for pattern in engine.patterns(fresh, starts_on=enrolment.starts_on, after=after):
            if pattern.rule not in open_ones:
                new.append(_warning(enrolment, pattern))
        gone += [w for w in open_ones.values() if not _still_there(w, days[enrolment.pk], enrolment, after)]
    if gone:
        _take_back(gone, by)
    AbsenceWarning.objects.bulk_create(new)
    _tell(new, by)
    return len(new)


def _told_until(warnings: list[AbsenceWarning]) -> dict[str, dt.date]:
    """{rule: the last day of what has been followed up}."""
    told: dict[str, dt.date] = {}
    for warning in warnings:
        if warning.closed_at is not None and not warning.withdrawn:
            told[warning.rule] = max(warning.last_day, told.get(warning.rule, warning.last_day))
    return told


def _warning(enrolment: Enrolment, pattern: engine.Pattern) -> AbsenceWarning:
    return AbsenceWarning(
        enrolment=enrolment,
        rule=pattern.rule,
        days=list(pattern.days),
        counted=pattern.counted,
        first_day=pattern.first,
        last_day=pattern.last,
        raised_at=clock.now(),
    )


def _still_there(warning: AbsenceWarning, days: list[engine.Day], enrolment: Enrolment, after: dict) -> bool:
    """Whether the days it was seen in still show the pattern; what somebody has followed up stays."""
    if warning.follow_ups.all():
        return True
    seen = [day for day in days if day.on <= warning.last_day]
    found = engine.patterns(seen, starts_on=enrolment.starts_on, after=after)
    return any(pattern.rule == warning.rule for pattern in found)


def _take_back(warnings: list[AbsenceWarning], by: Membership | None) -> None:
    # Somebody may have followed one up while this waited for it: then it stays.
    gone = [one for one in _locked([one.pk for one in warnings]) if not one.follow_ups.all()]
    _close(gone, by, withdrawn=True)


def _locked(ids: Collection[int]) -> list[AbsenceWarning]:
    """Those of these warnings that are open, fresh: locked in one order, and everywhere before their tasks."""
    rows = AbsenceWarning.objects.filter(pk__in=ids).order_by("pk")
    list(rows.select_for_update().values_list("pk", flat=True))
    return list(rows.open().prefetch_related("follow_ups"))


def _close(warnings: list[AbsenceWarning], by: Membership | None, **more) -> None:
    """Close locked warnings; their tasks go with them."""
    AbsenceWarning.objects.filter(pk__in=[one.pk for one in warnings]).update(closed_at=clock.now(), **more)
    for warning in warnings:
        participants.complete_tasks_by_key(_key(warning), by=by)


def _key(warning: AbsenceWarning, side: str = "") -> str:
    return f"absence:{warning.public_id}:{side}"


def _tell(warnings: list[AbsenceWarning], by: Membership) -> None:
    """Two tasks each, and a message to lead, instructors and caseworker; no message names a person."""
    today = clock.today()
    for warning in warnings:
        enrolment = warning.enrolment
        person = enrolment.participant
        sides = (
            (Side.PROVIDER, PROVIDER_WORKING_DAYS, {"provider": enrolment.intake.provider}),
            (Side.OFFICE, OFFICE_WORKING_DAYS, task_owner(person)),
        )
        for side, days, who in sides:
            participants.create_task(
                participant=person,
                kind=TASK,
                title=task_title(warning.rule),
                due_on=workdays.add_working_days(today, days),
                url=url_of(warning),
                dedupe_key=_key(warning, side),
                by=by,
                **who,
            )
    _notify(warnings)


def _notify(warnings: list[AbsenceWarning]) -> None:
    if not warnings:
        return
    intake = warnings[0].enrolment.intake
    assigned = IntakeAssignment.objects.active_on(clock.today()).filter(intake=intake).select_related("membership")
    provider = [*leads(intake), *(row.membership for row in assigned.order_by("pk"))]
    to_provider = _("Én deltaker på kurs %(code)s har et fravær dere bør snakke om.") % {"code": intake.code}
    to_office = _("Én av deltakerne dine har et fravær på kurset som dere bør snakke om.")
    items = []
    for warning in warnings:
        person, url, key = warning.enrolment.participant, url_of(warning), _key(warning)
        if not person.is_protected:
            items += [(one, to_provider, url, key) for one in provider]
        if caseworker := responsible_for(person):
            items.append((caseworker, to_office, url, key))
    notifications.notify_many(items)


def url_of(warning: AbsenceWarning) -> str:
    """Where the pattern is shown and followed up."""
    return reverse("courses:absence_warning", args=[warning.public_id])


@transaction.atomic
def follow_up(*, warning: AbsenceWarning, outcome: str, did: str, by: Membership) -> AbsenceFollowUp:
    """Write what one side did about the pattern; its task is done, and with the other side's the warning is closed.

    Raises ValidationError at `did` or `outcome` when they say nothing, and when the side has written already.
    """
    warning = AbsenceWarning.objects.select_for_update(of=("self",)).get(pk=warning.pk)
    side = Side.PROVIDER if by.is_provider else Side.OFFICE
    if warning.closed_at is not None:
        raise ValidationError(_("Varselet er allerede fulgt opp."))
    if outcome not in AbsenceFollowUp.Outcome.values:
        raise ValidationError({"outcome": _("Velg hva som kom ut av det.")})
    if not did.strip():
        raise ValidationError({"did": _("Skriv hva som ble gjort.")})
    row = AbsenceFollowUp(warning=warning, side=side, outcome=outcome, did=did.strip(), done_by=by, done_at=clock.now())
    row.full_clean()
    row.save()
    participants.complete_tasks_by_key(_key(warning, side), by=by)
    if AbsenceFollowUp.objects.filter(warning=warning).count() == len(Side.values):
        AbsenceWarning.objects.filter(pk=warning.pk).update(closed_at=clock.now())
    return row


def close_open(enrolments: Iterable[Enrolment], *, by: Membership | None) -> None:
    """They are off the course: there is nothing more to follow up; the tasks go with the warnings."""
    found = AbsenceWarning.objects.open().filter(enrolment__in=[one.pk for one in enrolments])
    ids = list(found.order_by("pk").values_list("pk", flat=True))
    if ids:
        _close(_locked(ids), by)


def reopen(enrolment: Enrolment, *, since: dt.datetime) -> None:
    """The end at `since` is taken back: what nobody had followed up by then is to be followed up after all."""
    closed = AbsenceWarning.objects.filter(enrolment=enrolment, closed_at__gte=since, withdrawn=False)
    for warning in closed.order_by("pk").prefetch_related("follow_ups"):
        done = {row.side for row in warning.follow_ups.all()}
        if done == set(Side.values):
            continue
        AbsenceWarning.objects.filter(pk=warning.pk).update(closed_at=None)
        for side in set(Side.values) - done:
            participants.reopen_tasks_by_key(_key(warning, side), since=since)
