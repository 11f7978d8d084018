"""Attendance of a class on one screen: everybody present, then the exceptions (K1)."""

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
from courses.actions.attendance import on_class, record_attendance
from courses.course_days import EDITABLE_DAYS, editable_days, is_course_day, neighbours
from courses.forms.places import AttendanceForm
from courses.models import Attendance
from courses.views.classes import class_crumbs, class_or_404
from participants.models import Participant


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_safe
def attendance_today(request: HttpRequest, public_id) -> HttpResponse:
    """To the newest course day: today, or the last one before."""
    intake = class_or_404(request, public_id)
    days = editable_days(intake, today=clock.today())
    if not days:
        messages.info(request, _("Kurset har ingen dager det kan føres oppmøte for nå."))
        return redirect("courses:roster", intake.public_id)
    return redirect("courses:attendance", intake.public_id, days[-1])


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: HttpRequest, public_id, day: dt.date) -> HttpResponse:
    """One day of the class: read it, record it, correct it for two weeks."""
    intake = class_or_404(request, public_id)
    today = clock.today()
    if not is_course_day(intake, day) or day > today:
        raise Http404
    enrolments = list(
        on_class(intake, day, request.membership).select_related("participant").order_by("participant__name_sort", "pk")
    )
    recorded = dict(
        Attendance.objects.filter(enrolment__in=enrolments, day=day).order_by().values_list("enrolment", "code")
    )
    here = reverse("courses:attendance", args=[intake.public_id, day])
    form = AttendanceForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        cancel_url=reverse("courses:roster", args=[intake.public_id]),
        enrolments=enrolments,
        recorded=recorded,
        names=_names(request.membership, enrolments),
    )
    editable = day >= today - dt.timedelta(days=EDITABLE_DAYS)
    if request.method == "POST" and form.is_valid():
        work = lambda: record_attendance(  # noqa: E731
            intake=intake, day=day, codes=form.codes(), by=request.membership
        )
        url = perform(request, form, work, url=lambda rows: here)
        if url:
            messages.success(request, _("Oppmøtet %(day)s er lagret.") % {"day": date_format(day)})
            return redirect(url)
    before, after = neighbours(intake, day, today=today)
    context = {
        "intake": intake,
        "day": day,
        "form": form,
        "editable": editable,
        "recorded": bool(recorded),
        "lines": [
            (form.fields[form.key(one)].label, Attendance.Code(recorded[one.pk]).label)
            for one in enrolments
            if one.pk in recorded
        ],
        "enrolments": enrolments,
        "before": before,
        "after": after,
        "crumbs": class_crumbs(intake, _("Oppmøte")),
    }
    return render(request, "courses/places/attendance.html", context, status=page_status(form))


def _names(membership, enrolments) -> dict[int, str]:
    """{enrolment: the name of her row}; "Beskyttet" with a number for those this membership may not open."""
    people = [enrolment.participant_id for enrolment in enrolments]
    openable = set(Participant.objects.openable_by(membership).filter(pk__in=people).values_list("pk", flat=True))
    names, hidden = {}, 0
    for enrolment in enrolments:
        if enrolment.participant_id in openable:
            names[enrolment.pk] = enrolment.participant.list_name
        else:
            hidden += 1
            names[enrolment.pk] = _("Beskyttet %(number)d") % {"number": hidden}
    return names
