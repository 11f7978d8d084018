"""Rounds are locked before classes, wherever both are touched: else two jobs would wait for each other (C3, A3)."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.actions import handover, intake_plans, lifecycle
from courses.actions.catalogue import save_intake
from courses.models import Intake
from tests import factories as f
from tests.courses.places.world import World
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("C3")]
LOCKED = re.compile(r'FROM "courses_(allocationwindow|intake|contract)".* FOR UPDATE', re.DOTALL)


def locked_by(work) -> list[str]:
    """The tables whose rows are locked, in the order of the statements, each time it changes."""
    with CaptureQueriesContext(
        connection,
    ) as found:
        work()
    tables = [match[1] for query in found.captured_queries if (match := LOCKED.search(query["sql"]))]
    return [table for number, table in enumerate(tables) if number == 0 or tables[number - 1] != table]


def handed_over(world):
    other = f.ContractFactory(concept=world.concept, ends_on=today(900), starts_on=today(-5))
    draft = handover.draft_handover(
        from_contract=world.contract, to_contract=other, intakes=world.intakes, day=today(), reason="Konkurs.",
        by=world.maker,
    )  # fmt: skip
    return handover.confirm_handover(handover=draft, by=world.maker)


def test_a_hand_over():
    world = World(intakes=2)
    order = locked_by(lambda: handed_over(world))
    assert order[:3] == ["allocationwindow", "intake", "contract"]
    assert order == ["allocationwindow", "intake", "contract"] * (len(order) // 3), order
    assert {intake.contract_id for intake in Intake.objects.all()} != {world.contract.pk}


def test_the_day_a_class_starts():
    world = World(intakes=2)
    waits = world.applies()
    Intake.objects.update(starts_on=today())
    assert locked_by(lambda: lifecycle.start_intakes(today())) == ["allocationwindow", "intake"]
    assert set(Intake.objects.values_list("status", flat=True)) == {"running"}
    assert waits.wishes.filter(status="refused").count() == 2


def test_a_class_that_is_changed_and_quotas_of_several():
    world = World(intakes=2)
    changed = locked_by(lambda: save_intake(intake=world.intakes[0], values={"capacity": 5}, quotas={}, by=world.maker))
    assert changed[:2] == ["allocationwindow", "intake"]

    def quotas():
        from courses import quota_proposals

        method = quota_proposals.NONE
        found = quota_proposals.propose(
            list(Intake.objects.with_names()), method, county_id=world.county.pk, minimum_percent=50, day=today()
        )
        intake_plans.set_quotas(
            intakes=list(Intake.objects.all()), method=method, minimum_percent=50,
            seen=quota_proposals.fingerprint(found), by=world.maker,
        )  # fmt: skip

    assert locked_by(quotas)[:2] == ["allocationwindow", "intake"]
