"""The plan of a person: read, made as a new version, printed, and ticked off step by step (P8)."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amo import clock
from amo.forms import page_status, perform
from amo.models.users import NAV_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from amo.redirects import safe_next
from participants import actions, plan_page, plan_shared
from participants.actions.plans import plan_url
from participants.forms.plan import PlanForm, arranged
from participants.models import Plan, PlanStep
from participants.plan_suggestions import starting_point, suggestions
from participants.views.lookups import participant_or_404
from participants.views.person import page_context


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def plan(request: HttpRequest, public_id) -> HttpResponse:
    """The plan in force with its steps, and its history."""
    participant = participant_or_404(request, public_id)
    context = page_context(request, participant, active="plan")
    context |= plan_page.context(participant, request.membership, clock.today())
    return render(request, "participants/plan.html", context)


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_new(request: HttpRequest, public_id) -> HttpResponse:
    """Make a plan, or a new version of it from the one in force."""
    participant = participant_or_404(request, public_id, write=True)
    here = plan_url(participant)
    back = safe_next(request, here)
    current = Plan.objects.current().filter(participant=participant).prefetch_related("steps__shared_with").first()
    today = clock.today()
    known = [step.what for step in current.steps.all() if step.done_on is None] if current else []
    ready = [one for one in suggestions(participant, today=today) if one.what not in known]
    version = current.number + 1 if current else 1
    posted = request.method == "POST"
    command = request.POST.get("row", "") if posted else ""
    options = {
        "membership": request.membership,
        "plan": current,
        "suggestions": ready,
        "providers": plan_shared.providers_of(participant.pk, on=today),
        "cancel_url": back,
    }
    if command:
        form = PlanForm(None, version=version, initial=arranged(request.POST, command, ready), **options)
        form.redrawn("plan", participant.public_id, request.POST)
    else:
        start = {} if current else starting_point(participant, today=today)
        form = PlanForm(request.POST if posted else None, version=version, initial=start, **options)
        form.autosave("plan", participant.public_id)
    if posted and not command and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.save_plan(participant=participant, by=request.membership, **form.cleaned_data_for_action()),
            url=lambda result: back,
        )
        if url:
            messages.success(request, _("Planen er lagret."))
            return redirect(url)
    title = _("Endre planen") if current else _("Lag plan")
    context = page_context(request, participant, active="plan", here=title) | {"form": form, "title": title}
    return render(request, "participants/plan_form.html", context, status=page_status(form))


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def plan_print(request: HttpRequest, public_id) -> HttpResponse:
    """The plan on one page for the person to take home."""
    participant = participant_or_404(request, public_id)
    plans = plan_page.plans_of([participant.pk], request.membership)
    found = get_object_or_404(plans, is_current=True)
    context = page_context(request, participant, active="plan", here=_("Utskrift")) | {"plan": found}
    return render(request, "participants/plan_print.html", context)


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_POST
def plan_step(request: HttpRequest, public_id) -> HttpResponse:
    """Tick a step off, or take it back."""
    steps = PlanStep.objects.visible_to(request.membership).select_related("plan__participant")
    step = get_object_or_404(steps, public_id=public_id)
    participant = participant_or_404(request, step.plan.participant.public_id, write=True)
    done = request.POST.get("done") == "1"
    try:
        actions.tick_step(step=step, done=done, by=request.membership)
    except ValidationError as error:
        messages.info(request, " ".join(error.messages))
    else:
        messages.success(request, _("Steget er gjort.") if done else _("Steget er åpnet igjen."))
    return redirect(safe_next(request, plan_url(participant)))
