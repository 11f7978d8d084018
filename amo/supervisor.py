"""`make run`: services, migrations, demo world, web, worker and beat, and a clean stop of all of them.

    python -m amo.supervisor [--die-with-parent]

Environment: PORT (8000), KURSLOP_VAR (var/), DATABASE_URL and REDIS_URL (embedded services
where they are not set), MIGRATION_DATABASE_URL (the role that migrates; DATABASE_URL when not
set). One Norwegian sentence and exit code 1 for what can be wrong on a machine; a Ctrl-C is
exit code 0. It sets up no Django: it starts what does, each in a session of its own, so that it
alone decides the order in which they stop.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from types import FrameType
from typing import IO
from urllib.parse import parse_qs, unquote, urlsplit

import psycopg2

from amo.embedded import EmbeddedError, answers, claim, start_postgres, start_valkey
from amo.processes import all_pids, die_with_parent, last_words, signal_pid, wait_until

ROOT = Path(__file__).resolve().parent.parent
READY_SECONDS = 120
PATIENCE_SECONDS = 10  # for a running job or request when it stops
WEB_STATEMENT_MS = 10_000
OLDEST_POSTGRES = 150_000
TRACE = "KURSLOP_SUPERVISED"  # in the environment of everything it starts: the data folder


class StartError(Exception):
    """It cannot start or go on; the message is one Norwegian sentence."""


class Stopped(Exception):
    """A signal asked for the end."""


def say(line: str) -> None:
    """A line to whoever started it, at once; a closed terminal is no error."""
    with contextlib.suppress(OSError):
        print(line, flush=True)


def reason(log: Path) -> str:
    """The line of a log that says best why a program ended: the last exception, else the last line."""
    with contextlib.suppress(OSError):
        for line in reversed(log.read_text(errors="replace").splitlines()):
            if re.match(r"(\w+\.)*\w*(Error|Exception|ImproperlyConfigured|DoesNotExist)\b", line):
                return line
    return last_words(log, 1)


# --- what must hold before anything starts ----------------------------------------------------------


def read_port(text: str) -> int:
    """The port to serve on. Raises StartError when `text` is no port number."""
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise StartError(f"PORT må være et tall mellom 1 og 65535, men er «{text}».")
    return int(text)


def check_port(port: int) -> None:
    """Raise StartError when the port is taken, or not ours to take."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
            probe.listen(1)
        except PermissionError:
            raise StartError(f"Port {port} krever root. Velg en høyere, for eksempel: PORT=8000 make run") from None
        except OSError:
            other = port + 1 if port < 65535 else 8000
            raise StartError(
                f"Port {port} er opptatt av et annet program. Velg en annen, for eksempel: PORT={other} make run"
            ) from None


def check_database(url: str, variable: str = "DATABASE_URL") -> None:
    """Raise StartError when no PostgreSQL 15 or newer answers at `url`. The password is never shown."""
    try:
        parts = urlsplit(url)
        host = unquote(parts.hostname or "") or parse_qs(parts.query).get("host", [""])[0]
        name, port = parts.path.lstrip("/"), parts.port or 5432
    except ValueError:
        name = ""
    if not name or parts.scheme not in {"postgres", "postgresql"}:
        raise StartError(f"{variable} skal være på formen postgres://bruker:passord@vert:5432/database.")
    try:
        connection = psycopg2.connect(
            host=host or None,
            port=port,
            dbname=unquote(name),
            user=unquote(parts.username or "") or None,
            password=unquote(parts.password or "") or None,
            connect_timeout=5,
        )
    except psycopg2.Error as error:
        reason = (str(error).strip().splitlines() or ["ukjent feil"])[-1].strip()
        where = f"«{name}» på {host or 'localhost'}:{port}"
        raise StartError(f"Får ikke kontakt med databasen {where} ({reason}).") from None
    version = connection.server_version
    connection.close()
    if version < OLDEST_POSTGRES:
        raise StartError(f"Kursløp trenger PostgreSQL 15 eller nyere, men databasen er {version // 10_000}.")


