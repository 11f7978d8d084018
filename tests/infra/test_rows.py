"""`make rows`: what a report says, and when it says nothing."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests import rows
from tests.infra.helpers import ROOT, clean_environment
from tests.plugins.rows import source_hashes

SAMPLE = """
import pytest

@pytest.mark.row("L7")
@pytest.mark.parametrize("n", [1, 2])
def test_shown(n):
    assert n

@pytest.mark.row("L7", "R2")
def test_two_rows():
    pass

@pytest.mark.row("R2")
def test_wrong():
    assert False

@pytest.mark.row("R3")
@pytest.mark.skip
def test_not_run():
    pass

@pytest.mark.row("K1")
def test_broken_end(broken):
    pass

@pytest.fixture
def broken():
    yield
    assert False
"""


def session(folder, *arguments: str) -> dict:
    """Run pytest on the sample in a process of its own; its report."""
    (folder / "test_sample.py").write_text(SAMPLE)
    (folder / "conftest.py").write_text('pytest_plugins = ["tests.plugins.rows"]\n')
    (folder / "pytest.ini").write_text("[pytest]\nmarkers =\n    row(name): row\n")
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:django", "-p", "no:cacheprovider"]
        + ["--rootdir", str(folder), "--rows-report", "report.json", *arguments],
        cwd=folder,
        env=clean_environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
    )
    return json.loads((folder / "report.json").read_text())


@pytest.mark.parametrize("processes", [["-p", "no:xdist"], ["-n", "2"]], ids=["one process", "two"])
def test_report_counts_outcomes_per_row(tmp_path, processes):
    report = session(tmp_path, *processes)
    assert report["whole"]
    assert report["rows"] == {
        "L7": {"passed": 3},
        "R2": {"passed": 1, "failed": 1},
        "R3": {"skipped": 1},
        "K1": {"passed": 1, "failed": 1},
    }


@pytest.mark.parametrize("arguments", [["-k", "shown"], ["-m", "row"], ["test_sample.py"]], ids=" ".join)
def test_a_chosen_part_is_no_whole_run(tmp_path, arguments):
    assert not session(tmp_path, "-p", "no:xdist", *arguments)["whole"]


def written(tmp_path, **changes) -> list[str]:
    """A report on disk as the arguments of `tests.rows`."""
    report = {"whole": True, "rows": {"L7": {"passed": 3}}, "sources": source_hashes()} | changes
    (tmp_path / "report.json").write_text(json.dumps(report))
    return [str(tmp_path / "report.json")]


@pytest.fixture
def delivered(tmp_path, monkeypatch):
    """A rows.toml with one delivered row."""
    (tmp_path / "rows.toml").write_text('delivered = ["L7"]\n')
    monkeypatch.setattr(rows, "DELIVERED", tmp_path / "rows.toml")


def test_delivered_row_is_printed(tmp_path, delivered, capsys):
    assert rows.main(written(tmp_path)) == 0
    assert capsys.readouterr().out == "L7 passed 3 failed 0 skipped 0\n"


@pytest.mark.parametrize(
    "counts", [{}, {"passed": 2, "skipped": 1}, {"passed": 2, "failed": 1}, {"skipped": 1}], ids=str
)
def test_delivered_row_that_is_not_shown_fails(tmp_path, delivered, capsys, counts):
    assert rows.main(written(tmp_path, rows={"L7": counts})) == 1
    assert "Ikke vist: L7" in capsys.readouterr().err


def test_report_older_than_a_source_fails(tmp_path, delivered, capsys):
    old = source_hashes() | {"amo/clock.py": "noe annet"}
    assert rows.main(written(tmp_path, sources=old)) == 1
    assert "Rapporten er eldre enn kildene: amo/clock.py" in capsys.readouterr().err


def test_report_of_a_part_fails(tmp_path, delivered, capsys):
    assert rows.main(written(tmp_path, whole=False)) == 1
    assert "ikke hel" in capsys.readouterr().err


def test_no_report_fails(tmp_path, delivered, capsys):
    assert rows.main([str(tmp_path / "none.json")]) == 1
    assert "Kjør «make test»" in capsys.readouterr().err


def test_a_changed_file_is_seen(tmp_path):
    (tmp_path / "a.py").write_text("one")
    before = {"sources": source_hashes(tmp_path)}
    assert rows.changed_since(before, source_hashes(tmp_path)) == []
    (tmp_path / "a.py").write_text("two")
    (tmp_path / "b.html").write_text("new")
    assert rows.changed_since(before, source_hashes(tmp_path)) == ["a.py", "b.html"]
