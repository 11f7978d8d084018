"""Importers of the kernel's own reference data."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo.imports import ImportColumn, Importer
from amo.models import Membership, Occupation, Role


class OccupationImporter(Importer):
    """Occupations in the columns of Statistics Norway's code lists (KLASS): the four-digit codes are taken."""

    kind = "occupations"
    label = gettext_lazy("Yrker (STYRK-08)")
    description = gettext_lazy(
        "CSV-fil fra KLASS hos Statistisk sentralbyrå. Yrker på fire siffer leses inn, med andre navn på yrket når filen har dem."
    )
    roles = frozenset({Role.ADMINISTRATOR})
    columns = (
        ImportColumn("code", "code", help=gettext_lazy("Koden")),
        ImportColumn("level", "level", required=False, help=gettext_lazy("Nivå 4 er yrker")),
        ImportColumn("name", "name", help=gettext_lazy("Yrkestittel")),
        ImportColumn("also", "kalles_også", required=False, help=gettext_lazy("Andre navn på yrket, med komma mellom")),
    )

    def wanted(self, values: dict[str, str]) -> bool:
        return values.get("level", "") in ("", "4")

    def clean_row(self, values: dict[str, str], line: int) -> dict:
        errors = {}
        if not (values["code"].isascii() and values["code"].isdigit() and len(values["code"]) == 4):
            errors["code"] = _("Koden skal ha fire siffer.")
        if len(values["name"]) > 150:
            errors["name"] = _("Navnet kan ha høyst 150 tegn.")
        row = {"code": values["code"], "title": values["name"]}
        if "also" in values:
            row["also_known_as"] = ", ".join(filter(None, (name.strip() for name in values["also"].split(","))))
            if len(row["also_known_as"]) > 300:
                errors["also"] = _("Navnene kan ha høyst 300 tegn til sammen.")
        if errors:
            raise ValidationError(errors)
        return row

    def check(self, rows: Sequence[dict]):
        seen: dict[str, int] = {}
        for row in rows:
            first = seen.setdefault(row["code"], row["line"])
            if first != row["line"]:
                text = _("Koden %(code)s står også på linje %(line)d.") % {"code": row["code"], "line": first}
                yield row["line"], text

    def apply(self, rows: Sequence[dict], *, by: Membership) -> dict[str, int]:
        # A file without the column leaves the other names as they are.
        names = ["title"] + ["also_known_as"] * any("also_known_as" in row for row in rows)
        stored = {row["code"]: row for row in Occupation.objects.values("code", *names)}
        changed = [row for row in rows if stored.get(row["code"]) != {name: row[name] for name in ("code", *names)}]
        Occupation.objects.bulk_create(
            [Occupation(code=row["code"], **{name: row[name] for name in names}) for row in changed],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=names,
            batch_size=500,
        )
        new = sum(row["code"] not in stored for row in changed)
        return {"new": new, "changed": len(changed) - new, "same": len(rows) - len(changed)}
