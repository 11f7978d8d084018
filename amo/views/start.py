"""The start page: what needs you today, gathered from every app (panel slot `start`)."""

from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from amo import panels
from amo.models.users import ALL_ROLES
from amo.policy import LogRule, page


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_http_methods(["GET"])
def start(request):
    """Boxes with counts and deadlines; no names."""
    membership = request.membership
    found = panels.collect("start", membership, [membership.pk])[membership.pk]
    boxes = [panel.context for panel in found if panel.context.get("items")]
    return render(request, "amo/start.html", {"boxes": boxes})
