"""Snapshots at T0, T6 and T12: from facts, once, in versions (R2)."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from amo import clock, jobs, tick
from amo.models import JobRun, Notification
from participants.models import Employment
from reporting import snapshots
from reporting.actions import snapshots as actions
from reporting.engines.categories import categorise
from reporting.models import Milestone, OutcomeSnapshot
from tests import factories
from tests.engines.counts import FULL
from tests.factories.kernel import organisation_number
from tests.reporting import lives

pytestmark = pytest.mark.django_db
NUMBERS = [organisation_number(1), organisation_number(2)]
LIVES = 10_000 if FULL else 400


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def ended_enrolment(days_ago: int, **kwargs):
    """A completed participation on a class that ended so many days ago."""
    ended = day(-days_ago)
    intake = factories.IntakeFactory(
        ended=True,
        starts_on=ended - dt.timedelta(days=126),
        theory_ends_on=ended - dt.timedelta(days=49),
        ends_on=ended,
    )
    return factories.EnrolmentFactory(completed=True, intake=intake, **kwargs)


@pytest.mark.row("R2")
def test_the_statement_says_what_the_reference_says():
    made = lives.make(LIVES, seed=7)
    for milestone in (Milestone.T0, Milestone.T6, Milestone.T12):
        assert snapshots.compute(milestone, clock.today()) == len(made)
    stored = {(row.enrolment_id, row.milestone): row for row in OutcomeSnapshot.objects.all()}
    seen = set()
    for life in made:
        for milestone in (0, 6, 12):
            measured_on = life.ended_on + dt.timedelta(weeks=milestone)
            expected = categorise(life.on(measured_on), measured_on)
            row = stored[life.enrolment.pk, milestone]
            assert row.due_on == measured_on
            assert row.category == expected.category, (life, milestone)
            assert (row.form, row.on_call, row.is_apprentice) == (expected.form, expected.on_call, expected.apprentice)
            assert row.fte_low == expected.percent
            assert row.left_category == (f"left_{expected.left}" if expected.left else "")
            seen.add(row.category)
    assert len(seen) == 14


@pytest.mark.row("R2")
def test_only_what_is_due_is_computed_and_a_second_run_changes_nothing():
    enrolment = ended_enrolment(50)
    first = actions.start_run(by=None)
    jobs.run(first.pk)
    assert sorted(enrolment.snapshots.values_list("milestone", flat=True)) == [0, 6]
    before = list(OutcomeSnapshot.objects.order_by("pk").values())
    second = actions.start_run(by=None)
    assert second.pk != first.pk
    jobs.run(second.pk)
    assert list(OutcomeSnapshot.objects.order_by("pk").values()) == before


@pytest.mark.row("R2")
def test_a_fact_that_comes_late_gives_a_new_version_and_the_first_stays():
    enrolment = ended_enrolment(50)
    snapshots.compute(0, clock.today())
    snapshots.compute(6, clock.today())
    factories.EmploymentFactory(participant=enrolment.participant, starts_on=day(-30), fte_low=60)
    assert snapshots.compute(0, clock.today()) == 0
    assert snapshots.compute(6, clock.today()) == 1
    versions = enrolment.snapshots.filter(milestone=6).order_by("number")
    assert [(row.number, row.is_latest, row.category) for row in versions] == [
        (1, False, "no_contact"),
        (2, True, "permanent"),
    ]


def test_a_corrected_job_counts_and_the_old_one_does_not():
    enrolment = ended_enrolment(1)
    old = factories.EmploymentFactory(participant=enrolment.participant, starts_on=day(-20))
    Employment.objects.filter(pk=old.pk).update(superseded_at=clock.now())
    factories.EmploymentFactory(participant=enrolment.participant, on_call_job=True, starts_on=day(-20), supersedes=old)
    snapshots.compute(0, clock.today())
    row = enrolment.snapshots.get()
    assert (row.category, row.on_call, row.fte_low, row.fte_high) == ("part_time", True, 20, 60)
    assert row.facts["jobs"] == [Employment.objects.current().get().pk]


@pytest.mark.row("R2")
@pytest.mark.parametrize(
    ("facts", "category", "fte"),
    [
        # 30 + 30 % would be a permanent job of 60 %.
        ([("provider", {}), ("caseworker", {})], "part_time", 30),
        ([("provider", {"fte_low": 80}), ("participant", {})], "part_time", 30),
        ([("participant", {"fte_low": 80}), ("caseworker", {})], "part_time", 30),
        ([("caseworker", {}), ("provider", {}), ("register", {"fte_low": 80})], "permanent", 80),
        ([("provider", {}), ("caseworker", {"employer_name": " solbakken  SYKEHJEM "})], "part_time", 30),
        ([("provider", {"employer_name": "Solbakken", "employer_number": NUMBERS[0]}),
          ("caseworker", {"employer_number": NUMBERS[0]})], "part_time", 30),
        ([("provider", {"employer_number": NUMBERS[0]}), ("caseworker", {})], "part_time", 30),
        # Two jobs: another employer, another number, or two of one source.
        ([("provider", {"employer_name": "Et annet"}), ("caseworker", {})], "permanent", 60),
        ([("provider", {"employer_number": NUMBERS[0]}),
          ("caseworker", {"employer_number": NUMBERS[1]})], "permanent", 60),
        ([("register", {}), ("register", {})], "permanent", 60),
        # What NAV knows of another time says nothing about this day.
        ([("provider", {"fte_low": 80}), ("caseworker", {"ends_on": -9})], "permanent", 80),
        # NAV knows that the job is subsidised.
        ([("provider", {"fte_low": 80}), ("caseworker", {"wage_subsidy": True})], "wage_subsidy", None),
    ],
)  # fmt: skip
def test_a_job_that_several_tell_of_counts_once_as_the_most_trusted_says(facts, category, fte):
    enrolment = ended_enrolment(1)
    for source, changes in facts:
        values = {"participant": enrolment.participant, "starts_on": day(-20), "fte_low": 30, "source": source}
        if "ends_on" in changes:
            changes = changes | {"ends_on": day(changes["ends_on"])}
        factories.EmploymentFactory(**values | changes)
    snapshots.compute(0, clock.today())
    row = enrolment.snapshots.get()
    assert (row.category, row.fte_low) == (category, fte)
    assert Employment.objects.current().count() == len(facts)


def test_of_two_providers_the_one_that_told_last_counts():
    enrolment = ended_enrolment(1)
    for number, fte in enumerate((30, 80, 40)):
        factories.EmploymentFactory(
            participant=enrolment.participant, starts_on=day(-20), source="provider", fte_low=fte,
            recorded_by=factories.MembershipFactory(provider_lead=True),
            recorded_at=clock.now() - dt.timedelta(hours=abs(number - 1)),
        )  # fmt: skip
    snapshots.compute(0, clock.today())
    row = enrolment.snapshots.get()
    assert (row.category, row.fte_low) == ("permanent", 80)
    assert row.facts["jobs"] == [Employment.objects.get(fte_low=80).pk]


def test_her_wish_and_the_placements_employer_are_known_from_the_fact_that_does_not_count():
    enrolment = ended_enrolment(1)
    placement = factories.PlacementFactory(enrolment=enrolment, starts_on=day(-30), ends_on=day(-21))
    common = {"participant": enrolment.participant, "starts_on": day(-20), "employer_name": placement.employer.name}
    number = placement.employer.organisation_number
    factories.EmploymentFactory(**common, source="provider", fte_low=80, wanted_fte=90, employer_number=number)
    factories.EmploymentFactory(**common, source="caseworker", fte_low=60)
    snapshots.compute(0, clock.today())
    row = enrolment.snapshots.get()
    assert (row.fte_low, row.wanted_fte, row.same_employer_as_placement) == (60, 90, True)


@pytest.mark.row("R12")
def test_from_half_a_year_on_the_provider_is_not_asked():
    enrolment = ended_enrolment(190)
    factories.EmploymentFactory(participant=enrolment.participant, starts_on=day(-300), source="provider")
    for milestone in Milestone:
        snapshots.compute(milestone, clock.today())
    found = dict(enrolment.snapshots.values_list("milestone", "category"))
    assert found == {0: "permanent", 6: "permanent", 12: "permanent", 26: "no_contact"}


def test_who_never_started_is_not_measured_and_who_left_for_work_is_no_dropout():
    never = ended_enrolment(10)
    never.status, never.end_reason = "not_started", "no_show"
    never.save()
    left = ended_enrolment(10)
    left.status, left.end_reason, left.ends_on = "dropped_out", "work", day(-60)
    left.save()
    snapshots.compute(0, clock.today())
    assert not never.snapshots.exists()
    row = left.snapshots.get()
    assert (row.due_on, row.left_category) == (day(-10), "")


def test_who_goes_on_longer_than_the_class_is_measured_from_her_own_end():
    enrolment = ended_enrolment(10)
    enrolment.ends_on = day(-3)
    enrolment.save()
    snapshots.compute(0, day(-4))
    assert not enrolment.snapshots.exists()
    snapshots.compute(0, clock.today())
    assert enrolment.snapshots.get().due_on == day(-3)


@pytest.mark.row("R2")
def test_an_end_that_is_corrected_later_moves_the_measuring_day_in_a_new_version():
    enrolment = ended_enrolment(60)
    snapshots.compute(6, clock.today())
    enrolment.ends_on = day(-50)
    enrolment.save()
    snapshots.compute(6, clock.today())
    versions = enrolment.snapshots.order_by("number").values_list("number", "is_latest", "due_on")
    assert list(versions) == [(1, False, day(-18)), (2, True, day(-8))]


def test_a_class_cut_short_is_measured_and_one_called_off_is_not():
    measured, not_held = ended_enrolment(5), ended_enrolment(5)
    for enrolment, status in ((measured, "cut_short"), (not_held, "called_off")):
        enrolment.intake.status = status
        enrolment.intake.save()
    assert snapshots.count_missing(clock.today()) == 1
    snapshots.compute(0, clock.today())
    assert measured.snapshots.get().due_on == day(-5)
    assert not not_held.snapshots.exists()
    assert snapshots.count_missing(clock.today()) == 0


def test_own_placement_does_not_count_as_a_new_measure_on_the_last_day():
    enrolment = ended_enrolment(0)
    factories.PlacementFactory(enrolment=enrolment, starts_on=day(-30), ends_on=day(0))
    factories.JobseekerPeriodFactory(participant=enrolment.participant)
    snapshots.compute(0, clock.today())
    assert enrolment.snapshots.get().category == "unemployed"


@pytest.mark.row("R2")
def test_days_of_downtime_are_caught_up_by_one_tick():
    enrolment = ended_enrolment(90)
    assert snapshots.count_missing(clock.today()) == 3
    tick.run_all(only=["reporting.snapshots"])
    jobs.run_waiting()
    assert sorted(enrolment.snapshots.values_list("milestone", flat=True)) == [0, 6, 12]
    assert snapshots.count_missing(clock.today()) == 0
    tick.run_all(only=["reporting.snapshots"])
    assert JobRun.objects.filter(kind=actions.KIND).count() == 1


@pytest.mark.row("R9")
def test_the_referring_caseworker_is_told_once_without_a_name():
    enrolment = ended_enrolment(1)
    for _again in range(2):
        jobs.run(actions.start_run(by=None).pk)
    told = Notification.objects.get(membership=enrolment.referred_by)
    assert enrolment.participant.last_name not in told.text
    assert "1" in told.text


@pytest.mark.parametrize("statement", ["UPDATE {t} SET category = 'permanent'", "DELETE FROM {t}"])
def test_a_snapshot_is_never_changed(statement):
    ended_enrolment(1)
    snapshots.compute(0, clock.today())
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(t="reporting_outcomesnapshot"))


def test_number_of_statements_is_the_same_for_one_and_for_many():
    ended_enrolment(1)
    with CaptureQueriesContext(connection) as one:
        assert snapshots.compute(0, clock.today()) == 1
    lives.make(50, seed=1)
    with CaptureQueriesContext(connection) as many:
        assert snapshots.compute(0, clock.today()) == 50
    assert len(many) == len(one)
