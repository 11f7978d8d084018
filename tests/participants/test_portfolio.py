"""The portfolio: phases from dates, own columns from own records, masked rows, search and constant queries (P4)."""

import io

import openpyxl
import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amo.models import AccessLog
from participants import actions, portfolio
from participants.list_rules import portfolio_rows
from participants.models import PortfolioRow
from tests import factories as f

pytestmark = pytest.mark.django_db
LIST = "/brukere/"


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def client(client_for, caseworker):
    return client_for(caseworker)


def person_of(caseworker, **columns):
    """A person of the caseworker with a row; `columns` are an upper app's."""
    traits = {name: columns.pop(name) for name in list(columns) if name not in portfolio.UPPER_COLUMNS}
    person = f.ParticipantFactory(caseworker=caseworker, **traits)
    portfolio.update_rows([person.pk], **columns) if columns else portfolio.refresh([person.pk])
    return person


def names(response) -> list[str]:
    return [row["name"] for row in response.context["listpage"].rows]


def counts(response) -> dict[str, int]:
    return {quick["code"]: quick["count"] for quick in response.context["listpage"].quick_filters}


# --- phase --------------------------------------------------------------------------------------

COURSE = {"course_starts_on": -10, "course_ends_on": 100}


@pytest.mark.row("P4")
@pytest.mark.parametrize(
    ("days", "phase"),
    [
        ({}, "registered"),
        ({"applied_on": -1}, "applied"),
        ({"applied_on": -9, "offer_deadline": 0}, "offered"),
        ({"applied_on": -9, "offer_deadline": -1}, "applied"),
        ({"applied_on": -9, "course_starts_on": 1, "course_ends_on": 100}, "offered"),
        (COURSE, "on_course"),
        (COURSE | {"course_ends_on": 0}, "on_course"),
        (COURSE | {"placement_starts_on": 0, "placement_ends_on": 5}, "in_placement"),
        (COURSE | {"placement_starts_on": 1, "placement_ends_on": 5}, "on_course"),
        (COURSE | {"placement_starts_on": -9, "placement_ends_on": -1}, "on_course"),
        (COURSE | {"placement_starts_on": -9}, "in_placement"),
        ({"applied_on": -90, "course_starts_on": -80, "course_ends_on": -1}, "ended"),
        ({"applied_on": -90, "course_starts_on": -80, "course_ends_on": -41}, "ended"),
        ({"applied_on": -90, "course_starts_on": -80, "course_ends_on": -42}, "week_6"),
        ({"applied_on": -300, "course_starts_on": -200, "course_ends_on": -83}, "week_6"),
        ({"applied_on": -300, "course_starts_on": -200, "course_ends_on": -84}, "week_12"),
        ({"applied_on": -5, "course_starts_on": -200, "course_ends_on": -84}, "applied"),
    ],
)
def test_the_phase_follows_from_the_dates_and_today(days, phase):
    person = person_of(f.MembershipFactory(), **{name: f.today(day) for name, day in days.items()})
    assert PortfolioRow.objects.with_phase(f.today()).get(pk=person.pk).phase == phase


def test_the_phase_moves_when_the_day_does_without_any_write():
    person = person_of(f.MembershipFactory(), course_starts_on=f.today(-80), course_ends_on=f.today(-1))

    def phase(days):
        return PortfolioRow.objects.with_phase(f.today(days)).get(pk=person.pk).phase

    assert [phase(0), phase(40), phase(41), phase(82), phase(83)] == ["ended", "ended", "week_6", "week_6", "week_12"]


# --- the row ------------------------------------------------------------------------------------


@pytest.mark.row("P4")
def test_the_actions_keep_the_own_columns_and_a_rebuild_changes_nothing(caseworker):
    person = person_of(caseworker, course_label="Pleie")
    actions.save_mapping(participant=person, values={"oral": "B1", "oral_source": "assessed"}, by=caseworker)
    actions.give_information(participant=person, kind="general", given_on=f.today(-9), by=caseworker)
    actions.record_contact(participant=person, made_on=f.today(-4), channel="phone", reached=True, by=caseworker)
    actions.record_contact(participant=person, made_on=f.today(-2), channel="phone", reached=False, by=caseworker)
    late = actions.create_task(
        participant=person, kind="x", title="Ring", due_on=f.today(9), owner=caseworker, by=caseworker
    )
    actions.create_task(participant=person, kind="x", title="Møte", due_on=f.today(3), office=person.office, by=None)
    provider = f.ProviderFactory()
    actions.create_task(participant=person, kind="x", title="Rapport", due_on=f.today(1), provider=provider)
    row = PortfolioRow.objects.get(pk=person.pk)
    assert (row.mapped_on, row.informed_on, row.last_contact_on) == (f.today(), f.today(-9), f.today(-4))
    assert (row.next_action, row.next_action_on) == ("Møte", f.today(3))

    actions.complete_task(task=person.tasks.get(title="Møte"), by=caseworker)
    row.refresh_from_db()
    assert (row.next_action, row.next_action_on) == ("Ring", f.today(9))
    actions.complete_task(task=late, by=caseworker)
    row.refresh_from_db()
    assert (row.next_action, row.next_action_on) == ("", None)

    before = portfolio.snapshot()
    out = io.StringIO()
    call_command("rebuild_portfolio", stdout=out)
    assert portfolio.snapshot()[person.pk] | {"course_label": "Pleie"} == before[person.pk]


