"""All classes × instructors of a provider in one page: who has which, and where nobody is (06-access)."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amo import clock
from amo.models import Membership, Role
from amo.policy import LogRule, page
from amo.templatetags.charts import period_text
from courses.concept_page import STATUS_COLORS
from courses.models import Intake, IntakeAssignment

SHOWN = (Intake.Status.RUNNING, Intake.Status.ALLOCATED, Intake.Status.OPEN, Intake.Status.PLANNED)


@page(roles=[Role.PROVIDER_LEAD], log=LogRule.NONE)
@require_safe
def instructor_plan(request: HttpRequest) -> HttpResponse:
    """Classes that run or come, by their start; a row for each, a column for each instructor."""
    membership, today = request.membership, clock.today()
    members = (
        Membership.objects.visible_to(membership)
        .active_on(today)
        .filter(role=Role.PROVIDER_INSTRUCTOR, user__is_active=True)
    )
    instructors = list(members.select_related("user"))
    intakes = Intake.objects.visible_to(membership).filter(status__in=SHOWN, ends_on__gte=today)
    intakes = list(intakes.with_names().order_by("starts_on", "code"))
    periods = defaultdict(dict)
    rows = IntakeAssignment.objects.filter(intake__in=intakes).exclude(ends_on__lt=today)
    for one in rows:
        periods[one.intake_id][one.membership_id] = one
    classes = [_row(intake, instructors, periods[intake.pk]) for intake in intakes]
    only_empty = request.GET.get("vis") == "uten"
    empty = [row for row in classes if row["nobody"]]
    context = {
        "title": _("Instruktører på kurs"),
        "instructors": instructors,
        "classes": empty if only_empty else classes,
        "empty_count": len(empty),
        "only_empty": only_empty,
        "crumbs": [(_("Mine kurs"), reverse("courses:class_list")), (_("Instruktører på kurs"), "")],
    }
    return render(request, "courses/people/instructors.html", context)


def _row(intake: Intake, instructors: list[Membership], assigned: dict[int, IntakeAssignment]) -> dict:
    known = [assigned.get(one.pk) for one in instructors]
    return {
        "intake": intake,
        "color": STATUS_COLORS[intake.status],
        "cells": [
            {"who": who, "period": period_text(one.starts_on, one.ends_on or intake.ends_on) if one else ""}
            for who, one in zip(instructors, known, strict=True)
        ],
        "nobody": not any(known),
        "assign_url": reverse("courses:assign_instructor", args=[intake.public_id]),
    }
