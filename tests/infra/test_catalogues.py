"""The nynorsk and English catalogues are whole and keep what their messages carry (issue 3, point 10).

The catalogue is built from the sources as they are now, so a text without a translation fails here.
Each rule is a function from messages to the ones that break it; the tests at the end prove that it bites.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from tests.infra.helpers import ROOT
from tools.messages import LANGUAGES, is_translated, messages, updated

# A literal of {% translate %} stands with its percent signs doubled.
PLACEHOLDER = re.compile(r"%%?\(\w+\)[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]|%[sd%]|\{\w*\}|</?\w[^>]*>")
# Words of bokmål that the language lacks, or (nynorsk) has beside the form that this catalogue uses.
FOREIGN = {
    "nn": "allerede arbeidsgiver arbeidsgiveren bare ble brukere brukeren brukerne deltaker deltakere deltakeren"
    " deltakerne dere endret ennå flere fra fravær gjøre hva hvem hver hvilke hvilken hvis hvor hvordan hvorfor høyst"
    " ikke jeg kommer lagret måneder navn navnet noe noen oppgave oppgaver plasser samme selv siden tilbud tilbudet uke"
    " uker uten veileder veilederen være yrker åpen åpne",
    "en": "deltaker eller hva hvem hvor hvordan hvorfor ikke kurset måned og på søknad uke uker veileder å",
}


def forms(value: str | Iterable[str]) -> list[str]:
    """The texts of a message's id or translation: one, or singular and plural."""
    return [value] if isinstance(value, str) else list(value)


def placeholders(text: str) -> Counter[str]:
    """How many there are of each placeholder and tag."""
    return Counter(PLACEHOLDER.findall(text))


def words(text: str) -> set[str]:
    """The words of a text in lower case, without placeholders and tags."""
    return set(re.findall(r"[^\W\d_]+", PLACEHOLDER.sub(" ", text).lower()))


def translated(catalog: Catalog) -> Iterator[Message]:
    """The messages that have a text."""
    return (message for message in catalog if message.id and is_translated(message))


# --- the rules ------------------------------------------------------------------------------------


def missing(catalog: Catalog) -> list[str]:
    """Messages without a text, with the first file they stand in."""
    return [
        f"{message.locations[0][0] if message.locations else '?'}: {forms(message.id)[0]}"
        for message in catalog
        if message.id and not is_translated(message)
    ]


def changed_placeholders(catalog: Catalog) -> list[str]:
    """Translations that lose, add or alter a placeholder or a tag: they would break the page, or lie on it."""
    wrong = []
    for message in translated(catalog):
        allowed = [placeholders(text) for text in forms(message.id)]
        for number, text in enumerate(forms(message.string)):
            # «Ett kurs til» has no number in it, and a language may well write one there.
            if placeholders(text) not in allowed or (number and placeholders(text) != allowed[-1]):
                wrong.append(f"{forms(message.id)[number]} → {text}")
    return wrong


