"""A caseworker's own mark on a row of the list: in the row itself, or on a page of its own without JavaScript (P4)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from amo.forms import page_status, perform
from amo.models import Membership
from amo.models.users import OFFICE_ROLES
from amo.policy import LogRule, page
from amo.redirects import safe_next
from participants import actions
from participants.filters import shown_mark
from participants.forms.portfolio import MarkForm
from participants.models import Participant, PortfolioMark
from participants.views.lookups import visible_participant


@page(roles=OFFICE_ROLES, log=LogRule.LIST)
@require_http_methods(["GET", "POST"])
def mark(request: HttpRequest, public_id) -> HttpResponse:
    """Set, change or take away one's own colour and note. It shows no more of the person than the list does."""
    participant = visible_participant(request, public_id)
    membership, back = request.membership, safe_next(request, "participants:list")
    own = _own(membership, participant)
    if request.htmx and request.method == "GET" and "vis" in request.GET:
        return _cell(request, participant, own, back)
    form = MarkForm(
        request.POST if request.method == "POST" else None,
        membership=membership,
        cancel_url=back,
        initial={"color": own.color, "note": own.note} if own else {"color": ""},
        # Several rows may be open at once.
        auto_id=f"id_%s_{participant.public_id}" if request.htmx else "id_%s",
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data_for_action()
        url = perform(
            request,
            form,
            lambda: actions.set_mark(participant=participant, by=membership, **values),
            url=lambda saved: back,
        )
        if url and request.htmx:
            return _cell(request, participant, _own(membership, participant), back, said=_("Merkingen er lagret."))
        if url:
            messages.success(request, _("Merkingen er lagret."))
            return redirect(url)
    title = _("Egen merking: %(name)s") % {"name": participant.list_name}
    context = {"form": form, "person": participant, "title": title, "back_url": back}
    context["back_label"] = _("Tilbake til listen")
    if not request.htmx:
        return render(request, "components/form_page.html", context, status=page_status(form))
    form.helper.form_tag, form.helper.disable_csrf, form.helper.submit_actions = False, True, None
    form.helper.field_size = "small"
    address = request.get_full_path()
    context |= {"next": back, "url": address, "shown_url": f"{address}&vis=1", "mark": _shown(participant, own, back)}
    return render(request, "participants/_mark_form.html", context, status=page_status(form))


def _own(membership: Membership, participant: Participant) -> PortfolioMark | None:
    return PortfolioMark.objects.visible_to(membership).filter(participant=participant).first()


def _shown(participant: Participant, own: PortfolioMark | None, back: str) -> dict:
    return shown_mark(participant, own.color if own else "", own.note if own else "", back=back)


def _cell(
    request: HttpRequest, participant: Participant, own: PortfolioMark | None, back: str, said: str = ""
) -> HttpResponse:
    """In place of the form: the cell as the list shows it, with the focus on its link."""
    return render(request, "participants/_mark_saved.html", {"mark": _shown(participant, own, back), "said": said})
