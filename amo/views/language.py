"""Bokmål or nynorsk."""

from django.core.exceptions import ValidationError
from django.http import HttpResponseBadRequest
from django.views.decorators.http import require_POST

from amo.actions import users
from amo.policy import signed_in_page
from amo.redirects import redirect_next


@signed_in_page
@require_POST
def language(request):
    """Keep the choice on the user, so that it follows her to the next machine."""
    try:
        users.set_language(user=request.user, language=request.POST.get("language", ""))
    except ValidationError as error:
        return HttpResponseBadRequest(error.messages[0])
    return redirect_next(request)
