"""The table of appendix 4 as each reader sees it: counts, denominators, coverage, suppression (R1, R3, R6, R10)."""

import datetime as dt
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from amo.models import AccessLog
from participants.models import Employment
from reporting.models import Category
from reporting.results import Choice, results
from reporting.words import AGGREGATE_LABELS
from tests import factories as f
from tests.reporting import known
from tests.reporting.known import day
from tests.ui import dom

pytestmark = pytest.mark.django_db
ALL = [*Category.values, *AGGREGATE_LABELS]


@pytest.fixture
def intake():
    """A known class, measured at all three milestones."""
    intake = known.ended_intake()
    known.whole_class(intake)
    known.compute()
    return intake


@pytest.fixture
def county_staff(intake):
    return f.MembershipFactory(county_staff=True, county=intake.concept.county)


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


def page(client, concept, **query):
    return dom.parse(client.get(reverse("reporting:concept_results", args=[concept.public_id]), query).content.decode())


def counts(tree, column: int = 0) -> dict:
    """What the page says per category and aggregate, at one milestone."""
    rows = tree.one("table", id="appendix-4").one("tbody").all("tr")
    texts = [row.all("td")[column].one(css="appendix-table__count").text for row in rows]
    assert len(texts) == len(ALL)
    return {
        "cells": dict(zip(Category.values, texts, strict=False)),
        "sums": dict(zip(AGGREGATE_LABELS, texts[len(Category) :], strict=True)),
    }


def as_text(numbers: dict, codes) -> dict:
    return {code: str(numbers.get(code, 0)) for code in codes}


@pytest.mark.row("R6")
@pytest.mark.row("R1")
def test_own_county_reads_what_was_entered(intake, county_staff, client_for):
    tree = page(client_for(county_staff), intake.concept)
    for column in range(3):
        shown = counts(tree, column)
        assert shown["cells"] == as_text(known.COUNTS, Category.values)
        assert shown["sums"] == as_text(known.SUMS, AGGREGATE_LABELS)
    text = tree.one("main").text
    assert text.count("40 startet") == 3
    # On-call work is told inside the categories, not beside them.
    assert "2 er ringevikarer" in text
    assert "5 er ringevikarer" in text
    # 25 of 40: Wilson 95 %.
    assert "63 %" in text
    assert "47–76 %" in text
    assert "De viser ikke om kurset er årsaken" in text


@pytest.mark.row("R6")
def test_every_denominator_stands_beside_the_others(intake, county_staff):
    table = results(county_staff, [intake.concept], Choice())[0].tables[12]
    # One left in the four introductory weeks (day 10), one the day they were over (day 28).
    assert dict(table.bases) == {"started": 40, "without_introduction": 39, "completed": 36, "contacted": 37}
    wide = {base: (share.k, share.n) for base, share in table.by_base["wide"].items()}
    assert wide == {
        "started": (25, 40), "without_introduction": (25, 39), "completed": (24, 36), "contacted": (25, 37),
    }  # fmt: skip
    assert (table.contact_range.low.percent, table.contact_range.high.percent) == (63, 70)
    assert {cell.code: cell.share.k for cell in table.quality} == {
        "permanent_80": 11, "from_50": 20, "under_50": 5, "on_call": 7, "wants_more": 8,
    }  # fmt: skip


@pytest.mark.row("R6")
def test_the_register_confirms_only_the_job_that_began_on_or_after_course_start(intake, county_staff):
    main = results(county_staff, [intake.concept], Choice())[0].tables[12].main
    assert (main.k, main.n) == (10, 40)
    # An old job in the register beside a new one that nobody has confirmed confirms nothing.
    enrolment = known.person_on(intake)
    known.works(enrolment, source=Employment.Source.PROVIDER)
    known.works(enrolment, source=Employment.Source.REGISTER, starts_on=day(-2000), fte_low=10)
    known.compute()
    table = results(county_staff, [intake.concept], Choice())[0].tables[12]
    assert (table.main.k, table.main.n) == (10, 41)
    assert table.verified.k == 11


@pytest.mark.row("R6")
def test_as_in_appendix_4_those_who_left_stay_under_left(intake, county_staff, client_for):
    shown = counts(page(client_for(county_staff), intake.concept, as_appendix_4="on"))
    assert (shown["cells"]["permanent"], shown["cells"]["left_other"]) == ("11", "2")
    assert (shown["sums"]["wide"], shown["sums"]["left"]) == ("24", "4")


