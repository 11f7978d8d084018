"""Offers, at the office: contact with the person, and her answer (A3)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from amo import clock, workdays
from amo.forms import page_status, perform
from amo.models import Membership
from amo.models.users import OFFICE_ROLES
from amo.policy import LogRule, page
from courses import waiting_list
from courses.actions import offers as actions
from courses.forms.places import AnswerForm, ContactForm
from courses.models import Offer, Wish
from courses.portfolio_rows import DECISION_WORKING_DAYS
from courses.words_base import join_words
from participants.views.lookups import participant_or_404
from participants.views.person import page_context


def _offer_or_404(request: HttpRequest, public_id) -> Offer:
    """An offer to one of the office's people; only who may change her file gets further. Logged."""
    offers = Offer.objects.visible_to(request.membership).select_related(
        "wish__application__participant", "wish__intake__contract__concept", "wish__intake__contract__provider"
    )
    offer = get_object_or_404(offers, public_id=public_id)
    person = offer.wish.application.participant
    offer.wish.application.participant = participant_or_404(request, person.public_id, write=True)
    return offer


def _context(request: HttpRequest, offer: Offer, here: str) -> dict:
    intake = offer.wish.intake
    facts = [
        (_("Kurs"), intake.concept.title),
        (_("Kursnummer"), intake.code),
        (_("Kursleverandør"), intake.provider.name),
        (_("Kursdager"), f"{date_format(intake.starts_on)} – {date_format(intake.ends_on)}"),
        (_("Sted"), intake.place),
        (_("Ønske nummer"), offer.wish.rank),
        (_("Tilbudt"), date_format(offer.offered_on)),
        (_("Kontaktet"), date_format(offer.contacted_on) if offer.contacted_on else ""),
        (_("Svarfrist"), _deadline(offer)),
    ]
    answered = offer.status != Offer.Status.OUTSTANDING
    context = page_context(request, offer.wish.application.participant, here=here)
    return context | {"title": here, "offer": offer, "facts": facts, "answered": answered}


def _deadline(offer: Offer) -> str:
    """The day the answer is due, or would be if she is reached today; holidays in between are named."""
    first = offer.contacted_on or clock.today()
    last = offer.deadline_on or actions.deadline_for(offer, first)
    text = date_format(last)
    if offer.deadline_on is None:
        text = _("Fem virkedager fra første kontakt: %(day)s hvis du får kontakt i dag") % {"day": text}
    skipped = workdays.holidays_between(first, last)
    if skipped:
        days = join_words(f"{date_format(day, 'j. F')} ({name})" for day, name in skipped)
        text += ". " + _("Helligdager regnes ikke med: %(days)s.") % {"days": days}
    return text


def _back(offer: Offer) -> str:
    return reverse("participants:detail", args=[offer.wish.application.participant.public_id])


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def offer_contact(request: HttpRequest, public_id) -> HttpResponse:
    """Log contact with the person; the first time she is reached starts the deadline."""
    offer = _offer_or_404(request, public_id)
    form = ContactForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=offer.version,
        cancel_url=_back(offer),
        initial={"on": clock.today(), "channel": "phone", "reached": "yes"},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        version = data.pop("version")
        url = perform(
            request,
            form,
            lambda: actions.record_contact(offer=offer, by=request.membership, expected_version=version, **data),
            url=lambda saved: (
                reverse("courses:offer_answer", args=[saved.public_id]) if data["reached"] else _back(saved)
            ),
        )
        if url:
            messages.success(request, _("Kontakten er lagret."))
            return redirect(url)
    context = _context(request, offer, _("Gi beskjed om tilbudet")) | {"form": form}
    return render(request, "courses/places/offer.html", context, status=page_status(form))


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def offer_answer(request: HttpRequest, public_id) -> HttpResponse:
    """Register her answer, or that the place goes on because nobody got through."""
    offer = _offer_or_404(request, public_id)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=offer.version,
        cancel_url=_back(offer),
        may_pass_on=_may_pass_on(offer),
        higher=_higher(offer.wish, request.membership),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, lambda: _answer(offer, form, request.membership), url=_back)
        if url:
            messages.success(request, _("Svaret er lagret."))
            return redirect(url)
    context = _context(request, offer, _("Svar på tilbudet")) | {"form": form}
    return render(request, "courses/places/offer.html", context, status=page_status(form))


def _may_pass_on(offer: Offer) -> bool:
    decide_on = workdays.add_working_days(offer.offered_on, DECISION_WORKING_DAYS)
    return offer.contacted_on is None and decide_on <= clock.today()


def _higher(wish: Wish, membership: Membership) -> list[str]:
    """The wishes above this one that she still waits for, in words, with her place on the list."""
    waiting = [Wish.Status.WAITING, Wish.Status.PENDING]
    above = Wish.objects.filter(application=wish.application_id, rank__lt=wish.rank, status__in=waiting)
    wishes = list(above.select_related("application__participant", "intake__contract__concept").order_by("rank"))
    places = waiting_list.places_of(wishes, membership)
    texts = []
    for one in wishes:
        values = {"course": one.intake.concept.title, "day": date_format(one.intake.starts_on)}
        text = _("%(course)s som starter %(day)s") % values
        if place := places.get(one.pk):
            text = _("%(course)s (nummer %(n)d på ventelista)") % {"course": text, "n": place.position}
        texts.append(text)
    return texts


def _answer(offer: Offer, form: AnswerForm, by) -> Offer:
    data = form.cleaned_data
    if data["answer"] == "pass_on":
        return actions.pass_on(offer=offer, by=by, expected_version=data["version"])
    return actions.answer_offer(
        offer=offer,
        accept=data["answer"] == "accept",
        reason=data["reason"],
        keep_higher=data.get("keep_higher") != "no",
        by=by,
        expected_version=data["version"],
    )
