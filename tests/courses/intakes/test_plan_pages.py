"""The county plans a year of classes and gives several their quotas: preview first, then all or nothing (C3)."""

import datetime as dt
import re
import uuid
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from courses.actions.intake_plans import plan_intakes
from courses.models import Intake, OfficeQuota
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("C3")]
PLAN, QUOTAS = reverse("courses:intake_plan"), reverse("courses:intake_quotas")


@pytest.fixture
def county():
    """A county with two offices, 30 and 10 jobseekers, and a contract of a short course."""
    found = f.CountyFactory()
    staff = f.MembershipFactory(county_staff=True, county=found)
    offices = [f.OfficeFactory(county=found, name=f"Nav Kontor {n}") for n in (1, 2)]
    for office, number in zip(offices, (6, 2), strict=True):
        caseworker = f.MembershipFactory(office=office)
        for _ in range(number):
            f.JobseekerPeriodFactory(participant=f.ParticipantFactory(caseworker=caseworker))
    concept = f.ConceptFactory(county=found, title="Truckfører", theory_weeks=4, placement_weeks=2)
    contract = f.ContractFactory(concept=concept)
    return SimpleNamespace(county=found, staff=staff, offices=offices, contract=contract)


def asked(county, **changes) -> dict:
    start = today(90) - dt.timedelta(days=today(90).weekday())
    values = {
        "contract": county.contract.pk,
        "number": 3,
        "first_start": start.isoformat(),
        "every_weeks": 8,
        "deadline_weeks": 4,
        "skip_days_off": "on",
        "capacity": 12,
        "place": "Alnabru",
        "quota_method": "none",
        "opened": "on",
        "submission": str(uuid.uuid4()),
    }
    return values | changes


def rows_of(page: str) -> dict:
    """What the browser would post of the rows: every named input with its value."""
    found = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="(row-[^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ("checkbox" not in tag or "checked" in tag):
            found[name.group(1)] = value.group(1) if value else "on" if "checkbox" in tag else ""
    return found


def preview(client, county, **changes) -> tuple[str, dict]:
    body = asked(county, **changes)
    page = client.post(PLAN, body | {"step": "preview"}).content.decode()
    return page, body | rows_of(page) | {"step": "save"}


def test_the_plan_is_shown_and_nothing_is_made_before_it_is_saved(county, client_for):
    client = client_for(county.staff)
    page, body = preview(client, county)
    assert not Intake.objects.exists()
    assert "TRU-" in page
    assert body["row-TOTAL_FORMS"] == "3"
    response = client.post(PLAN, body)
    assert response.status_code == 302
    made = list(Intake.objects.order_by("starts_on"))
    assert [intake.status for intake in made] == ["open"] * 3
    assert {(intake.place, intake.capacity) for intake in made} == {("Alnabru", 12)}
    assert all(intake.window.first_start <= intake.starts_on <= intake.window.last_start for intake in made)


def test_sending_the_plan_twice_makes_it_once(county, client_for):
    client = client_for(county.staff)
    _page, body = preview(client, county)
    for _ in range(2):
        assert client.post(PLAN, body).status_code == 302
    assert Intake.objects.count() == 3


def test_a_row_is_changed_another_left_out(county, client_for):
    client = client_for(county.staff)
    _page, body = preview(client, county)
    body["row-0-capacity"] = "7"
    del body["row-2-include"]
    client.post(PLAN, body)
    assert sorted(Intake.objects.values_list("capacity", flat=True)) == [7, 12]


