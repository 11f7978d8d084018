"""Giving a task to somebody else (P9): it always has one owner, and the history says who gave it to whom."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, notifications, versions
from amo.models import Membership
from participants.actions.tasks import check_opens
from participants.models import Task


@transaction.atomic
def reassign_task(*, task: Task, owner: Membership | None, by: Membership, expected_version: int | None = None) -> Task:
    """Give an open task to a colleague at the office, or to the office itself when `owner` is None.

    The new owner is told. Raises StaleVersion, and ValidationError at `owner`.
    """
    task = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    versions.check(task, expected_version)
    if task.done_at:
        raise ValidationError(_("Oppgaven er allerede merket som gjort."))
    if owner is not None:
        _check_owner(owner, by)
    if task.owner_id == (owner.pk if owner else None) and task.provider_id is None:
        return task
    task.owner, task.office, task.provider = owner, None if owner else by.office, None
    check_opens(task)
    versions.save(task)
    if owner is not None and owner.pk != by.pk:
        key = f"task-owner:{task.public_id}:{task.version}"
        url = f"{reverse('participants:task_list')}?f=1&state=open&whose=mine"
        notifications.notify(owner, _("Du har fått ansvar for en oppgave."), url, key)
    return task


def _check_owner(owner: Membership, by: Membership) -> None:
    """An active colleague at the same office; who opens the person's page is `check_opens`."""
    colleagues = Membership.objects.active_on(clock.today()).filter(office=by.office_id)
    if by.office_id is None or not colleagues.filter(pk=owner.pk).exists():
        raise ValidationError({"owner": _("Velg en kollega fra listen.")})
