"""What belongs to an employer: contacts and periods."""

import factory
from factory.django import DjangoModelFactory

from amo import clock
from placements import models
from tests.factories.kernel import MembershipFactory, today
from tests.factories.outcomes import EmployerFactory


class EmployerContactFactory(DjangoModelFactory):
    class Meta:
        model = models.EmployerContact

    employer = factory.SubFactory(EmployerFactory)
    name = "Berit Leder"
    role = "Avdelingsleder"


class SlotPeriodFactory(DjangoModelFactory):
    """Five places from a year on, for ten days."""

    class Meta:
        model = models.SlotPeriod

    employer = factory.SubFactory(EmployerFactory)
    starts_on = factory.LazyFunction(lambda: today(365))
    ends_on = factory.LazyFunction(lambda: today(375))
    slots = 5
    agreed_by = factory.SubFactory(MembershipFactory, county_staff=True)
    agreed_at = factory.LazyFunction(lambda: clock.now())
