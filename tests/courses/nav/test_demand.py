"""Labour demand: saturation with its numbers, the months, and what an import changes (row C5)."""

import csv
import io
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from amo import files, imports
from amo.models import ImportBatch
from courses import demand_page
from courses.demand_import import LabourDemandImporter
from courses.engines.advice import AdvicePolicy
from courses.engines.terms import demand_part
from courses.facts_catalogue import concept_facts
from courses.facts_market import demand_facts, months_before
from courses.models import LabourDemand
from courses.words import Names, sentence
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("C5")]

HEAD = "yrke;fylke;måned;ledige_stillinger;arbeidsledige\n"


def month(back: int):
    return months_before(today(), back)


def numbers(case, openings, *, back=1, unemployed=40, occupation=None, whole_year=True):
    return f.LabourDemandFactory(
        county=case.county, occupation=occupation or case.occupation, month=month(back), openings=openings,
        unemployed=unemployed, whole_year=whole_year,
    )  # fmt: skip


def trained(case, count):
    """So many who completed the care course a month ago."""
    intake = f.IntakeFactory(contract__concept=case.care, ended=True)
    for _n in range(count):
        f.EnrolmentFactory(intake=intake, status="completed", starts_on=today(-100), ends_on=today(-30))


def market(case):
    return demand_page.with_market(case.county, today()).get(pk=case.occupation.pk)


# --- the numbers ----------------------------------------------------------------------------------


def test_the_list_counts_as_the_advice_does(case):
    """The same numbers by two ways: the engine's facts, and the list that the database sorts."""
    trained(case, 3)
    numbers(case, 9, back=1, unemployed=31)
    numbers(case, 8, back=11, unemployed=99)
    numbers(case, 500, back=13)  # more than twelve months before the newest counts no more
    elsewhere = f.CountyFactory()
    f.LabourDemandFactory(county=elsewhere, occupation=case.occupation, month=month(1), openings=70)
    facts = demand_facts(today())[str(case.county.pk), case.occupation.code]
    row = market(case)
    assert (row.openings, row.unemployed, row.completed, row.planned) == (
        facts.openings, facts.unemployed, facts.completed, facts.planned
    )  # fmt: skip
    assert (row.openings, row.unemployed, row.completed) == (17, 31, 3)
    assert row.planned == case.care_intake.capacity
    assert row.saturation == pytest.approx(100 * (3 + row.planned) / 17)


@pytest.mark.parametrize(("months", "year"), [(12, 24), (11, 24), (6, 24), (5, None)])
def test_a_year_is_reckoned_from_the_months_that_are_read_in_and_from_too_few_not_at_all(
    case, client_for, months, year
):
    """Two openings a month: the first import does not make a market look full."""
    for back in range(1, months + 1):
        f.LabourDemandFactory(
            county=case.county, occupation=case.occupation, month=month(back), openings=2, whole_year=False
        )
    facts, row = demand_facts(today())[str(case.county.pk), case.occupation.code], market(case)
    assert (facts.openings, facts.months) == (row.openings, row.months) == (year, months)
    assert ("regnet om til et år" in demand_page.in_words(row)) is (year is not None and months < 12)
    assert ("bare 5 måneder" in demand_page.in_words(row)) is (year is None)
    (reason,) = demand_part(
        concept_facts([case.care.pk])[case.care.pk], demand_facts(today()), AdvicePolicy("1")
    ).reasons
    said = sentence(reason, Names.load())
    assert ("regnet om til et år fra" in said) is (year is not None and months < 12)
    assert ("bare 5 måneder" in said) is (year is None)
    listed = client_for(case.staff).get(reverse("courses:demand_county", args=[case.county.number]))
    assert case.occupation.title in listed.content.decode()


def test_saturation_is_unknown_below_ten_openings_and_full_above_all_of_them(case):
    numbers(case, 9)
    assert market(case).saturation is None
    assert "Ukjent" in demand_page.saturation_tag(market(case))
    assert "færre enn 10" in demand_page.in_words(market(case))
    LabourDemand.objects.filter(openings=9).update(openings=case.care_intake.capacity)
    assert "Lite rom, 100 %" in demand_page.saturation_tag(market(case))
    trained(case, 1)
    assert "Mettet marked" in demand_page.saturation_tag(market(case))
    assert demand_page.in_words(market(case)).startswith("Markedet er mettet.")


@pytest.mark.parametrize(("back", "old"), [(0, False), (3, False), (4, True)])
def test_numbers_older_than_three_months_are_said_to_be_old(case, client_for, back, old):
    numbers(case, 20, back=back)
    for url in (
        reverse("courses:demand_list"),
        reverse("courses:demand_detail", args=[case.county.number, case.occupation.code]),
    ):
        page = client_for(case.caseworker).get(url).content.decode()
        assert ("Tallene er eldre enn tre måneder." in page) is old


