"""What is there before the chain begins: organisations, staff who sign in with one click, two courses, one round.

Beside them a class that ended long ago with two lives of known outcomes, so that the table has something to add to.
"""

import datetime as dt
from types import SimpleNamespace

from django.core.management import call_command

from amo import workdays
from participants import portfolio
from tests import factories as f
from tests.factories import today

DEADLINE_DAYS = 7
START_DAYS = 28


def build() -> SimpleNamespace:
    """The prepared world; every attribute is a saved record."""
    world = SimpleNamespace()
    _organisations(world)
    _staff(world)
    _reference(world)
    _courses(world)
    _earlier_class(world)
    # The factories wrote the records only: grants, counters and portfolio rows follow from them.
    call_command("check_grants", fix=True, stdout=_Silent())
    call_command("check_counters", fix=True, stdout=_Silent())
    portfolio.rebuild()
    return world


class _Silent:
    def write(self, text):
        """Nobody reads it."""


def _organisations(world):
    world.county = f.CountyFactory(number="03", name="Oslo")
    world.office = f.OfficeFactory(county=world.county, name="Nav Sagene", number="0314")
    world.provider = f.ProviderFactory(name="Solsiden Kompetanse AS")


def _staff(world):
    def member(username, first, last, **more):
        return f.MembershipFactory(
            user=f.UserFactory(username=f"demo.{username}", first_name=first, last_name=last), **more
        )

    world.caseworker = member("ingrid", "Ingrid", "Solvang", office=world.office)
    world.maker = member("kari", "Kari", "Fjeldstad", county_staff=True, county=world.county)
    world.approver = member("terje", "Terje", "Moen", county_staff=True, county=world.county)
    world.lead = member("synne", "Synne", "Haugerud", provider_lead=True, provider=world.provider)
    world.administrator = member("aud", "Aud", "Bergseth", administrator=True)


def _reference(world):
    world.sector = f.SectorFactory(name="Helse, pleie og omsorg")
    world.assistant = f.OccupationFactory(code="5321", title="Pleiemedhjelper", sector=world.sector)
    world.oral_b1 = f.QualificationTypeFactory(
        code="norsk-muntlig-b1", name="Norskprøve muntlig B1", norwegian="oral:B1"
    )
    world.skilled = f.QualificationTypeFactory(code="helsefagarbeider", name="Fagbrev som helsefagarbeider")
    for form, needs in (("permanent", [world.skilled, world.oral_b1]), ("on_call", [world.oral_b1])):
        requirement = f.HiringRequirementFactory(
            segment="Sykehjem", county=world.county, occupation=world.assistant, form=form
        )
        requirement.needs_all.set(needs)
    f.LabourDemandFactory(occupation=world.assistant, county=world.county)


def _courses(world):
    world.care = f.ConceptFactory(
        county=world.county,
        sector=world.sector,
        title="Pleie og omsorg for minoritetsspråklige",
        theory_weeks=16,
        placement_weeks=8,
        topics=["Hygiene", "Kommunikasjon", "Ernæring"],
        minimum_oral="A2",
        minimum_reason="Må forstå beskjeder om pasienter.",
        outlook="Kurset fører oftest til vikariater og tilkalling.",
    )
    world.care.occupations.add(world.assistant)
    world.judged = f.ChecklistItemFactory(concept=world.care, label="Kan arbeide turnus")
    world.cafe = f.ConceptFactory(county=world.county, title="Kafé og kantine", theory_weeks=11, placement_weeks=7)
    world.window = f.AllocationWindowFactory(
        county=world.county, name="Vårens tildelingsrunde", first_start=today(1), last_start=today(120),
        deadline=today(DEADLINE_DAYS),
    )  # fmt: skip
    start = today(START_DAYS)
    while not workdays.is_working_day(start):
        start += dt.timedelta(days=1)
    contracts = {
        concept: f.ContractFactory(concept=concept, provider=world.provider) for concept in (world.care, world.cafe)
    }
    common = {"window": world.window, "starts_on": start, "application_deadline": today(DEADLINE_DAYS)}
    world.intake = f.IntakeFactory(contract=contracts[world.care], code="PO-26-01", place="Storgata 8", **common)
    world.cafe_intake = f.IntakeFactory(contract=contracts[world.cafe], code="KK-26-01", place="Torggata 2", **common)
    for intake in (world.intake, world.cafe_intake):
        f.OfficeQuotaFactory(intake=intake, office=world.office, minimum=1, maximum=3)


def _earlier_class(world):
    """Ended a hundred days ago: one has a permanent job since, one was ill and left in the second week."""
    weeks = world.care.weeks
    start = today(-100) - dt.timedelta(weeks=weeks, days=-3)
    world.earlier = f.IntakeFactory(contract=world.intake.contract, code="PO-25-02", ended=True, starts_on=start)
    person = {"caseworker": world.caseworker, "office": world.office}
    world.in_work = f.ParticipantFactory(first_name="Bilan", last_name="Eksempelsen", **person)
    world.fell_ill = f.ParticipantFactory(first_name="Jelena", last_name="Prøvestad", **person)
    f.EnrolmentFactory(participant=world.in_work, intake=world.earlier, status="completed")
    f.EnrolmentFactory(
        participant=world.fell_ill,
        intake=world.earlier,
        status="dropped_out",
        ends_on=start + dt.timedelta(days=10),
        end_reason="ill",
        ended_by=world.lead,
    )
    f.EmploymentFactory(participant=world.in_work, starts_on=world.earlier.ends_on - dt.timedelta(days=1))
