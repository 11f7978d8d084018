"""The role that serves may add to log and history, and never change or remove there."""

from __future__ import annotations

import pghistory.models
import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

pytestmark = pytest.mark.django_db
ROLE = "kurslop_app"


@pytest.fixture(autouse=True)
def granted():
    """The command, run in the test's transaction as the owner."""
    call_command("grant_app_role", role=ROLE)


def rights(table: str) -> str:
    """The rights of the role on a table, as letters of SIUDT."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(left(r, 1), '' ORDER BY n) FROM"
            " unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) WITH ORDINALITY AS x(r, n)"
            " WHERE has_table_privilege(%s, %s, r)",
            [ROLE, table],
        )
        return cursor.fetchone()[0] or ""


def tables() -> list[str]:
    """Every table of the project in the database."""
    with connection.cursor() as cursor:
        return sorted(connection.introspection.table_names(cursor, include_views=False))


def test_every_table_of_a_model_can_be_read_and_added_to():
    models = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    stored = models & set(tables())
    assert {"amo_user", "participants_participant", "django_session"} <= stored
    assert [table for table in stored if not rights(table).startswith("SI")] == []


def test_history_is_only_added_to():
    events = [model for model in apps.get_models() if issubclass(model, pghistory.models.Event)]
    stored = [model._meta.db_table for model in events if model._meta.managed and not model._meta.proxy]
    assert stored
    assert {table: rights(table) for table in stored} == dict.fromkeys(stored, "SI")


def test_access_log_is_only_added_to_in_every_month():
    log = [table for table in tables() if table.startswith("amo_accesslog")]
    with connection.cursor() as cursor:
        cursor.execute("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'amo_accesslog'::regclass")
        months = [name for (name,) in cursor.fetchall()]
    assert months
    assert {table: rights(table) for table in {*log, *months}} == dict.fromkeys({*log, *months}, "SI")


def test_ordinary_tables_can_be_changed_and_none_emptied():
    assert rights("participants_participant") == "SIUD"
    assert not [table for table in tables() if "T" in rights(table)]


def test_migrations_are_read_only():
    assert rights("django_migrations") == "S"


def test_a_later_table_starts_narrow_and_the_command_opens_it():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE later (id bigserial)")
    assert rights("later") == "SI"
    call_command("grant_app_role", role=ROLE)
    assert rights("later") == "SIUD"


def test_the_role_makes_nothing_and_is_nobody_special():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = %s", [ROLE]
        )
        assert cursor.fetchone() == (False, False, False, False)
        cursor.execute("SELECT has_schema_privilege(%s, current_schema(), 'CREATE')", [ROLE])
        assert cursor.fetchone() == (False,)


def test_an_unknown_role_is_told():
    with pytest.raises(CommandError, match="ingen rolle som heter ukjent"):
        call_command("grant_app_role", role="ukjent")
