"""`make test`, `make lint`, `make bench`: own services in a scratch folder, then every check and test.

    python -m tools.checks [--counts short|full] [--lint | --no-tests | --bench]

Every step runs even when one before it failed; pytest comes last, so its closing line closes
the output when all is well. KURSLOP_TEST_DATABASE_URL and KURSLOP_TEST_REDIS_URL name given
services (the role must be allowed to make databases); otherwise embedded ones are started, on
sockets and no port, so a running `make run` is not met.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from amo.embedded import EmbeddedError, claim, start_postgres, start_valkey
from tools import chromium

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
PROCESSES = os.environ.get("KURSLOP_TEST_PROCESSES") or "2"

STYLE = {
    "Kodestil": ["-m", "ruff", "check", "--quiet", "."],
    "Lagene": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-logo"],
}
DATABASE = {
    "Migreringer finnes": ["manage.py", "makemigrations", "--check", "--dry-run"],
    "Migreringer er trygge": ["-m", "tools.migration_lint"],
    "Djangos egne kontroller": ["manage.py", "check", "--fail-level", "WARNING"],
    "Tekstene er hentet ut": ["-m", "tools.messages", "--check"],
}
PYTEST = ["-m", "pytest", "-n", PROCESSES, "--dist", "loadgroup", "--no-loadscope-reorder", "--durations=20"]


def say(line: str) -> None:
    """A line at once, in order with what the steps print."""
    print(line, flush=True)


def step(name: str, arguments: list[str], environment: dict[str, str]) -> bool:
    """Run a quiet check; its output is shown only when it fails."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    good = done.returncode == 0
    say(f"{'ok  ' if good else 'FEIL'} {name} ({time.monotonic() - begun:.0f} s)")
    if not good:
        say(done.stdout.rstrip())
    return good


def scratch_folder(stack: ExitStack) -> Path:
    """A data folder of this run, removed after it; those of killed runs are removed now."""
    VAR.mkdir(exist_ok=True)
    for old in VAR.glob("test-run-*"):
        try:
            claim(old, "checks").close()
        except EmbeddedError:
            continue  # another run that is still going
        shutil.rmtree(old, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix="test-run-", dir=VAR))
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    stack.callback(claim(folder, "checks").close)
    return folder


def services(stack: ExitStack, counts: str, *, durable: bool = False) -> dict[str, str]:
    """The environment of the steps, with services started where none are given; `durable` measures as in earnest."""
    var = scratch_folder(stack)
    environment = dict(os.environ)
    for name in ("SECRET_KEY", "PORT", "KURSLOP_ROLE", "KURSLOP_STATEMENT_TIMEOUT_MS", "DJANGO_SETTINGS_MODULE"):
        environment.pop(name, None)
    database = os.environ.get("KURSLOP_TEST_DATABASE_URL")
    if not database:
        database = stack.enter_context(start_postgres(var, durable=False)).dsn_owner
    redis = os.environ.get("KURSLOP_TEST_REDIS_URL")
    if not redis:
        redis = stack.enter_context(start_valkey(var)).url
    return environment | {
        "AMO_ENV": "local",
        "DATABASE_URL": database,
        "MIGRATION_DATABASE_URL": database,
        "REDIS_URL": redis,
        "KURSLOP_VAR": str(var),
        "KURSLOP_COUNTS": counts,
    }


def tests(environment: dict[str, str]) -> bool:
    """All tests, with the report that `make rows` reads."""
    environment = environment | {"CHROMIUM": chromium.get(VAR)}
    report = ["--rows-report", str(VAR / "test-report.json"), "--junitxml", str(VAR / "test-junit.xml")]
    return (
        subprocess.run(
            [sys.executable, *PYTEST, *report], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL
        ).returncode
        == 0
    )


def run(options: argparse.Namespace) -> bool:
    """The steps that were asked for; did all of them pass?"""
    with ExitStack() as stack:
        if options.lint:
            results = [step(name, arguments, dict(os.environ)) for name, arguments in STYLE.items()]
            return all(results)
        environment = services(stack, options.counts, durable=options.bench)
        if options.bench:
            step("Migrerer", ["manage.py", "migrate", "--verbosity", "0"], environment)
            return subprocess.run([sys.executable, "-m", "tests.bench"], cwd=ROOT, env=environment).returncode == 0
        results = [step(name, arguments, environment) for name, arguments in (STYLE | DATABASE).items()]
        if not options.no_tests:
            results.append(tests(environment))
            if not all(results[:-1]):
                say("Testene er kjørt, men en kontroll før dem feilet, se over.")
        return all(results)


def main(argv: list[str] | None = None) -> int:
    """Entry point; 0 when everything passed."""
    parser = argparse.ArgumentParser(prog="tools.checks")
    parser.add_argument("--counts", choices=["short", "full"], default="short", help="how much the long tests do")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--lint", action="store_true", help="only what needs no database")
    only.add_argument("--no-tests", action="store_true", help="the checks without pytest")
    only.add_argument("--bench", action="store_true", help="the benches")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # stops the services on the way out
    try:
        return 0 if run(parser.parse_args(argv)) else 1
    except (EmbeddedError, chromium.NoBrowser) as error:
        print(f"Feil: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())
