"""The training plan of a placement: made from a template, agreed by three, ticked step by step (L4)."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from placements.models import Placement, PlanGoal, PlanTemplate, TrainingPlan, Visit
from placements.slots import HOLDS_SLOT

MOST_GOALS = 20


@dataclass(frozen=True)
class GoalLine:
    """A step as it is written in a form. public_id: that of the step it changes, None for a new one."""

    text: str
    due_on: dt.date
    judged_by: str = PlanGoal.JudgedBy.MENTOR
    public_id: object = None


def due_in_week(placement: Placement, week: int) -> dt.date:
    """The last day of a week of the placement (1 is its first), never after its end."""
    return min(placement.starts_on + dt.timedelta(days=7 * week - 1), placement.ends_on)


@transaction.atomic
def make_plan(*, placement: Placement, by: Membership, template: PlanTemplate | None = None) -> TrainingPlan:
    """A plan with the template's steps, each due by the end of its week. Nobody has agreed to it yet.

    Raises ValidationError when the placement has ended or has a plan.
    """
    placement = _held(placement)
    if TrainingPlan.objects.filter(placement=placement).exists():
        raise ValidationError(_("Praksisplassen har allerede en opplæringsplan."))
    plan = versions.save(TrainingPlan(placement=placement, template=template, created_by=by, created_at=clock.now()))
    steps = template.steps.order_by("week", "rank") if template else []
    goals = [
        PlanGoal(plan=plan, rank=rank, text=step.text, due_on=due_in_week(placement, step.week))
        for rank, step in enumerate(steps, start=1)
    ]
    PlanGoal.objects.bulk_create(goals)
    return plan


@transaction.atomic
def change_plan(
    *,
    plan: TrainingPlan,
    goals: Sequence[GoalLine],
    by: Membership,
    participant_agreed_on: dt.date | None = None,
    employer_agreed_on: dt.date | None = None,
    provider_agreed_on: dt.date | None = None,
    version: int | None = None,
) -> TrainingPlan:
    """Change the steps and who has agreed. Steps stand by date; one that is reached stays, and keeps its day.

    Raises StaleVersion, and ValidationError: no step, a date outside the placement, an agreement in the future,
    or a step that is reached taken away.
    """
    plan = TrainingPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    versions.check(plan, version)
    placement = _held(plan.placement)
    _check_goals(goals, placement)
    agreed = {
        "participant_agreed_on": participant_agreed_on,
        "employer_agreed_on": employer_agreed_on,
        "provider_agreed_on": provider_agreed_on,
    }
    for name, day in agreed.items():
        if day and day > clock.today():
            raise ValidationError({name: _("Datoen kan ikke være fram i tid.")})
        setattr(plan, name, day)
    plan = versions.save(plan)
    _write_goals(plan, goals)
    return plan


@transaction.atomic
def tick_goals(
    *,
    plan: TrainingPlan,
    goals: Collection[PlanGoal],
    on: dt.date,
    by: Membership,
    visit: Visit | None = None,
    version: int | None = None,
) -> int:
    """Mark steps of the plan as reached on a day, at a visit or by themselves; returns how many were not before.

    One that is reached keeps its first day. version: the plan's, which ticking leaves as it is, so that two may tick at
    once. Raises StaleVersion, and ValidationError: a step of another plan, or a day that lies ahead or outside the
    placement.
    """
    plan = TrainingPlan.objects.select_for_update(of=("self",)).select_related("placement").get(pk=plan.pk)
    versions.check(plan, version)
    if on > clock.today():
        raise ValidationError({"reached_on": _("Dagen kan ikke være fram i tid.")})
    if on < plan.placement.starts_on:
        raise ValidationError({"reached_on": _("Dagen kan ikke være før praksisen startet.")})
    if on > plan.placement.ends_on:
        raise ValidationError({"reached_on": _("Dagen kan ikke være etter at praksisen sluttet.")})
    wanted = {goal.pk for goal in goals}
    found = list(plan.goals.filter(pk__in=wanted))
    if len(found) != len(wanted):
        raise ValidationError(_("Et av stegene hører ikke til planen."))
    new = [goal for goal in found if goal.reached_on is None]
    for goal in new:
        goal.reached_on, goal.visit = on, visit
    PlanGoal.objects.bulk_update(new, ["reached_on", "visit"])
    return len(new)


@transaction.atomic
def untick_goal(*, plan: TrainingPlan, goal: PlanGoal, by: Membership, version: int | None = None) -> PlanGoal:
    """A step that was ticked by mistake is open again. Raises StaleVersion (the plan's), ValidationError when it is gone."""
    plan = TrainingPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    found = plan.goals.filter(pk=goal.pk).first()
    if found is None:
        raise ValidationError(_("Steget er ikke lenger i planen. Åpne siden på nytt."))
    versions.check(plan, version)
    found.reached_on, found.visit = None, None
    found.save()
    return found


@transaction.atomic
def follow_visit(visit: Visit) -> None:
    """The steps ticked at a visit that was put right: reached on its day, and open again when there was no visit."""
    ids = list(visit.goals.values_list("plan", flat=True))
    # Locked as everybody who ticks does.
    list(TrainingPlan.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk"))
    if visit.status == Visit.Status.HELD:
        visit.goals.exclude(reached_on=visit.held_on).update(reached_on=visit.held_on)
    else:
        visit.goals.update(reached_on=None, visit=None)


def _held(placement: Placement) -> Placement:
    placement = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)
    if placement.status not in HOLDS_SLOT:
        raise ValidationError(_("Praksisen er avsluttet. Opplæringsplanen kan ikke endres."))
    return placement


def _check_goals(goals: Sequence[GoalLine], placement: Placement) -> None:
    if not goals:
        raise ValidationError(_("Skriv minst ett steg."))
    if len(goals) > MOST_GOALS:
        raise ValidationError(_("En opplæringsplan kan ha høyst %(most)d steg.") % {"most": MOST_GOALS})
    for line in goals:
        if not placement.starts_on <= line.due_on <= placement.ends_on:
            raise ValidationError(
                _("Steget «%(step)s» har en dato utenfor praksisperioden.") % {"step": line.text[:60]}
            )


def _write_goals(plan: TrainingPlan, lines: Sequence[GoalLine]) -> None:
    """Rows as the lines say, in order of date; the ranks are checked at the end of the transaction."""
    rows = {str(goal.public_id): goal for goal in plan.goals.all()}
    kept = {str(line.public_id) for line in lines if line.public_id}
    gone = [goal for key, goal in rows.items() if key not in kept]
    if reached := next((goal for goal in gone if goal.reached_on), None):
        raise ValidationError(
            _("Steget «%(step)s» er nådd og kan ikke fjernes. Fjern krysset først.") % {"step": reached.text[:60]}
        )
    for goal in gone:
        goal.delete()
    for rank, line in enumerate(sorted(lines, key=lambda one: one.due_on), start=1):
        goal = rows.get(str(line.public_id)) or PlanGoal(plan=plan)
        goal.rank, goal.text, goal.due_on, goal.judged_by = rank, line.text, line.due_on, line.judged_by
        goal.full_clean(validate_constraints=False)
        goal.save()
