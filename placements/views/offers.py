"""Job offers: written down, decided about, answered, taken back; and what came of them in a class (L8)."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from amo.forms import KursForm, page_status, perform
from amo.list_parts import Column, Empty, QuickFilter
from amo.lists import ListPage
from amo.models.users import CASE_ROLES, OFFICE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from amo.templatetags.aksel import status_tag
from courses import enrolment_page
from courses.models import Intake
from placements import offer_page, offer_words
from placements.actions import offers as actions
from placements.forms.offers import AnswerForm, ConditionForm, OfferForm, UndoAnswerForm
from placements.models import JobOffer, Placement
from placements.protection import unprotected
from placements.views.lookups import enrolment_or_404, log_person

WRITERS = PROVIDER_ROLES | OFFICE_ROLES
SUBSIDY = JobOffer.Condition.WAGE_SUBSIDY


def offer_url(offer: JobOffer) -> str:
    """The page of an offer."""
    return reverse("placements:offer_detail", args=[offer.public_id])


def _offer_or_404(request: HttpRequest, public_id, message: str, *, write: bool = False) -> JobOffer:
    """An offer in scope, logged. 403 for a protected person, and with `write` for who only reads."""
    offers = JobOffer.objects.visible_to(request.membership).select_related(
        "participant__office", "participant__caseworker__user", "employer", "occupation", "placement",
        "enrolment__intake__contract__concept", "enrolment__participant", "employment__recorded_by", "recorded_by__user",
    )  # fmt: skip
    offer = get_object_or_404(offers, public_id=public_id)
    if write and not enrolment_page.may_write_about(offer.enrolment, request.membership):
        raise PermissionDenied
    log_person(request, offer.participant, message)
    return offer


def _page(request: HttpRequest, form: KursForm, title: str, lead: str, back: str, label: str) -> HttpResponse:
    context = {"title": title, "lead": lead, "form": form, "back_url": back, "back_label": label}
    return render(request, "placements/placement_form.html", context, status=page_status(form))


def _lead(offer: JobOffer) -> str:
    return _("%(name)s, hos %(employer)s: %(terms)s.") % {
        "name": offer.participant.name,
        "employer": offer.employer_label,
        "terms": offer_words.terms_text(offer),
    }


def _bound(request: HttpRequest, form_class, **kwargs) -> KursForm:
    return form_class(request.POST if request.method == "POST" else None, membership=request.membership, **kwargs)


@page(roles=WRITERS, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def offer_new(request: HttpRequest, enrolment_id) -> HttpResponse:
    """Write down an offer; from a placement (?praksis=) the employer and the first day stand there already."""
    enrolment = enrolment_or_404(request, enrolment_id, _("Nytt jobbtilbud"))
    if not enrolment_page.may_write_about(enrolment, request.membership):
        raise PermissionDenied
    placement = _placement_of(request, enrolment)
    back = reverse("courses:enrolment_detail", args=[enrolment.public_id])
    if placement:
        back = reverse("placements:placement_detail", args=[placement.public_id])
    initial = offer_page.initial(placement)
    if placement:
        initial["employer"] = placement.employer
    form = _bound(request, OfferForm, initial=initial, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.register_offer(
                enrolment=enrolment, placement=placement, by=request.membership, **form.cleaned_data_for_action()
            ),
            url=offer_url,
        )
        if url:
            messages.success(request, _("Jobbtilbudet er lagret."))
            return redirect(url)
    lead = _("For %(name)s, %(course)s.") % {
        "name": enrolment.participant.name,
        "course": enrolment.intake.concept.title,
    }
    return _page(request, form, _("Nytt jobbtilbud"), lead, back, enrolment.participant.name)


def _placement_of(request: HttpRequest, enrolment) -> Placement | None:
    """The placement that is named in the address, where it is one of this participation."""
    try:
        key = UUID(request.GET.get("praksis", ""))
    except ValueError:
        return None
    found = Placement.objects.visible_to(request.membership).filter(enrolment=enrolment, public_id=key)
    return found.select_related("employer").first()


@page(roles=CASE_ROLES, log=LogRule.DETAILS)
@require_safe
def offer_detail(request: HttpRequest, public_id) -> HttpResponse:
    """The offer, its condition, the answer, and what may be done next."""
    offer = _offer_or_404(request, public_id, _("Jobbtilbud"))
    context = offer_page.context(offer, request.membership) | {"title": _("Jobbtilbud")}
    return render(request, "placements/offers/offer_detail.html", context)


@page(roles=WRITERS, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def offer_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change what is offered while it waits for an answer."""
    offer = _offer_or_404(request, public_id, _("Endre jobbtilbud"), write=True)
    if not offer.is_open:
        raise PermissionDenied(_("Tilbudet er besvart. Angre svaret først, eller rett jobben."))
    names = [name for name in actions.TERMS if name not in ("employer_name", "form")]
    initial = {name: getattr(offer, name) for name in names} | {"terms": offer.form}
    initial["employer"] = offer.employer or offer.employer_name
    form = _bound(request, OfferForm, version=offer.version, initial=initial, cancel_url=offer_url(offer))
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.change_offer(offer=offer, by=request.membership, **form.cleaned_data_for_action()),
            url=offer_url,
        )
        if url:
            messages.success(request, _("Jobbtilbudet er endret."))
            return redirect(url)
    return _page(request, form, _("Endre jobbtilbudet"), _lead(offer), offer_url(offer), _("Jobbtilbudet"))


