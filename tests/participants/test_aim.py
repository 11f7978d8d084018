"""The aim's own page: what she has said, when it was read to her, and that nobody outside NAV meets it (P2)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from participants import actions
from participants.models import Aim, PortfolioRow
from participants.standing import standing
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def person(caseworker):
    return f.ParticipantFactory(caseworker=caseworker)


def address(route, person) -> str:
    return reverse(f"participants:{route}", args=[person.public_id])


@pytest.mark.row("P2")
def test_the_page_shows_what_she_said_before_and_who_wrote_it(client_for, person, caseworker):
    cook = f.OccupationFactory(title="Kokk")
    actions.save_aim(participant=person, kind="course", words="Vil bli kokk", occupations=[cook], by=caseworker)
    actions.save_aim(participant=person, kind="undecided", words="Vet ikke lenger", by=caseworker)
    page = client_for(caseworker).get(address("aim_history", person))
    text = page.content.decode()
    assert "Vet ikke lenger" in text
    changes = {change.label: (change.old, change.new) for change in page.context["page"].object_list[0]["changes"]}
    assert changes["Med egne ord"] == ("Vil bli kokk", "Vet ikke lenger")
    assert changes["Yrker"] == ("Kokk", "")
    assert str(caseworker.user) in text


@pytest.mark.row("P2")
def test_the_aim_is_read_to_her_when_it_is_written_or_later(client_for, person, caseworker):
    client = client_for(caseworker)
    data = {"kind": "course", "words": "Vil bli kokk", "version": 1, "read_to_person": "on"}
    assert client.post(address("aim", person), data).status_code == 302
    assert Aim.objects.current().get().read_to_person_on == f.today()
    # A changed aim has not been read.
    assert client.post(address("aim", person), {"kind": "undecided", "version": 2}).status_code == 302
    assert Aim.objects.current().get().read_to_person_on is None
    assert "Ikke lest opp for brukeren ennå." in client.get(address("aim_history", person)).content.decode()
    assert client.post(address("aim_read", person), {"number": 2}).status_code == 302
    assert Aim.objects.current().get().read_to_person_on == f.today()


def test_the_day_it_was_first_read_is_kept(move_clock, person, caseworker):
    aim = actions.save_aim(participant=person, kind="course", read_to_person=True, by=caseworker)
    first = aim.read_to_person_on
    move_clock(10)
    assert actions.mark_aim_read(aim=aim, by=caseworker).read_to_person_on == first


def test_an_aim_that_was_changed_meanwhile_is_not_marked(client_for, person, caseworker):
    for kind in ("course", "undecided"):
        actions.save_aim(participant=person, kind=kind, by=caseworker)
    client = client_for(caseworker)
    page = client.post(address("aim_read", person), {"number": 1}, follow=True)
    assert "endret siden du åpnet siden" in page.content.decode()
    assert not Aim.objects.exclude(read_to_person_on=None).exists()
    for number in ("3", "0", "-1", "x", "", "9" * 50, "²"):
        assert client.post(address("aim_read", person), {"number": number}).status_code == 404


@pytest.mark.row("P2")
def test_no_provider_opens_the_aim_or_its_history(client_for, person, caseworker):
    actions.save_aim(participant=person, kind="course", words="Vil bli kokk", by=caseworker)
    for trait in ("provider_lead", "instructor"):
        membership = f.MembershipFactory(**{trait: True})
        where = {"provider": membership.provider} if trait == "provider_lead" else {"membership": membership}
        f.AccessGrantFactory(participant=person, county=None, level="course", **where)
        client = client_for(membership)
        for route in ("aim_history", "event_list", "meeting", "aim"):
            answer = client.get(address(route, person))
            assert answer.status_code == 403
            assert "Vil bli kokk" not in answer.content.decode()


def test_a_long_history_takes_no_more_queries(client_for, person, caseworker):
    client, occupation = client_for(caseworker), f.OccupationFactory()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(address("aim_history", person))
        return len(captured)

    def say(times):
        for _n in range(times):
            actions.save_aim(participant=person, kind="course", occupations=[occupation], by=caseworker)

    say(2)
    queries()
    few = queries()
    say(8)
    assert queries() == few


def test_a_page_without_an_aim_says_what_to_do(client_for, person, caseworker):
    assert "Spør hva brukeren selv vil" in client_for(caseworker).get(address("aim_history", person)).content.decode()


TODAY = dt.date(2026, 5, 4)
DAY = dt.timedelta(days=1)


def stands(kind, **dates) -> str:
    return standing(kind, PortfolioRow(**dates), TODAY)


@pytest.mark.row("P2")
def test_wanting_a_course_without_a_place_is_told_from_having_one():
    applied = {"applied_on": TODAY - 30 * DAY, "informed_on": TODAY - 40 * DAY}
    assert stands("best_chance", **applied).startswith("Ønsker kurs og har ikke fått plass ennå. Søkt inn 4. april")
    assert "plass på kurs" in stands("best_chance", offer_deadline=TODAY, **applied)
    # An offer that has run out is none, and a course that is over is no place.
    assert "ikke fått plass" in stands("best_chance", offer_deadline=TODAY - DAY, **applied)
    assert stands("course", course_ends_on=TODAY - DAY, **applied) == "Ønsker kurs, men er ikke søkt inn."
    assert "Har plass" in stands("undecided", course_ends_on=TODAY)


@pytest.mark.row("P2")
def test_nobody_is_said_to_want_the_course_she_is_applied_for_when_her_aim_says_otherwise():
    applied = {"applied_on": TODAY - 30 * DAY, "informed_on": TODAY - 40 * DAY}
    assert stands("work_not_course", **applied).startswith("Er søkt inn på kurs 4. april 2026, men sier nå at målet")
    assert "Ønsker" not in stands("undecided", **applied) and "4. april" in stands("undecided", **applied)


@pytest.mark.row("P2")
def test_not_knowing_of_courses_is_told_from_not_wanting_one():
    assert "kjenner til AMO-kurs" in stands("work_not_course")
    assert "brukerens eget valg" in stands("work_not_course", informed_on=TODAY)
    assert "vil helst noe annet" in stands("other_sector", offer_deadline=TODAY, informed_on=TODAY)


@pytest.mark.parametrize("kind", Aim.Kind.values)
def test_no_sentence_speaks_of_motivation(kind):
    for dates in ({}, {"informed_on": TODAY}, {"applied_on": TODAY}, {"offer_deadline": TODAY}):
        said = stands(kind, **dates)
        assert said and "motiv" not in said.lower()
