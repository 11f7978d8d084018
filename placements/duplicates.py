"""Registrations that may be of one workplace: told while a new one is typed, and listed for county staff (L1)."""

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection
from django.db.models import Q, QuerySet, TextField, Value
from django.utils.translation import gettext as _

from amo.fields import SearchKey
from placements.models import Employer

ALIKE = 0.4
"""Least likeness (pg_trgm, 0–1) of names at one address or of one owner: "Lindelia sykehjem", "Lindelia sjukeheim"."""
ALIKE_IN_SECTOR = 0.6
"""The same where only the sector is shared: "Solbakken sykehjem" and "Solsiden sykehjem" (0.52) are two."""
SHORTEST = 3
"""Letters of a name from which it is looked for."""
MOST_SHOWN = 5
MOST_PAIRS = 200
TEXTS = TextField()


@dataclass(frozen=True)
class Pair:
    """Two living employers that may be one, the older registration first, and why."""

    first: Employer
    second: Employer
    why: str


def _key(text: str) -> SearchKey:
    return SearchKey(Value(text, output_field=TEXTS))


def like(
    employers: QuerySet, *, name: str, address: str = "", sector=None, no_number: str = "", number: str = ""
) -> list[Employer]:
    """Living employers that what is typed may be: the same number, or a name alike with the same address or sector.

    Likest first. A household is known by its name alone: one of the same name is told whatever its sector. One query.
    """
    name, address = " ".join(name.split()), " ".join(address.split())
    same = Q(organisation_number=number) if number else Q(pk=None)
    if len(name) >= SHORTEST:
        if address:
            same |= Q(address__iexact=address, likeness__gte=ALIKE)
        if sector is not None:
            same |= Q(sector=sector, likeness__gte=ALIKE_IN_SECTOR)
        if no_number:
            same |= Q(name__iexact=name)
    found = employers.living().annotate(likeness=TrigramSimilarity("name_search", _key(name)))
    return list(found.filter(same).select_related("sector").order_by("-likeness", "name_sort", "pk")[:MOST_SHOWN])


# Joined by equal keys, so that the names are compared inside small groups only.
_PAIRS = """
SELECT first.id, second.id,
  CASE WHEN first.no_number = 'household' AND second.no_number = 'household'
            AND first.name_search = second.name_search THEN 'household'
       WHEN first.main_number <> '' AND first.main_number = second.main_number THEN 'owner' ELSE 'address' END
FROM placements_employer first
JOIN placements_employer second ON second.id > first.id AND second.merged_into_id IS NULL
WHERE first.merged_into_id IS NULL AND {joined}
"""
_ALIKE = "similarity(first.name_search, second.name_search) >= %s"
_JOINED = (
    f"first.main_number <> '' AND first.main_number = second.main_number AND {_ALIKE}",
    f"first.address <> '' AND lower(first.address) = lower(second.address) AND {_ALIKE}",
    "first.no_number = 'household' AND second.no_number = 'household' AND first.name_search = second.name_search",
)


def pairs(employers: QuerySet) -> list[Pair]:
    """Pairs among `employers` (scoped) that may be one workplace, by name; at most MOST_PAIRS. Two queries."""
    parts = [_PAIRS.format(joined=joined) for joined in _JOINED]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ".join(parts) + " ORDER BY 1, 2 LIMIT %s", [ALIKE, ALIKE, MOST_PAIRS])
        rows = cursor.fetchall()
    known = employers.select_related("sector").in_bulk({pk for row in rows for pk in row[:2]})
    reasons = {
        "owner": _("Samme hovedenhet og likt navn"),
        "address": _("Samme adresse og likt navn"),
        "household": _("Privat husholdning med samme navn"),
    }
    found = [Pair(known[a], known[b], reasons[why]) for a, b, why in rows if a in known and b in known]
    return sorted(found, key=lambda pair: (pair.first.name_sort, pair.first.pk, pair.second.pk))
