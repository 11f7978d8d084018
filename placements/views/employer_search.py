"""Search among employers, for the combobox."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from amo.models import Membership
from amo.models.users import CASE_ROLES
from amo.policy import LogRule, page
from placements import employer_search
from placements.engines.hires import HireRecord
from placements.hires import hire_records
from placements.models import Employer
from placements.requests import with_requests


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_safe
def search(request: HttpRequest) -> JsonResponse:
    """The best employers for `q`: {items: [{value, also}], text}, where `text` is what is read aloud.

    `alle`: those that take nobody now too. Two queries.
    """
    employers = Employer.objects.visible_to(request.membership).living()
    if not request.GET.get("alle"):
        employers = employers.filter(paused_on=None)
    found = employer_search.search(with_requests(employers), request.GET.get("q", ""))
    records = hire_records(found, request.membership)
    items = [
        {"value": employer_search.label(row), "also": _also(row, records[row.pk], request.membership)} for row in found
    ]
    if items:
        text = ngettext(
            "%(count)d arbeidsgiver. Bruk pil ned for å velge.",
            "%(count)d arbeidsgivere. Bruk pil ned for å velge.",
            len(items),
        ) % {"count": len(items)}
    else:
        text = _("Ingen arbeidsgivere passer. Prøv en annen del av navnet.")
    return JsonResponse({"items": items, "text": text})


def _also(employer: Employer, record: HireRecord, membership: Membership) -> str:
    """What there is to know before it is chosen: places, and to a provider who asks there and what came of it before."""
    if employer.paused_on:
        return _("tar ikke imot nå")
    parts = [_("%(free)d av %(slots)d ledige i dag") % {"free": employer.free_slots, "slots": employer.agreed_slots}]
    if membership.is_provider:
        if employer.asked_count:
            parts.append(_("%(count)d spurt") % {"count": employer.asked_count})
        if employer.queued_count:
            parts.append(_("%(count)d i kø") % {"count": employer.queued_count})
        if employer.channel == Employer.Channel.THROUGH_PROVIDER:
            parts.append(_("bare gjennom kursleverandøren"))
    if record.warns:
        parts.append(_("spør om ansettelse først"))
    return ", ".join(parts)
