"""Two at once: the last bought places, and a hand-over while somebody is given a place (C2)."""

import pytest
from django.core.exceptions import ValidationError

from amo import clock
from courses.actions import allocation, contract_lifecycle, enrolments, handover
from courses.actions.catalogue import save_intake
from courses.contract_facts import places_of
from courses.models import Contract, Enrolment, Handover, Intake
from participants import grants as participant_grants
from tests import factories as f
from tests.courses.places.test_concurrency import at_once
from tests.courses.places.world import World, statuses
from tests.factories import today

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.row("C2")]


def test_eight_call_off_the_last_places_and_one_gets_them(case):
    Contract.objects.filter(pk=case.old.pk).update(places_bought=30)
    window = f.AllocationWindowFactory(county=case.county)

    def call_off(number):
        values = {
            "contract": case.old, "window": window, "code": f"K-{number}", "starts_on": today(30),
            "theory_ends_on": today(80), "ends_on": today(100), "place": "Storo", "application_deadline": today(10),
            "capacity": 15,
        }  # fmt: skip
        return save_intake(intake=None, values=values, quotas={}, by=case.staff)

    results = at_once([lambda n=n: call_off(n) for n in range(8)])
    assert sum(isinstance(result, Intake) for result in results) == 1
    assert sum(isinstance(one, ValidationError) and "beyond_reason" in one.message_dict for one in results) == 7
    assert places_of([Contract.objects.get(pk=case.old.pk)])[case.old.pk].left == 0


def test_the_day_comes_in_two_processes_while_people_are_given_places(case):
    """One hand-over, and everybody who got a place is with the new provider from the day on."""
    draft = handover.draft_handover(
        from_contract=case.old, to_contract=case.new, intakes=[case.intake], day=today(), reason="Konkurs.",
        by=case.staff,
    )  # fmt: skip
    Handover.objects.filter(pk=draft.pk).update(status="planned")
    people = [f.ParticipantFactory(office=case.office) for _ in range(4)]
    results = at_once(
        [lambda: contract_lifecycle.advance(clock.now()) for _ in range(2)]
        + [lambda p=p: enrolments.enrol(participant=p, intake=case.intake, by=case.staff) for p in people]
    )
    assert sum(isinstance(result, Enrolment) for result in results) == 4, results
    assert sorted(result for result in results if isinstance(result, int)) == [0, 1]
    case.intake.refresh_from_db()
    assert (case.intake.contract, case.intake.occupied) == (case.new, 4)
    assert Enrolment.objects.visible_to(case.new_lead).count() == 4
    assert not Enrolment.objects.visible_to(case.old_lead).exists()
    assert participant_grants.differences() == []


@pytest.mark.row("A3")
def test_a_class_gets_more_places_while_another_of_its_round_is_handed_over():
    """Both take the contract and the same class, one of them late: without the round first they wait for each other."""
    for _round in range(3):
        world = World(intakes=2, places=1)
        first, second = world.intakes
        queue = [world.applies(first), world.applies(first), world.applies(second)]
        run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
        allocation.approve_run(run=run, by=world.approver)
        new = f.ContractFactory(concept=world.concept, starts_on=today(-5), ends_on=today(900))
        handed = handover.draft_handover(
            from_contract=world.contract, to_contract=new, intakes=[second], day=today(), reason="Konkurs.",
            by=world.maker,
        )  # fmt: skip
        first.refresh_from_db()
        results = at_once(
            [
                lambda one=first, by=world.maker: save_intake(intake=one, values={"capacity": 2}, quotas={}, by=by),
                lambda one=handed, by=world.maker: handover.confirm_handover(handover=one, by=by),
            ]
        )
        assert len(results) == 2 and not [one for one in results if isinstance(one, Exception)], results
        second.refresh_from_db()
        assert second.contract == new
        assert [statuses(one) for one in queue] == [["offered"]] * 3
