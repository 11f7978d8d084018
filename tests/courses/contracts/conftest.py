"""A class that runs on a contract, and a contract with another provider for the same course."""

import datetime as dt
from types import SimpleNamespace

import pytest

from amo import clock
from courses import grants
from courses.models import Enrolment
from tests import factories as f
from tests.factories import today


@pytest.fixture
def case(db):
    """One county, one course, an old contract with a running class, and a new one with another provider."""
    county = f.CountyFactory()
    office = f.OfficeFactory(county=county)
    caseworker = f.MembershipFactory(office=office)
    staff = f.MembershipFactory(county_staff=True, county=county)
    concept = f.ConceptFactory(county=county, title="Pleieassistent")
    old_provider, new_provider = f.ProviderFactory(name="Gamle Kurs AS"), f.ProviderFactory(name="Nye Kurs AS")
    old = f.ContractFactory(concept=concept, provider=old_provider, number="GML-1", places_bought=100)
    new = f.ContractFactory(
        concept=concept, provider=new_provider, number="NY-1", starts_on=today(-5), ends_on=today(900)
    )
    intake = f.IntakeFactory(contract=old, running=True, code="PLE-1", occupied=0)
    return SimpleNamespace(
        county=county,
        office=office,
        caseworker=caseworker,
        staff=staff,
        concept=concept,
        old_provider=old_provider,
        new_provider=new_provider,
        old=old,
        new=new,
        intake=intake,
        old_lead=f.MembershipFactory(provider_lead=True, provider=old_provider),
        new_lead=f.MembershipFactory(provider_lead=True, provider=new_provider),
        old_instructor=f.MembershipFactory(instructor=True, provider=old_provider),
        new_instructor=f.MembershipFactory(instructor=True, provider=new_provider),
    )


@pytest.fixture
def enrol(case):
    """Put somebody on a class with the grants the actions give: enrol(status="dropped_out", ends_on=…)."""

    def make(intake=None, **values):
        intake = intake or case.intake
        person = values.pop("participant", None)
        person = person or f.ParticipantFactory(caseworker=case.caseworker, office=case.office)
        created_at = values.pop("created_at", None)
        enrolment = f.EnrolmentFactory(participant=person, intake=intake, **values)
        when = created_at or clock.now() - dt.timedelta(days=30)
        Enrolment.objects.filter(pk=enrolment.pk).update(created_at=when)
        grants.write(grants.with_sources(Enrolment.objects.filter(pk=enrolment.pk)))
        intake.__class__.objects.filter(pk=intake.pk).update(occupied=intake.enrolments.count())
        return Enrolment.objects.get(pk=enrolment.pk)

    return make