def test_upper_apps_write_their_own_columns_only(caseworker):
    person = f.ParticipantFactory(caseworker=caseworker)
    with pytest.raises(ValueError, match="next_action"):
        portfolio.update_rows([person.pk], next_action="Ring")
    assert portfolio.update_rows([person.pk], course_label="Pleie") == 1
    assert PortfolioRow.objects.get(pk=person.pk).course_label == "Pleie"


def test_a_rebuild_asks_every_upper_app(monkeypatch, caseworker):
    person = person_of(caseworker)
    asked = []

    def upper(ids):
        asked.append(ids)
        portfolio.update_rows([person.pk], course_label="Renhold")

    monkeypatch.setattr(portfolio, "_rebuilders", [])
    portfolio.register_rebuilder(upper)
    portfolio.register_rebuilder(upper)
    out = io.StringIO()
    call_command("rebuild_portfolio", stdout=out)
    assert asked == [None]
    assert out.getvalue().strip() == "1 rows, 1 changed"


# --- the list -----------------------------------------------------------------------------------


@pytest.mark.row("P4")
def test_a_caseworker_opens_on_her_own_people_and_may_see_the_whole_office(client, caseworker):
    person_of(caseworker, last_name="Minesen", first_name="Ada")
    colleague = f.MembershipFactory(office=caseworker.office)
    person_of(colleague, last_name="Andresen", first_name="Bo")
    person_of(f.MembershipFactory(), last_name="Fremmedsen", first_name="Cai")
    assert names(client.get(LIST)) == ["Minesen, Ada"]
    whole = client.get(LIST, {"scope": "all", "sort": "name"})
    assert names(whole) == ["Andresen, Bo", "Minesen, Ada"]
    assert "Fremmedsen" not in whole.content.decode()


@pytest.mark.row("P4")
@pytest.mark.row("P5")
def test_quick_filters_count_and_show_the_same_people(client, caseworker):
    due = person_of(caseworker, last_name="Fristsen")
    actions.create_task(participant=due, kind="x", title="Ring", due_on=f.today(3), owner=caseworker, by=caseworker)
    actions.give_information(participant=due, kind="general", given_on=f.today(-31), by=caseworker)
    later = person_of(caseworker, last_name="Senere", offer_deadline=f.today())
    actions.create_task(participant=later, kind="x", title="Ring", due_on=f.today(4), owner=caseworker, by=caseworker)
    person_of(caseworker, last_name="Ferdig", course_ends_on=f.today(-1), course_starts_on=f.today(-50))
    been = {"course_starts_on": f.today(-50), "course_ends_on": f.today(-1)}
    person_of(caseworker, last_name="Meldt", outcome_label="Fast jobb", **been)
    expected = {"due": ["Fristsen"], "silent": ["Fristsen"], "offer": ["Senere"], "outcome": ["Ferdig"]}
    expected["uninformed"] = ["Senere"]  # who has been on a course knows of it
    for code, people in expected.items():
        response = client.get(LIST, {"quick": code})
        assert [name.split(",")[0] for name in names(response)] == people
        assert counts(response)[code] == len(people)


def test_somebody_registered_long_ago_and_never_reached_is_silent(client, caseworker, freeze):
    person_of(caseworker)
    assert counts(client.get(LIST))["silent"] == 0
    freeze(f.today(31))
    assert counts(client.get(LIST))["silent"] == 1


def test_the_phase_facet_counts_and_narrows(client, caseworker):
    person_of(caseworker, last_name="Søker", applied_on=f.today())
    person_of(caseworker, last_name="Ny")
    response = client.get(LIST, {"phase": "applied"})
    assert [name.split(",")[0] for name in names(response)] == ["Søker"]
    facet = next(facet for facet in response.context["listpage"].facets if facet["name"] == "phase")
    shown = {option["value"]: option["count"] for option in facet["options"]}
    assert (shown["applied"], shown["registered"]) == (1, 1)


def test_people_sort_in_norwegian_order(client, caseworker):
    for name in ("Åsen", "Ødegård", "Zahl", "Ærlig", "Berg"):
        person_of(caseworker, last_name=name)
    shown = names(client.get(LIST, {"sort": "name"}))
    assert [name.split(",")[0] for name in shown] == ["Berg", "Zahl", "Ærlig", "Ødegård", "Åsen"]


