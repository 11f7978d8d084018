"""Log and history only grow, whoever is connected (06-access, "Log")."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from amo import clock, log_months
from amo.models import AccessLog, County, Membership
from tests import factories

pytestmark = pytest.mark.django_db


TRUNCATE_GUARDS = "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal AND tgtype & 32 = 32"


def history_tables() -> list[str]:
    return sorted(model._meta.db_table for model in apps.get_models() if hasattr(model, "pgh_tracked_model"))


def refused(sql: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError:
        return True
    return False


def test_every_history_and_log_table_has_its_guard():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'kurslop_no_truncate'")
        guarded = {row[0] for row in cursor.fetchall()}
    assert len(history_tables()) > 20
    assert {*history_tables(), "amo_accesslog", "amo_accesslog_default", "pghistory_context"} - guarded == set()


@pytest.mark.parametrize("table", ["amo_accesslog", "amo_accesslog_default", "amo_countyevent", "pghistory_context"])
def test_truncate_is_refused_by_the_guards_alone(table):
    # Tables that others point at are named together with them, or PostgreSQL itself refuses.
    cascade = " CASCADE" if table == "pghistory_context" else ""
    assert refused(f"TRUNCATE {table}{cascade}")
    with connection.cursor() as cursor:
        cursor.execute(TRUNCATE_GUARDS)
        for guarded, trigger in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {guarded} DISABLE TRIGGER "{trigger}"')
    assert not refused(f"TRUNCATE {table}{cascade}")


@pytest.mark.parametrize("change", ["UPDATE {} SET role = ''", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["amo_accesslog", "amo_accesslog_default"])
def test_a_row_of_the_log_is_never_changed(table, change):
    factories.AccessLogFactory()
    assert refused(change.format(table))


@pytest.mark.parametrize("change", ["UPDATE amo_countyevent SET name = 'x'", "DELETE FROM amo_countyevent"])
def test_an_event_is_never_changed(change):
    factories.CountyFactory()
    assert refused(change)


def test_insert_update_and_delete_leave_an_event_each():
    county = factories.CountyFactory()
    county.name = "Nytt navn"
    county.save()
    key = county.pk
    county.delete()
    events = apps.get_model("amo", "CountyEvent").objects.filter(pgh_obj_id=key).order_by("pgh_id")
    assert [event.pgh_label for event in events] == ["insert", "update", "delete"]
    assert events[1].name == "Nytt navn"
    assert County.objects.filter(pk=key).count() == 0


def test_passwords_are_not_in_the_history():
    columns = {field.name for field in apps.get_model("amo", "UserEvent")._meta.get_fields()}
    assert "username" in columns
    assert not columns & {"password", "last_login"}


def partitions() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'amo_accesslog'::regclass")
        return {row[0] for row in cursor.fetchall()}


def test_the_tick_makes_the_months_ahead_and_rows_land_there(freeze):
    freeze(dt.date(2031, 11, 20))
    assert log_months.make_months(clock.now()) == 3
    assert partitions() >= {"amo_accesslog_2031_11", "amo_accesslog_2031_12", "amo_accesslog_2032_01"}
    assert log_months.make_months(clock.now()) == 0
    row = factories.AccessLogFactory()
    with connection.cursor() as cursor:
        cursor.execute("SELECT tableoid::regclass::text FROM amo_accesslog WHERE id = %s", [row.id])
        assert cursor.fetchone()[0] == "amo_accesslog_2031_11"
    assert AccessLog.objects.get(id=row.id).route == row.route
    assert refused("DELETE FROM amo_accesslog_2031_11")


def test_rows_that_came_before_their_month_stay_where_they_are(freeze):
    freeze(dt.date(2032, 3, 15))
    row = factories.AccessLogFactory()
    assert log_months.make_months(clock.now()) == 2
    assert "amo_accesslog_2032_03" not in partitions()
    assert AccessLog.objects.filter(id=row.id).exists()


def test_fifty_thousand_rows_in_one_statement_leave_as_many_events():
    """Statement-level triggers: one insert, one update, 50,000 events each; also where the session began with one row."""
    member = factories.MembershipFactory()
    assert Membership.objects.filter(pk=member.pk).update(sees_confidential=True) == 1
    events = apps.get_model("amo", "MembershipEvent").objects.filter(office=member.office_id)
    columns = [field.column for field in Membership._meta.concrete_fields if field.column not in ("id", "public_id")]
    names = ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO amo_membership (public_id, {names}) SELECT gen_random_uuid(), {names}"
            " FROM amo_membership, generate_series(1, 50000) WHERE id = %s",
            [member.pk],
        )
    assert events.filter(pgh_label="insert").count() == 50_001
    assert Membership.objects.filter(office=member.office).update(sees_shielded=True) == 50_001
    assert events.filter(pgh_label="update", sees_shielded=True).count() == 50_001


def test_no_update_of_many_rows_is_compared_row_by_row():
    """Every trigger that joins old and new rows does so by hash or by sorting, whatever its session planned it for."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgrelid::regclass::text, f.proconfig FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid"
            " WHERE t.tgoldtable IS NOT NULL AND t.tgnewtable IS NOT NULL"
        )
        triggers = cursor.fetchall()
    assert len(triggers) > 50
    assert {config and "enable_nestloop=off" in config for _table, config in triggers} == {True}
