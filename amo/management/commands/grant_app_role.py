"""Give the role that serves exactly what it needs: no DDL, no change or removal of log and history."""

from typing import Any

import pghistory.models
from django.apps import apps
from django.core.management import BaseCommand, CommandError
from django.db import connection, transaction
from environs import Env
from psycopg2 import sql

LOG_PREFIX = "amo_accesslog"  # the partitioned table and its months
READ_ONLY = {"django_migrations"}
ALL = "SELECT, INSERT, UPDATE, DELETE"


def served_by() -> str:
    """The role that DATABASE_URL names, whatever this process connects as."""
    return Env().dj_db_url("DATABASE_URL", default="postgres://kurslop_app@/kurslop")["USER"] or "kurslop_app"


def append_only(table: str) -> bool:
    """Is it a log or a history table, where rows are only added?"""
    return table.startswith(LOG_PREFIX) or table in history_tables()


def history_tables() -> set[str]:
    """Tables of every pghistory event model."""
    return {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if issubclass(model, pghistory.models.Event) and not model._meta.proxy
    }


def rights(table: str) -> str:
    """The rights of the app role on a table."""
    if table in READ_ONLY:
        return "SELECT"
    return "SELECT, INSERT" if append_only(table) else ALL


class Command(BaseCommand):
    """`manage.py grant_app_role [--role NAME]`: after every migrate, as the owner."""

    help = "Gi rollen som web og arbeider bruker, rettigheter på tabellene. Kjøres av eieren etter migrate."

    def add_arguments(self, parser: Any) -> None:
        """The role's name."""
        parser.add_argument("--role", default=served_by(), help="rollen (standard: brukeren i DATABASE_URL)")

    @transaction.atomic
    def handle(self, *args: Any, role: str, **options: Any) -> None:
        """Revoke all, grant what is due. Raises CommandError when the role is missing."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user, current_schema()")
            owner, schema = cursor.fetchone()
            if owner == role:
                # One role for everything is allowed locally, where somebody gives just DATABASE_URL.
                self.stderr.write(f"Web og arbeider kjører som eieren {owner}. Loggen er da ikke vernet av databasen.")
                return
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
            if not cursor.fetchone():
                raise CommandError(f"Databasen har ingen rolle som heter {role}.")
            for statement in self.statements(cursor, role, schema):
                cursor.execute(statement)

    def statements(self, cursor: Any, role: str, schema: str) -> list[sql.Composed]:
        """Every GRANT and REVOKE for `role` on the tables and sequences of `schema`."""
        names = {"role": sql.Identifier(role), "schema": sql.Identifier(schema)}

        def make(text: str, **more: sql.Composable) -> sql.Composed:
            return sql.SQL(text).format(**names, **more)

        cursor.execute(
            "SELECT relname, relkind IN ('S') FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
            " WHERE nspname = %s AND relkind IN ('r', 'p', 'v', 'm', 'S') AND pg_get_userbyid(relowner) = current_user"
            " ORDER BY relname",
            [schema],
        )
        made = [make("GRANT USAGE ON SCHEMA {schema} TO {role}")]
        for name, is_sequence in cursor.fetchall():
            what = {"thing": sql.Identifier(schema, name)}
            if is_sequence:
                made.append(make("GRANT USAGE, SELECT ON SEQUENCE {thing} TO {role}", **what))
                continue
            made.append(make("REVOKE ALL ON {thing} FROM {role}", **what))
            made.append(make("GRANT {rights} ON {thing} TO {role}", rights=sql.SQL(rights(name)), **what))
        # What comes later starts narrow, so that a new log table is never open for a moment.
        for kind, later in (("TABLES", "SELECT, INSERT"), ("SEQUENCES", "USAGE, SELECT")):
            text = f"ALTER DEFAULT PRIVILEGES IN SCHEMA {{schema}} GRANT {later} ON {kind} TO {{role}}"
            made.append(make(text))
        return made
