"""The sheet before a meeting is one printed page, however much there is to say (P4)."""

import io

import pypdf
import pytest
from django.urls import reverse

from participants import actions, portfolio
from tests import factories as f

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

LONG = "Dette er en lang tekst om alt det vi snakket om sist, med mange ord. " * 4


@pytest.fixture
def full_person():
    """Somebody with more of everything than the sheet has room for."""
    caseworker = f.MembershipFactory()
    person = f.ParticipantFactory(
        caseworker=caseworker, interpreter_language="somali", tuition_right="yes", tuition_hours_left=120,
        tuition_deadline=f.today(30), benefit="social", basis="unknown",
    )  # fmt: skip
    occupations = [f.OccupationFactory(title=f"Yrke med et ganske langt navn nummer {n}") for n in range(3)]
    actions.save_aim(participant=person, kind="best_chance", words=LONG[:1000], occupations=occupations, by=caseworker)
    mapping = f.MappingFactory(participant=person, oral="", listening="", reading="", writing="")
    for _n in range(3):
        f.HeldCertificateFactory(mapping=mapping, valid_to=f.today(20))
    plan = f.PlanFactory(participant=person, goal=LONG[:200], review_on=f.today(-1))
    for rank in range(20, 32):
        f.PlanStepFactory(plan=plan, rank=rank, what=LONG[:200], by_when=f.today(-rank))
    for number in range(12):
        f.TaskFactory(participant=person, owner=caseworker, title=f"{number} {LONG}"[:200])
        f.NoteFactory(participant=person, text=LONG)
        f.EmploymentFactory(participant=person, fte_low=40, wanted_fte=100, employer_name=f"Arbeidsgiver {LONG}"[:150])
    f.ContactAttemptFactory(participant=person, made_on=f.today(-200), reached=True)
    for _n in range(5):
        f.OfferFactory(
            wish__application__participant=person, wish__status="offered", wish__application__status="decided"
        )
    portfolio.rebuild([person.pk])
    return person


@pytest.mark.row("P4")
def test_a_full_person_is_one_page_of_a4_without_the_menu(tab_for, live_server, full_person):
    tab = tab_for(full_person.caseworker)
    tab.page.goto(live_server.url + reverse("participants:meeting", args=[full_person.public_id]))
    assert tab.axe() == []
    # Printed as the browser does when the button is pressed: the page's own style decides paper and margins.
    printed = pypdf.PdfReader(io.BytesIO(tab.page.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) == 1
    width, height = (float(side) for side in printed.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)
    text = printed.pages[0].extract_text()
    for words in (full_person.last_name, "Verdt å spørre om", "Dette er åpent", "Dette er avtalt", "siden sist"):
        assert words in text
    for words in ("Etter møtet", "Mine brukere", "Lagre møtet", "Kartlegging\n"):
        assert words not in text


def test_the_sheet_on_a_phone_is_not_wider_than_the_phone(tab_for, live_server, full_person):
    tab = tab_for(full_person.caseworker, width=390)
    tab.page.goto(live_server.url + reverse("participants:meeting", args=[full_person.public_id]))
    assert tab.sideways() == 0
    assert tab.axe() == []
