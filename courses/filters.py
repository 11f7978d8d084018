"""The lists of NAV's part: concepts, intakes, and the office's wishes."""

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo import panels
from amo.lists import Column, Empty, Facet, ListPage, Option, QuickFilter
from amo.models import County, Occupation
from courses.concept_page import STATUS_COLORS as INTAKE_COLORS
from courses.facts_catalogue import STRICTLY_CONFIDENTIAL, applicants, free_for_office
from courses.models import Concept, Intake, Wish
from participants.models.mapping import Cefr

FILLABLE = (Intake.Status.PLANNED, Intake.Status.OPEN, Intake.Status.ALLOCATED)


def coming(day):
    """Condition on intakes: open for applications, with a deadline ahead."""
    return Q(status=Intake.Status.OPEN, application_deadline__gte=day)


def _free(day):
    open_intakes = Intake.objects.filter(coming(day), occupied__lt=F("capacity") + F("over_capacity"))
    return Q(pk__in=open_intakes.values("contract__concept"))


def _occupations(listpage) -> list[Option]:
    used = Occupation.objects.filter(pk__in=Concept.objects.filter(is_active=True).values("occupations"))
    return [
        Option(code, title, Q(pk__in=Concept.objects.filter(occupations=pk).values("pk")))
        for pk, code, title in used.values_list("pk", "code", "title")
    ]


def _counties(listpage):
    return [(pk, name) for pk, name in County.objects.visible_to(listpage.membership).values_list("pk", "name")]


class ConceptList(ListPage):
    """Concepts across counties, each with its next class and its results."""

    key = "concepts"
    title = _("Kurs")
    noun = (_("kurs"), _("kurs"))
    template = "courses/concept_list.html"
    row_template = "courses/_concept_row.html"
    default_sort = "title"
    logs_people = False
    column_list = [
        Column("title", _("Kurs"), sort="title_sort"),
        Column("county", _("Fylke"), "county.name", sort="county__name"),
        Column("weeks", _("Varighet"), lambda c: c.weeks, sort=("theory_weeks", "placement_weeks")),
        Column("norwegian", _("Norskkrav"), lambda c: norwegian_words(c), sort="minimum_oral"),
        Column(
            "next", _("Neste kurs"), lambda c: c.next_intake.starts_on if c.next_intake else None, sort="next_start"
        ),
        Column("free", _("Ledige plasser"), lambda c: c.free_total, align="right"),
        Column("results", _("Resultater"), lambda c: ""),
    ]
    quick_list = [
        QuickFilter("own", _("Mitt fylke"), lambda page: Q(county=page.membership.home_county_id)),
        QuickFilter("free", _("Ledige plasser nå"), lambda page: _free(page.today)),
        QuickFilter("support", _("Med norskstøtte"), ~Q(language_support="")),
    ]
    facet_list = [
        Facet("yrke", _("Yrke"), options=_occupations),
        Facet("fylke", _("Fylke"), field="county", choices=_counties),
        Facet(
            "norsk",
            _("Muntlig norsk kreves"),
            field="minimum_oral",
            choices=[("", _("Ikke noe krav")), *[c for c in Cefr.choices if c[0]][1:5]],
        ),
        Facet("type", _("Kurstype"), field="category", choices=Concept.Category.choices),
    ]
    nothing_there = Empty(_("Ingen kurs passer til filtrene."), _("Ta bort et filter for å se flere."))

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        open_intakes = Intake.objects.filter(coming(self.today), contract__concept=OuterRef("pk")).order_by("starts_on")
        self.base = queryset.annotate(next_start=Subquery(open_intakes.values("starts_on")[:1]))

    def row_url(self, obj):
        return reverse("courses:concept_detail", args=[obj.public_id])

    def prepare(self, objects):
        found = Intake.objects.filter(coming(self.today), contract__concept__in=objects).select_related("contract")
        by_concept = {}
        for intake in found.order_by("starts_on", "code"):
            by_concept.setdefault(intake.contract.concept_id, []).append(intake)
        results = panels.collect("concept.results", self.membership, [concept.pk for concept in objects])
        for concept in objects:
            intakes = by_concept.get(concept.pk, [])
            concept.next_intake = intakes[0] if intakes else None
            concept.free_total = sum(intake.free_places for intake in intakes)
            concept.panel_list = results[concept.pk]