@pytest.mark.row("R3")
def test_coverage_counts_classes_held_due_and_measured_in_full(intake, county_staff, client_for):
    contract = intake.contract
    given_up = known.person_on(known.ended_intake(90, contract=contract))
    known.no_answer(given_up, 1)
    late = known.person_on(known.ended_intake(50, contract=contract))
    f.JobseekerPeriodFactory(participant=late.participant, starts_on=day(-400))
    known.compute()
    # Nobody started on this one, and that one was called off: neither was held.
    known.ended_intake(90, contract=contract)
    known.person_on(known.ended_intake(95, contract=contract, status="called_off"))
    # This one is over, but not computed yet.
    known.person_on(known.ended_intake(1, contract=contract))
    tables = results(county_staff, [intake.concept], Choice())[0].tables
    covered = {weeks: (t.coverage.reported, t.coverage.due, t.coverage.held) for weeks, t in tables.items()}
    assert covered == {0: (2, 4, 4), 6: (2, 3, 4), 12: (1, 2, 4)}
    text = page(client_for(county_staff), intake.concept).one("main").text
    assert "Målt i sin helhet: 1 av 2 kurs som skulle vært målt, 4 kurs er holdt." in text
    assert results(county_staff, [intake.concept], Choice())[0].tables[0].started == 42


@pytest.mark.row("R10")
def test_others_see_no_small_number_and_no_choice_to_compare(intake, caseworker, client_for):
    client = client_for(caseworker)
    tree = page(client, intake.concept)
    shown = counts(tree)
    assert {code for code, text in shown["cells"].items() if text != "–"} <= {
        "permanent", "temporary_long", "part_time", "unemployed",
    }  # fmt: skip
    assert all(text == "–" or int(text) >= 4 for group in shown.values() for text in group.values())
    assert shown["sums"]["wide"] == "25"
    text = tree.one("main").text
    assert "ringevikarer" not in text
    assert tree.one("main").all("form") == []
    narrowed = page(client, intake.concept, as_appendix_4="on", intake=str(intake.public_id), period="2000-1")
    assert counts(narrowed) == shown


@pytest.mark.row("R10")
def test_county_staff_of_another_county_get_suppressed_numbers_and_no_list(intake, client_for):
    client = client_for(f.MembershipFactory(county_staff=True))
    tree = page(client, intake.concept)
    assert counts(tree)["cells"]["left_ill"] == "–"
    assert tree.one("table", id="appendix-4").all("a") == []
    behind = reverse("reporting:behind", args=[intake.concept.public_id])
    assert client.get(behind).status_code == 403


@pytest.mark.row("R6")
def test_a_provider_sees_its_own_classes_only_on_a_course_both_have_held(intake, client_for):
    rival = f.ContractFactory(concept=intake.concept)
    for _n in range(2):
        enrolment = known.person_on(known.ended_intake(contract=rival))
        f.JobseekerPeriodFactory(participant=enrolment.participant, starts_on=day(-400))
    known.compute()
    lead = f.MembershipFactory(provider_lead=True, provider=rival.provider)
    client = client_for(lead)
    own = {"unemployed": 2}
    tree = page(client, intake.concept)
    assert counts(tree)["cells"] == as_text(own, Category.values)
    # Neither by asking for the other's class nor for the other itself.
    tree = page(client, intake.concept, intake=str(intake.public_id), provider=str(intake.provider.public_id))
    assert counts(tree)["cells"] == as_text(own, Category.values)
    assert "Velg et kurs i lista." in tree.one("main").text
    assert intake.provider.name not in tree.text
    assert "2" in dom.parse(client.get(reverse("reporting:results")).content.decode()).one("main").one("tbody").text


@pytest.mark.row("R6")
def test_few_persons_get_no_percentage_and_under_thirty_are_uncertain(client_for):
    few = known.ended_intake()
    several = known.ended_intake(contract__concept__county=few.concept.county)
    for intake, count in ((few, 9), (several, 12)):
        for _n in range(count):
            known.works(known.person_on(intake))
    known.compute()
    client = client_for(f.MembershipFactory(county_staff=True, county=few.concept.county))
    text = page(client, few.concept).one("main").text
    assert "9 av 9" in text
    assert "Færre enn 10 personer" in text
    assert "100 %" not in text.replace("Mål", "")
    assert "Usikkert: færre enn 30 personer" in page(client, several.concept).one("main").text


