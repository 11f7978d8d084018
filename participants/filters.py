"""The portfolio list: columns, quick filters and facets. A masked person shows "Beskyttet" and nothing else (06-access)."""

import datetime as dt
from dataclasses import replace

from django.db.models import Case, CharField, DateField, F, IntegerField, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import clock
from amo.fields import SearchKey
from amo.lists import BulkAction, Column, Empty, Facet, ListPage, Option, QuickFilter
from amo.models import Membership, Role
from participants.identity import compact
from participants.models import PortfolioRow

DEADLINE_DAYS = 3
CONTACT_DAYS = 30
PHASE = PortfolioRow.Phase
SIMILAR_FROM = 4


def portfolio_rows(membership: Membership, today: dt.date) -> QuerySet:
    """Rows this membership may list, with `phase`, `masked` and sort keys that say nothing about masked persons."""
    hidden = When(masked=True, then=None)
    order = [When(phase=phase, then=Value(number)) for number, phase in enumerate(PHASE.values)]
    return (
        PortfolioRow.objects.visible_to(membership)
        .masked_for(membership)
        .with_phase(today)
        .annotate(
            sort_name=Case(hidden, default=F("participant__name_sort"), output_field=CharField()),
            sort_phase=Case(hidden, *order, output_field=IntegerField()),
            sort_course=Case(
                hidden, When(course_label="", then=None), default=F("course_label"), output_field=CharField()
            ),
            sort_next=Case(hidden, default=F("next_action_on"), output_field=DateField()),
            sort_contact=Case(hidden, default=F("last_contact_on"), output_field=DateField()),
        )
        .select_related("participant__caseworker__user")
    )


def open_rows(**conditions) -> Q:
    """Conditions that only rows shown in full can meet: a filter must not tell what a masked row hides."""
    return Q(masked=False, **conditions)


def _open(read):
    """Value of a column: empty for a masked row."""
    return lambda row: "" if row.masked else read(row)


def _not_contacted(page: ListPage) -> Q:
    limit = page.today - dt.timedelta(days=CONTACT_DAYS)
    started = dt.datetime.combine(limit, dt.time(), clock.OSLO)
    long_ago = Q(last_contact_on__lt=limit) | Q(last_contact_on=None, participant__registered_at__lt=started)
    return open_rows() & long_ago


def _phases(page: ListPage) -> list[Option]:
    return [Option(value, str(label), open_rows(phase=value)) for value, label in PHASE.choices]


def _caseworkers(page: ListPage) -> list[Option]:
    if page.scope != "all" or not page.membership.office_id:
        return []
    colleagues = Membership.objects.filter(office=page.membership.office_id, role=Role.CASEWORKER).active_on(page.today)
    options = [
        Option(str(one.public_id), str(one.user), open_rows(participant__caseworker=one.pk))
        for one in colleagues.select_related("user")
    ]
    return [*options, Option("none", _("Uten veileder"), open_rows(participant__caseworker=None))]


def _needs(page: ListPage) -> list[Option]:
    return [
        Option("interpreter", _("Trenger tolk"), open_rows() & ~Q(participant__interpreter_language="")),
        Option("adaptation", _("Ikke kartlagt"), open_rows(mapped_on=None)),
    ]


