"""The browser of the tests, and tabs that must not complain."""

import os

import pytest

from tests.chromium import Tab, browser, executable, session_cookie


@pytest.fixture(scope="module")
def chromium():
    """A running Chromium for the tests of one module."""
    assert executable(), "no Chromium: make test gets one"
    # Playwright keeps an event loop in this thread; the servers have their own.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with browser() as running:
        yield running
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Remember a failure, so that the tabs can tell what they showed."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture
def tab(chromium, request):
    """`tab(width=…, scheme=…)`: a page with its own cookies. Whatever its console says fails the test."""
    opened: list[Tab] = []

    def open_tab(**kwargs) -> Tab:
        opened.append(Tab(chromium, **kwargs))
        return opened[-1]

    yield open_tab
    if request.node.stash.get(FAILED, False):
        for one in opened:
            print(one.page.url, one.page.locator("body").inner_text(), sep="\n", end="\n\n")
    complaints = [complaint for one in opened for complaint in one.complaints]
    for one in opened:
        one.context.close()
    assert complaints == []


@pytest.fixture
def tab_for(tab, client_for, live_server):
    """`tab_for(membership, …)`: a tab signed in on the live server."""

    def open_tab(membership, **kwargs) -> Tab:
        return tab(cookies=[session_cookie(client_for(membership), live_server)], **kwargs)

    return open_tab
