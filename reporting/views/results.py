"""Results: every concept side by side, one concept in appendix 4's columns, and who is behind a number (R6)."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from amo.list_parts import Column, Empty
from amo.lists import ListPage
from amo.models.users import CASE_ROLES, PROVIDER_ROLES, Role
from amo.policy import LogRule, page
from courses.engines.shares import Share
from courses.models import Concept, Enrolment, Intake
from participants.models import Participant
from reporting import words
from reporting.engines.indicators import Table
from reporting.forms.choice import ChoiceForm, IntakeChoiceForm
from reporting.models import Category, Milestone, OutcomeSnapshot
from reporting.results import SHOWN, ConceptResults, counted, follows_in_full, results

MILESTONE_NAMES = {milestone.value: milestone.label for milestone in SHOWN}


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_GET
def results_page(request):
    """Every concept: stacked bars at three milestones, the trend, and the numbers as a table."""
    form = overview_form(request)
    rows = [_row(found) for found in results(request.membership, overview_concepts(request), form.choice())]
    context = {
        "form": form,
        "some_hidden": any(row["hide_small"] for row in rows),
        "rows": [row for row in rows if row["measured"]],
        "waiting": [row for row in rows if not row["measured"]],
        "milestones": list(MILESTONE_NAMES.values()),
        "legend": [
            {
                "label": words.AGGREGATE_LABELS.get(code) or Category(code).label,
                "count": 0,
                "color": color,
                "key": color,
            }
            for code, color in words.BAR_COLORS.items()
        ],
        "query": request.GET.urlencode(),
        "export_url": with_query(request, reverse("reporting:results_export")),
    }
    return render(request, "reporting/results.html", context)


def overview_concepts(request) -> QuerySet[Concept]:
    """The concepts of the overview, in its order."""
    return Concept.objects.visible_to(request.membership).select_related("county").order_by("title_sort", "pk")


def overview_form(request) -> ChoiceForm:
    """The overview's filter; office roles see nothing in full and have nothing to choose."""
    membership = request.membership
    return ChoiceForm(request.GET, membership=membership, in_full=not membership.is_office)


def concept_form(request, concept: Concept) -> IntakeChoiceForm:
    """The filter of one concept's page."""
    intakes = Intake.objects.visible_to(request.membership).filter(contract__concept=concept).order_by("-starts_on")
    in_full = follows_in_full(request.membership, concept)
    return IntakeChoiceForm(request.GET, membership=request.membership, in_full=in_full, intakes=intakes)


def with_query(request, url: str, **more) -> str:
    """`url` with what was chosen on this page."""
    query = request.GET.copy()
    for name, value in more.items():
        query[name] = value
    return f"{url}?{query.urlencode()}" if query else url


def _row(found: ConceptResults) -> dict:
    """One concept of the overview."""
    at_start = found.tables.get(Milestone.T0)
    return {
        "concept": found.concept,
        "hide_small": found.hide_small,
        "url": reverse("reporting:concept_results", args=[found.concept.public_id]),
        "measured": bool(found.tables),
        "started": at_start.started if at_start else None,
        "points": [
            {
                "name": MILESTONE_NAMES[weeks],
                "table": table,
                "parts": words.bar_parts(table) if table else [],
                "wide": _share(table, "wide") if table else None,
                "next_due": found.next_due.get(weeks),
            }
            for weeks, table in ((milestone.value, found.tables.get(milestone.value)) for milestone in SHOWN)
        ],
        "trend": [_percent(found.tables.get(milestone.value)) for milestone in SHOWN],
    }


def _percent(table: Table | None) -> int | None:
    return next(cell.share for cell in table.aggregates if cell.code == "wide").percent if table else None


def _share(table: Table, code: str) -> dict:
    cell = next(cell for cell in (*table.cells, *table.aggregates) if cell.code == code)
    return words.cell_view(cell, "")


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_GET
def concept_results(request, public_id):
    """One concept in appendix 4's columns, with every denominator, interval and coverage."""
    concept = get_object_or_404(
        Concept.objects.visible_to(request.membership).select_related("county"), public_id=public_id
    )
    form = concept_form(request, concept)
    found = results(request.membership, [concept], form.choice())[0]
    context = {
        "title": _("Resultater: %(concept)s") % {"concept": concept.title},
        "concept": concept,
        "form": form,
        "columns": _columns(request, found),
        "table_rows": _table_rows(found),
        "details": [
            _details(milestone, found.tables[milestone.value]) for milestone in SHOWN if milestone.value in found.tables
        ],
        "hide_small": found.hide_small,
        "definitions": [(words.AGGREGATE_LABELS[code], text) for code, text in words.AGGREGATE_DEFINITIONS.items()],
        "any_register": any(table.verified.k for table in found.tables.values()),
        "next_due": [(MILESTONE_NAMES[weeks], day) for weeks, day in found.next_due.items()],
        "export_url": with_query(request, reverse("reporting:concept_export", args=[concept.public_id])),
    }
    return render(request, "reporting/concept_results.html", context)


