"""Days of an offer: holidays, late contact, the start of a course, higher wishes (A3)."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo import clock, tick
from courses.actions import allocation, offers
from courses.models import Enrolment, Intake, Offer
from courses.waiting import History
from participants.models import Task
from tests import factories
from tests.courses.places.world import World, statuses, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A3")]


def approve(world):
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    return allocation.approve_run(run=run, by=world.approver)


def offer_of(application) -> Offer:
    return Offer.objects.filter(wish__application=application).latest("pk")


def two_courses(world):
    """She has accepted the second wish and waits for the first, whose place another holds."""
    one, two = world.intakes
    strong, person = world.applies(one), world.applies(one, two)
    approve(world)
    offers.answer_offer(offer=offer_of(person), accept=True, by=world.caseworker)
    assert statuses(person) == ["waiting", "accepted"]
    return strong, person


def give_on(offer, world):
    return offers.answer_offer(offer=offer, accept=False, reason="Har fått jobb", by=world.caseworker)


def test_holidays_do_not_count(freeze):
    freeze(dt.date(2027, 3, 22))
    world = World()
    application = world.applies()
    approve(world)
    # Maundy Thursday, Good Friday and Easter Monday lie between: 23, 24, 30, 31 March and 1 April.
    offer = offers.record_contact(offer=offer_of(application), on=dt.date(2027, 3, 22), by=world.caseworker)
    assert offer.deadline_on == dt.date(2027, 4, 1)


def test_the_answer_is_due_before_the_course_starts():
    world = World(start=3)
    application = world.applies()
    approve(world)
    offer = offers.record_contact(offer=offer_of(application), on=today(), by=world.caseworker)
    assert offer.deadline_on == today(2)


def test_contact_logged_late_leaves_her_the_day(freeze):
    world = World()
    application = world.applies()
    approve(world)
    reached = today()
    freeze(today(20))
    offer = offers.record_contact(offer=offer_of(application), on=reached, by=world.caseworker)
    assert offer.deadline_on == clock.today()
    tick.run_all(only=["courses.expire_offers"])
    assert statuses(application) == ["offered"]
    offers.answer_offer(offer=offer, accept=True, by=world.caseworker)
    assert statuses(application) == ["accepted"]


def test_a_higher_course_is_answered_before_the_accepted_one_starts():
    world = World(intakes=0, places=1)
    world.intakes = [world.intake(capacity=1, start=60), world.intake(capacity=1, start=4)]
    strong, person = two_courses(world)
    give_on(offer_of(strong), world)
    offer = offers.record_contact(offer=offer_of(person), on=today(), by=world.caseworker)
    assert offer.deadline_on == today(3)


def test_when_the_accepted_course_starts_she_waits_no_longer(freeze):
    world = World(intakes=0, places=1)
    world.intakes = [world.intake(capacity=1, start=60), world.intake(capacity=1, start=4)]
    strong, person = two_courses(world)
    freeze(today(4))
    for _n in range(2):
        tick.run_all(only=["courses.higher_wishes"])
    assert statuses(person) == ["closed", "accepted"]
    give_on(offer_of(strong), world)
    assert not Offer.objects.filter(status="outstanding").exists()


def test_a_higher_offer_not_answered_in_time_goes_to_the_next(freeze):
    world = World(intakes=0, places=1)
    world.intakes = [world.intake(capacity=1, start=60), world.intake(capacity=1, start=4)]
    one, two = world.intakes
    strong, person, next_one = world.applies(one), world.applies(one, two), world.applies(one)
    approve(world)
    offers.answer_offer(offer=offer_of(person), accept=True, by=world.caseworker)
    give_on(offer_of(strong), world)
    assert statuses(person) == ["offered", "accepted"]
    freeze(today(4))
    with pytest.raises(ValidationError, match="for sent å bytte"):
        offers.answer_offer(offer=offer_of(person), accept=True, by=world.caseworker)
    tick.run_all(only=["courses.higher_wishes"])
    assert (statuses(person), statuses(next_one)) == (["closed", "accepted"], ["offered"])
    assert offer_of(person).status == "withdrawn"
    assert not Task.objects.filter(participant=person.participant, done_at=None).exists()
    assert world.caseworker.notifications.filter(text__contains="er trukket").count() == 1
    assert Enrolment.objects.get(participant=person.participant).intake == two
    assert list(Intake.objects.order_by("pk").values_list("occupied", flat=True)) == [1, 1]


def test_expiry_without_contact_costs_no_waiting_and_expiry_with_contact_does(freeze):
    world = World(places=2)
    reached, missed = world.applies(days_ago=90), world.applies(days_ago=90)
    approve(world)
    offers.record_contact(offer=offer_of(reached), on=today(), by=world.caseworker)
    freeze(today(30))
    tick.run_all(only=["courses.expire_offers"])
    assert statuses(reached) == statuses(missed) == ["expired"]
    later = factories.AllocationWindowFactory(county=world.county)
    people = {one.participant_id: one for one in (reached, missed)}
    history = History(list(people), window=later, day=clock.today())
    days = {}
    for person, before in people.items():
        intake = factories.IntakeFactory(
            contract=world.contract, window=later, starts_on=clock.today() + dt.timedelta(40)
        )
        application = factories.ApplicationFactory(participant=before.participant, window=later)
        days[person] = history.of(factories.WishFactory(application=application, intake=intake))
    assert days[missed.participant_id]["days_waiting"] == 120
    assert days[reached.participant_id]["days_waiting"] == 0
    assert {one["earlier_refusals"] for one in days.values()} == {0}


def test_an_offer_that_never_reached_her_says_so(freeze, client_for):
    world = World(places=1)
    application = world.applies()
    approve(world)
    freeze(today(30))
    tick.run_all(only=["courses.expire_offers"])
    client = client_for(world.caseworker)
    page = text(client.get(reverse("courses:application_detail", args=[application.public_id])))
    assert "ikke kontaktet, plassen gikk videre" in page
    events = reverse("participants:event_list", args=[application.participant.public_id])
    assert "Ikke kontaktet om tilbudet" in text(client.get(events))


def test_the_form_asks_whether_she_wants_to_wait_for_a_higher_course(client_for):
    world = World(intakes=2, places=1)
    one, two = world.intakes
    world.applies(one)
    person = world.applies(one, two)
    approve(world)
    offer = offer_of(person)
    client = client_for(world.caseworker)
    url = reverse("courses:offer_answer", args=[offer.public_id])
    page = text(client.get(url))
    assert "Vil brukeren fortsatt vente på et høyere ønske?" in page
    assert "(nummer 1 på ventelista)" in page
    refused = client.post(url, {"version": offer.version, "answer": "accept"})
    assert refused.status_code == 422
    assert "Spør brukeren, og velg ja eller nei." in text(refused)
    assert statuses(person) == ["waiting", "offered"]
    done = client.post(url, {"version": offer.version, "answer": "accept", "keep_higher": "no"})
    assert done.status_code == 302
    assert statuses(person) == ["closed", "accepted"]


def test_the_page_names_the_holidays_that_move_the_deadline(freeze, client_for):
    freeze(dt.date(2026, 12, 22))
    world = World()
    application = world.applies()
    approve(world)
    url = reverse("courses:offer_contact", args=[offer_of(application).public_id])
    page = text(client_for(world.caseworker).get(url))
    assert (
        "30. desember 2026 hvis du får kontakt i dag. Helligdager regnes ikke med: 25. desember (Første juledag)."
        in page
    )
