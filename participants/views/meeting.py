"""The meeting: one printable page before it, one small form after it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from amo import clock
from amo.forms import page_status, perform
from amo.models.users import OFFICE_ROLES
from amo.policy import LogRule, page
from participants import actions, meeting
from participants.forms.meeting import MeetingForm
from participants.views.lookups import may_write, participant_or_404
from participants.views.person import page_context


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def prepare_meeting(request: HttpRequest, public_id) -> HttpResponse:
    """What to know before the meeting; POST logs that it took place. A colleague reads only."""
    posted = request.method == "POST"
    participant = participant_or_404(request, public_id, write=posted)
    membership, form = request.membership, None
    if may_write(membership, participant):
        form = MeetingForm(request.POST if posted else None, membership=membership)
        form.autosave("meeting", str(participant.public_id))
    if posted and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.log_meeting(participant=participant, by=membership, **form.cleaned_data_for_action()),
            url=lambda result: reverse("participants:detail", args=[participant.public_id]),
        )
        if url:
            messages.success(request, _("Møtet er lagret."))
            return redirect(url)
    context = page_context(request, participant, here=_("Forbered møtet"))
    context |= meeting.context(participant, membership, clock.today()) | {"form": form, "today": clock.today()}
    return render(request, "participants/meeting.html", context, status=page_status(form) if form else 200)
