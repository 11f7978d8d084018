"""The last place, fought for by 24 threads at once, round after round: never two, never none (C3, A3)."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from amo import clock
from courses import ground
from courses.actions import allocation, enrolments, offers
from courses.actions.offering import locked_wishes, make_offers
from courses.actions.seats import counted, lock_intakes, lock_window
from courses.models import DecisionLetter, Enrolment, Intake, Offer, Wish
from tests.at_once import at_once
from tests.courses.places.world import World
from tests.engines.counts import FULL
from tests.factories import today

WRITERS = 24
ROUNDS = 200 if FULL else 3
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.row("C3"), pytest.mark.row("A3")]


def approve(world):
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    return allocation.approve_run(run=run, by=world.approver)


@transaction.atomic
def offer_it(wish: Wish, world) -> Offer:
    """Offer the class's place to this person, as everything that offers does it."""
    lock_window(world.window.pk)
    intakes = lock_intakes([wish.intake_id])
    (offer,) = make_offers(locked_wishes([wish.pk]).values(), intakes=intakes, run=None, by=world.maker)
    return offer


@transaction.atomic
def take_it_back(world) -> None:
    """The offer is withdrawn and the person waits again, as before the round."""
    lock_window(world.window.pk)
    wish = Wish.objects.select_for_update(of=("self",)).get(status=Wish.Status.OFFERED)
    offers.withdraw_offers(wish, None)
    Wish.objects.filter(pk=wish.pk).update(status=Wish.Status.WAITING, version=F("version") + 1)


def test_the_last_place_is_offered_to_one_of_24_every_time():
    world = World(places=1)
    for _n in range(WRITERS):
        world.applies()
    Wish.objects.update(status=Wish.Status.WAITING)
    wishes = list(Wish.objects.order_by("pk"))
    for _round in range(ROUNDS):
        results = at_once([lambda wish=wish: offer_it(wish, world) for wish in wishes])
        made = [result for result in results if isinstance(result, Offer)]
        refused = [result for result in results if isinstance(result, ValidationError)]
        assert (len(made), len(refused)) == (1, WRITERS - 1), results
        assert Offer.objects.filter(status="outstanding").count() == Intake.objects.get().occupied == 1
        take_it_back(world)
    assert Intake.objects.get().occupied == 0


def test_whatever_24_do_at_once_with_the_last_place_one_person_has_it():
    """Yes, no, the clock's expiry, a follow-up and the county's direct enrolment, all in the same instant."""
    world = World(places=1)
    for _n in range(6):
        world.applies()
    approve(world)
    direct = world.person()
    intake = world.intakes[0]
    for number in range(ROUNDS):
        offer = Offer.objects.get(status="outstanding")
        works = [*_answers(offer, world), *_others(intake, direct, world, number)]
        assert len(works) == WRITERS
        results = at_once(works)
        assert len(results) == WRITERS, "every one had an answer: a refusal, or what it did"
        held = Offer.objects.filter(status="outstanding").count() + Enrolment.objects.taking_a_place().count()
        assert held == Intake.objects.get().occupied == counted([intake.pk])[intake.pk] == 1
        _start_again(world)


def _answers(offer, world) -> list:
    def answer(accept):
        return lambda: offers.answer_offer(offer=offer, accept=accept, reason="Nei takk", by=world.caseworker)

    return [answer(n % 2 == 0) for n in range(12)]


def _others(intake, direct, world, number) -> list:
    def follow_up():
        with transaction.atomic():
            window = lock_window(world.window.pk)
            return allocation.follow_up(window=window, by=None)

    late = clock.now() + dt.timedelta(days=40 if number % 2 else 0)
    return (
        [lambda: enrolments.enrol(participant=direct, intake=intake, by=world.maker)] * 4
        + [lambda: offers.expire_offers(late)] * 4
        + [follow_up] * 4
    )


def _start_again(world) -> None:
    """Whoever has the place gives it up, all wait again, and the first in the order is offered it."""
    for enrolment in Enrolment.objects.filter(status="awaiting_start"):
        enrolments.end_participation(enrolment=enrolment, on=today(), reason="other", by=world.maker)
    for offer in Offer.objects.filter(status="outstanding"):
        with transaction.atomic():
            lock_window(world.window.pk)
            offers.withdraw_offers(offer.wish, None)
    DecisionLetter.objects.all().delete()
    Enrolment.objects.all().delete()
    Wish.objects.update(status=Wish.Status.WAITING, decline_reason="")
    with transaction.atomic():
        allocation.follow_up(window=lock_window(world.window.pk), by=None)


