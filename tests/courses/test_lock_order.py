"""Rounds are locked before classes, wherever both are touched: else two jobs would wait for each other (C3, A3)."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.actions import (
    absence,
    allocation,
    attendance,
    concept_versions,
    handover,
    intake_plans,
    lifecycle,
    offers,
)
from courses.actions.catalogue import save_intake
from courses.models import AbsenceWarning, Intake, Offer
from participants import grants
from tests import factories as f
from tests.courses.places.world import World
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("C3")]
ROUNDS = "courses_(allocationwindow|intake|contract)"


def locked_by(work, names: str = ROUNDS) -> list[str]:
    """The tables among `names` whose rows are locked, in the order of the statements, each time it changes."""
    locked = re.compile(rf'FROM "{names}".* FOR UPDATE', re.DOTALL)
    with CaptureQueriesContext(
        connection,
    ) as found:
        work()
    tables = [match[1] for query in found.captured_queries if (match := locked.search(query["sql"]))]
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


def test_an_answer_locks_the_class_she_gives_up_together_with_the_one_she_takes():
    world = World(intakes=2, places=1)
    strong, person = world.applies(world.intakes[0]), world.applies(*world.intakes)
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    allocation.approve_run(run=run, by=world.approver)

    def answer(application, accept):
        offer = Offer.objects.get(wish__application=application, status="outstanding")
        offers.answer_offer(offer=offer, accept=accept, reason="Har fått jobb", by=world.caseworker)

    answer(person, accept=True)
    answer(strong, accept=False)
    with CaptureQueriesContext(connection) as found:
        answer(person, accept=True)
    intakes = [one["sql"] for one in found if re.search(r'FROM "courses_intake".*FOR UPDATE', one["sql"])]
    assert all(str(intake.pk) in intakes[0] for intake in world.intakes), intakes[0]


def test_a_concept_that_is_changed_locks_the_rounds_of_its_classes_first():
    world = World(intakes=2)
    version = f.ConceptVersionFactory(concept=world.concept)
    assert locked_by(lambda: concept_versions.pin(world.concept, version)) == ["allocationwindow", "intake"]
    assert set(Intake.objects.values_list("concept_version", flat=True)) == {version.pk}


@pytest.mark.row("K1")
def test_a_warning_about_absence_is_locked_before_its_tasks(freeze):
    monday = dt.date(2026, 9, 7)
    freeze(monday + dt.timedelta(days=4))
    world = World()
    intake = f.IntakeFactory(contract=world.contract, running=True, starts_on=monday, occupied=1)
    person = f.EnrolmentFactory(participant=world.person(), intake=intake)
    grants.repair(grants.differences())

    def record(code):
        for day in (monday, monday + dt.timedelta(days=1)):
            attendance.record_attendance(intake=intake, day=day, codes={person: code}, by=world.lead)

    names = "(?:courses|participants)_(absencewarning|task)"
    record("not_reported")
    assert locked_by(lambda: record("present"), names) == ["absencewarning", "task"], "taken back"
    record("not_reported")
    warning = AbsenceWarning.objects.get(closed_at=None)
    assert locked_by(lambda: absence.close_open([person], by=None), names) == ["absencewarning", "task"]
    AbsenceWarning.objects.filter(pk=warning.pk).update(closed_at=None)
    followed = lambda: absence.follow_up(warning=warning, outcome="talked", did="Ringte.", by=world.lead)  # noqa: E731
    assert locked_by(followed, names) == ["absencewarning", "task"]
