"""The provider's pages: a class on one screen, its people, how a participation ends."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from courses.actions import enrolments
from courses.course_days import editable_days
from courses.forms.places import AttendanceForm
from courses.models import Attendance, Enrolment
from participants import grants
from participants.events import feed
from tests import factories
from tests.courses.places.world import World, text
from tests.factories import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


@pytest.fixture
def enrolment(world):
    intake = factories.IntakeFactory(contract=world.contract, running=True, occupied=1)
    found = factories.EnrolmentFactory(
        participant=world.person(interpreter_language="somali"),
        intake=intake,
        created_at=clock.now() - dt.timedelta(days=40),
    )
    grants.repair(grants.differences())
    return found


@pytest.mark.row("K1")
def test_a_class_is_recorded_on_one_screen(world, enrolment, client_for):
    client = client_for(world.lead)
    day = editable_days(enrolment.intake, today=today())[-1]
    response = client.get(reverse("courses:attendance_today", args=[enrolment.intake.public_id]))
    assert response.url == reverse("courses:attendance", args=[enrolment.intake.public_id, day])
    page = text(client.get(response.url))
    assert enrolment.participant.list_name in page
    assert client.post(response.url, {AttendanceForm.key(enrolment): "ill"}).status_code == 302
    assert Attendance.objects.get().code == "ill"
    refused = client.post(response.url, {AttendanceForm.key(enrolment): "diagnosis"})
    assert refused.status_code == 422
    assert f"Velg hva som gjelder for {enrolment.participant.list_name}." in text(refused)
    assert Attendance.objects.get().code == "ill"


def test_several_warnings_at_once_through_the_page(world, client_for):
    intake = factories.IntakeFactory(contract=world.contract, running=True, starts_on=today(-14))
    found = [factories.EnrolmentFactory(participant=world.person(), intake=intake) for _ in range(3)]
    factories.MembershipFactory(provider_lead=True, provider=world.provider)
    grants.repair(grants.differences())
    client = client_for(world.lead)
    for day in editable_days(intake, today=today())[-3:]:
        url = reverse("courses:attendance", args=[intake.public_id, day])
        assert client.post(url, {AttendanceForm.key(one): "not_reported" for one in found}).status_code == 302
    assert world.caseworker.notifications.count() == 3
    assert world.lead.notifications.count() == 3


@pytest.mark.parametrize("day", ["2026-02-31", "1999-01-01", "2999-01-01", "no-such-day"])
def test_a_day_that_is_none_is_not_found(world, enrolment, client_for, day):
    url = f"{reverse('courses:attendance_today', args=[enrolment.intake.public_id])}{day}/"
    assert client_for(world.lead).get(url).status_code == 404


def test_the_roster_shows_the_course_view_and_nothing_of_nav(world, enrolment, client_for):
    person = enrolment.participant
    factories.MappingFactory(participant=person, oral="A2", adaptation_text="Trenger pauser")
    type(person).objects.filter(pk=person.pk).update(benefit="social", basis="required")
    Attendance.objects.create(
        enrolment=enrolment, day=today(-3), code="present", recorded_by=world.lead, recorded_at=clock.now()
    )
    client = client_for(world.lead)
    for url in (reverse("courses:roster", args=[enrolment.intake.public_id]), enrolment.get_absolute_url()):
        page = text(client.get(url))
        assert person.last_name in page and "A2" in page and "somali" in page and "100" in page
        for secret in (person.national_id, "Trenger pauser", "sosialhjelp", "Krav om aktivitet"):
            assert secret not in page


def test_the_reduced_view_keeps_name_and_contact_only(world, enrolment, client_for):
    factories.MappingFactory(participant=enrolment.participant)
    Enrolment.objects.update(
        status="dropped_out", end_reason="other", starts_on=today(-120), ends_on=today(-60),
        created_at=clock.now() - dt.timedelta(days=130),
    )  # fmt: skip
    grants.repair(grants.differences())
    client = client_for(world.lead)
    page = text(client.get(enrolment.get_absolute_url()))
    assert enrolment.participant.phone in page
    assert "mer enn 40 dager" in page
    assert "somali" not in page and "Muntlig" not in page
    assert client.get(reverse("courses:enrolment_end", args=[enrolment.public_id])).status_code == 403
    page = text(client.get(reverse("courses:roster", args=[enrolment.intake.public_id])))
    assert enrolment.participant.list_name in page and "somali" not in page


def test_a_protected_participant_is_masked_for_the_provider(world, enrolment, client_for):
    type(enrolment.participant).objects.update(address_protection="confidential")
    client = client_for(world.lead)
    page = text(client.get(reverse("courses:roster", args=[enrolment.intake.public_id])))
    assert "Beskyttet" in page and enrolment.participant.last_name not in page
    day = editable_days(enrolment.intake, today=today())[-1]
    page = text(client.get(reverse("courses:attendance", args=[enrolment.intake.public_id, day])))
    assert "Beskyttet 1" in page and enrolment.participant.last_name not in page


def test_county_staff_see_illness_only_as_counts(world, enrolment, client_for):
    Attendance.objects.create(
        enrolment=enrolment, day=today(-3), code="ill", recorded_by=world.lead, recorded_at=clock.now()
    )
    enrolments.end_participation(enrolment=enrolment, on=today(-1), reason="ill", by=world.lead)
    page = text(client_for(world.maker).get(enrolment.get_absolute_url()))
    assert "Sluttet fordi" not in page and "Dager borte" not in page
    course, heading = enrolment.intake.concept.title, "Sluttet på kurset før tiden"
    for membership, told in ((world.maker, course), (world.caseworker, f"{course}. Syk")):
        happened = feed(enrolment.participant, membership)
        assert [event.text for event in happened if event.title == heading] == [told]
    page = text(client_for(world.caseworker).get(enrolment.get_absolute_url()))
    assert "Sluttet fordi" in page


@pytest.mark.row("K2")
@pytest.mark.parametrize(
    "data, message",
    [
        ({"on": ""}, "Skriv siste dag på kurset."),
        ({"on": "i går"}, "Skriv datoen som dag, måned og år"),
        ({"on": "2000-01-01"}, "før kursstarten"),
        ({"on": "2999-01-01"}, "etter at kurset slutter"),
        ({"reason": ""}, "Velg hvorfor deltakelsen er slutt."),
        ({"reason": "motivation"}, "Velg en av grunnene."),
    ],
)
def test_a_wrong_end_is_told_at_the_field(world, enrolment, client_for, data, message):
    url = reverse("courses:enrolment_end", args=[enrolment.public_id])
    good = {"version": enrolment.version, "on": today().isoformat(), "reason": "ill", "kept": ["not_asked"]}
    response = client_for(world.lead).post(url, good | data)
    assert response.status_code == 422
    assert message in text(response)
    enrolment.refresh_from_db()
    assert enrolment.status == "participating"


@pytest.mark.row("K5")
def test_the_certificate_is_issued_and_fetched(world, enrolment, client_for):
    client = client_for(world.lead)
    pdf = reverse("courses:certificate", args=[enrolment.public_id])
    assert client.get(pdf).status_code == 302, "not issued yet"
    Enrolment.objects.update(status="completed", ends_on=today(-1))
    issue = reverse("courses:certificate_issue", args=[enrolment.public_id])
    assert client.post(issue, {"version": enrolment.version}).status_code == 302
    response = client.get(pdf)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment")
    assert response.content.startswith(b"%PDF")


@pytest.mark.row("K4")
def test_prospects_are_logged_by_the_provider_and_read_by_the_caseworker(world, enrolment, client_for):
    url = reverse("courses:enrolment_prospects", args=[enrolment.public_id])
    client = client_for(world.lead)
    assert world.concept.outlook in text(client.get(url))
    data = {"version": enrolment.version, "on": today().isoformat(), "said": "Mest vikariater i starten."}
    assert client.post(url, data).status_code == 302
    page = text(client_for(world.caseworker).get(enrolment.get_absolute_url()))
    assert "Mest vikariater i starten." in page and str(world.lead.user) in page


@pytest.mark.parametrize("route", ["roster", "class_list", "attendance"])
def test_provider_lists_ask_the_same_for_any_number(world, client_for, route):
    intake = factories.IntakeFactory(contract=world.contract, running=True, capacity=60)
    client = client_for(world.lead)
    day = editable_days(intake, today=today())[-1]
    client.get(reverse("amo:start"))
    args = {"roster": [intake.public_id], "class_list": [], "attendance": [intake.public_id, day]}[route]
    counts = []
    for more in (2, 20):
        for _ in range(more):
            factories.EnrolmentFactory(participant=world.person(), intake=intake)
            factories.IntakeFactory(contract=world.contract, running=True)
        grants.repair(grants.differences())
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(f"courses:{route}", args=args)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.row("R1")
def test_a_provider_reports_a_job_from_the_participants_page(world, enrolment, client_for):
    client = client_for(world.lead)
    page = text(client.get(enrolment.get_absolute_url()))
    report = reverse("participants:employment_new", args=[enrolment.participant.public_id])
    assert report in page
    own = factories.EmploymentFactory(
        participant=enrolment.participant, employer_name="Lia sykehjem", recorded_by=world.lead, source="provider"
    )
    navs = factories.EmploymentFactory(participant=enrolment.participant, employer_name="Bakken kafé")
    page = text(client.get(enrolment.get_absolute_url()))
    assert "Lia sykehjem" in page and "Bakken kafé" in page
    assert reverse("participants:employment_correct", args=[own.public_id]) in page
    assert reverse("participants:employment_correct", args=[navs.public_id]) not in page


def test_a_masked_row_of_the_roster_tells_nothing_in_no_filter_and_no_order(world, enrolment, client_for):
    """What the attendance page needs stands there; here she has no days, no status and no place in the alphabet."""
    hidden = factories.ParticipantFactory(caseworker=world.caseworker, last_name="Aaberg", confidential=True)
    days = {"starts_on": today(-20), "ends_on": today(-2)}
    factories.EnrolmentFactory(participant=hidden, intake=enrolment.intake, status="completed", **days)
    other = factories.EnrolmentFactory(participant=world.person(), intake=enrolment.intake, status="completed", **days)
    grants.repair(grants.differences())
    client, url = client_for(world.lead), reverse("courses:roster", args=[enrolment.intake.public_id])
    for sort in ("name", "-name", "starts_on", "-starts_on", "status", "-status"):
        rows = client.get(url, {"sort": sort}).context["listpage"].rows
        assert [row["obj"].masked for row in rows] == [False, False, True], sort
        told = [str(cell["html"]) for cell in rows[-1]["cells"] if cell["key"] != "name"]
        assert not any(told), told
    page = text(client.get(url))
    masked = page[page.index("Beskyttet") :]
    assert "Fullført" not in masked[: masked.index("</tr>")] and "20" not in masked[: masked.index("</tr>")]
    quick = {one["code"]: one["count"] for one in client.get(url).context["listpage"].quick_filters}
    assert quick["no_certificate"] == 1 and quick["left"] == 0
    shown = client.get(url, {"quick": "no_certificate", "f": "1"}).context["listpage"].rows
    assert [row["obj"] for row in shown] == [other]
