"""Labour demand and saturation per occupation of a county: the list, one occupation, and the file to fill in (C5)."""

import csv
import datetime as dt
import io
from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amo import clock
from amo.list_parts import shown
from amo.lists import Column, Empty, Facet, ListPage, QuickFilter
from amo.models import County, ImportBatch, Membership, Occupation
from amo.templatetags.aksel import status_tag
from courses.demand_import import LabourDemandImporter
from courses.engines.advice import AdvicePolicy
from courses.facts_catalogue import COMING
from courses.facts_market import DEMAND_MONTHS, MARKET_DAYS, MIN_MONTHS, Year, demand_years, months_before
from courses.models import Concept, Enrolment, Intake, LabourDemand

DEMAND_FLOOR = AdvicePolicy.__dataclass_fields__["demand_floor"].default
"""Demand below this speaks against a course (03-matching)."""

MIN_OPENINGS = AdvicePolicy.__dataclass_fields__["min_openings"].default
"""Fewer than these in a year say nothing of saturation."""

OLD_MONTHS = 3
"""Numbers older than this are said to be old."""

MULTIPLES_SHOWN = 12
TREND_MONTHS = 12


# --- numbers per occupation, in the database so that a list can sort by them ---------------------


def with_market(county: County, day: dt.date) -> QuerySet[Occupation]:
    """Occupations with `openings`, `unemployed`, `month`, `completed`, `planned`, `saturation` (percent) in a county.

    The same numbers as `facts_market.demand_facts`; a test holds them together. `months`: see `facts_market.Year`.
    """
    year = demand_years(day).get(county.pk) or Year(day, day, 0)
    rows = LabourDemand.objects.filter(
        county=county, occupation=OuterRef("pk"), month__gte=year.first, month__lte=year.last
    ).order_by()
    newest = rows.order_by("-month")
    done = Enrolment.objects.filter(
        status=Enrolment.Status.COMPLETED,
        ends_on__gt=day - dt.timedelta(days=MARKET_DAYS),
        ends_on__lte=day,
        intake__contract__concept__county=county,
        intake__contract__concept__occupations=OuterRef("pk"),
    ).order_by()
    coming = Intake.objects.filter(
        status__in=COMING,
        starts_on__gt=day,
        starts_on__lte=day + dt.timedelta(days=MARKET_DAYS),
        contract__concept__county=county,
        contract__concept__occupations=OuterRef("pk"),
    ).order_by()
    led_to = Concept.objects.filter(county=county, is_active=True, occupations=OuterRef("pk")).order_by()
    found = Occupation.objects.select_related("sector").annotate(
        openings=_a_year(rows, year),
        months=Value(year.months),
        unemployed=Subquery(newest.values("unemployed")[:1]),
        month=Subquery(newest.values("month")[:1]),
        completed=Coalesce(_total(done, "status", Count("pk")), 0),
        planned=Coalesce(_total(coming, "contract__concept__county", Sum("capacity")), 0),
        courses=Coalesce(_total(led_to, "county", Count("pk")), 0),
    )
    enough = Q(openings__gte=MIN_OPENINGS)
    return found.annotate(
        trained=F("completed") + F("planned"),
        saturation=Case(When(enough, then=(F("completed") + F("planned")) * 100.0 / F("openings")), default=None),
        per_opening=Case(When(openings__gt=0, then=F("unemployed") * 1.0 / F("openings")), default=None),
    )


def _total(rows: QuerySet, group: str, total) -> Subquery:
    return Subquery(rows.values(group).annotate(total=total).values("total")[:1], output_field=IntegerField())


def _a_year(rows: QuerySet, year: Year):
    """`Year.openings` in the database: whole numbers, so that the division is one of whole numbers."""
    if not year.is_enough:
        return Cast(Value(None), IntegerField())  # a bare NULL would be text to compare with
    counted = _total(rows, "occupation", Sum("openings"))
    return (counted * (2 * DEMAND_MONTHS) + year.months) / (2 * year.months)


def known(found: QuerySet[Occupation]) -> QuerySet[Occupation]:
    """Those there is something to say about: numbers, people trained, or a course that leads there."""
    return found.filter(Q(month__isnull=False) | Q(trained__gt=0) | Q(courses__gt=0))


def old_before(day: dt.date) -> dt.date:
    """Numbers of a month before this one are old."""
    return months_before(day, OLD_MONTHS)


def _percent(value: float) -> str:
    """A whole percentage, halves up."""
    return number_format(int(value + 0.5))


def saturation_tag(occupation: Occupation, *, short: bool = False) -> SafeString:
    """ "Mettet marked, 140 %" ("Mettet" in a narrow column), "Lite rom, 90 %", "60 %", or that it is not known."""
    if occupation.saturation is None:
        return status_tag(_("Ukjent"), "neutral", "xsmall")
    # The engine's own test: more trained than there are openings.
    full = occupation.trained > occupation.openings
    tight = not full and 4 * (100 - occupation.saturation) < 300 * DEMAND_FLOOR
    label = (_("Mettet, %(n)s %%") if short else _("Mettet marked, %(n)s %%")) if full else "%(n)s %%"
    label = _("Lite rom, %(n)s %%") if tight else label
    color = "warning" if full or tight else "success"
    return status_tag(label % {"n": _percent(occupation.saturation)}, color, "xsmall")


