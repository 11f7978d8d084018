"""Labour demand from CSV: one row per occupation, county and month (C5)."""

import datetime as dt
from collections.abc import Iterator, Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo.imports import ImportColumn, Importer
from amo.models import County, Membership, Occupation, Role
from courses.models import LabourDemand

LARGEST = 2_000_000_000
BATCH = 1000


class LabourDemandImporter(Importer):
    """Reads openings and unemployed; a row for a month that is there already replaces it."""

    kind = "labour_demand"
    label = gettext_lazy("Ledige stillinger og arbeidsledige")
    description = gettext_lazy(
        "En rad per yrke, fylke og måned. Måned skrives som 2026-03. En rad som finnes fra før, blir erstattet."
    )
    roles = frozenset({str(Role.COUNTY_STAFF)})
    columns = (
        ImportColumn("occupation", "yrke", help=gettext_lazy("STYRK-08-kode, fire sifre")),
        ImportColumn("county", "fylke", help=gettext_lazy("fylkesnummer, to sifre")),
        ImportColumn("month", "måned", help=gettext_lazy("2026-03")),
        ImportColumn("openings", "ledige_stillinger"),
        ImportColumn("unemployed", "arbeidsledige"),
    )

    def clean_row(self, values: dict[str, str], line: int) -> dict:
        errors = {}
        row = {
            "occupation": values["occupation"],
            "county": values["county"].zfill(2),
            "month": _month(values["month"]),
        }
        if row["month"] is None:
            errors["month"] = _("Skriv måneden som 2026-03.")
        for name in ("openings", "unemployed"):
            row[name] = _number(values[name])
            if row[name] is None:
                errors[name] = _("Skriv et helt tall fra 0.")
        if errors:
            raise ValidationError(errors)
        return row

    def check(self, rows: Sequence[dict]) -> Iterator[tuple[int, str]]:
        """Codes that are not known, and the same occupation, county and month twice in one file."""
        occupations, counties = _codes()
        seen = {}
        for row in rows:
            if row["occupation"] not in occupations:
                yield row["line"], _("Ukjent yrkeskode: %(code)s.") % {"code": row["occupation"][:20]}
            if row["county"] not in counties:
                yield row["line"], _("Ukjent fylkesnummer: %(code)s.") % {"code": row["county"][:20]}
            key = row["occupation"], row["county"], row["month"]
            if key in seen:
                yield row["line"], _("Samme yrke, fylke og måned står også på linje %(line)d.") % {"line": seen[key]}
            seen.setdefault(key, row["line"])

    def apply(self, rows: Sequence[dict], *, by: Membership) -> dict[str, int]:
        occupations, counties = _codes()
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
        return {str(_("rader")): len(rows)}


def _codes() -> tuple[dict[str, int], dict[str, int]]:
    """Primary keys of occupations by STYRK-08 code, and of counties by number."""
    return (
        dict(Occupation.objects.order_by().values_list("code", "pk")),
        dict(County.objects.order_by().values_list("number", "pk")),
    )


def _month(text: str) -> dt.date | None:
    year, _dash, month = text.partition("-")
    try:
        return dt.date(int(year), int(month), 1)
    except ValueError:
        return None


def _number(text: str) -> int | None:
    compact = text.replace(" ", "").replace("\u00a0", "")
    if not (compact.isascii() and compact.isdigit()):
        return None
    number = int(compact[:12])
    return number if number <= LARGEST else None
