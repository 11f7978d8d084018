"""The pages that call a class off or cut it short, and dates that would put somebody on two courses at once (C3)."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo import workdays
from courses.actions import allocation, endings, offers
from courses.actions.catalogue import save_intake
from courses.models import Enrolment, Intake, Offer
from tests import factories as f
from tests.courses.places.world import World, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("C3")]
REASON = "For få søkere til at kurset kan holdes."


@pytest.fixture
def world():
    """Two classes: one person placed on the first with the second as her next wish, one offered, one waiting."""
    world = World(intakes=2, places=2)
    first, second = world.intakes
    world.placed = world.applies(first, second)
    world.offered = world.applies(first)
    world.waits = world.applies(first)
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    allocation.approve_run(run=run, by=world.approver)
    offer = Offer.objects.get(wish__application=world.placed)
    offers.answer_offer(offer=offer, accept=True, by=world.caseworker)
    first.refresh_from_db()
    return world


def url_of(intake, name="intake_call_off") -> str:
    return reverse(f"courses:{name}", args=[intake.public_id])


def body(intake, **changes) -> dict:
    intake.refresh_from_db()
    values = {"reason": REASON, "sure": "on", "tell_office_leads": "on", "version": intake.version}
    return values | {"submission": str(uuid.uuid4())} | changes


def test_what_it_does_to_everybody_is_shown_first(world, client_for):
    page = text(client_for(world.maker).get(url_of(world.intakes[0])))
    assert "Det gjelder 3 personer." in page
    assert "2 av dem har ikke andre ønsker i runden." in page
    for application in (world.placed, world.offered, world.waits):
        assert application.participant.list_name in page
    for words in ("Mister plassen før start", "Får tilbudet trukket tilbake", "Venter på plass her"):
        assert words in page
    assert "Venter videre på 1 annet ønske, med samme ventetid." in page
    assert "Dette kan ikke angres." in page
    assert Intake.objects.get(pk=world.intakes[0].pk).status != "called_off"


def test_what_is_shown_is_what_happens(world, client_for):
    client = client_for(world.maker)
    intake = world.intakes[0]
    response = client.post(url_of(intake), body(intake))
    assert response.status_code == 302
    page = text(client.get(response.url))
    assert "Kurset er avlyst." in page
    assert REASON in page
    assert list(world.placed.wishes.values_list("status", flat=True)) == ["closed", "offered"]
    assert client.get(url_of(intake)).status_code == 403


def test_it_must_be_meant_and_have_a_reason(world, client_for):
    client = client_for(world.maker)
    intake = world.intakes[0]
    for changes, message in (
        ({"sure": ""}, "Bekreft at du har sett hvem det gjelder."),
        ({"reason": ""}, "Skriv hvorfor kurset ikke gjennomføres som planlagt."),
        ({"reason": "kort"}, "Skriv en begrunnelse på minst 10 tegn."),
        ({"reason": "x" * 301}, "Begrunnelsen kan ha høyst 300 tegn."),
    ):
        response = client.post(url_of(intake), body(intake, **changes))
        assert response.status_code == 422
        assert message in text(response)
    assert not Intake.objects.filter(status="called_off").exists()


def test_somebody_else_saved_in_between(world, client_for):
    intake = world.intakes[0]
    stale = body(intake)
    Intake.objects.filter(pk=intake.pk).update(version=intake.version + 1, place="Et annet sted")
    response = client_for(world.maker).post(url_of(intake), stale)
    assert response.status_code == 409
    assert REASON in text(response)


def test_masked_people_are_counted_without_name_and_strictly_confidential_ones_not_at_all(world, client_for):
    masked = world.waits.participant
    masked.address_protection = "confidential"
    masked.save()
    hidden = world.offered.participant
    hidden.address_protection = "strictly_confidential"
    hidden.save()
    page = text(client_for(world.maker).get(url_of(world.intakes[0])))
    assert "Det gjelder 2 personer." in page
    assert "Beskyttet" in page
    assert masked.last_name not in page
    assert hidden.last_name not in page


def test_an_empty_class_says_so(world, client_for):
    empty = world.intake()
    assert "Ingen har søkt eller fått plass." in text(client_for(world.maker).get(url_of(empty)))


def test_only_the_county_is_offered_it(world, client_for):
    detail = reverse("courses:intake_detail", args=[world.intakes[0].public_id])
    assert "/avlys/" in text(client_for(world.maker).get(detail))
    for other in (world.caseworker, f.MembershipFactory(county_staff=True)):
        assert "/avlys/" not in text(client_for(other).get(detail))


def test_a_running_class_is_cut_short_from_its_page(world, client_for):
    running = f.IntakeFactory(contract=world.contract, running=True, occupied=1)
    enrolment = f.EnrolmentFactory(participant=world.person(), intake=running, granted=True)
    client = client_for(world.maker)
    assert "Deltar og slutter med kurset" in text(client.get(url_of(running, "intake_cut_short")))
    response = client.post(url_of(running, "intake_cut_short"), body(running, last_day=today(-1000).isoformat()))
    assert response.status_code == 422
    assert "Siste dag kan ikke være før kursstarten" in text(response)
    response = client.post(url_of(running, "intake_cut_short"), body(running, last_day=today(-1).isoformat()))
    assert response.status_code == 302
    own = text(client_for(world.caseworker).get(enrolment.get_absolute_url()))
    assert "Kurset ble stanset" in own
    assert REASON in own
    person = reverse("participants:detail", args=[enrolment.participant.public_id])
    assert "Kurset ble stanset" in text(client_for(world.caseworker).get(person))
    assert "Fullførte kurset" not in text(client_for(world.caseworker).get(person))


def test_the_provider_reads_why_on_its_own_page(world, client_for):
    running = f.IntakeFactory(contract=world.contract, running=True)
    endings.cut_short(intake=running, last_day=today(3), reason=REASON, by=world.maker)
    page = text(client_for(world.lead).get(reverse("courses:roster", args=[running.public_id])))
    assert REASON in page


def test_called_off_stands_on_the_person_s_page(world, client_for):
    endings.call_off(intake=world.intakes[0], reason=REASON, by=world.maker)
    enrolment = Enrolment.objects.get(wish__application=world.placed)
    assert "Kurset ble avlyst" in text(client_for(world.caseworker).get(enrolment.get_absolute_url()))


# --- dates that are moved -------------------------------------------------------------------------


def test_one_who_would_be_on_two_courses_is_named_before_anything_is_saved(world, client_for):
    intake = world.intakes[0]
    person = world.placed.participant
    enrolment = Enrolment.objects.get(participant=person)
    next_course = f.IntakeFactory(contract=world.contract, starts_on=intake.ends_on + dt.timedelta(days=10))
    f.EnrolmentFactory(participant=person, intake=next_course, status="awaiting_start")
    late = intake.ends_on + dt.timedelta(days=14)
    with pytest.raises(ValidationError) as refused:
        save_intake(intake=intake, values={"ends_on": late}, quotas={}, by=world.maker)
    (message,) = refused.value.message_dict["starts_on"]
    assert message.startswith(f"{person.list_name} går på {world.concept.title}")
    enrolment.refresh_from_db()
    assert enrolment.ends_on == Intake.objects.get(pk=intake.pk).ends_on != late


def test_a_protected_person_is_told_of_without_her_name(world):
    intake = world.intakes[0]
    person = world.placed.participant
    person.address_protection = "strictly_confidential"
    person.save()
    next_course = f.IntakeFactory(contract=world.contract, starts_on=intake.ends_on + dt.timedelta(days=10))
    f.EnrolmentFactory(participant=person, intake=next_course, status="awaiting_start")
    with pytest.raises(ValidationError, match="Flere på kurset") as refused:
        save_intake(
            intake=intake, values={"ends_on": intake.ends_on + dt.timedelta(days=14)}, quotas={}, by=world.maker
        )
    assert person.last_name not in str(refused.value)


def a_saturday(after: dt.date) -> dt.date:
    return after + dt.timedelta(days=(5 - after.weekday()) % 7)


def test_a_deadline_on_a_day_off_moves_to_the_next_working_day_and_says_so(world, client_for):
    saturday = a_saturday(today(10))
    start = saturday + dt.timedelta(days=40)
    values = {
        "contract": world.contract.pk, "code": "K-LØR", "starts_on": start.isoformat(),
        "theory_ends_on": (start + dt.timedelta(days=60)).isoformat(),
        "ends_on": (start + dt.timedelta(days=90)).isoformat(), "place": "Økern",
        "application_deadline": saturday.isoformat(), "capacity": 10, "over_capacity": 0,
        "quota-TOTAL_FORMS": 1, "quota-INITIAL_FORMS": 1, "submission": str(uuid.uuid4()),
    }  # fmt: skip
    page = text(client_for(world.maker).post(reverse("courses:intake_new"), values, follow=True))
    assert "er en fridag. Søknadsfristen er satt til neste virkedag" in page
    assert Intake.objects.get(code="K-LØR").application_deadline == workdays.next_working_day(saturday)


def test_a_deadline_that_would_move_past_the_start_is_refused(world):
    saturday = a_saturday(today(10))
    values = {"application_deadline": saturday, "starts_on": saturday, "window": None}
    with pytest.raises(ValidationError, match="flyttes til neste virkedag"):
        save_intake(intake=world.intake(), values=values, quotas={}, by=world.maker)


def test_a_deadline_that_is_not_touched_stays(world):
    intake = world.intake()
    saturday = a_saturday(today(-10))
    Intake.objects.filter(pk=intake.pk).update(application_deadline=saturday)
    save_intake(intake=intake, values={"place": "Økern"}, quotas={}, by=world.maker)
    intake.refresh_from_db()
    assert (intake.place, intake.application_deadline) == ("Økern", saturday)
