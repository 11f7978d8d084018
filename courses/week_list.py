"""The list of the weekly overview: every class that starts soon, as one office sees it (C3)."""

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.lists import Column, Empty, Facet, ListPage, QuickFilter
from amo.models import County, Office
from courses import fill
from courses.concept_page import STATUS_COLORS
from courses.models import Intake
from courses.week_facts import Weeks, coming, this_week

OF_AN_OFFICE = {"own", "quota", "left", "applied", "waiting"}
"""Columns that say something of one office only."""


def _counties(page) -> list[tuple[int, str]]:
    return list(County.objects.visible_to(page.membership).values_list("pk", "name"))


def _occupied_below(page) -> Q:
    return Q(status__in=fill.TAKES_PEOPLE, occupied__lt=F("capacity") + F("over_capacity"))


class WeekList(ListPage):
    """Classes that started this week or that one may still apply for, with the office's own numbers."""

    key = "week"
    title = _("Kurs denne uka")
    noun = (_("kurs"), _("kurs"))
    template = "courses/intakes/week.html"
    row_template = "courses/intakes/_week_row.html"
    default_sort = "start"
    logs_people = False
    column_list = [
        Column(
            "title",
            _("Kurs"),
            "contract.concept.title",
            sort="contract__concept__title_sort",
            export=lambda i: f"{i.contract.concept.title} ({i.code})",
        ),
        Column("mark", _("Merknad"), lambda i: fill.words(i.mark), visible=False),
        Column("status", _("Status"), "get_status_display", sort="status", visible=False),
        Column("start", _("Starter"), "starts_on", sort="starts_on"),
        Column("deadline", _("Søknadsfrist"), "application_deadline", sort="application_deadline"),
        Column("place", _("Sted"), "place", sort="place", visible=False),
        Column("county", _("Fylke"), "contract.concept.county.name", sort="contract__concept__county__name"),
        Column("free", _("Ledige plasser"), lambda i: i.free_places, align="right"),
        Column("demand", _("Søkere"), lambda i: i.demand, align="right"),
        Column("own", _("Ledige for kontoret"), lambda i: i.view.free if i.view else None, align="right"),
        Column("quota", _("Kvote brukt"), lambda i: quota_words(i.view), align="right"),
        Column("left", _("Igjen"), lambda i: i.view.left if i.view else None, align="right"),
        Column("applied", _("Søkt fra kontoret"), lambda i: i.view.applied if i.view else None, align="right"),
        Column("waiting", _("På venteliste"), lambda i: i.view.waiting if i.view else None, align="right"),
    ]
    quick_list = [
        QuickFilter("own", _("Mitt fylke"), lambda page: Q(contract__concept__county=page.membership.home_county_id)),
        QuickFilter("starts", _("Starter denne uka"), lambda page: this_week("starts_on", page.today)),
        QuickFilter("deadline", _("Frist denne uka"), lambda page: this_week("application_deadline", page.today)),
        QuickFilter("free", _("Ledige plasser"), _occupied_below),
        QuickFilter(
            "all",
            _("Fristen er ute, plass igjen"),
            lambda page: _occupied_below(page) & Q(application_deadline__lt=page.today),
        ),
        QuickFilter("few", _("Få søkere"), lambda page: Q(pk__in=fill.few(page.today).values("pk"))),
        QuickFilter("many", _("Mange søkere"), lambda page: Q(pk__in=fill.many(page.today).values("pk"))),
    ]
    facet_list = [Facet("fylke", _("Fylke"), field="contract__concept__county", choices=_counties)]
    nothing_there = Empty(_("Ingen kurs tar imot søkere nå."), _("Kursene står her når fylket åpner dem for søknader."))

    def __init__(self, request, office: Office | None):
        # The county as a whole has applicants, and no quota of its own.
        left_out = {"demand"} if office else OF_AN_OFFICE
        self.column_list = [column for column in self.column_list if column.key not in left_out]
        super().__init__(request, Intake.objects.visible_to(request.membership).with_names())
        self.base = self.base.filter(coming(self.today))
        self.office = office

    def row_url(self, obj):
        return reverse("courses:intake_detail", args=[obj.public_id])

    def row_extra(self, obj):
        return {"color": STATUS_COLORS[obj.status], "mark": fill.words(obj.mark)}

    def prepare(self, objects):
        weeks = Weeks(objects, [self.office.pk] if self.office else [], day=self.today)
        marked = fill.marks([intake.pk for intake in objects], self.today)
        for intake in objects:
            intake.view = weeks.of(intake, self.office.pk) if self.office else None
            intake.mark = marked.get(intake.pk, "")
        if self.office is None:
            applied = fill.demand([intake.pk for intake in objects], self.today)
            for intake in objects:
                intake.demand = applied.get(intake.pk)


def quota_words(view) -> str | None:
    """ "2 av 4", or how many are used where the office has no limit."""
    if view is None:
        return None
    return (
        str(view.used) if view.quota is None else _("%(used)d av %(quota)d") % {"used": view.used, "quota": view.quota}
    )
