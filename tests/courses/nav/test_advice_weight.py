"""The advice page stays light and short, however many courses there are: the first cards of a group, the rest on demand."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from django.urls import reverse

from courses.advice_page import GROUP_SHOWN, WHOLE_SHOWN
from courses.models import AdviceShown, Intake
from tests import factories as f
from tests.factories import today
from tests.ui.dom import parse

pytestmark = [pytest.mark.django_db, pytest.mark.row("P6")]

CONCEPTS = 24
LIMIT = 150_000


@pytest.fixture
def crowded(case):
    """Many courses that fit, as many that do not, with full checklists and more classes than a card shows."""
    aim = f.AimFactory(participant=case.person)
    aim.occupations.create(rank=1, occupation=case.occupation)
    f.WorkExperienceFactory(mapping=case.mapping, occupation=case.occupation, months=24)
    f.LabourDemandFactory(occupation=case.occupation, county=case.county, openings=400)
    test = f.QualificationTypeFactory(name="Norskprøve 3 muntlig", norwegian="oral:B1")
    skilled = f.QualificationTypeFactory(name="Fagbrev som helsefagarbeider")
    for segment in ("Sykehjem", "Hjemmetjenesten"):
        for form in ("permanent", "temporary"):
            rule = f.HiringRequirementFactory(segment=segment, occupation=case.occupation, form=form)
            rule.needs_all.add(skilled, test)
    intakes = []
    for n in range(CONCEPTS):
        for fits in (True, False):
            concept = f.ConceptFactory(county=case.county, title=f"{'Pleie' if fits else 'Sveising'} {n}")
            if fits:
                concept.occupations.add(case.occupation)
            f.ChecklistItemFactory(concept=concept, kind="norwegian", label="Norsk", skill="oral", level="A2")
            for item in range(3):
                f.ChecklistItemFactory(concept=concept, label=f"Kan stå og gå hele dagen {item}")
            contract = f.ContractFactory(concept=concept)
            intakes += [
                f.IntakeFactory.build(
                    contract=contract, window=case.window, starts_on=today(30 + m), code=f"V{n}{fits}{m}"
                )
                for m in range(6)
            ]
    Intake.objects.bulk_create(intakes)
    return case


@pytest.fixture
def look(crowded, client_for):
    """`look(**query)`: ({group: its content}, the page)."""
    client, url = client_for(crowded.caseworker), reverse("courses:advice", args=[crowded.person.public_id])

    def get(**query):
        response = client.get(url, query)
        assert response.status_code == 200
        return {group["code"]: group for group in response.context["groups"]}, response.content.decode()

    return get


def test_many_courses_make_no_heavy_page(look):
    groups, page = look()
    assert len(page.encode()) < LIMIT
    assert {code: (group["count"], len(group["cards"])) for code, group in groups.items()} == {
        "wanted_but": (CONCEPTS + 1, GROUP_SHOWN),
        "not_fit": (CONCEPTS + 1, GROUP_SHOWN),
    }
    # The first are told whole; the others say what speaks against them, and where the rest is.
    assert page.count("Hvorfor?") == WHOLE_SHOWN
    assert page.count("Se hele forslaget") == 2 * GROUP_SHOWN - WHOLE_SHOWN
    assert f"Vis {CONCEPTS + 1 - GROUP_SHOWN} kurs til" in page
    assert 'href="?vis=not_fit#group-not_fit"' in page


def test_a_group_is_opened_by_its_link_and_told_whole_first(look):
    groups, page = look(vis="not_fit")
    assert len(groups["not_fit"]["cards"]) == CONCEPTS + 1 and not groups["not_fit"]["folded"]
    assert [card["whole"] for card in groups["not_fit"]["cards"]].count(True) == WHOLE_SHOWN
    assert len(groups["wanted_but"]["cards"]) == GROUP_SHOWN
    assert 'href="?vis=wanted_but#group-wanted_but"' in page
    assert look(vis="finnes ikke")[0].keys() == groups.keys()


def test_a_brief_card_leads_to_the_whole_one(look):
    groups, page = look(sorter="start")
    card = next(card for card in groups["not_fit"]["cards"] if not card["whole"])
    (found,) = parse(page).all("article", id=card["id"])
    (link,) = [link for link in found.all("a") if "Se hele forslaget" in link.text]
    query = dict(parse_qsl(urlsplit(link.attrs["href"]).query))
    assert query == {"sorter": "start", "q": card["title"]}
    again, page = look(**query)
    assert any(one["id"] == card["id"] and one["whole"] for one in again["not_fit"]["cards"])


def test_what_is_stored_of_a_brief_card_is_what_it_told(look, crowded):
    groups, _page = look()
    stored = {course["concept"]: course for course in AdviceShown.objects.get().content["courses"]}
    assert len(stored) == 2 * GROUP_SHOWN
    cards = [card for group in groups.values() for card in group["cards"]]
    assert {card["whole"] for card in cards} == {True, False}
    for card in cards:
        assert bool(stored[str(card["concept"].public_id)]["parts"]) is card["whole"]
