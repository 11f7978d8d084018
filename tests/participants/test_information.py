"""What a person has been told about courses: logged with points, language and interpreter, and all of it read (P5)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from participants import actions, information
from participants.forms.information import InformationFields
from participants.models import InformationGiven
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.row("P5")]

Point = InformationGiven.Point


@pytest.fixture
def caseworker(db):
    return f.MembershipFactory()


@pytest.fixture
def person(caseworker):
    return f.ParticipantFactory(caseworker=caseworker, interpreter_language="dari")


def sent(**changes):
    return {"kind": "general", "channel": "in_person", "given_on": clock.today().isoformat()} | changes


def test_the_form_offers_her_interpreter_and_stores_the_points(person, caseworker, client_for):
    client, url = client_for(caseworker), reverse("participants:inform", args=[person.public_id])
    page = client.get(url).content.decode()
    assert 'value="dari"' in page
    assert "Hvilket kurs (valgfritt)" not in " ".join(page.split()) and "Når det gjelder et bestemt kurs." in page
    assert "Med egne ord (valgfritt)" in " ".join(page.split())
    for _code, label in Point.choices:
        assert str(label) in page
    done = client.post(url, sent(points=["outcome", "benefit"], language="dari", with_interpreter="on", said="Kort."))
    assert done.status_code == 302
    given = InformationGiven.objects.get()
    assert (given.points, given.language, given.with_interpreter) == (["outcome", "benefit"], "dari", True)
    assert given.point_labels == [str(Point.OUTCOME.label), str(Point.BENEFIT.label)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kind": "course"}, "Skriv hvilket kurs du informerte om."),
        ({"points": ["tull"]}, "Velg blant punktene i listen."),
        ({"said": "x" * 1001}, "høyst 1000 tegn"),
        ({"given_on": "2999-01-01"}, "Datoen kan ikke være fram i tid."),
        ({"language": "x" * 41}, "høyst 40 tegn"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(person, caseworker, client_for, changes, expected):
    url = reverse("participants:inform", args=[person.public_id])
    page = client_for(caseworker).post(url, sent(subject="" if "kind" in changes else "Ñandú og æøå") | changes)
    assert page.status_code == 422
    text = page.content.decode()
    assert expected in text
    assert "kind" in changes or "Ñandú og æøå" in text
    assert not InformationGiven.objects.exists()


def test_everything_she_was_told_is_on_its_page_and_the_latest_on_the_overview(person, caseworker, client_for):
    for back in range(5):
        actions.give_information(
            participant=person, kind="course", subject=f"Kurs nummer {back}", given_on=f.today(-back), by=caseworker,
            points=[Point.MAY_DECLINE], language="dari", with_interpreter=True,
        )  # fmt: skip
    client = client_for(caseworker)
    page = client.get(reverse("participants:information_list", args=[person.public_id])).content.decode()
    for back in range(5):
        assert f"Kurs nummer {back}" in page
    assert str(Point.MAY_DECLINE.label) in page and "på dari med tolk" in page
    panel = information.for_many(caseworker, [person.pk])[person.pk]
    assert [row["title"] for row in panel["rows"]] == ["Kurs nummer 0", "Kurs nummer 1", "Kurs nummer 2"]
    overview = client.get(reverse("participants:detail", args=[person.public_id])).content.decode()
    assert reverse("participants:information_list", args=[person.public_id]) in overview


def test_prospects_by_point_and_by_kind(person, caseworker):
    common = {"participant": person, "given_on": f.today(), "by": caseworker}
    by_point = actions.give_information(kind="course", subject="Kurs", points=[Point.PROSPECTS], **common)
    by_kind = actions.give_information(kind="prospects", **common)
    actions.give_information(kind="general", points=[Point.WHAT], **common)
    assert set(InformationGiven.objects.of_prospects()) == {by_point, by_kind}


def test_the_panel_asks_as_often_for_many_as_for_one(caseworker):
    people = [f.ParticipantFactory(caseworker=caseworker) for _n in range(6)]
    for one in people:
        f.InformationGivenFactory(participant=one)

    def queries(ids):
        with CaptureQueriesContext(connection) as captured:
            information.for_many(caseworker, ids)
        return len(captured)

    assert queries([people[0].pk]) == queries([one.pk for one in people])


def test_a_provider_and_a_stranger_are_told_nothing(person, caseworker):
    f.InformationGivenFactory(participant=person)
    for membership in (f.MembershipFactory(), f.MembershipFactory(provider_lead=True)):
        assert information.for_many(membership, [person.pk]) == {}


def test_one_and_many_share_the_points():
    assert [code for code, _label in InformationFields.base_fields["points"].choices] == Point.values
