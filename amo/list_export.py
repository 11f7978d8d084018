"""Excel of what is filtered: written row by row, nothing in a cell is ever a formula."""

import datetime as dt
import html
import io
import itertools
from collections.abc import Iterable, Sequence
from decimal import Decimal

import xlsxwriter
from django.http import HttpResponse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.safestring import SafeData
from django.utils.text import slugify
from django.utils.translation import gettext as _

from amo import accesslog, files

BATCH = 1000
# A cell of text that starts with one of these could be taken for a formula when the file is saved as CSV.
RISKY = ("=", "+", "-", "@", "\t")
MAX_CELL = 32_767
# slugify drops ø and makes å an a.
NORWEGIAN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})


def respond(listpage) -> HttpResponse:
    """Excel of everything a ListPage has chosen, in its visible columns, logged with the number of rows."""
    columns = listpage.visible_columns
    total = listpage.filtered.count()
    if listpage.logs_people:
        accesslog.record(listpage.request, subject=None, message=f"Excel: {listpage.title}", rows=total)
    facts = [
        (_("Liste"), str(listpage.title)),
        (_("Tatt ut"), listpage.today),
        (_("Tatt ut av"), str(listpage.membership)),
        (_("Antall rader"), total),
    ]
    chosen = [listpage.selected_quick.label] if listpage.selected_quick else []
    facts += [(_("Filter"), str(label)) for label in chosen + [chip["label"] for chip in listpage.chips]]
    content = write(listpage.title, [column.label for column in columns], _values(listpage, columns), facts)
    return files.attachment(file_name(listpage.title, listpage.today), content, files.XLSX)


def _values(listpage, columns):
    """Row by row; the database and the list's `prepare` are asked for a thousand at a time."""
    objects = listpage.filtered.iterator(chunk_size=BATCH)
    while batch := list(itertools.islice(objects, BATCH)):
        listpage.prepare(batch)
        for obj in batch:
            yield [column.read_for_export(obj) for column in columns]


def write(title: str, headings: Sequence[str], rows: Iterable[Sequence], facts: Sequence[tuple[str, str]]) -> bytes:
    """A workbook: the rows under their headings, and a second sheet that says how they were chosen (`facts`)."""
    out = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "remove_timezone": True}
    book = xlsxwriter.Workbook(out, options)
    formats = {
        "bold": book.add_format({"bold": True}),
        "date": book.add_format({"num_format": "dd.mm.yyyy", "align": "left"}),
        "moment": book.add_format({"num_format": "dd.mm.yyyy hh:mm", "align": "left"}),
        "text": book.add_format({"num_format": "@"}),
    }
    sheet = book.add_worksheet(sheet_name(title))
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, max(len(headings) - 1, 0), 20)
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, str(heading), formats["bold"])
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            write_cell(sheet, number, column, value, formats)
    about = book.add_worksheet(_("Utvalg"))
    about.set_column(0, 1, 40)
    for number, (label, text) in enumerate(facts):
        about.write_string(number, 0, str(label), formats["bold"])
        write_cell(about, number, 1, text, formats)
    book.close()
    return out.getvalue()


def write_cell(sheet, row: int, column: int, value, formats: dict) -> None:
    """One value with its own type; text stays text whatever it starts with."""
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_string(row, column, _("Ja") if value else _("Nei"))
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(row, column, value)
    elif isinstance(value, dt.datetime):
        sheet.write_datetime(row, column, timezone.localtime(value).replace(tzinfo=None), formats["moment"])
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, dt.datetime(value.year, value.month, value.day), formats["date"])  # noqa: DTZ001
    else:
        text = plain(value)[:MAX_CELL]
        sheet.write_string(row, column, text, formats["text"] if text.startswith(RISKY) else None)


def plain(value) -> str:
    """Text without markup and without what XML cannot carry."""
    text = html.unescape(strip_tags(value)) if isinstance(value, SafeData) else str(value)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in text if char >= " " or char in "\n\t").strip(" \n")


def sheet_name(title: str) -> str:
    """A name Excel takes for a sheet."""
    return "".join(char for char in str(title) if char not in "[]:*?/\\'")[:31] or _("Liste")


def file_name(title: str, day: dt.date) -> str:
    """Name of the file that is downloaded."""
    letters = str(title).translate(NORWEGIAN)
    return f"{slugify(letters) or 'liste'}-{day:%Y-%m-%d}.xlsx"
