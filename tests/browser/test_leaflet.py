"""The leaflet's form while it is written: how it reads is told, and what is written is a draft (P5)."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect as see

from tests import factories as f

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
    pytest.mark.row("P5"),
]


def test_while_it_is_written_both_the_advice_and_the_draft_follow(tab_for, live_server):
    staff = f.MembershipFactory(county_staff=True)
    concept = f.ConceptFactory(county=staff.county)
    url = live_server.url + reverse("courses:leaflet_edit", args=[concept.public_id, "nb"])
    page = tab_for(staff).page
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(url)
    page.locator("[name=what]").press_sequentially("Du lærer stell.")
    see(page.locator("#leaflet-hints")).to_contain_text("Lett å lese")
    see(page.locator("[data-draft-status]")).to_contain_text("Kladd lagret")
    page.goto(url)
    see(page.locator("[name=what]")).to_have_value("Du lærer stell.")
