"""Wishes for a placement and the sharing out of places in one class (L2)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from amo.forms import page_status, perform
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from courses.views.classes import class_crumbs, class_or_404
from courses.views.enrolments import enrolment_crumbs, enrolment_or_404
from placements import sharing, sharing_page
from placements.actions import sharing as actions
from placements.forms.sharing import WishesForm
from placements.models import SlotRound
from placements.views.asking import ask_first

METHODS = ["GET", "HEAD", "POST"]


def _posted(request: HttpRequest):
    return request.POST if request.method == "POST" else None


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def placement_wishes(request: HttpRequest, enrolment_id) -> HttpResponse:
    """Where one participant would like to be, in order."""
    enrolment = enrolment_or_404(request, enrolment_id, write=True)
    wishes = list(sharing.wishes_of([enrolment.pk]))
    back = reverse("placements:slot_sharing", args=[enrolment.intake.public_id])
    form = WishesForm(
        _posted(request),
        membership=request.membership,
        version=actions.wishes_version(wishes),
        wishes=wishes,
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.set_wishes(  # noqa: E731
            enrolment=enrolment, by=request.membership, **form.cleaned_data_for_action()
        )
        url = perform(request, form, work, url=lambda _wishes: back)
        if url:
            messages.success(request, _("Ønskene er lagret."))
            return redirect(url)
    title = _("Ønsker om praksisplass")
    context = {
        "title": title,
        "lead": _("Hvor vil %(name)s helst ha praksis? Sett det beste først.") % {"name": enrolment.participant.name},
        "form": form,
        "crumbs": enrolment_crumbs(request, enrolment, title),
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_safe
def slot_sharing(request: HttpRequest, public_id) -> HttpResponse:
    """The class's wishes and the proposal, with why."""
    intake = class_or_404(request, public_id)
    title = _("Fordel praksisplasser")
    context = sharing_page.context(intake, request.membership)
    context |= {"title": title, "intake": intake, "crumbs": class_crumbs(intake, title)}
    return render(request, "placements/requests/sharing.html", context)


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def slot_propose(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, then make a proposal."""
    intake = class_or_404(request, public_id)
    lead = _(
        "Forslaget bygger på ønskene, ledige plasser i praksisperioden og poeng. Ingen får beskjed før dere bruker det."
    )
    return ask_first(
        request,
        lambda form: actions.propose(intake=intake, by=request.membership),
        back=_back(intake),
        title=_("Lag forslag"),
        lead=lead,
        done=lambda _row: _("Forslaget er laget. Se over det før dere bruker det."),
    )


def _round_or_404(request: HttpRequest, public_id) -> SlotRound:
    rounds = SlotRound.objects.visible_to(request.membership).select_related("intake")
    return get_object_or_404(rounds, public_id=public_id)


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def slot_carry_out(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, then put the requests."""
    row = _round_or_404(request, public_id)
    lead = _(
        "Dere spør arbeidsgiverne for hver enkelt. Ingen har praksisplass før arbeidsgiveren har sagt ja. Er det mange "
        "som spør allerede, står forespørselen i kø."
    )
    return ask_first(
        request,
        lambda form: actions.carry_out(round=row, by=request.membership, version=form.cleaned_data["version"]),
        back=_back(row.intake),
        title=_("Bruk forslaget"),
        lead=lead,
        version=row.version,
        done=lambda result: _carried_out_text(*result),
    )


def _carried_out_text(row: SlotRound, left_out: list) -> str:
    put = row.shares.exclude(request=None).count()
    text = ngettext("%(count)d forespørsel er lagt inn.", "%(count)d forespørsler er lagt inn.", put) % {"count": put}
    if left_out:
        missing = ngettext(
            "%(count)d ble ikke lagt inn, fordi noe er endret siden forslaget ble laget.",
            "%(count)d ble ikke lagt inn, fordi noe er endret siden forslaget ble laget.",
            len(left_out),
        )
        text = f"{text} {missing % {'count': len(left_out)}}"
    return text


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def slot_discard(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, then throw the proposal away."""
    row = _round_or_404(request, public_id)
    return ask_first(
        request,
        lambda form: actions.discard(round=row, by=request.membership, version=form.cleaned_data["version"]),
        back=_back(row.intake),
        title=_("Forkast forslaget"),
        lead=_("Forslaget blir borte fra siden. Dere kan lage et nytt; ved like poeng trekkes det lodd på nytt."),
        version=row.version,
        done=lambda _row: _("Forslaget er forkastet."),
    )


def _back(intake) -> tuple[str, str]:
    return reverse("placements:slot_sharing", args=[intake.public_id]), _("Fordel praksisplasser")