class PortfolioList(ListPage):
    """ "Mine brukere": a caseworker's own people, or the whole office."""

    key = "portfolio"
    title = gettext_lazy("Mine brukere")
    noun = (gettext_lazy("bruker"), gettext_lazy("brukere"))
    default_sort = "due"
    template = "participants/list.html"
    row_template = "participants/_portfolio_row.html"
    search_url_name = "participants:search"
    bulk_list = [BulkAction(gettext_lazy("Tildel veileder"), "participants:assign")]
    column_list = [
        Column(
            "name",
            gettext_lazy("Navn"),
            value=lambda row: _("Beskyttet") if row.masked else row.participant.list_name,
            sort="sort_name",
        ),
        Column("national_id", gettext_lazy("Fødselsnr."), value=_open(lambda row: row.participant.national_id)),
        Column("phase", gettext_lazy("Fase"), value=_open(lambda row: PHASE(row.phase).label), sort="sort_phase"),
        Column("course", gettext_lazy("Kurs"), value=_open(lambda row: row.course_label), sort="sort_course"),
        Column("due", gettext_lazy("Neste frist"), value=_open(lambda row: row.next_action_on), sort="sort_next"),
        Column("action", gettext_lazy("Hva som skal gjøres"), value=_open(lambda row: row.next_action), visible=False),
        Column(
            "contact",
            gettext_lazy("Siste kontakt"),
            value=_open(lambda row: row.last_contact_on),
            sort="sort_contact",
        ),
        Column(
            "caseworker",
            gettext_lazy("Veileder"),
            value=_open(lambda row: str(row.participant.caseworker.user) if row.participant.caseworker else ""),
            visible=False,
        ),
        Column("outcome", gettext_lazy("Resultat"), value=_open(lambda row: row.outcome_label), visible=False),
    ]
    quick_list = [
        QuickFilter(
            "due",
            gettext_lazy("Frist innen 3 dager"),
            lambda page: open_rows(next_action_on__lte=page.today + dt.timedelta(days=DEADLINE_DAYS)),
        ),
        QuickFilter("silent", gettext_lazy("Ikke kontaktet på 30 dager"), _not_contacted),
        QuickFilter("uninformed", gettext_lazy("Aldri informert om kurs"), lambda page: open_rows(informed_on=None)),
        QuickFilter("offer", gettext_lazy("Tilbud å svare på"), lambda page: open_rows(offer_deadline__gte=page.today)),
        QuickFilter(
            "outcome",
            gettext_lazy("Venter på resultat"),
            lambda page: open_rows(course_ends_on__lt=page.today, outcome_label=""),
        ),
    ]
    facet_list = [
        Facet("phase", gettext_lazy("Fase"), options=_phases),
        Facet("need", gettext_lazy("Kjennetegn"), options=_needs),
        Facet("caseworker", gettext_lazy("Veileder"), options=_caseworkers),
    ]

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        own_first = self.membership.role == Role.CASEWORKER and "s" not in self.params
        self.scope = self.params.get("scope") or ("own" if own_first else "all")
        self.everybody = self.base
        if self.scope == "all":  # whose person it is matters once there are several caseworkers
            self.column_list = [
                replace(one, visible=one.visible or one.key == "caseworker") for one in self.column_list
            ]
        if self.scope == "own":
            self.base = self.base.filter(participant__caseworker=self.membership.pk)
        if not self.membership.is_office:
            self.bulk_list = []
            # What the office is to do is said in the office's own words.
            self.column_list = [column for column in self.column_list if column.key != "action"]

    @property
    def hidden_fields(self):
        return [*super().hidden_fields, ("scope", self.scope)]

    @property
    def nothing_there(self):
        if self.membership.is_office:
            return Empty(
                _("Ingen brukere ennå"),
                _("Registrer den første brukeren, så står personen her."),
                reverse("participants:register"),
                _("Registrer bruker"),
            )
        return Empty(_("Ingen brukere ennå"), _("Her kommer de som søker seg inn på fylkets kurs."))

    def search(self, queryset: QuerySet, term: str) -> QuerySet:
        """By the whole identity number, else by every word of the name, with and without accents, or nearly so."""
        number = compact(term)
        if len(number) == 11 and not any(character.isalpha() for character in term):
            return queryset.filter(participant__national_id=number)
        every_word = Q()
        for word in term.replace(",", " ").split():
            every_word &= Q(participant__name_search__contains=SearchKey(Value(word)))
        nearly = Q()
        if len(term) >= SIMILAR_FROM:
            nearly = Q(participant__name_search__trigram_word_similar=SearchKey(Value(term)))
        return queryset.filter(every_word | nearly, masked=False)

    def row_id(self, obj):
        return str(obj.participant.public_id)

    def row_url(self, obj):
        return "" if obj.masked else reverse("participants:detail", args=[obj.participant.public_id])

    def row_extra(self, obj):
        """Tags beside the name, and the phase as a status."""
        person = obj.participant
        if obj.masked:
            return {"name": _("Beskyttet"), "tags": [_protected()], "phase_label": ""}
        tags = [_protected()] if person.is_protected else []
        if person.interpreter_language:
            label = _("Tolk: %(language)s") % {"language": person.interpreter_language}
            tags.append({"label": label, "color": "neutral"})
        return {"name": person.list_name, "tags": tags, "phase_label": PHASE(obj.phase).label}

    @property
    def scopes(self) -> list[dict]:
        """The toggle between one's own people and the whole office."""
        if not self.membership.is_office:
            return []
        choices = (("own", _("Mine")), ("all", _("Hele kontoret")))
        return [
            {"label": label, "url": self.url(scope=code, s=None, caseworker=None), "active": code == self.scope}
            for code, label in choices
        ]


def _protected() -> dict:
    return {"label": _("Beskyttet"), "color": "danger", "icon": "ShieldLock"}
