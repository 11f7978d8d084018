"""Formal conditions that fail after the application is sent: shown, with what to do, and the caseworker's task (A1, P3)."""

import pytest
from django.urls import reverse

from amo import tick
from courses.actions.applications import submit_application
from participants.actions import complete_task
from participants.models import JobseekerPeriod, Task
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A1"), pytest.mark.row("P3")]


@pytest.fixture
def sent(case):
    return submit_application(
        participant=case.person,
        wishes=[case.care_intake, case.cafe_intake],
        against_reason="Vil prøve yrket.",
        by=case.caseworker,
    )


def look():
    tick.run_all(only=["courses.application_conditions"])


def page_of(client, application) -> str:
    return client.get(reverse("courses:application_detail", args=[application.public_id])).content.decode()


def test_what_has_changed_is_shown_with_what_to_do(case, sent, client_for):
    client = client_for(case.caseworker)
    assert "Et krav er ikke oppfylt nå" not in page_of(client, sent)
    JobseekerPeriod.objects.filter(participant=case.person).update(ends_on=today(-1))
    page = page_of(client, sent)
    assert page.count("Et krav er ikke oppfylt nå") == 2
    assert "Er ikke registrert som arbeidssøker." in page
    assert "Registrer brukeren som arbeidssøker igjen" in page


def test_an_overlapping_course_is_told(case, sent, client_for):
    f.EnrolmentFactory(
        participant=case.person, intake=f.IntakeFactory(running=True), ends_on=case.care_intake.starts_on
    )
    page = page_of(client_for(case.caseworker), sent)
    assert "Avslutt det andre tiltaket før kursstart" in page


def test_the_caseworker_gets_one_task_and_it_goes_away_by_itself(case, sent, freeze):
    freeze(today())
    look()
    assert not Task.objects.filter(kind="application_conditions").exists()
    JobseekerPeriod.objects.filter(participant=case.person).update(ends_on=today(-1))
    for day in (1, 2):
        freeze(today(day))
        look()
    task = Task.objects.get(kind="application_conditions")
    assert (task.owner, task.done_at) == (case.caseworker, None)
    assert task.due_on <= case.window.deadline
    JobseekerPeriod.objects.filter(participant=case.person).update(ends_on=None)
    freeze(today(3))
    look()
    task.refresh_from_db()
    assert task.done_at is not None


def test_a_withdrawn_application_asks_for_nothing(case, sent, freeze):
    from courses.actions.applications import withdraw_application

    JobseekerPeriod.objects.filter(participant=case.person).update(ends_on=today(-1))
    freeze(today(1))
    look()
    withdraw_application(application=sent, by=case.caseworker)
    freeze(today(2))
    look()
    assert not Task.objects.filter(kind="application_conditions", done_at=None).exists()


def open_tasks() -> list[Task]:
    return list(Task.objects.filter(kind="application_conditions", done_at=None))


def test_one_more_thing_that_fails_is_a_task_that_stays_open(case, sent, freeze):
    """The key of what failed before is the beginning of the new one's: only the old task is done."""
    JobseekerPeriod.objects.filter(participant=case.person).update(ends_on=today(-1))
    freeze(today(1))
    look()
    (first,) = open_tasks()
    f.EnrolmentFactory(
        participant=case.person, intake=f.IntakeFactory(running=True), ends_on=case.care_intake.starts_on
    )
    for day in (2, 3):
        freeze(today(day))
        look()
        (second,) = open_tasks()
        assert second.pk != first.pk
    assert second.dedupe_key.endswith(":not_registered+overlapping_measure")


def test_what_is_put_right_and_fails_again_is_a_new_task(case, sent, freeze):
    periods, made = JobseekerPeriod.objects.filter(participant=case.person), []
    for day, ends_on in ((1, today(-1)), (2, None), (3, today(-1))):
        periods.update(ends_on=ends_on)
        freeze(today(day))
        look()
        made.append(open_tasks())
    ((first,), between, (second,)) = made
    assert between == [] and first.pk != second.pk


def test_a_task_that_somebody_has_done_is_not_asked_for_again_while_it_lasts(case, sent, freeze):
    periods = JobseekerPeriod.objects.filter(participant=case.person)
    periods.update(ends_on=today(-1))
    freeze(today(1))
    look()
    complete_task(task=open_tasks()[0], by=case.caseworker)
    freeze(today(2))
    look()
    assert open_tasks() == []
    for day, ends_on in ((3, None), (4, today(-1))):
        periods.update(ends_on=ends_on)
        freeze(today(day))
        look()
    assert len(open_tasks()) == 1
