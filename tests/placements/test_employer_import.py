"""Employers from the business register's file: preview, row errors, all or nothing (L1)."""

import pytest
from django.urls import reverse

from amo import files, imports
from amo.models import Sector
from placements.employer_import import EmployerImporter, sector_of
from placements.models import Employer
from tests import factories
from tests.factories.kernel import organisation_number

pytestmark = [pytest.mark.django_db, pytest.mark.row("L1")]
HEADINGS = [
    "organisasjonsnummer", "navn", "naeringskode1.kode", "forretningsadresse.adresse", "forretningsadresse.postnummer",
    "forretningsadresse.poststed", "overordnetEnhet", "antallAnsatte", "ukjent kolonne",
]  # fmt: skip
OWNER = organisation_number(990)


@pytest.fixture
def staff():
    for code, name in (("health", "Helse, pleie og omsorg"), ("hospitality", "Reiseliv"), ("children", "Barn")):
        Sector.objects.get_or_create(code=code, defaults={"name": name})
    return factories.MembershipFactory(county_staff=True)


def row(n: int, **changes) -> list[str]:
    values = {
        "number": organisation_number(n), "name": f"Sykehjem nr. {n}", "nace": "87.101", "street": "Storgata 1",
        "postcode": "0155", "town": "OSLO", "owner": OWNER, "staff": "12", "unknown": "x",
    }  # fmt: skip
    return list((values | changes).values())


def read(rows, by, separator: str = ";", encoding: str = "utf-8"):
    text = "\r\n".join(separator.join(cells) for cells in [HEADINGS, *rows])
    return imports.preview(EmployerImporter(), files.Content("enheter.csv", text.encode(encoding), files.CSV), by=by)


def test_new_ones_are_registered_and_those_that_are_there_are_brought_up_to_date(staff):
    there = factories.EmployerFactory(
        organisation_number=organisation_number(901),
        name="Gammelt navn",
        slots=4,
        contact_name="Berit",
        address="Før 1",
    )
    batch = imports.apply(read([row(901), row(902, nace="88.911")], staff), by=staff)
    assert batch.result == {"new": 1, "changed": 1, "same": 0}
    there.refresh_from_db()
    assert (there.name, there.address, there.main_number) == ("Sykehjem nr. 901", "Storgata 1, 0155 OSLO", OWNER)
    assert (there.slots, there.contact_name, there.version) == (4, "Berit", 2)
    new = Employer.objects.get(organisation_number=organisation_number(902))
    assert (new.sector.code, new.slots, new.channel) == ("children", 1, "both")


def test_the_same_rows_again_change_nothing(staff):
    imports.apply(read([row(901), row(902)], staff), by=staff)
    before = list(Employer.objects.order_by("pk").values())
    # Another file with the same rows; the very same file is refused.
    again = imports.apply(read([row(902), row(901)], staff), by=staff)
    assert again.result == {"new": 0, "changed": 0, "same": 2}
    assert list(Employer.objects.order_by("pk").values()) == before


def test_comma_instead_of_semicolon(staff):
    assert imports.apply(read([row(901)], staff, separator=","), by=staff).result["new"] == 1


def test_windows_letters_are_read_through_the_upload(staff, client_for):
    from django.core.files.uploadedfile import SimpleUploadedFile

    text = ";".join(HEADINGS) + "\r\n" + ";".join(row(901, name="Åsgård bosenter"))
    client = client_for(staff)
    new = reverse("amo:import_new", args=["employers"])
    assert reverse("placements:import_template") in client.get(new).text
    page = client.post(new, {"file": SimpleUploadedFile("enheter.csv", text.encode("cp1252"), "text/csv")})
    assert "Åsgård bosenter" in client.get(page.url).text
    client.post(page.url, {})
    assert Employer.objects.get().name == "Åsgård bosenter"


