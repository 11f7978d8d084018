"""A class that is called off before its start: what becomes of everybody on it (C3)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from amo import clock, counters
from amo.models import Notification
from courses import letter_content
from courses.actions import allocation, endings, offers
from courses.allocation_data import load
from courses.models import Application, DecisionLetter, Enrolment, Intake, IntakeEnding, Offer
from participants import grants
from participants.models import AccessGrant, PortfolioRow, Task
from placements.models import Placement
from placements.slots import stays_at
from tests import factories
from tests.courses.places.world import World, statuses

pytestmark = [pytest.mark.django_db, pytest.mark.row("C3")]
REASON = "For få søkere til at kurset kan holdes."


def allocated(world) -> None:
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    allocation.approve_run(run=run, by=world.approver)


def accept(world, application) -> Enrolment:
    offer = Offer.objects.get(wish__application=application, status="outstanding")
    offers.answer_offer(offer=offer, accept=True, by=world.caseworker)
    return Enrolment.objects.get(wish__application=application, status="awaiting_start")


def call_off(world, intake, **more) -> Intake:
    return endings.call_off(intake=intake, reason=REASON, by=world.maker, **more)


def sound() -> None:
    """Counters and grants are as their sources say."""
    assert counters.check() == []
    # The world gives the county's grants of applications by hand; what enrolments give is the app's own.
    wrong = [one for one in grants.differences() if (one.expected or one.found).source == AccessGrant.Source.ENROLMENT]
    assert wrong == []


def test_offer_place_and_wait_all_end_and_everybody_s_caseworker_has_a_task():
    world = World(intakes=1, places=2)
    placed, offered, waits = (world.applies() for _ in range(3))
    allocated(world)
    enrolment = accept(world, placed)
    intake = call_off(world, world.intakes[0])
    enrolment.refresh_from_db()
    assert intake.status == "called_off"
    assert enrolment.status == "not_started"
    assert Offer.objects.get(wish__application=offered).status == "withdrawn"
    assert [statuses(one) for one in (placed, offered, waits)] == [["closed"]] * 3
    assert Intake.objects.get().occupied == 0
    tasks = Task.objects.open()
    assert {task.participant_id for task in tasks} == {one.participant_id for one in (placed, offered, waits)}
    assert {(task.kind, task.owner) for task in tasks} == {("intake_ended", world.caseworker)}
    sound()


@pytest.mark.row("A5")
def test_who_had_a_place_is_told_in_a_letter_and_the_letter_of_an_offer_is_put_aside():
    world = World(intakes=1, places=2)
    placed, offered, _waits = (world.applies() for _ in range(3))
    allocated(world)
    enrolment = accept(world, placed)
    call_off(world, world.intakes[0])
    letter = DecisionLetter.objects.for_content().get(kind="end")
    assert letter.enrolment == enrolment and letter_content.occasion(letter) == "called_off"
    assert DecisionLetter.objects.get(kind="offer", wish__application=offered).status == "discarded"


def test_she_who_accepted_waits_again_for_what_her_acceptance_closed():
    world = World(intakes=2, places=1)
    first, second = world.intakes
    ahead = world.applies(second)
    both = world.applies(first, second)
    allocated(world)
    accept(world, both)
    assert statuses(both) == ["accepted", "closed"]
    call_off(world, first)
    assert statuses(both) == ["closed", "waiting"]
    # The place on the other course comes free: it goes to her, at once, in the approved order.
    offers.answer_offer(
        offer=Offer.objects.get(wish__application=ahead), accept=False, reason="Har fått jobb.", by=world.caseworker
    )
    assert statuses(both) == ["closed", "offered"]
    sound()


def test_a_free_place_on_her_next_wish_is_offered_in_the_same_moment():
    world = World(intakes=2, places=1)
    first, second = world.intakes
    both = world.applies(first, second)
    allocated(world)
    accept(world, both)
    call_off(world, first)
    assert statuses(both) == ["closed", "offered"]
    assert Offer.objects.get(wish__intake=second).status == "outstanding"


def test_a_wish_she_did_not_want_to_keep_stays_closed():
    """What she let go herself at another time is no wish of hers any more: nobody is placed against her will."""
    world = World(intakes=3, places=1)
    first, second, third = world.intakes
    world.applies(first)
    application = world.applies(first, second, third)
    allocated(world)
    assert statuses(application) == ["waiting", "offered", "pending"]
    higher = application.wishes.get(rank=1)
    higher.status = "closed"
    higher.save()
    event = higher.events.order_by("pgh_id").last()
    accept(world, application)
    # All of a test is one transaction: set the first change apart from the acceptance, as another day would be.
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE courses_wishevent DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE courses_wishevent SET pgh_created_at = pgh_created_at - interval '1 day' WHERE pgh_id = %s",
            [event.pgh_id],
        )
        cursor.execute("ALTER TABLE courses_wishevent ENABLE TRIGGER USER")
    call_off(world, second)
    assert statuses(application) == ["closed", "closed", "offered"]


def test_waiting_time_and_refusals_are_as_before():
    world = World(intakes=2, places=1)
    first, second = world.intakes
    application = world.applies(first, second, days_ago=200)
    allocated(world)
    accept(world, application)
    call_off(world, first)
    later = factories.AllocationWindowFactory(county=world.county, first_start=world.window.first_start)
    next_intake = factories.IntakeFactory(contract=world.contract, window=later)
    new = factories.ApplicationFactory(participant=application.participant, window=later)
    wish = factories.WishFactory(application=new, intake=next_intake)
    facts = load(later, day=clock.today()).facts[wish.pk]
    assert (facts["days_waiting"], facts["earlier_refusals"], facts["earlier_courses"]) == (200, 0, 0)


def test_before_the_allocation_the_other_wishes_go_on_and_an_empty_application_is_settled():
    world = World(intakes=2, places=1, deadline=5)
    first, second = world.intakes
    both, only = world.applies(first, second), world.applies(first)
    call_off(world, first)
    assert statuses(both) == ["closed", "pending"]
    assert Application.objects.get(pk=both.pk).status == "submitted"
    assert Application.objects.get(pk=only.pk).status == "decided", "she may be applied for again in this round"
    assert Task.objects.open().count() == 2


def test_provider_loses_the_persons_and_the_placement_is_cancelled():
    world = World()
    application = world.applies()
    allocated(world)
    enrolment = accept(world, application)
    employer = factories.EmployerFactory(slots=1)
    placement = factories.PlacementFactory(enrolment=enrolment, employer=employer)
    call_off(world, world.intakes[0])
    placement.refresh_from_db()
    assert placement.status == Placement.Status.CANCELLED
    assert stays_at(employer) == {}
    until = AccessGrant.objects.filter(provider=world.provider).values_list("ends_on", flat=True)
    assert set(until) == {clock.today()}
    sound()


def test_the_portfolio_no_longer_shows_the_course():
    world = World()
    application = world.applies()
    allocated(world)
    accept(world, application)
    call_off(world, world.intakes[0])
    row = PortfolioRow.objects.get(pk=application.participant_id)
    assert (row.course_starts_on, row.offer_deadline) == (None, None)
    assert row.next_action.startswith("Kurset er avlyst")


def test_messages_carry_counts_and_no_names():
    world = World(places=3)
    lead = factories.MembershipFactory(office_lead=True, office=world.office)
    applications = [world.applies() for _ in range(2)]
    call_off(world, world.intakes[0])
    own = Notification.objects.get(membership=world.caseworker)
    assert "Det gjelder 2 av brukerne dine." in own.text
    assert "Det gjelder 2 brukere ved kontoret." in Notification.objects.get(membership=lead).text
    assert "er avlyst" in Notification.objects.get(membership=world.lead).text
    texts = " ".join(Notification.objects.values_list("text", flat=True))
    assert not any(application.participant.last_name in texts for application in applications)


def test_office_leads_are_told_only_when_wanted():
    world = World()
    lead = factories.MembershipFactory(office_lead=True, office=world.office)
    world.applies()
    call_off(world, world.intakes[0], tell_office_leads=False)
    assert not Notification.objects.filter(membership=lead).exists()


def test_a_strictly_confidential_person_is_in_no_count():
    world = World()
    hidden = world.person(address_protection="strictly_confidential")
    world.applies(person=hidden)
    call_off(world, world.intakes[0])
    assert not Notification.objects.filter(membership=world.caseworker).exists()
    assert Task.objects.get().participant == hidden


def test_the_decision_is_kept_with_who_why_and_what_was_planned():
    world = World()
    intake = call_off(world, world.intakes[0])
    ending = IntakeEnding.objects.get(intake=intake)
    assert (ending.kind, ending.reason, ending.decided_by) == ("called_off", REASON, world.maker)
    assert ending.planned_ends_on == intake.ends_on


@pytest.mark.parametrize("reason", ["", "   ", "for få"])
def test_a_reason_is_needed(reason):
    world = World()
    with pytest.raises(ValidationError, match="Skriv en begrunnelse"):
        endings.call_off(intake=world.intakes[0], reason=reason, by=world.maker)
    assert Intake.objects.get().status == "open"


def test_what_has_started_or_ended_is_not_called_off(freeze):
    world = World(start=1)
    intake = world.intakes[0]
    freeze(intake.starts_on)
    with pytest.raises(ValidationError, match="har startet"):
        call_off(world, intake)
    Intake.objects.update(status="running")
    with pytest.raises(ValidationError, match="kan ikke avlyses"):
        call_off(world, intake)


def test_only_the_county_of_the_course_calls_it_off():
    world = World()
    other = factories.MembershipFactory(county_staff=True)
    for by in (other, world.caseworker, world.lead):
        with pytest.raises(PermissionDenied):
            endings.call_off(intake=world.intakes[0], reason=REASON, by=by)


def test_twice_is_refused_the_second_time():
    world = World()
    call_off(world, world.intakes[0])
    with pytest.raises(ValidationError, match="kan ikke avlyses"):
        call_off(world, world.intakes[0])


def test_a_proposal_made_before_cannot_be_approved_afterwards():
    world = World()
    world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    call_off(world, world.intakes[0])
    with pytest.raises(ValidationError, match="endret siden forslaget"):
        allocation.approve_run(run=run, by=world.approver)
    assert not Offer.objects.exists()
