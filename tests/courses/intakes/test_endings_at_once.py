"""A class called off while somebody answers an offer, or while the allocation is approved: one outcome (C3, A3)."""

import pytest
from django.core.exceptions import ValidationError

from amo import counters
from courses.actions import allocation, endings, offers
from courses.models import Enrolment, Intake, Offer, Wish
from tests.courses.places.test_concurrency import at_once
from tests.courses.places.world import World, statuses
from tests.engines.counts import FULL

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.row("C3")]
ROUNDS = 40 if FULL else 4
REASON = "For få søkere til at kurset kan holdes."


def call_off(world, intake):
    return lambda: endings.call_off(intake=intake, reason=REASON, by=world.maker)


@pytest.mark.parametrize("accept", [True, False])
def test_called_off_while_an_offer_is_answered(accept):
    """Whoever is first, the place is gone, she waits for her next wish, and no counter is off."""
    for _round in range(ROUNDS):
        world = World(intakes=2, places=1)
        first, second = world.intakes
        world.applies(second)
        application = world.applies(first, second)
        run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
        allocation.approve_run(run=run, by=world.approver)
        offer = Offer.objects.get(wish__intake=first)
        results = at_once(
            [
                call_off(world, first),
                lambda offer=offer, world=world: offers.answer_offer(
                    offer=offer, accept=accept, reason="Nei takk", by=world.caseworker
                ),
            ]
        )
        first.refresh_from_db()
        assert first.status == "called_off", results
        assert first.occupied == 0
        assert not Enrolment.objects.filter(intake=first).exclude(status="not_started").exists()
        assert statuses(application)[0] in ("closed", "declined")
        assert statuses(application)[1] == "waiting"
        late = [result for result in results if isinstance(result, Exception)]
        assert all("allerede avgjort" in str(error) for error in late)
        offer.refresh_from_db()
        assert (offer.status, len(late)) in {("withdrawn", 1), ("accepted" if accept else "declined", 0)}
        assert counters.check() == []


def test_called_off_while_the_allocation_is_approved():
    """Either the offers were made and are withdrawn again, or the proposal is refused; nobody has a place on it."""
    for _round in range(ROUNDS):
        world = World(intakes=2, places=1)
        first, second = world.intakes
        applications = [world.applies(first, second), world.applies(first)]
        run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
        approve = lambda run=run, world=world: allocation.approve_run(run=run, by=world.approver)  # noqa: E731
        results = at_once([call_off(world, first), approve])
        refused = [result for result in results if isinstance(result, ValidationError)]
        assert Intake.objects.get(pk=first.pk).status == "called_off"
        assert not Offer.objects.filter(wish__intake=first, status="outstanding").exists()
        assert set(Wish.objects.filter(intake=first).values_list("status", flat=True)) == {"closed"}
        run.refresh_from_db()
        if refused:
            assert run.status == "preview"
            assert statuses(applications[0])[1] == "pending"
        else:
            assert run.status == "approved"
            assert statuses(applications[0])[1] == "offered", "the free place on her next wish is hers"
        assert counters.check() == []


def test_called_off_by_two_at_once():
    world = World()
    world.applies()
    results = at_once([call_off(world, world.intakes[0]) for _ in range(2)])
    assert sum(isinstance(result, ValidationError) for result in results) == 1
