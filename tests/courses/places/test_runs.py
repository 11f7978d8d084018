"""A proposal while other things happen: progress, cancel, an answer meanwhile, a course called off (A2, A3)."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from amo import jobs
from courses import ground, run_page
from courses.actions import allocation, offers
from courses.actions.applications import withdraw_application
from courses.actions.changing import withdraw_wish
from courses.actions.seats import lock_intakes, lock_window
from courses.models import AllocationRun, Intake, Offer
from participants.models import Participant
from tests.courses.places.test_concurrency import at_once
from tests.courses.places.world import World, statuses, text
from tests.factories import today

SEED = "00" * 16


def approved(world):
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    return allocation.approve_run(run=run, by=world.approver)


@pytest.mark.row("A2")
@pytest.mark.django_db
def test_the_job_tells_how_far_it_is_and_stops_when_asked():
    world = World()
    world.applies()
    job = allocation.start_run(window=world.window, by=world.maker)
    assert (job.done, job.total) == (0, 4)
    done = jobs.run(job.pk)
    assert (done.done, done.total) == (4, 4)
    assert "1 søknad er lest, til 1 kurs." in done.log and "1 får plass." in done.log
    AllocationRun.objects.all().delete()

    again = allocation.start_run(window=world.window, by=world.maker)
    again.cancel_requested = True
    again.save()
    assert jobs.run(again.pk).status == "cancelled"
    assert not AllocationRun.objects.exists()


@pytest.mark.row("A3")
@pytest.mark.django_db
def test_an_answer_while_the_places_are_distributed_is_counted_before_they_are_stored():
    world = World(places=1)
    first, second = world.applies(), world.applies()
    approved(world)
    offer = Offer.objects.get()

    def answers(done: int, line: str) -> None:
        if done == 3:
            offers.answer_offer(offer=offer, accept=False, reason="Har fått jobb", by=world.caseworker)

    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED, tell=answers)
    assert ground.changes(run) == []
    assert statuses(first) == ["declined"] and statuses(second) == ["offered"]


@pytest.mark.row("A2")
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"status": "called_off"}, "tar ikke lenger imot noen"),
        ({"capacity": 1}, "hadde 2 plasser og har nå 1."),
    ],
)
def test_what_has_changed_is_said_at_approval(change, words):
    world = World(places=2)
    world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    Intake.objects.update(**change)
    with pytest.raises(ValidationError) as refused:
        allocation.approve_run(run=run, by=world.approver)
    assert any(words in message for message in refused.value.messages)
    assert not Offer.objects.exists()


@pytest.mark.row("A2")
@pytest.mark.django_db
def test_a_withdrawal_and_a_new_application_are_said_too():
    world = World()
    first = world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    first.wishes.update(status="closed")
    world.applies()
    assert ground.changes(run) == ["Ett ønske er trukket, besvart eller lukket.", "Ett ønske er kommet til."]


@pytest.mark.row("A2")
@pytest.mark.django_db(transaction=True)
def test_a_course_called_off_while_it_is_approved_leaves_one_outcome():
    for _ in range(3):
        world = World(places=1)
        application = world.applies()
        run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)

        def call_off(world=world):
            with transaction.atomic():
                lock_window(world.window.pk)
                (intake,) = lock_intakes([world.intakes[0].pk]).values()
                if intake.occupied:
                    return "occupied"
                intake.status = Intake.Status.CALLED_OFF
                intake.save()
                return "called off"

        results = at_once([call_off, lambda run=run, world=world: allocation.approve_run(run=run, by=world.approver)])
        offered = Offer.objects.filter(wish__application=application).count()
        assert results.count("called off") + offered == 1
        assert sum(isinstance(one, ValidationError) for one in results) == results.count("called off")
        assert statuses(application) == (["offered"] if offered else ["pending"])


def figures(run, membership) -> dict:
    """What the run's page counts; who it names is another matter."""
    shown = run_page.context(AllocationRun.objects.get(pk=run.pk), membership)
    courses = [{key: row[key] for key in row if key not in ("intake", "url")} for row in shown["courses"]]
    return {"summary": shown["summary"], "offices": shown["offices"], "courses": courses}


@pytest.mark.row("A2")
@pytest.mark.django_db
def test_an_approved_run_shows_what_was_decided_then_whatever_is_withdrawn_since(client_for, freeze):
    world = World(intakes=2, places=2)
    one, two = world.intakes
    both, only = world.applies(one, two), world.applies(two)
    waits = [world.applies(one) for _ in range(3)]
    run = approved(world)
    then = figures(run, world.maker)
    assert then["summary"][0] == ("Søkere", 5) and ("Får førsteønsket", 3) in then["summary"]
    with_offer = Offer.objects.get(wish__application=both)
    offers.answer_offer(offer=with_offer, accept=False, reason="Har fått jobb", by=world.caseworker)
    last = waits[-1]
    withdraw_application(application=last, by=world.caseworker)
    freeze(today(1))
    assert not Participant.objects.visible_to(world.maker).filter(pk=last.participant_id).exists()
    assert figures(run, world.maker) == then
    page = text(client_for(world.maker).get(reverse("courses:run_decisions", args=[run.public_id])))
    assert last.participant.list_name not in page
    assert "Én person som har trukket søknaden siden, er med i tallene" in page
    assert only.participant.list_name in page


@pytest.mark.row("A2")
@pytest.mark.django_db
def test_a_wish_taken_off_stands_in_the_approved_run_with_the_rank_it_had(client_for):
    world = World(intakes=2, places=1)
    one, two = world.intakes
    for intake in (one, two):
        world.applies(intake)
    passed = world.applies(one, two)
    run = approved(world)
    then = figures(run, world.maker)
    first = passed.wishes.get(intake=one)
    withdraw_wish(wish=first, by=world.caseworker)
    assert passed.wishes.get().rank == 1, "the other has moved up"
    assert figures(run, world.maker) == then
    page = text(client_for(world.maker).get(reverse("courses:run_decisions", args=[run.public_id])))
    assert f"1. {one.concept.title} ({one.code})" in page and f"2. {two.concept.title} ({two.code})" in page
    decision = run.decisions.get(wish=first)
    own = text(client_for(world.maker).get(reverse("courses:run_decision", args=[run.public_id, decision.pk])))
    assert own.index(one.code) < own.index(two.code)


@pytest.mark.row("A2")
@pytest.mark.django_db
def test_one_strictly_confidential_is_in_the_figures_of_those_who_hold_the_flag():
    world = World(places=2)
    hidden = world.applies()
    world.applies()
    run = approved(world)
    Participant.objects.filter(pk=hidden.participant_id).update(address_protection="strictly_confidential")
    assert figures(run, world.maker)["summary"][0] == ("Søkere", 1)
    world.maker.sees_strictly_confidential = True
    assert figures(run, world.maker)["summary"][0] == ("Søkere", 2)