@pytest.mark.row("R3")
def test_what_is_not_due_says_when_it_will_be(client_for):
    intake = known.ended_intake(10)
    known.works(known.person_on(intake))
    known.compute()
    client = client_for(f.MembershipFactory(county_staff=True, county=intake.concept.county))
    found = results(f.MembershipFactory(county_staff=True, county=intake.concept.county), [intake.concept], Choice())[0]
    assert found.next_due == {6: day(32), 12: day(74)}
    text = dom.parse(client.get(reverse("reporting:results")).content.decode()).one("main").text
    assert text.count("Måles fra") == 2
    assert "6 uker: måles fra" in page(client, intake.concept).one("main").text


def test_the_period_is_by_the_class_s_last_day(freeze, client_for):
    freeze(dt.date(2026, 11, 20))
    contract = f.ContractFactory()
    for ended, left in ((dt.date(2026, 6, 30), "ill"), (dt.date(2026, 7, 1), "")):
        intake = known.ended_intake((clock.today() - ended).days, contract=contract)
        known.person_on(intake, left=left)
    known.compute()
    client = client_for(f.MembershipFactory(county_staff=True, county=contract.concept.county))
    first = counts(page(client, contract.concept, period="2026-1"))["cells"]
    second = counts(page(client, contract.concept, period="2026-2"))["cells"]
    assert (first["left_ill"], first["no_contact"]) == ("1", "0")
    assert (second["left_ill"], second["no_contact"]) == ("0", "1")


@pytest.mark.parametrize("value", ["2026-3", "x", "\x00", "2026-1-1", "' or 1=1"])
@pytest.mark.parametrize("field", ["period", "provider", "intake"])
def test_an_unknown_choice_is_told_at_the_field(field, value, intake, county_staff, client_for):
    client = client_for(county_staff)
    tree = page(client, intake.concept, **{field: value})
    told = [node for node in tree.all("select", name=field) if node.attrs.get("aria-invalid") == "true"]
    assert len(told) == 1
    assert counts(tree)["sums"]["wide"] == "25"
    export = client.get(reverse("reporting:concept_export", args=[intake.concept.public_id]), {field: value})
    assert export.status_code == 302
    assert client.get(export.url).status_code == 200


@pytest.mark.row("R10")
def test_protected_persons_are_not_told_of(intake, county_staff, client_for):
    people = [enrolment.participant for enrolment in intake.enrolments.select_related("participant")[:3]]
    for person, change in zip(
        people,
        (
            {"address_protection": "strictly_confidential"},
            {"address_protection": "confidential"},
            {"is_shielded": True},
        ),
        strict=True,
    ):
        type(person).objects.filter(pk=person.pk).update(**change)
    for enrolment in intake.enrolments.all():
        f.AccessGrantFactory(participant=enrolment.participant, county=county_staff.county)
    # The strictest is in no count; the list behind leaves out the other two as well.
    table = results(county_staff, [intake.concept], Choice())[0].tables[12]
    assert table.started == 39
    client = client_for(county_staff)
    behind = reverse("reporting:behind", args=[intake.concept.public_id])
    html = client.get(behind, {"milestone": 12}).content.decode()
    assert "av 37 deltakere" in html
    sheet = workbook(client.get(behind, {"milestone": 12, "export": "xlsx"})).worksheets[0]
    assert sheet.max_row == 38
    names = html + str([cell.value for row in sheet.iter_rows() for cell in row])
    assert not [person for person in people if person.last_name in names.replace(f"{person.last_name}0", "")]


def test_the_list_behind_a_number_follows_the_choice_and_tells_no_illness(intake, county_staff, client_for):
    other = known.person_on(known.ended_intake(contract=intake.contract), left="ill")
    known.compute()
    f.AccessGrantFactory(participant=other.participant, county=county_staff.county)
    client = client_for(county_staff)
    tree = page(client, intake.concept, intake=str(other.intake.public_id))
    links = [node.attrs["href"] for node in tree.one("table", id="appendix-4").all("a")]
    assert len(links) == 3
    html = client.get(links[2]).content.decode()
    assert "1 av 1 deltaker" in html or "Viser 1–1 av 1" in html
    assert other.participant.last_name in html
    assert "sykdom" not in html
    assert (
        client.get(reverse("reporting:behind", args=[intake.concept.public_id]), {"milestone": "x"}).status_code == 200
    )


