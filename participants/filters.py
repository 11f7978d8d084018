"""The portfolio list: columns, quick filters, facets. A masked person shows "Beskyttet" and nothing else (06-access)."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from urllib.parse import urlencode

import django_filters
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo.fields import SearchKey
from amo.forms import DateField
from amo.lists import BulkAction, Column, Empty, Facet, ListPage, Option, QuickFilter
from amo.models import Membership, Role
from amo.widgets import DateInput
from participants import list_rules as rules
from participants.forms.people import with_role
from participants.identity import compact
from participants.list_rules import COLOR, COLORS, PHASE, open_rows, sort_key, text_key
from participants.models import Participant, PortfolioMark

SIMILAR_FROM = 4
SCOPES = ("own", "all")


def _open(read):
    """Value of a column: empty for a masked row."""
    return lambda row: "" if row.masked else read(row)


def _date(key: str, label, field: str, *, visible: bool = False) -> Column:
    """A column of one date of the row."""
    value = _open(lambda row: getattr(row, field))
    return Column(key, label, value=value, sort=sort_key(field), visible=visible)


def mark_text(row) -> str:
    """Colour in words and note, as they stand in the list."""
    words = [COLOR(row.mark_color).label] if row.mark_color else []
    return ": ".join([*map(str, words), *([row.mark_note] if row.mark_note else [])])


def shown_mark(person: Participant, color: str, note: str, *, back: str) -> dict:
    """A mark as its cell draws it; `url` leads to the form, and from there to `back`."""
    url = f"{reverse('participants:mark', args=[person.public_id])}?{urlencode({'next': back})}"
    return {"person": person, "color": color, "label": COLOR(color).label if color else "", "note": note, "url": url}


def _caseworker_name(row) -> str:
    return str(row.participant.caseworker.user) if row.participant.caseworker else ""


# --- choices of the filter panel ----------------------------------------------------------------


def _phases(page: ListPage) -> list[Option]:
    # The one that is also a choice under mapping and plan is named apart: a chip shows no heading.
    apart = {PHASE.MAPPED: _("Fase: kartlagt")}
    return [Option(one, str(apart.get(one, label)), open_rows(phase=one), key=one) for one, label in PHASE.choices]


def _marks(page: ListPage) -> list[Option]:
    if not page.membership.is_office:
        return []
    own = PortfolioMark.objects.filter(membership=page.membership)
    used = own.aggregate(colors=ArrayAgg("color", distinct=True, default=[]), notes=Count("pk", filter=~Q(note="")))
    # Only what she uses, and what a saved filter asks for: five lines of nothing are in the way of the others.
    shown = {*used["colors"], *page.params.getlist("mark"), *(["note"] if used["notes"] else [])}
    options = [Option(str(color), str(color.label), open_rows(mark_color=color)) for color in COLORS]
    options.append(Option("note", _("Med eget notat"), open_rows() & ~Q(mark_note="")))
    return [option for option in options if option.value in shown]


def _needs(page: ListPage) -> list[Option]:
    return [Option("interpreter", _("Trenger tolk"), open_rows() & ~Q(participant__interpreter_language=""))]


def _plans(page: ListPage) -> list[Option]:
    return [
        Option("mapped", _("Kartlagt"), open_rows(mapped_on__isnull=False)),
        Option("unmapped", _("Ikke kartlagt"), open_rows(mapped_on=None)),
        Option("plan", _("Har plan"), open_rows(plan_on__isnull=False)),
        Option("no_plan", _("Uten plan"), open_rows(plan_on=None)),
    ]


def _chain(page: ListPage) -> list[Option]:
    return [
        Option("0", _("Ingen kurs ennå"), open_rows(courses_ended=0)),
        Option("1", _("Ett avsluttet kurs"), open_rows(courses_ended=1)),
        Option("2", _("To eller flere avsluttede kurs"), open_rows(courses_ended__gte=2)),
        Option("without_work", _("To kurs uten jobb"), open_rows(chain_from__isnull=False)),
    ]


def _registered(page: ListPage) -> list[Option]:
    return [
        Option("yes", _("Registrert i dag"), open_rows() & rules.registered_on(page.today)),
        Option("no", _("Ikke registrert"), open_rows() & ~rules.registered_on(page.today)),
    ]


def _caseworkers(page: ListPage) -> list[Option]:
    if page.scope != "all" or not page.membership.office_id:
        return []
    here = Membership.objects.filter(office=page.membership.office_id)
    active = Q(pk__in=here.filter(role=Role.CASEWORKER).active_on(page.today))
    # A lead with cases of her own, and somebody who has left with people still in her name.
    open_cases = Participant.objects.filter(caseworker=OuterRef("pk"), address_protection="", is_shielded=False)
    options = [
        Option(str(one.public_id), with_role(one), open_rows(participant__caseworker=one.pk), key=one.pk)
        for one in here.filter(active | Q(Exists(open_cases))).select_related("user")
    ]
    return [*options, Option("none", _("Uten veileder"), open_rows(participant__caseworker=None))]


class _DateFilter(django_filters.DateFilter):
    field_class = DateField


class PortfolioFilter(django_filters.FilterSet):
    """What is no checkbox in the filter panel."""

    free_by = _DateFilter(
        label=gettext_lazy("Kan starte senest"),
        method="can_start_by",
        widget=DateInput,
        help_text=gettext_lazy("Etter datoen i kartleggingen."),
    )

    def can_start_by(self, queryset: QuerySet, name: str, value) -> QuerySet:
        """Those whose mapping says that they can start on that day or before."""
        return queryset.filter(open_rows(available_from__lte=value))


class PortfolioList(ListPage):
    """ "Mine brukere": a caseworker's own people, or the whole office (P4)."""

    key = "portfolio"
    title = gettext_lazy("Mine brukere")
    noun = (gettext_lazy("bruker"), gettext_lazy("brukere"))
    default_sort = "due"
    template = "participants/list.html"
    row_template = "participants/_portfolio_row.html"
    search_url_name = "participants:search"
    filter_class = PortfolioFilter
    bulk_list = [
        BulkAction(gettext_lazy("Tildel veileder"), "participants:assign"),
        BulkAction(gettext_lazy("Informert om kurs"), "participants:inform_many"),
        BulkAction(gettext_lazy("Sett egen farge"), "participants:mark_many"),
    ]
    column_list = [
        Column(
            "name",
            gettext_lazy("Navn"),
            value=lambda row: _("Beskyttet") if row.masked else row.participant.list_name,
            sort=sort_key("participant__name_sort"),
        ),
        Column(
            "national_id",
            gettext_lazy("Fødselsnr."),
            value=_open(lambda row: row.participant.national_id),
            # By age: the number itself begins with the day of the month.
            sort=(sort_key("participant__born_on"), sort_key("participant__national_id")),
            visible=False,
        ),
        Column("phase", gettext_lazy("Fase"), value=_open(lambda row: PHASE(row.phase).label), sort=rules.phase_key()),
        Column(
            "course", gettext_lazy("Kurs"), value=_open(lambda row: row.course_label), sort=text_key("course_label")
        ),
        _date("due", gettext_lazy("Neste frist"), "next_action_on", visible=True),
        Column(
            "action",
            gettext_lazy("Hva som skal gjøres"),
            value=_open(lambda row: row.next_action),
            sort=text_key("next_action"),
        ),
        Column(
            "contact",
            gettext_lazy("Siste kontakt"),
            value=_open(lambda row: row.last_contact_on),
            sort=rules.contact_key(),
        ),
        Column(
            "mark",
            gettext_lazy("Merking"),
            value=_open(mark_text),
            sort=(rules.mark_key(), text_key("mark_note")),
            # The note is the caseworker's own aid, written for her eyes: a file goes further than she thinks.
            export=_open(lambda row: str(COLOR(row.mark_color).label) if row.mark_color else ""),
            # It stands beside the name; as a column it can be sorted by.
            visible=False,
        ),
        _date("informed", gettext_lazy("Informert"), "informed_on"),
        _date("mapped", gettext_lazy("Kartlagt"), "mapped_on"),
        _date("plan", gettext_lazy("Plan"), "plan_on"),
        _date("free", gettext_lazy("Kan starte"), "available_from"),
        Column(
            "caseworker",
            gettext_lazy("Veileder"),
            value=_open(_caseworker_name),
            sort=(
                sort_key("participant__caseworker__user__last_name"),
                sort_key("participant__caseworker__user__first_name"),
            ),
            visible=False,
        ),
        Column(
            "outcome",
            gettext_lazy("Resultat"),
            value=_open(lambda row: row.outcome_label),
            sort=text_key("outcome_label"),
            visible=False,
        ),
    ]
    quick_list = [
        QuickFilter("due", gettext_lazy("Frist innen 3 dager"), rules.due),
        QuickFilter("silent", gettext_lazy("Ikke kontaktet på 30 dager"), rules.silent),
        QuickFilter("uninformed", gettext_lazy("Aldri informert om kurs"), rules.never_told),
        QuickFilter("third", gettext_lazy("Tredje kurs uten jobb"), rules.third_course),
        QuickFilter("outcome", gettext_lazy("Kurs ferdig uten resultat"), rules.without_outcome),
        QuickFilter("offer", gettext_lazy("Tilbud å svare på"), rules.offered),
    ]
    facet_list = [
        Facet("phase", gettext_lazy("Fase"), options=_phases, group="phase", within=open_rows()),
        Facet("mark", gettext_lazy("Egen merking"), options=_marks),
        Facet("plan", gettext_lazy("Kartlegging og plan"), options=_plans),
        Facet("chain", gettext_lazy("Tidligere kurs"), options=_chain),
        Facet("need", gettext_lazy("Tolk"), options=_needs),
        Facet("registered", gettext_lazy("Arbeidssøker"), options=_registered),
        Facet(
            "caseworker",
            gettext_lazy("Veileder"),
            options=_caseworkers,
            group="participant__caseworker",
            within=open_rows(),
        ),
    ]

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        own_first = self.membership.role == Role.CASEWORKER and "s" not in self.params
        given = self.params.get("scope")
        self.scope = given if given in SCOPES else "own" if own_first else "all"
        self.everybody = self.base
        if self.scope == "all":
            self.column_list = [
                replace(one, visible=one.visible or one.key == "caseworker") for one in self.column_list
            ]
        if self.scope == "own":
            self.base = self.base.filter(participant__caseworker=self.membership.pk)
        if not self.membership.is_office:
            self.bulk_list = []
            # What the office is to do is said in the office's own words, and marks are the caseworkers' own.
            self.column_list = [column for column in self.column_list if column.key not in ("action", "mark")]

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

    def fetch(self, queryset: QuerySet) -> list:
        """First which rows, then what stands in them: sorting 50,000 keys takes a quarter of sorting whole rows."""
        keys = list(queryset.values_list("pk", flat=True))
        rows = {row.pk: row for row in self.base.filter(pk__in=keys)}
        return [rows[key] for key in keys if key in rows]

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
        """Tags beside the name, the phase as a status, and the own mark."""
        person = obj.participant
        if obj.masked:
            return {"name": _("Beskyttet"), "tags": [_protected()], "phase_label": "", "mark": None}
        tags = [_protected()] if person.is_protected else []
        if person.interpreter_language:
            label = _("Tolk: %(language)s") % {"language": person.interpreter_language}
            tags.append({"label": label, "color": "neutral"})
        mark, meeting_url = None, ""
        if self.membership.is_office:
            mark = shown_mark(person, obj.mark_color, obj.mark_note, back=self.here)
            meeting_url = reverse("participants:meeting", args=[person.public_id])
        phase_label = PHASE(obj.phase).label
        row = {"name": person.list_name, "tags": tags, "phase_label": phase_label, "mark": mark}
        return row | {"meeting_url": meeting_url}

    @cached_property
    def here(self) -> str:
        """This page of the list as it now is: where a form in a row leads back to."""
        return self.url(page=self.page.number)

    @property
    def scopes(self) -> list[dict]:
        """The tabs: one's own people, the whole office, and who was never told."""
        return scope_tabs(self.membership, self.scope, lambda code: self.url(scope=code, s=None, caseworker=None))


def scope_tabs(membership: Membership, active: str, url: Callable[[str], str]) -> list[dict]:
    """Tabs above the office's lists; none for county staff. url: address of a scope."""
    if not membership.is_office:
        return []
    tabs = [("own", _("Mine"), url("own")), ("all", _("Hele kontoret"), url("all"))]
    tabs.append(("never_told", _("Aldri informert"), reverse("participants:never_told")))
    return [{"label": label, "url": address, "active": code == active} for code, label, address in tabs]


def _protected() -> dict:
    return {"label": _("Beskyttet"), "color": "danger", "icon": "ShieldLock"}
