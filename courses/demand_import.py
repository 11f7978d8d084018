"""Labour demand from CSV: one row per occupation, county and month (C5)."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amo import clock
from amo.imports import ImportColumn, Importer
from amo.models import County, Membership, Occupation, Role
from courses.models import LabourDemand

LARGEST = 2_000_000_000
EARLIEST = dt.date(2000, 1, 1)
BATCH = 1000
CHANGES_KEPT = 100
"""Replaced rows that the import's page shows; the change history has them all."""


class LabourDemandImporter(Importer):
    """Reads openings and unemployed of the reader's own county; a row for a month that is there already replaces it.

    Rows of other counties are left out, so that a county reads its own numbers from a file for the whole country.
    """

    kind = "labour_demand"
    label = gettext_lazy("Ledige stillinger og arbeidsledige")
    description = gettext_lazy(
        "En rad per yrke, fylke og måned. Måned skrives som 2026-03. En rad som finnes fra før, blir erstattet. "
        "Bare tall for ditt eget fylke blir lest inn."
    )
    roles = frozenset({str(Role.COUNTY_STAFF)})
    columns = (
        ImportColumn("occupation", "yrke", help=gettext_lazy("STYRK-08-kode, fire sifre")),
        ImportColumn("county", "fylke", help=gettext_lazy("fylkesnummer, to sifre")),
        ImportColumn("month", "måned", help=gettext_lazy("2026-03")),
        ImportColumn("openings", "ledige_stillinger"),
        ImportColumn("unemployed", "arbeidsledige"),
    )

    def not_theirs(self, by: Membership) -> Callable[[dict[str, str]], bool]:
        others = set(County.objects.exclude(pk=by.county_id).values_list("number", flat=True))
        return lambda values: _county_number(values["county"]) in others

    def left_out_text(self, count: int) -> str:
        return ngettext(
            "%(n)d rad gjelder et annet fylke og blir ikke lest inn.",
            "%(n)d rader gjelder andre fylker og blir ikke lest inn.",
            count,
        ) % {"n": count}

    def none_theirs_text(self, by: Membership) -> str:
        text = _("Filen har ingen rader for %(county)s. Du kan bare lese inn tall for ditt eget fylke.")
        return text % {"county": by.county}

    def same_reading(self, batches: QuerySet, by: Membership) -> QuerySet:
        return batches.filter(membership__county=by.county_id)

    def clean_row(self, values: dict[str, str], line: int) -> dict:
        return self._clean(values, *_codes())

    def row_cleaner(self):
        """With the codes of occupations and counties, read once for the whole file."""
        occupations, counties = _codes()
        return lambda values, line: self._clean(values, occupations, counties)

    def _clean(self, values: dict[str, str], occupations, counties) -> dict:
        errors = {}
        row = {
            "occupation": values["occupation"],
            "county": _county_number(values["county"]),
            "month": _month(values["month"]),
        }
        if row["occupation"] not in occupations:
            errors["occupation"] = _("Ukjent yrkeskode: %(code)s.") % {"code": row["occupation"][:20]}
        if row["county"] not in counties:
            errors["county"] = _("Ukjent fylkesnummer: %(code)s.") % {"code": row["county"][:20]}
        if row["month"] is None:
            errors["month"] = _("Skriv måneden som 2026-03.")
        elif not EARLIEST <= row["month"] <= clock.today():
            errors["month"] = _("Måneden må være mellom januar 2000 og nå.")
        for name in ("openings", "unemployed"):
            row[name] = _number(values[name])
            if row[name] is None:
                errors[name] = _("Skriv et helt tall fra 0.")
        if errors:
            raise ValidationError(errors)
        return row

    def template_url(self, membership: Membership) -> str:
        return reverse("courses:demand_template")

    def check(self, rows: Sequence[dict]) -> Iterator[tuple[int, str]]:
        """The same occupation, county and month twice in one file."""
        seen = {}
        for row in rows:
            key = row["occupation"], row["county"], row["month"]
            if key in seen:
                yield row["line"], _("Samme yrke, fylke og måned står også på linje %(line)d.") % {"line": seen[key]}
            seen.setdefault(key, row["line"])

    def apply(self, rows: Sequence[dict], *, by: Membership) -> dict:
        """Store the rows; {"new", "changed", "same", "changes"} with the first rows that replaced other numbers."""
        occupations, counties = _codes()
        result = _compared(rows)
        LabourDemand.objects.bulk_create(
            [
                LabourDemand(
                    occupation_id=occupations[row["occupation"]],
                    county_id=counties[row["county"]],
                    month=row["month"],
                    openings=row["openings"],
                    unemployed=row["unemployed"],
                )
                for row in rows
            ],
            update_conflicts=True,
            unique_fields=["occupation", "county", "month"],
            update_fields=["openings", "unemployed"],
            batch_size=BATCH,
        )
        return result

    def changes(self, result: dict) -> dict | None:
        """A table of what was replaced: occupation, county and month with the numbers before and after."""
        found = result.get("changes")
        if not found:
            return None
        titles = dict(Occupation.objects.filter(code__in={row[0] for row in found}).values_list("code", "title"))
        counties = dict(County.objects.order_by().values_list("number", "name"))
        return {
            "columns": [
                _("Yrke"),
                _("Fylke"),
                _("Måned"),
                {"label": _("Ledige stillinger"), "align": "right"},
                {"label": _("Arbeidsledige"), "align": "right"},
            ],
            "rows": [
                [
                    titles.get(code, code),
                    counties.get(county, county),
                    date_format(dt.date.fromisoformat(month), "F Y"),
                    _before_after(*openings),
                    _before_after(*unemployed),
                ]
                for code, county, month, openings, unemployed in found
            ],
            "more": max(0, result.get("changed", 0) - len(found)),
        }