def masked_setup(caseworker, **trait):
    person = person_of(
        caseworker, last_name="Hemmeligsen", course_label="Pleie", course_starts_on=f.today(-3),
        offer_deadline=f.today(), **trait,
    )  # fmt: skip
    actions.create_task(
        participant=person, kind="x", title="Hemmelig møte", due_on=f.today(), owner=caseworker, by=caseworker
    )
    return person


@pytest.mark.parametrize("trait", ["confidential", "shielded"])
def test_a_masked_person_shows_nothing_but_that_she_is_protected(client, caseworker, trait):
    person = masked_setup(caseworker, **{trait: True})
    response = client.get(LIST)
    page = response.content.decode()
    assert names(response) == ["Beskyttet"]
    for hidden in ("Hemmeligsen", "Pleie", person.national_id[:6], "Hemmelig møte"):
        assert hidden not in page
    assert f"/brukere/{person.public_id}/" not in page
    assert set(counts(response).values()) == {0}
    assert names(client.get(LIST, {"quick": "due"})) == []
    assert names(client.get(LIST, {"phase": "on_course"})) == []
    book = openpyxl.load_workbook(io.BytesIO(client.get(LIST, {"export": "xlsx"}).content))
    cells = [str(cell.value) for sheet in book for row in sheet for cell in row]
    assert "Beskyttet" in cells
    assert not any("Hemmelig" in cell or person.national_id in cell or "Pleie" in cell for cell in cells)


def test_a_strictly_confidential_person_is_in_no_list_or_count(client, client_for, caseworker):
    masked_setup(caseworker, strictly_confidential=True)
    response = client.get(LIST)
    assert names(response) == []
    assert response.context["listpage"].page.paginator.count == 0
    allowed = f.MembershipFactory(office=caseworker.office, sees_strictly_confidential=True)
    page = client_for(allowed).get(LIST, {"scope": "all"})
    assert names(page)[0].startswith("Hemmeligsen")
    assert "Beskyttet" in page.content.decode()


def test_an_excel_file_is_logged_with_its_rows(client, caseworker):
    person_of(caseworker)
    person_of(caseworker)
    client.get(LIST)
    assert not AccessLog.objects.exists()
    client.get(LIST, {"export": "xlsx"})
    assert AccessLog.objects.get().rows == 2


@pytest.mark.row("P4")
def test_the_queries_stay_the_same_for_ten_and_a_thousand_people(client, caseworker):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(LIST, {"size": "200"}).status_code == 200
        return len(captured)

    f.ParticipantFactory.create_batch(10, caseworker=caseworker)
    portfolio.refresh()
    queries()
    few = queries()
    f.ParticipantFactory.create_batch(990, caseworker=caseworker)
    portfolio.refresh()
    assert portfolio_rows(caseworker, f.today()).count() == 1000
    assert queries() == few


# --- search -------------------------------------------------------------------------------------


def search(client, term):
    """What a search leads to: the address and, for a list, the names in it."""
    response = client.post("/brukere/sok/", {"q": term})
    assert response.status_code == 302
    assert term.split()[0] not in response.url
    return response.url


@pytest.mark.parametrize(
    "term", ["ødegård", "Sáhra", "sahra ødegård", "Ødegård, Sahra", "odegard", "ØDEGÅRD", "sara ødegård"]
)
def test_a_name_is_found_with_and_without_accents_or_nearly_right(client, caseworker, term):
    person_of(caseworker, first_name="Sahra", last_name="Ødegård")
    person_of(caseworker, first_name="Per", last_name="Hansen")
    assert names(client.get(search(client, term))) == ["Ødegård, Sahra"]


def test_a_search_finds_the_whole_office_and_nobody_elses(client, caseworker):
    colleague = f.MembershipFactory(office=caseworker.office)
    person_of(colleague, last_name="Søkesen", first_name="Eva")
    person_of(f.MembershipFactory(), last_name="Søkesen", first_name="Utenfor")
    assert names(client.get(search(client, "søkesen"))) == ["Søkesen, Eva"]


def test_a_whole_number_leads_to_the_person_and_a_foreign_one_to_nothing(client, caseworker):
    person = person_of(caseworker)
    number = f"{person.national_id[:6]} {person.national_id[6:]}"
    assert search(client, number) == f"/brukere/{person.public_id}/"
    foreign = person_of(f.MembershipFactory())
    assert names(client.get(search(client, foreign.national_id))) == []


def test_a_masked_person_is_not_found_by_name(client, caseworker):
    person = masked_setup(caseworker, confidential=True)
    assert names(client.get(search(client, "hemmeligsen"))) == []
    assert names(client.get(search(client, person.national_id))) == ["Beskyttet"]


def test_another_memberships_search_key_means_nothing(client, client_for, caseworker):
    person_of(caseworker, last_name="Søkesen")
    person_of(caseworker, last_name="Hansen")
    address = search(client, "søkesen")
    colleague = f.MembershipFactory(office=caseworker.office)
    assert len(names(client_for(colleague).get(address))) == 2
