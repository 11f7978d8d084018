"""What Celery may be told to do. It only wakes: every task looks in the database for its work."""

from celery import shared_task

from amo import jobs, outbox
from amo import tick as ticking


@shared_task(name="amo.tasks.tick")
def tick() -> None:
    """Run every job that is due (beat: once a minute; a worker: once at its start)."""
    ticking.run_all()


@shared_task(name="amo.tasks.drain_outbox")
def drain_outbox() -> None:
    """Send what waits in the outbox."""
    outbox.drain()


@shared_task(name="amo.tasks.run_job")
def run_job(job_run_id: int) -> None:
    """Run one JobRun."""
    jobs.run(job_run_id)
