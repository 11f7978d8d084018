"""Runs of the snapshot job (R2): started by the tick, by county staff or by `manage.py snapshots`."""

import datetime as dt

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, jobs, locks
from amo.models import JobRun, Membership
from reporting import snapshots
from reporting.actions.follow_up import tell_referrers
from reporting.models import Milestone

KIND = "reporting.snapshots"


@transaction.atomic
def start_run(*, by: Membership | None, as_of: dt.date | None = None, only_missing: bool = False) -> JobRun:
    """Queue a run as of a day (today when not given), unless one that does as much already waits or runs."""
    as_of = as_of or clock.today()
    # Two at once would both find nothing waiting: the second waits here.
    locks.wait_for_transaction(KIND)
    waiting = JobRun.objects.filter(kind=KIND, as_of=as_of, finished_at=None, cancel_requested=False)
    if not only_missing:
        waiting = waiting.filter(arguments__only_missing=False)
    waiting = waiting.order_by("pk").first()
    if waiting:
        return waiting
    label = _("Resultater per %(day)s") % {"day": date_format(as_of)}
    arguments = {"only_missing": only_missing}
    return jobs.start(KIND, label, by=by, total=len(Milestone), arguments=arguments, as_of=as_of)


def compute_snapshots(job_run: JobRun) -> dict:
    """The job itself: one transaction per milestone, so that progress is seen and a killed worker loses one at most.

    Run again it does what is left: what is there and unchanged is not written twice.
    """
    written = {}
    only_missing = bool(job_run.arguments.get("only_missing"))
    for done, milestone in enumerate(Milestone, start=1):
        with transaction.atomic():
            count = snapshots.compute(milestone, job_run.as_of, run=job_run, only_missing=only_missing)
            tell_referrers(milestone, job_run)
        written[str(milestone.value)] = count
        line = _("%(milestone)s: %(count)d nye") % {"milestone": milestone.label, "count": count}
        jobs.progress(job_run, done, line)
    return {"written": written}


def start_when_due(now: dt.datetime) -> int:
    """Job of the tick: start a run when something is due and not done. Downtime is caught up by itself."""
    today = now.astimezone(clock.OSLO).date()
    missing = snapshots.count_missing(today)
    if missing:
        start_run(by=None, as_of=today, only_missing=True)
    return missing


def start_daily(now: dt.datetime) -> int:
    """Job of the tick, once a day from 00:05 Oslo: facts that came late give new versions."""
    start_run(by=None, as_of=now.astimezone(clock.OSLO).date())
    return 1
