"""Rounds of feedback: the county asks and reads, the offices answer, everybody is answered (C7)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock
from amo.forms import KursForm, page_status, perform
from amo.models import Role
from amo.models.users import NAV_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from courses import feedback_page
from courses.actions import feedback as feedback_actions
from courses.actions import feedback_rounds as actions
from courses.forms.feedback import RoundAnswerForm, RoundForm
from courses.models import ConceptFeedback, FeedbackRound
from courses.views.feedback import COUNTY, METHODS, answer_form, list_crumb


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def round_list(request: HttpRequest) -> HttpResponse:
    """The county's rounds; for an office those that ask it."""
    rounds = feedback_page.with_counts(FeedbackRound.objects.visible_to(request.membership))
    context = {
        "rounds": rounds.order_by("-status", "-due_on", "-pk"),
        "may_open": request.membership.role == Role.COUNTY_STAFF,
        "crumbs": [list_crumb(), (_("Runder"), "")],
    }
    return render(request, "courses/feedback/round_list.html", context)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def round_new(request: HttpRequest) -> HttpResponse:
    """Ask the county's offices."""
    today = clock.today()
    half = _("våren") if today.month < 7 else _("høsten")
    form = RoundForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        initial={
            "name": _("Tilbakemelding %(half)s %(year)d") % {"half": half, "year": today.year},
            "question": _("Hvilke kurs bør vi beholde, endre, kjøpe flere av eller slutte med? Skriv hvorfor."),
            "offices": [office.pk for office in RoundForm(membership=request.membership).fields["offices"].queryset],
        },
        cancel_url=reverse("courses:feedback_round_list"),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        url = perform(request, form, lambda: actions.open_round(by=request.membership, **data))
        if url:
            messages.success(request, _("Runden er startet. Kontorene har fått beskjed."))
            return redirect(url)
    title = _("Ny tilbakemeldingsrunde")
    context = {
        "form": form,
        "title": title,
        "lead": _("Alle som arbeider ved kontorene, får beskjed nå. De som ikke har svart, blir minnet på det."),
        "crumbs": [list_crumb(), (_("Runder"), reverse("courses:feedback_round_list")), (title, "")],
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def round_detail(request: HttpRequest, public_id) -> HttpResponse:
    """Response rate per office, and what was said of each concept with the answers."""
    membership, round_ = request.membership, _round(request, public_id)
    is_county = membership.role == Role.COUNTY_STAFF
    rates = feedback_page.rates(round_)
    if not is_county:
        rates = [row for row in rates if row["office"].pk == membership.office_id]
    context = {
        "round": round_,
        "title": round_.name,
        "rates": rates,
        "whole": feedback_page.whole_rate(rates),
        "summaries": feedback_page.summaries(round_, membership),
        "list_url": f"{reverse('courses:feedback_list')}?f=1&runde={round_.pk}",
        "is_county": is_county,
        "is_open": round_.status == FeedbackRound.Status.OPEN,
        "crumbs": _crumbs(round_),
    }
    return render(request, "courses/feedback/round_detail.html", context)


@page(roles=OFFICE_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def round_answer(request: HttpRequest, public_id) -> HttpResponse:
    """One's advice about each concept; what is written is kept as a draft until it is sent."""
    membership, round_ = request.membership, _round(request, public_id)
    if round_.status != FeedbackRound.Status.OPEN and request.method != "POST":
        messages.info(request, _("Runden er avsluttet. Du kan fortsatt gi tilbakemelding fra siden om kurset."))
        return redirect(round_)
    own = {row.concept_id: row for row in round_.answers.filter(sender=membership)}
    form = RoundAnswerForm(
        request.POST if request.method == "POST" else None,
        membership=membership,
        round_=round_,
        own=own,
        cancel_url=round_.get_absolute_url(),
    )
    form.autosave("feedback-round", round_.public_id)
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, lambda: actions.answer_round(round_=round_, answers=form.answers(), by=membership))
        if url:
            messages.success(request, _("Takk. Svarene er sendt. Nav tiltak svarer deg her."))
            return redirect(url)
    title = _("Svar på %(name)s") % {"name": round_.name}
    context = {
        "form": form,
        "title": title,
        "lead": _("%(question)s Svar innen %(day)s. Du kan hoppe over kurs du ikke kjenner.")
        % {"question": round_.question, "day": date_format(round_.due_on, "j. F Y")},
        "crumbs": _crumbs(round_, _("Svar")),
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def round_reply(request: HttpRequest, public_id, concept_id) -> HttpResponse:
    """One answer to everybody who said something of a concept in the round and has not been answered."""
    membership, round_ = request.membership, _round(request, public_id)
    concept = get_object_or_404(round_.concepts.all(), public_id=concept_id)
    waiting = list(
        ConceptFeedback.objects.visible_to(membership)
        .filter(round=round_, concept=concept)
        .unanswered()
        .with_names()
        .order_by("office__name_sort", "pk")
    )
    if not waiting and request.method != "POST":
        messages.info(request, _("Alle har fått svar."))
        return redirect(round_)
    form = answer_form(request, round_.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        url = perform(
            request,
            form,
            lambda: feedback_actions.answer_feedback(feedback=waiting, by=membership, **data),
            url=lambda _rows: round_.get_absolute_url(),
        )
        if url:
            sent = ngettext("Svaret er sendt til %(n)d person.", "Svaret er sendt til %(n)d personer.", len(waiting))
            messages.success(request, sent % {"n": len(waiting)})
            return redirect(url)
    context = {
        "form": form,
        "title": _("Svar om %(course)s") % {"course": concept.title},
        "quotes": [feedback_page.quote(row) for row in waiting],
        "crumbs": _crumbs(round_, _("Svar om %(course)s") % {"course": concept.title}),
    }
    return render(request, "courses/feedback/round_reply.html", context, status=page_status(form))


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def round_close(request: HttpRequest, public_id) -> HttpResponse:
    """No more answers."""
    membership, round_ = request.membership, _round(request, public_id)
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=membership,
        version=round_.version,
        submit=_("Avslutt runden"),
        cancel_url=round_.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.close_round(round_=round_, by=membership, version=form.cleaned_data.get("version")),
        )
        if url:
            messages.success(request, _("Runden er avsluttet."))
            return redirect(url)
    whole = feedback_page.whole_rate(feedback_page.rates(round_))
    context = {
        "form": form,
        "title": _("Avslutte runden?"),
        "text": _(
            "%(answered)d av %(asked)d har svart. Etterpå kan ingen svare i runden, men dere kan fortsatt svare dem."
        )
        % whole,
        "crumbs": _crumbs(round_, _("Avslutt")),
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))


def _round(request: HttpRequest, public_id) -> FeedbackRound:
    """A round in scope; another county's is missing."""
    return get_object_or_404(FeedbackRound.objects.visible_to(request.membership), public_id=public_id)


def _crumbs(round_: FeedbackRound, here: str = "") -> list[tuple[str, str]]:
    crumbs = [list_crumb(), (_("Runder"), reverse("courses:feedback_round_list"))]
    own = (round_.name, round_.get_absolute_url() if here else "")
    return [*crumbs, own, (here, "")] if here else [*crumbs, own]
