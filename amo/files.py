"""Files in the database: at most 5 MB, type found from the bytes, served as an attachment only (05-architecture)."""

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import clock
from amo.models import Membership, StoredFile

PDF = "application/pdf"
PNG = "image/png"
JPEG = "image/jpeg"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CSV = "text/csv"
TEXT = "text/plain"
NAMES = {PDF: "PDF", PNG: "PNG", JPEG: "JPEG", XLSX: "Excel", DOCX: "Word", CSV: "CSV", TEXT: gettext_lazy("ren tekst")}
ENDINGS = {PDF: ".pdf", PNG: ".png", JPEG: ".jpg", XLSX: ".xlsx", DOCX: ".docx", CSV: ".csv", TEXT: ".txt"}
DOCUMENTS = (PDF, PNG, JPEG, XLSX, DOCX, TEXT)

MAX_ENTRIES = 2_000
MAX_UNPACKED = 60 * 1024 * 1024


@dataclass(frozen=True)
class Content:
    """A file that has been read and recognised."""

    name: str
    data: bytes
    content_type: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def sniff(data: bytes) -> str | None:
    """Content type found from the bytes; None for what we do not take."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"PK\x03\x04"):
        return _sniff_zip(data)
    return TEXT if _is_text(data) else None


def _sniff_zip(data: bytes) -> str | None:
    """XLSX or DOCX without macros that unpacks to a bounded size."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    names = {entry.filename for entry in entries}
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        return None
    if "[Content_Types].xml" not in names or any(name.endswith("vbaProject.bin") for name in names):
        return None
    if "xl/workbook.xml" in names:
        return XLSX
    return DOCX if "word/document.xml" in names else None


def _is_windows_table(data: bytes) -> bool:
    """Text in the Windows code page with separators in its first line."""
    first = data.partition(b"\n")[0]
    return (b";" in first or b"," in first) and _is_text(data, "cp1252")


def _is_text(data: bytes, encoding: str = "utf-8-sig") -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return bool(text) and not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", text)


def read(upload: UploadedFile, allowed: tuple[str, ...] = DOCUMENTS) -> Content:
    """Read and recognise an upload. Raises ValidationError: empty, larger than 5 MB, or not a type in `allowed`."""
    if not upload.size:
        raise ValidationError(_("Filen er tom."))
    if upload.size > settings.MAX_STORED_FILE_BYTES:
        raise ValidationError(_("Filen er større enn 5 MB."))
    data = upload.read()
    found = sniff(data)
    # Comma-separated text is text; that it is meant as a table is said by who asks for it.
    if found == TEXT and TEXT not in allowed and CSV in allowed:
        found = CSV
    if found is None and CSV in allowed and _is_windows_table(data):
        # Excel's plain «CSV»: kept as UTF-8, so that the same table is the same file whichever way it was saved.
        data, found = data.decode("cp1252").encode(), CSV
    if found not in allowed:
        kinds = ", ".join(str(NAMES[kind]) for kind in allowed)
        raise ValidationError(_("Filen er av en type vi ikke tar imot. Velg %(kinds)s.") % {"kinds": kinds})
    return Content(file_name(upload.name or "", found), data, found)


def file_name(name: str, content_type: str) -> str:
    """A harmless file name whose ending says what the file is."""
    base = name.replace("\\", "/").rpartition("/")[2]
    stem = "".join(char for char in (base.rpartition(".")[0] or base) if char.isprintable())
    try:
        stem = get_valid_filename(stem)
    except SuspiciousFileOperation:
        stem = "fil"
    return f"{stem[:150]}{ENDINGS[content_type]}"


@transaction.atomic
def store(content: Content, *, by: Membership | None) -> StoredFile:
    """Keep a file that `read` has recognised."""
    stored = StoredFile(
        name=content.name,
        content=content.data,
        content_type=content.content_type,
        size=len(content.data),
        sha256=content.sha256,
        membership=by,
        created_at=clock.now(),
    )
    stored.full_clean()
    stored.save()
    return stored


def attachment(name: str, data: bytes, content_type: str) -> HttpResponse:
    """A response the browser saves and never opens by itself."""
    response = HttpResponse(bytes(data), content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def download(stored: StoredFile) -> HttpResponse:
    """A stored file as an attachment."""
    return attachment(stored.name, stored.content, stored.content_type)


def refuse_false_name(name: str, content_type: str) -> None:
    """Raise ValidationError for a file whose ending says something else than its bytes do. No ending says nothing."""
    ending = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    given = f".{ending[2].lower()}" if ending[0] else ""
    meant = {".jpeg": ".jpg", ".jpe": ".jpg", ".jfif": ".jpg"}.get(given, given)
    if meant and meant != ENDINGS[content_type]:
        raise ValidationError(
            _("Filen heter noe på %(given)s, men innholdet er %(kind)s. Sjekk at du har valgt riktig fil."),
            params={"given": given, "kind": NAMES[content_type]},
        )


class UploadField(forms.FileField):
    """A file in a form; its cleaned value is a Content. allowed: content types (amo.files.PDF …).

    true_name: refuse a file that is not what its name says, instead of giving it the right ending.
    """

    def __init__(self, *, allowed: tuple[str, ...] = DOCUMENTS, true_name: bool = False, **kwargs):
        self.allowed = allowed
        self.true_name = true_name
        kwargs.setdefault("help_text", gettext_lazy("Største størrelse er 5 MB."))
        kwargs.setdefault("error_messages", {})
        kwargs["error_messages"] = {"empty": gettext_lazy("Filen er tom.")} | kwargs["error_messages"]
        super().__init__(**kwargs)

    def widget_attrs(self, widget):
        return super().widget_attrs(widget) | {"accept": ",".join(ENDINGS[kind] for kind in self.allowed)}

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if not isinstance(upload, UploadedFile):
            return upload
        content = read(upload, self.allowed)
        if self.true_name:
            refuse_false_name(upload.name or "", content.content_type)
        return content
