"""Fixtures that every test shares. What makes the run hostile: tests/hostile.py and tests/settings.py."""

import datetime as dt

import pytest
from django.db.backends.postgresql.operations import DatabaseOperations
from django.test import Client

from amo import clock, middleware
from tests.hostile import refuse_outside_connections

refuse_outside_connections()

TRUNCATE_GUARDS = """
SELECT tgrelid::regclass::text, tgname FROM pg_trigger
WHERE NOT tgisinternal AND tgtype & 32 = 32 AND (tgenabled = 'D') = %s
"""


def set_truncate_guards(cursor, *, on: bool) -> int:
    """Turn the BEFORE TRUNCATE triggers on or off, as the owner. Returns how many were the other way."""
    cursor.execute(TRUNCATE_GUARDS, [on])
    found = cursor.fetchall()
    for table, trigger in found:
        cursor.execute(f'ALTER TABLE {table} {"ENABLE" if on else "DISABLE"} TRIGGER "{trigger}"')
    return len(found)


_execute_sql_flush = DatabaseOperations.execute_sql_flush


def _flush_past_the_guards(self, sql_list):
    """Tests that commit are cleaned by TRUNCATE, which the guards refuse; tests/amo/test_guards.py proves them on."""
    with self.connection.cursor() as cursor:
        set_truncate_guards(cursor, on=False)
    _execute_sql_flush(self, sql_list)


DatabaseOperations.execute_sql_flush = _flush_past_the_guards


@pytest.fixture
def client_for(db, monkeypatch):
    """`client_for(membership)`: a client signed in with that membership active.

    Its session is marked as seen once: written again a minute later by the machine's clock, it would now and then put
    three statements more into what a test counts.
    """
    monkeypatch.setattr(middleware, "SEEN_GRAIN_SECONDS", 10**6)

    def make(membership, **kwargs):
        client = Client(**kwargs)
        client.force_login(membership.user, backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        session["membership"] = membership.pk
        session.save()
        return client

    return make


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
