"""Meetings with an employer, the calendar file, and the guide for the mentor (L12)."""

import datetime as dt
import re
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from icalendar import Calendar

from amo import clock
from amo.models import Notification
from placements import mentor_guide
from placements.actions import meetings, visit_reminders, visits
from placements.models import EmployerMeeting, GuideHandOut
from tests import factories
from tests.placements.test_visits import day, instructor_of, lead, log, placement, url_of

__all__ = ["lead", "placement"]
pytestmark = pytest.mark.django_db
FRIDAY = dt.date(2026, 3, 6)


def posted(**changes) -> dict:
    data = {"submission": str(uuid.uuid4()), "kind": "fixed", "status": "planned", "on": day(7).isoformat()}
    return data | changes


@pytest.mark.row("L12")
def test_the_manager_who_asks_every_friday(placement, lead, client_for, freeze):
    """She wants the provider in every Friday and has said so for years: agreed once, it stands in everybody's days."""
    freeze(FRIDAY - dt.timedelta(days=1))
    client = client_for(lead)
    manager, url = placement.employer, url_of("meeting_new", placement.employer)
    asked = posted(kind="invited", on=FRIDAY.isoformat(), at="09.00", every_weeks="1", until="2026-05-29")
    said = client.post(url, asked, follow=True).text
    assert "11 møter er lagret." in said
    assert "Helligdager er utelatt: 3. april (langfredag), 1. mai" in said.lower().replace("helligdager", "Helligdager")
    made = EmployerMeeting.objects.filter(employer=manager, provider=lead.provider, kind="invited")
    assert {meeting.on.weekday() for meeting in made} == {4}
    client.post(url, asked)
    client.post(url, asked | {"submission": str(uuid.uuid4())})
    assert made.count() == 11

    assert manager.name in client.get("/").text
    agenda = client.get(reverse("placements:agenda")).text
    assert agenda.count("Arbeidsgiveren ba om møte") == 7
    events = Calendar.from_ical(client.get(reverse("placements:agenda_ics")).content).walk("VEVENT")
    assert sum("ba om møte" in str(event["summary"]) for event in events) == 11
    visit_reminders.remind_before(clock.now())
    assert "fredag 6. mars" in Notification.objects.get(membership=lead).text

    freeze(FRIDAY)
    first = made.order_by("on").first()
    held = {"status": "held", "on": FRIDAY.isoformat(), "at": "09:00", "version": first.version}
    held |= {"topics": ["hiring", "requirements"], "agreed": "Trenger to på kveld fra mai."}
    assert client.post(url_of("meeting_edit", first), held).status_code == 302
    assert "Trenger to på kveld fra mai." in client.get(url_of("employer_detail", manager)).text

    last = made.order_by("on")[8]
    assert client.post(url_of("meeting_cancel_rest", last), {}).status_code == 302
    assert made.filter(status="cancelled").count() == 3


@pytest.mark.row("L12")
def test_a_missing_start_meeting_is_told_until_it_is_agreed(placement, lead, client_for):
    client, missing = client_for(lead), reverse("placements:start_meetings_missing")
    assert "Arbeidsgiver uten oppstartsmøte" in client.get("/").text
    assert placement.employer.name in client.get(missing).text
    form = client.get(url_of("meeting_new", placement.employer)).context["form"]
    assert form["kind"].value() == "start"
    other = factories.MembershipFactory(provider_lead=True)
    assert placement.employer.name not in client_for(other).get(missing).text
    assert client.post(url_of("meeting_new", placement.employer), posted(kind="start")).status_code == 302
    assert placement.employer.name not in client.get(missing).text
    meeting = EmployerMeeting.objects.get()
    meetings.change_meeting(meeting=meeting, by=lead, status="cancelled")
    assert placement.employer.name in client.get(missing).text


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"status": "held", "on": 1}, "Et møte som er holdt, kan ikke være fram i tid."),
        ({"on": -1}, "Datoen har vært. Velg at møtet er holdt, eller en dag som kommer."),
        ({"every_weeks": "2"}, "Velg hvor lenge møtet gjentas."),
        ({"every_weeks": "2", "until": 1}, "Velg en siste dato som er etter den første."),
        ({"every_weeks": "1", "until": 900}, "Det blir flere enn 60 møter. Velg en tidligere dato."),
        ({"at": "25.99"}, "Skriv klokkeslettet som 13.30."),
        ({"kind": ""}, "Velg hva slags møte det er."),
    ],
)
def test_a_meeting_that_cannot_be_is_told_at_its_field(placement, lead, client_for, changes, message):
    changes = {name: day(value).isoformat() if isinstance(value, int) else value for name, value in changes.items()}
    answer = client_for(lead).post(url_of("meeting_new", placement.employer), posted(**changes, agreed="Kantina"))
    assert answer.status_code == 422
    assert message in answer.text
    assert "Kantina" in answer.text
    assert not EmployerMeeting.objects.exists()


