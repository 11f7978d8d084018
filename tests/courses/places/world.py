"""A county with a round of allocation whose deadline is out, and people who may apply."""

import itertools

from amo import clock
from courses.models import Application, Intake, Wish
from participants.models import AccessGrant
from tests import factories
from tests.factories import today


class World:
    """One county, one concept, one round. `places` per intake; every applicant meets the formal conditions."""

    def __init__(self, *, intakes: int = 1, places: int = 2, deadline: int = -1, start: int = 30):
        self.county = factories.CountyFactory()
        self.office = factories.OfficeFactory(county=self.county)
        self.caseworker = factories.MembershipFactory(office=self.office)
        self.maker = factories.MembershipFactory(county_staff=True, county=self.county)
        self.approver = factories.MembershipFactory(county_staff=True, county=self.county)
        self.provider = factories.ProviderFactory()
        self.lead = factories.MembershipFactory(provider_lead=True, provider=self.provider)
        self.concept = factories.ConceptFactory(county=self.county)
        self.contract = factories.ContractFactory(concept=self.concept, provider=self.provider)
        self.window = factories.AllocationWindowFactory(
            county=self.county,
            deadline=today(deadline),
            first_start=today(1),
            status="closed" if deadline < 0 else "open",
        )
        self.intakes = [self.intake(capacity=places, start=start) for _ in range(intakes)]
        self._order = itertools.count()

    def intake(self, **more) -> Intake:
        start = today(more.pop("start", 30))
        return factories.IntakeFactory(
            contract=self.contract, window=self.window, starts_on=start,
            application_deadline=min(self.window.deadline, start), **more
        )  # fmt: skip

    def person(self, *, caseworker=None, **more):
        """Somebody who may be given a place: registered, need assessed, grown up."""
        person = factories.ParticipantFactory(
            caseworker=caseworker or self.caseworker,
            need_reason="Mangler kvalifikasjoner.",
            need_assessed_on=today(-20),
            **more,
        )
        factories.JobseekerPeriodFactory(participant=person)
        return person

    def applies(self, *wishes: Intake, person=None, caseworker=None, days_ago: int | None = None) -> Application:
        """A sent application with these wishes in order; who is asked for first applied first."""
        person = person or self.person(caseworker=caseworker)
        ago = 100 - next(self._order) if days_ago is None else days_ago
        sent = clock.now() - clock.dt.timedelta(days=ago)
        application = factories.ApplicationFactory(
            participant=person, window=self.window, created_at=sent, submitted_at=sent
        )
        for rank, intake in enumerate(wishes or self.intakes, start=1):
            factories.WishFactory(application=application, intake=intake, rank=rank)
        factories.AccessGrantFactory(
            participant=person, county=self.county, source=AccessGrant.Source.APPLICATION,
            source_id=application.public_id, level=AccessGrant.Level.COUNTY,
        )  # fmt: skip
        return application


def statuses(application: Application) -> list[str]:
    """Statuses of the wishes by rank."""
    return list(Wish.objects.filter(application=application).order_by("rank").values_list("status", flat=True))


def text(response) -> str:
    """The page as text."""
    return response.content.decode()
