"""Runs: proposed, approved by a second person, followed up in the approved order (A1, A2, A3, A4, C3)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from amo import counters, jobs
from amo.models import Notification
from courses.actions import allocation, offers
from courses.models import AllocationDecision, AllocationRun, Intake, Offer
from participants.models import PortfolioRow, Task
from tests import factories
from tests.courses.places.world import World, statuses
from tests.factories import today

pytestmark = pytest.mark.django_db
SEED = "00" * 16


def run_and_approve(world: World) -> AllocationRun:
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    return allocation.approve_run(run=run, by=world.approver)


@pytest.mark.row("A2")
@pytest.mark.row("A4")
def test_who_waited_longest_gets_the_place_and_the_rest_wait_in_order():
    world = World(places=1)
    first, second, third = (world.applies() for _ in range(3))
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    assert statuses(first) == ["pending"], "nothing moves before approval"
    assert not Offer.objects.exists()

    allocation.approve_run(run=run, by=world.approver)

    assert [statuses(a) for a in (first, second, third)] == [["offered"], ["waiting"], ["waiting"]]
    positions = dict(run.decisions.values_list("wish__application", "position"))
    assert (positions[second.pk], positions[third.pk]) == (1, 2)
    assert Intake.objects.get().occupied == 1
    assert Intake.objects.get().status == "allocated"
    run.window.refresh_from_db()
    assert run.window.status == "allocated"
    first.refresh_from_db()
    assert first.status == "decided" and first.decided_at


@pytest.mark.row("A3")
def test_an_offer_tells_the_caseworker_without_a_name_and_makes_a_task():
    world = World()
    application = world.applies()
    run_and_approve(world)
    offer = Offer.objects.get()
    note = Notification.objects.get(membership=world.caseworker)
    assert application.participant.last_name not in note.text
    assert str(offer.public_id) in note.url
    task = Task.objects.get(participant=application.participant)
    assert (task.owner, task.title) == (world.caseworker, "Gi beskjed om tilbud")
    row = PortfolioRow.objects.get(participant=application.participant)
    assert row.offer_deadline > today() and row.course_label == world.concept.title


@pytest.mark.row("A1")
def test_a_lower_wish_is_given_when_the_higher_is_full():
    world = World(intakes=2, places=1)
    one, two = world.intakes
    strong = world.applies(one, two)
    weak = world.applies(one, two)
    run_and_approve(world)
    assert statuses(strong) == ["offered", "pending"]
    assert statuses(weak) == ["waiting", "offered"]


@pytest.mark.row("C3")
def test_an_office_gets_its_minimum_before_others_fill_the_course():
    world = World(places=2)
    other_office = factories.OfficeFactory(county=world.county)
    other = factories.MembershipFactory(office=other_office)
    factories.OfficeQuotaFactory(intake=world.intakes[0], office=world.office, minimum=0, maximum=1)
    factories.OfficeQuotaFactory(intake=world.intakes[0], office=other_office, minimum=1, maximum=1)
    first, second = world.applies(), world.applies()
    late = world.applies(caseworker=other)
    run = run_and_approve(world)
    assert [statuses(a) for a in (first, second, late)] == [["offered"], ["waiting"], ["offered"]]
    refused = run.decisions.get(wish__application=second)
    assert refused.reason == "own_office"
    assert run.decisions.get(wish__application=late).step == "minimum"


def test_free_places_are_filled_over_quota():
    world = World(places=2)
    factories.OfficeQuotaFactory(intake=world.intakes[0], office=world.office, minimum=0, maximum=1)
    world.applies(), world.applies()
    run = run_and_approve(world)
    assert sorted(run.decisions.values_list("step", flat=True)) == ["maximum", "over_quota"]


def test_formal_conditions_block_and_say_which():
    world = World(places=5)
    unregistered = world.applies(
        person=factories.ParticipantFactory(caseworker=world.caseworker, need_reason="Ja", need_assessed_on=today(-1))
    )
    run = run_and_approve(world)
    decision = run.decisions.get()
    assert (decision.outcome, decision.reason) == ("blocked", "not_registered")
    wish = unregistered.wishes.get()
    assert (wish.status, wish.refusal_reason) == ("refused", "requirement")


@pytest.mark.row("A2")
def test_points_come_from_fit_waiting_refusals_and_courses():
    world = World(places=1)
    item = factories.ChecklistItemFactory(concept=world.concept, weight=3)
    factories.ChecklistItemFactory(concept=world.concept, weight=1)
    application = world.applies(days_ago=73)
    person = application.participant
    factories.ChecklistAnswerFactory(participant=person, item=item, answer="met")
    earlier = factories.AllocationWindowFactory(county=world.county)
    factories.WishFactory(
        application__participant=person,
        application__window=earlier,
        intake=factories.IntakeFactory(contract=world.contract, window=earlier),
        status="refused",
        refusal_reason="full",
    )
    factories.MeasureFactory(participant=person, kind="amo", starts_on=today(-400), ends_on=today(-300))
    factories.MeasureFactory(participant=person, kind="amo", starts_on=today(-2000), ends_on=today(-1900))
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    decision = run.decisions.get()
    assert decision.facts["days_waiting"] == 73
    assert decision.points == {"fit": 30, "waiting": 5, "refusals": 10, "courses": -5, "total": 40}


def test_waiting_starts_anew_after_a_start_but_not_after_a_decline_with_a_reason():
    world = World(places=1)
    occupation = factories.OccupationFactory()
    world.concept.occupations.add(occupation)
    person = world.person()
    old = factories.ApplicationFactory(
        participant=person, created_at=factories.courses.clock.now() - factories.courses.dt.timedelta(days=300),
        status="decided",
    )  # fmt: skip
    wish = factories.WishFactory(application=old, intake=world.intake(), status="declined", decline_reason="Syk")
    factories.OfferFactory(wish=wish, status="declined", answered_on=today(-200), contacted=True)
    world.applies(person=person, days_ago=50)
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    assert run.decisions.get().facts["days_waiting"] == 300
    wish.decline_reason = ""
    wish.save()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    assert run.decisions.get().facts["days_waiting"] == 50


@pytest.mark.row("A2")
def test_the_maker_cannot_approve_not_even_with_another_membership():
    world = World()
    world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    twin = factories.MembershipFactory(county_staff=True, county=world.county, user=world.maker.user)
    for by in (world.maker, twin):
        with pytest.raises(ValidationError, match="en annen enn den som laget"):
            allocation.approve_run(run=run, by=by)
    with pytest.raises(IntegrityError, match="approved_by_a_second_person"), transaction.atomic():
        AllocationRun.objects.filter(pk=run.pk).update(status="approved", approved_by=world.maker)
    with pytest.raises(IntegrityError, match="approved_by_a_second_person"), transaction.atomic():
        AllocationRun.objects.filter(pk=run.pk).update(status="approved", approved_by=None)


def test_approval_waits_for_the_deadline():
    world = World(deadline=0)
    world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    with pytest.raises(ValidationError, match="Søknadsfristen er"):
        allocation.approve_run(run=run, by=world.approver)


def test_another_county_neither_runs_nor_approves():
    world = World()
    world.applies()
    stranger = factories.MembershipFactory(county_staff=True)
    with pytest.raises(PermissionDenied):
        allocation.run_allocation(window=world.window, by=stranger)
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    with pytest.raises(PermissionDenied):
        allocation.approve_run(run=run, by=stranger)


def test_a_proposal_whose_ground_has_moved_is_refused():
    world = World()
    application = world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    application.wishes.update(status="closed")
    with pytest.raises(ValidationError, match="endret siden forslaget"):
        allocation.approve_run(run=run, by=world.approver)
    application.wishes.update(status="pending")
    Intake.objects.update(capacity=9)
    with pytest.raises(ValidationError, match="endret siden forslaget"):
        allocation.approve_run(run=run, by=world.approver)


def test_approving_twice_and_discarding_after_are_refused_and_other_proposals_fall():
    world = World()
    world.applies()
    other = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    run = run_and_approve(world)
    other.refresh_from_db()
    assert other.status == "discarded"
    with pytest.raises(ValidationError, match="allerede avgjort"):
        allocation.approve_run(run=run, by=world.approver)
    with pytest.raises(ValidationError, match="allerede avgjort"):
        allocation.discard_run(run=run, by=world.approver)
    assert Offer.objects.count() == 1


def test_places_given_before_are_frozen_in_the_next_run():
    world = World(places=1)
    first = world.applies()
    run_and_approve(world)
    late = world.applies(days_ago=400)
    run = run_and_approve(world)
    assert statuses(first) == ["offered"]
    assert statuses(late) == ["waiting"]
    assert run.decisions.get(wish__application=late).reason == "none_left"


def test_the_same_seed_gives_the_same_answer():
    world = World(places=2)
    for _ in range(6):
        world.applies(days_ago=10)
    runs = [allocation.run_allocation(window=world.window, by=world.maker, seed=SEED) for _ in range(2)]
    first, second = (
        list(AllocationDecision.objects.filter(run=run).order_by("wish").values_list("wish", "outcome", "position"))
        for run in runs
    )
    assert first == second


def test_the_job_makes_one_run_however_often_it_is_run():
    world = World()
    world.applies()
    job_run = allocation.start_run(window=world.window, by=world.maker)
    with pytest.raises(ValidationError, match="allerede under arbeid"):
        allocation.start_run(window=world.window, by=world.maker)
    done = jobs.run(job_run.pk)
    run = AllocationRun.objects.get()
    assert done.status == "done", done.log
    assert done.result["url"] == run.get_absolute_url()
    assert allocation.run_job(done)["url"] == run.get_absolute_url()
    assert AllocationRun.objects.count() == 1


def test_a_round_without_applications_makes_no_proposal():
    world = World()
    with pytest.raises(ValidationError, match="Ingen søknader venter"):
        allocation.start_run(window=world.window, by=world.maker)


def test_a_run_asks_the_same_number_of_questions_whatever_its_size():
    counts = []
    # The first makes the row of the criteria.
    for size in (1, 3, 30):
        world = World(places=2)
        for _ in range(size):
            world.applies()
        with CaptureQueriesContext(connection) as queries:
            allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
        counts.append(len(queries))
    assert counts[1] == counts[2]


def test_counters_agree_after_everything():
    world = World(places=2)
    for _ in range(4):
        world.applies()
    run_and_approve(world)
    one, two = Offer.objects.order_by("pk")
    offers.answer_offer(offer=one, accept=True, by=world.caseworker)
    offers.answer_offer(offer=two, accept=False, reason="Fikk jobb", by=world.caseworker)
    assert Intake.objects.get().occupied == 2
    assert [d for d in counters.check() if d.name == "intake.occupied"] == []
