"""Contracts (C2): the list, one contract, and what the county does with it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amo import clock, stored_search
from amo.forms import DateField, KursForm, page_status, perform
from amo.models import Role
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from courses import contract_page
from courses.actions import contracts as actions
from courses.contract_facts import extended, living_intakes
from courses.contract_list import STATUS_COLORS, ContractList
from courses.forms import contracts as forms
from courses.models import Concept, Contract, ContractOption

COUNTY = {Role.COUNTY_STAFF}
READERS = {*NAV_ROLES, Role.PROVIDER_LEAD}
METHODS = ["GET", "HEAD", "POST"]


@page(roles=READERS, log=LogRule.NONE)
@require_safe
def contract_list(request: HttpRequest) -> HttpResponse:
    """NAV: every county's contracts. A provider lead: her provider's own."""
    found = Contract.objects.visible_to(request.membership).select_related("concept__county", "provider")
    may_add = request.membership.role == Role.COUNTY_STAFF
    return ContractList(request, found).response({"may_add": may_add, "crumbs": crumbs()})


@page(roles=READERS, log=LogRule.NONE)
@require_POST
def contract_search(request: HttpRequest) -> HttpResponse:
    """Keep the search term and show what it finds."""
    return stored_search.redirect_to(request, reverse("courses:contract_list"))


@page(roles=READERS, log=LogRule.LIST)
@require_safe
def contract_detail(request: HttpRequest, public_id) -> HttpResponse:
    """One contract: period, places, options, classes, hand-overs; for NAV the tender and what comes after."""
    contract, membership = contract_or_404(request, public_id), request.membership
    own = is_own(request, contract)
    living = own and living_intakes(contract).exists()
    context = contract_page.context(contract, membership, clock.today())
    context |= {
        "color": STATUS_COLORS[contract.status],
        "may_edit": own and contract.status in actions.CHANGEABLE,
        "may_activate": own and contract.status == Contract.Status.DRAFT,
        "may_hand_over": living and contract.status in ("active", "ended"),
        "crumbs": crumbs(contract),
    }
    return render(request, "courses/contracts/detail.html", context)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def contract_new(request: HttpRequest) -> HttpResponse:
    """A new contract, or the tender for one; `?kurs=` and the milestones in the query fill it in."""
    return _contract_form(request, None)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def contract_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change a contract that is not over."""
    contract = own_or_403(request, public_id)
    if contract.status not in actions.CHANGEABLE:
        raise PermissionDenied
    return _contract_form(request, contract)


def _contract_form(request: HttpRequest, contract: Contract | None) -> HttpResponse:
    membership = request.membership
    data = request.POST if request.method == "POST" else None
    back = contract.get_absolute_url() if contract else reverse("courses:contract_list")
    options = forms.option_formset(data, contract)
    initial = {} if contract else _suggested(request)
    form = forms.ContractForm(
        data, instance=contract, initial=initial, membership=membership, options=options, cancel_url=back
    )
    if request.method == "POST" and form.is_valid() & options.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.save_contract(
                contract=contract,
                values=form.values(),
                options=options.rows(),
                by=membership,
                version=form.cleaned_data.get("version"),
            ),
        )
        if url:
            messages.success(request, _("Avtalen er lagret."))
            return redirect(url)
    title = contract.number if contract else _("Ny avtale")
    status = 422 if options.is_bound and options.total_error_count() else page_status(form)
    lead = ""
    if contract and contract.status == Contract.Status.ACTIVE:
        lead = _("Kurs og leverandør endres ikke her: kursene overføres til en annen avtale når leverandøren skiftes.")
    context = {
        "form": form,
        "title": title,
        "lead": lead,
        "has_errors": status == 422,
        "crumbs": crumbs(contract, _("Endre") if contract else title),
    }
    return render(request, "courses/contracts/form.html", context, status=status)


