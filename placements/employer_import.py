"""Employers from the business register's own CSV file (Enhetsregisteret): one row per workplace (L1)."""

import csv
import io
from collections.abc import Iterator, Sequence

from django.core.exceptions import ValidationError
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo.imports import ImportColumn, Importer
from amo.models import Membership, Role, Sector
from placements.models import Employer, validate_organisation_number
from placements.models.employer import compact

BATCH = 1000

SECTOR_OF_NACE = {
    **{f"{n:02d}": "industry" for n in range(10, 34)},
    **{f"{n:02d}": "construction" for n in range(41, 44)},
    **{f"{n:02d}": "retail" for n in range(45, 48)},
    **{f"{n:02d}": "hospitality" for n in (49, 50, 51, 52, 53, 55, 56)},
    **{f"{n:02d}": "it" for n in (62, 63, 71)},
    **{f"{n:02d}": "office" for n in (64, 65, 66, 69, 70, 78, 82, 84)},
    **{f"{n:02d}": "service" for n in (79, 80, 81, 95, 96)},
    **{f"{n:02d}": "health" for n in (86, 87, 88)},
    "85.1": "children", "85.2": "children", "88.91": "children",
}  # fmt: skip
"""Sector by code of business (SN2007), by the longest beginning: documented in docs/decisions/0030.

A division that is not here, and a sector the county's list does not have, take the column `bransje`.
"""


def sector_of(nace: str) -> str:
    """The code of the sector, "" when the code of business says none."""
    return next((SECTOR_OF_NACE[nace[:n]] for n in range(len(nace), 1, -1) if nace[:n] in SECTOR_OF_NACE), "")


def _address_column(key: str, part: str) -> ImportColumn:
    """A workplace (underenhet) has `beliggenhetsadresse` in the register's file, a legal entity `forretningsadresse`."""
    return ImportColumn(key, f"beliggenhetsadresse.{part}", required=False, also=(f"forretningsadresse.{part}",))


