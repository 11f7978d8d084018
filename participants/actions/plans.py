"""The plan: a new version each time, its steps ticked off as they are done (P8).

Lock order: person, what upper apps hold back for want of a plan, steps, tasks, portfolio row.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership, Occupation
from amo.versions import StaleVersion
from participants import plan_changes, plan_followers, plan_shared, portfolio
from participants.actions.tasks import create_task
from participants.models import Participant, Plan, PlanStep, Task
from participants.responsible import responsible_for

STEP_FIELDS = frozenset({"what", "occupation", "responsible", "responsible_name", "by_when", "shared_with"})
MAX_STEPS = 12
TASK_KIND = "plan_step"


@transaction.atomic
def save_plan(
    *,
    participant: Participant,
    goal: str,
    by: Membership,
    steps: Iterable[dict[str, Any]],
    occupation: Occupation | None = None,
    beyond_work: str = "",
    plan_b: str = "",
    review_on: date | None = None,
    expected_number: int | None = None,
) -> Plan:
    """Save the plan as a new version and make it the current one.

    steps: in order, STEP_FIELDS each, and `origin`: public id of the step of the version before that it continues
    (None for a new one), whose "done" it keeps. A step is shared with a provider only by saying so in every version, and
    only while that provider has the course view of her. What NAV is to do becomes a task. expected_number: the number the new
    version should get; StaleVersion when somebody else has saved in between. Raises ValidationError.
    """
    participant = (
        Participant.objects.select_for_update(of=("self",)).select_related("caseworker__user").get(pk=participant.pk)
    )
    current = Plan.objects.current().filter(participant=participant).first()
    number = current.number + 1 if current else 1
    if expected_number not in (None, number):
        raise _stale(participant, current, expected_number, number)
    if review_on and review_on < clock.today():
        raise ValidationError({"review_on": _("Dagen kan ikke være før i dag.")})
    plan = Plan(
        participant=participant, number=number, goal=goal, occupation=occupation, beyond_work=beyond_work,
        plan_b=plan_b, review_on=review_on, created_by=by, created_at=clock.now(),
    )  # fmt: skip
    plan.full_clean(validate_constraints=False)
    Plan.objects.current().filter(participant=participant).update(is_current=False)
    plan.save()
    plan_followers.tell(plan, by)
    rows = _checked(steps)
    _check_shared(participant, rows)
    _carry_over(plan, rows, current, by)
    portfolio.refresh([participant.pk])
    return plan


def _stale(participant: Participant, current: Plan | None, expected: int, number: int) -> StaleVersion:
    opened = Plan.objects.filter(participant=participant, number=expected - 1).first()
    return StaleVersion(
        plan_changes.between(opened, current) if current else [],
        current=number,
        by=str(current.created_by.user) if current else "",
        when=current.created_at if current else None,
    )


def _checked(steps: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The steps as rows; refuses none, and too many."""
    rows = list(steps)
    if not rows:
        raise ValidationError({"steps": _("Skriv minst ett steg i planen.")})
    if len(rows) > MAX_STEPS:
        raise ValidationError({"steps": _("En plan kan ha høyst %(n)d steg.") % {"n": MAX_STEPS}})
    for row in rows:
        unknown = set(row) - STEP_FIELDS - {"origin"}
        if unknown:
            raise TypeError(f"not a field of a step: {', '.join(sorted(unknown))}")
    return rows


def _check_shared(participant: Participant, rows: list[dict[str, Any]]) -> None:
    """Nothing is shared with a provider that does not have her on a course now."""
    wanted = {row["shared_with"] for row in rows if row.get("shared_with")}
    if not wanted:
        return
    for provider in wanted.difference(plan_shared.providers_of(participant.pk, on=clock.today())):
        raise ValidationError(
            _("%(provider)s har ikke brukeren på kurs nå, så steg kan ikke deles dit.") % {"provider": provider}
        )


