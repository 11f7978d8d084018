"""Reading a table in from a file: file → preview → row errors → all or nothing (05-architecture).

An app declares an Importer and registers it in AppConfig.ready():  imports.register(OccupationImporter())
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock, files, locks
from amo.models import ImportBatch, Membership

MAX_ROWS = 50_000
MAX_ERRORS = 200
SAMPLE_ROWS = 20


@dataclass(frozen=True)
class ImportColumn:
    """A column of the file. heading is matched without regard to case; a column that is not required may be missing.

    also: other headings it may have, taken where the first is not in the file.
    """

    key: str
    heading: str
    required: bool = True
    help: str = ""
    also: tuple[str, ...] = ()


class Importer:
    """What is read in and how. Subclass, give the attributes, `clean_row` and `apply`."""

    kind = ""
    label = ""
    description = ""
    roles: frozenset[str] = frozenset()
    columns: Sequence[ImportColumn] = ()

    def wanted(self, values: dict[str, str]) -> bool:
        """Whether a row is of interest; the others are passed over in silence."""
        return True

    def not_theirs(self, by: Membership) -> Callable[[dict[str, str]], bool] | None:
        """Tells the rows that are not `by`'s to read in; they are left out and counted. None = every row is."""
        return None

    def left_out_text(self, count: int) -> str:
        """Says before reading in that so many rows are left out. Given with `not_theirs`."""
        return ""

    def none_theirs_text(self, by: Membership) -> str:
        """Says why a file is refused that has none but rows left out. Given with `not_theirs`."""
        return ""

    def absent_text(self, absent: frozenset[str]) -> str:
        """Says before reading in what follows from columns the file does not have, by key; "" = nothing to say."""
        return ""

    def same_reading(self, batches: QuerySet, by: Membership) -> QuerySet:
        """Those of earlier imports of a file that took in the rows `by` would take in."""
        return batches

    def clean_row(self, values: dict[str, str], line: int) -> dict:
        """The row's values for `apply`, as JSON-safe or not. Raises ValidationError (by column key, or for the row)."""
        return values

    def row_cleaner(self) -> Callable[[dict[str, str], int], dict]:
        """`clean_row` for one file; an importer that looks up codes reads them here, once."""
        return self.clean_row

    def check(self, rows: Sequence[dict]) -> Iterator[tuple[int, str]]:
        """(line, message) for what is wrong between rows; every row has its `line`."""
        return iter(())

    def apply(self, rows: Sequence[dict], *, by: Membership) -> dict:
        """Store the rows, in the caller's transaction; reading the same again changes nothing. Returns counts."""
        raise NotImplementedError

    def changes(self, result: dict) -> dict | None:
        """What `apply` replaced, from what it returned: {"columns", "rows", "more": rows not shown}; None = nothing."""
        return None

    def template_url(self, membership: Membership) -> str:
        """Address of a file with the headings to fill in; "" = there is none."""
        return ""


@dataclass
class Reading:
    """What a file holds: clean rows, the first raw ones, what is wrong, and how many rows are not this reader's."""

    rows: list[dict]
    sample: list[list[str]]
    errors: list[dict]
    row_count: int
    left_out: int = 0
    absent: frozenset[str] = frozenset()
    more_errors: int = 0
    """Wrong beyond the MAX_ERRORS that are told one by one."""


_importers: dict[str, Importer] = {}


def register(importer: Importer) -> None:
    """Make an importer known under its kind."""
    _importers[importer.kind] = importer


def importers_for(membership: Membership) -> list[Importer]:
    """Those this membership's role may use."""
    return [importer for importer in _importers.values() if membership.role in importer.roles]


def importer_for(kind: str, membership: Membership) -> Importer:
    """The importer of a kind. Raises KeyError when there is none, PermissionDenied for another role."""
    importer = _importers[kind]
    if membership.role not in importer.roles:
        raise PermissionDenied
    return importer


