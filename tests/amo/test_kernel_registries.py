"""Panels and the menu: upper apps bring their parts, the kernel knows none of them."""

import pytest
from django.http import HttpResponse
from django.template import engines
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format

from amo import navigation, panels
from amo.models import Role
from amo.policy import LogRule, page
from amo.views import errors
from tests import factories


@pytest.fixture
def empty_registries(monkeypatch):
    monkeypatch.setattr(panels, "_sources", {slot: {} for slot in panels.SLOTS})
    monkeypatch.setattr(navigation, "_entries", {})
    monkeypatch.setattr(navigation, "_search", {})


def test_one_call_per_panel_however_many_rows(empty_registries):
    calls = []

    def for_many(membership, ids):
        calls.append((membership, ids))
        return {one: {"count": one} for one in ids if one != 2} | {99: {}}

    panels.register("concept.results", "results", for_many, "x.html")
    found = panels.collect("concept.results", "me", iter([1, 2, 3]))
    assert calls == [("me", [1, 2, 3])]
    assert {key: [panel.context for panel in items] for key, items in found.items()} == {
        1: [{"count": 1}],
        2: [],
        3: [{"count": 3}],
    }


def test_panels_stand_in_their_order_and_once(empty_registries):
    for key, order in (("b", 20), ("a", 20), ("first", 10), ("b", 5)):
        panels.register("start", key, lambda membership, ids: {one: {} for one in ids}, order=order)
    assert [panel.key for panel in panels.collect("start", None, [1])[1]] == ["b", "first", "a"]


def test_no_rows_ask_nobody(empty_registries):
    panels.register("start", "broken", lambda membership, ids: 1 / 0)
    assert panels.collect("start", None, []) == {}


def test_a_slot_that_nobody_shows_is_an_error(empty_registries):
    with pytest.raises(KeyError):
        panels.register("participant.nowhere", "x", dict)
    with pytest.raises(KeyError):
        panels.collect("participant.nowhere", None, [1])


def test_the_tag_renders_each_panel_with_its_own_context():
    template = engines["django"].from_string("{% load panels %}{% panels items %}")
    context = {"items": [{"title": "Én & to", "text": "", "url": "", "label": "", "icon": ""}], "page_title": "x"}
    context["items"] = [
        panels.Panel("k", "components/empty_state.html", context["items"][0]),
        panels.Panel("path", "", {}),
    ]
    html = template.render(context)
    assert html.count("empty-state") == 1
    assert "Én &amp; to" in html


@pytest.mark.django_db
def test_the_menu_is_by_role_and_marks_one_page(empty_registries):
    caseworker = factories.MembershipFactory.build(role=Role.CASEWORKER)
    navigation.register("Varsler", "amo:notifications", Role, 20, ["amo:notification_"])
    navigation.register("Start", "amo:start", [Role.CASEWORKER], 10, ["amo:"])
    items = navigation.items(caseworker, "amo:notification_open")
    assert [(item.label, item.url, item.active) for item in items] == [
        ("Start", "/", False),
        ("Varsler", "/varsler/", True),
    ]
    assert [item.active for item in navigation.items(caseworker, "amo:theme")] == [True, False]
    assert [item.active for item in navigation.items(caseworker, "participants:detail")] == [False, False]
    county = factories.MembershipFactory.build(county_staff=True)
    assert [item.label for item in navigation.items(county)] == ["Varsler"]
    assert navigation.items(None) == []


@pytest.mark.django_db
def test_the_search_is_for_the_roles_that_may(empty_registries):
    navigation.register_search("amo:start", [Role.CASEWORKER])
    assert navigation.search_url(factories.MembershipFactory.build(role=Role.CASEWORKER)) == "/"
    assert navigation.search_url(factories.MembershipFactory.build(role=Role.ADMINISTRATOR)) == ""
    assert navigation.search_url(None) == ""


@pytest.mark.django_db
def test_the_start_page_shows_what_needs_you_and_says_when_nothing_does(empty_registries, client_for):
    member = factories.MembershipFactory()
    client = client_for(member)
    assert "Ingenting haster" in client.get(reverse("amo:start")).content.decode()
    items = [{"text": "Tilbud å svare på", "url": "/brukere/", "count": 3, "due": factories.today(1)}]
    panels.register("start", "offers", lambda membership, ids: {ids[0]: {"title": "Tilbud", "items": items}})
    page_text = client.get(reverse("amo:start")).content.decode()
    assert "Tilbud å svare på" in page_text
    assert "I morgen" in page_text
    assert "Ingenting haster" not in page_text


@pytest.mark.django_db
def test_a_policy_stops_the_wrong_role_before_the_view(client_for):
    called = []
    view = page(roles=[Role.ADMINISTRATOR], log=LogRule.NONE)(lambda request: called.append(1) or HttpResponse())
    assert view.policy.roles == {"administrator"}
    client = client_for(factories.MembershipFactory())
    assert client.get(reverse("amo:user_list")).status_code == 403
    assert called == []


@pytest.mark.django_db
def test_every_answer_carries_a_request_id(client):
    assert client.get("/isalive", headers={"X-Request-ID": "abcdefgh-1"})["X-Request-ID"] == "abcdefgh-1"
    for strange in ("short", "x" * 65, "with space", "injected\\n"):
        answer = client.get("/isalive", headers={"X-Request-ID": strange})["X-Request-ID"]
        assert answer != strange
        assert len(answer) == 32


@pytest.mark.django_db
def test_the_history_says_who_and_where(client_for):
    from django.apps import apps

    member = factories.MembershipFactory()
    client_for(member).post(reverse("amo:theme"), {"color_scheme": "dark"})
    event = apps.get_model("amo", "UserEvent").objects.filter(pgh_obj_id=member.user.pk, color_scheme="dark").get()
    told = event.pgh_context.metadata
    assert (told["user"], told["membership"], told["route"]) == (member.user.pk, member.pk, "amo:theme")


@pytest.mark.django_db
def test_missing_pages_and_refusals_are_in_plain_words(client_for):
    client = client_for(factories.MembershipFactory())
    missing, refused = client.get("/finnes-ikke/"), client.get(reverse("amo:user_list"))
    assert (missing.status_code, refused.status_code) == (404, 403)
    for page_text in (missing.content.decode(), refused.content.decode()):
        assert "<h1" in page_text
        assert "Gå til startsiden" in page_text
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(reverse("amo:login"), {}).status_code == 403


def test_a_broken_page_says_so_without_the_database(rf):
    response = errors.server_error(rf.get("/"))
    assert response.status_code == 500
    assert "<h1" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked_for", "language"),
    [("en-US,en;q=0.9", "nb"), ("nn", "nn"), ("nn-NO,en;q=0.5", "nn"), ("so", "nb"), ("", "nb")],
)
def test_every_browser_gets_one_language_throughout(client_for, asked_for, language):
    client = client_for(factories.MembershipFactory(administrator=True))
    page_text = client.get(reverse("amo:clock"), headers={"Accept-Language": asked_for}).content.decode()
    assert f'<html lang="{language}"' in page_text
    with translation.override(language):
        assert date_format(factories.today(), "l j. F Y").lower() in page_text.lower()
