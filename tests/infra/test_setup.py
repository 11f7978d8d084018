"""What is missing on a machine is told in one sentence, without a traceback."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from amo import supervisor
from tests.infra.helpers import ROOT, clean_environment, free_port, python

pytestmark = pytest.mark.infra


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence of a start that was refused."""
    assert done.returncode == 1
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1 and lines[0].startswith("Feil: "), done.stderr
    assert "http://" not in done.stdout
    return lines[0]


def start(tmp_path: Path, **environment: str) -> str:
    """Start the supervisor with something wrong."""
    port = environment.pop("PORT", str(free_port()))
    return refused(python("-m", "amo.supervisor", KURSLOP_VAR=str(tmp_path / "var"), PORT=port, **environment))


def bootstrap(path: Path) -> subprocess.CompletedProcess[str]:
    """The first step of every make target with only `path` to find programs in."""
    return subprocess.run(
        [sys.executable, "tools/bootstrap.py"],
        cwd=ROOT,
        env=clean_environment() | {"PATH": str(path)},
        capture_output=True,
        text=True,
    )


def program(folder: Path, name: str, script: str) -> None:
    """Put a little program on a path."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def test_missing_node(tmp_path):
    assert refused(bootstrap(tmp_path)) == "Feil: Fant ikke Node. Installer Node 20 eller nyere og prøv igjen."


def test_missing_npm(tmp_path):
    (tmp_path / "node").symlink_to(shutil.which("node"))
    assert "Fant ikke npm" in refused(bootstrap(tmp_path))


def test_old_node(tmp_path):
    program(tmp_path, "node", "echo v18.1.0")
    program(tmp_path, "npm", "exit 0")
    assert refused(bootstrap(tmp_path)) == "Feil: Kursløp trenger Node 20 eller nyere, men fant v18.1.0."


def test_port_in_use(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = start(tmp_path, PORT=str(port))
    assert f"Port {port} er opptatt av et annet program" in said and f"PORT={port + 1} make run" in said
    assert not (tmp_path / "var" / "pg").exists()  # told before anything is made


@pytest.mark.parametrize("port", ["åtte", "0", "70000"])
def test_port_that_is_none(tmp_path, port):
    assert start(tmp_path, PORT=port) == f"Feil: PORT må være et tall mellom 1 og 65535, men er «{port}»."


def test_unreachable_database_is_named_without_its_password(tmp_path):
    port = free_port()
    said = start(tmp_path, DATABASE_URL=f"postgres://amo:hemmelig@127.0.0.1:{port}/kurs")
    assert f"Får ikke kontakt med databasen «kurs» på 127.0.0.1:{port}" in said
    assert "hemmelig" not in said


@pytest.mark.parametrize("url", ["mysql://x/y", "tull", "postgres://vert:ikke-tall/x"])
def test_database_address_that_is_none(tmp_path, url):
    assert "DATABASE_URL skal være på formen postgres://" in start(tmp_path, DATABASE_URL=url)


def test_unreachable_broker(tmp_path):
    port = free_port()
    assert f"Får ikke kontakt med Redis på 127.0.0.1:{port}." in start(
        tmp_path, REDIS_URL=f"redis://127.0.0.1:{port}/0"
    )


def test_broker_address_that_is_none(tmp_path):
    assert "REDIS_URL skal være på formen redis://" in start(tmp_path, REDIS_URL="amqp://vert")


def test_not_for_production(tmp_path):
    assert "«make run» er for utvikling og demo" in start(tmp_path, AMO_ENV="production")


def test_data_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "var").write_text("")
    assert "Får ikke skrevet i datamappen" in start(tmp_path)


def test_secret_is_made_once_and_private(tmp_path):
    supervisor.make_secret(tmp_path)
    first = (tmp_path / "secret").read_text()
    supervisor.make_secret(tmp_path)
    assert (tmp_path / "secret").read_text() == first and len(first) > 50
    assert stat.S_IMODE(os.stat(tmp_path / "secret").st_mode) == 0o600


def test_lists_and_settings_name_no_registry():
    for name in (
        "requirements.txt",
        "requirements-dev.txt",
        "package.json",
        "package-lock.json",
        "pyproject.toml",
        ".npmrc",
    ):
        text = (ROOT / name).read_text()
        assert "://" not in text.replace("https://github.com/sponsors", ""), name
        assert "index-url" not in text and "find-links" not in text and '"resolved"' not in text, name


def test_every_package_is_pinned():
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text().splitlines():
            wanted = line.split("#")[0].strip()
            assert not wanted or wanted == "-r requirements.txt" or "==" in wanted, line
