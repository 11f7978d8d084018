"""Users, organisations, reference data and the kernel's own records."""

import datetime as dt
import hashlib
from string import ascii_uppercase, digits

import factory
from factory.django import DjangoModelFactory

from amo import clock
from amo import models as amo


def today(days: int = 0) -> dt.date:
    """The clock's today, moved by `days`."""
    return clock.today() + dt.timedelta(days=days)


class CountyFactory(DjangoModelFactory):
    class Meta:
        model = amo.County

    # Two characters are all there are; the letter keeps clear of the numbers that tests write themselves.
    number = factory.Sequence(lambda n: ascii_uppercase[n // 36 % 26] + (digits + ascii_uppercase)[n % 36])
    name = factory.Sequence(lambda n: f"Fylke {n}")


class OfficeFactory(DjangoModelFactory):
    class Meta:
        model = amo.Office

    number = factory.Sequence(lambda n: f"{n % 10000:04}")
    name = factory.Sequence(lambda n: f"Nav Bydel {n}")
    county = factory.SubFactory(CountyFactory)


def organisation_number(n: int, first: int = 8) -> str:
    """The n-th number with a right check digit (mod 11) that begins with `first`."""
    weights = (3, 2, 7, 6, 5, 4, 3, 2)
    base = first * 10_000_000 + 11 * n
    for extra in range(11):
        digits = f"{base + extra:08}"
        check = (11 - sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11) % 11
        if check != 10:
            return digits + str(check)
    raise AssertionError("one of eleven neighbours has a check digit")


class ProviderFactory(DjangoModelFactory):
    class Meta:
        model = amo.Provider

    organisation_number = factory.Sequence(lambda n: organisation_number(n, 9))
    name = factory.Sequence(lambda n: f"Kursleverandør {n} AS")
    email = factory.Sequence(lambda n: f"post{n}@kursleverandor.example")


class UserFactory(DjangoModelFactory):
    class Meta:
        model = amo.User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"z{n:06}")
    first_name = factory.Sequence(lambda n: f"Ansatt{n}")
    last_name = factory.Sequence(lambda n: f"Navnesen{n}")
    email = factory.LazyAttribute(lambda o: f"{o.username}@nav.example")

    @factory.post_generation
    def password(self, create, value, **kwargs):
        if value:
            self.set_password(value)
            self.save(update_fields=["password"])


class MembershipFactory(DjangoModelFactory):
    """A caseworker at an office, unless a trait says otherwise."""

    class Meta:
        model = amo.Membership

    class Params:
        office_lead = factory.Trait(role=amo.Role.OFFICE_LEAD)
        county_staff = factory.Trait(role=amo.Role.COUNTY_STAFF, office=None, county=factory.SubFactory(CountyFactory))
        provider_lead = factory.Trait(
            role=amo.Role.PROVIDER_LEAD, office=None, provider=factory.SubFactory(ProviderFactory)
        )
        instructor = factory.Trait(
            role=amo.Role.PROVIDER_INSTRUCTOR, office=None, provider=factory.SubFactory(ProviderFactory)
        )
        administrator = factory.Trait(role=amo.Role.ADMINISTRATOR, office=None)
        every_flag = factory.Trait(sees_strictly_confidential=True, sees_confidential=True, sees_shielded=True)
        ended = factory.Trait(ends_on=factory.LazyFunction(lambda: today(-1)))

    user = factory.SubFactory(UserFactory)
    role = amo.Role.CASEWORKER
    office = factory.SubFactory(OfficeFactory)
    starts_on = factory.LazyFunction(lambda: today(-1000))


class SectorFactory(DjangoModelFactory):
    class Meta:
        model = amo.Sector

    code = factory.Sequence(lambda n: f"bransje-{n}")
    name = factory.Sequence(lambda n: f"Bransje {n}")


class OccupationFactory(DjangoModelFactory):
    class Meta:
        model = amo.Occupation

    code = factory.Sequence(lambda n: f"{(1000 + n) % 10000:04}")
    title = factory.Sequence(lambda n: f"Yrke {n}")
    sector = factory.SubFactory(SectorFactory)


class QualificationTypeFactory(DjangoModelFactory):
    class Meta:
        model = amo.QualificationType

    code = factory.Sequence(lambda n: f"bevis-{n}")
    name = factory.Sequence(lambda n: f"Bevis {n}")


class JobRunFactory(DjangoModelFactory):
    """A finished run."""

    class Meta:
        model = amo.JobRun

    kind = "test"
    label = "Beregner resultater"
    status = amo.JobRun.Status.DONE
    done = 1
    total = 1
    membership = factory.SubFactory(MembershipFactory)
    created_at = factory.LazyFunction(lambda: clock.now())
    started_at = factory.SelfAttribute("created_at")
    finished_at = factory.SelfAttribute("created_at")


class NotificationFactory(DjangoModelFactory):
    class Meta:
        model = amo.Notification

    membership = factory.SubFactory(MembershipFactory)
    text = "Én av dem du søkte inn, har et nytt resultat."
    url = "/"
    dedupe_key = factory.Sequence(lambda n: f"notification-{n}")
    created_at = factory.LazyFunction(lambda: clock.now())


class SavedFilterFactory(DjangoModelFactory):
    class Meta:
        model = amo.SavedFilter

    membership = factory.SubFactory(MembershipFactory)
    list_key = "portfolio"
    name = factory.Sequence(lambda n: f"Filter {n}")
    query = "sort=name"


class StoredFileFactory(DjangoModelFactory):
    class Meta:
        model = amo.StoredFile

    name = "arbeidsmarked.csv"
    content = b"yrke;fylke\n"
    content_type = "text/csv"
    size = factory.LazyAttribute(lambda o: len(o.content))
    sha256 = factory.LazyAttribute(lambda o: hashlib.sha256(o.content).hexdigest())
    membership = factory.SubFactory(MembershipFactory)
    created_at = factory.LazyFunction(lambda: clock.now())


class ImportBatchFactory(DjangoModelFactory):
    """A preview of one occupation, without errors."""

    class Meta:
        model = amo.ImportBatch

    kind = "occupations"
    membership = factory.SubFactory(MembershipFactory, administrator=True)
    file = factory.SubFactory(
        StoredFileFactory,
        content=b"code;level;name\n5321;4;Helsefagarbeider\n",
        membership=factory.SelfAttribute("..membership"),
    )
    row_count = 1
    sample = factory.LazyFunction(lambda: [["5321", "4", "Helsefagarbeider"]])
    created_at = factory.LazyFunction(lambda: clock.now())


class AccessLogFactory(DjangoModelFactory):
    class Meta:
        model = amo.AccessLog

    at = factory.LazyFunction(lambda: clock.now())
    user_ident = "z000001"
    route = "participants:detail"
    subject_id = factory.Faker("uuid4", cast_to=None)
