"""An instructor who leaves sees nobody from that day, and the others' view goes on as it was (06-access, K2)."""

import datetime as dt

import pytest

from courses.actions import enrolments, people
from courses.models import Enrolment
from participants import grants
from participants.models import AccessGrant, Participant
from tests import factories as f
from tests.courses.places.world import World
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("K2")]


@pytest.fixture
def world():
    """A class with two instructors, one who goes on it and one who is protected; the first has a later class too."""
    world = World()
    world.leaves, world.stays = (f.MembershipFactory(instructor=True, provider=world.provider) for _ in range(2))
    intake = f.IntakeFactory(contract=world.contract, running=True, capacity=10)
    world.later = f.IntakeFactory(contract=world.contract, window=world.window, status="allocated", capacity=10)
    for instructor in (world.leaves, world.stays):
        enrolments.assign_instructor(intake=intake, instructor=instructor, starts_on=today(-10), by=world.lead)
    enrolments.assign_instructor(intake=world.later, instructor=world.leaves, starts_on=today(20), by=world.lead)
    world.running = enrolments.enrol(participant=world.person(), intake=intake, by=world.maker)
    world.ahead = enrolments.enrol(participant=world.person(), intake=world.later, by=world.maker)
    world.protected = enrolments.enrol(participant=world.person(confidential=True), intake=intake, by=world.maker)
    return world


def own(membership) -> list:
    found = AccessGrant.objects.filter(membership=membership).order_by("pk")
    return list(found.values_list("participant", "level", "starts_on", "ends_on"))


def test_her_view_ends_and_the_colleague_s_and_the_provider_s_go_on(world):
    assert set(Enrolment.objects.visible_to(world.leaves)) == {world.running}
    assert own(world.leaves)
    colleague = own(world.stays)
    provider = list(AccessGrant.objects.filter(provider=world.provider).order_by("pk").values())
    county = list(AccessGrant.objects.filter(county=world.county).order_by("pk").values())
    people.end_member(membership=world.leaves, by=world.lead)
    # The person came on the class today, and yesterday was her last day on it: there is no day of it left.
    assert own(world.leaves) == []
    assert not Participant.objects.visible_to(world.leaves).exists()
    assert own(world.stays) == colleague and {row[0] for row in colleague} == {world.running.participant_id}
    assert list(AccessGrant.objects.filter(provider=world.provider).order_by("pk").values()) == provider
    assert list(AccessGrant.objects.filter(county=world.county).order_by("pk").values()) == county
    assert grants.differences() == []


def test_what_she_had_before_is_kept_with_its_last_day(world):
    Enrolment.objects.filter(pk=world.running.pk).update(created_at=world.running.created_at - dt.timedelta(days=9))
    grants.repair(grants.differences())
    people.end_member(membership=world.leaves, by=world.lead)
    assert {ends_on for *_rest, ends_on in own(world.leaves)} == {today(-1)}
    assert Participant.objects.visible_to(world.leaves, today(-1)).exists()
    assert not Participant.objects.visible_to(world.leaves).exists()
    assert grants.differences() == []


def test_a_period_that_is_moved_away_from_somebody_takes_her_view_of_that_one(world):
    enrolments.assign_instructor(
        intake=world.running.intake, instructor=world.leaves, starts_on=today(-10), ends_on=today(-1), by=world.lead
    )
    assert not Participant.objects.visible_to(world.leaves).exists()
    assert grants.differences() == []
