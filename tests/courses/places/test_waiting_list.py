"""The waiting list of a class: the place, the reason for it, and who sees it (A4)."""

import io

import openpyxl
import pytest
from django.urls import reverse

from amo import saved_filters
from courses import waiting_list
from courses.actions import allocation, offers
from courses.actions.changing import withdraw_wish
from courses.models import AllocationDecision, AllocationRun, Application, Offer
from participants import innsyn
from participants.models import Participant
from tests import factories
from tests.courses.places.world import World, statuses, text

pytestmark = [pytest.mark.django_db, pytest.mark.row("A4")]


def approve(world):
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    return allocation.approve_run(run=run, by=world.approver)


@pytest.fixture
def queue():
    """One place, and four who wait for it in the order they applied: two offices, two caseworkers in one of them."""
    world = World(places=1)
    world.colleague = factories.MembershipFactory(office=world.office)
    world.office_lead = factories.MembershipFactory(office_lead=True, office=world.office)
    world.other_office = factories.OfficeFactory(county=world.county)
    world.other = factories.MembershipFactory(office=world.other_office)
    world.placed = world.applies()
    world.second = world.applies()
    world.third = world.applies(person=world.person(caseworker=world.other, office=world.other_office))
    world.fourth = world.applies(person=world.person(caseworker=world.colleague))
    world.fifth = world.applies()
    approve(world)
    assert statuses(world.second) == ["waiting"]
    return world


def place(world, application):
    wish = application.wishes.get()
    return waiting_list.places([wish.intake_id], world.maker)[wish.pk]


def listed(page: str, *applications) -> list[int]:
    """Which of these applications the page names, by number."""
    return [n for n, one in enumerate(applications, start=1) if one.participant.last_name in page]


def test_the_place_is_counted_on_the_list_and_in_the_office(queue):
    found = [place(queue, one) for one in (queue.second, queue.third, queue.fourth, queue.fifth)]
    assert [(one.position, one.of) for one in found] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [(one.office_position, one.office_of) for one in found] == [(1, 3), (1, 1), (2, 3), (3, 3)]


def test_who_stands_behind_moves_up_when_one_withdraws(queue):
    second = world_with_two_wishes(queue)
    withdraw_wish(wish=second.wishes.get(rank=1), by=queue.caseworker)
    assert place(queue, queue.fifth).position == 3


def world_with_two_wishes(queue) -> Application:
    """The first in the queue, with one more wish that she keeps."""
    factories.WishFactory(application=queue.second, intake=queue.intake(), rank=2, status="waiting")
    return queue.second


def test_the_next_in_the_list_gets_the_next_offer(queue):
    offer = Offer.objects.get(status="outstanding")
    offers.answer_offer(offer=offer, accept=False, reason="Har fått jobb", by=queue.caseworker)
    assert statuses(queue.second) == ["offered"]
    assert [place(queue, one).position for one in (queue.third, queue.fourth, queue.fifth)] == [1, 2, 3]


def test_each_sees_her_part_of_it(queue, client_for):
    url = reverse("courses:waiting_list", args=[queue.intakes[0].public_id])
    waiting = (queue.second, queue.third, queue.fourth, queue.fifth)
    seen = {
        queue.caseworker: [1, 4],
        queue.colleague: [3],
        queue.office_lead: [1, 3, 4],
        queue.other: [2],
        queue.maker: [1, 2, 3, 4],
        factories.MembershipFactory(county_staff=True): [],
    }
    for membership, expected in seen.items():
        assert listed(text(client_for(membership).get(url)), *waiting) == expected
    page = text(client_for(queue.maker).get(url))
    assert "4 står på venteliste" in page
    assert "To ansatte har kontrollert fordelingen" in page
    assert "Den ledige plassen (1) gikk til" in page


def test_a_caseworker_reads_no_points_of_a_colleague_s_people(queue, client_for):
    assert AllocationDecision.objects.visible_to(queue.colleague).count() == 1
    url = reverse("courses:application_detail", args=[queue.second.public_id])
    own = text(client_for(queue.caseworker).get(url))
    assert "Nr. 1 av 4 på ventelista" in own
    assert "Nr. 1 av 3 fra kontoret" in own
    assert "målgruppe" in own
    read = text(client_for(queue.colleague).get(url))
    assert "På venteliste" in read
    assert "på ventelista" not in read
    assert "målgruppe" not in read
    assert "Nr. 1 av 4" in text(client_for(queue.office_lead).get(url))


