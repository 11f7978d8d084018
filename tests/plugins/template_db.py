"""Migrate once per state of the migrations, then copy: a fresh test database in a moment.

Running every migration takes many seconds, and each process of a run needs a database of its
own. PostgreSQL copies one in a fraction of a second. The template's name holds a hash of the
migrations and the pinned packages, so a changed migration makes a new template.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import ProgrammingError, connection
from django.db.utils import OperationalError

PREFIX = "kurslop_template_"
LOCK = 7_305_118  # any number, the same in every process


def migrations_hash(root: Path) -> str:
    """Twelve characters that change with any migration or package."""
    digest = hashlib.sha256()
    for file in [*sorted(root.glob("*/migrations/*.py")), root / "requirements.txt"]:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def ready_template() -> str:
    """Name of a migrated database that nobody is connected to, made when missing."""
    name = PREFIX + migrations_hash(Path(settings.BASE_DIR))
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])  # the others wait for the one that makes it
        try:
            cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
            have = {row[0] for row in cursor.fetchall()}
            if name not in have:
                for old in have:
                    with suppress(ProgrammingError, OperationalError):  # another's, or being copied
                        cursor.execute(f'DROP DATABASE "{old}"')
                new = f"{name}_new"
                cursor.execute(f'CREATE DATABASE "{new}" TEMPLATE template0')
                migrate(new)
                cursor.execute(f'ALTER DATABASE "{new}" RENAME TO "{name}"')
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    return name


def migrate(database: str) -> None:
    """Run all migrations in a process of its own. Raises CalledProcessError with the output shown."""
    url = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}"))
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0", "--skip-checks"],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": url, "MIGRATION_DATABASE_URL": url},
        stdin=subprocess.DEVNULL,
        check=True,
    )
