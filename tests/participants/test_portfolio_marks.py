"""A caseworker's own colour and note on a row: hers alone, set without leaving the list (P4)."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from participants import actions, portfolio
from participants.innsyn import sections
from participants.models import PortfolioMark
from tests import factories as f
from tests.participants.test_portfolio import LIST

pytestmark = [pytest.mark.django_db, pytest.mark.row("P4")]


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def client(client_for, caseworker):
    return client_for(caseworker)


@pytest.fixture
def person(caseworker):
    person = f.ParticipantFactory(caseworker=caseworker, last_name="Merkesen", first_name="Mia")
    portfolio.refresh([person.pk])
    return person


def url_of(person, back=LIST):
    return f"{reverse('participants:mark', args=[person.public_id])}?next={back}"


def mark_of(membership, person):
    found = PortfolioMark.objects.filter(membership=membership, participant=person).values_list("color", "note")
    return found.first()


def test_a_mark_is_set_changed_and_taken_away_on_its_own_page(client, caseworker, person):
    url = url_of(person, "/brukere/?f=1%26quick=due")
    form = client.get(url).context["form"]
    assert (form["color"].value(), form["note"].value()) == ("", None)
    answer = client.post(url, {"color": "red", "note": "  Ring på mandag "})
    assert answer.url == "/brukere/?f=1&quick=due"
    assert mark_of(caseworker, person) == ("red", "Ring på mandag")
    shown = client.get(LIST)
    assert "Rød" in shown.content.decode(), "a colour is said in words too"
    assert "Ring på mandag" in shown.content.decode()
    form = client.get(url).context["form"]
    assert (form["color"].value(), form["note"].value()) == ("red", "Ring på mandag")
    client.post(url, {"color": "", "note": "Ring på mandag"})
    assert mark_of(caseworker, person) == ("", "Ring på mandag")
    client.post(url, {"color": "", "note": " "})
    assert mark_of(caseworker, person) is None


def test_in_the_list_the_form_opens_below_the_row_and_the_cell_comes_back(client, caseworker, person):
    headers = {"HX-Request": "true"}
    url = url_of(person)
    opened = client.get(url, headers=headers).content.decode()
    assert f'id="mark-row-{person.public_id}"' in opened
    assert "<html" not in opened
    # While it is open the link is away: no second form for the same row.
    assert opened.count(f'hx-get="{url_of(person, "%2Fbrukere%2F")}"') == 0
    wrong = client.post(url, {"color": "lilla", "note": "x" * 301}, headers=headers)
    assert wrong.status_code == 422
    assert set(wrong.context["form"].errors) == {"color", "note"}
    assert "x" * 301 in wrong.content.decode(), "what was typed is kept"
    saved = client.post(url, {"color": "green", "note": ""}, headers=headers)
    text = saved.content.decode()
    assert saved.status_code == 200
    assert "Grønn" in text and "Merkingen er lagret." in text and "autofocus" in text
    assert f'id="mark-{person.public_id}" hx-swap-oob="true"' in text
    assert mark_of(caseworker, person) == ("green", "")
    cancelled = client.get(f"{url}&vis=1", headers=headers).content.decode()
    assert "Grønn" in cancelled and "<form" not in cancelled


def test_a_mark_is_seen_by_its_owner_only(client, client_for, caseworker, person):
    colleague = f.MembershipFactory(office=caseworker.office)
    actions.set_mark(participant=person, color="red", note="Mitt eget", by=caseworker)
    actions.set_mark(participant=person, color="blue", note="Kollegaens", by=colleague)
    assert "Kollegaens" not in client.get(LIST).content.decode()
    theirs = client_for(colleague).get(LIST, {"scope": "all", "mark": "blue"})
    assert len(theirs.context["listpage"].rows) == 1
    assert "Mitt eget" not in theirs.content.decode()
    assert client_for(colleague).get(LIST, {"scope": "all", "mark": "red"}).context["listpage"].rows == []
    assert set(PortfolioMark.objects.visible_to(caseworker)) == set(PortfolioMark.objects.filter(membership=caseworker))
    assert not PortfolioMark.objects.visible_to(None).exists()
    # Her next membership does not inherit it, and the person may ask for it.
    again = f.MembershipFactory(user=caseworker.user, office=caseworker.office)
    assert not PortfolioMark.objects.visible_to(again).exists()
    told = {section.title: section.records for section in sections(person)}
    assert len(told["Veilederens egen merking"]) == 2


def test_nobody_marks_who_she_may_not_open(client, client_for, caseworker, person):
    hidden = f.ParticipantFactory(caseworker=caseworker, confidential=True)
    assert client.get(url_of(hidden)).status_code == 403
    assert client.post(url_of(hidden), {"color": "red"}).status_code == 403
    assert client.post(url_of(f.ParticipantFactory()), {"color": "red"}).status_code == 404
    county = client_for(f.MembershipFactory(role="county_staff", office=None, county=caseworker.office.county))
    assert county.post(url_of(person), {"color": "red"}).status_code == 403
    assert not PortfolioMark.objects.exists()


def test_what_was_written_before_she_was_protected_is_not_shown_after(client, caseworker, person):
    actions.set_mark(participant=person, color="red", note="Bor i Hemmelig gate", by=caseworker)
    person.address_protection = "confidential"
    person.save()
    page = client.get(LIST)
    assert "Hemmelig gate" not in page.content.decode()
    assert client.get(LIST, {"mark": "red"}).context["listpage"].rows == []
    assert client.get(LIST, {"mark": "note"}).context["listpage"].rows == []


def test_a_mark_saved_twice_is_one(client, caseworker, person):
    form = client.get(url_of(person)).context["form"]
    data = {"color": "red", "note": "Én gang", "submission": str(form["submission"].value())}
    assert client.post(url_of(person), data).status_code == 302
    assert client.post(url_of(person), data).status_code == 302
    actions.set_mark(participant=person, color="blue", note="Igjen", by=caseworker)
    assert PortfolioMark.objects.count() == 1
    assert mark_of(caseworker, person) == ("blue", "Igjen")


@pytest.mark.parametrize(("color", "note"), [("lilla", ""), ("red", "x" * 301)])
def test_a_mark_that_cannot_be_is_refused(caseworker, person, color, note):
    with pytest.raises(ValidationError):
        actions.set_mark(participant=person, color=color, note=note, by=caseworker)


# --- many ---------------------------------------------------------------------------------------


def test_a_colour_on_many_rows_leaves_the_notes(client, caseworker, person):
    others = f.ParticipantFactory.create_batch(3, caseworker=caseworker)
    portfolio.refresh()
    actions.set_mark(participant=person, color="red", note="Behold meg", by=caseworker)
    everybody = [person, *others]
    data = {"ids": [one.public_id for one in everybody]}
    page = client.post("/brukere/merk/", data)
    assert page.status_code == 200
    assert not page.context["form"].is_bound
    assert client.post("/brukere/merk/", data | {"color": "blue"}).status_code == 302
    assert mark_of(caseworker, person) == ("blue", "Behold meg")
    assert PortfolioMark.objects.filter(color="blue").count() == 4
    wrong = client.post("/brukere/merk/", data | {"color": "lilla"})
    assert wrong.status_code == 422
    assert client.post("/brukere/merk/", data | {"color": ""}).status_code == 302
    assert list(PortfolioMark.objects.values_list("color", "note")) == [("", "Behold meg")]


def test_colours_take_the_same_statements_for_any_number(caseworker):
    def statements(people, color) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert actions.set_color(participants=people, color=color, by=caseworker) == len(people)
        return len(captured)

    few = f.ParticipantFactory.create_batch(2, caseworker=caseworker)
    many = f.ParticipantFactory.create_batch(60, caseworker=caseworker)
    for color in ("red", ""):
        assert statements(few, color) == statements(many, color)
    assert not PortfolioMark.objects.exists()
    assert actions.set_color(participants=[], color="red", by=caseworker) == 0
