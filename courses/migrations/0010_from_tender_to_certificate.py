"""From tender to certificate: contracts, versions, classes, rounds, letters (C1-C3, A1-A6, K1-K6)."""

import amo.migrating
import courses.models.class_work
import django.contrib.postgres.fields
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("amo", "0095_qualification_names"),
        ("courses", "0001_tables"),
        ("participants", "0095_on_call_is_ringevikar"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = amo.migrating.together([
        pgtrigger.migrations.RemoveTrigger(
            model_name="concept",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="concept",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="concept",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contract",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contract",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contract",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="intake",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="intake",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="intake",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="wish",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="wish",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="wish",
            name="delete_delete",
        ),
        migrations.CreateModel(
            name="AbsenceWarning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("not_reported", "Fravær som ikke er meldt"),
                            ("low_share", "Lavt oppmøte"),
                            ("weekday", "Borte på samme ukedag"),
                        ],
                        max_length=20,
                        verbose_name="mønster",
                    ),
                ),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), size=None, verbose_name="dager borte"
                    ),
                ),
                ("counted", models.PositiveSmallIntegerField(verbose_name="dager som er regnet med")),
                ("first_day", models.DateField(verbose_name="fra")),
                ("last_day", models.DateField(verbose_name="til")),
                ("raised_at", models.DateTimeField(verbose_name="varslet")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="fulgt opp")),
                (
                    "withdrawn",
                    models.BooleanField(db_default=False, default=False, verbose_name="falt bort etter retting"),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="absence_warnings",
                        to="courses.enrolment",
                    ),
                ),
            ],
            options={
                "verbose_name": "varsel om fravær",
                "ordering": ["-raised_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at", None)),
                        fields=("enrolment", "rule"),
                        name="absencewarning_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="absencewarning_days_in_order",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_absencewarningevent" ("closed_at", "counted", "days", "enrolment_id", "first_day", "id", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "raised_at", "rule", "withdrawn") SELECT new_values."closed_at", new_values."counted", new_values."days", new_values."enrolment_id", new_values."first_day", new_values."id", new_values."last_day", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."raised_at", new_values."rule", new_values."withdrawn" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bdaa9e9d6b71b13213a79da45a566a8dfbb84a5a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_db1dd",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_absencewarning",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_absencewarningevent" ("closed_at", "counted", "days", "enrolment_id", "first_day", "id", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "raised_at", "rule", "withdrawn") SELECT new_values."closed_at", new_values."counted", new_values."days", new_values."enrolment_id", new_values."first_day", new_values."id", new_values."last_day", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."raised_at", new_values."rule", new_values."withdrawn" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6740a6d94908906eb966bbdc4461393934127d70",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_58b9e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_absencewarning",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_absencewarningevent" ("closed_at", "counted", "days", "enrolment_id", "first_day", "id", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "raised_at", "rule", "withdrawn") SELECT old_values."closed_at", old_values."counted", old_values."days", old_values."enrolment_id", old_values."first_day", old_values."id", old_values."last_day", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."raised_at", old_values."rule", old_values."withdrawn" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="89ba2b94779f65eaceea98c1964436cbbc660ed8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f9cbc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_absencewarning",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AllocationException",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("place", "Gi plass"), ("pass_over", "Gå forbi")], max_length=10, verbose_name="unntak"
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="begrunnelse")),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exceptions",
                        to="courses.allocationrun",
                    ),
                ),
                (
                    "wish",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="courses.wish"),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("run", "wish"),
                        name="allocationexception_once",
                        violation_error_message="Det er allerede gjort et unntak for denne søkeren på kurset.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason__regex", "\\S.{8,}\\S")),
                        name="allocationexception_has_a_reason",
                        violation_error_message="Skriv en begrunnelse på minst ti tegn.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationexceptionevent" ("id", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "run_id", "wish_id") SELECT new_values."id", new_values."kind", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."run_id", new_values."wish_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d2c47b184ae937f3b87a00a1b76e017b3e31f81d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_194c3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_allocationexception",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationexceptionevent" ("id", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "run_id", "wish_id") SELECT new_values."id", new_values."kind", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."run_id", new_values."wish_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e980ff22d5fa2d58066ad05e7738af91daeea49e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3edf1",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_allocationexception",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationexceptionevent" ("id", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "run_id", "wish_id") SELECT old_values."id", old_values."kind", old_values."made_at", old_values."made_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."run_id", old_values."wish_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d4a96a324ad0dbf68b454a83cf0a65c77b37bf93",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_81ce2",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_allocationexception",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AllocationSimulation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("first_day", models.DateField(verbose_name="fra")),
                ("last_day", models.DateField(verbose_name="til")),
                ("result", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField()),
                (
                    "county",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.county"),
                ),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.jobrun",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "policy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="courses.policyversion"
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationsimulationevent" ("county_id", "first_day", "id", "job_id", "last_day", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "public_id", "result") SELECT new_values."county_id", new_values."first_day", new_values."id", new_values."job_id", new_values."last_day", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."policy_id", new_values."public_id", new_values."result" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0fb1c845c1569ef353fd9569a809f37c481c1f3f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5dd93",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_allocationsimulation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationsimulationevent" ("county_id", "first_day", "id", "job_id", "last_day", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "public_id", "result") SELECT new_values."county_id", new_values."first_day", new_values."id", new_values."job_id", new_values."last_day", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."policy_id", new_values."public_id", new_values."result" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a66bd08d60e2480d282b20a4c7dba1563a428968",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8ef3e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_allocationsimulation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationsimulationevent" ("county_id", "first_day", "id", "job_id", "last_day", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "public_id", "result") SELECT old_values."county_id", old_values."first_day", old_values."id", old_values."job_id", old_values."last_day", old_values."made_at", old_values."made_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."policy_id", old_values."public_id", old_values."result" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="dbaf8021aab7c8dceed3f1abea4340623311f3fc",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_929f4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_allocationsimulation",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ApplicationChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("before", models.JSONField(default=list, verbose_name="før")),
                ("after", models.JSONField(default=list, verbose_name="etter")),
                ("made_at", models.DateTimeField(verbose_name="endret")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="courses.application"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
            ],
            options={
                "verbose_name": "endring av søknad",
                "ordering": ["-made_at", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_applicationchangeevent" ("after", "application_id", "before", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") SELECT new_values."after", new_values."application_id", new_values."before", new_values."id", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d7290810e0ee0983a4531c26e961dce8fc7b55fc",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_eceab",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_applicationchange",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_applicationchangeevent" ("after", "application_id", "before", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") SELECT new_values."after", new_values."application_id", new_values."before", new_values."id", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="54ab73d5654045e8592c2cc912e2ce3a8c0e33f2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5db27",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_applicationchange",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_applicationchangeevent" ("after", "application_id", "before", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") SELECT old_values."after", old_values."application_id", old_values."before", old_values."id", old_values."made_at", old_values."made_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="dcccbe5cd702c6d81b3bae9fa58768a4c6d46c72",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_20116",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_applicationchange",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceCorrection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="dag")),
                (
                    "was",
                    models.CharField(
                        choices=[
                            ("present", "Til stede"),
                            ("ill", "Syk"),
                            ("child_ill", "Sykt barn"),
                            ("interview_or_work", "Intervju eller jobb"),
                            ("agreed", "Avtalt fravær"),
                            ("not_reported", "Ikke meldt fravær"),
                        ],
                        max_length=20,
                        verbose_name="var",
                    ),
                ),
                ("was_recorded_at", models.DateTimeField(verbose_name="ført")),
                (
                    "became",
                    models.CharField(
                        choices=[
                            ("present", "Til stede"),
                            ("ill", "Syk"),
                            ("child_ill", "Sykt barn"),
                            ("interview_or_work", "Intervju eller jobb"),
                            ("agreed", "Avtalt fravær"),
                            ("not_reported", "Ikke meldt fravær"),
                        ],
                        max_length=20,
                        verbose_name="ble",
                    ),
                ),
                ("corrected_at", models.DateTimeField(verbose_name="rettet")),
                (
                    "corrected_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                        verbose_name="rettet av",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance_corrections",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "was_recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                        verbose_name="ført av",
                    ),
                ),
            ],
            options={
                "verbose_name": "retting av oppmøte",
                "ordering": ["corrected_at", "pk"],
                "indexes": [models.Index(fields=["enrolment", "day"], name="attendancecorrection_day")],
            },
        ),
        migrations.CreateModel(
            name="ConceptVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveIntegerField(verbose_name="versjon")),
                ("content", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("reason", models.CharField(max_length=300, verbose_name="hvorfor")),
                ("saved_at", models.DateTimeField()),
                (
                    "concept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="courses.concept"
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "kursversjon",
                "ordering": ["concept", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("concept", "number"),
                        name="conceptversion_once",
                        violation_error_message="Noen andre lagret en ny versjon samtidig. Åpne siden på nytt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="conceptversion_counts_from_one"
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="conceptversion_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="578bdfb7bd1667824d19ef4a8d044b0c39d87103",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_conceptversion_never_changes_8ae33",
                            table="courses_conceptversion",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContractNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("8m", "8 måneder før"),
                            ("6m", "6 måneder før"),
                            ("3m", "3 måneder før"),
                            ("14d", "14 dager før"),
                        ],
                        max_length=3,
                    ),
                ),
                ("ends_on", models.DateField()),
                ("sent_on", models.DateField()),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notices", to="courses.contract"
                    ),
                ),
            ],
            options={
                "ordering": ["contract", "sent_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("contract", "kind", "ends_on"), name="contractnotice_once")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_contractnoticeevent" ("contract_id", "ends_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_on") SELECT new_values."contract_id", new_values."ends_on", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sent_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="afe82c18563371471ef301a065229f42078c26ca",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f8f14",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_contractnotice",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_contractnoticeevent" ("contract_id", "ends_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_on") SELECT new_values."contract_id", new_values."ends_on", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sent_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ecb5eae5f5139da09f8a4317408f35870b353f16",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2fb90",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_contractnotice",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_contractnoticeevent" ("contract_id", "ends_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_on") SELECT old_values."contract_id", old_values."ends_on", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sent_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="99e658b038448ca896debb326226832cc3394299",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_358f5",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_contractnotice",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContractOption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="opsjon"
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="måneder"
                    ),
                ),
                ("use_by", models.DateField(verbose_name="siste dag å bruke den")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Ikke avgjort"), ("used", "Brukt"), ("not_used", "Ikke brukt")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="avgjort")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="begrunnelse")),
                ("ended_before", models.DateField(blank=True, null=True)),
                ("extends_to", models.DateField(blank=True, null=True)),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="options", to="courses.contract"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "ordering": ["contract", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("contract", "number"), name="contractoption_once"),
                    models.CheckConstraint(
                        condition=models.Q(("months__gt", 0)),
                        name="contractoption_has_months",
                        violation_error_message="En opsjon varer minst én måned.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "open"),
                            models.Q(("decided_by__isnull", False), ("decided_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="contractoption_decided_by_somebody",
                        violation_error_message="En opsjon som er avgjort, må ha dato og hvem som avgjorde.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "used"), _negated=True),
                            ("extends_to__gt", models.F("ended_before")),
                            _connector="OR",
                        ),
                        name="contractoption_used_extends",
                        violation_error_message="En opsjon som er brukt, må forlenge avtalen.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_contractoptionevent" ("contract_id", "decided_by_id", "decided_on", "ended_before", "extends_to", "id", "months", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "use_by") SELECT new_values."contract_id", new_values."decided_by_id", new_values."decided_on", new_values."ended_before", new_values."extends_to", new_values."id", new_values."months", new_values."note", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."status", new_values."use_by" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4522f285d9a0c7d3d71a44242ea495f76a4caf00",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9386b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_contractoption",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_contractoptionevent" ("contract_id", "decided_by_id", "decided_on", "ended_before", "extends_to", "id", "months", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "use_by") SELECT new_values."contract_id", new_values."decided_by_id", new_values."decided_on", new_values."ended_before", new_values."extends_to", new_values."id", new_values."months", new_values."note", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."status", new_values."use_by" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d668e4b5c703e0a703b9de5bdff387ff854a71e7",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a518c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_contractoption",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_contractoptionevent" ("contract_id", "decided_by_id", "decided_on", "ended_before", "extends_to", "id", "months", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "use_by") SELECT old_values."contract_id", old_values."decided_by_id", old_values."decided_on", old_values."ended_before", old_values."extends_to", old_values."id", old_values."months", old_values."note", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."status", old_values."use_by" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8bf73ad7d51f17b1339fe1c932e51a3149f17560",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f16af",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_contractoption",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CountyPermission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "Venter på svar"),
                            ("granted", "Gitt"),
                            ("refused", "Ikke gitt"),
                            ("withdrawn", "Trukket"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="svar",
                    ),
                ),
                ("reason", models.CharField(max_length=500, verbose_name="hvorfor det spørres")),
                ("asked_at", models.DateTimeField(verbose_name="spurt")),
                ("due_on", models.DateField(verbose_name="svar innen")),
                ("answer", models.CharField(blank=True, max_length=500, verbose_name="begrunnelse for svaret")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="svart")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="permissions", to="courses.intake"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="county_permissions",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "tillatelse fra et annet fylke",
                "ordering": ["-asked_at", "-pk"],
                "indexes": [models.Index(fields=["status", "due_on"], name="countypermission_open")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["asked", "granted"])),
                        fields=("participant", "intake"),
                        name="countypermission_one_alive",
                        violation_error_message="Det er allerede spurt om tillatelse til dette kurset.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["granted", "refused"]), _negated=True),
                            models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="countypermission_answer_is_signed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "refused"), _negated=True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="countypermission_refusal_has_a_reason",
                        violation_error_message="Skriv hvorfor tillatelsen ikke gis.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_countypermissionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "due_on", "id", "intake_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "status", "version") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."due_on", new_values."id", new_values."intake_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."reason", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3dc3aa95f0b13db9670e713bf7a73be6f729c08f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7a2aa",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_countypermission",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_countypermissionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "due_on", "id", "intake_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "status", "version") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."due_on", new_values."id", new_values."intake_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."reason", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="910d1ff9b8e23f0a7fcdca2feb44307982429158",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ec49c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_countypermission",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_countypermissionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "due_on", "id", "intake_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "status", "version") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."asked_at", old_values."asked_by_id", old_values."due_on", old_values."id", old_values."intake_id", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."reason", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="45b1e96cf2d2c0c452c4d105ab30a0830bab28c7",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_83c59",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_countypermission",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CourseCertificate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="nummer")),
                ("language", models.CharField(max_length=2, verbose_name="målform")),
                ("content", models.JSONField(verbose_name="innhold")),
                ("issued_on", models.DateField(verbose_name="utstedt")),
                ("issued_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="trukket tilbake")),
                ("revoke_reason", models.CharField(blank=True, max_length=300, verbose_name="hvorfor")),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="certificates", to="courses.enrolment"
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="courses.coursecertificate",
                        verbose_name="erstatter",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "kursbevis",
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("enrolment",),
                        name="certificate_one_valid",
                        violation_error_message="Deltakeren har allerede et gyldig kursbevis.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("revoked_at", None), models.Q(("revoke_reason", ""), _negated=True), _connector="OR"
                        ),
                        name="certificate_revoked_with_reason",
                        violation_error_message="Skriv hvorfor kursbeviset trekkes tilbake.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_coursecertificateevent" ("content", "enrolment_id", "id", "issued_at", "issued_by_id", "issued_on", "language", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "replaces_id", "revoke_reason", "revoked_at", "revoked_by_id", "version") SELECT new_values."content", new_values."enrolment_id", new_values."id", new_values."issued_at", new_values."issued_by_id", new_values."issued_on", new_values."language", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."replaces_id", new_values."revoke_reason", new_values."revoked_at", new_values."revoked_by_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9527aa2403f61ce509fac1682e9c550bda15866d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_89c3a",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_coursecertificate",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_coursecertificateevent" ("content", "enrolment_id", "id", "issued_at", "issued_by_id", "issued_on", "language", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "replaces_id", "revoke_reason", "revoked_at", "revoked_by_id", "version") SELECT new_values."content", new_values."enrolment_id", new_values."id", new_values."issued_at", new_values."issued_by_id", new_values."issued_on", new_values."language", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."replaces_id", new_values."revoke_reason", new_values."revoked_at", new_values."revoked_by_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="39b592bef8f2645666d610de974540e2fcfc0ea1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8c448",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_coursecertificate",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_coursecertificateevent" ("content", "enrolment_id", "id", "issued_at", "issued_by_id", "issued_on", "language", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "replaces_id", "revoke_reason", "revoked_at", "revoked_by_id", "version") SELECT old_values."content", old_values."enrolment_id", old_values."id", old_values."issued_at", old_values."issued_by_id", old_values."issued_on", old_values."language", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."replaces_id", old_values."revoke_reason", old_values."revoked_at", old_values."revoked_by_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8ddb4c4b7d40de173783437f8576101f5433579a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_05df4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_coursecertificate",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=100, verbose_name="navn på runden")),
                ("question", models.TextField(max_length=1000, verbose_name="hva dere spør om")),
                ("due_on", models.DateField(verbose_name="svarfrist")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Åpen"), ("closed", "Avsluttet")],
                        default="open",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="åpnet")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="avsluttet")),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "concepts",
                    models.ManyToManyField(related_name="feedback_rounds", to="courses.concept", verbose_name="kurs"),
                ),
                (
                    "county",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="feedback_rounds", to="amo.county"
                    ),
                ),
                ("offices", models.ManyToManyField(related_name="+", to="amo.office", verbose_name="Nav-kontor")),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
            ],
            options={
                "verbose_name": "tilbakemeldingsrunde",
                "ordering": ["-opened_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="feedbackround_name_once",
                        violation_error_message="Fylket har allerede en runde med dette navnet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None), ("status", "open")),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False), ("status", "closed")),
                            _connector="OR",
                        ),
                        name="feedbackround_closed_is_signed",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_feedbackroundevent" ("closed_at", "closed_by_id", "county_id", "due_on", "id", "name", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "question", "status", "version") SELECT new_values."closed_at", new_values."closed_by_id", new_values."county_id", new_values."due_on", new_values."id", new_values."name", new_values."opened_at", new_values."opened_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."question", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c773f37cfe9588c2145b77c50f51db209846d4d1",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c65ae",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_feedbackround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_feedbackroundevent" ("closed_at", "closed_by_id", "county_id", "due_on", "id", "name", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "question", "status", "version") SELECT new_values."closed_at", new_values."closed_by_id", new_values."county_id", new_values."due_on", new_values."id", new_values."name", new_values."opened_at", new_values."opened_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."question", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="be323f77d5429aac950647ec7ac52b8cd702cc36",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c0863",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_feedbackround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_feedbackroundevent" ("closed_at", "closed_by_id", "county_id", "due_on", "id", "name", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "question", "status", "version") SELECT old_values."closed_at", old_values."closed_by_id", old_values."county_id", old_values."due_on", old_values."id", old_values."name", old_values."opened_at", old_values."opened_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."question", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8c6da14bb0f9e47431bf7da8f2c4f1d1368c30c8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3a2a7",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_feedbackround",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("day", models.DateField(verbose_name="første dag hos ny leverandør")),
                ("reason", models.CharField(max_length=300, verbose_name="hvorfor")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("planned", "Planlagt"),
                            ("done", "Gjennomført"),
                            ("cancelled", "Avlyst"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "from_contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers_from",
                        to="courses.contract",
                    ),
                ),
                ("intakes", models.ManyToManyField(related_name="handovers", to="courses.intake", verbose_name="kurs")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "to_contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="handovers_to", to="courses.contract"
                    ),
                ),
            ],
            options={
                "verbose_name": "overføring",
                "ordering": ["-day", "-pk"],
                "indexes": [models.Index(fields=["status", "day"], name="handover_status_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("from_contract", models.F("to_contract")), _negated=True),
                        name="handover_between_two_contracts",
                        violation_error_message="Velg en annen avtale enn den kursene går fra.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "done"), _negated=True), ("done_at__isnull", False), _connector="OR"
                        ),
                        name="handover_done_has_time",
                        violation_error_message="En gjennomført overføring må ha et tidspunkt.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_handoverevent" ("day", "done_at", "from_contract_id", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "status", "to_contract_id", "version") SELECT new_values."day", new_values."done_at", new_values."from_contract_id", new_values."id", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."reason", new_values."status", new_values."to_contract_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f150e6d167b065cf7c0db59a0bc45ec9ce25ea31",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9fcaa",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_handover",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_handoverevent" ("day", "done_at", "from_contract_id", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "status", "to_contract_id", "version") SELECT new_values."day", new_values."done_at", new_values."from_contract_id", new_values."id", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."reason", new_values."status", new_values."to_contract_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a00ac29f6012d3fc51e97398565eb57a3d1ecfd4",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ed604",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_handover",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_handoverevent" ("day", "done_at", "from_contract_id", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "status", "to_contract_id", "version") SELECT old_values."day", old_values."done_at", old_values."from_contract_id", old_values."id", old_values."made_at", old_values."made_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."reason", old_values."status", old_values."to_contract_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="041778380a91ac0038a72ea6440059a4120e44db",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9053e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_handover",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IntakeEnding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kind", models.CharField(choices=[("called_off", "Avlyst"), ("cut_short", "Avbrutt")], max_length=12)),
                ("last_day", models.DateField(blank=True, null=True, verbose_name="siste dag")),
                ("reason", models.CharField(max_length=300, verbose_name="begrunnelse")),
                ("planned_theory_ends_on", models.DateField(editable=False)),
                ("planned_ends_on", models.DateField(editable=False)),
                ("decided_at", models.DateTimeField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "intake",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="courses.intake"
                    ),
                ),
            ],
            options={
                "ordering": ["-decided_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "called_off"), ("last_day", None)),
                            models.Q(("kind", "cut_short"), ("last_day__isnull", False)),
                            _connector="OR",
                        ),
                        name="intakeending_cut_short_has_last_day",
                        violation_error_message="Skriv siste kursdag.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="intakeending_has_reason",
                        violation_error_message="Skriv hvorfor kurset ikke gjennomføres som planlagt.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_intakeendingevent" ("decided_at", "decided_by_id", "id", "intake_id", "kind", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_ends_on", "planned_theory_ends_on", "public_id", "reason") SELECT new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."intake_id", new_values."kind", new_values."last_day", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."planned_ends_on", new_values."planned_theory_ends_on", new_values."public_id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="443247e6247099ac92a4fa6ff0709a818aa148b4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3472b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_intakeending",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_intakeendingevent" ("decided_at", "decided_by_id", "id", "intake_id", "kind", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_ends_on", "planned_theory_ends_on", "public_id", "reason") SELECT new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."intake_id", new_values."kind", new_values."last_day", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."planned_ends_on", new_values."planned_theory_ends_on", new_values."public_id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2a17062cf3a744a338a0bd354d941aacfa09f192",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a01dd",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_intakeending",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_intakeendingevent" ("decided_at", "decided_by_id", "id", "intake_id", "kind", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_ends_on", "planned_theory_ends_on", "public_id", "reason") SELECT old_values."decided_at", old_values."decided_by_id", old_values."id", old_values."intake_id", old_values."kind", old_values."last_day", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."planned_ends_on", old_values."planned_theory_ends_on", old_values."public_id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="395fd155ae50c440e487cdeb904756a533a6d1a9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fd157",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_intakeending",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JobSearchActivity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("cv", "CV"),
                            ("application", "Søknad"),
                            ("interview", "Trening på intervju"),
                            ("visit", "Bedriftsbesøk"),
                            ("lesson", "Kurstime i jobbsøking"),
                            ("job_interview", "Jobbintervju"),
                        ],
                        max_length=15,
                        verbose_name="slag",
                    ),
                ),
                ("on", models.DateField(verbose_name="dato")),
                ("with_whom", models.CharField(blank=True, max_length=100, verbose_name="sammen med")),
                (
                    "applications",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(50),
                        ],
                        verbose_name="søknader sendt",
                    ),
                ),
                ("employer", models.CharField(blank=True, max_length=150, verbose_name="arbeidsgiver")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="notat")),
                ("recorded_at", models.DateTimeField()),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="job_search", to="courses.enrolment"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
            ],
            options={
                "verbose_name": "aktivitet i jobbsøking",
                "ordering": ["-on", "-pk"],
                "indexes": [models.Index(fields=["enrolment", "on"], name="jobsearchactivity_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "application"), _negated=True), ("applications__gte", 1), _connector="OR"
                        ),
                        name="jobsearchactivity_application_is_counted",
                        violation_error_message="Skriv hvor mange søknader som er sendt.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_jobsearchactivityevent" ("applications", "employer", "enrolment_id", "id", "kind", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "with_whom") SELECT new_values."applications", new_values."employer", new_values."enrolment_id", new_values."id", new_values."kind", new_values."note", new_values."on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."recorded_at", new_values."recorded_by_id", new_values."with_whom" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2d205baf1f67de8482dd2ab02eeda32f4d8eea69",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0883a",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_jobsearchactivity",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_jobsearchactivityevent" ("applications", "employer", "enrolment_id", "id", "kind", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "with_whom") SELECT new_values."applications", new_values."employer", new_values."enrolment_id", new_values."id", new_values."kind", new_values."note", new_values."on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."recorded_at", new_values."recorded_by_id", new_values."with_whom" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0d17e0a6dabd772523efb8ad202040afafbe1758",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0e38f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_jobsearchactivity",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_jobsearchactivityevent" ("applications", "employer", "enrolment_id", "id", "kind", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "with_whom") SELECT old_values."applications", old_values."employer", old_values."enrolment_id", old_values."id", old_values."kind", old_values."note", old_values."on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."recorded_at", old_values."recorded_by_id", old_values."with_whom" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="27c587598461e03d0a0c03a0755e63b842a8d12a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5dea3",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_jobsearchactivity",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LanguagePlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "oral",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="mål, muntlig",
                    ),
                ),
                (
                    "listening",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="mål, lytte",
                    ),
                ),
                (
                    "reading",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="mål, lese",
                    ),
                ),
                (
                    "writing",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="mål, skrive",
                    ),
                ),
                ("support", models.CharField(blank=True, max_length=500, verbose_name="støtte på kurset")),
                ("updated_at", models.DateTimeField()),
                (
                    "enrolment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="language_plan",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
            ],
            options={
                "verbose_name": "norsk på kurset",
                "ordering": ["pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_languageplanevent" ("enrolment_id", "id", "listening", "oral", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reading", "support", "updated_at", "updated_by_id", "version", "writing") SELECT new_values."enrolment_id", new_values."id", new_values."listening", new_values."oral", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."reading", new_values."support", new_values."updated_at", new_values."updated_by_id", new_values."version", new_values."writing" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b7f916e95fde6b8bb311f6df3fd951a0702e5c7c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6f089",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_languageplan",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_languageplanevent" ("enrolment_id", "id", "listening", "oral", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reading", "support", "updated_at", "updated_by_id", "version", "writing") SELECT new_values."enrolment_id", new_values."id", new_values."listening", new_values."oral", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."reading", new_values."support", new_values."updated_at", new_values."updated_by_id", new_values."version", new_values."writing" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c8641563995edea494d15fe3a2cfdab72f78ecfe",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_993ad",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_languageplan",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_languageplanevent" ("enrolment_id", "id", "listening", "oral", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reading", "support", "updated_at", "updated_by_id", "version", "writing") SELECT old_values."enrolment_id", old_values."id", old_values."listening", old_values."oral", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."reading", old_values."support", old_values."updated_at", old_values."updated_by_id", old_values."version", old_values."writing" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="822da8483cbdb144226bf4204f40cd43e81b3398",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ee80a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_languageplan",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LanguageTest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("oral", "Muntlig"),
                            ("listening", "Lytte"),
                            ("reading", "Lese"),
                            ("writing", "Skrive"),
                        ],
                        max_length=10,
                        verbose_name="delprøve",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="nivå det prøves for",
                    ),
                ),
                ("booked_on", models.DateField(verbose_name="påmeldt dato")),
                ("test_on", models.DateField(verbose_name="prøvedato")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="prøvested")),
                (
                    "paid_by",
                    models.CharField(
                        choices=[
                            ("provider", "Kursleverandøren, gjennom avtalen"),
                            ("nav", "Nav"),
                            ("municipality", "Kommunen"),
                            ("participant", "Deltakeren selv"),
                        ],
                        max_length=15,
                        verbose_name="hvem betaler",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("booked", "Påmeldt"),
                            ("taken", "Tatt, venter på resultat"),
                            ("passed", "Bestått"),
                            ("failed", "Ikke bestått"),
                            ("cancelled", "Avmeldt"),
                        ],
                        default="booked",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="resultat",
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("mapped_at", models.DateTimeField(blank=True, null=True, verbose_name="tatt inn i kartleggingen")),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="language_tests",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "mapped_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
            ],
            options={
                "verbose_name": "norskprøve",
                "ordering": ["test_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result__gt", ""), ("status", "passed")),
                            models.Q(models.Q(("status", "passed"), _negated=True), ("result", "")),
                            _connector="OR",
                        ),
                        name="languagetest_passed_has_result",
                        violation_error_message="Velg nivået som er oppnådd når prøven er bestått, og bare da.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("test_on__gte", models.F("booked_on"))),
                        name="languagetest_after_booking",
                        violation_error_message="Prøvedatoen kan ikke være før påmeldingen.",
                    ),
                    models.UniqueConstraint(
                        fields=("enrolment", "part", "test_on"),
                        name="languagetest_once_a_day",
                        violation_error_message="Delprøven er allerede registrert denne dagen.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_languagetestevent" ("booked_on", "enrolment_id", "id", "level", "mapped_at", "mapped_by_id", "paid_by", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at", "recorded_by_id", "result", "status", "test_on", "version") SELECT new_values."booked_on", new_values."enrolment_id", new_values."id", new_values."level", new_values."mapped_at", new_values."mapped_by_id", new_values."paid_by", new_values."part", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."place", new_values."public_id", new_values."recorded_at", new_values."recorded_by_id", new_values."result", new_values."status", new_values."test_on", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="56fbebf3ea50697302b8de38ebafb52ac8ebdb9e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f2048",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_languagetest",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_languagetestevent" ("booked_on", "enrolment_id", "id", "level", "mapped_at", "mapped_by_id", "paid_by", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at", "recorded_by_id", "result", "status", "test_on", "version") SELECT new_values."booked_on", new_values."enrolment_id", new_values."id", new_values."level", new_values."mapped_at", new_values."mapped_by_id", new_values."paid_by", new_values."part", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."place", new_values."public_id", new_values."recorded_at", new_values."recorded_by_id", new_values."result", new_values."status", new_values."test_on", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="036b6d02d8f407f7c23a4b5a3b013e4e1495389d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_84f95",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_languagetest",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_languagetestevent" ("booked_on", "enrolment_id", "id", "level", "mapped_at", "mapped_by_id", "paid_by", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "recorded_at", "recorded_by_id", "result", "status", "test_on", "version") SELECT old_values."booked_on", old_values."enrolment_id", old_values."id", old_values."level", old_values."mapped_at", old_values."mapped_by_id", old_values."paid_by", old_values."part", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."place", old_values."public_id", old_values."recorded_at", old_values."recorded_by_id", old_values."result", old_values."status", old_values."test_on", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="83b51e717c1804ee072690a4e418fdca345c37d6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_43b1f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_languagetest",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Leaving",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("planned_ends_on", models.DateField(verbose_name="skulle slutte")),
                (
                    "kept",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("nothing", "Ingenting ville gjort forskjell"),
                                ("hours", "Andre tider eller færre timer"),
                                ("travel", "Kortere reisevei"),
                                ("childcare", "Barnepass eller hjelp hjemme"),
                                ("norwegian", "Mer hjelp med norsk"),
                                ("content", "Et annet innhold på kurset"),
                                ("placement", "En annen praksisplass"),
                                ("follow_up", "Tettere oppfølging"),
                                ("money", "Økonomien"),
                                ("not_asked", "Ikke spurt, fikk ikke kontakt"),
                            ],
                            max_length=15,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="hva kunne fått deltakeren til å bli",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=500, verbose_name="hva deltakeren sa")),
                ("recorded_at", models.DateTimeField()),
                (
                    "enrolment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="leaving", to="courses.enrolment"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
            ],
            options={
                "verbose_name": "avslutning av deltakelse",
                "ordering": ["recorded_at", "pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_leavingevent" ("enrolment_id", "id", "kept", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_ends_on", "public_id", "recorded_at", "recorded_by_id", "said") SELECT new_values."enrolment_id", new_values."id", new_values."kept", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."planned_ends_on", new_values."public_id", new_values."recorded_at", new_values."recorded_by_id", new_values."said" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8101a0bb2f55c9a908b727f0f3bb09f775f0d5a9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e39d4",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_leaving",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_leavingevent" ("enrolment_id", "id", "kept", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_ends_on", "public_id", "recorded_at", "recorded_by_id", "said") SELECT new_values."enrolment_id", new_values."id", new_values."kept", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."planned_ends_on", new_values."public_id", new_values."recorded_at", new_values."recorded_by_id", new_values."said" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="37c2611e7ba42051eb803e707580c7f04af29461",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_80d0c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_leaving",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_leavingevent" ("enrolment_id", "id", "kept", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_ends_on", "public_id", "recorded_at", "recorded_by_id", "said") SELECT old_values."enrolment_id", old_values."id", old_values."kept", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."planned_ends_on", old_values."public_id", old_values."recorded_at", old_values."recorded_by_id", old_values."said" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="cb89e13883a726d95a92b0c838825598c70b83e1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_236bd",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_leaving",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeftoverRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("deadline", models.DateField(verbose_name="frist for nye ønsker")),
                ("open_to_others", models.BooleanField(default=False, verbose_name="tilbys andre fylker")),
                ("opened_at", models.DateTimeField()),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "window",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leftover",
                        to="courses.allocationwindow",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_leftoverroundevent" ("deadline", "id", "open_to_others", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "version", "window_id") SELECT new_values."deadline", new_values."id", new_values."open_to_others", new_values."opened_at", new_values."opened_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."version", new_values."window_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="76f1c5333e8838f2ca2e49572dae95aa0701f080",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f3c95",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_leftoverround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_leftoverroundevent" ("deadline", "id", "open_to_others", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "version", "window_id") SELECT new_values."deadline", new_values."id", new_values."open_to_others", new_values."opened_at", new_values."opened_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."version", new_values."window_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4fb931c3a2a1396ebc58d7927f0f65c16c44ab25",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_98a3e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_leftoverround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_leftoverroundevent" ("deadline", "id", "open_to_others", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "version", "window_id") SELECT old_values."deadline", old_values."id", old_values."open_to_others", old_values."opened_at", old_values."opened_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."version", old_values."window_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="07452ab5a3cc7dbf94817aea1c084e2ff8232455",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6859e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_leftoverround",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "decision_type",
                    models.CharField(
                        choices=[
                            ("common_start", "Plass på kurs med felles oppstart"),
                            ("participation_end", "Deltakelse som avsluttes"),
                            ("other_measure", "Andre tiltak"),
                        ],
                        max_length=20,
                        verbose_name="slags vedtak",
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="nummer")),
                ("appealable", models.BooleanField(verbose_name="kan klages på")),
                ("weeks", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="klagefrist i uker")),
                ("text_nb", models.TextField(max_length=1200, verbose_name="tekst på bokmål")),
                ("text_nn", models.TextField(max_length=1200, verbose_name="tekst på nynorsk")),
                ("law_reference", models.CharField(blank=True, max_length=200, verbose_name="lovhjemmel")),
                ("must_be_confirmed", models.BooleanField(default=False, verbose_name="må bekreftes juridisk")),
                ("valid_from", models.DateField(verbose_name="gjelder fra")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "Utkast"), ("in_use", "Tatt i bruk"), ("discarded", "Forkastet")],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="hvorfor")),
                ("created_at", models.DateTimeField(blank=True, null=True)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "klageregel",
                "ordering": ["decision_type", "-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("decision_type", "number"), name="letterrule_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("appealable", True), ("weeks__gte", 1), ("weeks__lte", 52)),
                            models.Q(("appealable", False), ("weeks", None)),
                            _connector="OR",
                        ),
                        name="letterrule_weeks_when_appealable",
                        violation_error_message="Skriv klagefristen i uker når vedtaket kan klages på, og la den stå tom ellers.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("created_by", None),
                            ("approved_by", None),
                            models.Q(("approved_by", models.F("created_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="letterrule_second_person",
                        violation_error_message="Den som laget utkastet, kan ikke ta det i bruk selv.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="in_use_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.\"status\" = 'in_use')",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4eac0ecc646d4e3a0c5ace8a5e2b4c1c8cdc92c0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_in_use_stays_eff5e",
                            table="courses_letterrule",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_letterruleevent" ("appealable", "approved_at", "approved_by_id", "created_at", "created_by_id", "decision_type", "id", "law_reference", "must_be_confirmed", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "text_nb", "text_nn", "valid_from", "weeks") SELECT new_values."appealable", new_values."approved_at", new_values."approved_by_id", new_values."created_at", new_values."created_by_id", new_values."decision_type", new_values."id", new_values."law_reference", new_values."must_be_confirmed", new_values."note", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."status", new_values."text_nb", new_values."text_nn", new_values."valid_from", new_values."weeks" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="aad31c2c57b4243d109b50daf110c85279ccfe16",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dd564",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_letterrule",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_letterruleevent" ("appealable", "approved_at", "approved_by_id", "created_at", "created_by_id", "decision_type", "id", "law_reference", "must_be_confirmed", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "text_nb", "text_nn", "valid_from", "weeks") SELECT new_values."appealable", new_values."approved_at", new_values."approved_by_id", new_values."created_at", new_values."created_by_id", new_values."decision_type", new_values."id", new_values."law_reference", new_values."must_be_confirmed", new_values."note", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."status", new_values."text_nb", new_values."text_nn", new_values."valid_from", new_values."weeks" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c09ab2b04e1e08f23afadbd4b2ba0ee616118bc1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_290b7",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_letterrule",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_letterruleevent" ("appealable", "approved_at", "approved_by_id", "created_at", "created_by_id", "decision_type", "id", "law_reference", "must_be_confirmed", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "text_nb", "text_nn", "valid_from", "weeks") SELECT old_values."appealable", old_values."approved_at", old_values."approved_by_id", old_values."created_at", old_values."created_by_id", old_values."decision_type", old_values."id", old_values."law_reference", old_values."must_be_confirmed", old_values."note", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."status", old_values."text_nb", old_values."text_nn", old_values."valid_from", old_values."weeks" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="05c0fbaee8fc31a8efd824a7e2d842650a44d77b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c625d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_letterrule",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlacesBeyond",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("places", models.PositiveSmallIntegerField(verbose_name="plasser")),
                ("reason", models.CharField(max_length=300, verbose_name="begrunnelse")),
                ("decided_at", models.DateTimeField()),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="places_beyond", to="courses.contract"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="places_beyond", to="courses.intake"
                    ),
                ),
            ],
            options={
                "ordering": ["-decided_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("reason", ""), _negated=True), ("places__gt", 0)),
                        name="placesbeyond_has_reason",
                        violation_error_message="Skriv hvorfor det avropes flere plasser enn avtalen har.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_placesbeyondevent" ("contract_id", "decided_at", "decided_by_id", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "reason") SELECT new_values."contract_id", new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."intake_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."places", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c086242c49b995d2cab65d8d2fbf0f7497da38d0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c74c4",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_placesbeyond",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_placesbeyondevent" ("contract_id", "decided_at", "decided_by_id", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "reason") SELECT new_values."contract_id", new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."intake_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."places", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1dcd9e652cc04e16e0a104a40004775480491135",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_380ef",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_placesbeyond",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_placesbeyondevent" ("contract_id", "decided_at", "decided_by_id", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "reason") SELECT old_values."contract_id", old_values."decided_at", old_values."decided_by_id", old_values."id", old_values."intake_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."places", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e18a6a5c9cbcec90b741f9302dc50b996d02d64c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_aee11",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_placesbeyond",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SuitabilityAssessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "outcome",
                    models.CharField(
                        choices=[("suitable", "Kurset passer"), ("not_suitable", "Kurset passer ikke")],
                        max_length=15,
                        verbose_name="vurdering",
                    ),
                ),
                (
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("norwegian", "Norsk er under det kurset krever"),
                                ("hours", "Kan ikke møte i kurstiden"),
                                ("shifts", "Kan ikke arbeide de vaktene yrket har"),
                                ("licence", "Mangler bevis eller sertifikat som kurset krever"),
                                ("knows_already", "Kan allerede det kurset lærer bort"),
                                ("basics", "Mangler forkunnskaper som kurset bygger på"),
                                ("other_occupation", "Vil arbeide i et annet yrke enn kurset fører til"),
                                ("police", "Kan ikke legge fram politiattesten som arbeidet krever"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="grunner",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="utdyping")),
                ("assessed_at", models.DateTimeField(verbose_name="vurdert")),
                ("comment", models.CharField(blank=True, max_length=1000, verbose_name="det deltakeren sier")),
                ("shown_on", models.DateField(blank=True, null=True, verbose_name="vist til deltakeren")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            ("keeps", "Beholder plassen"),
                            ("given_on", "Plassen gis videre"),
                            ("other_support", "Trenger annen støtte"),
                        ],
                        default="",
                        max_length=15,
                        verbose_name="avgjørelse",
                    ),
                ),
                ("decision_reason", models.CharField(blank=True, max_length=500, verbose_name="begrunnelse")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="avgjort")),
                (
                    "assessed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "enrolment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="suitability", to="courses.enrolment"
                    ),
                ),
                (
                    "shown_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "vurdering av om kurset passer",
                "ordering": ["-assessed_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "suitable"), ("reasons__len", 0)),
                            models.Q(("outcome", "not_suitable"), ("reasons__len__gte", 1)),
                            _connector="OR",
                        ),
                        name="suitability_reason_when_not_suitable",
                        violation_error_message="Velg minst én grunn når kurset ikke passer.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decision", ""),
                            models.Q(("decided_at__isnull", False), ("outcome", "not_suitable")),
                            _connector="OR",
                        ),
                        name="suitability_decided_only_when_not_suitable",
                        violation_error_message="Nav avgjør bare når kursleverandøren mener at kurset ikke passer.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_suitabilityassessmentevent" ("assessed_at", "assessed_by_id", "comment", "decided_at", "decided_by_id", "decision", "decision_reason", "enrolment_id", "id", "note", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reasons", "shown_by_id", "shown_on", "version") SELECT new_values."assessed_at", new_values."assessed_by_id", new_values."comment", new_values."decided_at", new_values."decided_by_id", new_values."decision", new_values."decision_reason", new_values."enrolment_id", new_values."id", new_values."note", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."reasons", new_values."shown_by_id", new_values."shown_on", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9bce36e797b933e8d96e321224bb3ab1b3ba125b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f3ce7",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_suitabilityassessment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_suitabilityassessmentevent" ("assessed_at", "assessed_by_id", "comment", "decided_at", "decided_by_id", "decision", "decision_reason", "enrolment_id", "id", "note", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reasons", "shown_by_id", "shown_on", "version") SELECT new_values."assessed_at", new_values."assessed_by_id", new_values."comment", new_values."decided_at", new_values."decided_by_id", new_values."decision", new_values."decision_reason", new_values."enrolment_id", new_values."id", new_values."note", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."reasons", new_values."shown_by_id", new_values."shown_on", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="63ec7ba88b16318a2ef3f31eff176bfbc8b39111",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0f179",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_suitabilityassessment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_suitabilityassessmentevent" ("assessed_at", "assessed_by_id", "comment", "decided_at", "decided_by_id", "decision", "decision_reason", "enrolment_id", "id", "note", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reasons", "shown_by_id", "shown_on", "version") SELECT old_values."assessed_at", old_values."assessed_by_id", old_values."comment", old_values."decided_at", old_values."decided_by_id", old_values."decision", old_values."decision_reason", old_values."enrolment_id", old_values."id", old_values."note", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."reasons", old_values."shown_by_id", old_values."shown_on", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d7790d7c2d291d796c5ff4adbd6829012babae43",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e8dd9",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_suitabilityassessment",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WeeklyMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sent_for", models.DateField()),
                ("chosen_at", models.DateTimeField()),
                (
                    "membership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="amo.membership"
                    ),
                ),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_weeklymailevent" ("chosen_at", "id", "membership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_for") SELECT new_values."chosen_at", new_values."id", new_values."membership_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sent_for" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="002a6adcf97214d19a77bffb70588f95365d9959",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2406b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_weeklymail",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_weeklymailevent" ("chosen_at", "id", "membership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_for") SELECT new_values."chosen_at", new_values."id", new_values."membership_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sent_for" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="df3b14b8b675a7beb50e8925f05c6f42c1949402",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b300d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_weeklymail",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_weeklymailevent" ("chosen_at", "id", "membership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_for") SELECT old_values."chosen_at", old_values."id", old_values."membership_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sent_for" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="962f95814e27ecaf34177686b880f82f9f84f1c4",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_19cbd",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_weeklymail",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WeekPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til")),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("school", "Skole"), ("placement", "Praksis"), ("free", "Fri")], max_length=10
                        ),
                        size=7,
                        validators=[courses.models.class_work.days_are_whole],
                        verbose_name="ukedagene",
                    ),
                ),
                ("updated_at", models.DateTimeField()),
                (
                    "enrolment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="week_plans",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="week_plans", to="courses.intake"
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
            ],
            options={
                "verbose_name": "ukeplan",
                "ordering": ["starts_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("enrolment", None)),
                        fields=("intake", "starts_on"),
                        name="weekplan_one_a_day_of_class",
                        violation_error_message="Kurset har allerede en ukeplan fra denne dagen. Endre den i stedet.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("enrolment__isnull", False)),
                        fields=("enrolment", "starts_on"),
                        name="weekplan_one_a_day_of_person",
                        violation_error_message="Deltakeren har allerede en ukeplan fra denne dagen. Endre den i stedet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="weekplan_ends_after_start",
                        violation_error_message="Sluttdato kan ikke være før startdato.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__len", 7)),
                        name="weekplan_seven_days",
                        violation_error_message="Velg hva som gjelder for hver ukedag.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_weekplanevent" ("days", "ends_on", "enrolment_id", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "starts_on", "updated_at", "updated_by_id", "version") SELECT new_values."days", new_values."ends_on", new_values."enrolment_id", new_values."id", new_values."intake_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."starts_on", new_values."updated_at", new_values."updated_by_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="37cead12ead6f3c87cd676d2097f7d448e21da24",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cafde",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_weekplan",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_weekplanevent" ("days", "ends_on", "enrolment_id", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "starts_on", "updated_at", "updated_by_id", "version") SELECT new_values."days", new_values."ends_on", new_values."enrolment_id", new_values."id", new_values."intake_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."starts_on", new_values."updated_at", new_values."updated_by_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d9df2e1a6f4b896ac5af74cd3edd1d2aa3ad6d4b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_27f23",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_weekplan",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_weekplanevent" ("days", "ends_on", "enrolment_id", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "starts_on", "updated_at", "updated_by_id", "version") SELECT old_values."days", old_values."ends_on", old_values."enrolment_id", old_values."id", old_values."intake_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."starts_on", old_values."updated_at", old_values."updated_by_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="9de09d64ce4dc272f57c58c64eced9b13b75eb89",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_26ac6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_weekplan",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AbsenceFollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "side",
                    models.CharField(
                        choices=[("provider", "Kursleverandøren"), ("office", "Nav-kontoret")],
                        max_length=10,
                        verbose_name="hvem",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("talked", "Snakket med deltakeren, ikke behov for mer"),
                            ("agreed", "Avtalte noe som skal gjøre det lettere å møte"),
                            ("not_reached", "Fikk ikke kontakt"),
                            ("mistake", "Det var ført feil"),
                        ],
                        max_length=15,
                        verbose_name="hva kom ut av det",
                    ),
                ),
                ("did", models.CharField(max_length=500, verbose_name="hva ble gjort")),
                ("done_at", models.DateTimeField()),
                (
                    "done_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "warning",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_ups",
                        to="courses.absencewarning",
                        verbose_name="varsel om fravær",
                    ),
                ),
            ],
            options={
                "verbose_name": "oppfølging av fravær",
                "ordering": ["done_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("warning", "side"),
                        name="absencefollowup_once_a_side",
                        violation_error_message="Varselet er allerede fulgt opp.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("did", ""), _negated=True),
                        name="absencefollowup_says_what",
                        violation_error_message="Skriv hva som ble gjort.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_absencefollowupevent" ("did", "done_at", "done_by_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "side", "warning_id") SELECT new_values."did", new_values."done_at", new_values."done_by_id", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."side", new_values."warning_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5923abca28816a41846bbae01b6ff515417a5544",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_14400",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_absencefollowup",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_absencefollowupevent" ("did", "done_at", "done_by_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "side", "warning_id") SELECT new_values."did", new_values."done_at", new_values."done_by_id", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."side", new_values."warning_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="040ba81367c18b6c46cd5aeb06729cd2beaac7e2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b096d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_absencefollowup",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_absencefollowupevent" ("did", "done_at", "done_by_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "side", "warning_id") SELECT old_values."did", old_values."done_at", old_values."done_by_id", old_values."id", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."side", old_values."warning_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="502b3ef82ec1a859a61b410b0b49580a025f8ea1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_17eea",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_absencefollowup",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AbsenceWarningEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("not_reported", "Fravær som ikke er meldt"),
                            ("low_share", "Lavt oppmøte"),
                            ("weekday", "Borte på samme ukedag"),
                        ],
                        max_length=20,
                        verbose_name="mønster",
                    ),
                ),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), size=None, verbose_name="dager borte"
                    ),
                ),
                ("counted", models.PositiveSmallIntegerField(verbose_name="dager som er regnet med")),
                ("first_day", models.DateField(verbose_name="fra")),
                ("last_day", models.DateField(verbose_name="til")),
                ("raised_at", models.DateTimeField(verbose_name="varslet")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="fulgt opp")),
                (
                    "withdrawn",
                    models.BooleanField(db_default=False, default=False, verbose_name="falt bort etter retting"),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.absencewarning",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9af33e321eb307fb917537ad71da20647ed88c27",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f5115",
                            table="courses_absencewarningevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AllocationExceptionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("place", "Gi plass"), ("pass_over", "Gå forbi")], max_length=10, verbose_name="unntak"
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="begrunnelse")),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.allocationexception",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.allocationrun",
                    ),
                ),
                (
                    "wish",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.wish",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0356f44c13d7305287f2db0bece1271ff076c319",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9f394",
                            table="courses_allocationexceptionevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AllocationSimulationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("first_day", models.DateField(verbose_name="fra")),
                ("last_day", models.DateField(verbose_name="til")),
                ("result", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField()),
                (
                    "county",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.county",
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.jobrun",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.allocationsimulation",
                    ),
                ),
                (
                    "policy",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.policyversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="34bee4feaa25f62094649fca53c389578554dd35",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_33fa9",
                            table="courses_allocationsimulationevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ApplicationChangeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("before", models.JSONField(default=list, verbose_name="før")),
                ("after", models.JSONField(default=list, verbose_name="etter")),
                ("made_at", models.DateTimeField(verbose_name="endret")),
                (
                    "application",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.application",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.applicationchange",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ef9f295762ebb87e90a31e0dac5781c8767027a2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0ad7d",
                            table="courses_applicationchangeevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConceptFeedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("content", "Innholdet i kurset"),
                            ("level", "Nivået, også norskkravet"),
                            ("target_group", "Hvem kurset passer for"),
                            ("place_time", "Sted og tidspunkt"),
                            ("results", "Jobb etter kurset"),
                            ("other", "Noe annet"),
                        ],
                        default="",
                        max_length=20,
                        verbose_name="hva det gjelder",
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("keep", "Behold som det er"),
                            ("change", "Endre"),
                            ("more", "Kjøp flere plasser"),
                            ("stop", "Slutt med kurset"),
                        ],
                        default="",
                        max_length=10,
                        verbose_name="råd",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=2000, verbose_name="tilbakemelding")),
                ("sent_at", models.DateTimeField(verbose_name="sendt")),
                (
                    "status",
                    models.CharField(
                        choices=[("new", "Ny"), ("read", "Lest"), ("answered", "Besvart"), ("acted_on", "Fulgt opp")],
                        default="new",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="svar")),
                ("what_changed", models.CharField(blank=True, max_length=500, verbose_name="hva som er endret")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="besvart")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "concept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback",
                        to="courses.concept",
                        verbose_name="kurs",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="courses.intake",
                        verbose_name="kursoppstart",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.office",
                        verbose_name="Nav-kontor",
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                        verbose_name="avsender",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="courses.feedbackround",
                    ),
                ),
            ],
            options={
                "verbose_name": "tilbakemelding om kurs",
                "ordering": ["-sent_at", "-pk"],
                "indexes": [models.Index(fields=["concept", "status"], name="conceptfeedback_waiting")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("round", None), ("verdict", ""), models.Q(("kind", ""), _negated=True)),
                            models.Q(
                                ("intake", None),
                                ("kind", ""),
                                ("round__isnull", False),
                                models.Q(("verdict", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="conceptfeedback_kind_or_verdict",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("text", ""), _negated=True), ("verdict", "keep"), _connector="OR"),
                        name="conceptfeedback_says_why",
                        violation_error_message="Skriv hvorfor.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""),
                                ("answered_at", None),
                                ("answered_by", None),
                                ("status__in", ["new", "read"]),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("status__in", ["answered", "acted_on"]),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="conceptfeedback_answer_is_whole",
                        violation_error_message="Skriv svaret til den som sendte tilbakemeldingen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(models.Q(("status", "acted_on"), _negated=True), ("what_changed", "")),
                            models.Q(("status", "acted_on"), models.Q(("what_changed", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="conceptfeedback_acted_on_says_what",
                        violation_error_message="Skriv hva som er endret.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_at", None), ("answered_at__gte", models.F("sent_at")), _connector="OR"
                        ),
                        name="conceptfeedback_answered_after_sent",
                    ),
                    models.UniqueConstraint(
                        fields=("round", "concept", "sender"),
                        name="conceptfeedback_once_per_round",
                        violation_error_message="Du har allerede svart om dette kurset i runden.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_conceptfeedbackevent" ("answer", "answered_at", "answered_by_id", "concept_id", "id", "intake_id", "kind", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "round_id", "sender_id", "sent_at", "status", "text", "verdict", "version", "what_changed") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."concept_id", new_values."id", new_values."intake_id", new_values."kind", new_values."office_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."round_id", new_values."sender_id", new_values."sent_at", new_values."status", new_values."text", new_values."verdict", new_values."version", new_values."what_changed" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="298c3524aba884e8a2b96b5ad3d6cf0d7bd4f18b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3e61e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_conceptfeedback",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_conceptfeedbackevent" ("answer", "answered_at", "answered_by_id", "concept_id", "id", "intake_id", "kind", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "round_id", "sender_id", "sent_at", "status", "text", "verdict", "version", "what_changed") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."concept_id", new_values."id", new_values."intake_id", new_values."kind", new_values."office_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."round_id", new_values."sender_id", new_values."sent_at", new_values."status", new_values."text", new_values."verdict", new_values."version", new_values."what_changed" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4ab272e90cf5c2fe621281a16e22790e8218f15d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d446c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_conceptfeedback",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_conceptfeedbackevent" ("answer", "answered_at", "answered_by_id", "concept_id", "id", "intake_id", "kind", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "round_id", "sender_id", "sent_at", "status", "text", "verdict", "version", "what_changed") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."concept_id", old_values."id", old_values."intake_id", old_values."kind", old_values."office_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."round_id", old_values."sender_id", old_values."sent_at", old_values."status", old_values."text", old_values."verdict", old_values."version", old_values."what_changed" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="52b8ac45981e04fe0b9a6e10e2bbb36583d378af",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_dc10f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_conceptfeedback",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContractNoticeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("8m", "8 måneder før"),
                            ("6m", "6 måneder før"),
                            ("3m", "3 måneder før"),
                            ("14d", "14 dager før"),
                        ],
                        max_length=3,
                    ),
                ),
                ("ends_on", models.DateField()),
                ("sent_on", models.DateField()),
                (
                    "contract",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.contract",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.contractnotice",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="aa5c1996ed33b7deac1bb2f163346b55a559c173",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f56f1",
                            table="courses_contractnoticeevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContractOptionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="opsjon"
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="måneder"
                    ),
                ),
                ("use_by", models.DateField(verbose_name="siste dag å bruke den")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Ikke avgjort"), ("used", "Brukt"), ("not_used", "Ikke brukt")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="avgjort")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="begrunnelse")),
                ("ended_before", models.DateField(blank=True, null=True)),
                ("extends_to", models.DateField(blank=True, null=True)),
                (
                    "contract",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.contract",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.contractoption",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="acc73461aef7efe0c3be539e43cbad34b9dd8838",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a95a3",
                            table="courses_contractoptionevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CountyPermissionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "Venter på svar"),
                            ("granted", "Gitt"),
                            ("refused", "Ikke gitt"),
                            ("withdrawn", "Trukket"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="svar",
                    ),
                ),
                ("reason", models.CharField(max_length=500, verbose_name="hvorfor det spørres")),
                ("asked_at", models.DateTimeField(verbose_name="spurt")),
                ("due_on", models.DateField(verbose_name="svar innen")),
                ("answer", models.CharField(blank=True, max_length=500, verbose_name="begrunnelse for svaret")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="svart")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.intake",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.countypermission",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="da069269b18d19ae29a0ea8c5501007438f85a4f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f0b85",
                            table="courses_countypermissionevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CourseCertificateEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("number", models.CharField(max_length=40, verbose_name="nummer")),
                ("language", models.CharField(max_length=2, verbose_name="målform")),
                ("content", models.JSONField(verbose_name="innhold")),
                ("issued_on", models.DateField(verbose_name="utstedt")),
                ("issued_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="trukket tilbake")),
                ("revoke_reason", models.CharField(blank=True, max_length=300, verbose_name="hvorfor")),
                (
                    "enrolment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.coursecertificate",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.coursecertificate",
                        verbose_name="erstatter",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5e9ef29ef1cb748d965daea22e14cc13e2d3fd2c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0a180",
                            table="courses_coursecertificateevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("offer", "Tilbud om plass"), ("refusal", "Avslag"), ("end", "Deltakelsen er slutt")],
                        max_length=10,
                        verbose_name="slags brev",
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="avgjort")),
                (
                    "language",
                    models.CharField(
                        choices=[("nb", "Bokmål"), ("nn", "Nynorsk")], max_length=2, verbose_name="målform"
                    ),
                ),
                ("own_words", models.CharField(blank=True, max_length=300, verbose_name="veilederens egen setning")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "Til sending"), ("sent", "Sendt"), ("discarded", "Ikke sendt")],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("correction_reason", models.CharField(blank=True, max_length=300, verbose_name="hva som er rettet")),
                (
                    "discard_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="hvorfor brevet ikke sendes"),
                ),
                ("content", models.JSONField(blank=True, default=dict, verbose_name="innhold")),
                ("content_hash", models.CharField(blank=True, max_length=64, verbose_name="kontrollsum")),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            ("handed_over", "Levert i et møte"),
                            ("posted", "Sendt i posten"),
                            ("own_system", "Sendt digitalt fra Navs eget system"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="levert",
                    ),
                ),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="sendt dato")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="registrert sendt")),
                ("batch", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="utsending")),
                ("created_at", models.DateTimeField()),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="courses.decisionletter",
                        verbose_name="retter",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="courses.allocationdecision",
                        verbose_name="avgjørelse i tildelingen",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decision_letters",
                        to="courses.intake",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="courses.offer",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decision_letters",
                        to="participants.participant",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                        verbose_name="sendt av",
                    ),
                ),
                (
                    "wish",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="courses.wish",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="courses.letterrule",
                        verbose_name="klageregel",
                    ),
                ),
            ],
            options={
                "verbose_name": "vedtaksbrev",
                "ordering": ["decided_on", "pk"],
                "indexes": [models.Index(fields=["participant", "status"], name="decisionletter_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("enrolment", None),
                                ("kind", "offer"),
                                ("offer__isnull", False),
                                ("wish__isnull", False),
                            ),
                            models.Q(
                                ("enrolment", None), ("kind", "refusal"), ("offer", None), ("wish__isnull", False)
                            ),
                            models.Q(("enrolment__isnull", False), ("kind", "end"), ("offer", None)),
                            _connector="OR",
                        ),
                        name="decisionletter_has_its_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "sent"), _negated=True),
                            models.Q(
                                ("rule__isnull", False),
                                ("sent_at__isnull", False),
                                ("sent_by__isnull", False),
                                ("sent_on__isnull", False),
                                models.Q(("channel", ""), _negated=True),
                                models.Q(("content_hash", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="decisionletter_sent_is_whole",
                        violation_error_message="Et sendt brev må ha dato, avsender og måten det ble levert på.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "discarded"), _negated=True),
                            models.Q(("discard_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="decisionletter_discarded_has_a_reason",
                        violation_error_message="Skriv hvorfor brevet ikke skal sendes.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("corrects", None), models.Q(("correction_reason", ""), _negated=True), _connector="OR"
                        ),
                        name="decisionletter_correction_says_what",
                        violation_error_message="Skriv hva som er rettet.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("corrects", None), ("kind", "offer"), models.Q(("status", "discarded"), _negated=True)
                        ),
                        fields=("offer",),
                        name="decisionletter_once_per_offer",
                        violation_error_message="Det finnes allerede et brev om denne avgjørelsen.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("corrects", None), ("kind", "refusal"), models.Q(("status", "discarded"), _negated=True)
                        ),
                        fields=("wish",),
                        name="decisionletter_once_per_wish",
                        violation_error_message="Det finnes allerede et brev om denne avgjørelsen.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("corrects", None), ("kind", "end"), models.Q(("status", "discarded"), _negated=True)
                        ),
                        fields=("enrolment",),
                        name="decisionletter_once_per_enrolment",
                        violation_error_message="Det finnes allerede et brev om denne avgjørelsen.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "discarded"), _negated=True),
                        fields=("corrects",),
                        name="decisionletter_corrected_once",
                        violation_error_message="Brevet er allerede rettet. Rett det nyeste brevet.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="sent_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.\"status\" = 'sent')",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0471ba59adaa6879922290c9001636fbc10999c1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_sent_stays_954dc",
                            table="courses_decisionletter",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_decisionletterevent" ("batch", "channel", "content", "content_hash", "correction_reason", "corrects_id", "created_at", "created_by_id", "decided_on", "decision_id", "discard_reason", "enrolment_id", "id", "intake_id", "kind", "language", "offer_id", "own_words", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rule_id", "sent_at", "sent_by_id", "sent_on", "status", "version", "wish_id") SELECT new_values."batch", new_values."channel", new_values."content", new_values."content_hash", new_values."correction_reason", new_values."corrects_id", new_values."created_at", new_values."created_by_id", new_values."decided_on", new_values."decision_id", new_values."discard_reason", new_values."enrolment_id", new_values."id", new_values."intake_id", new_values."kind", new_values."language", new_values."offer_id", new_values."own_words", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."rule_id", new_values."sent_at", new_values."sent_by_id", new_values."sent_on", new_values."status", new_values."version", new_values."wish_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7c6be1eeb3bc14db5014e2a8719b3c3f7e7aab0a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_de0fa",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_decisionletter",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_decisionletterevent" ("batch", "channel", "content", "content_hash", "correction_reason", "corrects_id", "created_at", "created_by_id", "decided_on", "decision_id", "discard_reason", "enrolment_id", "id", "intake_id", "kind", "language", "offer_id", "own_words", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rule_id", "sent_at", "sent_by_id", "sent_on", "status", "version", "wish_id") SELECT new_values."batch", new_values."channel", new_values."content", new_values."content_hash", new_values."correction_reason", new_values."corrects_id", new_values."created_at", new_values."created_by_id", new_values."decided_on", new_values."decision_id", new_values."discard_reason", new_values."enrolment_id", new_values."id", new_values."intake_id", new_values."kind", new_values."language", new_values."offer_id", new_values."own_words", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."rule_id", new_values."sent_at", new_values."sent_by_id", new_values."sent_on", new_values."status", new_values."version", new_values."wish_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d5959d9d591a693445f1af144cc6255cafd219c5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_96554",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_decisionletter",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_decisionletterevent" ("batch", "channel", "content", "content_hash", "correction_reason", "corrects_id", "created_at", "created_by_id", "decided_on", "decision_id", "discard_reason", "enrolment_id", "id", "intake_id", "kind", "language", "offer_id", "own_words", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rule_id", "sent_at", "sent_by_id", "sent_on", "status", "version", "wish_id") SELECT old_values."batch", old_values."channel", old_values."content", old_values."content_hash", old_values."correction_reason", old_values."corrects_id", old_values."created_at", old_values."created_by_id", old_values."decided_on", old_values."decision_id", old_values."discard_reason", old_values."enrolment_id", old_values."id", old_values."intake_id", old_values."kind", old_values."language", old_values."offer_id", old_values."own_words", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."rule_id", old_values."sent_at", old_values."sent_by_id", old_values."sent_on", old_values."status", old_values."version", old_values."wish_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="bc1fedc34670eaead467373033a4df4f18ea4626",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3d859",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_decisionletter",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackRoundEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=100, verbose_name="navn på runden")),
                ("question", models.TextField(max_length=1000, verbose_name="hva dere spør om")),
                ("due_on", models.DateField(verbose_name="svarfrist")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Åpen"), ("closed", "Avsluttet")],
                        default="open",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="åpnet")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="avsluttet")),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.county",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.feedbackround",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f9fe4647938749b410b7f9b4b49aad1450f6cb0b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_19e1b",
                            table="courses_feedbackroundevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HandoverEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("day", models.DateField(verbose_name="første dag hos ny leverandør")),
                ("reason", models.CharField(max_length=300, verbose_name="hvorfor")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("planned", "Planlagt"),
                            ("done", "Gjennomført"),
                            ("cancelled", "Avlyst"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "from_contract",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.contract",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.handover",
                    ),
                ),
                (
                    "to_contract",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.contract",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="022da7d4e8f4a6d4f351b2d47ff7d6d8e062c7fe",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c33cb",
                            table="courses_handoverevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IntakeEndingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("kind", models.CharField(choices=[("called_off", "Avlyst"), ("cut_short", "Avbrutt")], max_length=12)),
                ("last_day", models.DateField(blank=True, null=True, verbose_name="siste dag")),
                ("reason", models.CharField(max_length=300, verbose_name="begrunnelse")),
                ("planned_theory_ends_on", models.DateField(editable=False)),
                ("planned_ends_on", models.DateField(editable=False)),
                ("decided_at", models.DateTimeField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.intake",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.intakeending",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="242d87b153ad56fcdd9676afbd48c4587885c74c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_995df",
                            table="courses_intakeendingevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JobSearchActivityEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("cv", "CV"),
                            ("application", "Søknad"),
                            ("interview", "Trening på intervju"),
                            ("visit", "Bedriftsbesøk"),
                            ("lesson", "Kurstime i jobbsøking"),
                            ("job_interview", "Jobbintervju"),
                        ],
                        max_length=15,
                        verbose_name="slag",
                    ),
                ),
                ("on", models.DateField(verbose_name="dato")),
                ("with_whom", models.CharField(blank=True, max_length=100, verbose_name="sammen med")),
                (
                    "applications",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(50),
                        ],
                        verbose_name="søknader sendt",
                    ),
                ),
                ("employer", models.CharField(blank=True, max_length=150, verbose_name="arbeidsgiver")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="notat")),
                ("recorded_at", models.DateTimeField()),
                (
                    "enrolment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.jobsearchactivity",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="885157050ad6693be510152ebf1a4b71df5f85a2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_188de",
                            table="courses_jobsearchactivityevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LanguagePlanEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "oral",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="mål, muntlig",
                    ),
                ),
                (
                    "listening",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="mål, lytte",
                    ),
                ),
                (
                    "reading",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="mål, lese",
                    ),
                ),
                (
                    "writing",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="mål, skrive",
                    ),
                ),
                ("support", models.CharField(blank=True, max_length=500, verbose_name="støtte på kurset")),
                ("updated_at", models.DateTimeField()),
                (
                    "enrolment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.languageplan",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3c620d4c868f86dc0926f047fc11c454fdcba6dc",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_aebff",
                            table="courses_languageplanevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LanguageTestEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("oral", "Muntlig"),
                            ("listening", "Lytte"),
                            ("reading", "Lese"),
                            ("writing", "Skrive"),
                        ],
                        max_length=10,
                        verbose_name="delprøve",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="nivå det prøves for",
                    ),
                ),
                ("booked_on", models.DateField(verbose_name="påmeldt dato")),
                ("test_on", models.DateField(verbose_name="prøvedato")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="prøvested")),
                (
                    "paid_by",
                    models.CharField(
                        choices=[
                            ("provider", "Kursleverandøren, gjennom avtalen"),
                            ("nav", "Nav"),
                            ("municipality", "Kommunen"),
                            ("participant", "Deltakeren selv"),
                        ],
                        max_length=15,
                        verbose_name="hvem betaler",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("booked", "Påmeldt"),
                            ("taken", "Tatt, venter på resultat"),
                            ("passed", "Bestått"),
                            ("failed", "Ikke bestått"),
                            ("cancelled", "Avmeldt"),
                        ],
                        default="booked",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
                        max_length=2,
                        verbose_name="resultat",
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("mapped_at", models.DateTimeField(blank=True, null=True, verbose_name="tatt inn i kartleggingen")),
                (
                    "enrolment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "mapped_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.languagetest",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="39bed813f81a112adee01bdd741f3d86c5702939",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3aa61",
                            table="courses_languagetestevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LeavingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("planned_ends_on", models.DateField(verbose_name="skulle slutte")),
                (
                    "kept",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("nothing", "Ingenting ville gjort forskjell"),
                                ("hours", "Andre tider eller færre timer"),
                                ("travel", "Kortere reisevei"),
                                ("childcare", "Barnepass eller hjelp hjemme"),
                                ("norwegian", "Mer hjelp med norsk"),
                                ("content", "Et annet innhold på kurset"),
                                ("placement", "En annen praksisplass"),
                                ("follow_up", "Tettere oppfølging"),
                                ("money", "Økonomien"),
                                ("not_asked", "Ikke spurt, fikk ikke kontakt"),
                            ],
                            max_length=15,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="hva kunne fått deltakeren til å bli",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=500, verbose_name="hva deltakeren sa")),
                ("recorded_at", models.DateTimeField()),
                (
                    "enrolment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.leaving",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="eee76e725ea153843f002fd72bf5610ba6692bf1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3324c",
                            table="courses_leavingevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LeftoverAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wishes", models.PositiveSmallIntegerField(verbose_name="nye ønsker")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="hvorfor ingen av dem")),
                ("answered_at", models.DateTimeField()),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="leftover_answers",
                        to="courses.application",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="courses.leftoverround"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "application"),
                        name="leftoveranswer_once",
                        violation_error_message="De nye ønskene er allerede sendt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("wishes__gte", 1), models.Q(("note", ""), _negated=True), _connector="OR"),
                        name="leftoveranswer_wishes_or_a_note",
                        violation_error_message="Skriv hvorfor ingen av kursene er ønsket.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_leftoveranswerevent" ("answered_at", "answered_by_id", "application_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "wishes") SELECT new_values."answered_at", new_values."answered_by_id", new_values."application_id", new_values."id", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."round_id", new_values."wishes" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9ebe9cd9832721f935b4259f154936939b732c99",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_aed55",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_leftoveranswer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_leftoveranswerevent" ("answered_at", "answered_by_id", "application_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "wishes") SELECT new_values."answered_at", new_values."answered_by_id", new_values."application_id", new_values."id", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."round_id", new_values."wishes" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="728b8c7235b1171c17e918437071e5c46d936a05",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4faa9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_leftoveranswer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_leftoveranswerevent" ("answered_at", "answered_by_id", "application_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round_id", "wishes") SELECT old_values."answered_at", old_values."answered_by_id", old_values."application_id", old_values."id", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."round_id", old_values."wishes" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8b8b0ba5fe4d9616a4380c9e79e822105ad3ec65",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c4dc4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_leftoveranswer",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeftoverRoundEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("deadline", models.DateField(verbose_name="frist for nye ønsker")),
                ("open_to_others", models.BooleanField(default=False, verbose_name="tilbys andre fylker")),
                ("opened_at", models.DateTimeField()),
                (
                    "opened_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.leftoverround",
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.allocationwindow",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9f11ff5a530da877c317338ed619405a6c34e444",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0582e",
                            table="courses_leftoverroundevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterRuleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "decision_type",
                    models.CharField(
                        choices=[
                            ("common_start", "Plass på kurs med felles oppstart"),
                            ("participation_end", "Deltakelse som avsluttes"),
                            ("other_measure", "Andre tiltak"),
                        ],
                        max_length=20,
                        verbose_name="slags vedtak",
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="nummer")),
                ("appealable", models.BooleanField(verbose_name="kan klages på")),
                ("weeks", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="klagefrist i uker")),
                ("text_nb", models.TextField(max_length=1200, verbose_name="tekst på bokmål")),
                ("text_nn", models.TextField(max_length=1200, verbose_name="tekst på nynorsk")),
                ("law_reference", models.CharField(blank=True, max_length=200, verbose_name="lovhjemmel")),
                ("must_be_confirmed", models.BooleanField(default=False, verbose_name="må bekreftes juridisk")),
                ("valid_from", models.DateField(verbose_name="gjelder fra")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "Utkast"), ("in_use", "Tatt i bruk"), ("discarded", "Forkastet")],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="hvorfor")),
                ("created_at", models.DateTimeField(blank=True, null=True)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.letterrule",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4c282f98aaa9f1dd4ba772b84cf65300d21df44e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0ea06",
                            table="courses_letterruleevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlacesBeyondEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("places", models.PositiveSmallIntegerField(verbose_name="plasser")),
                ("reason", models.CharField(max_length=300, verbose_name="begrunnelse")),
                ("decided_at", models.DateTimeField()),
                (
                    "contract",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.contract",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.intake",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.placesbeyond",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dda914ffdefc05c8ee5d28b8c53ee6d34aac64a2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_70f30",
                            table="courses_placesbeyondevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SuitabilityAssessmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "outcome",
                    models.CharField(
                        choices=[("suitable", "Kurset passer"), ("not_suitable", "Kurset passer ikke")],
                        max_length=15,
                        verbose_name="vurdering",
                    ),
                ),
                (
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("norwegian", "Norsk er under det kurset krever"),
                                ("hours", "Kan ikke møte i kurstiden"),
                                ("shifts", "Kan ikke arbeide de vaktene yrket har"),
                                ("licence", "Mangler bevis eller sertifikat som kurset krever"),
                                ("knows_already", "Kan allerede det kurset lærer bort"),
                                ("basics", "Mangler forkunnskaper som kurset bygger på"),
                                ("other_occupation", "Vil arbeide i et annet yrke enn kurset fører til"),
                                ("police", "Kan ikke legge fram politiattesten som arbeidet krever"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="grunner",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="utdyping")),
                ("assessed_at", models.DateTimeField(verbose_name="vurdert")),
                ("comment", models.CharField(blank=True, max_length=1000, verbose_name="det deltakeren sier")),
                ("shown_on", models.DateField(blank=True, null=True, verbose_name="vist til deltakeren")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            ("keeps", "Beholder plassen"),
                            ("given_on", "Plassen gis videre"),
                            ("other_support", "Trenger annen støtte"),
                        ],
                        default="",
                        max_length=15,
                        verbose_name="avgjørelse",
                    ),
                ),
                ("decision_reason", models.CharField(blank=True, max_length=500, verbose_name="begrunnelse")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="avgjort")),
                (
                    "assessed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.suitabilityassessment",
                    ),
                ),
                (
                    "shown_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="79a8d04c2ca36ef0ee8ec28e36d3e765df71c274",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c52c3",
                            table="courses_suitabilityassessmentevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WeeklyMailEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("sent_for", models.DateField()),
                ("chosen_at", models.DateTimeField()),
                (
                    "membership",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.weeklymail",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="aa623151971bcd2edc9318ecfe9e809b2f06d86e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_29594",
                            table="courses_weeklymailevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WeekPlanEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til")),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("school", "Skole"), ("placement", "Praksis"), ("free", "Fri")], max_length=10
                        ),
                        size=7,
                        validators=[courses.models.class_work.days_are_whole],
                        verbose_name="ukedagene",
                    ),
                ),
                ("updated_at", models.DateTimeField()),
                (
                    "enrolment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.intake",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.weekplan",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9de595de18540917754a74a7ce88380037667f0b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ae680",
                            table="courses_weekplanevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AbsenceFollowUpEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "side",
                    models.CharField(
                        choices=[("provider", "Kursleverandøren"), ("office", "Nav-kontoret")],
                        max_length=10,
                        verbose_name="hvem",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("talked", "Snakket med deltakeren, ikke behov for mer"),
                            ("agreed", "Avtalte noe som skal gjøre det lettere å møte"),
                            ("not_reached", "Fikk ikke kontakt"),
                            ("mistake", "Det var ført feil"),
                        ],
                        max_length=15,
                        verbose_name="hva kom ut av det",
                    ),
                ),
                ("did", models.CharField(max_length=500, verbose_name="hva ble gjort")),
                ("done_at", models.DateTimeField()),
                (
                    "done_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.absencefollowup",
                    ),
                ),
                (
                    "warning",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.absencewarning",
                        verbose_name="varsel om fravær",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5850f5bee5b9e4e049dfcb0460f85bddda73d844",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_18b4d",
                            table="courses_absencefollowupevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConceptFeedbackEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("content", "Innholdet i kurset"),
                            ("level", "Nivået, også norskkravet"),
                            ("target_group", "Hvem kurset passer for"),
                            ("place_time", "Sted og tidspunkt"),
                            ("results", "Jobb etter kurset"),
                            ("other", "Noe annet"),
                        ],
                        default="",
                        max_length=20,
                        verbose_name="hva det gjelder",
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("keep", "Behold som det er"),
                            ("change", "Endre"),
                            ("more", "Kjøp flere plasser"),
                            ("stop", "Slutt med kurset"),
                        ],
                        default="",
                        max_length=10,
                        verbose_name="råd",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=2000, verbose_name="tilbakemelding")),
                ("sent_at", models.DateTimeField(verbose_name="sendt")),
                (
                    "status",
                    models.CharField(
                        choices=[("new", "Ny"), ("read", "Lest"), ("answered", "Besvart"), ("acted_on", "Fulgt opp")],
                        default="new",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="svar")),
                ("what_changed", models.CharField(blank=True, max_length=500, verbose_name="hva som er endret")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="besvart")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "concept",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.concept",
                        verbose_name="kurs",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.intake",
                        verbose_name="kursoppstart",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.office",
                        verbose_name="Nav-kontor",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.conceptfeedback",
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                        verbose_name="avsender",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.feedbackround",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5e6b0905f02784ec44387ffc060150378fc32f0e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e6a33",
                            table="courses_conceptfeedbackevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionLetterEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("offer", "Tilbud om plass"), ("refusal", "Avslag"), ("end", "Deltakelsen er slutt")],
                        max_length=10,
                        verbose_name="slags brev",
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="avgjort")),
                (
                    "language",
                    models.CharField(
                        choices=[("nb", "Bokmål"), ("nn", "Nynorsk")], max_length=2, verbose_name="målform"
                    ),
                ),
                ("own_words", models.CharField(blank=True, max_length=300, verbose_name="veilederens egen setning")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "Til sending"), ("sent", "Sendt"), ("discarded", "Ikke sendt")],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("correction_reason", models.CharField(blank=True, max_length=300, verbose_name="hva som er rettet")),
                (
                    "discard_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="hvorfor brevet ikke sendes"),
                ),
                ("content", models.JSONField(blank=True, default=dict, verbose_name="innhold")),
                ("content_hash", models.CharField(blank=True, max_length=64, verbose_name="kontrollsum")),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            ("handed_over", "Levert i et møte"),
                            ("posted", "Sendt i posten"),
                            ("own_system", "Sendt digitalt fra Navs eget system"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="levert",
                    ),
                ),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="sendt dato")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="registrert sendt")),
                ("batch", models.UUIDField(blank=True, null=True, verbose_name="utsending")),
                ("created_at", models.DateTimeField()),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.decisionletter",
                        verbose_name="retter",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.allocationdecision",
                        verbose_name="avgjørelse i tildelingen",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.enrolment",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.intake",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.offer",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.decisionletter",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                        verbose_name="sendt av",
                    ),
                ),
                (
                    "wish",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.wish",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.letterrule",
                        verbose_name="klageregel",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c229575461a168c97649e1a99f3bcccdacca6a51",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4e4d9",
                            table="courses_decisionletterevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LeftoverAnswerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("wishes", models.PositiveSmallIntegerField(verbose_name="nye ønsker")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="hvorfor ingen av dem")),
                ("answered_at", models.DateTimeField()),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.application",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="courses.leftoveranswer",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.leftoverround",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="107134e73240f738fb0e5f0ba0d3d22be7d0e699",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7f460",
                            table="courses_leftoveranswerevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.AlterModelOptions(
            name="contract",
            options={"ordering": ["-starts_on", "pk"], "verbose_name": "avtale"},
        ),
        migrations.RemoveConstraint(
            model_name="wish",
            name="wish_rank_1_to_5",
        ),
        migrations.AddField(
            model_name="concept",
            name="aim",
            field=models.CharField(
                blank=True,
                choices=[
                    ("job", "Jobb etter kurset"),
                    ("certificate", "Sertifikat eller bevis"),
                    ("trade_exam", "Fagbrev eller del av fagbrev"),
                    ("education", "Videre utdanning"),
                    ("norwegian", "Bedre norsk"),
                    ("clarification", "Finne ut hva som passer"),
                ],
                db_default="",
                default="",
                max_length=20,
                verbose_name="skal føre til",
            ),
        ),
        migrations.AddField(
            model_name="concept",
            name="audience",
            field=models.CharField(
                blank=True,
                choices=[
                    ("anyone", "Alle arbeidssøkere"),
                    ("little_norwegian", "Arbeidssøkere som lærer norsk"),
                    ("little_schooling", "Arbeidssøkere med lite skole"),
                    ("young", "Unge arbeidssøkere"),
                    ("long_unemployed", "Langtidsledige"),
                    ("retraining", "Arbeidssøkere som må bytte yrke"),
                ],
                db_default="",
                default="",
                max_length=20,
                verbose_name="laget for",
            ),
        ),
        migrations.AddField(
            model_name="concept",
            name="most_over",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="høyst så mange plasser over"),
        ),
        migrations.AddField(
            model_name="conceptevent",
            name="aim",
            field=models.CharField(
                blank=True,
                choices=[
                    ("job", "Jobb etter kurset"),
                    ("certificate", "Sertifikat eller bevis"),
                    ("trade_exam", "Fagbrev eller del av fagbrev"),
                    ("education", "Videre utdanning"),
                    ("norwegian", "Bedre norsk"),
                    ("clarification", "Finne ut hva som passer"),
                ],
                db_default="",
                default="",
                max_length=20,
                verbose_name="skal føre til",
            ),
        ),
        migrations.AddField(
            model_name="conceptevent",
            name="audience",
            field=models.CharField(
                blank=True,
                choices=[
                    ("anyone", "Alle arbeidssøkere"),
                    ("little_norwegian", "Arbeidssøkere som lærer norsk"),
                    ("little_schooling", "Arbeidssøkere med lite skole"),
                    ("young", "Unge arbeidssøkere"),
                    ("long_unemployed", "Langtidsledige"),
                    ("retraining", "Arbeidssøkere som må bytte yrke"),
                ],
                db_default="",
                default="",
                max_length=20,
                verbose_name="laget for",
            ),
        ),
        migrations.AddField(
            model_name="conceptevent",
            name="most_over",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="høyst så mange plasser over"),
        ),
        migrations.AddField(
            model_name="contract",
            name="cancel_reason",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=300, verbose_name="hvorfor avtalen ble avbrutt"
            ),
        ),
        migrations.AddField(
            model_name="contract",
            name="cancelled_on",
            field=models.DateField(blank=True, null=True, verbose_name="avbrutt"),
        ),
        migrations.AddField(
            model_name="contractevent",
            name="cancel_reason",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=300, verbose_name="hvorfor avtalen ble avbrutt"
            ),
        ),
        migrations.AddField(
            model_name="contractevent",
            name="cancelled_on",
            field=models.DateField(blank=True, null=True, verbose_name="avbrutt"),
        ),
        migrations.AddField(
            model_name="wish",
            name="added_on",
            field=models.DateField(blank=True, null=True, verbose_name="lagt til"),
        ),
        migrations.AddField(
            model_name="wish",
            name="removed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="tatt bort"),
        ),
        migrations.AddField(
            model_name="wish",
            name="removed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="amo.membership",
            ),
        ),
        migrations.AddField(
            model_name="wishevent",
            name="added_on",
            field=models.DateField(blank=True, null=True, verbose_name="lagt til"),
        ),
        migrations.AddField(
            model_name="wishevent",
            name="removed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="tatt bort"),
        ),
        migrations.AddField(
            model_name="wishevent",
            name="removed_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="amo.membership",
            ),
        ),
        migrations.AlterField(
            model_name="contract",
            name="concept",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contracts",
                to="courses.concept",
                verbose_name="kurs",
            ),
        ),
        migrations.AlterField(
            model_name="contract",
            name="provider",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contracts",
                to="amo.provider",
                verbose_name="kursleverandør",
            ),
        ),
        migrations.AlterField(
            model_name="contractevent",
            name="concept",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="courses.concept",
                verbose_name="kurs",
            ),
        ),
        migrations.AlterField(
            model_name="contractevent",
            name="provider",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="amo.provider",
                verbose_name="kursleverandør",
            ),
        ),
        migrations.AlterField(
            model_name="wish",
            name="rank",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="prioritet"),
        ),
        migrations.AlterField(
            model_name="wishevent",
            name="rank",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="prioritet"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concept",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_conceptevent" ("aim", "audience", "category", "class_size", "county_id", "entry_requirements", "hours_per_week", "id", "is_active", "language_support", "minimum_listening", "minimum_oral", "minimum_reading", "minimum_reason", "minimum_writing", "most_over", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_weeks", "public_id", "purpose", "sector_id", "source", "target_group", "theory_weeks", "title", "topics", "usual_shifts", "version") SELECT new_values."aim", new_values."audience", new_values."category", new_values."class_size", new_values."county_id", new_values."entry_requirements", new_values."hours_per_week", new_values."id", new_values."is_active", new_values."language_support", new_values."minimum_listening", new_values."minimum_oral", new_values."minimum_reading", new_values."minimum_reason", new_values."minimum_writing", new_values."most_over", new_values."outlook", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_weeks", new_values."public_id", new_values."purpose", new_values."sector_id", new_values."source", new_values."target_group", new_values."theory_weeks", new_values."title", new_values."topics", new_values."usual_shifts", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a4632f960466445ef6a63f1cf6837bc20848e3e0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4fdc2",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="courses_concept",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concept",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_conceptevent" ("aim", "audience", "category", "class_size", "county_id", "entry_requirements", "hours_per_week", "id", "is_active", "language_support", "minimum_listening", "minimum_oral", "minimum_reading", "minimum_reason", "minimum_writing", "most_over", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_weeks", "public_id", "purpose", "sector_id", "source", "target_group", "theory_weeks", "title", "topics", "usual_shifts", "version") SELECT new_values."aim", new_values."audience", new_values."category", new_values."class_size", new_values."county_id", new_values."entry_requirements", new_values."hours_per_week", new_values."id", new_values."is_active", new_values."language_support", new_values."minimum_listening", new_values."minimum_oral", new_values."minimum_reading", new_values."minimum_reason", new_values."minimum_writing", new_values."most_over", new_values."outlook", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_weeks", new_values."public_id", new_values."purpose", new_values."sector_id", new_values."source", new_values."target_group", new_values."theory_weeks", new_values."title", new_values."topics", new_values."usual_shifts", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."aim" IS DISTINCT FROM (new_values."aim") OR old_values."audience" IS DISTINCT FROM (new_values."audience") OR old_values."category" IS DISTINCT FROM (new_values."category") OR old_values."class_size" IS DISTINCT FROM (new_values."class_size") OR old_values."county_id" IS DISTINCT FROM (new_values."county_id") OR old_values."entry_requirements" IS DISTINCT FROM (new_values."entry_requirements") OR old_values."hours_per_week" IS DISTINCT FROM (new_values."hours_per_week") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."language_support" IS DISTINCT FROM (new_values."language_support") OR old_values."minimum_listening" IS DISTINCT FROM (new_values."minimum_listening") OR old_values."minimum_oral" IS DISTINCT FROM (new_values."minimum_oral") OR old_values."minimum_reading" IS DISTINCT FROM (new_values."minimum_reading") OR old_values."minimum_reason" IS DISTINCT FROM (new_values."minimum_reason") OR old_values."minimum_writing" IS DISTINCT FROM (new_values."minimum_writing") OR old_values."most_over" IS DISTINCT FROM (new_values."most_over") OR old_values."outlook" IS DISTINCT FROM (new_values."outlook") OR old_values."placement_weeks" IS DISTINCT FROM (new_values."placement_weeks") OR old_values."public_id" IS DISTINCT FROM (new_values."public_id") OR old_values."purpose" IS DISTINCT FROM (new_values."purpose") OR old_values."sector_id" IS DISTINCT FROM (new_values."sector_id") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."target_group" IS DISTINCT FROM (new_values."target_group") OR old_values."theory_weeks" IS DISTINCT FROM (new_values."theory_weeks") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."topics" IS DISTINCT FROM (new_values."topics") OR old_values."usual_shifts" IS DISTINCT FROM (new_values."usual_shifts") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4bcbaefc57c9ee9d4e000efe917e7705f4293b1b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0fedc",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="courses_concept",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concept",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_conceptevent" ("aim", "audience", "category", "class_size", "county_id", "entry_requirements", "hours_per_week", "id", "is_active", "language_support", "minimum_listening", "minimum_oral", "minimum_reading", "minimum_reason", "minimum_writing", "most_over", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_weeks", "public_id", "purpose", "sector_id", "source", "target_group", "theory_weeks", "title", "topics", "usual_shifts", "version") SELECT old_values."aim", old_values."audience", old_values."category", old_values."class_size", old_values."county_id", old_values."entry_requirements", old_values."hours_per_week", old_values."id", old_values."is_active", old_values."language_support", old_values."minimum_listening", old_values."minimum_oral", old_values."minimum_reading", old_values."minimum_reason", old_values."minimum_writing", old_values."most_over", old_values."outlook", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_weeks", old_values."public_id", old_values."purpose", old_values."sector_id", old_values."source", old_values."target_group", old_values."theory_weeks", old_values."title", old_values."topics", old_values."usual_shifts", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0a703f1161a9af63eb3bb00aa62bc88c1584b91c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_09fb0",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="courses_concept",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_contractevent" ("announced_on", "awarded_on", "cancel_reason", "cancelled_on", "concept_id", "concept_version_id", "deadline_on", "ends_on", "id", "introductory_weeks", "number", "options_used", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places_bought", "price_model", "provider_id", "public_id", "starts_on", "status", "version") SELECT new_values."announced_on", new_values."awarded_on", new_values."cancel_reason", new_values."cancelled_on", new_values."concept_id", new_values."concept_version_id", new_values."deadline_on", new_values."ends_on", new_values."id", new_values."introductory_weeks", new_values."number", new_values."options_used", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."places_bought", new_values."price_model", new_values."provider_id", new_values."public_id", new_values."starts_on", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="59db52bcbd9c745ed93bc24a5da9aee649d18e99",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ce197",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="courses_contract",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_contractevent" ("announced_on", "awarded_on", "cancel_reason", "cancelled_on", "concept_id", "concept_version_id", "deadline_on", "ends_on", "id", "introductory_weeks", "number", "options_used", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places_bought", "price_model", "provider_id", "public_id", "starts_on", "status", "version") SELECT new_values."announced_on", new_values."awarded_on", new_values."cancel_reason", new_values."cancelled_on", new_values."concept_id", new_values."concept_version_id", new_values."deadline_on", new_values."ends_on", new_values."id", new_values."introductory_weeks", new_values."number", new_values."options_used", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."places_bought", new_values."price_model", new_values."provider_id", new_values."public_id", new_values."starts_on", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="37bfc63a5399b08d2b35ab48740548dc1426dfc9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_56ee6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="courses_contract",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contract",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_contractevent" ("announced_on", "awarded_on", "cancel_reason", "cancelled_on", "concept_id", "concept_version_id", "deadline_on", "ends_on", "id", "introductory_weeks", "number", "options_used", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places_bought", "price_model", "provider_id", "public_id", "starts_on", "status", "version") SELECT old_values."announced_on", old_values."awarded_on", old_values."cancel_reason", old_values."cancelled_on", old_values."concept_id", old_values."concept_version_id", old_values."deadline_on", old_values."ends_on", old_values."id", old_values."introductory_weeks", old_values."number", old_values."options_used", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."places_bought", old_values."price_model", old_values."provider_id", old_values."public_id", old_values."starts_on", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f7fafaa38e3313d3759b2b9b5671ab79419da61a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_69ab3",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="courses_contract",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="intake",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_intakeevent" ("application_deadline", "capacity", "code", "concept_version_id", "contract_id", "district_id", "ends_on", "id", "occupied", "over_capacity", "over_capacity_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "starts_on", "status", "theory_ends_on", "version", "window_id") SELECT new_values."application_deadline", new_values."capacity", new_values."code", new_values."concept_version_id", new_values."contract_id", new_values."district_id", new_values."ends_on", new_values."id", new_values."occupied", new_values."over_capacity", new_values."over_capacity_reason", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."place", new_values."public_id", new_values."starts_on", new_values."status", new_values."theory_ends_on", new_values."version", new_values."window_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6a4327ca21b0f133226816bd946b22ce649c9eb0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d181a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="courses_intake",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="intake",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_intakeevent" ("application_deadline", "capacity", "code", "concept_version_id", "contract_id", "district_id", "ends_on", "id", "occupied", "over_capacity", "over_capacity_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "starts_on", "status", "theory_ends_on", "version", "window_id") SELECT new_values."application_deadline", new_values."capacity", new_values."code", new_values."concept_version_id", new_values."contract_id", new_values."district_id", new_values."ends_on", new_values."id", new_values."occupied", new_values."over_capacity", new_values."over_capacity_reason", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."place", new_values."public_id", new_values."starts_on", new_values."status", new_values."theory_ends_on", new_values."version", new_values."window_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="930807138f352950295e806d79d29aba367e3c84",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2ced7",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="courses_intake",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="intake",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_intakeevent" ("application_deadline", "capacity", "code", "concept_version_id", "contract_id", "district_id", "ends_on", "id", "occupied", "over_capacity", "over_capacity_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "starts_on", "status", "theory_ends_on", "version", "window_id") SELECT old_values."application_deadline", old_values."capacity", old_values."code", old_values."concept_version_id", old_values."contract_id", old_values."district_id", old_values."ends_on", old_values."id", old_values."occupied", old_values."over_capacity", old_values."over_capacity_reason", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."place", old_values."public_id", old_values."starts_on", old_values."status", old_values."theory_ends_on", old_values."version", old_values."window_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="dcb7c79efd6052d62140c291639ea9fc3f2b62d2",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_21c46",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="courses_intake",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wish",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_wishevent" ("added_on", "advice", "application_id", "decline_reason", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rank", "refusal_reason", "removed_at", "removed_by_id", "status", "version") SELECT new_values."added_on", new_values."advice", new_values."application_id", new_values."decline_reason", new_values."id", new_values."intake_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."rank", new_values."refusal_reason", new_values."removed_at", new_values."removed_by_id", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e1a69600576f2aad1cb957adcac57772c1bb7fde",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_57281",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="courses_wish",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wish",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_wishevent" ("added_on", "advice", "application_id", "decline_reason", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rank", "refusal_reason", "removed_at", "removed_by_id", "status", "version") SELECT new_values."added_on", new_values."advice", new_values."application_id", new_values."decline_reason", new_values."id", new_values."intake_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."rank", new_values."refusal_reason", new_values."removed_at", new_values."removed_by_id", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="35d4e8878074461372b6fa48ab7e273b3fa31b69",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e3e8a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="courses_wish",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wish",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_wishevent" ("added_on", "advice", "application_id", "decline_reason", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rank", "refusal_reason", "removed_at", "removed_by_id", "status", "version") SELECT old_values."added_on", old_values."advice", old_values."application_id", old_values."decline_reason", old_values."id", old_values."intake_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."rank", old_values."refusal_reason", old_values."removed_at", old_values."removed_by_id", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d4934c5555a192831b798e160c0f80fdb1bc98af",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5bcfc",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="courses_wish",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="wish",
            constraint=models.CheckConstraint(
                condition=models.Q(("rank__gte", 1), ("rank__lte", 8)),
                name="wish_rank_1_to_8",
                violation_error_message="En søknad kan ha fra ett til fem ønsker, og tre til i en restrunde.",
            ),
        ),
        migrations.AddConstraint(
            model_name="wish",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("rank__isnull", False), ("removed_at", None), ("removed_by", None)),
                    models.Q(
                        ("rank", None),
                        ("removed_at__isnull", False),
                        ("removed_by__isnull", False),
                        ("status", "closed"),
                    ),
                    _connector="OR",
                ),
                name="wish_removed_has_no_rank",
                violation_error_message="Et ønske som er tatt bort, har ingen plass i rekkefølgen.",
            ),
        ),
        migrations.AddField(
            model_name="contract",
            name="concept_version",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contracts",
                to="courses.conceptversion",
            ),
        ),
        migrations.AddField(
            model_name="contractevent",
            name="concept_version",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="courses.conceptversion",
            ),
        ),
        migrations.AddField(
            model_name="intake",
            name="concept_version",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="intakes",
                to="courses.conceptversion",
            ),
        ),
        migrations.AddField(
            model_name="intakeevent",
            name="concept_version",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="courses.conceptversion",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("announced_on__isnull", True),
                        ("deadline_on__isnull", True),
                        ("deadline_on__gte", models.F("announced_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("deadline_on__isnull", True),
                        ("awarded_on__isnull", True),
                        ("awarded_on__gte", models.F("deadline_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("announced_on__isnull", True),
                        ("awarded_on__isnull", True),
                        ("awarded_on__gte", models.F("announced_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("awarded_on__isnull", True),
                        ("starts_on__isnull", True),
                        ("starts_on__gte", models.F("awarded_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("deadline_on__isnull", True),
                        ("starts_on__isnull", True),
                        ("starts_on__gte", models.F("deadline_on")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("announced_on__isnull", True),
                        ("starts_on__isnull", True),
                        ("starts_on__gte", models.F("announced_on")),
                        _connector="OR",
                    ),
                ),
                name="contract_milestones_in_order",
                violation_error_message="Datoene må komme i rekkefølge: kunngjort, tilbudsfrist, tildelt, start.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ["draft", "cancelled"]), ("provider__isnull", False), _connector="OR"
                ),
                name="contract_in_force_has_provider",
                violation_error_message="Velg kursleverandøren før avtalen settes i kraft.",
            ),
        ),
        amo.migrating.InstallTriggers(),
        migrations.RunSQL(
            sql="CREATE TRIGGER kurslop_no_truncate BEFORE TRUNCATE ON courses_decisionletter FOR EACH STATEMENT EXECUTE FUNCTION kurslop_refuse()",
            reverse_sql="DROP TRIGGER kurslop_no_truncate ON courses_decisionletter",
        ),
        migrations.RunSQL(
            sql="SELECT kurslop_guard_tables()",
            reverse_sql="",
        ),
    ])