@pytest.mark.parametrize(
    ("changes", "column", "message"),
    [
        ({"number": "123456789"}, "organisasjonsnummer", "ikke gyldig"),
        ({"owner": "1"}, "overordnetEnhet", "ikke gyldig"),
        ({"nace": "01.110"}, "naeringskode1.kode", "svarer ikke til noen bransje"),
        ({"nace": ""}, "naeringskode1.kode", "Skriv næringskode eller bransje"),
        ({"name": "x" * 151}, "navn", "høyst 150 tegn"),
        ({"name": ""}, "navn", "Feltet er tomt"),
    ],
)
def test_a_wrong_row_is_told_and_nothing_is_read_in(staff, changes, column, message):
    batch = read([row(901), row(902, **changes)], staff)
    assert [(error["line"], error["column"]) for error in batch.errors] == [(3, column)]
    assert message in batch.errors[0]["message"]
    with pytest.raises(imports.ValidationError):
        imports.apply(batch, by=staff)
    assert not Employer.objects.exists()


def test_a_number_twice_in_the_file_is_told(staff):
    assert "også på linje 2" in read([row(901), row(901)], staff).errors[0]["message"]


def test_a_column_for_the_sector_goes_before_the_code(staff):
    headings = "organisasjonsnummer;navn;bransje"
    text = f"{headings}\r\n{organisation_number(901)};Gård;reiseliv\r\n{organisation_number(902)};Fjøs;Ukjent"
    content = files.Content("enheter.csv", text.encode(), files.CSV)
    reading = imports.read(EmployerImporter(), content.data, by=staff)
    assert [one["sector"] for one in reading.rows] == [Sector.objects.get(code="hospitality").pk]
    assert reading.errors[0]["message"] == "Ukjent bransje: Ukjent."


def test_one_that_was_merged_is_left_alone(staff):
    kept = factories.EmployerFactory()
    merged = factories.EmployerFactory(organisation_number=organisation_number(901), name="Før", merged_into=kept)
    assert imports.apply(read([row(901)], staff), by=staff).result["same"] == 1
    merged.refresh_from_db()
    assert merged.name == "Før"


@pytest.mark.parametrize(
    ("code", "sector"),
    [("87.101", "health"), ("88.911", "children"), ("56.290", "hospitality"), ("01.110", ""), ("", "")],
)
def test_the_sector_follows_from_the_code_of_business(code, sector):
    assert sector_of(code) == sector


def test_the_template_has_the_headings(staff, client_for):
    text = client_for(staff).get(reverse("placements:import_template")).content.decode("utf-8-sig")
    assert text.startswith("organisasjonsnummer;navn;naeringskode1.kode;")


def preview_of(headings: list[str], cells: list[str], by):
    text = ";".join(headings) + "\r\n" + ";".join(cells)
    return imports.preview(EmployerImporter(), files.Content("enheter.csv", text.encode(), files.CSV), by=by)


def test_the_registers_file_of_workplaces_has_another_heading_for_the_address(staff, client_for):
    headings = [one.replace("forretningsadresse", "beliggenhetsadresse") for one in HEADINGS]
    batch = preview_of(headings, row(901), staff)
    page = client_for(staff).get(reverse("amo:import_detail", args=[batch.public_id])).text
    assert "ingen kolonne med adresse" not in page
    imports.apply(batch, by=staff)
    assert Employer.objects.get().address == "Storgata 1, 0155 OSLO"
    columns = client_for(staff).get(reverse("amo:import_new", args=["employers"])).text
    assert "beliggenhetsadresse.adresse" in columns
    assert "forretningsadresse.adresse" in columns


def test_the_preview_says_when_no_column_has_the_address(staff, client_for):
    headings = [one.replace("forretningsadresse", "postadresse") for one in HEADINGS]
    batch = preview_of(headings, row(901), staff)
    here = reverse("amo:import_detail", args=[batch.public_id])
    assert "Filen har ingen kolonne med adresse" in client_for(staff).get(here).text
    done = imports.apply(batch, by=staff)
    assert done.result == {"new": 1, "changed": 0, "same": 0}
    assert "Filen har ingen kolonne med adresse" not in client_for(staff).get(here).text


def test_a_number_in_full_width_digits_is_kept_in_plain_ones(staff):
    number = organisation_number(901)
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in number)
    imports.apply(read([row(901, number=f"{wide[:3]} {wide[3:]}")], staff), by=staff)
    assert Employer.objects.get().organisation_number == number
    arabic = "".join(chr(ord(sign) - ord("0") + 0x660) for sign in number)
    assert "ikke gyldig" in read([row(902, number=arabic)], staff).errors[0]["message"]
