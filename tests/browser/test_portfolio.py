"""The portfolio in the browser: the filter is there when one comes back, and everything goes by keyboard (P4, 07-ui)."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from playwright.sync_api import expect as see

from amo.models import SavedFilter
from participants import actions, portfolio
from participants.models import PortfolioMark
from tests import factories as f
from tests.browser.forms import fill, press
from tests.browser.keys import Keys

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
    pytest.mark.row("P4"),
]


@pytest.fixture
def caseworker():
    """With three people, of whom one is mapped and two were never told about courses."""
    membership = f.MembershipFactory()
    people = [
        f.ParticipantFactory(caseworker=membership, last_name=name, first_name="Test")
        for name in ("Aasen", "Berg", "Carlsen")
    ]
    f.MappingFactory(participant=people[0])
    actions.give_information(participant=people[1], kind="general", given_on=f.today(), by=membership)
    portfolio.refresh()
    return membership


@pytest.fixture
def address(live_server):
    return f"{live_server.url}/brukere/"


def wait_for(page: Page, *people: str) -> None:
    """Until the list shows exactly these, in this order."""
    see(page.locator("tbody th .row-name > .aksel-link")).to_have_text(list(people))


def test_the_filter_is_there_after_a_visit_to_a_person_by_back_and_by_the_link_above(caseworker, tab_for, address):
    page = tab_for(caseworker).page
    page.goto(address)
    page.get_by_role("link", name="Aldri informert om kurs (2)").click()
    wait_for(page, "Aasen, Test", "Carlsen, Test")
    page.locator("#facet-plan-unmapped").check()
    wait_for(page, "Carlsen, Test")
    page.get_by_role("link", name="Navn", exact=True).click()
    page.wait_for_url("**sort=name**")
    filtered = page.url
    assert "quick=uninformed" in filtered and "plan=unmapped" in filtered

    for way_back in ("back", "link"):
        page.get_by_role("link", name="Carlsen, Test", exact=True).click()
        page.get_by_role("heading", level=1, name="Test Carlsen").wait_for()
        if way_back == "back":
            page.go_back()
        else:
            page.get_by_role("link", name="Brukere", exact=True).click()
        wait_for(page, "Carlsen, Test")
        assert page.url == filtered
        assert page.locator("#facet-plan-unmapped").is_checked()
        assert page.locator("#quick-uninformed").get_attribute("aria-current") == "true"
    # Deeper in the person's pages too.
    page.get_by_role("link", name="Carlsen, Test", exact=True).click()
    page.get_by_role("link", name="Historikk").click()
    page.get_by_role("heading", name="Historikk").first.wait_for()
    page.get_by_role("link", name="Brukere", exact=True).click()
    wait_for(page, "Carlsen, Test")
    assert page.url == filtered


def test_a_saved_filter_made_the_favourite_opens_at_the_next_sign_in(caseworker, tab_for, address):
    page = tab_for(caseworker).page
    page.goto(address)
    page.get_by_role("link", name="Aldri informert om kurs (2)").click()
    wait_for(page, "Aasen, Test", "Carlsen, Test")
    press(page, "Lagre dette filteret")
    page.get_by_label("Navn på filteret").fill("Mandagens liste")
    page.get_by_role("dialog").get_by_role("button", name="Lagre").click()
    page.get_by_text("Filteret er lagret.").wait_for()
    # Sent twice by an impatient hand: still the favourite.
    for _twice in range(2):
        page.locator("form:has([name=favourite])").first.evaluate(
            "form => { form.favourite.value = '1'; form.submit(); }"
        )
        page.get_by_text("Filteret åpnes først fra nå av.").wait_for()
    assert SavedFilter.objects.get().is_favourite

    again = tab_for(caseworker).page
    again.goto(address.removesuffix("brukere/"))
    again.get_by_role("link", name="Mine brukere").first.click()
    wait_for(again, "Aasen, Test", "Carlsen, Test")
    assert again.locator("#quick-uninformed").get_attribute("aria-current") == "true"
    again.get_by_role("button", name="Fjern Mandagens liste som favoritt").click()
    again.get_by_text("Filteret åpnes ikke lenger først.").wait_for()
    again.goto(address)
    see(again.locator("tbody th .row-name > .aksel-link")).to_have_count(3)


def test_filter_mark_and_open_by_keyboard_alone(caseworker, tab_for, address):
    tab = tab_for(caseworker)
    page = tab.page
    page.goto(address)
    keys = Keys(page)
    keys.to("plan")
    keys.press("Tab")  # from "Kartlagt" to "Ikke kartlagt"
    keys.press("Space")
    wait_for(page, "Berg, Test", "Carlsen, Test")
    keys.to("Merk Berg, Test")
    keys.press("Enter")
    form = page.locator(".mark-row")
    form.wait_for()
    keys.to("color")
    keys.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "red"
    keys.write("note", "Ring på mandag")
    assert tab.axe() == []
    keys.press("Enter")
    form.wait_for(state="detached")
    see(page.locator("tbody tr").first).to_contain_text("Rød")
    see(page.get_by_role("link", name="Endre Berg, Test")).to_be_focused()  # where it was; set once htmx has settled
    assert "Merkingen er lagret." in page.locator("#list-status").inner_text()
    mark = PortfolioMark.objects.get()
    assert (mark.color, mark.note, mark.membership) == ("red", "Ring på mandag", caseworker)
    # Opened again and left as it was.
    keys.press("Enter")
    form.wait_for()
    keys.to("Avbryt")
    keys.press("Enter")
    form.wait_for(state="detached")
    see(page.get_by_role("link", name="Endre Berg, Test")).to_be_focused()

    keys.to("Carlsen, Test")
    keys.press("Enter")
    page.get_by_role("heading", level=1, name="Test Carlsen").wait_for()
    page.go_back()
    wait_for(page, "Berg, Test", "Carlsen, Test")
    assert tab.axe() == []


@pytest.mark.row("P5")
def test_many_are_told_from_the_list(caseworker, tab_for, address):
    tab = tab_for(caseworker)
    page = tab.page
    page.goto(f"{address}?f=1&quick=uninformed")
    page.get_by_label("Velg alle på siden").check()
    see(page.locator("[data-bulk-count]")).to_have_text("2 valgt")
    press(page, "Informert om kurs")
    fill(page, channel="phone", said="Om kursene som starter i vår.")
    press(page, "Gå videre", then="Det kan ikke angres.")
    assert tab.axe() == []
    press(page, "Loggfør for 2 brukere", then="Informasjonen er loggført for 2 brukere.")
    page.get_by_text("Ingen treff").wait_for()
    assert "quick=uninformed" in page.url


def test_a_name_is_one_line_and_a_row_without_more_to_tell_is_one_line_too(caseworker, tab_for, address):
    f.ParticipantFactory(caseworker=caseworker, last_name="Andreassen-Kristoffersen", first_name="Geir")
    portfolio.refresh()
    page = tab_for(caseworker, width=1280).page
    page.goto(address)
    heights = page.locator(".row-name").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert len(heights) == 4 and max(heights) < 30


def test_the_tabs_of_a_person_begin_at_the_one_that_is_open_on_a_phone(caseworker, tab_for, live_server):
    person = caseworker.participants.first()
    page = tab_for(caseworker, width=390, height=844).page
    page.goto(live_server.url + reverse("participants:history", args=[person.public_id]))
    last = page.locator(".tabs a").last.get_attribute("href")
    page.goto(f"{live_server.url}{last}")
    see(page.locator(".tabs [aria-current=page]")).to_be_in_viewport(ratio=0.95)
