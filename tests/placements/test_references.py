"""Written references and referees: asked for, kept safely, missing ones seen, reminded of once (L11)."""

import datetime as dt
import io
import uuid
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock, files, tick
from amo.models import AccessLog, Notification, StoredFile
from participants.models import Task
from placements.actions.references import save_reference
from placements.models import Placement, Reference
from tests import factories
from tests.statistics import analyze

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\nattest"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def bomb() -> bytes:
    """A spreadsheet of a few kilobytes that would fill more memory than a worker has."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/sheet1.xml", b"0" * (files.MAX_UNPACKED + 1))
    return made.getvalue()


@pytest.fixture
def placement():
    return factories.PlacementFactory()


@pytest.fixture
def lead(placement):
    lead = factories.MembershipFactory(provider_lead=True, provider=placement.enrolment.intake.contract.provider)
    person = placement.participant
    factories.AccessGrantFactory(participant=person, provider=lead.provider, county=None, level="course")
    return lead


def post(client, placement, kind="attest", upload=None, **changes):
    data = {
        "submission": str(uuid.uuid4()),
        "version": "0",
        "status": "received",
        "asked_on": day(-3).isoformat(),
        "answered_on": day(-1).isoformat(),
        "name": "Kari Kjøkkensjef",
        "note": "Skrev den selv",
    } | changes
    if upload:
        data["file"] = SimpleUploadedFile(*upload)
    return client.post(reverse(f"placements:reference_{kind}", args=[placement.public_id]), data)


@pytest.mark.row("L11")
def test_an_attest_is_kept_and_taken_out_as_an_attachment_with_a_log(placement, lead, client_for):
    client = client_for(lead)
    assert post(client, placement, upload=("attest.pdf", PDF)).status_code == 302
    reference = Reference.objects.get()
    assert (reference.kind, reference.status, bytes(reference.file.content)) == ("attest", "received", PDF)
    before = AccessLog.objects.count()
    answer = client.get(reverse("placements:reference_file", args=[reference.public_id]))
    assert answer["Content-Disposition"] == 'attachment; filename="attest.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content == PDF
    assert AccessLog.objects.count() == before + 1
    shown = client.get(reverse("placements:placement_detail", args=[placement.public_id])).text
    assert "Last ned attesten" in shown and "Kari Kjøkkensjef" in shown


@pytest.mark.row("L11")
def test_a_referee_is_a_thing_of_its_own_and_can_be_called(placement, lead, client_for):
    client = client_for(lead)
    assert post(client, placement, kind="referee", phone="").status_code == 422
    assert post(client, placement, kind="referee", phone="22 00 00 00").status_code == 302
    assert post(client, placement).status_code == 302
    assert set(Reference.objects.values_list("kind", "phone")) == {("referee", "22 00 00 00"), ("attest", "")}


@pytest.mark.row("L11")
@pytest.mark.parametrize(
    ("upload", "message"),
    [
        (("attest.pdf", PNG), "Filen heter noe på .pdf, men innholdet er PNG."),
        (("bilde.jpg", PDF), "Filen heter noe på .jpg, men innholdet er PDF."),
        (("attest.exe", b"MZ\x00\x01"), "Filen er av en type vi ikke tar imot."),
        (("attest.docx", bomb()), "Filen er av en type vi ikke tar imot."),
        (("attest.xlsx", bomb()), "Filen er av en type vi ikke tar imot."),
        (("attest.pdf", PDF + b"0" * 5 * 1024 * 1024), "Filen er større enn 5 MB."),
        (("attest.pdf", b""), "Filen er tom."),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_and_what_was_typed_is_kept(
    placement, lead, client_for, upload, message
):
    answer = post(client_for(lead), placement, upload=upload)
    assert answer.status_code == 422
    assert message in answer.text
    assert "Kari Kjøkkensjef" in answer.text and "Skrev den selv" in answer.text
    assert not Reference.objects.exists() and not StoredFile.objects.exists()


def test_a_photo_from_a_phone_is_taken_whatever_its_ending_is_called(placement, lead, client_for):
    assert post(client_for(lead), placement, upload=("IMG.JPEG", b"\xff\xd8\xff\xe0")).status_code == 302
    assert Reference.objects.get().file.content_type == "image/jpeg"


def test_two_who_write_it_down_at_once_are_told(placement, lead, client_for):
    client = client_for(lead)
    assert post(client, placement, status="asked").status_code == 302
    answer = post(client, placement, status="refused")
    assert answer.status_code == 409
    assert Reference.objects.get().status == "asked"
    assert post(client, placement, status="refused", version="1").status_code == 302


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"asked_on": 1}, "asked_on"),
        ({"asked_on": -300}, "asked_on"),
        ({"answered_on": 1}, "answered_on"),
        ({"answered_on": -6}, "answered_on"),
    ],
)
def test_days_that_cannot_be_are_told_at_their_field(placement, lead, changes, field):
    values = {"asked_on": -3, "answered_on": -1} | changes
    with pytest.raises(ValidationError) as refused:
        save_reference(
            placement=placement, kind="attest", status="received", by=lead,
            **{name: day(value) for name, value in values.items()},
        )  # fmt: skip
    assert field in refused.value.message_dict


def remind():
    (outcome,) = tick.run_all(only=["placements.references"])
    assert not outcome.error
    return outcome.count


@pytest.mark.row("L11")
def test_the_instructor_is_reminded_once_when_the_placement_ends_within_a_week(placement, lead, move_clock):
    instructor = factories.IntakeAssignmentFactory(intake=placement.enrolment.intake).membership
    assert remind() == 0, "four weeks are left"
    move_clock(21)
    assert remind() == 1
    task = Task.objects.get(kind="reference")
    assert (task.provider, task.due_on) == (lead.provider, placement.ends_on)
    assert placement.employer.name not in task.title
    note = Notification.objects.get()
    assert (note.membership, note.url) == (instructor, task.url)
    assert placement.participant.last_name not in note.text
    move_clock(22)
    assert remind() == 0
    assert Task.objects.count() == Notification.objects.count() == 1
    save_reference(placement=placement, kind="attest", status="asked", asked_on=day(-22), by=lead)
    task.refresh_from_db()
    assert task.done_at is not None


def test_nobody_is_reminded_of_what_has_been_asked_or_is_over(placement, lead, move_clock):
    save_reference(placement=placement, kind="referee", status="asked", asked_on=day(0), by=lead)
    factories.PlacementFactory(status="cancelled", end_reason="other", ends_on=day(3))
    factories.PlacementFactory(status="completed", end_reason="as_planned", ends_on=day(-20), starts_on=day(-40))
    move_clock(25)
    Placement.objects.filter(status="completed").update(ends_on=day(-20), starts_on=day(-40))
    assert remind() == 0


def test_a_protected_person_is_named_to_nobody_by_the_reminder(placement, move_clock):
    factories.IntakeAssignmentFactory(intake=placement.enrolment.intake)
    person = placement.participant
    person.address_protection = "confidential"
    person.save()
    move_clock(25)
    assert remind() == 1
    assert not Notification.objects.exists()


@pytest.mark.row("L11")
def test_who_in_the_class_lacks_what(placement, lead, client_for):
    save_reference(placement=placement, kind="attest", status="refused", asked_on=day(0), by=lead)
    client = client_for(lead)
    url = reverse("placements:class_references", args=[placement.enrolment.intake.public_id])
    name = placement.participant.list_name
    assert name in client.get(url).text
    assert name in client.get(url, {"f": "1", "quick": "referee"}).text
    assert name not in client.get(url, {"f": "1", "quick": "attest"}).text
    person = placement.participant
    person.address_protection = "confidential"
    person.save()
    assert name not in client.get(url).text


def test_the_list_asks_as_often_for_many_as_for_few(client_for):
    intake = factories.IntakeFactory(running=True)
    client = client_for(factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider))
    url = reverse("placements:class_references", args=[intake.public_id])

    def queries():
        analyze()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url, {"f": "1", "size": "200"}).status_code == 200
        return len(asked)

    def more(n):
        employer = factories.EmployerFactory(slots=200)
        caseworker = factories.MembershipFactory()
        for _n in range(n):
            person = factories.ParticipantFactory(caseworker=caseworker)
            enrolment = factories.EnrolmentFactory(intake=intake, participant=person, granted=True)
            factories.ReferenceFactory(placement=factories.PlacementFactory(enrolment=enrolment, employer=employer))

    queries()
    more(10)
    few = queries()
    more(90)
    assert queries() == few
