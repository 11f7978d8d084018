"""The report's people, over the demo's own courses: what the page says to each should be what a good caseworker says.

Built by the demo's own module, so that a newcomer who opens the demo reads the same sentences.
"""

import pytest
from django.urls import reverse

from amo.models import Membership
from participants.models import Participant
from reporting.demo import classes, concepts, market, organisations, reference, report_people
from reporting.demo.world import World
from tests.ui.dom import parse

pytestmark = [pytest.mark.django_db, pytest.mark.row("P6")]


@pytest.fixture
def read(db, client_for):
    """`read(key)`: the advice page of one of the four as {group: {course: text}} and the whole text."""
    world = World(1)
    for part in (organisations, reference, concepts, market, classes):
        part.build(world)
    people = report_people.build(world)
    client = client_for(Membership.objects.get(user__username="demo.ingrid"))

    def get(key):
        url = reverse("courses:advice", args=[people[key].public_id])
        response = client.get(url)
        assert response.status_code == 200
        tree = parse(response.content.decode())
        return tree, tree.text

    return get


def card(tree, title: str) -> str:
    """The text of one course's card."""
    (found,) = [one for one in tree.all("article") if title in one.one("h3").text]
    return found.text


def titles(tree, group: str) -> list[str]:
    """The courses under one group's heading."""
    for box in tree.all("section") + tree.all("details"):
        if any(one.attrs.get("id") == f"group-{group}" for one in box.all("h2") + box.all("summary")):
            return [one.text for one in box.all("h3") if one.all("a")]
    return []


@pytest.mark.row("P7")
def test_the_man_with_six_courses_is_asked_what_a_seventh_should_lead_to(read):
    tree, page = read("six_courses")
    kitchen = card(tree, "Kafé og kantine med praksis")
    assert "Bygger på 2 år og 6 måneder arbeid i samme yrke eller bransje." in kitchen
    assert "Har allerede kurs i næringsmiddelhygiene og kursbevis, kafé og kantine" in kitchen
    assert "Snakk om hva et nytt kurs skal føre til." in kitchen
    assert "Gir ikke noe nytt" in kitchen and "Passer godt" not in kitchen  # whatever its points (decision 17)
    assert "Kafé og kantine med praksis" not in titles(tree, "recommended")
    # About him, not about the course: said once, with what may be nearer than a seventh course.
    assert page.count("2 kurs det siste året uten at det førte til jobb.") == 1
    assert page.index("Lønnstilskudd hos en arbeidsgiver.") < page.index("Kurs å snakke om")
    # He has had it: said where it is proposed again.
    assert "Lønnstilskudd hos en arbeidsgiver. Brukeren har hatt det før, sist til" in page
    assert "Kjøkkenassistent: " in kitchen  # the work he wants, of those the course leads to
    truck = card(tree, "Truckfører")
    assert "Passer dårlig" in truck and "Har allerede truckførerbevis T1–T4" in truck


def test_the_woman_with_a_trade_of_her_own_is_shown_her_trade_first(read):
    tree, page = read("own_trade")
    assert titles(tree, "recommended")[0] == "Regnskapsmedarbeider"
    own = card(tree, "Regnskapsmedarbeider")
    for sentence in (
        "Passer godt",
        "Fortsetter planen om å bli regnskapsmedarbeider.",
        "Bygger på 7 år arbeid i samme yrke eller bransje.",
        "Bygger på utdanningen.",
        "Regnskapsmedarbeider er ønske nummer 1 i eget mål.",
    ):
        assert sentence in own, sentence
    # The café course is open to her, and is not what she is talked into.
    assert "Kafé og kantine med praksis" not in titles(tree, "recommended")
    assert "Ikke blant yrkene i eget mål." in card(tree, "Kafé og kantine med praksis")


@pytest.mark.row("P10")
def test_the_woman_with_a_trade_of_her_own_is_told_of_the_ways_to_it_that_are_no_course(read):
    tree, page = read("own_trade")
    (box,) = [one for one in tree.all("section") if one.all("h2") and one.one("h2").text == "Andre veier til eget fag"]
    assert "Har 7 år arbeid som regnskapsmedarbeider bak seg, og vil arbeide med det igjen." in box.text
    order = ["Godkjenning av utdanningen hos HK-dir", "Jobb i eget fag med mentor", "Lønnstilskudd hos en arbeidsgiver"]
    places = [box.text.index(text) for text in order]
    assert places == sorted(places)
    # Beside the courses: before them on the page, and the course in her own trade is still the first of them.
    assert page.index("Andre veier til eget fag") < page.index("Kurs å snakke om")
    assert titles(tree, "recommended")[0] == "Regnskapsmedarbeider"
    for other in ("six_courses", "care_without_b1", "daytime"):
        assert "Andre veier til eget fag" not in read(other)[1]


@pytest.mark.row("C4")
def test_the_woman_who_wants_care_work_hears_which_jobs_stay_closed_without_the_test(read):
    tree, page = read("care_without_b1")
    care = card(tree, "Pleie og omsorg for minoritetsspråklige")
    assert "Pleie og omsorg for minoritetsspråklige" in titles(tree, "recommended")
    assert "Merk:" in care and "får verken" in care
    assert "I dag: Kan ikke få" in care
    assert "Bestått norskprøve på B1 (muntlig og skriftlig) på kurset åpner for" in care
    assert "Mangler fortsatt da for fast jobb: fagbrev som helsefagarbeider og norskprøve" in care
    assert "Fast jobb krever" in care and "fagbrev som helsefagarbeider" in care
    assert "Kurset fører normalt til vikariater" in care
    assert "Muntlig norsk er A2, dokumentert med prøve. Ønsket nivå er B1." in care


@pytest.mark.row("C4")
def test_the_one_who_needs_full_time_by_day_is_told_before_the_course(read):
    tree, page = read("daytime")
    cafe = card(tree, "Kafé og kantine med praksis")
    assert "Merk: Vanlig arbeidstid er også kveld og helg, og det kan brukeren ikke." in cafe
    assert "Mange jobber i kantine og kafé er deltid eller ekstravakter i starten." in cafe
    assert "Kafé og kantine med praksis" in titles(tree, "recommended")
    assert "Muntlig norsk er B1, vurdert av veileder." in cafe


def test_every_one_of_the_four_can_be_opened_by_name_in_the_demo(read):
    names = set(Participant.objects.values_list("last_name", flat=True))
    assert names == {case.last_name for case in report_people.CASES}
    _tree, page = read("six_courses")
    assert "Forslagene er støtte for samtalen." in page
