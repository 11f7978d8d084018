"""What the parts of the demo world share: the random source, today, and names to look records up by."""

import datetime as dt
import random
from dataclasses import dataclass, field
from uuid import UUID

from faker import Faker

from amo import clock


@dataclass
class World:
    """The world while it is built. Every part reads and adds to it in a fixed order, so that a seed gives one world."""

    seed: int
    today: dt.date = field(default_factory=clock.today)

    def __post_init__(self):
        self.random = random.Random(self.seed)
        self.faker = Faker("no_NO")
        self.faker.seed_instance(self.seed)
        self.now = clock.now()
        self.counties: dict = {}
        self.offices: dict = {}
        self.providers: dict = {}
        self.members: dict = {}
        self.sectors: dict = {}
        self.occupations: dict = {}
        self.qualifications: dict = {}
        self.concepts: dict = {}
        self.contracts: dict = {}
        self.windows: list = []
        self.intakes: list = []
        self.employers: list = []
        self.people: list = []
        # The four of the report, by the key of their case; no other part draws them.
        self.report_people: dict = {}

    def day(self, offset: int) -> dt.date:
        """The date so many days from today."""
        return self.today + dt.timedelta(days=offset)

    def monday(self, weeks: int) -> dt.date:
        """The Monday so many weeks from this one."""
        return self.today - dt.timedelta(days=self.today.weekday()) + dt.timedelta(weeks=weeks)

    def at(self, day: dt.date) -> dt.datetime:
        """Noon in Oslo on a day, never later than now."""
        return min(dt.datetime(day.year, day.month, day.day, 12, tzinfo=clock.OSLO), self.now)

    def uuid(self) -> UUID:
        """A public id from the seeded source."""
        return UUID(int=self.random.getrandbits(128), version=4)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def pick(self, weighted: dict):
        """A key, drawn by its weight."""
        return self.random.choices(list(weighted), list(weighted.values()))[0]
