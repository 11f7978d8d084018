"""The expiry job killed at each of its steps: nothing half done is seen, and the next tick does it once (A3)."""

import pytest

from amo import clock, tick
from courses import portfolio_rows
from courses.actions import allocation, carrying_out, deciding, following, offering, offers, started
from courses.models import AllocationRun, Intake, Offer
from participants.models import PortfolioRow, Task
from tests.courses.places.world import World, statuses
from tests.factories import today

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.row("A3")]


class Killed(BaseException):
    """What a worker that is killed leaves behind: no handler, no commit."""


def approve(world):
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    return allocation.approve_run(run=run, by=world.approver)


def kill_after(monkeypatch, module, name):
    """The named step is done, and then the worker is gone."""
    step = getattr(module, name)

    def dies(*args, **kwargs):
        step(*args, **kwargs)
        raise Killed

    monkeypatch.setattr(module, name, dies)


def state() -> dict:
    """What anybody can see."""
    return {
        "offers": sorted(Offer.objects.values_list("wish__application", "status")),
        "runs": AllocationRun.objects.count(),
        "tasks": sorted(Task.objects.values_list("participant", "kind", "done_at")),
        "occupied": Intake.objects.get().occupied,
        "portfolio": sorted(PortfolioRow.objects.values_list("pk", "offer_deadline"), key=str),
    }


STEPS = [
    (offers, "_expire"),
    (offers, "_let_go"),
    (offers, "follow_up"),
    (deciding, "store"),
    (following, "locked_wishes"),
    (following, "carry_out"),
    (carrying_out, "make_offers"),
    (offering, "take_places"),
    (offering, "move"),
    (offering, "_tasks"),
    (offering, "create_tasks"),
    (portfolio_rows, "refresh"),
]


@pytest.mark.parametrize(("module", "name"), STEPS, ids=[name for _module, name in STEPS])
def test_killed_after_a_step_of_the_expiry(monkeypatch, freeze, module, name):
    world = World(places=1)
    first, second, third = world.applies(), world.applies(), world.applies()
    approve(world)
    offer = Offer.objects.get()
    offer = offers.record_contact(offer=offer, on=today(), by=world.caseworker)
    freeze(offer.deadline_on + clock.dt.timedelta(days=1))
    before = state()
    with monkeypatch.context() as patch:
        kill_after(patch, module, name)
        with pytest.raises(Killed):
            offers.expire_offers(clock.now())
    assert state() == before, "nothing is half done"
    for _n in range(2):
        assert tick.run_all(only=["courses.expire_offers"])[0].error == ""
    assert [statuses(one) for one in (first, second, third)] == [["expired"], ["offered"], ["waiting"]]
    assert Intake.objects.get().occupied == Offer.objects.filter(status="outstanding").count() == 1
    assert Task.objects.filter(participant=second.participant, kind="offer_contact").count() == 1
    assert world.caseworker.notifications.filter(text__contains="har fått tilbud").count() == 2


STEPS_AT_START = [(started, "withdraw_offers"), (started, "follow_up"), (portfolio_rows, "refresh")]


@pytest.mark.parametrize(("module", "name"), STEPS_AT_START, ids=[name for _module, name in STEPS_AT_START])
def test_killed_while_higher_wishes_close(monkeypatch, freeze, module, name):
    world = World(intakes=0, places=1)
    one = world.intake(capacity=1, start=60)
    two = world.intake(capacity=1, start=4)
    strong, person, next_one = world.applies(one), world.applies(one, two), world.applies(one)
    approve(world)
    lower = Offer.objects.get(wish__application=person)
    offers.answer_offer(offer=lower, accept=True, by=world.caseworker)
    higher = Offer.objects.get(wish__application=strong)
    offers.answer_offer(offer=higher, accept=False, reason="Har fått jobb", by=world.caseworker)
    assert statuses(person) == ["offered", "accepted"]
    freeze(today(4))
    with monkeypatch.context() as patch:
        kill_after(patch, module, name)
        with pytest.raises(Killed):
            started.close_higher(clock.now())
    assert statuses(person) == ["offered", "accepted"]
    for _n in range(2):
        tick.run_all(only=["courses.higher_wishes"])
    assert (statuses(person), statuses(next_one)) == (["closed", "accepted"], ["offered"])
    assert Intake.objects.get(pk=one.pk).occupied == 1
