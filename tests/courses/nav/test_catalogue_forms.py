"""The county's forms: a concept with its checklist, an intake with its quotas, and labour demand from a file."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from courses.actions.catalogue import save_intake
from courses.demand_import import LabourDemandImporter
from courses.models import AllocationWindow, ChecklistItem, Concept, Enrolment, Intake, LabourDemand
from participants.models import AccessGrant
from tests import factories as f
from tests.factories import today

pytestmark = pytest.mark.django_db


def concept_data(concept=None, *, rows=(), **changes):
    """What the concept form posts; rows: dicts of checklist rows."""
    values = {
        "title": "Renholdsoperatør",
        "category": "trade",
        "sector": concept.sector_id if concept else f.SectorFactory().pk,
        "purpose": "Kunne rengjøre offentlige bygg.",
        "target_group": "Arbeidssøkere som vil arbeide med renhold.",
        "theory_weeks": 11,
        "placement_weeks": 7,
        "hours_per_week": 30,
        "class_size": 15,
        "topics": "Hygiene\n\n Kjemikalier \n",
        "outlook": "De fleste får vikariat først.",
        "is_active": "on",
        "submission": str(uuid.uuid4()),
        "checklist-TOTAL_FORMS": len(rows),
        "checklist-INITIAL_FORMS": sum(1 for row in rows if row.get("item")),
    }
    if concept:
        values |= {"version": concept.version, "reason": "Fylket har lært noe."}
    for n, row in enumerate(rows):
        defaults = {"label": "Punkt", "kind": "judged", "weight": 1}
        values |= {f"checklist-{n}-{name}": value for name, value in (defaults | row).items()}
    return values | changes


@pytest.mark.row("C1")
def test_county_makes_a_concept_with_its_checklist(case, client_for):
    rows = [
        {"label": "Norsk muntlig", "kind": "norwegian", "skill": "oral", "level": "A2", "weight": 2},
        {"label": "Kan løfte og bære"},
        {"label": "Erfaring", "kind": "experience", "months": 6, "occupations": case.occupation.title},
    ]
    response = client_for(case.staff).post(reverse("courses:concept_new"), concept_data(rows=rows))
    assert response.status_code == 302
    concept = Concept.objects.get(title="Renholdsoperatør")
    assert concept.county == case.county
    assert concept.topics == ["Hygiene", "Kjemikalier"]
    found = concept.checklist.values_list("label", "kind", "weight", "order")
    assert list(found) == [
        ("Norsk muntlig", "norwegian", 2, 0),
        ("Kan løfte og bære", "judged", 1, 1),
        ("Erfaring", "experience", 1, 2),
    ]
    assert list(concept.checklist.get(label="Erfaring").occupations.all()) == [case.occupation]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title": ""}, "Skriv hva kurset heter."),
        ({"title": "x" * 151}, "150"),
        ({"category": "finnes ikke"}, "Velg et gyldig valg"),
        ({"theory_weeks": "mange"}, "Skriv antall uker som et tall."),
        ({"theory_weeks": "-1"}, "0"),
        ({"theory_weeks": "0", "placement_weeks": "0"}, "Kurset må vare minst én uke."),
        ({"minimum_oral": "A2"}, "Skriv hvorfor jobben krever dette nivået."),
        ({"title": "Pleieassistent"}, "Fylket har allerede et kurs med dette navnet."),
    ],
)
def test_bad_concept_is_told_and_kept(case, client_for, changes, message):
    response = client_for(case.staff).post(reverse("courses:concept_new"), concept_data(**changes))
    page = response.content.decode()
    assert response.status_code == 422
    assert message in page
    assert "Feil:" in page
    assert "Kunne rengjøre offentlige bygg." in page
    assert Concept.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"kind": "norwegian"}, "Velg nivå."),
        ({"kind": "experience"}, "Skriv hvor mange måneder."),
        ({"label": "Er motivert for yrket"}, "kan ikke handle om bakgrunn, helse, motivasjon eller egnethet"),
        ({"label": "Er egnet"}, "kan ikke handle om bakgrunn, helse, motivasjon eller egnethet"),
        ({"weight": 0}, "Vekt er et tall fra 1 til 10."),
        ({"kind": "goal", "occupations": "qqxx"}, "Finner ikke yrket «qqxx»."),
    ],
)
def test_bad_checklist_row_is_told(case, client_for, row, message):
    response = client_for(case.staff).post(reverse("courses:concept_new"), concept_data(rows=[row]))
    assert response.status_code == 422
    assert message in response.content.decode()
    assert not ChecklistItem.objects.exclude(concept__in=[case.care, case.cafe]).exists()


def test_item_taken_out_stays_for_the_answers_that_speak_of_it(case, client_for):
    f.ChecklistAnswerFactory(participant=case.person, item=case.judged)
    rows = [{"item": str(case.judged.public_id), "label": case.judged.label, "DELETE": "on"}]
    url = reverse("courses:concept_edit", args=[case.cafe.public_id])
    response = client_for(case.staff).post(url, concept_data(case.cafe, rows=rows))
    assert response.status_code == 302
    case.judged.refresh_from_db()
    assert not case.judged.is_active
    assert case.judged.answers.count() == 1
    # The class that was open already is judged by what it was planned under, and can still be answered for.
    client, advice_url = client_for(case.caseworker), reverse("courses:advice", args=[case.person.public_id])
    assert case.judged.label in client.get(advice_url).content.decode()
    answer_url = reverse("courses:checklist_answer", args=[case.person.public_id, case.judged.pk])
    assert client.get(answer_url).status_code == 200
    Intake.objects.filter(pk=case.cafe_intake.pk).update(status="running")
    f.IntakeFactory(contract=case.cafe_intake.contract, window=case.window)
    assert case.judged.label not in client.get(advice_url).content.decode()
    assert client.get(answer_url).status_code == 404


@pytest.mark.row("C1")
def test_occupations_are_typed_a_line_each(case, client_for):
    other = f.OccupationFactory(title="Hjemmehjelp", also_known_as="hjemmehjelper")
    url = reverse("courses:concept_edit", args=[case.care.public_id])
    typed = f"pleiemedhjelper\n\n {other.code}\nhjemmehjelper"
    assert client_for(case.staff).post(url, concept_data(case.care, occupations=typed)).status_code == 302
    assert set(case.care.occupations.all()) == {case.occupation, other}
    shown = client_for(case.staff).get(url).content.decode()
    assert f"Hjemmehjelp ({other.code})\nPleiemedhjelper ({case.occupation.code})" in shown
    wrong = client_for(case.staff).post(url, concept_data(case.care, version=2, occupations="qqxx\nPleiemedhjelper"))
    assert wrong.status_code == 422
    assert "Finner ikke yrket «qqxx»" in wrong.content.decode()
    assert set(case.care.occupations.all()) == {case.occupation, other}


def test_stale_concept_is_409_and_keeps_what_was_typed(case, client_for):
    stale = concept_data(case.care, title="Pleieassistent i hjemmet")
    Concept.objects.filter(pk=case.care.pk).update(version=2, class_size=12)
    response = client_for(case.staff).post(reverse("courses:concept_edit", args=[case.care.public_id]), stale)
    assert response.status_code == 409
    assert "Pleieassistent i hjemmet" in response.content.decode()
    case.care.refresh_from_db()
    assert case.care.title == "Pleieassistent"


def test_another_county_reads_and_does_not_change(case, client_for):
    other = f.MembershipFactory(county_staff=True)
    client = client_for(other)
    assert client.get(reverse("courses:concept_detail", args=[case.care.public_id])).status_code == 200
    assert client.get(reverse("courses:concept_edit", args=[case.care.public_id])).status_code == 403
    assert client.get(reverse("courses:intake_edit", args=[case.care_intake.public_id])).status_code == 403


# --- intakes --------------------------------------------------------------------------------------


def intake_data(case, **changes):
    start = today(40)
    values = {
        "contract": case.care_intake.contract_id,
        "code": "K-NY-1",
        "starts_on": start.isoformat(),
        "theory_ends_on": (start + dt.timedelta(weeks=11)).isoformat(),
        "ends_on": (start + dt.timedelta(weeks=18)).isoformat(),
        "place": "Grønlandsleiret 1",
        "application_deadline": today(20).isoformat(),
        "capacity": 15,
        "over_capacity": 0,
        "opened": "on",
        "submission": str(uuid.uuid4()),
        "quota-TOTAL_FORMS": 1,
        "quota-INITIAL_FORMS": 1,
        f"quota-{case.office.number}-minimum": 2,
        f"quota-{case.office.number}-maximum": 4,
    }
    return values | changes


@pytest.mark.row("C3")
def test_county_makes_an_intake_with_quotas_and_a_round(case, client_for):
    AllocationWindow.objects.all().update(last_start=today(35))
    response = client_for(case.staff).post(reverse("courses:intake_new"), intake_data(case))
    assert response.status_code == 302
    intake = Intake.objects.get(code="K-NY-1")
    assert intake.status == "open"
    assert list(intake.quotas.values_list("office", "minimum", "maximum")) == [(case.office.pk, 2, 4)]
    assert intake.window != case.window
    assert intake.window.first_start <= intake.starts_on <= intake.window.last_start
    assert intake.window.deadline == intake.application_deadline


def test_an_open_round_that_fits_is_used(case, client_for):
    client_for(case.staff).post(
        reverse("courses:intake_new"), intake_data(case, application_deadline=today(10).isoformat())
    )
    assert Intake.objects.get(code="K-NY-1").window == case.window


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"contract": ""}, "Velg kurs og leverandør."),
        ({"contract": "999999"}, "Velg en avtale fra lista."),
        ({"starts_on": ""}, "Skriv når kurset starter."),
        ({"starts_on": "i morgen"}, "Skriv datoen som dag, måned og år"),
        ({"ends_on": "2001-01-01"}, "Kurset kan ikke slutte før teoridelen."),
        ({"theory_ends_on": "2001-01-01"}, "Teoridelen kan ikke slutte før kurset starter."),
        ({"application_deadline": "2099-01-01"}, "Søknadsfristen må være senest dagen kurset starter."),
        ({"capacity": "0"}, "Antall plasser er et tall fra 1 til 500."),
        ({"capacity": "99999999999"}, "Antall plasser er et tall fra 1 til 500."),
        ({"over_capacity": "2"}, "Skriv hvorfor kurset skal ha flere plasser enn vanlig."),
        ({"code": "x" * 31}, "30"),
    ],
)
def test_bad_intake_is_told_and_kept(case, client_for, changes, message):
    response = client_for(case.staff).post(reverse("courses:intake_new"), intake_data(case, **changes))
    page = response.content.decode()
    assert response.status_code == 422
    assert message in page
    assert "Grønlandsleiret 1" in page
    assert not Intake.objects.filter(code="K-NY-1").exists()


@pytest.mark.parametrize(
    ("low", "high", "message"),
    [
        (5, 2, "Høyeste kvote kan ikke være lavere enn laveste."),
        ("mange", 2, "Skriv laveste kvote som et tall."),
        (-1, 2, "Laveste kvote kan ikke være under 0."),
        (16, 20, "Minstekvotene er til sammen 16, men kurset har 15 plasser."),
    ],
)
def test_bad_quota_is_told(case, client_for, low, high, message):
    number = case.office.number
    body = intake_data(case, **{f"quota-{number}-minimum": low, f"quota-{number}-maximum": high})
    response = client_for(case.staff).post(reverse("courses:intake_new"), body)
    assert response.status_code == 422
    assert message in response.content.decode()
    assert not Intake.objects.filter(code="K-NY-1").exists()


@pytest.mark.row("C3")
def test_the_quota_of_an_office_that_is_no_longer_active_is_seen_counted_and_taken_away(case, client_for):
    """The allocation keeps its places, so the county must be able to see and remove it."""
    gone = f.OfficeFactory(county=case.county, is_active=False, name="Nav Nedlagt")
    intake = case.care_intake
    f.OfficeQuotaFactory(intake=intake, office=gone, minimum=10, maximum=10)
    Intake.objects.filter(pk=intake.pk).update(capacity=15, over_capacity=0, application_deadline=today(10))
    intake.refresh_from_db()
    with pytest.raises(ValidationError, match="Minstekvotene er til sammen 16, men kurset har 15 plasser."):
        save_intake(intake=intake, values={}, quotas={case.office: (6, None)}, by=case.staff)
    with pytest.raises(ValidationError, match="Minstekvotene er til sammen 10, men kurset har 9 plasser."):
        save_intake(intake=intake, values={"capacity": 9}, quotas={}, by=case.staff)
    client, url = client_for(case.staff), reverse("courses:intake_edit", args=[intake.public_id])
    page = client.get(url).content.decode()
    assert "Nav Nedlagt" in page and "ikke i bruk, tøm feltene" in page
    assert f"quota-{gone.number}-" not in client.get(reverse("courses:intake_new")).content.decode()
    body = intake_data(case, code=intake.code, version=intake.version)
    body |= {name: getattr(intake, name).isoformat() for name in ("starts_on", "theory_ends_on", "ends_on")}
    body |= {"application_deadline": intake.application_deadline.isoformat(), "window": intake.window_id}
    body |= {f"quota-{case.office.number}-minimum": 14, f"quota-{case.office.number}-maximum": ""}
    refused = client.post(url, body | {f"quota-{gone.number}-minimum": 10, f"quota-{gone.number}-maximum": 10})
    assert "Minstekvotene er til sammen 24" in refused.content.decode()
    assert client.post(url, body).status_code == 302
    assert list(intake.quotas.values_list("office", "minimum")) == [(case.office.pk, 14)]


def test_those_enrolled_follow_the_intake_s_days(case):
    enrolled = f.EnrolmentFactory(
        participant=case.person, intake=case.care_intake, status="awaiting_start", granted=False
    )
    late = case.care_intake.starts_on + dt.timedelta(days=7)
    end = case.care_intake.ends_on + dt.timedelta(days=7)
    values = {"starts_on": late, "ends_on": end, "application_deadline": today(10)}
    save_intake(intake=case.care_intake, values=values, quotas={}, by=case.staff, version=1)
    assert Enrolment.objects.filter(pk=enrolled.pk, starts_on=late, ends_on=end).exists()
    grant = AccessGrant.objects.get(provider=case.care_intake.contract.provider, level="course")
    assert grant.ends_on == end + dt.timedelta(days=40)


def test_fewer_places_than_are_given_is_refused(case, client_for):
    case.care_intake.occupied = 3
    case.care_intake.save()
    values = intake_data(case, capacity=2, version=1, code=case.care_intake.code)
    response = client_for(case.staff).post(reverse("courses:intake_edit", args=[case.care_intake.public_id]), values)
    assert response.status_code == 422
    assert "3 plasser er allerede gitt." in response.content.decode()


def test_an_intake_with_applicants_stays_in_its_round(case):
    application = f.ApplicationFactory(participant=case.person, window=case.window)
    f.WishFactory(application=application, intake=case.care_intake)
    other = f.AllocationWindowFactory(county=case.county)
    with pytest.raises(ValidationError, match="kan ikke flyttes"):
        save_intake(intake=case.care_intake, values={"window": other}, quotas={}, by=case.staff, version=1)


# --- labour demand --------------------------------------------------------------------------------


def read_in(client, text: str):
    url = reverse("amo:import_new", args=[LabourDemandImporter.kind])
    upload = SimpleUploadedFile("tall.csv", text.encode(), content_type="text/csv")
    return client.post(url, {"file": upload, "submission": str(uuid.uuid4())}, follow=True)


@pytest.mark.row("C5")
def test_labour_demand_from_a_file(case, client_for):
    client = client_for(case.staff)
    county, code = case.county.number, case.occupation.code
    month = today().strftime("%Y-%m")
    shown = read_in(client, f"yrke;fylke;måned;ledige_stillinger;arbeidsledige\n{code};{county};{month};12;340\n")
    assert shown.status_code == 200
    assert not LabourDemand.objects.exists()
    done = client.post(shown.redirect_chain[-1][0], {"submission": str(uuid.uuid4())})
    assert done.status_code == 302
    row = LabourDemand.objects.get()
    assert (row.openings, row.unemployed, row.month) == (12, 340, today().replace(day=1))


def test_bad_rows_of_a_file_are_named(case, client_for):
    rows = [
        f"9999;{case.county.number};2026-03;1;1",
        f"{case.occupation.code};99x;2026-03;1;1",
        f"{case.occupation.code};{case.county.number};mars;en;1",
    ]
    page = read_in(
        client_for(case.staff), "yrke;fylke;måned;ledige_stillinger;arbeidsledige\n" + "\n".join(rows[2:])
    ).content.decode()
    assert "Skriv måneden som 2026-03." in page
    assert "Skriv et helt tall fra 0." in page
    page = read_in(
        client_for(case.staff), "yrke;fylke;måned;ledige_stillinger;arbeidsledige\n" + "\n".join(rows[:2])
    ).content.decode()
    assert "Ukjent yrkeskode: 9999." in page
    assert "Ukjent fylkesnummer: 99x." in page
