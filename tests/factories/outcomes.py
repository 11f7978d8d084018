"""Employers, placements, visits and snapshots."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from amo import clock
from placements import models as placements
from reporting import models as reporting
from tests.factories.courses import EnrolmentFactory
from tests.factories.kernel import MembershipFactory, SectorFactory, organisation_number, today


class EmployerFactory(DjangoModelFactory):
    class Meta:
        model = placements.Employer

    organisation_number = factory.Sequence(lambda n: organisation_number(n, 8))
    name = factory.Sequence(lambda n: f"Bedrift {n} AS")
    sector = factory.SubFactory(SectorFactory)
    slots = 3
    contact_name = "Kontakt Personsen"
    contact_phone = "911 11 111"


def _provider_lead(enrolment):
    return MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)


def _taken(employer):
    return placements.Placement.objects.filter(employer=employer).order_by().values_list("slot", flat=True)


class PlacementFactory(DjangoModelFactory):
    """Running since last week, on a place of its own at the employer."""

    class Meta:
        model = placements.Placement

    enrolment = factory.SubFactory(EnrolmentFactory)
    participant = factory.SelfAttribute("enrolment.participant")
    employer = factory.SubFactory(EmployerFactory)
    mentor_name = "Fadder Faddersen"
    tasks = "Matservering og aktiviteter"
    hours_per_week = 30
    starts_on = factory.LazyFunction(lambda: today(-7))
    ends_on = factory.LazyFunction(lambda: today(28))
    status = placements.Placement.Status.RUNNING
    declared_on = factory.LazyFunction(lambda: today(-10))
    created_by = factory.LazyAttribute(lambda o: _provider_lead(o.enrolment))
    created_at = factory.LazyFunction(lambda: clock.now())
    slot = factory.LazyAttribute(lambda o: 1 + (max(taken) if (taken := _taken(o.employer)) else 0))


class VisitFactory(DjangoModelFactory):
    """Held in person yesterday; `planned=True` for one that is due."""

    class Meta:
        model = placements.Visit

    class Params:
        planned = factory.Trait(
            status=placements.Visit.Status.PLANNED,
            planned_for=factory.LazyFunction(lambda: today(2)),
            held_on=None,
            kind="",
        )

    placement = factory.SubFactory(PlacementFactory)
    status = placements.Visit.Status.HELD
    held_on = factory.LazyFunction(lambda: today(-1))
    kind = placements.Visit.Kind.IN_PERSON
    logged_by = factory.SelfAttribute("placement.created_by")
    logged_at = factory.LazyFunction(lambda: clock.now())


class OutcomeSnapshotFactory(DjangoModelFactory):
    """Still unemployed at the course's end."""

    class Meta:
        model = reporting.OutcomeSnapshot

    enrolment = factory.SubFactory(EnrolmentFactory, completed=True)
    milestone = reporting.Milestone.T0
    due_on = factory.LazyAttribute(lambda o: o.enrolment.ends_on + dt.timedelta(weeks=o.milestone))
    category = reporting.Category.UNEMPLOYED
    fingerprint = factory.Sequence(lambda n: f"{n:032x}")
    computed_at = factory.LazyFunction(lambda: clock.now())