@page(roles=WRITERS, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def offer_condition(request: HttpRequest, public_id) -> HttpResponse:
    """Whether the condition is met; a wage subsidy is Nav's to answer for."""
    offer = _offer_or_404(request, public_id, _("Vilkår for jobbtilbud"), write=True)
    subsidy = offer.condition == SUBSIDY
    if subsidy and request.membership.is_provider:
        raise PermissionDenied(_("Nav svarer om lønnstilskudd."))
    if not offer.condition or not offer.is_open:
        messages.info(request, _("Det er ikke noe vilkår å svare på."))
        return redirect(offer_url(offer))
    initial = {"reason": offer.condition_reason, "decision": offer.condition_decision}
    if offer.condition_decided_on:
        initial["decided_on"] = offer.condition_decided_on
    form = _bound(
        request, ConditionForm, subsidy=subsidy, version=offer.version, initial=initial, cancel_url=offer_url(offer)
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.decide_condition(offer=offer, by=request.membership, **form.cleaned_data_for_action()),
            url=offer_url,
        )
        if url:
            messages.success(request, _("Svaret er lagret."))
            return redirect(url)
    title = _("Lønnstilskudd til jobbtilbudet") if subsidy else _("Er vilkåret oppfylt?")
    return _page(request, form, title, _lead(offer), offer_url(offer), _("Jobbtilbudet"))


@page(roles=WRITERS, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def offer_answer(request: HttpRequest, public_id) -> HttpResponse:
    """Her answer, or that it was withdrawn, and why."""
    offer = _offer_or_404(request, public_id, _("Svar på jobbtilbud"), write=True)
    if request.method != "POST" and not offer.is_open:
        messages.info(request, _("Tilbudet er allerede besvart."))
        return redirect(offer_url(offer))
    initial = {"note": offer.note, "found_through": offer_page.found_through(offer)}
    form = _bound(
        request,
        AnswerForm,
        has_condition=bool(offer.condition),
        version=offer.version,
        initial=initial,
        cancel_url=offer_url(offer),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.answer_offer(offer=offer, by=request.membership, **form.cleaned_data_for_action()),
            url=offer_url,
        )
        if url:
            _say_what_happened(request, offer)
            return redirect(url)
    return _page(request, form, _("Svar på jobbtilbudet"), _lead(offer), offer_url(offer), _("Jobbtilbudet"))


def _say_what_happened(request: HttpRequest, offer: JobOffer) -> None:
    now = JobOffer.objects.only("answer", "job_was_there").get(pk=offer.pk)
    if now.answer != JobOffer.Answer.ACCEPTED:
        messages.success(request, _("Svaret er lagret."))
    elif now.job_was_there:
        messages.success(request, _("Svaret er lagret. Jobben var registrert fra før, og tilbudet er knyttet til den."))
    else:
        messages.success(request, _("Svaret er lagret, og jobben er registrert."))


@page(roles=WRITERS, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def offer_undo(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, and take the answer back; a job it made counts no more and is kept."""
    offer = _offer_or_404(request, public_id, _("Angre svar på jobbtilbud"), write=True)
    if offer.is_open and request.method != "POST":
        messages.info(request, _("Tilbudet er ikke besvart."))
        return redirect(offer_url(offer))
    form = _bound(request, UndoAnswerForm, version=offer.version, cancel_url=offer_url(offer))
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.undo_answer(offer=offer, by=request.membership, **form.cleaned_data_for_action()),
            url=offer_url,
        )
        if url:
            messages.success(request, _("Svaret er angret. Tilbudet venter på svar igjen."))
            return redirect(url)
    lead = _lead(offer) + " " + _("Tilbudet venter på svar igjen.")
    if offer.employment_id and not offer.job_was_there:
        lead += " " + _("Jobben som ble registrert, teller ikke lenger, men blir stående i historikken.")
    return _page(request, form, _("Angre svaret på jobbtilbudet"), lead, offer_url(offer), _("Jobbtilbudet"))


class ClassOffers(ListPage):
    """The offers that came to a class, and what came of them."""

    key = "class_offers"
    title = gettext_lazy("Jobbtilbud")
    noun = (gettext_lazy("jobbtilbud"), gettext_lazy("jobbtilbud"))
    template = "placements/offers/offer_list.html"
    default_sort = "-offered_on"
    column_list = [
        Column("name", gettext_lazy("Deltaker"), value="participant.list_name", sort="participant__name_sort"),
        Column("employer", gettext_lazy("Arbeidsgiver"), value="employer_label"),
        Column("offered_on", gettext_lazy("Tilbudt"), sort="offered_on"),
        Column("terms", gettext_lazy("Vilkår i jobben"), value=offer_words.terms_text),
        Column(
            "answer",
            gettext_lazy("Svar"),
            value=lambda offer: status_tag(offer.get_answer_display(), offer_words.COLORS[offer.answer]),
            export="get_answer_display",
            sort="answer",
        ),
        Column("why", gettext_lazy("Hvorfor det ikke ble jobb"), value=offer_words.why_not, sort="reason"),
    ]
    quick_list = [QuickFilter(answer.value, answer.label, offer_page.of_answer(answer)) for answer in JobOffer.Answer]
    nothing_there = Empty(
        gettext_lazy("Ingen jobbtilbud ennå"),
        gettext_lazy("Registrer tilbudet fra siden til deltakeren eller praksisplassen når det kommer."),
    )

    def row_url(self, obj):
        return offer_url(obj)


@page(roles=CASE_ROLES, log=LogRule.LIST)
@require_safe
def class_offers(request: HttpRequest, intake_id) -> HttpResponse:
    """The offers of one class; protected persons are in no list and no count."""
    intake = get_object_or_404(Intake.objects.visible_to(request.membership).with_names(), public_id=intake_id)
    scope = unprotected(JobOffer.objects.visible_to(request.membership).filter(enrolment__intake=intake))
    # The scope is asked for once: within every count of the list it would be gone through again.
    found = JobOffer.objects.filter(pk__in=list(scope.order_by().values_list("pk", flat=True)))
    listpage = ClassOffers(request, found.select_related("participant", "employer"))
    subtitle = f"{intake.concept.title} {intake.code}"
    counted = offer_words.counted(found.order_by().values_list("answer", "reason", "condition"))
    return listpage.response({"subtitle": subtitle, "counted": counted})
