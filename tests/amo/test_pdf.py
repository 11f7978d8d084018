"""PDF: tagged, with our own font, the text as it was given."""

import io

import pypdf
import pytest

from amo import pdf

DATA = {
    "title": "Kursbevis",
    "subtitle": '#eval("1") *ikke fet* $x$ @feil \\',
    "footer": "Kursløp",
    "sections": [
        {
            "heading": "Deltakelse",
            "paragraphs": ["Æøå, Šukrija og Łukasz."],
            "facts": [["Navn", "Ida Ås"], ["Merknad", None]],
            "table": {"columns": ["Dag", "Timer"], "rows": [["Mandag", "6"], ["Tirsdag", ""]]},
        }
    ],
    "signatures": ["Kursleder"],
}


@pytest.fixture
def reader(db):
    return pypdf.PdfReader(io.BytesIO(pdf.render("amo/document.typ", DATA)))


def test_text_is_shown_as_it_was_given(reader):
    text = reader.pages[0].extract_text()
    for part in ("Kursbevis", DATA["subtitle"], "Æøå, Šukrija og Łukasz.", "Ida Ås", "Tirsdag", "Kursleder", "1 / 1"):
        assert part in text


def test_it_is_tagged_and_has_title_and_language(reader):
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("nb")
    assert reader.metadata.title == "Kursbevis"
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_every_font_is_our_own_and_inside(reader):
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        assert "KurslopSans" in font["/BaseFont"]
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert any(key.startswith("/FontFile") for key in descriptor)


def test_the_same_data_gives_the_same_file(db, freeze):
    import datetime as dt

    freeze(dt.date(2026, 3, 2))
    assert pdf.render("amo/document.typ", DATA) == pdf.render("amo/document.typ", DATA)


def test_an_unknown_template_is_a_fault(db):
    with pytest.raises(FileNotFoundError):
        pdf.render("amo/finnes_ikke.typ", {})


def test_it_is_sent_as_an_attachment():
    answer = pdf.pdf_response(b"%PDF-", "kursbevis.pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="kursbevis.pdf"'
    assert answer["Content-Type"] == "application/pdf"
