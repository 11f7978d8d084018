"""The agreement on paper, extensions, and one workplace at a time (L3)."""

import datetime as dt
import io
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from pypdf import PdfReader

from amo import clock, panels
from amo.models import AccessLog
from amo.versions import StaleVersion
from placements import agreement, training_document, unsigned
from placements.actions import agreements as actions
from placements.actions.placements import agree_placement, change_placement, end_placement
from placements.actions.slots import holding
from placements.models import Placement, PlacementExtension
from tests import factories
from tests.at_once import at_once
from tests.engines.counts import FULL

WRITERS = 24 if FULL else 6
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def terms(**changes) -> dict:
    values = {
        "mentor_name": "Kari Fadder",
        "tasks": "Kjøkken",
        "hours_per_week": 30,
        "starts_on": day(0),
        "ends_on": day(20),
        "declared_on": day(0),
    }
    return values | changes


@pytest.fixture
def enrolment(db):
    intake = factories.IntakeFactory(running=True, starts_on=day(-80), theory_ends_on=day(-10), ends_on=day(40))
    return factories.EnrolmentFactory(intake=intake, granted=True)


@pytest.fixture
def lead(enrolment):
    return factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)


@pytest.fixture
def placement(enrolment, lead):
    employer = factories.EmployerFactory(slots=1)
    return agree_placement(enrolment=enrolment, employer=employer, by=lead, **terms())


# --- the paper ------------------------------------------------------------------------------------


@pytest.mark.row("L3")
def test_the_agreement_holds_what_the_employer_needs_and_nothing_internal(placement, lead):
    plan = factories.TrainingPlanFactory(placement=placement, created_by=lead)
    factories.PlanGoalFactory(plan=plan, text="Dekke frokostbordet alene")
    text = str(agreement.data(Placement.objects.get(pk=placement.pk)))
    person = placement.participant
    for told in (person.name, placement.employer.name, "Kari Fadder", "30", "Dekke frokostbordet alene", "fortrenger"):
        assert told in text
    assert "avslutte avtalen på dagen" in text
    assert person.national_id not in text
    assert person.get_benefit_display() not in text
    assert agreement.render(placement).startswith(b"%PDF")


def test_the_agreement_is_written_in_the_form_the_participant_prefers(placement):
    person = placement.participant
    person.written_form = "nn"
    assert agreement.data(placement)["language"] == "nn"
    assert PdfReader(io.BytesIO(agreement.render(placement))).trailer["/Root"]["/Lang"] == "nn-NO"


