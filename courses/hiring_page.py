"""What the pages about hiring requirements show: the list, one requirement in words, and a person's outlook (C4)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo.lists import Column, Empty, Facet, ListPage, Option, QuickFilter
from amo.models import County, Membership, Occupation
from courses import words_hiring
from courses.engines.fit import PersonFacts
from courses.engines.hiring import FormOutlook, HiringRule, Segment, outlook
from courses.facts_catalogue import COMING, concept_facts, hiring_rule, hiring_rule_of, segments
from courses.facts_person import person_facts
from courses.models import Concept, HiringRequirement, Intake
from courses.words_base import FORM_WORDS, Names, upper_first

# --- the list ---------------------------------------------------------------------------------


def in_force(day: dt.date) -> Q:
    return Q(valid_from__lte=day) & ended(day, negated=True)


def ended(day: dt.date, *, negated: bool = False) -> Q:
    return Q(valid_to=None) | Q(valid_to__gte=day) if negated else Q(valid_to__lt=day)


def coming(day: dt.date) -> Q:
    return Q(valid_from__gt=day)


def status_of(requirement: HiringRequirement, day: dt.date) -> dict:
    """Whether it holds on the day: {label, color}."""
    if requirement.valid_from > day:
        return {"label": _("Kommer"), "color": "info"}
    if requirement.valid_to and requirement.valid_to < day:
        return {"label": _("Avsluttet"), "color": "neutral"}
    return {"label": _("Gjelder nå"), "color": "success"}


def _segments(page: ListPage) -> list[Option]:
    names = page.base.order_by("segment").values_list("segment", flat=True).distinct()
    return [Option(name[:100], name, Q(segment=name)) for name in names]


def _occupations(page: ListPage) -> list[tuple[str, str]]:
    used = Occupation.objects.filter(pk__in=page.base.order_by().values("occupation"))
    return [(str(pk), title) for pk, title in used.values_list("pk", "title")]


def _forms() -> list[tuple[str, str]]:
    return [(form, upper_first(word())) for form, word in FORM_WORDS.items()]


def _counties(page: ListPage) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in County.objects.visible_to(page.membership).values_list("pk", "name")]


class HiringList(ListPage):
    """What employers ask for, every county's; the own county's is one click away."""

    key = "hiring"
    title = gettext_lazy("Krav til ansettelse")
    noun = (gettext_lazy("krav"), gettext_lazy("krav"))
    template = "courses/hiring_list.html"
    row_template = "courses/_hiring_row.html"
    default_sort = "segment"
    logs_people = False
    search_url_name = "courses:hiring_search"
    search_label = gettext_lazy("Søk i arbeidsgivere, yrker og kilder")
    column_list = [
        Column("segment", gettext_lazy("Arbeidsgivere"), sort=("segment", "occupation__title_sort", "form")),
        Column("occupation", gettext_lazy("Yrke"), "occupation.title", sort="occupation__title_sort"),
        Column("form", gettext_lazy("Ansettelsesform"), lambda r: upper_first(FORM_WORDS[r.form]()), sort="form"),
        Column("needs", gettext_lazy("Krav"), lambda r: r.in_words),
        Column("status", gettext_lazy("Status"), lambda r: r.status["label"], sort="valid_from"),
        Column("from", gettext_lazy("Gjelder fra"), "valid_from", sort="valid_from"),
        Column("to", gettext_lazy("Gjelder til"), "valid_to", sort="valid_to"),
        Column(
            "county", gettext_lazy("Fylke"), lambda r: r.county or _("Hele landet"), sort="county__name", visible=False
        ),
        Column("source", gettext_lazy("Kilde"), "source", sort="source", visible=False),
    ]
    quick_list = [
        QuickFilter("own", gettext_lazy("Mitt fylke"), lambda page: _own(page)),
        QuickFilter("now", gettext_lazy("Gjelder nå"), lambda page: in_force(page.today)),
        QuickFilter("coming", gettext_lazy("Kommer"), lambda page: coming(page.today)),
        QuickFilter("ended", gettext_lazy("Avsluttet"), lambda page: ended(page.today)),
    ]
    facet_list = [
        Facet("arbeidsgivere", gettext_lazy("Arbeidsgivere"), options=_segments),
        Facet("yrke", gettext_lazy("Yrke"), field="occupation", choices=_occupations),
        Facet("form", gettext_lazy("Ansettelsesform"), field="form", choices=lambda page: _forms()),
        Facet("fylke", gettext_lazy("Fylke"), field="county", choices=_counties),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen krav er registrert"),
        gettext_lazy("Når et krav er registrert, vises det her og i kursforslagene."),
    )

    def search(self, queryset, term):
        found = Q(segment__icontains=term) | Q(source__icontains=term) | Q(permission_from__icontains=term)
        return queryset.filter(found | Q(occupation__title__icontains=term) | Q(occupation__code=term))

    def row_url(self, obj):
        return obj.get_absolute_url()

    def prepare(self, objects):
        names = Names.load()
        for requirement in objects:
            requirement.status = status_of(requirement, self.today)
            requirement.in_words = words_hiring.rule(hiring_rule(requirement), names)


def _own(page: ListPage) -> Q:
    """The own county's, and what holds in the whole country."""
    return Q(county=None) | Q(county=page.membership.home_county_id)


