"""An application and the plan it needs, sent at the same moment: it is never left waiting for a plan that is there (P7)."""

import pytest
from django.core.exceptions import ValidationError

from amo.versions import StaleVersion
from courses.actions.applications import submit_application, withdraw_application
from courses.models import Application
from participants import actions, portfolio
from participants.models import Plan, Task
from tests import factories as f
from tests.at_once import at_once
from tests.courses.places.world import World
from tests.factories import today

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.row("P7")]
ROUNDS = 6


@pytest.fixture
def world():
    return World(places=20, deadline=10)


def chained(world):
    """Somebody with two courses without work behind her."""
    person = world.person()
    for ended in (-500, -100):
        f.MeasureFactory(
            participant=person, kind="amo", starts_on=today(ended - 60), ends_on=today(ended), ended_in_work=False
        )
    return person


def plan(person, **more):
    steps = [{"what": "Ringe", "responsible": "caseworker", "by_when": today(9)}]
    return actions.save_plan(participant=person, goal="Jobb", steps=steps, by=person.caseworker, **more)


def carry(step):
    """The same step once more, in a new version of the plan."""
    person = step.plan.participant
    row = {"what": step.what, "responsible": step.responsible, "by_when": step.by_when, "origin": step.public_id}
    return actions.save_plan(participant=person, goal="Jobb", steps=[row], by=person.caseworker)


def send(world, person):
    return submit_application(
        participant=person, wishes=world.intakes, by=person.caseworker, against_reason="Vil prøve yrket."
    )


def test_sent_and_planned_at_once_leaves_nothing_waiting(world):
    people = [chained(world) for _ in range(ROUNDS)]
    works = [lambda p=p: send(world, p) for p in people] + [lambda p=p: plan(p) for p in people]
    results = at_once(works)
    assert not [result for result in results if isinstance(result, Exception)]
    assert Application.objects.count() == Plan.objects.count() == ROUNDS
    assert not [application for application in Application.objects.all() if application.awaits_plan]
    assert not Task.objects.open().filter(kind="plan").exists()


def test_withdrawn_and_planned_at_once_ends_in_one_of_two_states(world):
    people = [chained(world) for _ in range(ROUNDS)]
    sent = [send(world, person) for person in people]
    works = [lambda a=a: withdraw_application(application=a, by=world.caseworker) for a in sent]
    results = at_once(works + [lambda p=p: plan(p) for p in people])
    assert not [result for result in results if isinstance(result, Exception)]
    assert set(Application.objects.values_list("status", flat=True)) == {"withdrawn"}
    assert not Task.objects.open().filter(kind="plan").exists()
    assert Plan.objects.count() == ROUNDS


def test_two_who_save_the_same_plan_make_one_version_each_in_turn(world):
    person = chained(world)
    results = at_once([lambda: plan(person, expected_number=1) for _ in range(ROUNDS)])
    assert sum(isinstance(result, Plan) for result in results) == 1
    assert sum(isinstance(result, StaleVersion) for result in results) == ROUNDS - 1
    assert Task.objects.open().filter(kind="plan_step").count() == 1


def test_a_step_ticked_while_a_new_version_is_saved_is_not_lost(world):
    """Either the tick came first and is carried over, or it is told that the plan has changed."""
    people = [chained(world) for _ in range(ROUNDS)]
    steps = [plan(person).steps.get() for person in people]
    works = [lambda s=s: actions.tick_step(step=s, done=True, by=world.caseworker) for s in steps]
    carried = [
        {"what": s.what, "responsible": s.responsible, "by_when": s.by_when, "origin": s.public_id} for s in steps
    ]
    works += [
        lambda p=p, row=row: actions.save_plan(participant=p, goal="Jobb", steps=[row], by=p.caseworker)
        for p, row in zip(people, carried, strict=True)
    ]
    refused = sum(isinstance(result, ValidationError) for result in at_once(works))
    done = sum(plan.steps.get().done_on is not None for plan in Plan.objects.filter(is_current=True))
    assert done + refused == ROUNDS
    assert Task.objects.open().filter(kind="plan_step").count() == refused


def test_a_measure_recorded_while_a_plan_is_saved_makes_neither_wait_for_the_other(world):
    """Both lock the person first and her row in the list after: the other way round two would wait for each other."""
    people = [chained(world) for _ in range(ROUNDS)]

    def record(person):
        return actions.record_measure(
            participant=person,
            kind="amo",
            title="Truckkurs",
            starts_on=today(-900),
            ends_on=today(-880),
            by=world.caseworker,
        )

    results = at_once([lambda p=p: record(p) for p in people] + [lambda p=p: plan(p) for p in people])
    assert not [result for result in results if isinstance(result, Exception)] and len(results) == 2 * ROUNDS
    rows = portfolio.snapshot()
    portfolio.rebuild()
    assert portfolio.snapshot() == rows


def test_a_task_done_while_a_new_version_is_saved_is_done_in_the_step_in_force(world):
    """Whichever came first, the task and the step of the plan in force say the same."""
    people = [chained(world) for _ in range(ROUNDS)]
    steps = [plan(person).steps.get() for person in people]
    tasks = [Task.objects.get(dedupe_key=step.task_key) for step in steps]
    works = [lambda t=t: actions.complete_task(task=t, by=world.caseworker) for t in tasks]
    works += [lambda s=s: carry(s) for s in steps]
    assert not [result for result in at_once(works) if isinstance(result, Exception)]
    assert not Task.objects.open().filter(kind="plan_step").exists()
    assert all(plan.steps.get().done_on for plan in Plan.objects.filter(is_current=True))


def test_a_task_read_before_a_new_version_was_saved_is_done_in_the_new_step(world):
    old = plan(chained(world)).steps.get()
    task = Task.objects.get(dedupe_key=old.task_key)
    new = carry(old).steps.get()
    actions.complete_task(task=task, by=world.caseworker)
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.done_on, new.done_on) == (None, today(0))
