"""The leaflet about a course, one page for the person herself, in bokmål, nynorsk or English (P5, K4).

The county's own words come from `LeafletText`; weeks, dates and tests from the course. Fixed labels are translated.
"""

import datetime as dt

from django.utils import translation
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock, panels, pdf
from amo.list_export import NORWEGIAN
from amo.models import Membership, Office
from courses.models import Concept, Intake, LeafletText
from courses.words_base import join_words, level_words, upper_first
from courses.words_hiring import TEST_WORDS
from participants.models import Participant

Language = LeafletText.Language
STARTS_SHOWN = 4
AND = {Language.BOKMAL: "og", Language.NYNORSK: "og", Language.ENGLISH: "and"}
"""Before the last of several, in the language of the leaflet whatever the page around it speaks."""
ONE_PAGE = 1800
"""Characters of own text that one page holds in type that is easy to read."""


def texts(concept: Concept) -> dict[str, LeafletText]:
    """{language: text} of what is written."""
    return {text.language: text for text in concept.leaflets.select_related("updated_by__user")}


def language_for(participant: Participant) -> str:
    """The language to offer first: English to one with an English interpreter, otherwise her written form."""
    if "engelsk" in participant.interpreter_language.lower():
        return Language.ENGLISH
    if participant.written_form == Participant.WrittenForm.NYNORSK:
        return Language.NYNORSK
    return Language.BOKMAL


def render(
    concept: Concept, language: str, membership: Membership, *, office: Office | None = None, adviser: str = ""
) -> bytes:
    """The PDF. office: whose address of help it gives; adviser: whom she can ask."""
    with translation.override(language):
        return pdf.render("courses/leaflet.typ", data(concept, language, membership, office=office, adviser=adviser))


def file_name(concept: Concept, language: str) -> str:
    """ "hefte-truckforer-nn.pdf"."""
    return f"hefte-{slugify(concept.title.translate(NORWEGIAN))[:60] or 'kurs'}-{language}.pdf"


def data(
    concept: Concept,
    language: str,
    membership: Membership,
    *,
    office: Office | None = None,
    adviser: str = "",
    text: LeafletText | None = None,
) -> dict:
    """Everything the page says, in the language that is active. text: one not saved yet, for a preview."""
    written = texts(concept)
    own = text or written.get(language)
    body = own or written.get(Language.BOKMAL)
    today = clock.today()
    return {
        "language": language,
        "body_language": body.language if body else Language.BOKMAL,
        "missing": "" if own else _missing(language, body),
        "sender": "Nav",
        "date": day_words(today, language),
        "title": body.title if body else concept.title,
        "lead": _("Et arbeidsmarkedskurs for deg som søker jobb. Det er gratis å gå på kurset."),
        "facts": _facts(concept, language),
        "sections": _sections(concept, body, membership),
        "starts": _starts(concept, membership, language, today),
        "promises": {
            "title": _("Hva kurset ikke lover"),
            "points": [
                _("Kurset gir ikke rett til jobb. Ingen arbeidsgiver har lovet å ansette deg."),
                _("Å søke gir ikke rett til plass. Får du avslag, får du vite hvorfor."),
                _("Du kan si nei til kurset. Spør først hva det betyr for ytelsen din."),
            ],
        },
        "ask": {"title": _("Hvem kan du spørre?"), "text": _ask(office, adviser)},
        "footer": _("Laget %(day)s. Datoer og plasser kan bli endret.") % {"day": day_words(today, language)},
    }


def day_words(day: dt.date, language: str) -> str:
    """ "5. mars 2026", "5 March 2026"."""
    return date_format(day, "j F Y" if language == Language.ENGLISH else "j. F Y")


def _missing(language: str, body: LeafletText | None) -> str:
    """What stands at the top when the text is not written in the language asked for."""
    if language == Language.ENGLISH:
        return _(
            "Dette heftet er ikke skrevet på engelsk ennå. Teksten under er på norsk. Be om tolk hvis du trenger det."
        )
    if language == Language.NYNORSK:
        return _("Dette heftet er ikke skrevet på nynorsk ennå. Teksten under er på bokmål.")
    return "" if body else _("Heftet er ikke skrevet ennå. Teksten under er kursets egen.")