def test_one_wrong_row_and_none_is_made(county, client_for):
    client = client_for(county.staff)
    _page, body = preview(client, county)
    outside = county.contract.ends_on + dt.timedelta(days=7)
    body |= {
        "row-1-starts_on": outside.isoformat(),
        "row-1-theory_ends_on": "2099-01-01",
        "row-1-ends_on": "2099-01-02",
    }
    response = client.post(PLAN, body)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Ingen av kursene er opprettet." in page
    assert "Avtalen gjelder fra" in page
    assert outside.isoformat() in page, "what was typed is kept"
    assert not Intake.objects.exists()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"contract": ""}, "Velg kurs og leverandør."),
        ({"number": "0"}, "Skriv et tall fra 1 til 26."),
        ({"number": "mange"}, "Skriv et tall fra 1 til 26."),
        ({"number": "999999999999"}, "Skriv et tall fra 1 til 26."),
        ({"every_weeks": ""}, "Skriv et tall fra 1 til 52."),
        ({"first_start": "i morgen"}, "Skriv datoen som dag, måned og år"),
        ({"place": ""}, "Skriv hvor kursene holdes."),
        ({"capacity": "0"}, "Skriv et tall fra 1 til 500."),
        ({"quota_method": "best"}, "Velg kvoter."),
    ],
)
def test_bad_input_is_told_at_its_field(county, client_for, changes, message):
    response = client_for(county.staff).post(PLAN, asked(county, **changes) | {"step": "preview"})
    assert response.status_code == 422
    assert message in response.content.decode()


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("code", "", "Skriv kursnummeret."),
        ("code", "x" * 31, "høyst 30 tegn"),
        ("starts_on", "nei", "Skriv datoen som dag, måned og år"),
        ("capacity", "-1", "Skriv et tall fra 1 til 500."),
        ("application_deadline", "2099-01-01", "Søknadsfristen må være senest dagen kurset starter."),
        ("theory_ends_on", "2001-01-01", "Teoridelen kan ikke slutte før kurset starter."),
    ],
)
def test_bad_input_in_a_row_is_told(county, client_for, field, value, message):
    client = client_for(county.staff)
    _page, body = preview(client, county)
    response = client.post(PLAN, body | {f"row-1-{field}": value})
    assert response.status_code == 422
    assert message in response.content.decode()
    assert not Intake.objects.exists()


def test_a_number_that_is_taken_is_told(county, client_for):
    client = client_for(county.staff)
    _page, body = preview(client, county)
    f.IntakeFactory(contract=county.contract, code=body["row-0-code"])
    response = client.post(PLAN, body)
    assert response.status_code == 422
    assert Intake.objects.count() == 1
    page, _body = preview(client, county)
    assert body["row-0-code"] not in rows_of(page).values(), "the next free number is proposed"


def test_no_row_ticked_is_told(county, client_for):
    client = client_for(county.staff)
    _page, body = preview(client, county, number=1)
    del body["row-0-include"]
    response = client.post(PLAN, body)
    assert response.status_code == 422
    assert "Velg minst ett kurs." in response.content.decode()


def test_quotas_by_share_come_with_the_plan(county, client_for):
    client = client_for(county.staff)
    _page, body = preview(client, county, number=1, quota_method="share")
    client.post(PLAN, body)
    first, second = county.offices
    rows = OfficeQuota.objects.order_by("office__name_sort").values_list("office", "minimum", "maximum")
    assert list(rows) == [(first.pk, 5, 9), (second.pk, 1, 3)]


def test_the_form_begins_with_what_the_last_class_had(county, client_for):
    f.IntakeFactory(contract=county.contract, place="Økern", starts_on=today(70))
    page = client_for(county.staff).get(PLAN, {"avtale": str(county.contract.public_id)}).content.decode()
    assert 'value="Økern"' in page
    assert client_for(county.staff).get(PLAN, {"avtale": "tull"}).status_code == 200


def test_a_tender_without_a_provider_is_no_choice_yet(county, client_for):
    tender = f.ContractFactory(concept=county.contract.concept, provider=None, status="draft")
    page = client_for(county.staff).get(PLAN, {"avtale": str(tender.public_id)}).content.decode()
    assert county.contract.number in page and tender.number not in page


