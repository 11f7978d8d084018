"""NAV's pages of courses in a browser: accessible, no wider than the screen, silent in the console; and one application."""

import os

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from courses.actions.applications import submit_application
from courses.actions.concept_versions import keep
from courses.models import Application, Concept, PolicyVersion
from courses.specification import content, with_content
from tests import factories as f
from tests.chromium import Tab, browser, executable, session_cookie
from tests.engines.counts import FULL

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def chromium():
    assert executable(), "no Chromium: make test gets one"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with browser() as running:
        yield running
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def rich(case):
    """The case with hiring requirements, demand, quotas, an aim, work history and a sent application."""
    test = f.QualificationTypeFactory(name="Norskprøve 3 muntlig", norwegian="oral:B1")
    skilled = f.QualificationTypeFactory(name="Fagbrev som helsefagarbeider")
    case.care.gives.add(test)
    case.care.topics = ["Hygiene", "Ernæring", "Kommunikasjon"]
    case.care.minimum_oral, case.care.minimum_reason = "A2", "Må forstå beskjeder om pasienter."
    case.care.save()
    for form, needs in (("permanent", [skilled, test]), ("on_call", [test])):
        rule = f.HiringRequirementFactory(
            segment="Sykehjemsetaten", occupation=case.occupation, form=form, source="Fafo 2012, ikke dagens krav"
        )
        rule.needs_all.add(*needs)
    f.LabourDemandFactory(occupation=case.occupation, county=case.county)
    f.OfficeQuotaFactory(intake=case.care_intake, office=case.office, minimum=1, maximum=2)
    f.WorkExperienceFactory(mapping=case.mapping, occupation=case.occupation)
    f.AimFactory(participant=case.person).occupations.create(rank=1, occupation=case.occupation)
    other = f.ConceptFactory(county=case.county, title="Truckfører", minimum_oral="C1", minimum_reason="Rapporter.")
    f.IntakeFactory(contract__concept=other, window=case.window)
    # Her application lies in an earlier round.
    earlier = f.IntakeFactory(contract__concept=case.cafe)
    case.application = submit_application(
        participant=case.person, wishes=[earlier], against_reason="Vil prøve yrket.", by=case.caseworker
    )
    # Two versions of the care course, and a draft that nobody has used.
    [before] = with_content(Concept.objects.filter(pk=case.care.pk))
    said = content(before)
    Concept.objects.filter(pk=case.care.pk).update(target_group="Arbeidssøkere over 19 år som vil jobbe med eldre.")
    keep(case.care, said, reason="Ny avtale.", by=case.staff)
    case.new = f.ConceptFactory(county=case.county, title="Renholdsoperatør", is_active=False)
    weights = dict(PolicyVersion.objects.get(engine="advice").parameters, fit=0, demand=20, progression=60, wish=20)
    maker = f.MembershipFactory(county_staff=True, county=case.county)
    case.draft = f.PolicyVersionFactory(
        advice=True, number=9, county=case.county, status="draft", created_by=maker, parameters=weights
    )
    return case


def visit(tab, live_server, path, name):
    """Open a page and ask of it what every page must hold."""
    tab.page.goto(live_server.url + path)
    if folder := os.environ.get("KURSLOP_SHOTS"):
        tab.page.screenshot(path=f"{folder}/{name}-{tab.page.viewport_size['width']}.png", full_page=True)
    tab.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    problems = [*tab.axe(), *tab.complaints]
    if tab.sideways() > 0:
        problems.append(f"{tab.sideways()} px wider than the window")
    return [f"{path}: {problem}" for problem in problems]


