"""What narrows and sorts the portfolio, at its exact limits; masked persons tell nothing by where they stand (P4)."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from participants import actions, portfolio
from participants.filters import PortfolioList
from participants.models import PortfolioRow
from tests import factories as f
from tests.engines.counts import FULL
from tests.factories.crowd import crowd
from tests.participants.test_portfolio import LIST, counts, names, person_of

pytestmark = [pytest.mark.django_db, pytest.mark.row("P4")]
SIZES = (250, 5_000, 50_000) if FULL else (250, 1_000)
EVERY_COLUMN = ",".join(column.key for column in PortfolioList.column_list)


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def client(client_for, caseworker):
    return client_for(caseworker)


def surnames(response) -> list[str]:
    return [name.split(",")[0] for name in names(response)]


def option_counts(response, facet_name: str) -> dict[str, int]:
    facet = next(facet for facet in response.context["listpage"].facets if facet["name"] == facet_name)
    return {option["value"]: option["count"] for option in facet["options"]}


# --- quick filters ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ({}, False),
        ({"chain_from": 0}, True),
        ({"chain_from": 1}, False),
        ({"chain_from": -500}, True),
        # On a course now: its first and its last day, and one without an end.
        ({"chain_from": -1, "course_starts_on": 0, "course_ends_on": 90}, False),
        ({"chain_from": -1, "course_starts_on": -90, "course_ends_on": 0}, False),
        ({"chain_from": -1, "course_starts_on": -90}, False),
        ({"chain_from": -1, "course_starts_on": -90, "course_ends_on": -1}, True),
        # The third has not begun: this is when the plan is to be made.
        ({"chain_from": -1, "course_starts_on": 1, "course_ends_on": 90}, True),
    ],
)
@pytest.mark.row("P7")
def test_third_course_without_work(client, caseworker, columns, found):
    person_of(caseworker, **{name: f.today(days) for name, days in columns.items()})
    assert counts(client.get(LIST))["third"] == found
    assert len(names(client.get(LIST, {"quick": "third"}))) == found


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ({"course_ends_on": -1}, True),
        ({"course_ends_on": 0}, False),
        ({"course_ends_on": -1, "outcome_label": "Fast jobb"}, False),
        ({}, False),
    ],
)
def test_ended_without_outcome(client, caseworker, columns, found):
    person_of(caseworker, **{name: f.today(days) if isinstance(days, int) else days for name, days in columns.items()})
    assert counts(client.get(LIST))["outcome"] == found


@pytest.mark.parametrize(("days", "found"), [(-1, False), (0, True), (9, True)])
def test_an_offer_to_answer(client, caseworker, days, found):
    person_of(caseworker, offer_deadline=f.today(days))
    assert counts(client.get(LIST))["offer"] == found


@pytest.mark.row("P5")
@pytest.mark.parametrize(("days", "found"), [(29, False), (30, True), (31, True)])
def test_thirty_days_without_contact(client, caseworker, days, found):
    person = person_of(caseworker)
    actions.record_contact(participant=person, made_on=f.today(-days), channel="phone", reached=True, by=caseworker)
    actions.record_contact(participant=person, made_on=f.today(), channel="phone", reached=False, by=caseworker)
    assert counts(client.get(LIST))["silent"] == found


# --- facets -------------------------------------------------------------------------------------


def test_the_filter_panel_counts_and_narrows_by_each_choice(client, caseworker):
    planned = person_of(caseworker, last_name="Plansen", interpreter_language="somali", courses_ended=1)
    f.PlanFactory(participant=planned)
    mapped = person_of(caseworker, last_name="Kartsen", courses_ended=2, chain_from=f.today(50))
    f.MappingFactory(participant=mapped)
    marked = person_of(caseworker, last_name="Fargesen")
    actions.set_mark(participant=marked, color="red", note="Ring mandag", by=caseworker)
    f.JobseekerPeriodFactory(participant=planned)
    f.JobseekerPeriodFactory(participant=mapped, starts_on=f.today(-9), ends_on=f.today(-1))
    portfolio.refresh([planned.pk, mapped.pk])
    expected = {
        ("plan", "plan"): ["Plansen"],
        ("plan", "mapped"): ["Kartsen"],
        ("plan", "no_plan"): ["Fargesen", "Kartsen"],
        ("plan", "unmapped"): ["Fargesen", "Plansen"],
        ("chain", "0"): ["Fargesen"],
        ("chain", "1"): ["Plansen"],
        ("chain", "2"): ["Kartsen"],
        ("chain", "without_work"): ["Kartsen"],
        ("need", "interpreter"): ["Plansen"],
        ("mark", "red"): ["Fargesen"],
        ("mark", "note"): ["Fargesen"],
        ("registered", "yes"): ["Plansen"],
        ("registered", "no"): ["Fargesen", "Kartsen"],
    }
    whole = client.get(LIST)
    assert set(option_counts(whole, "mark")) == {"red", "note"}, "only what she uses"
    assert surnames(client.get(LIST, {"mark": "blue"})) == [], "a saved filter on a colour no longer used finds nobody"
    for (facet, value), people in expected.items():
        response = client.get(LIST, {facet: value, "sort": "name"})
        assert surnames(response) == people, (facet, value)
        assert option_counts(whole, facet)[value] == len(people), (facet, value)


def test_whose_they_are_is_counted_for_each_caseworker_and_one_who_has_left(client_for, caseworker):
    lead = f.MembershipFactory(office=caseworker.office, role="office_lead")
    gone = f.MembershipFactory(office=caseworker.office, ended=True)
    idle = f.MembershipFactory(office=caseworker.office, ended=True)
    person_of(caseworker)
    person_of(gone, last_name="Glemtsen")
    portfolio.refresh([f.ParticipantFactory(office=caseworker.office, unassigned=True).pk])
    client = client_for(lead)
    found = option_counts(client.get(LIST), "caseworker")
    assert {key: count for key, count in found.items() if count} == {
        str(caseworker.public_id): 1, str(gone.public_id): 1, "none": 1
    }  # fmt: skip
    assert str(idle.public_id) not in found
    assert surnames(client.get(LIST, {"caseworker": str(gone.public_id)})) == ["Glemtsen"]
    # Chosen together with a phase: each group is counted with the other one as it is.
    both = client.get(LIST, {"caseworker": "none", "phase": "mapped"})
    assert names(both) == []
    assert option_counts(both, "phase")["registered"] == 1


def test_who_can_start_by_a_day(client, caseworker):
    for name, days in (("Klar", 10), ("Senere", 11)):
        person = person_of(caseworker, last_name=name)
        f.MappingFactory(participant=person, available_from=f.today(days))
        portfolio.refresh([person.pk])
    person_of(caseworker, last_name="Ukjent")
    response = client.get(LIST, {"free_by": f.today(10).isoformat()})
    assert surnames(response) == ["Klar"]
    assert response.context["listpage"].chips[0]["label"] == f"Kan starte senest: {f.today(10):%d.%m.%Y}"
    wrong = client.get(LIST, {"free_by": "31.02.2027"})
    assert wrong.status_code == 200
    assert len(names(wrong)) == 3
    assert "for eksempel 31.12.2026" in wrong.content.decode()


# --- sorting ------------------------------------------------------------------------------------


@pytest.fixture
def three(caseworker):
    """Ada before Bo in every column, and a masked person who would stand between them."""
    people = {}
    for name, days in (("Ada", 0), ("Midt", 5), ("Bo", 9)):
        person = person_of(
            caseworker, last_name={"Ada": "Alm", "Midt": "Bakke", "Bo": "Carl"}[name],
            first_name=name, born_on=f.today(-9000 + days), national_id=f"0000000000{days}",
            applied_on=f.today(-20), course_label=f"Kurs {days}", outcome_label=f"Resultat {days}",
            shielded=name == "Midt",
        )  # fmt: skip
        PortfolioRow.objects.filter(pk=person.pk).update(
            informed_on=f.today(days), mapped_on=f.today(days), plan_on=f.today(days), available_from=f.today(days),
            last_contact_on=f.today(days), next_action=f"Oppgave {days}", next_action_on=f.today(days),
        )  # fmt: skip
        if name != "Midt":
            color = {"Ada": "red", "Bo": "blue"}[name]
            actions.set_mark(participant=person, color=color, note=f"Notat {days}", by=caseworker)
        people[name] = person
    # Another phase, further along the path.
    PortfolioRow.objects.filter(pk=people["Bo"].pk).update(offer_deadline=f.today(3))
    colleague = f.MembershipFactory(office=caseworker.office, user__first_name="Åse", user__last_name="Åsen")
    actions.assign_caseworker(participants=[people["Bo"]], caseworker=colleague, by=caseworker)
    return people


@pytest.mark.parametrize("key", [column.key for column in PortfolioList.column_list])
def test_every_column_sorts_both_ways_with_masked_persons_last(client, three, key):
    asked = {"scope": "all", "sort": key}
    assert names(client.get(LIST, asked)) == ["Alm, Ada", "Carl, Bo", "Beskyttet"]
    assert names(client.get(LIST, asked | {"sort": f"-{key}"})) == ["Carl, Bo", "Alm, Ada", "Beskyttet"]


def test_every_column_can_be_shown_and_taken_out(client, three):
    url = reverse("amo:list_columns", args=["portfolio"])
    client.post(url, {"columns": EVERY_COLUMN.split(","), "next": LIST})
    response = client.get(LIST, {"scope": "all", "sort": "name"})
    row = response.context["listpage"].rows[0]
    assert [cell["key"] for cell in row["cells"]] == EVERY_COLUMN.split(",")
    page = response.content.decode()
    assert "Rød" in page and "Notat 0" in page and "Oppgave 0" in page
    book = openpyxl.load_workbook(io.BytesIO(client.get(LIST, {"scope": "all", "export": "xlsx"}).content))
    cells = [str(cell.value) for sheet in book for line in sheet for cell in line]
    assert "Rød" in cells
    assert not any("Notat" in cell for cell in cells), "a note of one's own leaves the house"


def test_county_staff_see_neither_marks_nor_what_the_office_is_to_do(client_for):
    county = f.CountyFactory()
    response = client_for(f.MembershipFactory(role="county_staff", office=None, county=county)).get(LIST)
    listpage = response.context["listpage"]
    assert {"mark", "action"}.isdisjoint(column["key"] for column in listpage.columns)
    assert listpage.bulk_actions == []
    assert "mark" not in [facet["name"] for facet in listpage.facets]


# --- many ---------------------------------------------------------------------------------------


def test_the_queries_are_the_same_for_any_number_of_people(client_for, caseworker):
    colleague = f.MembershipFactory(office=caseworker.office)
    lead = client_for(f.MembershipFactory(office=caseworker.office, role="office_lead"))
    asked = [
        {},
        {"quick": "silent"},
        {"sort": "-caseworker", "size": "200"},
        {"phase": "mapped", "need": "interpreter"},
    ]

    def queries() -> list[int]:
        found = []
        for params in asked:
            with CaptureQueriesContext(connection) as captured:
                response = lead.get(LIST, {"f": "1"} | params)
            assert response.status_code == 200
            statements = [query["sql"] for query in captured]
            # Where the list is, is kept in the session when it is another one than before.
            found.append(len([sql for sql in statements if "django_session" not in sql and "SAVEPOINT" not in sql]))
        return found

    made, seen = 0, []
    for size in SIZES:
        crowd([caseworker, colleague], size - made, first=made)
        made = size
        queries()
        seen.append(queries())
        assert lead.get(LIST, {"f": "1"}).context["listpage"].page.paginator.count == size
    assert seen == [seen[0]] * len(seen)
    assert max(seen[0]) < 25
