"""Who waits, and what she is told when she waited in vain: the queue after a decline, and the day a class starts (A2, A4)."""

import pytest
from django.core.exceptions import ValidationError

from amo import clock
from courses import ground, waiting_list
from courses.actions import allocation, lifecycle, offers
from courses.models import DecisionLetter, Intake, Offer
from courses.waiting import History
from participants.models import JobseekerPeriod
from tests import factories
from tests.courses.places.world import World, statuses
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A2")]
SEED = "00" * 16


def approve(world):
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    return allocation.approve_run(run=run, by=world.approver)


def decline(world, application):
    offer = Offer.objects.get(wish__application=application, status="outstanding")
    return offers.answer_offer(offer=offer, accept=False, reason="Har fått jobb", by=world.caseworker)


def starts(intake):
    """The day the class begins, for it alone."""
    Intake.objects.filter(pk=intake.pk).update(starts_on=today())
    lifecycle.start_intakes(today())


def reasons(application) -> list[tuple[str, str]]:
    return list(application.wishes.order_by("rank").values_list("status", "refusal_reason"))


@pytest.mark.row("A4")
def test_after_a_decline_she_stands_on_the_list_for_her_lower_wish_and_is_refused_as_full_at_its_start():
    world = World(intakes=2, places=1)
    one, two = world.intakes
    first = world.applies(one, two)
    world.applies(two)
    behind = world.applies(two)
    approve(world)
    assert statuses(first) == ["offered", "pending"], "parked under the offer"
    decline(world, first)
    assert statuses(first) == ["declined", "waiting"]
    places = waiting_list.places([two.pk], world.maker)
    lower = first.wishes.get(rank=2)
    assert [places[wish].position for wish in (lower.pk, behind.wishes.get().pk)] == [1, 2]
    starts(two)
    assert reasons(first) == [("declined", ""), ("refused", "full")]
    assert DecisionLetter.objects.filter(wish=lower, kind="refusal").count() == 1
    refusals = History({first.participant_id}, window=None, day=today()).of(lower)["earlier_refusals"]
    assert refusals == 1, "it counts next time"


@pytest.mark.row("A4")
def test_an_offer_that_runs_out_when_its_class_starts_puts_her_on_the_list_though_no_place_is_free(freeze):
    world = World(intakes=0)
    one, two = world.intake(capacity=1, start=4), world.intake(capacity=1, start=60)
    first, _other = world.applies(one, two), world.applies(two)
    approve(world)
    freeze(today(4))
    lifecycle.start_intakes(today(4))
    offers.expire_offers(clock.now())
    assert statuses(first) == ["expired", "waiting"]
    assert set(waiting_list.places([two.pk], world.maker)) == {first.wishes.get(rank=2).pk}


def test_what_is_parked_under_an_offer_or_a_place_is_closed_at_its_start_and_no_refusal():
    world = World(intakes=3, places=1)
    one, two, three = world.intakes
    world.applies(one)
    person = world.applies(one, two, three)
    approve(world)
    starts(three)
    assert statuses(person) == ["waiting", "offered", "closed"]
    starts(one)
    assert reasons(person)[0] == ("refused", "full"), "the one above it she did wait for"
    assert not DecisionLetter.objects.filter(wish__application=person, wish__rank=3).exists()


def test_a_round_never_run_is_refused_as_full_only_where_the_class_is_full():
    world = World(intakes=2, places=2)
    one, two = world.intakes
    waits, other = world.applies(one), world.applies(two)
    Intake.objects.filter(pk=two.pk).update(occupied=2)
    starts(one)
    starts(two)
    assert reasons(waits) == [("refused", "other")], "two places stood empty"
    assert reasons(other) == [("refused", "full")]
    letter = DecisionLetter.objects.get(wish__application=waits)
    assert "ikke med i noen fordeling" in letter.own_words
    assert DecisionLetter.objects.get(wish__application=other).own_words == ""


def test_one_kept_from_a_free_place_by_a_condition_is_told_of_the_condition():
    world = World(places=1)
    first, second = world.applies(), world.applies()
    approve(world)
    JobseekerPeriod.objects.filter(participant=second.participant).delete()
    decline(world, first)
    assert statuses(second) == ["waiting"], "passed by that day, not thrown out of the queue"
    starts(world.intakes[0])
    assert reasons(second) == [("refused", "requirement")]
    letter = DecisionLetter.objects.get(wish__application=second, kind="refusal")
    assert letter.decision.reason == "not_registered"


def test_a_proposal_is_approved_while_an_offer_above_her_place_is_outstanding():
    """Wish 1 waits, wish 2 is offered, wish 3 is accepted: nothing of that is settled since the proposal was made."""
    world = World(intakes=3, places=1)
    one, two, three = world.intakes
    world.applies(one)
    second = world.applies(two)
    person = world.applies(one, two, three)
    approve(world)
    offers.answer_offer(
        offer=Offer.objects.get(wish__application=person), accept=True, keep_higher=True, by=world.caseworker
    )
    decline(world, second)
    assert statuses(person) == ["waiting", "offered", "accepted"]
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    assert ground.changes(run) == []
    allocation.approve_run(run=run, by=world.approver)
    assert statuses(person) == ["waiting", "offered", "accepted"]
    assert list(run.decisions.order_by("wish__rank").filter(wish__application=person).values_list("outcome", flat=True)) == [
        "waiting", "held", "not_needed",
    ]  # fmt: skip


@pytest.mark.row("A1")
def test_a_proposal_that_offers_a_place_to_one_deregistered_since_is_made_anew():
    world = World(places=1)
    first, second = world.applies(), world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    JobseekerPeriod.objects.filter(participant=second.participant).delete()
    assert ground.changes(run) == [], "she gets none, so it does not matter"
    JobseekerPeriod.objects.filter(participant=first.participant).delete()
    assert ground.changes(run) == ["Én som får plass i forslaget, oppfyller ikke lenger kravene."]
    with pytest.raises(ValidationError, match="oppfyller ikke lenger kravene"):
        allocation.approve_run(run=run, by=world.approver)
    factories.JobseekerPeriodFactory(participant=second.participant)
    again = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED, replaces=run)
    allocation.approve_run(run=again, by=world.approver)
    assert (statuses(first), statuses(second)) == (["refused"], ["offered"])


@pytest.mark.row("A5")
def test_a_decline_elsewhere_in_the_round_does_not_take_her_reason_away():
    """The follow-up finds no place left on her course; the letter still tells who got it."""
    world = World(intakes=2, places=1)
    one, two = world.intakes
    world.applies(one)
    late = world.applies(one)
    gives_back = world.applies(two)
    approve(world)
    reason = late.wishes.get().decisions.get().reason
    decline(world, gives_back)
    starts(one)
    assert reason == "outranked"
    assert late.wishes.get().decisions.latest("pk").reason == "none_left", "what the follow-up found"
    assert DecisionLetter.objects.get(wish__application=late).decision.reason == reason
