"""An end of a participation taken back or corrected (K2)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from amo import clock
from amo.forms import KursForm, page_status, perform
from amo.models.users import OFFICE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from courses import leaving_page
from courses.actions import leaving as actions
from courses.forms.class_work import LeavingCorrectionForm
from courses.models import Enrolment
from courses.views.enrolments import enrolment_crumbs, enrolment_or_404


def _ended_or_403(request: HttpRequest, public_id) -> Enrolment:
    """An ended participation that the membership may write; 403 for who only reads."""
    enrolment = enrolment_or_404(request, public_id, write=True)
    if enrolment.status != Enrolment.Status.DROPPED_OUT:
        raise PermissionDenied
    return enrolment


@page(roles=PROVIDER_ROLES | OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def enrolment_end_undo(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, then take the end back: the same day only."""
    enrolment = _ended_or_403(request, public_id)
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=enrolment.version,
        submit=_("Angre avslutningen"),
        cancel_url=enrolment.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.undo_end(  # noqa: E731
            enrolment=enrolment, by=request.membership, expected_version=form.cleaned_data["version"]
        )
        url = perform(request, form, work)
        if url:
            messages.success(request, _("Avslutningen er angret. Deltakeren er på kurset igjen."))
            return redirect(url)
    lead = _(
        "%(name)s blir deltaker på kurset igjen, og oppgaven til veilederen faller bort. Praksis som ble avsluttet "
        "samtidig, må registreres på nytt."
    ) % {"name": enrolment.participant.name}
    return _page(request, enrolment, form, _("Angre avslutningen"), lead)


@page(roles=PROVIDER_ROLES | OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def enrolment_end_correct(request: HttpRequest, public_id) -> HttpResponse:
    """Correct the last day, the reason, or what would have kept her."""
    enrolment = _ended_or_403(request, public_id)
    form = LeavingCorrectionForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=enrolment.version,
        cancel_url=enrolment.get_absolute_url(),
        initial={"on": enrolment.ends_on, "reason": enrolment.end_reason}
        | leaving_page.initial(enrolment, request.membership),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        work = lambda: actions.correct_end(  # noqa: E731
            enrolment=enrolment,
            on=data["on"],
            reason=data["reason"],
            kept=data["kept"],
            said=data["said"],
            by=request.membership,
            expected_version=data["version"],
        )
        url = perform(request, form, work)
        if url:
            messages.success(request, _("Avslutningen er rettet."))
            return redirect(url)
    lead = _("Avsluttet %(day)s. Det som sto her før, ligger i endringshistorikken.") % {
        "day": date_format(enrolment.ended_at.astimezone(clock.OSLO), "j. F Y")
        if enrolment.ended_at
        else date_format(enrolment.ends_on)
    }
    return _page(request, enrolment, form, _("Rett avslutningen"), lead)


def _page(request: HttpRequest, enrolment: Enrolment, form, title: str, lead: str) -> HttpResponse:
    context = {"title": title, "lead": lead, "form": form, "crumbs": enrolment_crumbs(request, enrolment, title)}
    return render(request, "components/form_page.html", context, status=page_status(form))
