"""PostgreSQL advisory locks by name: what may run only once at a time, whichever process runs it."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


def number_of(name: str) -> int:
    """A 64-bit signed number that stands for `name`."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)


def try_for_transaction(name: str) -> bool:
    """Take the lock until the current transaction ends; False when somebody else has it. Needs an open transaction."""
    return _ask("SELECT pg_try_advisory_xact_lock(%s)", name)


@contextmanager
def held(name: str) -> Iterator[bool]:
    """Hold the lock across transactions; yields whether it was got. A process that dies lets it go."""
    got = _ask("SELECT pg_try_advisory_lock(%s)", name)
    try:
        yield got
    finally:
        if got and connection.connection is not None and not connection.connection.closed:
            _ask("SELECT pg_advisory_unlock(%s)", name)


def _ask(sql: str, name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql, [number_of(name)])
        return cursor.fetchone()[0]


def wait_for_transaction(name: str) -> None:
    """Take the lock until the current transaction ends, waiting for whoever has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number_of(name)])
