"""Places under pressure: the last one is given once, whoever asks at once (C3)."""

import threading
from collections import Counter

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo.versions import StaleVersion
from courses.actions import allocation, enrolments, exceptions, offers
from courses.models import AllocationException, AllocationRun, Enrolment, Intake, Offer, Wish
from tests import factories
from tests.at_once import at_once
from tests.courses.places.world import World, text

WRITERS = 24
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.row("C3")]


def test_24_for_the_last_place_fill_it_once():
    world = World(places=3)
    intake = world.intakes[0]
    people = [world.person() for _ in range(WRITERS)]
    for person in people[:2]:
        enrolments.enrol(participant=person, intake=intake, by=world.maker)
    results = at_once(
        [lambda p=person: enrolments.enrol(participant=p, intake=intake, by=world.maker) for person in people[2:]]
        + [lambda p=p: enrolments.enrol(participant=p, intake=intake, by=world.maker) for p in people[:2]]
    )
    assert len(results) == WRITERS
    assert sum(isinstance(result, Enrolment) for result in results) == 1
    assert Intake.objects.get().occupied == Enrolment.objects.count() == 3


def test_24_answers_to_offers_of_one_round_overbook_nothing():
    """Twelve accept and twelve decline at once, with a queue behind: every place ends with one person or one offer."""
    world = World(places=WRITERS)
    for _ in range(WRITERS + 6):
        world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    allocation.approve_run(run=run, by=world.approver)
    made = list(Offer.objects.order_by("pk"))
    assert len(made) == WRITERS
    results = at_once(
        [
            lambda n=n, offer=offer: offers.answer_offer(
                offer=offer, accept=n % 2 == 0, reason="Nei takk", by=world.caseworker
            )
            for n, offer in enumerate(made)
        ]
    )
    assert [result for result in results if isinstance(result, Exception)] == []
    intake = Intake.objects.get()
    outstanding = Offer.objects.filter(status="outstanding").count()
    assert Enrolment.objects.count() == 12
    assert outstanding == 6, "the six who waited were offered what came free"
    assert intake.occupied == 12 + outstanding
    left = Counter(Wish.objects.exclude(status__in=["accepted", "offered"]).values_list("status", flat=True))
    assert left == {"declined": 12}


def test_an_offer_answered_twice_at_once_enrols_once():
    world = World()
    world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    allocation.approve_run(run=run, by=world.approver)
    offer = Offer.objects.get()
    results = at_once([lambda: offers.answer_offer(offer=offer, accept=True, by=world.caseworker) for _ in range(4)])
    assert sum(isinstance(result, Offer) for result in results) == 1
    assert Enrolment.objects.count() == 1


def test_two_approve_at_once_and_offers_go_out_once():
    world = World()
    world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    third = factories.MembershipFactory(county_staff=True, county=world.county)
    results = at_once([lambda by=by: allocation.approve_run(run=run, by=by) for by in (world.approver, third)])
    assert sum(isinstance(result, ValidationError) for result in results) == 1
    assert Offer.objects.count() == 1


def meet_before(monkeypatch, number: int) -> None:
    """Let so many of those who make a proposal anew read it before the first of them stores anything."""
    gate, makes = threading.Barrier(number), exceptions.run_allocation

    def together(**given):
        gate.wait()
        return makes(**given)

    monkeypatch.setattr(exceptions, "run_allocation", together)


@pytest.mark.row("A2")
def test_two_exceptions_at_once_leave_one_proposal_and_tell_the_second(monkeypatch):
    world = World(places=1)
    _first, *others = (world.applies() for _ in range(3))
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    decisions = [run.decisions.select_related("run", "wish").get(wish__application=one) for one in others]
    meet_before(monkeypatch, 2)
    results = at_once(
        [
            lambda one=one, by=by: exceptions.make_exception(
                decision=one, kind="place", reason="Har hatt læreplass der.", by=by, expected_version=run.version
            )
            for one, by in zip(decisions, (world.maker, world.approver), strict=True)
        ]
    )
    assert sorted(type(result).__name__ for result in results) == ["AllocationRun", "StaleVersion"]
    preview = AllocationRun.objects.get(status="preview")
    assert (preview in results, preview.exceptions.count(), AllocationException.objects.count()) == (True, 1, 1)


@pytest.mark.row("A2")
def test_the_page_of_the_second_answers_409_and_keeps_the_reason(monkeypatch, client_for):
    """While the second's exception is counted, the first's is stored."""
    world = World(places=1)
    _first, second, third = (world.applies() for _ in range(3))
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    at = {one: run.decisions.select_related("run", "wish").get(wish__application=one) for one in (second, third)}
    makes, colleague = exceptions.run_allocation, client_for(world.approver)

    def quicker(**given):
        monkeypatch.setattr(exceptions, "run_allocation", makes)
        reason = "Den første som lagrer."
        at_once([lambda: exceptions.make_exception(decision=at[third], kind="place", reason=reason, by=world.approver)])
        return makes(**given)

    monkeypatch.setattr(exceptions, "run_allocation", quicker)
    url = reverse("courses:run_decision", args=[run.public_id, at[second].pk])
    typed = {"version": run.version, "kind": "place", "reason": "Har hatt læreplass på avdelingen."}
    response = client_for(world.maker).post(url, typed)
    assert response.status_code == 409
    assert typed["reason"] in text(response)
    again = colleague.post(url, typed | {"version": AllocationRun.objects.get(pk=run.pk).version})
    assert again.status_code == 422 and "erstattet av et nytt" in text(again)
    assert AllocationRun.objects.filter(status="preview").count() == 1


@pytest.mark.row("A2")
def test_a_proposal_taken_out_of_play_is_not_made_anew_by_the_job():
    world = World(places=1)
    world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    allocation.discard_run(run=run, by=world.maker)
    with pytest.raises(ValidationError, match="lagt til side"):
        allocation.run_allocation(window=world.window, by=world.maker, replaces=run)
    with pytest.raises(StaleVersion):
        allocation.start_run(window=world.window, by=world.maker, again=run, expected_version=run.version)
    with pytest.raises(ValidationError, match="lagt til side"):
        allocation.start_run(window=world.window, by=world.maker, again=run)
    assert AllocationRun.objects.count() == 1
