"""The weekly overview for offices, and the choice of having it by mail (C3)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from amo.forms import KursForm, perform
from amo.models import Office
from amo.models.users import NAV_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from courses import fill
from courses.actions.weekly_mail import choose_mail
from courses.models import WeeklyMail
from courses.week_facts import summaries
from courses.week_list import WeekList


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def intake_week(request: HttpRequest) -> HttpResponse:
    """What starts, what closes and what is free, as the own office sees it; county staff choose one of theirs."""
    membership = request.membership
    offices = list(Office.objects.filter(county=membership.home_county_id, is_active=True).order_by("name_sort"))
    office = membership.office if membership.office_id else _chosen(request, offices)
    listpage = WeekList(request, office)
    wants = membership.is_office and WeeklyMail.objects.visible_to(membership).exists()
    context = {
        "office": office,
        "offices": [] if membership.office_id else offices,
        "week": listpage.today.isocalendar().week,
        "summary": summaries([office], day=listpage.today)[office.pk] if office else None,
        "explained": fill.explained(),
        "may_choose_mail": membership.is_office,
        "wants_mail": wants,
        "mail_address": membership.user.email,
        "mail_form": KursForm(membership=membership) if membership.is_office else None,
        "crumbs": [
            (_("Kurs"), reverse("courses:concept_list")),
            (_("Kursoppstarter"), reverse("courses:intake_list")),
            (_("Kurs denne uka"), ""),
        ],
    }
    return listpage.response(context)


def _chosen(request: HttpRequest, offices: list[Office]) -> Office | None:
    wanted = request.GET.get("kontor", "")
    return next((office for office in offices if office.number == wanted), None)


@page(roles=OFFICE_ROLES, log=LogRule.NONE)
@require_POST
def intake_week_mail(request: HttpRequest) -> HttpResponse:
    """Turn Monday's mail on (`on=1`) or off."""
    wanted = request.POST.get("on") == "1"
    form = KursForm(request.POST, membership=request.membership)
    here = reverse("courses:intake_week")
    if not form.is_valid() or not perform(
        request, form, lambda: choose_mail(wanted=wanted, by=request.membership), url=lambda _result: here
    ):
        messages.error(request, _("Valget ble ikke lagret. Prøv igjen."))
    elif wanted:
        messages.success(request, _("Du får oversikten på e-post hver mandag klokka sju."))
    else:
        messages.success(request, _("Du får ikke lenger oversikten på e-post."))
    return redirect(here)
