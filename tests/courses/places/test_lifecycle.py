"""What the days do, and that a day missed is caught up once (K2, A2)."""

import datetime as dt

import pytest

from amo import tick
from courses.actions import allocation, offers
from courses.models import AllocationWindow, Enrolment, Intake, Offer
from tests import factories
from tests.courses.places.world import World, statuses
from tests.factories import today

pytestmark = pytest.mark.django_db
JOBS = ["courses.expire_offers", "courses.lifecycle"]


def pass_days(freeze, day):
    freeze(day)
    found = tick.run_all(only=JOBS)
    assert [outcome.error for outcome in found] == ["", ""]
    return sum(outcome.count for outcome in found)


def test_a_window_closes_the_day_after_its_deadline(freeze):
    world = World(deadline=3)
    pass_days(freeze, today(3))
    assert AllocationWindow.objects.get().status == "open"
    assert pass_days(freeze, world.window.deadline + dt.timedelta(days=1)) == 1
    assert AllocationWindow.objects.get().status == "closed"


@pytest.mark.row("A2")
def test_start_and_end_of_a_class_move_everybody_once(freeze):
    world = World(places=2)
    taker, silent, waiting = (world.applies() for _ in range(3))
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    allocation.approve_run(run=run, by=world.approver)
    offers.answer_offer(offer=Offer.objects.get(wish__application=taker), accept=True, by=world.caseworker)
    intake = world.intakes[0]

    pass_days(freeze, intake.starts_on)
    enrolment = Enrolment.objects.get()
    intake.refresh_from_db()
    assert (intake.status, enrolment.status, intake.occupied) == ("running", "participating", 1)
    assert statuses(silent) == ["expired"], "an offer nobody answered ends when the course begins"
    wish = waiting.wishes.get()
    assert (wish.status, wish.refusal_reason) == ("refused", "full")
    assert pass_days(freeze, intake.starts_on) == 0

    pass_days(freeze, intake.ends_on)
    enrolment.refresh_from_db()
    assert enrolment.status == "participating", "the last day is hers"
    assert pass_days(freeze, intake.ends_on + dt.timedelta(days=1)) == 2
    enrolment.refresh_from_db()
    intake.refresh_from_db()
    assert (enrolment.status, intake.status) == ("completed", "completed")
    assert pass_days(freeze, intake.ends_on + dt.timedelta(days=1)) == 0


def test_weeks_missed_are_caught_up_in_one_go(freeze):
    world = World()
    enrolment = factories.EnrolmentFactory(participant=world.person(), intake=world.intakes[0], status="awaiting_start")
    Intake.objects.update(occupied=1)
    pass_days(freeze, enrolment.ends_on + dt.timedelta(days=30))
    enrolment.refresh_from_db()
    assert (enrolment.status, Intake.objects.get().status) == ("completed", "completed")


def test_a_course_called_off_starts_nobody(freeze):
    world = World()
    enrolment = factories.EnrolmentFactory(participant=world.person(), intake=world.intakes[0], status="awaiting_start")
    Intake.objects.update(occupied=1, status="called_off")
    pass_days(freeze, enrolment.starts_on)
    enrolment.refresh_from_db()
    assert enrolment.status == "awaiting_start"


@pytest.mark.row("K2")
def test_one_who_left_stays_left(freeze):
    enrolment = factories.EnrolmentFactory(status="dropped_out", end_reason="ill")
    pass_days(freeze, enrolment.ends_on + dt.timedelta(days=2))
    enrolment.refresh_from_db()
    assert enrolment.status == "dropped_out"


def test_moves_leave_a_trail_in_the_change_history(freeze):
    enrolment = factories.EnrolmentFactory()
    pass_days(freeze, enrolment.ends_on + dt.timedelta(days=1))
    assert list(enrolment.events.order_by("pgh_id").values_list("status", flat=True)) == ["participating", "completed"]
