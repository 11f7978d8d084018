"""A worker that is killed in the middle of the snapshot job: after a restart every due snapshot is there once."""

import os
import signal

import psycopg2
import pytest

from amo import clock
from amo.locks import number_of
from amo.models import JobRun
from reporting.models import Milestone, OutcomeSnapshot
from reporting.snapshots import LOCK, count_missing
from tests import factories as f
from tests.factories import today
from tests.services import eventually, test_database_url

pytestmark = [pytest.mark.infra, pytest.mark.django_db(transaction=True)]

LIVES = 12


@pytest.fixture
def ended_class():
    """A class that ended 100 days ago: its end, 6 and 12 weeks are due, half a year is not."""
    concept = f.ConceptFactory()
    intake = f.IntakeFactory(contract__concept=concept, ended=True, starts_on=today(-100 - 18 * 7 + 3))
    return [f.EnrolmentFactory(intake=intake, status="completed") for _ in range(LIVES)]


@pytest.fixture
def held_lock():
    """The lock of the second milestone, held by a connection of the test's own until it is closed."""
    connection = psycopg2.connect(test_database_url())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [number_of(f"{LOCK}:{Milestone.T6.value}")])
    yield connection
    connection.close()


def written() -> dict[int, int]:
    """How many snapshots each milestone has."""
    counts = dict.fromkeys((0, 6, 12), 0)
    for weeks in OutcomeSnapshot.objects.values_list("milestone", flat=True):
        counts[weeks] += 1
    return counts


def worker_waits_for_lock(connection) -> bool:
    """Whether another session waits for the lock that `connection` holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks waiting JOIN pg_locks mine"
            " ON mine.locktype = 'advisory' AND mine.pid = pg_backend_pid()"
            " AND (mine.classid, mine.objid, mine.objsubid) = (waiting.classid, waiting.objid, waiting.objsubid)"
            " WHERE waiting.locktype = 'advisory' AND NOT waiting.granted AND waiting.database = mine.database"
        )
        return cursor.fetchone()[0] > 0


@pytest.mark.row("R2")
def test_every_due_snapshot_is_there_once_after_a_kill(ended_class, held_lock, services):
    assert count_missing(clock.today()) == 3 * LIVES
    worker = services.start_worker()
    eventually(
        lambda: worker_waits_for_lock(held_lock), "the job is in its second milestone", lambda: services.log("worker-1")
    )
    assert written() == {0: LIVES, 6: 0, 12: 0}
    (job,) = JobRun.objects.filter(kind="reporting.snapshots", status=JobRun.Status.RUNNING)

    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    held_lock.close()
    services.start_worker()

    eventually(
        lambda: not JobRun.objects.filter(finished_at=None).exists(),
        "the job is taken up again",
        lambda: services.log("worker-2"),
    )
    job.refresh_from_db()
    assert job.status == JobRun.Status.DONE
    assert job.result["attempts"] == 2
    assert written() == {0: LIVES, 6: LIVES, 12: LIVES}
    assert count_missing(clock.today()) == 0
    pairs = set(OutcomeSnapshot.objects.values_list("enrolment", "milestone", "number"))
    assert pairs == {(enrolment.pk, weeks, 1) for enrolment in ended_class for weeks in (0, 6, 12)}
