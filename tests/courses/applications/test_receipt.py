"""The receipt for the person: her wishes in her order, what happens next, when she hears (A1)."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from courses import receipt
from courses.actions.applications import submit_application
from courses.actions.changing import change_wishes
from participants.models import Participant
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A1")]


@pytest.fixture
def sent(case):
    return submit_application(
        participant=case.person,
        wishes=[case.care_intake, case.cafe_intake],
        against_reason="Vil prøve yrket.",
        by=case.caseworker,
    )


def words_of(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_it_holds_her_order_and_what_follows(case, sent, client_for):
    change_wishes(application=sent, wishes=[case.cafe_intake, case.care_intake], by=case.caseworker)
    url = reverse("courses:application_receipt", args=[sent.public_id])
    response = client_for(case.caseworker).get(url)
    assert response["Content-Type"] == "application/pdf"
    assert case.person.last_name not in response["Content-Disposition"]
    text = words_of(response.content)
    assert text.index("Kafé og kantine") < text.index("Pleieassistent")
    for said in (case.person.name, "5 virkedager", "venteliste", "når du ikke får plass", case.office.name):
        assert said in text


def test_it_is_in_her_own_form_of_norwegian(case, sent):
    Participant.objects.filter(pk=case.person.pk).update(written_form="nn")
    sent.participant.refresh_from_db()
    pdf = PdfReader(io.BytesIO(receipt.render(sent, list(sent.wishes.select_related("intake__contract__concept")))))
    assert pdf.trailer["/Root"]["/Lang"] == "nn-NO"
    assert len(pdf.pages) == 1


def test_the_deadlines_are_those_of_the_round_and_the_plan(case, sent):
    sent.plan_due_on = today(7)
    data = receipt.data(sent, [])
    said = " ".join(text for section in data["sections"] for text in section.get("paragraphs", []))
    assert "Plassen din i køen holdes til" in said
    assert said.count(receipt.day_words(case.window.deadline, "nb")) == 2


def test_a_withdrawn_application_has_none(case, sent, client_for):
    from courses.actions.applications import withdraw_application

    withdraw_application(application=sent, by=case.caseworker)
    url = reverse("courses:application_receipt", args=[sent.public_id])
    assert client_for(case.caseworker).get(url).status_code == 403
