"""Certificates of a class: issued, registered, taken back, and who lacks one (K5)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from amo import clock
from courses.actions import certificates as actions
from courses.models import CourseCertificate, Enrolment
from participants import grants
from tests import factories
from tests.courses.places.world import World, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("K5")]


@pytest.fixture
def world():
    return World()


@pytest.fixture
def people(world):
    """Two who completed, the second in nynorsk, and one who left."""
    intake = factories.IntakeFactory(contract=world.contract, ended=True, occupied=3)
    forms = ("nb", "nn", "nb")
    found = [
        factories.EnrolmentFactory(participant=world.person(written_form=form), intake=intake, status="completed")
        for form in forms
    ]
    Enrolment.objects.filter(pk=found[2].pk).update(status="dropped_out", end_reason="other")
    grants.repair(grants.differences())
    return found


def test_the_whole_class_in_one_go(world, people, client_for):
    intake, client = people[0].intake, client_for(world.lead)
    new = reverse("courses:certificate_issue_many", args=[intake.public_id])
    page = text(client.get(new))
    assert page.count(" checked") == 2 and people[2].participant.list_name not in page
    ticked = {"people": [str(one.public_id) for one in people[:2]]}
    assert client.post(new, ticked).status_code == 302
    rows = list(CourseCertificate.objects.order_by("number"))
    assert [row.number for row in rows] == [f"{intake.code}-001", f"{intake.code}-002"]
    assert {row.enrolment_id: row.language for row in rows} == {people[0].pk: "nb", people[1].pk: "nn"}
    register = reverse("courses:certificate_register", args=[intake.public_id])
    for membership in (world.lead, world.maker):
        page = text(client_for(membership).get(register))
        assert rows[0].number in page and "Sluttet før kurset var ferdig" in page
        assert "2 av 3 har fått kursbevis." in page
    whole = client.get(reverse("courses:certificate_class_pdf", args=[intake.public_id]))
    assert whole.content.startswith(b"%PDF")


def test_the_pdf_is_the_same_whatever_changes_later(world, people, client_for):
    actions.issue_certificate(enrolment=people[0], by=world.lead)
    url, client = reverse("courses:certificate", args=[people[0].public_id]), client_for(world.lead)
    before = client.get(url).content
    world.concept.title = "Noe helt annet"
    world.concept.save()
    assert client.get(url).content == before


def test_taken_back_and_issued_again(world, people, client_for):
    row = actions.issue_certificate(enrolment=people[0], by=world.lead)
    client = client_for(world.lead)
    take = reverse("courses:certificate_revoke", args=[row.public_id])
    assert client.post(take, {"version": row.version, "reason": " "}).status_code == 422
    assert client.post(take, {"version": row.version, "reason": "Navnet var feil."}).status_code == 302
    register = reverse("courses:certificate_register", args=[people[0].intake.public_id])
    assert "Trukket tilbake: Navnet var feil." in text(client.get(register))
    people[0].refresh_from_db()
    assert people[0].certificate_issued_on is None
    again = actions.issue_certificate(enrolment=people[0], by=world.lead)
    assert again.replaces == row and again.number != row.number
    with pytest.raises(ValidationError, match="allerede"):
        actions.revoke(certificate=row, reason="En gang til", by=world.lead)


def test_all_or_none(world, people):
    with pytest.raises(ValidationError) as error:
        actions.issue_many(intake=people[0].intake, enrolments=people, by=world.lead)
    assert "people" in error.value.message_dict and not CourseCertificate.objects.exists()
    stranger = factories.EnrolmentFactory(completed=True)
    with pytest.raises(ValidationError):
        actions.issue_many(intake=people[0].intake, enrolments=[people[0], stranger], by=world.lead)
    with pytest.raises(PermissionDenied):
        actions.issue_many(intake=people[0].intake, enrolments=people[:1], by=world.maker)


@pytest.mark.parametrize("route", ["certificate_register", "class_norwegian", "class_prospects"])
def test_the_class_s_pages_say_why_details_are_gone(world, people, client_for, route):
    """40 days after their end people are named, and no more: the page says so instead of showing empty cells."""
    url = reverse(f"courses:{route}", args=[people[0].intake.public_id])
    said = "vises til 40 dager etter at deltakelsen sluttet"
    assert said not in text(client_for(world.lead).get(url))
    earlier = {
        "starts_on": today(-150),
        "ends_on": today(-60),
        "created_at": clock.now() - clock.dt.timedelta(days=160),
    }
    Enrolment.objects.exclude(pk=people[0].pk).update(**earlier)
    grants.repair(grants.differences())
    page = text(client_for(world.lead).get(url))
    assert said in page and "Det gjelder 2 i lista" in page and people[1].participant.list_name in page
    if route == "certificate_register":
        assert said not in text(client_for(world.maker).get(url)), "Nav sees them still"
