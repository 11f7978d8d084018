"""Lists about applications: searches whose term stays on the server, offers, a class's waiting list (A3, A4)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from amo import stored_search
from amo.models import Role
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from courses import waiting_list as queue
from courses.application_lists import OfferList, WaitingList
from courses.models import Intake, Offer, Wish

PEOPLE = ("application__participant__office", "application__participant__caseworker__user")


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_POST
def application_search(request: HttpRequest) -> HttpResponse:
    """Keep the term and show the wishes it finds."""
    return stored_search.redirect_to(request, reverse("courses:application_list"))


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_POST
def offer_search(request: HttpRequest) -> HttpResponse:
    """Keep the term and show the offers it finds."""
    return stored_search.redirect_to(request, reverse("courses:offer_list"))


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_safe
def offer_list(request: HttpRequest) -> HttpResponse:
    """Offers to the office's people, or of the county's classes."""
    offers = Offer.objects.visible_to(request.membership).select_related(
        "wish__intake__contract__concept", *(f"wish__{name}" for name in PEOPLE)
    )
    crumbs = [(_("Søknader og ventelister"), reverse("courses:application_list")), (_("Tilbud om kursplass"), "")]
    return OfferList(request, offers).response({"crumbs": crumbs})


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_safe
def waiting_list(request: HttpRequest, public_id) -> HttpResponse:
    """One class's waiting list: own people to the caseworker, the office's to its lead, the whole of it to the county."""
    membership = request.membership
    intake = get_object_or_404(Intake.objects.visible_to(membership).with_names(), public_id=public_id)
    wishes = Wish.objects.visible_to(membership).filter(intake=intake, status=Wish.Status.WAITING)
    wishes = wishes.select_related("intake__contract__concept", *PEOPLE)
    extra = {
        "intake": intake,
        "waiting": len(queue.places([intake.pk], membership)),
        "own_only": membership.role == Role.CASEWORKER,
        "office_only": membership.role == Role.OFFICE_LEAD,
        "crumbs": [
            (_("Kursoppstarter"), reverse("courses:intake_list")),
            (intake.code, reverse("courses:intake_detail", args=[intake.public_id])),
            (_("Venteliste"), ""),
        ],
    }
    return WaitingList(request, wishes, intake).response(extra)
