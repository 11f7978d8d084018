"""A worker that is killed while it stores a proposal: after a restart there is one whole proposal (A2)."""

import os
import signal

import psycopg2
import pytest

from courses.actions import allocation
from courses.models import AllocationDecision, AllocationRun
from tests.courses.places.world import World
from tests.services import eventually, test_database_url

pytestmark = [pytest.mark.infra, pytest.mark.django_db(transaction=True)]
PEOPLE = 12


@pytest.fixture
def held_window():
    """A round with applicants whose row is locked by a connection of the test's own until it is closed."""
    world = World(places=5)
    for _ in range(PEOPLE):
        world.applies()
    connection = psycopg2.connect(test_database_url())
    yield world, connection
    connection.close()


def waits_for(connection) -> bool:
    """Whether another session waits for a row that `connection` has locked."""
    with connection.cursor() as cursor:
        cursor.execute(
            # Not pg_stat_activity: that is one and the same picture for a whole transaction.
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
        )
        return cursor.fetchone()[0] > 0


@pytest.mark.row("A2")
def test_one_whole_proposal_after_a_kill(held_window, services):
    world, connection = held_window
    job = allocation.start_run(window=world.window, by=world.maker)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM courses_allocationwindow WHERE id = %s FOR UPDATE", [world.window.pk])
    worker = services.start_worker()
    eventually(lambda: waits_for(connection), "the job is about to store", lambda: services.log("worker-1"))
    assert not AllocationRun.objects.exists()

    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    connection.close()
    services.start_worker()

    def over() -> bool:
        job.refresh_from_db()
        return job.finished_at is not None

    eventually(over, "the job is taken up again", lambda: services.log("worker-2"))
    assert (job.status, job.result["attempts"]) == ("done", 2)
    run = AllocationRun.objects.get()
    assert job.result["url"] == run.get_absolute_url()
    assert AllocationDecision.objects.filter(run=run).count() == PEOPLE
