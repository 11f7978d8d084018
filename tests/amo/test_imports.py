"""Import: file → preview → row errors → all or nothing; the same file twice is harmless."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from amo import files, imports
from amo.importers import OccupationImporter
from amo.models import ImportBatch, Occupation
from tests import factories

KLASS = "code;parentCode;level;name;shortName\n5;;1;Salgs- og serviceyrker;\n5321;532;4;Helsefagarbeider;\n5120;512;4;Kokk;\n"


@pytest.fixture
def administrator(db):
    return factories.MembershipFactory(administrator=True)


def read(text) -> imports.Reading:
    return imports.read(OccupationImporter(), text.encode() if isinstance(text, str) else text, by=None)


def lines(reading) -> list[tuple]:
    return [(error["line"], error["column"], error["message"]) for error in reading.errors]


@pytest.mark.parametrize(
    "text",
    [KLASS, "\ufeff" + KLASS, KLASS.replace(";", ","), KLASS.replace("\n", "\r\n"), KLASS.replace("code", " CODE ", 1)],
)
def test_a_good_file_is_read_whatever_its_dress(text):
    reading = read(text)
    assert reading.errors == []
    assert [(row["code"], row["title"], row["line"]) for row in reading.rows] == [
        ("5321", "Helsefagarbeider", 3),
        ("5120", "Kokk", 4),
    ]
    assert reading.sample[0] == ["5321", "4", "Helsefagarbeider", ""]


def test_errors_name_line_and_column():
    text = "code;name\n53x1;Kokk\n;Kelner\n5120;" + "k" * 151 + "\n\n5131;Kelner\n5131;Bartender\n"
    assert lines(read(text)) == [
        (2, "code", "Koden skal ha fire siffer."),
        (3, "code", "Feltet er tomt."),
        (4, "name", "Navnet kan ha høyst 150 tegn."),
        (7, "", "Koden 5131 står også på linje 6."),
    ]
    assert lines(read("code;name\n5131;Kelner\n5131;Bartender\n")) == [
        (3, "", "Koden 5131 står også på linje 2."),
    ]


@pytest.mark.row("C5")
def test_every_faulty_column_of_a_row_is_told_in_one_round():
    assert lines(read("code;name\n53x1;" + "k" * 151 + "\n53x2;\n")) == [
        (2, "code", "Koden skal ha fire siffer."),
        (2, "name", "Navnet kan ha høyst 150 tegn."),
        (3, "name", "Feltet er tomt."),
        (3, "code", "Koden skal ha fire siffer."),
    ]


@pytest.mark.row("C5")
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-8", "utf-8-sig"])
def test_a_file_as_excel_saves_it_is_read_with_its_letters(administrator, client_for, encoding):
    answer = upload(client_for(administrator), "code;name\n5120;Kjøkkensjef på båt\n".encode(encoding))
    assert answer.status_code == 302
    assert "Kjøkkensjef på båt" in client_for(administrator).get(answer.url).content.decode()


@pytest.mark.parametrize(
    "data", ["code;name\n5120;Kjøkkensjef\n".encode("utf-16"), b"\xff\xfe;\x00\x01", b"\x81;\xe6\n"]
)
def test_what_is_no_text_is_no_table(administrator, client_for, data):
    assert upload(client_for(administrator), data).status_code == 422


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "mangler kolonnen code, name"),
        (b"kode;navn\n1;2\n", "mangler kolonnen code, name"),
        (b"code;name\n", "ingen rader"),
        ("code;name\n5120;Kjøkkensjef\n".encode("latin-1"), "UTF-8"),
        (b'code;name\n5120;"Kokk\n', "kan ikke leses"),
        (b"code;name\n5120;" + b"x" * 200_000 + b"\n", "kan ikke leses"),
        (b"code;name\n5120;a\x00b\n", "ikke kan leses"),
    ],
)
def test_a_bad_file_is_told_in_words(data, message):
    assert any(message in error["message"] for error in read(data).errors)


def test_errors_are_bounded():
    errors = read("code;name\n" + "x;y\n" * 1_000).errors
    assert len(errors) == imports.MAX_ERRORS + 1
    assert errors[-1]["message"] == f"Det er {1_000 - imports.MAX_ERRORS} feil til i filen."


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(imports, "MAX_ROWS", 2)
    assert "flere enn 2 rader" in read("code;name\n1111;a\n2222;b\n3333;c\n").errors[0]["message"]


def test_only_the_roles_of_an_importer_may_use_it(db):
    with pytest.raises(PermissionDenied):
        imports.importer_for("occupations", factories.MembershipFactory())
    assert imports.importers_for(factories.MembershipFactory()) == []


def upload(client, text, kind="occupations", name="klass.csv"):
    data = {"file": SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)}
    return client.post(reverse("amo:import_new", args=[kind]), data)


def test_from_upload_over_preview_to_all_rows(administrator, client_for):
    client = client_for(administrator)
    Occupation.objects.create(code="5120", title="Gammelt navn")
    answer = upload(client, KLASS)
    assert answer.status_code == 302
    page = client.get(answer.url).content.decode()
    assert "Helsefagarbeider" in page
    assert "Les inn 2 rader" in page
    assert not Occupation.objects.filter(code="5321").exists()

    done = client.post(answer.url, follow=True).content.decode()
    assert "Filen er lest inn" in done
    assert dict(Occupation.objects.values_list("code", "title")) == {"5321": "Helsefagarbeider", "5120": "Kokk"}
    batch = ImportBatch.objects.get()
    assert batch.result == {"new": 1, "changed": 1, "same": 0}
    assert imports.apply(batch, by=administrator).done_at == batch.done_at


@pytest.mark.row("P1")
def test_other_names_of_occupations_come_with_the_file_or_stay_as_they_are(administrator, client_for):
    client = client_for(administrator)
    client.post(upload(client, "code;name;kalles_også\n5120;Kokk;kjøkkensjef,  matlager ,\n5131;Servitør;\n").url)
    assert Occupation.objects.get(code="5120").also_known_as == "kjøkkensjef, matlager"
    client.post(upload(client, "code;name\n5120;Kokk\n5131;Kelner\n").url)
    assert Occupation.objects.get(code="5120").also_known_as == "kjøkkensjef, matlager"
    assert ImportBatch.objects.latest("pk").result == {"new": 0, "changed": 1, "same": 1}
    assert lines(read("code;name;kalles_også\n5120;Kokk;" + "x" * 301)) == [
        (2, "kalles_også", "Navnene kan ha høyst 300 tegn til sammen.")
    ]


def test_the_same_file_again_says_when_it_was_read(administrator, client_for):
    client = client_for(administrator)
    client.post(upload(client, KLASS).url)
    again = upload(client, KLASS)
    page = client.get(again.url).content.decode()
    assert "Denne filen ble lest inn" in page
    assert "Les inn 2 rader" not in page
    refused = client.post(again.url)
    assert refused.status_code == 422
    assert "ikke inn to ganger" in refused.content.decode()


def test_a_preview_from_before_the_importer_got_another_column_still_opens(client_for):
    batch = factories.ImportBatchFactory(sample=[["5321", "4", "Helsefagarbeider"]])
    page = client_for(batch.membership).get(reverse("amo:import_detail", args=[batch.public_id]))
    assert page.status_code == 200
    assert "Helsefagarbeider" in page.content.decode()


def test_a_file_with_errors_is_shown_and_never_read_in(administrator, client_for):
    client = client_for(administrator)
    answer = upload(client, KLASS + "feil;532;4;Uten kode;\n")
    page = client.get(answer.url).content.decode()
    assert "Koden skal ha fire siffer." in page
    assert client.post(answer.url).status_code == 422
    assert not Occupation.objects.exists()


def test_a_fault_in_the_middle_leaves_nothing(administrator, monkeypatch):
    content = files.Content("klass.csv", KLASS.encode(), files.CSV)
    batch = imports.preview(OccupationImporter(), content, by=administrator)

    def half(self, rows, *, by):
        Occupation.objects.create(code="5321", title="Halvveis")
        raise ValidationError("Rad to gikk ikke.")

    monkeypatch.setattr(OccupationImporter, "apply", half)
    with pytest.raises(ValidationError):
        imports.apply(batch, by=administrator)
    assert not Occupation.objects.exists()
    batch.refresh_from_db()
    assert batch.status == ImportBatch.Status.PREVIEW


def test_a_discarded_file_cannot_be_read_in(administrator, client_for):
    client = client_for(administrator)
    url = upload(client, KLASS).url
    client.post(reverse("amo:import_discard", args=[ImportBatch.objects.get().public_id]))
    assert "forkastet" in client.post(url).content.decode()
    assert not Occupation.objects.exists()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\xff\xd8\xff", "ø".encode("latin-1")])
def test_what_is_no_text_is_refused_at_the_field(administrator, client_for, data):
    answer = upload(client_for(administrator), data)
    assert answer.status_code == 422
    assert not ImportBatch.objects.exists()


def test_an_unknown_kind_is_not_found(administrator, client_for):
    assert client_for(administrator).get(reverse("amo:import_new", args=["tull"])).status_code == 404


def test_the_list_tells_what_was_uploaded(administrator, client_for):
    client = client_for(administrator)
    upload(client, KLASS)
    page = client.get(reverse("amo:import_list")).content.decode()
    assert "Yrker (STYRK-08)" in page
    assert "Forhåndsvisning" in page


def test_others_files_are_not_found(administrator, client_for):
    url = upload(client_for(administrator), KLASS).url
    other = client_for(factories.MembershipFactory(administrator=True))
    assert other.get(url).status_code == 404
    assert other.post(url).status_code == 404
