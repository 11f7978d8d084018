"""The provider steps in after so many refusals: a task, once, and again when it happens again (L2)."""

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, workdays
from amo.models import Membership
from courses.models import Enrolment
from participants.actions import complete_tasks_by_key, create_task, reopen_tasks_by_key
from participants.models import Task
from placements.models import Placement, PlacementRequest, PlacementRules

TASK = "placement_help"
HELP_WORKING_DAYS = 3
"""Within so many working days the provider finds out what it can do."""


def task_key(enrolment: Enrolment) -> str:
    """What the keys of the tasks about one participation begin with."""
    return f"{TASK}:{enrolment.public_id}:"


def limit_of(county_id: int) -> int:
    """After how many refusals the county's providers step in."""
    default = PlacementRules._meta.get_field("step_in_after").default
    return PlacementRules.objects.filter(county=county_id).values_list("step_in_after", flat=True).first() or default


def look(enrolment: Enrolment, *, by: Membership) -> Task | None:
    """Make the task when the refusals have come to the limit since it was last done; drop it when they no longer have.

    Counted since her latest placement: a new search begins anew. Only a "no" counts, and so never what the participant or
    the provider withdrew. Call it with the participation locked. Returns the new task.
    """
    limit = limit_of(enrolment.intake.contract.concept.county_id)
    refused = PlacementRequest.objects.filter(enrolment=enrolment, status=PlacementRequest.Status.NO)
    placed = Placement.objects.filter(enrolment=enrolment).exclude(status=Placement.Status.CANCELLED)
    if latest_placed := placed.aggregate(at=Max("created_at"))["at"]:
        refused = refused.filter(closed_at__gt=latest_placed)
    tasks = Task.objects.filter(dedupe_key__startswith=task_key(enrolment)).order_by("pk")
    if refused.count() < limit:
        # An answer was taken back: closed by nobody, so that it is known from one that somebody has done.
        complete_tasks_by_key(task_key(enrolment), by=None)
        return None
    latest = tasks.last()
    if latest is not None:
        if latest.done_at and latest.done_by_id is None:
            reopen_tasks_by_key(latest.dedupe_key, since=latest.done_at)
            return None
        if latest.done_at is None or refused.filter(closed_at__gt=latest.done_at).count() < limit:
            return None
    return create_task(
        kind=TASK,
        title=_("Hjelp deltakeren med å finne praksisplass"),
        due_on=workdays.add_working_days(clock.today(), HELP_WORKING_DAYS),
        participant=enrolment.participant,
        provider=enrolment.intake.contract.provider,
        url=reverse("courses:enrolment_detail", args=[enrolment.public_id]),
        dedupe_key=f"{task_key(enrolment)}{tasks.count() + 1}",
        by=by,
    )


def no_longer(enrolment: Enrolment, *, by: Membership) -> None:
    """She has a placement: nobody needs to find one for her."""
    complete_tasks_by_key(task_key(enrolment), by=by)
