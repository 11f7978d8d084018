"""Participations: direct enrolment, end, prospects, certificate, instructors, grants (K2, K4, K5)."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from amo import clock, tick
from courses.actions import certificates, enrolments, seats
from courses.models import Enrolment, Intake
from participants import grants, portfolio
from participants.models import AccessGrant, InformationGiven
from tests import factories
from tests.courses.places.world import World
from tests.factories import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


@pytest.fixture
def running(world):
    """Somebody who has been on a class for a month, with the grants that follow."""
    intake = factories.IntakeFactory(contract=world.contract, running=True, occupied=1)
    enrolment = factories.EnrolmentFactory(
        participant=world.person(), intake=intake, created_at=clock.now() - dt.timedelta(days=40)
    )
    grants.repair(grants.differences())
    return enrolment


def test_a_full_course_takes_nobody(world):
    intake = world.intakes[0]
    Intake.objects.filter(pk=intake.pk).update(capacity=1)
    enrolments.enrol(participant=world.person(), intake=intake, by=world.maker)
    with pytest.raises(ValidationError, match="ikke flere ledige plasser"):
        enrolments.enrol(participant=world.person(), intake=intake, by=world.maker)
    assert seats.counted([intake.pk]) == {intake.pk: 1}


def test_only_the_county_of_the_course_enrols_directly(world):
    stranger = factories.MembershipFactory(county_staff=True)
    for by in (stranger, world.caseworker, world.lead):
        with pytest.raises(PermissionDenied):
            enrolments.enrol(participant=world.person(), intake=world.intakes[0], by=by)


@pytest.mark.row("K2")
@pytest.mark.parametrize("reason, dropout", [("ill", True), ("other", True), ("work", False), ("education", False)])
def test_leaving_for_work_or_education_is_no_dropout(world, running, reason, dropout):
    ended = enrolments.end_participation(enrolment=running, on=today(-1), reason=reason, by=world.lead)
    assert (ended.status, ended.ends_on, ended.is_dropout) == ("dropped_out", today(-1), dropout)
    running.intake.refresh_from_db()
    assert running.intake.occupied == 1, "a place that was used stays used"
    grant = AccessGrant.objects.get(provider=world.provider, level="course")
    assert grant.ends_on == today(39)
    assert grants.differences() == []
    row = portfolio.snapshot()[running.participant_id]
    assert (row["course_ends_on"], row["courses_ended"]) == (today(-1), 1)


@pytest.mark.parametrize(
    "days, reason, field",
    [(-31, "ill", "on"), (1, "ill", "on"), (400, "ill", "on"), (0, "", "reason"), (0, "motivation", "reason")],
)
def test_a_wrong_end_is_refused_at_its_field(world, running, days, reason, field):
    with pytest.raises(ValidationError) as caught:
        enrolments.end_participation(enrolment=running, on=today(days), reason=reason, by=world.lead)
    assert list(caught.value.error_dict) == [field]
    running.refresh_from_db()
    assert running.status == "participating"


def test_an_ended_participation_is_not_ended_again(world, running):
    enrolments.end_participation(enrolment=running, on=today(), reason="ill", by=world.lead)
    with pytest.raises(ValidationError, match="allerede avsluttet"):
        enrolments.end_participation(enrolment=running, on=today(), reason="ill", by=world.lead)


@pytest.mark.row("K4")
def test_prospects_say_who_what_and_when_and_stand_on_the_person(world, running):
    enrolments.explain_prospects(enrolment=running, on=today(-2), said=" Vikariater først. ", by=world.lead)
    running.refresh_from_db()
    assert (running.prospects_explained_by, running.prospects_said) == (world.lead, "Vikariater først.")
    told = InformationGiven.objects.get(participant=running.participant)
    assert (told.kind, told.subject, told.given_by) == ("prospects", world.concept.title, world.lead)


@pytest.mark.parametrize("days, said, field", [(1, "Sagt", "on"), (-60, "Sagt", "on"), (0, "  ", "said")])
def test_prospects_refused_at_the_field(world, running, days, said, field):
    with pytest.raises(ValidationError) as caught:
        enrolments.explain_prospects(enrolment=running, on=today(days), said=said, by=world.lead)
    assert list(caught.value.error_dict) == [field]


@pytest.mark.row("K5")
def test_a_certificate_is_for_those_who_completed_and_once(world, running):
    with pytest.raises(ValidationError, match="har fullført"):
        certificates.issue_certificate(enrolment=running, by=world.lead)
    Enrolment.objects.update(status="completed")
    assert certificates.issue_certificate(enrolment=running, by=world.lead).issued_on == today()
    with pytest.raises(ValidationError, match="ble utstedt"):
        certificates.issue_certificate(enrolment=running, by=world.lead)


def test_an_instructor_sees_her_class_while_she_has_it_and_no_longer(world, running):
    instructor = factories.MembershipFactory(instructor=True, provider=world.provider)
    assert not Enrolment.objects.visible_to(instructor).exists()
    enrolments.assign_instructor(
        intake=running.intake, instructor=instructor, starts_on=today(-10), ends_on=today(10), by=world.lead
    )
    assert list(Enrolment.objects.visible_to(instructor)) == [running]
    assert not Enrolment.objects.visible_to(instructor, today(11)).exists()
    assert grants.differences() == []
    enrolments.assign_instructor(
        intake=running.intake, instructor=instructor, starts_on=today(-10), ends_on=today(-1), by=world.lead
    )
    assert not Enrolment.objects.visible_to(instructor).exists()
    assert grants.differences() == []


def test_an_assignment_opens_no_protected_person(world):
    person = world.person(confidential=True)
    instructor = factories.MembershipFactory(instructor=True, provider=world.provider)
    intake = factories.IntakeFactory(contract=world.contract, running=True)
    enrolments.assign_instructor(intake=intake, instructor=instructor, starts_on=today(-10), by=world.lead)
    enrolments.enrol(participant=person, intake=intake, by=world.maker)
    assert not AccessGrant.objects.filter(membership=instructor).exists()
    assert AccessGrant.objects.filter(provider=world.provider).exists()


def test_who_becomes_protected_is_taken_from_the_instructors_by_the_tick(world, running):
    instructor = factories.MembershipFactory(instructor=True, provider=world.provider)
    enrolments.assign_instructor(intake=running.intake, instructor=instructor, starts_on=today(-10), by=world.lead)
    tick.run_all(only=["courses.lifecycle"])
    assert Enrolment.objects.visible_to(instructor).exists()
    type(running.participant).objects.update(address_protection="confidential")
    tick.run_all(only=["courses.lifecycle"])
    assert not Enrolment.objects.visible_to(instructor).exists()
    assert grants.differences() == []


def test_an_instructor_of_another_provider_gets_no_class(world, running):
    stranger = factories.MembershipFactory(instructor=True)
    with pytest.raises(ValidationError):
        enrolments.assign_instructor(intake=running.intake, instructor=stranger, starts_on=today(), by=world.lead)
    other_lead = factories.MembershipFactory(provider_lead=True)
    with pytest.raises(PermissionDenied):
        enrolments.assign_instructor(intake=running.intake, instructor=stranger, starts_on=today(), by=other_lead)


def test_the_provider_keeps_a_reduced_view_until_day_160_after_the_intake(world, running):
    ended = enrolments.end_participation(enrolment=running, on=today(-1), reason="ill", by=world.lead)
    last = ended.intake.ends_on + dt.timedelta(days=160)
    assert Enrolment.objects.visible_to(world.lead, last).exists()
    assert not Enrolment.objects.visible_to(world.lead, last + dt.timedelta(days=1)).exists()


def test_the_portfolio_is_what_a_rebuild_makes_of_it(world, running):
    enrolments.enrol(participant=world.person(), intake=world.intakes[0], by=world.maker)
    world.applies()
    enrolments.end_participation(enrolment=running, on=today(-1), reason="ill", by=world.lead)
    before = portfolio.snapshot()
    portfolio.rebuild(list(before))
    assert portfolio.snapshot() == before
