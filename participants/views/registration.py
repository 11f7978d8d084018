"""Registering a person, and changing what is registered."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from amo.forms import add_errors, page_status, perform
from amo.models import Membership
from amo.models.users import OFFICE_ROLES
from amo.policy import LogRule, page
from participants import actions
from participants.forms.people import EditForm, RegisterForm
from participants.models import JobseekerPeriod, Participant
from participants.views.lookups import participant_or_404, with_link
from participants.views.person import page_context


@page(roles=OFFICE_ROLES, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Register a person at the own office."""
    membership, back = request.membership, reverse("participants:list")
    form = RegisterForm(request.POST if request.method == "POST" else None, membership=membership, cancel_url=back)
    if request.method == "POST" and not form.is_valid() and "national_id" in form.cleaned_data:
        try:
            _told_where(lambda: actions.refuse_number(form.cleaned_data["national_id"], membership))
        except ValidationError as error:
            add_errors(form, error)
    elif request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: _register(membership, form),
            url=lambda person: reverse("participants:detail", args=[person.public_id]),
        )
        if url:
            messages.success(request, _("Brukeren er registrert. Neste steg er kartlegging."))
            return redirect(url)
    context = {"form": form, "title": _("Registrer bruker"), "back_url": back, "back_label": _("Brukere")}
    return render(request, "components/form_page.html", context, status=page_status(form))


def _register(membership: Membership, form: RegisterForm) -> Participant:
    values = form.cleaned_data_for_action()
    return _told_where(lambda: actions.register_participant(by=membership, office=membership.office, **values))


def _told_where(work: Callable[[], Any]) -> Any:
    """Do it; a person of the own office who is there already is refused with a link to her."""
    try:
        return work()
    except actions.AlreadyRegistered as error:
        if error.participant is None:
            raise
        url = reverse("participants:detail", args=[error.participant.public_id])
        raise with_link(error, "national_id", url, _("Åpne brukerens side")) from None


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change what is registered about a person, including her registration as a jobseeker."""
    participant = participant_or_404(request, public_id, write=True)
    here = reverse("participants:detail", args=[participant.public_id])
    form = EditForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=participant.version,
        initial=_initial(participant),
        cancel_url=here,
    )
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, lambda: _save(request, participant, form), url=lambda person: here)
        if url:
            messages.success(request, _("Opplysningene er lagret."))
            return redirect(url)
    context = page_context(request, participant, here=_("Rediger opplysninger"))
    context |= {"form": form, "title": _("Rediger opplysninger")}
    return render(request, "participants/form.html", context, status=page_status(form))


def _initial(participant: Participant) -> dict:
    initial = {name: getattr(participant, name) for name in actions.EDITABLE}
    period = JobseekerPeriod.objects.filter(participant=participant).order_by("-starts_on").first()
    if period:
        initial |= {"jobseeker_from": period.starts_on, "jobseeker_to": period.ends_on}
    return initial


def _save(request: HttpRequest, participant: Participant, form: EditForm) -> Participant:
    values = form.cleaned_data_for_action()
    starts_on, ends_on = values.pop("jobseeker_from"), values.pop("jobseeker_to")
    return actions.update_participant(
        participant=participant,
        by=request.membership,
        expected_version=values.pop("version"),
        jobseeker=(starts_on, ends_on) if starts_on else None,
        **values,
    )
