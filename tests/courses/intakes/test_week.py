"""The weekly overview as a page and as Monday's mail, and the classes that stand out (C3)."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock, outbox, tick
from amo.models import OutboxMessage
from courses import fill
from courses.actions.weekly_mail import choose_mail, send_weekly
from courses.models import Intake, WeeklyMail
from courses.week_facts import monday_of
from tests import factories as f
from tests.courses.places.world import World, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("C3")]
WEEK = reverse("courses:intake_week")
WEDNESDAY = dt.date(2027, 2, 10)
MONDAY = dt.date(2027, 2, 15)


@pytest.fixture
def world(freeze):
    freeze(WEDNESDAY)
    return World(intakes=1, places=4, deadline=5, start=30)


def mails() -> list[dict]:
    return [message.payload for message in OutboxMessage.objects.filter(kind="mail").order_by("pk")]


def at(day: dt.date, hour: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), clock.OSLO)


# --- the page -------------------------------------------------------------------------------------


def test_the_office_sees_its_own_quota_applicants_and_queue(world, client_for):
    intake = world.intakes[0]
    f.OfficeQuotaFactory(intake=intake, office=world.office, minimum=0, maximum=2)
    world.applies()
    other = f.MembershipFactory(office=f.OfficeFactory(county=world.county))
    world.applies(caseworker=other)
    waiting = world.applies()
    waiting.wishes.update(status="waiting")
    f.EnrolmentFactory(participant=world.person(), intake=intake, status="awaiting_start")
    Intake.objects.update(occupied=1)
    page = text(client_for(world.caseworker).get(WEEK, {"sort": "start"}))
    assert "1 av 2" in page
    cells = {label: page.split(f'data-label="{label}"')[1].split("</td>")[0] for label in (
        "Ledige plasser", "Ledige for kontoret", "Igjen", "Søkt fra kontoret", "På venteliste",
    )}  # fmt: skip
    numbers = {label: "".join(c for c in cell.split(">", 1)[1] if c.isdigit()) for label, cell in cells.items()}
    assert numbers == {
        "Ledige plasser": "3", "Ledige for kontoret": "1", "Igjen": "1", "Søkt fra kontoret": "3",
        "På venteliste": "1",
    }  # fmt: skip


def test_after_the_deadline_every_free_place_is_open_to_all(world, client_for, freeze):
    intake = world.intakes[0]
    f.OfficeQuotaFactory(intake=intake, office=world.office, minimum=0, maximum=1)
    client = client_for(world.caseworker)
    assert intake.code not in text(client.get(WEEK, {"quick": "all"}))
    freeze(intake.application_deadline + dt.timedelta(days=1))
    page = text(client.get(WEEK, {"quick": "all"}))
    assert intake.code in page
    assert "<strong>4</strong> ledige plasser" in page
    assert "4 ledige for kontoret ditt" in text(client.get(reverse("courses:intake_detail", args=[intake.public_id])))


def test_other_counties_stand_there_too_and_the_filter_takes_them_away(world, client_for):
    other = f.IntakeFactory(starts_on=today(20), application_deadline=today(2))
    client = client_for(world.caseworker)
    assert other.code in text(client.get(WEEK))
    assert other.code not in text(client.get(WEEK, {"quick": "own"}))


def test_all_that_takes_people_is_there_and_nothing_that_is_over(world, client_for):
    later = f.IntakeFactory(contract=world.contract, starts_on=today(80), application_deadline=today(60))
    planned = f.IntakeFactory(contract=world.contract, status="planned", starts_on=today(80))
    gone = f.IntakeFactory(contract=world.contract, status="called_off")
    page = text(client_for(world.caseworker).get(WEEK))
    assert later.code in page
    assert gone.code not in page and planned.code not in page


def test_county_staff_choose_whose_numbers(world, client_for):
    client = client_for(world.maker)
    world.applies(world.intakes[0])
    whole = text(client.get(WEEK))
    assert "ledige plasser for" not in whole and "Søkt fra kontoret" not in whole and "Søkere" in whole
    page = text(client.get(WEEK, {"kontor": world.office.number}))
    assert f"ledige plasser for {world.office}" in page and "Søkt fra kontoret" in page
    assert client.get(WEEK, {"kontor": "tull"}).status_code == 200


def test_a_strictly_confidential_applicant_is_in_no_number(world, client_for):
    hidden = world.person(address_protection="strictly_confidential")
    world.applies(person=hidden).wishes.update(status="waiting")
    assert "<strong>0</strong> på venteliste" in text(client_for(world.caseworker).get(WEEK))


def test_many_classes_ask_the_database_as_little_as_few(world, client_for):
    client = client_for(world.caseworker)

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(WEEK, {"size": "200"}).status_code == 200
        return len(asked)

    questions()
    with_one = questions()
    for _ in range(60):
        f.IntakeFactory(
            contract=world.contract, window=world.window, starts_on=today(20), application_deadline=today(5)
        )
    assert questions() == with_one


# --- what stands out ------------------------------------------------------------------------------


def test_half_empty_and_over_applied_by_the_thresholds(world):
    intake = world.intakes[0]
    assert fill.marks([intake.pk], today()) == {intake.pk: fill.FEW}
    world.applies()
    world.applies()
    assert fill.marks([intake.pk], today()) == {}, "half of the places have an applicant"
    for _ in range(4):
        world.applies()
    assert fill.marks([intake.pk], today()) == {intake.pk: fill.MANY}
    Intake.objects.update(starts_on=today(60), application_deadline=today(50))
    assert fill.marks([intake.pk], today()) == {intake.pk: fill.MANY}


def test_far_ahead_nobody_calls_a_class_half_empty(world):
    Intake.objects.update(starts_on=today(57))
    assert fill.marks([world.intakes[0].pk], today()) == {}


def test_they_stand_out_in_the_list_the_overview_and_on_the_start_page(world, client_for):
    intake = world.intakes[0]
    client = client_for(world.maker)
    for url in (reverse("courses:intake_list"), WEEK):
        assert "Få søkere</span>" in text(client.get(url))
        assert intake.code in text(client.get(url, {"quick": "few"}))
        assert intake.code not in text(client.get(url, {"quick": "many"}))
    assert "Kurs med få søkere" in text(client.get(reverse("amo:start")))
    assert "Få søkere" in text(client.get(reverse("courses:intake_detail", args=[intake.public_id])))
    other = f.MembershipFactory(county_staff=True)
    assert "Kurs med få søkere" not in text(client_for(other).get(reverse("amo:start")))
    assert "Kurs med ledige plasser for kontoret" in text(client_for(world.caseworker).get(reverse("amo:start")))


# --- the mail -------------------------------------------------------------------------------------


def test_the_mail_comes_each_monday_to_who_wants_it_once(world):
    choose_mail(wanted=True, by=world.caseworker)
    assert send_weekly(at(WEDNESDAY, 8)) == 0, "the first one comes next Monday"
    assert send_weekly(at(MONDAY, 7)) == 1
    assert send_weekly(at(MONDAY, 9)) == 0
    (mail,) = mails()
    assert mail["to"] == world.caseworker.user.email
    assert mail["subject"] == "Kurs denne uka (uke 7)"
    assert WEEK in mail["text"]


def test_after_downtime_it_comes_once_for_the_week_that_is(world):
    choose_mail(wanted=True, by=world.caseworker)
    assert send_weekly(at(MONDAY + dt.timedelta(days=23), 7)) == 1
    assert WeeklyMail.objects.get().sent_for == monday_of(MONDAY + dt.timedelta(days=23))
    assert [mail["subject"] for mail in mails()] == ["Kurs denne uka (uke 10)"]


def test_the_tick_sends_it_from_seven(world, freeze):
    choose_mail(wanted=True, by=world.caseworker)
    freeze(at(MONDAY, 6))
    tick.run_all(only=None)
    assert mails() == []
    freeze(at(MONDAY, 7))
    tick.run_all(only=None)
    assert len(mails()) == 1


def test_a_killed_run_is_done_again_and_sends_nothing_twice(world):
    choose_mail(wanted=True, by=world.caseworker)
    send_weekly(at(MONDAY, 7))
    WeeklyMail.objects.update(sent_for=WEDNESDAY - dt.timedelta(days=2))
    assert send_weekly(at(MONDAY, 8)) == 0
    assert len(mails()) == 1


def test_the_mail_holds_counts_and_no_name(world):
    application = world.applies()
    application.wishes.update(status="waiting")
    choose_mail(wanted=True, by=world.caseworker)
    send_weekly(at(MONDAY, 7))
    body = mails()[0]["text"]
    assert "1 søknadsfrist går ut denne uka." in body
    assert "4 ledige plasser for kontoret" in body
    assert "1 av kontorets brukere står på venteliste." in body
    assert application.participant.last_name not in body
    assert application.participant.first_name not in body


def test_nobody_who_has_left_or_said_no_gets_it(world):
    choose_mail(wanted=True, by=world.caseworker)
    choose_mail(wanted=False, by=world.caseworker)
    assert send_weekly(at(MONDAY, 7)) == 0
    lead = f.MembershipFactory(office_lead=True, office=world.office)
    choose_mail(wanted=True, by=lead)
    lead.ends_on = WEDNESDAY
    lead.save()
    assert send_weekly(at(MONDAY, 7)) == 0


def test_many_receivers_cost_no_more_questions_about_classes(world, django_assert_max_num_queries):
    for _ in range(12):
        office = f.OfficeFactory(county=world.county)
        choose_mail(wanted=True, by=f.MembershipFactory(office=office))
    with django_assert_max_num_queries(12 * 4 + 12):
        assert send_weekly(at(MONDAY, 7)) == 12


def test_on_and_off_from_the_page(world, client_for):
    client = client_for(world.caseworker)
    url = reverse("courses:intake_week_mail")
    assert "Send meg e-posten" in text(client.get(WEEK))
    page = text(client.post(url, {"on": "1", "submission": str(uuid.uuid4())}, follow=True))
    assert "Slå av e-posten" in page
    page = text(client.post(url, {"on": "0", "submission": str(uuid.uuid4())}, follow=True))
    assert "Send meg e-posten" in page
    assert not WeeklyMail.objects.exists()
    assert "Send meg e-posten" not in text(client_for(world.maker).get(WEEK))


def test_the_mail_goes_through_the_outbox(world, mailoutbox):
    choose_mail(wanted=True, by=world.caseworker)
    send_weekly(at(MONDAY, 7))
    OutboxMessage.objects.update(next_try_at=clock.now())
    outbox.drain()
    assert [mail.to for mail in mailoutbox] == [[world.caseworker.user.email]]
