import amo.fields
import amo.migrating
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import participants.identity
import pgtrigger.compiler
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("participants", "0001_initial"),
        ("participants", "0002_plans_and_marks"),
        ("participants", "0003_mapping_education_sector"),
        ("participants", "0004_information_points"),
        ("participants", "0005_portfolio_available_from"),
        ("participants", "0006_aim_read_to_person"),
        ("participants", "0007_mapping_tests_per_skill"),
        ("participants", "0008_mapping_tests_in_one_place"),
    ]

    initial = True

    dependencies = [
        ("amo", "0007_user_language"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = amo.migrating.together([
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "national_id",
                    models.CharField(
                        max_length=11,
                        unique=True,
                        validators=[participants.identity.validate_identity_number],
                        verbose_name="fødselsnummer eller d-nummer",
                    ),
                ),
                ("person_hash", models.CharField(db_index=True, editable=False, max_length=64)),
                ("first_name", models.CharField(blank=True, max_length=100, verbose_name="fornavn")),
                ("last_name", models.CharField(max_length=100, verbose_name="etternavn")),
                (
                    "name_sort",
                    models.GeneratedField(
                        db_persist=True,
                        expression=amo.fields.NorwegianSortKey(
                            django.db.models.functions.text.Concat(
                                models.F("last_name"), models.Value(", "), models.F("first_name")
                            )
                        ),
                        output_field=models.CharField(db_collation="C", max_length=250),
                    ),
                ),
                (
                    "name_search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=amo.fields.SearchKey(
                            django.db.models.functions.text.Concat(
                                models.F("first_name"),
                                models.Value(" "),
                                models.F("last_name"),
                                models.Value(" "),
                                models.F("first_name"),
                            )
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                ("born_on", models.DateField(editable=False, verbose_name="fødselsdato")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-post")),
                ("interpreter_language", models.CharField(blank=True, max_length=40, verbose_name="tolkespråk")),
                (
                    "written_form",
                    models.CharField(
                        choices=[("nb", "Bokmål"), ("nn", "Nynorsk")],
                        default="nb",
                        max_length=2,
                        verbose_name="målform i brev",
                    ),
                ),
                (
                    "address_protection",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Ingen"),
                            ("confidential", "Fortrolig"),
                            ("strictly_confidential", "Strengt fortrolig"),
                        ],
                        default="",
                        max_length=25,
                        verbose_name="adressebeskyttelse",
                    ),
                ),
                ("is_shielded", models.BooleanField(default=False, verbose_name="skjermet")),
                (
                    "benefit",
                    models.CharField(
                        choices=[
                            ("none", "Ingen ytelse"),
                            ("unemployment", "Dagpenger"),
                            ("activity_allowance", "Tiltakspenger"),
                            ("work_assessment", "Arbeidsavklaringspenger"),
                            ("social", "Økonomisk sosialhjelp"),
                            ("other", "Annen ytelse"),
                        ],
                        default="none",
                        max_length=20,
                        verbose_name="ytelse",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("voluntary", "Frivillig"),
                            ("required", "Krav om aktivitet"),
                            ("unknown", "Ikke avklart"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="frivillig eller krav",
                    ),
                ),
                ("need_reason", models.CharField(blank=True, max_length=500, verbose_name="behov for kvalifisering")),
                ("need_assessed_on", models.DateField(blank=True, null=True, verbose_name="behovet vurdert")),
                (
                    "tuition_right",
                    models.CharField(
                        choices=[("yes", "Ja"), ("no", "Nei"), ("unknown", "Vet ikke")],
                        default="unknown",
                        max_length=10,
                        verbose_name="rett til kommunal norskopplæring",
                    ),
                ),
                (
                    "tuition_hours_left",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="timer igjen"),
                ),
                ("tuition_deadline", models.DateField(blank=True, null=True, verbose_name="frist for opplæringen")),
                ("registered_at", models.DateTimeField(editable=False)),
                (
                    "caseworker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participants",
                        to="amo.membership",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="participants", to="amo.office"
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "bruker",
                "ordering": ["name_sort", "pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_participantevent" ("address_protection", "basis", "benefit", "born_on", "caseworker_id", "email", "first_name", "id", "interpreter_language", "is_shielded", "last_name", "national_id", "need_assessed_on", "need_reason", "office_id", "person_hash", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "registered_at", "registered_by_id", "tuition_deadline", "tuition_hours_left", "tuition_right", "version", "written_form") SELECT new_values."address_protection", new_values."basis", new_values."benefit", new_values."born_on", new_values."caseworker_id", new_values."email", new_values."first_name", new_values."id", new_values."interpreter_language", new_values."is_shielded", new_values."last_name", new_values."national_id", new_values."need_assessed_on", new_values."need_reason", new_values."office_id", new_values."person_hash", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phone", new_values."public_id", new_values."registered_at", new_values."registered_by_id", new_values."tuition_deadline", new_values."tuition_hours_left", new_values."tuition_right", new_values."version", new_values."written_form" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0027fafad43104d089536545020ac6e9b038155e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_068a6",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_participant",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_participantevent" ("address_protection", "basis", "benefit", "born_on", "caseworker_id", "email", "first_name", "id", "interpreter_language", "is_shielded", "last_name", "national_id", "need_assessed_on", "need_reason", "office_id", "person_hash", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "registered_at", "registered_by_id", "tuition_deadline", "tuition_hours_left", "tuition_right", "version", "written_form") SELECT new_values."address_protection", new_values."basis", new_values."benefit", new_values."born_on", new_values."caseworker_id", new_values."email", new_values."first_name", new_values."id", new_values."interpreter_language", new_values."is_shielded", new_values."last_name", new_values."national_id", new_values."need_assessed_on", new_values."need_reason", new_values."office_id", new_values."person_hash", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phone", new_values."public_id", new_values."registered_at", new_values."registered_by_id", new_values."tuition_deadline", new_values."tuition_hours_left", new_values."tuition_right", new_values."version", new_values."written_form" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."address_protection" IS DISTINCT FROM (new_values."address_protection") OR old_values."basis" IS DISTINCT FROM (new_values."basis") OR old_values."benefit" IS DISTINCT FROM (new_values."benefit") OR old_values."born_on" IS DISTINCT FROM (new_values."born_on") OR old_values."caseworker_id" IS DISTINCT FROM (new_values."caseworker_id") OR old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."first_name" IS DISTINCT FROM (new_values."first_name") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."interpreter_language" IS DISTINCT FROM (new_values."interpreter_language") OR old_values."is_shielded" IS DISTINCT FROM (new_values."is_shielded") OR old_values."last_name" IS DISTINCT FROM (new_values."last_name") OR old_values."national_id" IS DISTINCT FROM (new_values."national_id") OR old_values."need_assessed_on" IS DISTINCT FROM (new_values."need_assessed_on") OR old_values."need_reason" IS DISTINCT FROM (new_values."need_reason") OR old_values."office_id" IS DISTINCT FROM (new_values."office_id") OR old_values."person_hash" IS DISTINCT FROM (new_values."person_hash") OR old_values."phone" IS DISTINCT FROM (new_values."phone") OR old_values."public_id" IS DISTINCT FROM (new_values."public_id") OR old_values."registered_at" IS DISTINCT FROM (new_values."registered_at") OR old_values."registered_by_id" IS DISTINCT FROM (new_values."registered_by_id") OR old_values."tuition_deadline" IS DISTINCT FROM (new_values."tuition_deadline") OR old_values."tuition_hours_left" IS DISTINCT FROM (new_values."tuition_hours_left") OR old_values."tuition_right" IS DISTINCT FROM (new_values."tuition_right") OR old_values."version" IS DISTINCT FROM (new_values."version") OR old_values."written_form" IS DISTINCT FROM (new_values."written_form")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="be0ca32380f4ed500ade922e797c3339c78ba57d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c9656",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_participant",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_participantevent" ("address_protection", "basis", "benefit", "born_on", "caseworker_id", "email", "first_name", "id", "interpreter_language", "is_shielded", "last_name", "national_id", "need_assessed_on", "need_reason", "office_id", "person_hash", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "registered_at", "registered_by_id", "tuition_deadline", "tuition_hours_left", "tuition_right", "version", "written_form") SELECT old_values."address_protection", old_values."basis", old_values."benefit", old_values."born_on", old_values."caseworker_id", old_values."email", old_values."first_name", old_values."id", old_values."interpreter_language", old_values."is_shielded", old_values."last_name", old_values."national_id", old_values."need_assessed_on", old_values."need_reason", old_values."office_id", old_values."person_hash", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."phone", old_values."public_id", old_values."registered_at", old_values."registered_by_id", old_values."tuition_deadline", old_values."tuition_hours_left", old_values."tuition_right", old_values."version", old_values."written_form" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d398347c0d25dac4e96d36824c0880f71bd21893",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9322e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_participant",
                            when="AFTER",
                        ),
                    ),
                ],
                "indexes": [
                    models.Index(fields=["office", "name_sort"], name="participant_office_name"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["name_search"], name="participant_name_trgm", opclasses=["gin_trgm_ops"]
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JobseekerPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="registrert fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til")),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="jobseeker_periods",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_jobseekerperiodevent" ("ends_on", "id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT new_values."ends_on", new_values."id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7953693d558a1144a99e38b69051e7242232755e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_34fb3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_jobseekerperiod",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_jobseekerperiodevent" ("ends_on", "id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT new_values."ends_on", new_values."id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="90653acd267abc5985931e7aa52b0e79ce514290",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1e235",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_jobseekerperiod",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_jobseekerperiodevent" ("ends_on", "id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT old_values."ends_on", old_values."id", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="330d30c6867f9343388da56394b026eeaf100fcf",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7a76b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_jobseekerperiod",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="jobseekerperiod_ends_after_start",
                        violation_error_message="Sluttdato kan ikke være før startdato.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
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
                        name="jobseekerperiod_no_overlap",
                        violation_error_message="Personen er allerede registrert som arbeidssøker i perioden.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AccessGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.CharField(
                        choices=[("course", "Kursvisning"), ("reduced", "Begrenset visning"), ("county", "Fylke")],
                        max_length=10,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("application", "Søknad"),
                            ("shared", "Delt med kursleverandør"),
                            ("enrolment", "Deltakelse"),
                            ("override", "Utvidet tilgang"),
                        ],
                        max_length=12,
                    ),
                ),
                ("source_id", models.UUIDField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "county",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="amo.county",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="amo.provider",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="access_grants",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_accessgrantevent" ("county_id", "ends_on", "id", "level", "membership_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "source", "source_id", "starts_on") SELECT new_values."county_id", new_values."ends_on", new_values."id", new_values."level", new_values."membership_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."source", new_values."source_id", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="22708103c374c39bee9ed1fd6a3dd8a0f410a356",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1707c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_accessgrant",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_accessgrantevent" ("county_id", "ends_on", "id", "level", "membership_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "source", "source_id", "starts_on") SELECT new_values."county_id", new_values."ends_on", new_values."id", new_values."level", new_values."membership_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."source", new_values."source_id", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="72600b12287f01896c9912e47cf0f7f5bcfc78e7",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_67d3e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_accessgrant",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_accessgrantevent" ("county_id", "ends_on", "id", "level", "membership_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "source", "source_id", "starts_on") SELECT old_values."county_id", old_values."ends_on", old_values."id", old_values."level", old_values."membership_id", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."source", old_values."source_id", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="cf503eb683801bc728dbfade3deed82ade6e38e4",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_750b0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_accessgrant",
                            when="AFTER",
                        ),
                    ),
                ],
                "indexes": [
                    models.Index(fields=["provider", "participant"], name="accessgrant_provider"),
                    models.Index(fields=["county", "participant"], name="accessgrant_county"),
                    models.Index(fields=["membership", "participant"], name="accessgrant_membership"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("county", None), ("membership", None), ("provider__isnull", False)),
                            models.Q(("county__isnull", False), ("membership", None), ("provider", None)),
                            models.Q(("county", None), ("membership__isnull", False), ("provider", None)),
                            _connector="OR",
                        ),
                        name="accessgrant_exactly_one_receiver",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="accessgrant_ends_after_start",
                    ),
                    models.UniqueConstraint(
                        fields=("participant", "provider", "county", "membership", "level", "source", "source_id"),
                        name="accessgrant_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Aim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="versjon")),
                ("is_current", models.BooleanField(default=True)),
                ("words", models.TextField(blank=True, max_length=1000, verbose_name="med egne ord")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("work_in_sector", "Jobbe i bransjen"),
                            ("best_chance", "Opplæring der det er størst sjanse for jobb"),
                            ("course", "Gå på kurs, men ikke nødvendigvis få jobb nå"),
                            ("work_not_course", "Jobbe, men ikke gå på kurs"),
                            ("other_sector", "Jobbe i en annen bransje"),
                            ("other_course", "Gå på et annet kurs"),
                            ("undecided", "Vil ikke bestemme seg nå"),
                        ],
                        max_length=20,
                        verbose_name="eget mål",
                    ),
                ),
                ("read_to_person_on", models.DateField(blank=True, null=True, verbose_name="lest opp for brukeren")),
                ("created_at", models.DateTimeField()),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="aims", to="participants.participant"
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_aimevent" ("created_at", "created_by_id", "id", "is_current", "kind", "number", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_to_person_on", "words") SELECT new_values."created_at", new_values."created_by_id", new_values."id", new_values."is_current", new_values."kind", new_values."number", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."read_to_person_on", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0deb30c25c4ae80451cc06085eee925de33133a6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e4743",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_aim",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_aimevent" ("created_at", "created_by_id", "id", "is_current", "kind", "number", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_to_person_on", "words") SELECT new_values."created_at", new_values."created_by_id", new_values."id", new_values."is_current", new_values."kind", new_values."number", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."read_to_person_on", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="319f9bd77406ecad1914b9a814f0e2a62b20dd57",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2fbb6",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_aim",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_aimevent" ("created_at", "created_by_id", "id", "is_current", "kind", "number", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_to_person_on", "words") SELECT old_values."created_at", old_values."created_by_id", old_values."id", old_values."is_current", old_values."kind", old_values."number", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."read_to_person_on", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="42ff27a11c7883cdb8ae5a36e1db0f7241595602",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_936f0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_aim",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("participant", "number"), name="aim_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)), fields=("participant",), name="aim_one_current"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AimOccupation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rank", models.PositiveSmallIntegerField()),
                (
                    "aim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="occupations", to="participants.aim"
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.occupation"
                    ),
                ),
            ],
            options={
                "ordering": ["rank"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_aimoccupationevent" ("aim_id", "id", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") SELECT new_values."aim_id", new_values."id", new_values."occupation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."rank" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="eb42a77988ec99eced96a21304218bb5e7383f49",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e6a74",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_aimoccupation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_aimoccupationevent" ("aim_id", "id", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") SELECT new_values."aim_id", new_values."id", new_values."occupation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."rank" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cd04a96b0ddaf3582c645042038dfcced5e90655",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_03d11",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_aimoccupation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_aimoccupationevent" ("aim_id", "id", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") SELECT old_values."aim_id", old_values."id", old_values."occupation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."rank" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="479ef8050109188a56741d833a2e1fce95e18fc7",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_26ad1",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_aimoccupation",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("aim", "rank"), name="aimoccupation_rank_once"),
                    models.UniqueConstraint(fields=("aim", "occupation"), name="aimoccupation_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="AimOccupationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("rank", models.PositiveSmallIntegerField()),
                (
                    "aim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.aim",
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
                        to="participants.aimoccupation",
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
                            hash="25d1d03d5594b05a3723a1951075be4d53e7643c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_37caf",
                            table="participants_aimoccupationevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactAttempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_on", models.DateField(verbose_name="dato")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("in_person", "Møte"),
                            ("phone", "Telefon"),
                            ("digital", "Melding i aktivitetsplanen"),
                            ("letter", "Brev"),
                        ],
                        default="phone",
                        max_length=12,
                        verbose_name="hvordan",
                    ),
                ),
                ("reached", models.BooleanField(verbose_name="fikk kontakt")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="notat")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact_attempts",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "ordering": ["-made_on", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_contactattemptevent" ("channel", "id", "made_by_id", "made_on", "note", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached") SELECT new_values."channel", new_values."id", new_values."made_by_id", new_values."made_on", new_values."note", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reached" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7bce820079a19bbd03ac8a9120e49caa24e6c4d9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8cd44",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_contactattempt",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_contactattemptevent" ("channel", "id", "made_by_id", "made_on", "note", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached") SELECT new_values."channel", new_values."id", new_values."made_by_id", new_values."made_on", new_values."note", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reached" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="82e39ae166c93ef1575db3141f1365e837baf8da",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7abad",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_contactattempt",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_contactattemptevent" ("channel", "id", "made_by_id", "made_on", "note", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached") SELECT old_values."channel", old_values."id", old_values."made_by_id", old_values."made_on", old_values."note", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reached" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e4c8d099566aafb174ba37fe7743e36fda8b2f6c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b6642",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_contactattempt",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EducationPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til")),
                ("recorded_at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("nav", "Utdanning registrert i Nav"), ("ordinary", "Ordinær utdanning")],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="utdanning")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="education_periods",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_educationperiodevent" ("ends_on", "id", "kind", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "starts_on", "title") SELECT new_values."ends_on", new_values."id", new_values."kind", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."starts_on", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ef27745d2278cced5f4dcfffdf84a2eb03c142f4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7f7ca",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_educationperiod",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_educationperiodevent" ("ends_on", "id", "kind", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "starts_on", "title") SELECT new_values."ends_on", new_values."id", new_values."kind", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."starts_on", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="50acf8f7aae2fa743c923ae623717f76deb8a8d6",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5b522",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_educationperiod",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_educationperiodevent" ("ends_on", "id", "kind", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "starts_on", "title") SELECT old_values."ends_on", old_values."id", old_values."kind", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."starts_on", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8624b2f2f51dcdaaaed6e1d5bcee6109423381fe",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_57092",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_educationperiod",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="educationperiod_ends_after_start",
                        violation_error_message="Sluttdato kan ikke være før startdato.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Employment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "employer_number",
                    models.CharField(
                        blank=True,
                        max_length=9,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{9}$", "Organisasjonsnummeret skal ha ni siffer."
                            )
                        ],
                        verbose_name="organisasjonsnummer",
                    ),
                ),
                ("employer_name", models.CharField(max_length=150, verbose_name="arbeidsgiver")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("permanent", "Fast jobb"),
                            ("temporary", "Vikariat eller midlertidig"),
                            ("self_employed", "Egen virksomhet"),
                            ("apprentice", "Lærling"),
                        ],
                        max_length=15,
                        verbose_name="ansettelsesform",
                    ),
                ),
                ("on_call", models.BooleanField(default=False, verbose_name="ringevikar eller tilkalling")),
                ("wage_subsidy", models.BooleanField(default=False, verbose_name="lønnstilskudd")),
                (
                    "fte_low",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="stillingsprosent",
                    ),
                ),
                (
                    "fte_high",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="opp til",
                    ),
                ),
                (
                    "wanted_fte",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="ønsket stillingsprosent",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til")),
                (
                    "found_through",
                    models.CharField(
                        choices=[
                            ("placement_employer", "Arbeidsgiveren fra praksis"),
                            ("placement_network", "Nettverket til praksisarbeidsgiveren"),
                            ("own_search", "Egen jobbsøking"),
                            ("nav", "Nav"),
                            ("provider", "Kursleverandøren"),
                            ("agency", "Bemanningsbyrå"),
                            ("unknown", "Vet ikke"),
                        ],
                        default="unknown",
                        max_length=20,
                        verbose_name="funnet gjennom",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("participant", "Brukeren selv"),
                            ("provider", "Kursleverandøren"),
                            ("caseworker", "Veileder"),
                            ("register", "Aa-registeret"),
                        ],
                        max_length=15,
                        verbose_name="kilde",
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("superseded_at", models.DateTimeField(blank=True, null=True)),
                (
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.occupation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="participants.employment",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="employments",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_employmentevent" ("employer_name", "employer_number", "ends_on", "form", "found_through", "fte_high", "fte_low", "id", "occupation_id", "on_call", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "source", "starts_on", "superseded_at", "supersedes_id", "version", "wage_subsidy", "wanted_fte") SELECT new_values."employer_name", new_values."employer_number", new_values."ends_on", new_values."form", new_values."found_through", new_values."fte_high", new_values."fte_low", new_values."id", new_values."occupation_id", new_values."on_call", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."recorded_at", new_values."recorded_by_id", new_values."source", new_values."starts_on", new_values."superseded_at", new_values."supersedes_id", new_values."version", new_values."wage_subsidy", new_values."wanted_fte" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e3b11949e8686b5fba04de196d1b615775cd6bd9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5194d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_employment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_employmentevent" ("employer_name", "employer_number", "ends_on", "form", "found_through", "fte_high", "fte_low", "id", "occupation_id", "on_call", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "source", "starts_on", "superseded_at", "supersedes_id", "version", "wage_subsidy", "wanted_fte") SELECT new_values."employer_name", new_values."employer_number", new_values."ends_on", new_values."form", new_values."found_through", new_values."fte_high", new_values."fte_low", new_values."id", new_values."occupation_id", new_values."on_call", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."recorded_at", new_values."recorded_by_id", new_values."source", new_values."starts_on", new_values."superseded_at", new_values."supersedes_id", new_values."version", new_values."wage_subsidy", new_values."wanted_fte" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="912a7bb4b2dae587ffce0d46e17f0d142e983824",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ffa72",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_employment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_employmentevent" ("employer_name", "employer_number", "ends_on", "form", "found_through", "fte_high", "fte_low", "id", "occupation_id", "on_call", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "source", "starts_on", "superseded_at", "supersedes_id", "version", "wage_subsidy", "wanted_fte") SELECT old_values."employer_name", old_values."employer_number", old_values."ends_on", old_values."form", old_values."found_through", old_values."fte_high", old_values."fte_low", old_values."id", old_values."occupation_id", old_values."on_call", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."recorded_at", old_values."recorded_by_id", old_values."source", old_values."starts_on", old_values."superseded_at", old_values."supersedes_id", old_values."version", old_values."wage_subsidy", old_values."wanted_fte" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="66a587494cfab050d2093bc0f9afbfc8abad4d0a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c94d7",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_employment",
                            when="AFTER",
                        ),
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("superseded_at", None)),
                        fields=["participant", "starts_on"],
                        name="employment_current",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="employment_ends_after_start",
                        violation_error_message="Sluttdato kan ikke være før startdato.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fte_low__lte", 100),
                            models.Q(
                                ("fte_high", None),
                                models.Q(("fte_high__gte", models.F("fte_low")), ("fte_high__lte", 100)),
                                _connector="OR",
                            ),
                        ),
                        name="employment_fte_range",
                        violation_error_message="Den høyeste stillingsprosenten må være minst like høy som den laveste.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mapping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="versjon")),
                ("is_current", models.BooleanField(default=True)),
                (
                    "oral",
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
                        verbose_name="muntlig",
                    ),
                ),
                (
                    "oral_source",
                    models.CharField(
                        choices=[
                            ("unknown", "Ikke kjent"),
                            ("assessed", "Vurdert av veileder"),
                            ("documented", "Dokumentert med prøve"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="kilde, muntlig",
                    ),
                ),
                (
                    "oral_test",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("norskproven", "Norskprøven"),
                            ("norskprove_2", "Norskprøve 2 (A2)"),
                            ("norskprove_3", "Norskprøve 3 (B1)"),
                            ("bergenstesten", "Bergenstesten"),
                            ("other", "Annen prøve"),
                        ],
                        db_default="",
                        max_length=15,
                        verbose_name="prøve, muntlig",
                    ),
                ),
                ("oral_tested_on", models.DateField(blank=True, null=True, verbose_name="prøvedato, muntlig")),
                (
                    "listening",
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
                        verbose_name="lytte",
                    ),
                ),
                (
                    "listening_source",
                    models.CharField(
                        choices=[
                            ("unknown", "Ikke kjent"),
                            ("assessed", "Vurdert av veileder"),
                            ("documented", "Dokumentert med prøve"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="kilde, lytte",
                    ),
                ),
                (
                    "listening_test",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("norskproven", "Norskprøven"),
                            ("norskprove_2", "Norskprøve 2 (A2)"),
                            ("norskprove_3", "Norskprøve 3 (B1)"),
                            ("bergenstesten", "Bergenstesten"),
                            ("other", "Annen prøve"),
                        ],
                        db_default="",
                        max_length=15,
                        verbose_name="prøve, lytte",
                    ),
                ),
                ("listening_tested_on", models.DateField(blank=True, null=True, verbose_name="prøvedato, lytte")),
                (
                    "reading",
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
                        verbose_name="lese",
                    ),
                ),
                (
                    "reading_source",
                    models.CharField(
                        choices=[
                            ("unknown", "Ikke kjent"),
                            ("assessed", "Vurdert av veileder"),
                            ("documented", "Dokumentert med prøve"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="kilde, lese",
                    ),
                ),
                (
                    "reading_test",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("norskproven", "Norskprøven"),
                            ("norskprove_2", "Norskprøve 2 (A2)"),
                            ("norskprove_3", "Norskprøve 3 (B1)"),
                            ("bergenstesten", "Bergenstesten"),
                            ("other", "Annen prøve"),
                        ],
                        db_default="",
                        max_length=15,
                        verbose_name="prøve, lese",
                    ),
                ),
                ("reading_tested_on", models.DateField(blank=True, null=True, verbose_name="prøvedato, lese")),
                (
                    "writing",
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
                        verbose_name="skrive",
                    ),
                ),
                (
                    "writing_source",
                    models.CharField(
                        choices=[
                            ("unknown", "Ikke kjent"),
                            ("assessed", "Vurdert av veileder"),
                            ("documented", "Dokumentert med prøve"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="kilde, skrive",
                    ),
                ),
                (
                    "writing_test",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("norskproven", "Norskprøven"),
                            ("norskprove_2", "Norskprøve 2 (A2)"),
                            ("norskprove_3", "Norskprøve 3 (B1)"),
                            ("bergenstesten", "Bergenstesten"),
                            ("other", "Annen prøve"),
                        ],
                        db_default="",
                        max_length=15,
                        verbose_name="prøve, skrive",
                    ),
                ),
                ("writing_tested_on", models.DateField(blank=True, null=True, verbose_name="prøvedato, skrive")),
                (
                    "written",
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
                        verbose_name="skriftlig (gammel prøve)",
                    ),
                ),
                (
                    "written_source",
                    models.CharField(
                        choices=[
                            ("unknown", "Ikke kjent"),
                            ("assessed", "Vurdert av veileder"),
                            ("documented", "Dokumentert med prøve"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="kilde, skriftlig",
                    ),
                ),
                (
                    "written_test",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("norskproven", "Norskprøven"),
                            ("norskprove_2", "Norskprøve 2 (A2)"),
                            ("norskprove_3", "Norskprøve 3 (B1)"),
                            ("bergenstesten", "Bergenstesten"),
                            ("other", "Annen prøve"),
                        ],
                        db_default="",
                        max_length=15,
                        verbose_name="prøve, skriftlig",
                    ),
                ),
                ("written_tested_on", models.DateField(blank=True, null=True, verbose_name="prøvedato, skriftlig")),
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
                ("education_field", models.CharField(blank=True, max_length=120, verbose_name="fag")),
                ("education_country", models.CharField(blank=True, max_length=60, verbose_name="land")),
                (
                    "education_recognition",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("yes", "Godkjent"),
                            ("applied", "Har søkt"),
                            ("no", "Ikke godkjent"),
                        ],
                        db_default="",
                        max_length=10,
                        verbose_name="godkjent i Norge",
                    ),
                ),
                (
                    "hours_available",
                    models.DecimalField(
                        blank=True, decimal_places=1, max_digits=4, null=True, verbose_name="mulige timer i uka"
                    ),
                ),
                ("evenings", models.BooleanField(default=False, verbose_name="kveld")),
                ("nights", models.BooleanField(default=False, verbose_name="natt")),
                ("weekends", models.BooleanField(default=False, verbose_name="helg")),
                ("available_from", models.DateField(blank=True, null=True, verbose_name="kan starte fra")),
                ("can_move", models.BooleanField(blank=True, null=True, verbose_name="kan flytte")),
                (
                    "digital_skills",
                    models.CharField(
                        blank=True,
                        choices=[("", "Vet ikke"), ("none", "Ingen"), ("some", "Noen"), ("good", "Gode")],
                        max_length=10,
                        verbose_name="digitale ferdigheter",
                    ),
                ),
                ("needs_adaptation", models.BooleanField(default=False, verbose_name="trenger tilrettelegging")),
                (
                    "adaptation_text",
                    models.CharField(blank=True, max_length=500, verbose_name="hva som må tilrettelegges"),
                ),
                ("summary", models.TextField(blank=True, max_length=2000, verbose_name="oppsummering")),
                ("created_at", models.DateTimeField()),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "education_sector",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.sector",
                        verbose_name="bransje for utdanningen",
                    ),
                ),
                (
                    "reachable_offices",
                    models.ManyToManyField(blank=True, related_name="+", to="amo.office", verbose_name="kan reise til"),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mappings",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_mappingevent" ("adaptation_text", "available_from", "can_move", "created_at", "created_by_id", "digital_skills", "education_country", "education_field", "education_level", "education_recognition", "education_sector_id", "evenings", "hours_available", "id", "is_current", "listening", "listening_source", "listening_test", "listening_tested_on", "needs_adaptation", "nights", "number", "oral", "oral_source", "oral_test", "oral_tested_on", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading", "reading_source", "reading_test", "reading_tested_on", "summary", "weekends", "writing", "writing_source", "writing_test", "writing_tested_on", "written", "written_source", "written_test", "written_tested_on") SELECT new_values."adaptation_text", new_values."available_from", new_values."can_move", new_values."created_at", new_values."created_by_id", new_values."digital_skills", new_values."education_country", new_values."education_field", new_values."education_level", new_values."education_recognition", new_values."education_sector_id", new_values."evenings", new_values."hours_available", new_values."id", new_values."is_current", new_values."listening", new_values."listening_source", new_values."listening_test", new_values."listening_tested_on", new_values."needs_adaptation", new_values."nights", new_values."number", new_values."oral", new_values."oral_source", new_values."oral_test", new_values."oral_tested_on", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reading", new_values."reading_source", new_values."reading_test", new_values."reading_tested_on", new_values."summary", new_values."weekends", new_values."writing", new_values."writing_source", new_values."writing_test", new_values."writing_tested_on", new_values."written", new_values."written_source", new_values."written_test", new_values."written_tested_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="be2193b6b580feb8aed68960c196a11d593217c5",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9d81f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_mapping",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_mappingevent" ("adaptation_text", "available_from", "can_move", "created_at", "created_by_id", "digital_skills", "education_country", "education_field", "education_level", "education_recognition", "education_sector_id", "evenings", "hours_available", "id", "is_current", "listening", "listening_source", "listening_test", "listening_tested_on", "needs_adaptation", "nights", "number", "oral", "oral_source", "oral_test", "oral_tested_on", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading", "reading_source", "reading_test", "reading_tested_on", "summary", "weekends", "writing", "writing_source", "writing_test", "writing_tested_on", "written", "written_source", "written_test", "written_tested_on") SELECT new_values."adaptation_text", new_values."available_from", new_values."can_move", new_values."created_at", new_values."created_by_id", new_values."digital_skills", new_values."education_country", new_values."education_field", new_values."education_level", new_values."education_recognition", new_values."education_sector_id", new_values."evenings", new_values."hours_available", new_values."id", new_values."is_current", new_values."listening", new_values."listening_source", new_values."listening_test", new_values."listening_tested_on", new_values."needs_adaptation", new_values."nights", new_values."number", new_values."oral", new_values."oral_source", new_values."oral_test", new_values."oral_tested_on", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reading", new_values."reading_source", new_values."reading_test", new_values."reading_tested_on", new_values."summary", new_values."weekends", new_values."writing", new_values."writing_source", new_values."writing_test", new_values."writing_tested_on", new_values."written", new_values."written_source", new_values."written_test", new_values."written_tested_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="eaa08a8d4108c08b3d411a4a391f84606547316a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cbbf9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_mapping",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_mappingevent" ("adaptation_text", "available_from", "can_move", "created_at", "created_by_id", "digital_skills", "education_country", "education_field", "education_level", "education_recognition", "education_sector_id", "evenings", "hours_available", "id", "is_current", "listening", "listening_source", "listening_test", "listening_tested_on", "needs_adaptation", "nights", "number", "oral", "oral_source", "oral_test", "oral_tested_on", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading", "reading_source", "reading_test", "reading_tested_on", "summary", "weekends", "writing", "writing_source", "writing_test", "writing_tested_on", "written", "written_source", "written_test", "written_tested_on") SELECT old_values."adaptation_text", old_values."available_from", old_values."can_move", old_values."created_at", old_values."created_by_id", old_values."digital_skills", old_values."education_country", old_values."education_field", old_values."education_level", old_values."education_recognition", old_values."education_sector_id", old_values."evenings", old_values."hours_available", old_values."id", old_values."is_current", old_values."listening", old_values."listening_source", old_values."listening_test", old_values."listening_tested_on", old_values."needs_adaptation", old_values."nights", old_values."number", old_values."oral", old_values."oral_source", old_values."oral_test", old_values."oral_tested_on", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reading", old_values."reading_source", old_values."reading_test", old_values."reading_tested_on", old_values."summary", old_values."weekends", old_values."writing", old_values."writing_source", old_values."writing_test", old_values."writing_tested_on", old_values."written", old_values."written_source", old_values."written_test", old_values."written_tested_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="af93135fea5b65f0a9e20469085a5c2a3f170edb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c3d7f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_mapping",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("participant", "number"), name="mapping_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)), fields=("participant",), name="mapping_one_current"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HeldCertificate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="gyldig til")),
                (
                    "qualification",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.qualificationtype"
                    ),
                ),
                (
                    "mapping",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="certificates",
                        to="participants.mapping",
                    ),
                ),
            ],
            options={
                "ordering": ["qualification__name"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_heldcertificateevent" ("id", "mapping_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualification_id", "valid_to") SELECT new_values."id", new_values."mapping_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."qualification_id", new_values."valid_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="512edb54045fdef490d7f3c08e1bf2eab301ba6f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8c27c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_heldcertificate",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_heldcertificateevent" ("id", "mapping_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualification_id", "valid_to") SELECT new_values."id", new_values."mapping_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."qualification_id", new_values."valid_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8e96fccc764cab126bc75bf73c39432d549ba5a5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1bf94",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_heldcertificate",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_heldcertificateevent" ("id", "mapping_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualification_id", "valid_to") SELECT old_values."id", old_values."mapping_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."qualification_id", old_values."valid_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="dc3c77704ce41a4ac581f8744141cc8ee04493b5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_03acd",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_heldcertificate",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("mapping", "qualification"),
                        name="heldcertificate_once",
                        violation_error_message="Beviset er allerede ført opp.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InformationGiven",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("general", "Om AMO-kurs generelt"),
                            ("course", "Om et bestemt kurs"),
                            ("prospects", "Om jobbutsikter etter kurset"),
                        ],
                        max_length=12,
                        verbose_name="hva",
                    ),
                ),
                ("subject_id", models.UUIDField(blank=True, null=True)),
                ("subject", models.CharField(blank=True, max_length=150, verbose_name="kurs")),
                (
                    "points",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("what", "Hva kurset er, og hva en lærer og gjør"),
                                ("outcome", "Hvordan det vanligvis går etter kurset"),
                                ("prospects", "Hvilke jobber kurset åpner for, og hvilke det ikke åpner for"),
                                ("alternatives", "Hva som finnes i stedet for kurs"),
                                ("may_decline", "At det går an å si nei, og hva som skjer da"),
                                ("benefit", "Hva som skjer med ytelsen"),
                                ("leaflet", "Fikk heftet om kurset"),
                            ],
                            max_length=15,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="hva det ble snakket om",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=1000, verbose_name="hva som ble sagt")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("in_person", "Møte"),
                            ("phone", "Telefon"),
                            ("digital", "Melding i aktivitetsplanen"),
                            ("letter", "Brev"),
                        ],
                        default="in_person",
                        max_length=12,
                        verbose_name="hvordan",
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=40, verbose_name="språk")),
                ("with_interpreter", models.BooleanField(default=False, verbose_name="med tolk")),
                ("given_on", models.DateField(verbose_name="dato")),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="information_given",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "ordering": ["-given_on", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_informationgivenevent" ("channel", "given_by_id", "given_on", "id", "kind", "language", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "said", "subject", "subject_id", "with_interpreter") SELECT new_values."channel", new_values."given_by_id", new_values."given_on", new_values."id", new_values."kind", new_values."language", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."points", new_values."said", new_values."subject", new_values."subject_id", new_values."with_interpreter" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a03965bc5dd5d6e4bbeec3ae950bffb5c86849e7",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ba38f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_informationgiven",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_informationgivenevent" ("channel", "given_by_id", "given_on", "id", "kind", "language", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "said", "subject", "subject_id", "with_interpreter") SELECT new_values."channel", new_values."given_by_id", new_values."given_on", new_values."id", new_values."kind", new_values."language", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."points", new_values."said", new_values."subject", new_values."subject_id", new_values."with_interpreter" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a134046c6770b10f41a133eb49a75369e0f87c12",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cfcf0",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_informationgiven",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_informationgivenevent" ("channel", "given_by_id", "given_on", "id", "kind", "language", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "said", "subject", "subject_id", "with_interpreter") SELECT old_values."channel", old_values."given_by_id", old_values."given_on", old_values."id", old_values."kind", old_values."language", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."points", old_values."said", old_values."subject", old_values."subject_id", old_values."with_interpreter" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="cfbf95902e01d8f062262a26a906867ef92a4e72",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4d03f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_informationgiven",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HeldCertificateEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="gyldig til")),
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
                        to="participants.heldcertificate",
                    ),
                ),
                (
                    "qualification",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.qualificationtype",
                    ),
                ),
                (
                    "mapping",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.mapping",
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
                            hash="f5582bc35ebe489e3b7606ef5f104679f6e14224",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b16e4",
                            table="participants_heldcertificateevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til")),
                ("recorded_at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("amo", "AMO-kurs"),
                            ("placement", "Arbeidstrening"),
                            ("wage_subsidy", "Lønnstilskudd"),
                            ("other", "Annet tiltak"),
                        ],
                        max_length=15,
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="tiltak")),
                ("ended_in_work", models.BooleanField(blank=True, null=True, verbose_name="førte til jobb")),
                (
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.occupation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_on"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_measureevent" ("ended_in_work", "ends_on", "id", "kind", "occupation_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "starts_on", "title") SELECT new_values."ended_in_work", new_values."ends_on", new_values."id", new_values."kind", new_values."occupation_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."starts_on", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="10d3ac54aeef2c2e32b5f3bfb3bd05b596f59fce",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7e8c0",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_measure",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_measureevent" ("ended_in_work", "ends_on", "id", "kind", "occupation_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "starts_on", "title") SELECT new_values."ended_in_work", new_values."ends_on", new_values."id", new_values."kind", new_values."occupation_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."starts_on", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="281f68adae5706a720db2511b3567cb4c4289d62",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ee57f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_measure",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_measureevent" ("ended_in_work", "ends_on", "id", "kind", "occupation_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "starts_on", "title") SELECT old_values."ended_in_work", old_values."ends_on", old_values."id", old_values."kind", old_values."occupation_id", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."starts_on", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0f7d789966964048e2fae3285bfeb551e5773103",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b8693",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_measure",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="measure_ends_after_start",
                        violation_error_message="Sluttdato kan ikke være før startdato.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("text", models.TextField(max_length=2000, verbose_name="notat")),
                ("created_at", models.DateTimeField()),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="participants.participant"
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "-pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_noteevent" ("created_at", "created_by_id", "id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text") SELECT new_values."created_at", new_values."created_by_id", new_values."id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="99352365ec804f8eb745503b19ba689284f8393c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_352fa",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_note",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_noteevent" ("created_at", "created_by_id", "id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text") SELECT new_values."created_at", new_values."created_by_id", new_values."id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ad7f8311e7ca3d20498af4ed9f1e55fd329b300d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_713bb",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_note",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_noteevent" ("created_at", "created_by_id", "id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text") SELECT old_values."created_at", old_values."created_by_id", old_values."id", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c52a6d763a351309a2f51b4f451b7d6fc4e8b782",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f78de",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_note",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PortfolioRow",
            fields=[
                (
                    "participant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="portfolio_row",
                        serialize=False,
                        to="participants.participant",
                    ),
                ),
                ("mapped_on", models.DateField(null=True)),
                ("informed_on", models.DateField(null=True)),
                ("last_contact_on", models.DateField(null=True)),
                ("applied_on", models.DateField(null=True)),
                ("offer_deadline", models.DateField(null=True)),
                ("course_label", models.CharField(blank=True, max_length=150)),
                ("course_starts_on", models.DateField(null=True)),
                ("course_ends_on", models.DateField(null=True)),
                ("placement_label", models.CharField(blank=True, max_length=150)),
                ("placement_starts_on", models.DateField(null=True)),
                ("placement_ends_on", models.DateField(null=True)),
                ("last_visit_on", models.DateField(null=True)),
                ("courses_ended", models.PositiveSmallIntegerField(default=0)),
                ("chain_from", models.DateField(null=True)),
                ("plan_on", models.DateField(null=True)),
                ("available_from", models.DateField(null=True, verbose_name="kan starte fra")),
                ("outcome_label", models.CharField(blank=True, max_length=100)),
                ("next_action", models.CharField(blank=True, max_length=200)),
                ("next_action_on", models.DateField(db_index=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="NoteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("text", models.TextField(max_length=2000, verbose_name="notat")),
                ("created_at", models.DateTimeField()),
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
                        to="participants.note",
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1776af96a61e6a85eb191dcec9d579b312cd3b96",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_59c8e",
                            table="participants_noteevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeasureEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til")),
                ("recorded_at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("amo", "AMO-kurs"),
                            ("placement", "Arbeidstrening"),
                            ("wage_subsidy", "Lønnstilskudd"),
                            ("other", "Annet tiltak"),
                        ],
                        max_length=15,
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="tiltak")),
                ("ended_in_work", models.BooleanField(blank=True, null=True, verbose_name="førte til jobb")),
                (
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="participants.measure",
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7267b67ed9e260625a9f07a2c4cac01238a1a5b7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d585c",
                            table="participants_measureevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MappingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveIntegerField(verbose_name="versjon")),
                ("is_current", models.BooleanField(default=True)),
                (
                    "oral",
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
                        verbose_name="muntlig",
                    ),
                ),
                (
                    "oral_source",
                    models.CharField(
                        choices=[
                            ("unknown", "Ikke kjent"),
                            ("assessed", "Vurdert av veileder"),
                            ("documented", "Dokumentert med prøve"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="kilde, muntlig",
                    ),
                ),
                (
                    "oral_test",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("norskproven", "Norskprøven"),
                            ("norskprove_2", "Norskprøve 2 (A2)"),
                            ("norskprove_3", "Norskprøve 3 (B1)"),
                            ("bergenstesten", "Bergenstesten"),
                            ("other", "Annen prøve"),
                        ],
                        db_default="",
                        max_length=15,
                        verbose_name="prøve, muntlig",
                    ),
                ),
                ("oral_tested_on", models.DateField(blank=True, null=True, verbose_name="prøvedato, muntlig")),
                (
                    "listening",
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
                        verbose_name="lytte",
                    ),
                ),
                (
                    "listening_source",
                    models.CharField(
                        choices=[
                            ("unknown", "Ikke kjent"),
                            ("assessed", "Vurdert av veileder"),
                            ("documented", "Dokumentert med prøve"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="kilde, lytte",
                    ),
                ),
                (
                    "listening_test",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("norskproven", "Norskprøven"),
                            ("norskprove_2", "Norskprøve 2 (A2)"),
                            ("norskprove_3", "Norskprøve 3 (B1)"),
                            ("bergenstesten", "Bergenstesten"),
                            ("other", "Annen prøve"),
                        ],
                        db_default="",
                        max_length=15,
                        verbose_name="prøve, lytte",
                    ),
                ),
                ("listening_tested_on", models.DateField(blank=True, null=True, verbose_name="prøvedato, lytte")),
                (
                    "reading",
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
                        verbose_name="lese",
                    ),
                ),
                (
                    "reading_source",
                    models.CharField(
                        choices=[
                            ("unknown", "Ikke kjent"),
                            ("assessed", "Vurdert av veileder"),
                            ("documented", "Dokumentert med prøve"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="kilde, lese",
                    ),
                ),
                (
                    "reading_test",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("norskproven", "Norskprøven"),
                            ("norskprove_2", "Norskprøve 2 (A2)"),
                            ("norskprove_3", "Norskprøve 3 (B1)"),
                            ("bergenstesten", "Bergenstesten"),
                            ("other", "Annen prøve"),
                        ],
                        db_default="",
                        max_length=15,
                        verbose_name="prøve, lese",
                    ),
                ),
                ("reading_tested_on", models.DateField(blank=True, null=True, verbose_name="prøvedato, lese")),
                (
                    "writing",
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
                        verbose_name="skrive",
                    ),
                ),
                (
                    "writing_source",
                    models.CharField(
                        choices=[
                            ("unknown", "Ikke kjent"),
                            ("assessed", "Vurdert av veileder"),
                            ("documented", "Dokumentert med prøve"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="kilde, skrive",
                    ),
                ),
                (
                    "writing_test",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("norskproven", "Norskprøven"),
                            ("norskprove_2", "Norskprøve 2 (A2)"),
                            ("norskprove_3", "Norskprøve 3 (B1)"),
                            ("bergenstesten", "Bergenstesten"),
                            ("other", "Annen prøve"),
                        ],
                        db_default="",
                        max_length=15,
                        verbose_name="prøve, skrive",
                    ),
                ),
                ("writing_tested_on", models.DateField(blank=True, null=True, verbose_name="prøvedato, skrive")),
                (
                    "written",
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
                        verbose_name="skriftlig (gammel prøve)",
                    ),
                ),
                (
                    "written_source",
                    models.CharField(
                        choices=[
                            ("unknown", "Ikke kjent"),
                            ("assessed", "Vurdert av veileder"),
                            ("documented", "Dokumentert med prøve"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="kilde, skriftlig",
                    ),
                ),
                (
                    "written_test",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("norskproven", "Norskprøven"),
                            ("norskprove_2", "Norskprøve 2 (A2)"),
                            ("norskprove_3", "Norskprøve 3 (B1)"),
                            ("bergenstesten", "Bergenstesten"),
                            ("other", "Annen prøve"),
                        ],
                        db_default="",
                        max_length=15,
                        verbose_name="prøve, skriftlig",
                    ),
                ),
                ("written_tested_on", models.DateField(blank=True, null=True, verbose_name="prøvedato, skriftlig")),
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
                ("education_field", models.CharField(blank=True, max_length=120, verbose_name="fag")),
                ("education_country", models.CharField(blank=True, max_length=60, verbose_name="land")),
                (
                    "education_recognition",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Vet ikke"),
                            ("yes", "Godkjent"),
                            ("applied", "Har søkt"),
                            ("no", "Ikke godkjent"),
                        ],
                        db_default="",
                        max_length=10,
                        verbose_name="godkjent i Norge",
                    ),
                ),
                (
                    "hours_available",
                    models.DecimalField(
                        blank=True, decimal_places=1, max_digits=4, null=True, verbose_name="mulige timer i uka"
                    ),
                ),
                ("evenings", models.BooleanField(default=False, verbose_name="kveld")),
                ("nights", models.BooleanField(default=False, verbose_name="natt")),
                ("weekends", models.BooleanField(default=False, verbose_name="helg")),
                ("available_from", models.DateField(blank=True, null=True, verbose_name="kan starte fra")),
                ("can_move", models.BooleanField(blank=True, null=True, verbose_name="kan flytte")),
                (
                    "digital_skills",
                    models.CharField(
                        blank=True,
                        choices=[("", "Vet ikke"), ("none", "Ingen"), ("some", "Noen"), ("good", "Gode")],
                        max_length=10,
                        verbose_name="digitale ferdigheter",
                    ),
                ),
                ("needs_adaptation", models.BooleanField(default=False, verbose_name="trenger tilrettelegging")),
                (
                    "adaptation_text",
                    models.CharField(blank=True, max_length=500, verbose_name="hva som må tilrettelegges"),
                ),
                ("summary", models.TextField(blank=True, max_length=2000, verbose_name="oppsummering")),
                ("created_at", models.DateTimeField()),
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
                    "education_sector",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.sector",
                        verbose_name="bransje for utdanningen",
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
                        to="participants.mapping",
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e19345a5c3efd68bb96d5219f5fcda6f0098c360",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0800c",
                            table="participants_mappingevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JobseekerPeriodEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="registrert fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til")),
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
                        to="participants.jobseekerperiod",
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0f7ec47be36a4a96485c59d0d56e74bd53e09b89",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dd67e",
                            table="participants_jobseekerperiodevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InformationGivenEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("general", "Om AMO-kurs generelt"),
                            ("course", "Om et bestemt kurs"),
                            ("prospects", "Om jobbutsikter etter kurset"),
                        ],
                        max_length=12,
                        verbose_name="hva",
                    ),
                ),
                ("subject_id", models.UUIDField(blank=True, null=True)),
                ("subject", models.CharField(blank=True, max_length=150, verbose_name="kurs")),
                (
                    "points",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("what", "Hva kurset er, og hva en lærer og gjør"),
                                ("outcome", "Hvordan det vanligvis går etter kurset"),
                                ("prospects", "Hvilke jobber kurset åpner for, og hvilke det ikke åpner for"),
                                ("alternatives", "Hva som finnes i stedet for kurs"),
                                ("may_decline", "At det går an å si nei, og hva som skjer da"),
                                ("benefit", "Hva som skjer med ytelsen"),
                                ("leaflet", "Fikk heftet om kurset"),
                            ],
                            max_length=15,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="hva det ble snakket om",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=1000, verbose_name="hva som ble sagt")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("in_person", "Møte"),
                            ("phone", "Telefon"),
                            ("digital", "Melding i aktivitetsplanen"),
                            ("letter", "Brev"),
                        ],
                        default="in_person",
                        max_length=12,
                        verbose_name="hvordan",
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=40, verbose_name="språk")),
                ("with_interpreter", models.BooleanField(default=False, verbose_name="med tolk")),
                ("given_on", models.DateField(verbose_name="dato")),
                (
                    "given_by",
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
                        to="participants.informationgiven",
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c74d6ef5f265d9f2a3f2d3e98514beb95d31df0c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a3b04",
                            table="participants_informationgivenevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EmploymentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "employer_number",
                    models.CharField(
                        blank=True,
                        max_length=9,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{9}$", "Organisasjonsnummeret skal ha ni siffer."
                            )
                        ],
                        verbose_name="organisasjonsnummer",
                    ),
                ),
                ("employer_name", models.CharField(max_length=150, verbose_name="arbeidsgiver")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("permanent", "Fast jobb"),
                            ("temporary", "Vikariat eller midlertidig"),
                            ("self_employed", "Egen virksomhet"),
                            ("apprentice", "Lærling"),
                        ],
                        max_length=15,
                        verbose_name="ansettelsesform",
                    ),
                ),
                ("on_call", models.BooleanField(default=False, verbose_name="ringevikar eller tilkalling")),
                ("wage_subsidy", models.BooleanField(default=False, verbose_name="lønnstilskudd")),
                (
                    "fte_low",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="stillingsprosent",
                    ),
                ),
                (
                    "fte_high",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="opp til",
                    ),
                ),
                (
                    "wanted_fte",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="ønsket stillingsprosent",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til")),
                (
                    "found_through",
                    models.CharField(
                        choices=[
                            ("placement_employer", "Arbeidsgiveren fra praksis"),
                            ("placement_network", "Nettverket til praksisarbeidsgiveren"),
                            ("own_search", "Egen jobbsøking"),
                            ("nav", "Nav"),
                            ("provider", "Kursleverandøren"),
                            ("agency", "Bemanningsbyrå"),
                            ("unknown", "Vet ikke"),
                        ],
                        default="unknown",
                        max_length=20,
                        verbose_name="funnet gjennom",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("participant", "Brukeren selv"),
                            ("provider", "Kursleverandøren"),
                            ("caseworker", "Veileder"),
                            ("register", "Aa-registeret"),
                        ],
                        max_length=15,
                        verbose_name="kilde",
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("superseded_at", models.DateTimeField(blank=True, null=True)),
                (
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="participants.employment",
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
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.employment",
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f30454ec43d51fc48b3605006d3146115a7bf767",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0658e",
                            table="participants_employmentevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EducationPeriodEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til")),
                ("recorded_at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("nav", "Utdanning registrert i Nav"), ("ordinary", "Ordinær utdanning")],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="utdanning")),
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
                        to="participants.educationperiod",
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="92817c772cdeb45b1dc895b734b5fcce94527be6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ffdce",
                            table="participants_educationperiodevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactAttemptEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("made_on", models.DateField(verbose_name="dato")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("in_person", "Møte"),
                            ("phone", "Telefon"),
                            ("digital", "Melding i aktivitetsplanen"),
                            ("letter", "Brev"),
                        ],
                        default="phone",
                        max_length=12,
                        verbose_name="hvordan",
                    ),
                ),
                ("reached", models.BooleanField(verbose_name="fikk kontakt")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="notat")),
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
                        to="participants.contactattempt",
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="595aaf77981650e439b6ab8f9b293dfa4d632e33",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3461e",
                            table="participants_contactattemptevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AimEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveIntegerField(verbose_name="versjon")),
                ("is_current", models.BooleanField(default=True)),
                ("words", models.TextField(blank=True, max_length=1000, verbose_name="med egne ord")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("work_in_sector", "Jobbe i bransjen"),
                            ("best_chance", "Opplæring der det er størst sjanse for jobb"),
                            ("course", "Gå på kurs, men ikke nødvendigvis få jobb nå"),
                            ("work_not_course", "Jobbe, men ikke gå på kurs"),
                            ("other_sector", "Jobbe i en annen bransje"),
                            ("other_course", "Gå på et annet kurs"),
                            ("undecided", "Vil ikke bestemme seg nå"),
                        ],
                        max_length=20,
                        verbose_name="eget mål",
                    ),
                ),
                ("read_to_person_on", models.DateField(blank=True, null=True, verbose_name="lest opp for brukeren")),
                ("created_at", models.DateTimeField()),
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
                        to="participants.aim",
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1bb9f1ef7b2f1734de117afebfe3437ed0e6453d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a2486",
                            table="participants_aimevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AccessGrantEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "level",
                    models.CharField(
                        choices=[("course", "Kursvisning"), ("reduced", "Begrenset visning"), ("county", "Fylke")],
                        max_length=10,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("application", "Søknad"),
                            ("shared", "Delt med kursleverandør"),
                            ("enrolment", "Deltakelse"),
                            ("override", "Utvidet tilgang"),
                        ],
                        max_length=12,
                    ),
                ),
                ("source_id", models.UUIDField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
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
                    "membership",
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
                        to="participants.accessgrant",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.provider",
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="86f044b2febe135b4e306378c2999ee89324a1f0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_aac9b",
                            table="participants_accessgrantevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ParticipantEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "national_id",
                    models.CharField(
                        max_length=11,
                        validators=[participants.identity.validate_identity_number],
                        verbose_name="fødselsnummer eller d-nummer",
                    ),
                ),
                ("person_hash", models.CharField(editable=False, max_length=64)),
                ("first_name", models.CharField(blank=True, max_length=100, verbose_name="fornavn")),
                ("last_name", models.CharField(max_length=100, verbose_name="etternavn")),
                ("born_on", models.DateField(editable=False, verbose_name="fødselsdato")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-post")),
                ("interpreter_language", models.CharField(blank=True, max_length=40, verbose_name="tolkespråk")),
                (
                    "written_form",
                    models.CharField(
                        choices=[("nb", "Bokmål"), ("nn", "Nynorsk")],
                        default="nb",
                        max_length=2,
                        verbose_name="målform i brev",
                    ),
                ),
                (
                    "address_protection",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Ingen"),
                            ("confidential", "Fortrolig"),
                            ("strictly_confidential", "Strengt fortrolig"),
                        ],
                        default="",
                        max_length=25,
                        verbose_name="adressebeskyttelse",
                    ),
                ),
                ("is_shielded", models.BooleanField(default=False, verbose_name="skjermet")),
                (
                    "benefit",
                    models.CharField(
                        choices=[
                            ("none", "Ingen ytelse"),
                            ("unemployment", "Dagpenger"),
                            ("activity_allowance", "Tiltakspenger"),
                            ("work_assessment", "Arbeidsavklaringspenger"),
                            ("social", "Økonomisk sosialhjelp"),
                            ("other", "Annen ytelse"),
                        ],
                        default="none",
                        max_length=20,
                        verbose_name="ytelse",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("voluntary", "Frivillig"),
                            ("required", "Krav om aktivitet"),
                            ("unknown", "Ikke avklart"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="frivillig eller krav",
                    ),
                ),
                ("need_reason", models.CharField(blank=True, max_length=500, verbose_name="behov for kvalifisering")),
                ("need_assessed_on", models.DateField(blank=True, null=True, verbose_name="behovet vurdert")),
                (
                    "tuition_right",
                    models.CharField(
                        choices=[("yes", "Ja"), ("no", "Nei"), ("unknown", "Vet ikke")],
                        default="unknown",
                        max_length=10,
                        verbose_name="rett til kommunal norskopplæring",
                    ),
                ),
                (
                    "tuition_hours_left",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="timer igjen"),
                ),
                ("tuition_deadline", models.DateField(blank=True, null=True, verbose_name="frist for opplæringen")),
                ("registered_at", models.DateTimeField(editable=False)),
                (
                    "caseworker",
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
                        to="participants.participant",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
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
                            hash="73cf540e323835e66b77a1868b276a807091bf14",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_18f6f",
                            table="participants_participantevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveIntegerField(verbose_name="versjon")),
                ("is_current", models.BooleanField(default=True)),
                ("goal", models.CharField(max_length=200, verbose_name="mål")),
                ("beyond_work", models.TextField(blank=True, max_length=1000, verbose_name="mål utover jobb")),
                ("plan_b", models.TextField(blank=True, max_length=1000, verbose_name="plan B")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="ses på igjen")),
                ("created_at", models.DateTimeField()),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.occupation",
                        verbose_name="yrke",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="plans", to="participants.participant"
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_planevent" ("beyond_work", "created_at", "created_by_id", "goal", "id", "is_current", "number", "occupation_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_b", "public_id", "review_on") SELECT new_values."beyond_work", new_values."created_at", new_values."created_by_id", new_values."goal", new_values."id", new_values."is_current", new_values."number", new_values."occupation_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_b", new_values."public_id", new_values."review_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1c89fc48ef1985d1a4f58f0ef2e3b3b5b8b862b0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9061e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_plan",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_planevent" ("beyond_work", "created_at", "created_by_id", "goal", "id", "is_current", "number", "occupation_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_b", "public_id", "review_on") SELECT new_values."beyond_work", new_values."created_at", new_values."created_by_id", new_values."goal", new_values."id", new_values."is_current", new_values."number", new_values."occupation_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_b", new_values."public_id", new_values."review_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e219262685f528226f261e8275713aa03ad9bd17",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4edd7",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_plan",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_planevent" ("beyond_work", "created_at", "created_by_id", "goal", "id", "is_current", "number", "occupation_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_b", "public_id", "review_on") SELECT old_values."beyond_work", old_values."created_at", old_values."created_by_id", old_values."goal", old_values."id", old_values."is_current", old_values."number", old_values."occupation_id", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_b", old_values."public_id", old_values."review_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="9fa325ceb6714a568db097b9f197c7c98289da95",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_95c73",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_plan",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("participant", "number"), name="plan_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)), fields=("participant",), name="plan_one_current"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.PositiveIntegerField(verbose_name="versjon")),
                ("is_current", models.BooleanField(default=True)),
                ("goal", models.CharField(max_length=200, verbose_name="mål")),
                ("beyond_work", models.TextField(blank=True, max_length=1000, verbose_name="mål utover jobb")),
                ("plan_b", models.TextField(blank=True, max_length=1000, verbose_name="plan B")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="ses på igjen")),
                ("created_at", models.DateTimeField()),
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
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="amo.occupation",
                        verbose_name="yrke",
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
                        to="participants.plan",
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
                            hash="f5de0a850785712f0b525b4fa2528f79d67b837f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b940f",
                            table="participants_planevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("rank", models.PositiveSmallIntegerField()),
                ("what", models.CharField(max_length=200, verbose_name="steg")),
                (
                    "responsible",
                    models.CharField(
                        choices=[
                            ("participant", "Brukeren selv"),
                            ("caseworker", "Veileder"),
                            ("office", "Nav-kontoret"),
                            ("other", "Noen andre"),
                        ],
                        default="participant",
                        max_length=12,
                        verbose_name="hvem",
                    ),
                ),
                ("responsible_name", models.CharField(blank=True, max_length=100, verbose_name="hvem da")),
                ("by_when", models.DateField(blank=True, null=True, verbose_name="innen")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="gjort")),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.occupation",
                        verbose_name="yrke",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="participants.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["rank"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_planstepevent" ("by_when", "done_by_id", "done_on", "id", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "public_id", "rank", "responsible", "responsible_name", "what") SELECT new_values."by_when", new_values."done_by_id", new_values."done_on", new_values."id", new_values."occupation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."public_id", new_values."rank", new_values."responsible", new_values."responsible_name", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a5684c0ae67a0bf4431a0699c7f0fe4ef1d4afcb",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_89fa3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_planstep",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_planstepevent" ("by_when", "done_by_id", "done_on", "id", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "public_id", "rank", "responsible", "responsible_name", "what") SELECT new_values."by_when", new_values."done_by_id", new_values."done_on", new_values."id", new_values."occupation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."public_id", new_values."rank", new_values."responsible", new_values."responsible_name", new_values."what" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a4fc61c6c2c4d5da3c10e6ed6ddbc03c7b3aaf2b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_95635",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_planstep",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_planstepevent" ("by_when", "done_by_id", "done_on", "id", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "public_id", "rank", "responsible", "responsible_name", "what") SELECT old_values."by_when", old_values."done_by_id", old_values."done_on", old_values."id", old_values."occupation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."public_id", old_values."rank", old_values."responsible", old_values."responsible_name", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c83e490d8a1c2d32393bc4b72427fd8daecbffc2",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_97b7b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_planstep",
                            when="AFTER",
                        ),
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("plan", "rank"),
                        name="planstep_rank_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("responsible", "other"), _negated=True),
                            models.Q(("responsible_name", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="planstep_other_is_named",
                        violation_error_message="Skriv hvem som gjør dette.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanStepEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("rank", models.PositiveSmallIntegerField()),
                ("what", models.CharField(max_length=200, verbose_name="steg")),
                (
                    "responsible",
                    models.CharField(
                        choices=[
                            ("participant", "Brukeren selv"),
                            ("caseworker", "Veileder"),
                            ("office", "Nav-kontoret"),
                            ("other", "Noen andre"),
                        ],
                        default="participant",
                        max_length=12,
                        verbose_name="hvem",
                    ),
                ),
                ("responsible_name", models.CharField(blank=True, max_length=100, verbose_name="hvem da")),
                ("by_when", models.DateField(blank=True, null=True, verbose_name="innen")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="gjort")),
                (
                    "done_by",
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
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="participants.planstep",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.plan",
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
                            hash="9306952b13c0574724c29a1418ab240f3567cc27",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_327f4",
                            table="participants_planstepevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PortfolioMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "color",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Ingen farge"),
                            ("red", "Rød"),
                            ("yellow", "Gul"),
                            ("green", "Grønn"),
                            ("blue", "Blå"),
                        ],
                        default="",
                        max_length=6,
                        verbose_name="farge",
                    ),
                ),
                ("note", models.CharField(blank=True, default="", max_length=300, verbose_name="eget notat")),
                ("updated_at", models.DateTimeField()),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="amo.membership"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="portfolio_marks",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("membership", "participant"), name="portfoliomark_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("color", ""), _negated=True),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="portfoliomark_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("kind", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200, verbose_name="oppgave")),
                ("url", models.CharField(blank=True, max_length=300)),
                ("due_on", models.DateField(verbose_name="frist")),
                ("dedupe_key", models.CharField(blank=True, max_length=200, null=True, unique=True)),
                ("created_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(blank=True, null=True)),
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
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.membership",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.office",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="amo.membership",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="participants.participant",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.provider",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_taskevent" ("created_at", "created_by_id", "dedupe_key", "done_at", "done_by_id", "due_on", "id", "kind", "office_id", "owner_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "public_id", "title", "url", "version") SELECT new_values."created_at", new_values."created_by_id", new_values."dedupe_key", new_values."done_at", new_values."done_by_id", new_values."due_on", new_values."id", new_values."kind", new_values."office_id", new_values."owner_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."public_id", new_values."title", new_values."url", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="201750918bb49a8945beb75c732d217aef7396cd",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_00139",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_task",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_taskevent" ("created_at", "created_by_id", "dedupe_key", "done_at", "done_by_id", "due_on", "id", "kind", "office_id", "owner_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "public_id", "title", "url", "version") SELECT new_values."created_at", new_values."created_by_id", new_values."dedupe_key", new_values."done_at", new_values."done_by_id", new_values."due_on", new_values."id", new_values."kind", new_values."office_id", new_values."owner_id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."public_id", new_values."title", new_values."url", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="92ba4431d57099fa5fa3ecca7d54472095304d4c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0ce01",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_task",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_taskevent" ("created_at", "created_by_id", "dedupe_key", "done_at", "done_by_id", "due_on", "id", "kind", "office_id", "owner_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "public_id", "title", "url", "version") SELECT old_values."created_at", old_values."created_by_id", old_values."dedupe_key", old_values."done_at", old_values."done_by_id", old_values."due_on", old_values."id", old_values."kind", old_values."office_id", old_values."owner_id", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."public_id", old_values."title", old_values."url", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="aefcc780ffcd79cb15ae53a9cad5f1c3a3e8b6ed",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7d9ce",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_task",
                            when="AFTER",
                        ),
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at", None)),
                        fields=["participant", "due_on"],
                        name="task_open_of_person",
                    ),
                    models.Index(
                        condition=models.Q(("done_at", None)), fields=["owner", "due_on"], name="task_open_of_owner"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("office", None), ("owner__isnull", False), ("provider", None)),
                            models.Q(("office__isnull", False), ("owner", None), ("provider", None)),
                            models.Q(("office", None), ("owner", None), ("provider__isnull", False)),
                            _connector="OR",
                        ),
                        name="task_exactly_one_owner",
                        violation_error_message="En oppgave skal ha én eier.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("kind", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200, verbose_name="oppgave")),
                ("url", models.CharField(blank=True, max_length=300)),
                ("due_on", models.DateField(verbose_name="frist")),
                ("dedupe_key", models.CharField(blank=True, max_length=200, null=True)),
                ("created_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(blank=True, null=True)),
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
                    "done_by",
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
                    "office",
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
                    "owner",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="participants.task",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                            hash="bb5f5d774187099b4516099a8768edd15d78ca24",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8c555",
                            table="participants_taskevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkExperience",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=120, verbose_name="stilling")),
                ("country", models.CharField(blank=True, max_length=60, verbose_name="land")),
                ("months", models.PositiveSmallIntegerField(verbose_name="måneder")),
                ("ended_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="sluttet (år)")),
                (
                    "mapping",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="experiences",
                        to="participants.mapping",
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="amo.occupation",
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
                    ),
                ),
            ],
            options={
                "ordering": ["-ended_year", "pk"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_workexperienceevent" ("country", "ended_year", "id", "mapping_id", "months", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector_id", "title") SELECT new_values."country", new_values."ended_year", new_values."id", new_values."mapping_id", new_values."months", new_values."occupation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sector_id", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="67de42635bf2748450e89360689e615f6d8e7aa9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b6a42",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="participants_workexperience",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_workexperienceevent" ("country", "ended_year", "id", "mapping_id", "months", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector_id", "title") SELECT new_values."country", new_values."ended_year", new_values."id", new_values."mapping_id", new_values."months", new_values."occupation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sector_id", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="042e89399a4f7a69a581ce1c16f4ea7fbcfe89f0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0d076",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="participants_workexperience",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "participants_workexperienceevent" ("country", "ended_year", "id", "mapping_id", "months", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector_id", "title") SELECT old_values."country", old_values."ended_year", old_values."id", old_values."mapping_id", old_values."months", old_values."occupation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sector_id", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0366dd23b100fd47027b88d023245ecb7d7b9fbb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c2b36",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="participants_workexperience",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkExperienceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=120, verbose_name="stilling")),
                ("country", models.CharField(blank=True, max_length=60, verbose_name="land")),
                ("months", models.PositiveSmallIntegerField(verbose_name="måneder")),
                ("ended_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="sluttet (år)")),
                (
                    "mapping",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.mapping",
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="participants.workexperience",
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
                            hash="e49597cdc00c1ccb2edea4fcc51676133a606c70",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6f142",
                            table="participants_workexperienceevent",
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
