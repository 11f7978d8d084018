"""Change history of a person's file, and the print-out she can ask for (06-access, "Log")."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amo import clock
from amo.models.users import OFFICE_ROLES
from amo.policy import LogRule, page
from participants import changes, innsyn
from participants.forms.history import HistoryFilter
from participants.views.lookups import log_details, participant_or_404, visible_participant
from participants.views.person import page_context

PAGE_SIZE = 15


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_safe
def history(request: HttpRequest, public_id) -> HttpResponse:
    """Who changed what, when: newest first. `slag` narrows it to one kind of record, `av` to one person's changes."""
    participant = participant_or_404(request, public_id)
    narrowed = HistoryFilter(request.GET, changes.events_about(participant))
    pages = Paginator(narrowed.shown(), PAGE_SIZE)
    shown = pages.get_page(request.GET.get("page"))
    context = page_context(request, participant, active="history")
    context |= {
        "filter_form": narrowed,
        "chosen": narrowed.chosen,
        "page": shown,
        "page_urls": {number: f"?{urlencode(narrowed.chosen | {'page': number})}" for number in pages.page_range},
        "events": changes.readable(shown.object_list),
    }
    return render(request, "participants/history.html", context)


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_safe
def printout(request: HttpRequest, public_id) -> HttpResponse:
    """Everything stored about her, and who has looked."""
    participant = visible_participant(request, public_id)
    log_details(request, participant, message=_("Innsyn skrevet ut"))
    context = page_context(request, participant, here=_("Innsyn"))
    context |= {
        "sections": innsyn.sections(participant),
        "lookups": innsyn.who_has_looked(participant),
        "made_at": clock.now(),
    }
    return render(request, "participants/innsyn.html", context)
