"""The tick: once a minute every registered job does what is due and not done (05-architecture).

Register in AppConfig.ready():  tick.register("courses.expire_offers", expire_offers)
A job takes `now` (aware, UTC, amo.clock), is idempotent and returns how much it did. It runs in its own transaction
under an advisory lock; an error is logged and the others go on.
"""

import datetime as dt
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import transaction

from amo import clock, locks
from amo.models import JobState

log = logging.getLogger(__name__)

Job = Callable[[dt.datetime], int | None]


@dataclass(frozen=True)
class _Registered:
    job: Job
    daily_from: dt.time | None


@dataclass(frozen=True)
class Outcome:
    """What one job of a tick did. count is None when it was not run (not due, or another process has it)."""

    name: str
    count: int | None
    error: str = ""


_jobs: dict[str, _Registered] = {}


def register(name: str, job: Job, *, daily_from: dt.time | None = None) -> None:
    """Add a job to the tick. daily_from: run it once a day, at the first tick after this time in Oslo."""
    known = _jobs.get(name)
    if known is not None and known.job is not job:
        raise ValueError(f"Two jobs of the tick are called {name}")
    _jobs[name] = _Registered(job, daily_from)


def names() -> list[str]:
    """Every job's name, in the order they run."""
    return list(_jobs)


def run_all(only: Iterable[str] | None = None) -> list[Outcome]:
    """Run what is due, one job after the other.

    only: names to run, whether their hour has come or not. Raises KeyError for a wrong name.
    """
    if only is not None:
        return [_run(name, _jobs[name], force=True) for name in only]
    return [_run(name, registered, force=False) for name, registered in list(_jobs.items())]


def _run(name: str, registered: _Registered, *, force: bool) -> Outcome:
    now = clock.now()
    try:
        with transaction.atomic():
            if not locks.try_for_transaction(f"tick:{name}"):
                return Outcome(name, None)
            state = JobState.objects.filter(pk=name).first()
            if not force and not _is_due(registered, state, now):
                return Outcome(name, None)
            count = registered.job(now) or 0
            JobState.objects.update_or_create(name=name, defaults={"done_for": now, "finished_at": clock.now()})
    except Exception as error:
        log.exception("Job %s of the tick failed", name)
        return Outcome(name, None, f"{type(error).__name__}: {error}")
    if count:
        log.info("Tick %s: %s", name, count)
    return Outcome(name, count)


def _is_due(registered: _Registered, state: JobState | None, now: dt.datetime) -> bool:
    """A daily job is due once its hour has come and it has not been done since, or when the clock went back."""
    if registered.daily_from is None or state is None or state.done_for is None:
        return registered.daily_from is None or _hour_has_come(registered.daily_from, now)
    if state.done_for > now:
        return True
    return state.done_for < _latest_hour(registered.daily_from, now)


def _hour_has_come(hour: dt.time, now: dt.datetime) -> bool:
    return now >= dt.datetime.combine(now.astimezone(clock.OSLO).date(), hour, tzinfo=clock.OSLO)


def _latest_hour(hour: dt.time, now: dt.datetime) -> dt.datetime:
    """The last instant at or before `now` when the clock in Oslo showed `hour`."""
    day = now.astimezone(clock.OSLO).date()
    latest = dt.datetime.combine(day, hour, tzinfo=clock.OSLO)
    return latest if latest <= now else dt.datetime.combine(day - dt.timedelta(days=1), hour, tzinfo=clock.OSLO)
