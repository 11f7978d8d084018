"""The county plans a year of classes, gives them quotas and calls one off, in a browser and on a phone (C3)."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from courses.models import Intake, OfficeQuota
from tests.browser.forms import fill
from tests.factories import today

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


def main_button(page, name: str):
    """The form's own visible button: another of the same name is there for Enter alone."""
    return page.locator("main .button-row, main form").get_by_role("button", name=name, exact=True).last


def sound(tab) -> None:
    assert tab.axe() == []
    assert tab.sideways() == 0


@pytest.mark.row("C3")
@pytest.mark.parametrize("width", [1280, 390])
def test_a_year_is_planned_and_one_class_called_off(world, tab_for, live_server, width):
    tab = tab_for(world.county_staff, width=width)
    page = tab.page
    page.goto(live_server.url + reverse("courses:intake_plan"))
    page.locator("[name=contract]").select_option(str(world.contract.pk))
    fill(page, number=2, first_start=today(100).isoformat(), every_weeks=20, place="Økern", capacity=12)
    main_button(page, "Vis planen").click()
    expect(page.locator("[name='row-1-code']")).to_be_visible()
    sound(tab)
    before = Intake.objects.count()
    page.locator("[name='row-1-capacity']").fill("8")
    main_button(page, "Opprett kursene").click()
    expect(page.get_by_text("2 kurs er opprettet.")).to_be_visible()
    assert Intake.objects.count() == before + 2
    assert set(Intake.objects.filter(place="Økern").values_list("capacity", flat=True)) == {12, 8}

    page.goto(live_server.url + reverse("courses:intake_detail", args=[world.open_intake.public_id]))
    page.get_by_role("link", name="Avlys", exact=True).click()
    expect(page.get_by_text("Det gjelder 1 person.")).to_be_visible()
    expect(page.get_by_text("Får tilbudet trukket tilbake").first).to_be_visible()
    sound(tab)
    fill(page, reason="Kursleverandøren har ingen lærer.", sure=True)
    main_button(page, "Avlys kurset").click()
    expect(page.get_by_text("Kurset er avlyst. Veilederne har fått oppgaver.")).to_be_visible()
    world.wish.refresh_from_db()
    assert world.wish.status == "closed"


@pytest.mark.row("C3")
def test_quotas_are_seen_before_they_are_saved(world, tab_for, live_server):
    tab = tab_for(world.county_staff, width=390)
    page = tab.page
    url = reverse("courses:intake_quotas")
    page.goto(f"{live_server.url}{url}?kurs={world.open_intake.public_id}")
    main_button(page, "Vis forslaget").click()
    expect(page.locator("#quota-proposal")).to_be_visible()
    sound(tab)
    main_button(page, "Lagre kvotene").click()
    expect(page.get_by_text("Kvotene er lagret.")).to_be_visible()
    (quota,) = OfficeQuota.objects.filter(intake=world.open_intake)
    assert (quota.office, quota.maximum) == (world.office, world.open_intake.capacity)
