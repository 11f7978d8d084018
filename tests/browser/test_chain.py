"""The whole chain by hand: four roles and the administrator in a browser, a worker behind, one person's way to work."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from amo import clock
from amo.models import AccessLog, Role
from participants import portfolio
from participants.models import Participant
from reporting.models import OutcomeSnapshot
from reporting.snapshots import count_missing
from tests.browser import chain_world
from tests.browser.roles import Administrator, Caseworker, CountyStaff, ProviderLead
from tests.factories import identity_number
from tests.factories.kernel import organisation_number
from tests.services import eventually

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

FIRST, LAST = "Amina", "Testesen"
LIST_NAME = f"{LAST}, {FIRST}"
EMPLOYER = "Solbakken sykehjem"


@pytest.mark.row("P1", "P2", "P6", "A1", "A2", "C4", "C8", "K1", "L1", "L3", "L5", "R1", "R2", "R6", "R9")
def test_the_whole_chain(services, tab):
    world = chain_world.build()
    address = services.start_web()
    services.start_worker()
    eventually(lambda: count_missing(clock.today()) == 0, "the earlier class is measured", services.last_words)

    def at_work(kind, membership, **kwargs):
        return kind(tab(**kwargs), address, membership)

    def clock_to(day: dt.date) -> None:
        at_work(Administrator, world.administrator).move_to(day)

    def measured(weeks: int) -> None:
        """Wait for the worker to have computed her snapshot."""
        hers = OutcomeSnapshot.objects.filter(enrolment__participant__last_name=LAST, milestone=weeks)
        eventually(hers.exists, f"the snapshot at {weeks} weeks", lambda: services.log("worker-1"))

    # Register and map a participant, in her own words.
    caseworker = at_work(Caseworker, world.caseworker)
    caseworker.register(national_id=identity_number(dt.date(1988, 5, 17)), first=FIRST, last=LAST)
    caseworker.map()
    caseworker.write_aim("Pleiemedhjelper (5321)")

    # See which courses fit and why, with the hiring requirements in words; apply with ranked wishes.
    advice = caseworker.see_advice()
    assert world.care.title in advice
    assert "Sykehjem" in advice
    assert "Kan få ringevakter, ikke fast jobb." in advice
    assert "For få deltakere til at tallene kan vises." in advice  # the earlier class, to others than the county
    caseworker.answer_checklist(world.judged.label)
    caseworker.apply(world.intake, world.cafe_intake)

    # The county allocates within the quotas; a second person approves.
    clock_to(world.window.deadline + dt.timedelta(days=1))
    at_work(CountyStaff, world.maker).make_proposal(world.window.name)
    at_work(CountyStaff, world.approver).approve_proposal(world.window.name)

    # The offer is told of and accepted.
    caseworker.tell_of_offer()
    caseworker.accept_offer()

    # The provider sees its roster and records attendance; a placement is agreed.
    clock_to(world.intake.starts_on)
    lead = at_work(ProviderLead, world.lead)
    lead.register_employer(name=EMPLOYER, number=organisation_number(7), sector=world.sector.name)
    lead.open_class(world.intake.code)
    assert LIST_NAME in lead.text()
    lead.record_attendance()
    lead.open_class(world.intake.code)
    assert "100 %" in lead.text()
    lead.agree_placement(person=LIST_NAME, employer=EMPLOYER)

    # A visit on a phone.
    clock_to(world.intake.theory_ends_on + dt.timedelta(days=8))
    phone = at_work(ProviderLead, world.lead, width=390, height=844)
    phone.page.goto(f"{address}/kurs/klasser/{world.intake.public_id}/")
    phone.log_visit(person=LIST_NAME)

    # The participation ends; the worker measures at the end, after 6 and after 12 weeks.
    end = world.intake.ends_on
    clock_to(end + dt.timedelta(days=10))
    measured(0)
    caseworker.open_person(LIST_NAME)
    caseworker.register_job(
        employer=EMPLOYER, starts_on=end + dt.timedelta(days=7), ends_on=end + dt.timedelta(days=200), fte=80
    )
    for weeks in (6, 12):
        clock_to(end + dt.timedelta(weeks=weeks))
        measured(weeks)

    # The county reads the concept's results; what stands there is what was entered.
    county = at_work(CountyStaff, world.maker)
    table = county.read_results(world.care.title)
    nothing = [0, 0, 0]
    assert table == EXPECTED | {row: nothing for row in table if row not in EXPECTED}
    assert list(table)[:14] == CATEGORY_LABELS
    for section in county.read_denominators():
        assert {name: cells[0] for name, cells in section.items()} == DENOMINATORS
    assert county.read_denominators()[2]["av dem som fullførte"][1:] == ["2 av 2 Færre enn 10 personer"] * 2

    # The caseworker sees how it went.
    caseworker.menu("Slik gikk det")
    row = caseworker.page.get_by_role("row", name=LIST_NAME)
    expect(row).to_contain_text(EMPLOYER)  # the last cell: the row is there to its end
    assert "Fortsatt arbeidsledig" in row.inner_text()
    assert row.inner_text().count("Vikariat, 3 måneder eller mer, 80 %") == 2

    # Who looked at her is written down, and everything kept beside the records agrees with them.
    person = Participant.objects.get(last_name=LAST)
    looked = set(AccessLog.objects.filter(subject_id=person.public_id).values_list("role", flat=True))
    assert looked >= {Role.CASEWORKER, Role.PROVIDER_LEAD}
    before = portfolio.snapshot()
    portfolio.rebuild()
    assert portfolio.snapshot() == before
    assert before[person.pk]["outcome_label"] == "Vikariat, 3 måneder eller mer"
    call_command("check_grants", stdout=StringIO())
    call_command("check_counters", stdout=StringIO())


CATEGORY_LABELS = [
    "Fast jobb",
    "Vikariat, 3 måneder eller mer",
    "Vikariat, under 3 måneder",
    "Deltid, under 50 %",
    "Egenetablering",
    "AMO-kurs",
    "Praksisplass",
    "Lønnstilskudd",
    "Utdanning registrert i Nav",
    "Ordinær utdanning",
    "Fortsatt arbeidsledig",
    "Sluttet, sykdom",
    "Sluttet, annen årsak",
    "Ikke kontakt",
]
# Three started: one with a permanent job since, one who was ill, and she who was unemployed and then found work.
EXPECTED = {
    "Fast jobb": [1, 1, 1],
    "Vikariat, 3 måneder eller mer": [0, 1, 1],
    "Sluttet, sykdom": [1, 1, 1],
    "Fast jobb og vikariat": [1, 2, 2],
    "I jobb, vidt regnet": [1, 2, 2],
    "Sluttet": [1, 1, 1],
}
# At course end she is still registered as looking for work.
EXPECTED |= {"Fortsatt arbeidsledig": [1, 0, 0]}
DENOMINATORS = {
    "av alle som startet": "3",
    "når de som sluttet i de første ukene, er tatt ut": "2",
    "av dem som fullførte": "2",
    "av dem det er kontakt med": "3",
}
