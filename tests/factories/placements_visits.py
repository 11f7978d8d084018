"""Meetings with employers, training plans' steps for visits."""

import factory
from factory.django import DjangoModelFactory

from amo import clock
from placements import models as placements
from tests.factories.kernel import MembershipFactory, today
from tests.factories.outcomes import EmployerFactory


class EmployerMeetingFactory(DjangoModelFactory):
    """A fixed meeting next week; give `created_by` for the provider's own."""

    class Meta:
        model = placements.EmployerMeeting

    employer = factory.SubFactory(EmployerFactory)
    created_by = factory.SubFactory(MembershipFactory, provider_lead=True)
    provider = factory.SelfAttribute("created_by.provider")
    kind = placements.EmployerMeeting.Kind.FIXED
    on = factory.LazyFunction(lambda: today(7))
    created_at = factory.LazyFunction(lambda: clock.now())
