"""Drafts: saved while a form is written, thrown away on request."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amo import drafts
from amo.models.users import ALL_ROLES
from amo.policy import LogRule, page
from amo.redirects import redirect_next


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_POST
def draft_save(request, form_key, object_key):
    """Answer to htmx with the line that stands below the form."""
    key = _object_key(object_key)
    try:
        draft = drafts.save(request.membership, form_key[:80], key, request.POST)
    except drafts.TooLarge:
        return HttpResponse(_("Kladden er for lang til å lagres underveis."), status=422)
    if draft is None:
        return HttpResponse("")
    return HttpResponse(_("Kladd lagret kl. %(time)s") % {"time": date_format(localtime(draft.updated_at), "H.i")})


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_POST
def draft_discard(request, form_key, object_key):
    """Throw the draft away and show the form empty."""
    drafts.discard(request.membership, form_key[:80], _object_key(object_key))
    messages.info(request, _("Kladden er forkastet."))
    return redirect_next(request)


def _object_key(text: str) -> str:
    """ "-" stands in the address for a form without an object."""
    return "" if text == "-" else text[:80]