def changed_edges(catalog: Catalog) -> list[str]:
    """Translations that start or end with other white space than the id: texts would be glued together."""

    def edges(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    return [
        f"{original!r} → {text!r}"
        for message in translated(catalog)
        for original, text in zip(forms(message.id), forms(message.string), strict=True)
        if edges(original) != edges(text)
    ]


def left_in_bokmal(catalog: Catalog, language: str) -> list[str]:
    """Translations with a word of bokmål that the language does not have, a copy of the id among them."""
    foreign = set(FOREIGN[language].split())
    return [
        f"{', '.join(sorted(found))}: {text}"
        for message in translated(catalog)
        for text in forms(message.string)
        if (found := words(text) & foreign)
    ]


def texts_of(catalog: Catalog) -> dict[tuple, tuple[str, ...]]:
    """Every translated message by its context and id."""
    found = {}
    for message in translated(catalog):
        # Babel reads the context of a .mo file as bytes.
        context = message.context.decode() if isinstance(message.context, bytes) else message.context
        found[context, tuple(forms(message.id))] = tuple(forms(message.string))
    return found


# --- the catalogues -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def template() -> Catalog:
    """Every message of the sources as they are now."""
    return messages()


def kept(language: str, ending: str) -> Catalog:
    """What is in the language's file."""
    path = ROOT / "locale" / language / "LC_MESSAGES" / f"django.{ending}"
    with path.open("rb") as file:
        return read_po(file, locale=language) if ending == "po" else read_mo(file)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_of_the_sources_lacks_a_translation(language, template):
    lacking = missing(updated(language, template))
    assert not lacking, f"{len(lacking)} uten tekst på {language}:\n" + "\n".join(lacking)


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_tags_and_edges_are_those_of_the_message(language):
    catalog = kept(language, "po")
    wrong = changed_placeholders(catalog) + changed_edges(catalog)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_in_bokmal(language):
    left = left_in_bokmal(kept(language, "po"), language)
    assert not left, "\n".join(left)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_holds_what_the_readable_one_holds(language):
    readable, compiled = texts_of(kept(language, "po")), texts_of(kept(language, "mo"))
    assert readable
    assert compiled == readable


# --- the rules bite -------------------------------------------------------------------------------


def catalog_of(message_id, text, context=None) -> Catalog:
    """A catalogue of one message."""
    catalog = Catalog(locale="nn")
    catalog.add(message_id, text, context=context, locations=[("templates/a.html", None)])
    return catalog


@pytest.mark.parametrize("text", ["", None])
def test_a_text_that_lacks_is_named_with_its_file(text):
    assert missing(catalog_of("Lagre", text)) == ["templates/a.html: Lagre"]


def test_a_plural_with_one_form_lacks():
    assert missing(catalog_of(("Ett kurs", "%(n)s kurs"), ("Eitt kurs", "")))
    assert not missing(catalog_of(("Ett kurs", "%(n)s kurs"), ("Eitt kurs", "%(n)s kurs")))


@pytest.mark.parametrize(
    ("message_id", "text"),
    [
        ("%(n)s ledige", "%(m)s ledige"),
        ("%(n)s ledige", "ledige"),
        ("%(n)d ledige", "%(n)s ledige"),
        ("%(low).0f–%(high).0f", "%(low).0f–%(high)d"),
        ("%(n)s %%", "%(n)s %"),
        ("nå: %%(now)s", "no: %%(last)s"),
        ("{n} valgt", "{m} valde"),
        ("Side", "Side {n}"),
        ("Rett<span class='a'> jobben</span>", "Rett<span class='b'> jobben</span>"),
        ("Rett<b> jobben</b>", "Rett<b> jobben"),
        (("Ett kurs", "%(n)s kurs"), ("Eitt kurs", "kurs")),
        (("Ett kurs", "%(n)s kurs"), ("%(m)s kurs", "%(n)s kurs")),
    ],
)
def test_a_changed_placeholder_or_tag_is_found(message_id, text):
    assert changed_placeholders(catalog_of(message_id, text))


def test_placeholders_may_change_places():
    assert not changed_placeholders(catalog_of("%(a)s av %(b)s", "%(b)s: %(a)s"))
    assert not changed_placeholders(catalog_of(("Ett kurs", "%(n)s kurs"), ("%(n)s kurs", "%(n)s kurs")))


def test_white_space_at_the_edges_is_compared():
    assert changed_edges(catalog_of("Mettet marked. ", "Metta marknad."))
    assert not changed_edges(catalog_of("Mettet marked. ", "Metta marknad. "))


@pytest.mark.parametrize(
    ("language", "text"),
    [("nn", "Ikke kartlagt"), ("nn", "Kva seier veilederen?"), ("en", "Navn og adresse"), ("en", "Not søknad")],
)
def test_a_word_of_bokmal_is_found(language, text):
    assert left_in_bokmal(catalog_of(text, text), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [("nn", "Ikkje kartlagd"), ("nn", "%(hva)s er lagra"), ("en", "Kursløp"), ("en", "Not mapped")],
)
def test_a_word_of_the_language_is_let_be(language, text):
    assert not left_in_bokmal(catalog_of(text, text), language)


def test_two_contexts_of_one_word_are_two_texts():
    assert texts_of(catalog_of("Sluttet", "Slutta")) != texts_of(catalog_of("Sluttet", "Slutta", "outcome"))