def test_another_county_s_contract_is_no_choice(county, client_for):
    other = f.MembershipFactory(county_staff=True)
    response = client_for(other).post(PLAN, asked(county) | {"step": "preview"})
    assert response.status_code == 422
    with pytest.raises(PermissionDenied):
        plan_intakes(contract=county.contract, rows=[{"code": "X"}], by=other)


# --- quotas of several ----------------------------------------------------------------------------


@pytest.fixture
def classes(county):
    return [f.IntakeFactory(contract=county.contract, capacity=places) for places in (12, 20)]


def quota_body(classes, **changes) -> dict:
    values = {"intakes": [intake.pk for intake in classes], "method": "share", "minimum_percent": 50}
    return values | {"step": "preview", "submission": str(uuid.uuid4())} | changes


def seen(page: str) -> str:
    return re.search(r'name="seen" value="(\w+)"', page).group(1)


def test_the_proposal_shows_its_numbers_and_is_saved_as_seen(county, classes, client_for):
    client = client_for(county.staff)
    page = client.post(QUOTAS, quota_body(classes)).content.decode()
    assert "75,0 %" in page
    assert "5–9" in page
    assert not OfficeQuota.objects.exists()
    response = client.post(QUOTAS, quota_body(classes, step="save", seen=seen(page)))
    assert response.status_code == 302
    rows = OfficeQuota.objects.order_by("intake__capacity", "office__name_sort")
    assert list(rows.values_list("minimum", "maximum")) == [(5, 9), (1, 3), (7, 15), (3, 5)]


def test_numbers_that_have_changed_since_are_shown_again(county, classes, client_for):
    client = client_for(county.staff)
    page = client.post(QUOTAS, quota_body(classes)).content.decode()
    for _ in range(6):
        f.JobseekerPeriodFactory(participant=f.ParticipantFactory(office=county.offices[1]))
    response = client.post(QUOTAS, quota_body(classes, step="save", seen=seen(page)))
    assert response.status_code == 422
    assert "Tallene er endret siden forslaget ble vist." in response.content.decode()
    assert not OfficeQuota.objects.exists()


def test_as_on_the_last_course_and_never_above_the_places(county, classes, client_for):
    last = f.IntakeFactory(contract=county.contract, ended=True)
    for office, least in zip(county.offices, (10, 5), strict=True):
        f.OfficeQuotaFactory(intake=last, office=office, minimum=least, maximum=12)
    client = client_for(county.staff)
    page = client.post(QUOTAS, quota_body(classes[1:], method="last")).content.decode()
    assert f"Kopiert fra {last.code}" in page
    client.post(QUOTAS, quota_body(classes[1:], method="last", step="save", seen=seen(page)))
    assert OfficeQuota.objects.filter(intake=classes[1]).count() == 2
    page = client.post(QUOTAS, quota_body(classes[:1], method="last")).content.decode()
    assert "Minstekvotene er flere enn plassene." in page
    response = client.post(QUOTAS, quota_body(classes[:1], method="last", step="save", seen=seen(page)))
    assert response.status_code == 422
    assert "Minstekvotene er til sammen 15, men kurset har 12 plasser." in response.content.decode()
    assert not OfficeQuota.objects.filter(intake=classes[0]).exists()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"intakes": []}, "Velg minst ett kurs."),
        ({"intakes": [999999]}, "Velg kurs fra lista."),
        ({"method": "x"}, "Velg hvordan."),
        ({"minimum_percent": "101"}, "Skriv et tall fra 0 til 100."),
    ],
)
def test_bad_quota_choices_are_told(county, classes, client_for, changes, message):
    response = client_for(county.staff).post(QUOTAS, quota_body(classes, **changes))
    assert response.status_code == 422
    assert message in response.content.decode()


def test_a_strictly_confidential_jobseeker_is_in_no_count(county, classes, client_for):
    hidden = f.ParticipantFactory(office=county.offices[1], address_protection="strictly_confidential")
    f.JobseekerPeriodFactory(participant=hidden)
    page = client_for(county.staff).post(QUOTAS, quota_body(classes)).content.decode()
    assert "75,0 %" in page
