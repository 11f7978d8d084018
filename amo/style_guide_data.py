"""Invented data for the style guide (amo/views/style_guide.py)."""

import datetime as dt
from types import SimpleNamespace

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

STEPS = [
    _("Kartlagt"),
    _("Søkt inn"),
    _("Tilbud"),
    _("På kurs"),
    _("I praksis"),
    _("Kursslutt"),
    _("6 uker"),
    _("12 uker"),
]
MILESTONES = [_("Kursslutt"), _("6 uker"), _("12 uker")]
STATUSES = [
    ("work", _("I arbeid")),
    ("education", _("I utdanning")),
    ("measure", _("Annet tiltak")),
    ("job_seeker", _("Arbeidssøker")),
    ("unknown", _("Ukjent")),
]
SAVED_FILTERS = [
    {"name": _("Mandagsgjennomgang"), "url": "?", "favourite": True, "favourite_url": "?", "delete_url": "?"},
    {"name": _("I praksis nå"), "url": "?", "favourite": False, "favourite_url": "?", "delete_url": "?"},
]


def rows(today: dt.date) -> list[SimpleNamespace]:
    """Rows of the example list."""

    people = [
        ("Berge, Tor Ivar", "on_course", _("På kurs"), _("Lager og logistikk"), -2, []),
        ("Hansen, Amir", "applied", _("Søkt inn"), "", 0, []),
        (
            "Eide, Kristoffer",
            "mapped",
            _("Kartlagt"),
            "",
            1,
            [{"label": _("Beskyttet"), "color": "warning", "variant": "strong", "icon": "ShieldLock"}],
        ),
        (
            "Aasen, Marte",
            "in_placement",
            _("I praksis"),
            _("Pleie og omsorg"),
            3,
            [{"label": _("Tolk: tigrinja"), "icon": "Language"}],
        ),
        ("Gundersen, Lise", "week_6", _("6 uker"), _("Kafé og kantine"), 12, []),
        (
            "Fjeld, Oksana",
            "offered",
            _("Tilbud"),
            _("Kafé og kantine"),
            25,
            [{"label": _("Tolk: ukrainsk"), "icon": "Language"}],
        ),
    ]
    labels = {"name": _("Navn"), "phase": _("Fase"), "course": _("Kurs"), "due": _("Neste frist")}
    cells = [{"key": key, "label": label, "html": "", "align": "left"} for key, label in labels.items()]
    return [
        SimpleNamespace(
            id=number,
            url="#",
            cells=cells,
            obj=SimpleNamespace(
                name=name, phase=phase, phase_label=label, course=course, due=today + dt.timedelta(days=days), tags=tags
            ),
        )
        for number, (name, phase, label, course, days, tags) in enumerate(people, start=1)
    ]


def list_page(today: dt.date) -> SimpleNamespace:
    """A list page with everything a list can have."""

    def column(key, label, sort="none"):
        return {
            "key": key,
            "label": label,
            "sortable": bool(sort),
            "aria_sort": sort,
            "sort_url": f"?sort={key}",
            "align": "left",
            "visible": True,
        }

    options = [
        (_("Søkt inn"), "applied", 2, False),
        (_("På kurs"), "on_course", 3, True),
        (_("I praksis"), "in_placement", 3, False),
    ]
    return SimpleNamespace(
        title=_("Mine brukere"),
        count_text=_("Viser 1–50 av 238 brukere"),
        quick_filters=[
            {"code": "due", "label": _("Frist innen 3 dager"), "count": 5, "selected": True, "url": "?q=due"},
            {"code": "new", "label": _("Nye"), "count": 2, "selected": False, "url": "?q=new"},
        ],
        facets=[
            {
                "name": "phase",
                "legend": _("Fase"),
                "options": [{"label": a, "value": b, "count": c, "selected": d} for a, b, c, d in options],
            }
        ],
        filter_form=None,
        hidden_fields=[("sort", "due")],
        search_action="?",
        search_label="",
        search_value="",
        chips=[{"label": _("På kurs"), "remove_url": "?"}],
        reset_url="?",
        columns=[
            column("name", _("Navn")),
            column("phase", _("Fase")),
            column("course", _("Kurs"), ""),
            column("due", _("Neste frist"), "ascending"),
        ],
        rows=rows(today),
        row_template="amo/_style_guide_row.html",
        page=Paginator(range(238), 50).page(2),
        page_urls={n: f"?page={n}" for n in range(1, 6)},
        page_size_urls={50: "?size=50", 200: "?size=200"},
        export_url="?export=xlsx",
        saved_filters=SAVED_FILTERS,
        save_url="?",
        bulk_actions=[{"label": _("Flytt til en annen veileder"), "url": "?"}],
        empty=None,
        column_form_url="?",
    )


def person(today: dt.date) -> dict:
    """A person for the header."""

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


