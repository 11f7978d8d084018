"""What happens on a class from week to week."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from amo import clock
from courses import certificate_content
from courses import models as courses
from tests.factories.courses import EnrolmentFactory, IntakeFactory
from tests.factories.kernel import MembershipFactory, today


def _lead(provider):
    return MembershipFactory(provider_lead=True, provider=provider)


class WeekPlanFactory(DjangoModelFactory):
    """Three days of school and two of placement; with `enrolment` of one person."""

    class Meta:
        model = courses.WeekPlan

    intake = factory.LazyAttribute(lambda o: o.enrolment.intake if o.enrolment else IntakeFactory(running=True))
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


class SuitabilityAssessmentFactory(DjangoModelFactory):
    """Found not suitable by the provider, not answered."""

    class Meta:
        model = courses.SuitabilityAssessment

    enrolment = factory.SubFactory(EnrolmentFactory)
    outcome = courses.SuitabilityAssessment.Outcome.NOT_SUITABLE
    reasons = factory.LazyFunction(lambda: ["hours"])
    assessed_by = factory.LazyAttribute(lambda o: _lead(o.enrolment.intake.contract.provider))
    assessed_at = factory.LazyFunction(lambda: clock.now())


class LanguageTestFactory(DjangoModelFactory):
    class Meta:
        model = courses.LanguageTest

    enrolment = factory.SubFactory(EnrolmentFactory)
    part = courses.LanguageTest.Part.ORAL
    level = "A2"
    booked_on = factory.LazyFunction(lambda: today(-5))
    test_on = factory.LazyFunction(lambda: today(-1))
    paid_by = courses.LanguageTest.Payer.PROVIDER
    recorded_by = factory.LazyAttribute(lambda o: _lead(o.enrolment.intake.contract.provider))
    recorded_at = factory.LazyFunction(lambda: clock.now())


class CourseCertificateFactory(DjangoModelFactory):
    """A valid certificate; the enrolment must say the day it was issued."""

    class Meta:
        model = courses.CourseCertificate

    enrolment = factory.SubFactory(
        EnrolmentFactory, status="completed", certificate_issued_on=factory.LazyFunction(today)
    )
    number = factory.LazyAttribute(lambda o: f"{o.enrolment.intake.code}-001")
    language = "nb"
    content = factory.LazyAttribute(lambda o: certificate_content.of(o.enrolment, o.number))
    issued_on = factory.LazyFunction(today)
    issued_at = factory.LazyFunction(lambda: clock.now())
    issued_by = factory.LazyAttribute(lambda o: _lead(o.enrolment.intake.contract.provider))


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
