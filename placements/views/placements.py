"""The placement: agree, see, change, end (L3)."""

import datetime as dt

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from amo import clock, panels, workdays
from amo.forms import page_status, perform
from amo.models.users import CASE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from participants.views.lookups import with_link
from placements import visit_page
from placements.actions import placements as actions
from placements.actions.sectors import NeedsApproval
from placements.forms.placements import ChangePlacementForm, EndPlacementForm, PlacementForm
from placements.models import Placement
from placements.reasons import end_reason
from placements.slots import HOLDS_SLOT
from placements.views.lookups import enrolment_or_404, placement_or_404


def placement_url(placement: Placement) -> str:
    """The page of a placement."""
    return reverse("placements:placement_detail", args=[placement.public_id])


def enrolment_url(enrolment) -> str:
    """The page of the participation the placement belongs to."""
    return reverse("courses:enrolment_detail", args=[enrolment.public_id])


def default_dates(enrolment) -> dict:
    """The class's placement period, within the person's own days and after the placement she has."""
    after_theory = workdays.add_working_days(enrolment.intake.theory_ends_on, 1)
    last = enrolment.placements.exclude(status=Placement.Status.CANCELLED).order_by("-ends_on").first()
    after_last = last.ends_on + dt.timedelta(days=1) if last else enrolment.starts_on
    starts_on = max(after_theory, after_last, enrolment.starts_on)
    return {"starts_on": min(starts_on, enrolment.ends_on), "ends_on": enrolment.ends_on}


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def placement_new(request, enrolment_id):
    """Agree a placement for one participation."""
    enrolment = enrolment_or_404(request, enrolment_id, _("Ny praksisplass"))
    back = enrolment_url(enrolment)
    form = PlacementForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        enrolment=enrolment,
        initial=default_dates(enrolment),
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: _agree(enrolment, request.membership, form.cleaned_data_for_action()),
            url=placement_url,
        )
        if url:
            messages.success(request, _("Praksisplassen er registrert."))
            return redirect(url)
    context = {
        "title": _("Ny praksisplass"),
        "lead": _("For %(name)s, %(course)s. Kurset slutter %(day)s.")
        % {
            "name": enrolment.participant.name,
            "course": enrolment.intake.concept.title,
            "day": date_format(enrolment.ends_on),
        },
        "form": form,
        "back_url": back,
        "back_label": enrolment.participant.name,
        "others": _others(request, enrolment.participant_id),
    }
    return render(request, "placements/placement_form.html", context, status=page_status(form))


def _agree(enrolment, by, terms: dict) -> Placement:
    """Agree it; where NAV must say yes to another sector first, the refusal leads to where that is asked for (L6)."""
    try:
        return actions.agree_placement(enrolment=enrolment, by=by, **terms)
    except NeedsApproval as error:
        url = reverse("placements:swap_new", args=[error.placement.public_id])
        raise with_link(error, "employer", url, _("Be Nav om bytte")) from None


@page(roles=CASE_ROLES, log=LogRule.DETAILS)
@require_GET
def placement_detail(request, public_id):
    """The agreement and its visits."""
    placement = placement_or_404(request, public_id, _("Praksisplass"))
    membership = request.membership
    context = {
        "title": _("Praksis hos %(employer)s") % {"employer": placement.employer.name},
        "placement": placement,
        "enrolment_url": enrolment_url(placement.enrolment),
        "may_write": membership.is_provider and placement.status in HOLDS_SLOT,
        "end_reason": end_reason(placement, membership),
        "visits": list(placement.visits.select_related("logged_by__user")),
        "owed": visit_page.owed(placement, clock.today()),
        "shows_contact": membership.is_provider or bool(membership.county_id),
        "main_panels": panels.collect("placement.detail", membership, [placement.pk])[placement.pk],
        "side_panels": panels.collect("placement.side", membership, [placement.pk])[placement.pk],
        "more_buttons": [
            button
            for source in panels.collect("placement.buttons", membership, [placement.pk])[placement.pk]
            for button in source.context["buttons"]
        ],
    }
    return render(request, "placements/placement_detail.html", context)


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def placement_edit(request, public_id):
    """Change tasks, mentor, hours or days while it is agreed or running."""
    placement = placement_or_404(request, public_id, _("Endre praksisplass"))
    _still_held(placement)
    form = ChangePlacementForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=placement.version,
        placement=placement,
        cancel_url=placement_url(placement),
    )
    form.employer = placement.employer
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.change_placement(
                placement=placement, by=request.membership, **form.cleaned_data_for_action()
            ),
            url=placement_url,
        )
        if url:
            messages.success(request, _("Endringene er lagret."))
            return redirect(url)
    context = form_context(_("Endre praksisplassen"), placement, form)
    context["others"] = _others(request, placement.participant_id, but=placement)
    return render(request, "placements/placement_form.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def placement_end(request, public_id):
    """End a placement with its last day and a reason."""
    placement = placement_or_404(request, public_id, _("Avslutt praksis"))
    _still_held(placement)
    form = EndPlacementForm(
        request.POST if request.method == "POST" else None,
        about=placement.employer,
        membership=request.membership,
        version=placement.version,
        initial={"ends_on": min(clock.today(), placement.ends_on)},
        cancel_url=placement_url(placement),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.end_placement(placement=placement, by=request.membership, **form.cleaned_data_for_action()),
            url=placement_url,
        )
        if url:
            messages.success(request, _("Praksisen er avsluttet."))
            return redirect(url)
    context = form_context(_("Avslutt praksisen"), placement, form)
    return render(request, "placements/placement_form.html", context, status=page_status(form))


def _others(request, participant_id: int, but: Placement | None = None) -> list[Placement]:
    """The participant's other placements that the reader may see: no day of theirs can be chosen."""
    found = Placement.objects.visible_to(request.membership).filter(participant=participant_id)
    found = found.exclude(status=Placement.Status.CANCELLED).exclude(pk=but.pk if but else None)
    return list(found.select_related("employer").order_by("-starts_on", "-pk")[:5])


def _still_held(placement: Placement) -> None:
    """An ended placement is kept as it is."""
    if placement.status not in HOLDS_SLOT:
        raise PermissionDenied(_("Praksisen er avsluttet og kan ikke endres."))


def form_context(title: str, placement: Placement, form) -> dict:
    """What a form page about a placement says above the form."""
    return {
        "title": title,
        "lead": _("%(name)s hos %(employer)s.")
        % {"name": placement.participant.name, "employer": placement.employer.name},
        "form": form,
        "back_url": placement_url(placement),
        "back_label": _("Praksisplassen"),
    }
