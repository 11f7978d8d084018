"""Suitability assessments, the register of certificates, Norwegian on the course (A6, K5, K6)."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("amo", "0095_qualification_names"),
        ("courses", "0071_together"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
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
            },
        ),
        migrations.AddConstraint(
            model_name="coursecertificate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("revoked_at", None)),
                fields=("enrolment",),
                name="certificate_one_valid",
                violation_error_message="Deltakeren har allerede et gyldig kursbevis.",
            ),
        ),
        migrations.AddConstraint(
            model_name="coursecertificate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("revoked_at", None), models.Q(("revoke_reason", ""), _negated=True), _connector="OR"
                ),
                name="certificate_revoked_with_reason",
                violation_error_message="Skriv hvorfor kursbeviset trekkes tilbake.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coursecertificate",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coursecertificate",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coursecertificate",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coursecertificateevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5e9ef29ef1cb748d965daea22e14cc13e2d3fd2c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0a180",
                    table="courses_coursecertificateevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="languageplan",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="languageplan",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="languageplan",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="languageplanevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3c620d4c868f86dc0926f047fc11c454fdcba6dc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_aebff",
                    table="courses_languageplanevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="languagetest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("result__gt", ""), ("status", "passed")),
                    models.Q(models.Q(("status", "passed"), _negated=True), ("result", "")),
                    _connector="OR",
                ),
                name="languagetest_passed_has_result",
                violation_error_message="Velg nivået som er oppnådd når prøven er bestått, og bare da.",
            ),
        ),
        migrations.AddConstraint(
            model_name="languagetest",
            constraint=models.CheckConstraint(
                condition=models.Q(("test_on__gte", models.F("booked_on"))),
                name="languagetest_after_booking",
                violation_error_message="Prøvedatoen kan ikke være før påmeldingen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="languagetest",
            constraint=models.UniqueConstraint(
                fields=("enrolment", "part", "test_on"),
                name="languagetest_once_a_day",
                violation_error_message="Delprøven er allerede registrert denne dagen.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="languagetest",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="languagetest",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="languagetest",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="languagetestevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="39bed813f81a112adee01bdd741f3d86c5702939",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3aa61",
                    table="courses_languagetestevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="suitabilityassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "suitable"), ("reasons__len", 0)),
                    models.Q(("outcome", "not_suitable"), ("reasons__len__gte", 1)),
                    _connector="OR",
                ),
                name="suitability_reason_when_not_suitable",
                violation_error_message="Velg minst én grunn når kurset ikke passer.",
            ),
        ),
        migrations.AddConstraint(
            model_name="suitabilityassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decision", ""),
                    models.Q(("decided_at__isnull", False), ("outcome", "not_suitable")),
                    _connector="OR",
                ),
                name="suitability_decided_only_when_not_suitable",
                violation_error_message="Nav avgjør bare når kursleverandøren mener at kurset ikke passer.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suitabilityassessment",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suitabilityassessment",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suitabilityassessment",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suitabilityassessmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="79a8d04c2ca36ef0ee8ec28e36d3e765df71c274",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c52c3",
                    table="courses_suitabilityassessmentevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
