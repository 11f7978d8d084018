"""The wish for another placement: asked, answered, withdrawn, carried out (L6)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from amo import clock, workdays
from amo.forms import page_status, perform
from amo.models.users import CASE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from participants.views.lookups import may_write
from placements.actions import swaps as actions
from placements.forms.swaps import SwapAnswerForm, SwapForm, SwapPlacementForm, WithdrawSwapForm
from placements.models import SwapRequest
from placements.swap_panels import wish_text
from placements.views.lookups import placement_or_404
from placements.views.placements import form_context, placement_url

METHODS = ["GET", "HEAD", "POST"]
Status = SwapRequest.Status


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def swap_new(request: HttpRequest, public_id) -> HttpResponse:
    """Ask NAV for another employer or sector; the participant's own suggestion first."""
    placement = placement_or_404(request, public_id, _("Ønske om å bytte praksisplass"))
    if not actions.may_ask(placement):
        raise PermissionDenied(_("Praksisen er avsluttet og kan ikke endres."))
    form = SwapForm(
        request.POST if request.method == "POST" else None,
        about=placement.employer,
        membership=request.membership,
        cancel_url=placement_url(placement),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.ask_swap(placement=placement, by=request.membership, **form.cleaned_data_for_action()),
            url=actions.swap_url,
        )
        if url:
            messages.success(request, _("Ønsket er sendt til Nav-kontoret. Du får beskjed når det er besvart."))
            return redirect(url)
    context = form_context(_("Ønske om å bytte praksisplass"), placement, form)
    return render(request, "placements/placement_form.html", context, status=page_status(form))


def _swap_or_404(request: HttpRequest, public_id) -> SwapRequest:
    """A wish in scope, with its placement; logs the access."""
    found = SwapRequest.objects.visible_to(request.membership).select_related(
        "placement", "employer", "sector", "asked_by__user", "asked_by__provider", "answered_by__user"
    )
    swap = get_object_or_404(found, public_id=public_id)
    swap.placement = placement_or_404(request, swap.placement.public_id, _("Ønske om å bytte praksisplass"))
    return swap


@page(roles=CASE_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def swap_detail(request: HttpRequest, public_id) -> HttpResponse:
    """One wish with its answer. Those who may change the person's file answer it here; the provider goes on from here."""
    swap = _swap_or_404(request, public_id)
    membership, placement = request.membership, swap.placement
    answers = may_write(membership, placement.participant)
    if request.method == "POST" and not answers:
        raise PermissionDenied
    form = None
    if answers and (swap.status == Status.OPEN or request.method == "POST"):
        form = SwapAnswerForm(
            request.POST if request.method == "POST" else None,
            about=placement.employer,
            membership=membership,
            version=swap.version,
            cancel_url=placement_url(placement),
        )
        if request.method == "POST" and form.is_valid():
            url = perform(
                request,
                form,
                lambda: actions.answer_swap(request=swap, by=membership, **form.cleaned_data_for_action()),
                url=actions.swap_url,
            )
            if url:
                messages.success(request, _("Svaret er sendt til kursleverandøren."))
                return redirect(url)
    context = {
        "title": _("Ønsker å bytte praksisplass"),
        "swap": swap,
        "placement": placement,
        "facts": _facts(swap),
        "form": form,
        "back_url": placement_url(placement),
    } | _buttons(swap, membership)
    return render(request, "placements/swaps/detail.html", context, status=page_status(form) if form else 200)


def _facts(swap: SwapRequest) -> list[tuple]:
    rows = [
        (_("Hvem ønsker byttet"), swap.get_suggested_by_display()),
        (_("Hvorfor"), swap.get_reason_display()),
        (_("Forklaring"), swap.explanation),
        (_("Ønsker seg til"), wish_text(swap)),
        (_("Praksisplass nå"), swap.placement.employer.name),
        (_("Spurt"), f"{date_format(localtime(swap.asked_at).date())}, {swap.asked_by.user}"),
    ]
    if swap.status == Status.OPEN:
        rows.append((_("Svar innen"), date_format(actions.due_on(swap))))
    if swap.answer:
        rows.append((_("Begrunnelse"), swap.answer))
    if swap.answered_by:
        rows.append((_("Besvart"), f"{date_format(localtime(swap.answered_at).date())}, {swap.answered_by.user}"))
    return rows


def _buttons(swap: SwapRequest, membership) -> dict:
    """What the provider can do: withdraw what waits, carry out what is approved."""
    if not membership.is_provider:
        return {}
    if swap.status == Status.OPEN:
        return {"withdraw_url": reverse("placements:swap_withdraw", args=[swap.public_id])}
    if actions.may_carry_out(swap):
        return {"carry_out_url": reverse("placements:swap_carry_out", args=[swap.public_id])}
    return {}


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def swap_withdraw(request: HttpRequest, public_id) -> HttpResponse:
    """The provider no longer asks, after a question."""
    swap = _swap_or_404(request, public_id)
    form = WithdrawSwapForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=swap.version,
        cancel_url=actions.swap_url(swap),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.withdraw_swap(request=swap, by=request.membership, **form.cleaned_data_for_action()),
            url=actions.swap_url,
        )
        if url:
            messages.success(request, _("Ønsket er trukket."))
            return redirect(url)
    context = {
        "form": form,
        "title": _("Trekke ønsket om å bytte?"),
        "text": _("Nav svarer da ikke. Dere kan spørre på nytt senere."),
        "details": [(_("Deltaker"), swap.placement.participant.name), (_("Ønsker seg til"), wish_text(swap))],
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def swap_carry_out(request: HttpRequest, public_id) -> HttpResponse:
    """End the old placement and agree the new one in one step, from an approved wish."""
    swap = _swap_or_404(request, public_id)
    old = swap.placement
    if not actions.may_carry_out(swap):
        raise PermissionDenied(_("Byttet er ikke godkjent av Nav, eller det er gjennomført."))
    next_day = workdays.add_working_days(clock.today(), 1)
    start = min(max(next_day, old.starts_on), old.enrolment.ends_on)
    initial = {"employer": swap.employer_id, "starts_on": start, "ends_on": old.enrolment.ends_on}
    form = SwapPlacementForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        enrolment=old.enrolment,
        initial=initial | {"hours_per_week": old.hours_per_week},
        cancel_url=actions.swap_url(swap),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.carry_out_swap(request=swap, by=request.membership, **form.cleaned_data_for_action()),
            url=placement_url,
        )
        if url:
            messages.success(request, _("Byttet er registrert. Den gamle praksisen slutter dagen før den nye starter."))
            return redirect(url)
    context = form_context(_("Ny praksisplass etter bytte"), old, form)
    context["lead"] = _(
        "%(name)s bytter fra %(employer)s til %(wish)s. Den gamle praksisen slutter dagen før den nye starter."
    ) % {"name": old.participant.name, "employer": old.employer.name, "wish": wish_text(swap)}
    context |= {"swap": swap, "may_register": not swap.employer_id and bool(swap.own_suggestion)}
    return render(request, "placements/swaps/carry_out.html", context, status=page_status(form))