def test_the_same_meeting_is_registered_once(placement, lead):
    values = {"employer": placement.employer, "kind": "start", "on": day(3), "by": lead}
    meetings.agree_meetings(**values)
    with pytest.raises(ValidationError, match="står der allerede"):
        meetings.agree_meetings(**values)


def test_another_provider_does_not_read_the_meeting(placement, lead, client_for):
    meeting = factories.EmployerMeetingFactory(employer=placement.employer, created_by=lead, agreed="Hemmelig avtale")
    other = factories.MembershipFactory(provider_lead=True)
    assert client_for(other).get(url_of("meeting_detail", meeting)).status_code == 404
    assert "Hemmelig avtale" not in client_for(other).get(url_of("employer_detail", placement.employer)).text


# --- the calendar file ------------------------------------------------------------------------------


def events(client, url=None):
    answer = client.get(url or reverse("placements:agenda_ics"))
    assert answer["Content-Type"] == "text/calendar"
    return answer.content.decode(), Calendar.from_ical(answer.content).walk("VEVENT")


@pytest.mark.row("L5")
def test_the_calendar_keeps_its_uid_and_names_no_participant(placement, lead, client_for):
    instructor = instructor_of(placement)
    placement.employer.address = "Storgata 1, 0155 Oslo"
    placement.employer.save()
    visit = visits.plan_visit(placement=placement, planned_for=day(5), planned_at=dt.time(13, 30), by=lead)
    client = client_for(instructor)
    text, (event,) = events(client)
    assert placement.participant.last_name not in text
    assert str(event["summary"]) == f"Besøk hos {placement.employer.name}"
    assert str(event["location"]) == "Storgata 1, 0155 Oslo"
    assert str(placement.public_id) in str(event["url"])
    starts = event["dtstart"].dt
    assert (starts.date(), starts.time()) == (day(5), dt.time(13, 30))
    assert event["dtstart"].params["TZID"] == "Europe/Oslo"
    assert "BEGIN:VTIMEZONE" in text

    visits.move_visit(visit=visit, planned_for=day(6), by=lead)
    _text, (moved,) = events(client)
    assert moved["uid"] == event["uid"]
    assert moved["sequence"] > event["sequence"]
    assert moved["dtstart"].dt == day(6)
    visits.cancel_visit(visit=visit, status="cancelled_by_employer", by=lead)
    _text, (gone,) = events(client)
    assert (gone["uid"], str(gone["status"])) == (event["uid"], "CANCELLED")


@pytest.mark.row("L5")
def test_one_visit_is_a_file_and_a_logged_one_is_out_of_it(placement, lead, client_for):
    visit = visits.plan_visit(placement=placement, planned_for=day(0), by=lead)
    client = client_for(lead)
    _text, (event,) = events(client, url_of("visit_ics", visit))
    assert event["dtstart"].dt == day(0)
    log(placement, lead)
    assert events(client)[1] == []


def test_a_protected_persons_visit_is_in_no_file_of_many(placement, lead, client_for):
    visits.plan_visit(placement=placement, planned_for=day(2), by=lead)
    placement.participant.address_protection = "confidential"
    placement.participant.save()
    assert events(client_for(lead))[1] == []


# --- the guide --------------------------------------------------------------------------------------


@pytest.mark.row("L12")
@pytest.mark.parametrize(("language", "word"), [("nb", "Hver uke"), ("nn", "Kvar veke")])
def test_the_guide_names_who_follows_up_and_no_participant(placement, lead, client_for, language, word):
    instructor = instructor_of(placement)
    provider = lead.provider
    provider.phone = "22 33 44 55"
    provider.save()
    client, url = client_for(lead), url_of("guide", placement)
    page = client.get(url, {"sprak": language})
    assert word in page.text
    text = str(page.context["guide"])
    assert str(instructor.user) in text
    assert "22 33 44 55" in text
    assert placement.participant.last_name not in text
    answer = client.get(url_of("guide_pdf", placement), {"sprak": language})
    assert answer.content.startswith(b"%PDF-")
    # One sheet, counted in the file itself.
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", answer.content)) == 1
    assert client.post(url, {"language": language}).status_code == 302
    given = GuideHandOut.objects.get()
    assert (given.language, given.given_on) == (language, day(0))
    assert "Gitt " in client.get(url_of("placement_detail", placement)).text


def test_both_languages_say_the_same_number_of_things():
    both = [mentor_guide.BOKMAL.sections, mentor_guide.NYNORSK.sections]
    assert len({tuple(len(points) for _heading, points in sections) for sections in both}) == 1
