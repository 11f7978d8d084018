"""Barriers: one with a count, one owner, an answer to those who told of it, and what keeps coming (L9, R11)."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from amo.models import Notification
from participants.models import Task
from placements import barriers as read
from placements.actions import barriers as actions
from placements.barrier_months import by_level
from placements.barrier_owners import About, owner_of, proposed
from placements.models import Barrier, BarrierReport
from tests import factories
from tests.at_once import at_once
from tests.engines.counts import FULL

pytestmark = [pytest.mark.django_db, pytest.mark.row("L9")]
Level, Status = Barrier.Level, Barrier.Status
WHAT = "Politiattesten kommer for sent"


@pytest.fixture
def sides():
    """A county with an office, a provider with a running placement, and the person in it."""
    placement = factories.PlacementFactory()
    enrolment = placement.enrolment
    contract, person = enrolment.intake.contract, enrolment.participant
    caseworker = factories.MembershipFactory(office=person.office)
    type(person).objects.filter(pk=person.pk).update(caseworker=caseworker)
    person.refresh_from_db()
    county = contract.concept.county
    type(person.office).objects.filter(pk=person.office_id).update(county=county)
    factories.AccessGrantFactory(participant=person, provider=contract.provider, county=None, level="course")
    made = {
        "county": county,
        "person": person,
        "placement": placement,
        "caseworker": factories.MembershipFactory._meta.model.objects.get(pk=caseworker.pk),
        "lead": factories.MembershipFactory(provider_lead=True, provider=contract.provider),
        "staff": factories.MembershipFactory(county_staff=True, county=county),
    }
    return type("Sides", (), made)


def told(sides, **changes) -> Barrier:
    """Reported by the provider, for the county to answer."""
    values = {"county": sides.county, "level": Level.RULES, "what": WHAT, "by": sides.lead}
    return actions.report_barrier(**values | changes).barrier


def form_data(**changes) -> dict:
    return {"submission": str(uuid.uuid4()), "level": "rules", "what": WHAT, "text": "", "owner": ""} | changes


# --- reported -------------------------------------------------------------------------------------


def test_reported_from_a_placements_page_it_is_about_what_the_page_was_about_and_leads_back(sides, client_for):
    client, url = client_for(sides.lead), reverse("placements:barrier_new")
    came_from = reverse("placements:placement_detail", args=[sides.placement.public_id])
    address = f"{url}?next={came_from}"
    assert address.replace("/", "%2F") in client.get(came_from).text.replace("/", "%2F")
    page = client.get(address)
    assert sides.placement.employer.name in page.text
    # The person is named by nobody's name: the page is no page about her.
    assert sides.person.last_name not in page.text
    data = form_data(level="employer", about=["employer", "participant"])
    answer = client.post(address, data)
    assert (answer.status_code, answer.url) == (302, came_from)
    report = BarrierReport.objects.get()
    assert (report.participant, report.barrier.employer) == (sides.person, sides.placement.employer)
    assert report.barrier.owner_provider == sides.lead.provider
    assert (report.barrier.county, report.barrier.concept) == (sides.county, None)


def test_what_the_reporter_may_not_see_is_not_named_by_an_address(sides, client_for):
    other = factories.MembershipFactory(provider_lead=True, provider=factories.ContractFactory().provider)
    came_from = reverse("placements:placement_detail", args=[sides.placement.public_id])
    page = client_for(other).get(f"{reverse('placements:barrier_new')}?next={came_from}")
    assert page.status_code == 200
    assert "Personen du kom fra" not in page.text


def test_every_page_has_the_way_to_report(sides, client_for):
    here = reverse("placements:employer_list")
    address = f"{reverse('placements:barrier_new')}?next=%2Fpraksis%2Farbeidsgivere%2F"
    for membership in (sides.caseworker, sides.lead, sides.staff):
        assert client_for(membership).get(here).text.count(f'href="{address}"') == 2


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"level": ""}, "Velg hva det er som stopper."),
        ({"level": "person2"}, "Velg et av nivåene."),
        ({"what": ""}, "Skriv med én linje hva som står i veien."),
        ({"what": "x" * 151}, "Linja kan ha høyst 150 tegn."),
        ({"what": "De tar ikke folk fra Somalia"}, "«Somalia»"),
        ({"text": "Ingen muslimer, sa han"}, "«muslimer»"),
        ({"owner": "office:0"}, "Velg en av dem i lista."),
        ({"same_as": str(uuid.uuid4())}, "Denne er ikke åpen lenger. Velg på nytt."),
        ({"employer": "qx"}, "Finner ikke arbeidsgiveren «qx». Prøv en del av navnet, eller organisasjonsnummeret."),
    ],
)
def test_a_wrong_report_is_told_at_its_field_and_what_was_typed_stays(sides, client_for, changes, message):
    data = form_data(text="Tre måneder på vent") | changes
    answer = client_for(sides.caseworker).post(reverse("placements:barrier_new"), data)
    assert answer.status_code == 422
    assert message in answer.text
    assert data["text"] in answer.text
    assert not Barrier.objects.exists()


def test_the_line_that_others_see_names_nobody(sides, client_for):
    came_from = reverse("placements:placement_detail", args=[sides.placement.public_id])
    data = form_data(what=f"{sides.person.last_name} har ikke barnepass")
    answer = client_for(sides.lead).post(f"{reverse('placements:barrier_new')}?next={came_from}", data)
    assert answer.status_code == 422
    assert "Skriv linja uten navnet." in answer.text


def test_a_double_click_reports_once(sides, client_for):
    client, url, data = client_for(sides.lead), reverse("placements:barrier_new"), form_data()
    assert [client.post(url, data).status_code for _n in range(2)] == [302, 302]
    assert BarrierReport.objects.count() == 1


# --- the same -------------------------------------------------------------------------------------


def test_what_is_alike_is_asked_about_and_counted_where_she_says_so(sides, client_for):
    barrier = told(sides)
    client, url = client_for(sides.caseworker), reverse("placements:barrier_new")
    data = form_data(what="Politiattesten kommer altfor sent", text="Ventet i ni uker")
    asked = client.post(url, data)
    assert asked.status_code == 422
    assert "Velg om det er det samme." in asked.text and WHAT in asked.text and "Ventet i ni uker" in asked.text
    assert client.post(url, data | {"same_as": str(barrier.public_id)}).status_code == 302
    assert barrier.reports.count() == 2
    other = data | {"same_as": "new", "submission": str(uuid.uuid4())}
    assert client.post(url, other).status_code == 302
    assert Barrier.objects.count() == 2


def test_while_she_types_the_alike_are_shown_and_nothing_is_stored(sides, client_for):
    barrier = told(sides)
    url = reverse("placements:barrier_similar")
    client = client_for(sides.caseworker)
    # What is chosen stays chosen when the part is drawn anew.
    chosen = client.post(url, form_data(what="politiattest", same_as=str(barrier.public_id))).text
    assert "checked" in chosen and "checked" not in client.post(url, form_data(what="politiattest")).text
    part = client.post(url, form_data(what="politiattest")).text
    assert WHAT in part and "Meldt én gang" in part and "Velg" not in part
    assert WHAT not in client.post(url, form_data(what="barnehageplass")).text
    assert WHAT not in client.post(url, form_data(what="po")).text
    assert BarrierReport.objects.count() == 1


def test_another_countys_and_closed_barriers_are_not_offered(sides):
    told(sides, county=factories.CountyFactory())
    actions.close(barrier=told(sides), status=Status.SOLVED, answer="Ordnet.", by=sides.staff)
    assert read.similar(sides.caseworker, [sides.county], WHAT) == []


def test_the_same_words_about_the_same_are_one_barrier_and_nobody_counts_twice(sides):
    first, second = told(sides), told(sides, by=sides.caseworker, what=WHAT.upper())
    assert first == second
    with pytest.raises(ValidationError, match="allerede meldt"):
        told(sides, by=sides.caseworker)
    assert told(sides, is_new=True) != first
    assert told(sides, by=sides.staff, about=About(employer=sides.placement.employer)) != first


def test_chosen_as_the_same_but_closed_meanwhile_is_told(sides):
    barrier = actions.close(barrier=told(sides), status=Status.SOLVED, answer="Ordnet.", by=sides.staff)
    with pytest.raises(ValidationError) as refused:
        told(sides, by=sides.caseworker, same_as=barrier)
    assert "same_as" in refused.value.error_dict


@pytest.mark.django_db(transaction=True)
def test_reported_by_many_at_the_same_instant_it_is_one_with_a_report_each(sides):
    people = [factories.MembershipFactory(office=sides.person.office) for _n in range(24 if FULL else 6)]
    results = at_once([lambda by=one: told(sides, by=by) for one in people])
    assert {one.pk for one in results} == {Barrier.objects.get().pk}
    assert BarrierReport.objects.count() == len(people)
    assert not Task.objects.exists()
    barrier = Barrier.objects.get()
    again = at_once(
        [lambda by=one: told(sides, by=by, same_as=barrier, about=About(participant=sides.person)) for one in people]
    )
    assert len(again) == len(people) and barrier.reports.count() == 2 * len(people)


# --- the owner ------------------------------------------------------------------------------------


def test_the_proposed_owner_follows_the_level(sides):
    about = About(participant=sides.person, employer=sides.placement.employer)
    found = {level: proposed(level, about, sides.county, sides.lead) for level in Level.values}
    assert found == {
        "person": sides.person.caseworker,
        "course": sides.county,
        "employer": sides.lead.provider,
        "matching": sides.person.office,
        "rules": sides.county,
    }
    assert proposed(Level.PERSON, About(), sides.county, sides.lead) == sides.county
    assert proposed(Level.MATCHING, About(), sides.county, sides.caseworker) == sides.caseworker.office


def test_an_owner_gets_a_task_and_the_county_a_notice(sides):
    told(sides)
    assert Notification.objects.filter(membership=sides.staff).count() == 1
    told(sides, level=Level.PERSON, about=About(participant=sides.person))
    task = Task.objects.get()
    assert (task.owner, task.participant, task.done_at) == (sides.person.caseworker, None, None)
    assert task.due_on > clock.today()


def test_taken_on_answered_and_told_to_those_who_reported(sides, client_for):
    barrier = told(sides)
    told(sides, by=sides.caseworker)
    taken = actions.take_on(barrier=barrier, by=sides.staff, version=1)
    closed = actions.close(barrier=taken, status=Status.SOLVED, answer="Nå hastes attestene.", by=sides.staff)
    assert closed.status == Status.SOLVED
    for reporter in (sides.lead, sides.caseworker):
        texts = list(Notification.objects.filter(membership=reporter).values_list("text", flat=True))
        assert sum(WHAT in text for text in texts) == 2
    client = client_for(sides.lead)
    assert "Nytt svar på det dere meldte" in client.get(reverse("amo:start")).text
    listed = client.get(f"{reverse('placements:barrier_list')}?quick=reported").text
    assert WHAT in listed and "Løst" in listed
    page = client.get(reverse("placements:barrier_detail", args=[barrier.public_id])).text
    assert "Nå hastes attestene." in page
    assert "Nytt svar på det dere meldte" not in client.get(reverse("amo:start")).text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"status": "solved", "answer": " "}, "Skriv et svar før barrieren lukkes."),
        ({"status": "", "answer": "Ordnet"}, "Velg hvordan det gikk."),
        ({"status": "solved", "answer": "Bare polakker nå"}, "«polakker»"),
    ],
)
def test_it_is_not_closed_without_an_answer(sides, client_for, data, message):
    barrier = told(sides)
    url = reverse("placements:barrier_close", args=[barrier.public_id])
    answer = client_for(sides.staff).post(url, data | {"version": 1, "submission": str(uuid.uuid4())})
    assert answer.status_code == 422 and message in answer.text
    barrier.refresh_from_db()
    assert barrier.status == Status.REPORTED


def test_handed_over_with_a_reason_the_task_goes_along(sides):
    barrier = told(sides)
    office = sides.person.office
    given = actions.hand_over(barrier=barrier, owner=office, reason="Kontoret kan søke.", by=sides.staff)
    task = Task.objects.get(done_at=None)
    assert (owner_of(given), task.office) == (office, office)
    actions.hand_over(barrier=given, owner=sides.lead.provider, reason="De har avtalen.", by=sides.caseworker)
    assert Task.objects.get(done_at=None).provider == sides.lead.provider
    assert Task.objects.get(office=office).done_at
    with pytest.raises(ValidationError, match="gitt til noen andre"):
        actions.take_on(barrier=given, by=sides.caseworker)
    assert "Kontoret kan søke." in barrier.steps.order_by("at").first().text


def test_the_one_who_reported_may_open_it_again_and_others_not(sides, client_for):
    barrier = actions.close(barrier=told(sides), status=Status.NOT_HERE, answer="Kan ikke.", by=sides.staff)
    url = reverse("placements:barrier_reopen", args=[barrier.public_id])
    data = {"version": barrier.version, "reason": "Loven er endret.", "submission": str(uuid.uuid4())}
    colleague = factories.MembershipFactory(provider_lead=True, provider=sides.lead.provider)
    assert client_for(colleague).post(url, data).status_code == 403
    assert client_for(sides.lead).post(url, data).status_code == 302
    barrier.refresh_from_db()
    assert (barrier.status, barrier.answer, barrier.closed_at) == (Status.REPORTED, "", None)
    assert "Kan ikke." in [step.text for step in barrier.steps.all()]


def test_one_answers_for_two_who_click_at_the_same_time(sides, client_for):
    barrier = told(sides)
    url = reverse("placements:barrier_close", args=[barrier.public_id])
    client = client_for(sides.staff)
    sent = [{"version": 1, "status": "solved", "answer": text, "submission": str(uuid.uuid4())} for text in "AB"]
    assert [client.post(url, data).status_code for data in sent] == [302, 409]
    barrier.refresh_from_db()
    assert barrier.answer == "A"


def test_two_that_are_one_are_merged_with_their_reports(sides, client_for):
    one, other = told(sides), told(sides, what="Attest fra politiet tar tid", by=sides.caseworker)
    assert actions.merge(barrier=one, into=other, by=sides.staff) == other
    assert other.reports.count() == 2
    page = client_for(sides.lead).get(reverse("placements:barrier_detail", args=[one.public_id]))
    assert page.status_code in {302, 404}
    staff = client_for(sides.staff)
    assert staff.get(reverse("placements:barrier_detail", args=[one.public_id])).url.endswith(f"{other.public_id}/")
    assert WHAT not in staff.get(reverse("placements:barrier_list")).text.split("<main")[1].split("Slått")[0]
    for wrong in (one, other):
        with pytest.raises(ValidationError):
            actions.merge(barrier=wrong, into=other, by=sides.staff)
    # Whoever chose the one that is gone is counted on the one it went into.
    assert told(sides, by=sides.staff, same_as=Barrier.objects.get(pk=one.pk)) == other


# --- who sees -------------------------------------------------------------------------------------


def test_a_persons_report_is_read_by_those_who_may_see_her(sides, client_for):
    barrier = told(
        sides,
        by=sides.caseworker,
        level=Level.COURSE,
        text="Har ikke barnepass.",
        about=About(participant=sides.person),
    )
    url = reverse("placements:barrier_detail", args=[barrier.public_id])
    own = client_for(sides.caseworker).get(url).text
    assert "Har ikke barnepass." in own and "Åpne siden til den det gjelder" in own
    county = client_for(sides.staff).get(url).text
    assert "Har ikke barnepass." not in county and "Åpne siden" not in county
    outsider = factories.MembershipFactory(every_flag=True)
    assert client_for(outsider).get(url).status_code == 404


def test_a_strictly_protected_person_is_in_no_count_of_others(sides, client_for):
    hidden = factories.ParticipantFactory(office=sides.person.office, address_protection="strictly_confidential")
    flagged = factories.MembershipFactory(office=sides.person.office, every_flag=True)
    office = sides.caseworker.office
    barrier = told(sides, by=flagged, about=About(participant=hidden), owner=office)
    mine = read.with_counts(Barrier.objects.all(), flagged).get()
    assert (mine.report_count, mine.people) == (1, 1)
    assert not read.with_counts(Barrier.objects.all(), sides.staff).exists()
    assert by_level(sides.staff)["total"] == 0
    assert read.similar(sides.lead, [sides.county], WHAT) == []
    # Who is to answer it has it in the list all the same, without a count.
    assert read.with_counts(Barrier.objects.all(), sides.caseworker).get().report_count == 0
    told(sides, by=sides.lead, same_as=barrier)
    assert read.with_counts(Barrier.objects.all(), sides.staff).get().report_count == 1


def test_the_pages_of_employer_and_class_show_their_open_barriers(sides, client_for):
    about = About(employer=sides.placement.employer, concept=sides.placement.enrolment.intake.concept)
    told(sides, about=about)
    closed = told(sides, what="Ingen fadder", about=about)
    actions.close(barrier=closed, status=Status.SOLVED, answer="Ordnet.", by=sides.staff)
    client = client_for(sides.staff)
    intake = sides.placement.enrolment.intake
    for url in (
        reverse("placements:employer_detail", args=[sides.placement.employer.public_id]),
        reverse("courses:intake_detail", args=[intake.public_id]),
        reverse("courses:concept_detail", args=[intake.concept.public_id]),
    ):
        page = client.get(url).text
        assert WHAT in page and "Ingen fadder" not in page, url


# --- what keeps coming ----------------------------------------------------------------------------


@pytest.mark.row("R11")
def test_the_county_sees_what_keeps_coming_by_level_and_month(sides, client_for, freeze):
    freeze(dt.date(2026, 11, 28))
    barrier = told(sides)
    for member in (sides.caseworker, factories.MembershipFactory(office=sides.person.office)):
        told(sides, by=member, same_as=barrier, about=About(participant=sides.person))
    told(sides, level=Level.COURSE, what="Starter klokka åtte")
    old = BarrierReport.objects.filter(barrier__level=Level.COURSE)
    old.update(reported_at=dt.datetime(2025, 12, 1, 0, 30, tzinfo=clock.OSLO))
    rows = {row["level"]: row["values"] for row in by_level(sides.staff)["rows"]}
    assert rows["rules"] == [0] * 11 + [3]
    assert rows["course"] == [1] + [0] * 11
    old.update(reported_at=dt.datetime(2025, 11, 30, 23, 30, tzinfo=clock.OSLO))
    assert by_level(sides.staff)["total"] == 3
    found = read.with_counts(Barrier.objects.filter(pk=barrier.pk), sides.staff).get()
    assert (found.report_count, found.people, found.offices, found.providers) == (3, 1, 1, 1)
    client = client_for(sides.staff)
    page = client.get(reverse("placements:barrier_overview")).text
    assert page.index(WHAT) < page.index("Starter klokka åtte")
    assert "1 kontor, 1 kursleverandør" in page
    excel = client.get(f"{reverse('placements:barrier_overview')}?export=xlsx")
    assert excel.status_code == 200 and "spreadsheet" in excel["Content-Type"]


@pytest.mark.parametrize("name", ["barrier_list", "barrier_overview", "discrimination_list"])
def test_lists_ask_the_database_as_often_for_many_as_for_few(sides, client_for, name):
    client, url = client_for(sides.staff), reverse(f"placements:{name}")
    asked = []
    for count in (1, 5):
        for _n in range(count):
            barrier = factories.BarrierFactory(county=sides.county, employer=factories.EmployerFactory())
            factories.BarrierReportFactory(barrier=barrier)
            factories.DiscriminationReportFactory(county=sides.county)
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(url).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_the_search_finds_by_words_and_employer(sides, client_for):
    told(sides, about=About(employer=sides.placement.employer))
    told(sides, what="Starter klokka åtte")
    client = client_for(sides.staff)
    sent = client.post(reverse("placements:barrier_search"), {"q": "klokka"})
    page = client.get(sent.url).text
    assert "Starter klokka åtte" in page and WHAT not in page
