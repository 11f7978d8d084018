"""One feed of what has happened to a person, over all apps (issue 3, point 2)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from participants import actions, events
from participants.events import Kind
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def person(caseworker):
    return f.ParticipantFactory(caseworker=caseworker)


def kinds(person, membership) -> list[Kind]:
    return [event.kind for event in events.feed(person, membership)]


def test_the_feed_holds_every_app_newest_first(world):
    f.ContactAttemptFactory(participant=world.participant)
    f.InformationGivenFactory(participant=world.participant)
    found = events.feed(world.participant, world.caseworker)
    assert [event.on for event in found] == sorted((event.on for event in found), reverse=True)
    expected = {Kind.CONTACT, Kind.INFORMATION, Kind.MAPPING, Kind.AIM, Kind.APPLICATION, Kind.OFFER, Kind.COURSE}
    expected |= {Kind.PLACEMENT, Kind.VISIT, Kind.JOB, Kind.RESULT, Kind.NOTE, Kind.PLAN}
    assert expected <= {event.kind for event in found}
    # What lies ahead has not happened.
    assert all(event.on <= f.today() for event in found)


def test_within_a_day_the_latest_stands_first(person, caseworker):
    actions.add_note(participant=person, text="Først", by=caseworker)
    actions.add_note(participant=person, text="Så", by=caseworker)
    assert [event.text for event in events.feed(person, caseworker)] == ["Så", "Først"]


@pytest.mark.row("P11")
def test_county_staff_see_no_notes_and_a_provider_nothing(world):
    theirs = kinds(world.participant, world.county_staff)
    assert Kind.NOTE not in theirs
    assert Kind.APPLICATION in theirs
    for role in ("provider_lead", "instructor"):
        shown = set(kinds(world.participant, world.members[role]))
        assert shown <= {Kind.CONTACT, Kind.JOB}
    for role in ("outsider_caseworker", "other_county", "other_provider"):
        assert kinds(world.participant, world.members[role]) == []


def test_since_is_what_came_after_that_day(person, caseworker):
    for days in (-3, -2, -1):
        f.ContactAttemptFactory(participant=person, made_on=f.today(days), made_by=caseworker)
    found = events.feed(person, caseworker)
    assert len(events.since(found, None)) == 3
    assert [event.on for event in events.since(found, f.today(-2))] == [f.today(-1)]


def test_a_refusal_and_a_withdrawal_are_told(person, caseworker):
    refused = f.WishFactory(application__participant=person, status="refused", refusal_reason="full")
    moment = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)
    f.WishFactory(application__participant=person, application__withdrawn_at=moment, application__status="withdrawn")
    application = refused.application
    application.status, application.decided_at = "decided", moment
    application.save()
    titles = [event.title for event in events.feed(person, caseworker)]
    assert "Fikk avslag" in titles and "Søknaden trukket" in titles


def test_the_feed_takes_the_same_queries_however_long_it_is(person, caseworker):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            events.feed(person, caseworker)
        return len(captured)

    def fill(times):
        for _n in range(times):
            f.ContactAttemptFactory(participant=person)
            f.InformationGivenFactory(participant=person)
            f.EmploymentFactory(participant=person)
            f.NoteFactory(participant=person)
            f.TaskFactory(participant=person)
            f.OfferFactory(wish__application__participant=person)
            f.MeasureFactory(participant=person)

    enrolment = f.EnrolmentFactory(participant=person)
    f.VisitFactory(placement__enrolment=enrolment)
    fill(1)
    queries()
    few = queries()
    fill(4)
    for ago in range(2, 5):
        f.VisitFactory(placement=enrolment.placements.get(), held_on=f.today(-ago))
    assert queries() == few


def test_the_page_narrows_by_kind_and_pages(client_for, person, caseworker):
    for _n in range(30):
        f.NoteFactory(participant=person, text="Et notat")
    f.ContactAttemptFactory(participant=person, note="Ringte om kurset")
    client, url = client_for(caseworker), reverse("participants:event_list", args=[person.public_id])
    first = client.get(url)
    assert first.context["page"].paginator.count == 31
    chips = {chip["label"]: chip["count"] for chip in first.context["chips"]}
    assert chips == {"Alt": 31, "Kontakt": 1, "Notat": 30}
    contacts = client.get(url, {"hva": "contact"})
    assert contacts.context["page"].paginator.count == 1
    assert "Ringte om kurset" in contacts.content.decode()
    notes = client.get(url, {"hva": "note", "page": 2})
    assert len(notes.context["page"].object_list) == 5
    assert "?hva=note&amp;page=1" in notes.content.decode()
    for wrong in ({"hva": "x"}, {"page": "x"}, {"page": "999"}, {"hva": "visit"}):
        assert client.get(url, wrong).status_code == 200