def _suggested(request: HttpRequest) -> dict:
    """What the page that plans a procurement sends along; anything odd is passed over."""
    found = {}
    for name in ("starts_on", "announced_on", "deadline_on", "awarded_on"):
        try:
            found[name] = DateField(required=False).clean(request.GET.get(name, ""))
        except forms.forms.ValidationError:
            continue
    try:
        wanted = UUID(request.GET.get("kurs", ""))
    except ValueError:
        return found
    concepts = Concept.objects.visible_to(request.membership).filter(county=request.membership.county_id)
    concept = concepts.filter(public_id=wanted).first()
    return found | {"concept": concept.pk} if concept else found


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def contract_activate(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, then put the contract in force."""
    contract = own_or_403(request, public_id)
    form = _form(request, KursForm, contract, submit=_("Sett i kraft"))

    def work():
        return actions.activate(contract=contract, by=request.membership, version=form.cleaned_data["version"])

    return confirm(
        request,
        form,
        work,
        contract,
        title=_("Sett avtalen i kraft"),
        text=_("Kursleverandøren ser avtalen, og det kan legges inn kursoppstarter på den."),
        done=_("Avtalen er satt i kraft."),
        details=[
            (_("Kurs"), contract.concept.title),
            (_("Kursleverandør"), str(contract.provider or _("Ikke valgt ennå"))),
            (_("Avtaleperiode"), f"{date_format(contract.starts_on)} – {date_format(contract.ends_on)}"),
            (_("Kjøpte plasser"), contract.places_bought),
        ],
    )


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def contract_cancel(request: HttpRequest, public_id) -> HttpResponse:
    """Cancel a contract that has no classes left; otherwise show which, and where they are handed over or ended."""
    contract = own_or_403(request, public_id)
    living = list(living_intakes(contract))
    form = _form(request, forms.CancelForm, contract)

    def work():
        data = form.cleaned_data
        return actions.cancel(contract=contract, reason=data["reason"], by=request.membership, version=data["version"])

    return confirm(
        request,
        form,
        work,
        contract,
        title=_("Avbryt avtalen"),
        text=_("Avtalen kan ikke tas i bruk igjen. Kursleverandøren beholder bare innsyn i deltakere som har sluttet."),
        done=_("Avtalen er avbrutt."),
        template="courses/contracts/cancel.html",
        living=living,
        danger=True,
    )


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def contract_option(request: HttpRequest, public_id, number: int) -> HttpResponse:
    """Use an option of the contract, or let it go."""
    contract = own_or_403(request, public_id)
    option = get_object_or_404(contract.options, number=number)
    form = _form(request, forms.OptionDecisionForm, contract)

    def work():
        data = form.cleaned_data
        action = actions.use_option if data["decision"] == "use" else actions.decline_option
        action(contract=contract, number=number, by=request.membership, note=data["note"], version=data["version"])
        return contract

    if option.status != ContractOption.Status.OPEN:
        messages.info(request, _("Opsjonen er allerede avgjort."))
        return redirect(contract.get_absolute_url())
    return confirm(
        request,
        form,
        work,
        contract,
        title=_("Opsjon %(n)d") % {"n": number},
        text=_("Brukes opsjonen, forlenges avtalen med én gang."),
        done=_("Opsjonen er avgjort."),
        details=[
            (_("Avtalen går ut"), date_format(contract.ends_on)),
            (_("Med opsjonen"), date_format(extended(contract.ends_on, option.months))),
            (_("Siste dag å bruke den"), date_format(option.use_by)),
        ],
    )


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def option_reopen(request: HttpRequest, public_id, number: int) -> HttpResponse:
    """Ask, then undo today's decision about an option."""
    contract = own_or_403(request, public_id)
    get_object_or_404(contract.options, number=number)
    form = _form(request, KursForm, contract, submit=_("Angre avgjørelsen"))

    def work():
        actions.reopen_option(
            contract=contract, number=number, by=request.membership, version=form.cleaned_data["version"]
        )
        return contract

    return confirm(
        request,
        form,
        work,
        contract,
        title=_("Angre avgjørelsen om opsjon %(n)d") % {"n": number},
        text=_("Opsjonen står igjen som ikke avgjort, og avtalen går ut som før."),
        done=_("Avgjørelsen er angret."),
    )


# --- shared -------------------------------------------------------------------------------------


def crumbs(contract: Contract | None = None, *more: str) -> list[tuple[str, str]]:
    """Breadcrumbs of the list, of a contract, and of pages under it."""
    if contract is None and not more:
        return [(_("Avtaler"), "")]
    found = [(_("Avtaler"), reverse("courses:contract_list"))]
    if contract is not None:
        found.append((contract.number, contract.get_absolute_url() if more else ""))
    return [*found, *((label, "") for label in more)]


def contract_or_404(request: HttpRequest, public_id) -> Contract:
    found = Contract.objects.visible_to(request.membership).select_related("concept__county", "provider")
    return get_object_or_404(found, public_id=public_id)


def is_own(request: HttpRequest, contract: Contract) -> bool:
    county = request.membership.county_id
    return county is not None and contract.concept.county_id == county


def own_or_403(request: HttpRequest, public_id) -> Contract:
    """The contract, for its own county only: another county's may be read, not changed."""
    contract = contract_or_404(request, public_id)
    if not is_own(request, contract):
        raise PermissionDenied
    return contract


def _form(request: HttpRequest, form_class, contract: Contract, **more) -> KursForm:
    return form_class(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=contract.version,
        cancel_url=contract.get_absolute_url(),
        **more,
    )


def confirm(
    request: HttpRequest,
    form: KursForm,
    work: Callable,
    contract: Contract,
    *,
    title: str,
    text: str,
    done: str,
    template: str = "components/confirm_page.html",
    **context,
) -> HttpResponse:
    """Ask, run `work` once, and go to where it leads."""
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, work)
        if url:
            messages.success(request, done)
            return redirect(url)
    context |= {"form": form, "title": title, "text": text, "contract": contract, "crumbs": crumbs(contract, title)}
    return render(request, template, context, status=page_status(form))
