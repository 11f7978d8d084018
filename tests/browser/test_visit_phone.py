"""The visit form in the hand: what is not asked is not there, saving is near, and no draft outlives what it is for (L5, L10)."""

import pytest
from playwright.sync_api import expect

from placements.models import Visit
from tests.browser.forms import fill, press
from tests.browser.test_visit_offline import drafts, phone_at

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
    pytest.mark.row("L5"),
]
WISH = "De vil helst ha en etnisk norsk."


def test_saving_is_near_from_the_first_moment_and_hides_nothing(world, tab_for, live_server):
    phone, _url = phone_at(world, tab_for, live_server)
    page = phone.page
    save = page.get_by_role("button", name="Lagre besøket")
    expect(save).to_be_in_viewport()
    note = page.locator("#id_note")
    note.focus()
    expect(save).to_be_in_viewport()
    box, bar = note.bounding_box(), page.locator("form[data-device-draft] > .form-stack > .button-row").bounding_box()
    assert box["y"] + box["height"] <= bar["y"] or box["y"] >= bar["y"] + bar["height"]
    assert phone.axe() == []
    assert phone.sideways() == 0


@pytest.mark.parametrize("answer", ["participant_absent", "cancelled_by_employer"])
def test_what_makes_no_sense_is_not_asked(world, tab_for, live_server, answer):
    phone, _url = phone_at(world, tab_for, live_server)
    page = phone.page
    asked = [page.locator(f"[name={name}]").first for name in ("kind", "present", "hiring_intent", "plan_followed")]
    for one in asked:
        expect(one).to_be_visible()
    fill(page, status=answer, note="Var syk i dag.")
    for one in asked:
        expect(one).to_be_hidden()
    press(page, "Lagre besøket", then="Besøket er lagret.")
    visit = Visit.objects.filter(status=answer).latest("pk")
    assert (visit.kind, visit.present, visit.note) == ("", [], "Var syk i dag.")


def test_a_draft_that_was_left_is_gone_with_the_visit_that_was_saved(world, tab_for, live_server):
    phone, url = phone_at(world, tab_for, live_server)
    page = phone.page
    fill(page, note="Begynt og forlatt")
    expect(page.locator("[data-draft-status]")).to_contain_text("enhet")
    page.goto(url)
    fill(page, hiring_intent="maybe")
    assert len(drafts(page)) == 2
    press(page, "Lagre besøket", then="Besøket er lagret.")
    assert drafts(page) == []
    page.goto(url)
    expect(page.get_by_role("button", name="Hent kladden")).to_have_count(0)


@pytest.mark.row("L10")
def test_a_wish_that_was_stopped_is_not_kept_on_the_phone(world, tab_for, live_server):
    phone, _url = phone_at(world, tab_for, live_server)
    page = phone.page
    fill(page, hiring_intent="maybe", note=WISH)
    press(page, "Lagre besøket")
    page.locator("[data-not-kept]").wait_for()
    assert WISH not in "".join(drafts(page))
    fill(page, hiring_intent="yes")
    expect(page.locator("#id_note")).to_have_value(WISH)
    assert WISH not in "".join(drafts(page))
    phone.complaints[:] = [one for one in phone.complaints if "422" not in one]
    fill(page, note="Vil ha flere vakter.")
    press(page, "Lagre besøket", then="Besøket er lagret.")
    assert drafts(page) == []
