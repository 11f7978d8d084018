"""Files: type from the bytes, at most 5 MB, an attachment and nothing else."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from amo import files
from tests import factories


def zipped(*names, size=10) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b"0" * size)
    return out.getvalue()


XLSX = zipped("[Content_Types].xml", "xl/workbook.xml")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7 ...", files.PDF),
        (b"\x89PNG\r\n\x1a\n....", files.PNG),
        (b"\xff\xd8\xff\xe0....", files.JPEG),
        (XLSX, files.XLSX),
        (zipped("[Content_Types].xml", "word/document.xml"), files.DOCX),
        ("kode;navn\n1;Øl\n".encode(), files.TEXT),
        ("\ufeffkode;navn\n".encode(), files.TEXT),
        (zipped("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), None),
        (zipped("noe.txt"), None),
        (b"PK\x03\x04 and nothing more", None),
        (b"MZ\x90\x00\x03", None),
        (b"\x7fELF\x02\x01", None),
        ("navn;Øst".encode("latin-1"), None),
        (b"", None),
    ],
)
def test_the_type_is_found_from_the_bytes(data, found):
    assert files.sniff(data) == found


def test_a_zip_that_unpacks_to_too_much_is_refused():
    assert files.sniff(zipped("[Content_Types].xml", "xl/workbook.xml", "xl/a", "xl/b", size=25 * 1024 * 1024)) is None


def test_a_zip_with_too_many_entries_is_refused():
    names = [f"xl/{number}.xml" for number in range(2_001)]
    assert files.sniff(zipped("[Content_Types].xml", "xl/workbook.xml", *names, size=0)) is None


@pytest.mark.parametrize(
    ("data", "allowed", "message"),
    [
        (b"", files.DOCUMENTS, "tom"),
        (b"%PDF-" + b"0" * (5 * 1024 * 1024), files.DOCUMENTS, "5 MB"),
        (b"MZ\x90\x00\x03", files.DOCUMENTS, "ikke tar imot"),
        (b"%PDF-1.7", (files.CSV,), "Velg CSV"),
    ],
)
def test_what_is_refused_is_told_why(data, allowed, message):
    with pytest.raises(ValidationError) as error:
        files.read(SimpleUploadedFile("a.pdf", data), allowed)
    assert message in error.value.messages[0]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Attest.PDF", "Attest.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\temp\\min fil.exe", "min_fil.pdf"),
        ("a" * 300 + ".pdf", "a" * 150 + ".pdf"),
        ("\x00\r\n.pdf", "fil.pdf"),
        ("rapport", "rapport.pdf"),
        ("øvelse.html", "øvelse.pdf"),
    ],
)
def test_names_are_made_harmless(name, kept):
    assert files.file_name(name, files.PDF) == kept


def test_a_file_is_stored_and_downloaded_as_an_attachment_by_its_owner(db, client_for):
    membership = factories.MembershipFactory()
    content = files.read(SimpleUploadedFile("attest æ.pdf", b"%PDF-1.7 x", content_type="text/html"))
    stored = files.store(content, by=membership)
    assert (stored.size, stored.content_type) == (10, files.PDF)
    assert len(stored.sha256) == 64
    url = reverse("amo:file_download", args=[stored.public_id])
    answer = client_for(membership).get(url)
    assert answer.content == b"%PDF-1.7 x"
    assert answer["Content-Type"] == files.PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client_for(factories.MembershipFactory()).get(url).status_code == 404


def test_the_field_gives_what_was_read():
    field = files.UploadField(allowed=(files.PDF,), error_messages={"required": "Velg en fil."})
    assert field.clean(SimpleUploadedFile("a.txt", b"%PDF-1.7")).content_type == files.PDF
    assert field.widget.attrs["accept"] == ".pdf"
    with pytest.raises(ValidationError, match="Velg en fil"):
        field.clean(None)
    with pytest.raises(ValidationError, match="tom"):
        field.clean(SimpleUploadedFile("a.pdf", b""))