def advice() -> list[dict]:
    """One course that fits and one that is ruled out."""

    criteria = [
        (_("Yrkesmål"), 30, 30, _("Ønsker arbeid i helse og omsorg")),
        (_("Norsk"), 14, 20, _("Muntlig A2, kurset krever A2")),
        (_("Reisevei"), 8, 20, _("54 minutter med buss og bytte")),
    ]
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


def path(today: dt.date) -> dict:
    """A path as steps, periods and milestones."""

    def day(offset):
        return today + dt.timedelta(days=offset)

    done = [{"label": label, "status": "done", "date": day(-80 + 20 * i)} for i, label in enumerate(STEPS[:4])]
    steps = [
        *done,
        {"label": STEPS[4], "status": "active"},
        *({"label": label, "status": "later"} for label in STEPS[5:]),
    ]
    periods = [
        {"label": _("Kartlegging"), "start": day(-75), "end": day(-45), "color": "info"},
        {"label": _("Kurs"), "start": day(-42), "end": day(2), "color": "accent"},
        {"label": _("Praksis"), "start": day(-4), "end": day(44), "color": "meta-purple"},
        {"label": _("Oppfølging"), "start": day(45), "end": day(129), "color": "success", "planned": True},
    ]
    return {"steps": steps, "periods": periods, "milestones": [{"label": _("Kursslutt"), "on": day(44)}]}


def charts() -> dict:
    """Figures for every kind of chart."""

    def parts(*counts):
        return [
            {"key": key, "label": label, "count": count} for (key, label), count in zip(STATUSES, counts, strict=True)
        ]

    results = [
        {
            "name": _("Pleie og omsorg"),
            "n": 142,
            "bars": [parts(34, 9, 12, 38, 7), parts(48, 10, 9, 26, 7), parts(56, 11, 6, 19, 8)],
            "trend": [43, 58, 67],
        },
        {
            "name": _("Kafé og kantine"),
            "n": 31,
            "bars": [parts(36, 14, 14, 29, 7), parts(43, 14, 7, 29, 7), None],
            "trend": [50, 57, None],
        },
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
        "intervals": [
            {"label": p["label"], "low": p["share"] - 0.09, "value": p["share"], "high": p["share"] + 0.09}
            for p in points
        ],
        "multiples": [
            {"label": row["name"], "values": row["trend"], "note": _("i arbeid eller utdanning")} for row in results
        ],
    }


def furniture() -> dict:
    """Tabs, facts, events, notifications, jobs and tables."""
    return happenings() | {
        "tabs": [
            {"label": _("Oversikt"), "url": "#", "active": True},
            {"label": _("Kursråd"), "url": "#", "count": 3},
            {"label": _("Besøk"), "url": "#"},
        ],
        "crumbs": [(_("Mine brukere"), "#"), (_("Komponenter"), "")],
        "facts": [
            (_("Kurs"), _("Pleie og omsorg")),
            (_("Periode"), "11.01.2027–27.06.2027"),
            (_("Arbeidsgiver"), ""),
            {"label": _("Plasser"), "value": 15, "note": _("3 ledige")},
        ],
        "changes": [(_("Telefon"), "412 34 567", "412 34 568")],
        "statuses": [
            (code, code)
            for code in (
                "mapped",
                "applied",
                "offered",
                "on_course",
                "in_placement",
                "course_end",
                "week_6",
                "cancelled",
                "closed",
            )
        ],
        "table": {
            "columns": [_("Krav"), _("Kilde"), {"label": _("Antall"), "align": "right"}],
            "rows": [[_("Norskprøve A2 muntlig"), _("Fafo 2012"), 12], [_("Politiattest"), "", 15]],
        },
    }


def happenings() -> dict:
    """Events, notifications and long jobs."""
    return {
        "events": [
            {
                "title": _("Besøk på arbeidsplassen"),
                "time": "18.11.2026",
                "by": "Siv Nordnes",
                "text": _("Går godt."),
                "icon": "Handshake",
                "status": "active",
            },
            {"title": _("Startet i praksis"), "time": "16.11.2026", "by": "Siv Nordnes", "icon": "Briefcase"},
            {"title": _("Startet på kurs"), "time": "12.10.2026", "by": "Ingrid Solheim", "icon": "Book"},
        ],
        "notes": [
            {
                "text": _("Én av dem du søkte inn, har kommet til 6 uker."),
                "time": "i dag",
                "url": "#",
                "unread": True,
                "read_url": "?",
            },
            {"text": _("Rapporten er levert."), "time": "i går"},
        ],
        "jobs": [
            {"id": "a", "label": _("Beregner resultater"), "done": 40, "total": 120},
            {
                "label": _("Fordeler plasser"),
                "finished": True,
                "text": _("Fordelingen er klar."),
                "result_url": "#",
                "result_label": _("Se forslaget"),
            },
        ],
    }
