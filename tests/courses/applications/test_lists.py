"""The lists of wishes and of offers: search, filters, sorting, Excel, for office and county (A1, A3, A4)."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from courses.actions import allocation, offers
from courses.models import Offer
from participants.models import Participant
from tests import factories
from tests.courses.places.world import World, text
from tests.factories import today
from tests.statistics import analyze

pytestmark = [pytest.mark.django_db, pytest.mark.row("A4")]
WISHES, OFFERS = "courses:application_list", "courses:offer_list"


def approve(world):
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    return allocation.approve_run(run=run, by=world.approver)


@pytest.fixture
def round_(db):
    """Two offices of one county; one place, which the first got."""
    world = World(places=1)
    world.other_office = factories.OfficeFactory(county=world.county, name="Nav Utkanten")
    world.other = factories.MembershipFactory(office=world.other_office)
    world.colleague = factories.MembershipFactory(office=world.office)
    world.first = world.applies(person=world.person(first_name="Åse", last_name="Ødegård"))
    world.second = world.applies(person=world.person(last_name="Berge"))
    world.far = world.applies(person=world.person(last_name="Dal", caseworker=world.other, office=world.other_office))
    approve(world)
    return world


def search(client, route: str, term: str):
    found = client.post(reverse(route.replace("_list", "_search")), {"q": term})
    assert term not in found["Location"], "the term stays on the server"
    return text(client.get(found["Location"]))


@pytest.mark.parametrize("route", [WISHES, OFFERS])
def test_search_by_name_stays_in_scope(round_, client_for, route):
    client = client_for(round_.caseworker)
    assert "Ødegård" in search(client, route, "odegard åse")
    page = search(client, route, "Dal")
    assert "Ingen treff" in page
    assert "Dal," not in page


def test_filters_and_columns_of_the_county(round_, client_for):
    client = client_for(round_.maker)
    page = text(client.get(reverse(WISHES)))
    assert "Nav Utkanten" in page
    page = text(client.get(reverse(WISHES), {"f": "1", "kontor": str(round_.other_office.pk)}))
    assert ("Dal," in page, "Berge," in page) == (True, False)
    page = text(client.get(reverse(WISHES), {"f": "1", "runde": str(round_.window.pk), "quick": "waiting"}))
    assert ("Dal," in page, "Ødegård" in page) == (True, False)
    assert "På venteliste</span>" in page
    office = text(client_for(round_.caseworker).get(reverse(WISHES)))
    assert ('name="kontor"' in office, "Mine brukere" in office) == (False, True)


def test_a_caseworker_sees_the_places_of_her_own_people_only(round_, client_for):
    assert "1 av 2" in text(client_for(round_.caseworker).get(reverse(WISHES)))
    page = text(client_for(round_.colleague).get(reverse(WISHES)))
    assert "Berge," in page
    assert "1 av 2" not in page


def test_a_masked_row_is_not_found_by_what_it_hides(round_, client_for):
    Participant.objects.filter(last_name="Berge").update(is_shielded=True)
    client = client_for(round_.maker)
    page = text(client.get(reverse(WISHES)))
    assert ("Beskyttet" in page, "Berge," in page) == (True, False)
    for route in (WISHES, OFFERS):
        assert "Berge" not in search(client, route, "Berge").replace("Søk: Berge", "").replace('value="Berge"', "")
    for narrowed in ({"kurs": str(round_.concept.pk)}, {"runde": str(round_.window.pk)}, {"quick": "waiting"}):
        assert "Beskyttet" not in text(client.get(reverse(WISHES), {"f": "1"} | narrowed))


def test_a_masked_row_is_last_both_ways_and_says_not_when_she_applied(round_, client_for):
    Participant.objects.filter(last_name="Berge").update(is_shielded=True)
    client = client_for(round_.maker)
    for key in ("name", "course", "rank", "status", "office", "caseworker", "code", "start", "sent"):
        for sort in (key, f"-{key}"):
            rows = rows_of(client.get(reverse(WISHES), {"f": "1", "export": "xlsx", "sort": sort}))
            head = next(n for n, row in enumerate(rows) if row[0] == "Navn")
            assert [row[0] for row in rows[head + 1 :]][-1] == "Beskyttet", sort
            assert set(rows[-1][1:]) <= {None, ""}, rows[-1]
    mine = text(client_for(round_.caseworker).get(reverse(WISHES), {"f": "1", "quick": "mine"}))
    assert ("Ødegård" in mine, "Beskyttet" in mine) == (True, False)


def rows_of(response) -> list[tuple]:
    return list(openpyxl.load_workbook(io.BytesIO(response.content)).active.values)


def test_both_go_to_excel_as_filtered(round_, client_for):
    client = client_for(round_.maker)
    wishes = rows_of(client.get(reverse(WISHES), {"f": "1", "quick": "waiting", "export": "xlsx", "sort": "name"}))
    head = next(n for n, row in enumerate(wishes) if row[0] == "Navn")
    assert [row[0].split(",")[0] for row in wishes[head + 1 :]] == ["Berge", "Dal"]
    made = rows_of(client.get(reverse(OFFERS), {"f": "1", "export": "xlsx"}))
    assert [row[0] for row in made if row[0] and "Ødegård" in row[0]] == ["Ødegård, Åse"]


@pytest.mark.row("A3")
def test_the_offers_lead_to_what_is_to_be_done(round_, client_for, freeze):
    offer = Offer.objects.get()
    client = client_for(round_.caseworker)
    contact, answer = (reverse(f"courses:offer_{name}", args=[offer.public_id]) for name in ("contact", "answer"))
    page = text(client.get(reverse(OFFERS), {"f": "1", "quick": "untold"}))
    assert (contact in page, answer in page) == (True, False)
    assert "Ødegård" not in text(client.get(reverse(OFFERS), {"f": "1", "quick": "decide"}))
    county = text(client_for(round_.maker).get(reverse(OFFERS)))
    assert "Ødegård" in county
    assert contact not in county
    freeze(today(15))
    assert "Ødegård" in text(client.get(reverse(OFFERS), {"f": "1", "quick": "decide"}))
    offers.record_contact(offer=offer, on=today(0), by=round_.caseworker)
    page = text(client.get(reverse(OFFERS), {"f": "1", "quick": "told"}))
    assert answer in page


@pytest.mark.parametrize("route", [WISHES, OFFERS])
def test_the_number_of_queries_does_not_grow(client_for, route):
    counts = []
    for size in (3, 30):
        world = World(places=size)
        for _n in range(size + 3):
            world.applies(person=world.person(caseworker=factories.MembershipFactory(office=world.office)))
        approve(world)
        analyze()
        client = client_for(world.maker)
        client.get(reverse(route))
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse(route))
        counts.append(len(caught))
    assert counts[0] == counts[1]
