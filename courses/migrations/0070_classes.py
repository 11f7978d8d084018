"""Week plans, corrections of attendance, absence patterns, leaving, job search (K1, K2, K3)."""

import courses.models.class_work
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("amo", "0007_user_language"),
        ("courses", "0060_decision_letters"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
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
            ],
            options={
                "verbose_name": "oppfølging av fravær",
                "ordering": ["done_at", "pk"],
            },
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
            },
        ),
        migrations.AddField(
            model_name="absencefollowup",
            name="warning",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="follow_ups",
                to="courses.absencewarning",
                verbose_name="varsel om fravær",
            ),
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
            },
        ),
        migrations.AddConstraint(
            model_name="absencewarning",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at", None)), fields=("enrolment", "rule"), name="absencewarning_one_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="absencewarning",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))), name="absencewarning_days_in_order"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absencewarning",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absencewarning",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absencewarning",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absencefollowupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5850f5bee5b9e4e049dfcb0460f85bddda73d844",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_18b4d",
                    table="courses_absencefollowupevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="absencefollowup",
            constraint=models.UniqueConstraint(
                fields=("warning", "side"),
                name="absencefollowup_once_a_side",
                violation_error_message="Varselet er allerede fulgt opp.",
            ),
        ),
        migrations.AddConstraint(
            model_name="absencefollowup",
            constraint=models.CheckConstraint(
                condition=models.Q(("did", ""), _negated=True),
                name="absencefollowup_says_what",
                violation_error_message="Skriv hva som ble gjort.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absencefollowup",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absencefollowup",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absencefollowup",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absencewarningevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9af33e321eb307fb917537ad71da20647ed88c27",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f5115",
                    table="courses_absencewarningevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="attendancecorrection",
            index=models.Index(fields=["enrolment", "day"], name="attendancecorrection_day"),
        ),
        migrations.AddIndex(
            model_name="jobsearchactivity",
            index=models.Index(fields=["enrolment", "on"], name="jobsearchactivity_day"),
        ),
        migrations.AddConstraint(
            model_name="jobsearchactivity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "application"), _negated=True), ("applications__gte", 1), _connector="OR"
                ),
                name="jobsearchactivity_application_is_counted",
                violation_error_message="Skriv hvor mange søknader som er sendt.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobsearchactivity",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobsearchactivity",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobsearchactivity",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobsearchactivityevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="885157050ad6693be510152ebf1a4b71df5f85a2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_188de",
                    table="courses_jobsearchactivityevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leaving",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leaving",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leaving",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leavingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="eee76e725ea153843f002fd72bf5610ba6692bf1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3324c",
                    table="courses_leavingevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="weekplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("enrolment", None)),
                fields=("intake", "starts_on"),
                name="weekplan_one_a_day_of_class",
                violation_error_message="Kurset har allerede en ukeplan fra denne dagen. Endre den i stedet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="weekplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("enrolment__isnull", False)),
                fields=("enrolment", "starts_on"),
                name="weekplan_one_a_day_of_person",
                violation_error_message="Deltakeren har allerede en ukeplan fra denne dagen. Endre den i stedet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="weekplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="weekplan_ends_after_start",
                violation_error_message="Sluttdato kan ikke være før startdato.",
            ),
        ),
        migrations.AddConstraint(
            model_name="weekplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("days__len", 7)),
                name="weekplan_seven_days",
                violation_error_message="Velg hva som gjelder for hver ukedag.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekplan",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekplan",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekplan",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weekplanevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9de595de18540917754a74a7ce88380037667f0b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ae680",
                    table="courses_weekplanevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL("SELECT kurslop_guard_tables()", migrations.RunSQL.noop),
    ]
