"""Feedback on a concept, from the caseworker who has a doubt to the answer she reads (C7)."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock, panels
from amo.models import Notification
from courses.actions import feedback as actions
from courses.models import ConceptFeedback
from tests import factories as f
from tests.courses.places.world import text

pytestmark = [pytest.mark.django_db, pytest.mark.row("C7")]

SAID = "Norskkravet er for høyt for det jobben krever."


@pytest.fixture
def concept():
    return f.ConceptFactory(title="Pleieassistent")


@pytest.fixture
def caseworker(concept):
    return f.MembershipFactory(office=f.OfficeFactory(county=concept.county))


@pytest.fixture
def county(concept):
    return f.MembershipFactory(county_staff=True, county=concept.county)


def send(concept, caseworker, **more) -> ConceptFeedback:
    return actions.send_feedback(concept=concept, by=caseworker, **{"kind": "level", "text": SAID} | more)


def url(name, *args):
    return reverse(f"courses:{name}", args=args)


def test_from_the_course_to_the_county_and_back_to_the_sender(client_for, concept, caseworker, county):
    client, at_county = client_for(caseworker), client_for(county)
    new = url("feedback_new", concept.public_id)
    assert new in text(client.get(concept.get_absolute_url()))
    assert client.post(new, {"kind": "level", "text": SAID}).status_code == 302
    feedback = ConceptFeedback.objects.get()
    assert Notification.objects.get(membership=county).url == feedback.get_absolute_url()
    assert "1 dag" not in text(at_county.get(url("feedback_list")))
    page = text(at_county.get(feedback.get_absolute_url()))
    assert SAID in page and str(caseworker.user) in page
    assert "Lest" in text(client.get(feedback.get_absolute_url()))
    feedback.refresh_from_db()
    answer = {
        "status": "acted_on",
        "what_changed": "Norskkravet er satt ned fra B1 til A2.",
        "answer": "Takk, det hadde du rett i.",
        "version": feedback.version,
    }
    assert at_county.post(feedback.get_absolute_url(), answer).status_code == 302
    told = Notification.objects.get(membership=caseworker)
    assert told.url == feedback.get_absolute_url()
    page = text(client.get(told.url))
    assert answer["answer"] in page and answer["what_changed"] in page and concept.get_absolute_url() in page
    # It stands beside what she said, where she would say more.
    assert answer["answer"] in text(client.get(new))


@pytest.mark.parametrize("number", ["01817000112", "018170 00112", "018170-00112"])
def test_an_identity_number_is_refused_and_what_was_typed_is_kept(client_for, concept, caseworker, number):
    typed = f"Kurset passet ikke for {number} i høst."
    response = client_for(caseworker).post(url("feedback_new", concept.public_id), {"kind": "other", "text": typed})
    assert response.status_code == 422
    assert "inneholder et fødselsnummer" in text(response) and typed in text(response)
    assert not ConceptFeedback.objects.exists()


@pytest.mark.parametrize("named", ["amina  hansen", "Hansen, Amina"])
def test_the_name_of_an_own_person_is_refused(concept, caseworker, named):
    person = {"first_name": "Amina", "last_name": "Hansen"}
    f.ParticipantFactory(caseworker=caseworker, office=caseworker.office, **person)
    with pytest.raises(ValidationError, match="navnet på en bruker"):
        send(concept, caseworker, text=f"Kurset passet ikke for {named} i høst.")


def test_a_name_of_somebody_she_may_not_open_is_not_given_away(concept, caseworker):
    f.ParticipantFactory(first_name="Amina", last_name="Hansen")
    assert send(concept, caseworker, text="Kurset passet ikke for Amina Hansen i høst.").pk


def test_a_class_of_another_course_is_refused(concept, caseworker):
    with pytest.raises(ValidationError, match="oppstart av dette kurset"):
        send(concept, caseworker, intake=f.IntakeFactory())


def test_another_countys_staff_and_colleagues_read_nothing(concept, caseworker):
    feedback = send(concept, caseworker)
    others = [
        f.MembershipFactory(county_staff=True),
        f.MembershipFactory(office=caseworker.office),
        f.MembershipFactory(office_lead=True),
        f.MembershipFactory(provider_lead=True),
    ]
    for other in others:
        assert not ConceptFeedback.objects.visible_to(other).exists()
    lead = f.MembershipFactory(office_lead=True, office=caseworker.office)
    assert ConceptFeedback.objects.visible_to(lead).get() == feedback
    with pytest.raises(PermissionDenied):
        actions.answer_feedback(feedback=[feedback], status="answered", answer="Nei.", by=others[0])


def test_an_answer_must_be_whole(client_for, concept, caseworker, county):
    feedback = send(concept, caseworker)
    page = client_for(county)
    response = page.post(feedback.get_absolute_url(), {"status": "acted_on", "answer": "", "version": 2})
    assert response.status_code == 422
    assert "Skriv hva som er endret." in text(response) and "Skriv svaret til den" in text(response)


def test_two_answers_at_once_the_second_is_told(client_for, concept, caseworker, county):
    feedback = send(concept, caseworker)
    version = actions.mark_read(feedback=feedback, by=county).version
    answer = {"status": "answered", "answer": "Takk.", "version": version}
    client = client_for(county)
    assert client.post(feedback.get_absolute_url(), answer).status_code == 302
    assert client.post(feedback.get_absolute_url(), answer | {"answer": "Noe annet."}).status_code == 409
    feedback.refresh_from_db()
    assert feedback.answer == "Takk."


def test_it_can_be_taken_back_until_it_is_read(concept, caseworker, county):
    actions.withdraw_feedback(feedback=send(concept, caseworker), by=caseworker)
    assert not ConceptFeedback.objects.exists()
    feedback = send(concept, caseworker)
    actions.mark_read(feedback=feedback, by=county)
    with pytest.raises(ValidationError, match="allerede lest"):
        actions.withdraw_feedback(feedback=feedback, by=caseworker)


def test_who_has_waited_longest_stands_out_for_the_county(client_for, concept, caseworker, county):
    feedback = send(concept, caseworker)
    ConceptFeedback.objects.filter(pk=feedback.pk).update(sent_at=clock.now() - dt.timedelta(days=20))
    assert "20 dager uten svar" in text(client_for(county).get(url("feedback_list")))
    [box] = [
        one.context for one in panels.collect("start", county, [county.pk])[county.pk] if one.key == "courses.feedback"
    ]
    assert box["items"][0]["count"] == 1 and "20 dager" in box["items"][0]["text"]


def test_the_list_asks_the_same_whatever_its_length(client_for, concept, caseworker, county):
    client = client_for(county)
    counts = []
    for _n in range(2):
        for _m in range(3):
            send(concept, f.MembershipFactory(office=caseworker.office))
        client.get(url("feedback_list"))
        with CaptureQueriesContext(connection) as queries:
            client.get(url("feedback_list"))
        counts.append(len(queries))
    assert counts[0] == counts[1]
