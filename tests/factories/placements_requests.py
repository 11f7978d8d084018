"""Requests for a placement, wishes and the sharing out of places."""

import factory
from factory.django import DjangoModelFactory

from amo import clock
from placements import models as placements
from tests.factories.courses import EnrolmentFactory, IntakeFactory
from tests.factories.kernel import MembershipFactory, today
from tests.factories.outcomes import EmployerFactory


def _provider_lead(intake):
    return MembershipFactory(provider_lead=True, provider=intake.contract.provider)


class PlacementRequestFactory(DjangoModelFactory):
    """In the queue; `asked=True`: put today, on the first seats."""

    class Meta:
        model = placements.PlacementRequest

    class Params:
        asked = factory.Trait(
            status=placements.PlacementRequest.Status.ASKED,
            asked_on=factory.LazyFunction(today),
            employer_seat=1,
            participant_seat=1,
        )

    enrolment = factory.SubFactory(EnrolmentFactory)
    participant = factory.SelfAttribute("enrolment.participant")
    employer = factory.SubFactory(EmployerFactory)
    how = placements.PlacementRequest.How.VISIT
    queued_at = factory.LazyFunction(lambda: clock.now())
    recorded_by = factory.LazyAttribute(lambda o: _provider_lead(o.enrolment.intake))


class PlacementWishFactory(DjangoModelFactory):
    class Meta:
        model = placements.PlacementWish

    enrolment = factory.SubFactory(EnrolmentFactory)
    employer = factory.SubFactory(EmployerFactory)
    rank = 1


class SlotRoundFactory(DjangoModelFactory):
    """A proposal for a running class."""

    class Meta:
        model = placements.SlotRound

    intake = factory.SubFactory(IntakeFactory, running=True)
    seed = 1
    created_by = factory.LazyAttribute(lambda o: _provider_lead(o.intake))
    created_at = factory.LazyFunction(lambda: clock.now())


class SlotShareFactory(DjangoModelFactory):
    class Meta:
        model = placements.SlotShare

    round = factory.SubFactory(SlotRoundFactory)
    enrolment = factory.SubFactory(EnrolmentFactory, intake=factory.SelfAttribute("..round.intake"))
    employer = factory.SubFactory(EmployerFactory)
    rank = 1
