"""Training plans: made from a template, agreed by three, ticked, printed; and those that are not followed (L4)."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amo import clock, pdf
from amo.forms import KursForm, page_status, perform
from amo.list_parts import Column, Empty
from amo.lists import ListPage
from amo.models.users import CASE_ROLES, PROVIDER_ROLES, Role
from amo.policy import LogRule, page
from placements import training_document
from placements.actions import training as actions
from placements.forms.training import MakePlanForm, PlanForm, TickForm
from placements.models import Placement, TrainingPlan
from placements.protection import unprotected
from placements.slots import HOLDS_SLOT
from placements.training_follow import not_followed, reasons
from placements.views.lookups import placement_or_404
from placements.views.placements import form_context, placement_url

METHODS = ["GET", "HEAD", "POST"]


def plan_url(plan: TrainingPlan) -> str:
    """The page of a training plan."""
    return reverse("placements:training_plan", args=[plan.placement.public_id])


def _plan_or_404(request: HttpRequest, placement_id, message: str = "") -> TrainingPlan:
    """The plan of a placement in scope; 404 where there is none. Logs the access."""
    placement = placement_or_404(request, placement_id, message or _("Opplæringsplan"))
    plan = TrainingPlan.objects.filter(placement=placement).prefetch_related("goals").first()
    if plan is None:
        raise Http404
    plan.placement = placement
    return plan


def _must_be_held(placement: Placement) -> None:
    if placement.status not in HOLDS_SLOT:
        raise PermissionDenied(_("Praksisen er avsluttet. Opplæringsplanen kan ikke endres."))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def training_new(request: HttpRequest, placement_id) -> HttpResponse:
    """Make the plan of a placement, from a template of the county or from nothing."""
    placement = placement_or_404(request, placement_id, _("Ny opplæringsplan"))
    _must_be_held(placement)
    form = MakePlanForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        county=placement.enrolment.intake.contract.concept.county_id,
        cancel_url=placement_url(placement),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.make_plan(placement=placement, by=request.membership, **form.cleaned_data_for_action()),
            url=lambda plan: reverse("placements:training_edit", args=[placement.public_id]),
        )
        if url:
            messages.success(request, _("Planen er laget. Tilpass stegene sammen med deltakeren og arbeidsgiveren."))
            return redirect(url)
    context = form_context(_("Ny opplæringsplan"), placement, form)
    return render(request, "placements/placement_form.html", context, status=page_status(form))


@page(roles=CASE_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def training_plan(request: HttpRequest, placement_id) -> HttpResponse:
    """The plan with its steps; the provider ticks those that are reached."""
    plan = _plan_or_404(request, placement_id)
    membership, placement = request.membership, plan.placement
    if request.method == "POST" and not membership.is_provider:
        raise PermissionDenied
    goals = list(plan.goals.all())
    form = None
    if membership.is_provider and (request.method == "POST" or any(goal.reached_on is None for goal in goals)):
        form = TickForm(
            request.POST if request.method == "POST" else None,
            membership=membership,
            plan=plan,
            cancel_url=placement_url(placement),
        )
        if request.method == "POST" and form.is_valid():
            url = perform(
                request,
                form,
                lambda: actions.tick_goals(
                    plan=plan,
                    goals=form.cleaned_data["goals"],
                    on=form.cleaned_data["reached_on"],
                    by=membership,
                    version=form.cleaned_data["version"],
                ),
                url=lambda _count: plan_url(plan),
            )
            if url:
                messages.success(request, _("Stegene er markert som nådd."))
                return redirect(url)
    today = clock.today()
    flagged = not_followed(Placement.objects.filter(pk=placement.pk), today).first()
    context = {
        "title": _("Opplæringsplan"),
        "plan": plan,
        "placement": placement,
        "goals": goals,
        "form": form,
        "flags": reasons(flagged, today) if flagged else [],
        "back_url": placement_url(placement),
        "may_write": membership.is_provider,
        "may_edit": membership.is_provider and placement.status in HOLDS_SLOT,
        "agreed": _agreed(plan),
        "submissions": uuid.uuid4,
    }
    return render(request, "placements/training/plan.html", context, status=page_status(form) if form else 200)


def _agreed(plan: TrainingPlan) -> list[tuple]:
    """(who, when or None) for each of the three."""
    return [
        (_("Deltakeren"), plan.participant_agreed_on),
        (_("Arbeidsgiveren"), plan.employer_agreed_on),
        (_("Kursleverandøren"), plan.provider_agreed_on),
    ]


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def training_edit(request: HttpRequest, placement_id) -> HttpResponse:
    """Change the steps, their dates and judges, and who has agreed."""
    plan = _plan_or_404(request, placement_id, _("Endre opplæringsplan"))
    _must_be_held(plan.placement)
    form = PlanForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        plan=plan,
        cancel_url=plan_url(plan),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.change_plan(plan=plan, by=request.membership, **form.cleaned_data_for_action()),
            url=lambda _saved: plan_url(plan),
        )
        if url:
            messages.success(request, _("Opplæringsplanen er lagret."))
            return redirect(url)
    context = form_context(_("Endre opplæringsplanen"), plan.placement, form)
    context |= {"back_url": plan_url(plan), "back_label": _("Opplæringsplan")}
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_POST
def training_untick(request: HttpRequest, placement_id, goal_id) -> HttpResponse:
    """A step that was ticked by mistake is open again."""
    plan = _plan_or_404(request, placement_id)
    goal = get_object_or_404(plan.goals.all(), public_id=goal_id)
    form = KursForm(request.POST, membership=request.membership, version=plan.version)
    if form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.untick_goal(
                plan=plan, goal=goal, by=request.membership, version=form.cleaned_data["version"]
            ),
            url=lambda _goal: plan_url(plan),
        )
        if url:
            messages.success(request, _("Steget er ikke lenger markert som nådd."))
            return redirect(url)
    problem = form.non_field_errors() or [_("Noen andre har endret planen. Se over stegene og prøv igjen.")]
    messages.error(request, problem[0])
    return redirect(plan_url(plan))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_safe
def training_pdf(request: HttpRequest, placement_id) -> HttpResponse:
    """The plan for the workplace: steps with boxes, no internal notes."""
    plan = _plan_or_404(request, placement_id, _("Opplæringsplan (PDF)"))
    return pdf.pdf_response(training_document.render(plan), training_document.file_name(plan))


class NotFollowedList(ListPage):
    """Training plans that are not followed, and why."""

    key = "training_not_followed"
    title = gettext_lazy("Opplæringsplaner som ikke følges")
    noun = (gettext_lazy("opplæringsplan"), gettext_lazy("opplæringsplaner"))
    default_sort = "last_step_on"
    column_list = [
        Column("name", gettext_lazy("Deltaker"), value="participant.list_name", sort="participant__name_sort"),
        Column("employer", gettext_lazy("Arbeidsgiver"), value="employer.name", sort="employer__name_sort"),
        Column(
            "provider",
            gettext_lazy("Kursleverandør"),
            value="enrolment.intake.contract.provider.name",
            sort="enrolment__intake__contract__provider__name_sort",
        ),
        Column("why", gettext_lazy("Hvorfor"), value=lambda row: " ".join(reasons(row, clock.today()))),
        Column("last_step_on", gettext_lazy("Siste steg nådd"), sort="last_step_on"),
    ]
    nothing_there = Empty(
        gettext_lazy("Alle opplæringsplanene følges"), gettext_lazy("Det er ingenting å ta opp med noen nå.")
    )

    def row_url(self, obj):
        return reverse("placements:placement_detail", args=[obj.public_id])


@page(roles=PROVIDER_ROLES | {Role.COUNTY_STAFF}, log=LogRule.LIST)
@require_safe
def training_not_followed(request: HttpRequest) -> HttpResponse:
    """Plans that are not followed, for the provider and for county staff; protected persons are left out."""
    found = not_followed(unprotected(Placement.objects.visible_to(request.membership)), clock.today())
    found = found.select_related("participant", "employer", "enrolment__intake__contract__provider")
    return NotFollowedList(request, found).response()
