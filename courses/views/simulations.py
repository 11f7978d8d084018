"""Simulations: criteria tried on rounds that are over (A2)."""

from dateutil.relativedelta import relativedelta
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock
from amo.forms import page_status, perform
from amo.models import Role
from amo.policy import LogRule, page
from courses.actions import simulations
from courses.forms.allocation import SimulationForm
from courses.models import AllocationSimulation
from courses.views.decisions import policies_of


def _crumbs(here: str = "") -> list[tuple[str, str]]:
    above = [(_("Tildeling"), reverse("courses:window_list"))]
    if not here:
        return [*above, (_("Simulering"), "")]
    return [*above, (_("Simulering"), reverse("courses:simulation_list")), (here, "")]


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_safe
def simulation_list(request: HttpRequest) -> HttpResponse:
    """The county's latest simulations."""
    rows = AllocationSimulation.objects.visible_to(request.membership).select_related("policy", "made_by__user")[:50]
    return render(request, "courses/allocation/simulations.html", {"rows": rows, "crumbs": _crumbs()})


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def simulation_new(request: HttpRequest) -> HttpResponse:
    """Choose a period and criteria; the work is a job with its own page. The last year of
    allocated rounds unless something else is chosen."""
    last = simulations.last_start(request.membership.county_id) or clock.today()
    form = SimulationForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        policies=policies_of(request.membership),
        initial={"first_day": last - relativedelta(years=1), "last_day": last},
        cancel_url=reverse("courses:simulation_list"),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        url = perform(
            request,
            form,
            lambda: simulations.start_simulation(by=request.membership, **data),
            url=lambda job_run: reverse("amo:job_detail", args=[job_run.public_id]),
        )
        if url:
            return redirect(url)
    context = {
        "title": _("Ny simulering"),
        "lead": _(
            "Rundene i perioden regnes ut på nytt fra opplysningene de ble fordelt på. Ingen tildeling endres, og "
            "unntak som ble gjort, er ikke med."
        ),
        "form": form,
        "crumbs": _crumbs(_("Ny simulering")),
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_safe
def simulation_detail(request: HttpRequest, public_id) -> HttpResponse:
    """The result beside what happened, per round and per office."""
    found = AllocationSimulation.objects.visible_to(request.membership).select_related("policy", "made_by__user")
    simulation = get_object_or_404(found, public_id=public_id)
    title = _("Simulering %(first)s – %(last)s") % {
        "first": date_format(simulation.first_day, "d.m.Y"), "last": date_format(simulation.last_day, "d.m.Y"),
    }  # fmt: skip
    rounds = simulation.result["rounds"]
    context = {
        "simulation": simulation,
        "title": title,
        "figures": _figures(rounds),
        "rounds": [
            [one["name"], one["applicants"], one["then"]["placed"], one["now"]["placed"],
             one["then"]["first_wish"], one["now"]["first_wish"], one["accepted"]]
            for one in rounds
        ],
        "round_columns": _columns(
            _("Runde"), _("Søkere"), _("Fikk plass"), _("Ville fått plass"), _("Fikk førsteønsket"),
            _("Ville fått førsteønsket"), _("Takket ja"),
        ),
        "offices": [[name, *row] for name, row in sorted(simulation.result["offices"].items())],
        "office_columns": _columns(_("Kontor"), _("Søkere"), _("Fikk plass"), _("Ville fått plass")),
        "crumbs": _crumbs(title),
    }  # fmt: skip
    return render(request, "courses/allocation/simulation.html", context)


def _columns(first: str, *numbers: str) -> list:
    return [first, *[{"label": label, "align": "right"} for label in numbers]]


def _figures(rounds: list[dict]) -> list[list]:
    """[name, then, with the criteria that were tried] of all rounds together."""

    def both(name: str) -> list:
        return [sum(one[side][name] for one in rounds) for side in ("then", "now")]

    days = []
    for side in ("then", "now"):
        placed = sum(one[side]["placed"] for one in rounds)
        weighted = sum(one[side]["days"] * one[side]["placed"] for one in rounds)
        days.append(round(weighted / placed) if placed else 0)
    return [
        [_("Får plass"), *both("placed")],
        [_("Får førsteønsket"), *both("first_wish")],
        [_("Over kvote"), *both("over_quota")],
        [_("Ventedager i snitt for dem som får plass"), *days],
    ]
