"""A proposal while other things happen: progress, cancel, an answer meanwhile, a course called off (A2, A3)."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from amo import jobs
from courses import ground
from courses.actions import allocation, offers
from courses.actions.seats import lock_intakes, lock_window
from courses.models import AllocationRun, Intake, Offer
from tests.courses.places.test_concurrency import at_once
from tests.courses.places.world import World, statuses

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
