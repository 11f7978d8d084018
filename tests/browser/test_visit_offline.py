"""A visit logged on a phone without coverage: the draft is there, and one visit is saved (L5)."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from placements.models import Visit
from tests.browser.forms import fill, press

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
    pytest.mark.row("L5"),
]
NOTE = "Vil ha flere vakter. Trenger norsk på jobb."
MOST_TAPS = 3


def phone_at(world, tab_for, live_server):
    phone = tab_for(world.provider_lead, width=390, height=844)
    url = live_server.url + reverse("placements:visit_log", args=[world.placement.public_id])
    phone.page.goto(url)
    return phone, url


def forget_network(phone) -> None:
    """What Chromium says of a network that is gone is not the page's fault; everything else still is."""
    phone.complaints[:] = [one for one in phone.complaints if "ERR_" not in one]


def drafts(page) -> list[str]:
    return page.evaluate("Object.values(localStorage)")


def test_three_taps_for_the_usual_case(world, tab_for, live_server):
    phone, url = phone_at(world, tab_for, live_server)
    page, before = phone.page, Visit.objects.filter(status="held").count()
    page.goto(live_server.url + "/")
    taps = 0
    for tap in (
        page.get_by_role("link", name=f"Besøk hos {world.employer.name}").first,
        page.get_by_label("Kanskje", exact=True),
        page.get_by_role("button", name="Lagre besøket"),
    ):
        tap.click()
        taps += 1
    expect(page.get_by_text("Besøket er lagret.")).to_be_visible()
    assert taps <= MOST_TAPS
    assert Visit.objects.filter(status="held").count() == before + 1


def test_why_not_is_asked_only_after_a_no(world, tab_for, live_server):
    phone, _url = phone_at(world, tab_for, live_server)
    page = phone.page
    why, words = page.get_by_label("Har ingen ledig stilling"), page.get_by_label("Hva er grunnen?")
    expect(why).to_be_hidden()
    fill(page, hiring_intent="no")
    expect(why).to_be_visible()
    expect(words).to_be_hidden()
    fill(page, why_not="other")
    expect(words).to_be_visible()
    fill(page, hiring_intent="yes")
    expect(why).to_be_hidden()
    assert phone.axe() == []
    assert phone.sideways() == 0


def test_the_network_is_cut_in_the_middle_and_one_visit_is_saved(world, tab_for, live_server):
    phone, url = phone_at(world, tab_for, live_server)
    page, before = phone.page, Visit.objects.filter(status="held").count()
    fill(page, hiring_intent="no", why_not="norwegian")
    phone.context.set_offline(True)
    fill(page, note=NOTE)
    page.get_by_role("button", name="Lagre besøket").click()
    gone = page.locator("[data-draft-status]")
    expect(gone).to_contain_text("Ingen kontakt med nettet.")
    expect(page.locator("#id_note")).to_have_value(NOTE)
    assert Visit.objects.filter(status="held").count() == before
    (draft,) = drafts(page)
    assert NOTE in draft
    assert world.participant.last_name not in draft
    assert world.participant.first_name not in draft

    # Back at the school, in a page that is opened anew.
    phone.context.set_offline(False)
    page.goto(url)
    forget_network(phone)
    expect(page.locator("#id_note")).to_have_value("")
    page.get_by_role("button", name="Hent kladden").click()
    expect(page.locator("#id_note")).to_have_value(NOTE)
    expect(page.locator("[name=why_not][value=norwegian]")).to_be_checked()
    press(page, "Lagre besøket", then="Besøket er lagret.")
    visit = Visit.objects.filter(status="held").latest("pk")
    assert (visit.note, visit.hiring_intent, visit.why_not) == (NOTE, "no", "norwegian")
    assert Visit.objects.filter(status="held").count() == before + 1
    assert drafts(page) == []


def test_an_answer_that_never_came_back_and_the_form_sent_again_is_one_visit(world, tab_for, live_server):
    """The server got the form, the phone lost the network before it heard so: sending the draft again adds nothing."""
    phone, url = phone_at(world, tab_for, live_server)
    page, before = phone.page, Visit.objects.filter(status="held").count()
    fill(page, hiring_intent="maybe", note=NOTE)
    (draft,) = page.evaluate("Object.entries(localStorage)")

    def swallow(route):
        # The form arrives, its answer does not.
        if route.request.method == "POST":
            route.fetch(max_redirects=0)
            route.abort("internetdisconnected")
        else:
            route.continue_()

    page.route("**/besok/", swallow)
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Lagre besøket").click()
    page.unroute("**/besok/")
    assert Visit.objects.filter(status="held").count() == before + 1

    # As a phone that has not been told either: the draft lies there, and is sent again.
    other = live_server.url + reverse("placements:employer_list")
    page.goto(other)
    page.evaluate("([name, value]) => localStorage.setItem(name, value)", draft)
    page.goto(url)
    forget_network(phone)
    page.get_by_role("button", name="Hent kladden").click()
    press(page, "Lagre besøket", then="Det er ikke lagret to ganger.")
    assert Visit.objects.filter(status="held").count() == before + 1
    assert drafts(page) == []


def test_a_draft_is_gone_after_sign_out_and_for_somebody_else(world, tab_for, live_server, client_for):
    phone, url = phone_at(world, tab_for, live_server)
    page = phone.page
    fill(page, note=NOTE)
    assert len(drafts(page)) == 1
    page.evaluate(
        "for (const name of Object.keys(localStorage)) localStorage[name] = "
        "JSON.stringify({...JSON.parse(localStorage[name]), user: 'somebody-else'})"
    )
    page.goto(url)
    expect(page.get_by_role("button", name="Hent kladden")).to_have_count(0)
    assert drafts(page) == []
    fill(page, note=NOTE)
    page.evaluate(
        "for (const name of Object.keys(localStorage)) localStorage[name] = "
        "JSON.stringify({...JSON.parse(localStorage[name]), at: Date.now() - 25 * 3600 * 1000})"
    )
    page.goto(url)
    assert drafts(page) == []
    fill(page, note=NOTE)
    page.locator("[data-sign-out]").evaluate("form => form.requestSubmit()")
    page.wait_for_url("**/logg-inn/**")
    assert drafts(page) == []
