"""Occupations by typed search: what people call their work, found by prefix, by part and by near miss (P1, P2)."""

import unicodedata
from collections import defaultdict
from functools import cached_property

from django import forms
from django.contrib.postgres.search import TrigramWordSimilarity
from django.core.exceptions import ValidationError
from django.db.models import Case, Q, TextField, Value, When
from django.db.models.functions import Concat, Replace
from django.urls import reverse
from django.utils.translation import gettext as _

from amo.fields import SearchKey
from amo.models import Occupation

MAX_TERM = 80
MAX_TYPED = 200
SHOWN = 10
NEAR = 0.45
"""Least word similarity (pg_trgm, 0–1) for a near miss: "sykpleier" finds Sykepleier, "lærer" does not find Maler."""

LIST_ID = "occupation-list"


def label(occupation: Occupation) -> str:
    """By title, with its STYRK-08 code."""
    return f"{occupation.title} ({occupation.code})"


def search(term: str, limit: int = SHOWN) -> list[Occupation]:
    """Occupations that a typed term may mean, best first: by code, title, synonym, part of a word.

    Near misses only where nothing else is found. Case, accents and NFC or NFD make no difference. An empty term gives
    the first in Norwegian order. At most two queries.
    """
    words = unicodedata.normalize("NFC", term.replace("\x00", ""))[:MAX_TERM].split()
    if not words:
        return list(Occupation.objects.order_by("title_sort")[:limit])
    typed = _key(" ".join(words))
    every_word = Q()
    for word in words:
        every_word &= Q(words_search__contains=_key(word))
    code = Q(code__startswith=words[0]) if len(words) == 1 and words[0].isdecimal() else Q(pk=None)
    space = _text(" ")
    names = Concat(space, Replace("words_search", _text(","), space))
    place = Case(
        When(code, then=0),
        When(title_search__startswith=typed, then=1),
        When(names__contains=Concat(space, typed), then=2),
        default=3,
    )
    ranked = Occupation.objects.alias(names=names, likeness=TrigramWordSimilarity(typed, "words_search"))
    found = ranked.alias(place=place).filter(code | every_word)
    return list(found.order_by("place", "-likeness", "title_sort")[:limit]) or list(
        ranked.filter(likeness__gte=NEAR).order_by("-likeness", "title_sort")[:limit]
    )


def _key(text: str) -> SearchKey:
    """The text as the search columns hold it."""
    return SearchKey(_text(text))


def _text(text: str) -> Value:
    return Value(text, output_field=TextField())


class Occupations:
    """Every occupation, read once when it is needed, for all the fields of a page that name one."""

    @cached_property
    def rows(self) -> list[Occupation]:
        return list(Occupation.objects.select_related("sector").order_by("title_sort"))

    @cached_property
    def _by_key(self) -> dict[int, Occupation]:
        return {row.pk: row for row in self.rows}

    @cached_property
    def _by_name(self) -> dict[str, list[Occupation]]:
        """By label, code, title and every synonym."""
        found = defaultdict(list)
        for row in self.rows:
            for name in {label(row), row.code, row.title, *row.also_known_as.split(",")}:
                if name.strip():
                    found[_folded(name)].append(row)
        return found

    def get(self, key: int) -> Occupation | None:
        """By primary key."""
        return self._by_key.get(key)

    def named(self, text: str) -> list[Occupation]:
        """Those that are called exactly this, in upper or lower case; one whose own title it is goes alone."""
        found = self._by_name.get(_folded(text), [])
        own = [row for row in found if _folded(row.title) == _folded(text)]
        return own if len(own) == 1 else found


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


class OccupationInput(forms.TextInput):
    """A text field that static/js/combobox.js makes a combobox of; without the script a list of suggestions."""

    def get_context(self, name, value, attrs):
        own = {"data-combobox": reverse("amo:occupation_search"), "list": LIST_ID, "autocomplete": "off"}
        return super().get_context(name, value, own | (attrs or {}))


class OccupationField(forms.Field):
    """An occupation that is typed: its title, a name people use for it, or its code. The value is the Occupation.

    known: the page's Occupations; give all the fields of a page the same one (`field.known = …`).
    """

    widget = OccupationInput

    def __init__(self, *, known: Occupations | None = None, **kwargs):
        self._known = known
        super().__init__(**kwargs)

    def __deepcopy__(self, memo):
        copied = super().__deepcopy__(memo)
        copied._known = None  # a form's own: the class's would remember yesterday's occupations
        return copied

    @property
    def known(self) -> Occupations:
        if self._known is None:
            self._known = Occupations()
        return self._known

    @known.setter
    def known(self, known: Occupations) -> None:
        self._known = known

    def prepare_value(self, value):
        """What stands in the field: the label of a record or of its key; text as it was typed."""
        if isinstance(value, int):
            value = self.known.get(value)
        return label(value) if isinstance(value, Occupation) else value

    def to_python(self, value) -> Occupation | None:
        text = value if isinstance(value, Occupation) else str(value or "").strip()
        if not text or isinstance(text, Occupation):
            return text or None
        found = [] if len(text) > MAX_TYPED else self.known.named(text)
        if len(found) == 1:
            return found[0]
        shown = text if len(text) <= MAX_TERM else f"{text[:MAX_TERM]}…"
        near = found or search(text, 3)
        if not near:
            raise ValidationError(
                _("Finner ikke yrket «%(text)s». Prøv et annet ord, eller skriv koden på fire siffer."),
                params={"text": shown},
            )
        names = "; ".join(map(label, near[:3]))
        raise ValidationError(
            _("Finner ikke ett yrke som heter «%(text)s». Velg fra listen, for eksempel: %(names)s."),
            params={"text": shown, "names": names},
        )

    def has_changed(self, initial, data) -> bool:
        return (self.prepare_value(initial) or "") != (data or "")


def datalist(rows: list[Occupation]) -> list[tuple[str, str]]:
    """[(value, what else it is called)] for the list of suggestions that those without JavaScript get."""
    return [(label(row), row.also_known_as) for row in rows]
