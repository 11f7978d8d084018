"""The administrator's pages about counties and offices. No case is seen from here."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from amo import clock
from amo.actions import organisations as actions
from amo.admin_forms import CountyForm, OfficeForm
from amo.forms import page_status, perform
from amo.list_parts import Column, Facet, QuickFilter
from amo.lists import ListPage
from amo.models import County, Office, Role
from amo.policy import LogRule, page

ADMINISTRATOR = [Role.ADMINISTRATOR]
METHODS = ["GET", "POST"]


class OfficeList(ListPage):
    """Every office, with how many work there today."""

    key = "offices"
    title = gettext_lazy("Fylker og kontor")
    noun = (gettext_lazy("kontor"), gettext_lazy("kontor"))
    template = "amo/office_list.html"
    default_sort = "name"
    logs_people = False
    column_list = [
        Column("name", gettext_lazy("Nav-kontor"), sort="name_sort"),
        Column("number", gettext_lazy("Enhetsnummer"), sort="number"),
        Column("county", gettext_lazy("Fylke"), "county.name", sort="county__number"),
        Column("people", gettext_lazy("Arbeider der"), "at_work", sort="at_work", align="right"),
        Column("active", gettext_lazy("I bruk"), "is_active", sort="is_active"),
    ]
    quick_list = [
        QuickFilter("active", gettext_lazy("I bruk"), Q(is_active=True)),
        QuickFilter("closed", gettext_lazy("Lagt ned"), Q(is_active=False)),
    ]
    facet_list = [Facet("fylke", gettext_lazy("Fylke"), field="county", label_field="county__name")]

    def row_url(self, obj):
        return reverse("amo:office_edit", args=[obj.public_id])


@page(roles=ADMINISTRATOR, log=LogRule.NONE)
@require_http_methods(["GET"])
def office_list(request):
    """Offices as a list, counties beside it."""
    today = clock.today()
    now = Q(memberships__starts_on__lte=today, memberships__user__is_active=True)
    now &= Q(memberships__ends_on=None) | Q(memberships__ends_on__gte=today)
    offices = Office.objects.visible_to(request.membership).select_related("county")
    offices = offices.annotate(at_work=Count("memberships__user", filter=now, distinct=True))
    counties = County.objects.visible_to(request.membership).annotate(office_count=Count("offices"))
    return OfficeList(request, offices).response({"counties": counties})


def _save(request, form, title, work, done):
    """Show the form, or save and go back to the list."""
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, work, url=lambda _saved: reverse("amo:office_list"))
        if url:
            messages.success(request, done)
            return redirect(url)
    context = {
        "form": form,
        "title": title,
        "back_url": reverse("amo:office_list"),
        "back_label": OfficeList.title,
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


def _office(request, office, title):
    names = ("number", "name", "county", "is_active")
    form = OfficeForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        initial={name: getattr(office, name) for name in names} if office else {"is_active": True},
        cancel_url=reverse("amo:office_list"),
    )

    def work():
        return actions.save_office(by=request.membership, office=office, **form.cleaned_data_for_action())

    return _save(request, form, title, work, _("Kontoret er lagret."))


@page(roles=ADMINISTRATOR, log=LogRule.NONE)
@require_http_methods(METHODS)
def office_new(request):
    """Add an office."""
    return _office(request, None, _("Nytt Nav-kontor"))


@page(roles=ADMINISTRATOR, log=LogRule.NONE)
@require_http_methods(METHODS)
def office_edit(request, public_id):
    """Correct an office, or close it."""
    office = get_object_or_404(Office.objects.visible_to(request.membership), public_id=public_id)
    return _office(request, office, _("Endre %(name)s") % {"name": office.name})


def _county(request, county, title):
    form = CountyForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        initial={"number": county.number, "name": county.name} if county else {},
        cancel_url=reverse("amo:office_list"),
    )

    def work():
        return actions.save_county(by=request.membership, county=county, **form.cleaned_data_for_action())

    return _save(request, form, title, work, _("Fylket er lagret."))


@page(roles=ADMINISTRATOR, log=LogRule.NONE)
@require_http_methods(METHODS)
def county_new(request):
    """Add a county."""
    return _county(request, None, _("Nytt fylke"))


@page(roles=ADMINISTRATOR, log=LogRule.NONE)
@require_http_methods(METHODS)
def county_edit(request, public_id):
    """Correct a county."""
    county = get_object_or_404(County.objects.visible_to(request.membership), public_id=public_id)
    return _county(request, county, _("Endre %(name)s") % {"name": county.name})
