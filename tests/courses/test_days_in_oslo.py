"""What happened half past midnight in Oslo happened that day, also where the stored instant says the day before (02, rule 3)."""

import datetime as dt

import pytest
from django.utils import timezone

from amo import clock, versions
from amo.models import Notification
from courses import class_results, contract_page, suitability_page
from courses.actions import feedback_rounds
from courses.models import PlacesBeyond
from tests import factories as f
from tests.courses.places.world import World
from tests.factories import today

pytestmark = pytest.mark.django_db
NIGHT = dt.datetime(2026, 6, 1, 22, 30, tzinfo=dt.UTC)
"""2 June, 00.30 in Oslo."""


def test_an_assessment():
    world = World()
    row = f.SuitabilityAssessmentFactory(assessed_at=NIGHT)
    told = dict(suitability_page.facts(row, world.caseworker))
    assert told["Vurdert av"].endswith(", 2. juni 2026")


def test_a_certificate_that_is_taken_back():
    world = World()
    enrolment = f.EnrolmentFactory(participant=world.person(), intake=f.IntakeFactory(contract=world.contract, ended=True),
                                   status="completed", granted=True)  # fmt: skip
    f.CourseCertificateFactory(
        enrolment=enrolment, revoked_at=NIGHT, revoked_by=world.lead, revoke_reason="Feil navn."
    )  # fmt: skip
    people = class_results.People(world.lead, enrolment.intake)
    (gone,) = class_results.register(people, writes=False)["gone"]
    assert "2. juni 2026" in gone


def test_why_there_are_more_places_than_were_bought():
    world = World()
    PlacesBeyond.objects.create(
        intake=world.intakes[0], contract=world.contract, places=2, reason="Mange søkere.", decided_by=world.maker,
        decided_at=NIGHT,
    )  # fmt: skip
    assert "02.06.2026" in contract_page._beyond(world.contract)[0]


def test_what_somebody_else_changed_meanwhile():
    assert versions.text_of(NIGHT) == versions.text_of(timezone.localtime(NIGHT)) == "02.06.2026"


def test_reminders_are_those_of_the_day_the_job_runs_for():
    office = f.OfficeFactory()
    county = f.MembershipFactory(county_staff=True, county=office.county)
    f.MembershipFactory(office=office)
    concept = f.ConceptFactory(county=office.county)
    feedback_rounds.open_round(
        name="Vår", question="Hva mener dere?", due_on=today(20), concepts=[concept], offices=[office], by=county
    )  # fmt: skip
    before = Notification.objects.count()
    assert feedback_rounds.remind(clock.now()) == 0
    assert feedback_rounds.remind(clock.now() + dt.timedelta(days=14)) == 1
    assert Notification.objects.count() == before + 1
