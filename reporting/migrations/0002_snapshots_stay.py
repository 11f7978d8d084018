"""A snapshot is never changed or removed: only `is_latest` may go from true to false (R2)."""

from django.db import migrations

GUARD = """
CREATE FUNCTION reporting_snapshot_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.is_latest AND NOT NEW.is_latest
       AND to_jsonb(NEW) - 'is_latest' = to_jsonb(OLD) - 'is_latest' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a snapshot is never changed or removed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER snapshot_stays BEFORE UPDATE OR DELETE ON reporting_outcomesnapshot
FOR EACH ROW EXECUTE FUNCTION reporting_snapshot_stays();
CREATE FUNCTION reporting_snapshot_no_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a snapshot is never changed or removed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER snapshot_no_truncate BEFORE TRUNCATE ON reporting_outcomesnapshot
FOR EACH STATEMENT EXECUTE FUNCTION reporting_snapshot_no_truncate();
"""
REVERSE = """
DROP TRIGGER snapshot_no_truncate ON reporting_outcomesnapshot;
DROP TRIGGER snapshot_stays ON reporting_outcomesnapshot;
DROP FUNCTION reporting_snapshot_no_truncate();
DROP FUNCTION reporting_snapshot_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("reporting", "0001_initial")]
    operations = [migrations.RunSQL(GUARD, REVERSE)]
