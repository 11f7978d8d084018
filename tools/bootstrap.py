"""Make .venv and node_modules from the pinned lists, once per change of them.

Runs with the machine's own Python and nothing but the standard library. A stamp in
each folder holds a hash of what it was made from, so a second start costs nothing.
Everything that can be missing gives one Norwegian sentence and exit code 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
NODE_MODULES = ROOT / "node_modules"
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20


class SetupError(Exception):
    """Something on the machine is missing; the message is what the user reads."""


def fingerprint(files: list[Path], *also: str) -> str:
    """Hash of the files' contents and of the words in `also`."""
    digest = hashlib.sha256("\0".join(also).encode())
    for file in files:
        digest.update(b"\0" + file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def check_python() -> None:
    """Raise SetupError when this Python is too old or cannot make a venv."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:2]))
        raise SetupError(f"Kursløp trenger Python 3.11 eller nyere, men fant {found}. Sett PYTHON=<sti> og prøv igjen.")
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        raise SetupError("Python mangler venv. Installer pakken python3-venv og prøv igjen.") from None


def check_node() -> str:
    """Path of npm. Raises SetupError when Node or npm is missing or too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node:
        raise SetupError("Fant ikke Node. Installer Node 20 eller nyere og prøv igjen.")
    if not npm:
        raise SetupError("Fant ikke npm. Installer npm (følger med Node 20) og prøv igjen.")
    said = subprocess.run([node, "--version"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    major = said.stdout.strip().lstrip("v").split(".")[0]
    if not major.isdigit() or int(major) < OLDEST_NODE:
        raise SetupError(f"Kursløp trenger Node 20 eller nyere, men fant {said.stdout.strip() or 'ukjent'}.")
    return npm


def run(command: list[str], what: str) -> None:
    """Run quietly; on failure show its last lines and raise SetupError."""
    done = subprocess.run(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        sys.stderr.write("\n".join(done.stdout.strip().splitlines()[-12:]) + "\n")
        raise SetupError(f"{what} feilet. Har maskinen nett? Se linjene over.")


def make_venv(dev: bool) -> None:
    """Make or renew .venv for the run list, or for the test list when `dev`."""
    lists = [ROOT / "requirements.txt", ROOT / "requirements-dev.txt"]
    # A venv holds absolute paths and one Python: a moved folder or another Python makes it anew.
    base = fingerprint([], *map(str, sys.version_info[:2]), str(VENV))
    wanted = [base, fingerprint(lists[:1])] + ([fingerprint(lists)] if dev else [])
    stamp = VENV / ".kurslop-stamp"
    have = stamp.read_text().split() if stamp.exists() else []
    if set(wanted) <= set(have):
        return
    print("Lager Python-miljøet (kan ta et par minutter første gang) …", flush=True)
    if base not in have:
        shutil.rmtree(VENV, ignore_errors=True)
        run([sys.executable, "-m", "venv", str(VENV)], "Å lage Python-miljøet")
    # With only the base left in the stamp, an interrupted install is done again.
    stamp.write_text(base + "\n")
    pip = [str(VENV / "bin/python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    run([*pip, "-r", str(lists[1] if dev else lists[0])], "Å hente Python-pakkene")
    stamp.write_text("\n".join(wanted) + "\n")


def install_node_modules(npm: str) -> None:
    """`npm ci` when package.json or its lock changed since last time."""
    mark = fingerprint([ROOT / "package.json", ROOT / "package-lock.json"])
    stamp = NODE_MODULES / ".kurslop-stamp"
    if stamp.exists() and stamp.read_text().strip() == mark:
        return
    print("Henter statiske filer med npm …", flush=True)
    run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], "Å hente npm-pakkene")
    stamp.write_text(mark + "\n")


def main(argv: list[str] | None = None) -> int:
    """Entry point; 0 when everything is in place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also what the tests need")
    options = parser.parse_args(argv)
    os.umask(0o022)
    try:
        check_python()
        npm = check_node()
        make_venv(options.dev)
        install_node_modules(npm)
    except SetupError as error:
        print(f"Feil: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Feil: får ikke skrevet i {ROOT}: {error.strerror}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
