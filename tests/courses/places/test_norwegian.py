"""Norwegian on the course (K6), and prospects explained to the class (K4)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from courses.actions import norwegian as actions
from courses.actions.leaflets import inform_about_course
from courses.actions.prospects import explain_to_class
from courses.models import LanguageTest
from participants import grants
from participants.models import Mapping, Task
from tests import factories
from tests.courses.places.world import World, text
from tests.factories import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


@pytest.fixture
def people(world):
    intake = factories.IntakeFactory(contract=world.contract, running=True, occupied=3)
    found = [factories.EnrolmentFactory(participant=world.person(), intake=intake) for _ in range(3)]
    grants.repair(grants.differences())
    return found


def booked(**more):
    values = {
        "part": "oral", "level": "A2", "booked_on": today(-20), "test_on": today(-2), "place": "Oslo",
        "paid_by": "provider", "status": "booked", "result": "",
    }  # fmt: skip
    return values | more


@pytest.mark.row("K6")
def test_from_goal_to_documented_level(world, people, client_for):
    one, client = people[0], client_for(world.lead)
    person = one.participant
    factories.MappingFactory(participant=person, oral="A1", reading="A2")
    plan = {"oral": "A2", "reading": "", "support": "To timer i uka."}
    assert client.post(reverse("courses:language_plan", args=[one.public_id]), plan).status_code == 302
    new = reverse("courses:language_test_new", args=[one.public_id])
    data = booked() | {"booked_on": today(-20).isoformat(), "test_on": today(-2).isoformat()}
    assert client.post(new, data).status_code == 302
    page = text(client.get(reverse("courses:class_norwegian", args=[one.intake.public_id])))
    assert "muntlig A2" in page and "Påmeldt" in page and "2 mangler mål for norsk." in page
    test = LanguageTest.objects.get()
    edit = reverse("courses:language_test_edit", args=[test.public_id])
    passed = data | {"version": test.version, "status": "passed", "result": "B1"}
    assert client.post(edit, passed).status_code == 302
    task = Task.objects.get(kind=actions.TASK)
    caseworker = client_for(world.caseworker)
    test.refresh_from_db()
    assert caseworker.post(task.url, {"version": test.version}).status_code == 302
    current = Mapping.objects.current().get(participant=person)
    assert (current.oral, current.oral_source, current.oral_test) == ("B1", "documented", "norskproven")
    assert (current.oral_tested_on, current.reading) == (today(-2), "A2")
    task.refresh_from_db()
    assert task.done_at is not None
    assert "Bestått B1" in text(caseworker.get(one.get_absolute_url()))


@pytest.mark.row("K6")
def test_a_test_after_the_last_report_stands_out(world, people, client_for):
    late = people[0].ends_on + (today(actions.REPORT_DAYS + 1) - today())
    actions.save_test(enrolment=people[0], values=booked(test_on=late), by=world.lead)
    page = text(client_for(world.lead).get(reverse("courses:class_norwegian", args=[people[0].intake.public_id])))
    assert "1 har prøve først etter 12-ukersrapporten." in page


@pytest.mark.row("K6")
@pytest.mark.parametrize(
    "wrong, field",
    [
        ({"status": "passed"}, "result"),
        ({"result": "A2"}, "result"),
        ({"status": "passed", "result": "A1"}, "result"),
        ({"test_on": -30}, "test_on"),
        ({"booked_on": 1, "test_on": 2}, "booked_on"),
        ({"test_on": 3, "status": "taken"}, "status"),
        ({"level": "C9"}, "level"),
    ],
)
def test_wrong_tests_are_refused_at_the_field(world, people, wrong, field):
    wrong = {name: today(value) if name.endswith("_on") else value for name, value in wrong.items()}
    with pytest.raises(ValidationError) as error:
        actions.save_test(enrolment=people[0], values=booked(**wrong), by=world.lead)
    assert field in error.value.message_dict


@pytest.mark.row("K6")
def test_a_higher_level_is_never_lowered_and_the_provider_maps_nothing(world, people):
    person = people[0].participant
    factories.MappingFactory(
        participant=person, oral="B2", oral_source="documented", oral_test="norskproven", oral_tested_on=today(-90)
    )
    test = actions.save_test(enrolment=people[0], values=booked(status="passed", result="A2"), by=world.lead)
    with pytest.raises(ValidationError, match="høyere"):
        actions.take_into_mapping(test=test, by=world.caseworker)
    with pytest.raises(PermissionDenied):
        actions.take_into_mapping(test=test, by=world.lead)


@pytest.mark.row("K6")
def test_need_per_county_hides_small_counts_and_protected_people(world, client_for):
    world.concept.language_support = "Norsk to timer i uka."
    world.concept.save()
    for _ in range(4):
        factories.MappingFactory(participant=world.person(), oral="A1")
    client, url = client_for(world.caseworker), reverse("courses:norwegian_counties")
    page = text(client.get(url))
    assert "1 av 1" in page and "under 5" in page
    factories.MappingFactory(participant=world.person(address_protection="confidential"), oral="A1")
    assert "under 5" in text(client.get(url)), "protected people are in no count"


@pytest.mark.row("K4")
def test_prospects_for_the_class_in_one_go(world, people, client_for):
    intake, client = people[0].intake, client_for(world.lead)
    overview = reverse("courses:class_prospects", args=[intake.public_id])
    assert "3 har ikke fått jobbutsiktene forklart." in text(client.get(overview))
    new = reverse("courses:class_prospects_new", args=[intake.public_id])
    sent = {
        "on": today().isoformat(), "said": "Vikariater først.", "people": [str(one.public_id) for one in people[:2]],
    }  # fmt: skip
    assert client.post(new, sent).status_code == 302
    page = text(client.get(overview))
    assert page.count("Vikariater først.") == 2 and "1 har ikke fått" in page
    assert "2 av 3" in text(client.get(reverse("courses:roster", args=[intake.public_id]))), (
        "the class's page counts the same"
    )
    assert client.post(new, sent | {"people": []}).status_code == 422
    stranger = factories.EnrolmentFactory()
    with pytest.raises(ValidationError):
        explain_to_class(intake=intake, enrolments=[people[2], stranger], on=today(), said="Noe", by=world.lead)
    people[2].refresh_from_db()
    assert people[2].prospects_explained_on is None  # Told by NAV after she was given the place is told.
    inform_about_course(
        participant=people[2].participant, concept=intake.concept, points=["prospects"], said="Vikariater.",
        given_on=today(), by=world.caseworker,
    )  # fmt: skip
    assert "har ikke fått jobbutsiktene" not in text(client.get(overview))
