"""Labour demand with saturation, per county and occupation (C5)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from amo import clock, files, stored_search
from amo.models import County, Membership, Role
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from courses import demand_page
from courses.demand_import import LabourDemandImporter


def _county(membership: Membership, number: str) -> County:
    """The county of that number, 404 when there is none."""
    return get_object_or_404(County.objects.visible_to(membership), number=number)


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def demand_list(request: HttpRequest) -> HttpResponse:
    """The own county; `?fylke=<number>` leads to the page of the one that is chosen."""
    membership = request.membership
    if chosen := request.GET.get("fylke"):
        found = County.objects.visible_to(membership).filter(number=chosen[:2].replace("\x00", "")).first()
        if found:
            return redirect("courses:demand_county", found.number)
    return _county_page(request, get_object_or_404(County, pk=membership.home_county_id))


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def demand_county(request: HttpRequest, number: str) -> HttpResponse:
    """The occupations of a county with openings, unemployed, trained and saturation; trend by month."""
    return _county_page(request, _county(request.membership, number))


def _county_page(request: HttpRequest, county: County) -> HttpResponse:
    membership, today = request.membership, clock.today()
    may_import = membership.role == Role.COUNTY_STAFF
    months = demand_page.Months.of(county, today)
    context = {
        "county": county,
        "counties": County.objects.visible_to(membership).order_by("name"),
        "updated": demand_page.updated(county, today),
        "multiples": demand_page.multiples(county, today, months),
        "months": months.names,
        "import_url": reverse("amo:import_new", args=[LabourDemandImporter.kind]) if may_import else "",
        "subtitle": county.name,
        "crumbs": [(_("Kurs"), reverse("courses:concept_list")), (_("Etterspørsel etter arbeidskraft"), "")],
    }
    return demand_page.DemandList(request, county).response(context)


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_POST
def demand_search(request: HttpRequest, number: str) -> HttpResponse:
    """Keep the search term and show what it finds."""
    county = _county(request.membership, number)
    return stored_search.redirect_to(request, reverse("courses:demand_county", args=[county.number]))


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def demand_detail(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """One occupation in a county: the numbers behind its saturation, month by month."""
    membership, today = request.membership, clock.today()
    county = _county(membership, number)
    occupation = get_object_or_404(demand_page.with_market(county, today), code=code)
    context = demand_page.detail(occupation, county, membership, today)
    context |= {
        "county": county,
        "occupation": occupation,
        "crumbs": [
            (_("Kurs"), reverse("courses:concept_list")),
            (_("Etterspørsel etter arbeidskraft"), reverse("courses:demand_county", args=[county.number])),
            (occupation.title, ""),
        ],
    }
    return render(request, "courses/demand_detail.html", context)


@page(roles={Role.COUNTY_STAFF}, log=LogRule.NONE)
@require_safe
def demand_template(request: HttpRequest) -> HttpResponse:
    """The CSV file to fill in, with the occupations that the county's courses lead to."""
    county = request.membership.county
    content = demand_page.template_csv(county, clock.today())
    return files.attachment(f"etterspoersel-{county.number}.csv", content, files.CSV)
