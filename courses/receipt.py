"""The receipt of an application, for the person herself: what she wishes for, what happens next, when she hears (A1)."""

import datetime as dt

from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from amo import clock, pdf
from amo.list_export import NORWEGIAN
from courses.actions.offers import ANSWER_WORKING_DAYS
from courses.leaflet import day_words
from courses.models import Application, Wish


def render(application: Application, wishes: list[Wish]) -> bytes:
    """The PDF in the person's own form of Norwegian. The wishes come in her order, with intake and course."""
    with translation.override(application.participant.written_form):
        return pdf.render("amo/document.typ", data(application, wishes))


def file_name(application: Application) -> str:
    """ "kvittering-vinter-2026.pdf": the round, not the person."""
    return f"kvittering-{slugify(application.window.name.translate(NORWEGIAN))[:60] or 'soeknad'}.pdf"


def data(application: Application, wishes: list[Wish]) -> dict:
    """Everything the page says, in the language that is active."""
    language = application.participant.written_form
    sent = application.submitted_at.astimezone(clock.OSLO).date()

    def day(value: dt.date) -> str:
        return day_words(value, language)

    return {
        "language": language,
        "sender": "Nav",
        "date": day(clock.today()),
        "title": _("Kvittering for søknad om kurs"),
        "lead": _("Nav har tatt imot søknaden din %(day)s.") % {"day": day(sent)},
        "sections": [
            {"heading": _("Søknaden"), "facts": _facts(application)},
            {
                "heading": _("Kursene du har søkt på, i din rekkefølge"),
                "table": {
                    "columns": [_("Ønske"), _("Kurs"), _("Starter"), _("Sted")],
                    "rows": [
                        [str(wish.rank), wish.intake.concept.title, day(wish.intake.starts_on), wish.intake.place]
                        for wish in wishes
                    ],
                },
            },
            {"heading": _("Hva skjer nå?"), "paragraphs": _next(application, day)},
            {"heading": _("Du kan ombestemme deg"), "paragraphs": _changes(application, day)},
            {"heading": _("Har du spørsmål?"), "paragraphs": [_ask(application)]},
        ],
        "footer": _("Skrevet ut %(day)s. Kvitteringen gir ikke rett til plass.") % {"day": day(clock.today())},
    }


def _facts(application: Application) -> list[list[str]]:
    person = application.participant
    rows = [[_("Navn"), person.name], [_("Nav-kontor"), person.office.name]]
    if person.caseworker:
        rows.append([_("Veileder"), str(person.caseworker.user)])
    return [*rows, [_("Tildelingsrunde"), application.window.name]]


def _next(application: Application, day) -> list[str]:
    """What follows until she hears, with the days that are known."""
    texts = []
    if application.awaits_plan:
        texts.append(
            _("Først lager du og veilederen en plan. Plassen din i køen holdes til %(day)s.")
            % {"day": day(application.plan_due_on)}
        )
    texts += [
        _("Søknadsfristen er %(day)s. Etter fristen fordeler Nav tiltak plassene. To ansatte kontrollerer fordelingen.")
        % {"day": day(application.window.deadline)},
        _("Får du tilbud om plass, tar veilederen kontakt med deg. Da har du %(n)d virkedager på å svare.")
        % {"n": ANSWER_WORKING_DAYS},
        _("Får du ikke plass med en gang, står du på venteliste. Blir en plass ledig, får den neste tilbud."),
        _("Sier du ja til en plass, blir ønskene under den tatt bort. Du kan vente på et ønske som står høyere."),
        _("Du hører fra oss også når du ikke får plass, og da får du vite hvorfor."),
    ]
    return texts


def _changes(application: Application, day) -> list[str]:
    return [
        _("Til og med %(day)s kan du endre rekkefølgen, legge til kurs og ta bort kurs. Du beholder plassen i køen.")
        % {"day": day(application.window.deadline)},
        _("Du kan trekke ett ønske eller hele søknaden når du vil. Si fra til veilederen din."),
    ]


def _ask(application: Application) -> str:
    person = application.participant
    if person.caseworker:
        return _("Spør %(adviser)s på %(office)s. Ring 55 55 33 33, eller skriv i aktivitetsplanen på nav.no.") % {
            "adviser": str(person.caseworker.user),
            "office": person.office.name,
        }
    return _("Spør veilederen din på %(office)s. Ring 55 55 33 33, eller skriv i aktivitetsplanen på nav.no.") % {
        "office": person.office.name
    }
