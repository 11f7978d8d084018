"""Who was never told about courses: by caseworker at an office, by office in a county, and never by name there (P5)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from participants import actions, portfolio
from participants.models import PortfolioRow
from tests import factories as f
from tests.factories.crowd import crowd

pytestmark = [pytest.mark.django_db, pytest.mark.row("P5")]
PAGE = "/brukere/aldri-informert/"


@pytest.fixture
def office():
    return f.OfficeFactory(name="Nav Prøvedal")


@pytest.fixture
def caseworker(office):
    return f.MembershipFactory(office=office, user__first_name="Tone", user__last_name="Teller")


def jobseeker(caseworker, *, told=False, mapped=False, until=None, **traits):
    person = f.ParticipantFactory(caseworker=caseworker, **traits)
    f.JobseekerPeriodFactory(participant=person, ends_on=until)
    if told:
        actions.give_information(participant=person, kind="general", given_on=f.today(), by=caseworker)
    if mapped:
        f.MappingFactory(participant=person)
    portfolio.refresh([person.pk])
    return person


def rows(response) -> list[list[str]]:
    return [[str(cell) for cell in row[1:]] for row in response.context["rows"]]


@pytest.fixture
def some(caseworker):
    jobseeker(caseworker, told=True, mapped=True)
    jobseeker(caseworker, mapped=True, last_name="Glemtsen")
    jobseeker(caseworker, last_name="Usettsen")
    # Not a jobseeker today: not counted, however little she was told.
    jobseeker(caseworker, until=f.today(-1))
    jobseeker(caseworker, confidential=True, last_name="Hemmeligsen")


def test_an_office_sees_it_by_caseworker_with_a_list_behind_each_number(client_for, caseworker, office, some):
    jobseeker(None, office=office, last_name="Alenesen")
    client = client_for(caseworker)
    page = client.get(PAGE)
    assert rows(page) == [
        ["1", "0", "1", "100\u00a0%", "0"],
        ["3", "1", "2", "67\u00a0%", "1"],
        ["4", "1", "3", "75\u00a0%", "1"],
    ]
    text = page.content.decode()
    assert "3 av 4 registrerte arbeidssøkere er aldri informert om kurs." in text
    assert "Tone Teller" in text and "Uten veileder" in text
    assert "Glemtsen" not in text
    links = [
        line.partition('href="')[2].partition('"')[0] for line in map(str, (row[0] for row in page.context["rows"]))
    ]
    for link, people in zip(links, (["Alenesen"], ["Glemtsen", "Usettsen"]), strict=False):
        listed = client.get(link.replace("&amp;", "&") + "&sort=name").context["listpage"].rows
        assert [row["name"].split(",")[0] for row in listed] == people


def test_a_county_sees_how_many_at_each_office_and_nobodys_name(client_for, caseworker, office, some):
    quiet = f.OfficeFactory(county=office.county, name="Nav Stille")
    jobseeker(f.MembershipFactory(office=quiet), told=True, last_name="Fortaltsen")
    jobseeker(f.MembershipFactory(), last_name="Annetfylkesen")
    jobseeker(caseworker, shielded=True, last_name="Skjermetsen")
    client = client_for(f.MembershipFactory(role="county_staff", office=None, county=office.county))
    page = client.get(PAGE)
    assert [str(row[0]) for row in page.context["rows"]] == ["Nav Prøvedal", "Nav Stille", "Alle"]
    assert rows(page) == [
        ["3", "1", "2", "67\u00a0%", "1"],
        ["1", "1", "0", "0\u00a0%", "0"],
        ["4", "2", "2", "50\u00a0%", "1"],
    ]
    text = page.content.decode()
    for name in (
        "Glemtsen",
        "Usettsen",
        "Fortaltsen",
        "Annetfylkesen",
        "Hemmeligsen",
        "Tone Teller",
        "quick=uninformed",
    ):
        assert name not in text
    assert "Beskyttede brukere er ikke regnet med." in text
    assert PAGE in client.get("/").content.decode(), "it stands in the menu"


def test_those_who_may_see_a_protected_person_count_her(client_for, office, some):
    allowed = f.MembershipFactory(office=office, role="office_lead", sees_confidential=True)
    assert rows(client_for(allowed).get(PAGE))[0][:3] == ["4", "1", "3"]


def test_an_office_without_jobseekers_is_told_so(client_for, caseworker):
    assert "Ingen registrerte arbeidssøkere" in client_for(caseworker).get(PAGE).content.decode()


def test_the_queries_are_the_same_for_any_number(client_for, office, caseworker):
    lead = f.MembershipFactory(office=office, role="office_lead")
    county = f.MembershipFactory(role="county_staff", office=None, county=office.county)
    clients = [client_for(lead), client_for(county)]

    def queries():
        found = []
        for client in clients:
            with CaptureQueriesContext(connection) as captured:
                assert client.get(PAGE).status_code == 200
            found.append(len(captured))
        return found

    crowd([caseworker], 30)
    queries()
    few = queries()
    crowd([caseworker, f.MembershipFactory(office=office)], 970, first=30)
    assert queries() == few


@pytest.mark.parametrize("name", ["applied_on", "course_starts_on", "courses_ended"])
def test_somebody_who_has_applied_or_been_on_a_course_has_been_told(client_for, caseworker, name):
    person = jobseeker(caseworker)
    PortfolioRow.objects.filter(pk=person.pk).update(**{name: 1 if name == "courses_ended" else f.today(-9)})
    assert "0 av 1 registrerte arbeidssøkere" in client_for(caseworker).get(PAGE).content.decode()
