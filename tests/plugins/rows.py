"""Which row of the mission each test shows, and a report of a whole run for `make rows`.

`@pytest.mark.row("L7")` travels in the report's user properties, so the process that gathers
them needs no test objects (it has none under xdist). `--rows-report FILE` writes the report.
Tests marked `infra` start servers: they come first and, under xdist, one after the other.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = {".py", ".html", ".txt", ".toml", ".css", ".js", ".po", ".json", ".sql", ".typ", ".csv"}
NOT_SOURCES = {"node_modules", "var", "staticfiles", "__pycache__"}  # and every dot folder


def source_hashes(root: Path = ROOT) -> dict[str, str]:
    """Path and a short content hash of every file whose change makes a report old."""
    found = {}
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in NOT_SOURCES and not name.startswith("."))
        for name in files:
            path = Path(folder, name)
            if path.suffix in SOURCES and path.is_file():
                found[str(path.relative_to(root))] = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    return found


def pytest_addoption(parser: pytest.Parser) -> None:
    """The report is asked for by `make test` only: a narrow run must not look like a full one."""
    parser.addoption("--rows-report", metavar="FILE", help="write the outcome per row of the mission here")


def pytest_configure(config: pytest.Config) -> None:
    """Gather in the process that sees every outcome."""
    target = config.getoption("--rows-report")
    if target and not hasattr(config, "workerinput"):
        config.pluginmanager.register(RowsReport(Path(target), config), "rows-report")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Carry the rows into the reports; keep the tests that start servers together."""
    for item in items:
        for mark in item.iter_markers("row"):
            item.user_properties.extend(("row", name) for name in mark.args)
        if item.get_closest_marker("infra"):
            item.add_marker(pytest.mark.xdist_group("infra"))
    items.sort(key=lambda item: item.get_closest_marker("infra") is None)


class RowsReport:
    """Counts outcomes per row over one session."""

    def __init__(self, target: Path, config: pytest.Config) -> None:
        self.target, self.config = target, config
        self.rows: dict[str, Counter[str]] = defaultdict(Counter)
        self.tests: Counter[str] = Counter()
        self.sources = source_hashes()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test passes once, by its call; it fails or is skipped in any phase."""
        if report.passed and report.when != "call":
            return
        self.tests[report.outcome] += 1
        for name in {value for key, value in report.user_properties if key == "row"}:
            self.rows[name][report.outcome] += 1

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Write what was seen, also when tests failed."""
        option = self.config.option
        chosen = option.keyword or option.markexpr or getattr(option, "deselect", None)
        whole = not chosen and self.config.args_source is not pytest.Config.ArgsSource.ARGS and exitstatus in (0, 1)
        report: dict[str, Any] = {
            "whole": whole,
            "counts": os.environ.get("KURSLOP_COUNTS", "short"),
            "tests": self.tests,
            "rows": self.rows,
            "sources": self.sources,
        }
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self.target.write_text(json.dumps(report, indent=1, sort_keys=True) + "\n")
