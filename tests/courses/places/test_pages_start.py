"""The start page of each role, and the course on the person's page."""

import datetime as dt

import pytest
from django.urls import reverse

from amo import clock
from courses.actions import allocation
from courses.course_days import editable_days
from courses.models import Offer
from participants import grants
from tests import factories
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


@pytest.fixture
def enrolment(world):
    intake = factories.IntakeFactory(contract=world.contract, running=True, occupied=1)
    found = factories.EnrolmentFactory(
        participant=world.person(interpreter_language="somali"),
        intake=intake,
        created_at=clock.now() - dt.timedelta(days=40),
    )
    grants.repair(grants.differences())
    return found


def test_the_start_page_says_what_each_role_should_do(world, offered, enrolment, client_for, freeze):
    start = reverse("amo:start")
    assert "Gi beskjed om tilbud" in text(client_for(world.caseworker).get(start))
    other = World()
    other.applies()
    assert "Lag forslag til fordeling" in text(client_for(other.maker).get(start))
    allocation.run_allocation(window=other.window, by=other.maker)
    assert "Kontroller forslaget" not in text(client_for(other.maker).get(start))
    assert "Kontroller forslaget" in text(client_for(other.approver).get(start))
    freeze(editable_days(enrolment.intake, today=today())[-1])
    assert "Før oppmøte" in text(client_for(world.lead).get(start))


def test_the_course_stands_on_the_persons_page(world, enrolment, client_for):
    url = reverse("participants:detail", args=[enrolment.participant.public_id])
    page = text(client_for(world.caseworker).get(url))
    assert enrolment.get_absolute_url() in page
    assert world.concept.title in page
