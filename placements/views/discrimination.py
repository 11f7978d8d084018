"""Reports of discrimination: told by anybody who works with cases, read and decided by the county's staff (L10)."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from amo.forms import page_status, perform
from amo.list_parts import Column, Empty, Facet, QuickFilter
from amo.lists import ListPage
from amo.models import Role
from amo.models.users import CASE_ROLES
from amo.policy import LogRule, page
from placements.actions import discrimination as actions
from placements.counties import public_id_of
from placements.forms.discrimination import DecisionForm, DiscriminationForm
from placements.models import DiscriminationReport, Employer, Placement

METHODS = ["GET", "HEAD", "POST"]
Decision = DiscriminationReport.Decision
OUTCOMES = {
    Decision.OPEN: gettext_lazy("Meldt. Avgjøres av Nav tiltak."),
    Decision.RESUME: gettext_lazy("Avgjort: Samarbeidet fortsetter."),
    Decision.STAY_PAUSED: gettext_lazy("Avgjort: Ikke flere praksisplasser her."),
}
COLORS = {Decision.OPEN: "warning", Decision.RESUME: "success", Decision.STAY_PAUSED: "danger"}


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def discrimination_new(request: HttpRequest) -> HttpResponse:
    """Report an employer (`?arbeidsgiver=`, `?plass=`). Comes it from a form that was stopped, its texts come along."""
    membership = request.membership
    employer, county = _about(request)
    carried = request.POST.get("carry") if request.method == "POST" else None
    form = DiscriminationForm(
        request.POST if request.method == "POST" and carried is None else None,
        membership=membership,
        county=county,
        initial={"employer": employer, "what": _carried_text(request, carried)},
        cancel_url=_back(employer),
    )
    if form.is_bound and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.report_discrimination(by=membership, **form.cleaned_data_for_action()),
            url=lambda _report: reverse("placements:discrimination_mine"),
        )
        if url:
            messages.success(request, _("Du har meldt fra. Nav tiltak avgjør saken, og ingen nye sendes dit imens."))
            return redirect(url)
    context = {
        "title": _("Meld diskriminering"),
        "form": form,
        "back_url": _back(employer),
        "back_label": employer.name if employer else _("Arbeidsgivere"),
    }
    return render(request, "placements/barriers/discrimination_new.html", context, status=page_status(form))


def _about(request: HttpRequest) -> tuple[Employer | None, object]:
    """(employer, county) that the address names, as far as this membership may see them."""
    membership = request.membership
    if number := public_id_of(request.GET.get("plass", "")):
        placements = Placement.objects.visible_to(membership).select_related(
            "employer", "enrolment__intake__contract__concept__county"
        )
        if placement := placements.filter(public_id=number).first():
            county = placement.enrolment.intake.contract.concept.county if membership.is_provider else None
            return placement.employer, county
    if number := public_id_of(request.GET.get("arbeidsgiver", "")):
        return Employer.objects.visible_to(membership).living().filter(public_id=number).first(), None
    return None, None


def _carried_text(request: HttpRequest, carried: str | None) -> str:
    """What stood in the fields that were stopped. It is in the request only, never in an address or a log."""
    texts = [request.POST.get(name, "") for name in (carried or "").split()[:10]]
    return "\n\n".join(text for text in texts if text)[:2000]


def _back(employer: Employer | None) -> str:
    if employer is None:
        return reverse("placements:employer_list")
    return reverse("placements:employer_detail", args=[employer.public_id])


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_safe
def discrimination_mine(request: HttpRequest) -> HttpResponse:
    """What I have reported and how it was decided, without the texts."""
    rows = [
        row | {"outcome": OUTCOMES[row["decision"]], "color": COLORS[row["decision"]]}
        for row in DiscriminationReport.objects.outcomes_for(request.membership)
    ]
    context = {"title": _("Diskriminering du har meldt"), "rows": rows}
    return render(request, "placements/barriers/discrimination_mine.html", context)


class DiscriminationList(ListPage):
    """The county's reports, those that wait first."""

    key = "discrimination"
    title = gettext_lazy("Meldt diskriminering")
    noun = (gettext_lazy("melding"), gettext_lazy("meldinger"))
    logs_people = False
    saveable = False
    column_list = [
        Column("employer", gettext_lazy("Arbeidsgiver"), value="employer.name", sort="employer__name_sort"),
        Column("reported_at", gettext_lazy("Meldt"), sort="reported_at"),
        Column("by", gettext_lazy("Meldt av"), value=lambda report: report.reported_by.organisation_name),
        Column("decision", gettext_lazy("Avgjørelse"), value="get_decision_display", sort="decision"),
        Column("decided_at", gettext_lazy("Avgjort"), sort="decided_at"),
    ]
    quick_list = [
        QuickFilter("open", gettext_lazy("Ikke avgjort"), Q(decision="")),
        QuickFilter("paused", gettext_lazy("Ikke flere praksisplasser"), Q(decision="stay_paused")),
    ]
    facet_list = [Facet("decision", gettext_lazy("Avgjørelse"), field="decision", choices=Decision.choices)]
    nothing_there = Empty(
        gettext_lazy("Ingen har meldt diskriminering"),
        gettext_lazy("Når noen melder en arbeidsgiver, settes samarbeidet på vent til dere har avgjort saken her."),
    )

    def row_url(self, obj):
        return reverse("placements:discrimination_detail", args=[obj.public_id])


