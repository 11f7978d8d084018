"""A pattern in absence: told once, asked about, and closed with what was done (K1)."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from courses.actions import absence
from courses.actions.attendance import record_attendance
from courses.actions.enrolments import end_participation
from courses.models import AbsenceFollowUp, AbsenceWarning
from participants import actions as participants
from participants import grants
from participants.models import Task
from tests import factories
from tests.courses.places.world import World, text

pytestmark = [pytest.mark.django_db, pytest.mark.row("K1")]
MONDAY = dt.date(2026, 9, 7)
TUESDAY = MONDAY + dt.timedelta(days=1)


@pytest.fixture
def world(freeze):
    freeze(MONDAY + dt.timedelta(days=4))
    return World()


@pytest.fixture
def person(world):
    intake = factories.IntakeFactory(contract=world.contract, running=True, starts_on=MONDAY, occupied=1)
    found = factories.EnrolmentFactory(participant=world.person(), intake=intake)
    grants.repair(grants.differences())
    return found


def record(person, by, *codes, first: dt.date = MONDAY):
    for number, code in enumerate(codes):
        day = first + dt.timedelta(days=number)
        record_attendance(intake=person.intake, day=day, codes={person: code}, by=by)


@pytest.fixture
def warning(world, person):
    record(person, world.lead, "not_reported", "not_reported")
    return AbsenceWarning.objects.get()


def open_tasks() -> list[Task]:
    return list(Task.objects.open().order_by("due_on"))


def test_both_sides_answer_on_the_page_and_the_warning_is_closed(world, person, warning, client_for):
    url = reverse("courses:absence_warning", args=[warning.public_id])
    provider, caseworker = client_for(world.lead), client_for(world.caseworker)
    page = text(provider.get(url))
    assert "Borte uten å melde fra 2 dager" in page and "hvordan du melder fra" in page
    assert [task.url for task in open_tasks()] == [url, url]
    assert provider.post(url, {"outcome": "agreed", "did": "Avtalte å ringe før åtte."}).status_code == 302
    assert [task.owner for task in open_tasks()] == [world.caseworker]
    page = text(caseworker.get(url))
    assert "Avtalte å ringe før åtte." in page
    assert caseworker.post(url, {"outcome": "talked", "did": "Hemmelig notat fra Nav."}).status_code == 302
    warning.refresh_from_db()
    assert warning.closed_at is not None and open_tasks() == []
    # What NAV wrote is NAV's.
    page = text(provider.get(url))
    assert "Nav-kontoret" in page and "Hemmelig notat" not in page
    assert "Hemmelig notat" not in text(provider.get(person.get_absolute_url()))
    assert not AbsenceFollowUp.objects.visible_to(world.lead).filter(side="office").exists()


@pytest.mark.parametrize(
    "data, message",
    [
        ({"outcome": "talked", "did": "  "}, "Skriv kort hva som ble gjort."),
        ({"outcome": "", "did": "Ringte."}, "Velg hva som kom ut av det."),
        ({"outcome": "diagnosis", "did": "Ringte."}, "Velg hva som kom ut av det."),
        ({"outcome": "talked", "did": "x" * 501}, "500 tegn"),
    ],
)
def test_an_answer_that_says_nothing_is_told_at_the_field(world, warning, client_for, data, message):
    response = client_for(world.lead).post(reverse("courses:absence_warning", args=[warning.public_id]), data)
    assert response.status_code == 422 and message in text(response)
    assert len(open_tasks()) == 2


def test_one_side_answers_once(world, warning):
    absence.follow_up(warning=warning, outcome="talked", did="Ringte.", by=world.lead)
    with pytest.raises(ValidationError, match="allerede fulgt opp"):
        absence.follow_up(warning=warning, outcome="talked", did="Ringte igjen.", by=world.lead)


def test_the_task_is_not_ticked_off_without_an_answer(world, warning, client_for):
    task = open_tasks()[1]
    with pytest.raises(ValidationError, match="skriv hva som ble gjort"):
        participants.complete_task(task=task, by=world.caseworker)
    assert (
        client_for(world.caseworker).post(reverse("participants:task_done", args=[task.public_id])).status_code == 403
    )
    assert len(open_tasks()) == 2


def test_a_pattern_is_told_once_and_again_only_of_later_days(world, person, warning, freeze):
    record(person, world.lead, "not_reported", first=MONDAY + dt.timedelta(days=2))
    assert AbsenceWarning.objects.count() == 1
    for by in (world.lead, world.caseworker):
        absence.follow_up(warning=warning, outcome="talked", did="Snakket sammen.", by=by)
    freeze(MONDAY + dt.timedelta(days=11))
    record(person, world.lead, "not_reported", "present", first=MONDAY + dt.timedelta(days=7))
    # With Wednesday, which nobody had been told of, there are two again.
    assert AbsenceWarning.objects.open().get().days == [MONDAY + dt.timedelta(days=2), MONDAY + dt.timedelta(days=7)]


def test_a_corrected_day_takes_the_warning_and_its_tasks_back(world, person, warning):
    record(person, world.lead, "present", first=TUESDAY)
    warning.refresh_from_db()
    assert warning.withdrawn and open_tasks() == []
    # A pattern that comes back is a new one.
    record(person, world.lead, "not_reported", first=TUESDAY)
    assert AbsenceWarning.objects.open().count() == 1 and len(open_tasks()) == 2


def test_what_somebody_has_followed_up_stays_though_the_days_are_corrected(world, person, warning):
    absence.follow_up(warning=warning, outcome="mistake", did="Ført på feil person.", by=world.lead)
    record(person, world.lead, "present", first=TUESDAY)
    warning.refresh_from_db()
    assert not warning.withdrawn and [task.owner for task in open_tasks()] == [world.caseworker]


def test_leaving_the_course_closes_it(world, person, warning):
    end_participation(enrolment=person, on=TUESDAY, reason="other", kept=["hours"], by=world.lead)
    assert not AbsenceWarning.objects.open().exists()
    assert [task.kind for task in open_tasks()] == ["left_course"]


def test_the_roster_tells_who_is_to_be_followed_up(world, person, warning, client_for):
    url = reverse("courses:roster", args=[person.intake.public_id])
    page = text(client_for(world.lead).get(url, {"quick": "absence", "f": "1"}))
    assert person.participant.list_name in page and reverse("courses:absence_warning", args=[warning.public_id]) in page
    absence.follow_up(warning=warning, outcome="talked", did="Ringte.", by=world.lead)
    page = text(client_for(world.lead).get(url, {"quick": "absence", "f": "1"}))
    assert person.participant.list_name not in page


def test_the_county_and_another_office_never_see_it(world, person, warning, client_for):
    url = reverse("courses:absence_warning", args=[warning.public_id])
    assert client_for(world.maker).get(url).status_code == 403
    assert client_for(factories.MembershipFactory()).get(url).status_code == 404
    assert "Fravær å følge med på" not in text(client_for(world.maker).get(person.get_absolute_url()))
    assert "Fravær å følge med på" in text(client_for(world.caseworker).get(person.get_absolute_url()))


def test_an_old_pattern_is_not_told_months_later(world, person, freeze):
    for day in range(5):
        factories.AttendanceFactory(
            enrolment=person, day=MONDAY + dt.timedelta(days=day), code="not_reported", recorded_by=world.lead
        )
    later = MONDAY + dt.timedelta(weeks=8)
    freeze(later)
    record(person, world.lead, "present", first=later)
    assert not AbsenceWarning.objects.exists()


def test_a_warning_that_waits_is_not_taken_back_by_time(world, person, warning, freeze):
    later = MONDAY + dt.timedelta(weeks=9)
    freeze(later)
    record(person, world.lead, "present", first=later)
    warning.refresh_from_db()
    assert warning.closed_at is None
