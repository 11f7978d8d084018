"""Search among occupations, for the combobox."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from amo import occupations
from amo.models.users import ALL_ROLES
from amo.policy import LogRule, page


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_safe
def occupation_search(request: HttpRequest) -> JsonResponse:
    """The best occupations for `q`: {items: [{value, also}], text}, where `text` is what is read aloud."""
    term = request.GET.get("q", "")[: occupations.MAX_TERM]
    items = [{"value": occupations.label(row), "also": row.also_known_as} for row in occupations.search(term)]
    if items:
        text = ngettext(
            "%(count)d yrke. Bruk pil ned for å velge.", "%(count)d yrker. Bruk pil ned for å velge.", len(items)
        )
        text %= {"count": len(items)}
    else:
        text = _("Ingen yrker passer. Prøv et annet ord.")
    return JsonResponse({"items": items, "text": text})