def _before_after(before: int, after: int) -> str:
    """ "12 → 14", or the number alone where it is the same."""
    return str(after) if before == after else f"{before} → {after}"


def _compared(rows: Sequence[dict]) -> dict:
    """How the rows differ from what is stored. Two queries."""
    months = {row["month"] for row in rows}
    stored = {
        (code, county, month): (openings, unemployed)
        for code, county, month, openings, unemployed in LabourDemand.objects.filter(month__in=months)
        .order_by()
        .values_list("occupation__code", "county__number", "month", "openings", "unemployed")
    }
    new = same = changed = 0
    changes = []
    for row in rows:
        before = stored.get((row["occupation"], row["county"], row["month"]))
        after = row["openings"], row["unemployed"]
        if before is None:
            new += 1
        elif before == after:
            same += 1
        else:
            changed += 1
            if len(changes) < CHANGES_KEPT:
                pairs = [list(pair) for pair in zip(before, after, strict=True)]
                changes.append([row["occupation"], row["county"], row["month"].isoformat(), *pairs])
    return {"new": new, "changed": changed, "same": same, "changes": changes}


def _codes() -> tuple[dict[str, int], dict[str, int]]:
    """Primary keys of occupations by STYRK-08 code, and of counties by number."""
    return (
        dict(Occupation.objects.order_by().values_list("code", "pk")),
        dict(County.objects.order_by().values_list("number", "pk")),
    )


def _county_number(text: str) -> str:
    """Two digits; a spreadsheet takes the leading zero away."""
    return text.zfill(2)


def _month(text: str) -> dt.date | None:
    year, _dash, month = text.partition("-")
    try:
        return dt.date(int(year), int(month), 1)
    except (ValueError, OverflowError):
        return None


def _number(text: str) -> int | None:
    compact = text.replace(" ", "").replace("\u00a0", "")
    if not (compact.isascii() and compact.isdigit()):
        return None
    # Zeros in front are no number; thousands of digits are not read as one.
    number = int(compact.lstrip("0")[:12] or 0)
    return number if number <= LARGEST else None
