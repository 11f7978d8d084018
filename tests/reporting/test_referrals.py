"""How it went for those a caseworker referred (R9): hers by name, in words, nobody's she may not open."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from participants.models import Participant
from tests import factories as f
from tests.reporting import known
from tests.reporting.known import day
from tests.ui import dom

pytestmark = pytest.mark.django_db
URL = "/resultater/mine/"


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


def referral(caseworker, intake=None, **kwargs):
    intake = intake or known.ended_intake()
    return known.person_on(intake, participant__caseworker=caseworker, **kwargs)


def rows(client, **query) -> list[str]:
    tree = dom.parse(client.get(URL, query).content.decode())
    return [row.text for body in tree.all("tbody") for row in body.all("tr")]


@pytest.mark.row("R9")
def test_a_caseworker_reads_in_words_what_became_of_her_own(caseworker, client_for):
    enrolment = referral(caseworker)
    colleague = f.MembershipFactory(office=caseworker.office)
    hers = referral(colleague, enrolment.intake)
    f.EmploymentFactory(
        participant=enrolment.participant,
        form="temporary",
        fte_low=60,
        starts_on=day(-70),
        ends_on=day(200),
        employer_name="Lillevik omsorgssenter",
        found_through="placement",
    )
    known.compute()
    found = rows(client_for(caseworker))
    assert len(found) == 1
    assert enrolment.participant.list_name in found[0]
    assert enrolment.intake.concept.title in found[0]
    # Not at course end, but after 6 and 12 weeks.
    assert "Ikke kontakt" in found[0]
    assert found[0].count("Vikariat, 3 måneder eller mer, 60 %") == 2
    assert "Lillevik omsorgssenter, 60 %" in found[0]
    lead = f.MembershipFactory(office_lead=True, office=caseworker.office)
    office = " ".join(rows(client_for(lead)))
    assert enrolment.participant.list_name in office
    assert hers.participant.list_name in office
    assert rows(client_for(f.MembershipFactory(office_lead=True))) == []


@pytest.mark.row("R9")
def test_a_job_that_is_over_says_so_and_how_it_was_found_is_a_column(caseworker, client_for):
    enrolment = referral(caseworker)
    f.EmploymentFactory(
        participant=enrolment.participant, starts_on=day(-90), ends_on=day(-10), found_through="placement"
    )
    known.compute()
    client = client_for(caseworker)
    assert f"(til {day(-10):%d.%m.%Y})" in rows(client)[0]
    client.post(
        reverse("amo:list_columns", args=["referrals"]), {"columns": ["name", "job", "form", "found"], "next": URL}
    )
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(client.get(URL, {"export": "xlsx"})))).worksheets[0]
    cells = {head.value: cell.value for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert cells["Navn"] == enrolment.participant.list_name
    assert cells["Ansettelse"] == "Fast jobb"
    assert cells["Funnet gjennom"] == enrolment.participant.employments.get().get_found_through_display()


@pytest.mark.row("R9")
@pytest.mark.parametrize(
    "change",
    [{"address_protection": "strictly_confidential"}, {"address_protection": "confidential"}, {"is_shielded": True}],
)
def test_a_protected_person_is_listed_with_the_flag_only(change, caseworker, client_for):
    enrolment = referral(caseworker)
    known.compute()
    Participant.objects.filter(pk=enrolment.participant_id).update(**change)
    client = client_for(caseworker)
    for query in ({}, {"export": "xlsx"}, {"quick": "done"}, {"sort": "course"}):
        response = client.get(URL, query)
        content = b"".join(response)
        if query.get("export"):
            content = str([c.value for row in openpyxl.load_workbook(io.BytesIO(content)).worksheets[0] for c in row])
        else:
            content = content.decode()
            # Neither in the list nor in the numbers beside a filter.
            assert enrolment.intake.concept.title not in content
        assert enrolment.participant.last_name not in content
    for field in ("sees_strictly_confidential", "sees_confidential", "sees_shielded"):
        setattr(caseworker, field, True)
    caseworker.save()
    assert enrolment.participant.list_name in rows(client)[0]


def test_who_has_not_started_is_not_listed_and_the_empty_page_says_what_comes(caseworker, client_for):
    referral(caseworker, intake=f.IntakeFactory(), left="")
    caseworker.referrals.update(status="awaiting_start")
    page = client_for(caseworker).get(URL).content.decode()
    assert "Ingen av dem du har søkt inn, har vært på kurs ennå" in page
    lead = f.MembershipFactory(office_lead=True, office=caseworker.office)
    assert "Ingen fra kontoret har vært på kurs ennå" in client_for(lead).get(URL).content.decode()


def test_her_own_file_is_not_in_her_list(caseworker, client_for):
    enrolment = referral(caseworker)
    known.compute()
    caseworker.user.person_hash = enrolment.participant.person_hash
    caseworker.user.save()
    assert enrolment.participant.last_name not in client_for(caseworker).get(URL).content.decode()


def test_the_number_of_queries_is_the_same_for_three_and_for_thirty(caseworker, client_for):
    intake = known.ended_intake()

    def more(count):
        for _n in range(count):
            known.works(referral(caseworker, intake))
        known.compute()

    client = client_for(caseworker)
    more(3)
    client.get(URL)
    with CaptureQueriesContext(connection) as three:
        assert len(rows(client)) == 3
    more(27)
    with CaptureQueriesContext(connection) as thirty:
        assert len(rows(client)) == 30
    assert len(thirty) == len(three)
