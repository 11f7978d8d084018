"""Barriers with a report, and reports of discrimination."""

import factory
from factory.django import DjangoModelFactory

from amo import clock
from placements import models as placements
from tests.factories.kernel import CountyFactory, MembershipFactory
from tests.factories.outcomes import EmployerFactory


class BarrierFactory(DjangoModelFactory):
    """Reported, for the county's staff to answer."""

    class Meta:
        model = placements.Barrier

    county = factory.SubFactory(CountyFactory)
    level = placements.Barrier.Level.RULES
    what = factory.Sequence(lambda n: f"Politiattesten kommer for sent, {n}")
    owner_county = factory.SelfAttribute("county")
    created_at = factory.LazyFunction(lambda: clock.now())


class BarrierReportFactory(DjangoModelFactory):
    class Meta:
        model = placements.BarrierReport

    barrier = factory.SubFactory(BarrierFactory)
    reported_by = factory.SubFactory(MembershipFactory)
    reported_at = factory.LazyFunction(lambda: clock.now())
    text = "Tre måneder på vent."


class DiscriminationReportFactory(DjangoModelFactory):
    """Not decided; the employer is paused as the action does."""

    class Meta:
        model = placements.DiscriminationReport

    employer = factory.SubFactory(EmployerFactory, paused_on=factory.LazyFunction(lambda: clock.today()))
    county = factory.SubFactory(CountyFactory)
    what = "Vil ikke ha folk fra Langtvekkistan."
    reported_by = factory.SubFactory(MembershipFactory)
    reported_at = factory.LazyFunction(lambda: clock.now())
