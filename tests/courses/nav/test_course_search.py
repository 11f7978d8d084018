"""Courses and classes found across counties, and counties side by side (C6)."""

import io
import random

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from courses import county_comparison
from courses.actions.concept_versions import keep
from courses.course_search import for_person, reached_by, room_for
from courses.engines.fit import UNKNOWN, Norwegian, PersonFacts, SkillLevel
from courses.facts_catalogue import free_for_office
from courses.models import Concept, Intake
from courses.specification import content, with_content
from tests import factories as f
from tests.factories import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def next_door(case):
    """A course to the same work in the next county: it asks for B1 and has support in Norwegian."""
    concept = f.ConceptFactory(
        title="Helsefag for nye i Norge",
        minimum_oral="B1",
        minimum_reason="Må forstå beskjeder.",
        language_support="To timer i uka.",
        audience="little_norwegian",
        theory_weeks=16,
    )
    concept.occupations.add(case.occupation)
    return f.IntakeFactory(contract__concept=concept, place="Lillestrøm", starts_on=today(45))


def titles(client, route="courses:intake_list", **query):
    """What the list shows, by the title of the course."""
    page = client.get(reverse(route), {"f": "1"} | query).context["listpage"]
    return {str(getattr(row["obj"], "concept", row["obj"])) for row in page.rows}


ALL = {"Pleieassistent", "Kafé og kantine", "Helsefag for nye i Norge"}


@pytest.mark.row("C6")
@pytest.mark.parametrize("route", ["courses:intake_list", "courses:concept_list"])
def test_each_filter_narrows_both_lists(case, next_door, client_for, route):
    client = client_for(case.caseworker)

    def found(**query):
        return titles(client, route, **query)

    assert found() == ALL
    assert found(yrke=case.occupation.code) == {"Pleieassistent", "Helsefag for nye i Norge"}
    assert found(yrke="Pleiemedhjelper") == {"Pleieassistent", "Helsefag for nye i Norge"}
    assert found(norsk_oral="A2") == {"Pleieassistent", "Kafé og kantine"}
    assert found(norsk_oral="B1") == ALL
    assert found(norsk_writing="A0") == ALL
    assert found(fra=today(40).isoformat()) == {"Helsefag for nye i Norge"}
    assert found(til=today(40).isoformat()) == {"Pleieassistent", "Kafé og kantine"}
    assert found(sted="lillestrøm") == {"Helsefag for nye i Norge"}
    assert found(norsk="stotte") == {"Helsefag for nye i Norge"}
    assert found(fylke=str(case.county.pk)) == {"Pleieassistent", "Kafé og kantine"}
    Intake.objects.filter(pk=next_door.pk).update(occupied=15)
    assert found(plass="kontor") == {"Pleieassistent", "Kafé og kantine"}
    assert found(plass="ledig", yrke=case.occupation.code) == {"Pleieassistent"}


def test_an_occupation_nobody_knows_is_told_at_the_field(case, client_for):
    answer = client_for(case.caseworker).get(reverse("courses:intake_list"), {"f": "1", "yrke": "qqxx"})
    assert answer.status_code == 200
    assert "Finner ikke yrket" in answer.content.decode()


def test_a_class_is_found_by_what_it_was_planned_under(case, client_for):
    [concept] = with_content(Concept.objects.filter(pk=case.care.pk))
    before = content(concept)
    Concept.objects.filter(pk=case.care.pk).update(minimum_oral="C1", minimum_reason="Må lede andre.")
    concept.occupations.clear()
    concept = Concept.objects.get(pk=case.care.pk)
    keep(concept, before, reason="Ny avtale.", by=case.staff)
    client = client_for(case.caseworker)
    assert "Pleieassistent" in titles(client, norsk_oral="A2")
    assert "Pleieassistent" in titles(client, yrke=case.occupation.code)
    assert "Pleieassistent" not in titles(client, "courses:concept_list", norsk_oral="A2")


