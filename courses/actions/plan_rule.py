"""The plan before the third course: asked for with the application, met, and told of when it is late (P7).

Lock order as everywhere: window, person, application, task.
"""

import datetime as dt

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, notifications, versions
from amo.models import Membership, Notification
from courses import chain
from courses.models import Application, Wish
from courses.plan_rule import AWAITS_PLAN, Requirement, requirement
from participants import actions as participants
from participants.models import Participant, Plan
from participants.models.plan import PLAN_TASK
from participants.responsible import office_leads, responsible_for

ALIVE = (Wish.Status.PENDING, Wish.Status.WAITING)


def task_key(application: Application) -> str:
    return f"application:{application.public_id}:plan"


def late_key(application: Application) -> str:
    return f"application:{application.public_id}:plan-late"


def ask_for_plan(*, application: Application, required: Requirement, by: Membership) -> None:
    """The caseworker's task that goes with an application held back; the office's where she has no caseworker.

    The caller has set `plan_due_on`, in the same transaction.
    """
    participant = application.participant
    owner = responsible_for(participant)
    participants.create_task(
        participant=participant,
        kind=PLAN_TASK,
        title=_("Lag plan for søknaden i %(window)s") % {"window": application.window.name},
        due_on=required.due_on,
        owner=owner,
        office=None if owner else participant.office,
        url=reverse("participants:plan_new", args=[participant.public_id]),
        dedupe_key=task_key(application),
        by=by,
    )


def plan_made(plan: Plan, by: Membership) -> None:
    """A plan is made: the person's applications that waited for it take part again. Called by `save_plan`.

    The person is locked by the caller, so no application can be sent in between.
    """
    for application in _held(plan.participant):
        application.plan_met_on = clock.today()
        versions.save(application)
        participants.complete_tasks_by_key(task_key(application), by=by)


def facts_changed(participant: Participant, by: Membership) -> None:
    """A job, an education or a measure is recorded or corrected: what asked for a plan may be gone. By the actions there.

    Judged for the day each application was sent. What is no longer required was never to be asked for: the deadline is
    taken away, so that waiting counts from the day it was sent also where the deadline is out. The history keeps it.
    An application is never held back afterwards.
    """
    held = list(_held(participant))
    if not held:
        return
    links = chain.load([participant.pk], day=clock.today())[participant.pk]
    for application in held:
        sent_on = application.submitted_at.astimezone(clock.OSLO).date()
        if requirement(participant, day=sent_on, links=links) is None:
            application.plan_due_on = None
            versions.save(application)
            no_plan_needed(application, by)


def _held(participant: Participant):
    """Her applications that wait for a plan, locked."""
    held = Application.objects.filter(AWAITS_PLAN, participant=participant).select_for_update(of=("self",))
    return held.exclude(status=Application.Status.WITHDRAWN).order_by("pk")


def no_plan_needed(application: Application, by: Membership) -> None:
    """Nobody need make a plan for the application any more: it is taken back, or the requirement fell away."""
    participants.complete_tasks_by_key(task_key(application), by=by)


def tell_late(now: dt.datetime) -> int:
    """Job of the tick: the days the place was kept are out and no plan is made; caseworker and office lead hear it once.

    Returns how many applications are new.
    """
    today = now.astimezone(clock.OSLO).date()
    late = (
        Application.objects.filter(AWAITS_PLAN, plan_due_on__lt=today, wishes__status__in=ALIVE)
        .exclude(status=Application.Status.WITHDRAWN)
        .select_related("participant__caseworker__user", "window")
        .distinct()
        .order_by("pk")
    )
    by_key = {late_key(application): application for application in late}
    told = Notification.objects.filter(dedupe_key__in=by_key).order_by().values_list("dedupe_key", flat=True)
    new = {key: application for key, application in by_key.items() if key not in set(told)}
    leads = office_leads({application.participant.office_id for application in new.values()})
    notifications.notify_many(
        (membership, _late_text(application), _plan_url(application.participant), key)
        for key, application in new.items()
        for membership in _receivers(application.participant, leads)
        if Participant.objects.openable_by(membership, today).filter(pk=application.participant_id).exists()
    )
    return len(new)


def _receivers(participant: Participant, leads: dict[int, list[Membership]]) -> list[Membership]:
    """Her caseworker and the leads of her office, each once."""
    caseworker = responsible_for(participant)
    own = [caseworker] if caseworker else []
    return own + [lead for lead in leads[participant.office_id] if lead not in own]


def _plan_url(participant: Participant) -> str:
    return reverse("participants:plan_new", args=[participant.public_id])


def _late_text(application: Application) -> str:
    """Names no client: what is late, since when, and what follows."""
    return _(
        "Fristen for å lage plan gikk ut %(day)s. En søknad i %(window)s har mistet plassen i køen og er ikke med i "
        "tildelingen før planen er laget."
    ) % {"day": date_format(application.plan_due_on), "window": application.window.name}
