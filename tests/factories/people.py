"""Participants and what is known about them."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from amo import clock
from participants import models as people
from participants.identity import check_digits
from tests.factories.kernel import MembershipFactory, OccupationFactory, OfficeFactory, QualificationTypeFactory, today

SYNTHETIC_MONTHS = 80


def identity_number(born: dt.date, n: int = 0) -> str:
    """The n-th synthetic identity number (month + 80) of somebody born 1940–1999 or 2000–2039, check digits right."""
    first, last = (0, 500) if born.year < 2000 else (500, 1000)
    found = -1
    for individual in range(first, last):
        nine = f"{born.day:02}{born.month + SYNTHETIC_MONTHS:02}{born.year % 100:02}{individual:03}"
        digits = check_digits(nine)
        if "-" not in digits:
            found += 1
            if found == n:
                return nine + digits
    raise ValueError(f"no {n}. number for {born}")


class ParticipantFactory(DjangoModelFactory):
    """A person at her caseworker's office, born in the seventies or eighties."""

    class Meta:
        model = people.Participant

    class Params:
        number = factory.Sequence(lambda n: n)
        unassigned = factory.Trait(caseworker=None)
        confidential = factory.Trait(address_protection="confidential")
        strictly_confidential = factory.Trait(address_protection="strictly_confidential")
        shielded = factory.Trait(is_shielded=True)

    born_on = factory.LazyAttribute(lambda o: dt.date(1970, 1, 1) + dt.timedelta(days=o.number % 7000))
    national_id = factory.LazyAttribute(lambda o: identity_number(o.born_on, o.number // 7000))
    first_name = factory.Sequence(lambda n: f"Fornavn{n}")
    last_name = factory.Sequence(lambda n: f"Prøvesen{n}")
    phone = "900 00 000"
    office = factory.LazyAttribute(lambda o: o.caseworker.office if o.caseworker else OfficeFactory())
    caseworker = factory.SubFactory(MembershipFactory)
    registered_by = factory.LazyAttribute(lambda o: o.caseworker or MembershipFactory(office=o.office))
    registered_at = factory.LazyFunction(lambda: clock.now())


class JobseekerPeriodFactory(DjangoModelFactory):
    class Meta:
        model = people.JobseekerPeriod

    participant = factory.SubFactory(ParticipantFactory)
    starts_on = factory.LazyFunction(lambda: today(-200))


class ByCaseworker(DjangoModelFactory):
    """A record of one person, made by her caseworker."""

    class Meta:
        abstract = True

    participant = factory.SubFactory(ParticipantFactory)


def _caseworker(record):
    return record.participant.caseworker or record.participant.registered_by


class MappingFactory(ByCaseworker):
    class Meta:
        model = people.Mapping

    number = 1
    oral = "B1"
    oral_source = people.mapping.EvidenceSource.ASSESSED
    listening = "B1"
    listening_source = people.mapping.EvidenceSource.ASSESSED
    reading = "B1"
    reading_source = people.mapping.EvidenceSource.ASSESSED
    writing = "A2"
    writing_source = people.mapping.EvidenceSource.ASSESSED
    education_level = "primary"
    hours_available = 37
    created_by = factory.LazyAttribute(_caseworker)
    created_at = factory.LazyFunction(lambda: clock.now())


class WorkExperienceFactory(DjangoModelFactory):
    class Meta:
        model = people.WorkExperience

    mapping = factory.SubFactory(MappingFactory)
    occupation = factory.SubFactory(OccupationFactory)
    title = "Renholder"
    months = 18


class HeldCertificateFactory(DjangoModelFactory):
    class Meta:
        model = people.HeldCertificate

    mapping = factory.SubFactory(MappingFactory)
    qualification = factory.SubFactory(QualificationTypeFactory)


class AimFactory(ByCaseworker):
    class Meta:
        model = people.Aim

    number = 1
    kind = people.Aim.Kind.WORK_IN_SECTOR
    words = "Jeg vil jobbe med mennesker."
    created_by = factory.LazyAttribute(_caseworker)
    created_at = factory.LazyFunction(lambda: clock.now())


class PlanFactory(ByCaseworker):
    class Meta:
        model = people.Plan

    number = 1
    goal = "Fast jobb på sykehjem"
    plan_b = "Renhold på sykehus"
    created_by = factory.LazyAttribute(_caseworker)
    created_at = factory.LazyFunction(lambda: clock.now())


class PlanStepFactory(DjangoModelFactory):
    class Meta:
        model = people.PlanStep

    plan = factory.SubFactory(PlanFactory)
    rank = 1
    what = "Melde seg opp til norskprøve B1"
    by_when = factory.LazyFunction(lambda: today(30))


class EmploymentFactory(ByCaseworker):
    """A permanent full-time job that began a week ago."""

    class Meta:
        model = people.Employment

    class Params:
        temporary = factory.Trait(
            form=people.Employment.Form.TEMPORARY, ends_on=factory.LazyFunction(lambda: today(200))
        )
        on_call_job = factory.Trait(form=people.Employment.Form.TEMPORARY, on_call=True, fte_low=20, fte_high=60)

    employer_name = "Solbakken sykehjem"
    form = people.Employment.Form.PERMANENT
    fte_low = 100
    starts_on = factory.LazyFunction(lambda: today(-7))
    source = people.Employment.Source.CASEWORKER
    recorded_by = factory.LazyAttribute(_caseworker)
    recorded_at = factory.LazyFunction(lambda: clock.now())


class EducationPeriodFactory(ByCaseworker):
    class Meta:
        model = people.EducationPeriod

    kind = people.EducationPeriod.Kind.ORDINARY
    title = "Helsearbeiderfag"
    starts_on = factory.LazyFunction(lambda: today(-7))
    recorded_by = factory.LazyAttribute(_caseworker)
    recorded_at = factory.LazyFunction(lambda: clock.now())


class MeasureFactory(ByCaseworker):
    class Meta:
        model = people.Measure

    kind = people.Measure.Kind.PLACEMENT
    title = "Arbeidstrening i butikk"
    starts_on = factory.LazyFunction(lambda: today(-700))
    ends_on = factory.LazyFunction(lambda: today(-600))
    recorded_by = factory.LazyAttribute(_caseworker)
    recorded_at = factory.LazyFunction(lambda: clock.now())


class InformationGivenFactory(ByCaseworker):
    class Meta:
        model = people.InformationGiven

    kind = people.InformationGiven.Kind.GENERAL
    given_on = factory.LazyFunction(today)
    given_by = factory.LazyAttribute(_caseworker)


class ContactAttemptFactory(ByCaseworker):
    class Meta:
        model = people.ContactAttempt

    made_on = factory.LazyFunction(today)
    reached = True
    made_by = factory.LazyAttribute(_caseworker)


class NoteFactory(ByCaseworker):
    class Meta:
        model = people.Note

    text = "Ringte og avtalte møte."
    created_by = factory.LazyAttribute(_caseworker)
    created_at = factory.LazyFunction(lambda: clock.now())


class TaskFactory(ByCaseworker):
    """An open task of the person's caseworker, due in a week."""

    class Meta:
        model = people.Task

    kind = "other"
    title = "Ring brukeren"
    owner = factory.LazyAttribute(_caseworker)
    due_on = factory.LazyFunction(lambda: today(7))
    created_by = factory.LazyAttribute(_caseworker)
    created_at = factory.LazyFunction(lambda: clock.now())


class AccessGrantFactory(DjangoModelFactory):
    """A grant in force for a county; give `provider=` or `membership=` and `county=None` for another receiver."""

    class Meta:
        model = people.AccessGrant

    participant = factory.SubFactory(ParticipantFactory)
    county = factory.LazyAttribute(lambda o: o.participant.office.county)
    level = people.AccessGrant.Level.COUNTY
    source = people.AccessGrant.Source.APPLICATION
    source_id = factory.Faker("uuid4", cast_to=None)
    starts_on = factory.LazyFunction(lambda: today(-100))


class PortfolioRowFactory(DjangoModelFactory):
    class Meta:
        model = people.PortfolioRow
        django_get_or_create = ("participant",)

    participant = factory.SubFactory(ParticipantFactory)


class PortfolioMarkFactory(ByCaseworker):
    class Meta:
        model = people.PortfolioMark

    membership = factory.LazyAttribute(_caseworker)
    color = people.PortfolioMark.Color.YELLOW
    note = "Ring etter klokka tolv"
    updated_at = factory.LazyFunction(lambda: clock.now())
