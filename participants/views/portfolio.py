"""The portfolio list, the search for a person, and giving people to a caseworker."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from amo import clock, stored_search
from amo.forms import page_status, perform
from amo.models.users import NAV_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from amo.redirects import safe_next
from participants import actions
from participants.filters import PortfolioList, portfolio_rows
from participants.forms.people import AssignForm
from participants.identity import compact
from participants.models import Participant
from participants.views.lookups import may_write

MAX_BULK = 500


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


@page(roles=OFFICE_ROLES, log=LogRule.LIST)
@require_POST
def assign(request: HttpRequest) -> HttpResponse:
    """Give the ticked persons to a caseworker: first the choice, then the change. One foreign id refuses them all."""
    back = safe_next(request, "participants:list")
    people = _chosen(request)
    if people is None:
        messages.warning(request, _("Beskyttede brukere kan ikke få veileder her. Ta dem ut av utvalget."))
        return redirect(back)
    if not people:
        messages.warning(request, _("Velg minst én bruker i listen først."))
        return redirect(back)
    sent = "caseworker" in request.POST
    form = AssignForm(request.POST if sent else None, membership=request.membership, cancel_url=back)
    if sent and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.assign_caseworker(
                participants=people, caseworker=form.cleaned_data["caseworker"], by=request.membership
            ),
            url=lambda result: back,
        )
        if url:
            text = ngettext("%(n)d bruker har fått veileder.", "%(n)d brukere har fått veileder.", len(people))
            messages.success(request, text % {"n": len(people)})
            return redirect(url)
    # The form's tag, buttons and the ticked ids stand in the page's own template.
    form.helper.form_tag, form.helper.disable_csrf, form.helper.submit_actions = False, True, None
    context = {"form": form, "people": people, "next": back, "title": _("Tildel veileder")}
    context["crumbs"] = [(_("Brukere"), back), (_("Tildel veileder"), "")]
    return render(request, "participants/assign.html", context, status=page_status(form))


def _chosen(request: HttpRequest) -> list[Participant] | None:
    """The persons of the posted ids, or None when one of them is masked for this membership.

    404 when one is outside the scope or no id at all, 403 when one is not hers to change.
    """
    try:
        keys = {UUID(one) for one in request.POST.getlist("ids")}
    except ValueError:
        raise Http404 from None
    visible = Participant.objects.visible_to(request.membership).filter(public_id__in=keys)
    if len(keys) > MAX_BULK or visible.count() != len(keys):
        raise Http404
    people = list(visible.openable_by(request.membership).select_related("caseworker__user"))
    if len(people) != len(keys):
        return None
    if not all(may_write(request.membership, person) for person in people):
        raise PermissionDenied
    return people