def test_it_goes_to_excel_with_places_and_reasons(queue, client_for):
    url = reverse("courses:waiting_list", args=[queue.intakes[0].public_id])
    response = client_for(queue.maker).get(url, {"export": "xlsx"})
    rows = list(openpyxl.load_workbook(io.BytesIO(response.content)).active.values)
    head = next(n for n, row in enumerate(rows) if row[0] == "Navn")
    assert [row[1:3] for row in rows[head + 1 :]] == [(1, 1), (2, 1), (3, 2), (4, 3)]


def test_a_protected_person_is_in_no_list_and_no_number(queue, client_for):
    """Kode 6: those behind her are numbered as if she were not there; her own office with the flag sees her."""
    Participant.objects.filter(pk=queue.second.participant_id).update(address_protection="strictly_confidential")
    url = reverse("courses:waiting_list", args=[queue.intakes[0].public_id])
    page = text(client_for(queue.maker).get(url))
    assert listed(page, queue.second) == []
    assert "3 står på venteliste" in page
    assert place(queue, queue.third).position == 1
    flagged = factories.MembershipFactory(office_lead=True, office=queue.office, sees_strictly_confidential=True)
    assert waiting_list.places([queue.intakes[0].pk], flagged)[queue.second.wishes.get().pk].position == 1


@pytest.mark.row("A2")
def test_a_proposal_numbers_its_queue_as_if_a_protected_person_were_not_there(queue, client_for):
    run = AllocationRun.objects.get(status="approved")
    Participant.objects.filter(pk=queue.second.participant_id).update(address_protection="strictly_confidential")
    url = reverse("courses:run_decisions", args=[run.public_id])

    def numbers(membership):
        saved_filters.choose_columns(by=membership, list_key="decisions", columns=["name", "order"])
        found = client_for(membership).get(url, {"export": "xlsx", "sort": "order"}).content
        return [
            place
            for _name, place, *_ in openpyxl.load_workbook(io.BytesIO(found)).active.values
            if isinstance(place, int)
        ]

    assert numbers(queue.maker) == [1, 2, 3]
    flagged = factories.MembershipFactory(county_staff=True, county=queue.county, every_flag=True)
    assert numbers(flagged) == [1, 2, 3, 4]


def test_the_person_s_own_print_out_tells_no_place_and_no_other_s_points(queue):
    """A place of then counts people who must not be known of; the limit here is one person's points."""
    decision = AllocationDecision.objects.get(wish__application=queue.fifth)
    assert decision.position == 4
    assert decision.cut_off["points"] and not decision.cut_off["printable"]
    (record,) = next(
        one for one in innsyn.sections(queue.fifth.participant) if one.title == "Avgjørelse i tildelingen"
    ).records
    shown = dict(record)
    assert "Plass i køen" not in shown
    assert shown["Poenggrense"] == "plasser: 1; begrunnelse: de ledige plassene gikk til andre"


def test_a_shielded_person_s_row_would_tell_the_course_and_is_left_out(queue, client_for):
    Participant.objects.filter(pk=queue.second.participant_id).update(is_shielded=True)
    url = reverse("courses:waiting_list", args=[queue.intakes[0].public_id])
    assert listed(text(client_for(queue.maker).get(url)), queue.second) == []


def test_the_class_leads_to_its_list_and_an_empty_one_says_why(queue, client_for):
    client = client_for(queue.caseworker)
    url = reverse("courses:waiting_list", args=[queue.intakes[0].public_id])
    assert url in text(client.get(reverse("courses:intake_detail", args=[queue.intakes[0].public_id])))
    other = queue.intake()
    page = text(client.get(reverse("courses:waiting_list", args=[other.public_id])))
    assert "Ingen står på venteliste" in page
    assert reverse("courses:waiting_list", args=[other.public_id]) not in text(
        client.get(reverse("courses:intake_detail", args=[other.public_id]))
    )


def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries, client_for):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for size in (3, 30):
        world = World(places=1)
        for _n in range(size):
            world.applies()
        approve(world)
        client = client_for(world.maker)
        url = reverse("courses:waiting_list", args=[world.intakes[0].public_id])
        client.get(url)
        with CaptureQueriesContext(connection) as caught:
            client.get(url)
        counts.append(len(caught))
    assert counts[0] == counts[1]
