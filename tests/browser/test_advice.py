"""Advice by keyboard only: read why, choose two courses, rank them, say why against the advice, send (P6, A1)."""

import pytest
from django.urls import reverse

from courses.models import Application
from tests import factories as f
from tests.factories import today

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
    pytest.mark.row("P6"),
]

FOCUSED = """() => {
  const e = document.activeElement;
  const label = e.labels && e.labels.length ? e.labels[0].textContent : "";
  const named = e.querySelector && e.querySelector("[aria-label]");
  return [e.getAttribute("aria-label") || (named && named.getAttribute("aria-label")) || "", label, e.textContent]
    .find((text) => text.trim()) ?.trim().replace(/\\s+/g, " ") || "";
}"""
LONGEST_WAY = 120


def tab_to(page, name: str) -> None:
    """Press Tab until what is called so has the focus."""
    for _step in range(LONGEST_WAY):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith(name):
            return
    raise AssertionError(f"no way to {name!r} by Tab; stopped at {page.evaluate(FOCUSED)!r}")


@pytest.fixture
def person():
    """A mapped person and two courses in one round: one that fits, one that does not."""
    caseworker = f.MembershipFactory()
    county = caseworker.office.county
    person = f.ParticipantFactory(caseworker=caseworker, need_assessed_on=today(-9), need_reason="Trenger fagkunnskap.")
    f.JobseekerPeriodFactory(participant=person)
    f.MappingFactory(participant=person)
    window = f.AllocationWindowFactory(county=county)
    for title, level in (("Pleieassistent", "A2"), ("Kantine", "C1")):
        concept = f.ConceptFactory(county=county, title=title)
        f.ChecklistItemFactory(concept=concept, kind="norwegian", label="Norsk muntlig", skill="oral", level=level)
        f.IntakeFactory(contract__concept=concept, window=window)
    return person


def test_from_advice_to_a_sent_application_without_a_mouse(person, tab_for, live_server):
    page = tab_for(person.caseworker).page
    page.goto(live_server.url + reverse("courses:advice", args=[person.public_id]))
    tab_to(page, "Starter")
    page.keyboard.press("Space")
    tab_to(page, "Hvorfor?")
    page.keyboard.press("Enter")
    page.get_by_text("av 100 poeng, til støtte for samtalen.").first.wait_for()
    tab_to(page, "Passer ikke nå")
    page.keyboard.press("Enter")
    tab_to(page, "Starter")
    page.keyboard.press("Space")
    tab_to(page, "Søk inn på valgte kurs")
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeknader/ny/**")
    tab_to(page, "Flytt ned: Pleieassistent")
    page.keyboard.press("Enter")
    # Moved down to the end: its own button up has the focus, and the list says what happened.
    page.get_by_text("Pleieassistent er nå 2. ønske.").wait_for(state="attached")
    page.wait_for_function("() => document.activeElement.value === 'opp-2'")
    page.keyboard.press("Enter")
    page.get_by_text("Pleieassistent er nå 1. ønske.").wait_for(state="attached")
    page.wait_for_function("() => document.activeElement.value === 'ned-1'")
    tab_to(page, "Hvorfor velges kurset likevel?")
    page.keyboard.type("Har arbeidet i kantine før, og vil tilbake.")
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeknader/*-*/")
    sent = Application.objects.get()
    assert [wish.intake.concept.title for wish in sent.wishes.order_by("rank")] == ["Pleieassistent", "Kantine"]
    assert sent.against_reason == "Har arbeidet i kantine før, og vil tilbake."
    assert page.get_by_text("Hva dere så på da valget ble tatt").count() == 1


def test_a_change_of_order_survives_a_lost_session(person, tab_for, live_server):
    first = tab_for(person.caseworker).page
    url = live_server.url + reverse("courses:application_new", args=[person.public_id])
    first.goto(live_server.url + reverse("courses:advice", args=[person.public_id]))
    first.get_by_text("Passer ikke nå").click()
    for box in first.get_by_role("checkbox").all():
        if "pick-" in (box.get_attribute("id") or ""):
            box.check()
    first.get_by_role("button", name="Søk inn på valgte kurs").click()
    first.get_by_role("button", name="Flytt opp: Kantine").click()
    first.get_by_text("Kantine er nå 1. ønske.").wait_for(state="attached")
    first.context.clear_cookies()
    second = tab_for(person.caseworker).page
    second.goto(url)
    assert second.locator(".rank-list li").first.inner_text().count("Kantine") == 1


def test_what_folds_has_no_triangle_of_the_browsers(person, tab_for, live_server):
    page = tab_for(person.caseworker).page
    page.goto(live_server.url + reverse("courses:advice", args=[person.public_id]))
    fold = page.locator("main summary").filter(has_text="Passer ikke nå")
    fold.wait_for()
    assert fold.evaluate("one => getComputedStyle(one).listStyleType") == "none"
    assert fold.evaluate("one => getComputedStyle(one, '::before').borderStyle") == "solid"
