"""The same task about many persons at once, each to the one who follows her up (P9)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from amo import clock
from amo.models import Membership, Provider
from participants import portfolio
from participants.models import Participant, Task
from participants.responsible import task_owner


@dataclass(frozen=True)
class NewTask:
    """One task to be made: about whom (with office and caseworker__user read), what to do, where, and its key.

    provider: whose it is when it is not Nav's. due_on: its own day where the tasks do not share one.
    """

    participant: Participant
    title: str
    url: str
    dedupe_key: str
    provider: Provider | None = None
    due_on: dt.date | None = None


@transaction.atomic
def create_tasks(*, kind: str, due_on: dt.date, tasks: Iterable[NewTask], by: Membership | None) -> int:
    """Make the tasks in one statement, for the caseworker, or the office where none answers for her; returns how many.

    One whose key is there already is left as it was.
    """
    now = clock.now()
    rows = [
        Task(
            participant=task.participant,
            kind=kind,
            title=task.title,
            due_on=task.due_on or due_on,
            **{"owner": None, "office": None} | _owner(task),
            url=task.url,
            dedupe_key=task.dedupe_key,
            created_by=by,
            created_at=now,
        )
        for task in tasks
    ]
    for row in rows:
        # The rows they point at were read from the database: to ask for each again would be queries per task.
        row.clean_fields(exclude={"participant", "owner", "office", "provider", "created_by"})
    Task.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    if rows:
        portfolio.refresh({row.participant_id for row in rows})
    return len(rows)


def _owner(task: NewTask) -> dict:
    return {"provider": task.provider} if task.provider else task_owner(task.participant)
