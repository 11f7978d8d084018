"""The portfolio list, and the search for a person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from amo import clock, stored_search
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from participants.filters import PortfolioList
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
