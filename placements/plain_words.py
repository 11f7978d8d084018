"""The guard of L10: what an employer wishes about who people are is not kept in an ordinary text.

`check_origin` stops a text with words of country, nationality, ethnic origin, skin colour or religion. What was typed
stays in the form, and nowhere else: it is neither stored nor logged. She words it anew, or reports it.

Decided, and tested both ways (tests/placements/test_plain_words.py):
- Norway, the Norwegian language and English are no such words, "nordmenn" and "bare norske" are: how much Norwegian a job
  takes is asked for everywhere.
- A language named as a language ("snakker polsk", "tyrkisk tolk") and food and goods ("kinesisk mat") are left alone.
- A business's own name ("Tyrkia Kafé AS") is left alone, and so are the names given in `names`.
- Countries that are names of people too (Jordan, Georgia) count after "fra" and "i", or beside another word found.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from placements import origin_words as words

CODE = "origin"
"""Code of the refusal: a form that shows it offers "Meld diskriminering" (placements.forms.guarded)."""

TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
NOUN_ENDINGS = (
    "",
    "s",
    "e",
    "en",
    "ens",
    "er",
    "ere",
    "ene",
    "enes",
    "erne",
    "ernes",
    "ne",
    "nes",
    "r",
    "ar",
    "ane",
    "a",
    "n",
)
ADJECTIVE_ENDINGS = ("", "e", "s", "es", "t")
SHORT = 3  # a name so short ("usa") makes no words by rule
LONGEST_NAME = 6  # words of a country's name


@dataclass(frozen=True)
class Word:
    """A word of the text: as written, folded, and where it stands."""

    text: str
    folded: str
    start: int
    end: int


def check_origin(text: str, field: str, *, names: Iterable[str] = ()) -> None:
    """Raise ValidationError at `field` when the text has words of country, origin, skin colour or religion (L10).

    names: what is somebody's own name in this text (the employer's), and so left alone.
    """
    if found := found_words(text, names=names):
        raise ValidationError({field: refusal(found)})


def refusal(found: list[str]) -> ValidationError:
    """The refusal with the words that were found, for one field."""
    message = _(
        "Teksten har ord om land, opprinnelse, hudfarge eller religion: %(words)s. Skriv den uten slike ord. "
        "Er det arbeidsgiveren som ønsker dette, velger du «Meld diskriminering»."
    )
    return ValidationError(message % {"words": ", ".join(f"«{word}»" for word in found)}, code=CODE)


def found_words(text: str, *, names: Iterable[str] = ()) -> list[str]:
    """The words that stop the text, as they were typed, each once and in order; empty when it may stand."""
    text = _plain(text)
    for name in names:
        text = re.sub(re.escape(_plain(name)), _blank, text, flags=re.IGNORECASE) if name else text
    tokens = _without_businesses([Word(m[0], fold(m[0]), m.start(), m.end()) for m in TOKEN.finditer(text)])
    spans = sorted({*_single(tokens), *_several(tokens), *_phrases(text)}, key=lambda span: (span[0], -span[1]))
    found: dict[str, str] = {}
    last = 0
    for start, end in spans:
        if start >= last:
            found.setdefault(fold(text[start:end]), text[start:end])
            last = end
    return list(found.values())


def fold(text: str) -> str:
    """Lower case without accents: å as a, ø as o, æ as ae."""
    text = text.casefold().replace("ø", "o").replace("æ", "ae")
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def _plain(text: str) -> str:
    """In one form of Unicode, without the invisible characters that would part a word."""
    return "".join(one for one in unicodedata.normalize("NFKC", text or "") if unicodedata.category(one) != "Cf")


def _blank(match: re.Match) -> str:
    return "." * len(match[0])


# --- in the text ----------------------------------------------------------------------------------


def _without_businesses(tokens: list[Word]) -> list[Word]:
    """Without runs of capitalised words that end with a form of business: those are names."""
    kept: list[Word] = []
    for token in tokens:
        if token.text in words.BUSINESS:
            while kept and kept[-1].text[0].isupper() and token.start - kept[-1].end == 1:
                token = kept.pop()
        else:
            kept.append(token)
    return kept


def _single(tokens: list[Word]) -> Iterator[tuple[int, int]]:
    """Where single words stand that count."""
    found, doubtful = [], []
    for place, token in enumerate(tokens):
        before = tokens[place - 1].folded if place else ""
        spoken = next((one.folded for one in reversed(tokens[:place]) if one.folded not in words.ADVERBS), "")
        after = tokens[place + 1].folded if place + 1 < len(tokens) else ""
        if token.folded.removesuffix("s") in words.ALSO_NAMES and before not in words.POINTS_TO_PLACE:
            doubtful.append(token)
        elif token.folded in words.ALSO_FIRST_NAMES and token.text[0].isupper():
            continue
        elif _counts(token.folded) and not (_about_things(token.folded, spoken, after) or _else_called(token, tokens)):
            found.append(token)
    return ((token.start, token.end) for token in found + (doubtful if found else []))


def _about_things(word: str, before: str, after: str) -> bool:
    """Whether an adjective or a language stands for food, goods or the language itself."""
    stem = word.removesuffix("e").removesuffix("t")
    if not (stem.endswith("sk") or word in words.LANGUAGES or word in {"somali", "tamil", "thai"}):
        return False
    if before in words.BEFORE_LANGUAGE or after in words.AFTER_LANGUAGE:
        return word == stem  # "polske kurs" is no language
    return after in words.GOODS


def _else_called(token: Word, tokens: list[Word]) -> bool:
    """Whether the words beside it say that it means something else here."""
    beside = words.OTHER_MEANINGS.get(token.folded, frozenset())
    return any(other.folded in beside for other in tokens)


@cache
def _counts(word: str) -> bool:
    """Whether a folded word is one of those, with its endings; of a word with hyphens, whether a part is."""
    if word in words.SERVICES:
        return False
    if word in _known() or word.startswith(words.BEGINNINGS):
        return True
    return "-" in word and any(_counts(part) for part in word.split("-") if part)


def _several(tokens: list[Word]) -> Iterator[tuple[int, int]]:
    """Where names of countries stand that are more than one word."""
    names = _known_names()
    folded = [token.folded for token in tokens]
    for start in range(len(tokens)):
        for length in range(2, LONGEST_NAME + 1):
            part = tuple(folded[start : start + length])
            if len(part) == length and (part in names or (*part[:-1], part[-1].removesuffix("s")) in names):
                yield tokens[start].start, tokens[start + length - 1].end


def _phrases(text: str) -> Iterator[tuple[int, int]]:
    """Where two words say together what neither does alone. Looked for letter by letter, so that places agree."""
    # Folding one letter at a time keeps its place as long as each gives one letter: æ, the only other, is in none.
    simple = "".join(fold(one)[:1] or one for one in text)
    for phrase in words.PHRASES:
        for match in re.finditer(rf"(?<!\w){phrase}(?!\w)", simple):
            yield match.span()


# --- the words ------------------------------------------------------------------------------------


@cache
def _known() -> frozenset[str]:
    """Every single word that counts, folded, with its endings."""
    places = {name[0] for name in _territories() if len(name) == 1} | set(words.PLACES)
    peoples = set(words.PEOPLES)
    adjectives = set(words.ADJECTIVES)
    for place in (place for place in places if len(place) > SHORT):
        more_adjectives, more_peoples = by_rule(place)
        adjectives |= more_adjectives
        peoples |= more_peoples
    known = {place + ending for place in places for ending in ("", "s")}
    known |= {word + ending for word in adjectives for ending in ADJECTIVE_ENDINGS}
    nouns = peoples | set(words.RELIGIONS)
    known |= {word + ending for word in words.LANGUAGES for ending in ("", "s")}
    known |= {word + ending for word in nouns for ending in NOUN_ENDINGS}
    return frozenset(known - words.NOT_THESE)


def by_rule(place: str) -> tuple[set[str], set[str]]:
    """(adjectives, people) that Norwegian may make of a country's name. Too many rather than too few: most are no words."""
    if place.endswith("istan"):
        stem = place.removesuffix("istan")
        return {stem + "sk", stem + "isk", place + "sk"}, {stem + "er", place + "er"}
    if place.endswith("ia"):
        stem = place.removesuffix("ia")
        return {stem + "isk", stem + "iansk"}, {stem + "ier", stem + "ianer"}
    if place.endswith("a"):
        return {place + "nsk", place[:-1] + "isk"}, {place + "ner"}
    if place.endswith("land"):
        return {place + "sk"}, {place.removesuffix("land") + "lender", place.removesuffix("land") + "lending"}
    return {place + "sk", place + "isk", place + "esisk"}, {place + "er", place + "eser"}


@cache
def _known_names() -> frozenset[tuple[str, ...]]:
    return frozenset(name for name in _territories() if len(name) > 1)


@cache
def _territories() -> frozenset[tuple[str, ...]]:
    """CLDR's names of countries and parts of the world in the three languages, as folded words."""
    found = set()
    for language in ("nb", "nn", "en"):
        for code, name in Locale(language).territories.items():
            if code not in words.NOT_COUNTRIES:
                found.add(tuple(fold(match[0]) for match in TOKEN.finditer(name)))
    return frozenset(found)
