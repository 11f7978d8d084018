"""Everything that has happened to a person, narrowed by what it is about."""

from collections import Counter

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from participants import events
from participants.views.lookups import participant_or_404
from participants.views.person import page_context

PAGE_SIZE = 25


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def event_list(request: HttpRequest, public_id) -> HttpResponse:
    """The feed, newest first. `hva` narrows it to one kind; an unknown one shows everything."""
    participant = participant_or_404(request, public_id)
    happened = events.feed(participant, request.membership)
    counts = Counter(event.kind for event in happened)
    chosen = next((kind for kind in counts if kind.value == request.GET.get("hva")), None)
    shown = [event for event in happened if chosen is None or event.kind == chosen]
    pages = Paginator([event.as_timeline() for event in shown], PAGE_SIZE)
    query = {"hva": chosen.value} if chosen else {}
    chips = [{"label": _("Alt"), "count": len(happened), "url": "?", "selected": chosen is None}]
    chips += [
        {"label": kind.label, "count": counts[kind], "url": f"?hva={kind.value}", "selected": kind == chosen}
        for kind in events.Kind
        if counts[kind]
    ]
    context = page_context(request, participant, active="overview", here=_("Alle hendelser"))
    context |= {
        "chips": chips,
        "page": pages.get_page(request.GET.get("page")),
        "page_urls": {number: f"?{urlencode(query | {'page': number})}" for number in pages.page_range},
    }
    return render(request, "participants/event_list.html", context)
