"""What happens on a class from week to week."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from amo import clock
from courses import models as courses
from tests.factories.courses import EnrolmentFactory
from tests.factories.kernel import MembershipFactory, today


def _lead(provider):
    return MembershipFactory(provider_lead=True, provider=provider)


class WeekPlanFactory(DjangoModelFactory):
    """Three days of school and two of placement; with `enrolment` of one person."""

    class Meta:
        model = courses.WeekPlan

    intake = factory.LazyAttribute(lambda o: o.enrolment.intake if o.enrolment else None)
    enrolment = None
    starts_on = factory.LazyAttribute(lambda o: o.intake.starts_on)
    days = factory.LazyFunction(lambda: ["school"] * 3 + ["placement"] * 2 + ["free"] * 2)
    updated_by = factory.LazyAttribute(lambda o: _lead(o.intake.contract.provider))
    updated_at = factory.LazyFunction(lambda: clock.now())


class AbsenceWarningFactory(DjangoModelFactory):
    class Meta:
        model = courses.AbsenceWarning

    enrolment = factory.SubFactory(EnrolmentFactory)
    rule = courses.AbsenceWarning.Rule.NOT_REPORTED
    days = factory.LazyFunction(lambda: [today(-3), today(-2)])
    counted = 5
    first_day = factory.LazyFunction(lambda: today(-3))
    last_day = factory.LazyFunction(lambda: today(-2))
    raised_at = factory.LazyFunction(lambda: clock.now())


class JobSearchActivityFactory(DjangoModelFactory):
    class Meta:
        model = courses.JobSearchActivity

    enrolment = factory.SubFactory(EnrolmentFactory)
    kind = courses.JobSearchActivity.Kind.CV
    on = factory.LazyFunction(lambda: today(-1))
    recorded_by = factory.LazyAttribute(lambda o: _lead(o.enrolment.intake.contract.provider))
    recorded_at = factory.LazyFunction(lambda: clock.now())


class LeavingFactory(DjangoModelFactory):
    """How an ended participation ended; the enrolment must be one that has left."""

    class Meta:
        model = courses.Leaving

    enrolment = factory.SubFactory(EnrolmentFactory, status="dropped_out", end_reason="other")
    planned_ends_on = factory.LazyAttribute(lambda o: o.enrolment.ends_on + dt.timedelta(days=10))
    kept = factory.LazyFunction(lambda: ["hours"])
    said = "Kveldene ble for lange."
    recorded_by = factory.LazyAttribute(lambda o: _lead(o.enrolment.intake.contract.provider))
    recorded_at = factory.LazyFunction(lambda: clock.now())