# --- one requirement --------------------------------------------------------------------------


def detail(requirement: HiringRequirement, membership: Membership, day: dt.date) -> dict:
    """One requirement in words, its other periods, and the courses that lead to the occupation."""
    names = Names.load()
    rule = hiring_rule(requirement)
    concepts = Concept.objects.visible_to(membership).filter(occupations=requirement.occupation, is_active=True)
    if requirement.county_id:
        concepts = concepts.filter(county=requirement.county_id)
    periods = HiringRequirement.objects.visible_to(membership).same_as(requirement).order_by("-valid_from")
    periods = periods.select_related("occupation").prefetch_related("needs_all", "needs_any")
    return {
        "preview": in_words(requirement.segment, requirement.occupation, rule, names),
        "status": status_of(requirement, day),
        "facts": [
            (_("Fylke"), str(requirement.county or _("Hele landet"))),
            (_("Arbeidsgivergruppe"), requirement.employer_group),
            (_("Gjelder fra"), date_format(requirement.valid_from)),
            (_("Gjelder til"), date_format(requirement.valid_to) if requirement.valid_to else _("Uten sluttdato")),
            (_("Kilde"), requirement.source),
        ],
        "periods": [
            {
                "requirement": one,
                "status": status_of(one, day),
                "text": words_hiring.rule(hiring_rule(one), names),
                "here": one.pk == requirement.pk,
            }
            for one in periods
        ],
        "concepts": concepts.order_by("title_sort"),
    }


def in_words(segment: str, occupation: Occupation | None, rule: HiringRule, names: Names) -> dict:
    """How a requirement reads in the advice: what it asks for, for one with nothing of it, and for one with all."""
    where = f"{segment}, {names.occupation(occupation.code)}" if occupation else segment
    code = occupation.code if occupation else ""
    day, rule = dt.date.min, replace(rule, valid_from=None, valid_to=None)
    (found,) = outlook(PersonFacts(), [Segment(segment, code, (rule,))], now=day, at_end=day)
    (without,) = found.now
    held = FormOutlook(
        rule.form,
        "permission" if rule.permission_from else "open",
        permission_from=rule.permission_from,
        months_each=rule.months_each,
        months_total=rule.months_total,
    )
    return {
        "where": upper_first(where),
        "form": upper_first(FORM_WORDS[rule.form]()),
        "rule": words_hiring.rule(rule, names),
        "without": words_hiring.detail(without, names) if without.status == "closed" else "",
        "with": words_hiring.detail(held, names),
    }


def preview(data: dict) -> dict | None:
    """`in_words` of what stands in the form so far; None until the form of employment is chosen."""
    if not data.get("form"):
        return None
    names = Names.load()
    kinds = list(data.get("needs_all") or ()), list(data.get("needs_any") or ())
    rule = hiring_rule_of(
        data["form"],
        *kinds,
        permission_from=data.get("permission_from") or "",
        months_each=data.get("months_each"),
        months_total=data.get("months_total"),
    )
    return in_words(data.get("segment") or _("Arbeidsgiveren"), data.get("occupation"), rule, names)


# --- the outlook of a person, or of anybody ----------------------------------------------------


def last_day(concept: Concept, day: dt.date) -> dt.date:
    """When the course will be over: with the next class, or counted from the day when none is planned."""
    coming_classes = Intake.objects.filter(contract__concept=concept, status__in=COMING, starts_on__gte=day)
    found = coming_classes.order_by("starts_on", "pk").values_list("ends_on", flat=True).first()
    return found or day + dt.timedelta(weeks=concept.weeks)


def outlooks(concept: Concept, day: dt.date, *, participant_id: int | None = None) -> dict:
    """What jobs are open now, at course end if all goes to plan, and what is missing (C4).

    Of one person, or of somebody of whom nothing is known: {"at_end": date, "segments": words_hiring.outlooks}.
    """
    facts = concept_facts([concept.pk])[concept.pk]
    person = person_facts([participant_id], day=day)[participant_id] if participant_id else PersonFacts()
    at_end = last_day(concept, day)
    led_to = [one for one in segments([concept.county_id], day=day) if one.occupation in facts.occupations]
    found = outlook(person, led_to, facts.gives, now=day, at_end=at_end)
    return {"at_end": at_end, "segments": words_hiring.outlooks(found, Names.load())}


def summary_lines(found: Sequence[dict]) -> list[str]:
    """ "Sykehjem i Oslo kommune, pleieassistent: Kan få ringevakter, ikke fast jobb." per segment, as plain text."""
    return [f"{one['where']}: {one['at_end']}" for one in found]


def list_crumb() -> tuple[str, str]:
    return _("Krav til ansettelse"), reverse("courses:hiring_list")
