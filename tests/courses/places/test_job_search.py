"""Help with looking for a job: for one, for the class in one go, and who has had none (K3)."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from amo import clock
from courses.actions.job_search import log_job_search
from courses.models import JobSearchActivity
from participants import grants
from tests import factories
from tests.courses.places.world import World, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("K3")]


@pytest.fixture
def world():
    return World()


@pytest.fixture
def people(world):
    intake = factories.IntakeFactory(contract=world.contract, running=True, occupied=3)
    found = [factories.EnrolmentFactory(participant=world.person(), intake=intake) for _ in range(3)]
    grants.repair(grants.differences())
    return found


def log(people, by, **more):
    values = {"kind": "cv", "on": today()} | more
    return log_job_search(intake=people[0].intake, enrolments=people, by=by, **values)


def test_a_lesson_is_logged_for_the_class_in_one_go(world, people, client_for):
    client = client_for(world.lead)
    new = reverse("courses:job_search_new", args=[people[0].intake.public_id])
    assert "checked" in text(client.get(new, {"hele": "1"}))
    data = {"kind": "lesson", "on": today().isoformat(), "whom": "all", "with_whom": "Instruktøren"}
    assert client.post(new, data).status_code == 302
    assert JobSearchActivity.objects.count() == 3
    page = text(client.get(reverse("courses:roster", args=[people[0].intake.public_id])))
    assert page.count(">Ingen<") == 0


def test_those_without_any_stand_out(world, people, client_for):
    log(people[:1], world.lead, kind="application", applications=4, employer="Solbakken sykehjem")
    client = client_for(world.lead)
    page = text(client.get(reverse("courses:job_search", args=[people[0].intake.public_id])))
    assert "2 av 3 har ikke fått noe hjelp med jobbsøking ennå." in page
    names = [page.index(one.participant.list_name) for one in people]
    assert names[0] > max(names[1:]), "those with nothing come first"
    roster = reverse("courses:roster", args=[people[0].intake.public_id])
    page = text(client.get(roster, {"quick": "no_job_search", "f": "1"}))
    assert people[0].participant.list_name not in page and people[1].participant.list_name in page
    for membership in (world.lead, world.caseworker):
        page = text(client_for(membership).get(people[0].get_absolute_url()))
        assert "4 søknader sendt, Solbakken sykehjem" in page
    assert "Har ikke fått hjelp med jobbsøking ennå." in text(client.get(people[1].get_absolute_url()))


def test_one_persons_activity_is_logged_and_taken_away(world, people, client_for):
    client, person = client_for(world.lead), people[0]
    new = reverse("courses:job_search_person", args=[person.public_id])
    data = {"kind": "job_interview", "on": today().isoformat(), "employer": "Lia kafé", "note": "Gikk bra."}
    assert client.post(new, data).status_code == 302
    activity = JobSearchActivity.objects.get()
    assert (activity.enrolment, activity.recorded_by) == (person, world.lead)
    assert client.post(reverse("courses:job_search_remove", args=[activity.public_id])).status_code == 302
    assert not JobSearchActivity.objects.exists()


@pytest.mark.parametrize(
    "wrong, message",
    [
        ({"kind": "application"}, "Skriv hvor mange søknader som er sendt."),
        ({"kind": "diagnosis"}, "Velg hva som ble gjort."),
        ({"on": "2999-01-01"}, "fram i tid"),
        ({"on": "2000-01-01"}, "utenfor tiden på kurset"),
        ({"people": []}, "Velg minst én deltaker fra lista."),
        ({"people": ["00000000-0000-0000-0000-000000000000"]}, "Velg deltakere fra lista."),
        ({"applications": "-1"}, "Antallet kan ikke være mindre enn 0."),
        ({"applications": "51"}, "Skriv høyst 50 søknader på én dag."),
        ({"applications": "mange"}, "Skriv antallet med tall."),
    ],
)
def test_what_is_wrong_is_told_at_the_field(world, people, client_for, wrong, message):
    url = reverse("courses:job_search_new", args=[people[0].intake.public_id])
    good = {"kind": "cv", "on": today().isoformat(), "whom": "some", "people": [str(people[0].public_id)]}
    response = client_for(world.lead).post(url, good | wrong)
    assert response.status_code == 422 and message in text(response)
    assert not JobSearchActivity.objects.exists()


def test_a_foreign_person_refuses_them_all(world, people):
    with pytest.raises(ValidationError):
        log([*people, factories.EnrolmentFactory()], world.lead)
    for by in (factories.MembershipFactory(provider_lead=True), world.caseworker, world.maker):
        with pytest.raises(PermissionDenied):
            log(people, by)
    assert not JobSearchActivity.objects.exists()


def test_a_protected_person_is_masked(world, people, client_for):
    type(people[0].participant).objects.filter(pk=people[0].participant_id).update(address_protection="confidential")
    for route in ("job_search", "job_search_new"):
        page = text(client_for(world.lead).get(reverse(f"courses:{route}", args=[people[0].intake.public_id])))
        assert "Beskyttet 1" in page and people[0].participant.last_name not in page


def test_who_left_long_ago_is_not_written_about(world, client_for):
    intake = factories.IntakeFactory(contract=world.contract, running=True, starts_on=today(-90))
    gone = factories.EnrolmentFactory(
        participant=world.person(), intake=intake, status="dropped_out", end_reason="other", ends_on=today(-50),
        created_at=clock.now() - dt.timedelta(days=100),
    )  # fmt: skip
    grants.repair(grants.differences())
    with pytest.raises(ValidationError):
        log([gone], world.lead, on=today(-60))
    page = text(client_for(world.lead).get(reverse("courses:job_search_new", args=[intake.public_id])))
    assert str(gone.public_id) not in page
