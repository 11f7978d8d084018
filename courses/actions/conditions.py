"""Formal conditions that fail after an application is sent: the caseworker hears before the allocation does (A1, P9)."""

import datetime as dt
from collections import defaultdict

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, workdays
from courses.conditions_now import WAITING, stops_now
from courses.models import AllocationWindow, Application, Wish
from participants.actions import create_task, retire_tasks
from participants.models import Task
from participants.responsible import task_owner

KIND = "application_conditions"
WORKING_DAYS = 3
"""Within so many working days somebody should have looked at it, and before the deadline when that is ahead."""


def check_all(now: dt.datetime) -> int:
    """Job of the tick: a task for every application with a wish that could get no place as things are.

    Round by round, a constant number of queries each and one task per new case; a task whose ground is gone is done.
    Returns how many tasks are new.
    """
    today = now.astimezone(clock.OSLO).date()
    windows = list(AllocationWindow.objects.filter(intakes__starts_on__gt=today).order_by("pk").distinct())
    due = {}
    for window in windows:
        due |= _failing(window, today)
    _finish(set(due))
    told = set(Task.objects.filter(dedupe_key__in=due).order_by().values_list("dedupe_key", flat=True))
    new = {key: application for key, application in due.items() if key not in told}
    for key, application in new.items():
        _task(application, key, today)
    return len(new)


def _failing(window: AllocationWindow, today: dt.date) -> dict[str, Application]:
    """{key of the task: application}; the key names what fails, so that something else failing later is a new task."""
    wishes = list(
        Wish.objects.filter(
            application__window=window,
            application__status__in=[Application.Status.SUBMITTED, Application.Status.DECIDED],
            intake__starts_on__gt=today,
            status__in=[*WAITING, Wish.Status.ACCEPTED],
        )
        .select_related(
            "application__participant__office", "application__participant__caseworker", "application__window",
            "intake__contract",
        )
        .order_by("application", "rank")
    )  # fmt: skip
    stops = stops_now(wishes, day=today)
    codes: dict[Application, set[str]] = defaultdict(set)
    for wish in wishes:
        if wish.pk in stops:
            codes[wish.application].update(stop.code for stop in stops[wish.pk])
    return {f"{_prefix(application)}{'+'.join(sorted(found))}": application for application, found in codes.items()}


def _prefix(application: Application) -> str:
    return f"application:{application.public_id}:conditions:"


def _finish(still: set[str]) -> None:
    """What is in order again, fails in another way, or belongs to an application that waits no longer, is done.

    Its key is free then, so that the same thing failing once more is a new task. A task that somebody has marked as
    done keeps its key while the ground lasts: she has been told. What the system has closed has told nobody.
    """
    known = Task.objects.filter(kind=KIND, dedupe_key__isnull=False)
    retire_tasks(known.filter(~Q(dedupe_key__in=still) | Q(done_at__isnull=False, done_by=None)))


def _task(application: Application, key: str, today: dt.date) -> None:
    person, window = application.participant, application.window
    due_on = workdays.add_working_days(today, WORKING_DAYS)
    if window.deadline >= today:
        due_on = min(due_on, window.deadline)
    create_task(
        participant=person,
        kind=KIND,
        title=_("Et krav for kurset er ikke oppfylt lenger: se søknaden"),
        due_on=due_on,
        **task_owner(person),
        url=reverse("courses:application_detail", args=[application.public_id]),
        dedupe_key=key,
    )
