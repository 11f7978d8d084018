"""A week of attendance: by keyboard at 1280 px and by touch at 390 px, a day in a handful of presses (K1)."""

import datetime as dt

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from amo import clock
from courses.course_days import calendar_of
from courses.models import Attendance
from participants import grants
from tests import factories
from tests.browser.keys import Keys
from tests.courses.places.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
    pytest.mark.row("K1"),
]
PEOPLE = 17
MOST_PRESSES = 12
"""A day with two exceptions: in under a minute at five seconds a press."""


@pytest.fixture
def monday():
    """Of a whole week that is over."""
    today = clock.today()
    return today - dt.timedelta(days=today.weekday() + 7)


@pytest.fixture
def people(monday):
    world = World()
    friday = monday + dt.timedelta(days=4)
    intake = factories.IntakeFactory(
        contract=world.contract, running=True, capacity=PEOPLE, starts_on=monday, theory_ends_on=friday, ends_on=friday
    )
    found = [
        factories.EnrolmentFactory(
            participant=world.person(first_name="Kari", last_name=f"Testesen {number:02}"), intake=intake
        )
        for number in range(PEOPLE)
    ]
    grants.repair(grants.differences())
    found[0].lead = world.lead
    return found


def days_of(intake, monday) -> list[dt.date]:
    """The course days of the week: four where there is a holiday in it."""
    return calendar_of(intake).days(monday, monday + dt.timedelta(days=6))


def address(live_server, intake, day) -> str:
    return live_server.url + reverse("courses:attendance", args=[intake.public_id, day])


def saved(page, day) -> None:
    expect(page.get_by_text("er lagret.")).to_be_visible()
    expect(page.get_by_text("Ført", exact=True)).to_be_visible()


def codes(enrolments, day) -> list[str]:
    rows = Attendance.objects.filter(enrolment__in=enrolments, day=day).order_by("enrolment__participant__name_sort")
    return list(rows.values_list("code", flat=True))


def test_a_week_by_keyboard(people, monday, tab_for, live_server):
    intake = people[0].intake
    desk = tab_for(people[0].lead)
    page, days = desk.page, days_of(intake, monday)
    for number, day in enumerate(days):
        page.goto(address(live_server, intake, day))
        first = page.locator("[data-attendance] fieldset").first.locator("input:checked")
        expect(first).to_be_focused()
        keys = Keys(page)
        # The second is ill, the fourth did not report; the rest are there.
        for key in ("ArrowDown", "s", "ArrowDown", "ArrowDown", "m", "Enter") if number else ("Enter",):
            keys.press(key)
        saved(page, day)
        assert keys.pressed <= MOST_PRESSES
        found = codes(people, day)
        assert len(found) == PEOPLE
        expected = ["present"] * PEOPLE
        if number:
            expected[1], expected[3] = "ill", "not_reported"
        assert found == expected
    # A code that was wrong is corrected with one letter, and who did it is told.
    page.goto(address(live_server, intake, days[-1]))
    expect(page.locator("[data-attendance] fieldset").first.locator("input:checked")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("a")
    expect(page.locator("[data-attendance-status]")).to_have_text("Testesen 01, Kari: Avtalt fravær")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Testesen 01, Kari: Syk ble Avtalt fravær.")).to_be_visible()
    # The week as a grid.
    page.goto(live_server.url + reverse("courses:attendance_week", args=[intake.public_id, monday]))
    row = page.get_by_role("row", name="Testesen 01, Kari")
    expect(row).to_contain_text(f"1 av {len(days)}")
    assert desk.complaints == []
    assert desk.axe() == []


def test_a_week_by_touch(people, monday, tab_for, live_server):
    intake = people[0].intake
    phone = tab_for(people[0].lead, width=390, height=844)
    page, days = phone.page, days_of(intake, monday)
    page.goto(live_server.url + reverse("courses:class_today"))
    missing = page.get_by_role("link", name=f"{intake.code}: ")
    expect(missing).to_have_count(len(days))
    for day in days:
        page.goto(address(live_server, intake, day))
        presses = 0
        if day == days[1]:
            group = page.get_by_role("radiogroup", name="Testesen 05, Kari")
            choice = group.get_by_text("Sykt barn", exact=True)
            choice.scroll_into_view_if_needed()
            assert choice.bounding_box()["height"] >= 44, "as high as a thumb"
            choice.click()
            presses += 1
        page.get_by_role("button", name="Lagre oppmøtet").click()
        presses += 1
        saved(page, day)
        assert presses <= 2
        assert phone.sideways() == 0
    assert codes(people, days[1])[5] == "child_ill"
    assert codes(people, days[0]) == ["present"] * PEOPLE
    page.goto(live_server.url + reverse("courses:class_today"))
    expect(missing).to_have_count(0)
    assert phone.complaints == []
    assert phone.axe() == []
