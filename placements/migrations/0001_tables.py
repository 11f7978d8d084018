import amo.fields
import amo.migrating
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import placements.models
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("placements", "0001_initial")]

    initial = True

    dependencies = [
        ("amo", "0007_user_language"),
        ("courses", "0001_tables"),
        ("participants", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = amo.migrating.together([
        migrations.CreateModel(
            name="Employer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "organisation_number",
                    models.CharField(
                        error_messages={"unique": "Arbeidsgiveren er allerede registrert."},
                        max_length=9,
                        unique=True,
                        validators=[placements.models.validate_organisation_number],
                        verbose_name="organisasjonsnummer",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="navn")),
                (
                    "name_sort",
                    models.GeneratedField(
                        db_persist=True,
                        expression=amo.fields.NorwegianSortKey(models.F("name")),
                        output_field=models.CharField(db_collation="C", max_length=250),
                    ),
                ),
                (
                    "name_search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=amo.fields.SearchKey(models.F("name")),
                        output_field=models.TextField(),
                    ),
                ),
                ("employer_group", models.CharField(blank=True, max_length=40, verbose_name="arbeidsgivergruppe")),
                ("address", models.CharField(blank=True, max_length=150, verbose_name="besøksadresse")),
                (
                    "motives",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("recruit", "Rekruttere"),
                                ("help", "Hjelpe folk i arbeid"),
                                ("relief", "Avlastning i driften"),
                                ("teach", "Lære bort faget"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="hvorfor de tar imot",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("direct", "Deltakeren kan ta kontakt selv"),
                            ("through_provider", "Bare gjennom kursleverandøren"),
                            ("both", "Begge deler"),
                        ],
                        default="both",
                        max_length=20,
                        verbose_name="kontakt",
                    ),
                ),
                ("slots", models.PositiveSmallIntegerField(default=1, verbose_name="avtalte praksisplasser")),
                ("occupied_slots", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("contact_name", models.CharField(blank=True, max_length=100, verbose_name="kontaktperson")),
                ("contact_phone", models.CharField(blank=True, max_length=20, verbose_name="telefon")),
                ("contact_email", models.EmailField(blank=True, max_length=254, verbose_name="e-post")),
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
                "verbose_name": "arbeidsgiver",
                "ordering": ["name_sort", "pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employerevent" ("address", "channel", "contact_email", "contact_name", "contact_phone", "employer_group", "id", "motives", "name", "occupied_slots", "organisation_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sector_id", "slots", "version") SELECT new_values."address", new_values."channel", new_values."contact_email", new_values."contact_name", new_values."contact_phone", new_values."employer_group", new_values."id", new_values."motives", new_values."name", new_values."occupied_slots", new_values."organisation_number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."sector_id", new_values."slots", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b32c0b57534e943bdf7355e78599ea809e89b36a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_62703",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="placements_employer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employerevent" ("address", "channel", "contact_email", "contact_name", "contact_phone", "employer_group", "id", "motives", "name", "occupied_slots", "organisation_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sector_id", "slots", "version") SELECT new_values."address", new_values."channel", new_values."contact_email", new_values."contact_name", new_values."contact_phone", new_values."employer_group", new_values."id", new_values."motives", new_values."name", new_values."occupied_slots", new_values."organisation_number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."sector_id", new_values."slots", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."address" IS DISTINCT FROM (new_values."address") OR old_values."channel" IS DISTINCT FROM (new_values."channel") OR old_values."contact_email" IS DISTINCT FROM (new_values."contact_email") OR old_values."contact_name" IS DISTINCT FROM (new_values."contact_name") OR old_values."contact_phone" IS DISTINCT FROM (new_values."contact_phone") OR old_values."employer_group" IS DISTINCT FROM (new_values."employer_group") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."motives" IS DISTINCT FROM (new_values."motives") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."occupied_slots" IS DISTINCT FROM (new_values."occupied_slots") OR old_values."organisation_number" IS DISTINCT FROM (new_values."organisation_number") OR old_values."public_id" IS DISTINCT FROM (new_values."public_id") OR old_values."sector_id" IS DISTINCT FROM (new_values."sector_id") OR old_values."slots" IS DISTINCT FROM (new_values."slots") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c1a9853488a0b4a789a091277fa06cc79f0f50e7",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ba0ef",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="placements_employer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employerevent" ("address", "channel", "contact_email", "contact_name", "contact_phone", "employer_group", "id", "motives", "name", "occupied_slots", "organisation_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sector_id", "slots", "version") SELECT old_values."address", old_values."channel", old_values."contact_email", old_values."contact_name", old_values."contact_phone", old_values."employer_group", old_values."id", old_values."motives", old_values."name", old_values."occupied_slots", old_values."organisation_number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."sector_id", old_values."slots", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="902f9593ecd24b30b7079a674803b72201787c1d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_76f14",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="placements_employer",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("occupied_slots__lte", models.F("slots"))),
                        name="employer_slots_not_overfilled",
                        violation_error_message="Arbeidsgiveren har ikke flere ledige praksisplasser.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EmployerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "organisation_number",
                    models.CharField(
                        error_messages={"unique": "Arbeidsgiveren er allerede registrert."},
                        max_length=9,
                        validators=[placements.models.validate_organisation_number],
                        verbose_name="organisasjonsnummer",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="navn")),
                ("employer_group", models.CharField(blank=True, max_length=40, verbose_name="arbeidsgivergruppe")),
                ("address", models.CharField(blank=True, max_length=150, verbose_name="besøksadresse")),
                (
                    "motives",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("recruit", "Rekruttere"),
                                ("help", "Hjelpe folk i arbeid"),
                                ("relief", "Avlastning i driften"),
                                ("teach", "Lære bort faget"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="hvorfor de tar imot",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("direct", "Deltakeren kan ta kontakt selv"),
                            ("through_provider", "Bare gjennom kursleverandøren"),
                            ("both", "Begge deler"),
                        ],
                        default="both",
                        max_length=20,
                        verbose_name="kontakt",
                    ),
                ),
                ("slots", models.PositiveSmallIntegerField(default=1, verbose_name="avtalte praksisplasser")),
                ("occupied_slots", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("contact_name", models.CharField(blank=True, max_length=100, verbose_name="kontaktperson")),
                ("contact_phone", models.CharField(blank=True, max_length=20, verbose_name="telefon")),
                ("contact_email", models.EmailField(blank=True, max_length=254, verbose_name="e-post")),
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
                        to="placements.employer",
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
                            hash="3653e1304c9941ed86d733ceae9713b33a5a1ebe",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f4c83",
                            table="placements_employerevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Placement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("mentor_name", models.CharField(max_length=100, verbose_name="fadder")),
                ("mentor_phone", models.CharField(blank=True, max_length=20, verbose_name="telefon til fadder")),
                ("tasks", models.TextField(max_length=1000, verbose_name="arbeidsoppgaver")),
                (
                    "hours_per_week",
                    models.DecimalField(
                        decimal_places=1,
                        max_digits=4,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(40),
                        ],
                        verbose_name="timer i uka",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(verbose_name="til")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("agreed", "Avtalt"),
                            ("running", "Pågår"),
                            ("completed", "Fullført"),
                            ("ended_early", "Avsluttet før tiden"),
                            ("cancelled", "Avlyst"),
                        ],
                        default="agreed",
                        max_length=12,
                    ),
                ),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            ("as_planned", "Som avtalt"),
                            ("hired", "Ansatt her"),
                            ("other_job", "Fått jobb et annet sted"),
                            ("swap", "Byttet praksisplass"),
                            ("ill", "Syk"),
                            ("employer", "Arbeidsgiveren ønsket det"),
                            ("other", "Annet"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="årsak",
                    ),
                ),
                ("declared_on", models.DateField(verbose_name="erklæring om at ordinært ansatte ikke fortrenges")),
                ("created_at", models.DateTimeField(editable=False)),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "employer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placements",
                        to="placements.employer",
                        verbose_name="arbeidsgiver",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="placements", to="courses.enrolment"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placements",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "praksisplass",
                "ordering": ["-starts_on", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("created_at", "created_by_id", "declared_on", "employer_id", "end_reason", "ends_on", "enrolment_id", "hours_per_week", "id", "mentor_name", "mentor_phone", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "starts_on", "status", "tasks", "version") SELECT new_values."created_at", new_values."created_by_id", new_values."declared_on", new_values."employer_id", new_values."end_reason", new_values."ends_on", new_values."enrolment_id", new_values."hours_per_week", new_values."id", new_values."mentor_name", new_values."mentor_phone", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."starts_on", new_values."status", new_values."tasks", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b5f7b710a55054f7730cda2e3cf63fa002b2b706",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1caba",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="placements_placement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("created_at", "created_by_id", "declared_on", "employer_id", "end_reason", "ends_on", "enrolment_id", "hours_per_week", "id", "mentor_name", "mentor_phone", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "starts_on", "status", "tasks", "version") SELECT new_values."created_at", new_values."created_by_id", new_values."declared_on", new_values."employer_id", new_values."end_reason", new_values."ends_on", new_values."enrolment_id", new_values."hours_per_week", new_values."id", new_values."mentor_name", new_values."mentor_phone", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."starts_on", new_values."status", new_values."tasks", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d48726acc22057db5848ff40ff70b5e0de496c43",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3ab36",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="placements_placement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("created_at", "created_by_id", "declared_on", "employer_id", "end_reason", "ends_on", "enrolment_id", "hours_per_week", "id", "mentor_name", "mentor_phone", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "starts_on", "status", "tasks", "version") SELECT old_values."created_at", old_values."created_by_id", old_values."declared_on", old_values."employer_id", old_values."end_reason", old_values."ends_on", old_values."enrolment_id", old_values."hours_per_week", old_values."id", old_values."mentor_name", old_values."mentor_phone", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."starts_on", old_values."status", old_values."tasks", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="00145a43a5e9621b1c141d06786e88248a25e042",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_95ec9",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="placements_placement",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="placement_ends_after_start",
                        violation_error_message="Sluttdato kan ikke være før startdato.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["completed", "ended_early", "cancelled"]), _negated=True),
                            models.Q(("end_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="placement_ended_has_reason",
                        violation_error_message="Velg hvorfor praksisen er slutt.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("status", "cancelled"), _negated=True),
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
                        name="placement_no_overlap",
                        violation_error_message="Deltakeren har allerede en praksisplass i perioden.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlacementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("mentor_name", models.CharField(max_length=100, verbose_name="fadder")),
                ("mentor_phone", models.CharField(blank=True, max_length=20, verbose_name="telefon til fadder")),
                ("tasks", models.TextField(max_length=1000, verbose_name="arbeidsoppgaver")),
                (
                    "hours_per_week",
                    models.DecimalField(
                        decimal_places=1,
                        max_digits=4,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(40),
                        ],
                        verbose_name="timer i uka",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(verbose_name="til")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("agreed", "Avtalt"),
                            ("running", "Pågår"),
                            ("completed", "Fullført"),
                            ("ended_early", "Avsluttet før tiden"),
                            ("cancelled", "Avlyst"),
                        ],
                        default="agreed",
                        max_length=12,
                    ),
                ),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            ("as_planned", "Som avtalt"),
                            ("hired", "Ansatt her"),
                            ("other_job", "Fått jobb et annet sted"),
                            ("swap", "Byttet praksisplass"),
                            ("ill", "Syk"),
                            ("employer", "Arbeidsgiveren ønsket det"),
                            ("other", "Annet"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="årsak",
                    ),
                ),
                ("declared_on", models.DateField(verbose_name="erklæring om at ordinært ansatte ikke fortrenges")),
                ("created_at", models.DateTimeField(editable=False)),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "employer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="placements.employer",
                        verbose_name="arbeidsgiver",
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
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
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
                        to="placements.placement",
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
                            hash="807f76ac6201e19f1a8491f49288d861fa867f3f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_715c2",
                            table="placements_placementevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Planlagt"),
                            ("held", "Gjennomført"),
                            ("cancelled_by_employer", "Avlyst av arbeidsgiver"),
                            ("participant_absent", "Deltakeren var ikke der"),
                        ],
                        default="planned",
                        max_length=22,
                    ),
                ),
                ("planned_for", models.DateField(blank=True, null=True, verbose_name="planlagt")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="dato")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[("in_person", "På arbeidsplassen"), ("phone", "Telefon"), ("video", "Video")],
                        max_length=10,
                        verbose_name="hvordan",
                    ),
                ),
                (
                    "present",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("participant", "Deltakeren"), ("mentor", "Fadder"), ("manager", "Leder")],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "plan_followed",
                    models.CharField(
                        blank=True,
                        choices=[("", "Ikke spurt"), ("yes", "Ja"), ("partly", "Delvis"), ("no", "Nei")],
                        max_length=8,
                        verbose_name="følges opplæringen",
                    ),
                ),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("tasks", "Arbeidsoppgaver"),
                                ("norwegian", "Norsk på jobb"),
                                ("attendance", "Oppmøte og fravær"),
                                ("follow_up", "Opplæring fra fadder"),
                                ("hiring", "Mulighet for ansettelse"),
                                ("reference", "Attest og referanse"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "hiring_intent",
                    models.CharField(
                        blank=True,
                        choices=[("", "Ikke spurt"), ("yes", "Ja"), ("maybe", "Kanskje"), ("no", "Nei")],
                        max_length=6,
                        verbose_name="vil de ansette",
                    ),
                ),
                ("why_not_hire", models.CharField(blank=True, max_length=200, verbose_name="hvorfor ikke")),
                ("next_visit_on", models.DateField(blank=True, null=True, verbose_name="neste besøk")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="notat")),
                ("logged_at", models.DateTimeField(editable=False)),
                (
                    "logged_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="visits", to="placements.placement"
                    ),
                ),
            ],
            options={
                "verbose_name": "besøk",
                "ordering": ["-held_on", "-planned_for", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_visitevent" ("held_on", "hiring_intent", "id", "kind", "logged_at", "logged_by_id", "next_visit_on", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "plan_followed", "planned_for", "present", "public_id", "status", "topics", "version", "why_not_hire") SELECT new_values."held_on", new_values."hiring_intent", new_values."id", new_values."kind", new_values."logged_at", new_values."logged_by_id", new_values."next_visit_on", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."plan_followed", new_values."planned_for", new_values."present", new_values."public_id", new_values."status", new_values."topics", new_values."version", new_values."why_not_hire" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fba0d0124a7d7bad2ea7cddf45078df8d060b035",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a2fdc",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="placements_visit",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_visitevent" ("held_on", "hiring_intent", "id", "kind", "logged_at", "logged_by_id", "next_visit_on", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "plan_followed", "planned_for", "present", "public_id", "status", "topics", "version", "why_not_hire") SELECT new_values."held_on", new_values."hiring_intent", new_values."id", new_values."kind", new_values."logged_at", new_values."logged_by_id", new_values."next_visit_on", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."plan_followed", new_values."planned_for", new_values."present", new_values."public_id", new_values."status", new_values."topics", new_values."version", new_values."why_not_hire" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bbd8fa31a002acfc2b30bfd963ab83956f8d1104",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_95b1e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="placements_visit",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_visitevent" ("held_on", "hiring_intent", "id", "kind", "logged_at", "logged_by_id", "next_visit_on", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "plan_followed", "planned_for", "present", "public_id", "status", "topics", "version", "why_not_hire") SELECT old_values."held_on", old_values."hiring_intent", old_values."id", old_values."kind", old_values."logged_at", old_values."logged_by_id", old_values."next_visit_on", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."plan_followed", old_values."planned_for", old_values."present", old_values."public_id", old_values."status", old_values."topics", old_values."version", old_values."why_not_hire" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4785eb8697033ca290b45367d8a8b2e42ed317c7",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e2be3",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="placements_visit",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "held"), _negated=True),
                            models.Q(("held_on__isnull", False), models.Q(("kind", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="visit_held_has_day_and_kind",
                        violation_error_message="Oppgi når og hvordan besøket ble gjennomført.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitEvent",
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
                            ("planned", "Planlagt"),
                            ("held", "Gjennomført"),
                            ("cancelled_by_employer", "Avlyst av arbeidsgiver"),
                            ("participant_absent", "Deltakeren var ikke der"),
                        ],
                        default="planned",
                        max_length=22,
                    ),
                ),
                ("planned_for", models.DateField(blank=True, null=True, verbose_name="planlagt")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="dato")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[("in_person", "På arbeidsplassen"), ("phone", "Telefon"), ("video", "Video")],
                        max_length=10,
                        verbose_name="hvordan",
                    ),
                ),
                (
                    "present",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("participant", "Deltakeren"), ("mentor", "Fadder"), ("manager", "Leder")],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "plan_followed",
                    models.CharField(
                        blank=True,
                        choices=[("", "Ikke spurt"), ("yes", "Ja"), ("partly", "Delvis"), ("no", "Nei")],
                        max_length=8,
                        verbose_name="følges opplæringen",
                    ),
                ),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("tasks", "Arbeidsoppgaver"),
                                ("norwegian", "Norsk på jobb"),
                                ("attendance", "Oppmøte og fravær"),
                                ("follow_up", "Opplæring fra fadder"),
                                ("hiring", "Mulighet for ansettelse"),
                                ("reference", "Attest og referanse"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "hiring_intent",
                    models.CharField(
                        blank=True,
                        choices=[("", "Ikke spurt"), ("yes", "Ja"), ("maybe", "Kanskje"), ("no", "Nei")],
                        max_length=6,
                        verbose_name="vil de ansette",
                    ),
                ),
                ("why_not_hire", models.CharField(blank=True, max_length=200, verbose_name="hvorfor ikke")),
                ("next_visit_on", models.DateField(blank=True, null=True, verbose_name="neste besøk")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="notat")),
                ("logged_at", models.DateTimeField(editable=False)),
                (
                    "logged_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
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
                        to="placements.visit",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="placements.placement",
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
                            hash="27ea6e4d09ff8974b48e0c0a2731a1d4cfb541d2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_695aa",
                            table="placements_visitevent",
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
