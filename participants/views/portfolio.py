"""The portfolio list, the search for a person, and who was never told about courses."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from amo import clock, stored_search
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from participants import list_memory, never_told
from participants.filters import PortfolioList, scope_tabs
from participants.identity import compact
from participants.list_rules import portfolio_rows
from participants.models import Participant


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_safe
def portfolio(request: HttpRequest) -> HttpResponse:
    """ "Mine brukere": own people or the whole office."""
    listpage = PortfolioList(request, portfolio_rows(request.membership, clock.today()))
    if not request.membership.is_office:
        listpage.title = _("Brukere på fylkets kurs")
    elif listpage.scope == "all":
        listpage.title = _("Kontorets brukere")
    if "export" not in request.GET:
        list_memory.remember(request)
    return listpage.response()


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_POST
def search(request: HttpRequest) -> HttpResponse:
    """Search by name or identity number. The term stays on the server; a whole number leads straight to the person."""
    number = compact(request.POST.get("q", ""))
    if len(number) == 11:
        found = Participant.objects.openable_by(request.membership).filter(national_id=number).first()
        if found:
            return redirect("participants:detail", found.public_id)
    return stored_search.redirect_to(request, reverse("participants:list"))


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_safe
def never_told_list(request: HttpRequest) -> HttpResponse:
    """Who was never told about courses, counted: the office by caseworker, the county by office (P5)."""
    membership = request.membership
    lines = never_told.by_caseworker(membership) if membership.is_office else never_told.by_office(membership)
    context = {"total": never_told.total(lines), "by_office": not membership.is_office}
    context |= {"columns": never_told.columns(membership), "rows": never_told.rows(lines)}
    portfolio_url = reverse("participants:list")
    context["scopes"] = scope_tabs(membership, "never_told", lambda scope: f"{portfolio_url}?f=1&scope={scope}")
    return render(request, "participants/never_told.html", context)