def _columns(request, found: ConceptResults) -> list[dict]:
    """The measured milestones, each with where its persons are listed for those who may see them."""
    behind = reverse("reporting:behind", args=[found.concept.public_id])
    return [
        {
            "name": milestone.label,
            "started": found.tables[milestone.value].started,
            "behind": "" if found.hide_small else with_query(request, behind, milestone=milestone.value),
        }
        for milestone in SHOWN
        if milestone.value in found.tables
    ]


def _table_rows(found: ConceptResults) -> list[dict]:
    """Categories in appendix 4's order, then the aggregates; one value per measured milestone."""
    tables = [found.tables[milestone.value] for milestone in SHOWN if milestone.value in found.tables]
    rows = []
    for position, code in enumerate(Category.values):
        cells = [words.cell_view(table.cells[position], Category(code).label) for table in tables]
        rows.append({"label": Category(code).label, "cells": cells, "aggregate": False})
    for position, code in enumerate(words.AGGREGATE_LABELS):
        label = words.AGGREGATE_LABELS[code]
        cells = [words.cell_view(table.aggregates[position], label) for table in tables]
        rows.append({"label": label, "cells": cells, "aggregate": True})
    return rows


def _details(milestone: Milestone, table: Table) -> dict:
    """What stands beside a milestone's row: denominators, job quality, coverage, contact range."""
    return {
        "name": milestone.label,
        "bases": [
            {
                "label": words.BASE_LABELS[base],
                "n": number,
                "shares": [_figure(words.AGGREGATE_LABELS[code], table.by_base[code][base]) for code in table.by_base],
            }
            for base, number in table.bases.items()
        ],
        "quality": [_figure(words.QUALITY_LABELS[cell.code], cell.share) for cell in table.quality],
        "main": _figure(_("Jobb bekreftet i Aa-registeret, begynt på eller etter kursstart"), table.main),
        "coverage": table.coverage,
        "contact_range": table.contact_range,
        "range_low": words.percent(table.contact_range.low) if table.contact_range else "–",
        "range_high": words.percent(table.contact_range.high) if table.contact_range else "–",
        "parts": words.bar_parts(table),
    }


def _figure(label, share: Share | None) -> dict:
    return {
        "label": label,
        "count": words.count_of(share),
        "percent": words.percent(share),
        "interval": words.interval(share),
        "note": words.why_none(share),
        "bar": words.bar(share),
    }


class BehindTheNumber(ListPage):
    """The participations counted at one milestone, for those who may see every number."""

    key = "behind"
    noun = (gettext_lazy("deltaker"), gettext_lazy("deltakere"))
    default_sort = "name"
    saveable = False
    column_list = [
        Column(
            "name",
            gettext_lazy("Deltaker"),
            value="enrolment.participant.list_name",
            sort="enrolment__participant__name_sort",
        ),
        Column("intake", gettext_lazy("Kurs"), value="enrolment.intake.code", sort="enrolment__intake__code"),
        # Not sorted by: the order would tell illness from other causes.
        Column("category", gettext_lazy("Utfall"), value="category_text"),
        Column("fte", gettext_lazy("Stilling"), value=words.fte_text, align="right"),
        Column("due_on", gettext_lazy("Målt"), sort="due_on"),
    ]
    nothing_there = Empty(gettext_lazy("Ingen er målt ennå"), gettext_lazy("Måledagen er ikke kommet for noen."))

    def prepare(self, objects):
        for snapshot in objects:
            snapshot.category_text = words.category_label(snapshot.category, self.membership)

    def row_url(self, obj):
        return reverse("courses:enrolment_detail", args=[obj.enrolment.public_id])


@page(roles=PROVIDER_ROLES | {Role.COUNTY_STAFF}, log=LogRule.LIST)
@require_GET
def behind_the_number(request, public_id):
    """The list behind a concept's numbers: own county staff and the provider of the intakes only.

    With the choice of the results page. One whose page the reader may not open is left out: her row would tell.
    """
    concept = get_object_or_404(Concept.objects.visible_to(request.membership), public_id=public_id)
    if not follows_in_full(request.membership, concept):
        raise PermissionDenied
    given = request.GET.get("milestone", "")
    weeks = int(given) if given in {str(milestone.value) for milestone in SHOWN} else Milestone.T12.value
    snapshots = (
        OutcomeSnapshot.objects.latest()
        .filter(
            counted("enrolment__"),
            concept_form(request, concept).choice().of_intakes("enrolment__intake__"),
            milestone=weeks,
            enrolment__in=Enrolment.objects.visible_to(request.membership),
            enrolment__participant__in=Participant.objects.openable_by(request.membership),
            enrolment__intake__contract__concept=concept,
        )
        .select_related("enrolment__participant", "enrolment__intake")
    )
    listpage = BehindTheNumber(request, snapshots)
    listpage.title = f"{concept.title}, {MILESTONE_NAMES[weeks].lower()}"
    crumbs = [
        (_("Resultater"), reverse("reporting:results")),
        (concept.title, with_query(request, reverse("reporting:concept_results", args=[concept.public_id]))),
        (MILESTONE_NAMES[weeks], ""),
    ]
    subtitle = _("Personer du ikke har tilgang til, er med i tallene, men ikke i lista.")
    return listpage.response({"crumbs": crumbs, "subtitle": subtitle})