def _facts(concept: Concept, language: str) -> list[list[str]]:
    weeks = ngettext("%(n)d uke", "%(n)d uker", concept.weeks) % {"n": concept.weeks}
    length = weeks
    if concept.theory_weeks and concept.placement_weeks:
        length = _("%(weeks)s: først %(theory)d uker på kurs, så %(placement)d uker praksis på en arbeidsplass") % {
            "weeks": weeks,
            "theory": concept.theory_weeks,
            "placement": concept.placement_weeks,
        }
    hours = _("%(hours)d timer i uka på kurset") % {"hours": concept.hours_per_week}
    if concept.placement_weeks:
        hours = _("%(hours)d timer i uka på kurset. I praksisen følger du arbeidstiden på arbeidsplassen.") % {
            "hours": concept.hours_per_week
        }
    rows = [[_("Varighet"), length], [_("Tid"), hours]]
    kinds = list(concept.gives.all())
    given = [kind.name_in(language) for kind in kinds if not kind.norwegian]
    offered = [kind.name_in(language) for kind in kinds if kind.norwegian]
    if given:
        rows.append([_("Bevis du får"), join_words(given, AND[language])])
    if offered:
        rows.append([_("Prøver du kan ta"), join_words(offered, AND[language])])
    if concept.minimums:
        rows.append([_("Norsk du må kunne"), _norwegian(concept, language)])
    return rows


def _norwegian(concept: Concept, language: str) -> str:
    """ "Muntlig minst A2"."""
    parts = [
        _("%(skill)s minst %(level)s") % {"skill": TEST_WORDS[skill](), "level": level_words(level)}
        for skill, level in concept.minimums.items()
    ]
    return upper_first(join_words(parts, AND[language]))


def _sections(concept: Concept, body: LeafletText | None, membership: Membership) -> list[dict]:
    """Heading and paragraphs; results where the panel of the course has any."""
    found = [
        (_("Hva du lærer og gjør"), body.what if body else concept.purpose),
        (_("Hva du må kunne fra før"), body.requirements if body else concept.entry_requirements),
        (_("Hva kurset kan føre til"), body.outlook if body else concept.outlook),
        (_("Praktisk"), body.practical if body else ""),
    ]
    sections = [{"title": title, "paragraphs": paragraphs(text), "own": True} for title, text in found if text.strip()]
    if sentences := _results(concept, membership):
        sections.append({"title": _("Hvordan det gikk med andre"), "paragraphs": sentences, "own": False})
    return sections


def paragraphs(text: str) -> list[str]:
    """The lines of a text, empty ones left out."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _results(concept: Concept, membership: Membership) -> list[str]:
    """ "12 uker etter kurset var 13 av 42 i jobb.": what the panels say plainly, without what is for statisticians."""
    found = panels.collect("concept.results", membership, [concept.pk])[concept.pk]
    return [sentence for panel in found for sentence in panel.context.get("plain", ())]


def _starts(concept: Concept, membership: Membership, language: str, today: dt.date) -> dict:
    """The next classes that can be applied for, with place and deadline.

    Not how many places are free: many may have applied for them, and a number on paper is read as a promise.
    """
    intakes = list(
        Intake.objects.visible_to(membership, today)
        .filter(contract__concept=concept, status=Intake.Status.OPEN, application_deadline__gte=today)
        .order_by("starts_on", "code")[:STARTS_SHOWN]
    )
    columns = [_("Starter"), _("Slutter"), _("Sted"), _("Søk innen")]
    rows = []
    for intake in intakes:
        days = [day_words(day, language) for day in (intake.starts_on, intake.ends_on, intake.application_deadline)]
        rows.append([days[0], days[1], intake.place, days[2]])
    return {
        "title": _("Neste kurs"),
        "columns": columns,
        "rows": rows,
        "none": _("Ingen kurs er åpne for søknad nå. Spør veilederen din når det neste kommer."),
    }


def _ask(office: Office | None, adviser: str) -> str:
    if adviser and office:
        return _("%(adviser)s på %(office)s. Ring 55 55 33 33, eller skriv i aktivitetsplanen på nav.no.") % {
            "adviser": adviser,
            "office": office.name,
        }
    if office:
        return _("Veilederen din på %(office)s. Ring 55 55 33 33, eller skriv i aktivitetsplanen på nav.no.") % {
            "office": office.name
        }
    return _("Veilederen din på Nav-kontoret. Ring 55 55 33 33, eller skriv i aktivitetsplanen på nav.no.")
