"""Mapping while talking: by keyboard alone, over a lost session, and in few enough clicks (P1, 07-ui)."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect as see

from amo.models import Draft
from participants.models import Mapping
from tests import factories as f
from tests.browser import chain_world
from tests.browser.forms import fill, press
from tests.browser.keys import Keys
from tests.chromium import session_cookie

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
    pytest.mark.row("P1"),
]


@pytest.fixture
def person():
    caseworker = f.MembershipFactory()
    f.OccupationFactory(code="9112", title="Renholder", also_known_as="vaskehjelp, rengjøring")
    f.OccupationFactory(code="5321", title="Helsefagarbeider", also_known_as="hjelpepleier")
    f.QualificationTypeFactory(name="Truckførerbevis T1–T4")
    return f.ParticipantFactory(caseworker=caseworker, born_on=dt.date(1980, 1, 1))


@pytest.fixture
def url(person, live_server):
    return live_server.url + reverse("participants:mapping", args=[person.public_id])


def test_a_whole_mapping_by_keyboard_alone(person, url, tab_for, live_server):
    tab = tab_for(person.caseworker)
    page = tab.page
    page.goto(live_server.url + reverse("participants:detail", args=[person.public_id]))
    keys = Keys(page)
    keys.to("Kartlegg")
    keys.press("Enter")
    page.wait_for_url(url)

    # One norskprøve for all four parts.
    keys.to("same_test")
    keys.press("Space")
    keys.date("same_tested_on", "03032025")
    for skill, level in {"oral": "B2", "listening": "B1", "reading": "B1", "writing": "A2"}.items():
        keys.choose(skill, level)
    keys.choose("education_level", "Videre")
    keys.write("education_country", "Polen")
    keys.to("education_recognition")
    keys.press("ArrowRight")
    keys.press("ArrowRight")

    # Two jobs by typed search: a synonym and the arrow, a near miss and Enter; the second row is added on the way.
    keys.write("jobs-0-occupation", "hjelpepl")
    page.get_by_role("option", name="Helsefagarbeider (5321)").wait_for()
    assert page.locator("[name=jobs-0-occupation]").get_attribute("aria-expanded") == "true"
    assert tab.axe() == []
    keys.press("ArrowDown")
    keys.press("Enter")
    assert page.locator("[name=jobs-0-occupation]").input_value() == "Helsefagarbeider (5321)"
    keys.write("jobs-0-months", "2 år")
    keys.write("jobs-0-ended_year", "2024")
    keys.to("Legg til en jobb")
    keys.press("Enter")
    see(page.locator("[name=jobs-1-occupation]")).to_be_focused()
    keys.type("vaskhjelp")
    page.get_by_role("option", name="Renholder (9112)").wait_for()
    keys.press("Enter")
    keys.write("jobs-1-months", "18")

    keys.choose("held-0-qualification", "Truck")
    keys.write("hours_available", "37,5")
    keys.date("available_from", "06062026")
    keys.to("shifts")
    keys.press("Space")
    keys.write("summary", "Vil jobbe på sykehjem.")
    assert page.locator("[data-missing]:not([hidden])").all_inner_texts() == ["Kan reise til"]
    assert tab.axe() == []
    keys.press("Tab")
    keys.press("Enter")
    page.get_by_text("Kartleggingen er lagret.").wait_for()

    mapping = Mapping.objects.get()
    assert (mapping.oral, mapping.writing, mapping.oral_tested_on) == ("B2", "A2", dt.date(2025, 3, 3))
    assert (mapping.education_recognition, float(mapping.hours_available), mapping.evenings) == ("applied", 37.5, True)
    assert {(job.title, job.months) for job in mapping.experiences.all()} == {
        ("Helsefagarbeider", 24), ("Renholder", 18),
    }  # fmt: skip
    assert [str(row.qualification) for row in mapping.certificates.all()] == ["Truckførerbevis T1–T4"]
    assert keys.pressed < 260


def test_an_older_test_sets_its_level_at_once_by_keyboard(person, url, tab_for):
    page = tab_for(person.caseworker).page
    page.goto(url)
    keys = Keys(page)
    keys.choose("oral_source", "Dokumentert")  # the level is not known yet
    keys.to("oral_test")
    for level in ("A2", "B1"):
        keys.press("ArrowDown")
        see(page.locator("[name=oral]")).to_have_value(level)


def test_enter_in_a_field_saves_and_never_throws_the_draft_away(person, url, tab_for, client_for):
    save = reverse("amo:draft_save", args=["mapping", person.public_id])
    client_for(person.caseworker).post(save, {"summary": "Kladd", "version": "1"})
    page = tab_for(person.caseworker).page
    page.goto(url)
    assert page.get_by_role("button", name="Forkast kladden").is_visible()
    keys = Keys(page)
    keys.write("hours_available", "30")
    keys.press("Enter")
    page.get_by_text("Kartleggingen er lagret.").wait_for()
    assert Mapping.objects.get().summary == "Kladd"


def test_what_was_written_is_there_after_a_lost_session(person, url, tab_for, live_server, client_for):
    tab = tab_for(person.caseworker)
    page = tab.page
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(url)
    fill(page, oral="B1", education_country="Eritrea", summary="Har jobbet på kjøkken.")
    fill(page, **{"jobs-0-title": "Kokk", "jobs-0-months": "3 år"})
    page.get_by_text("Kladd lagret kl.").wait_for()

    Session.objects.all().delete()
    fill(page, education_field="Matfag")
    page.wait_for_url("**/logg-inn/**")
    tab.context.add_cookies([session_cookie(client_for(person.caseworker), live_server)])
    page.goto(url)
    page.get_by_text("er hentet fram.").wait_for()
    values = {
        name: page.locator(f"[name='{name}']").input_value()
        for name in ("oral", "education_country", "summary", "jobs-0-title", "jobs-0-months")
    }
    assert values == {
        "oral": "B1", "education_country": "Eritrea", "summary": "Har jobbet på kjøkken.", "jobs-0-title": "Kokk",
        "jobs-0-months": "3 år",
    }  # fmt: skip
    assert not Mapping.objects.exists()
    press(page, "Lagre kartleggingen", then="Kartleggingen er lagret.")
    assert Mapping.objects.get().experiences.get().months == 36
    assert not Draft.objects.exists()


def test_a_job_is_added_and_searched_without_javascript(person, url, chromium, client_for, live_server):
    context = chromium.new_context(java_script_enabled=False, locale="nb-NO")
    context.add_cookies([session_cookie(client_for(person.caseworker), live_server)])
    page = context.new_page()
    page.goto(url)
    assert page.locator("datalist option").count() == 2
    fill(page, **{"jobs-0-occupation": "vaskehjelp", "jobs-0-months": "12"})
    page.get_by_role("button", name="Legg til en jobb").click()
    fill(page, **{"jobs-1-occupation": "Helsefagarbeider (5321)", "jobs-1-months": "6"})
    page.get_by_role("button", name="Lagre kartleggingen").click()
    assert {job.title for job in Mapping.objects.get().experiences.all()} == {"Renholder", "Helsefagarbeider"}
    context.close()


def test_what_the_last_version_said_shows_where_it_is_changed(person, url, tab_for):
    f.MappingFactory(participant=person, oral="A2")
    tab = tab_for(person.caseworker, width=390, height=844)
    page = tab.page
    page.goto(url)
    assert page.locator(".last-value").count() == 0
    fill(page, oral="B1")
    assert page.locator(".last-value").all_inner_texts() == ["Sist: A2 → nå: B1"]
    fill(page, oral="A2")
    assert page.locator(".last-value").count() == 0
    assert tab.axe() == []
    assert tab.sideways() == 0


class Counted:
    """Fields filled in and buttons pressed, one click each."""

    def __init__(self, page):
        self.page, self.clicks = page, 0

    def fill(self, **values) -> None:
        fill(self.page, **values)
        self.clicks += sum(len(value) if isinstance(value, list) else 1 for value in values.values())

    def press(self, label: str, **kwargs) -> None:
        press(self.page, label, **kwargs)
        self.clicks += 1

    def check(self, selector: str) -> None:
        self.page.locator(selector).check()
        self.clicks += 1


@pytest.mark.row("A1")
def test_mapping_and_application_of_a_prepared_person_take_less_than_sixty_clicks(tab_for, live_server):
    world = chain_world.build()
    person = f.ParticipantFactory(
        caseworker=world.caseworker, office=world.office, need_reason="Mangler fag", need_assessed_on=f.today(-9)
    )
    f.JobseekerPeriodFactory(participant=person)
    f.AimFactory(participant=person)
    page = tab_for(world.caseworker).page
    page.goto(live_server.url + reverse("participants:detail", args=[person.public_id]))
    hand = Counted(page)
    hand.press("Kartlegg")
    hand.fill(
        same_test=True, same_tested_on="2025-03-12", oral="B2", listening="B1", reading="B1", writing="A2",
        education_level="Videregående skole", education_country="Polen", education_recognition="applied",
        hours_available="37.5", available_from=f.today(5).isoformat(), shifts=["evenings", "weekends"],
        reachable_offices=[str(world.office.pk)], can_move="no", digital_skills="some", summary="Vil jobbe med eldre.",
    )  # fmt: skip
    hand.fill(**{"jobs-0-occupation": "Pleiemedhjelper", "jobs-0-months": "2 år", "jobs-0-ended_year": "2024"})
    hand.press("Lagre kartleggingen", then="Kartleggingen er lagret.")
    page.goto(live_server.url + reverse("courses:advice", args=[person.public_id]))
    hand.clicks += 1
    if not page.locator(f"#pick-{world.cafe_intake.public_id}").is_visible():
        page.get_by_text("Passer ikke nå").click()
        hand.clicks += 1
    for intake in (world.intake, world.cafe_intake):
        hand.check(f"#pick-{intake.public_id}")
    hand.press("Søk inn på valgte kurs")
    hand.fill(against_reason="Vil gjerne prøve kafé også.")
    hand.press("Send søknaden", then="Søknaden er sendt.")
    assert hand.clicks < 60


def test_what_must_be_adapted_is_asked_for_where_something_must(person, url, tab_for):
    page = tab_for(person.caseworker).page
    page.goto(url)
    what = page.get_by_label("Hva som må tilrettelegges")
    see(what).to_be_hidden()
    page.get_by_label("Trenger tilrettelegging").check()
    see(what).to_be_visible()
    what.fill("Skjermleser")
    page.get_by_label("Trenger tilrettelegging").uncheck()
    see(what).to_be_visible()  # what is written is never hidden
