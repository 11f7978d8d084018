"""Long work with progress, log, cancel, by whom and as of which day: JobRun (05-architecture).

    jobs.register("courses.allocate", allocate)          # in AppConfig.ready(); allocate(job_run) -> dict | None
    job_run = jobs.start("courses.allocate", _("Fordeling av plasser"), by=membership, arguments={"window": str(id)})
    return redirect("amo:job_detail", job_run.public_id)

The function may call `jobs.progress(job_run, done, _("…"))` between its own transactions, and returns
{"url": …, "label": …} (where the result stands) or None. It must bear being run again after a killed worker.
"""

import datetime as dt
import logging
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import formats
from django.utils.translation import gettext as _

from amo import clock, locks, wake
from amo.models import JobRun, Membership

log = logging.getLogger(__name__)

Function = Callable[[JobRun], dict | None]
MAX_ATTEMPTS = 3
MAX_LOG = 50_000
_functions: dict[str, Function] = {}


class Cancelled(Exception):  # noqa: N818 -- it is a wish, not a fault
    """Somebody asked for the job to stop."""


def register(kind: str, function: Function) -> None:
    """Tell what a kind of job does."""
    if _functions.get(kind, function) is not function:
        raise ValueError(f"Two kinds of job are called {kind}")
    _functions[kind] = function


@transaction.atomic
def start(
    kind: str,
    label: str,
    *,
    by: Membership | None,
    total: int = 0,
    arguments: dict | None = None,
    as_of: dt.date | None = None,
) -> JobRun:
    """Queue a job; a worker is woken when the transaction is committed. Raises KeyError for an unknown kind."""
    _functions[kind]
    job_run = JobRun(
        kind=kind,
        label=label,
        total=total,
        arguments=arguments or {},
        as_of=as_of or clock.today(),
        membership=by,
        created_at=clock.now(),
    )
    job_run.full_clean()
    job_run.save()
    wake_for(job_run.pk, after_commit=True)
    return job_run


def wake_for(pk: int, *, after_commit: bool = False) -> None:
    """Ask a worker to take the job."""
    from amo.tasks import run_job

    def send():
        run_job.apply_async(args=[pk], retry=False)

    if after_commit:
        wake.after_commit(send)
    else:
        wake.now(send)


def run(pk: int) -> JobRun | None:
    """Run a queued job, or one whose worker was killed, here and now. None when another process has it or it is over.

    Not inside a transaction: the progress would be seen by nobody.
    """
    with locks.held(_lock(pk)) as got:
        job_run = JobRun.objects.filter(pk=pk, status__in=[JobRun.Status.QUEUED, JobRun.Status.RUNNING]).first()
        if not got or job_run is None:
            return None
        if not _begin(job_run):
            return job_run
        try:
            result = _functions[job_run.kind](job_run)
        except Cancelled:
            finish(job_run, JobRun.Status.CANCELLED, _("Avbrutt."))
        except ValidationError as error:
            finish(job_run, JobRun.Status.FAILED, " ".join(error.messages))
        except Exception as error:
            log.exception("Job %s (%s) failed", job_run.kind, job_run.public_id)
            reason = _("Jobben stoppet på en feil: %(error)s") % {"error": type(error).__name__}
            finish(job_run, JobRun.Status.FAILED, reason)
        else:
            finish(job_run, JobRun.Status.DONE, _("Ferdig."), result=result)
        return job_run


def _lock(pk: int) -> str:
    return f"job:{pk}"


def _begin(job_run: JobRun) -> bool:
    """Mark it running; False when it has already taken its worker down too often."""
    attempts = job_run.result.get("attempts", 0) + 1
    job_run.result["attempts"] = attempts
    if attempts > MAX_ATTEMPTS:
        finish(job_run, JobRun.Status.FAILED, _("Jobben stoppet uten svar %(times)d ganger.") % {"times": MAX_ATTEMPTS})
        return False
    if attempts > 1:
        _append(job_run, _("Startet på nytt etter at den stoppet uten svar."))
    job_run.status = JobRun.Status.RUNNING
    job_run.started_at = clock.now()
    job_run.save(update_fields=["status", "started_at", "result", "log"])
    return True


def progress(job_run: JobRun, done: int, line: str = "", *, total: int | None = None) -> None:
    """Tell how far the job is (`done` of `total`), with a line for its log. Raises Cancelled when it shall stop."""
    job_run.done = done
    if total is not None:
        job_run.total = total
    if line:
        _append(job_run, line)
    job_run.save(update_fields=["done", "total", "log"])
    check_cancelled(job_run)


def check_cancelled(job_run: JobRun) -> None:
    """Raise Cancelled when somebody asked for it. One look-up."""
    if JobRun.objects.filter(pk=job_run.pk, cancel_requested=True).exists():
        raise Cancelled


def finish(job_run: JobRun, status: str, line: str = "", *, result: dict | None = None) -> None:
    """Close the job with its result ({"url", "label"} or more)."""
    if line:
        _append(job_run, line)
    job_run.status = status
    job_run.finished_at = clock.now()
    if status == JobRun.Status.DONE and job_run.total:
        job_run.done = job_run.total
    job_run.result |= result or {}
    job_run.save(update_fields=["status", "finished_at", "result", "log", "done", "total"])


@transaction.atomic
def cancel(job_run: JobRun, *, by: Membership) -> JobRun:
    """Ask a job to stop. One that waits stops at once; one that runs stops at its next progress."""
    job_run = JobRun.objects.select_for_update().get(pk=job_run.pk)
    if job_run.finished_at is not None:
        raise ValidationError(_("Jobben er allerede over."))
    job_run.cancel_requested = True
    _append(job_run, _("%(who)s ba om å avbryte.") % {"who": by.user})
    job_run.save(update_fields=["cancel_requested", "log"])
    if job_run.status == JobRun.Status.QUEUED:
        finish(job_run, JobRun.Status.CANCELLED, _("Avbrutt."))
    return job_run


def sweep(now: dt.datetime) -> int:
    """Job of the tick: wake for what still waits, and for what runs without a process behind it."""
    count = 0
    open_jobs = JobRun.objects.filter(finished_at=None).values_list("pk", flat=True).order_by("pk")[:200]
    for pk in open_jobs:
        # The lock of a job that runs is taken; it is given back at the end of this tick's transaction.
        if locks.try_for_transaction(_lock(pk)):
            wake_for(pk, after_commit=True)
            count += 1
    return count


def run_waiting() -> int:
    """Run everything that waits, here and now (without a broker: tests, `manage.py run_jobs`). Returns how many."""
    waiting = list(JobRun.objects.filter(finished_at=None).order_by("pk").values_list("pk", flat=True))
    return sum(run(pk) is not None for pk in waiting)


def _append(job_run: JobRun, line: str) -> None:
    stamp = formats.time_format(clock.now().astimezone(clock.OSLO).time(), "H:i:s")
    job_run.log = (job_run.log + f"{stamp} {line}\n")[-MAX_LOG:]
