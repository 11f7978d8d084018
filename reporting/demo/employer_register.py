"""What the register shows: owners, groups, contacts, periods, one registered twice, and a limit passed (L1, L7)."""

import datetime as dt

from placements.actions import employers as actions
from placements.actions.rules import set_rules
from placements.models import Employer, Placement
from reporting.demo.employers import HIRES_NOBODY, SOUGHT_AFTER
from reporting.demo.organisations import organisation_number
from reporting.demo.world import World

OWNERS = {
    "sykehjem": ("Sykehjemsetaten i Oslo", 90),
    "antin": ("Storkjøkken Øst AS", 91),
}
"""Part of a workplace's name → owner and the sequence of its organisation number."""
TWICE = "Lindelia sjukeheim"
REASON = "De har bedt om flere fordi de åpner et kjøkken til, og har sagt at to kan få faste stillinger der."


def build(world: World) -> None:
    """After the placements are there: through the app's own actions where that is fast enough."""
    staff = world.members["demo.marit"]
    by_name = {employer.name: employer for employer in Employer.objects.order_by("pk")}
    for part, (_owner, number) in OWNERS.items():
        Employer.objects.filter(name__icontains=part).update(main_number=organisation_number(number))
    Employer.objects.filter(name__icontains="antin", employer_group="").update(employer_group="Kantiner i Oslo")
    _periods_and_contacts(by_name, staff, world)
    _twice(world, by_name["Lindelia sykehjem"], staff)
    set_rules(county=staff.county, step_in_after=3, unpaid_limit=6, by=staff)
    _passed(by_name[HIRES_NOBODY])


def _periods_and_contacts(by_name: dict, staff, world: World) -> None:
    nursing = by_name[SOUGHT_AFTER]
    actions.add_contact(
        employer=nursing, name="Turid Haugen", role="Avdelingsleder, 2. etasje", phone="22 41 17 00", email="", by=staff
    )
    actions.add_contact(
        employer=nursing,
        name="Resepsjonen",
        role="Tar imot skriftlige søknader",
        phone="22 41 17 10",
        email="",
        by=staff,
    )
    spring = world.day(120)
    actions.add_period(
        employer=nursing, starts_on=spring, ends_on=spring + dt.timedelta(days=90), slots=nursing.slots + 2,
        agreed_with="Turid Haugen", by=staff,
    )  # fmt: skip
    summer = spring + dt.timedelta(days=91)
    actions.add_period(
        employer=nursing, starts_on=summer, ends_on=summer + dt.timedelta(days=30), slots=0,
        agreed_with="Turid Haugen", by=staff,
    )  # fmt: skip


def _twice(world: World, there: Employer, staff) -> None:
    """The same nursing home, registered by a provider that did not find it."""
    world.employers.append(
        actions.register_employer(
            public_id=world.uuid(), name=TWICE, organisation_number=organisation_number(95),
            main_number=organisation_number(OWNERS["sykehjem"][1]), sector=there.sector, address=there.address,
            channel=Employer.Channel.BOTH, slots=1, contact_name="Turid Haugen", by=staff,
        )
    )  # fmt: skip
    world.employers.append(
        actions.register_employer(
            public_id=world.uuid(), name="Familien Aas-Lindgren", no_number=Employer.NoNumber.HOUSEHOLD,
            sector=world.sectors["health"], address="Elvebakken 12, Oslo", channel=Employer.Channel.THROUGH_PROVIDER,
            motives=[Employer.Motive.HELP], slots=1, by=staff,
        )
    )  # fmt: skip


def _passed(canteen: Employer) -> None:
    """Its latest placement was agreed past the limit, with a reason."""
    latest = Placement.objects.filter(employer=canteen).order_by("-starts_on", "-pk").values("pk")[:1]
    Placement.objects.filter(pk__in=latest).update(limit_reason=REASON)
