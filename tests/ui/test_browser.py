"""The style guide in a browser: accessibility, content policy, and what the scripts do."""

import json
import os

import pytest

from tests.chromium import Tab, browser, executable

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

PATH = "/komponenter/"


@pytest.fixture(scope="module")
def chromium():
    assert executable(), "no Chromium: make test gets one"
    # Playwright keeps an event loop in this thread; the live server has its own.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with browser() as running:
        yield running
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def tab(chromium):
    tabs = []

    def open_tab(**kwargs) -> Tab:
        tabs.append(Tab(chromium, **kwargs))
        return tabs[-1]

    yield open_tab
    for opened in tabs:
        opened.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_accessible_in_both_sizes_and_colours(tab, live_server, width, scheme):
    opened = tab(width=width, scheme=scheme)
    opened.page.goto(live_server.url + PATH)
    assert opened.page.evaluate("document.documentElement.className").strip() == scheme
    assert opened.axe() == []
    assert opened.complaints == []
    assert opened.sideways() == 0


def test_the_font_that_is_fetched_early_is_the_one_the_page_is_written_in(tab, live_server):
    page = tab().page
    page.goto(live_server.url + PATH)
    early = page.locator("link[rel=preload][as=font]").evaluate_all("all => all.map(one => one.href)")
    page.evaluate("document.fonts.ready.then(() => true)")
    family = page.evaluate("getComputedStyle(document.body).fontFamily.split(',')[0].replaceAll('\"', '')")
    loaded = page.evaluate(
        """family => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
            .filter(rule => rule instanceof CSSFontFaceRule && rule.style.fontFamily.includes(family))
            .flatMap(rule => [...rule.style.src.matchAll(/url\\("?([^")]+)/g)].map(found => found[1]))
            .map(address => address.split('/').pop())""",
        family,
    )
    assert early and {address.split("/")[-1] for address in early} <= set(loaded)


def test_errors_are_accessible_and_get_the_focus(tab, live_server):
    opened = tab(width=390)
    page = opened.page
    page.goto(live_server.url + PATH + "?form=errors")
    assert page.evaluate("document.activeElement.closest('[data-error-summary]') !== null")
    assert opened.axe() == []
    page.get_by_role("link", name="Velg kurs").click()
    assert page.evaluate("document.activeElement.id") == "id_intake_0"


def test_fits_a_narrow_screen(tab, live_server):
    opened = tab(width=320)
    opened.page.goto(live_server.url + PATH)
    assert opened.sideways() == 0


def test_counter(tab, live_server):
    page = tab().page
    page.goto(live_server.url + PATH)
    page.locator("#id_note").fill("Går godt")
    assert page.locator("#id_note_counter").inner_text() == "492 tegn igjen"
    page.locator("#id_note").fill("x" * 503)
    assert page.locator("#id_note_counter").inner_text() == "3 tegn for mye"


def test_dialog_opens_and_closes_by_keyboard(tab, live_server):
    page = tab().page
    page.goto(live_server.url + PATH)
    page.get_by_role("button", name="Åpne vindu").press("Enter")
    dialog = page.locator("#example-modal")
    dialog.wait_for(state="visible")
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Åpne vindu"


def test_a_filter_swaps_the_list_and_keeps_focus_and_address(tab, live_server):
    opened = tab()
    page = opened.page
    page.goto(live_server.url + PATH)
    page.locator("#saved-filters > summary").click()
    with page.expect_response(lambda response: "phase=applied" in response.url):
        page.locator("#facet-phase-applied").check()
    page.wait_for_url("**phase=applied**")
    page.wait_for_function("document.getElementById('list-status').textContent.startsWith('Viser')")
    assert page.evaluate("document.activeElement.id") == "facet-phase-applied"
    assert page.locator("#saved-filters").get_attribute("open") is None
    assert opened.complaints == []


