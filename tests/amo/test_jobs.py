"""Long jobs: progress, log, cancel, and a worker that is killed in the middle."""

import subprocess
import sys

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.urls import reverse

from amo import clock, jobs, locks
from amo.models import JobRun
from tests import factories


@pytest.fixture
def kinds(monkeypatch):
    """Register a kind for one test: kinds["x"] = function."""
    functions = {}
    monkeypatch.setattr(jobs, "_functions", functions)
    return functions


@pytest.fixture
def woken(monkeypatch):
    calls = []
    monkeypatch.setattr(jobs, "wake_for", lambda pk, **kwargs: calls.append(pk))
    return calls


def test_a_job_is_queued_runs_and_tells_where_its_result_is(db, kinds, woken):
    membership = factories.MembershipFactory()

    def work(job_run):
        jobs.progress(job_run, 1, "Halvveis.", total=2)
        return {"url": "/resultat/", "label": "Se fordelingen", "found": 7}

    kinds["x"] = work
    job_run = jobs.start("x", "Fordeling", by=membership, arguments={"window": 3})
    assert woken == [job_run.pk]
    assert job_run.status == JobRun.Status.QUEUED
    assert job_run.as_of == clock.today()
    jobs.run(job_run.pk)
    job_run.refresh_from_db()
    assert job_run.status == JobRun.Status.DONE
    assert (job_run.done, job_run.total) == (2, 2)
    assert job_run.result["found"] == 7
    assert [line.partition(" ")[2] for line in job_run.log.splitlines()] == ["Halvveis.", "Ferdig."]
    assert jobs.run(job_run.pk) is None


def test_an_unknown_kind_is_refused(db, kinds):
    with pytest.raises(KeyError):
        jobs.start("nobody", "x", by=None)


@pytest.mark.parametrize(
    ("error", "line"),
    [(ValidationError("Vinduet er stengt."), "Vinduet er stengt."), (RuntimeError("oi"), "stoppet på en feil")],
)
def test_a_fault_ends_the_job_in_words(db, kinds, woken, error, line):
    def work(job_run):
        raise error

    kinds["x"] = work
    job_run = jobs.run(jobs.start("x", "Fordeling", by=None).pk)
    assert job_run.status == JobRun.Status.FAILED
    assert line in job_run.log
    assert "oi" not in job_run.log


def test_a_waiting_job_is_cancelled_at_once(db, kinds, woken):
    kinds["x"] = lambda job_run: pytest.fail("ran")
    membership = factories.MembershipFactory()
    job_run = jobs.cancel(jobs.start("x", "Fordeling", by=membership), by=membership)
    assert job_run.status == JobRun.Status.CANCELLED
    assert str(membership.user) in job_run.log
    assert jobs.run(job_run.pk) is None
    with pytest.raises(ValidationError):
        jobs.cancel(job_run, by=membership)


def test_a_running_job_stops_at_its_next_progress(db, kinds, woken):
    membership = factories.MembershipFactory()

    def work(job_run):
        jobs.progress(job_run, 1)
        jobs.cancel(job_run, by=membership)
        jobs.progress(job_run, 2)
        pytest.fail("went on")

    kinds["x"] = work
    assert jobs.run(jobs.start("x", "Fordeling", by=membership).pk).status == JobRun.Status.CANCELLED


def test_the_tick_wakes_for_what_waits(db, kinds, woken):
    kinds["x"] = lambda job_run: None
    job_run = jobs.start("x", "Fordeling", by=None)
    woken.clear()
    assert jobs.sweep(clock.now()) == 1
    assert woken == [job_run.pk]


@pytest.mark.django_db(transaction=True)
def test_a_job_that_runs_is_left_alone_by_the_tick_and_by_other_workers(kinds, woken):
    kinds["x"] = lambda job_run: None
    job_run = jobs.start("x", "Fordeling", by=None)
    woken.clear()
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [locks.number_of(f"job:{job_run.pk}")])
        assert jobs.run(job_run.pk) is None
        with transaction.atomic():
            assert jobs.sweep(clock.now()) == 0
    finally:
        other.close()
    assert woken == []


