"""Fixtures that every test shares. What makes the run hostile: tests/hostile.py and tests/settings.py."""

import datetime as dt

import pytest
from django.db import transaction
from django.db.backends.postgresql.operations import DatabaseOperations
from django.db.migrations.recorder import MigrationRecorder

from amo import clock, middleware
from tests.clients import signed_in
from tests.hostile import refuse_outside_connections

refuse_outside_connections()


def empty(connection) -> None:
    """Leave no row in any table: what flush's TRUNCATE of every table does in five times the time.

    One statement, so that no row is missed by another table's while it runs; the tables' own triggers, which refuse
    to lose history, are off until the end of the transaction only. tests/amo/test_guards.py proves them on.
    """
    name = connection.ops.quote_name
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        tables.remove(MigrationRecorder.Migration._meta.db_table)
        cursor.execute(" UNION ALL ".join(f"SELECT '{one}' WHERE EXISTS (SELECT FROM {name(one)})" for one in tables))
        filled = [name(one) for (one,) in cursor.fetchall()]
        if not filled:
            return
        cursor.execute("; ".join(f"ALTER TABLE {one} DISABLE TRIGGER USER" for one in filled))
        deletes = ", ".join(f"d{n} AS (DELETE FROM {one})" for n, one in enumerate(filled))
        cursor.execute(f"WITH {deletes} SELECT")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("; ".join(f"ALTER TABLE {one} ENABLE TRIGGER USER" for one in filled))


DatabaseOperations.execute_sql_flush = lambda self, _sql_list: empty(self.connection)


@pytest.fixture
def client_for(db, monkeypatch):
    """`client_for(membership)`: a client signed in with that membership active.

    Its session is marked as seen once: written again a minute later by the machine's clock, it would now and then put
    three statements more into what a test counts.
    """
    monkeypatch.setattr(middleware, "SEEN_GRAIN_SECONDS", 10**6)
    return signed_in


@pytest.fixture
def move_clock(db):
    """`move_clock(days)`: sets the demo's clock that many days from the machine's, as the clock page does."""
    from amo.models import ClockOffset

    def move(days: int) -> dt.date:
        ClockOffset.objects.update_or_create(pk=1, defaults={"days": days})
        return clock.today()

    return move


@pytest.fixture
def freeze(monkeypatch):
    """`freeze(date or datetime)`: everything that asks the clock gets this instant (a date: 10.00 in Oslo)."""

    def stop(moment) -> None:
        if not isinstance(moment, dt.datetime):
            moment = dt.datetime.combine(moment, dt.time(10), clock.OSLO)
        monkeypatch.setattr(clock, "now", lambda: moment.astimezone(dt.UTC))

    return stop


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """`with commit():` runs what the code asked to be run when the transaction is committed."""

    def capture():
        return django_capture_on_commit_callbacks(execute=True)

    return capture


@pytest.fixture
def world(db):
    """One whole case with every kind of object, and an outsider with a whole case of her own."""
    from tests.access.world import build

    return build()


@pytest.fixture
def services(transactional_db):
    """Broker, web server and worker as processes of their own (tests/services.py)."""
    from tests.services import Services

    with Services() as running:
        yield running
        print(running.last_words())
