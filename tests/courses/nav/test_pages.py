"""Every page of NAV's part answers, and shows what it is for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories as f

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return response.content.decode()


@pytest.mark.row("C1")
def test_concept_page_shows_the_whole_specification(case, client_for):
    case.care.topics = ["Hygiene", "Ernæring"]
    case.care.save()
    test = f.QualificationTypeFactory(name="Norskprøve 3 muntlig", norwegian="oral:B1")
    case.care.gives.add(test)
    response = client_for(case.caseworker).get(reverse("courses:concept_detail", args=[case.care.public_id]))
    page = text_of(response)
    assert response.status_code == 200
    for expected in ("Hygiene", "Norskprøve 3 muntlig", "18 uker: 11 uker teori og 7 uker praksis", "Norsk muntlig"):
        assert expected in page
    assert case.care.outlook in page
    assert case.care_intake.code in page
    assert reverse("courses:concept_edit", args=[case.care.public_id]) not in page


@pytest.mark.row("C6")
def test_concepts_of_other_counties_are_found(case, client_for):
    other = f.ConceptFactory(title="Truckfører")
    client = client_for(case.caseworker)
    page = text_of(client.get(reverse("courses:concept_list")))
    assert "Truckfører" in page and "Pleieassistent" in page
    own = text_of(client.get(reverse("courses:concept_list"), {"quick": "own"}))
    assert "Truckfører" not in own and "Pleieassistent" in own
    by_county = text_of(client.get(reverse("courses:concept_list"), {"fylke": other.county_id}))
    assert "Truckfører" in by_county and "Pleieassistent" not in by_county
    by_occupation = text_of(client.get(reverse("courses:concept_list"), {"yrke": case.occupation.code}))
    assert "Pleieassistent" in by_occupation and "Kafé og kantine" not in by_occupation


@pytest.mark.row("C3")
def test_intake_shows_places_per_office(case, client_for):
    f.OfficeQuotaFactory(intake=case.care_intake, office=case.office, minimum=1, maximum=2)
    enrolled = f.ParticipantFactory(caseworker=case.caseworker)
    f.EnrolmentFactory(participant=enrolled, intake=case.care_intake, status="awaiting_start")
    case.care_intake.occupied = 1
    case.care_intake.save()
    client = client_for(case.caseworker)
    page = text_of(client.get(reverse("courses:intake_detail", args=[case.care_intake.public_id])))
    assert "1 ledige for kontoret ditt" in page
    listed = text_of(client.get(reverse("courses:intake_list")))
    assert listed.count(case.care_intake.code) == 1  # under the name; a column of its own only when it is chosen
    assert "Pleieassistent" in listed


def test_intake_names_only_people_in_scope(case, client_for):
    own = f.ApplicationFactory(participant=case.person, window=case.window)
    f.WishFactory(application=own, intake=case.care_intake)
    stranger = f.ParticipantFactory(office=f.OfficeFactory(county=case.county), unassigned=True)
    theirs = f.ApplicationFactory(participant=stranger, window=case.window)
    f.WishFactory(application=theirs, intake=case.care_intake)
    url = reverse("courses:intake_detail", args=[case.care_intake.public_id])
    page = text_of(client_for(case.caseworker).get(url))
    assert case.person.list_name in page
    assert stranger.list_name not in page
    assert "2 søkere" in page


def test_masked_people_stand_in_no_list_of_an_intake(case, client_for):
    hidden = f.ParticipantFactory(caseworker=case.caseworker, shielded=True)
    application = f.ApplicationFactory(participant=hidden, window=case.window)
    f.WishFactory(application=application, intake=case.care_intake)
    client = client_for(case.caseworker)
    page = text_of(client.get(reverse("courses:intake_detail", args=[case.care_intake.public_id])))
    assert hidden.last_name not in page
    listed = text_of(client.get(reverse("courses:application_list")))
    assert hidden.last_name not in listed
    assert "Beskyttet" in listed
    assert "Pleieassistent" not in listed


def test_lists_take_the_same_number_of_queries_however_long(case, client_for):
    client = client_for(case.staff)
    names = ("courses:concept_list", "courses:intake_list", "courses:application_list")

    def apply():
        concept = f.ConceptFactory(county=case.county)
        intake = f.IntakeFactory(contract__concept=concept, window=case.window)
        application = f.ApplicationFactory(
            participant=f.ParticipantFactory(caseworker=case.caseworker), window=case.window
        )
        f.AccessGrantFactory(participant=application.participant, county=case.county, source_id=application.public_id)
        f.WishFactory(application=application, intake=intake, status="waiting")

    def queries(name):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse(name)).status_code == 200
        return len(captured)

    apply()
    for name in names:
        queries(name)
    few = [queries(name) for name in names]
    for _n in range(12):
        apply()
    assert [queries(name) for name in names] == few


@pytest.mark.row("C4")
def test_hiring_requirements_in_words(case, client_for):
    skilled = f.QualificationTypeFactory(name="Fagbrev som helsefagarbeider")
    test = f.QualificationTypeFactory(name="Norskprøve 3 muntlig", norwegian="oral:B1")
    permanent = f.HiringRequirementFactory(segment="Sykehjemsetaten", occupation=case.occupation, source="Fafo 2012")
    permanent.needs_all.add(skilled, test)
    cover = f.HiringRequirementFactory(
        segment="Sykehjemsetaten",
        occupation=case.occupation,
        source="Fafo 2012",
        form="temporary",
        permission_from="etaten",
        months_each=2,
        months_total=12,
    )
    cover.needs_all.add(test)
    page = text_of(client_for(case.caseworker).get(reverse("courses:hiring_list")))
    assert "Krever norskprøve på B1 (muntlig) og fagbrev som helsefagarbeider." in page
    assert "Bare med tillatelse fra etaten, 2 måneder om gangen og 12 måneder i alt." in page


@pytest.mark.row("C5")
def test_demand_shows_a_full_market(case, client_for):
    f.LabourDemandFactory(occupation=case.occupation, county=case.county, openings=20, unemployed=60)
    page = text_of(client_for(case.caseworker).get(reverse("courses:demand_list")))
    # 15 planned places (the class that starts in 30 days) on 20 openings
    assert "75 %" in page
    case.care_intake.capacity = 30
    case.care_intake.save()
    page = text_of(client_for(case.caseworker).get(reverse("courses:demand_list")))
    assert "Mettet, 150 %" in page
