"""Placements that nobody has come to (L5): for the provider who must, and for county staff who see it."""

from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from amo import clock
from amo.list_parts import Column, Empty, Facet, QuickFilter
from amo.lists import ListPage
from amo.models.users import PROVIDER_ROLES, Role
from amo.policy import LogRule, page
from amo.templatetags.aksel import status_tag
from placements.models import Placement
from placements.overdue import visits_owed
from placements.protection import unprotected
from placements.views.placements import placement_url

RUNNING = Q(status=Placement.Status.RUNNING)
# Those that can still be visited stand first.
ENDED = Case(When(RUNNING, then=Value(0)), default=Value(1))


def what_is_missing(placement: Placement) -> str:
    """ "Må besøkes" while somebody can still go there, otherwise that it ended without a visit."""
    if placement.status == Placement.Status.RUNNING:
        return _("Må besøkes")
    return _("Sluttet uten besøk")


def _tag(placement: Placement):
    running = placement.status == Placement.Status.RUNNING
    return status_tag(what_is_missing(placement), "warning" if running else "danger")


class MissingVisits(ListPage):
    """Placements that should have been visited by now, and those that ended without anybody having been there."""

    key = "missing_visits"
    title = gettext_lazy("Besøk som mangler")
    noun = (gettext_lazy("praksisplass"), gettext_lazy("praksisplasser"))
    default_sort = "missing"
    column_list = [
        Column("name", gettext_lazy("Deltaker"), value="participant.list_name", sort="participant__name_sort"),
        Column("employer", gettext_lazy("Arbeidsgiver"), value="employer.name", sort="employer__name_sort"),
        Column("due", gettext_lazy("Skulle vært besøkt"), value="visit_due_on", sort="visit_due_on"),
        Column(
            "missing", gettext_lazy("Hva mangler"), value=_tag, export=what_is_missing, sort=(ENDED, "visit_due_on")
        ),
        Column("starts_on", gettext_lazy("Praksis fra"), sort="starts_on"),
        Column("ends_on", gettext_lazy("Praksis til"), sort="ends_on", visible=False),
        Column("course", gettext_lazy("Kurs"), value="enrolment.intake.code", sort="enrolment__intake__code"),
    ]
    quick_list = [
        QuickFilter("running", gettext_lazy("Må besøkes"), RUNNING),
        QuickFilter("ended", gettext_lazy("Sluttet uten besøk"), ~RUNNING),
    ]
    nothing_there = Empty(gettext_lazy("Ingen besøk mangler"), gettext_lazy("Alle i praksis har fått besøk i tide."))

    def row_url(self, obj):
        if self.membership.is_provider and obj.status == Placement.Status.RUNNING:
            return reverse("placements:visit_log", args=[obj.public_id])
        return placement_url(obj)


class MissingVisitsOfCounty(MissingVisits):
    """As county staff see it: how many each provider has, and then which."""

    key = "missing_visits_county"
    column_list = [
        *MissingVisits.column_list,
        Column(
            "provider",
            gettext_lazy("Kursleverandør"),
            value="enrolment.intake.contract.provider.name",
            sort="enrolment__intake__contract__provider__name",
        ),
    ]
    facet_list = [
        Facet(
            "provider",
            gettext_lazy("Kursleverandør"),
            field="enrolment__intake__contract__provider__organisation_number",
            label_field="enrolment__intake__contract__provider__name",
        )
    ]


@page(roles=PROVIDER_ROLES | {Role.COUNTY_STAFF}, log=LogRule.LIST)
@require_GET
def missing_visit_list(request):
    """Placements without the visit they should have had; protected persons are left out."""
    found = visits_owed(unprotected(Placement.objects.visible_to(request.membership)), clock.today())
    shown = MissingVisits if request.membership.is_provider else MissingVisitsOfCounty
    related = ("participant", "employer", "enrolment__intake__contract__provider")
    return shown(request, found.select_related(*related)).response()
