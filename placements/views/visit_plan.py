"""The visits of a whole class, planned in one go (L5)."""

from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from amo import clock
from amo.forms import add_errors, page_status, perform
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from courses.views.classes import class_crumbs, class_or_404
from placements import visit_plan_page
from placements.actions.visit_plans import Row, RowsRefusedError, plan_visits
from placements.forms.visit_plan import ClassVisitsForm, EveryWeeksForm, VisitRowFormSet


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_http_methods(["GET", "HEAD", "POST"])
def class_visits(request: HttpRequest, public_id) -> HttpResponse:
    """A proposed day for every visit that is missing in the class's plan; changed row by row, saved all at once."""
    intake = class_or_404(request, public_id)
    placements = visit_plan_page.of_class(request.membership, intake)
    every = EveryWeeksForm(request.GET if {"uker", "steder"} & request.GET.keys() else None)
    by_id = {str(placement.public_id): placement for placement in placements}
    kwargs = {"prefix": "row", "form_kwargs": {"placements": by_id}}
    if request.method == "POST":
        rows = VisitRowFormSet(request.POST, **kwargs)
    else:
        found = visit_plan_page.proposals(
            placements, intake, every_weeks=every.weeks(), most_places=every.places(), today=clock.today()
        )
        initial = [{**one, "placement": one["placement"].public_id} for one in found]
        rows = VisitRowFormSet(initial=initial, **kwargs)
    back = reverse("courses:roster", args=[intake.public_id])
    form = ClassVisitsForm(
        request.POST if request.method == "POST" else None,
        rows=rows,
        groups=_groups(rows),
        membership=request.membership,
        cancel_url=back,
    )
    wrong = False
    if request.method == "POST":
        wrong = not (rows.is_valid() and form.is_valid())
        if not wrong and (made := _save(request, form, rows)):
            return made
    context = {
        "title": _("Planlegg besøk for klassen"),
        "intake": intake,
        "form": form,
        "every": every if every.is_bound else EveryWeeksForm(),
        "every_weeks": every.weeks(),
        "most_places": every.places(),
        "planned": [(one, days) for one in placements if (days := visit_plan_page.already(one))],
        "has_placements": bool(placements),
        "has_rows": bool(rows.forms),
        "has_errors": wrong or bool(form.errors),
        "crumbs": class_crumbs(intake, _("Planlegg besøk")),
    }
    return render(request, "placements/visits/plan.html", context, status=422 if wrong else page_status(form))


def _groups(rows) -> list[tuple]:
    """(employer, its rows) in the page's order; rows whose placement is gone come last, without an employer."""
    ordered = sorted(enumerate(rows.forms), key=lambda one: (one[1].at is None, one[0]))
    employer = lambda one: one[1].at.employer if one[1].at else None  # noqa: E731
    return [(key, [form for _index, form in group]) for key, group in groupby(ordered, key=employer)]


def _save(request: HttpRequest, form: ClassVisitsForm, rows) -> HttpResponse | None:
    chosen = rows.chosen()
    made: list | None = None

    def work():
        nonlocal made
        wanted = [Row(row.at.pk, row.cleaned_data["planned_for"], row.cleaned_data["planned_at"]) for _n, row in chosen]
        try:
            made = plan_visits(rows=wanted, by=request.membership)
        except RowsRefusedError as refused:
            for position, error in refused.rows.items():
                add_errors(chosen[position][1], error)
            raise

    url = perform(request, form, work, url=lambda _none: reverse("placements:agenda"))
    if not url:
        return None
    count = len(made or [])
    if made is None:
        text = _("Besøkene var planlagt fra før. Ingen er planlagt to ganger.")
    else:
        text = ngettext("%(n)d besøk er planlagt.", "%(n)d besøk er planlagt.", count) % {"n": count}
    messages.success(request, text)
    return redirect(url)
