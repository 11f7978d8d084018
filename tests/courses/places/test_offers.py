"""Offers: first contact, answer, expiry, and the next offer at once (A3)."""

import pytest
from django.core.exceptions import ValidationError

from amo import clock, tick, workdays
from amo.versions import StaleVersion
from courses.actions import allocation, enrolments, offers
from courses.models import AllocationRun, Enrolment, Intake, Offer
from participants.models import AccessGrant, ContactAttempt, PortfolioRow, Task
from tests import factories
from tests.courses.places.world import World, statuses
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A3")]
SEED = "00" * 16


def approved(world: World) -> AllocationRun:
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    return allocation.approve_run(run=run, by=world.approver)


def offer_of(application) -> Offer:
    return Offer.objects.filter(wish__application=application).latest("pk")


def accept(offer, world, **more):
    return offers.answer_offer(offer=offer, accept=True, by=world.caseworker, **more)


def test_the_deadline_is_five_working_days_from_the_first_contact():
    world = World()
    application = world.applies()
    approved(world)
    offer = offers.record_contact(offer=offer_of(application), on=today(), by=world.caseworker)
    assert offer.deadline_on == workdays.add_working_days(today(), 5)
    assert ContactAttempt.objects.get().reached
    assert Task.objects.get(done_at=None).due_on == offer.deadline_on
    assert PortfolioRow.objects.get(pk=application.participant_id).offer_deadline == offer.deadline_on
    with pytest.raises(ValidationError, match="allerede logget"):
        offers.record_contact(offer=offer, on=today(), by=world.caseworker)


def test_an_attempt_in_vain_starts_no_deadline():
    world = World()
    application = world.applies()
    approved(world)
    offer = offers.record_contact(offer=offer_of(application), on=today(), reached=False, by=world.caseworker)
    assert offer.deadline_on is None
    assert Task.objects.get().done_at is None
    assert not ContactAttempt.objects.get().reached


@pytest.mark.parametrize("days, message", [(-1, "før tilbudet"), (1, "fram i tid")])
def test_contact_before_the_offer_or_ahead_is_refused_at_the_day(days, message):
    world = World()
    application = world.applies()
    approved(world)
    with pytest.raises(ValidationError, match=message) as caught:
        offers.record_contact(offer=offer_of(application), on=today(days), by=world.caseworker)
    assert list(caught.value.error_dict) == ["on"]
    assert not ContactAttempt.objects.exists()


def test_accepting_enrols_grants_access_and_tells_the_provider():
    world = World()
    application = world.applies()
    approved(world)
    accept(offer_of(application), world)
    enrolment = Enrolment.objects.get()
    intake = Intake.objects.get()
    assert (enrolment.status, enrolment.starts_on, enrolment.ends_on) == (
        "awaiting_start", intake.starts_on, intake.ends_on,
    )  # fmt: skip
    assert enrolment.referred_by == world.caseworker
    assert intake.occupied == 1
    assert Enrolment.objects.visible_to(world.lead).get() == enrolment
    grants = dict(AccessGrant.objects.filter(provider=world.provider).values_list("level", "ends_on"))
    assert grants == {
        "course": enrolment.ends_on + clock.dt.timedelta(days=40),
        "reduced": intake.ends_on + clock.dt.timedelta(days=160),
    }
    assert not Task.objects.filter(done_at=None).exists()
    note = world.lead.notifications.get()
    assert application.participant.last_name not in note.text
    row = PortfolioRow.objects.get(pk=application.participant_id)
    assert (row.offer_deadline, row.course_starts_on) == (None, intake.starts_on)


def test_accepting_closes_lower_wishes_and_keeps_higher_ones_waiting():
    world = World(intakes=3, places=1)
    one, two, three = world.intakes
    strong = world.applies(one)
    person = world.applies(one, two, three)
    approved(world)
    assert statuses(person) == ["waiting", "offered", "pending"]
    accept(offer_of(person), world)
    assert statuses(person) == ["waiting", "accepted", "closed"]
    # The higher place comes free: it is offered, and taking it gives the lower one back.
    offers.answer_offer(offer=offer_of(strong), accept=False, reason="Flytter", by=world.caseworker)
    assert statuses(person) == ["offered", "accepted", "closed"]
    accept(offer_of(person), world)
    assert statuses(person) == ["accepted", "closed", "closed"]
    assert sorted(Enrolment.objects.values_list("intake__code", "status")) == sorted(
        [(one.code, "awaiting_start"), (two.code, "not_started")]
    )
    assert list(Intake.objects.order_by("pk").values_list("occupied", flat=True)) == [1, 0, 0]


def test_higher_wishes_close_when_she_does_not_want_to_wait():
    world = World(intakes=2, places=1)
    one, two = world.intakes
    world.applies(one)
    person = world.applies(one, two)
    approved(world)
    accept(offer_of(person), world, keep_higher=False)
    assert statuses(person) == ["closed", "accepted"]


