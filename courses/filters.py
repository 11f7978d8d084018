"""The lists of NAV's part: concepts, intakes, and the office's wishes."""

from dataclasses import replace

from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo import panels
from amo.lists import Column, Empty, Facet, ListPage, Option, QuickFilter
from amo.models import County
from courses import fill
from courses.concept_page import STATUS_COLORS as INTAKE_COLORS
from courses.course_search import ConceptFilter, IntakeFilter, coming, room_for, supports_norwegian, with_room
from courses.facts_catalogue import STRICTLY_CONFIDENTIAL, applicants, free_for_office
from courses.models import Concept, Intake, Wish
from courses.models.specified import Aim, Audience

FILLABLE = (Intake.Status.PLANNED, Intake.Status.OPEN, Intake.Status.ALLOCATED)


def _with(condition: Q) -> Q:
    """Condition on concepts: a class of it that can be applied for meets the condition on classes."""
    return Q(pk__in=Intake.objects.filter(condition).order_by().values("contract__concept"))


def _room(page) -> list[Option]:
    """Places: any at all, and for an office those it may fill. Of classes that can be applied for."""
    options = [Option("ledig", _("Ledige plasser"), coming(page.today) & with_room())]
    if office := page.membership.office_id:
        options.append(Option("kontor", _("Ledige for kontoret"), coming(page.today) & room_for(office)))
    return options


def _concept_room(page) -> list[Option]:
    return [replace(option, condition=_with(option.condition)) for option in _room(page)]


def _counties(listpage):
    return [(pk, name) for pk, name in County.objects.visible_to(listpage.membership).values_list("pk", "name")]


class ConceptList(ListPage):
    """Concepts across counties, each with its next class and its results."""

    key = "concepts"
    title = _("Kurs")
    noun = (_("kurs"), _("kurs"))
    template = "courses/concept_list.html"
    row_template = "courses/_concept_row.html"
    filter_class = ConceptFilter
    fields_first = True
    default_sort = "title"
    logs_people = False
    column_list = [
        Column("title", _("Kurs"), sort="title_sort"),
        Column("county", _("Fylke"), "county.name", sort="county__name"),
        Column("category", _("Kurstype"), "get_category_display", sort="category", visible=False),
        Column("audience", _("Laget for"), "get_audience_display", sort="audience", visible=False),
        Column("aim", _("Skal føre til"), "get_aim_display", sort="aim", visible=False),
        Column("weeks", _("Varighet"), lambda c: c.weeks, sort=("theory_weeks", "placement_weeks")),
        Column("norwegian", _("Norskkrav"), lambda c: norwegian_words(c), sort="minimum_oral"),
        Column(
            "next", _("Neste kurs"), lambda c: c.next_intake.starts_on if c.next_intake else None, sort="next_start"
        ),
        Column("free", _("Ledige plasser"), lambda c: c.free_total, align="right"),
        Column("hours", _("Timer i uka"), "hours_per_week", sort="hours_per_week", align="right", visible=False),
        Column("support", _("Norskstøtte"), "language_support", visible=False),
        Column("results", _("Resultater"), lambda c: ""),
    ]
    quick_list = [
        QuickFilter("own", _("Mitt fylke"), lambda page: Q(county=page.membership.home_county_id)),
        QuickFilter("free", _("Ledige plasser nå"), lambda page: _with(coming(page.today) & with_room())),
        QuickFilter("support", _("Med norskstøtte"), ~Q(language_support="")),
    ]
    facet_list = [
        Facet("fylke", _("Fylke"), field="county", choices=_counties),
        Facet("plass", _("Plasser"), options=_concept_room),
        Facet("norsk", _("Norsk"), options=[Option("stotte", _("Norskstøtte på kurset"), ~Q(language_support=""))]),
        Facet("type", _("Kurstype"), field="category", choices=Concept.Category.choices),
        Facet("laget_for", _("Laget for"), field="audience", choices=Audience.choices),
        Facet("maal", _("Skal føre til"), field="aim", choices=Aim.choices),
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
    filter_class = IntakeFilter
    fields_first = True
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
        Column("mark", _("Merknad"), lambda i: fill.words(i.mark), visible=False),
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
            lambda page: coming(page.today) & with_room(),
        ),
        QuickFilter("running", _("Pågår"), Q(status=Intake.Status.RUNNING)),
        QuickFilter("few", _("Få søkere"), lambda page: Q(pk__in=fill.few(page.today).values("pk"))),
        QuickFilter("many", _("Mange søkere"), lambda page: Q(pk__in=fill.many(page.today).values("pk"))),
    ]
    facet_list = [
        Facet("status", _("Status"), field="status", choices=Intake.Status.choices),
        Facet("fylke", _("Fylke"), field="contract__concept__county", choices=_counties),
        Facet("plass", _("Plasser"), options=_room),
        Facet("norsk", _("Norsk"), options=[Option("stotte", _("Norskstøtte på kurset"), supports_norwegian())]),
        Facet("type", _("Kurstype"), field="contract__concept__category", choices=Concept.Category.choices),
        Facet("leverandor", _("Leverandør"), field="contract__provider", label_field="contract__provider__name"),
    ]
    nothing_there = Empty(_("Ingen kurs passer til filtrene."), _("Ta bort et filter for å se flere."))

    def row_url(self, obj):
        return reverse("courses:intake_detail", args=[obj.public_id])

    def row_extra(self, obj):
        return {"color": INTAKE_COLORS[obj.status], "mark": fill.words(obj.mark)}

    def prepare(self, objects):
        queue = applicants([intake.pk for intake in objects])
        own = free_for_office(objects, self.membership.office_id, day=self.today)
        marked = fill.marks([intake.pk for intake in objects], self.today)
        for intake in objects:
            intake.queue = queue.get(intake.pk, 0)
            intake.free_own = own[intake.pk]
            intake.mark = marked.get(intake.pk, "")
            intake.fillable = intake.status in FILLABLE


def wish_counts(intake: Intake) -> list[tuple[str, int]]:
    """(status, number) of an intake's wishes, in the order of a wish's life."""
    wishes = Wish.objects.filter(intake=intake).exclude(STRICTLY_CONFIDENTIAL)
    counted = dict(wishes.order_by().values_list("status").annotate(n=Count("pk")))
    return [(label, counted[status]) for status, label in Wish.Status.choices if status in counted]
