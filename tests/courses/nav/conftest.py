"""A caseworker with a mapped person, and a county with two courses in one round."""

from types import SimpleNamespace

import pytest

from tests import factories as f
from tests.factories import today


@pytest.fixture
def case(db):
    """One person who may apply, and two open classes of her own county."""
    office = f.OfficeFactory()
    caseworker = f.MembershipFactory(office=office)
    staff = f.MembershipFactory(county_staff=True, county=office.county)
    person = f.ParticipantFactory(
        caseworker=caseworker, need_assessed_on=today(-10), need_reason="Mangler fagkunnskap i yrket."
    )
    f.JobseekerPeriodFactory(participant=person)
    mapping = f.MappingFactory(participant=person)
    occupation = f.OccupationFactory(title="Pleiemedhjelper")
    window = f.AllocationWindowFactory(county=office.county)
    care = f.ConceptFactory(county=office.county, title="Pleieassistent", sector=occupation.sector)
    care.occupations.add(occupation)
    item = f.ChecklistItemFactory(concept=care, kind="norwegian", label="Norsk muntlig", skill="oral", level="A2")
    cafe = f.ConceptFactory(county=office.county, title="Kafé og kantine")
    judged = f.ChecklistItemFactory(concept=cafe, label="Kan stå og gå hele dagen")
    care_intake = f.IntakeFactory(contract__concept=care, window=window)
    cafe_intake = f.IntakeFactory(contract__concept=cafe, window=window)
    return SimpleNamespace(
        county=office.county,
        office=office,
        caseworker=caseworker,
        staff=staff,
        person=person,
        mapping=mapping,
        occupation=occupation,
        window=window,
        care=care,
        cafe=cafe,
        item=item,
        judged=judged,
        care_intake=care_intake,
        cafe_intake=cafe_intake,
    )


@pytest.fixture
def measured(db):
    """`measured(intake, permanent=…, part_time=…)`: so many of an ended class of its course were measured at T12."""

    def make(intake, **categories):
        ended = f.IntakeFactory(contract=intake.contract, ended=True)
        for category, count in categories.items():
            for _n in range(count):
                enrolment = f.EnrolmentFactory(intake=ended, status="completed")
                f.OutcomeSnapshotFactory(enrolment=enrolment, milestone=12, category=category)

    return make
