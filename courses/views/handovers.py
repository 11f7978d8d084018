"""Hand-overs of classes to another contract (C2): form, preview, confirm, call off."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock
from amo.forms import KursForm, page_status, perform
from amo.policy import LogRule, page
from courses import handover_page
from courses.actions import handover as actions
from courses.contract_facts import living_intakes
from courses.forms.contracts import HandoverForm, handover_initial
from courses.models import Contract, Handover
from courses.views.contracts import COUNTY, METHODS, READERS, confirm, crumbs, is_own, own_or_403

Status = Handover.Status


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def handover_new(request: HttpRequest, public_id) -> HttpResponse:
    """Choose the classes, the new contract and the day."""
    contract = own_or_403(request, public_id)
    initial = {
        "day": max(clock.today(), contract.starts_on),
        "intakes": list(living_intakes(contract).values_list("pk", flat=True)),
    }
    return _handover_form(request, contract, None, initial)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def handover_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change a hand-over that is not confirmed."""
    handover = _own(request, public_id)
    if handover.status != Status.DRAFT:
        raise PermissionDenied
    return _handover_form(request, handover.from_contract, handover, handover_initial(handover))


def _handover_form(request: HttpRequest, contract: Contract, handover: Handover | None, initial: dict) -> HttpResponse:
    form = HandoverForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=handover.version if handover else None,
        contract=contract,
        initial=initial,
        cancel_url=handover.get_absolute_url() if handover else contract.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        work = lambda: actions.draft_handover(from_contract=contract, handover=handover, by=request.membership, **data)  # noqa: E731
        url = perform(request, form, work)
        if url:
            return redirect(url)
    title = _("Overfør kurs til ny avtale")
    context = {
        "title": title,
        "form": form,
        "lead": _("Deltakerne følger kurset. Ingenting skjer før du har sett hvem det gjelder, og bekreftet."),
        "crumbs": crumbs(contract, title),
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=READERS, log=LogRule.NONE)
@require_safe
def handover_detail(request: HttpRequest, public_id) -> HttpResponse:
    """What a hand-over does, or did, in counts."""
    handover = _handover(request, public_id)
    own = is_own(request, handover.from_contract)
    if handover.status in (Status.DRAFT, Status.CANCELLED) and not own:
        raise PermissionDenied
    context = {
        "handover": handover,
        "color": handover_page.COLORS[handover.status],
        "facts": handover_page.facts(handover, request.membership),
        "preview": handover_page.preview(handover, request.membership) if own else None,
        "may_confirm": own and handover.status == Status.DRAFT,
        "may_cancel": own and handover.status in (Status.DRAFT, Status.PLANNED),
        "today": clock.today(),
        "crumbs": crumbs(_readable(request, handover), _("Overføring")),
    }
    return render(request, "courses/contracts/handover.html", context)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def handover_confirm(request: HttpRequest, public_id) -> HttpResponse:
    """Decide the hand-over after the preview."""
    handover = _own(request, public_id)
    form = _form(request, handover, _("Bekreft overføringen"))

    def work():
        return actions.confirm_handover(handover=handover, by=request.membership, version=form.cleaned_data["version"])

    if handover.day <= clock.today():
        text = _("Kursene overføres nå. Dette kan ikke angres: en ny overføring må til for å flytte dem tilbake.")
    else:
        text = _("Kursene overføres %(day)s. Fram til da kan overføringen avlyses.")
        text %= {"day": date_format(handover.day)}
    return confirm(
        request,
        form,
        work,
        handover.from_contract,
        title=_("Bekreft overføringen"),
        text=text,
        done=_("Overføringen er bekreftet."),
        details=handover_page.preview(handover, request.membership)["touched"],
    )


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def handover_cancel(request: HttpRequest, public_id) -> HttpResponse:
    """Give up a hand-over that has not happened."""
    handover = _own(request, public_id)
    form = _form(request, handover, _("Avlys overføringen"))

    def work():
        return actions.cancel_handover(handover=handover, by=request.membership, version=form.cleaned_data["version"])

    return confirm(
        request,
        form,
        work,
        handover.from_contract,
        title=_("Avlys overføringen"),
        text=_(
            "Kursene blir hos kursleverandøren de er hos. Leverandørene får beskjed hvis overføringen var bekreftet."
        ),
        done=_("Overføringen er avlyst."),
        danger=True,
    )


def _handover(request: HttpRequest, public_id) -> Handover:
    found = Handover.objects.visible_to(request.membership).with_names()
    return get_object_or_404(found.select_related("made_by__user"), public_id=public_id)


def _readable(request: HttpRequest, handover: Handover) -> Contract:
    """The one of the two contracts that this reader may open: a provider only its own."""
    takes_over = request.membership.provider_id == handover.to_contract.provider_id
    return handover.to_contract if request.membership.is_provider and takes_over else handover.from_contract


def _own(request: HttpRequest, public_id) -> Handover:
    handover = _handover(request, public_id)
    if not is_own(request, handover.from_contract):
        raise PermissionDenied
    return handover


def _form(request: HttpRequest, handover: Handover, submit: str) -> KursForm:
    return KursForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=handover.version,
        cancel_url=handover.get_absolute_url(),
        submit=submit,
    )
