"""Drafts are saved while one writes, belong to one membership and are thrown away when they are of no use."""

import uuid

import pytest
from django.http import QueryDict
from django.urls import reverse

from amo import clock, drafts, saved_filters
from amo.models import Draft, Submission
from tests import factories


@pytest.fixture
def membership(db):
    return factories.MembershipFactory()


def save_url(form="samtale", key="7"):
    return reverse("amo:draft_save", args=[form, key])


def test_autosave_answers_with_the_time(membership, client_for, freeze):
    import datetime as dt

    freeze(dt.datetime(2026, 3, 2, 12, 3, tzinfo=clock.OSLO))
    answer = client_for(membership).post(save_url(), {"text": "Hun vil"}, headers={"HX-Request": "true"})
    assert answer.content.decode() == "Kladd lagret kl. 12.03"
    assert drafts.load(membership, "samtale", "7").data == {"text": ["Hun vil"]}


def test_the_last_text_stands(membership, client_for):
    client = client_for(membership)
    client.post(save_url(), {"text": "Hun"})
    client.post(save_url(), {"text": "Hun vil ha nattarbeid", "kinds": ["a", "b"]})
    assert Draft.objects.get().data == {"text": ["Hun vil ha nattarbeid"], "kinds": ["a", "b"]}


def test_a_draft_is_seen_by_its_membership_only(membership):
    drafts.save(membership, "samtale", "7", QueryDict("text=hemmelig"))
    assert drafts.load(factories.MembershipFactory(), "samtale", "7") is None
    assert drafts.load(membership, "samtale", "8") is None


def test_an_autosave_that_comes_after_the_form_was_sent_leaves_nothing(membership, client_for):
    key = uuid.uuid4()
    Submission.objects.create(id=key, membership=membership, created_at=clock.now())
    answer = client_for(membership).post(save_url(), {"text": "For sent", "submission": str(key)})
    assert answer.status_code == 200
    assert answer.content == b""
    assert not Draft.objects.exists()


def test_too_much_text_is_refused_in_words(membership, client_for):
    answer = client_for(membership).post(save_url(), {"text": "x" * 70_000})
    assert answer.status_code == 422
    assert "for lang" in answer.content.decode()
    assert not Draft.objects.exists()


def test_signs_the_database_cannot_hold_are_left_out(membership, client_for):
    assert client_for(membership).post(save_url(), {"text": "a\x00b"}).status_code == 200
    assert Draft.objects.get().data == {"text": ["ab"]}


def test_discard_throws_away_and_goes_back(membership, client_for):
    drafts.save(membership, "samtale", "", QueryDict("text=x"))
    url = reverse("amo:draft_discard", args=["samtale", "-"])
    answer = client_for(membership).post(f"{url}?next=/varsler/", {"text": "x"})
    assert answer.url == "/varsler/"
    assert not Draft.objects.exists()


def test_discard_does_not_lead_out_of_the_site(membership, client_for):
    url = reverse("amo:draft_discard", args=["samtale", "-"])
    assert client_for(membership).post(f"{url}?next=https://example.org/").url == reverse("amo:start")


def test_a_form_is_needed_to_save(membership, client_for):
    assert client_for(membership).get(save_url()).status_code == 405


def test_old_drafts_go_and_chosen_columns_stay(membership, move_clock):
    drafts.save(membership, "samtale", "7", QueryDict("text=x"))
    saved_filters.choose_columns(by=membership, list_key="brukere", columns=["name"])
    assert drafts.sweep(clock.now()) == 0
    move_clock(31)
    assert drafts.sweep(clock.now()) == 1
    assert saved_filters.columns_of(membership, "brukere") == ["name"]
