"""Lists of barriers: what one has to answer, what one's side reported, and what keeps coming in the county (L9, R11)."""

from django.db.models import Q, QuerySet, Value
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy

from amo.fields import SearchKey
from amo.lists import Column, Empty, Facet, ListPage, QuickFilter
from amo.templatetags.aksel import status_tag
from placements.barriers import about_text, owned_by, owner_label, reported_by, sides_text
from placements.models import Barrier

Status = Barrier.Status
COLORS = {Status.REPORTED: "info", Status.TAKEN_ON: "open", Status.SOLVED: "completed", Status.NOT_HERE: "closed"}
OPEN = Q(status__in=Barrier.OPEN)


def state_tag(barrier: Barrier):
    """The status as a tag."""
    return status_tag(barrier.get_status_display(), COLORS[barrier.status])


def _day(moment):
    return localtime(moment).date() if moment else None


COLUMNS = [
    Column("what", gettext_lazy("Hva som står i veien"), sort="what"),
    Column("level", gettext_lazy("Gjelder"), value="get_level_display", sort="level"),
    Column("about", gettext_lazy("Kurs eller arbeidsgiver"), value=about_text),
    Column("status", gettext_lazy("Status"), value=state_tag, sort="status", export="get_status_display"),
    Column("owner", gettext_lazy("Hvem løser det"), value=owner_label),
    Column("report_count", gettext_lazy("Meldinger"), sort="report_count", align="right"),
    Column("last_at", gettext_lazy("Sist meldt"), value=lambda barrier: _day(barrier.last_at), sort="last_at"),
]
LEVELS = Facet("level", gettext_lazy("Gjelder"), field="level", choices=Barrier.Level.choices)
STATUSES = Facet("status", gettext_lazy("Status"), field="status", choices=Barrier.Status.choices)


class _Barriers(ListPage):
    noun = (gettext_lazy("barriere"), gettext_lazy("barrierer"))
    logs_people = False
    search_url_name = "placements:barrier_search"
    search_label = gettext_lazy("Søk i barrierer")
    facet_list = [LEVELS, STATUSES]

    def row_url(self, obj):
        return reverse("placements:barrier_detail", args=[obj.public_id])

    def search(self, queryset: QuerySet, term: str) -> QuerySet:
        key = SearchKey(Value(term))
        return queryset.filter(Q(what_search__contains=key) | Q(employer__name_search__contains=key))


class BarrierList(_Barriers):
    """Every barrier in scope, those one is to answer first among the quick filters."""

    key = "barriers"
    title = gettext_lazy("Barrierer")
    template = "placements/barriers/list.html"
    default_sort = "-last_at"
    column_list = COLUMNS
    quick_list = [
        QuickFilter("mine", gettext_lazy("Å svare på"), lambda page: OPEN & owned_by(page.membership)),
        QuickFilter("reported", gettext_lazy("Det dere meldte"), lambda page: reported_by(page.membership)),
        QuickFilter("open", gettext_lazy("Åpne"), OPEN),
        QuickFilter("closed", gettext_lazy("Lukket"), ~OPEN),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen barrierer ennå"),
        gettext_lazy("Meld det som står i veien for at folk får jobb. Da får noen ansvar for å løse det."),
        label=gettext_lazy("Meld en barriere"),
    )

    @property
    def empty(self) -> Empty:
        found = super().empty
        if found is not self.nothing_there:
            return found
        return Empty(found.title, found.text, reverse("placements:barrier_new"), found.label)


class CountyBarriers(_Barriers):
    """What keeps coming: the county's barriers by how many reported them."""

    key = "barriers_county"
    title = gettext_lazy("Barrierer i fylket")
    template = "placements/barriers/overview.html"
    default_sort = "-report_count"
    column_list = [
        COLUMNS[0],
        COLUMNS[1],
        COLUMNS[2],
        Column("report_count", gettext_lazy("Meldinger"), sort="report_count", align="right"),
        Column("people", gettext_lazy("Personer"), sort="people", align="right", visible=False),
        Column("sides", gettext_lazy("Meldt fra"), value=sides_text),
        COLUMNS[3],
        COLUMNS[4],
        Column(
            "first_at",
            gettext_lazy("Først meldt"),
            value=lambda barrier: _day(barrier.first_at),
            sort="first_at",
            visible=False,
        ),
        COLUMNS[6],
    ]
    quick_list = [
        QuickFilter("open", gettext_lazy("Åpne"), OPEN),
        QuickFilter("again", gettext_lazy("Meldt av flere"), Q(report_count__gt=1)),
        QuickFilter("waiting", gettext_lazy("Ingen har tatt tak"), Q(status=Status.REPORTED)),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen har meldt barrierer"),
        gettext_lazy("Veiledere og kursleverandører melder det som står i veien. Da ser dere her hva som går igjen."),
    )
