"""Barriers: reported from any page, listed, and read with what came of them (L9)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amo import stored_search
from amo.forms import page_status, perform
from amo.models import Role
from amo.models.users import CASE_ROLES
from amo.policy import LogRule, page
from amo.redirects import safe_next
from placements import barriers as read
from placements.actions import barriers as actions
from placements.barrier_about import about_page
from placements.barrier_lists import COLORS, BarrierList, CountyBarriers
from placements.barrier_months import by_level
from placements.barrier_owners import label_of, owner_of
from placements.barrier_page import detail_context
from placements.forms.barriers import BarrierForm
from placements.models import Barrier, BarrierReport

METHODS = ["GET", "HEAD", "POST"]


def barrier_or_404(request: HttpRequest, public_id) -> Barrier:
    """A barrier in scope, with its names."""
    return get_object_or_404(read.with_names(Barrier.objects.visible_to(request.membership)), public_id=public_id)


def answerable_or_403(request: HttpRequest, public_id) -> Barrier:
    """A barrier in scope that this membership is to answer."""
    barrier = barrier_or_404(request, public_id)
    if not read.may_answer(request.membership, barrier):
        raise PermissionDenied
    return barrier


def _form(request: HttpRequest, came_from: str) -> BarrierForm:
    about, county = about_page(request, came_from)
    if request.membership.home_county_id:
        county = None
    return BarrierForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        about=about,
        county=county,
        similar_url=f"{reverse('placements:barrier_similar')}?{request.GET.urlencode()}",
        cancel_url=came_from,
    )


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def barrier_new(request: HttpRequest) -> HttpResponse:
    """Report a barrier; afterwards back to the page she came from (`?next=`), which says what it is about."""
    came_from = safe_next(request, "placements:barrier_list")
    form = _form(request, came_from)
    reports: list[BarrierReport] = []
    if request.method == "POST" and form.is_valid():

        def report() -> BarrierReport:
            reports.append(actions.report_barrier(by=request.membership, **form.cleaned_data_for_action()))
            return reports[0]

        url = perform(request, form, report, url=lambda _report: came_from)
        if url:
            messages.success(request, _thanks(reports[0]) if reports else _("Barrieren er meldt."))
            return redirect(url)
    context = {
        "title": _("Meld en barriere"),
        "lead": _("Noe som hindrer folk i å få jobb. Én får ansvar for å svare, og du får vite hva det ble til."),
        "form": form,
        "back_url": came_from,
        "back_label": _("Tilbake"),
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


def _thanks(report: BarrierReport) -> str:
    """Whom it went to, and how many have told the same."""
    barrier = report.barrier
    count = barrier.reports.count()
    to = label_of(owner_of(barrier))
    if count == 1:
        return _("Barrieren er meldt til %(owner)s. Du får varsel når den er besvart.") % {"owner": to}
    text = ngettext(
        "Meldt til %(owner)s. Barrieren er nå meldt %(n)d gang.",
        "Meldt til %(owner)s. Barrieren er nå meldt %(n)d ganger.",
        count,
    )
    return text % {"owner": to, "n": count}


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_POST
def barrier_similar(request: HttpRequest) -> HttpResponse:
    """The part of the form with open barriers like what is being typed. Stores nothing."""
    form = _form(request, safe_next(request, "placements:barrier_list"))
    return render(request, "placements/barriers/_similar.html", {"form": form.unchecked(), "url": form.similar_url})


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_safe
def barrier_list(request: HttpRequest) -> HttpResponse:
    """What one has to answer, what one's side reported, and for the county's staff all of it."""
    membership = request.membership
    found = read.with_names(read.with_counts(Barrier.objects.visible_to(membership), membership))
    extra = {"is_county": membership.role == Role.COUNTY_STAFF}
    return BarrierList(request, found).response(extra)


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_POST
def barrier_search(request: HttpRequest) -> HttpResponse:
    """Keep the search and show the list."""
    url = "placements:barrier_overview" if request.POST.get("list") == "county" else "placements:barrier_list"
    return stored_search.redirect_to(request, reverse(url))


@page(roles={Role.COUNTY_STAFF}, log=LogRule.NONE)
@require_safe
def barrier_overview(request: HttpRequest) -> HttpResponse:
    """What keeps coming in the county: by level and month, and each barrier with how many reported it."""
    membership = request.membership
    found = read.with_names(read.with_counts(Barrier.objects.visible_to(membership), membership))
    months = by_level(membership)
    series = [
        {
            "label": row["label"],
            "values": row["values"],
            "note": ngettext("%(n)d melding", "%(n)d meldinger", row["total"]) % {"n": row["total"]},
        }
        for row in months["rows"]
    ]
    columns = [_("Gjelder"), *({"label": name, "align": "right"} for name in (*months["months"], _("I alt")))]
    table = [[row["label"], *row["values"], row["total"]] for row in months["rows"]]
    return CountyBarriers(request, found).response(
        {"months": months, "series": series, "columns": columns, "table": table}
    )


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_safe
def barrier_detail(request: HttpRequest, public_id) -> HttpResponse:
    """One barrier: what was reported, who has it, what was done, and the answer. One that was merged leads on."""
    barrier = barrier_or_404(request, public_id)
    if barrier.merged_into_id:
        return redirect("placements:barrier_detail", barrier.merged_into.public_id)
    context = detail_context(request.membership, barrier) | {"color": COLORS[barrier.status]}
    actions.see_answers(barrier=barrier, by=request.membership)
    return render(request, "placements/barriers/detail.html", context)
