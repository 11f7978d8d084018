"""What she has been told about courses: log it, and read everything that was logged (P5)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo.models.users import NAV_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from participants import actions, information
from participants.forms.information import InformForm
from participants.models import InformationGiven
from participants.views.facts import bound, fact_page
from participants.views.lookups import participant_or_404
from participants.views.person import page_context


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def inform(request: HttpRequest, public_id) -> HttpResponse:
    """Log that she was told about courses (P5). `?kurs=<name>` fills in the course."""
    participant = participant_or_404(request, public_id, write=True)
    initial = {
        "language": participant.interpreter_language,
        "with_interpreter": bool(participant.interpreter_language),
        "subject": request.GET.get("kurs", "").replace("\x00", "")[:150],
    }
    if initial["subject"]:
        initial["kind"] = InformationGiven.Kind.COURSE
    return fact_page(
        request,
        participant,
        bound(request, InformForm, initial=initial),
        lambda values: actions.give_information(participant=participant, by=request.membership, **values),
        title=_("Informert om kurs"),
        done=_("Informasjonen er loggført."),
        template="participants/inform.html",
    )


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def information_list(request: HttpRequest, public_id) -> HttpResponse:
    """Everything she has been told about courses, newest first."""
    participant = participant_or_404(request, public_id)
    context = page_context(request, participant, here=_("Informasjon gitt"))
    context["rows"] = [information.row(given) for given in information.told(participant, request.membership)]
    context["inform_url"] = reverse("participants:inform", args=[participant.public_id])
    return render(request, "participants/information_list.html", context)