KILLED = """
import os, signal, django
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = {name!r}
from amo import jobs
jobs._functions["x"] = lambda job_run: os.kill(os.getpid(), signal.SIGKILL)
jobs.run({pk})
"""


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_killed_leaves_a_job_that_is_found_and_run_again(kinds, woken):
    kinds["x"] = lambda job_run: {"url": "/resultat/"}
    job_run = jobs.start("x", "Fordeling", by=None)
    woken.clear()
    code = KILLED.format(name=connection.settings_dict["NAME"], pk=job_run.pk)
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    job_run.refresh_from_db()
    assert job_run.status == JobRun.Status.RUNNING
    # The server notices the dead process when it next reads from it; the lock is free then.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [locks.number_of(f"job:{job_run.pk}")])
        cursor.execute("SELECT pg_advisory_unlock(%s)", [locks.number_of(f"job:{job_run.pk}")])
    with transaction.atomic():
        assert jobs.sweep(clock.now()) == 1
    assert woken == [job_run.pk]
    again = jobs.run(job_run.pk)
    assert again.status == JobRun.Status.DONE
    assert "Startet på nytt" in again.log


def test_a_job_that_takes_its_worker_down_each_time_is_given_up(db, kinds, woken):
    kinds["x"] = lambda job_run: pytest.fail("ran")
    job_run = factories.JobRunFactory(kind="x", status=JobRun.Status.RUNNING, finished_at=None, result={"attempts": 3})
    assert jobs.run(job_run.pk).status == JobRun.Status.FAILED


def test_the_command_runs_what_waits(db, kinds, woken, capsys):
    kinds["x"] = lambda job_run: None
    job_run = jobs.start("x", "Fordeling", by=None)
    call_command("run_jobs")
    assert "Kjørt: 1" in capsys.readouterr().out
    assert JobRun.objects.get(pk=job_run.pk).status == JobRun.Status.DONE


def test_the_page_shows_progress_log_and_result(db, kinds, woken, client_for):
    membership = factories.MembershipFactory()
    kinds["x"] = lambda job_run: jobs.progress(job_run, 4, "Fire av ti.", total=10)
    job_run = jobs.start("x", "Fordeling av plasser", by=membership, total=10)
    client = client_for(membership)
    url = reverse("amo:job_detail", args=[job_run.public_id])
    html = client.get(url).content.decode()
    assert "Fordeling av plasser" in html
    assert "I kø" in html
    assert f'hx-get="{url}"' in html
    assert "Avbryt jobben" in html
    jobs.run(job_run.pk)
    JobRun.objects.filter(pk=job_run.pk).update(result={"url": "/resultat/", "label": "Se fordelingen"})
    html = client.get(url).content.decode()
    assert 'href="/resultat/"' in html
    assert "Fire av ti." in html
    assert "hx-get" not in html.partition("<main")[2]
    answer = client.get(url, headers={"HX-Request": "true", "HX-Target": "job-progress"})
    assert answer["HX-Refresh"] == "true"
    part = answer.content.decode()
    assert part.strip().startswith('<div class="job"')
    assert "<main" not in part


def test_others_see_nothing_of_it(db, kinds, woken, client_for):
    kinds["x"] = lambda job_run: None
    job_run = jobs.start("x", "Fordeling", by=factories.MembershipFactory())
    client = client_for(factories.MembershipFactory())
    assert client.get(reverse("amo:job_detail", args=[job_run.public_id])).status_code == 404
    assert client.post(reverse("amo:job_cancel", args=[job_run.public_id])).status_code == 404


def test_cancel_from_the_page(db, kinds, woken, client_for):
    membership = factories.MembershipFactory()
    kinds["x"] = lambda job_run: None
    job_run = jobs.start("x", "Fordeling", by=membership)
    client = client_for(membership)
    url = reverse("amo:job_cancel", args=[job_run.public_id])
    client.post(url)
    assert JobRun.objects.get(pk=job_run.pk).status == JobRun.Status.CANCELLED
    assert "allerede over" in client.post(url, follow=True).content.decode()