@pytest.mark.row("C6")
def test_chips_and_excel_tell_what_was_chosen(case, next_door, client_for):
    client = client_for(case.caseworker)
    query = {"f": "1", "yrke": case.occupation.code, "norsk_oral": "B1", "norsk": "stotte"}
    chips = [chip["label"] for chip in client.get(reverse("courses:intake_list"), query).context["listpage"].chips]
    assert "Yrke kurset leder til: Pleiemedhjelper" in chips
    assert "Norsk muntlig brukeren har: B1" in chips
    answer = client.get(reverse("courses:intake_list"), query | {"export": "xlsx"})
    book = openpyxl.load_workbook(io.BytesIO(answer.content if not answer.streaming else answer.getvalue()))
    assert [row[0].value for row in book.worksheets[0].iter_rows()][-1].startswith("Helsefag for nye i Norge")


def test_free_for_the_office_is_the_same_in_the_database(case):
    dice = random.Random(7)
    offices = [case.office, f.OfficeFactory(county=case.county)]
    for n in range(30):
        intake = f.IntakeFactory(contract=case.care_intake.contract, window=case.window, capacity=3)
        for office in offices:
            if dice.random() < 0.6:
                f.OfficeQuotaFactory(intake=intake, office=office, minimum=0, maximum=dice.choice([0, 1, 2, None]))
        for office in dice.choices(offices, k=dice.randint(0, 3)):
            # Of the class she takes a place, of the office's number she is no part.
            strictly = dice.random() < 0.3
            person = f.ParticipantFactory(office=office, caseworker=None, strictly_confidential=strictly)
            if n % 2:
                f.EnrolmentFactory(participant=person, intake=intake, status="awaiting_start")
            else:
                application = f.ApplicationFactory(participant=person, window=case.window)
                f.OfferFactory(wish=f.WishFactory(application=application, intake=intake, status="offered"))
            intake.occupied += 1
        intake.save()
    intakes = list(Intake.objects.all())
    for office in [*offices, None]:
        office_id = office and office.pk
        free = free_for_office(intakes, office_id)
        assert {pk for pk, n in free.items() if n} == set(
            Intake.objects.filter(room_for(office_id)).values_list("pk", flat=True)
        )


@pytest.mark.parametrize(("level", "met"), [("A0", ["", "A0"]), ("A2", ["", "A0", "A1", "A2"])])
def test_a_level_meets_every_minimum_up_to_it(level, met):
    assert reached_by(level) == met


@pytest.mark.row("C6")
def test_from_a_person_s_advice_to_courses_in_the_next_county(case, next_door, client_for):
    advice = client_for(case.caseworker).get(reverse("courses:advice", args=[case.person.public_id]))
    url = advice.context["search_url"]
    assert url.replace("&", "&amp;") in advice.content.decode()
    answer = client_for(case.caseworker).get(url)
    assert answer.status_code == 200
    assert case.care_intake.code in answer.content.decode()


def test_the_preset_search_leaves_out_what_is_not_known():
    norwegian = Norwegian(oral=SkillLevel("A2", "assessed"), listening=UNKNOWN)
    person = PersonFacts(norwegian=norwegian, goal_occupations=("5321", "5322"))
    query = for_person(person)
    assert "yrke=5321" in query and "norsk_oral=A2" in query and "plass=kontor" in query
    assert "norsk_listening" not in query and "5322" not in query


@pytest.mark.parametrize("route", ["courses:intake_list", "courses:concept_list"])
def test_the_same_number_of_queries_with_a_thousand_classes(case, client_for, route):
    client = client_for(case.caseworker)
    query = {"f": "1", "norsk_oral": "B2", "yrke": case.occupation.code, "plass": "kontor", "sort": "title"}

    def asked():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse(route), query).status_code == 200
        return len(captured)

    asked()  # what is read once per process
    few = asked()
    template = Intake.objects.get(pk=case.care_intake.pk)
    rows = []
    for n in range(1000):
        row = Intake(**{field.attname: getattr(template, field.attname) for field in Intake._meta.concrete_fields})
        row.pk, row.public_id, row.code = None, Intake._meta.get_field("public_id").get_default(), f"M-{n}"
        rows.append(row)
    Intake.objects.bulk_create(rows)
    assert asked() == few


