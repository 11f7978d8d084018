"""The access log is partitioned by month from the first migration (05-architecture).

Django cannot declare a partitioned table, so the empty one it made is laid anew with the same columns.
Partitions for the months ahead are made by the tick; the default one catches what falls outside.
"""

from django.db import migrations

PARTITIONED = """
DROP TABLE amo_accesslog;
CREATE TABLE amo_accesslog (
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    event varchar(10) NOT NULL,
    user_ident varchar(150) NOT NULL,
    membership_id bigint,
    organisation varchar(150) NOT NULL,
    role varchar(25) NOT NULL,
    subject_id uuid,
    route varchar(100) NOT NULL,
    message varchar(200) NOT NULL,
    request_id varchar(64) NOT NULL,
    protected boolean NOT NULL,
    rows integer CHECK (rows >= 0),
    PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);
CREATE TABLE amo_accesslog_default PARTITION OF amo_accesslog DEFAULT;
CREATE INDEX accesslog_subject_at ON amo_accesslog (subject_id, at);
"""


class Migration(migrations.Migration):
    dependencies = [("amo", "0002_initial")]
    operations = [migrations.RunSQL(PARTITIONED, migrations.RunSQL.noop)]
