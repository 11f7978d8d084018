"""Bokmål or nynorsk."""

from django.core.exceptions import ValidationError
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from amo.actions import users
from amo.policy import signed_in_page
from amo.redirects import redirect_next


@signed_in_page
@require_http_methods(["GET", "HEAD", "POST"])
def language(request):
    """Keep the choice on the user, so that it follows her to the next machine. Asked for as a page: the start page."""
    if request.method != "POST":
        return redirect("amo:start")
    try:
        users.set_language(user=request.user, language=request.POST.get("language", ""))
    except ValidationError as error:
        return HttpResponseBadRequest(error.messages[0])
    return redirect_next(request)
