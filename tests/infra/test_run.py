"""`make run` whole: starts, answers, stops, is killed, starts again. One story on one data folder."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import psycopg2
import pytest

from amo.embedded import socket_folder
from amo.processes import process_words, wait_until
from amo.supervisor import check_port, traced
from tests.infra.helpers import Supervised, free_port, processes_in, python

pytestmark = pytest.mark.infra


def connect(var, user):
    return psycopg2.connect(dbname="kurslop", user=user, host=str(socket_folder(var.resolve())))


def nothing_left(var) -> bool:
    return not traced(var.resolve()) and not processes_in(var)


def the_worker(var, parent: int) -> int:
    """The Celery worker itself, not one of the processes of its pool."""
    for pid in traced(var.resolve()):
        status = Path(f"/proc/{pid}/status").read_text()
        if f"PPid:\t{parent}\n" in status and "worker" in process_words(pid):
            return pid
    raise AssertionError("no worker runs")


def test_start_stop_kill_start(tmp_path):
    var, port = tmp_path / "var", free_port()

    run = Supervised(var, port)
    assert f"http://127.0.0.1:{port} " in run.until_address()
    assert run.get("/isready") == 200
    with connect(var, "kurslop_owner") as owner, owner.cursor() as cursor:
        cursor.execute("CREATE TABLE kept AS SELECT 'fra første start' AS what")
    owner.close()
    app = connect(var, "kurslop_app")
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        app.cursor().execute("DELETE FROM amo_accesslog")
    app.close()
    second = python("-m", "amo.supervisor", KURSLOP_VAR=str(var), PORT=str(free_port()))
    assert second.returncode == 1 and "Kursløp kjører allerede med datamappen" in second.stderr

    code, error = run.end(signal.SIGINT)
    assert (code, error) == (0, "")
    assert sum("http://" in line for line in run.lines) == 1
    assert nothing_left(var)
    check_port(port)

    killed = Supervised(var, port)
    killed.until_address()
    assert killed.end(signal.SIGKILL)[0] == -signal.SIGKILL

    below = Supervised(var, port, below_make=True)  # at once: what the kill left is still on its way out
    below.until_address()
    below.process.kill()

    again = Supervised(var, port)  # at once: the one whose make was killed is still stopping
    again.until_address()
    with connect(var, "kurslop_app") as app, app.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)
    app.close()
    with connect(var, "kurslop_owner") as owner, owner.cursor() as cursor:
        cursor.execute("SELECT what FROM kept")
        assert cursor.fetchone() == ("fra første start",)
    owner.close()

    os.kill(the_worker(var, again.process.pid), signal.SIGKILL)
    _, error = again.process.communicate()
    assert again.process.returncode == 1
    assert error.startswith("Feil: Arbeideren stoppet uventet") and "Traceback" not in error
    assert wait_until(lambda: nothing_left(var), 20)
