"""Starting the supervisor and small programs the way a person would, in folders and on ports of their own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

from amo.processes import all_pids, process_folder

ROOT = Path(__file__).resolve().parent.parent.parent
OURS = {
    "AMO_ENV",
    "DATABASE_URL",
    "MIGRATION_DATABASE_URL",
    "REDIS_URL",
    "KURSLOP_VAR",
    "KURSLOP_ROLE",
    "KURSLOP_STATEMENT_TIMEOUT_MS",
    "KURSLOP_SUPERVISED",
    "SECRET_KEY",
    "DJANGO_SETTINGS_MODULE",
    "PORT",
}


def clean_environment(**more: str) -> dict[str, str]:
    """What a terminal would have: nothing of ours but `more`."""
    return {name: value for name, value in os.environ.items() if name not in OURS} | more


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project's folder to its end."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=clean_environment(**environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


class Supervised:
    """`python -m amo.supervisor` on a data folder and port of its own, without the demo world."""

    def __init__(self, var: Path, port: int, *, below_make: bool = False) -> None:
        """`below_make`: with a parent in between, as make is, whose process this object then holds."""
        self.var, self.port = var, port
        command = [sys.executable, "-m", "amo.supervisor"]
        if below_make:
            inner = repr([*command, "--die-with-parent"])
            command = [sys.executable, "-c", f"import subprocess; subprocess.run({inner})"]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=clean_environment(KURSLOP_VAR=str(var), PORT=str(port), DEMO="false"),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.lines: list[str] = []

    def until_address(self) -> str:
        """Read until the line with the address; what it said instead when it ended."""
        assert self.process.stdout and self.process.stderr
        for line in self.process.stdout:
            self.lines.append(line)
            if "http://" in line:
                return line
        raise AssertionError("".join(self.lines) + self.process.stderr.read())

    def end(self, how: int) -> tuple[int, str]:
        """Send a signal; the exit code and what was written to the error stream."""
        self.process.send_signal(how)
        out, error = self.process.communicate()
        self.lines += out.splitlines(keepends=True)
        return self.process.returncode, error

    def get(self, path: str) -> int:
        """The status of a page."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}") as response:
                return response.status
        except urllib.error.HTTPError as error:
            return error.code


def processes_in(folder: Path) -> list[int]:
    """Servers whose data folder is this one or below."""
    return [pid for pid in all_pids() if process_folder(pid).startswith(str(folder.resolve()))]