# --- counties side by side ----------------------------------------------------------------------


@pytest.mark.row("C6")
def test_counties_are_compared_by_what_they_offer(case, next_door, client_for):
    application = f.ApplicationFactory(participant=case.person, window=case.window, status="submitted")
    f.WishFactory(application=application, intake=case.care_intake)
    page = client_for(case.caseworker).get(reverse("courses:concept_counties"), {"yrke": case.occupation.code})
    columns = [column["title"] for column in page.context["columns"]]
    rows = {row["label"]: dict(zip(columns, row["cells"], strict=True)) for row in page.context["rows"]}
    assert set(columns) == {"Pleieassistent", "Helsefag for nye i Norge"}
    assert rows["Varighet"]["Pleieassistent"] == ["18 uker: 11 uker teori og 7 uker praksis"]
    assert rows["Norsk, minst"] == {"Pleieassistent": ["Ikke noe krav"], "Helsefag for nye i Norge": ["Muntlig B1"]}
    assert rows["Norskstøtte"]["Helsefag for nye i Norge"] == ["To timer i uka."]
    assert rows["Sjekkliste"]["Pleieassistent"] == ["Norsk muntlig: Muntlig minst A2"]
    assert rows["Plasser som starter innen 6 måneder"]["Pleieassistent"] == ["15"]
    assert rows["Ledige plasser for kontoret"]["Pleieassistent"] == ["15"]
    assert rows["Søkere som venter"] == {"Pleieassistent": ["1"], "Helsefag for nye i Norge": ["0"]}
    assert case.county.name in page.content.decode()


def test_only_what_differs_is_shown_on_request(case, next_door, client_for):
    client, url = client_for(case.caseworker), reverse("courses:concept_counties")
    query = {"yrke": case.occupation.code}
    assert "Timer i uka" in [row["label"] for row in client.get(url, query).context["rows"]]
    shown = [row["label"] for row in client.get(url, query | {"ulikt": "on"}).context["rows"]]
    assert "Timer i uka" not in shown and "Varighet" in shown


def test_like_one_course_finds_the_same_work_and_the_same_name(case, next_door, client_for):
    f.ConceptFactory(title="pleieassistent")
    page = client_for(case.caseworker).get(reverse("courses:concept_counties"), {"kurs": str(case.care.public_id)})
    found = {column["title"] for column in page.context["columns"]}
    assert found == {"Pleieassistent", "pleieassistent", "Helsefag for nye i Norge"}


def test_the_strictly_confidential_are_in_no_count(case, next_door):
    application = f.ApplicationFactory(
        participant=f.ParticipantFactory(address_protection="strictly_confidential"),
        window=case.window,
        status="submitted",
    )
    f.WishFactory(application=application, intake=case.care_intake)
    concepts = county_comparison.found(case.caseworker, occupation=case.occupation)
    rows = county_comparison.context(concepts, case.caseworker, today(), only_different=False)["rows"]
    [waiting] = [row for row in rows if row["label"] == "Søkere som venter"]
    assert waiting["cells"] == [["0"], ["0"]]


def test_nothing_chosen_and_nothing_found_are_said(case, client_for):
    client, url = client_for(case.caseworker), reverse("courses:concept_counties")
    assert "Hva vil du sammenligne?" in client.get(url).content.decode()
    assert "Ingen kurs funnet" in client.get(url, {"navn": "finnes ikke"}).content.decode()
    refused = client.get(url, {"yrke": "qqxx"})
    assert refused.status_code == 422 and "Finner ikke yrket" in refused.content.decode()


def test_a_draft_is_not_compared(case, client_for):
    Concept.objects.filter(pk=case.care.pk).update(is_active=False)
    page = client_for(case.caseworker).get(reverse("courses:concept_counties"), {"yrke": case.occupation.code})
    assert "Ingen kurs funnet" in page.content.decode()