# --- pages ----------------------------------------------------------------------------------------


def test_a_county_by_its_number_with_sort_search_filters_and_excel(case, client_for):
    numbers(case, 20)
    other = f.OccupationFactory(title="Renholder", also_known_as="vaskehjelp")
    numbers(case, 300, occupation=other)
    client, url = client_for(case.caseworker), reverse("courses:demand_county", args=[case.county.number])

    def order(**query):
        text = client.get(url, query).content.decode()
        links = {
            o.title: text.find(reverse("courses:demand_detail", args=[case.county.number, o.code]) + '"')
            for o in (case.occupation, other)
        }
        return [title for title, place in sorted(links.items(), key=lambda pair: pair[1]) if place >= 0]

    assert order(sort="-openings") == ["Renholder", "Pleiemedhjelper"]
    assert order(sort="openings") == ["Pleiemedhjelper", "Renholder"]
    assert order(quick="courses") == ["Pleiemedhjelper"]
    search = reverse("courses:demand_search", args=[case.county.number])
    found = client.post(search, {"q": "vaskehj"}, follow=True).content.decode()
    assert "Renholder" in found and "Viser 1–1 av 1" in found
    book = load_workbook(io.BytesIO(client.get(url, {"export": "xlsx", "sort": "-openings"}).content))
    assert [cell.value for cell in book.worksheets[0][2]][:3] == [f"Renholder ({other.code})", 300, 40]
    assert client.get(reverse("courses:demand_list"), {"fylke": case.county.number})["Location"] == url
    assert client.get(reverse("courses:demand_county", args=["xx"])).status_code == 404


def test_one_occupation_month_by_month_with_the_courses_that_lead_there(case, client_for):
    numbers(case, 41, back=1, whole_year=False)
    numbers(case, 17, back=3, whole_year=False)
    page = client_for(case.caseworker).get(
        reverse("courses:demand_detail", args=[case.county.number, case.occupation.code])
    )
    rows = page.context["months"]["rows"]
    assert [row[1] for row in rows[:3]] == [41, "", 17] and len(rows) == 12
    text = page.content.decode()
    assert case.care.title in text and case.cafe.title not in text


def test_the_list_asks_the_database_as_often_whatever_its_length(case, client_for):
    client, url = client_for(case.caseworker), reverse("courses:demand_list")

    def add():
        occupation = f.OccupationFactory()
        case.care.occupations.add(occupation)
        numbers(case, 30, occupation=occupation)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    add()
    queries()
    few = queries()
    for _n in range(6):
        add()
    assert queries() == few


# --- the file -------------------------------------------------------------------------------------


def upload(client, text: str):
    url = reverse("amo:import_new", args=[LabourDemandImporter.kind])
    file = SimpleUploadedFile("tall.csv", text.encode(), content_type="text/csv")
    return client.post(url, {"file": file, "submission": str(uuid.uuid4())}, follow=True)


def test_the_template_has_the_occupations_of_the_courses_and_is_read_when_filled_in(case, client_for):
    client = client_for(case.staff)
    new = client.get(reverse("amo:import_new", args=[LabourDemandImporter.kind])).content.decode()
    assert reverse("courses:demand_template") in new
    content = client.get(reverse("courses:demand_template")).content.decode("utf-8-sig")
    head, row = csv.reader(io.StringIO(content), delimiter=";")
    assert row == [case.occupation.code, case.county.number, f"{month(1):%Y-%m}", "", "", "Pleiemedhjelper"]
    row[3:5] = "12", "80"
    page = upload(client, ";".join(head) + "\n" + ";".join(row) + "\n").content.decode()
    assert "Les inn 1 rader" in page and "Feil i filen" not in page


def test_the_page_of_an_import_says_what_it_changed(case, client_for):
    numbers(case, 41, back=1, whole_year=False)
    numbers(case, 17, back=2, whole_year=False)
    line = f"{case.occupation.code};{case.county.number}"
    client = client_for(case.staff)
    shown = upload(
        client, HEAD + f"{line};{month(1):%Y-%m};44;40\n{line};{month(2):%Y-%m};17;40\n{line};{month(3):%Y-%m};9;1\n"
    )
    here = shown.redirect_chain[-1][0]
    client.post(here, {"submission": str(uuid.uuid4())})
    batch = ImportBatch.objects.get()
    assert {key: batch.result[key] for key in ("new", "changed", "same")} == {"new": 1, "changed": 1, "same": 1}
    text = client.get(here).content.decode()
    assert "Tall som ble erstattet" in text and "41 → 44" in text
    assert LabourDemand.objects.count() == 3