def _month(occupation: Occupation) -> str:
    return date_format(occupation.month, "F Y") if occupation.month else ""


class DemandList(ListPage):
    """Every occupation of a county with numbers or courses, with its saturation."""

    key = "demand"
    title = gettext_lazy("Etterspørsel etter arbeidskraft")
    noun = (gettext_lazy("yrke"), gettext_lazy("yrker"))
    template = "courses/demand_list.html"
    default_sort = "-saturation"
    logs_people = False
    search_label = gettext_lazy("Søk etter yrke")
    column_list = [
        Column("title", gettext_lazy("Yrke"), sort="title_sort", export=lambda o: f"{o.title} ({o.code})"),
        Column("openings", gettext_lazy("Ledige stillinger, 12 måneder"), sort="openings", align="right"),
        Column("unemployed", gettext_lazy("Arbeidsledige"), sort="unemployed", align="right"),
        Column(
            "per_opening",
            gettext_lazy("Arbeidsledige per stilling"),
            lambda o: per_opening(o),
            sort="per_opening",
            align="right",
        ),
        Column("completed", gettext_lazy("Fullført kurs, 6 måneder"), sort="completed", align="right"),
        Column("planned", gettext_lazy("Planlagte plasser, 6 måneder"), sort="planned", align="right"),
        Column("saturation", gettext_lazy("Metning"), lambda o: saturation_tag(o, short=True), sort="saturation"),
        Column("month", gettext_lazy("Siste tall"), _month, sort="month", visible=False),
        Column("sector", gettext_lazy("Bransje"), "sector.name", sort="sector__name", visible=False),
    ]
    quick_list = [
        QuickFilter("courses", gettext_lazy("Kurs leder hit"), Q(courses__gt=0)),
        QuickFilter("full", gettext_lazy("Mettet marked"), Q(openings__gte=MIN_OPENINGS, trained__gt=F("openings"))),
        QuickFilter("room", gettext_lazy("Plass til flere"), Q(saturation__lt=25)),
        QuickFilter("unknown", gettext_lazy("Ukjent"), Q(saturation=None)),
        QuickFilter("old", gettext_lazy("Gamle tall"), lambda page: Q(month__lt=old_before(page.today))),
    ]
    facet_list = [Facet("bransje", gettext_lazy("Bransje"), field="sector", label_field="sector__name")]
    nothing_there = Empty(
        gettext_lazy("Ingen tall for fylket"), gettext_lazy("Nav tiltak leser inn tallene fra en CSV-fil.")
    )

    def __init__(self, request, county: County):
        self.county = county
        super().__init__(request, known(with_market(county, clock.today())))

    @property
    def search_action(self) -> str:
        return reverse("courses:demand_search", args=[self.county.number])

    def search(self, queryset, term):
        return queryset.filter(Q(title__icontains=term) | Q(also_known_as__icontains=term) | Q(code=term))

    def row_url(self, obj):
        return reverse("courses:demand_detail", args=[self.county.number, obj.code])

    def row_id(self, obj):
        return obj.code


def per_opening(occupation: Occupation) -> str | None:
    """Unemployed per opening of the last twelve months, with one decimal."""
    # number_format cuts off what it leaves out.
    return None if occupation.per_opening is None else number_format(round(occupation.per_opening, 1), 1)


# --- trend by month -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Months:
    """Twelve months on end, the oldest first, and their names for a chart."""

    days: tuple[dt.date, ...]

    @classmethod
    def of(cls, county: County, day: dt.date) -> "Months":
        """Those that end with the newest month of the county, last month where nothing is read in."""
        newest = LabourDemand.objects.filter(county=county, month__lte=day).order_by("-month")
        last = newest.values_list("month", flat=True).first() or months_before(day, 1)
        return cls(tuple(months_before(last, back) for back in range(TREND_MONTHS - 1, -1, -1)))

    @property
    def names(self) -> list[str]:
        return [date_format(day, "M Y") for day in self.days]


def multiples(county: County, day: dt.date, months: Months) -> list[dict]:
    """Openings by month of the occupations that the county's courses lead to, the most openings first."""
    led_to = known(with_market(county, day)).filter(courses__gt=0, openings__isnull=False)
    occupations = list(led_to.order_by("-openings", "title_sort")[:MULTIPLES_SHOWN])
    numbers = _by_month(county, [o.pk for o in occupations], months)
    return [
        {
            "label": occupation.title,
            "values": [numbers.get((occupation.pk, month), (None, None))[0] for month in months.days],
            "note": _("%(openings)s ledige stillinger på ett år") % {"openings": shown(occupation.openings)},
            "url": reverse("courses:demand_detail", args=[county.number, occupation.code]),
        }
        for occupation in occupations
    ]


def _by_month(county: County, occupation_ids: list[int], months: Months) -> dict:
    rows = LabourDemand.objects.filter(
        county=county, occupation__in=occupation_ids, month__gte=months.days[0], month__lte=months.days[-1]
    )
    values = rows.order_by().values_list("occupation", "month", "openings", "unemployed")
    return {(occupation, month): (openings, unemployed) for occupation, month, openings, unemployed in values}