def check_broker(url: str) -> None:
    """Raise StartError when no Redis or Valkey answers at `url`."""
    try:
        alive = answers(url)
    except ValueError:
        raise StartError("REDIS_URL skal være på formen redis://vert:6379/0.") from None
    if not alive:
        parts = urlsplit(url)
        raise StartError(f"Får ikke kontakt med Redis på {parts.hostname or parts.path}:{parts.port or 6379}.")


def make_secret(var: Path) -> None:
    """A secret of this installation, readable by its owner only."""
    with contextlib.suppress(FileExistsError):
        handle = os.open(var / "secret", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w") as out:
            out.write(secrets.token_urlsafe(50))


# --- what an earlier start left ---------------------------------------------------------------------


def traced(var: Path) -> list[int]:
    """Processes that a supervisor of this data folder started, whoever is their parent now."""
    mark = f"{TRACE}={var}".encode()
    found = []
    for pid in all_pids():
        with contextlib.suppress(OSError):
            if pid != os.getpid() and mark in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0"):
                found.append(pid)
    return found


def stop_traced(var: Path) -> None:
    """End what is left of this data folder's web, worker and beat."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        for pid in traced(var):
            signal_pid(pid, how)
        if wait_until(lambda: not traced(var), PATIENCE_SECONDS):
            return


def take_folder(var: Path) -> IO[str]:
    """Hold the data folder; waits for one that is stopping. Raises EmbeddedError when one runs."""
    last = var / "stopping"
    taken: list[IO[str]] = []

    def try_it() -> bool:
        try:
            taken.append(claim(var, "supervisor"))
        except EmbeddedError:
            if not last.exists():
                raise
        return bool(taken)

    if not wait_until(try_it, 3 * PATIENCE_SECONDS):
        raise StartError(f"Forrige start med datamappen {var} er ikke ferdig med å stoppe. Prøv igjen om litt.")
    last.unlink(missing_ok=True)
    return taken[0]


# --- the run ----------------------------------------------------------------------------------------


class Supervisor:
    """Everything that runs for one data folder; `run()` returns when something ended it."""

    def __init__(self, var: Path, port: int) -> None:
        self.var, self.port = var, port
        self.address = f"http://127.0.0.1:{port}"
        self.children: dict[str, subprocess.Popen] = {}
        self.environment = os.environ | {"KURSLOP_VAR": str(var), "PORT": str(port), TRACE: str(var)}

    def log(self, name: str) -> Path:
        """Where the output of a part goes."""
        return self.var / "log" / f"{name}.log"

    def start(self, name: str, *arguments: str, how: int = signal.SIGKILL, **environment: str) -> subprocess.Popen:
        """Start a Python program that gets the signal `how` should this process die."""
        log = self.log(name)
        log.parent.mkdir(exist_ok=True)
        if log.exists():
            log.replace(log.with_suffix(".log.1"))  # what the run before said
        with open(log, "w") as out:
            return subprocess.Popen(
                [sys.executable, *arguments],
                cwd=ROOT,
                env=self.environment | environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
                preexec_fn=die_with_parent(how),
            )

    def services(self, stack: ExitStack) -> None:
        """Check the given services, start the others; `stack` stops them."""
        given = os.environ.get("DATABASE_URL"), os.environ.get("REDIS_URL")
        if given[0]:
            check_database(given[0])
            owner = os.environ.get("MIGRATION_DATABASE_URL") or given[0]
            check_database(owner, "MIGRATION_DATABASE_URL")
        if given[1]:
            check_broker(given[1])
        if not given[0]:
            say("Starter PostgreSQL …")
            postgres = stack.enter_context(start_postgres(self.var))
            given, owner = (postgres.dsn_app, given[1]), postgres.dsn_owner
        if not given[1]:
            valkey = stack.enter_context(start_valkey(self.var))
            given = given[0], valkey.url
        self.environment |= {"DATABASE_URL": given[0], "MIGRATION_DATABASE_URL": owner, "REDIS_URL": given[1]}

    def prepare(self) -> None:
        """Migrations, rights, static files and, in an empty database, the demo world."""
        say("Klargjør databasen (første gang bygges demoverdenen også) …")
        process = self.start("prepare", "manage.py", "prepare", KURSLOP_ROLE="owner", KURSLOP_STATEMENT_TIMEOUT_MS="0")
        try:
            code = process.wait()
        finally:
            process.kill()
            process.wait()
        if code:
            log = self.log("prepare")
            raise StartError(f"Klargjøringen feilet: {reason(log)} (mer i {log})")

    def start_programs(self) -> None:
        """Web, worker and beat, as the role that may not change the log."""
        web = ["-m", "gunicorn", "amo.wsgi:application", "--bind", f"127.0.0.1:{self.port}", "--workers", "2"]
        web += ["--threads", "4", "--graceful-timeout", "5", "--timeout", "60", "--no-control-socket"]
        self.children["web"] = self.start(
            "web", *web, how=signal.SIGTERM, KURSLOP_STATEMENT_TIMEOUT_MS=str(WEB_STATEMENT_MS)
        )
        celery = ["-m", "celery", "-A", "amo"]
        none = {"KURSLOP_STATEMENT_TIMEOUT_MS": "0"}
        worker = [*celery, "worker", "--concurrency", "2", "--loglevel", "INFO", "--without-gossip", "--without-mingle"]
        self.children["worker"] = self.start("worker", *worker, **none)
        beat = [*celery, "beat", "--loglevel", "INFO", "--pidfile=", "--schedule", str(self.var / "beat")]
        self.children["beat"] = self.start("beat", *beat, **none)

    def check_children(self) -> None:
        """Raise StartError when a program has ended that should run."""
        names = {"web": "Webtjeneren", "worker": "Arbeideren", "beat": "Klokken (beat)"}
        for name, child in self.children.items():
            if child.poll() is not None:
                log = self.log(name)
                raise StartError(f"{names[name]} stoppet uventet: {reason(log)} (mer i {log})")

    def ready(self) -> bool:
        """Does /isready answer 200?"""
        self.check_children()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/isready")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def stop_programs(self) -> None:
        """Ask all at once, wait, then kill; nothing they started may stay."""
        for child in self.children.values():
            if child.poll() is None:
                child.terminate()
        for child in self.children.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(PATIENCE_SECONDS)
            if child.poll() is None:
                child.kill()
            child.wait()
        stop_traced(self.var)

    def run(self) -> None:
        """Start, tell the address, watch. Ends by StartError, EmbeddedError or Stopped, with all of it stopped."""
        with ExitStack() as stack:
            stack.enter_context(contextlib.closing(take_folder(self.var)))
            try:
                self._run(stack)
            finally:
                ignore_signals()  # it is stopping; a second Ctrl-C hurries nothing
                (self.var / "stopping").touch()

    def _run(self, stack: ExitStack) -> None:
        stop_traced(self.var)
        check_port(self.port)
        make_secret(self.var)
        self.services(stack)
        stack.callback(self.stop_programs)
        self.prepare()
        self.start_programs()
        if not wait_until(self.ready, READY_SECONDS):
            raise StartError(f"Kursløp ble ikke klart på {READY_SECONDS} sekunder. Se {self.log('web')}.")
        say(f"Kursløp kjører på {self.address} (stopp med Ctrl-C)")
        wait_until(self.check_children, float("inf"))


SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def ignore_signals() -> None:
    """No further signal is heard."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def listen_to_signals() -> None:
    """Turn Ctrl-C, kill and a closed terminal into Stopped in the main thread."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        ignore_signals()
        raise Stopped

    for number in SIGNALS:
        signal.signal(number, stop)


def main(argv: list[str] | None = None) -> int:
    """Entry point; the exit code."""
    parser = argparse.ArgumentParser(prog="amo.supervisor")
    parser.add_argument("--die-with-parent", action="store_true", help="stop when make is killed")
    options = parser.parse_args(argv)
    listen_to_signals()
    var = Path(os.environ.get("KURSLOP_VAR") or ROOT / "var").resolve()
    try:
        if options.die_with_parent:
            die_with_parent(signal.SIGTERM, of=os.getppid())()
        if os.environ.get("AMO_ENV", "local") != "local":
            raise StartError("«make run» er for utvikling og demo. I drift startes delene hver for seg, se deploy/.")
        Supervisor(var, read_port(os.environ.get("PORT") or "8000")).run()
    except Stopped:
        say("Kursløp er stoppet.")
    except (StartError, EmbeddedError) as error:
        print(f"Feil: {error}", file=sys.stderr, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
