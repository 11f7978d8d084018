"""Log and history only grow: guards against UPDATE, DELETE and TRUNCATE, and months for the access log.

`kurslop_guard_tables()` puts the guards on every table that is there, so a later app's migration calls it again.
`kurslop_make_accesslog_month()` is SECURITY DEFINER: the role that serves may make no table of its own.
"""

from django.db import migrations

REFUSE = """
CREATE FUNCTION kurslop_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is refused on %: it only grows', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$
"""

# Event tables are known by pghistory's own column; their UPDATE and DELETE are refused by pgtrigger already.
GUARD = """
CREATE FUNCTION kurslop_guard_tables() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    guarded record;
BEGIN
    FOR guarded IN
        SELECT c.oid::regclass AS name, c.relname LIKE 'amo\\_accesslog%' AS is_log
        FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace
          AND c.relkind IN ('r', 'p')
          AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'kurslop_no_truncate')
          AND (
              c.relname LIKE 'amo\\_accesslog%'
              OR c.relname = 'pghistory_context'
              OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'pgh_context_id')
          )
    LOOP
        EXECUTE format('CREATE TRIGGER kurslop_no_truncate BEFORE TRUNCATE ON %s'
                       ' FOR EACH STATEMENT EXECUTE FUNCTION kurslop_refuse()', guarded.name);
        IF guarded.is_log THEN
            EXECUTE format('CREATE TRIGGER kurslop_no_change BEFORE UPDATE OR DELETE ON %s'
                           ' FOR EACH STATEMENT EXECUTE FUNCTION kurslop_refuse()', guarded.name);
        END IF;
    END LOOP;
END
$$
"""

# A month with rows in the default partition already stays there: moving them would be a change to the log.
MONTH = """
CREATE FUNCTION kurslop_make_accesslog_month(month date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    first_day date := date_trunc('month', month)::date;
    next_month date := (date_trunc('month', month) + interval '1 month')::date;
    first_instant timestamptz := first_day::timestamp AT TIME ZONE 'UTC';
    end_instant timestamptz := next_month::timestamp AT TIME ZONE 'UTC';
    name text := 'amo_accesslog_' || to_char(first_day, 'YYYY_MM');
BEGIN
    IF to_regclass(name) IS NOT NULL
       OR EXISTS (SELECT FROM amo_accesslog_default WHERE at >= first_instant AND at < end_instant) THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE TABLE %I PARTITION OF amo_accesslog FOR VALUES FROM (%L) TO (%L)',
                   name, first_instant, end_instant);
    PERFORM kurslop_guard_tables();
    RETURN true;
END
$$
"""

UNDO = """
DROP FUNCTION IF EXISTS kurslop_make_accesslog_month(date);
DROP FUNCTION IF EXISTS kurslop_guard_tables();
DROP FUNCTION IF EXISTS kurslop_refuse() CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("amo", "0003_access_log_partitions")]
    operations = [
        migrations.RunSQL(REFUSE, UNDO),
        migrations.RunSQL(GUARD, migrations.RunSQL.noop),
        migrations.RunSQL(MONTH, migrations.RunSQL.noop),
        migrations.RunSQL("SELECT kurslop_guard_tables()", migrations.RunSQL.noop),
    ]
