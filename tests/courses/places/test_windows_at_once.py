"""Classes of one month that are typed at the same instant lie in one round; none waits for another for ever (C3)."""

import datetime as dt

import pytest

from courses.actions.catalogue import save_intake
from courses.actions.intake_plans import plan_intakes
from courses.models import AllocationWindow, Intake
from tests import factories as f
from tests.at_once import at_once
from tests.courses.places.world import World
from tests.factories import today

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.row("C3")]


def test_one_round_for_classes_made_at_once_one_by_one_and_by_plan():
    world = World(intakes=0)
    AllocationWindow.objects.all().delete()
    second = f.ContractFactory(concept=f.ConceptFactory(county=world.county), provider=world.provider)
    start = today(200).replace(day=20)

    def values(contract, code):
        return {
            "contract": contract, "code": code, "place": "Oslo", "capacity": 10, "over_capacity": 0,
            "starts_on": start, "theory_ends_on": start + dt.timedelta(days=30),
            "ends_on": start + dt.timedelta(days=60), "application_deadline": today(90),
        }  # fmt: skip

    works = []
    for n in range(4):
        for contract in (world.contract, second):
            single = values(contract, f"EN-{n}-{contract.pk}")
            plan = [values(contract, f"PLAN-{n}-{contract.pk}")]
            works.append(lambda single=single: save_intake(intake=None, values=single, quotas={}, by=world.maker))
            works.append(
                lambda plan=plan, contract=contract: plan_intakes(contract=contract, rows=plan, by=world.maker)
            )
    results = at_once(works)
    assert [one for one in results if isinstance(one, Exception)] == []
    assert Intake.objects.count() == len(works)
    assert AllocationWindow.objects.count() == 1
