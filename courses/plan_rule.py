"""When a plan is asked for before a course: the third after two that ended without work, and every later one (P7).

Once made, a plan serves until another course without work has been over for 84 days. Reading only.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from amo import clock, workdays
from courses import chain
from courses.engines.chain import Link, plan_newer_than, third_course_from
from courses.models import Application
from participants.models import Participant, Plan

KEPT_WORKING_DAYS = 10
"""The place in the queue is kept so many working days after the application was sent."""

AWAITS_PLAN = Q(plan_due_on__isnull=False, plan_met_on=None)
"""Applications that are taken in, but stay out of the allocation until the plan is there."""


@dataclass(frozen=True)
class Requirement:
    """A plan is needed. since: the day from which it was, 84 days after the second course without work ended; after: the
    plan must be newer than this day, the end of the latest such course.

    plan_on: the day of the plan she has, which is too old, or None. due_on: an application sent today keeps its place
    in the queue until then.
    """

    since: dt.date
    after: dt.date
    plan_on: dt.date | None
    due_on: dt.date
    links: tuple[Link, ...]


def requirement(participant: Participant, *, day: dt.date, links: tuple[Link, ...] | None = None) -> Requirement | None:
    """What is required of an application sent on `day`, or None. links: her chain, where it is read. Up to five queries."""
    if links is None:
        links = chain.load([participant.pk], day=day)[participant.pk]
    after = plan_newer_than(links, day)
    if after is None:
        return None
    plan_on = current_plan_on(participant)
    if plan_on is not None and plan_on > after:
        return None
    due_on = workdays.add_working_days(day, KEPT_WORKING_DAYS)
    return Requirement(since=third_course_from(links), after=after, plan_on=plan_on, due_on=due_on, links=links)


def current_plan_on(participant: Participant) -> dt.date | None:
    """The day the plan in force was made, in Oslo."""
    made = Plan.objects.current().filter(participant=participant).values_list("created_at", flat=True).first()
    return made.astimezone(clock.OSLO).date() if made else None


def is_late(application: Application) -> bool:
    """Whether the days its place in the queue was kept are out without a plan."""
    return application.awaits_plan and application.plan_due_on < clock.today()


def waits_from(submitted_on: dt.date, plan_due_on: dt.date | None, plan_met_on: dt.date | None) -> dt.date:
    """The day waiting is counted from: the day it was sent, or the day of the plan where that came too late."""
    if plan_due_on is not None and plan_met_on is not None and plan_met_on > plan_due_on:
        return plan_met_on
    return submitted_on
