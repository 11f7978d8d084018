"""Factories of job offers and references."""

import factory
from factory.django import DjangoModelFactory

from amo import clock
from placements import models as placements
from tests.factories.kernel import today
from tests.factories.outcomes import PlacementFactory


class JobOfferFactory(DjangoModelFactory):
    """A temporary post at the placement's employer, offered today and not answered.

    `enrolment=…, placement=None, employer_name=…` for one of somebody's own.
    """

    class Meta:
        model = placements.JobOffer

    placement = factory.SubFactory(PlacementFactory)
    enrolment = factory.SelfAttribute("placement.enrolment")
    participant = factory.SelfAttribute("enrolment.participant")
    employer = factory.LazyAttribute(lambda o: o.placement.employer if o.placement and not o.employer_name else None)
    employer_name = ""
    form = "temporary"
    fte_low = 60
    starts_on = factory.LazyFunction(lambda: today(14))
    offered_on = factory.LazyFunction(lambda: today())
    recorded_by = factory.SelfAttribute("placement.created_by")
    recorded_at = factory.LazyFunction(lambda: clock.now())


class ReferenceFactory(DjangoModelFactory):
    """A written reference that is asked for; `status="received"` for one that has come."""

    class Meta:
        model = placements.Reference

    placement = factory.SubFactory(PlacementFactory)
    kind = "attest"
    asked_on = factory.LazyFunction(lambda: today(-2))
    answered_on = factory.LazyAttribute(lambda o: None if o.status == "asked" else today(-1))
    status = "asked"
    recorded_by = factory.SelfAttribute("placement.created_by")
    recorded_at = factory.LazyFunction(lambda: clock.now())
