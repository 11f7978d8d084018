"""Contacts, periods and history of an employer: kept by county staff (L1)."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo.forms import KursForm, page_status, perform
from amo.models import Role
from amo.policy import LogRule, page
from participants import changes
from placements import employer_page
from placements.actions import employers as actions
from placements.forms.employers import ContactForm, PeriodForm
from placements.models import Employer, EmployerContact, SlotPeriod
from placements.views.employers import employer_url

COUNTY = {Role.COUNTY_STAFF}
METHODS = ["GET", "HEAD", "POST"]
PAGE_SIZE = 15


def _employer(request: HttpRequest, public_id) -> Employer:
    return get_object_or_404(Employer.objects.visible_to(request.membership).living(), public_id=public_id)


def _of_employer(request: HttpRequest, model, public_id):
    found = model.objects.visible_to(request.membership).filter(employer__merged_into=None)
    return get_object_or_404(found.select_related("employer"), public_id=public_id)


def _form_page(
    request: HttpRequest, form: KursForm, work: Callable, employer: Employer, *, title: str, done: str
) -> HttpResponse:
    back = employer_url(employer)
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, work, url=lambda _result: back)
        if url:
            messages.success(request, done)
            return redirect(url)
    context = {"title": title, "form": form, "back_url": back, "back_label": employer.name}
    return render(request, "components/form_page.html", context, status=page_status(form))


def _ask(
    request: HttpRequest, work: Callable, employer: Employer, *, title: str, text: str, submit: str, done: str
) -> HttpResponse:
    back = employer_url(employer)
    data = request.POST if request.method == "POST" else None
    form = KursForm(data, membership=request.membership, submit=submit, cancel_url=back)
    form.danger = True
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, work, url=lambda _result: back)
        if url:
            messages.success(request, done)
            return redirect(url)
    context = {"title": title, "text": text, "form": form}
    return render(request, "components/confirm_page.html", context, status=page_status(form))


# --- contacts -----------------------------------------------------------------------------------


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def contact_new(request: HttpRequest, public_id) -> HttpResponse:
    """One more person to talk to."""
    employer = _employer(request, public_id)
    form = ContactForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        about=employer,
        cancel_url=employer_url(employer),
    )

    def work():
        return actions.add_contact(employer=employer, by=request.membership, **form.cleaned_data_for_action())

    done = _("Kontaktpersonen er lagt til.")
    return _form_page(request, form, work, employer, title=_("Ny kontaktperson"), done=done)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def contact_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change somebody to talk to."""
    contact = _of_employer(request, EmployerContact, public_id)
    form = ContactForm(
        request.POST if request.method == "POST" else None,
        instance=contact,
        membership=request.membership,
        about=contact.employer,
        cancel_url=employer_url(contact.employer),
    )

    def work():
        return actions.change_contact(contact=contact, by=request.membership, **form.cleaned_data_for_action())

    title = _("Endre kontaktperson")
    return _form_page(request, form, work, contact.employer, title=title, done=_("Endringene er lagret."))


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def contact_remove(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, and take a contact off."""
    contact = _of_employer(request, EmployerContact, public_id)
    text = _("%(name)s blir ikke lenger vist som kontaktperson hos %(employer)s.")
    return _ask(
        request,
        lambda: actions.remove_contact(contact=contact, by=request.membership),
        contact.employer,
        title=_("Fjerne kontaktpersonen?"),
        text=text % {"name": contact.name, "employer": contact.employer.name},
        submit=_("Fjern kontaktpersonen"),
        done=_("Kontaktpersonen er fjernet."),
    )


# --- periods ------------------------------------------------------------------------------------


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def period_new(request: HttpRequest, public_id) -> HttpResponse:
    """Another number of places from one day to another."""
    employer = _employer(request, public_id)
    form = PeriodForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        about=employer,
        cancel_url=employer_url(employer),
    )

    def work():
        return actions.add_period(employer=employer, by=request.membership, **form.cleaned_data_for_action())

    return _form_page(request, form, work, employer, title=_("Ny avtalt periode"), done=_("Perioden er lagt til."))


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def period_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change a period."""
    period = _of_employer(request, SlotPeriod, public_id)
    form = PeriodForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=period.version,
        initial=PeriodForm.initial_of(period),
        about=period.employer,
        cancel_url=employer_url(period.employer),
    )

    def work():
        return actions.change_period(period=period, by=request.membership, **form.cleaned_data_for_action())

    title = _("Endre avtalt periode")
    return _form_page(request, form, work, period.employer, title=title, done=_("Endringene er lagret."))


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def period_remove(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, and let the usual number hold again."""
    period = _of_employer(request, SlotPeriod, public_id)
    text = _("Fra %(days)s gjelder det vanlige antallet igjen: %(slots)d praksisplasser samtidig.")
    return _ask(
        request,
        lambda: actions.remove_period(period=period, by=request.membership),
        period.employer,
        title=_("Fjerne den avtalte perioden?"),
        text=text % {"days": employer_page.period_text(period), "slots": period.employer.slots},
        submit=_("Fjern perioden"),
        done=_("Perioden er fjernet."),
    )


# --- history ------------------------------------------------------------------------------------


@page(roles=COUNTY, log=LogRule.NONE)
@require_safe
def employer_history(request: HttpRequest, public_id) -> HttpResponse:
    """Who changed what of an employer, its contacts and periods, newest first."""
    employer = _employer(request, public_id)
    pages = Paginator(employer_page.history(employer), PAGE_SIZE)
    shown = pages.get_page(request.GET.get("page"))
    context = {
        "title": _("Historikk"),
        "employer": employer,
        "back_url": employer_url(employer),
        "page": shown,
        "page_urls": {number: f"?page={number}" for number in pages.page_range},
        "events": changes.readable(shown.object_list),
    }
    return render(request, "placements/employers/history.html", context)
