"""Exceptions in a proposal: a reason, never above capacity or past a requirement, a second person, stored (A2)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from amo import clock, jobs
from courses import ground, run_page, waiting_list
from courses.actions import allocation, applications, exceptions, offers
from courses.models import AllocationException, AllocationRun, Intake, LeftoverRound, Offer
from participants.models import JobseekerPeriod, Participant
from tests import factories
from tests.courses.places.world import World, statuses, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A2")]
SEED = "00" * 16
REASON = "Har hatt læreplass på samme avdeling før."


def propose(world):
    return allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)


def decision(run, application):
    return run.decisions.select_related("run", "wish").get(wish__application=application)


def lift(run, application, by, reason=REASON):
    return exceptions.make_exception(decision=decision(run, application), kind="place", reason=reason, by=by)


def test_a_place_by_exception_goes_before_the_order_and_is_told_to_the_one_it_passed():
    world = World(places=1)
    first, second = world.applies(), world.applies()
    run = lift(propose(world), second, world.maker)
    assert AllocationRun.objects.get(status="discarded").decisions.exists()
    given = decision(run, second)
    assert (given.outcome, given.step, given.facts["exception"]) == ("placed", "exception", REASON)
    passed = decision(run, first)
    assert (passed.outcome, passed.reason, passed.position) == ("waiting", "exception", 1)
    (moved_first, moved_second) = sorted(
        run_page.context(run, world.maker)["effect"], key=lambda one: one["before"] == "ingen plass"
    )
    assert moved_first["who"] == first.participant.list_name and moved_first["after"] == "ingen plass"
    assert moved_second["who"] == second.participant.list_name and moved_second["before"] == "ingen plass"
    allocation.approve_run(run=run, by=world.approver)
    assert [statuses(one) for one in (first, second)] == [["waiting"], ["offered"]]


def test_one_passed_over_gets_no_place_and_no_number_in_the_queue():
    world = World(places=1)
    first, second = world.applies(), world.applies()
    run = propose(world)
    run = exceptions.make_exception(
        decision=decision(run, first), kind="pass_over", reason="Møtte ikke til avtalt samtale.", by=world.maker
    )
    passed = decision(run, first)
    assert (passed.outcome, passed.reason, passed.position) == ("waiting", "passed_over", None)
    assert decision(run, second).outcome == "placed"


@pytest.mark.parametrize("reason", ["", "for kort", "         x"])
def test_a_reason_of_ten_characters_is_asked_for_here_and_in_the_database(reason):
    world = World(places=1)
    _first, second = world.applies(), world.applies()
    run = propose(world)
    with pytest.raises(ValidationError, match="minst ti tegn"):
        lift(run, second, world.maker, reason=reason)
    with pytest.raises(IntegrityError, match="has_a_reason"), transaction.atomic():
        AllocationException.objects.create(
            run=run, wish=second.wishes.get(), kind="place", reason=reason, made_by=world.maker, made_at=run.made_at
        )


def test_never_above_the_capacity():
    world = World(places=1)
    _first, second, third = (world.applies() for _ in range(3))
    run = lift(propose(world), second, world.maker)
    with pytest.raises(ValidationError, match="aldri over kapasiteten"):
        lift(run, third, world.maker)
    assert run.decisions.filter(outcome="placed").count() == 1


def test_a_requirement_has_no_exception():
    world = World(places=2)
    unregistered = world.applies(
        person=factories.ParticipantFactory(
            caseworker=world.caseworker, need_reason="Ja", need_assessed_on="2020-01-01"
        )
    )
    run = propose(world)
    with pytest.raises(ValidationError, match="krav er ikke oppfylt"):
        lift(run, unregistered, world.maker)


def test_the_second_person_made_neither_the_proposal_nor_an_exception_in_it():
    world = World(places=1)
    _first, second = world.applies(), world.applies()
    run = lift(propose(world), second, world.approver)
    assert run.made_by == world.approver
    with pytest.raises(ValidationError, match="en annen enn den som laget"):
        allocation.approve_run(run=run, by=world.approver)
    third = factories.MembershipFactory(county_staff=True, county=world.county)
    again = allocation.run_allocation(
        window=world.window, by=world.maker, seed=SEED, exceptions=run.exceptions.all(), replaces=run
    )
    with pytest.raises(ValidationError, match="Du har gjort et unntak"):
        allocation.approve_run(run=again, by=world.approver)
    allocation.approve_run(run=again, by=third)
    assert again.exceptions.get().made_by == world.approver


def test_an_exception_is_taken_back():
    world = World(places=1)
    first, second = world.applies(), world.applies()
    run = lift(propose(world), second, world.maker)
    run = exceptions.remove_exception(exception=run.exceptions.get(), by=world.maker)
    assert decision(run, first).outcome == "placed"
    assert not run.exceptions.exists()


def test_another_county_and_a_decided_proposal_are_refused():
    world = World(places=1)
    _first, second = world.applies(), world.applies()
    run = propose(world)
    with pytest.raises(PermissionDenied):
        lift(run, second, factories.MembershipFactory(county_staff=True))
    allocation.approve_run(run=run, by=world.approver)
    with pytest.raises(ValidationError, match="allerede avgjort"):
        lift(run, second, world.maker)


@pytest.mark.row("A3")
def test_a_place_given_on_waits_for_a_second_person_only_where_an_exception_has_a_say():
    world = World(intakes=2, places=1)
    one, two = world.intakes
    holder, passed, other = world.applies(one), world.applies(one), world.applies(two)
    last = world.applies(one)
    waiting = world.applies(two)
    run = propose(world)
    run = exceptions.make_exception(
        decision=decision(run, passed), kind="pass_over", reason="Har takket ja til en jobb.", by=world.maker
    )
    allocation.approve_run(run=run, by=world.approver)

    def decline(application):
        offer = Offer.objects.get(wish__application=application, status="outstanding")
        offers.answer_offer(offer=offer, accept=False, reason="Har fått jobb", by=world.caseworker)

    decline(other)
    assert statuses(waiting) == ["offered"], "no exception there: at once"
    decline(holder)
    assert statuses(last) == ["waiting"], "somebody was passed over there"
    proposal = AllocationRun.objects.get(status="preview")
    assert decision(proposal, last).outcome == "placed"
    assert ground.changes(proposal) == []
    with pytest.raises(ValidationError, match="Du har gjort et unntak"):
        allocation.approve_run(run=proposal, by=world.maker)
    allocation.approve_run(run=proposal, by=world.approver)
    assert statuses(last) == ["offered"] and statuses(passed) == ["waiting"]


def decline(world, application):
    offer = Offer.objects.get(wish__application=application, status="outstanding")
    offers.answer_offer(offer=offer, accept=False, reason="Har fått jobb", by=world.caseworker)


def passed_over(world, application):
    """The round approved, with this person passed over."""
    run = exceptions.make_exception(
        decision=decision(propose(world), application), kind="pass_over", reason="Har takket ja til en jobb.",
        by=world.maker,
    )  # fmt: skip
    return allocation.approve_run(run=run, by=world.approver)


@pytest.mark.row("A3")
def test_one_passed_over_at_a_class_with_room_delays_nobody_elsewhere():
    world = World(intakes=2, places=1)
    one, two = world.intakes
    passed, holder = world.applies(one), world.applies(two)
    waiting = world.applies(two)
    passed_over(world, passed)
    decline(world, holder)
    assert (statuses(waiting), statuses(passed)) == (["offered"], ["waiting"])
    assert not AllocationRun.objects.filter(status="preview").exists(), "nothing to approve: nobody else wants it"


@pytest.mark.row("A3")
def test_of_two_free_places_the_one_that_no_exception_touches_goes_at_once():
    world = World(intakes=1, places=3)
    holders, passed = [world.applies() for _ in range(2)], world.applies()
    second, third, fourth = (world.applies() for _ in range(3))
    passed_over(world, passed)
    assert [statuses(one) for one in (second, third)] == [["offered"], ["waiting"]]
    Intake.objects.update(capacity=4)
    decline(world, holders[0])
    # Two places: the third and the fourth in the order, and without the exception she who was passed over and the third.
    assert [statuses(one) for one in (third, fourth)] == [["offered"], ["waiting"]]
    place = waiting_list.places([world.intakes[0].pk], world.maker)[fourth.wishes.get().pk]
    assert place.position == 1, "she has the first place on the list meanwhile"
    proposal = AllocationRun.objects.get(status="preview")
    accepted = Offer.objects.get(wish__application=third, status="outstanding")
    offers.answer_offer(offer=accepted, accept=True, by=world.caseworker)
    assert AllocationRun.objects.get(status="preview") == proposal, "another's yes changes nothing in it"
    assert list(proposal.decisions.filter(outcome="placed").values_list("wish__application", flat=True)) == [fourth.pk]
    allocation.approve_run(run=proposal, by=world.approver)
    assert [statuses(one) for one in (fourth, passed)] == [["offered"], ["waiting"]]


@pytest.mark.row("A3")
def test_a_proposal_that_no_exception_calls_for_any_more_is_put_aside():
    world = World(intakes=1, places=2)
    holder, other, passed, last = (world.applies() for _ in range(4))
    passed_over(world, passed)
    decline(world, holder)
    proposal = AllocationRun.objects.get(status="preview")
    applications.withdraw_application(application=passed, by=world.caseworker)
    decline(world, other)
    proposal.refresh_from_db()
    assert (proposal.status, statuses(last)) == ("discarded", ["offered"])


@pytest.mark.row("A3")
def test_a_place_given_on_does_not_wait_for_the_leftover_round_and_refuses_nobody():
    world = World(intakes=1, places=1)
    holder, passed, last, unregistered = (world.applies() for _ in range(4))
    passed_over(world, passed)
    round_ = LeftoverRound.objects.create(
        window=world.window, deadline=today(5), opened_by=world.maker, opened_at=clock.now()
    )
    JobseekerPeriod.objects.filter(participant=unregistered.participant).delete()
    decline(world, holder)
    proposal = AllocationRun.objects.get(status="preview")
    allocation.approve_run(run=proposal, by=world.approver)
    assert round_.deadline > today()
    assert (statuses(last), statuses(unregistered)) == (["offered"], ["waiting"]), "no refusal by somebody else's no"
    ordinary = propose(world)
    with pytest.raises(ValidationError, match="Fristen for nye ønsker"):
        allocation.approve_run(run=ordinary, by=world.approver)


def test_the_page_of_a_decision_makes_and_refuses_an_exception(client_for):
    world = World(places=1)
    first, second = world.applies(), world.applies()
    run = propose(world)
    maker = client_for(world.maker)
    url = reverse("courses:run_decision", args=[run.public_id, decision(run, second).pk])
    page = text(maker.get(url))
    assert second.participant.list_name in page and "Gjør et unntak" in page
    refused = maker.post(url, {"version": run.version, "kind": "place", "reason": "kort"})
    assert refused.status_code == 422 and "minst ti tegn" in text(refused)
    stale = maker.post(url, {"version": run.version + 1, "kind": "place", "reason": REASON})
    assert stale.status_code == 409 and REASON in text(stale)
    response = maker.post(url, {"version": run.version, "kind": "place", "reason": REASON})
    made = AllocationRun.objects.get(status="preview")
    assert response.url == made.get_absolute_url()
    page = text(client_for(world.approver).get(response.url))
    assert REASON in page and first.participant.list_name in page
    removed = reverse("courses:exception_remove", args=[made.public_id, made.exceptions.get().pk])
    assert maker.post(removed, {"version": made.version}).status_code == 302
    assert not AllocationRun.objects.get(status="preview").exceptions.exists()


@pytest.mark.parametrize("protection", [{"address_protection": "confidential"}, {"is_shielded": True}])
def test_the_reason_about_a_protected_person_is_read_and_removed_only_with_the_flag(protection, client_for):
    world = World(places=1)
    _first, second = world.applies(), world.applies()
    run = lift(propose(world), second, world.maker)
    Participant.objects.filter(pk=second.participant_id).update(**protection)
    url = reverse("courses:exception_remove", args=[run.public_id, run.exceptions.get().pk])
    client = client_for(world.maker)
    assert client.get(url).status_code == 404
    assert client.post(url, {"version": run.version}).status_code == 404
    assert REASON not in text(client.get(run.get_absolute_url()))
    assert run.exceptions.exists()
    flagged = factories.MembershipFactory(county_staff=True, county=world.county, every_flag=True)
    assert REASON in text(client_for(flagged).get(url))


def test_a_proposal_whose_ground_has_moved_says_what_and_is_made_anew_with_its_exception(client_for):
    world = World(places=1)
    _first, second = world.applies(), world.applies()
    run = lift(propose(world), second, world.maker)
    Intake.objects.update(capacity=2)
    client = client_for(world.approver)
    page = text(client.get(run.get_absolute_url()))
    assert "hadde 1 plass og har nå 2." in page and "Lag forslaget på nytt" in page
    approve = reverse("courses:run_approve", args=[run.public_id])
    refused = client.post(approve, {"version": run.version})
    assert refused.status_code == 422 and "hadde 1 plass og har nå 2." in text(refused)
    response = client.post(reverse("courses:run_again", args=[run.public_id]), {"version": run.version})
    assert response.status_code == 302
    assert jobs.run_waiting() == 1
    made = AllocationRun.objects.get(status="preview")
    assert (made.seed, made.exceptions.get().reason) == (run.seed, REASON)
    assert made.decisions.filter(outcome="placed").count() == 2