def workbook(response):
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    return openpyxl.load_workbook(io.BytesIO(b"".join(response) if response.streaming else response.content))


@pytest.mark.row("R10")
def test_excel_holds_what_the_page_shows(intake, county_staff, caseworker, client_for):
    type(intake.concept).objects.filter(pk=intake.concept.pk).update(title="=2+2")
    url = reverse("reporting:concept_export", args=[intake.concept.public_id])
    book = workbook(client_for(county_staff).get(url, {"as_appendix_4": "on"}))
    table, about = book.worksheets
    heads = [cell.value for cell in table[1]]
    rows = [dict(zip(heads, [cell.value for cell in row], strict=True)) for row in table.iter_rows(min_row=2)]
    assert [row["Måling"] for row in rows] == ["Kursslutt", "6 uker", "12 uker"]
    assert (rows[0]["Startet"], rows[0]["Fast jobb (antall)"], rows[0]["Sum: Sluttet (antall)"]) == (40, 11, 4)
    assert rows[0]["Sum: I jobb, vidt regnet (prosent)"] == 60
    # Text that looks like a formula stays text.
    assert table["A2"].value == "=2+2"
    assert table["A2"].data_type == "s"
    chosen = {row[0].value: row[1].value for row in about.iter_rows()}
    assert chosen["Antall rader"] == 3
    assert [text for label, text in chosen.items() if "vedlegg 4" in label] == ["Ja"]
    assert "Wilson" in chosen["Lav og høy"]
    log = AccessLog.objects.get(route="reporting:concept_export")
    assert (log.rows, log.subject_id, log.user_ident) == (3, None, county_staff.user.username)

    hidden = workbook(client_for(caseworker).get(url)).worksheets[0]
    row = dict(zip(heads, [cell.value for cell in hidden[2]], strict=True))
    assert row["Sluttet, sykdom (antall)"] == "–"
    assert row["Ikke kontakt (antall)"] == "–"
    assert row["Sum: I jobb, vidt regnet (antall)"] == 25
    small = [value for key, value in row.items() if "(antall)" in key and value != "–" and value < 4]
    assert small == []


def test_excel_of_the_overview_has_a_row_per_course_and_milestone(intake, county_staff, client_for):
    response = client_for(county_staff).get(reverse("reporting:results_export"))
    assert workbook(response).worksheets[0].max_row == 4
    assert AccessLog.objects.get(route="reporting:results_export").rows == 3


@pytest.mark.row("C8")
def test_the_number_of_queries_does_not_grow_with_courses_or_classes(client_for):
    county = f.CountyFactory()
    referred_by = f.MembershipFactory(office__county=county)

    def join(intake):
        return known.person_on(intake, participant__caseworker=referred_by).intake.concept

    def course():
        intake = known.ended_intake(contract__concept__county=county)
        for _n in range(2):
            join(known.ended_intake(contract=intake.contract))
        return join(intake)

    staff, outsider = f.MembershipFactory(county_staff=True, county=county), f.MembershipFactory()
    concepts = [course() for _n in range(3)]
    known.compute()
    clients = [client_for(staff), client_for(outsider)]

    def queries():
        counted = []
        for membership, client in zip((staff, outsider), clients, strict=True):
            client.get(reverse("reporting:results"))
            with CaptureQueriesContext(connection) as found:
                assert len(results(membership, concepts, Choice())) == len(concepts)
            counted.append(len(found))
            for url in (
                reverse("reporting:results"),
                reverse("reporting:concept_results", args=[concepts[0].public_id]),
            ):
                with CaptureQueriesContext(connection) as found:
                    assert client.get(url).status_code == 200
                counted.append(len(found))
        return counted

    few = queries()
    concepts += [course() for _n in range(27)]
    for _n in range(27):
        join(known.ended_intake(contract=concepts[0].contracts.get()))
    known.compute()
    assert queries() == few
    # Counts, coverage, and the demo's clock.
    assert few[0] == 3
