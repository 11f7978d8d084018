"""The list of contracts (C2): period, places, what must be decided soon."""

import datetime as dt

from django.db.models import Min, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.lists import Column, Empty, Facet, ListPage, QuickFilter
from amo.models import County
from amo.templatetags.aksel import status_tag
from courses.contract_facts import expiring, places_of, with_successor
from courses.models import Contract, ContractOption

STATUS_COLORS = {
    Contract.Status.DRAFT: "draft",
    Contract.Status.ACTIVE: "active",
    Contract.Status.ENDED: "completed",
    Contract.Status.CANCELLED: "cancelled",
}
OPTION_SOON = dt.timedelta(days=60)
"""How long before its last day an option stands out."""


def status_of(contract: Contract):
    """The contract's status as a tag, one colour per status."""
    return status_tag(contract.get_status_display(), STATUS_COLORS[contract.status])


def _counties(listpage):
    return [(pk, name) for pk, name in County.objects.visible_to(listpage.membership).values_list("pk", "name")]


def _option_soon(page) -> Q:
    """An option that must be decided within two months."""
    soon = ContractOption.objects.filter(
        status=ContractOption.Status.OPEN, use_by__gte=page.today, use_by__lte=page.today + OPTION_SOON
    )
    return Q(pk__in=soon.values("contract"), status=Contract.Status.ACTIVE)


class ContractList(ListPage):
    """Every county's contracts for NAV; a provider lead's own, without what belongs to the tender."""

    key = "contracts"
    title = _("Avtaler")
    noun = (_("avtale"), _("avtaler"))
    template = "courses/contracts/list.html"
    # In force first, the one that ends first on top.
    default_sort = "status"
    logs_people = False
    search_url_name = "courses:contract_search"
    search_label = _("Søk på avtalenummer, kurs eller leverandør")
    column_list = [
        Column("course", _("Kurs"), "concept.title", sort="concept__title_sort"),
        Column("number", _("Avtalenummer"), "number", sort="number"),
        Column("provider", _("Leverandør"), "provider.name", sort="provider__name_sort"),
        Column("status", _("Status"), status_of, export="get_status_display", sort=("status", "ends_on")),
        Column("starts", _("Fra"), "starts_on", sort="starts_on", visible=False),
        Column("ends", _("Til"), "ends_on", sort="ends_on"),
        Column("bought", _("Kjøpte plasser"), lambda c: c.places.bought or None, sort="places_bought", align="right"),
        Column("used", _("Avropt"), lambda c: c.places.used, align="right"),
        Column("left", _("Igjen"), lambda c: c.places.left, align="right"),
        Column("option", _("Neste opsjon innen"), "option_by", sort="option_by"),
        Column("county", _("Fylke"), "concept.county.name", sort="concept__county__name", visible=False),
    ]
    quick_list = [
        QuickFilter("active", _("Aktive"), Q(status=Contract.Status.ACTIVE)),
        QuickFilter("expiring", _("Går ut uten ny avtale"), lambda page: expiring(page.today)),
        QuickFilter("option", _("Opsjon må avgjøres"), _option_soon),
        QuickFilter("draft", _("Anskaffelse pågår"), Q(status=Contract.Status.DRAFT)),
    ]
    facet_list = [
        Facet("status", _("Status"), field="status", choices=Contract.Status.choices),
        Facet("fylke", _("Fylke"), field="concept__county", choices=_counties),
        Facet("leverandor", _("Leverandør"), field="provider", label_field="provider__name"),
    ]
    nothing_there = Empty(_("Ingen avtaler ennå"), _("Avtaler med kursleverandører vises her når de er lagt inn."))

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        still_open = ContractOption.objects.filter(contract=OuterRef("pk"), status=ContractOption.Status.OPEN)
        first = still_open.order_by().values("contract").annotate(first=Min("use_by")).values("first")
        self.base = with_successor(queryset).annotate(option_by=Subquery(first))
        if self.membership.is_provider:
            # A provider has no tenders to follow, and one county is as good as another.
            self.quick_list = [quick for quick in self.quick_list if quick.code == "active"]
            self.facet_list = [facet for facet in self.facet_list if facet.name == "status"]
        elif self.membership.home_county_id:
            own = QuickFilter("own", _("Mitt fylke"), Q(concept__county=self.membership.home_county_id))
            self.quick_list = [own, *self.quick_list]

    def search(self, queryset, term):
        found = Q(number__icontains=term) | Q(concept__title__icontains=term) | Q(provider__name__icontains=term)
        return queryset.filter(found)

    def row_url(self, obj):
        return reverse("courses:contract_detail", args=[obj.public_id])

    def prepare(self, objects):
        places = places_of(objects)
        for contract in objects:
            contract.places = places[contract.pk]
