"""Runs of the snapshot job: one at a time, seen and started by county staff (R2)."""

import uuid

import pytest
from django.urls import reverse

from amo import clock, jobs
from amo.models import JobRun
from reporting.actions import snapshots as actions
from reporting.models import OutcomeSnapshot
from tests import factories as f
from tests.reporting import known

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return f.MembershipFactory(county_staff=True)


@pytest.mark.row("R2")
def test_compute_now_queues_one_job_and_shows_its_log(staff, client_for):
    known.person_on(known.ended_intake(50))
    client = client_for(staff)
    overview = client.get(reverse("reporting:run_list")).content.decode()
    assert "2 målinger er forfalt" in overview
    assert "Ingen kjøringer ennå" in overview
    data = {"submission": str(uuid.uuid4())}
    first = client.post(reverse("reporting:run_new"), data)
    second = client.post(reverse("reporting:run_new"), data)
    job_run = JobRun.objects.get()
    assert first.url == second.url == reverse("amo:job_detail", args=[job_run.public_id])
    assert (job_run.membership, job_run.as_of, job_run.total) == (staff, clock.today(), 5)
    # Somebody else, another click: the run that waits does it.
    client.post(reverse("reporting:run_new"), {"submission": str(uuid.uuid4())})
    assert JobRun.objects.count() == 1
    jobs.run_waiting()
    page = client.get(first.url).content.decode()
    assert "6 uker: 1 nye" in page
    assert "Ferdig" in page
    overview = client.get(reverse("reporting:run_list")).content.decode()
    assert "forfalt" not in overview.replace("det som er forfalt", "")
    assert first.url in overview


@pytest.mark.row("R2")
def test_a_run_that_leaves_late_facts_alone_does_not_stand_in_for_one_that_takes_them(staff):
    small = actions.start_run(by=None, only_missing=True)
    assert actions.start_run(by=None, only_missing=True) == small
    whole = actions.start_run(by=staff)
    assert whole != small
    assert actions.start_run(by=None) == whole
    assert actions.start_run(by=None, only_missing=True) in (small, whole)


def test_a_run_somebody_stops_does_not_stand_in_for_the_next(staff):
    first = actions.start_run(by=staff)
    JobRun.objects.filter(pk=first.pk).update(status="running", cancel_requested=True)
    assert actions.start_run(by=staff) != first


@pytest.mark.row("R2")
def test_a_stopped_run_keeps_whole_milestones_and_the_next_does_the_rest(staff):
    known.person_on(known.ended_intake(50))
    job_run = actions.start_run(by=staff)
    JobRun.objects.filter(pk=job_run.pk).update(cancel_requested=True)
    jobs.run(job_run.pk)
    job_run.refresh_from_db()
    assert job_run.status == JobRun.Status.CANCELLED
    assert list(OutcomeSnapshot.objects.values_list("milestone", flat=True)) == [0]
    jobs.run(actions.start_run(by=staff).pk)
    assert sorted(OutcomeSnapshot.objects.values_list("milestone", flat=True)) == [0, 6]


def test_a_run_with_nothing_due_is_done(staff):
    job_run = actions.start_run(by=staff)
    jobs.run(job_run.pk)
    job_run.refresh_from_db()
    assert (job_run.status, job_run.done) == (JobRun.Status.DONE, 5)
    assert job_run.result["written"] == {"0": 0, "6": 0, "12": 0, "26": 0, "52": 0}
