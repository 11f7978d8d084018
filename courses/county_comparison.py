"""The counties' courses side by side: what each county offers people who want the same work (C6)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Count, F, Q, QuerySet, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import panels
from amo.models import County, Membership
from courses import specification
from courses.concept_page import asks, minimums, short
from courses.facts_catalogue import COMING, STRICTLY_CONFIDENTIAL, free_for_office
from courses.models import Concept, Intake, Wish
from courses.specification import Specification

MOST = 8
"""Courses side by side: more cannot be read across."""

HALF_YEAR, YEAR = 182, 365
WAITS = (Wish.Status.PENDING, Wish.Status.WAITING)


def found(membership: Membership, *, occupation=None, category: str = "", title: str = "", like: Concept | None = None):
    """Concepts in use that lead to the occupation, are of the category, have the words in their title, or are `like` one.

    Like one: lead to one of the same occupations, or have the same title. None when nothing was asked for.
    """
    concepts = Concept.objects.visible_to(membership).filter(is_active=True)
    if like is not None:
        same = Q(title__iexact=like.title) | Q(occupations__in=like.occupations.all())
        concepts = concepts.filter(Q(pk__in=Concept.objects.filter(same).values("pk")) | Q(pk=like.pk))
    if occupation is not None:
        concepts = concepts.filter(occupations=occupation)
    if category:
        concepts = concepts.filter(category=category)
    for word in title.split():
        concepts = concepts.filter(title__icontains=word)
    return concepts.order_by("county__name", "title_sort", "pk") if like or occupation or category or title else None


def context(concepts: QuerySet[Concept], membership: Membership, day: dt.date, *, only_different: bool) -> dict:
    """Columns (one per course, by county), rows of what they offer, and the counties that have none."""
    shown = list(specification.with_content(concepts)[: MOST + 1])
    more, shown = len(shown) > MOST, shown[:MOST]
    offer = _offers(shown, membership, day)
    rows = _rows(shown, offer)
    with_courses = set(concepts.order_by().values_list("county", flat=True))
    results = panels.collect("concept.results", membership, [concept.pk for concept in shown])
    return {
        "columns": [
            {
                "county": concept.county.name,
                "title": concept.title,
                "url": reverse("courses:concept_detail", args=[concept.public_id]),
                "panel_list": results[concept.pk],
            }
            for concept in shown
        ],
        "rows": [row for row in rows if _differs(row) or not only_different],
        "more": more,
        "most": MOST,
        "without": [county.name for county in County.objects.visible_to(membership) if county.pk not in with_courses],
    }


def _differs(row: dict) -> bool:
    return any(cell != row["cells"][0] for cell in row["cells"])


def _rows(concepts: Sequence[Concept], offer: dict[int, dict]) -> list[dict]:
    """{"label", "cells": [[paragraph, …] per course]}; a row that says nothing of any course is left out."""
    specs = [specification.of_concept(concept) for concept in concepts]
    said = [
        (_("Laget for"), [[spec.display("audience")] for spec in specs]),
        (_("Skal føre til"), [[spec.display("aim")] for spec in specs]),
        (_("Varighet"), [[_weeks(spec)] for spec in specs]),
        (_("Timer i uka"), [[str(spec.hours_per_week)] for spec in specs]),
        (_("Norsk, minst"), [_norwegian(spec) for spec in specs]),
        (_("Norskstøtte"), [[spec.language_support or _("Ingen")] for spec in specs]),
        (_("Kursbevis og prøver"), [[str(kind) for kind in spec.gives] for spec in specs]),
        (_("Sjekkliste"), [[f"{item.label}: {asks(item)}" for item in spec.checklist] for spec in specs]),
    ]
    offered = [
        (_("Neste kursstart"), "next"),
        (_("Plasser som starter innen 6 måneder"), "half_year"),
        (_("Plasser som starter innen 12 måneder"), "year"),
        (_("Ledige plasser nå"), "free"),
        (_("Ledige plasser for kontoret"), "own"),
        (_("Søkere som venter"), "waiting"),
    ]
    said += [(label, [[offer[concept.pk][name]] for concept in concepts]) for label, name in offered]
    rows = [{"label": label, "cells": [[text for text in cell if text] for cell in cells]} for label, cells in said]
    return [row for row in rows if any(row["cells"])]


def _weeks(spec: Specification) -> str:
    return _("%(weeks)d uker: %(theory)d uker teori og %(placement)d uker praksis") % {
        "weeks": spec.weeks,
        "theory": spec.theory_weeks,
        "placement": spec.placement_weeks,
    }


def _norwegian(spec: Specification) -> list[str]:
    return [f"{skill} {level}" for skill, level in minimums(spec)] or [_("Ikke noe krav")]


def _offers(concepts: Sequence[Concept], membership: Membership, day: dt.date) -> dict[int, dict]:
    """Per concept what is to come, as text: three queries whatever the number of classes. `own` is empty without an office."""
    intakes = Intake.objects.visible_to(membership, day).filter(contract__concept__in=concepts, status__in=COMING)
    ahead = intakes.filter(starts_on__gte=day).order_by()
    places = F("capacity") + F("over_capacity")
    planned = {
        row["contract__concept"]: row
        for row in ahead.values("contract__concept").annotate(
            half_year=Sum(places, filter=Q(starts_on__lte=day + dt.timedelta(days=HALF_YEAR))),
            year=Sum(places, filter=Q(starts_on__lte=day + dt.timedelta(days=YEAR))),
        )
    }
    open_now = list(intakes.open_for_application(day).select_related("contract").order_by("starts_on", "pk"))
    own = free_for_office(open_now, membership.office_id)
    free, mine, first = defaultdict(int), defaultdict(int), {}
    for intake in open_now:
        concept = intake.contract.concept_id
        free[concept] += intake.free_places
        mine[concept] += own[intake.pk]
        first.setdefault(concept, short(intake.starts_on))
    waiting = _waiting(concepts, day)
    return {
        concept.pk: {
            "next": first.get(concept.pk, _("Ingen åpne nå")),
            "half_year": str((planned.get(concept.pk) or {}).get("half_year") or 0),
            "year": str((planned.get(concept.pk) or {}).get("year") or 0),
            "free": str(free[concept.pk]),
            "own": str(mine[concept.pk]) if membership.office_id else "",
            "waiting": str(waiting.get(concept.pk, 0)),
        }
        for concept in concepts
    }


def _waiting(concepts: Sequence[Concept], day: dt.date) -> dict[int, int]:
    """{concept: people who wait for a place on a class to come}. Strictly confidential persons are in no count."""
    wishes = Wish.objects.filter(
        intake__contract__concept__in=concepts, status__in=WAITS, intake__starts_on__gte=day
    ).exclude(STRICTLY_CONFIDENTIAL)
    rows = wishes.order_by().values_list("intake__contract__concept")
    return dict(rows.annotate(n=Count("application__participant", distinct=True)))