def _carry_over(plan: Plan, rows: list[dict[str, Any]], before: Plan | None, by: Membership) -> None:
    """The steps of the new version. A step that continues an earlier one keeps what is done, and its task."""
    known = {}
    if before is not None:
        known = {step.public_id: step for step in before.steps.select_for_update(of=("self",)).order_by("pk")}
    for rank, row in enumerate(rows, start=1):
        values = {name: value for name, value in row.items() if name in STEP_FIELDS}
        origin = known.pop(row["origin"], None) or _same_words(known, values["what"]) if row.get("origin") else None
        step = PlanStep(plan=plan, rank=rank, **values)
        if step.responsible != PlanStep.Responsible.OTHER:
            step.responsible_name = ""
        if step.is_navs and step.by_when is None:
            raise ValidationError(_("Skriv når dere skal ha gjort «%(step)s».") % {"step": step.what})
        if origin is not None:
            step.done_on, step.done_by = origin.done_on, origin.done_by
            step.occupation = step.occupation or origin.occupation
        step.full_clean(validate_unique=False)
        step.save()
        _follow(step, origin, by)
    for left_out in known.values():
        _close(Task.objects.open().filter(dedupe_key=left_out.task_key), by)


def _same_words(known: dict, what: str) -> PlanStep | None:
    """The earlier step in the same words: a draft or a late save names steps of an older version."""
    same = next((key for key, step in known.items() if step.what == what), None)
    return known.pop(same) if same else None


# --- steps and their tasks --------------------------------------------------------------------


@transaction.atomic
def tick_step(*, step: PlanStep, done: bool, by: Membership) -> PlanStep:
    """Mark a step of the current plan as done today, or take it back; its task follows. No new version.

    Raises ValidationError when the plan has been changed since, and when the step is as asked for already.
    """
    step = PlanStep.objects.select_for_update(of=("self",)).get(pk=step.pk)
    # Read after the lock: a new version may have been saved while this waited.
    plan = Plan.objects.select_related("participant__caseworker__user", "participant__office").get(pk=step.plan_id)
    if not plan.is_current:
        raise ValidationError(_("Planen er endret i mellomtiden. Se den nye planen."))
    if done == (step.done_on is not None):
        raise ValidationError(_("Steget er allerede merket som gjort.") if done else _("Steget er ikke gjort ennå."))
    step.plan = plan
    step.done_on, step.done_by = (clock.today(), by) if done else (None, None)
    step.full_clean(validate_unique=False)
    step.save()
    if done:
        _close(Task.objects.open().filter(dedupe_key=step.task_key), by)
    else:
        _follow(step, step, by)
    portfolio.refresh([plan.participant_id])
    return step


def _follow(step: PlanStep, origin: PlanStep | None, by: Membership) -> None:
    """Keep the step's task as the step is: made, changed and moved to the new version, done or open again."""
    task = None
    if origin is not None:
        task = Task.objects.select_for_update(of=("self",)).filter(dedupe_key=origin.task_key).first()
    if not step.is_navs or step.done_on:
        if task is not None and not task.done_at:
            _close(Task.objects.filter(pk=task.pk), by)
        if task is not None and origin is not step:
            Task.objects.filter(pk=task.pk).update(dedupe_key=step.task_key)
        return
    owner = _owner(step, by)
    if task is None:
        create_task(
            participant=step.plan.participant, kind=TASK_KIND, title=step.what, due_on=step.by_when, by=by,
            url=plan_url(step.plan.participant), dedupe_key=step.task_key, **owner,
        )  # fmt: skip
        return
    new = {"title": step.what, "due_on": step.by_when, "dedupe_key": step.task_key, "done_at": None, "done_by": None}
    if (task.office_id is None) != (owner["office"] is None):
        # Else it stays with whoever it has been given to since.
        new |= owner
    if any(getattr(task, name) != value for name, value in new.items()):
        for name, value in new.items():
            setattr(task, name, value)
        versions.save(task)


def _owner(step: PlanStep, by: Membership) -> dict[str, Any]:
    participant = step.plan.participant
    if step.responsible == PlanStep.Responsible.OFFICE:
        return {"owner": None, "office": participant.office}
    owner = responsible_for(participant) or (None if participant.caseworker_id else by)
    return {"owner": owner, "office": None if owner else participant.office}


def _close(tasks, by: Membership) -> None:
    for task in tasks.select_for_update(of=("self",)).order_by("pk"):
        task.done_at, task.done_by = clock.now(), by
        versions.save(task)


def plan_url(participant: Participant) -> str:
    """The tab that shows the plan."""
    return reverse("participants:plan", args=[participant.public_id])
