"""Agreement, end, visits, and what time does (L1, L3, L5)."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from amo import clock, tick
from amo.versions import StaleVersion
from participants import portfolio
from placements.actions import employers, visits
from placements.actions import placements as actions
from placements.hires import hire_records
from placements.models import Placement, Visit
from placements.overdue import missing_visits
from placements.slots import stays_at
from tests import factories

pytestmark = pytest.mark.django_db


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def dated(changes: dict) -> dict:
    """Days from today, as a case names them, as dates."""
    return {name: day(value) if name.endswith("_on") else value for name, value in changes.items()}


@pytest.fixture
def enrolment():
    return factories.EnrolmentFactory(
        intake=factories.IntakeFactory(running=True, starts_on=day(-80), theory_ends_on=day(-10), ends_on=day(40)),
        granted=True,
    )


@pytest.fixture
def provider(enrolment):
    return factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)


def agree(enrolment, provider, **changes):
    values = {
        "enrolment": enrolment,
        "employer": factories.EmployerFactory(slots=2),
        "mentor_name": "Kari Fadder",
        "tasks": "Kjøkken",
        "hours_per_week": 30,
        "starts_on": day(-5),
        "ends_on": day(30),
        "declared_on": day(0),
        "by": provider,
    }
    return actions.agree_placement(**values | changes)


@pytest.mark.row("L3")
def test_an_agreement_takes_a_slot_and_stands_on_the_portfolio_row(enrolment, provider):
    placement = agree(enrolment, provider)
    assert placement.status == Placement.Status.RUNNING
    assert set(stays_at(placement.employer)) == {placement.pk}
    row = portfolio.snapshot()[enrolment.participant_id]
    assert (row["placement_label"], row["placement_starts_on"]) == (placement.employer.name, day(-5))


@pytest.mark.row("L3")
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends_on": 41}, "ends_on"),
        ({"starts_on": -81}, "starts_on"),
        ({"starts_on": 20, "ends_on": 10}, "ends_on"),
        ({"mentor_name": ""}, "mentor_name"),
        ({"hours_per_week": 41}, "hours_per_week"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field_and_takes_no_slot(enrolment, provider, changes, field):
    with pytest.raises(ValidationError) as refused:
        agree(enrolment, provider, **dated(changes))
    assert field in refused.value.message_dict
    assert not Placement.objects.exists()


@pytest.mark.row("L3")
def test_a_person_has_one_placement_at_a_time(enrolment, provider):
    agree(enrolment, provider)
    with pytest.raises(ValidationError, match="allerede en praksisplass"):
        agree(enrolment, provider, starts_on=day(10))


@pytest.mark.row("L1")
def test_an_employer_takes_no_more_than_agreed(enrolment, provider):
    full = factories.EmployerFactory(slots=1)
    factories.PlacementFactory(employer=full)
    with pytest.raises(ValidationError) as refused:
        agree(enrolment, provider, employer=full)
    assert "employer" in refused.value.message_dict


def test_ending_frees_the_slot_once(enrolment, provider):
    placement = agree(enrolment, provider)
    actions.end_placement(placement=placement, ends_on=day(0), end_reason="employer", by=provider)
    placement.refresh_from_db()
    assert (placement.status, placement.ends_on) == (Placement.Status.ENDED_EARLY, day(0))
    assert stays_at(placement.employer) == {}
    with pytest.raises(ValidationError, match="allerede avsluttet"):
        actions.end_placement(placement=placement, ends_on=day(0), end_reason="employer", by=provider)
    assert stays_at(placement.employer) == {}


def test_an_old_version_is_not_saved_over_a_new_one(enrolment, provider):
    placement = agree(enrolment, provider)
    actions.change_placement(placement=placement, by=provider, version=1, mentor_name="Ola")
    with pytest.raises(StaleVersion):
        actions.change_placement(placement=placement, by=provider, version=1, mentor_name="Per")
    placement.refresh_from_db()
    assert placement.mentor_name == "Ola"


@pytest.mark.row("L5")
def test_a_visit_takes_the_place_of_the_planned_one_and_plans_the_next(enrolment, provider):
    placement = agree(enrolment, provider)
    planned = factories.VisitFactory(placement=placement, planned=True, planned_for=day(-1))
    visit = visits.log_visit(
        placement=placement, held_on=day(0), status="held", kind="in_person", next_visit_on=day(14), by=provider
    )
    assert visit.pk == planned.pk
    coming = placement.visits.get(status=Visit.Status.PLANNED)
    assert coming.planned_for == day(14)
    assert portfolio.snapshot()[enrolment.participant_id]["last_visit_on"] == day(0)


@pytest.mark.parametrize(("planned_in", "same"), [(7, True), (8, False)])
def test_a_visit_held_early_is_the_planned_one(enrolment, provider, planned_in, same):
    placement = agree(enrolment, provider)
    planned = factories.VisitFactory(placement=placement, planned=True, planned_for=day(planned_in))
    visit = visits.log_visit(placement=placement, held_on=day(0), status="held", kind="in_person", by=provider)
    assert (visit.pk == planned.pk) is same


@pytest.mark.row("L5")
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"held_on": 1}, "held_on"),
        ({"held_on": -6}, "held_on"),
        ({"hiring_intent": "no"}, "why_not"),
        ({"hiring_intent": "no", "why_not": "other"}, "why_not_hire"),
        ({"next_visit_on": 0}, "next_visit_on"),
        ({"next_visit_on": 31}, "next_visit_on"),
    ],
)
def test_a_visit_that_cannot_be_is_refused_at_its_field(enrolment, provider, changes, field):
    placement = agree(enrolment, provider)
    values = {"placement": placement, "held_on": day(0), "status": "held", "kind": "in_person", "by": provider}
    with pytest.raises(ValidationError) as refused:
        visits.log_visit(**values | dated(changes))
    assert field in refused.value.message_dict
    assert not Visit.objects.exists()


@pytest.mark.row("L5")
def test_only_a_visit_in_person_counts_as_at_least_once(enrolment, provider):
    placement = agree(enrolment, provider, starts_on=day(-20))
    (missing,) = missing_visits(Placement.objects.all(), clock.today())
    assert (missing, missing.visit_due_on) == (placement, day(-6))
    visits.log_visit(placement=placement, held_on=day(0), status="held", kind="phone", by=provider)
    assert list(missing_visits(Placement.objects.all(), clock.today())) == [placement]
    visits.log_visit(placement=placement, held_on=day(0), status="held", kind="in_person", by=provider)
    assert not missing_visits(Placement.objects.all(), clock.today()).exists()


def test_time_starts_and_completes_placements_once(enrolment, provider, move_clock):
    placement = agree(enrolment, provider, starts_on=day(3), ends_on=day(20))
    assert placement.status == Placement.Status.AGREED
    for days, status, slots in ((3, "running", 1), (21, "completed", 0)):
        move_clock(days)
        for _again in range(2):
            tick.run_all(only=["placements.lifecycle"])
        placement.refresh_from_db()
        assert (placement.status, len(stays_at(placement.employer))) == (status, slots)


@pytest.mark.row("L7")
def test_hires_are_counted_from_jobs_at_the_same_organisation(enrolment, provider):
    employer = factories.EmployerFactory(slots=3)
    placement = agree(enrolment, provider, employer=employer)
    actions.end_placement(placement=placement, ends_on=day(0), end_reason="hired", by=provider)
    assert (hire_records([employer])[employer.pk].lately.ended, hire_records([employer])[employer.pk].run) == (1, 1)
    factories.EmploymentFactory(
        participant=enrolment.participant, employer_number=employer.organisation_number, starts_on=day(0)
    )
    record = hire_records([employer])[employer.pk]
    assert (record.lately.ended, record.lately.hired, record.run, record.warns) == (1, 1, 0, False)


@pytest.mark.row("L1")
def test_an_organisation_number_is_checked_and_registered_once(provider):
    good = factories.EmployerFactory().organisation_number
    fields = {"name": "Ny", "sector": factories.SectorFactory(), "channel": "both"}
    for number in (good, "123456789"):
        with pytest.raises(ValidationError) as refused:
            employers.register_employer(by=provider, organisation_number=number, **fields)
        assert "organisation_number" in refused.value.message_dict
    assert connection.needs_rollback is False


def test_a_placement_ends_with_the_participation(enrolment, provider):
    running = agree(enrolment, provider)
    same = factories.EmployerFactory(sector=running.employer.sector)
    after = {"employer": same, "starts_on": running.ends_on + dt.timedelta(days=1), "ends_on": day(40)}
    later = agree(enrolment, provider, **after)
    planned = visits.plan_visit(placement=running, planned_for=running.ends_on, by=provider)
    enrolment.status, enrolment.ends_on, enrolment.end_reason = "dropped_out", day(-1), "ill"
    enrolment.save()
    assert tick.run_all(["placements.lifecycle"])[0].count == 2
    running.refresh_from_db()
    later.refresh_from_db()
    assert (running.status, running.ends_on) == (Placement.Status.ENDED_EARLY, day(-1))
    assert later.status == Placement.Status.CANCELLED
    assert stays_at(running.employer) == stays_at(later.employer) == {}
    planned.refresh_from_db()
    assert planned.status == Visit.Status.CANCELLED_BY_PROVIDER
    assert tick.run_all(["placements.lifecycle"])[0].count == 0


def test_a_cancelled_placement_takes_no_visits(enrolment, provider):
    placement = agree(enrolment, provider, starts_on=day(5))
    actions.end_placement(placement=placement, ends_on=day(0), end_reason="ill", by=provider)
    with pytest.raises(ValidationError, match="avlyst"):
        visits.plan_visit(placement=placement, planned_for=day(6), by=provider)


def test_a_provider_in_the_reduced_view_sees_no_placement(enrolment, provider):
    placement = agree(enrolment, provider)
    assert Placement.objects.visible_to(provider).get() == placement
    enrolment.participant.access_grants.filter(level="course").update(ends_on=day(-1))
    assert not Placement.objects.visible_to(provider).exists()
