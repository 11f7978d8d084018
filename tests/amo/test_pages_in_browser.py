"""The kernel's own pages in a browser: accessible in both sizes, no complaint from the content policy."""

import os

import pytest
from django.urls import reverse

from tests import factories
from tests.chromium import Tab, browser, executable

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def chromium():
    assert executable(), "no Chromium: make test gets one"
    # Playwright keeps an event loop in this thread; the live server has its own.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with browser() as running:
        yield running
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.mark.parametrize("width", [1280, 390])
def test_from_sign_in_to_sign_out(chromium, live_server, width):
    administrator = factories.MembershipFactory(administrator=True, user__username="demo.admin")
    second = factories.MembershipFactory(user=administrator.user)
    colleague = factories.MembershipFactory()
    factories.NotificationFactory(membership=administrator)
    tab = Tab(chromium, width=width)
    page = tab.page

    def sound(path=""):
        if path:
            page.goto(live_server.url + path)
        assert tab.axe() == [], page.url
        assert tab.sideways() == 0, page.url

    try:
        sound(reverse("amo:login"))
        page.get_by_role("button", name=str(administrator.user)).last.click()
        page.wait_for_url(live_server.url + "/")
        assert page.get_by_role("link", name="Flytt klokken").is_visible()
        for name in ("start", "memberships", "notifications", "clock", "user_list", "user_new", "import_list"):
            sound(reverse(f"amo:{name}"))
        page.goto(live_server.url + reverse("amo:user_new"))
        page.get_by_role("button", name="Legg til ansatt").click()
        page.get_by_text("Skriv brukernavnet.").first.wait_for()
        sound()
        for name in ("user_detail", "membership_new", "user_number"):
            sound(reverse(f"amo:{name}", args=[colleague.user.public_id]))
        sound(reverse("amo:membership_end", args=[second.public_id]))
        page.goto(live_server.url + reverse("amo:clock"))
        page.get_by_role("button", name="6 uker fram").click()
        page.get_by_text("Demoklokken viser").wait_for()
        sound()
        sound("/finnes-ikke/")
        # The browser itself remarks on the form with errors and on the missing page; nothing else.
        unexpected = [text for text in tab.complaints if "status of 422" not in text and "status of 404" not in text]
        assert unexpected == []
    finally:
        tab.context.close()
