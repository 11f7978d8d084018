"""Our own migrations must be safe while the old version still serves (django-migration-linter)."""

from __future__ import annotations

import os
import sys

import django

OUR_APPS = ["amo", "participants", "courses", "placements", "reporting"]

# Made with the tables, before anything could have served from them.
BEFORE_FIRST_RELEASE = ["0003_access_log_partitions", "0004_guards"]

# Written and replaced by 0001_tables while nothing had been released: no old version serves from them.
BEFORE_FIRST_RELEASE += [
    "0003_hiring_periods",
    "0004_concept_usual_shifts",
    "0004_information_points",
    "0008_mapping_tests_in_one_place",
]

# Nothing has been released yet, so no old version serves from these either.
BEFORE_FIRST_RELEASE += ["0002_measure_can_be_corrected", "0002_places_by_day", "0071_visit_logged_once"]


def main() -> int:
    """Lint; 1 when a migration is unsafe."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amo.settings")
    django.setup()
    from django_migration_linter import MigrationLinter

    linter = MigrationLinter(
        ".",
        include_apps=OUR_APPS,
        no_cache=True,
        quiet=["ok", "ignore", "warning"],
        ignore_initial_migrations=True,  # nothing serves yet when these run
        ignore_name=BEFORE_FIRST_RELEASE,
    )
    linter.lint_all_migrations()
    linter.print_summary()
    return 1 if linter.has_errors else 0


if __name__ == "__main__":
    sys.exit(main())
