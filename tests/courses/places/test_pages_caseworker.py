"""The caseworker's pages: an offer is told and answered, and what is wrong is said at the field."""

import uuid

import pytest
from django.urls import reverse

from courses.actions import allocation
from courses.models import Enrolment, Offer
from tests.courses.places.world import World, text
from tests.factories import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


@pytest.fixture
def offered(world):
    application = world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    allocation.approve_run(run=run, by=world.approver)
    return Offer.objects.get(wish__application=application)


@pytest.mark.row("A3")
def test_contact_and_answer_through_the_pages(world, offered, client_for):
    client = client_for(world.caseworker)
    url = reverse("courses:offer_contact", args=[offered.public_id])
    assert "Fem virkedager fra første kontakt" in text(client.get(url))
    data = {"version": offered.version, "on": today().isoformat(), "channel": "phone", "reached": "yes", "note": ""}
    response = client.post(url, data)
    answer = reverse("courses:offer_answer", args=[offered.public_id])
    assert response.url == answer
    offered.refresh_from_db()
    response = client.post(answer, {"version": offered.version, "answer": "accept"})
    assert response.status_code == 302
    assert Enrolment.objects.get().participant == offered.wish.application.participant
    assert "Tilbudet er avgjort" in text(client.get(answer))


@pytest.mark.parametrize(
    "data, message",
    [
        ({}, "Velg hva brukeren svarer."),
        ({"answer": "maybe"}, "Velg ett av svarene."),
        ({"answer": "pass_on"}, "Velg ett av svarene."),
        ({"answer": "decline"}, "Skriv hvorfor brukeren takker nei."),
        ({"answer": "decline", "reason": "x" * 301}, "høyst 300 tegn"),
    ],
)
def test_a_wrong_answer_is_told_at_the_field_and_kept(world, offered, client_for, data, message):
    url = reverse("courses:offer_answer", args=[offered.public_id])
    response = client_for(world.caseworker).post(url, {"version": offered.version} | data)
    assert response.status_code == 422
    assert message in text(response)
    assert "<title>Feil:" in text(response).replace("\n", "")
    if "reason" in data:
        assert data["reason"] in text(response)
    offered.refresh_from_db()
    assert offered.status == "outstanding"


@pytest.mark.parametrize(
    "data, message",
    [
        ({"on": ""}, "Skriv hvilken dag det var kontakt."),
        ({"on": "31.02.2026"}, "Skriv datoen som dag, måned og år"),
        ({"on": "2000-01-01"}, "før tilbudet ble gitt"),
        ({"channel": "pigeon"}, "Velg hvordan."),
        ({"reached": ""}, "Velg om du fikk kontakt."),
        ({"note": "x" * 301}, "høyst 300 tegn"),
    ],
)
def test_a_wrong_contact_is_told_at_the_field(world, offered, client_for, data, message):
    url = reverse("courses:offer_contact", args=[offered.public_id])
    good = {"version": offered.version, "on": today().isoformat(), "channel": "phone", "reached": "yes", "note": "Ja"}
    response = client_for(world.caseworker).post(url, good | data)
    assert response.status_code == 422
    assert message in text(response)


def test_a_double_click_answers_once(world, offered, client_for):
    client = client_for(world.caseworker)
    url = reverse("courses:offer_answer", args=[offered.public_id])
    data = {"version": offered.version, "answer": "accept", "submission": str(uuid.uuid4())}
    first, second = client.post(url, data), client.post(url, data)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first.url == second.url
    assert Enrolment.objects.count() == 1


def test_a_stale_answer_is_409_and_keeps_what_was_typed(world, offered, client_for):
    Offer.objects.update(version=5)
    url = reverse("courses:offer_answer", args=[offered.public_id])
    response = client_for(world.caseworker).post(
        url, {"version": offered.version, "answer": "decline", "reason": "Skal flytte"}
    )
    assert response.status_code == 409
    assert "Skal flytte" in text(response)
