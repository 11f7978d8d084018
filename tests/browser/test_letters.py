"""Letters in the browser: sent together from the list by keyboard and mouse, and read on a phone (A5)."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from courses.models import DecisionLetter
from tests import factories as f
from tests.browser.forms import press

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
    pytest.mark.row("A5"),
]


def test_letters_are_sent_together_and_then_offered_in_one_file(tab_for, live_server):
    caseworker = f.MembershipFactory()
    chosen = [f.DecisionLetterFactory(wish__application__participant__caseworker=caseworker) for _n in range(2)]
    tab = tab_for(caseworker)
    page = tab.page
    page.goto(live_server.url + reverse("courses:letter_list"))
    page.get_by_label("Velg alle på siden").check(force=True)
    expect(page.locator("[data-bulk-count]")).to_have_text("2 valgt")
    page.locator("#bulk-form").get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Send 2 brev")
    assert tab.axe() == []
    page.get_by_label("Sendt i posten").check(force=True)
    press(page, "Send 2 brev")
    expect(page.get_by_role("heading", level=1)).to_have_text("2 brev er sendt")
    assert tab.axe() == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Skriv ut alle i én PDF").click()
    assert download.value.suggested_filename == "brev.pdf"
    assert set(DecisionLetter.objects.filter(status="sent")) == set(chosen)


def test_a_letter_reads_on_a_phone(tab_for, live_server):
    caseworker = f.MembershipFactory()
    letter = f.DecisionLetterFactory(wish__application__participant__caseworker=caseworker)
    phone = tab_for(caseworker, width=320, height=700)
    phone.page.goto(live_server.url + letter.get_absolute_url())
    expect(phone.page.get_by_role("heading", name="Hvis du er uenig")).to_be_visible()
    assert phone.sideways() <= 0
    assert phone.axe() == []
