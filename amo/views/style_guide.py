"""Every component of the interface on one page, with invented data. Demo mode only; the accessibility tests read it."""

import datetime as dt
from types import SimpleNamespace

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.crispy import AkselFormHelper, Confirmation, FieldRow, Inline
from amo.policy import public_page
from amo.widgets import CheckboxSelectMultiple, DateInput, NumberInput, RadioSelect, TimeInput

STEPS = [_("Kartlagt"), _("Søkt inn"), _("Tilbud"), _("På kurs"), _("I praksis"), _("Kursslutt"), _("6 uker"), _("12 uker")]
MILESTONES = [_("Kursslutt"), _("6 uker"), _("12 uker")]
STATUSES = [("work", _("I arbeid")), ("education", _("I utdanning")), ("measure", _("Annet tiltak")), ("job_seeker", _("Arbeidssøker")), ("unknown", _("Ukjent"))]  # fmt: skip


class ExampleForm(forms.Form):
    """One field of every kind."""

    person = forms.ChoiceField(
        label=_("Deltaker"),
        choices=[("", _("Velg deltaker")), (_("Kafé og kantine"), [("1", "Aasen, Marte")]), (_("Lager"), [("2", "Berge, Tor Ivar")])],
        error_messages={"required": _("Velg hvilken deltaker besøket gjelder")},
    )
    workplace = forms.CharField(
        label=_("Arbeidssted"), max_length=80, help_text=_("Navnet på bedriften"), error_messages={"required": _("Skriv inn arbeidsstedet")}
    )
    on = forms.DateField(label=_("Dato"), widget=DateInput, error_messages={"required": _("Velg dato for besøket")})
    at = forms.TimeField(label=_("Klokkeslett"), widget=TimeInput, required=False)
    minutes = forms.IntegerField(
        label=_("Varighet i minutter"), min_value=5, max_value=480, widget=NumberInput, error_messages={"required": _("Oppgi hvor lenge besøket varte")}
    )
    kind = forms.ChoiceField(
        label=_("Hvordan ble besøket gjennomført?"),
        widget=RadioSelect,
        choices=[("visit", _("Oppmøte")), ("phone", _("Telefon")), ("video", _("Video"))],
        error_messages={"required": _("Velg hvordan besøket ble gjennomført")},
    )
    intake = forms.ChoiceField(
        label=_("Kurs"),
        widget=RadioSelect(
            descriptions={"a": _("18 uker fra 11. januar, 4 ledige plasser")}, disabled={"b": _("Kan ikke velges: krever norsk A2 muntlig")}
        ),
        choices=[("a", _("Kafé og kantine")), ("b", _("Pleie og omsorg"))],
        error_messages={"required": _("Velg kurs")},
    )
    topics = forms.MultipleChoiceField(
        label=_("Hva snakket dere om?"),
        widget=CheckboxSelectMultiple(descriptions={"language": _("Fagspråk og dagligtale")}),
        required=False,
        help_text=_("Du kan velge flere."),
        choices=[("tasks", _("Arbeidsoppgaver")), ("language", _("Språk på jobb")), ("hire", _("Mulighet for ansettelse"))],
    )
    note = forms.CharField(
        label=_("Kort oppsummering"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ikke skriv helseopplysninger eller annet om privatlivet."),
        error_messages={"required": _("Skriv en kort oppsummering")},
    )
    attachment = forms.FileField(label=_("Vedlegg"), required=False, help_text=_("PDF eller bilde, høyst 5 MB"))
    locked = forms.CharField(label=_("Kan ikke endres"), disabled=True, required=False, initial=_("Nav Grorud"))
    informed = forms.BooleanField(
        label=_("Ja, deltakeren vet at jeg registrerer besøket"),
        help_text=_("Besøket blir synlig for veilederen i Nav og Nav tiltak."),
        error_messages={"required": _("Du må bekrefte at deltakeren er informert")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.helper = AkselFormHelper(submit=_("Lagre besøk"), cancel_url="?", unsaved=False)
        self.helper.layout = Layout(
            Fieldset(_("Om besøket"), "person", "workplace", FieldRow("on", "at", "minutes"), Inline("kind"), "intake"),
            Fieldset(_("Innhold"), "topics", "note", "attachment", "locked"),
            Confirmation("informed"),
        )


def _rows(today: dt.date) -> list[SimpleNamespace]:
    people = [
        ("Berge, Tor Ivar", "on_course", _("På kurs"), _("Lager og logistikk"), -2, []),
        ("Hansen, Amir", "applied", _("Søkt inn"), "", 0, []),
        ("Eide, Kristoffer", "mapped", _("Kartlagt"), "", 1, [{"label": _("Beskyttet"), "color": "warning", "variant": "strong", "icon": "ShieldLock"}]),
        ("Aasen, Marte", "in_placement", _("I praksis"), _("Pleie og omsorg"), 3, [{"label": _("Tolk: tigrinja"), "icon": "Language"}]),
        ("Gundersen, Lise", "week_6", _("6 uker"), _("Kafé og kantine"), 12, []),
        ("Fjeld, Oksana", "offered", _("Tilbud"), _("Kafé og kantine"), 25, [{"label": _("Tolk: ukrainsk"), "icon": "Language"}]),
    ]
    labels = {"name": _("Navn"), "phase": _("Fase"), "course": _("Kurs"), "due": _("Neste frist")}
    cells = [{"key": key, "label": label, "html": "", "align": "left"} for key, label in labels.items()]
    return [
        SimpleNamespace(
            id=number,
            url="#",
            cells=cells,
            obj=SimpleNamespace(name=name, phase=phase, phase_label=label, course=course, due=today + dt.timedelta(days=days), tags=tags),
        )
        for number, (name, phase, label, course, days, tags) in enumerate(people, start=1)
    ]


def _list_page(today: dt.date) -> SimpleNamespace:
    def column(key, label, sort="none"):
        return {"key": key, "label": label, "sortable": bool(sort), "aria_sort": sort, "sort_url": f"?sort={key}", "align": "left", "visible": True}

    options = [(_("Søkt inn"), "applied", 2, False), (_("På kurs"), "on_course", 3, True), (_("I praksis"), "in_placement", 3, False)]
    return SimpleNamespace(
        title=_("Mine brukere"),
        count_text=_("Viser 1–50 av 238 brukere"),
        quick_filters=[
            {"code": "due", "label": _("Frist innen 3 dager"), "count": 5, "selected": True, "url": "?q=due"},
            {"code": "new", "label": _("Nye"), "count": 2, "selected": False, "url": "?q=new"},
        ],
        facets=[{"name": "phase", "legend": _("Fase"), "options": [{"label": a, "value": b, "count": c, "selected": d} for a, b, c, d in options]}],
        filter_form=None,
        hidden_fields=[("sort", "due")],
        search_action="?", search_label="", search_value="",
        chips=[{"label": _("På kurs"), "remove_url": "?"}],
        reset_url="?",
        columns=[column("name", _("Navn")), column("phase", _("Fase")), column("course", _("Kurs"), ""), column("due", _("Neste frist"), "ascending")],
        rows=_rows(today),
        row_template="amo/_style_guide_row.html",
        page=Paginator(range(238), 50).page(2),
        page_urls={n: f"?page={n}" for n in range(1, 6)},
        page_size_urls={50: "?size=50", 200: "?size=200"},
        export_url="?export=xlsx",
        saved_filters=[
            {"name": _("Mandagsgjennomgang"), "url": "?", "favourite": True, "favourite_url": "?", "delete_url": "?"},
            {"name": _("I praksis nå"), "url": "?", "favourite": False, "favourite_url": "?", "delete_url": "?"},
        ],
        save_url="?",
        bulk_actions=[{"label": _("Flytt til en annen veileder"), "url": "?"}],
        empty=None,
        column_form_url="?",
    )  # fmt: skip


def _person(today: dt.date) -> dict:
    return {
        "name": "Marte Aasen",
        "identity_number": "14838842098",
        "age": 38,
        "phone": "412 34 567",
        "interpreter": _("tigrinja"),
        "adviser": "Ingrid Solheim",
        "tags": [
            {"label": _("Spesielt tilpasset innsats"), "variant": "outline"},
            {"label": _("Informert 8. september"), "color": "success", "variant": "outline", "icon": "Checkmark"},
        ],
        "next_action": {"text": _("Ta kontakt om tilbudet"), "date": today + dt.timedelta(days=1), "url": "#"},
    }


def _advice() -> list[dict]:
    criteria = [(_("Yrkesmål"), 30, 30, _("Ønsker arbeid i helse og omsorg")), (_("Norsk"), 14, 20, _("Muntlig A2, kurset krever A2")), (_("Reisevei"), 8, 20, _("54 minutter med buss og bytte"))]  # fmt: skip
    return [
        {
            "title": _("Pleie og omsorg"),
            "url": "#",
            "meta": _("Fjordkompetanse AS · Bergen sentrum · 24 uker fra 11. januar 2027"),
            "points": 72,
            "band": {"label": _("Passer godt"), "color": "success"},
            "tags": [{"label": _("4 ledige plasser"), "color": "success"}],
            "criteria": [{"label": a, "points": b, "maximum": c, "text": d} for a, b, c, d in criteria],
            "open": True,
        },
        {
            "title": _("Lager og truckfører"),
            "url": "#",
            "meta": _("Nordnes Læringssenter AS · 10 uker fra 7. desember 2026"),
            "band": {"label": _("Ikke aktuelt nå"), "color": "neutral"},
            "excluded": _("Krever førerkort klasse B"),
            "reasons": [_("Mål om fast arbeid på dagtid"), _("Mange søkere per ledige stilling")],
        },
    ]


def _path(today: dt.date) -> dict:
    def day(offset):
        return today + dt.timedelta(days=offset)

    done = [{"label": label, "status": "done", "date": day(-80 + 20 * i)} for i, label in enumerate(STEPS[:4])]
    steps = [*done, {"label": STEPS[4], "status": "active"}, *({"label": label, "status": "later"} for label in STEPS[5:])]
    periods = [
        {"label": _("Kartlegging"), "start": day(-75), "end": day(-45), "color": "info"},
        {"label": _("Kurs"), "start": day(-42), "end": day(2), "color": "accent"},
        {"label": _("Praksis"), "start": day(-4), "end": day(44), "color": "meta-purple"},
        {"label": _("Oppfølging"), "start": day(45), "end": day(129), "color": "success", "planned": True},
    ]
    return {"steps": steps, "periods": periods, "milestones": [{"label": _("Kursslutt"), "on": day(44)}]}


def _charts() -> dict:
    def parts(*counts):
        return [{"key": key, "label": label, "count": count} for (key, label), count in zip(STATUSES, counts, strict=True)]

    results = [
        {"name": _("Pleie og omsorg"), "n": 142, "bars": [parts(34, 9, 12, 38, 7), parts(48, 10, 9, 26, 7), parts(56, 11, 6, 19, 8)], "trend": [43, 58, 67]},
        {"name": _("Kafé og kantine"), "n": 31, "bars": [parts(36, 14, 14, 29, 7), parts(43, 14, 7, 29, 7), None], "trend": [50, 57, None]},
    ]
    limits = [(n, max(0.0, 0.5 - 0.98 / n**0.5), min(1.0, 0.5 + 0.98 / n**0.5)) for n in range(5, 161, 5)]
    points = [
        {"label": _("Fjordkompetanse AS"), "n": 142, "share": 0.67},
        {"label": _("Nordnes Læringssenter AS"), "n": 96, "share": 0.52},
        {"label": _("Vestlia Kurs AS"), "n": 31, "share": 0.42},
    ]
    return {
        "results": results,
        "legend": parts(1, 1, 1, 1, 1),
        "milestone_names": MILESTONES,
        "funnel": {"points": points, "centre": 0.5, "limits": limits},
        "intervals": [{"label": p["label"], "low": p["share"] - 0.09, "value": p["share"], "high": p["share"] + 0.09} for p in points],
        "multiples": [{"label": row["name"], "values": row["trend"], "note": _("i arbeid eller utdanning")} for row in results],
    }


@public_page
def style_guide(request):
    """The page itself. `?scheme=dark|light` fixes the colours, `?form=errors` shows the form with errors."""
    if not settings.DEMO:
        raise Http404
    today = clock.today()
    with_errors = request.GET.get("form") == "errors"
    form = ExampleForm({"minutes": "3", "note": ""} if with_errors else None, initial={"on": today})
    context = {
        "form": form,
        "listpage": _list_page(today),
        "person": _person(today),
        "advice": _advice(),
        "path": _path(today),
        "charts": _charts(),
        "today": today,
        "tabs": [{"label": _("Oversikt"), "url": "#", "active": True}, {"label": _("Kursråd"), "url": "#", "count": 3}, {"label": _("Besøk"), "url": "#"}],
        "crumbs": [(_("Mine brukere"), "#"), (_("Komponenter"), "")],
        "facts": [(_("Kurs"), _("Pleie og omsorg")), (_("Periode"), "11.01.2027–27.06.2027"), (_("Arbeidsgiver"), ""), {"label": _("Plasser"), "value": 15, "note": _("3 ledige")}],  # fmt: skip
        "events": [
            {"title": _("Besøk på arbeidsplassen"), "time": "18.11.2026", "by": "Siv Nordnes", "text": _("Går godt."), "icon": "Handshake", "status": "active"},
            {"title": _("Startet i praksis"), "time": "16.11.2026", "by": "Siv Nordnes", "icon": "Briefcase"},
            {"title": _("Startet på kurs"), "time": "12.10.2026", "by": "Ingrid Solheim", "icon": "Book"},
        ],
        "notes": [{"text": _("En av dine henviste har kommet til 6 uker."), "time": "i dag", "url": "#", "unread": True, "read_url": "?"}, {"text": _("Rapporten er levert."), "time": "i går"}],  # fmt: skip
        "jobs": [
            {"label": _("Beregner resultater"), "done": 40, "total": 120},
            {"label": _("Fordeler plasser"), "finished": True, "text": _("Fordelingen er klar."), "result_url": "#", "result_label": _("Se forslaget")},
        ],
        "changes": [(_("Telefon"), "412 34 567", "412 34 568")],
        "statuses": [(code, code) for code in ("mapped", "applied", "offered", "on_course", "in_placement", "course_end", "week_6", "cancelled", "closed")],
        "table": {"columns": [_("Krav"), _("Kilde"), {"label": _("Antall"), "align": "right"}], "rows": [[_("Norskprøve A2 muntlig"), _("Fafo 2012"), 12], [_("Politiattest"), "", 15]]},
    }  # fmt: skip
    scheme = request.GET.get("scheme")
    if scheme in ("light", "dark"):
        context["color_scheme"] = scheme
    return render(request, "amo/style_guide.html", context, status=422 if with_errors else 200)