def test_rows_are_counted_as_they_are_chosen(tab, live_server):
    page = tab().page
    page.goto(live_server.url + PATH)
    move = page.get_by_role("button", name="Flytt til en annen veileder")
    assert move.is_disabled()
    page.locator("#pick-2").check()
    assert page.locator("[data-bulk-count]").inner_text() == "1 valgt"
    page.locator("#bulk-all").check()
    assert page.locator("[data-bulk-count]").inner_text() == "6 valgt"
    assert move.is_enabled()


def test_a_lost_network_is_told(tab, live_server):
    page = tab().page
    page.goto(live_server.url + PATH)
    page.context.set_offline(True)
    page.locator("#facet-phase-applied").check()
    page.locator("#messages", has_text="Ingen kontakt med tjenesten").wait_for()


def stored(page) -> dict:
    return page.evaluate("Object.fromEntries(Object.entries(localStorage))")


def write_draft(page):
    page.locator("#id_note").fill("Trives i oppvasken")
    page.get_by_label("Telefon").check()
    page.locator("#id_workplace").fill("Solgården")


def test_visit_draft_is_offered_after_a_reload_and_keeps_no_name(tab, live_server):
    page = tab().page
    page.goto(live_server.url + PATH)
    write_draft(page)
    page.locator("[data-draft-status]", has_text="Kladd lagret på denne enheten kl.").wait_for()
    (key,) = stored(page)
    assert key.startswith("kurslop-visit-")
    draft = json.loads(stored(page)[key])
    assert draft["answers"] == {"kind": ["phone"], "note": ["Trives i oppvasken"]}
    page.reload()
    page.get_by_role("button", name="Hent kladden").click()
    assert page.locator("#id_note").input_value() == "Trives i oppvasken"
    assert page.get_by_label("Telefon").is_checked()
    assert page.locator("#id_workplace").input_value() == ""
    # Brought back it keeps its uuid, so that a form the server got after all is saved once.
    assert list(stored(page)) == [key]


@pytest.mark.parametrize(
    "change",
    [
        "draft.at -= 25 * 60 * 60 * 1000",
        "document.body; draft.user = 'somebody else'; localStorage.setItem('someone', 'in')",
    ],
)
def test_old_and_foreign_drafts_are_removed(tab, live_server, change, client_for):
    from tests.chromium import session_cookie
    from tests.factories import MembershipFactory

    client = client_for(MembershipFactory())
    page = tab(cookies=[session_cookie(client, live_server)]).page
    page.goto(live_server.url + PATH)
    write_draft(page)
    page.evaluate(
        "() => { const [key] = Object.keys(localStorage); const draft = JSON.parse(localStorage.getItem(key));"
        f"{change}; localStorage.setItem(key, JSON.stringify(draft)); }}"
    )
    page.goto(live_server.url + PATH)
    assert [key for key in stored(page) if key.startswith("kurslop-visit-")] == []
    assert page.get_by_role("button", name="Hent kladden").count() == 0


def test_sign_out_removes_the_draft(tab, live_server, client_for):
    from tests.chromium import session_cookie
    from tests.factories import MembershipFactory

    client = client_for(MembershipFactory())
    page = tab(cookies=[session_cookie(client, live_server)]).page
    page.goto(live_server.url + PATH)
    write_draft(page)
    assert stored(page)
    page.locator("#user-menu > summary").click()
    page.get_by_role("button", name="Logg ut").click()
    page.wait_for_url("**/logg-inn/**")
    assert stored(page) == {}


def test_works_without_javascript(chromium, live_server):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(live_server.url + PATH)
    page.locator("#facet-phase-applied").check()
    page.get_by_role("button", name="Bruk filter").click()
    assert "phase=applied" in page.url
    assert not page.get_by_role("button", name="Skriv ut").first.is_visible()
    page.get_by_role("link", name="Fjern filteret På kurs").click()
    assert "phase" not in page.url
    context.close()
