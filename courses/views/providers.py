"""Course providers as county staff keep them: number, contact, contracts, and who leads them (06-access)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amo import clock, stored_search
from amo.actions import users
from amo.fields import NorwegianSortKey
from amo.forms import KursForm, page_status, perform
from amo.lists import Column, Empty, ListPage, QuickFilter
from amo.models import Provider, Role
from amo.policy import LogRule, page
from courses.actions import people as actions
from courses.forms.people import ColleagueForm, ProviderForm
from courses.models import Contract

METHODS = ["GET", "HEAD", "POST"]
COUNTY = {Role.COUNTY_STAFF}


class ProviderList(ListPage):
    """All providers; those the county buys from by one quick filter."""

    key = "providers"
    title = gettext_lazy("Kursleverandører")
    noun = (gettext_lazy("kursleverandør"), gettext_lazy("kursleverandører"))
    template = "courses/people/provider_list.html"
    default_sort = "name"
    logs_people = False
    search_url_name = "courses:provider_search"
    search_label = gettext_lazy("Søk i navn og organisasjonsnummer")
    nothing_there = Empty(gettext_lazy("Ingen kursleverandører"), gettext_lazy("Registrer en, eller søk på nytt."))
    column_list = [
        Column("name", gettext_lazy("Navn"), sort="name_sort"),
        Column("number", gettext_lazy("Organisasjonsnummer"), "organisation_number", sort="organisation_number"),
        Column("email", gettext_lazy("E-post"), "email", sort="email"),
        Column("phone", gettext_lazy("Telefon"), "phone"),
        Column("contracts", gettext_lazy("Avtaler med oss"), "own_count", sort="own_count", align="right"),
    ]
    quick_list = [QuickFilter("own", gettext_lazy("Har avtale med oss"), Q(own_count__gt=0))]

    def row_url(self, obj):
        return reverse("courses:provider_detail", args=[obj.public_id])

    def search(self, queryset, term):
        name = NorwegianSortKey(Value(term))
        return queryset.filter(Q(name_sort__contains=name) | Q(organisation_number__contains=term.replace(" ", "")))


def _crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(str(ProviderList.title), reverse("courses:provider_list") if more else ""), *more]


def _provider(request: HttpRequest, public_id, *, keep: bool = False) -> Provider:
    """A provider; with `keep` one that this county may change."""
    provider = get_object_or_404(Provider.objects.visible_to(request.membership), public_id=public_id)
    if keep and not actions.keeps_provider(request.membership, provider):
        raise PermissionDenied
    return provider


@page(roles=COUNTY, log=LogRule.NONE)
@require_safe
def provider_list(request: HttpRequest) -> HttpResponse:
    """Everyone who holds, or may come to hold, a contract."""
    own = Count("contracts", filter=Q(contracts__concept__county=request.membership.county_id))
    found = Provider.objects.visible_to(request.membership).annotate(own_count=own)
    return ProviderList(request, found).response({"crumbs": _crumbs()})


@page(roles=COUNTY, log=LogRule.NONE)
@require_POST
def provider_search(request: HttpRequest) -> HttpResponse:
    """Keep the search and show the list."""
    return stored_search.redirect_to(request, reverse("courses:provider_list"))


@page(roles=COUNTY, log=LogRule.NONE)
@require_safe
def provider_detail(request: HttpRequest, public_id) -> HttpResponse:
    """How to reach it, what it has with this county, and who leads it."""
    provider, today = _provider(request, public_id), clock.today()
    contracts = Contract.objects.visible_to(request.membership).filter(
        provider=provider, concept__county=request.membership.county_id
    )
    leads = provider.memberships.filter(role=Role.PROVIDER_LEAD).select_related("user")
    context = {
        "provider": provider,
        "title": provider.name,
        "facts": [
            (_("Organisasjonsnummer"), provider.organisation_number),
            (_("E-post"), provider.email or "–"),
            (_("Telefon"), provider.phone or "–"),
        ],
        "contracts": contracts.select_related("concept").order_by("-starts_on", "-pk"),
        "leads": [
            {"member": one, "now": one.user.is_active and (one.ends_on is None or one.ends_on >= today)}
            for one in leads.order_by("-starts_on", "-pk")
        ],
        "may_keep": actions.keeps_provider(request.membership, provider),
        "crumbs": _crumbs((provider.name, "")),
    }
    return render(request, "courses/people/provider.html", context)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def provider_new(request: HttpRequest) -> HttpResponse:
    """Register a provider."""
    return _form(request, None)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def provider_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Correct what is known of one."""
    return _form(request, _provider(request, public_id, keep=True))


def _form(request: HttpRequest, provider: Provider | None) -> HttpResponse:
    names = ("organisation_number", "name", "email", "phone")
    back = (
        reverse("courses:provider_detail", args=[provider.public_id]) if provider else reverse("courses:provider_list")
    )
    form = ProviderForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        initial={name: getattr(provider, name) for name in names} if provider else {},
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        work = lambda: actions.save_provider(by=request.membership, provider=provider, **data)  # noqa: E731
        url = perform(request, form, work, url=lambda saved: reverse("courses:provider_detail", args=[saved.public_id]))
        if url:
            messages.success(request, _("Leverandøren er lagret."))
            return redirect(url)
    title = _("Endre %(name)s") % {"name": provider.name} if provider else _("Ny kursleverandør")
    trail = [(provider.name, back), (_("Endre"), "")] if provider else [(title, "")]
    context = {"form": form, "title": title, "crumbs": _crumbs(*trail)}
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def provider_lead_new(request: HttpRequest, public_id) -> HttpResponse:
    """Somebody who leads the provider; she adds the others herself."""
    provider = _provider(request, public_id, keep=True)
    back = reverse("courses:provider_detail", args=[provider.public_id])
    form = ColleagueForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        roles=[Role.PROVIDER_LEAD],
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        work = lambda: users.add_colleague(by=request.membership, provider=provider, **data)  # noqa: E731
        if url := perform(request, form, work, url=lambda _made: back):
            messages.success(request, _("Kurslederen har fått tilgang."))
            return redirect(url)
    title = _("Legg til kursleder")
    context = {"form": form, "title": title, "crumbs": _crumbs((provider.name, back), (title, ""))}
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def provider_lead_end(request: HttpRequest, public_id, member_id) -> HttpResponse:
    """End a lead's membership; the only one stays."""
    provider = _provider(request, public_id, keep=True)
    member = get_object_or_404(
        provider.memberships.filter(role=Role.PROVIDER_LEAD).select_related("user", "provider"), public_id=member_id
    )
    back = reverse("courses:provider_detail", args=[provider.public_id])
    data = request.POST if request.method == "POST" else None
    form = KursForm(data, membership=request.membership, submit=_("Avslutt tilknytningen"), cancel_url=back)
    form.danger = True
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.end_member(membership=member, by=request.membership)  # noqa: E731
        if url := perform(request, form, work, url=lambda _ended: back):
            messages.success(request, _("Tilknytningen er avsluttet."))
            return redirect(url)
    context = {
        "form": form,
        "title": _("Avslutte tilknytningen til %(who)s?") % {"who": member.user},
        "text": _("%(who)s ser ikke lenger noe av kursene til %(name)s.") % {"who": member.user, "name": provider.name},
        "crumbs": _crumbs((provider.name, back), (_("Avslutt"), "")),
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))
