"""The tick runs what is due and not done; one job's fault stops no other; one process at a time."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from amo import clock, locks, tick
from amo.models import County, JobState


@pytest.fixture
def jobs(monkeypatch):
    """Only the jobs a test registers."""
    monkeypatch.setattr(tick, "_jobs", {})
    return tick


def test_every_job_runs_and_says_how_much_it_did(db, jobs):
    seen = []
    jobs.register("a", lambda now: seen.append(now) or 3)
    jobs.register("b", lambda now: None)
    assert [(one.name, one.count, one.error) for one in tick.run_all()] == [("a", 3, ""), ("b", 0, "")]
    assert seen[0].tzinfo is not None
    assert JobState.objects.get(pk="a").finished_at is not None


def test_a_fault_rolls_its_own_job_back_and_the_others_go_on(db, jobs, caplog):
    def broken(now):
        County.objects.create(number="81", name="Halvveis")
        raise RuntimeError("oi")

    jobs.register("broken", broken)
    jobs.register("next", lambda now: 1)
    first, second = tick.run_all()
    assert first.count is None
    assert first.error == "RuntimeError: oi"
    assert second.count == 1
    assert not County.objects.filter(number="81").exists()
    assert "broken" in caplog.text


def test_only_the_named_jobs_run(db, jobs):
    ran = []
    jobs.register("a", lambda now: ran.append("a"))
    jobs.register("b", lambda now: ran.append("b"))
    tick.run_all(only=["b"])
    assert ran == ["b"]
    with pytest.raises(KeyError):
        tick.run_all(only=["c"])


def test_two_jobs_cannot_share_a_name(jobs):
    jobs.register("a", len)
    jobs.register("a", len)
    with pytest.raises(ValueError, match="a"):
        jobs.register("a", max)


@pytest.mark.django_db(transaction=True)
def test_a_job_that_another_process_runs_is_left_alone(jobs):
    jobs.register("a", lambda now: 1)
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [locks.number_of("tick:a")])
        assert tick.run_all()[0].count is None
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [locks.number_of("tick:a")])
        assert tick.run_all()[0].count == 1
        assert tick.run_all()[0].count == 1
    finally:
        other.close()


def test_a_daily_job_runs_once_after_its_hour(db, jobs, freeze):
    ran = []
    jobs.register("daily", lambda now: ran.append(now), daily_from=dt.time(0, 5))

    def tick_at(*moment):
        freeze(dt.datetime(*moment, tzinfo=clock.OSLO))
        tick.run_all()
        return len(ran)

    assert tick_at(2026, 3, 1, 0, 4) == 0
    assert tick_at(2026, 3, 1, 0, 5) == 1
    assert tick_at(2026, 3, 1, 23, 0) == 1
    assert tick_at(2026, 3, 2, 0, 4) == 1
    assert tick_at(2026, 3, 2, 9, 0) == 2
    # The worker was away for days: one run takes it all.
    assert tick_at(2026, 3, 9, 0, 1) == 3
    assert tick_at(2026, 3, 9, 0, 5) == 4
    # The demo's clock went back.
    assert tick_at(2026, 2, 1, 12, 0) == 5
    assert tick_at(2026, 2, 1, 13, 0) == 5


def test_a_daily_job_runs_through_the_change_to_summer_time(db, jobs, freeze):
    ran = []
    jobs.register("daily", lambda now: ran.append(now), daily_from=dt.time(2, 30))
    for day in (28, 29, 30):
        freeze(dt.datetime(2026, 3, day, 12, tzinfo=clock.OSLO))
        tick.run_all()
    assert len(ran) == 3


def test_the_command_names_the_jobs_and_refuses_others(db, jobs, capsys):
    jobs.register("a", lambda now: 2)
    call_command("tick")
    assert "a: 2" in capsys.readouterr().out
    with pytest.raises(CommandError, match="Ukjent jobb: x"):
        call_command("tick", "x")


def test_the_command_fails_when_a_job_does(db, jobs, capsys):
    jobs.register("a", lambda now: 1 / 0)
    with pytest.raises(CommandError):
        call_command("tick")
    assert "ZeroDivisionError" in capsys.readouterr().out


def test_the_kernels_own_jobs_run(db):
    outcomes = {one.name: one for one in tick.run_all(only=[name for name in tick.names() if name.startswith("amo.")])}
    assert {"amo.jobs", "amo.outbox", "amo.searches", "amo.drafts", "amo.submissions"} <= set(outcomes)
    assert [one.error for one in outcomes.values() if one.error] == []