def test_a_yes_in_the_second_the_offer_expires_has_one_outcome():
    """The clock's job of the day after and her yes of the last second race: she has the place, or the next has it."""
    for _round in range(ROUNDS):
        world = World(places=1)
        first, second = world.applies(), world.applies()
        approve(world)
        offer = Offer.objects.get(wish__application=first)
        offer = offers.record_contact(offer=offer, on=today(), by=world.caseworker)
        last = dt.datetime.combine(offer.deadline_on, dt.time(23, 59, 59), clock.OSLO)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(clock, "now", lambda at=last: at.astimezone(dt.UTC))
            results = at_once(
                [
                    lambda o=offer, w=world: offers.answer_offer(offer=o, accept=True, by=w.caseworker),
                    lambda at=last: offers.expire_offers(at + dt.timedelta(seconds=1)),
                ]
            )
        assert len(results) == 2
        refused = [result for result in results if isinstance(result, ValidationError)]
        statuses = tuple(
            Wish.objects.filter(application__in=[first, second]).order_by("pk").values_list("status", flat=True)
        )
        assert statuses == (("expired", "offered") if refused else ("accepted", "waiting")), results
        _one_has_it(world, enrolled=first if statuses[0] == "accepted" else None)


def _one_has_it(world, *, enrolled) -> None:
    """Never two, never none: one place, one person enrolled or one offered it."""
    enrolments = Enrolment.objects.filter(intake=world.intakes[0])
    assert [one.participant for one in enrolments] == ([enrolled.participant] if enrolled else [])
    offered = Offer.objects.filter(wish__intake=world.intakes[0], status="outstanding").count()
    assert enrolments.count() + offered == 1
    assert Intake.objects.get(pk=world.intakes[0].pk).occupied == 1


@pytest.mark.parametrize("yes_first", [True, False])
def test_whoever_comes_first_in_that_second_decides_it(freeze, yes_first):
    world = World(places=1)
    first, second = world.applies(), world.applies()
    approve(world)
    offer = offers.record_contact(offer=Offer.objects.get(), on=today(), by=world.caseworker)
    last = dt.datetime.combine(offer.deadline_on, dt.time(23, 59, 59), clock.OSLO)
    freeze(last)
    if yes_first:
        offers.answer_offer(offer=offer, accept=True, by=world.caseworker)
        assert offers.expire_offers(last + dt.timedelta(seconds=1)) == 0
    else:
        assert offers.expire_offers(last + dt.timedelta(seconds=1)) == 1
        with pytest.raises(ValidationError):
            offers.answer_offer(offer=offer, accept=True, by=world.caseworker)
    found = [Wish.objects.get(application=one).status for one in (first, second)]
    assert found == (["accepted", "waiting"] if yes_first else ["expired", "offered"])
    _one_has_it(world, enrolled=first if yes_first else None)


def test_a_decline_while_a_proposal_is_made_is_given_on_once():
    """A second round's run and a decline at once: the place goes to one, and a proposal that no longer holds is refused."""
    world = World(places=1)
    first, second = world.applies(), world.applies()
    approve(world)
    later = world.applies()
    offer = Offer.objects.get(wish__application=first)
    results = at_once(
        [
            lambda: offers.answer_offer(offer=offer, accept=False, reason="Har fått jobb", by=world.caseworker),
            lambda: allocation.run_allocation(window=world.window, by=world.maker, seed="11" * 16),
        ]
    )
    assert not [result for result in results if isinstance(result, Exception)]
    assert Offer.objects.get(status="outstanding").wish.application == second
    run = next(result for result in results if isinstance(result, allocation.AllocationRun))
    if ground.changes(run):
        with pytest.raises(ValidationError, match="endret siden forslaget ble laget"):
            allocation.approve_run(run=run, by=world.approver)
    else:
        assert allocation.approve_run(run=run, by=world.approver).status == "approved"
    assert Offer.objects.filter(status="outstanding").count() == Intake.objects.get().occupied == 1
    assert later.wishes.get().status in {"pending", "waiting"}