@page(roles={Role.COUNTY_STAFF}, log=LogRule.NONE)
@require_safe
def discrimination_list(request: HttpRequest) -> HttpResponse:
    """The county's reports: open ones first, then the newest."""
    found = DiscriminationReport.objects.visible_to(request.membership).select_related(
        "employer", "reported_by__office", "reported_by__provider", "reported_by__county"
    )
    return DiscriminationList(request, found.order_by("decision", "-reported_at")).response()


@page(roles={Role.COUNTY_STAFF}, log=LogRule.NONE)
@require_http_methods(METHODS)
def discrimination_detail(request: HttpRequest, public_id) -> HttpResponse:
    """One report with the others about the same employer, and the decision."""
    scope = DiscriminationReport.objects.visible_to(request.membership).select_related(
        "employer", "reported_by__user", "reported_by__office", "reported_by__provider", "reported_by__county",
        "decided_by__user",
    )  # fmt: skip
    report = get_object_or_404(scope, public_id=public_id)
    here = reverse("placements:discrimination_detail", args=[report.public_id])
    others = list(scope.filter(employer=report.employer).exclude(pk=report.pk))
    form = None
    if request.method == "POST" or report.decision in DiscriminationReport.PAUSES:
        form = _decision_form(request, report, others)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        url = perform(
            request,
            form,
            lambda: actions.decide_reports(report=report, by=request.membership, **data),
            url=lambda _report: here,
        )
        if url:
            messages.success(request, _("Saken er avgjort. De som meldte fra, får vite hva dere har bestemt."))
            return redirect(url)
    context = {
        "title": _("Melding om %(employer)s") % {"employer": report.employer.name},
        "reports": [report, *others],
        "report": report,
        "form": form,
        "color": COLORS[report.decision],
        "back_url": reverse("placements:discrimination_list"),
        "back_label": _("Meldt diskriminering"),
    }
    template = "placements/barriers/discrimination_detail.html"
    return render(request, template, context, status=page_status(form) if form else 200)


def _decision_form(request: HttpRequest, report: DiscriminationReport, others: list) -> DecisionForm:
    in_force = [one for one in (report, *others) if one.decision in DiscriminationReport.PAUSES]
    return DecisionForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=report.version,
        initial={"shown": " ".join(str(one.public_id) for one in in_force)},
        submit=_("Endre avgjørelsen") if report.decision else "",
        cancel_url=reverse("placements:discrimination_list"),
    )
