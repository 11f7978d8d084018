"""A class gets more places: they go to the next on the waiting list at once, as a place that comes free (A3, C3)."""

import pytest

from amo import counters
from courses import quota_proposals
from courses.actions import allocation, intake_plans
from courses.actions.catalogue import save_intake
from courses.models import AllocationRun, Intake, Offer
from tests.courses.places.world import World, statuses

pytestmark = [pytest.mark.django_db, pytest.mark.row("A3"), pytest.mark.row("C3")]


@pytest.fixture
def queue():
    """One place, given in an approved allocation, and two who wait."""
    world = World(intakes=1, places=1)
    world.queue = [world.applies() for _ in range(3)]
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    allocation.approve_run(run=run, by=world.approver)
    assert [statuses(one) for one in world.queue] == [["offered"], ["waiting"], ["waiting"]]
    return world


def save(world, quotas=None, **values) -> Intake:
    return save_intake(intake=Intake.objects.get(), values=values, quotas=quotas or {}, by=world.maker)


def test_a_place_more_goes_to_the_next(queue):
    save(queue, capacity=2)
    assert [statuses(one) for one in queue.queue] == [["offered"], ["offered"], ["waiting"]]
    follow = AllocationRun.objects.get(follows__isnull=False)
    assert (follow.status, follow.made_by) == ("approved", queue.maker)
    assert counters.check() == []


def test_places_over_are_places_too(queue):
    save(queue, over_capacity=2, over_capacity_reason="To søkere fikk plass i klage.")
    assert [statuses(one) for one in queue.queue] == [["offered"]] * 3


def test_a_quota_that_is_raised_is_tried_too(queue):
    """Soft quotas waste no place: a place that was free for another reason is filled."""
    Intake.objects.update(capacity=2)
    save(queue, quotas={queue.office: (1, 2)})
    assert [statuses(one) for one in queue.queue] == [["offered"], ["offered"], ["waiting"]]


def test_quotas_of_several_are_tried_too(queue, monkeypatch):
    Intake.objects.update(capacity=2)
    monkeypatch.setattr(quota_proposals, "propose", lambda *args, **more: [])
    seen = quota_proposals.fingerprint([])
    intake_plans.set_quotas(
        intakes=[Intake.objects.get()], method=quota_proposals.NONE, minimum_percent=50, seen=seen, by=queue.maker
    )
    assert statuses(queue.queue[1]) == ["offered"]


def test_another_change_offers_nothing(queue):
    save(queue, place="Økern")
    assert Offer.objects.count() == 1
    assert not AllocationRun.objects.filter(follows__isnull=False).exists()


def test_before_the_allocation_nothing_is_offered():
    world = World(intakes=1, places=1)
    world.applies()
    save(world, capacity=2)
    assert not Offer.objects.exists()