# --- reading ----------------------------------------------------------------------------------


def read(importer: Importer, data: bytes, *, by: Membership) -> Reading:
    """Read a CSV file (UTF-8, semicolon or comma) row by row and check every row that is `by`'s to read in.

    Never raises for a bad file.
    """
    reading = Reading(rows=[], sample=[], errors=[], row_count=0)
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline="")
    try:
        first = text.readline()
        text.seek(0)
        table = csv.reader(text, delimiter=";" if first.count(";") >= first.count(",") else ",", strict=True)
        places = _places(importer, next(table, []), reading)
        if places is not None:
            reading.absent = frozenset(column.key for column in importer.columns) - places.keys()
            _read_rows(importer, table, places, reading, importer.not_theirs(by))
    except UnicodeDecodeError:
        _add(reading, 0, "", _("Filen er ikke lagret som UTF-8. Velg «CSV UTF-8» når du lagrer den."))
    except csv.Error as error:
        _add(reading, reading.row_count + 2, "", _("Linjen kan ikke leses: %(error)s") % {"error": error})
    if not reading.row_count and not reading.errors:
        _add(reading, 0, "", importer.none_theirs_text(by) if reading.left_out else _("Filen har ingen rader."))
    if not reading.errors or reading.rows:
        # The rows that are sound in themselves, also when others are not: everything wrong is told in one round.
        for line, message in importer.check(reading.rows):
            _add(reading, line, "", message)
    reading.errors.sort(key=lambda error: error["line"])
    if reading.more_errors:
        text = ngettext("Det er %(n)d feil til i filen.", "Det er %(n)d feil til i filen.", reading.more_errors)
        reading.errors.append({"line": 0, "column": "", "message": text % {"n": reading.more_errors}})
    return reading


def _places(importer: Importer, headings: list[str], reading: Reading) -> dict[str, int] | None:
    """Where each column stands in the file; None, with errors noted, when a required one is missing."""
    found = {heading.strip().casefold(): place for place, heading in reversed(list(enumerate(headings)))}
    places = {}
    for column in importer.columns:
        there = [found[name.casefold()] for name in (column.heading, *column.also) if name.casefold() in found]
        places[column.key] = there[0] if there else None
    missing = [column.heading for column in importer.columns if column.required and places[column.key] is None]
    if missing:
        _add(reading, 1, "", _("Filen mangler kolonnen %(names)s.") % {"names": ", ".join(missing)})
        return None
    return {key: place for key, place in places.items() if place is not None}


def _read_rows(importer: Importer, table, places: dict[str, int], reading: Reading, not_theirs) -> None:
    clean = importer.row_cleaner()
    for cells in table:
        line = table.line_num
        if not any(cell.strip() for cell in cells):
            continue
        values = {key: cells[place].strip() if place < len(cells) else "" for key, place in places.items()}
        if not importer.wanted(values):
            continue
        if not_theirs and not_theirs(values):
            reading.left_out += 1
            continue
        reading.row_count += 1
        if reading.row_count > MAX_ROWS:
            _add(reading, line, "", _("Filen har flere enn %(max)d rader. Del den opp.") % {"max": MAX_ROWS})
            return
        if len(reading.sample) < SAMPLE_ROWS:
            reading.sample.append([values.get(column.key, "") for column in importer.columns])
        _read_row(importer, clean, values, line, reading)


def _read_row(importer: Importer, clean: Callable, values: dict[str, str], line: int, reading: Reading) -> None:
    """One row: everything that is wrong with it, a column that is empty told of once."""
    headings = {column.key: column.heading for column in importer.columns}
    missing = [column.key for column in importer.columns if column.required and not values.get(column.key)]
    for key in missing:
        _add(reading, line, headings[key], _("Feltet er tomt."))
    try:
        if any("\x00" in value for value in values.values()):
            raise ValidationError(_("Raden har tegn som ikke kan leses."))
        row = clean(values, line) | {"line": line}
    except ValidationError as error:
        by_column = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
        for key, messages in by_column.items():
            for message in messages if key not in missing else ():
                _add(reading, line, headings.get(key, ""), message)
    else:
        if not missing:
            reading.rows.append(row)


