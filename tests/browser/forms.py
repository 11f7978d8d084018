"""Filling in forms as a person does, by what the fields are called in the page."""

from playwright.sync_api import Page


def fill(page: Page, **values) -> None:
    """Give fields values by name: text, the label of a choice in a list, a radio's or checkbox's value, or True/False."""
    for name, value in values.items():
        field = page.locator(f"[name='{name}']")
        kind = field.first.evaluate("element => element.type || element.tagName.toLowerCase()")
        if kind == "select-one":
            field.select_option(label=value)
        elif kind == "radio" or isinstance(value, list):
            for one in value if isinstance(value, list) else [value]:
                page.locator(f"[name='{name}'][value='{one}']").check()
        elif isinstance(value, bool):
            field.set_checked(value)
        else:
            field.fill(str(value))


def press(page: Page, label: str, *, then: str = "") -> None:
    """Press a button or follow a link that looks like one; wait for the words that follow."""
    control = page.get_by_role("button", name=label, exact=True)
    control.or_(page.get_by_role("link", name=label, exact=True)).first.click()
    if then:
        page.get_by_text(then).first.wait_for()
