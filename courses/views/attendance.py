"""Attendance of a class on one screen: everybody present, then the exceptions, and the week as a grid (K1)."""

import datetime as dt

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock
from amo.forms import page_status, perform
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from courses import class_week, shown_names
from courses.actions.attendance import day_version, on_class, record_attendance
from courses.course_days import EDITABLE_DAYS, Calendar, calendar_of
from courses.engines import week as engine
from courses.forms.places import AttendanceForm
from courses.models import Attendance, AttendanceCorrection, DayKind
from courses.views.classes import class_crumbs, class_or_404
from courses.words_attendance import KIND_COLORS, legend


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_safe
def attendance_today(request: HttpRequest, public_id) -> HttpResponse:
    """To the newest course day: today, or the last one before."""
    intake = class_or_404(request, public_id)
    days = calendar_of(intake).editable_days(clock.today())
    if not days:
        messages.info(request, _("Kurset har ingen dager det kan føres oppmøte for nå."))
        return redirect("courses:roster", intake.public_id)
    return redirect("courses:attendance", intake.public_id, days[-1])


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: HttpRequest, public_id, day: dt.date) -> HttpResponse:
    """One day of the class: read it, record it, correct it for two weeks."""
    intake = class_or_404(request, public_id)
    calendar, today = calendar_of(intake), clock.today()
    if not calendar.is_course_day(day) or day > today:
        raise Http404
    present = on_class(intake, day, request.membership).select_related("participant")
    on_it = list(present.order_by("participant__name_sort", "pk"))
    on_it = class_week.with_course_view(request.membership, on_it, today)
    enrolments = calendar.asked(on_it, day)
    rows = Attendance.objects.filter(enrolment__in=on_it, day=day).select_related("recorded_by__user").order_by("pk")
    stored = {row.enrolment_id: row for row in rows}
    names = shown_names.names(request.membership, on_it)
    here = reverse("courses:attendance", args=[intake.public_id, day])
    form = AttendanceForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=day_version(enrolments, day),
        cancel_url=reverse("courses:attendance_week", args=[intake.public_id, day]),
        enrolments=enrolments,
        recorded={pk: row.code for pk, row in stored.items()},
        names=names,
        hints=_hints(calendar, day, enrolments),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, _work(request, intake, day, form), url=lambda rows: here)
        if url:
            messages.success(request, _("Oppmøtet %(day)s er lagret.") % {"day": date_format(day)})
            return redirect(url)
    context = {
        "intake": intake,
        "day": day,
        "form": form,
        "editable": day >= today - dt.timedelta(days=EDITABLE_DAYS),
        "enrolments": enrolments,
        "legend": legend(),
        "crumbs": class_crumbs(intake, _("Oppmøte")),
        **_day_facts(calendar, day, today, enrolments, on_it, stored, names),
    }
    return render(request, "courses/places/attendance.html", context, status=page_status(form))


def _work(request, intake, day, form):
    return lambda: record_attendance(
        intake=intake,
        day=day,
        codes=form.codes(),
        by=request.membership,
        expected_version=form.cleaned_data.get("version"),
    )


def _hints(calendar: Calendar, day: dt.date, enrolments) -> dict[int, str]:
    """What her row says where her day is another than the class's."""
    usual = calendar.kind(day)
    kinds = {one.pk: calendar.kind(day, one.pk) for one in enrolments}
    return {pk: str(DayKind(kind).label) for pk, kind in kinds.items() if kind != usual}


def _day_facts(calendar, day, today, enrolments, on_it, stored, names) -> dict:
    """Days around, what is recorded by whom, what was corrected, and who is not asked."""
    days = calendar.days(calendar.intake.starts_on, today)
    before, after = [other for other in days if other < day], [other for other in days if other > day]
    asked = {one.pk for one in enrolments}
    corrections = AttendanceCorrection.objects.filter(enrolment__in=on_it, day=day).select_related("corrected_by__user")
    first = min(stored.values(), key=lambda row: row.recorded_at, default=None)
    kind = calendar.kind(day)
    return {
        "before": before[-1] if before else None,
        "after": after[0] if after else None,
        "kind": DayKind(kind).label if kind != engine.FREE else "",
        "kind_color": KIND_COLORS[DayKind(kind)],
        "recorded": bool(stored) and asked <= stored.keys(),
        "recorded_some": bool(stored),
        "recorded_first": first,
        "lines": [(names[pk], row.get_code_display()) for pk, row in stored.items()],
        "corrections": [(names[row.enrolment_id], row) for row in corrections],
        "free": [names[one.pk] for one in on_it if one.pk not in asked],
    }


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_safe
def attendance_week(request: HttpRequest, public_id, day: dt.date) -> HttpResponse:
    """The week of the day as a grid, with shares for each person and each day."""
    intake = class_or_404(request, public_id)
    today, monday = clock.today(), class_week.monday_of(day)
    first, last = class_week.monday_of(intake.starts_on), class_week.monday_of(min(intake.ends_on, today))
    if not first <= monday <= max(first, last):
        raise Http404
    week = dt.timedelta(weeks=1)
    back = EDITABLE_DAYS
    context = {
        "intake": intake,
        "monday": monday,
        "grid": class_week.grid(request.membership, intake, monday, today=today),
        "before": monday - week if monday > first else None,
        "after": monday + week if monday < last else None,
        "legend": legend(),
        "missing": class_week.missing(request.membership, [intake], today, back).get(intake.pk, []),
        "editable_from": today - dt.timedelta(days=back),
        "crumbs": class_crumbs(intake, _("Oppmøte denne uka")),
    }
    return render(request, "courses/classes/attendance_week.html", context)


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_safe
def attendance_this_week(request: HttpRequest, public_id) -> HttpResponse:
    """To the week we are in, or the last one of the class."""
    intake = class_or_404(request, public_id)
    day = max(intake.starts_on, min(intake.ends_on, clock.today()))
    return redirect("courses:attendance_week", intake.public_id, day)
