"""A person at the keyboard: nothing is pressed with a mouse, and every key is counted."""

from playwright.sync_api import Page

FOCUSED = (
    "() => { const e = document.activeElement; return (e.tagName !== 'BUTTON' && e.name) || e.textContent.trim(); }"
)
LONGEST_WAY = 150


class Keys:
    """Presses of keys on a page. `pressed` counts them; typing a word counts its letters."""

    def __init__(self, page: Page):
        self.page, self.pressed = page, 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.pressed += len(text)

    def focused(self) -> str:
        """The name of the field, or the words of the button or link, that the next key goes to."""
        return self.page.evaluate(FOCUSED)

    def to(self, name: str, key: str = "Tab") -> None:
        """Tab on until the field of that name (or the button or link with those words) has the focus."""
        for _step in range(LONGEST_WAY):
            if self.focused() == name:
                return
            self.press(key)
        raise AssertionError(f"no way to {name} by {key}")

    def choose(self, name: str, label: str) -> None:
        """In a list: type what the choice begins with."""
        self.to(name)
        self.type(label)

    def write(self, name: str, text: str) -> None:
        """In a field: replace what stands there."""
        self.to(name)
        self.press("Control+a")
        self.type(text)

    def date(self, name: str, digits: str) -> None:
        """In the browser's date field: day, month and year as digits, whichever its language puts first (let them be equal)."""
        self.to(name)
        self.type(digits)
