"""When to announce the next procurement (C2)."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amo import clock
from amo.models import Role
from amo.policy import LogRule, page
from courses import procurement_page
from courses.contract_facts import lead_times_for
from courses.forms.contracts import PlanForm
from courses.views.contracts import crumbs


@page(roles={Role.COUNTY_STAFF}, log=LogRule.NONE)
@require_safe
def contract_plan(request: HttpRequest) -> HttpResponse:
    """Dates counted back from the day the next contract shall start, by what earlier procurements took."""
    membership, today = request.membership, clock.today()
    form = PlanForm(request.GET if "start" in request.GET else None, membership=membership)
    times = lead_times_for(membership.county_id)
    found = None
    if form.is_bound and form.is_valid() and times:
        found = procurement_page.proposed(times, form.cleaned_data["start"], today)
    context = {
        "form": form,
        "learned": procurement_page.learned(times),
        "found": found,
        "new_url": _new_url(form, found) if found else "",
        "today": today,
        "crumbs": crumbs(None, _("Planlegg anskaffelse")),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "courses/contracts/plan.html", context, status=status)


def _new_url(form: PlanForm, found: dict) -> str:
    """The form for a new contract with these dates filled in."""
    proposal, concept = found["proposal"], form.cleaned_data["kurs"]
    query = {
        "kurs": concept.public_id if concept else "",
        "starts_on": proposal.starts_on,
        "announced_on": proposal.announce_by,
        "deadline_on": proposal.deadline_on,
        "awarded_on": proposal.award_by,
    }
    return f"{reverse('courses:contract_new')}?{urlencode(query)}"