class EmployerImporter(Importer):
    """Reads workplaces with the register's column names. One that is there gets name, address and owner from the file.

    What the register does not know (places, motives, channel, contacts, sector once set) is left as it is.
    """

    kind = "employers"
    label = gettext_lazy("Arbeidsgivere")
    description = gettext_lazy(
        "Filen fra Enhetsregisteret, én rad per arbeidssted. Nye arbeidsgivere får én praksisplass. "
        "For dem som er registrert fra før, oppdateres navn, besøksadresse og hovedenhet."
    )
    roles = frozenset({str(Role.COUNTY_STAFF)})
    columns = (
        ImportColumn("number", "organisasjonsnummer", help=gettext_lazy("ni siffer")),
        ImportColumn("name", "navn"),
        ImportColumn(
            "nace", "naeringskode1.kode", required=False, help=gettext_lazy("gir bransjen, for eksempel 87.101")
        ),
        ImportColumn(
            "sector", "bransje", required=False, help=gettext_lazy("når næringskoden ikke gir bransjen, navnet på den")
        ),
        _address_column("street", "adresse"),
        _address_column("postcode", "postnummer"),
        _address_column("town", "poststed"),
        ImportColumn(
            "owner", "overordnetEnhet", required=False, help=gettext_lazy("hovedenhetens organisasjonsnummer")
        ),
        ImportColumn("staff", "antallAnsatte", required=False, help=gettext_lazy("leses ikke inn")),
    )

    def clean_row(self, values: dict[str, str], line: int) -> dict:
        return self._clean(values, _sectors())

    def row_cleaner(self):
        """With the sectors read once for the whole file."""
        sectors = _sectors()
        return lambda values, line: self._clean(values, sectors)

    def _clean(self, values: dict[str, str], sectors: dict[str, int]) -> dict:
        errors: dict[str, str] = {}
        number, owner = (compact(values.get(key)) for key in ("number", "owner"))
        for key, value in (("number", number), ("owner", owner)):
            try:
                if value:
                    validate_organisation_number(value)
            except ValidationError as error:
                errors[key] = error.message
        name, address = " ".join(values["name"].split()), _address(values)
        for key, text in (("name", name), ("street", address)):
            if len(text) > 150:
                errors[key] = _("Teksten kan ha høyst 150 tegn.")
        sector = sectors.get(values.get("sector", "").casefold() or sector_of(values.get("nace", "")))
        if sector is None:
            errors.update(_no_sector(values))
        if errors:
            raise ValidationError(errors)
        return {"number": number, "name": name, "address": address, "owner": owner, "sector": sector}

    def template_url(self, membership: Membership) -> str:
        return reverse("placements:import_template")

    def absent_text(self, absent: frozenset[str]) -> str:
        if "street" not in absent:
            return ""
        return _(
            "Filen har ingen kolonne med adresse (beliggenhetsadresse.adresse eller forretningsadresse.adresse). "
            "Arbeidsgiverne leses inn uten ny besøksadresse."
        )

    def check(self, rows: Sequence[dict]) -> Iterator[tuple[int, str]]:
        """The same number twice in one file."""
        seen: dict[str, int] = {}
        for row in rows:
            if row["number"] in seen:
                text = _("Samme organisasjonsnummer står også på linje %(line)d.")
                yield row["line"], text % {"line": seen[row["number"]]}
            seen.setdefault(row["number"], row["line"])

    def apply(self, rows: Sequence[dict], *, by: Membership) -> dict:
        """Store the rows; {"new", "changed", "same"}. A number that was merged into another is left alone."""
        known = Employer.objects.select_for_update(of=("self",)).order_by("pk")
        known = {
            row.organisation_number: row for row in known.filter(organisation_number__in=[r["number"] for r in rows])
        }
        new, changed, same = [], [], 0
        for row in rows:
            employer = known.get(row["number"])
            if employer is None:
                new.append(
                    Employer(
                        organisation_number=row["number"], name=row["name"], sector_id=row["sector"],
                        address=row["address"], main_number=row["owner"],
                    )
                )  # fmt: skip
            elif employer.merged_into_id or not _take(employer, row):
                same += 1
            else:
                changed.append(employer)
        Employer.objects.bulk_create(new, batch_size=BATCH)
        Employer.objects.bulk_update(changed, ["name", "address", "main_number"], batch_size=BATCH)
        Employer.objects.filter(pk__in=[employer.pk for employer in changed]).update(version=F("version") + 1)
        return {"new": len(new), "changed": len(changed), "same": same}


def _take(employer: Employer, row: dict) -> bool:
    """Set what the file knows; whether anything is new. An empty cell takes nothing away."""
    before = (employer.name, employer.address, employer.main_number)
    employer.name = row["name"]
    employer.address = row["address"] or employer.address
    employer.main_number = row["owner"] or employer.main_number
    return before != (employer.name, employer.address, employer.main_number)


def _address(values: dict[str, str]) -> str:
    place = " ".join(part for part in (values.get("postcode", ""), values.get("town", "")) if part)
    return ", ".join(part for part in (" ".join(values.get("street", "").split()), place) if part)


def _no_sector(values: dict[str, str]) -> dict[str, str]:
    if values.get("sector"):
        return {"sector": _("Ukjent bransje: %(name)s.") % {"name": values["sector"][:40]}}
    if values.get("nace"):
        text = _("Næringskoden %(code)s svarer ikke til noen bransje. Skriv bransjen i kolonnen «bransje».")
        return {"nace": text % {"code": values["nace"][:10]}}
    return {"nace": _("Skriv næringskode eller bransje.")}


def _sectors() -> dict[str, int]:
    """Primary keys of sectors by code and by name, in small letters."""
    found = {}
    for pk, code, name in Sector.objects.order_by().values_list("pk", "code", "name"):
        found[code.casefold()] = found[name.casefold()] = pk
    return found


def template_csv() -> bytes:
    """A CSV file with the headings alone, in UTF-8 that a spreadsheet knows."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow([column.heading for column in EmployerImporter.columns])
    return ("\ufeff" + out.getvalue()).encode()