@pytest.mark.row("L3")
def test_the_paper_is_an_attachment_and_leaves_a_row_in_the_access_log(placement, lead, client_for):
    answer = client_for(lead).get(reverse("placements:agreement_pdf", args=[placement.public_id]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert placement.participant.name.split()[-1].lower() not in answer["Content-Disposition"].lower()
    assert AccessLog.objects.filter(subject_id=placement.participant.public_id).count() == 1


# --- signed ---------------------------------------------------------------------------------------


def sign(client, placement, **data):
    url = reverse("placements:agreement_sign", args=[placement.public_id])
    return client.post(url, {"submission": str(uuid.uuid4()), "version": placement.version} | data)


@pytest.mark.row("L3")
def test_a_signed_copy_is_kept_and_the_agreement_no_longer_waits(placement, lead, client_for):
    client = client_for(lead)
    page = reverse("placements:placement_detail", args=[placement.public_id])
    assert "Avtalen er ikke signert." in client.get(page).text
    assert list(unsigned.of(Placement.objects.all())) == [placement]
    copy = SimpleUploadedFile("avtale.png", PNG, content_type="application/x-msdownload")
    assert sign(client, placement, signed_on=day(0).isoformat(), copy=copy).status_code == 302
    placement.refresh_from_db()
    assert placement.signed_on == day(0)
    assert placement.signed_copy.content_type == "image/png"
    assert not unsigned.of(Placement.objects.all()).exists()
    assert "Avtalen er ikke signert." not in client.get(page).text
    answer = client.get(reverse("placements:signed_copy", args=[placement.public_id]))
    assert answer.content == PNG
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.row("L3")
@pytest.mark.parametrize(
    "content", [b"MZ\x90\x00" + b"\x00" * 60, b"<html><script>alert(1)</script></html>", b"PK\x03\x04" + b"0" * 60, b""]
)
def test_a_file_that_is_not_what_its_name_says_is_refused(placement, lead, client_for, content):
    copy = SimpleUploadedFile("avtale.pdf", content, content_type="application/pdf")
    answer = sign(client_for(lead), placement, signed_on=day(0).isoformat(), copy=copy)
    assert answer.status_code == 422
    assert "Filen er" in answer.text
    placement.refresh_from_db()
    assert placement.signed_on is None


def test_a_signature_in_the_future_is_refused_and_a_wrong_one_is_taken_back(placement, lead, client_for):
    client = client_for(lead)
    assert "Datoen kan ikke være fram i tid." in sign(client, placement, signed_on=day(1).isoformat()).text
    placement = actions.mark_signed(placement=placement, signed_on=day(0), by=lead)
    assert sign(client, placement, signed_on="").status_code == 302
    placement.refresh_from_db()
    assert placement.signed_on is None


def test_unsigned_agreements_are_counted_for_the_provider_without_protected_persons(placement, lead, client_for):
    box = panels.collect("start", lead, [lead.pk])[lead.pk]
    items = [item for one in box for item in one.context["items"]]
    assert {"Avtale som ikke er signert"} <= {item["text"] for item in items}
    person = placement.participant
    person.address_protection = "confidential"
    person.save()
    assert not unsigned.of(Placement.objects.all()).exists()
    assert person.last_name not in client_for(lead).get(reverse("placements:unsigned_agreements")).text


# --- extension ------------------------------------------------------------------------------------


@pytest.mark.row("L3")
def test_an_extension_moves_the_last_day_and_leaves_history(placement, lead, client_for):
    url = reverse("placements:placement_extend", args=[placement.public_id])
    data = {"submission": str(uuid.uuid4()), "version": placement.version, "reason": "Trenger mer tid"}
    client = client_for(lead)
    assert client.post(url, data | {"new_end": day(30).isoformat()}).status_code == 302
    row = PlacementExtension.objects.get()
    assert (row.old_end, row.new_end, row.agreed_by) == (day(20), day(30), lead)
    placement.refresh_from_db()
    assert placement.ends_on == day(30)
    page = client.get(reverse("placements:placement_detail", args=[placement.public_id])).text
    assert "Forlenget fra" in page and "Trenger mer tid" in page


@pytest.mark.row("L3")
@pytest.mark.parametrize(("offset", "message"), [(41, "Kurset slutter"), (20, "må være etter"), (5, "må være etter")])
def test_an_extension_beyond_the_course_or_backwards_is_refused(placement, lead, offset, message):
    with pytest.raises(ValidationError, match=message):
        actions.extend_placement(placement=placement, new_end=day(offset), reason="Mer tid", by=lead)
    placement.refresh_from_db()
    assert placement.ends_on == day(20)


@pytest.mark.row("L3")
def test_an_extension_needs_a_place_on_all_the_days(placement, lead):
    other = factories.EnrolmentFactory(intake=placement.enrolment.intake)
    agree_placement(enrolment=other, employer=placement.employer, by=lead, **terms(starts_on=day(25), ends_on=day(40)))
    with pytest.raises(ValidationError, match="ingen ledige praksisplasser"):
        actions.extend_placement(placement=placement, new_end=day(30), reason="Mer tid", by=lead)
    actions.extend_placement(placement=placement, new_end=day(24), reason="Mer tid", by=lead)
    assert PlacementExtension.objects.count() == 1


def test_a_stale_extension_is_not_carried_out(placement, lead):
    change_placement(placement=placement, by=lead, mentor_name="Per")
    with pytest.raises(StaleVersion):
        actions.extend_placement(
            placement=placement, new_end=day(30), reason="Mer tid", by=lead, version=placement.version
        )
    assert not PlacementExtension.objects.exists()


# --- one workplace at a time ----------------------------------------------------------------------


@pytest.mark.row("L3")
def test_an_overlap_names_the_other_workplace_and_its_days(placement, enrolment, lead):
    with pytest.raises(ValidationError) as refused:
        agree_placement(enrolment=enrolment, employer=factories.EmployerFactory(), by=lead, **terms())
    (text,) = refused.value.message_dict["starts_on"]
    assert placement.employer.name in text
    assert str(day(20).day) in text


@pytest.mark.row("L3")
@pytest.mark.django_db(transaction=True)
def test_one_participant_gets_one_placement_whoever_writes_at_once():
    intake = factories.IntakeFactory(running=True, starts_on=day(-80), theory_ends_on=day(-10), ends_on=day(40))
    enrolment = factories.EnrolmentFactory(intake=intake)
    lead = factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider)
    employers = [factories.EmployerFactory() for _n in range(WRITERS)]
    works = [
        lambda employer=employer: agree_placement(enrolment=enrolment, employer=employer, by=lead, **terms())
        for employer in employers
    ]
    answers = at_once(works)
    assert sum(isinstance(one, Placement) for one in answers) == 1
    assert Placement.objects.count() == 1


@pytest.mark.row("L3")
@pytest.mark.django_db(transaction=True)
def test_the_database_itself_refuses_an_overlap():
    """No lock of the participation, no look at what is there: the constraint alone, at the same instant."""
    enrolment = factories.EnrolmentFactory()
    rows = [
        factories.PlacementFactory.build(
            enrolment=enrolment,
            participant=enrolment.participant,
            employer=factories.EmployerFactory(),
            created_by=factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider),
            slot=1,
        )
        for _n in range(WRITERS)
    ]

    def save(row) -> bool:
        try:
            with transaction.atomic(), holding(row):
                row.save()
        except IntegrityError as error:
            assert "placement_no_overlap" in str(error)
            return False
        return True

    assert sum(at_once([lambda row=row: save(row) for row in rows])) == 1
    assert Placement.objects.count() == 1


# --- the end --------------------------------------------------------------------------------------


@pytest.mark.row("L6")
def test_another_reason_is_said_in_words(placement, lead, client_for):
    with pytest.raises(ValidationError, match="hva som skjedde"):
        end_placement(placement=placement, ends_on=day(0), end_reason="other", by=lead)
    end_placement(placement=placement, ends_on=day(0), end_reason="other", end_note="Kantina stengte", by=lead)
    page = client_for(lead).get(reverse("placements:placement_detail", args=[placement.public_id])).text
    assert "Annet: Kantina stengte" in page


def test_the_plan_for_the_workplace_is_a_pdf(placement, lead):
    plan = factories.TrainingPlanFactory(placement=placement, created_by=lead)
    factories.PlanGoalFactory(plan=plan, reached_on=day(0))
    factories.PlanGoalFactory(plan=plan)
    assert training_document.render(plan).startswith(b"%PDF")
