"""Half-yearly rounds: asked, reminded, counted per office, closed, and answered to everybody (C7)."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from amo import clock, panels
from amo.models import Notification
from courses.actions import feedback as feedback_actions
from courses.actions import feedback_rounds as actions
from courses.feedback_page import rates, summaries
from courses.models import ConceptFeedback, FeedbackRound
from participants.models import Task
from tests import factories as f
from tests.courses.places.world import text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("C7")]


@pytest.fixture
def county():
    return f.MembershipFactory(county_staff=True)


@pytest.fixture
def office(county):
    return f.OfficeFactory(county=county.county)


@pytest.fixture
def concepts(county):
    return [f.ConceptFactory(county=county.county) for _n in range(2)]


def start(county, concepts, offices, **more) -> FeedbackRound:
    words = {"name": "Høsten", "question": "Hva mener dere?", "due_on": today(20)} | more
    return actions.open_round(concepts=concepts, offices=offices, by=county, **words)


def test_a_round_from_the_question_to_the_answers(client_for, county, office, concepts):
    first, second = f.MembershipFactory(office=office), f.MembershipFactory(office_lead=True, office=office)
    silent_office = f.OfficeFactory(county=county.county)
    f.MembershipFactory(office=silent_office)
    round_ = start(county, concepts, [office, silent_office])
    answer_url = reverse("courses:feedback_round_answer", args=[round_.public_id])
    assert Notification.objects.get(membership=first).url == answer_url
    task = Task.objects.open().get(office=office)
    assert task.due_on == round_.due_on
    keep, change = concepts
    data = {
        f"verdict-{keep.pk}": "keep",
        f"verdict-{change.pk}": "change",
        f"why-{change.pk}": "Praksisen bør komme tidligere.",
    }
    client, at_county = client_for(first), client_for(county)
    assert client.post(answer_url, data).status_code == 302
    task.refresh_from_db()
    assert task.done_at
    assert [(row["office"], row["answered"], row["asked"]) for row in rates(round_)] == [
        (silent_office, 0, 1),
        (office, 1, 2),
    ]
    page = text(at_county.get(round_.get_absolute_url()))
    assert "1 av 3 har svart (33 %)" in page and "1 av 2" in page and "Ingen svar" in page
    assert "Praksisen bør komme tidligere." in page and str(first.user) in page
    reply = reverse("courses:feedback_round_reply", args=[round_.public_id, change.public_id])
    answer = {"status": "answered", "answer": "Vi tar det med i neste anbud."}
    assert at_county.post(reply, answer).status_code == 302
    told = Notification.objects.filter(membership=first).exclude(url=answer_url).get()
    assert answer["answer"] in text(client.get(told.url))
    assert not Notification.objects.filter(membership=second).exclude(url=answer_url).exists()


def test_what_is_typed_is_a_draft_and_a_reason_is_asked_for(client_for, county, office, concepts):
    caseworker = f.MembershipFactory(office=office)
    round_ = start(county, concepts, [office])
    client, url = client_for(caseworker), reverse("courses:feedback_round_answer", args=[round_.public_id])
    data = {f"verdict-{concepts[0].pk}": "stop", f"why-{concepts[0].pk}": ""}
    response = client.post(url, data)
    assert response.status_code == 422 and "Skriv hvorfor." in text(response)
    draft = reverse("amo:draft_save", args=["feedback-round", round_.public_id])
    client.post(draft, {f"verdict-{concepts[0].pk}": "stop", f"why-{concepts[0].pk}": "Ingen får jobb."})
    assert "Ingen får jobb." in text(client.get(url))
    assert not ConceptFeedback.objects.exists()


def test_those_who_are_silent_are_reminded_once_each_time(county, office, concepts, move_clock):
    heard, silent = f.MembershipFactory(office=office), f.MembershipFactory(office=office)
    round_ = start(county, concepts, [office])
    actions.answer_round(round_=round_, answers={concepts[0].pk: ("keep", "")}, by=heard)
    before = Notification.objects.count()
    actions.remind(clock.now())
    assert Notification.objects.count() == before
    for days, expected in ((14, 1), (15, 1), (19, 2)):
        move_clock(days)
        actions.remind(clock.now())
        assert Notification.objects.count() == before + expected
    assert Notification.objects.filter(membership=silent).count() == 3
    assert Notification.objects.filter(membership=heard).count() == 1


def test_an_answer_may_be_changed_until_it_is_read_and_never_after_the_round(county, office, concepts):
    caseworker = f.MembershipFactory(office=office)
    round_, concept = start(county, concepts, [office]), concepts[0]
    colleague = f.MembershipFactory(office=office)
    actions.answer_round(round_=round_, answers={concepts[1].pk: ("keep", "")}, by=colleague)
    actions.answer_round(round_=round_, answers={concept.pk: ("keep", "")}, by=caseworker)
    actions.answer_round(round_=round_, answers={concept.pk: ("more", "Alltid venteliste.")}, by=caseworker)
    row = ConceptFeedback.objects.get(sender=caseworker)
    assert row.verdict == "more"
    feedback_actions.mark_read(feedback=row, by=county)
    with pytest.raises(ValidationError, match="allerede lest"):
        actions.answer_round(round_=round_, answers={concept.pk: ("stop", "Nei.")}, by=caseworker)
    actions.close_round(round_=round_, by=county)
    assert not Task.objects.open().exists()
    assert not ConceptFeedback.objects.filter(status="new").exists()
    with pytest.raises(ValidationError, match="avsluttet"):
        actions.answer_round(round_=round_, answers={concepts[1].pk: ("keep", "")}, by=caseworker)


def test_an_office_reads_its_own_numbers_and_only_what_it_may(client_for, county, office, concepts):
    caseworker, colleague = f.MembershipFactory(office=office), f.MembershipFactory(office=office)
    round_ = start(county, concepts, [office, f.OfficeFactory(county=county.county, name="Nav Annetsted")])
    said = "Praksisen bør komme tidligere."
    actions.answer_round(round_=round_, answers={concepts[0].pk: ("change", said)}, by=colleague)
    page = text(client_for(caseworker).get(round_.get_absolute_url()))
    assert said not in page and "Nav Annetsted" not in page and "Endre" in page
    assert sum(one["total"] for one in summaries(round_, caseworker)) == 1


def test_the_start_page_asks_until_one_has_answered(county, office, concepts):
    caseworker = f.MembershipFactory(office=office)
    round_ = start(county, concepts, [office])

    def boxes():
        found = panels.collect("start", caseworker, [caseworker.pk])[caseworker.pk]
        return [one for one in found if one.key == "courses.feedback"]

    assert boxes()[0].context["items"][0]["due"] == round_.due_on
    actions.answer_round(round_=round_, answers={concepts[0].pk: ("keep", "")}, by=caseworker)
    assert boxes() == []


@pytest.mark.parametrize(
    ("more", "field"),
    [({"due_on": dt.date(2000, 1, 1)}, "due_on"), ({"concepts": []}, "concepts"), ({"offices": []}, "offices")],
)
def test_a_round_that_cannot_be_answered_is_refused(county, office, concepts, more, field):
    data = {"concepts": concepts, "offices": [office]} | more
    with pytest.raises(ValidationError) as refused:
        start(county, **data)
    assert field in refused.value.error_dict


def test_only_the_county_of_the_round_closes_it(county, office, concepts):
    round_ = start(county, concepts, [office])
    with pytest.raises(PermissionDenied):
        actions.close_round(round_=round_, by=f.MembershipFactory(county_staff=True))
    foreign = f.MembershipFactory()
    with pytest.raises(PermissionDenied):
        actions.answer_round(round_=round_, answers={concepts[0].pk: ("keep", "")}, by=foreign)
