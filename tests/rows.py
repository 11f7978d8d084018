"""`make rows`: which rows of the mission the last full run showed.

    python -m tests.rows [REPORT]

`tests/rows.toml` lists the delivered rows. A delivered row without a passed test, or with one
that failed or was skipped, makes the exit code 1; so does a report older than the sources.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

from tests.plugins.rows import ROOT, source_hashes

REPORT = ROOT / "var" / "test-report.json"
DELIVERED = ROOT / "tests" / "rows.toml"


def delivered_rows(text: str) -> list[str]:
    """The rows named in rows.toml, in its order."""
    return list(tomllib.loads(text)["delivered"])


def changed_since(report: dict, sources: dict[str, str]) -> list[str]:
    """Files that differ from the sources the report was made from."""
    then = report["sources"]
    return sorted(path for path in then.keys() | sources.keys() if then.get(path) != sources.get(path))


def row_lines(report: dict, delivered: list[str]) -> tuple[list[str], list[str]]:
    """One line per delivered row, and the rows that are not shown."""
    lines, missing = [], []
    for row in delivered:
        counts = report["rows"].get(row, {})
        passed, failed, skipped = (counts.get(outcome, 0) for outcome in ("passed", "failed", "skipped"))
        lines.append(f"{row} passed {passed} failed {failed} skipped {skipped}")
        if not passed or failed or skipped:
            missing.append(row)
    return lines, missing


def main(argv: list[str]) -> int:
    """Print the rows; the exit code."""
    path = Path(argv[0]) if argv else REPORT
    if not path.exists():
        print("Ingen rapport. Kjør «make test» først.", file=sys.stderr)
        return 1
    report = json.loads(path.read_text())
    if not report["whole"]:
        print("Siste kjøring var ikke hel. Kjør «make test».", file=sys.stderr)
        return 1
    changed = changed_since(report, source_hashes())
    if changed:
        more = f" og {len(changed) - 3} til" if len(changed) > 3 else ""
        print(f"Rapporten er eldre enn kildene: {', '.join(changed[:3])}{more}. Kjør «make test».", file=sys.stderr)
        return 1
    lines, missing = row_lines(report, delivered_rows(DELIVERED.read_text()))
    print("\n".join(lines))
    if missing:
        print(f"Ikke vist: {', '.join(missing)}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