def test_a_bad_row_4999_saves_nothing_and_is_named(case):
    line = f"{case.occupation.code};{case.county.number}"
    months = [f"{year}-{n:02}" for year in range(2001, 2026) for n in range(1, 13)]
    others = [f.OccupationFactory() for _n in range(17)]
    rows = [f"{o.code};{case.county.number};{m};1;1" for o in others for m in months][:5000]
    rows[4997] = f"{line};2026-13;1;1"  # line 4999 of the file: the headings are line 1
    content = files.Content("tall.csv", (HEAD + "\n".join(rows)).encode(), files.CSV)
    batch = imports.preview(LabourDemandImporter(), content, by=case.staff)
    (error,) = batch.errors
    assert (error["line"], error["column"]) == (4999, "måned")
    with pytest.raises(ValidationError, match="Filen har feil"):
        imports.apply(batch, by=case.staff)
    assert not LabourDemand.objects.exists()


@pytest.mark.parametrize("bad", ["1999-12", "2999-01", "0000-00", "mars", "2026-3-1", "−1", "9" * 30 + "-01"])
def test_months_that_cannot_be_are_refused(case, bad):
    reading = imports.read(
        LabourDemandImporter(),
        (HEAD + f"{case.occupation.code};{case.county.number};{bad};1;1\n").encode(),
        by=case.staff,
    )
    assert [error["column"] for error in reading.errors] == ["måned"]


# --- other counties' numbers ----------------------------------------------------------------------


def rows_of(occupation, *counties) -> str:
    return HEAD + "".join(f"{occupation.code};{county.number};{month(1):%Y-%m};44;7\n" for county in counties)


def test_other_counties_rows_are_left_out_counted_and_never_overwritten(case, client_for):
    second, third = f.CountyFactory(), f.CountyFactory()
    theirs = f.LabourDemandFactory(
        county=second, occupation=case.occupation, month=month(1), openings=3, unemployed=2, whole_year=False
    )
    client = client_for(case.staff)
    text = rows_of(case.occupation, case.county, second, third) + "9999;" + second.number + ";tull;x;y\n"
    shown = upload(client, text)
    here, page = shown.redirect_chain[-1][0], shown.content.decode()
    assert "3 rader gjelder andre fylker og blir ikke lest inn." in page and "Les inn 1 rader" in page
    assert ImportBatch.objects.get().sample == [
        [case.occupation.code, case.county.number, f"{month(1):%Y-%m}", "44", "7"]
    ]
    client.post(here, {"submission": str(uuid.uuid4())})
    assert ImportBatch.objects.get().result == {"new": 1, "changed": 0, "same": 0, "changes": [], "left_out": 3}
    theirs.refresh_from_db()
    assert (theirs.openings, theirs.unemployed) == (3, 2)
    assert set(LabourDemand.objects.values_list("county", "openings")) == {(second.pk, 3), (case.county.pk, 44)}
    assert "Utelatt" in client.get(here).content.decode()


def test_a_file_without_the_own_county_is_refused(case, client_for):
    shown = upload(client_for(case.staff), rows_of(case.occupation, f.CountyFactory()))
    page = shown.content.decode()
    assert f"Filen har ingen rader for {case.county}. Du kan bare lese inn tall for ditt eget fylke." in page
    assert "Les inn 0" not in page and "blir ikke lest inn." not in page
    refused = client_for(case.staff).post(shown.redirect_chain[-1][0], {"submission": str(uuid.uuid4())})
    assert refused.status_code == 422 and not LabourDemand.objects.exists()


def test_the_same_file_is_read_once_by_each_county(case):
    other = f.MembershipFactory(county_staff=True)
    content = files.Content("tall.csv", rows_of(case.occupation, case.county, other.county).encode(), files.CSV)
    for by in (case.staff, other):
        imports.apply(imports.preview(LabourDemandImporter(), content, by=by), by=by)
    assert set(LabourDemand.objects.values_list("county", flat=True)) == {case.county.pk, other.county_id}
    colleague = f.MembershipFactory(county_staff=True, county=case.county)
    with pytest.raises(ValidationError, match="to ganger"):
        imports.apply(imports.preview(LabourDemandImporter(), content, by=colleague), by=colleague)


def test_numbers_are_as_new_as_the_own_county_s_last_import(case):
    other = f.MembershipFactory(county_staff=True)
    content = files.Content("tall.csv", rows_of(case.occupation, other.county).encode(), files.CSV)
    imports.apply(imports.preview(LabourDemandImporter(), content, by=other), by=other)
    assert "Sist oppdatert" in demand_page.updated(other.county, today())["text"]
    assert "Sist oppdatert" not in demand_page.updated(case.county, today())["text"]


def test_an_unknown_county_number_is_an_error_and_no_other_county(case):
    text = rows_of(case.occupation, case.county) + f"{case.occupation.code};9x;{month(2):%Y-%m};1;1\n"
    reading = imports.read(LabourDemandImporter(), text.encode(), by=case.staff)
    assert [error["message"] for error in reading.errors] == ["Ukjent fylkesnummer: 9x."] and reading.left_out == 0
