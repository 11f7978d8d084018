"""A class is called off or cut short: what it does to everybody on it is shown before it is confirmed (C3)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from amo import clock
from amo.forms import page_status, perform
from amo.models import Role
from amo.policy import LogRule, page
from courses import ending_effects, ending_page
from courses.actions import endings
from courses.forms.endings import CallOffForm, CutShortForm
from courses.models import Intake

COUNTY = {Role.COUNTY_STAFF}


def _own_intake(request: HttpRequest, public_id, statuses) -> Intake:
    """An intake of the own county that may end so; 403 for others'."""
    intake = get_object_or_404(Intake.objects.visible_to(request.membership).with_names(), public_id=public_id)
    if intake.concept.county_id != request.membership.county_id or intake.status not in statuses:
        raise PermissionDenied
    return intake


@page(roles=COUNTY, log=LogRule.LIST)
@require_http_methods(["GET", "HEAD", "POST"])
def intake_call_off(request: HttpRequest, public_id) -> HttpResponse:
    """Call off a class that has not begun."""
    intake = _own_intake(request, public_id, endings.BEFORE_START)
    found = ending_effects.before_start(intake, day=clock.today())
    form = _form(CallOffForm, request, intake)

    def work():
        return endings.call_off(
            intake=intake,
            reason=form.cleaned_data["reason"],
            tell_office_leads=form.cleaned_data["tell_office_leads"],
            by=request.membership,
            expected_version=form.cleaned_data["version"],
        )

    return _answer(
        request, intake, form, work, found, _("Avlys kurset"), _("Kurset er avlyst. Veilederne har fått oppgaver.")
    )


@page(roles=COUNTY, log=LogRule.LIST)
@require_http_methods(["GET", "HEAD", "POST"])
def intake_cut_short(request: HttpRequest, public_id) -> HttpResponse:
    """Cut a running class short."""
    intake = _own_intake(request, public_id, [Intake.Status.RUNNING])
    today = clock.today()
    found = ending_effects.after_start(intake, last_day=today, day=today)
    form = _form(CutShortForm, request, intake, {"last_day": today})

    def work():
        return endings.cut_short(
            intake=intake,
            last_day=form.cleaned_data["last_day"],
            reason=form.cleaned_data["reason"],
            tell_office_leads=form.cleaned_data["tell_office_leads"],
            by=request.membership,
            expected_version=form.cleaned_data["version"],
        )

    return _answer(
        request, intake, form, work, found, _("Stans kurset"), _("Kurset blir stanset. Veilederne har fått oppgaver.")
    )


def _url(intake: Intake) -> str:
    return reverse("courses:intake_detail", args=[intake.public_id])


def _form(form_class, request: HttpRequest, intake: Intake, initial: dict | None = None):
    return form_class(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=intake.version,
        cancel_url=_url(intake),
        initial=initial or {},
    )


def _answer(request, intake: Intake, form, work, found, title: str, done: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, work, url=_url)
        if url:
            messages.success(request, done)
            return redirect(url)
    context = {
        "form": form,
        "title": title,
        "intake": intake,
        "effects": ending_page.effects(found, request.membership),
        "crumbs": [
            (_("Kursoppstarter"), reverse("courses:intake_list")),
            (f"{intake.concept.title} {intake.code}", _url(intake)),
            (title, ""),
        ],
    }
    return render(request, "courses/intakes/ending.html", context, status=page_status(form))
