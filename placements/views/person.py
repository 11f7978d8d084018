"""The placements' own page about a person, for NAV (L3, L5)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from participants.views.lookups import participant_or_404
from participants.views.person import page_context
from placements.models import Placement
from placements.reasons import end_reason


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def person_placements(request: HttpRequest, participant_id) -> HttpResponse:
    """Every placement she has had, newest first, with its visits."""
    participant = participant_or_404(request, participant_id)
    placements = Placement.objects.visible_to(request.membership).filter(participant=participant)
    context = page_context(request, participant, active="placements", here=_("Praksis"))
    placements = placements.select_related("employer").prefetch_related("visits__logged_by__user")
    context["rows"] = [{"placement": row, "end_reason": end_reason(row, request.membership)} for row in placements]
    return render(request, "placements/person_placements.html", context)
