import amo.fields
import amo.migrating
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.text
import pgtrigger.compiler
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("courses", "0001_initial"),
        ("courses", "0002_advice_and_leaflets"),
        ("courses", "0003_hiring_periods"),
        ("courses", "0004_concept_usual_shifts"),
    ]

    initial = True

    dependencies = [
        ("amo", "0007_user_language"),
        ("participants", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = amo.migrating.together([
        migrations.CreateModel(
            name="PolicyVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("engine", models.CharField(choices=[("advice", "Råd"), ("allocation", "Tildeling")], max_length=12)),
                ("number", models.PositiveIntegerField()),
                ("parameters", models.JSONField()),
                ("valid_from", models.DateField(verbose_name="gjelder fra")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "Utkast"), ("in_use", "Tatt i bruk"), ("discarded", "Forkastet")],
                        db_default="in_use",
                        default="in_use",
                        max_length=10,
                    ),
                ),
                ("note", models.CharField(blank=True, db_default="", max_length=300, verbose_name="hvorfor")),
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
                    "county",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.county",
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
                "ordering": ["engine", "-number"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_policyversionevent" ("approved_at", "approved_by_id", "county_id", "created_at", "created_by_id", "engine", "id", "note", "number", "parameters", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "valid_from") SELECT new_values."approved_at", new_values."approved_by_id", new_values."county_id", new_values."created_at", new_values."created_by_id", new_values."engine", new_values."id", new_values."note", new_values."number", new_values."parameters", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."status", new_values."valid_from" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5ec07032e02cce0750765f1a9b494b93187948d9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e203e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_policyversion",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_policyversionevent" ("approved_at", "approved_by_id", "county_id", "created_at", "created_by_id", "engine", "id", "note", "number", "parameters", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "valid_from") SELECT new_values."approved_at", new_values."approved_by_id", new_values."county_id", new_values."created_at", new_values."created_by_id", new_values."engine", new_values."id", new_values."note", new_values."number", new_values."parameters", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."status", new_values."valid_from" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ac4222e0e1b4220c8e6de2eb4d142694eb1434fd",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_886fa",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_policyversion",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_policyversionevent" ("approved_at", "approved_by_id", "county_id", "created_at", "created_by_id", "engine", "id", "note", "number", "parameters", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "valid_from") SELECT old_values."approved_at", old_values."approved_by_id", old_values."county_id", old_values."created_at", old_values."created_by_id", old_values."engine", old_values."id", old_values."note", old_values."number", old_values."parameters", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."status", old_values."valid_from" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8c2da49238f36925a5e5e7bafda938f003c8d939",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_78e87",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_policyversion",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("engine", "number"), name="policyversion_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("created_by", None),
                            ("approved_by", None),
                            models.Q(("approved_by", models.F("created_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="policyversion_second_person",
                        violation_error_message="Den som laget utkastet, kan ikke ta det i bruk selv.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdviceShown",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("on", models.DateField(verbose_name="dato")),
                ("everywhere", models.BooleanField(default=False, verbose_name="alle fylker")),
                ("content", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("shown_at", models.DateTimeField()),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="advice_shown",
                        to="participants.participant",
                    ),
                ),
                (
                    "shown_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
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
                "ordering": ["-shown_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("participant", "shown_by", "on", "digest"), name="adviceshown_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="AllocationWindow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=80, verbose_name="tildelingsrunde")),
                ("first_start", models.DateField(verbose_name="første kursstart")),
                ("last_start", models.DateField(verbose_name="siste kursstart")),
                ("deadline", models.DateField(verbose_name="søknadsfrist")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Åpen for søknader"),
                            ("closed", "Fristen er ute"),
                            ("allocated", "Plasser tildelt"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="allocation_windows", to="amo.county"
                    ),
                ),
            ],
            options={
                "ordering": ["-first_start", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationwindowevent" ("county_id", "deadline", "first_start", "id", "last_start", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "status", "version") SELECT new_values."county_id", new_values."deadline", new_values."first_start", new_values."id", new_values."last_start", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="af88d2e46fcf66fd2331e52ff8308fd00cdf69e6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_53e55",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_allocationwindow",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationwindowevent" ("county_id", "deadline", "first_start", "id", "last_start", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "status", "version") SELECT new_values."county_id", new_values."deadline", new_values."first_start", new_values."id", new_values."last_start", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="87cf3a19b5115308f80c3585af552ea9d180a6f3",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_894bf",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_allocationwindow",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationwindowevent" ("county_id", "deadline", "first_start", "id", "last_start", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "status", "version") SELECT old_values."county_id", old_values."deadline", old_values."first_start", old_values."id", old_values."last_start", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="32fe4da2dbf3390b670ee7ae55a74eb25b200e90",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_258dc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_allocationwindow",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_start__gte", models.F("first_start"))),
                        name="allocationwindow_dates_in_order",
                        violation_error_message="Siste kursstart kan ikke være før den første.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AllocationRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[("preview", "Forslag"), ("approved", "Godkjent"), ("discarded", "Forkastet")],
                        default="preview",
                        max_length=10,
                    ),
                ),
                ("seed", models.CharField(max_length=64)),
                ("inputs", models.JSONField(blank=True, default=dict)),
                ("made_at", models.DateTimeField()),
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
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="courses.allocationrun",
                    ),
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
                    "window",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="runs", to="courses.allocationwindow"
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationrunevent" ("approved_at", "approved_by_id", "follows_id", "id", "inputs", "job_id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "public_id", "seed", "status", "version", "window_id") SELECT new_values."approved_at", new_values."approved_by_id", new_values."follows_id", new_values."id", new_values."inputs", new_values."job_id", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."policy_id", new_values."public_id", new_values."seed", new_values."status", new_values."version", new_values."window_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f57b6b43817d88de5966dde8884b1f8fed39c52e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2b418",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_allocationrun",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationrunevent" ("approved_at", "approved_by_id", "follows_id", "id", "inputs", "job_id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "public_id", "seed", "status", "version", "window_id") SELECT new_values."approved_at", new_values."approved_by_id", new_values."follows_id", new_values."id", new_values."inputs", new_values."job_id", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."policy_id", new_values."public_id", new_values."seed", new_values."status", new_values."version", new_values."window_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d433461a9511032e502877ef9fc7085b08b5e29a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_95aec",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_allocationrun",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationrunevent" ("approved_at", "approved_by_id", "follows_id", "id", "inputs", "job_id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "public_id", "seed", "status", "version", "window_id") SELECT old_values."approved_at", old_values."approved_by_id", old_values."follows_id", old_values."id", old_values."inputs", old_values."job_id", old_values."made_at", old_values."made_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."policy_id", old_values."public_id", old_values."seed", old_values."status", old_values."version", old_values."window_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="62982c9be02edba61dcb705ee8650252c4771fb1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5debd",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_allocationrun",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "approved"), _negated=True),
                            ("follows__isnull", False),
                            models.Q(
                                ("approved_by__isnull", False),
                                ("made_by__isnull", False),
                                models.Q(("approved_by", models.F("made_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="allocationrun_approved_by_a_second_person",
                        violation_error_message="Fordelingen må godkjennes av en annen enn den som laget den.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Application",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("submitted", "Sendt"),
                            ("decided", "Avgjort"),
                            ("withdrawn", "Trukket"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "against_reason",
                    models.CharField(blank=True, db_default="", max_length=300, verbose_name="hvorfor kurset likevel"),
                ),
                ("plan_due_on", models.DateField(blank=True, null=True, verbose_name="frist for plan")),
                ("plan_met_on", models.DateField(blank=True, null=True, verbose_name="plan laget")),
                ("created_at", models.DateTimeField()),
                (
                    "advice_shown",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="courses.adviceshown",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="participants.participant",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="courses.allocationwindow",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_applicationevent" ("advice_shown_id", "against_reason", "created_at", "created_by_id", "decided_at", "id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_due_on", "plan_met_on", "public_id", "status", "submitted_at", "submitted_by_id", "version", "window_id", "withdrawn_at") SELECT new_values."advice_shown_id", new_values."against_reason", new_values."created_at", new_values."created_by_id", new_values."decided_at", new_values."id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_due_on", new_values."plan_met_on", new_values."public_id", new_values."status", new_values."submitted_at", new_values."submitted_by_id", new_values."version", new_values."window_id", new_values."withdrawn_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="627beff62c873993bf6e05849b93ed2f81666b63",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b1646",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_application",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_applicationevent" ("advice_shown_id", "against_reason", "created_at", "created_by_id", "decided_at", "id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_due_on", "plan_met_on", "public_id", "status", "submitted_at", "submitted_by_id", "version", "window_id", "withdrawn_at") SELECT new_values."advice_shown_id", new_values."against_reason", new_values."created_at", new_values."created_by_id", new_values."decided_at", new_values."id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_due_on", new_values."plan_met_on", new_values."public_id", new_values."status", new_values."submitted_at", new_values."submitted_by_id", new_values."version", new_values."window_id", new_values."withdrawn_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4e12e80d0c0744090c9e4d1c6b005c5d4747a87f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_da343",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_application",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_applicationevent" ("advice_shown_id", "against_reason", "created_at", "created_by_id", "decided_at", "id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_due_on", "plan_met_on", "public_id", "status", "submitted_at", "submitted_by_id", "version", "window_id", "withdrawn_at") SELECT old_values."advice_shown_id", old_values."against_reason", old_values."created_at", old_values."created_by_id", old_values."decided_at", old_values."id", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_due_on", old_values."plan_met_on", old_values."public_id", old_values."status", old_values."submitted_at", old_values."submitted_by_id", old_values."version", old_values."window_id", old_values."withdrawn_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5673b6c2c1854011ff1c63b838233ad98c7cfff3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_abd0f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_application",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["draft", "submitted"])),
                        fields=("participant", "window"),
                        name="application_one_open_per_window",
                        violation_error_message="Personen har allerede en søknad i denne tildelingsrunden.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"),
                            ("status", "withdrawn"),
                            models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="application_submitted_is_signed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "withdrawn"), ("withdrawn_at__isnull", False)),
                            models.Q(models.Q(("status", "withdrawn"), _negated=True), ("withdrawn_at", None)),
                            _connector="OR",
                        ),
                        name="application_withdrawn_has_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Concept",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("title", models.CharField(max_length=150, verbose_name="kurs")),
                (
                    "title_sort",
                    models.GeneratedField(
                        db_persist=True,
                        expression=amo.fields.NorwegianSortKey(models.F("title")),
                        output_field=models.CharField(db_collation="C", max_length=250),
                    ),
                ),
                (
                    "title_search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=amo.fields.SearchKey(models.F("title")),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("trade", "Bransje- og yrkesrettet kurs"),
                            ("norwegian", "Norskopplæring"),
                            ("basic_skills", "Grunnleggende ferdigheter"),
                            ("preparatory", "Forberedende opplæring for voksne"),
                        ],
                        default="trade",
                        max_length=20,
                        verbose_name="kurstype",
                    ),
                ),
                ("purpose", models.TextField(max_length=2000, verbose_name="mål")),
                ("target_group", models.TextField(max_length=2000, verbose_name="målgruppe")),
                ("entry_requirements", models.TextField(blank=True, max_length=2000, verbose_name="hva som kreves")),
                (
                    "minimum_oral",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("A0", "Under A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                            ("C2", "C2 eller morsmål"),
                        ],
                        max_length=2,
                        verbose_name="norsk muntlig minst",
                    ),
                ),
                (
                    "minimum_listening",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("A0", "Under A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                            ("C2", "C2 eller morsmål"),
                        ],
                        max_length=2,
                        verbose_name="norsk lytte minst",
                    ),
                ),
                (
                    "minimum_reading",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("A0", "Under A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                            ("C2", "C2 eller morsmål"),
                        ],
                        max_length=2,
                        verbose_name="norsk lese minst",
                    ),
                ),
                (
                    "minimum_writing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("A0", "Under A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                            ("C2", "C2 eller morsmål"),
                        ],
                        max_length=2,
                        verbose_name="norsk skrive minst",
                    ),
                ),
                (
                    "minimum_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="hvorfor jobben krever dette nivået"),
                ),
                ("theory_weeks", models.PositiveSmallIntegerField(verbose_name="uker teori")),
                ("placement_weeks", models.PositiveSmallIntegerField(verbose_name="uker praksis")),
                (
                    "hours_per_week",
                    models.PositiveSmallIntegerField(default=30, verbose_name="timer i uka i teoridelen"),
                ),
                ("class_size", models.PositiveSmallIntegerField(default=15, verbose_name="plasser i en klasse")),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=150),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="temaer",
                    ),
                ),
                ("language_support", models.TextField(blank=True, max_length=1000, verbose_name="norskstøtte")),
                ("outlook", models.TextField(max_length=2000, verbose_name="ærlig om jobbutsiktene")),
                (
                    "usual_shifts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("evenings", "Kveld"), ("nights", "Natt"), ("weekends", "Helg")], max_length=10
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="vanlig arbeidstid utenom dagtid",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="kilde")),
                ("is_active", models.BooleanField(default=True)),
                (
                    "county",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="concepts", to="amo.county"
                    ),
                ),
                (
                    "gives",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="amo.qualificationtype", verbose_name="kursbevis og prøver"
                    ),
                ),
                (
                    "occupations",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="amo.occupation", verbose_name="yrker kurset leder til"
                    ),
                ),
                (
                    "sector",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.sector",
                        verbose_name="bransje",
                    ),
                ),
            ],
            options={
                "verbose_name": "kurskonsept",
                "ordering": ["title_sort", "pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_conceptevent" ("category", "class_size", "county_id", "entry_requirements", "hours_per_week", "id", "is_active", "language_support", "minimum_listening", "minimum_oral", "minimum_reading", "minimum_reason", "minimum_writing", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_weeks", "public_id", "purpose", "sector_id", "source", "target_group", "theory_weeks", "title", "topics", "usual_shifts", "version") SELECT new_values."category", new_values."class_size", new_values."county_id", new_values."entry_requirements", new_values."hours_per_week", new_values."id", new_values."is_active", new_values."language_support", new_values."minimum_listening", new_values."minimum_oral", new_values."minimum_reading", new_values."minimum_reason", new_values."minimum_writing", new_values."outlook", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_weeks", new_values."public_id", new_values."purpose", new_values."sector_id", new_values."source", new_values."target_group", new_values."theory_weeks", new_values."title", new_values."topics", new_values."usual_shifts", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1ac17575549f1dfe8bf86661891b7c42dc9afeb0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4fdc2",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_concept",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_conceptevent" ("category", "class_size", "county_id", "entry_requirements", "hours_per_week", "id", "is_active", "language_support", "minimum_listening", "minimum_oral", "minimum_reading", "minimum_reason", "minimum_writing", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_weeks", "public_id", "purpose", "sector_id", "source", "target_group", "theory_weeks", "title", "topics", "usual_shifts", "version") SELECT new_values."category", new_values."class_size", new_values."county_id", new_values."entry_requirements", new_values."hours_per_week", new_values."id", new_values."is_active", new_values."language_support", new_values."minimum_listening", new_values."minimum_oral", new_values."minimum_reading", new_values."minimum_reason", new_values."minimum_writing", new_values."outlook", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_weeks", new_values."public_id", new_values."purpose", new_values."sector_id", new_values."source", new_values."target_group", new_values."theory_weeks", new_values."title", new_values."topics", new_values."usual_shifts", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."category" IS DISTINCT FROM (new_values."category") OR old_values."class_size" IS DISTINCT FROM (new_values."class_size") OR old_values."county_id" IS DISTINCT FROM (new_values."county_id") OR old_values."entry_requirements" IS DISTINCT FROM (new_values."entry_requirements") OR old_values."hours_per_week" IS DISTINCT FROM (new_values."hours_per_week") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."language_support" IS DISTINCT FROM (new_values."language_support") OR old_values."minimum_listening" IS DISTINCT FROM (new_values."minimum_listening") OR old_values."minimum_oral" IS DISTINCT FROM (new_values."minimum_oral") OR old_values."minimum_reading" IS DISTINCT FROM (new_values."minimum_reading") OR old_values."minimum_reason" IS DISTINCT FROM (new_values."minimum_reason") OR old_values."minimum_writing" IS DISTINCT FROM (new_values."minimum_writing") OR old_values."outlook" IS DISTINCT FROM (new_values."outlook") OR old_values."placement_weeks" IS DISTINCT FROM (new_values."placement_weeks") OR old_values."public_id" IS DISTINCT FROM (new_values."public_id") OR old_values."purpose" IS DISTINCT FROM (new_values."purpose") OR old_values."sector_id" IS DISTINCT FROM (new_values."sector_id") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."target_group" IS DISTINCT FROM (new_values."target_group") OR old_values."theory_weeks" IS DISTINCT FROM (new_values."theory_weeks") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."topics" IS DISTINCT FROM (new_values."topics") OR old_values."usual_shifts" IS DISTINCT FROM (new_values."usual_shifts") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4523b58abb35ea370b398cf790835c83e5db8177",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0fedc",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_concept",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_conceptevent" ("category", "class_size", "county_id", "entry_requirements", "hours_per_week", "id", "is_active", "language_support", "minimum_listening", "minimum_oral", "minimum_reading", "minimum_reason", "minimum_writing", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_weeks", "public_id", "purpose", "sector_id", "source", "target_group", "theory_weeks", "title", "topics", "usual_shifts", "version") SELECT old_values."category", old_values."class_size", old_values."county_id", old_values."entry_requirements", old_values."hours_per_week", old_values."id", old_values."is_active", old_values."language_support", old_values."minimum_listening", old_values."minimum_oral", old_values."minimum_reading", old_values."minimum_reason", old_values."minimum_writing", old_values."outlook", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_weeks", old_values."public_id", old_values."purpose", old_values."sector_id", old_values."source", old_values."target_group", old_values."theory_weeks", old_values."title", old_values."topics", old_values."usual_shifts", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0a2b0d6e6b26fcf88394d8df888c9a0669ccc72a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_09fb0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_concept",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("county", "title"),
                        name="concept_title_once",
                        violation_error_message="Fylket har allerede et kurs med dette navnet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("theory_weeks__gt", 0), ("placement_weeks__gt", 0), _connector="OR"),
                        name="concept_has_weeks",
                        violation_error_message="Kurset må vare minst én uke.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contract",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("number", models.CharField(max_length=30, unique=True, verbose_name="avtalenummer")),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(verbose_name="til")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("active", "Aktiv"),
                            ("ended", "Avsluttet"),
                            ("cancelled", "Avbrutt"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("announced_on", models.DateField(blank=True, null=True, verbose_name="kunngjort")),
                ("deadline_on", models.DateField(blank=True, null=True, verbose_name="tilbudsfrist")),
                ("awarded_on", models.DateField(blank=True, null=True, verbose_name="tildelt")),
                ("options_used", models.PositiveSmallIntegerField(default=0, verbose_name="opsjoner brukt")),
                ("places_bought", models.PositiveSmallIntegerField(default=0, verbose_name="kjøpte plasser")),
                ("price_model", models.CharField(blank=True, max_length=100, verbose_name="prismodell")),
                ("introductory_weeks", models.PositiveSmallIntegerField(default=4, verbose_name="innledende uker")),
                (
                    "concept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contracts", to="courses.concept"
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contracts", to="amo.provider"
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_contractevent" ("announced_on", "awarded_on", "concept_id", "deadline_on", "ends_on", "id", "introductory_weeks", "number", "options_used", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places_bought", "price_model", "provider_id", "public_id", "starts_on", "status", "version") SELECT new_values."announced_on", new_values."awarded_on", new_values."concept_id", new_values."deadline_on", new_values."ends_on", new_values."id", new_values."introductory_weeks", new_values."number", new_values."options_used", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."places_bought", new_values."price_model", new_values."provider_id", new_values."public_id", new_values."starts_on", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="70a346b3b87fc5188df04a14e4a9f6633ed185be",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ce197",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_contract",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_contractevent" ("announced_on", "awarded_on", "concept_id", "deadline_on", "ends_on", "id", "introductory_weeks", "number", "options_used", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places_bought", "price_model", "provider_id", "public_id", "starts_on", "status", "version") SELECT new_values."announced_on", new_values."awarded_on", new_values."concept_id", new_values."deadline_on", new_values."ends_on", new_values."id", new_values."introductory_weeks", new_values."number", new_values."options_used", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."places_bought", new_values."price_model", new_values."provider_id", new_values."public_id", new_values."starts_on", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8da5ffb55e0b7275985f5c51e53e16ce177b54c7",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_56ee6",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_contract",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_contractevent" ("announced_on", "awarded_on", "concept_id", "deadline_on", "ends_on", "id", "introductory_weeks", "number", "options_used", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places_bought", "price_model", "provider_id", "public_id", "starts_on", "status", "version") SELECT old_values."announced_on", old_values."awarded_on", old_values."concept_id", old_values."deadline_on", old_values."ends_on", old_values."id", old_values."introductory_weeks", old_values."number", old_values."options_used", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."places_bought", old_values."price_model", old_values."provider_id", old_values."public_id", old_values."starts_on", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="78bcbaf4830b29370f0588d48afba59a455d855b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_69ab3",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_contract",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="contract_ends_after_start",
                        violation_error_message="Sluttdato kan ikke være før startdato.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Intake",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("code", models.CharField(max_length=30, unique=True, verbose_name="kursnummer")),
                ("starts_on", models.DateField(verbose_name="starter")),
                ("theory_ends_on", models.DateField(verbose_name="teoridelen slutter")),
                ("ends_on", models.DateField(verbose_name="slutter")),
                ("place", models.CharField(max_length=100, verbose_name="sted")),
                ("application_deadline", models.DateField(verbose_name="søknadsfrist")),
                ("capacity", models.PositiveSmallIntegerField(default=15, verbose_name="plasser")),
                ("over_capacity", models.PositiveSmallIntegerField(default=0, verbose_name="plasser over")),
                (
                    "over_capacity_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="hvorfor flere enn vanlig"),
                ),
                ("occupied", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Planlagt"),
                            ("open", "Åpent for søknad"),
                            ("allocated", "Plasser tildelt"),
                            ("running", "Pågår"),
                            ("completed", "Gjennomført"),
                            ("called_off", "Avlyst"),
                            ("cut_short", "Avbrutt"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="intakes", to="courses.contract"
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.office",
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="intakes",
                        to="courses.allocationwindow",
                    ),
                ),
            ],
            options={
                "verbose_name": "kurs",
                "ordering": ["starts_on", "code"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_intakeevent" ("application_deadline", "capacity", "code", "contract_id", "district_id", "ends_on", "id", "occupied", "over_capacity", "over_capacity_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "starts_on", "status", "theory_ends_on", "version", "window_id") SELECT new_values."application_deadline", new_values."capacity", new_values."code", new_values."contract_id", new_values."district_id", new_values."ends_on", new_values."id", new_values."occupied", new_values."over_capacity", new_values."over_capacity_reason", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."place", new_values."public_id", new_values."starts_on", new_values."status", new_values."theory_ends_on", new_values."version", new_values."window_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0be33cdd39dccb148d4a1cec288c67c03b2ad994",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d181a",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_intake",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_intakeevent" ("application_deadline", "capacity", "code", "contract_id", "district_id", "ends_on", "id", "occupied", "over_capacity", "over_capacity_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "starts_on", "status", "theory_ends_on", "version", "window_id") SELECT new_values."application_deadline", new_values."capacity", new_values."code", new_values."contract_id", new_values."district_id", new_values."ends_on", new_values."id", new_values."occupied", new_values."over_capacity", new_values."over_capacity_reason", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."place", new_values."public_id", new_values."starts_on", new_values."status", new_values."theory_ends_on", new_values."version", new_values."window_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f3e60a81f07123ce4cc01f70e36141dcd343f44e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2ced7",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_intake",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_intakeevent" ("application_deadline", "capacity", "code", "contract_id", "district_id", "ends_on", "id", "occupied", "over_capacity", "over_capacity_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "starts_on", "status", "theory_ends_on", "version", "window_id") SELECT old_values."application_deadline", old_values."capacity", old_values."code", old_values."contract_id", old_values."district_id", old_values."ends_on", old_values."id", old_values."occupied", old_values."over_capacity", old_values."over_capacity_reason", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."place", old_values."public_id", old_values."starts_on", old_values."status", old_values."theory_ends_on", old_values."version", old_values."window_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6bfa99381cc8ad097dd31b2d86b93a78a6a7eba9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_21c46",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_intake",
                            when="AFTER",
                        ),
                    ),
                ],
                "indexes": [models.Index(fields=["status", "starts_on"], name="intake_status_start")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("theory_ends_on")), ("theory_ends_on__gte", models.F("starts_on"))
                        ),
                        name="intake_dates_in_order",
                        violation_error_message="Kurset må starte før teoridelen slutter, og teoridelen slutte før kurset.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("application_deadline__lte", models.F("starts_on"))),
                        name="intake_deadline_before_start",
                        violation_error_message="Søknadsfristen må være senest dagen kurset starter.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "occupied__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("capacity"), "+", models.F("over_capacity")
                                ),
                            )
                        ),
                        name="intake_occupied_within_capacity",
                        violation_error_message="Kurset har ikke flere ledige plasser.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("over_capacity", 0), models.Q(("over_capacity_reason", ""), _negated=True), _connector="OR"
                        ),
                        name="intake_over_capacity_has_reason",
                        violation_error_message="Skriv hvorfor kurset skal ha flere plasser enn vanlig.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wish",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("rank", models.PositiveSmallIntegerField(verbose_name="prioritet")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("pending", "Venter på tildeling"),
                            ("offered", "Har tilbud"),
                            ("accepted", "Takket ja"),
                            ("declined", "Takket nei"),
                            ("expired", "Fristen gikk ut"),
                            ("refused", "Avslag"),
                            ("waiting", "På venteliste"),
                            ("closed", "Lukket"),
                        ],
                        default="pending",
                        max_length=10,
                    ),
                ),
                (
                    "refusal_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            ("full", "Kurset er fullt"),
                            ("requirement", "Krav ikke oppfylt"),
                            ("other", "Annet"),
                        ],
                        default="",
                        max_length=12,
                    ),
                ),
                (
                    "decline_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="hvorfor brukeren takker nei"),
                ),
                ("advice", models.JSONField(blank=True, default=dict)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="wishes", to="courses.application"
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="wishes", to="courses.intake"
                    ),
                ),
            ],
            options={
                "ordering": ["rank"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_wishevent" ("advice", "application_id", "decline_reason", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rank", "refusal_reason", "status", "version") SELECT new_values."advice", new_values."application_id", new_values."decline_reason", new_values."id", new_values."intake_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."rank", new_values."refusal_reason", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="236e98c18aecb0c389cbb365391843305b23df82",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_57281",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_wish",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_wishevent" ("advice", "application_id", "decline_reason", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rank", "refusal_reason", "status", "version") SELECT new_values."advice", new_values."application_id", new_values."decline_reason", new_values."id", new_values."intake_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."rank", new_values."refusal_reason", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="720eaa5e53258e47a21c9569c14d526fa1a0587e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e3e8a",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_wish",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_wishevent" ("advice", "application_id", "decline_reason", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rank", "refusal_reason", "status", "version") SELECT old_values."advice", old_values."application_id", old_values."decline_reason", old_values."id", old_values."intake_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."rank", old_values."refusal_reason", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="89e725c488f423cf22bff18419966e66e6637149",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5bcfc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_wish",
                            when="AFTER",
                        ),
                    ),
                ],
                "indexes": [models.Index(fields=["intake", "status"], name="wish_intake_status")],
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("application", "rank"),
                        name="wish_rank_once",
                        violation_error_message="To ønsker kan ikke ha samme prioritet.",
                    ),
                    models.UniqueConstraint(
                        fields=("application", "intake"),
                        name="wish_intake_once",
                        violation_error_message="Kurset er allerede ønsket.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rank__gte", 1), ("rank__lte", 5)),
                        name="wish_rank_1_to_5",
                        violation_error_message="En søknad kan ha fra ett til fem ønsker.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AllocationDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("placed", "Får plass"),
                            ("waiting", "Venteliste"),
                            ("blocked", "Krav ikke oppfylt"),
                            ("not_needed", "Fikk et høyere ønske"),
                            ("held", "Har plass fra før"),
                        ],
                        max_length=12,
                    ),
                ),
                ("step", models.CharField(blank=True, max_length=20)),
                ("reason", models.CharField(blank=True, max_length=30)),
                ("facts", models.JSONField(default=dict)),
                ("points", models.JSONField(default=dict)),
                ("cut_off", models.JSONField(default=dict)),
                ("position", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="courses.allocationrun",
                    ),
                ),
                (
                    "wish",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="courses.wish"
                    ),
                ),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationdecisionevent" ("cut_off", "facts", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "position", "reason", "run_id", "step", "wish_id") SELECT new_values."cut_off", new_values."facts", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."points", new_values."position", new_values."reason", new_values."run_id", new_values."step", new_values."wish_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="34e2a65fe044a745bf609c1aa246470ec0c8f1d3",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e9bc5",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_allocationdecision",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationdecisionevent" ("cut_off", "facts", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "position", "reason", "run_id", "step", "wish_id") SELECT new_values."cut_off", new_values."facts", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."points", new_values."position", new_values."reason", new_values."run_id", new_values."step", new_values."wish_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b601d28c2300e114e40728c49372c3f9fb01a9bd",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c0c55",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_allocationdecision",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_allocationdecisionevent" ("cut_off", "facts", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "position", "reason", "run_id", "step", "wish_id") SELECT old_values."cut_off", old_values."facts", old_values."id", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."points", old_values."position", old_values."reason", old_values."run_id", old_values."step", old_values."wish_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4c47049dbcac8e87fff0227df4c321eab3e1304f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_697a2",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_allocationdecision",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("run", "wish"), name="allocationdecision_once")],
            },
        ),
        migrations.CreateModel(
            name="AllocationWindowEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=80, verbose_name="tildelingsrunde")),
                ("first_start", models.DateField(verbose_name="første kursstart")),
                ("last_start", models.DateField(verbose_name="siste kursstart")),
                ("deadline", models.DateField(verbose_name="søknadsfrist")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Åpen for søknader"),
                            ("closed", "Fristen er ute"),
                            ("allocated", "Plasser tildelt"),
                        ],
                        default="open",
                        max_length=10,
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
                            hash="ec92dfdc8a7d7060409247e97d70101c2e6086c5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d6f39",
                            table="courses_allocationwindowevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ApplicationEvent",
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
                            ("draft", "Utkast"),
                            ("submitted", "Sendt"),
                            ("decided", "Avgjort"),
                            ("withdrawn", "Trukket"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "against_reason",
                    models.CharField(blank=True, db_default="", max_length=300, verbose_name="hvorfor kurset likevel"),
                ),
                ("plan_due_on", models.DateField(blank=True, null=True, verbose_name="frist for plan")),
                ("plan_met_on", models.DateField(blank=True, null=True, verbose_name="plan laget")),
                ("created_at", models.DateTimeField()),
                (
                    "advice_shown",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.adviceshown",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
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
                        to="courses.application",
                    ),
                ),
                (
                    "submitted_by",
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
                            hash="3bc2c3e2064dc2e10eb807e7abaad0ada0bfd440",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_524b4",
                            table="courses_applicationevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ChecklistItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("order", models.PositiveSmallIntegerField(default=0)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("norwegian", "Norsk"),
                            ("education", "Utdanning"),
                            ("experience", "Arbeidserfaring"),
                            ("certificate", "Bevis"),
                            ("hours", "Timer i uka"),
                            ("goal", "Ønsket yrke"),
                            ("judged", "Vurderes av veileder"),
                        ],
                        max_length=12,
                    ),
                ),
                ("label", models.CharField(max_length=200, verbose_name="punkt")),
                ("weight", models.PositiveSmallIntegerField(default=1, verbose_name="vekt")),
                (
                    "skill",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("oral", "Muntlig"),
                            ("listening", "Lytte"),
                            ("reading", "Lese"),
                            ("writing", "Skrive"),
                            ("written", "Lese og skrive"),
                        ],
                        max_length=10,
                        verbose_name="ferdighet",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("A0", "Under A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                            ("C2", "C2 eller morsmål"),
                        ],
                        max_length=2,
                        verbose_name="nivå",
                    ),
                ),
                (
                    "education_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("none", "Ingen fullført utdanning"),
                            ("primary", "Grunnskole"),
                            ("upper_secondary", "Videregående skole"),
                            ("vocational", "Fagbrev eller yrkesskole"),
                            ("bachelor", "Høyere utdanning, inntil fire år"),
                            ("master", "Høyere utdanning, mer enn fire år"),
                        ],
                        max_length=20,
                        verbose_name="utdanning",
                    ),
                ),
                ("months", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="måneder")),
                ("hours", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="timer i uka")),
                ("is_active", models.BooleanField(default=True)),
                (
                    "occupations",
                    models.ManyToManyField(blank=True, related_name="+", to="amo.occupation", verbose_name="yrker"),
                ),
                (
                    "qualification",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.qualificationtype",
                        verbose_name="bevis",
                    ),
                ),
                (
                    "sector",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.sector",
                        verbose_name="bransje",
                    ),
                ),
                (
                    "concept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="checklist", to="courses.concept"
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_checklistitemevent" ("concept_id", "education_level", "hours", "id", "is_active", "kind", "label", "level", "months", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "qualification_id", "sector_id", "skill", "weight") SELECT new_values."concept_id", new_values."education_level", new_values."hours", new_values."id", new_values."is_active", new_values."kind", new_values."label", new_values."level", new_values."months", new_values."order", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."qualification_id", new_values."sector_id", new_values."skill", new_values."weight" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7be59ecabde8fb566a8f7e43b1c3b1380abc1e76",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cafc7",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_checklistitem",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_checklistitemevent" ("concept_id", "education_level", "hours", "id", "is_active", "kind", "label", "level", "months", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "qualification_id", "sector_id", "skill", "weight") SELECT new_values."concept_id", new_values."education_level", new_values."hours", new_values."id", new_values."is_active", new_values."kind", new_values."label", new_values."level", new_values."months", new_values."order", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."qualification_id", new_values."sector_id", new_values."skill", new_values."weight" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ef38a224d492f75b2ffc2f4b8faac92c34179f3c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b5323",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_checklistitem",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_checklistitemevent" ("concept_id", "education_level", "hours", "id", "is_active", "kind", "label", "level", "months", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "qualification_id", "sector_id", "skill", "weight") SELECT old_values."concept_id", old_values."education_level", old_values."hours", old_values."id", old_values."is_active", old_values."kind", old_values."label", old_values."level", old_values."months", old_values."order", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."qualification_id", old_values."sector_id", old_values."skill", old_values."weight" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f518c85ac24354e2385f7addc6632154f0b16021",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6c7a4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_checklistitem",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("weight__gte", 1)), name="checklistitem_has_weight")
                ],
            },
        ),
        migrations.CreateModel(
            name="ChecklistAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "answer",
                    models.CharField(
                        choices=[("met", "Oppfylt"), ("not_met", "Ikke oppfylt"), ("unknown", "Vet ikke")],
                        max_length=10,
                    ),
                ),
                ("sentence", models.CharField(blank=True, max_length=300, verbose_name="begrunnelse")),
                ("answered_at", models.DateTimeField()),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checklist_answers",
                        to="participants.participant",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="courses.checklistitem"
                    ),
                ),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_checklistanswerevent" ("answer", "answered_at", "answered_by_id", "id", "item_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."id", new_values."item_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sentence" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a8bf17cbcef016de62eab39e707f7065fa955895",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7aee5",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_checklistanswer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_checklistanswerevent" ("answer", "answered_at", "answered_by_id", "id", "item_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."id", new_values."item_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sentence" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="392027bcfda8934701f2d989f835b11152ff3425",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a6df9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_checklistanswer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_checklistanswerevent" ("answer", "answered_at", "answered_by_id", "id", "item_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."id", old_values."item_id", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sentence" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5e94ed268b201957cdbe05ac144057c1a3a22d0b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2c6a4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_checklistanswer",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("participant", "item"), name="checklistanswer_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", "unknown"), models.Q(("sentence", ""), _negated=True), _connector="OR"
                        ),
                        name="checklistanswer_has_a_sentence",
                        violation_error_message="Skriv én setning om hvorfor.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChecklistAnswerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "answer",
                    models.CharField(
                        choices=[("met", "Oppfylt"), ("not_met", "Ikke oppfylt"), ("unknown", "Vet ikke")],
                        max_length=10,
                    ),
                ),
                ("sentence", models.CharField(blank=True, max_length=300, verbose_name="begrunnelse")),
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
                        to="courses.checklistanswer",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.checklistitem",
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
                            hash="5ad8336c6dd60b37511ea11f85d4c3f4bc30ccb2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a3341",
                            table="courses_checklistanswerevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ChecklistItemEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("order", models.PositiveSmallIntegerField(default=0)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("norwegian", "Norsk"),
                            ("education", "Utdanning"),
                            ("experience", "Arbeidserfaring"),
                            ("certificate", "Bevis"),
                            ("hours", "Timer i uka"),
                            ("goal", "Ønsket yrke"),
                            ("judged", "Vurderes av veileder"),
                        ],
                        max_length=12,
                    ),
                ),
                ("label", models.CharField(max_length=200, verbose_name="punkt")),
                ("weight", models.PositiveSmallIntegerField(default=1, verbose_name="vekt")),
                (
                    "skill",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("oral", "Muntlig"),
                            ("listening", "Lytte"),
                            ("reading", "Lese"),
                            ("writing", "Skrive"),
                            ("written", "Lese og skrive"),
                        ],
                        max_length=10,
                        verbose_name="ferdighet",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("A0", "Under A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                            ("C2", "C2 eller morsmål"),
                        ],
                        max_length=2,
                        verbose_name="nivå",
                    ),
                ),
                (
                    "education_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("none", "Ingen fullført utdanning"),
                            ("primary", "Grunnskole"),
                            ("upper_secondary", "Videregående skole"),
                            ("vocational", "Fagbrev eller yrkesskole"),
                            ("bachelor", "Høyere utdanning, inntil fire år"),
                            ("master", "Høyere utdanning, mer enn fire år"),
                        ],
                        max_length=20,
                        verbose_name="utdanning",
                    ),
                ),
                ("months", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="måneder")),
                ("hours", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="timer i uka")),
                ("is_active", models.BooleanField(default=True)),
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
                        to="courses.checklistitem",
                    ),
                ),
                (
                    "qualification",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.qualificationtype",
                        verbose_name="bevis",
                    ),
                ),
                (
                    "sector",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.sector",
                        verbose_name="bransje",
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
                            hash="56b5f73bd784a4a4840bd76ecce82cf415806920",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c1eac",
                            table="courses_checklistitemevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConceptEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("title", models.CharField(max_length=150, verbose_name="kurs")),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("trade", "Bransje- og yrkesrettet kurs"),
                            ("norwegian", "Norskopplæring"),
                            ("basic_skills", "Grunnleggende ferdigheter"),
                            ("preparatory", "Forberedende opplæring for voksne"),
                        ],
                        default="trade",
                        max_length=20,
                        verbose_name="kurstype",
                    ),
                ),
                ("purpose", models.TextField(max_length=2000, verbose_name="mål")),
                ("target_group", models.TextField(max_length=2000, verbose_name="målgruppe")),
                ("entry_requirements", models.TextField(blank=True, max_length=2000, verbose_name="hva som kreves")),
                (
                    "minimum_oral",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("A0", "Under A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                            ("C2", "C2 eller morsmål"),
                        ],
                        max_length=2,
                        verbose_name="norsk muntlig minst",
                    ),
                ),
                (
                    "minimum_listening",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("A0", "Under A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                            ("C2", "C2 eller morsmål"),
                        ],
                        max_length=2,
                        verbose_name="norsk lytte minst",
                    ),
                ),
                (
                    "minimum_reading",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("A0", "Under A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                            ("C2", "C2 eller morsmål"),
                        ],
                        max_length=2,
                        verbose_name="norsk lese minst",
                    ),
                ),
                (
                    "minimum_writing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("A0", "Under A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                            ("C2", "C2 eller morsmål"),
                        ],
                        max_length=2,
                        verbose_name="norsk skrive minst",
                    ),
                ),
                (
                    "minimum_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="hvorfor jobben krever dette nivået"),
                ),
                ("theory_weeks", models.PositiveSmallIntegerField(verbose_name="uker teori")),
                ("placement_weeks", models.PositiveSmallIntegerField(verbose_name="uker praksis")),
                (
                    "hours_per_week",
                    models.PositiveSmallIntegerField(default=30, verbose_name="timer i uka i teoridelen"),
                ),
                ("class_size", models.PositiveSmallIntegerField(default=15, verbose_name="plasser i en klasse")),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=150),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="temaer",
                    ),
                ),
                ("language_support", models.TextField(blank=True, max_length=1000, verbose_name="norskstøtte")),
                ("outlook", models.TextField(max_length=2000, verbose_name="ærlig om jobbutsiktene")),
                (
                    "usual_shifts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("evenings", "Kveld"), ("nights", "Natt"), ("weekends", "Helg")], max_length=10
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="vanlig arbeidstid utenom dagtid",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="kilde")),
                ("is_active", models.BooleanField(default=True)),
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
                        to="courses.concept",
                    ),
                ),
                (
                    "sector",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.sector",
                        verbose_name="bransje",
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
                            hash="245b61faf786171f4038cd494e9930c2d3cf4e8f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_74611",
                            table="courses_conceptevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContractEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("number", models.CharField(max_length=30, verbose_name="avtalenummer")),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(verbose_name="til")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("active", "Aktiv"),
                            ("ended", "Avsluttet"),
                            ("cancelled", "Avbrutt"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("announced_on", models.DateField(blank=True, null=True, verbose_name="kunngjort")),
                ("deadline_on", models.DateField(blank=True, null=True, verbose_name="tilbudsfrist")),
                ("awarded_on", models.DateField(blank=True, null=True, verbose_name="tildelt")),
                ("options_used", models.PositiveSmallIntegerField(default=0, verbose_name="opsjoner brukt")),
                ("places_bought", models.PositiveSmallIntegerField(default=0, verbose_name="kjøpte plasser")),
                ("price_model", models.CharField(blank=True, max_length=100, verbose_name="prismodell")),
                ("introductory_weeks", models.PositiveSmallIntegerField(default=4, verbose_name="innledende uker")),
                (
                    "concept",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.concept",
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
                        to="courses.contract",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.provider",
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
                            hash="c01c4a21715dad3741ff72b9fefc5956a81c1a1f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_af9a5",
                            table="courses_contractevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Enrolment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("awaiting_start", "Venter på oppstart"),
                            ("participating", "Deltar"),
                            ("completed", "Fullført"),
                            ("dropped_out", "Avbrutt"),
                            ("not_started", "Startet ikke"),
                        ],
                        default="awaiting_start",
                        max_length=15,
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="starter")),
                ("ends_on", models.DateField(verbose_name="slutter")),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            ("ill", "Syk"),
                            ("work", "Fått jobb"),
                            ("education", "Utdanning"),
                            ("other_support", "Trenger annen støtte"),
                            ("no_show", "Møtte ikke"),
                            ("other", "Annet"),
                        ],
                        default="",
                        max_length=15,
                        verbose_name="årsak",
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "prospects_explained_on",
                    models.DateField(blank=True, null=True, verbose_name="jobbutsikter forklart"),
                ),
                ("prospects_said", models.CharField(blank=True, max_length=300, verbose_name="hva som ble sagt")),
                ("certificate_issued_on", models.DateField(blank=True, null=True, verbose_name="kursbevis utstedt")),
                ("created_at", models.DateTimeField()),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrolments",
                        to="participants.participant",
                    ),
                ),
                (
                    "prospects_explained_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "referred_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="amo.membership",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="enrolments", to="courses.intake"
                    ),
                ),
                (
                    "wish",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrolment",
                        to="courses.wish",
                    ),
                ),
            ],
            options={
                "verbose_name": "deltakelse",
                "ordering": ["intake", "participant__name_sort", "pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_enrolmentevent" ("certificate_issued_on", "created_at", "end_reason", "ended_at", "ended_by_id", "ends_on", "id", "intake_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prospects_explained_by_id", "prospects_explained_on", "prospects_said", "public_id", "referred_by_id", "starts_on", "status", "version", "wish_id") SELECT new_values."certificate_issued_on", new_values."created_at", new_values."end_reason", new_values."ended_at", new_values."ended_by_id", new_values."ends_on", new_values."id", new_values."intake_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."prospects_explained_by_id", new_values."prospects_explained_on", new_values."prospects_said", new_values."public_id", new_values."referred_by_id", new_values."starts_on", new_values."status", new_values."version", new_values."wish_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ccd8a73c5657222755ef90be1a7e7a7d9024636f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d8e99",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_enrolment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_enrolmentevent" ("certificate_issued_on", "created_at", "end_reason", "ended_at", "ended_by_id", "ends_on", "id", "intake_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prospects_explained_by_id", "prospects_explained_on", "prospects_said", "public_id", "referred_by_id", "starts_on", "status", "version", "wish_id") SELECT new_values."certificate_issued_on", new_values."created_at", new_values."end_reason", new_values."ended_at", new_values."ended_by_id", new_values."ends_on", new_values."id", new_values."intake_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."prospects_explained_by_id", new_values."prospects_explained_on", new_values."prospects_said", new_values."public_id", new_values."referred_by_id", new_values."starts_on", new_values."status", new_values."version", new_values."wish_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4e50d749d85ccfaa14475f93fbf9ac01227ae41f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6b90f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_enrolment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_enrolmentevent" ("certificate_issued_on", "created_at", "end_reason", "ended_at", "ended_by_id", "ends_on", "id", "intake_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prospects_explained_by_id", "prospects_explained_on", "prospects_said", "public_id", "referred_by_id", "starts_on", "status", "version", "wish_id") SELECT old_values."certificate_issued_on", old_values."created_at", old_values."end_reason", old_values."ended_at", old_values."ended_by_id", old_values."ends_on", old_values."id", old_values."intake_id", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."prospects_explained_by_id", old_values."prospects_explained_on", old_values."prospects_said", old_values."public_id", old_values."referred_by_id", old_values."starts_on", old_values."status", old_values."version", old_values."wish_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="aaf2f1c2c6a6439e07e5309c0ab2781fbfb8b591",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5ff6f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_enrolment",
                            when="AFTER",
                        ),
                    ),
                ],
                "indexes": [
                    models.Index(fields=["ends_on", "status"], name="enrolment_end_status"),
                    models.Index(fields=["intake", "status"], name="enrolment_intake_status"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="enrolment_ends_after_start",
                        violation_error_message="Sluttdato kan ikke være før startdato.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["dropped_out", "not_started"]), _negated=True),
                            models.Q(("end_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="enrolment_ended_early_has_reason",
                        violation_error_message="Velg hvorfor deltakelsen er slutt.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("status", "not_started"), _negated=True),
                        expressions=[
                            ("participant", "="),
                            (
                                models.Func(
                                    "starts_on",
                                    "ends_on",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="enrolment_no_overlap",
                        violation_error_message="Personen går allerede på et kurs i perioden.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="dag")),
                (
                    "code",
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
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attendance", to="courses.enrolment"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("enrolment", "day"), name="attendance_once_a_day")],
            },
        ),
        migrations.CreateModel(
            name="HiringRequirement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("segment", models.CharField(max_length=100, verbose_name="arbeidsgivere")),
                ("employer_group", models.CharField(blank=True, max_length=40, verbose_name="arbeidsgivergruppe")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("permanent", "fast jobb"),
                            ("temporary", "vikariat"),
                            ("on_call", "ringevikar eller ekstravakt"),
                        ],
                        max_length=12,
                        verbose_name="ansettelsesform",
                    ),
                ),
                ("permission_from", models.CharField(blank=True, max_length=100, verbose_name="tillatelse fra")),
                (
                    "months_each",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="måneder om gangen"),
                ),
                ("months_total", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="måneder i alt")),
                ("valid_from", models.DateField(verbose_name="gjelder fra")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="gjelder til")),
                ("source", models.CharField(max_length=200, verbose_name="kilde")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="lenke til kilden")),
                (
                    "county",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.county",
                        verbose_name="fylke",
                    ),
                ),
                (
                    "needs_all",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="amo.qualificationtype", verbose_name="alt dette kreves"
                    ),
                ),
                (
                    "needs_any",
                    models.ManyToManyField(
                        blank=True,
                        related_name="+",
                        to="amo.qualificationtype",
                        verbose_name="minst ett av dette kreves",
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.occupation",
                        verbose_name="yrke",
                    ),
                ),
            ],
            options={
                "verbose_name": "krav til ansettelse",
                "ordering": ["segment", "occupation", "form", "valid_from", "pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_hiringrequirementevent" ("county_id", "employer_group", "form", "id", "months_each", "months_total", "occupation_id", "permission_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "segment", "source", "source_url", "valid_from", "valid_to", "version") SELECT new_values."county_id", new_values."employer_group", new_values."form", new_values."id", new_values."months_each", new_values."months_total", new_values."occupation_id", new_values."permission_from", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."segment", new_values."source", new_values."source_url", new_values."valid_from", new_values."valid_to", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cdc564fbdafcde771822f4801bbe12f677758a15",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1ffc1",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_hiringrequirement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_hiringrequirementevent" ("county_id", "employer_group", "form", "id", "months_each", "months_total", "occupation_id", "permission_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "segment", "source", "source_url", "valid_from", "valid_to", "version") SELECT new_values."county_id", new_values."employer_group", new_values."form", new_values."id", new_values."months_each", new_values."months_total", new_values."occupation_id", new_values."permission_from", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."segment", new_values."source", new_values."source_url", new_values."valid_from", new_values."valid_to", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ef3b94fdc7beeb2c9c3b5491bc8051f98b131b12",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_33a11",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_hiringrequirement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_hiringrequirementevent" ("county_id", "employer_group", "form", "id", "months_each", "months_total", "occupation_id", "permission_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "segment", "source", "source_url", "valid_from", "valid_to", "version") SELECT old_values."county_id", old_values."employer_group", old_values."form", old_values."id", old_values."months_each", old_values."months_total", old_values."occupation_id", old_values."permission_from", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."segment", old_values."source", old_values."source_url", old_values."valid_from", old_values."valid_to", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="af6a44293d2f2f0e774b2336cf564ff58914c560",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0e88e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_hiringrequirement",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="hiringrequirement_ends_after_start",
                        violation_error_message="Sluttdato kan ikke være før startdato.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (django.db.models.functions.comparison.Coalesce("county", 0), "="),
                            (django.db.models.functions.text.Lower("segment"), "="),
                            (django.db.models.functions.text.Lower("employer_group"), "="),
                            ("occupation", "="),
                            ("form", "="),
                            (
                                models.Func(
                                    "valid_from",
                                    "valid_to",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="hiringrequirement_no_overlap",
                        violation_error_message="Det finnes allerede krav for disse arbeidsgiverne i perioden.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HiringRequirementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("segment", models.CharField(max_length=100, verbose_name="arbeidsgivere")),
                ("employer_group", models.CharField(blank=True, max_length=40, verbose_name="arbeidsgivergruppe")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("permanent", "fast jobb"),
                            ("temporary", "vikariat"),
                            ("on_call", "ringevikar eller ekstravakt"),
                        ],
                        max_length=12,
                        verbose_name="ansettelsesform",
                    ),
                ),
                ("permission_from", models.CharField(blank=True, max_length=100, verbose_name="tillatelse fra")),
                (
                    "months_each",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="måneder om gangen"),
                ),
                ("months_total", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="måneder i alt")),
                ("valid_from", models.DateField(verbose_name="gjelder fra")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="gjelder til")),
                ("source", models.CharField(max_length=200, verbose_name="kilde")),
                ("source_url", models.URLField(blank=True, max_length=300, verbose_name="lenke til kilden")),
                (
                    "county",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.county",
                        verbose_name="fylke",
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.occupation",
                        verbose_name="yrke",
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
                        to="courses.hiringrequirement",
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
                            hash="68fd28b251f9344ab1a00607098191de59187da0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c8a46",
                            table="courses_hiringrequirementevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IntakeAssignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til")),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="assignments", to="courses.intake"
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="intake_assignments",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_intakeassignmentevent" ("ends_on", "id", "intake_id", "membership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT new_values."ends_on", new_values."id", new_values."intake_id", new_values."membership_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c2637cc8a45c108ed2d4aec4b9ce051044364c3a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c922f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_intakeassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_intakeassignmentevent" ("ends_on", "id", "intake_id", "membership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT new_values."ends_on", new_values."id", new_values."intake_id", new_values."membership_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ba9289dc8daf56f6e74178af0d42e93d0795a492",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_72172",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_intakeassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_intakeassignmentevent" ("ends_on", "id", "intake_id", "membership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT old_values."ends_on", old_values."id", old_values."intake_id", old_values."membership_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e9735b0284aa366eac6cfd971c9390a72cecc82b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_51b42",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_intakeassignment",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("intake", "membership"), name="intakeassignment_once")],
            },
        ),
        migrations.CreateModel(
            name="IntakeAssignmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til")),
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
                        to="courses.intakeassignment",
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
                            hash="2c5b60acde6d85c47ea6f03a31999802f47560e7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e4ea1",
                            table="courses_intakeassignmentevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IntakeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("code", models.CharField(max_length=30, verbose_name="kursnummer")),
                ("starts_on", models.DateField(verbose_name="starter")),
                ("theory_ends_on", models.DateField(verbose_name="teoridelen slutter")),
                ("ends_on", models.DateField(verbose_name="slutter")),
                ("place", models.CharField(max_length=100, verbose_name="sted")),
                ("application_deadline", models.DateField(verbose_name="søknadsfrist")),
                ("capacity", models.PositiveSmallIntegerField(default=15, verbose_name="plasser")),
                ("over_capacity", models.PositiveSmallIntegerField(default=0, verbose_name="plasser over")),
                (
                    "over_capacity_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="hvorfor flere enn vanlig"),
                ),
                ("occupied", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Planlagt"),
                            ("open", "Åpent for søknad"),
                            ("allocated", "Plasser tildelt"),
                            ("running", "Pågår"),
                            ("completed", "Gjennomført"),
                            ("called_off", "Avlyst"),
                            ("cut_short", "Avbrutt"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
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
                    "district",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.office",
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
                        to="courses.intake",
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                            hash="d3f06e6cdcdc7361ad926ec4ddaf421eabc1ba02",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4a699",
                            table="courses_intakeevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LabourDemand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField(verbose_name="måned")),
                ("openings", models.PositiveIntegerField(verbose_name="ledige stillinger")),
                ("unemployed", models.PositiveIntegerField(verbose_name="arbeidsledige")),
                (
                    "county",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.county"),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.occupation"
                    ),
                ),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_labourdemandevent" ("county_id", "id", "month", "occupation_id", "openings", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unemployed") SELECT new_values."county_id", new_values."id", new_values."month", new_values."occupation_id", new_values."openings", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."unemployed" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bd2968ed5d4deb437cb9d909f070fe7dc9c7e4bc",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dd816",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_labourdemand",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_labourdemandevent" ("county_id", "id", "month", "occupation_id", "openings", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unemployed") SELECT new_values."county_id", new_values."id", new_values."month", new_values."occupation_id", new_values."openings", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."unemployed" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d44d5a4f0982862762dd974554ce01e9b5b25b1c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fbe55",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_labourdemand",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_labourdemandevent" ("county_id", "id", "month", "occupation_id", "openings", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unemployed") SELECT old_values."county_id", old_values."id", old_values."month", old_values."occupation_id", old_values."openings", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."unemployed" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="dfeda119d59913188660e5ab9113819a20706188",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_83c63",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_labourdemand",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("occupation", "county", "month"), name="labourdemand_once"),
                    models.CheckConstraint(condition=models.Q(("month__day", 1)), name="labourdemand_first_of_month"),
                ],
            },
        ),
        migrations.CreateModel(
            name="LabourDemandEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("month", models.DateField(verbose_name="måned")),
                ("openings", models.PositiveIntegerField(verbose_name="ledige stillinger")),
                ("unemployed", models.PositiveIntegerField(verbose_name="arbeidsledige")),
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
                    "occupation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.occupation",
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
                        to="courses.labourdemand",
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
                            hash="10df231fae6b959e41e8d82e6794a4b54956501a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2faa4",
                            table="courses_labourdemandevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LeafletText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "language",
                    models.CharField(
                        choices=[("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "Engelsk")],
                        max_length=2,
                        verbose_name="språk",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="tittel")),
                ("what", models.TextField(max_length=1500, verbose_name="hva du lærer og gjør")),
                ("requirements", models.TextField(blank=True, max_length=1000, verbose_name="hva du må kunne fra før")),
                ("outlook", models.TextField(max_length=1500, verbose_name="hva kurset kan føre til")),
                ("practical", models.TextField(blank=True, max_length=1000, verbose_name="praktisk")),
                ("updated_at", models.DateTimeField()),
                (
                    "concept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="leaflets", to="courses.concept"
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
                "ordering": ["concept", "language"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_leaflettextevent" ("concept_id", "id", "language", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practical", "public_id", "requirements", "title", "updated_at", "updated_by_id", "version", "what") SELECT new_values."concept_id", new_values."id", new_values."language", new_values."outlook", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."practical", new_values."public_id", new_values."requirements", new_values."title", new_values."updated_at", new_values."updated_by_id", new_values."version", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f5f309ac50ef6cc8b71ec4c5e7fd5c1b702c28f8",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fca15",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_leaflettext",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_leaflettextevent" ("concept_id", "id", "language", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practical", "public_id", "requirements", "title", "updated_at", "updated_by_id", "version", "what") SELECT new_values."concept_id", new_values."id", new_values."language", new_values."outlook", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."practical", new_values."public_id", new_values."requirements", new_values."title", new_values."updated_at", new_values."updated_by_id", new_values."version", new_values."what" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="25a8adc6fba4d6f41addc3ab901c33b20e3e1429",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f5110",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_leaflettext",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_leaflettextevent" ("concept_id", "id", "language", "outlook", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practical", "public_id", "requirements", "title", "updated_at", "updated_by_id", "version", "what") SELECT old_values."concept_id", old_values."id", old_values."language", old_values."outlook", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."practical", old_values."public_id", old_values."requirements", old_values."title", old_values."updated_at", old_values."updated_by_id", old_values."version", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="2c6811de2094d302bd3c898b19e2e269f8a1995b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7afba",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_leaflettext",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("concept", "language"),
                        name="leaflettext_language_once",
                        violation_error_message="Kurset har allerede en tekst på dette språket.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LeafletTextEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "language",
                    models.CharField(
                        choices=[("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "Engelsk")],
                        max_length=2,
                        verbose_name="språk",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="tittel")),
                ("what", models.TextField(max_length=1500, verbose_name="hva du lærer og gjør")),
                ("requirements", models.TextField(blank=True, max_length=1000, verbose_name="hva du må kunne fra før")),
                ("outlook", models.TextField(max_length=1500, verbose_name="hva kurset kan føre til")),
                ("practical", models.TextField(blank=True, max_length=1000, verbose_name="praktisk")),
                ("updated_at", models.DateTimeField()),
                (
                    "concept",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.concept",
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
                        to="courses.leaflettext",
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
                            hash="c320e33b65df57142229977988e9e4ce4b12bb2a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_14b3a",
                            table="courses_leaflettextevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("outstanding", "Venter på svar"),
                            ("accepted", "Takket ja"),
                            ("declined", "Takket nei"),
                            ("expired", "Fristen gikk ut"),
                            ("withdrawn", "Trukket tilbake"),
                        ],
                        default="outstanding",
                        max_length=12,
                    ),
                ),
                ("offered_on", models.DateField()),
                ("contacted_on", models.DateField(blank=True, null=True, verbose_name="kontaktet")),
                ("deadline_on", models.DateField(blank=True, null=True, verbose_name="svarfrist")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="svarte")),
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
                    "run",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offers",
                        to="courses.allocationrun",
                    ),
                ),
                (
                    "wish",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="offers", to="courses.wish"
                    ),
                ),
            ],
            options={
                "ordering": ["-offered_on", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_offerevent" ("answered_by_id", "answered_on", "contacted_on", "deadline_on", "id", "offered_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "run_id", "status", "version", "wish_id") SELECT new_values."answered_by_id", new_values."answered_on", new_values."contacted_on", new_values."deadline_on", new_values."id", new_values."offered_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."run_id", new_values."status", new_values."version", new_values."wish_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="aca96fa7239943d2fff0e1060c3be3aa89c66c49",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9f0f3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_offer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_offerevent" ("answered_by_id", "answered_on", "contacted_on", "deadline_on", "id", "offered_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "run_id", "status", "version", "wish_id") SELECT new_values."answered_by_id", new_values."answered_on", new_values."contacted_on", new_values."deadline_on", new_values."id", new_values."offered_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."run_id", new_values."status", new_values."version", new_values."wish_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c03e47c3e4500c5aa7fb346ece88a41da169c6cd",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_eafe0",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_offer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_offerevent" ("answered_by_id", "answered_on", "contacted_on", "deadline_on", "id", "offered_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "run_id", "status", "version", "wish_id") SELECT old_values."answered_by_id", old_values."answered_on", old_values."contacted_on", old_values."deadline_on", old_values."id", old_values."offered_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."run_id", old_values."status", old_values."version", old_values."wish_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ea34ba42eaccfe5e3f48a757eca9baf7642c7ccf",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d86b4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_offer",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "outstanding")),
                        fields=("wish",),
                        name="offer_one_outstanding_per_wish",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deadline_on", None),
                            models.Q(("contacted_on__isnull", False), ("deadline_on__gte", models.F("contacted_on"))),
                            _connector="OR",
                        ),
                        name="offer_deadline_after_contact",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficeQuota",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("minimum", models.PositiveSmallIntegerField(default=0, verbose_name="minst")),
                ("maximum", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="høyst")),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="quotas", to="courses.intake"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.office"),
                ),
            ],
            options={
                "ordering": ["office__name_sort"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_officequotaevent" ("id", "intake_id", "maximum", "minimum", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."intake_id", new_values."maximum", new_values."minimum", new_values."office_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1148f3f3726103029680c28972209a0f75fc8afb",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0c367",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="courses_officequota",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_officequotaevent" ("id", "intake_id", "maximum", "minimum", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."intake_id", new_values."maximum", new_values."minimum", new_values."office_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c673ae9cc469d6e622667c61df51dea690eb42d9",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b3070",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="courses_officequota",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courses_officequotaevent" ("id", "intake_id", "maximum", "minimum", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."id", old_values."intake_id", old_values."maximum", old_values."minimum", old_values."office_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="9c5b69b2f888918cd0b7b4a92a42377edb5ceae4",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_21057",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="courses_officequota",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("intake", "office"), name="officequota_once"),
                    models.CheckConstraint(
                        condition=models.Q(("maximum", None), ("maximum__gte", models.F("minimum")), _connector="OR"),
                        name="officequota_maximum_not_below_minimum",
                        violation_error_message="Høyeste kvote kan ikke være lavere enn laveste.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficeQuotaEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("minimum", models.PositiveSmallIntegerField(default=0, verbose_name="minst")),
                ("maximum", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="høyst")),
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
                    "office",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.office",
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
                        to="courses.officequota",
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
                            hash="b1d907f954e61d895b743ad6fc7440d206da855b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_34e4b",
                            table="courses_officequotaevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AllocationRunEvent",
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
                        choices=[("preview", "Forslag"), ("approved", "Godkjent"), ("discarded", "Forkastet")],
                        default="preview",
                        max_length=10,
                    ),
                ),
                ("seed", models.CharField(max_length=64)),
                ("inputs", models.JSONField(blank=True, default=dict)),
                ("made_at", models.DateTimeField()),
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
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="courses.allocationrun",
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
                        to="courses.allocationrun",
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
                            hash="3101fdf13ea65d8de47b8683cfc119b5afce2a6d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fd44c",
                            table="courses_allocationrunevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PolicyVersionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("engine", models.CharField(choices=[("advice", "Råd"), ("allocation", "Tildeling")], max_length=12)),
                ("number", models.PositiveIntegerField()),
                ("parameters", models.JSONField()),
                ("valid_from", models.DateField(verbose_name="gjelder fra")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "Utkast"), ("in_use", "Tatt i bruk"), ("discarded", "Forkastet")],
                        db_default="in_use",
                        default="in_use",
                        max_length=10,
                    ),
                ),
                ("note", models.CharField(blank=True, db_default="", max_length=300, verbose_name="hvorfor")),
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
                    "county",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.county",
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
                            hash="640c7eb47773b8f5f26e421a04c0bedeee751cb4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1067f",
                            table="courses_policyversionevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OfferEvent",
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
                            ("outstanding", "Venter på svar"),
                            ("accepted", "Takket ja"),
                            ("declined", "Takket nei"),
                            ("expired", "Fristen gikk ut"),
                            ("withdrawn", "Trukket tilbake"),
                        ],
                        default="outstanding",
                        max_length=12,
                    ),
                ),
                ("offered_on", models.DateField()),
                ("contacted_on", models.DateField(blank=True, null=True, verbose_name="kontaktet")),
                ("deadline_on", models.DateField(blank=True, null=True, verbose_name="svarfrist")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="svarte")),
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
                        to="courses.offer",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                            hash="14d828f257e6fbf0b719891e1960d5ff50b788d2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_80ab1",
                            table="courses_offerevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EnrolmentEvent",
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
                            ("awaiting_start", "Venter på oppstart"),
                            ("participating", "Deltar"),
                            ("completed", "Fullført"),
                            ("dropped_out", "Avbrutt"),
                            ("not_started", "Startet ikke"),
                        ],
                        default="awaiting_start",
                        max_length=15,
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="starter")),
                ("ends_on", models.DateField(verbose_name="slutter")),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            ("ill", "Syk"),
                            ("work", "Fått jobb"),
                            ("education", "Utdanning"),
                            ("other_support", "Trenger annen støtte"),
                            ("no_show", "Møtte ikke"),
                            ("other", "Annet"),
                        ],
                        default="",
                        max_length=15,
                        verbose_name="årsak",
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "prospects_explained_on",
                    models.DateField(blank=True, null=True, verbose_name="jobbutsikter forklart"),
                ),
                ("prospects_said", models.CharField(blank=True, max_length=300, verbose_name="hva som ble sagt")),
                ("certificate_issued_on", models.DateField(blank=True, null=True, verbose_name="kursbevis utstedt")),
                ("created_at", models.DateTimeField()),
                (
                    "ended_by",
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
                        to="courses.enrolment",
                    ),
                ),
                (
                    "prospects_explained_by",
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
                    "referred_by",
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1f725056a7ac94dd18f8f8fbba082ef53c9d67d5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_07ce3",
                            table="courses_enrolmentevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AllocationDecisionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("placed", "Får plass"),
                            ("waiting", "Venteliste"),
                            ("blocked", "Krav ikke oppfylt"),
                            ("not_needed", "Fikk et høyere ønske"),
                            ("held", "Har plass fra før"),
                        ],
                        max_length=12,
                    ),
                ),
                ("step", models.CharField(blank=True, max_length=20)),
                ("reason", models.CharField(blank=True, max_length=30)),
                ("facts", models.JSONField(default=dict)),
                ("points", models.JSONField(default=dict)),
                ("cut_off", models.JSONField(default=dict)),
                ("position", models.PositiveIntegerField(blank=True, null=True)),
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
                        to="courses.allocationdecision",
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
                            hash="04a1c15b5df08cbc3faa37cb2e6b20bacc9ace99",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b7e84",
                            table="courses_allocationdecisionevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WishEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("rank", models.PositiveSmallIntegerField(verbose_name="prioritet")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("pending", "Venter på tildeling"),
                            ("offered", "Har tilbud"),
                            ("accepted", "Takket ja"),
                            ("declined", "Takket nei"),
                            ("expired", "Fristen gikk ut"),
                            ("refused", "Avslag"),
                            ("waiting", "På venteliste"),
                            ("closed", "Lukket"),
                        ],
                        default="pending",
                        max_length=10,
                    ),
                ),
                (
                    "refusal_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            ("full", "Kurset er fullt"),
                            ("requirement", "Krav ikke oppfylt"),
                            ("other", "Annet"),
                        ],
                        default="",
                        max_length=12,
                    ),
                ),
                (
                    "decline_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="hvorfor brukeren takker nei"),
                ),
                ("advice", models.JSONField(blank=True, default=dict)),
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
                            hash="9012b91dc1f741a7b8a170ccb657c1a17f9ddf7d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b3928",
                            table="courses_wishevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        amo.migrating.InstallTriggers(),
        migrations.RunSQL(
            sql="SELECT kurslop_guard_tables()",
            reverse_sql="",
        ),
    ])
