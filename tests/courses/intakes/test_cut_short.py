"""A class that is cut short after its start: no dropout, no earlier course, and T0 moves (C3)."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from amo import clock
from amo.models import Notification
from courses import letter_content
from courses.actions import endings
from courses.actions.lifecycle import advance
from courses.models import DecisionLetter, Enrolment, Intake
from courses.waiting import History
from participants.models import AccessGrant, Task
from placements.actions.lifecycle import run_lifecycle
from placements.models import Placement
from placements.slots import stays_at
from reporting import snapshots
from reporting.models import OutcomeSnapshot
from tests import factories
from tests.courses.intakes.test_call_off import sound
from tests.courses.places.world import World
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("C3")]
REASON = "Kursleverandøren har ingen lærer lenger."


@pytest.fixture
def world():
    """A class that has run for 30 days, with two on it."""
    world = World(intakes=0)
    world.running = factories.IntakeFactory(contract=world.contract, running=True, occupied=2)
    world.two = [
        factories.EnrolmentFactory(participant=world.person(), intake=world.running, granted=True) for _ in range(2)
    ]
    return world


def cut(world, days: int, **more) -> Intake:
    return endings.cut_short(intake=world.running, last_day=today(days), reason=REASON, by=world.maker, **more)


def test_participations_end_that_day_as_completed(world):
    intake = cut(world, -2)
    assert (intake.status, intake.ends_on) == ("cut_short", today(-2))
    ended = [(one.status, one.ends_on, one.is_dropout) for one in Enrolment.objects.all()]
    assert ended == [("completed", today(-2), False)] * 2
    assert intake.ending.planned_ends_on > intake.ends_on
    assert Task.objects.open().filter(kind="intake_ended", owner=world.caseworker).count() == 2
    assert "Siste kursdag er" in Notification.objects.get(membership=world.lead).text
    sound()


def test_a_day_ahead_moves_the_dates_now_and_the_status_that_night(world, freeze):
    intake = cut(world, 5)
    assert (intake.status, intake.ends_on) == ("running", today(5))
    assert set(Enrolment.objects.values_list("status", "ends_on")) == {("participating", today(5))}
    after = today(6)
    freeze(after)
    advance(clock.now())
    assert Intake.objects.get().status == "cut_short"
    assert set(Enrolment.objects.values_list("status", flat=True)) == {"completed"}


@pytest.mark.row("A5")
@pytest.mark.parametrize("ahead", [-2, 5])
def test_each_is_told_in_a_letter_and_one_who_had_left_keeps_her_own_reason(world, ahead):
    left = factories.EnrolmentFactory(
        participant=world.person(),
        intake=world.running,
        status="dropped_out",
        end_reason="education",
        ends_on=today(-9),
    )
    own = factories.DecisionLetterFactory(
        kind="end", enrolment=left, participant=left.participant, intake=world.running
    )
    cut(world, ahead)
    letters = DecisionLetter.objects.for_content().filter(kind="end")
    assert {letter.pk: letter_content.occasion(letter) for letter in letters.exclude(pk=own.pk)} == dict.fromkeys(
        letters.filter(enrolment__in=world.two).values_list("pk", flat=True), "cut_short"
    )
    assert letters.count() == 3 and letter_content.occasion(letters.get(pk=own.pk)) == "end"


def test_a_class_that_ends_as_planned_is_completed_as_before(world, freeze):
    freeze(world.running.ends_on + dt.timedelta(days=1))
    advance(clock.now())
    assert Intake.objects.get().status == "completed"


def test_the_last_day_may_be_moved_while_it_lies_ahead(world):
    planned = world.running.ends_on
    cut(world, 5)
    intake = cut(world, 3)
    assert intake.ends_on == today(3)
    assert intake.ending.planned_ends_on == planned
    assert set(Enrolment.objects.values_list("ends_on", flat=True)) == {today(3)}


def test_it_counts_as_no_earlier_course(world):
    person = world.two[0].participant
    window = world.window
    assert History([person.pk], window=window, day=today())._courses[person.pk] == 1
    cut(world, -2)
    assert History([person.pk], window=window, day=today())._courses[person.pk] == 0


def test_t0_is_the_day_the_course_was_cut(world):
    cut(world, -2)
    snapshots.compute(0, today())
    assert set(OutcomeSnapshot.objects.values_list("due_on", flat=True)) == {today(-2)}


def test_the_provider_keeps_its_view_counted_from_the_new_day(world):
    cut(world, -2)
    course = AccessGrant.objects.filter(provider=world.provider, level="course")
    reduced = AccessGrant.objects.filter(provider=world.provider, level="reduced")
    assert set(course.values_list("ends_on", flat=True)) == {today(-2 + 40)}
    assert set(reduced.values_list("ends_on", flat=True)) == {today(-2 + 160)}


@pytest.mark.parametrize("ahead", [False, True])
def test_placements_end_with_the_course(world, freeze, ahead):
    employer = factories.EmployerFactory(slots=2)
    now = factories.PlacementFactory(
        enrolment=world.two[0], employer=employer, starts_on=today(-10), ends_on=today(40),
        status="running",
    )  # fmt: skip
    later = factories.PlacementFactory(
        enrolment=world.two[1], employer=employer, starts_on=today(20), ends_on=today(40),
    )  # fmt: skip
    last_day = today(3 if ahead else -2)
    cut(world, 3 if ahead else -2)
    if ahead:
        freeze(today(4))
        advance(clock.now())
        run_lifecycle(clock.now())
    now.refresh_from_db()
    later.refresh_from_db()
    assert (now.status, now.ends_on) == (Placement.Status.ENDED_EARLY, last_day)
    assert later.status == Placement.Status.CANCELLED
    assert stays_at(employer) == {}


def test_one_who_was_to_begin_later_never_does(world):
    late = factories.EnrolmentFactory(
        participant=world.person(), intake=world.running, status="awaiting_start", starts_on=today(10), granted=True
    )
    Intake.objects.update(occupied=3)
    world.running.refresh_from_db()
    cut(world, 2)
    late.refresh_from_db()
    assert late.status == "not_started"
    assert Intake.objects.get().occupied == 2
    sound()


def test_who_left_before_is_untouched(world):
    left = world.two[0]
    Enrolment.objects.filter(pk=left.pk).update(status="dropped_out", end_reason="work", ends_on=today(-10))
    cut(world, -2)
    left.refresh_from_db()
    assert (left.status, left.ends_on) == ("dropped_out", today(-10))
    assert Task.objects.filter(kind="intake_ended").count() == 1


def test_days_that_cannot_be_the_last_are_refused(world):
    for days, message in ((-31, "før kursstarten"), (400, "Velg en dag før det")):
        with pytest.raises(ValidationError, match=message):
            cut(world, days)
    factories.AttendanceFactory(enrolment=world.two[0], day=today(-1))
    with pytest.raises(ValidationError, match="Det er ført oppmøte"):
        cut(world, -2)
    Enrolment.objects.filter(pk=world.two[1].pk).update(status="dropped_out", end_reason="ill", ends_on=today())
    with pytest.raises(ValidationError, match="En deltaker sluttet"):
        cut(world, -1)
    assert Intake.objects.get().status == "running"


def test_only_a_running_class_and_only_its_county(world):
    other = factories.MembershipFactory(county_staff=True)
    for by in (other, world.lead, world.caseworker):
        with pytest.raises(PermissionDenied):
            endings.cut_short(intake=world.running, last_day=today(2), reason=REASON, by=by)
    cut(world, -2)
    with pytest.raises(ValidationError, match="som pågår"):
        cut(world, -2)