def _add(reading: Reading, line: int, column: str, message: str) -> None:
    if len(reading.errors) < MAX_ERRORS:
        reading.errors.append({"line": line, "column": column, "message": str(message)})
    else:
        reading.more_errors += 1


# --- the import itself ------------------------------------------------------------------------


def earlier(importer: Importer, sha256: str, by: Membership) -> ImportBatch | None:
    """The import that has read this very file in, if any, with the rows that `by` would read in."""
    done = ImportBatch.objects.filter(kind=importer.kind, file__sha256=sha256, status=ImportBatch.Status.DONE)
    return importer.same_reading(done, by).first()


@transaction.atomic
def preview(importer: Importer, content: files.Content, *, by: Membership) -> ImportBatch:
    """Keep the file with its first rows and its row errors; nothing is read in yet."""
    reading = read(importer, content.data, by=by)
    batch = ImportBatch(
        kind=importer.kind,
        file=files.store(content, by=by),
        row_count=reading.row_count,
        errors=reading.errors,
        sample=reading.sample,
        result=_left_out(reading) | _absent(importer, reading),
        membership=by,
        created_at=clock.now(),
    )
    batch.full_clean()
    batch.save()
    return batch


@transaction.atomic
def apply(batch: ImportBatch, *, by: Membership) -> ImportBatch:
    """Read the whole file in, or nothing. Again with a batch that is done: nothing happens.

    Raises ValidationError: the file has errors, was discarded, or has been read in before.
    """
    importer = importer_for(batch.kind, by)
    batch = ImportBatch.objects.select_for_update(of=("self",)).select_related("file").get(pk=batch.pk)
    if batch.status == ImportBatch.Status.DONE:
        return batch
    if batch.status == ImportBatch.Status.DISCARDED:
        raise ValidationError(_("Filen er forkastet. Last den opp på nytt."))
    locks.wait_for_transaction(f"import:{batch.kind}:{batch.file.sha256}")
    first = earlier(importer, batch.file.sha256, by)
    if first is not None:
        raise ValidationError(already_read(first))
    reading = read(importer, bytes(batch.file.content), by=by)
    if reading.errors:
        raise ValidationError(_("Filen har feil. Rett dem i filen, og last den opp på nytt."))
    batch.result = importer.apply(reading.rows, by=by) | _left_out(reading)
    batch.status = ImportBatch.Status.DONE
    batch.done_at = clock.now()
    batch.save()
    return batch


def _left_out(reading: Reading) -> dict[str, int]:
    return {"left_out": reading.left_out} if reading.left_out else {}


def _absent(importer: Importer, reading: Reading) -> dict[str, list[str]]:
    """Kept with a preview where something follows from it."""
    return {"absent": sorted(reading.absent)} if importer.absent_text(reading.absent) else {}


def already_read(first: ImportBatch) -> str:
    """The sentence that says when this file was read in."""
    day = date_format(localtime(first.done_at), "j. F Y")
    return _("Denne filen ble lest inn %(day)s. Den leses ikke inn to ganger.") % {"day": day}


@transaction.atomic
def discard(batch: ImportBatch, *, by: Membership) -> ImportBatch:
    """Let a preview go. Raises ValidationError when it has been read in."""
    batch = ImportBatch.objects.visible_to(by).select_for_update(of=("self",)).get(pk=batch.pk)
    if batch.status == ImportBatch.Status.DONE:
        raise ValidationError(_("Filen er allerede lest inn."))
    batch.status = ImportBatch.Status.DISCARDED
    batch.save(update_fields=["status"])
    return batch
