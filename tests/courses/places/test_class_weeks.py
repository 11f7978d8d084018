"""Week plans, the week as a grid, days that are missing, corrections and who was quicker (K1)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo.versions import StaleVersion
from courses import class_week
from courses.actions.attendance import day_version, record_attendance
from courses.actions.week_plans import save_week_plan
from courses.course_days import calendar_of
from courses.forms.places import AttendanceForm
from courses.models import Attendance, AttendanceCorrection, WeekPlan
from participants import grants
from tests import factories
from tests.courses.places.world import World, text

pytestmark = [pytest.mark.django_db, pytest.mark.row("K1")]
FRIDAY = dt.date(2026, 9, 11)
MONDAY = FRIDAY - dt.timedelta(days=4)
COMBINED = ["school"] * 3 + ["placement"] * 2 + ["free"] * 2


@pytest.fixture
def world(freeze):
    freeze(FRIDAY)
    return World()


@pytest.fixture
def people(world):
    intake = factories.IntakeFactory(contract=world.contract, running=True, starts_on=MONDAY, occupied=2)
    found = [factories.EnrolmentFactory(participant=world.person(), intake=intake) for _ in range(2)]
    grants.repair(grants.differences())
    return found


def record(people, day, by, *codes, **more):
    return record_attendance(
        intake=people[0].intake, day=day, codes=dict(zip(people, codes, strict=True)), by=by, **more
    )


def form_of(days, **more) -> dict:
    return {f"day_{number}": kind for number, kind in enumerate(days)} | {"starts_on": MONDAY.isoformat()} | more


def test_a_plan_is_made_changed_and_taken_away(world, people, client_for):
    intake, client = people[0].intake, client_for(world.lead)
    new = reverse("courses:week_plan_new", args=[intake.public_id])
    assert client.post(new, form_of(COMBINED)).status_code == 302
    plan = WeekPlan.objects.get()
    assert plan.days == COMBINED
    refused = client.post(new, form_of(COMBINED))
    assert refused.status_code == 422 and "har allerede en ukeplan fra denne dagen" in text(refused)
    edit = reverse("courses:week_plan_edit", args=[plan.public_id])
    four = ["school"] * 4 + ["free"] * 3
    assert client.post(edit, form_of(four, version=plan.version)).status_code == 302
    assert client.post(edit, form_of(COMBINED, version=plan.version)).status_code == 409
    plan.refresh_from_db()
    assert plan.days == four
    roster = text(client.get(reverse("courses:roster", args=[intake.public_id])))
    assert "Skole man–to" in roster
    assert client.post(reverse("courses:week_plan_remove", args=[plan.public_id])).status_code == 302
    assert not WeekPlan.objects.exists()


@pytest.mark.parametrize(
    "wrong, message",
    [
        ({"starts_on": ""}, "Skriv fra hvilken dag planen gjelder."),
        ({"starts_on": "2020-01-01"}, "Velg en dag mellom"),
        ({"ends_on": "2026-09-01"}, "Sluttdato kan ikke være før startdato."),
        ({"ends_on": "2999-01-01"}, "Velg en dag senest"),
        ({"day_0": "party"}, "Velg skole, praksis eller fri for mandag."),
        ({f"day_{n}": "free" for n in range(7)}, "Minst én dag i uka må være skole eller praksis."),
    ],
)
def test_a_wrong_plan_is_told_at_the_field(world, people, client_for, wrong, message):
    url = reverse("courses:week_plan_new", args=[people[0].intake.public_id])
    response = client_for(world.lead).post(url, form_of(COMBINED) | wrong)
    assert response.status_code == 422
    assert message in text(response)
    assert not WeekPlan.objects.exists()


def test_days_off_by_ones_own_plan_are_not_asked_for(world, people, client_for):
    intake, (with_class, with_own) = people[0].intake, people
    save_week_plan(
        intake=intake, enrolment=with_own, starts_on=MONDAY, days=["school"] * 4 + ["free"] * 3, by=world.lead
    )
    page = text(client_for(world.lead).get(reverse("courses:attendance", args=[intake.public_id, FRIDAY])))
    assert AttendanceForm.key(with_class) in page and AttendanceForm.key(with_own) not in page
    assert f"Har fri etter egen ukeplan: {with_own.participant.list_name}" in page
    assert record([with_class], FRIDAY, world.lead, "present") == 1
    assert class_week.missing(world.lead, [intake], FRIDAY, 1)[intake.pk][-1].day == FRIDAY - dt.timedelta(days=1)
    grid = class_week.grid(world.lead, intake, MONDAY, today=FRIDAY)
    notes = {row.enrolment: row.cells[4].note for row in grid.rows}
    assert notes[with_own] == "Fri" and notes[with_class] == ""
    assert "Egen plan" in text(client_for(world.caseworker).get(with_own.get_absolute_url()))


def test_a_saturday_is_a_course_day_by_plan_and_a_holiday_never_is(people):
    intake = people[0].intake
    weekend = ["free"] * 5 + ["placement"] * 2
    factories.WeekPlanFactory(intake=intake, days=weekend, starts_on=MONDAY)
    assert calendar_of(intake).is_course_day(FRIDAY + dt.timedelta(days=1))
    assert not calendar_of(intake).is_course_day(FRIDAY)
    intake.ends_on = dt.date(2026, 12, 31)
    assert not calendar_of(intake).is_course_day(dt.date(2026, 12, 26)), "a Saturday, and Boxing Day"


def test_the_week_shows_letters_shares_and_what_is_missing(world, people, client_for):
    intake = people[0].intake
    record(people, MONDAY, world.lead, "present", "ill")
    url = reverse("courses:attendance_week", args=[intake.public_id, FRIDAY])
    page = text(client_for(world.lead).get(url))
    assert "1 av 2 (50 %)" in page and "1 av 1 (100 %)" in page and "0 av 1 (0 %)" in page
    for day in range(1, 5):
        assert reverse("courses:attendance", args=[intake.public_id, MONDAY + dt.timedelta(days=day)]) in page
    assert [state.missing for state in class_week.missing(world.lead, [intake], FRIDAY, 14)[intake.pk]] == [2] * 4
    before = reverse("courses:attendance_week", args=[intake.public_id, MONDAY - dt.timedelta(days=8)])
    assert client_for(world.lead).get(before).status_code == 404


def test_a_correction_keeps_who_when_and_what_stood_there(world, people, client_for):
    record(people, MONDAY, world.lead, "present", "ill")
    other = factories.MembershipFactory(provider_lead=True, provider=world.provider)
    record(people, MONDAY, other, "present", "agreed")
    (kept,) = AttendanceCorrection.objects.all()
    assert (kept.enrolment, kept.was, kept.became) == (people[1], "ill", "agreed")
    assert (kept.was_recorded_by, kept.corrected_by) == (world.lead, other)
    # Who was the same was not recorded again.
    assert Attendance.objects.get(enrolment=people[0]).recorded_by == world.lead
    url = reverse("courses:attendance", args=[people[0].intake.public_id, MONDAY])
    assert f"Syk ble Avtalt fravær. Rettet av {other.user}" in text(client_for(world.lead).get(url))
    # The county sees illness only as counts.
    assert "Rettede dager" in text(client_for(world.caseworker).get(people[1].get_absolute_url()))
    assert "Rettede dager" not in text(client_for(world.maker).get(people[1].get_absolute_url()))


def test_who_was_slower_sees_what_the_other_recorded(world, people, client_for):
    opened = day_version(people, MONDAY)
    record(people, MONDAY, world.lead, "present", "ill", expected_version=opened)
    with pytest.raises(StaleVersion):
        record(people, MONDAY, world.lead, "present", "present", expected_version=opened)
    url = reverse("courses:attendance", args=[people[0].intake.public_id, MONDAY])
    data = {AttendanceForm.key(one): "present" for one in people}
    response = client_for(world.lead).post(url, data | {"version": opened})
    assert response.status_code == 409
    assert people[1].participant.list_name in text(response) and "Noen andre har lagret først" in text(response)
    assert Attendance.objects.get(enrolment=people[1]).code == "ill"
    assert client_for(world.lead).post(url, data | {"version": day_version(people, MONDAY)}).status_code == 302


def test_the_instructors_day_shows_what_is_missing(world, people, client_for):
    intake = people[0].intake
    page = text(client_for(world.lead).get(reverse("courses:class_today")))
    assert f"Før oppmøte for {intake.code}" in page
    assert reverse("courses:attendance", args=[intake.public_id, MONDAY]) in page
    assert "2 har ikke fått hjelp med jobbsøking" in page
    for day in range(5):
        record(people, MONDAY + dt.timedelta(days=day), world.lead, "present", "present")
    page = text(client_for(world.lead).get(reverse("courses:class_today")))
    assert "Alt er ført de siste 14 dagene." in page and "Før oppmøte for" not in page
    start = text(client_for(world.lead).get(reverse("amo:start")))
    assert "Dager som ikke er ført" not in start


@pytest.mark.parametrize("route", ["attendance_week", "class_today", "job_search", "week_plan_list", "roster"])
def test_pages_ask_the_same_for_two_and_for_forty(world, client_for, route):
    intake = factories.IntakeFactory(contract=world.contract, running=True, starts_on=MONDAY, capacity=60)
    args = {"class_today": [], "attendance_week": [intake.public_id, MONDAY]}.get(route, [intake.public_id])
    client, counts = client_for(world.lead), []
    client.get(reverse("amo:start"))
    for more in (2, 38):
        for _ in range(more):
            one = factories.EnrolmentFactory(participant=world.person(), intake=intake)
            factories.WeekPlanFactory(intake=intake, enrolment=one)
            factories.AbsenceWarningFactory(enrolment=one)
            factories.JobSearchActivityFactory(enrolment=one, on=MONDAY, recorded_by=world.lead)
            factories.AttendanceFactory(enrolment=one, day=MONDAY, recorded_by=world.lead)
        grants.repair(grants.differences())
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(f"courses:{route}", args=args)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
