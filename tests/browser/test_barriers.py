"""On a phone: a wish that stops leads to the report with what was written; a barrier is told where it is known already."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from placements import employer_search
from placements.models import Barrier, DiscriminationReport, Visit
from tests.browser.forms import fill, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]
WISH = "Lederen vil ikke ha flere fra Somalia."


@pytest.mark.row("L10")
def test_a_wish_stops_in_the_visit_and_is_reported_beside_it(world, tab_for, live_server):
    phone = tab_for(world.instructor, width=390, height=844)
    page = phone.page
    page.goto(live_server.url + reverse("placements:visit_log", args=[world.placement.public_id]))
    before = Visit.objects.filter(status="held").count()
    fill(page, hiring_intent="not_asked", note=WISH)
    press(page, "Lagre besøket")
    expect(page.locator("[data-error-summary]")).to_contain_text("«Somalia»")
    expect(page.locator("#id_note")).to_have_value(WISH)
    assert phone.axe() == []
    assert phone.sideways() == 0
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Meld diskriminering").click()
    report = opened.value
    expect(report.locator("#id_what")).to_have_value(WISH)
    expect(report.locator("#id_employer")).to_have_value(employer_search.label(world.employer))
    assert not DiscriminationReport.objects.filter(employer=world.employer).exists()
    press(report, "Meld til Nav tiltak", then="Du har meldt fra.")
    assert DiscriminationReport.objects.get(employer=world.employer).what == WISH
    expect(report.get_by_text(WISH)).to_have_count(0)
    # The form still stands where she left it; worded anew it is saved.
    expect(page.locator("#id_note")).to_have_value(WISH)
    fill(page, note="Lederen vil ikke ta imot alle. Meldt videre.")
    press(page, "Lagre besøket", then="Besøket er lagret.")
    assert Visit.objects.filter(status="held").count() == before + 1
    phone.complaints.clear()


@pytest.mark.row("L9")
def test_while_the_line_is_typed_the_same_barrier_is_offered(world, tab_for, live_server):
    phone = tab_for(world.provider_lead, width=390, height=844)
    page = phone.page
    page.goto(live_server.url + reverse("placements:employer_detail", args=[world.employer.public_id]))
    page.locator("footer").get_by_role("link", name="Meld en barriere").click()
    fill(page, level="employer")
    page.locator("#id_what").press_sequentially("Skiftet begynner før bussen")
    offered = page.locator("#similar").get_by_role("radio", name=world.other_barrier.what)
    expect(offered).to_be_visible()
    assert phone.axe() == []
    assert phone.sideways() == 0
    offered.check()
    press(page, "Meld barrieren", then="Barrieren er nå meldt 2 ganger.")
    assert world.other_barrier.reports.count() == 2
    assert page.url.endswith(reverse("placements:employer_detail", args=[world.employer.public_id]))
    assert Barrier.objects.count() == 3
    assert phone.complaints == []
