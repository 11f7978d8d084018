"""No number per office holds a person with a strictly confidential address; a class's own places stay true (06-access)."""

import pytest
from django.urls import reverse

from amo import clock
from courses import concept_page, run_page, window_overview
from courses.actions import allocation, enrolments
from courses.facts_catalogue import free_for_office, taken_by_office, unshown_at
from courses.models import AllocationRun, Enrolment, Intake
from tests import factories as f
from tests.courses.places.world import World, text

pytestmark = [pytest.mark.django_db, pytest.mark.row("C3")]
REST = "Ikke fordelt på kontor"


@pytest.fixture
def world():
    """One class of ten. The world's office has a quota of two and one ordinary place; a second office has only her."""
    world = World(places=10)
    world.holder = f.MembershipFactory(county_staff=True, county=world.county, every_flag=True)
    world.far = f.OfficeFactory(county=world.county, name="Nav Utsikten")
    intake = world.intakes[0]
    f.OfficeQuotaFactory(intake=intake, office=world.office, minimum=1, maximum=2)
    far = f.MembershipFactory(office=world.far)
    for person in (
        world.person(),
        world.person(strictly_confidential=True),
        world.person(caseworker=far, strictly_confidential=True),
    ):
        enrolments.enrol(participant=person, intake=intake, by=world.holder)
    intake.refresh_from_db()
    return world


def test_the_round_s_page_names_no_office_for_her_place(world, client_for):
    (rows,) = window_overview.intakes(world.window, world.maker)
    assert [(row.name, row.taken) for row in rows.rows] == [(world.office.name, 1)]
    assert (rows.rest, rows.intake.occupied) == (2, 3)
    page = text(client_for(world.maker).get(world.window.get_absolute_url()))
    assert REST in page and world.far.name not in page
    assert "3 av 10 plasser er tatt eller tilbudt, 7 er ledige." in page
    (rows,) = window_overview.intakes(world.window, world.holder)
    assert {row.name: row.taken for row in rows.rows} == {world.office.name: 2, world.far.name: 1}
    assert rows.rest == 0


def test_the_class_s_page_and_what_is_free_for_the_office(world, client_for):
    intake = world.intakes[0]
    rows = concept_page.place_table(intake)["rows"]
    assert [(row[0], row[3], row[4]) for row in rows] == [(world.office.name, 1, 1), (REST, 2, "")]
    assert free_for_office([intake], world.office.pk) == {intake.pk: 1}
    assert taken_by_office([intake.pk])[intake.pk] == {world.office.pk: 2, world.far.pk: 1}, "what is counted by"
    page = text(client_for(world.caseworker).get(reverse("courses:intake_detail", args=[intake.public_id])))
    assert REST in page and "av personvernhensyn" in page and world.far.name not in page


def test_small_offices_without_a_quota_fold_into_the_same_line(world):
    """So the line is there without her too, and tells nothing of her."""
    Enrolment.objects.filter(participant__address_protection="strictly_confidential").delete()
    Intake.objects.update(occupied=1)
    others = {n: f.MembershipFactory(office=f.OfficeFactory(county=world.county, name=f"Nav {n}")) for n in (2, 3)}
    for n, caseworker in others.items():
        for _ in range(n):
            enrolments.enrol(
                participant=world.person(caseworker=caseworker), intake=world.intakes[0], by=world.maker
            )  # fmt: skip
    (rows,) = window_overview.intakes(world.window, world.maker)
    assert [(row.name, row.taken) for row in rows.rows] == [("Nav 3", 3), (world.office.name, 1)]
    assert rows.rest == 2


def test_a_proposal_shows_no_office_of_hers_and_the_courses_stay_true(world):
    world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    # Who came afterwards is not taken from what was counted before.
    later = enrolments.enrol(
        participant=world.person(strictly_confidential=True), intake=world.intakes[0], by=world.holder
    )  # fmt: skip
    run = AllocationRun.objects.get(pk=run.pk)
    shown = run_page.context(run, world.maker)
    assert [(row[0], row[3]) for row in shown["offices"]] == [(world.office.name, 1), (REST, 2)]
    assert shown["courses"][0]["taken"] == 3
    full = run_page.context(run, world.holder)["offices"]
    assert {row[0]: row[3] for row in full} == {world.office.name: 2, world.far.name: 1}
    found = unshown_at([world.intakes[0].pk], clock.now())
    assert found[later.intake_id] == {world.office.pk: 2, world.far.pk: 1}


@pytest.mark.row("A2")
def test_offices_that_get_nothing_and_ask_for_nothing_are_counted_and_not_listed(client_for):
    world = World(places=10)
    intake = world.intakes[0]
    f.OfficeQuotaFactory(intake=intake, office=world.office, minimum=0, maximum=0)
    idle = [f.OfficeFactory(county=world.county, name=name) for name in ("Nav Bakken", "Nav Dalen")]
    for office in idle:
        f.OfficeQuotaFactory(intake=intake, office=office, minimum=0, maximum=0)
    client, url = client_for(world.maker), world.window.get_absolute_url()
    page = text(client.get(url))
    assert "3 kontorer har kvote 0 og ingen søkere." in page
    assert f"Kontorer, kurs {intake.code}" not in page, "no table without a row"
    world.applies()
    page = text(client.get(url))
    assert "2 kontorer har kvote 0 og ingen søkere." in page
    assert world.office.name in page and "Nav Bakken" not in page
