"""What employers ask for (C4), and labour demand with saturation (C5)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amo import clock
from amo.models import County, Role
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from courses import concept_page
from courses.demand_import import LabourDemandImporter
from courses.words_base import Names


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def hiring_list(request: HttpRequest) -> HttpResponse:
    """Hiring requirements of the own county and those that hold everywhere, in words."""
    county = request.membership.home_county_id
    context = {
        "groups": concept_page.hiring_groups(Names.load(), clock.today(), county_ids=[county]),
        "crumbs": [(_("Kurs"), reverse("courses:concept_list")), (_("Krav til ansettelse"), "")],
    }
    return render(request, "courses/hiring_list.html", context)


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def demand_list(request: HttpRequest) -> HttpResponse:
    """Openings, unemployed and trained per occupation in a county (`?fylke=<number>`, own by default)."""
    membership = request.membership
    counties = list(County.objects.visible_to(membership))
    wanted = request.GET.get("fylke", "")
    county = next((c for c in counties if c.number == wanted), None)
    county = county or next(c for c in counties if c.pk == membership.home_county_id)
    importer = ""
    if membership.role == Role.COUNTY_STAFF:
        importer = reverse("amo:import_new", args=[LabourDemandImporter.kind])
    context = {
        "county": county,
        "counties": counties,
        "table": concept_page.demand_table(clock.today(), county_id=county.pk),
        "import_url": importer,
        "crumbs": [(_("Kurs"), reverse("courses:concept_list")), (_("Etterspørsel etter arbeidskraft"), "")],
    }
    return render(request, "courses/demand_list.html", context)
