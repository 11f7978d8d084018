"""Facts about a person, one form each: jobs, education, measures, information, contact and notes."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from amo.forms import KursForm, page_status, perform
from amo.models.users import OFFICE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from amo.redirects import safe_next
from participants import actions
from participants.forms import facts
from participants.models import Employment, Measure, Participant
from participants.views.lookups import participant_or_404, reporting_participant, with_link
from participants.views.person import page_context

OFFICE_AND_PROVIDER = OFFICE_ROLES | PROVIDER_ROLES
FULL_TIME = 100


def _back(request: HttpRequest, participant: Participant) -> str:
    """Where the form leads: `next`, else the person page, which a provider does not have."""
    if request.membership.is_provider:
        return safe_next(request, "amo:start")
    return safe_next(request, reverse("participants:detail", args=[participant.public_id]))


def fact_page(
    request: HttpRequest,
    participant: Participant,
    form: KursForm,
    work: Callable,
    *,
    title: str,
    done: str,
    template: str = "participants/form.html",
    **more,
) -> HttpResponse:
    """Show the form, or run `work(values)` once and go back with the message `done`. `more` is for the template."""
    back = _back(request, participant)
    form.cancel_url = back
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, lambda: work(form.cleaned_data_for_action()), url=lambda result: back)
        if url:
            messages.success(request, done)
            return redirect(url)
    if request.membership.is_provider:
        context = {"participant": participant, "crumbs": [], "tabs": [], "person": None}
    else:
        context = page_context(request, participant, here=title)
    context |= {"form": form, "title": title, "back_url": back, **more}
    return render(request, template, context, status=page_status(form))


def bound(request: HttpRequest, form_class, **kwargs) -> KursForm:
    return form_class(request.POST if request.method == "POST" else None, membership=request.membership, **kwargs)


@page(roles=OFFICE_AND_PROVIDER, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def employment_new(request: HttpRequest, public_id) -> HttpResponse:
    """Record a job (R1): the office about its own people, a provider about those it sees."""
    participant = reporting_participant(request, public_id)
    return fact_page(
        request,
        participant,
        bound(request, facts.EmploymentForm),
        lambda values: _overlap_linked(
            request, lambda: actions.record_employment(participant=participant, by=request.membership, **values)
        ),
        title=_("Registrer jobb"),
        done=_("Jobben er registrert."),
    )


def _overlap_linked(request: HttpRequest, work: Callable) -> Employment:
    """Run `work`; a job that overlaps the same job told by the same side is refused with a link to that one. Beside other
    jobs it is kept, and more than a full week of them is said."""
    try:
        job = work()
    except actions.OverlappingJob as error:
        url = reverse("participants:employment_correct", args=[error.job.public_id])
        raise with_link(error, "starts_on", url, _("Åpne den registrerte jobben")) from None
    others = [
        one
        for one in Employment.objects.current().at_the_time_of(job).select_related("recorded_by")
        if one.is_told_by(request.membership)
    ]
    together = job.fte_low + sum(one.fte_low for one in others)
    if others and together > FULL_TIME:
        text = _(
            "Jobben er i samme tid som %(jobs)s, til sammen minst %(n)d prosent. Rett datoene hvis det ikke stemmer."
        )
        messages.warning(
            request, text % {"jobs": get_text_list([one.employer_name for one in others], _("og")), "n": together}
        )
    return job


@page(roles=OFFICE_AND_PROVIDER, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def employment_correct(request: HttpRequest, public_id) -> HttpResponse:
    """Correct a job: the old version is kept, the new one counts. Each side corrects only its own facts (R4)."""
    membership = request.membership
    found = Employment.objects.visible_to(membership).select_related("participant", "recorded_by")
    employment = get_object_or_404(found, public_id=public_id)
    participant = reporting_participant(request, employment.participant.public_id)
    if not employment.is_told_by(membership):
        raise PermissionDenied
    initial = {name: getattr(employment, name) for name in actions.EMPLOYMENT_FIELDS} | {"terms": employment.form}
    form = bound(request, facts.EmploymentForm, version=employment.version, initial=initial)
    form.submit_label = _("Lagre rettelsen")

    def work(values):
        expected = values.pop("version")
        return _overlap_linked(
            request,
            lambda: actions.correct_employment(
                employment=employment, by=membership, expected_version=expected, **values
            ),
        )

    return fact_page(
        request, participant, form, work, title=_("Rett opplysninger om jobb"), done=_("Jobben er rettet.")
    )


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def education_new(request: HttpRequest, public_id) -> HttpResponse:
    """Record education beside or after a course."""
    participant = participant_or_404(request, public_id, write=True)
    return fact_page(
        request,
        participant,
        bound(request, facts.EducationForm),
        lambda values: actions.record_education(participant=participant, by=request.membership, **values),
        title=_("Registrer utdanning"),
        done=_("Utdanningen er registrert."),
    )


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def measure_new(request: HttpRequest, public_id) -> HttpResponse:
    """Record a measure held elsewhere or earlier (P7)."""
    participant = participant_or_404(request, public_id, write=True)
    return fact_page(
        request,
        participant,
        bound(request, facts.MeasureForm),
        lambda values: actions.record_measure(participant=participant, by=request.membership, **values),
        title=_("Registrer tidligere tiltak"),
        done=_("Tiltaket er registrert."),
    )


def _measure_or_404(request: HttpRequest, public_id) -> tuple[Measure, Participant]:
    """A measure of somebody whose file this membership may change, and the person."""
    found = Measure.objects.visible_to(request.membership).select_related("participant", "occupation")
    measure = get_object_or_404(found, public_id=public_id)
    return measure, participant_or_404(request, measure.participant.public_id, write=True)


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def measure_correct(request: HttpRequest, public_id) -> HttpResponse:
    """Correct a measure that was recorded wrong; what follows from it in the chain follows (P7)."""
    measure, participant = _measure_or_404(request, public_id)
    initial = {name: getattr(measure, name) for name in actions.MEASURE_FIELDS}
    initial["ended_in_work"] = {True: "yes", False: "no", None: ""}[measure.ended_in_work]
    form = bound(request, facts.MeasureForm, version=measure.version, initial=initial)
    form.submit_label = _("Lagre rettelsen")

    def work(values):
        expected = values.pop("version")
        return actions.correct_measure(measure=measure, by=request.membership, expected_version=expected, **values)

    return fact_page(
        request,
        participant,
        form,
        work,
        title=_("Rett tidligere tiltak"),
        done=_("Tiltaket er rettet."),
        template="participants/measure_correct.html",
        measure=measure,
    )


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def measure_withdraw(request: HttpRequest, public_id) -> HttpResponse:
    """Take away a measure that was recorded by mistake, after a question."""
    measure, participant = _measure_or_404(request, public_id)
    form = bound(request, facts.WithdrawMeasureForm, version=measure.version)

    def work(values):
        return actions.withdraw_measure(measure=measure, by=request.membership, expected_version=values["version"])

    return fact_page(
        request,
        participant,
        form,
        work,
        title=_("Fjern tidligere tiltak"),
        done=_("Tiltaket er fjernet."),
        template="participants/measure_withdraw.html",
        measure=measure,
    )


@page(roles=OFFICE_AND_PROVIDER, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def contact_new(request: HttpRequest, public_id) -> HttpResponse:
    """Log an attempt to reach her."""
    participant = reporting_participant(request, public_id)
    return fact_page(
        request,
        participant,
        bound(request, facts.ContactForm),
        lambda values: actions.record_contact(participant=participant, by=request.membership, **values),
        title=_("Logg kontakt"),
        done=_("Kontakten er loggført."),
    )


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def note_new(request: HttpRequest, public_id) -> HttpResponse:
    """Write an internal note."""
    participant = participant_or_404(request, public_id, write=True)
    form = bound(request, facts.NoteForm)
    form.autosave("note", str(participant.public_id))
    return fact_page(
        request,
        participant,
        form,
        lambda values: actions.add_note(participant=participant, by=request.membership, **values),
        title=_("Nytt notat"),
        done=_("Notatet er lagret."),
    )
