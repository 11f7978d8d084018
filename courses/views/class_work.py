"""The instructor's day, and what was seen in somebody's absence (K1)."""

import datetime as dt

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock
from amo.forms import page_status, perform
from amo.models.users import OFFICE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from courses import class_today, enrolment_page, words_absence
from courses.actions import absence
from courses.forms.class_work import FollowUpForm
from courses.models import AbsenceFollowUp, AbsenceWarning, Attendance
from courses.views.enrolments import enrolment_crumbs, enrolment_or_404
from participants.views.lookups import may_write


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """What an instructor needs at the start of the day: today's classes, and what is missing."""
    context = class_today.context(request.membership, today=clock.today())
    return render(request, "courses/classes/today.html", context)


@page(roles=PROVIDER_ROLES | OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def absence_warning(request: HttpRequest, public_id) -> HttpResponse:
    """What was seen, what to ask, and what each side did about it."""
    membership = request.membership
    warnings = AbsenceWarning.objects.visible_to(membership).select_related("enrolment")
    warning = get_object_or_404(warnings, public_id=public_id)
    enrolment = enrolment_or_404(request, warning.enrolment.public_id)
    if not enrolment_page.has_course_view(enrolment, membership):
        raise PermissionDenied
    side = AbsenceFollowUp.Side.PROVIDER if membership.is_provider else AbsenceFollowUp.Side.OFFICE
    sides = {row.side: row for row in warning.follow_ups.select_related("done_by__user")}
    may_answer = warning.closed_at is None and side not in sides
    may_answer = may_answer and (membership.is_provider or may_write(membership, enrolment.participant))
    form = FollowUpForm(
        request.POST if request.method == "POST" else None,
        membership=membership,
        cancel_url=enrolment.get_absolute_url(),
    )
    if request.method == "POST":
        if not may_answer and side not in sides:
            raise PermissionDenied
        if form.is_valid():
            work = lambda: absence.follow_up(  # noqa: E731
                warning=warning, outcome=form.cleaned_data["outcome"], did=form.cleaned_data["did"], by=membership
            )
            url = perform(request, form, work, url=lambda row: enrolment.get_absolute_url())
            if url:
                messages.success(request, _("Fraværet er fulgt opp, og oppgaven er gjort."))
                return redirect(url)
    context = {
        "warning": warning,
        "enrolment": enrolment,
        "seen": words_absence.seen(warning),
        "questions": words_absence.questions(warning.rule),
        "days": _days(warning),
        "form": form,
        "may_answer": may_answer or form.is_bound,
        "answers": _answers(membership, sides),
        "crumbs": enrolment_crumbs(request, enrolment, str(warning.get_rule_display())),
    }
    return render(request, "courses/classes/absence_warning.html", context, status=page_status(form))


def _days(warning: AbsenceWarning) -> list[tuple[dt.date, str]]:
    """The days away with the kind of absence as it is recorded now."""
    rows = Attendance.objects.filter(enrolment=warning.enrolment_id, day__in=warning.days).order_by("day")
    return [(row.day, row.get_code_display()) for row in rows]


def _answers(membership, sides: dict) -> list[dict]:
    """Each side's answer; a provider reads that NAV has followed up, not what NAV wrote."""
    found = []
    for side, row in sides.items():
        hidden = membership.is_provider and side == AbsenceFollowUp.Side.OFFICE
        found.append({"side": AbsenceFollowUp.Side(side).label, "row": row, "hidden": hidden})
    return found
