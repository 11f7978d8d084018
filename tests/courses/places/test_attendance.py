"""Attendance of a class, and the early warning (K1)."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from amo import clock
from amo.models import Notification
from courses import attendance_summary
from courses.actions.attendance import record_attendance
from courses.course_days import course_days, editable_days, is_course_day, neighbours
from courses.models import Attendance
from participants import grants
from participants.models import Task
from tests import factories
from tests.courses.places.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("K1")]
MONDAY = dt.date(2026, 9, 7)


@pytest.fixture
def world(freeze):
    freeze(MONDAY)
    return World()


@pytest.fixture
def people(world):
    """Two people on a class that began a week ago."""
    intake = factories.IntakeFactory(
        contract=world.contract, running=True, starts_on=MONDAY - dt.timedelta(days=7), occupied=2
    )
    found = [factories.EnrolmentFactory(participant=world.person(), intake=intake) for _ in range(2)]
    grants.repair(grants.differences())
    return found


def record(people, day, by, *codes):
    return record_attendance(intake=people[0].intake, day=day, codes=dict(zip(people, codes, strict=True)), by=by)


def test_a_day_is_recorded_and_corrected(world, people):
    assert record(people, MONDAY, world.lead, "present", "ill") == 2
    record(people, MONDAY, world.lead, "present", "agreed")
    assert list(Attendance.objects.order_by("enrolment").values_list("code", flat=True)) == ["present", "agreed"]
    found = attendance_summary.summaries([one.pk for one in people])
    assert [found[one.pk].share for one in people] == [100, 0]


def test_saturday_a_holiday_and_days_outside_the_class_are_no_course_days(people):
    intake = people[0].intake
    assert is_course_day(intake, MONDAY)
    assert not is_course_day(intake, MONDAY - dt.timedelta(days=2))
    assert not is_course_day(intake, intake.starts_on - dt.timedelta(days=3))
    intake.ends_on = dt.date(2026, 12, 31)
    assert not is_course_day(intake, dt.date(2026, 12, 25))
    assert len(course_days(intake, until=MONDAY)) == 6
    assert neighbours(intake, MONDAY, today=MONDAY) == (MONDAY - dt.timedelta(days=3), None)


@pytest.mark.parametrize("days, message", [(1, "fram i tid"), (-2, "ikke en kursdag"), (-30, "ikke en kursdag")])
def test_a_wrong_day_is_refused(world, people, days, message):
    with pytest.raises(ValidationError, match=message):
        record(people, MONDAY + dt.timedelta(days=days), world.lead, "present", "present")
    assert not Attendance.objects.exists()


def test_a_day_locks_after_two_weeks(world, people, freeze):
    freeze(MONDAY + dt.timedelta(days=14))
    record(people, MONDAY, world.lead, "present", "present")
    freeze(MONDAY + dt.timedelta(days=15))
    with pytest.raises(ValidationError, match="14 dager"):
        record(people, MONDAY, world.lead, "ill", "ill")
    assert editable_days(people[0].intake, today=clock.today())[0] == MONDAY + dt.timedelta(days=1)


def test_an_unknown_kind_a_stranger_and_nobody_are_refused(world, people):
    with pytest.raises(ValidationError, match="Velg hva som gjelder"):
        record(people, MONDAY, world.lead, "present", "lazy")
    stranger = factories.EnrolmentFactory()
    with pytest.raises(ValidationError, match="Deltakerlista er endret"):
        record_attendance(intake=people[0].intake, day=MONDAY, codes={stranger: "present"}, by=world.lead)
    with pytest.raises(ValidationError, match="Deltakerlista er endret"):
        record_attendance(intake=people[0].intake, day=MONDAY, codes={}, by=world.lead)
    other = factories.MembershipFactory(provider_lead=True)
    for by in (other, world.caseworker, world.maker):
        with pytest.raises(PermissionDenied):
            record(people, MONDAY, by, "present", "present")
    assert not Attendance.objects.exists()


def days_away(world, people, code, count):
    for day in course_days(people[0].intake, until=MONDAY)[-count:]:
        record(people, day, world.lead, "present", code)


def test_two_absences_nobody_reported_warn_provider_and_caseworker_once(world, people):
    days_away(world, people, "not_reported", 1)
    assert not Notification.objects.exists()
    days_away(world, people, "not_reported", 4)
    assert sorted(Notification.objects.values_list("membership", flat=True)) == sorted(
        [world.lead.pk, world.caseworker.pk]
    )
    for note in Notification.objects.all():
        assert people[1].participant.last_name not in note.text
    tasks = Task.objects.order_by("due_on")
    assert [(task.provider, task.owner) for task in tasks] == [(world.provider, None), (None, world.caseworker)]
    assert {task.participant for task in tasks} == {people[1].participant}


@pytest.mark.parametrize("code", ["ill", "child_ill", "interview_or_work", "agreed"])
def test_a_week_of_reported_absence_interviews_and_agreements_never_warns(world, people, code):
    days_away(world, people, code, 5)
    assert not Notification.objects.exists()


def test_absence_after_the_first_weeks_does_not_warn(world, people, freeze):
    late = MONDAY + dt.timedelta(weeks=5)
    freeze(late)
    for day in course_days(people[0].intake, until=late)[-4:]:
        record(people, day, world.lead, "present", "not_reported")
    assert not Notification.objects.exists()
