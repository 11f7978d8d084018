"""What changes the chain changes the day a plan is asked for, and releases an application it no longer holds (P7)."""

import datetime as dt

import pytest

from amo import tick
from courses import plan_rule
from courses.actions import lifecycle
from courses.actions.applications import withdraw_application
from courses.allocation_data import awaiting_plan
from participants import actions, portfolio
from participants.models import PortfolioRow, Task
from tests import factories as f
from tests.courses.nav.plans import apply, chain, course
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("P7")]


@pytest.fixture
def held(case):
    """An application that waits for a plan."""
    chain(case.person, second_ended=today(-84))
    return apply(case)


# --- the portfolio ------------------------------------------------------------------------------


def chain_from(person):
    return PortfolioRow.objects.get(pk=person.pk).chain_from


def test_what_changes_the_chain_changes_the_portfolio(case):
    by = case.caseworker
    for title, ended in (("Renhold", -500), ("Truck", -200)):
        actions.record_measure(
            participant=case.person, kind="amo", title=title, starts_on=today(ended - 60), ends_on=today(ended), by=by
        )
    assert chain_from(case.person) == today(-200 + 84)
    job = actions.record_employment(
        participant=case.person, employer_name="Lageret", form="permanent", fte_low=80, starts_on=today(-150),
        source="caseworker", by=by,
    )  # fmt: skip
    assert chain_from(case.person) is None
    actions.correct_employment(employment=job, ends_on=today(-140), by=by)
    assert chain_from(case.person) == today(-200 + 84)
    before = portfolio.snapshot()
    portfolio.rebuild()
    assert portfolio.snapshot() == before


def test_a_course_that_ends_is_in_the_chain_the_day_after(case):
    course(case.person, today(-300))
    enrolment = f.EnrolmentFactory(participant=case.person, ends_on=today(5))
    portfolio.rebuild()
    assert chain_from(case.person) is None
    lifecycle.complete_enrolments(today(6))
    assert chain_from(case.person) == enrolment.ends_on + dt.timedelta(days=84)


# --- the requirement falls away -----------------------------------------------------------------


def _released(case, held) -> None:
    """In the allocation again, with the place it had from the start, and nobody is asked for a plan."""
    held.refresh_from_db()
    assert (held.plan_due_on, held.plan_met_on, held.awaits_plan) == (None, None, False)
    assert not awaiting_plan(held.window).exists()
    assert plan_rule.waits_from(today(-1), held.plan_due_on, held.plan_met_on) == today(-1)
    assert Task.objects.get(kind="plan").done_by == case.caseworker
    assert held.events.filter(plan_due_on__isnull=False).exists()


def _job(case, **more):
    values = {"employer_name": "Solbakken", "form": "permanent", "fte_low": 80, "starts_on": today(-20)} | more
    return actions.record_employment(participant=case.person, by=case.caseworker, source="participant", **values)


def test_a_job_on_the_84th_day_releases_the_application(case, held):
    _job(case)
    _released(case, held)


def test_a_job_that_was_not_held_then_releases_nothing(case, held):
    job = _job(case, ends_on=today(-1))
    held.refresh_from_db()
    assert held.awaits_plan and not Task.objects.get(kind="plan").done_at
    actions.correct_employment(employment=job, by=case.caseworker, ends_on=None)
    _released(case, held)


def test_it_keeps_its_place_also_when_the_days_are_out(case, held, freeze):
    freeze(held.plan_due_on + dt.timedelta(days=3))
    tick.run_all(only=["courses.plan_deadlines"])
    actions.record_employment(
        participant=case.person, by=case.caseworker, source="participant", employer_name="Solbakken", form="permanent",
        fte_low=80, starts_on=held.submitted_at.date() - dt.timedelta(days=20),
    )  # fmt: skip
    _released(case, held)


def test_education_releases_too(case, held):
    actions.record_education(
        participant=case.person, kind="ordinary", title="Helsefag", starts_on=today(-30), by=case.caseworker
    )
    _released(case, held)


@pytest.mark.parametrize("way", ["led to work", "another kind", "removed", "ended later"])
def test_a_wrong_earlier_course_forces_no_plan_for_ever(case, way):
    last = chain(case.person, second_ended=today(-84))
    held, by = apply(case), case.caseworker
    if way == "removed":
        actions.withdraw_measure(measure=last, by=by)
    else:
        changes = {
            "led to work": {"ended_in_work": True},
            "another kind": {"kind": "placement"},
            "ended later": {"ends_on": today(-83)},
        }[way]
        actions.correct_measure(measure=last, by=by, **changes)
    _released(case, held)
    before = portfolio.snapshot()
    portfolio.rebuild()
    assert portfolio.snapshot() == before


def test_an_application_that_was_not_held_back_never_is_afterwards(case):
    sent = apply(case)
    for ended in (today(-84), today(-400)):
        actions.record_measure(
            participant=case.person, kind="amo", title="Renhold", starts_on=ended - dt.timedelta(days=90), ends_on=ended,
            ended_in_work=False, by=case.caseworker,
        )  # fmt: skip
    sent.refresh_from_db()
    assert sent.plan_due_on is None


def test_withdrawn_applications_are_left_as_they_are(case, held):
    withdraw_application(application=held, by=case.caseworker)
    held.refresh_from_db()
    kept = held.version
    _job(case)
    held.refresh_from_db()
    assert (held.version, held.plan_due_on is None) == (kept, False)
