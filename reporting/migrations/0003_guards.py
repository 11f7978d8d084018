"""Every app's history tables are there now: guard them against TRUNCATE (amo/migrations/0004_guards)."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("amo", "0004_guards"),
        ("participants", "0001_initial"),
        ("courses", "0001_initial"),
        ("placements", "0001_initial"),
        ("reporting", "0002_snapshots_stay"),
    ]
    operations = [migrations.RunSQL("SELECT kurslop_guard_tables()", migrations.RunSQL.noop)]
