"""The visit form on a phone: what is wrong is said at the top and at the field, and what was typed is kept."""

import pytest
from django.urls import reverse

from placements.models import Visit
from tests.browser.forms import fill, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


@pytest.mark.row("L5")
def test_errors_are_summed_up_in_focus_and_what_was_typed_is_kept(world, tab_for, live_server):
    phone = tab_for(world.provider_lead, width=390, height=844)
    page = phone.page
    page.goto(live_server.url + reverse("placements:visit_log", args=[world.placement.public_id]))
    before = Visit.objects.count()
    fill(page, held_on="", hiring_intent="no", note="Trives, men vil ha flere timer.")
    press(page, "Lagre besøket")
    summary = page.locator("[data-error-summary]")
    summary.wait_for()
    assert page.evaluate("document.activeElement.closest('[data-error-summary]') !== null")
    assert page.title().startswith("Feil:")
    assert summary.get_by_role("link").all_inner_texts() == [
        "Velg dato for besøket.",
        "Velg hvorfor de ikke vil ansette.",
    ]
    assert page.locator("#id_note").input_value() == "Trives, men vil ha flere timer."
    assert page.locator("[name=hiring_intent][value=no]").is_checked()
    assert Visit.objects.count() == before
    summary.get_by_role("link", name="Velg hvorfor de ikke vil ansette.").click()
    assert page.evaluate("document.activeElement.name") == "why_not"
    assert phone.axe() == []
    assert phone.sideways() == 0
    # A page that says what is wrong is a 422, and Chromium tells the console so.
    assert [one for one in phone.complaints if "422" not in one] == []
    phone.complaints.clear()

    fill(page, held_on=world.placement.starts_on.isoformat(), why_not="no_vacancy")
    press(page, "Lagre besøket", then="Besøket er lagret.")
    visit = Visit.objects.filter(status="held").latest("pk")
    assert (visit.note, visit.hiring_intent) == ("Trives, men vil ha flere timer.", "no")
    assert page.evaluate("Object.keys(localStorage)") == []