def test_a_decline_gives_the_place_to_the_next_at_once_and_keeps_her_lower_wishes():
    world = World(intakes=2, places=1)
    one, two = world.intakes
    first = world.applies(one, two)
    second = world.applies(one)
    approved(world)
    offers.answer_offer(offer=offer_of(first), accept=False, reason="For lang reisevei", by=world.caseworker)
    assert statuses(first) == ["declined", "offered"]
    assert statuses(second) == ["offered"]
    assert first.wishes.get(rank=1).decline_reason == "For lang reisevei"
    follow = AllocationRun.objects.get(follows__isnull=False)
    assert (follow.status, follow.seed) == ("approved", SEED)
    assert list(Intake.objects.order_by("pk").values_list("occupied", flat=True)) == [1, 1]


def test_the_next_offer_follows_the_approved_order_whatever_has_changed_since():
    world = World(places=1)
    first, second, third = (world.applies() for _ in range(3))
    approved(world)
    # Would be ahead of the second if the points were counted again.
    item = factories.ChecklistItemFactory(concept=world.concept)
    factories.ChecklistAnswerFactory(participant=third.participant, item=item, answer="met")
    latecomer = world.applies(days_ago=800)
    offers.answer_offer(offer=offer_of(first), accept=False, reason="Nei", by=world.caseworker)
    assert [statuses(a) for a in (second, third, latecomer)] == [["offered"], ["waiting"], ["pending"]]


def test_a_decline_needs_a_reason():
    world = World()
    application = world.applies()
    approved(world)
    with pytest.raises(ValidationError) as caught:
        offers.answer_offer(offer=offer_of(application), accept=False, reason="  ", by=world.caseworker)
    assert list(caught.value.error_dict) == ["reason"]
    assert statuses(application) == ["offered"]


def test_an_answered_offer_and_a_stale_one_are_refused():
    world = World()
    application = world.applies()
    approved(world)
    offer = offer_of(application)
    with pytest.raises(StaleVersion):
        accept(offer, world, expected_version=offer.version + 1)
    accept(offer, world)
    with pytest.raises(ValidationError, match="allerede avgjort"):
        accept(offer, world)
    assert Enrolment.objects.count() == 1


def test_somebody_on_another_course_in_the_period_cannot_accept():
    world = World()
    application = world.applies()
    approved(world)
    other = factories.IntakeFactory(starts_on=today(20))
    factories.EnrolmentFactory(participant=application.participant, intake=other, status="awaiting_start")
    with pytest.raises(ValidationError, match="allerede på et kurs i perioden"):
        accept(offer_of(application), world)
    assert statuses(application) == ["offered"]


def test_an_offer_past_its_deadline_goes_on_by_the_tick(freeze):
    world = World(places=1)
    first, second = world.applies(), world.applies()
    approved(world)
    offer = offers.record_contact(offer=offer_of(first), on=today(), by=world.caseworker)
    freeze(offer.deadline_on)
    assert tick.run_all(only=["courses.expire_offers"])[0].count == 0
    freeze(offer.deadline_on + clock.dt.timedelta(days=1))
    with pytest.raises(ValidationError, match="Svarfristen gikk ut"):
        accept(offer, world)
    outcome = tick.run_all(only=["courses.expire_offers"])[0]
    assert (outcome.count, outcome.error) == (1, "")
    assert [statuses(a) for a in (first, second)] == [["expired"], ["offered"]]
    assert tick.run_all(only=["courses.expire_offers"])[0].count == 0, "done once"
    assert Intake.objects.get().occupied == 1


@pytest.mark.row("P9")
def test_without_contact_the_office_decides_after_ten_working_days(freeze):
    world = World(places=1)
    first, second = world.applies(), world.applies()
    approved(world)
    offer = offer_of(first)
    with pytest.raises(ValidationError, match="uten kontakt fra"):
        offers.pass_on(offer=offer, by=world.caseworker)
    freeze(workdays.add_working_days(today(), 10))
    for expected in (1, 1):
        tick.run_all(only=["courses.expire_offers"])
        assert Task.objects.filter(office=world.office, kind="offer_decision").count() == expected
    offers.pass_on(offer=offer, by=world.caseworker)
    assert [statuses(a) for a in (first, second)] == [["expired"], ["offered"]]
    offer.refresh_from_db()
    assert offer.contacted_on is None
    assert not Task.objects.filter(participant=first.participant, done_at=None).exists()


def test_one_who_drops_out_before_the_start_gives_her_place_on():
    world = World(places=1)
    first, second = world.applies(), world.applies()
    approved(world)
    accept(offer_of(first), world)
    enrolments.end_participation(enrolment=Enrolment.objects.get(), on=today(), reason="work", by=world.caseworker)
    assert statuses(second) == ["offered"]
    assert Intake.objects.get().occupied == 1
