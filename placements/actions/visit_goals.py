"""Steps of the training plan ticked at a visit (L4, L5)."""

import datetime as dt
from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from placements.models import PlanGoal, TrainingPlan, Visit


def tick_goals(*, plan: TrainingPlan, goals: Collection, on: dt.date, visit: Visit) -> int:
    """Set these steps (public ids of the plan's) as reached that day, at that visit. Returns how many were not before.

    Raises ValidationError for a step of another plan. The caller holds the placement's lock.
    """
    rows = list(PlanGoal.objects.select_for_update(of=("self",)).filter(plan=plan, public_id__in=goals).order_by("pk"))
    if len(rows) != len(set(map(str, goals))):
        raise ValidationError({"goals": _("Opplæringsplanen er endret. Åpne siden på nytt.")})
    new = [goal for goal in rows if goal.reached_on is None]
    for goal in new:
        goal.reached_on, goal.visit = on, visit
    PlanGoal.objects.bulk_update(new, ["reached_on", "visit"])
    return len(new)
