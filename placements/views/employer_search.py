"""Search among employers, for the combobox."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from amo import clock
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from placements import employer_search
from placements.models import Employer
from placements.slots import with_places


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_safe
def search(request: HttpRequest) -> JsonResponse:
    """The best employers for `q`: {items: [{value, also}], text}, where `text` is what is read aloud."""
    employers = Employer.objects.visible_to(request.membership).living().filter(paused_on=None)
    found = employer_search.search(with_places(employers, clock.today()), request.GET.get("q", ""))
    items = [{"value": employer_search.label(row), "also": _free(row)} for row in found]
    if items:
        text = ngettext(
            "%(count)d arbeidsgiver. Bruk pil ned for å velge.",
            "%(count)d arbeidsgivere. Bruk pil ned for å velge.",
            len(items),
        ) % {"count": len(items)}
    else:
        text = _("Ingen arbeidsgivere passer. Prøv en annen del av navnet.")
    return JsonResponse({"items": items, "text": text})


def _free(employer: Employer) -> str:
    """How many of its places are free today."""
    return _("%(free)d av %(slots)d ledige i dag") % {"free": employer.free_slots, "slots": employer.agreed_slots}
