"""Tasks: one owner and a due date each (P9)."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership, Office, Provider
from participants import answered_tasks, portfolio
from participants.models import Participant, PlanStep, Task
from participants.models.plan import PLAN_TASK, STEP_TASK
from participants.responsible import may_open

BY_HAND = "manual"
"""Kind of a task that somebody has written herself."""


@transaction.atomic
def create_task(
    *,
    kind: str,
    title: str,
    due_on: date,
    participant: Participant | None = None,
    owner: Membership | None = None,
    office: Office | None = None,
    provider: Provider | None = None,
    url: str = "",
    dedupe_key: str | None = None,
    by: Membership | None = None,
) -> Task:
    """Make a task for exactly one owner. `by` is None when the system makes it.

    With a `dedupe_key` a repeat returns the task that is there, done or not. Raises ValidationError.
    """
    if dedupe_key and (found := Task.objects.filter(dedupe_key=dedupe_key).first()):
        return found
    task = Task(
        participant=participant,
        kind=kind,
        title=title,
        due_on=due_on,
        owner=owner,
        office=office,
        provider=provider,
        url=url,
        dedupe_key=dedupe_key,
        created_by=by,
        created_at=clock.now(),
    )
    if kind == BY_HAND:
        check_opens(task)
    task.full_clean(validate_unique=False)
    try:
        with transaction.atomic():
            task.save()
    except IntegrityError:
        found = Task.objects.filter(dedupe_key=dedupe_key).first() if dedupe_key else None
        if found is None:
            raise
        return found
    _refresh([task])
    return task


@transaction.atomic
def complete_task(*, task: Task, by: Membership | None, expected_version: int | None = None) -> Task:
    """Mark a task as done. Raises ValidationError when it is done already, and for a plan that is to be made first."""
    step = _locked_step(task)
    task = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    if task.done_at:
        raise ValidationError(_("Oppgaven er allerede merket som gjort."))
    if task.kind == PLAN_TASK:
        raise ValidationError(_("Oppgaven blir gjort av seg selv når planen er laget."))
    if answered_tasks.is_answered_elsewhere(task.kind):
        raise ValidationError(_("Åpne oppgaven og skriv hva som ble gjort. Da blir den gjort."))
    versions.check(task, expected_version)
    task.done_at, task.done_by = clock.now(), by
    versions.save(task)
    if step is not None and step.done_on is None:
        step.done_on, step.done_by = clock.today(), by
        step.save()
    _refresh([task])
    return task


def _locked_step(task: Task) -> PlanStep | None:
    """The step in force that the task stands for; the person, the step, then the task, as everywhere (actions/plans.py).

    A new version of the plan moves the task to its own step: which one is read when no version can be on its way.
    """
    if not (task.dedupe_key or "").startswith(STEP_TASK):
        return None
    Participant.objects.select_for_update(of=("self",)).get(pk=task.participant_id)
    key = Task.objects.values_list("dedupe_key", flat=True).get(pk=task.pk) or ""
    steps = PlanStep.objects.select_for_update(of=("self",)).filter(plan__is_current=True)
    return steps.filter(public_id=key.removeprefix(STEP_TASK)).first()


@transaction.atomic
def edit_task(
    *,
    task: Task,
    title: str,
    due_on: date,
    by: Membership,
    owner: Membership | None = None,
    office: Office | None = None,
    provider: Provider | None = None,
    expected_version: int | None = None,
) -> Task:
    """Change a task that somebody has written: what, when, and who does it. Raises StaleVersion and ValidationError."""
    task = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    versions.check(task, expected_version)
    if task.kind != BY_HAND:
        raise ValidationError(_("Denne oppgaven er laget av systemet og endres der den gjøres."))
    if task.done_at:
        raise ValidationError(_("Oppgaven er allerede merket som gjort."))
    task.title, task.due_on = title, due_on
    task.owner, task.office, task.provider = owner, office, provider
    check_opens(task)
    versions.save(task)
    _refresh([task])
    return task


def check_opens(task: Task) -> None:
    """Raise ValidationError at `owner` when the one of an office who is to do it may not open the person's page."""
    person = task.participant
    if task.owner is None or person is None or not task.owner.is_office:
        return
    if not may_open(task.owner, person):
        raise ValidationError({"owner": _("Kollegaen har ikke tilgang til denne brukeren. Velg en annen.")})


@transaction.atomic
def complete_tasks_by_key(prefix: str, *, by: Membership | None) -> int:
    """Mark every open task whose dedupe key starts with `prefix` as done; returns how many there were."""
    if not prefix:
        raise ValueError("an empty prefix would close every task")
    found = Task.objects.open().filter(dedupe_key__startswith=prefix)
    tasks = list(found.select_for_update(of=("self",)).order_by("pk"))
    for task in tasks:
        task.done_at, task.done_by = clock.now(), by
        versions.save(task)
    _refresh(tasks)
    return len(tasks)


@transaction.atomic
def retire_tasks(tasks: QuerySet) -> int:
    """What these tasks stand for is over: the open ones are done, and their keys are free for the next time.

    Exactly these, where `complete_tasks_by_key` takes all that begin alike. Returns how many were open.
    """
    rows = list(tasks.select_for_update(of=("self",)).order_by("pk"))
    was_open = [task for task in rows if not task.done_at]
    for task in rows:
        task.dedupe_key = None
        task.done_at = task.done_at or clock.now()
        versions.save(task)
    _refresh(was_open)
    return len(was_open)


@transaction.atomic
def reopen_tasks_by_key(prefix: str, *, since: datetime) -> int:
    """What `complete_tasks_by_key` did at `since` or later is taken back: the tasks are open again; returns how many."""
    if not prefix:
        raise ValueError("an empty prefix would open every task")
    found = Task.objects.filter(dedupe_key__startswith=prefix, done_at__gte=since)
    tasks = list(found.select_for_update(of=("self",)).order_by("pk"))
    for task in tasks:
        task.done_at = task.done_by = None
        versions.save(task)
    _refresh(tasks)
    return len(tasks)


def _refresh(tasks: list[Task]) -> None:
    """Keep the next action in the portfolio: always the earliest open task."""
    people = {task.participant_id for task in tasks if task.participant_id}
    if people:
        portfolio.refresh(people)
