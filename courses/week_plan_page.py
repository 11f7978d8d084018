"""Read models of week plans: of a class over the course, and of one person (K1). Constant queries."""

import datetime as dt

from django.utils.dates import WEEKDAYS

from amo import clock
from amo.models import Membership
from courses import class_week, enrolment_page, shown_names
from courses.course_days import Calendar, calendars
from courses.engines import week
from courses.models import DayKind, Enrolment, Intake, WeekPlan
from courses.words_attendance import KIND_COLORS

Status = Enrolment.Status


def of_class(membership: Membership, intake: Intake, *, today: dt.date) -> dict:
    """The class's plans in order, the usual one first, with the one that holds now; then people with their own."""
    calendar = calendars([intake])[intake.pk]
    plans = WeekPlan.objects.visible_to(membership).filter(intake=intake)
    plans = list(plans.select_related("enrolment__participant", "updated_by__user"))
    own = [plan for plan in plans if plan.enrolment_id is not None]
    people = {plan.enrolment_id: plan.enrolment for plan in own}
    names = shown_names.names(membership, people.values())
    day = max(intake.starts_on, min(today, intake.ends_on))
    now = week.latest(calendar.of_class, day)
    return {
        "weekdays": [str(label).capitalize() for label in WEEKDAYS.values()],
        "usual": [_cells(_usual(intake, first)) for first in (intake.starts_on, intake.theory_ends_on)],
        "usual_holds": now is None,
        "of_class": [
            {"plan": plan, "cells": _cells(plan.days), "holds": now is not None and plan.starts_on == now.starts_on}
            for plan in plans
            if plan.enrolment_id is None
        ],
        "own": [
            {
                "plan": plan,
                "cells": _cells(plan.days),
                "name": names[plan.enrolment_id],
                "masked": names[plan.enrolment_id] != plan.enrolment.participant.list_name,
            }
            for plan in sorted(own, key=lambda plan: (names[plan.enrolment_id], plan.starts_on))
        ],
    }


def _usual(intake: Intake, day: dt.date) -> list[str]:
    """The week without a plan: in the theory, or after it."""
    theory = day < intake.theory_ends_on
    work = DayKind.SCHOOL if theory else DayKind.PLACEMENT
    return [work if number < week.WORKING_DAYS else DayKind.FREE for number in WEEKDAYS]


def _cells(days) -> list[dict]:
    names = [str(label).capitalize() for label in WEEKDAYS.values()]
    return [
        {"weekday": name, "label": DayKind(kind).label, "color": KIND_COLORS[DayKind(kind)]}
        for name, kind in zip(names, days, strict=True)
    ]


def initial(intake: Intake, enrolment: Enrolment | None, plan: WeekPlan | None, *, today: dt.date) -> dict:
    """What the form begins with: the plan itself, or what holds now."""
    if plan is not None:
        days, values = plan.days, {"starts_on": plan.starts_on, "ends_on": plan.ends_on}
    else:
        whose = enrolment or intake
        day = max(whose.starts_on, min(today, whose.ends_on))
        calendar, monday = calendars([intake])[intake.pk], class_week.monday_of(day)
        pk = enrolment.pk if enrolment else None
        days = [class_week.plan_kind(calendar, monday + dt.timedelta(days=n), pk) for n in WEEKDAYS]
        values = {"starts_on": day}
    return values | {f"day_{number}": kind for number, kind in enumerate(days)}


def of_enrolments(membership: Membership, ids: list) -> dict:
    """enrolment.detail: her week now, and whether it is her own. Two queries, and one for a provider's view."""
    live = [Status.AWAITING_START, Status.PARTICIPATING]
    rows = Enrolment.objects.visible_to(membership).filter(pk__in=ids, status__in=live).select_related("intake")
    enrolments = list(rows)
    by_intake = calendars({one.intake_id: one.intake for one in enrolments}.values())
    found, today = {}, clock.today()
    for one in enrolments:
        if not enrolment_page.has_course_view(one, membership):
            continue
        calendar: Calendar = by_intake[one.intake_id]
        day = max(one.starts_on, min(today, one.ends_on))
        found[one.pk] = {
            "text": class_week.pattern_text(calendar, day, one.pk),
            "own": calendar.differs(day, one.pk),
            "coming": [plan for plan in calendar.own.get(one.pk, calendar.of_class) if plan.starts_on > day],
            "enrolment": one,
            "may_edit": membership.is_provider,
        }
    return found
