"""Employers by typed search, as occupations are found: by a part of the name or by number."""

import unicodedata

from django.db.models import Q, QuerySet, TextField, Value

from amo.fields import SearchKey
from placements.models import Employer
from placements.models.employer import compact

MAX_TERM = 80
SHOWN = 10


def label(employer: Employer) -> str:
    """By name, with its number; one without a number by its address."""
    more = employer.organisation_number or employer.address
    return f"{employer.name} ({more})" if more else employer.name


def search(employers: QuerySet, term: str, limit: int = SHOWN) -> list[Employer]:
    """Those a typed term may mean, by name: every word is a part of it. An empty term gives the first. One query."""
    words = unicodedata.normalize("NFC", term.replace("\x00", ""))[:MAX_TERM].split()
    digits = "".join(words)
    if digits.isdecimal():
        return list(employers.filter(organisation_number__startswith=digits[:9]).order_by("name_sort", "pk")[:limit])
    every_word = Q()
    for word in words:
        every_word &= Q(name_search__contains=SearchKey(Value(word, output_field=TextField())))
    return list(employers.filter(every_word).order_by("name_sort", "pk")[:limit])


def named(employers: QuerySet, text: str) -> list[Employer]:
    """Those called exactly this: the label, the number or the name. At most two queries."""
    text = " ".join(unicodedata.normalize("NFC", text.replace("\x00", "")).split())
    name, _open, more = text.removesuffix(")").rpartition(" (")
    if name:
        found = list(employers.filter(Q(organisation_number=more) | Q(address=more), name=name)[:2])
        if found:
            return found
    return list(employers.filter(Q(name__iexact=text) | Q(organisation_number=compact(text)))[:3])
