"""A year of intakes planned and adjusted before any is made, and quotas proposed for several at once (C3)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from amo import clock
from amo.forms import add_errors, page_status, perform
from amo.models import Role
from amo.policy import LogRule, page
from courses import intake_plan_page, quota_page, quota_proposals
from courses.actions.intake_plans import PlanRefusedError, plan_intakes, set_quotas
from courses.forms.intake_plans import PlanForm, PlanRowFormSet, QuotaPlanForm
from courses.forms.intakes import usable_contracts
from courses.models import Contract, Intake

COUNTY = {Role.COUNTY_STAFF}
PREVIEW, SAVE = "preview", "save"


def _crumbs(title: str) -> list[tuple[str, str]]:
    return [(_("Kursoppstarter"), reverse("courses:intake_list")), (title, "")]


# --- a year of intakes ----------------------------------------------------------------------------


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def intake_plan(request: HttpRequest) -> HttpResponse:
    """First what is asked for, then the rows that come of it, which may be changed before all are made or none."""
    membership, today = request.membership, clock.today()
    cancel = reverse("courses:intake_list")
    if request.method != "POST":
        form = PlanForm(
            initial=intake_plan_page.initial(_contract(request), today), membership=membership, cancel_url=cancel
        )
        return _plan_page(request, form)
    saving = request.POST.get("step") == SAVE
    rows = PlanRowFormSet(request.POST, prefix="row") if saving else None
    form = PlanForm(request.POST, rows=rows, membership=membership, cancel_url=cancel)
    if not form.is_valid() or (saving and not rows.is_valid()):
        return _plan_page(request, form, status=422)
    if not saving:
        values, said = intake_plan_page.rows(form.cleaned_data, today)
        rows = PlanRowFormSet(prefix="row", initial=values)
        rows.notes = said
        form = PlanForm(request.POST, rows=rows, membership=membership, cancel_url=cancel)
        form.is_valid()
        return _plan_page(request, form)
    made = _make(request, form, rows)
    return made or _plan_page(request, form, status=page_status(form))


def _contract(request: HttpRequest) -> Contract | None:
    """The contract named in the address; with one only, that one."""
    contracts = usable_contracts(request.membership)
    try:
        wanted = UUID(request.GET.get("avtale", ""))
    except ValueError:
        found = list(contracts[:2])
        return found[0] if len(found) == 1 else None
    return contracts.filter(public_id=wanted).first()


def _make(request: HttpRequest, form: PlanForm, rows) -> HttpResponse | None:
    data, chosen = form.cleaned_data, rows.chosen()
    made: list[Intake] = []

    def work():
        common = {"place": data["place"], "district": data["district"]}
        try:
            made.extend(
                plan_intakes(
                    contract=data["contract"],
                    rows=[common | row.values() for _index, row in chosen],
                    by=request.membership,
                    opened=data["opened"],
                    quota_method=data["quota_method"],
                )
            )
        except PlanRefusedError as refused:
            for position, error in refused.rows.items():
                add_errors(chosen[position][1], error)
            raise
        return made

    url = perform(request, form, work, url=lambda _made: f"{reverse('courses:intake_list')}?quick=own&sort=start")
    if not url:
        return None
    if made:
        text = ngettext("%(n)d kurs er opprettet.", "%(n)d kurs er opprettet.", len(made)) % {"n": len(made)}
        messages.success(request, text)
    return redirect(url)


def _plan_page(request: HttpRequest, form: PlanForm, status: int = 200) -> HttpResponse:
    title = _("Planlegg kursoppstarter")
    lead = _("Se datoene og rett rad for rad før kursene opprettes. Enten opprettes alle, eller ingen.")
    context = {"title": title, "lead": lead, "form": form, "crumbs": _crumbs(title), "has_errors": status == 422}
    return render(request, "courses/intakes/plan.html", context, status=status)


# --- quotas for several ---------------------------------------------------------------------------


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def intake_quotas(request: HttpRequest) -> HttpResponse:
    """Quotas proposed with the numbers they rest on, for the intakes that are ticked; saved as they were shown."""
    membership = request.membership
    intakes = _quota_intakes(membership)
    posted = request.POST if request.method == "POST" else None
    form = QuotaPlanForm(
        posted,
        intakes=intakes,
        initial={"intakes": _ticked(request, intakes)},
        membership=membership,
        cancel_url=reverse("courses:intake_list"),
    )
    if posted is not None and form.is_valid():
        # A refusal takes its field out of the form's own.
        data = dict(form.cleaned_data)
        if posted.get("step") == SAVE:
            url = perform(
                request, form, lambda: _save(request, data), url=lambda _saved: reverse("courses:intake_list")
            )
            if url:
                messages.success(request, _("Kvotene er lagret."))
                return redirect(url)
        form.show(_proposal(data, membership.county_id))
    title = _("Kvoter per kontor")
    context = {"title": title, "lead": _quota_lead(), "form": form, "crumbs": _crumbs(title)}
    return render(request, "components/form_page.html", context, status=page_status(form))


def _quota_lead() -> str:
    return _("Kvotene er myke: plasser som ikke brukes, kan fylles over kvote. Du ser forslaget før det lagres.")


def _proposal(data: dict, county_id: int) -> dict:
    day = clock.today()
    proposals = quota_proposals.propose(
        data["intakes"], data["method"], county_id=county_id, minimum_percent=data["minimum_percent"], day=day
    )
    by_share = data["method"] == quota_proposals.BY_SHARE
    return quota_page.context(proposals, county_id=county_id, day=day, by_share=by_share)


def _save(request: HttpRequest, data: dict) -> list[Intake]:
    return set_quotas(
        intakes=list(data["intakes"]),
        method=data["method"],
        minimum_percent=data["minimum_percent"],
        seen=request.POST.get("seen", ""),
        by=request.membership,
    )


def _quota_intakes(membership):
    """The county's classes that have not begun, the next first."""
    own = Intake.objects.visible_to(membership).filter(
        contract__concept__county=membership.county_id, status__in=[Intake.Status.PLANNED, Intake.Status.OPEN]
    )
    return own.with_names().order_by("starts_on", "code")


def _ticked(request: HttpRequest, intakes) -> list[int]:
    """The intake the county comes from (`?kurs=`)."""
    wanted = request.GET.get("kurs", "")
    return [intake.pk for intake in intakes if str(intake.public_id) == wanted]