def norwegian_words(concept: Concept) -> str:
    """ "Muntlig A2, lese A1", or that nothing is asked for."""
    if not concept.minimums:
        return str(_("Ikke noe krav"))
    names = {"oral": _("muntlig"), "listening": _("lytte"), "reading": _("lese"), "writing": _("skrive")}
    text = ", ".join(f"{names[skill]} {level}" for skill, level in concept.minimums.items())
    return text[:1].upper() + text[1:]


class IntakeList(ListPage):
    """Classes with dates, across counties."""

    key = "intakes"
    title = _("Kursoppstarter")
    noun = (_("kurs"), _("kurs"))
    template = "courses/intake_list.html"
    row_template = "courses/_intake_row.html"
    default_sort = "-start"
    logs_people = False
    column_list = [
        Column(
            "title",
            _("Kurs"),
            "contract.concept.title",
            sort="contract__concept__title_sort",
            export=lambda i: f"{i.contract.concept.title} ({i.code})",
        ),
        Column("status", _("Status"), "get_status_display", sort="status"),
        Column("start", _("Starter"), "starts_on", sort="starts_on"),
        Column("end", _("Slutter"), "ends_on", sort="ends_on", visible=False),
        Column("place", _("Sted"), "place", sort="place"),
        Column("deadline", _("Søknadsfrist"), "application_deadline", sort="application_deadline"),
        Column("free", _("Ledige plasser"), lambda i: i.free_places if i.fillable else None, align="right"),
        Column("own", _("Ledige for kontoret"), lambda i: i.free_own if i.fillable else None, align="right"),
        Column("queue", _("Søkere"), lambda i: i.queue if i.fillable else None, align="right"),
        Column(
            "provider", _("Leverandør"), "contract.provider.name", sort="contract__provider__name_sort", visible=False
        ),
        Column("county", _("Fylke"), "contract.concept.county.name", sort="contract__concept__county__name"),
        Column("code", _("Kursnummer"), "code", sort="code", visible=False),
    ]
    quick_list = [
        QuickFilter("own", _("Mitt fylke"), lambda page: Q(contract__concept__county=page.membership.home_county_id)),
        QuickFilter("open", _("Åpne for søknad"), lambda page: coming(page.today)),
        QuickFilter(
            "free",
            _("Åpne med ledige plasser"),
            lambda page: coming(page.today) & Q(occupied__lt=F("capacity") + F("over_capacity")),
        ),
        QuickFilter("running", _("Pågår"), Q(status=Intake.Status.RUNNING)),
    ]
    facet_list = [
        Facet("status", _("Status"), field="status", choices=Intake.Status.choices),
        Facet("fylke", _("Fylke"), field="contract__concept__county", choices=_counties),
        Facet("leverandor", _("Leverandør"), field="contract__provider", label_field="contract__provider__name"),
    ]
    nothing_there = Empty(_("Ingen kurs passer til filtrene."), _("Ta bort et filter for å se flere."))

    def row_url(self, obj):
        return reverse("courses:intake_detail", args=[obj.public_id])

    def row_extra(self, obj):
        return {"color": INTAKE_COLORS[obj.status]}

    def prepare(self, objects):
        queue = applicants([intake.pk for intake in objects])
        own = free_for_office(objects, self.membership.office_id)
        for intake in objects:
            intake.queue = queue.get(intake.pk, 0)
            intake.free_own = own[intake.pk]
            intake.fillable = intake.status in FILLABLE


def wish_counts(intake: Intake) -> list[tuple[str, int]]:
    """(status, number) of an intake's wishes, in the order of a wish's life."""
    wishes = Wish.objects.filter(intake=intake).exclude(STRICTLY_CONFIDENTIAL)
    counted = dict(wishes.order_by().values_list("status").annotate(n=Count("pk")))
    return [(label, counted[status]) for status, label in Wish.Status.choices if status in counted]
