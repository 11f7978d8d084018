"""What the plan's tab, its card on the person page and its print-out show (P8)."""

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _

from amo.models import Membership
from participants import plan_changes
from participants.models import Participant, Plan

VERSIONS_SHOWN = 20
STEPS_ON_CARD = 4


def plans_of(participant_ids, membership: Membership):
    """The plans this membership may see, newest first, with their steps."""
    found = Plan.objects.visible_to(membership).filter(participant__in=participant_ids)
    return found.select_related("occupation", "created_by__user").prefetch_related(
        "steps__done_by__user", "steps__shared_with"
    )


def card(membership: Membership, ids: list) -> dict:
    """participant.overview: the current plan of each person; for her office also that there is none. Four queries."""
    if not membership.is_nav:
        return {}
    plans = {plan.participant_id: plan for plan in plans_of(ids, membership).current()}
    if not membership.is_office:
        ids = [pk for pk in ids if pk in plans]
    return {pk: {"plan": plans.get(pk), "progress": progress(plans.get(pk))} for pk in ids}


def tabs(membership: Membership, ids: list) -> dict:
    """participant.tabs: the plan, for NAV."""
    if not membership.is_nav:
        return {}
    return {
        public_id: {
            "tabs": [{"key": "plan", "label": _("Plan"), "url": reverse("participants:plan", args=[public_id])}]
        }
        for public_id in ids
    }


def progress(plan: Plan | None) -> dict:
    """Steps done and in all, and the first ones that are open."""
    if plan is None:
        return {}
    steps = list(plan.steps.all())
    open_steps = [step for step in steps if step.done_on is None]
    return {
        "done": len(steps) - len(open_steps),
        "total": len(steps),
        "open": open_steps[:STEPS_ON_CARD],
        "more": max(0, len(open_steps) - STEPS_ON_CARD),
    }


def context(participant: Participant, membership: Membership, today: dt.date) -> dict:
    """The tab: the plan in force, and what each version changed."""
    plans = list(plans_of([participant.pk], membership)[: VERSIONS_SHOWN + 1])
    shown = []
    for place, plan in enumerate(plans[:VERSIONS_SHOWN]):
        older = plans[place + 1] if place + 1 < len(plans) else None
        changes = plan_changes.between(older, plan) if older else []
        shown.append({"plan": plan, "changes": changes, "first": older is None})
    current = next((plan for plan in plans if plan.is_current), None)
    return {
        "plan": current,
        "progress": progress(current),
        "versions": shown,
        "review_late": bool(current and current.review_on and current.review_on < today),
    }
