"""How it went for one person, course by course (R1, R9)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from participants.views.lookups import participant_or_404
from participants.views.person import page_context
from reporting import panels


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def person_results(request: HttpRequest, participant_id) -> HttpResponse:
    """What was measured after each of her courses, newest first."""
    participant = participant_or_404(request, participant_id)
    found = panels.for_participants(request.membership, [participant.pk])
    context = page_context(request, participant, active="results", here=_("Slik gikk det"))
    context["courses"] = found.get(participant.pk, {}).get("courses", [])
    return render(request, "reporting/person_results.html", context)
