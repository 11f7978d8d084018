"""Requests for one participant: put, answered, withdrawn, taken back, consent (L2)."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from amo import accesslog, clock
from amo.forms import page_status, perform
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from courses.views.enrolments import enrolment_or_404
from participants.models import Participant
from placements.actions import requests as actions
from placements.forms.requests import AnswerForm, RequestForm
from placements.models import PlacementRequest
from placements.requests import with_queue_place
from placements.views.asking import ask_first

METHODS = ["GET", "HEAD", "POST"]
Status = PlacementRequest.Status


def request_or_404(request: HttpRequest, public_id, message: str) -> PlacementRequest:
    """A request in scope, with its person, employer and class; logs the access. 403 for a protected person."""
    rows = PlacementRequest.objects.visible_to(request.membership).select_related(
        "participant", "employer", "enrolment__intake__contract__concept"
    )
    row = get_object_or_404(with_queue_place(rows), public_id=public_id)
    if not Participant.objects.openable_by(request.membership).filter(pk=row.participant_id).exists():
        raise PermissionDenied
    person = row.participant
    accesslog.record(request, subject=person.public_id, message=message, protected=person.is_protected)
    return row


def outcome_text(row: PlacementRequest) -> str:
    """What became of a request that was just written: asked, or where in the queue."""
    if row.status == Status.ASKED:
        return _("%(name)s er spurt.") % {"name": row.employer.name}
    place = with_queue_place(PlacementRequest.objects.filter(pk=row.pk)).get().queue_place
    return _("Forespørselen står som nummer %(place)d i køen hos %(name)s. Du får beskjed når det blir ledig.") % {
        "place": place,
        "name": row.employer.name,
    }


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def request_new(request: HttpRequest, enrolment_id) -> HttpResponse:
    """Ask an employer for one participant, or stand in the queue."""
    enrolment = enrolment_or_404(request, enrolment_id, write=True)
    back = enrolment.get_absolute_url()
    form = RequestForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        cancel_url=back,
        protected=enrolment.participant.is_protected,
    )
    if request.method == "POST" and form.is_valid():
        made = []

        def work():
            made.append(
                actions.put_request(enrolment=enrolment, by=request.membership, **form.cleaned_data_for_action())
            )
            return enrolment

        url = perform(request, form, work)
        if url:
            messages.success(request, outcome_text(made[0]) if made else _("Forespørselen er lagret."))
            return redirect(url)
    context = {
        "title": _("Ny forespørsel"),
        "lead": _("For %(name)s, %(course)s.")
        % {"name": enrolment.participant.name, "course": enrolment.intake.concept.title},
        "form": form,
        "back_url": back,
        "back_label": enrolment.participant.name,
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def request_answer(request: HttpRequest, public_id) -> HttpResponse:
    """Write the employer's answer."""
    row = request_or_404(request, public_id, _("Svar på forespørsel"))
    if request.method != "POST" and row.status != Status.ASKED:
        raise PermissionDenied(_("Forespørselen venter ikke på svar."))
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        about=row.employer,
        version=row.version,
        initial={"answered_on": clock.today(), "note": row.note},
        cancel_url=row.enrolment.get_absolute_url(),
    )
    title = _("Svar fra %(employer)s") % {"employer": row.employer.name}
    lead = row.participant.name
    if row.asked_on:
        lead = _("%(name)s, spurt %(day)s.") % {"name": row.participant.name, "day": date_format(row.asked_on)}
    work = lambda: actions.answer_request(  # noqa: E731
        request=row, by=request.membership, **form.cleaned_data_for_action()
    )
    return _done_or_again(request, row, form, work, title=title, lead=lead, done=_("Svaret er lagret."))


def _done_or_again(
    request: HttpRequest, row: PlacementRequest, form, work: Callable, *, title: str, lead: str, done: str
) -> HttpResponse:
    """Do it and go back to the participation, or show the form with what is wrong."""
    back = row.enrolment.get_absolute_url()
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, work, url=lambda _row: back)
        if url:
            messages.success(request, done)
            return redirect(url)
    context = {"title": title, "lead": lead, "form": form, "back_url": back, "back_label": row.participant.name}
    return render(request, "components/form_page.html", context, status=page_status(form))


def _ask(request: HttpRequest, row: PlacementRequest, action: Callable, *, done: str, fields=None, **words):
    """Ask before something is done with one request."""

    def work(form):
        version = form.cleaned_data["version"]
        return action(request=row, by=request.membership, version=version, **(fields or {}))

    back = row.enrolment.get_absolute_url(), row.participant.name
    return ask_first(request, work, back=back, done=lambda _row: done, version=row.version, **words)


def _words(row: PlacementRequest) -> dict[str, str]:
    return {"name": row.participant.name, "employer": row.employer.name}


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def request_withdraw(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, then withdraw an open request."""
    row = request_or_404(request, public_id, _("Trekk forespørsel"))
    return _ask(
        request,
        row,
        actions.withdraw_request,
        title=_("Trekk forespørselen"),
        lead=_("%(name)s spør ikke lenger hos %(employer)s. Den neste i køen får plassen.") % _words(row),
        done=_("Forespørselen er trukket."),
        submit=_("Trekk forespørselen"),
    )


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def request_undo(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, then take an answer or a withdrawal back: the same day only."""
    row = request_or_404(request, public_id, _("Angre svar på forespørsel"))
    return _ask(
        request,
        row,
        actions.undo_answer,
        title=_("Angre svaret"),
        lead=_(
            "%(name)s er spurt hos %(employer)s igjen. Har den neste i køen fått plassen imens, står forespørselen "
            "først i køen."
        )
        % _words(row),
        done=_("Svaret er angret."),
        submit=_("Angre svaret"),
    )


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def request_consent(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, then log the consent to share first name and phone with this employer, or that it is withdrawn."""
    row = request_or_404(request, public_id, _("Samtykke til å dele navn og telefon"))
    if row.participant.is_protected:
        raise PermissionDenied(_("Navn og telefon til en beskyttet person deles ikke."))
    if row.consented_on:
        title, submit = _("Trekk samtykket"), _("Trekk samtykket")
        lead = _(
            "%(name)s vil ikke lenger at %(employer)s får fornavn og telefon. De forsvinner fra siden med en gang."
        )
        done = _("Samtykket er trukket.")
    else:
        title, submit = _("Samtykke til å dele navn og telefon"), _("Samtykker")
        lead = _(
            "%(name)s samtykker i at %(employer)s får fornavn og telefonnummer. Samtykket kan trekkes når som helst."
        )
        done = _("Samtykket er lagret.")
    return _ask(
        request, row, actions.set_consent, title=title, lead=lead % _words(row), done=done, submit=submit,
        fields={"consents": row.consented_on is None},
    )  # fmt: skip
