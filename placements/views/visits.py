"""Visits: planned, logged on a phone, and those that are missing (L5)."""

import datetime as dt

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from amo import clock
from amo.forms import page_status, perform
from amo.list_parts import Column, Empty
from amo.lists import ListPage
from amo.models.users import PROVIDER_ROLES, Role
from amo.policy import LogRule, page
from placements.actions import visits as actions
from placements.forms.visits import PlanVisitForm, VisitForm
from placements.models import Placement
from placements.overdue import missing_visits
from placements.views.lookups import placement_or_404
from placements.views.placements import placement_url


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def visit_log(request, placement_id):
    """Log a visit, on a phone: it takes the place of the planned one that is due."""
    placement = placement_or_404(request, placement_id, _("Besøk"))
    form = VisitForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        placement=placement,
        cancel_url=placement_url(placement),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.log_visit(placement=placement, by=request.membership, **form.cleaned_data_for_action()),
            url=lambda _visit: placement_url(placement),
        )
        if url:
            submission = form.cleaned_data["submission"]
            messages.success(request, _("Besøket er lagret."), extra_tags=f"saved-{submission}")
            return redirect(url)
    context = {
        "title": _("Logg besøk"),
        "placement": placement,
        "form": form,
        "back_url": placement_url(placement),
        "back_label": _("Praksisplassen"),
    }
    return render(request, "placements/visit_form.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def visit_plan(request, placement_id):
    """Plan a visit within the placement's days."""
    placement = placement_or_404(request, placement_id, _("Planlegg besøk"))
    in_a_week = clock.today() + dt.timedelta(days=7)
    form = PlanVisitForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        initial={"planned_for": min(max(in_a_week, placement.starts_on), placement.ends_on)},
        cancel_url=placement_url(placement),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.plan_visit(placement=placement, by=request.membership, **form.cleaned_data_for_action()),
            url=lambda _visit: placement_url(placement),
        )
        if url:
            messages.success(request, _("Besøket er planlagt."))
            return redirect(url)
    context = {
        "title": _("Planlegg besøk"),
        "lead": _("%(name)s hos %(employer)s.")
        % {"name": placement.participant.name, "employer": placement.employer.name},
        "form": form,
        "back_url": placement_url(placement),
        "back_label": _("Praksisplassen"),
    }
    return render(request, "placements/placement_form.html", context, status=page_status(form))


class MissingVisits(ListPage):
    """Placements that should have been visited by now."""

    key = "missing_visits"
    title = gettext_lazy("Besøk som mangler")
    noun = (gettext_lazy("praksisplass"), gettext_lazy("praksisplasser"))
    default_sort = "due"
    column_list = [
        Column("name", gettext_lazy("Deltaker"), value="participant.list_name", sort="participant__name_sort"),
        Column("employer", gettext_lazy("Arbeidsgiver"), value="employer.name", sort="employer__name_sort"),
        Column("due", gettext_lazy("Skulle vært besøkt"), value="visit_due_on", sort="visit_due_on"),
        Column("starts_on", gettext_lazy("Praksis fra"), sort="starts_on"),
    ]
    nothing_there = Empty(gettext_lazy("Ingen besøk mangler"), gettext_lazy("Alle i praksis har fått besøk i tide."))

    def row_url(self, obj):
        if self.membership.is_provider:
            return reverse("placements:visit_log", args=[obj.public_id])
        return placement_url(obj)


@page(roles=PROVIDER_ROLES | {Role.COUNTY_STAFF}, log=LogRule.LIST)
@require_GET
def missing_visit_list(request):
    """Placements that should have been visited by now; protected persons are left out."""
    found = missing_visits(Placement.objects.visible_to(request.membership), clock.today())
    found = found.filter(participant__address_protection="", participant__is_shielded=False)
    return MissingVisits(request, found.select_related("participant", "employer")).response()
