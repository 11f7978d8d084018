"""Which training plans are not followed (L4): steps overdue, no step in three weeks, or a visit that says so."""

import datetime as dt

from django.db.models import (
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, Greatest
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from placements.models import Placement, PlanGoal, TrainingPlan, Visit

QUIET = dt.timedelta(weeks=3)
"""So long may pass without a step reached."""


def with_plan_facts(placements: QuerySet, today: dt.date) -> QuerySet:
    """Placements with `overdue_goals`, `open_goals`, `last_step_on` and `visit_says`, in the same query.

    Steps count once all three have agreed on the plan; the latest visit where it was asked counts always.
    """
    agreed = TrainingPlan.objects.filter(
        placement=OuterRef(OuterRef("pk")),
        participant_agreed_on__isnull=False,
        employer_agreed_on__isnull=False,
        provider_agreed_on__isnull=False,
    )
    goals = PlanGoal.objects.filter(plan__in=agreed.values("pk")).order_by().values("plan")
    left = Q(reached_on__isnull=True)
    whole = {"output_field": IntegerField()}
    plan = TrainingPlan.objects.filter(placement=OuterRef("pk"))
    in_force = plan.annotate(day=Greatest("participant_agreed_on", "employer_agreed_on", "provider_agreed_on"))
    asked = Visit.objects.filter(placement=OuterRef("pk"), status=Visit.Status.HELD).exclude(plan_followed="")
    asked = asked.order_by("-held_on", "-pk")
    return placements.annotate(
        overdue_goals=Coalesce(
            Subquery(goals.annotate(n=Count("pk", filter=left & Q(due_on__lt=today))).values("n"), **whole), 0
        ),
        open_goals=Coalesce(Subquery(goals.annotate(n=Count("pk", filter=left)).values("n"), **whole), 0),
        last_step_on=Greatest(
            Subquery(goals.annotate(day=Max("reached_on")).values("day"), output_field=DateField()),
            Subquery(in_force.values("day")[:1], output_field=DateField()),
            F("starts_on"),
        ),
        visit_says=Coalesce(Subquery(asked.values("plan_followed")[:1]), Value("")),
        has_plan=Exists(plan),
    )


def not_followed(placements: QuerySet, today: dt.date) -> QuerySet:
    """Running placements whose training plan is not followed, with the facts that say why."""
    quiet = Q(open_goals__gt=0, last_step_on__lt=today - QUIET)
    return with_plan_facts(placements.filter(status=Placement.Status.RUNNING), today).filter(
        Q(overdue_goals__gt=0) | quiet | Q(visit_says=Visit.PlanFollowed.NO)
    )


def reasons(placement: Placement, today: dt.date) -> list[str]:
    """Why, in whole sentences, of a placement from `not_followed`."""
    found = []
    if placement.visit_says == Visit.PlanFollowed.NO:
        found.append(_("Det ble sagt på siste besøk at opplæringen ikke følges."))
    if placement.overdue_goals:
        found.append(
            ngettext("%(n)d steg er over fristen.", "%(n)d steg er over fristen.", placement.overdue_goals)
            % {"n": placement.overdue_goals}
        )
    if placement.open_goals and placement.last_step_on < today - QUIET:
        found.append(_("Ingen steg er nådd siden %(day)s.") % {"day": date_format(placement.last_step_on, "j. F")})
    return found
