"""The pages of placements through the browser's eyes: what is typed stays, one click acts once, few queries."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from placements.models import Placement, Visit
from tests import factories

pytestmark = pytest.mark.django_db


def iso(offset: int) -> str:
    return (clock.today() + dt.timedelta(days=offset)).isoformat()


@pytest.fixture
def running():
    """A running placement with its provider's lead."""
    placement = factories.PlacementFactory()
    enrolment = placement.enrolment
    lead = factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)
    factories.AccessGrantFactory(participant=enrolment.participant, provider=lead.provider, county=None, level="course")
    return placement, lead


def visit_data(**changes):
    """A visit as the browser sends it; a number at a date is days from today."""
    changes = {name: iso(value) if isinstance(value, int) else value for name, value in changes.items()}
    data = {
        "submission": str(uuid.uuid4()),
        "status": "held",
        "held_on": iso(0),
        "kind": "in_person",
        "present": ["participant", "mentor"],
        "hiring_intent": "maybe",
        "note": "Går bra",
    }
    return data | changes


@pytest.mark.row("L5")
def test_a_visit_is_logged_once_for_a_double_click(running, client_for):
    placement, lead = running
    url = reverse("placements:visit_log", args=[placement.public_id])
    client, data = client_for(lead), visit_data()
    first, second = client.post(url, data), client.post(url, data)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first.url == second.url
    assert Visit.objects.filter(status="held").count() == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"held_on": ""}, "Velg dato for besøket."),
        ({"held_on": 3}, "Besøket kan ikke være fram i tid."),
        ({"kind": "letter"}, "Velg en måte."),
        ({"note": "x" * 1001}, "Notatet kan ha høyst 1000 tegn."),
        ({"hiring_intent": ""}, "Svar på om de vil ansette, eller at du ikke fikk spurt."),
        ({"hiring_intent": "no"}, "Velg hvorfor de ikke vil ansette."),
        ({"hiring_intent": "no", "why_not": "other"}, "Skriv kort hvorfor de ikke vil ansette."),
    ],
)
def test_a_wrong_visit_is_told_at_its_field_and_what_was_typed_stays(running, client_for, changes, message):
    placement, lead = running
    answer = client_for(lead).post(reverse("placements:visit_log", args=[placement.public_id]), visit_data(**changes))
    assert answer.status_code == 422
    assert message in answer.text
    assert changes.get("note", "Går bra") in answer.text
    assert not Visit.objects.exists()


def test_reversed_dates_of_a_placement_are_told_at_the_field(client_for):
    enrolment = factories.EnrolmentFactory(granted=True)
    lead = factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)
    employer = factories.EmployerFactory()
    answer = client_for(lead).post(
        reverse("placements:placement_new", args=[enrolment.public_id]),
        {
            "submission": str(uuid.uuid4()),
            "employer": employer.organisation_number,
            "mentor_name": "Kari Fadder",
            "tasks": "Kjøkken og servering",
            "hours_per_week": "37,5",
            "starts_on": iso(10),
            "ends_on": iso(5),
            "declaration": "on",
        },
    )
    assert answer.status_code == 422
    assert "Sluttdato kan ikke være før startdato." in answer.text
    assert "Kjøkken og servering" in answer.text
    assert not Placement.objects.exists()


def test_a_stale_form_shows_what_changed(running, client_for):
    placement, lead = running
    url = reverse("placements:placement_edit", args=[placement.public_id])
    data = {
        "mentor_name": "Ola",
        "tasks": "Kjøkken",
        "hours_per_week": "30",
        "starts_on": placement.starts_on.isoformat(),
        "ends_on": placement.ends_on.isoformat(),
        "version": placement.version,
    }
    client = client_for(lead)
    assert client.post(url, data | {"submission": str(uuid.uuid4())}).status_code == 302
    answer = client.post(url, data | {"submission": str(uuid.uuid4()), "mentor_name": "Per"})
    assert answer.status_code == 409
    assert "Ola" in answer.text and "Per" in answer.text
    placement.refresh_from_db()
    assert placement.mentor_name == "Ola"


@pytest.mark.row("L7")
def test_a_provider_gets_the_hire_record_as_a_flag_only(running, client_for):
    placement, lead = running
    for _n in range(6):
        factories.PlacementFactory(
            employer=placement.employer, status="completed", end_reason="as_planned",
            starts_on=clock.today() - dt.timedelta(days=90), ends_on=clock.today() - dt.timedelta(days=60),
            enrolment=factories.EnrolmentFactory(
                intake=factories.IntakeFactory(running=True, starts_on=clock.today() - dt.timedelta(days=100))
            ),
        )  # fmt: skip
    url = reverse("placements:employer_detail", args=[placement.employer.public_id])
    county = factories.MembershipFactory(county_staff=True)
    assert "0 av 6 avsluttede praksisplasser førte til jobb." in client_for(county).get(url).text
    shown = client_for(lead).get(url).text
    assert "0 av 6" not in shown
    assert "Ingen av de siste praksisdeltakerne ble ansatt her." in shown


def test_the_employer_list_asks_as_often_for_many_as_for_few(client_for):
    county = factories.MembershipFactory(county_staff=True)
    client, url = client_for(county), reverse("placements:employer_list")
    factories.EmployerFactory()
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    factories.EmployerFactory.create_batch(30)
    with CaptureQueriesContext(connection) as many:
        assert client.get(url).status_code == 200
    assert len(many) == len(few)


def test_county_staff_see_no_illness_as_the_reason_a_placement_ended(client_for):
    enrolment = factories.EnrolmentFactory(granted=True)
    placement = factories.PlacementFactory(
        enrolment=enrolment, status=Placement.Status.ENDED_EARLY, end_reason="ill", ends_on=clock.today()
    )
    concept, person = enrolment.intake.contract.concept, enrolment.participant
    staff = factories.MembershipFactory(county_staff=True, county=concept.county)
    urls = [
        reverse("placements:placement_detail", args=[placement.public_id]),
        reverse("placements:person_placements", args=[person.public_id]),
        reverse("participants:detail", args=[person.public_id]),
    ]
    for url in urls:
        response = client_for(staff).get(url)
        assert response.status_code == 200 and "Syk" not in response.content.decode(), url
        assert "Syk" in client_for(person.caseworker).get(url).content.decode(), url
