"""Every page of the access matrix in a browser, for each role that may open it: accessible, quiet, narrow and light.

Each page is asked: axe, the console (where the content policy speaks too), no sideways scrolling at 390 and 320 px,
weight, and no class of the design system that its stylesheets do not have. With full counts it is opened as each role,
and axe looks at 1280 and 390 px in light and dark; with short ones it is opened as the first role that may, and axe
looks in light when wide and for contrast in dark when narrow.
"""

import gzip

import pytest
from django.urls import reverse
from playwright.sync_api import Error

from tests.access import matrix
from tests.engines.counts import FULL
from tests.ui.test_templates import known_classes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

MATRIX = matrix.collect()
# Roles whose pages differ; their colleagues and outsiders get the same templates.
ROLES = ("anonymous", "caseworker", "office_lead", "county_staff", "provider_lead", "instructor", "administrator")
# Asked by machines and scripts: no pages.
MACHINES = {"amo:isalive", "amo:isready", "amo:metrics", "amo:occupation_search", "placements:employer_suggest"}
HEAVIEST = 150_000
EVERYTHING = "{resultTypes: ['violations']}"
CONTRAST_ONLY = "{runOnly: ['color-contrast'], resultTypes: ['violations']}"
# (width, colours, rules) of a page that is new, and of one that was looked at as another role (full counts only).
NEW = [(1280, "light", EVERYTHING), (390, "dark", CONTRAST_ONLY)]
KNOWN = [(390, "light", EVERYTHING)]
if FULL:
    NEW = [(width, *how) for width in (1280, 390) for how in (("light", EVERYTHING), ("dark", CONTRAST_ONLY))]
ASSETS = """() => [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(one => one.href || one.src)"""
CLASSES = """() => [...new Set([...document.querySelectorAll('[class]')].flatMap(one => [...one.classList]))]
    .filter(name => name.startsWith('aksel-'))"""


def pages_of(role: str) -> list[str]:
    """Names of the routes that answer a GET of this role with a page."""
    return sorted(name for name, row in MATRIX.items() if name not in MACHINES and (row.get or {}).get(role) == 200)


def own_pages(role: str) -> set[str]:
    """Those looked at in full for this role; the others were looked at in full for a role before it."""
    before = ROLES[: ROLES.index(role)]
    return {name for name in pages_of(role) if not any((MATRIX[name].get or {}).get(other) == 200 for other in before)}


class Looker:
    """Opens pages and gathers what is wrong with them."""

    def __init__(self, tab):
        self.tab, self.page = tab, tab.page
        self.problems: list[str] = []
        self.classes: set[str] = set()
        self._weights: dict[str, int] = {}

    def look(self, name: str, url: str, *, thorough: bool) -> None:
        """`thorough`: as a page that is new, see NEW."""
        self.name, heard = name, len(self.tab.complaints)
        self.page.emulate_media(color_scheme="light")
        try:
            response = self.page.goto(url)
        except Error as error:
            if "Download is starting" in error.message:
                return  # a file, no page
            raise
        if response.status != 200:
            self.say(f"answered {response.status}")
            return
        self.classes |= set(self.page.evaluate(CLASSES))
        self.weigh(response)
        self.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        for width, scheme, rules in NEW if thorough else KNOWN:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.color(scheme)
            self.say(*(f"{width} px, {scheme}: {found}" for found in self.tab.axe(rules)))
        for width in (390, 320):
            self.page.set_viewport_size({"width": width, "height": 900})
            if self.tab.sideways() > 0:
                self.say(f"{self.tab.sideways()} px wider than {width}")
        self.page.set_viewport_size({"width": 1280, "height": 900})
        self.say(*self.tab.complaints[heard:])
        del self.tab.complaints[heard:]

    def color(self, scheme: str) -> None:
        """Change the colours as the system would, and wait until they have faded over."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.wait_for_function("scheme => document.documentElement.classList.contains(scheme)", arg=scheme)
        self.page.evaluate("Promise.all(document.getAnimations().map(one => one.finished)).then(() => true)")

    def say(self, *problems: str) -> None:
        self.problems += [f"{self.name}: {problem}" for problem in problems]

    def weigh(self, response) -> None:
        """HTML, styles and scripts as they are sent, compressed; fonts are kept by the browser for a year."""
        weight = len(gzip.compress(response.body()))
        for address in self.page.evaluate(ASSETS):
            if address not in self._weights:
                self._weights[address] = len(gzip.compress(self.page.request.get(address).body()))
            weight += self._weights[address]
        if weight > HEAVIEST:
            self.say(f"weighs {weight} bytes")


# An instructor's pages are all the course lead's too.
@pytest.mark.parametrize("role", [role for role in ROLES if FULL or own_pages(role)])
def test_every_page_of(role, world, tab, tab_for, live_server):
    membership = world.members[role]
    looker = Looker(tab_for(membership) if membership else tab())
    thorough = own_pages(role)
    for name in pages_of(role) if FULL else sorted(thorough):
        row = MATRIX[name]
        url = live_server.url + reverse(name, kwargs=row.kwargs(world), query=row.query or None)
        looker.look(name, url, thorough=name in thorough)
    assert "\n".join(looker.problems) == ""
    assert looker.classes - known_classes() == set()
