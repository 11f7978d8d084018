"""The same task about many persons at once, each to the one who follows her up (P9)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from amo import clock
from amo.models import Membership
from participants import portfolio
from participants.models import Participant, Task


@dataclass(frozen=True)
class NewTask:
    """One task to be made: about whom (with office and caseworker read), what to do, where, and its key."""

    participant: Participant
    title: str
    url: str
    dedupe_key: str


@transaction.atomic
def create_tasks(*, kind: str, due_on: dt.date, tasks: Iterable[NewTask], by: Membership | None) -> int:
    """Make the tasks in one statement, for the caseworker, or the office of one who has none; returns how many.

    One whose key is there already is left as it was.
    """
    now = clock.now()
    rows = [
        Task(
            participant=task.participant,
            kind=kind,
            title=task.title,
            due_on=due_on,
            owner=task.participant.caseworker,
            office=None if task.participant.caseworker_id else task.participant.office,
            url=task.url,
            dedupe_key=task.dedupe_key,
            created_by=by,
            created_at=now,
        )
        for task in tasks
    ]
    for row in rows:
        row.clean_fields()
    Task.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    if rows:
        portfolio.refresh({row.participant_id for row in rows})
    return len(rows)
