"""One page for an employer: who asks for a placement there today. Shown, printed, and counted in a mail (L2)."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import accesslog, pdf
from amo.forms import KursForm, page_status, perform
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from participants.views.lookups import log_details
from placements import employer_day as own
from placements.models import Employer
from placements.requests import EmployerDay, employer_day


def _day_or_404(request: HttpRequest, public_id, *, log: bool = True) -> EmployerDay:
    """The employer's day with somebody of the membership's own classes in it, logged: each person who is named."""
    employer = get_object_or_404(Employer.objects.visible_to(request.membership), public_id=public_id)
    day = employer_day(employer, request.membership)
    if not day.own:
        raise Http404
    if log:
        message = _("Oversikt for %(employer)s") % {"employer": employer.name}
        for shown in day.named:
            log_details(request, shown.participant, message)
        if not day.named:
            accesslog.record(request, subject=None, message=message, rows=day.own)
    return day


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_safe
def employer_day_page(request: HttpRequest, public_id) -> HttpResponse:
    """What the instructor shows the employer, or prints."""
    day = _day_or_404(request, public_id)
    back = reverse("placements:employer_detail", args=[day.employer.public_id])
    context = {"title": day.headline, "day": day, "back_url": back}
    return render(request, "placements/requests/employer_day.html", context)


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_safe
def employer_day_pdf(request: HttpRequest, public_id) -> HttpResponse:
    """The same on paper."""
    day = _day_or_404(request, public_id)
    return pdf.pdf_response(own.render(day, request.membership), own.file_name(day.employer))


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def employer_day_mail(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, then send the employer's contact how many ask. No name."""
    day = _day_or_404(request, public_id, log=False)
    employer = day.employer
    back = reverse("placements:employer_day", args=[employer.public_id])
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        submit=_("Send e-post"),
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, lambda: _send(day, request, form), url=lambda _sent: back)
        if url:
            messages.success(request, _("E-posten er sendt til %(name)s.") % {"name": employer.name})
            return redirect(url)
    lead = _("Dere sender antallet til %(email)s: «%(headline)s» Ingen navn er med.")
    if not employer.contact_email:
        lead = _("%(name)s har ingen e-postadresse. Nav tiltak kan legge den inn.")
    context = {
        "title": _("Send antallet på e-post"),
        "lead": lead % {"email": employer.contact_email, "headline": day.headline, "name": employer.name},
        "form": form,
        "back_url": back,
        "back_label": employer.name,
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


def _send(day: EmployerDay, request: HttpRequest, form: KursForm) -> bool:
    if not day.employer.contact_email:
        raise ValidationError(_("Arbeidsgiveren har ingen e-postadresse."))
    key = str(form.cleaned_data.get("submission") or "")
    return own.send_counts(day, by=request.membership, submission=key)
