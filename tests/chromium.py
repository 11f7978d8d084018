"""A headless Chromium for the browser tests, and what every page of it is asked: axe, console, width."""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Told by the clock alone, of a tab that is not drawn in time; tests/ui/test_browser.py shows that the font is used.
NOT_HEARD = "was preloaded using link preload but not used within a few seconds"
NAMES = ("chromium", "chromium-browser", "google-chrome")


def executable() -> str | None:
    """Path of the browser: CHROMIUM, or one on the PATH."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def browser():
    """A running browser with a fresh profile; stopped afterwards."""
    with sync_playwright() as playwright:
        # The language of its own date fields.
        words = {**os.environ, "LANGUAGE": "nb"}
        running = playwright.chromium.launch(executable_path=executable(), args=FLAGS, env=words)
        yield running
        running.close()


class Tab:
    """One page with its own cookies, which remembers what the console said."""

    def __init__(
        self,
        running: Browser,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        cookies: list[dict] | None = None,
    ):
        self.context = running.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale="nb-NO", timezone_id="Europe/Oslo"
        )
        if cookies:
            self.context.add_cookies(cookies)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, message) -> None:
        if message.type in ("error", "warning") and NOT_HEARD not in message.text:
            self.complaints.append(message.text)

    def axe(self, options: str = "{resultTypes: ['violations']}") -> list[str]:
        """Violations that axe-core finds on the page as it stands; `options` as axe.run() takes them."""
        if not self.page.evaluate("'axe' in window"):
            # Through the debugger, so that the content policy stays as it is.
            self.page.evaluate(Path(settings.NODE_MODULES, "axe-core/axe.min.js").read_text("utf-8"))
        found = self.page.evaluate(f"axe.run(document, {options})")["violations"]
        return [f"{rule['id']}: {node['target']} {node['html'][:200]}" for rule in found for node in rule["nodes"]]

    def sideways(self) -> int:
        """How many pixels the page is wider than the window."""
        return self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def session_cookie(client, live_server) -> dict:
    """The signed-in client's session as a cookie for a Tab."""
    return {
        "name": settings.SESSION_COOKIE_NAME,
        "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
        "url": live_server.url,
    }
