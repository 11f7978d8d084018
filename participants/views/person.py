"""The person page: overview, and the frame (header, tabs, breadcrumbs) that all pages about a person share."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amo import clock, panels
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from participants import list_memory, overview
from participants.forms.conditions import start_day_form
from participants.models import Participant
from participants.views.lookups import may_finish, may_write, participant_or_404


def page_context(request: HttpRequest, participant: Participant, *, active: str = "", here: str = "") -> dict:
    """Header, tabs and breadcrumbs of a page about a person.

    active: key of the tab that is shown; here: the last breadcrumb when the page is no tab of its own.
    """
    membership = request.membership
    writes = may_write(membership, participant)
    url = reverse("participants:detail", args=[participant.public_id])
    crumbs = [(_("Brukere"), list_memory.address(request)), (participant.name, url if here else "")]
    return {
        "participant": participant,
        "person": overview.header(participant, overview.next_action(participant, membership, may_write=writes)),
        "tabs": _tabs(membership, participant, active),
        "crumbs": [*crumbs, (here, "")] if here else crumbs,
        "may_write": writes,
    }


def _tabs(membership, participant: Participant, active: str) -> list[dict]:
    def own(key, label, route):
        return {"key": key, "label": label, "url": reverse(route, args=[participant.public_id])}

    tabs = [
        own("overview", _("Oversikt"), "participants:detail"),
        own("mapping", _("Kartlegging"), "participants:mapping_history"),
        own("aim", _("Mål"), "participants:aim_history"),
    ]
    for panel in panels.collect("participant.tabs", membership, [participant.public_id])[participant.public_id]:
        tabs += panel.context["tabs"]
    if membership.is_office:
        tabs.append(own("history", _("Historikk"), "participants:history"))
    return [tab | {"active": tab["key"] == active} for tab in tabs]


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def detail(request: HttpRequest, public_id) -> HttpResponse:
    """Everything about one person that this role may see."""
    participant = participant_or_404(request, public_id)
    membership, today = request.membership, clock.today()
    context = page_context(request, participant, active="overview")
    start_day = start_day_form(request.GET)
    context |= overview.context(participant, membership, today, start_day.day)
    collected = panels.collect("participant.overview", membership, [participant.pk])[participant.pk]
    buttons = panels.collect("participant.buttons", membership, [participant.public_id])[participant.public_id]
    for task in context["tasks"]:
        task.may_finish = may_finish(membership, task, participant)
    context |= {
        "start_day_form": start_day,
        "panel_list": collected,
        "buttons": [button for panel in buttons for button in panel.context["buttons"]],
    }
    return render(request, "participants/detail.html", context)