@pytest.mark.parametrize("width", [1280, 390] if FULL else [390])
def test_pages_are_accessible(rich, chromium, client_for, live_server, width):
    concept, intake, person = rich.care.public_id, rich.care_intake.public_id, rich.person.public_id
    office = {
        "concepts": reverse("courses:concept_list"),
        "concept": reverse("courses:concept_detail", args=[concept]),
        "intakes": reverse("courses:intake_list"),
        "intake": reverse("courses:intake_detail", args=[intake]),
        "hiring": reverse("courses:hiring_list"),
        "demand": reverse("courses:demand_list"),
        "advice": reverse("courses:advice", args=[person]),
        "answer": reverse("courses:checklist_answer", args=[person, rich.judged.pk]),
        "compare": reverse("courses:advice_compare", args=[person])
        + f"?kurs={intake}&kurs={rich.cafe_intake.public_id}",
        "weights": reverse("courses:policy_list"),
        "apply": reverse("courses:application_new", args=[person]) + f"?kurs={intake}",
        "applications": reverse("courses:application_list"),
        "application": reverse("courses:application_detail", args=[rich.application.public_id]),
        "withdraw": reverse("courses:application_withdraw", args=[rich.application.public_id]),
    }
    office |= {
        "versions": reverse("courses:concept_versions", args=[concept]),
        "version": reverse("courses:concept_version", args=[concept, 1]),
        "version-compare": reverse("courses:concept_version_compare", args=[concept]),
        "counties": reverse("courses:concept_counties") + f"?kurs={concept}",
        "counties-empty": reverse("courses:concept_counties"),
    }
    county = {
        "newest": reverse("courses:intake_newest", args=[intake]),
        "take-out": reverse("courses:concept_take_out", args=[concept]),
        "copy": reverse("courses:concept_copy", args=[concept]),
        "use": reverse("courses:concept_use", args=[rich.new.public_id]),
        "delete": reverse("courses:concept_delete", args=[rich.new.public_id]),
        "draft": reverse("courses:concept_detail", args=[rich.new.public_id]),
        "concept-edit": reverse("courses:concept_edit", args=[concept]),
        "intake-edit": reverse("courses:intake_edit", args=[intake]),
        "weights-new": reverse("courses:policy_new"),
        "weights-draft": reverse("courses:policy_detail", args=[rich.draft.number]),
    }
    problems = []
    for membership, pages in ((rich.caseworker, office), (rich.staff, county)):
        tab = Tab(chromium, width=width, cookies=[session_cookie(client_for(membership), live_server)])
        for name, path in pages.items():
            problems += visit(tab, live_server, path, name)
        tab.context.close()
    assert problems == []


@pytest.mark.row("A1")
def test_from_advice_to_a_sent_application(rich, chromium, client_for, live_server):
    tab = Tab(chromium, cookies=[session_cookie(client_for(rich.caseworker), live_server)])
    page = tab.page
    page.goto(live_server.url + reverse("courses:advice", args=[rich.person.public_id]))
    card = page.locator(f"#kurs-{rich.care.public_id}")
    assert "Kan få ringevakter, ikke fast jobb." not in card.inner_text()  # assessed, not documented
    card.get_by_role("checkbox").check()
    page.get_by_text("Passer ikke nå").click()
    page.locator(f"#kurs-{rich.cafe.public_id}").get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Søk inn på valgte kurs").click()
    ranked = [node.input_value() for node in page.locator("[name^=wish_]").all()]
    assert ranked == [str(rich.care_intake.public_id), str(rich.cafe_intake.public_id)]
    page.get_by_label("Hvorfor velges kurset likevel?").fill("Har stått i kantine før.")
    page.get_by_role("button", name="Send søknaden").click()
    page.wait_for_url("**/soeknader/**")
    assert page.get_by_text("Venter på tildeling").count() == 2
    sent = Application.objects.get(window=rich.window)
    assert list(sent.wishes.values_list("intake", flat=True)) == [rich.care_intake.pk, rich.cafe_intake.pk]
    tab.context.close()


@pytest.mark.row("A2")
def test_judged_item_is_answered_in_the_card(rich, chromium, client_for, live_server):
    tab = Tab(chromium, width=390, cookies=[session_cookie(client_for(rich.caseworker), live_server)])
    page = tab.page
    page.goto(live_server.url + reverse("courses:advice", args=[rich.person.public_id]))
    page.get_by_text("Passer ikke nå").click()
    card = page.locator(f"#kurs-{rich.cafe.public_id}")
    assert "Passer dårlig" in card.inner_text()
    card.get_by_role("link", name=f"Svar {rich.judged.label}").click()
    card.get_by_role("radio", name="Oppfylt", exact=True).check()
    card.get_by_role("button", name="Lagre svaret").click()
    card.get_by_text("Skriv én setning om hvorfor.").first.wait_for()
    assert tab.axe() == []
    card.get_by_label("Begrunnelse i én setning").fill("Har stått i kantine i to år.")
    with page.expect_navigation():
        card.get_by_role("button", name="Lagre svaret").click()
    assert "Kan passe" in card.inner_text()
    assert [line for line in tab.complaints if "422" not in line] == []
    tab.context.close()


@pytest.mark.row("C6")
def test_an_occupation_is_typed_in_the_list_s_filter(rich, chromium, client_for, live_server):
    tab = Tab(chromium, cookies=[session_cookie(client_for(rich.caseworker), live_server)])
    page = tab.page
    page.goto(live_server.url + reverse("courses:intake_list") + "?f=1")
    field = page.get_by_role("combobox", name="Yrke kurset leder til")
    field.press_sequentially("pleie")
    # What is half typed is not asked for: the suggestions stay.
    page.get_by_role("option", name="Pleiemedhjelper").click()
    chip = page.get_by_role("link", name="Yrke kurset leder til: Pleiemedhjelper")
    expect(chip).to_be_visible()
    expect(page.get_by_role("link", name="Truckfører")).to_have_count(0)
    expect(page.get_by_role("link", name="Pleieassistent")).to_have_count(1)
    assert tab.complaints == []
    tab.context.close()
