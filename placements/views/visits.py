"""Visits: planned, logged on a phone, put right, moved and called off (L5)."""

import datetime as dt

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from amo import clock, submissions
from amo.forms import page_status, perform
from amo.models.users import CASE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from participants.views.lookups import with_link
from placements import visit_page
from placements.actions import visits as actions
from placements.forms.visits import NOT_ASKED, CancelVisitForm, CorrectVisitForm, PlanVisitForm, VisitForm
from placements.models import Placement, Visit
from placements.views.lookups import placement_or_404, visit_or_404
from placements.views.placements import placement_url

METHODS = ["GET", "POST"]


def visit_url(visit: Visit) -> str:
    """The page of one visit."""
    return reverse("placements:visit_detail", args=[visit.public_id])


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def visit_log(request, placement_id):
    """Log a visit, on a phone: it takes the place of the planned one that is due."""
    placement = placement_or_404(request, placement_id, _("Besøk"))
    if placement.status == Placement.Status.CANCELLED:
        raise PermissionDenied(_("Praksisen er avlyst og tar ikke imot besøk."))
    today = clock.today()
    form = VisitForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        placement=placement,
        goals=visit_page.open_goals(placement),
        initial={"held_on": min(today, placement.ends_on), "next_visit_on": visit_page.next_day(placement, today)},
        cancel_url=placement_url(placement),
    )
    # Steps that this very form has ticked are no longer open when it is sent again.
    again = request.method == "POST" and submissions.is_used(request.POST.get("submission", ""))
    if again and "goals" in form.fields:
        del form.fields["goals"]
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: _leading_to_theirs(
                actions.log_visit, placement=placement, by=request.membership, **form.cleaned_data_for_action()
            ),
            url=lambda _visit: placement_url(placement),
        )
        if url:
            text = _("Besøket var lagret fra før. Det er ikke lagret to ganger.") if again else _("Besøket er lagret.")
            # Both this form's draft on the device and what was once begun and left at the same placement.
            tags = f"saved-{form.cleaned_data['submission']} saved-scope-{placement.public_id}"
            messages.success(request, text, extra_tags=tags)
            return redirect(url)
    context = {
        "title": _("Logg besøk"),
        "placement": placement,
        "form": form,
        "back_url": placement_url(placement),
        "back_label": _("Praksisplassen"),
    }
    return render(request, "placements/visit_form.html", context, status=page_status(form))


def _leading_to_theirs(work, **kwargs):
    """Do it; where the visit is logged already, the refusal leads to the one that is there."""
    try:
        return work(**kwargs)
    except actions.AlreadyLogged as error:
        raise with_link(error, NON_FIELD_ERRORS, visit_url(error.visit), _("Se besøket som er logget")) from None


@page(roles=CASE_ROLES, log=LogRule.DETAILS)
@require_GET
def visit_detail(request, public_id):
    """What was logged at one visit, and what was put right afterwards."""
    visit = visit_or_404(request, public_id, _("Besøk"))
    placement = visit.placement
    held = placement.status not in actions.CLOSED
    context = {
        "title": _("Besøk hos %(employer)s") % {"employer": placement.employer.name},
        "visit": visit,
        "placement": placement,
        "placement_url": placement_url(placement),
        "present": visit_page.labels(visit, "present"),
        "topics": visit_page.labels(visit, "topics"),
        "goals": list(visit.goals.all()),
        "history": visit_page.history(visit),
        "may_correct": actions.may_correct(visit, request.membership),
        "may_move": request.membership.is_provider and visit.status == Visit.Status.PLANNED and held,
        "is_late": visit_page.is_late(visit),
    }
    return render(request, "placements/visits/detail.html", context)


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def visit_correct(request, public_id):
    """Put right what was logged: the one who logged it, or the course lead."""
    visit = visit_or_404(request, public_id, _("Rett besøk"))
    if not actions.may_correct(visit, request.membership):
        raise PermissionDenied(_("Bare den som logget besøket, eller kurslederen, kan rette det."))
    names = [name for name in CorrectVisitForm.base_fields if hasattr(visit, name)]
    initial = {name: getattr(visit, name) for name in names}
    initial["hiring_intent"] = visit.hiring_intent or NOT_ASKED
    form = CorrectVisitForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=visit.version,
        placement=visit.placement,
        initial=initial,
        cancel_url=visit_url(visit),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: _leading_to_theirs(
                actions.correct_visit, visit=visit, by=request.membership, **form.cleaned_data_for_action()
            ),
            url=visit_url,
        )
        if url:
            messages.success(request, _("Rettelsen er lagret."))
            return redirect(url)
    context = _visit_context(_("Rett besøket"), visit, form)
    return render(request, "placements/visit_form.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def visit_plan(request, placement_id):
    """Plan a visit within the placement's days."""
    placement = placement_or_404(request, placement_id, _("Planlegg besøk"))
    in_a_week = clock.today() + dt.timedelta(days=7)
    form = PlanVisitForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        initial={"planned_for": min(max(in_a_week, placement.starts_on), placement.ends_on)},
        cancel_url=placement_url(placement),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.plan_visit(placement=placement, by=request.membership, **form.cleaned_data_for_action()),
            url=lambda _visit: placement_url(placement),
        )
        if url:
            messages.success(request, _("Besøket er planlagt."))
            return redirect(url)
    context = {
        "title": _("Planlegg besøk"),
        "lead": _lead(placement),
        "form": form,
        "back_url": placement_url(placement),
        "back_label": _("Praksisplassen"),
    }
    return render(request, "placements/placement_form.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def visit_move(request, public_id):
    """Give a planned visit another day or hour."""
    visit = visit_or_404(request, public_id, _("Flytt besøk"))
    _still_planned(visit)
    form = PlanVisitForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=visit.version,
        initial={"planned_for": visit.planned_for, "planned_at": visit.planned_at},
        submit=_("Flytt besøket"),
        cancel_url=visit_url(visit),
    )
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.move_visit(visit=visit, by=request.membership, **form.cleaned_data_for_action())  # noqa: E731
        if url := perform(request, form, work, url=visit_url):
            messages.success(request, _("Besøket er flyttet. Har du kalenderfila, hent den på nytt."))
            return redirect(url)
    context = _visit_context(_("Flytt besøket"), visit, form)
    return render(request, "placements/placement_form.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def visit_cancel(request, public_id):
    """Ask who called it off, then take it out of what is to come."""
    visit = visit_or_404(request, public_id, _("Avlys besøk"))
    _still_planned(visit)
    form = CancelVisitForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=visit.version,
        cancel_url=visit_url(visit),
    )
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.cancel_visit(visit=visit, by=request.membership, **form.cleaned_data_for_action())  # noqa: E731
        if url := perform(request, form, work, url=lambda _visit: placement_url(visit.placement)):
            messages.success(request, _("Besøket er avlyst. Planlegg et nytt hvis det trengs."))
            return redirect(url)
    context = _visit_context(_("Avlys besøket"), visit, form)
    return render(request, "placements/placement_form.html", context, status=page_status(form))


def _still_planned(visit: Visit) -> None:
    if visit.status != Visit.Status.PLANNED:
        raise PermissionDenied(_("Besøket er ikke lenger bare planlagt."))


def _lead(placement: Placement) -> str:
    return _("%(name)s hos %(employer)s.") % {"name": placement.participant.name, "employer": placement.employer.name}


def _visit_context(title: str, visit: Visit, form) -> dict:
    return {
        "title": title,
        "lead": _lead(visit.placement),
        "placement": visit.placement,
        "form": form,
        "back_url": visit_url(visit),
        "back_label": _("Besøket"),
    }