# --- one occupation -----------------------------------------------------------------------------


def detail(occupation: Occupation, county: County, membership: Membership, day: dt.date) -> dict:
    """One occupation of `with_market`: its numbers, the months as chart and table, and the courses that lead there."""
    months = Months.of(county, day)
    numbers = _by_month(county, [occupation.pk], months)
    found = [numbers.get((occupation.pk, month), (None, None)) for month in months.days]
    concepts = Concept.objects.visible_to(membership).filter(county=county, is_active=True, occupations=occupation)
    return {
        "facts": [
            (_("Metning"), saturation_tag(occupation)),
            (_("Fullført kurs de siste seks månedene"), occupation.completed),
            (_("Planlagte plasser de neste seks månedene"), occupation.planned),
            (_("Ledige stillinger de siste tolv månedene"), shown(occupation.openings)),
            (_("Arbeidsledige nå"), shown(occupation.unemployed)),
            (_("Arbeidsledige per ledig stilling"), per_opening(occupation) or ""),
        ],
        "in_words": in_words(occupation),
        "months": {
            "names": months.names,
            "openings": [openings for openings, _unemployed in found],
            "unemployed": [unemployed for _openings, unemployed in found],
            "columns": [
                _("Måned"),
                {"label": _("Ledige stillinger"), "align": "right"},
                {"label": _("Arbeidsledige"), "align": "right"},
            ],
            "rows": [
                [date_format(month, "F Y"), shown(openings), shown(unemployed)]
                for month, (openings, unemployed) in zip(months.days[::-1], found[::-1], strict=True)
            ],
            "any": any(openings is not None for openings, _unemployed in found),
        },
        "concepts": concepts.order_by("title_sort"),
        "age": age(occupation.month, day),
    }


def in_words(occupation: Occupation) -> str:
    """What the saturation means, in a sentence."""
    if occupation.openings is None and 0 < occupation.months < MIN_MONTHS:
        return ngettext(
            "Det er lest inn tall for bare %(n)d måned, så metningen regnes ikke ut.",
            "Det er lest inn tall for bare %(n)d måneder, så metningen regnes ikke ut.",
            occupation.months,
        ) % {"n": occupation.months}
    if occupation.saturation is None:
        return _("Det er færre enn %(n)d ledige stillinger på et år, så metningen regnes ikke ut.") % {
            "n": MIN_OPENINGS
        }
    numbers = {"n": occupation.openings, "completed": occupation.completed, "planned": occupation.planned}
    if occupation.trained > occupation.openings:
        text = _(
            "Markedet er mettet. Det var %(n)d ledige stillinger på et år. %(completed)d har nylig fullført kurs,"
            " og %(planned)d plasser er planlagt."
        )
        return f"{text % numbers} {reckoned(occupation)}".strip()
    text = _(
        "Det var %(n)d ledige stillinger på et år. %(completed)d har nylig fullført kurs, og %(planned)d plasser er planlagt."
    )
    return f"{text % numbers} {reckoned(occupation)}".strip()


def reckoned(occupation: Occupation) -> str:
    """That a year's openings are reckoned from fewer months; empty when they are counted."""
    if not 0 < occupation.months < DEMAND_MONTHS:
        return ""
    return _("Stillingene er regnet om til et år fra %(n)d måneder.") % {"n": occupation.months}


def age(month: dt.date | None, day: dt.date) -> dict:
    """How old the newest numbers are: {"text", "old"}."""
    if month is None:
        return {"text": _("Det er ikke lest inn tall."), "old": True}
    text = _("Siste tall er for %(month)s.") % {"month": date_format(month, "F Y")}
    return {"text": text, "old": month < old_before(day)}


def updated(county: County, day: dt.date) -> dict:
    """When numbers were last read in, the newest month of the county, and whether it is old."""
    newest = LabourDemand.objects.filter(county=county, month__lte=day).order_by("-month")
    found = age(newest.values_list("month", flat=True).first(), day)
    batches = ImportBatch.objects.filter(
        kind=LabourDemandImporter.kind, status=ImportBatch.Status.DONE, membership__county=county
    )
    done = batches.order_by("-done_at").values_list("done_at", flat=True).first()
    if done:
        found["text"] += " " + _("Sist oppdatert %(day)s.") % {"day": date_format(localtime(done), "j. F Y")}
    return found


# --- the file to fill in ------------------------------------------------------------------------


def template_csv(county: County, day: dt.date) -> bytes:
    """A CSV file with a row per occupation that the county's courses lead to, for last month, numbers left empty."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow([*(column.heading for column in LabourDemandImporter.columns), "yrkesnavn"])
    month = months_before(day, 1)
    led_to = Occupation.objects.filter(
        pk__in=Concept.objects.filter(county=county, is_active=True).values("occupations")
    )
    for occupation in led_to:
        table.writerow([occupation.code, county.number, f"{month:%Y-%m}", "", "", occupation.title])
    return ("\ufeff" + out.getvalue()).encode()
