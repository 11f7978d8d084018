"""Broker, web server and worker as processes of their own, on the database of the running test.

    def test_something(services):
        address = services.start_web()
        services.start_worker()

The broker is one of the test's own, so no other test's tasks are met. Everything ends with the block, and with this
process should it be killed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

from amo.embedded import start_valkey
from amo.processes import die_with_parent, stop_child, wait_until
from tests.infra.helpers import free_port

# Only so that a test that hangs ends: nothing is measured.
PATIENCE_SECONDS = 120


def eventually(holds, what: str, said=lambda: "") -> None:
    """Ask until `holds()` is true. `said()` is added to the failure: a log, for instance."""
    assert wait_until(holds, PATIENCE_SECONDS), f"never: {what}\n{said()}"


def test_database_url() -> str:
    """DATABASE_URL with the name of the database that this test uses."""
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}"))


test_database_url.__test__ = False


class Web:
    """gunicorn as a process of its own; entering gives its address once /isready answers 200."""

    def __init__(self, environment: dict[str, str], log: Path = Path(os.devnull)):
        self.environment, self.log = environment, log

    def __enter__(self) -> str:
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        command = [
            "gunicorn",
            "amo.wsgi:application",
            "--bind",
            f"127.0.0.1:{port}",
            "--threads",
            "4",
            "--timeout",
            "120",
        ]
        self.process = _start(command, self.environment, self.log)
        eventually(lambda: _status(f"{address}/isready") == 200, "the web server is ready", self.log.read_text)
        return address

    def __exit__(self, *exception) -> None:
        stop_child(self.process, signal.SIGTERM)


def _start(module: list[str], environment: dict[str, str], log: Path) -> subprocess.Popen:
    """`python -m …`, its output in `log`; it ends with this process."""
    with open(log, "w") as out:
        return subprocess.Popen(
            [sys.executable, "-m", *module],
            cwd=settings.BASE_DIR,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            preexec_fn=die_with_parent(signal.SIGKILL),
        )


class Services:
    """Starts processes and keeps their logs; use as a context manager."""

    def __init__(self):
        self.stack = ExitStack()
        self.workers = 0

    def __enter__(self) -> Services:
        self.folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory(prefix="kurslop-")))
        self.broker = self.stack.enter_context(start_valkey(self.folder))
        self.environment = os.environ | {
            "DATABASE_URL": test_database_url(),
            "MIGRATION_DATABASE_URL": test_database_url(),
            "REDIS_URL": self.broker.url,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        }
        self.environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
        return self

    def __exit__(self, *exception) -> None:
        self.stack.close()

    def log(self, name: str) -> str:
        """What a process has said so far."""
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def last_words(self) -> str:
        """The end of every log, for a test that fails."""
        return "\n".join(
            f"--- {path.stem}\n{path.read_text(errors='replace')[-4000:]}" for path in self.folder.glob("*.log")
        )

    def start_web(self) -> str:
        """gunicorn with the tests' settings; its address once /isready answers 200."""
        return self.stack.enter_context(Web(self.environment, self.folder / "web.log"))

    def start_worker(self) -> subprocess.Popen:
        """A Celery worker with one process, once it listens; its first task is the tick."""
        self.workers += 1
        name = f"worker-{self.workers}"
        command = ["celery", "-A", "amo", "worker", "--pool", "solo", "--loglevel", "INFO"]
        command += ["--without-gossip", "--without-mingle", "--without-heartbeat"]
        process = _start(command, self.environment, self.folder / f"{name}.log")
        self.stack.callback(stop_child, process, signal.SIGTERM)
        eventually(
            lambda: process.poll() is not None or " ready." in self.log(name),
            "the worker listens",
            lambda: self.log(name),
        )
        assert process.poll() is None, self.log(name)
        return process


def _status(url: str) -> int:
    try:
        with urllib.request.urlopen(url) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0
