
import amo.fields
import amo.migrating
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import placements.models.employer
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('amo', '0095_qualification_names'),
        ('courses', '0013_a_sentence_with_its_wish'),
        ('participants', '0097_blank_is_not_no'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0002_places_by_day'),
    ]

    operations = amo.migrating.together([
        migrations.CreateModel(
            name='Barrier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('level', models.CharField(choices=[('person', 'Personen'), ('course', 'Kurset'), ('employer', 'Arbeidsgiveren'), ('matching', 'Koblingen mellom person, kurs og jobb'), ('rules', 'Regelverk og ordninger')], max_length=10, verbose_name='hva gjelder det')),
                ('what', models.CharField(max_length=150, verbose_name='hva som står i veien')),
                ('what_search', models.GeneratedField(db_persist=True, expression=amo.fields.SearchKey(models.F('what')), output_field=models.TextField())),
                ('status', models.CharField(choices=[('reported', 'Meldt'), ('taken_on', 'Under arbeid'), ('solved', 'Løst'), ('not_here', 'Kan ikke løses her')], default='reported', max_length=10)),
                ('taken_on_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('answer', models.CharField(blank=True, max_length=1000, verbose_name='svar')),
                ('closed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
            ],
            options={
                'verbose_name': 'barriere',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='BarrierEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('level', models.CharField(choices=[('person', 'Personen'), ('course', 'Kurset'), ('employer', 'Arbeidsgiveren'), ('matching', 'Koblingen mellom person, kurs og jobb'), ('rules', 'Regelverk og ordninger')], max_length=10, verbose_name='hva gjelder det')),
                ('what', models.CharField(max_length=150, verbose_name='hva som står i veien')),
                ('status', models.CharField(choices=[('reported', 'Meldt'), ('taken_on', 'Under arbeid'), ('solved', 'Løst'), ('not_here', 'Kan ikke løses her')], default='reported', max_length=10)),
                ('taken_on_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('answer', models.CharField(blank=True, max_length=1000, verbose_name='svar')),
                ('closed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BarrierReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('text', models.CharField(blank=True, max_length=300, verbose_name='kort om det')),
                ('reported_at', models.DateTimeField(editable=False)),
                ('answer_seen_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'melding om barriere',
                'ordering': ['-reported_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='BarrierReportEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('text', models.CharField(blank=True, max_length=300, verbose_name='kort om det')),
                ('reported_at', models.DateTimeField(editable=False)),
                ('answer_seen_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DiscriminationReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('what', models.TextField(max_length=2000, verbose_name='hva arbeidsgiveren sa eller gjorde')),
                ('reported_at', models.DateTimeField(editable=False)),
                ('decision', models.CharField(blank=True, choices=[('', 'Ikke avgjort'), ('resume', 'Samarbeidet fortsetter'), ('stay_paused', 'Ikke flere praksisplasser her')], default='', max_length=12, verbose_name='avgjørelse')),
                ('decision_reason', models.CharField(blank=True, max_length=1000, verbose_name='begrunnelse')),
                ('decided_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'melding om diskriminering',
                'ordering': ['-reported_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='DiscriminationReportEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('what', models.TextField(max_length=2000, verbose_name='hva arbeidsgiveren sa eller gjorde')),
                ('reported_at', models.DateTimeField(editable=False)),
                ('decision', models.CharField(blank=True, choices=[('', 'Ikke avgjort'), ('resume', 'Samarbeidet fortsetter'), ('stay_paused', 'Ikke flere praksisplasser her')], default='', max_length=12, verbose_name='avgjørelse')),
                ('decision_reason', models.CharField(blank=True, max_length=1000, verbose_name='begrunnelse')),
                ('decided_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EmployerContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('name', models.CharField(max_length=100, verbose_name='navn')),
                ('role', models.CharField(blank=True, max_length=100, verbose_name='rolle')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='telefon')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-post')),
            ],
            options={
                'verbose_name': 'kontaktperson',
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='EmployerContactEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('name', models.CharField(max_length=100, verbose_name='navn')),
                ('role', models.CharField(blank=True, max_length=100, verbose_name='rolle')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='telefon')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-post')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EmployerMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('start', 'Oppstartsmøte'), ('fixed', 'Avtalt møte'), ('invited', 'Arbeidsgiveren ba om møte'), ('to_class', 'Arbeidsgiveren møter klassen')], max_length=10, verbose_name='slags møte')),
                ('status', models.CharField(choices=[('planned', 'Planlagt'), ('held', 'Gjennomført'), ('cancelled', 'Avlyst')], default='planned', max_length=10)),
                ('on', models.DateField(verbose_name='dato')),
                ('at', models.TimeField(blank=True, null=True, verbose_name='klokkeslett')),
                ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('expectations', 'Hva de venter av deltakeren'), ('training', 'Opplæringen og hvem som er fadder'), ('hiring', 'Behovet for folk'), ('requirements', 'Krav for å bli ansatt'), ('absence', 'Hva de gjør ved fravær'), ('contact', 'Hvem de ringer, og når vi kommer')], max_length=15), blank=True, default=list, size=None)),
                ('agreed', models.CharField(blank=True, max_length=500, verbose_name='hva som ble avtalt')),
                ('created_at', models.DateTimeField(editable=False)),
            ],
            options={
                'verbose_name': 'møte med arbeidsgiver',
                'ordering': ['-on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='EmployerMeetingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('start', 'Oppstartsmøte'), ('fixed', 'Avtalt møte'), ('invited', 'Arbeidsgiveren ba om møte'), ('to_class', 'Arbeidsgiveren møter klassen')], max_length=10, verbose_name='slags møte')),
                ('status', models.CharField(choices=[('planned', 'Planlagt'), ('held', 'Gjennomført'), ('cancelled', 'Avlyst')], default='planned', max_length=10)),
                ('on', models.DateField(verbose_name='dato')),
                ('at', models.TimeField(blank=True, null=True, verbose_name='klokkeslett')),
                ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('expectations', 'Hva de venter av deltakeren'), ('training', 'Opplæringen og hvem som er fadder'), ('hiring', 'Behovet for folk'), ('requirements', 'Krav for å bli ansatt'), ('absence', 'Hva de gjør ved fravær'), ('contact', 'Hvem de ringer, og når vi kommer')], max_length=15), blank=True, default=list, size=None)),
                ('agreed', models.CharField(blank=True, max_length=500, verbose_name='hva som ble avtalt')),
                ('created_at', models.DateTimeField(editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EmployerMerge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('reason', models.CharField(max_length=300, verbose_name='hvorfor')),
                ('moved', models.JSONField(default=dict)),
                ('merged_at', models.DateTimeField(editable=False)),
            ],
            options={
                'verbose_name': 'sammenslåing',
                'ordering': ['-merged_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='EmployerMergeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reason', models.CharField(max_length=300, verbose_name='hvorfor')),
                ('moved', models.JSONField(default=dict)),
                ('merged_at', models.DateTimeField(editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='JobOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('employer_name', models.CharField(blank=True, max_length=150, verbose_name='navn på arbeidsgiveren')),
                ('form', models.CharField(choices=[('permanent', 'Fast jobb'), ('temporary', 'Vikariat eller midlertidig'), ('self_employed', 'Egen virksomhet'), ('apprentice', 'Lærling')], max_length=15, verbose_name='ansettelsesform')),
                ('on_call', models.BooleanField(default=False, verbose_name='ringevikar')),
                ('fte_low', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='stillingsprosent')),
                ('fte_high', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='opp til')),
                ('hours', models.CharField(blank=True, max_length=100, verbose_name='når på døgnet')),
                ('starts_on', models.DateField(verbose_name='fra')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='til')),
                ('condition', models.CharField(blank=True, choices=[('', 'Ingen'), ('wage_subsidy', 'Lønnstilskudd fra Nav'), ('language_test', 'Bestått norskprøve'), ('qualification', 'Et bevis eller kurs'), ('police', 'Politiattest'), ('other', 'Annet')], default='', max_length=15, verbose_name='vilkår')),
                ('condition_text', models.CharField(blank=True, max_length=200, verbose_name='om vilkåret')),
                ('condition_decision', models.CharField(blank=True, choices=[('', 'Ikke avgjort'), ('met', 'Oppfylt'), ('refused', 'Ikke oppfylt')], default='', max_length=10, verbose_name='vilkåret')),
                ('condition_decided_on', models.DateField(blank=True, null=True, verbose_name='avgjort')),
                ('condition_reason', models.CharField(blank=True, max_length=300, verbose_name='begrunnelse')),
                ('offered_on', models.DateField(verbose_name='tilbudt')),
                ('answer', models.CharField(choices=[('open', 'Venter på svar'), ('accepted', 'Takket ja'), ('declined', 'Takket nei'), ('withdrawn', 'Arbeidsgiveren trakk tilbudet')], default='open', max_length=10, verbose_name='svar')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='svart')),
                ('reason', models.CharField(blank=True, choices=[('', 'Ikke oppgitt'), ('hours', 'Arbeidstiden: trenger dagtid'), ('percentage', 'For liten stilling'), ('pay', 'Lønna'), ('travel', 'Reiseveien'), ('other_job', 'Fikk en annen jobb'), ('education', 'Begynner på utdanning'), ('condition', 'Vilkåret ble ikke oppfylt'), ('no_need', 'Arbeidsgiveren hadde ikke behov likevel'), ('other', 'Annet')], default='', max_length=12, verbose_name='hvorfor det ikke ble jobb')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='notat')),
                ('recorded_at', models.DateTimeField(editable=False)),
            ],
            options={
                'verbose_name': 'jobbtilbud',
                'ordering': ['-offered_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='JobOfferEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('employer_name', models.CharField(blank=True, max_length=150, verbose_name='navn på arbeidsgiveren')),
                ('form', models.CharField(choices=[('permanent', 'Fast jobb'), ('temporary', 'Vikariat eller midlertidig'), ('self_employed', 'Egen virksomhet'), ('apprentice', 'Lærling')], max_length=15, verbose_name='ansettelsesform')),
                ('on_call', models.BooleanField(default=False, verbose_name='ringevikar')),
                ('fte_low', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='stillingsprosent')),
                ('fte_high', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='opp til')),
                ('hours', models.CharField(blank=True, max_length=100, verbose_name='når på døgnet')),
                ('starts_on', models.DateField(verbose_name='fra')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='til')),
                ('condition', models.CharField(blank=True, choices=[('', 'Ingen'), ('wage_subsidy', 'Lønnstilskudd fra Nav'), ('language_test', 'Bestått norskprøve'), ('qualification', 'Et bevis eller kurs'), ('police', 'Politiattest'), ('other', 'Annet')], default='', max_length=15, verbose_name='vilkår')),
                ('condition_text', models.CharField(blank=True, max_length=200, verbose_name='om vilkåret')),
                ('condition_decision', models.CharField(blank=True, choices=[('', 'Ikke avgjort'), ('met', 'Oppfylt'), ('refused', 'Ikke oppfylt')], default='', max_length=10, verbose_name='vilkåret')),
                ('condition_decided_on', models.DateField(blank=True, null=True, verbose_name='avgjort')),
                ('condition_reason', models.CharField(blank=True, max_length=300, verbose_name='begrunnelse')),
                ('offered_on', models.DateField(verbose_name='tilbudt')),
                ('answer', models.CharField(choices=[('open', 'Venter på svar'), ('accepted', 'Takket ja'), ('declined', 'Takket nei'), ('withdrawn', 'Arbeidsgiveren trakk tilbudet')], default='open', max_length=10, verbose_name='svar')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='svart')),
                ('reason', models.CharField(blank=True, choices=[('', 'Ikke oppgitt'), ('hours', 'Arbeidstiden: trenger dagtid'), ('percentage', 'For liten stilling'), ('pay', 'Lønna'), ('travel', 'Reiseveien'), ('other_job', 'Fikk en annen jobb'), ('education', 'Begynner på utdanning'), ('condition', 'Vilkåret ble ikke oppfylt'), ('no_need', 'Arbeidsgiveren hadde ikke behov likevel'), ('other', 'Annet')], default='', max_length=12, verbose_name='hvorfor det ikke ble jobb')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='notat')),
                ('recorded_at', models.DateTimeField(editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlacementExtension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('old_end', models.DateField()),
                ('new_end', models.DateField(verbose_name='ny siste dag')),
                ('reason', models.CharField(max_length=300, verbose_name='hvorfor')),
                ('agreed_at', models.DateTimeField(editable=False)),
            ],
            options={
                'verbose_name': 'forlengelse',
                'ordering': ['-agreed_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PlacementExtensionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('old_end', models.DateField()),
                ('new_end', models.DateField(verbose_name='ny siste dag')),
                ('reason', models.CharField(max_length=300, verbose_name='hvorfor')),
                ('agreed_at', models.DateTimeField(editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlacementRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('asked_by', models.CharField(choices=[('participant', 'Deltakeren selv'), ('provider', 'Kursleverandøren')], default='participant', max_length=12, verbose_name='hvem spør')),
                ('how', models.CharField(blank=True, choices=[('visit', 'Møtte opp'), ('phone', 'Telefon'), ('written', 'Skriftlig søknad')], max_length=10, verbose_name='hvordan')),
                ('status', models.CharField(choices=[('queued', 'I kø'), ('asked', 'Spurt'), ('yes', 'Ja'), ('no', 'Nei'), ('no_answer', 'Fikk ikke svar'), ('withdrawn', 'Trukket')], default='queued', max_length=10)),
                ('queued_at', models.DateTimeField(editable=False)),
                ('asked_on', models.DateField(blank=True, null=True, verbose_name='spurt')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='svar')),
                ('reason', models.CharField(blank=True, choices=[('', 'Ikke oppgitt'), ('full', 'Har ikke plass nå'), ('mentor', 'Har ingen fadder'), ('norwegian', 'Trenger bedre norsk til oppgavene'), ('qualification', 'Mangler kvalifikasjon som kreves'), ('hours', 'Arbeidstiden passer ikke'), ('through_provider', 'Tar bare imot gjennom kursleverandøren'), ('other', 'Annet')], default='', max_length=20, verbose_name='hvorfor ikke')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='notat')),
                ('consented_on', models.DateField(blank=True, null=True, verbose_name='samtykke til å dele navn og telefon')),
                ('employer_seat', models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
                ('participant_seat', models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'forespørsel om praksisplass',
                'ordering': ['-queued_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PlacementRequestEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('asked_by', models.CharField(choices=[('participant', 'Deltakeren selv'), ('provider', 'Kursleverandøren')], default='participant', max_length=12, verbose_name='hvem spør')),
                ('how', models.CharField(blank=True, choices=[('visit', 'Møtte opp'), ('phone', 'Telefon'), ('written', 'Skriftlig søknad')], max_length=10, verbose_name='hvordan')),
                ('status', models.CharField(choices=[('queued', 'I kø'), ('asked', 'Spurt'), ('yes', 'Ja'), ('no', 'Nei'), ('no_answer', 'Fikk ikke svar'), ('withdrawn', 'Trukket')], default='queued', max_length=10)),
                ('queued_at', models.DateTimeField(editable=False)),
                ('asked_on', models.DateField(blank=True, null=True, verbose_name='spurt')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='svar')),
                ('reason', models.CharField(blank=True, choices=[('', 'Ikke oppgitt'), ('full', 'Har ikke plass nå'), ('mentor', 'Har ingen fadder'), ('norwegian', 'Trenger bedre norsk til oppgavene'), ('qualification', 'Mangler kvalifikasjon som kreves'), ('hours', 'Arbeidstiden passer ikke'), ('through_provider', 'Tar bare imot gjennom kursleverandøren'), ('other', 'Annet')], default='', max_length=20, verbose_name='hvorfor ikke')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='notat')),
                ('consented_on', models.DateField(blank=True, null=True, verbose_name='samtykke til å dele navn og telefon')),
                ('employer_seat', models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
                ('participant_seat', models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlacementRules',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('step_in_after', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(20)], verbose_name='avslag før kursleverandøren tar over')),
                ('unpaid_limit', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(3), django.core.validators.MaxValueValidator(50)], verbose_name='praksisplasser på rad uten ansettelse')),
                ('changed_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'verbose_name': 'regler for praksis',
            },
        ),
        migrations.CreateModel(
            name='PlacementRulesEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('step_in_after', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(20)], verbose_name='avslag før kursleverandøren tar over')),
                ('unpaid_limit', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(3), django.core.validators.MaxValueValidator(50)], verbose_name='praksisplasser på rad uten ansettelse')),
                ('changed_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlacementWish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('rank', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)])),
            ],
            options={
                'verbose_name': 'ønske om praksisplass',
                'ordering': ['enrolment', 'rank'],
            },
        ),
        migrations.CreateModel(
            name='PlacementWishEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('rank', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)])),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlanGoal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('rank', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=200, verbose_name='steg')),
                ('due_on', models.DateField(verbose_name='innen')),
                ('judged_by', models.CharField(choices=[('mentor', 'Fadder'), ('provider', 'Kursleverandøren'), ('together', 'Alle tre sammen')], default='mentor', max_length=10, verbose_name='hvem vurderer')),
                ('reached_on', models.DateField(blank=True, null=True, verbose_name='nådd')),
            ],
            options={
                'verbose_name': 'steg i opplæringsplan',
                'ordering': ['rank', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PlanGoalEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('rank', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=200, verbose_name='steg')),
                ('due_on', models.DateField(verbose_name='innen')),
                ('judged_by', models.CharField(choices=[('mentor', 'Fadder'), ('provider', 'Kursleverandøren'), ('together', 'Alle tre sammen')], default='mentor', max_length=10, verbose_name='hvem vurderer')),
                ('reached_on', models.DateField(blank=True, null=True, verbose_name='nådd')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlanTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title', models.CharField(max_length=100, verbose_name='navn')),
                ('active', models.BooleanField(default=True, verbose_name='i bruk')),
            ],
            options={
                'verbose_name': 'mal for opplæringsplan',
                'ordering': ['title', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PlanTemplateEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title', models.CharField(max_length=100, verbose_name='navn')),
                ('active', models.BooleanField(default=True, verbose_name='i bruk')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('attest', 'Skriftlig attest'), ('referee', 'Referanse som kan ringes')], editable=False, max_length=10, verbose_name='hva')),
                ('status', models.CharField(choices=[('asked', 'Spurt'), ('received', 'Fått'), ('refused', 'Vil ikke')], default='asked', max_length=10)),
                ('asked_on', models.DateField(verbose_name='spurt')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='svar')),
                ('name', models.CharField(blank=True, max_length=100, verbose_name='navn')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='telefon')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='notat')),
                ('recorded_at', models.DateTimeField(editable=False)),
            ],
            options={
                'verbose_name': 'attest eller referanse',
                'ordering': ['kind', '-asked_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ReferenceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('attest', 'Skriftlig attest'), ('referee', 'Referanse som kan ringes')], editable=False, max_length=10, verbose_name='hva')),
                ('status', models.CharField(choices=[('asked', 'Spurt'), ('received', 'Fått'), ('refused', 'Vil ikke')], default='asked', max_length=10)),
                ('asked_on', models.DateField(verbose_name='spurt')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='svar')),
                ('name', models.CharField(blank=True, max_length=100, verbose_name='navn')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='telefon')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='notat')),
                ('recorded_at', models.DateTimeField(editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SlotPeriod',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('starts_on', models.DateField(verbose_name='fra')),
                ('ends_on', models.DateField(verbose_name='til')),
                ('slots', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(100)], verbose_name='praksisplasser samtidig')),
                ('agreed_with', models.CharField(blank=True, max_length=100, verbose_name='avtalt med')),
                ('agreed_at', models.DateTimeField(editable=False)),
            ],
            options={
                'verbose_name': 'avtalt periode',
                'ordering': ['starts_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SlotPeriodEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('starts_on', models.DateField(verbose_name='fra')),
                ('ends_on', models.DateField(verbose_name='til')),
                ('slots', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(100)], verbose_name='praksisplasser samtidig')),
                ('agreed_with', models.CharField(blank=True, max_length=100, verbose_name='avtalt med')),
                ('agreed_at', models.DateTimeField(editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SlotRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('status', models.CharField(choices=[('proposed', 'Forslag'), ('carried_out', 'Brukt'), ('discarded', 'Forkastet')], default='proposed', max_length=12)),
                ('seed', models.PositiveIntegerField()),
                ('created_at', models.DateTimeField(editable=False)),
                ('carried_out_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'fordeling av praksisplasser',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='SlotRoundEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('status', models.CharField(choices=[('proposed', 'Forslag'), ('carried_out', 'Brukt'), ('discarded', 'Forkastet')], default='proposed', max_length=12)),
                ('seed', models.PositiveIntegerField()),
                ('created_at', models.DateTimeField(editable=False)),
                ('carried_out_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SlotShare',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('rank', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('points', models.JSONField(default=dict)),
            ],
            options={
                'verbose_name': 'tildelt praksisplass',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SlotShareEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('rank', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('points', models.JSONField(default=dict)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SwapRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('suggested_by', models.CharField(choices=[('participant', 'Deltakeren'), ('provider', 'Kursleverandøren'), ('employer', 'Arbeidsgiveren')], default='participant', max_length=12, verbose_name='hvem ønsker byttet')),
                ('reason', models.CharField(choices=[('own_trade', 'Vil heller i sitt eget fag'), ('no_hire', 'Arbeidsgiveren kan ikke ansette'), ('training', 'Får ikke opplæringen som er avtalt'), ('hours', 'Arbeidstiden passer ikke'), ('travel', 'For lang reisevei'), ('conditions', 'Forhold på arbeidsplassen'), ('other', 'Annet')], max_length=12, verbose_name='hvorfor')),
                ('explanation', models.CharField(max_length=500, verbose_name='forklaring')),
                ('own_suggestion', models.CharField(blank=True, max_length=200, verbose_name='deltakerens eget forslag')),
                ('status', models.CharField(choices=[('open', 'Venter på svar'), ('approved', 'Godkjent'), ('refused', 'Avslått'), ('withdrawn', 'Trukket')], default='open', max_length=10)),
                ('asked_at', models.DateTimeField(editable=False)),
                ('answer', models.CharField(blank=True, max_length=500, verbose_name='begrunnelse')),
                ('answered_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'ønske om bytte',
                'ordering': ['-asked_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='SwapRequestEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('suggested_by', models.CharField(choices=[('participant', 'Deltakeren'), ('provider', 'Kursleverandøren'), ('employer', 'Arbeidsgiveren')], default='participant', max_length=12, verbose_name='hvem ønsker byttet')),
                ('reason', models.CharField(choices=[('own_trade', 'Vil heller i sitt eget fag'), ('no_hire', 'Arbeidsgiveren kan ikke ansette'), ('training', 'Får ikke opplæringen som er avtalt'), ('hours', 'Arbeidstiden passer ikke'), ('travel', 'For lang reisevei'), ('conditions', 'Forhold på arbeidsplassen'), ('other', 'Annet')], max_length=12, verbose_name='hvorfor')),
                ('explanation', models.CharField(max_length=500, verbose_name='forklaring')),
                ('own_suggestion', models.CharField(blank=True, max_length=200, verbose_name='deltakerens eget forslag')),
                ('status', models.CharField(choices=[('open', 'Venter på svar'), ('approved', 'Godkjent'), ('refused', 'Avslått'), ('withdrawn', 'Trukket')], default='open', max_length=10)),
                ('asked_at', models.DateTimeField(editable=False)),
                ('answer', models.CharField(blank=True, max_length=500, verbose_name='begrunnelse')),
                ('answered_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TemplateStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('rank', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=200, verbose_name='steg')),
                ('week', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(52)], verbose_name='uke')),
            ],
            options={
                'verbose_name': 'steg i mal',
                'ordering': ['rank', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TemplateStepEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('rank', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=200, verbose_name='steg')),
                ('week', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(52)], verbose_name='uke')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TrainingPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('participant_agreed_on', models.DateField(blank=True, null=True, verbose_name='deltakeren')),
                ('employer_agreed_on', models.DateField(blank=True, null=True, verbose_name='arbeidsgiveren')),
                ('provider_agreed_on', models.DateField(blank=True, null=True, verbose_name='kursleverandøren')),
                ('created_at', models.DateTimeField(editable=False)),
            ],
            options={
                'verbose_name': 'opplæringsplan',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='TrainingPlanEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('participant_agreed_on', models.DateField(blank=True, null=True, verbose_name='deltakeren')),
                ('employer_agreed_on', models.DateField(blank=True, null=True, verbose_name='arbeidsgiveren')),
                ('provider_agreed_on', models.DateField(blank=True, null=True, verbose_name='kursleverandøren')),
                ('created_at', models.DateTimeField(editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='barrier',
            name='closed_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='barrier',
            name='concept',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='courses.concept', verbose_name='kurs'),
        ),
        migrations.AddField(
            model_name='barrier',
            name='county',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.county'),
        ),
        migrations.AddField(
            model_name='barrier',
            name='employer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='barriers', to='placements.employer', verbose_name='arbeidsgiver'),
        ),
        migrations.AddField(
            model_name='barrier',
            name='intake',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='courses.intake'),
        ),
        migrations.AddField(
            model_name='barrier',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.barrier'),
        ),
        migrations.AddField(
            model_name='barrier',
            name='owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='barrier',
            name='owner_county',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.county'),
        ),
        migrations.AddField(
            model_name='barrier',
            name='owner_office',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.office'),
        ),
        migrations.AddField(
            model_name='barrier',
            name='owner_provider',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.provider'),
        ),
        migrations.AddField(
            model_name='barrier',
            name='taken_on_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='closed_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='concept',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courses.concept', verbose_name='kurs'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='county',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.county'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='employer',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer', verbose_name='arbeidsgiver'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='intake',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courses.intake'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='merged_into',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.barrier'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='owner',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='owner_county',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.county'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='owner_office',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.office'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='owner_provider',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.provider'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.barrier'),
        ),
        migrations.AddField(
            model_name='barrierevent',
            name='taken_on_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='barrierreport',
            name='barrier',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='placements.barrier'),
        ),
        migrations.AddField(
            model_name='barrierreport',
            name='participant',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='barrier_reports', to='participants.participant'),
        ),
        migrations.AddField(
            model_name='barrierreport',
            name='reported_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='barrierreportevent',
            name='barrier',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.barrier'),
        ),
        migrations.AddField(
            model_name='barrierreportevent',
            name='participant',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='participants.participant'),
        ),
        migrations.AddField(
            model_name='barrierreportevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='barrierreportevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.barrierreport'),
        ),
        migrations.AddField(
            model_name='barrierreportevent',
            name='reported_by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='discriminationreport',
            name='county',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.county'),
        ),
        migrations.AddField(
            model_name='discriminationreport',
            name='decided_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='discriminationreport',
            name='employer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='discrimination_reports', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='discriminationreport',
            name='reported_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='discriminationreportevent',
            name='county',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.county'),
        ),
        migrations.AddField(
            model_name='discriminationreportevent',
            name='decided_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='discriminationreportevent',
            name='employer',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='discriminationreportevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='discriminationreportevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.discriminationreport'),
        ),
        migrations.AddField(
            model_name='discriminationreportevent',
            name='reported_by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='employercontact',
            name='employer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='employercontactevent',
            name='employer',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='employercontactevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='employercontactevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.employercontact'),
        ),
        migrations.AddField(
            model_name='employermeeting',
            name='created_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='employermeeting',
            name='employer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='employermeeting',
            name='provider',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.provider'),
        ),
        migrations.AddField(
            model_name='employermeetingevent',
            name='created_by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='employermeetingevent',
            name='employer',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='employermeetingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='employermeetingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.employermeeting'),
        ),
        migrations.AddField(
            model_name='employermeetingevent',
            name='provider',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.provider'),
        ),
        migrations.AddField(
            model_name='employermerge',
            name='kept',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='employermerge',
            name='merged',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='merge', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='employermerge',
            name='merged_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='employermergeevent',
            name='kept',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='employermergeevent',
            name='merged',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='employermergeevent',
            name='merged_by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='employermergeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='employermergeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.employermerge'),
        ),
        migrations.AddField(
            model_name='joboffer',
            name='employer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='job_offers', to='placements.employer', verbose_name='arbeidsgiver'),
        ),
        migrations.AddField(
            model_name='joboffer',
            name='employment',
            field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='participants.employment'),
        ),
        migrations.AddField(
            model_name='joboffer',
            name='enrolment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='job_offers', to='courses.enrolment'),
        ),
        migrations.AddField(
            model_name='joboffer',
            name='occupation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.occupation', verbose_name='yrke'),
        ),
        migrations.AddField(
            model_name='joboffer',
            name='participant',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='job_offers', to='participants.participant'),
        ),
        migrations.AddField(
            model_name='joboffer',
            name='placement',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='job_offers', to='placements.placement'),
        ),
        migrations.AddField(
            model_name='joboffer',
            name='recorded_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='jobofferevent',
            name='employer',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer', verbose_name='arbeidsgiver'),
        ),
        migrations.AddField(
            model_name='jobofferevent',
            name='employment',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='participants.employment'),
        ),
        migrations.AddField(
            model_name='jobofferevent',
            name='enrolment',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courses.enrolment'),
        ),
        migrations.AddField(
            model_name='jobofferevent',
            name='occupation',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.occupation', verbose_name='yrke'),
        ),
        migrations.AddField(
            model_name='jobofferevent',
            name='participant',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='participants.participant'),
        ),
        migrations.AddField(
            model_name='jobofferevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='jobofferevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.joboffer'),
        ),
        migrations.AddField(
            model_name='jobofferevent',
            name='placement',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement'),
        ),
        migrations.AddField(
            model_name='jobofferevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='placementextension',
            name='agreed_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='placementextension',
            name='placement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='extensions', to='placements.placement'),
        ),
        migrations.AddField(
            model_name='placementextensionevent',
            name='agreed_by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='placementextensionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='placementextensionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.placementextension'),
        ),
        migrations.AddField(
            model_name='placementextensionevent',
            name='placement',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement'),
        ),
        migrations.AddField(
            model_name='placementrequest',
            name='employer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='placements.employer', verbose_name='arbeidsgiver'),
        ),
        migrations.AddField(
            model_name='placementrequest',
            name='enrolment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placement_requests', to='courses.enrolment'),
        ),
        migrations.AddField(
            model_name='placementrequest',
            name='participant',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='placement_requests', to='participants.participant'),
        ),
        migrations.AddField(
            model_name='placementrequest',
            name='recorded_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='placementrequestevent',
            name='employer',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer', verbose_name='arbeidsgiver'),
        ),
        migrations.AddField(
            model_name='placementrequestevent',
            name='enrolment',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courses.enrolment'),
        ),
        migrations.AddField(
            model_name='placementrequestevent',
            name='participant',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='participants.participant'),
        ),
        migrations.AddField(
            model_name='placementrequestevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='placementrequestevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.placementrequest'),
        ),
        migrations.AddField(
            model_name='placementrequestevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='placementrules',
            name='changed_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='placementrules',
            name='county',
            field=models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.county'),
        ),
        migrations.AddField(
            model_name='placementrulesevent',
            name='changed_by',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='placementrulesevent',
            name='county',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.county'),
        ),
        migrations.AddField(
            model_name='placementrulesevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='placementrulesevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.placementrules'),
        ),
        migrations.AddField(
            model_name='placementwish',
            name='employer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.employer', verbose_name='arbeidsgiver'),
        ),
        migrations.AddField(
            model_name='placementwish',
            name='enrolment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='placement_wishes', to='courses.enrolment'),
        ),
        migrations.AddField(
            model_name='placementwishevent',
            name='employer',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer', verbose_name='arbeidsgiver'),
        ),
        migrations.AddField(
            model_name='placementwishevent',
            name='enrolment',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courses.enrolment'),
        ),
        migrations.AddField(
            model_name='placementwishevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='placementwishevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.placementwish'),
        ),
        migrations.AddField(
            model_name='plangoal',
            name='visit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='goals', to='placements.visit'),
        ),
        migrations.AddField(
            model_name='plangoalevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='plangoalevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.plangoal'),
        ),
        migrations.AddField(
            model_name='plangoalevent',
            name='visit',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.visit'),
        ),
        migrations.AddField(
            model_name='plantemplate',
            name='county',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.county'),
        ),
        migrations.AddField(
            model_name='plantemplate',
            name='occupation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.occupation', verbose_name='yrke'),
        ),
        migrations.AddField(
            model_name='plantemplateevent',
            name='county',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.county'),
        ),
        migrations.AddField(
            model_name='plantemplateevent',
            name='occupation',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.occupation', verbose_name='yrke'),
        ),
        migrations.AddField(
            model_name='plantemplateevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='plantemplateevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.plantemplate'),
        ),
        migrations.AddField(
            model_name='reference',
            name='file',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.storedfile'),
        ),
        migrations.AddField(
            model_name='reference',
            name='placement',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='references', to='placements.placement'),
        ),
        migrations.AddField(
            model_name='reference',
            name='recorded_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='referenceevent',
            name='file',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.storedfile'),
        ),
        migrations.AddField(
            model_name='referenceevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='referenceevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.reference'),
        ),
        migrations.AddField(
            model_name='referenceevent',
            name='placement',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement'),
        ),
        migrations.AddField(
            model_name='referenceevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='slotperiod',
            name='agreed_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='slotperiod',
            name='employer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='slot_periods', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='slotperiodevent',
            name='agreed_by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='slotperiodevent',
            name='employer',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='slotperiodevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='slotperiodevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.slotperiod'),
        ),
        migrations.AddField(
            model_name='slotround',
            name='carried_out_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='slotround',
            name='created_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='slotround',
            name='intake',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slot_rounds', to='courses.intake'),
        ),
        migrations.AddField(
            model_name='slotroundevent',
            name='carried_out_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='slotroundevent',
            name='created_by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='slotroundevent',
            name='intake',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courses.intake'),
        ),
        migrations.AddField(
            model_name='slotroundevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='slotroundevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.slotround'),
        ),
        migrations.AddField(
            model_name='slotshare',
            name='employer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='slotshare',
            name='enrolment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='courses.enrolment'),
        ),
        migrations.AddField(
            model_name='slotshare',
            name='request',
            field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='share', to='placements.placementrequest'),
        ),
        migrations.AddField(
            model_name='slotshare',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shares', to='placements.slotround'),
        ),
        migrations.AddField(
            model_name='slotshareevent',
            name='employer',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='slotshareevent',
            name='enrolment',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courses.enrolment'),
        ),
        migrations.AddField(
            model_name='slotshareevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='slotshareevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.slotshare'),
        ),
        migrations.AddField(
            model_name='slotshareevent',
            name='request',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placementrequest'),
        ),
        migrations.AddField(
            model_name='slotshareevent',
            name='round',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.slotround'),
        ),
        migrations.AddField(
            model_name='swaprequest',
            name='answered_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='swaprequest',
            name='asked_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='swaprequest',
            name='employer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.employer', verbose_name='ønsket arbeidsgiver'),
        ),
        migrations.AddField(
            model_name='swaprequest',
            name='placement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='swap_requests', to='placements.placement'),
        ),
        migrations.AddField(
            model_name='swaprequest',
            name='sector',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.sector', verbose_name='ønsket bransje'),
        ),
        migrations.AddField(
            model_name='swaprequestevent',
            name='answered_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='swaprequestevent',
            name='asked_by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='swaprequestevent',
            name='employer',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer', verbose_name='ønsket arbeidsgiver'),
        ),
        migrations.AddField(
            model_name='swaprequestevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='swaprequestevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.swaprequest'),
        ),
        migrations.AddField(
            model_name='swaprequestevent',
            name='placement',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement'),
        ),
        migrations.AddField(
            model_name='swaprequestevent',
            name='sector',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.sector', verbose_name='ønsket bransje'),
        ),
        migrations.AddField(
            model_name='templatestep',
            name='template',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='placements.plantemplate'),
        ),
        migrations.AddField(
            model_name='templatestepevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='templatestepevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.templatestep'),
        ),
        migrations.AddField(
            model_name='templatestepevent',
            name='template',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.plantemplate'),
        ),
        migrations.AddField(
            model_name='trainingplan',
            name='created_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='trainingplan',
            name='placement',
            field=models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='training_plan', to='placements.placement'),
        ),
        migrations.AddField(
            model_name='trainingplan',
            name='template',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.plantemplate'),
        ),
        migrations.AddField(
            model_name='plangoalevent',
            name='plan',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.trainingplan'),
        ),
        migrations.AddField(
            model_name='plangoal',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='goals', to='placements.trainingplan'),
        ),
        migrations.AddField(
            model_name='trainingplanevent',
            name='created_by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='trainingplanevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='trainingplanevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.trainingplan'),
        ),
        migrations.AddField(
            model_name='trainingplanevent',
            name='placement',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement'),
        ),
        migrations.AddField(
            model_name='trainingplanevent',
            name='template',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.plantemplate'),
        ),
        migrations.AddIndex(
            model_name='barrier',
            index=models.Index(fields=['county', 'level', 'created_at'], name='barrier_of_county'),
        ),
        migrations.AddConstraint(
            model_name='barrier',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('owner__isnull', False), ('owner_county', None), ('owner_office', None), ('owner_provider', None)), models.Q(('owner', None), ('owner_county', None), ('owner_office__isnull', False), ('owner_provider', None)), models.Q(('owner', None), ('owner_county', None), ('owner_office', None), ('owner_provider__isnull', False)), models.Q(('owner', None), ('owner_county__isnull', False), ('owner_office', None), ('owner_provider', None)), _connector='OR'), name='barrier_exactly_one_owner', violation_error_message='En barriere skal ha én eier.'),
        ),
        migrations.AddConstraint(
            model_name='barrier',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['solved', 'not_here']), _negated=True), models.Q(models.Q(('answer', ''), _negated=True), ('closed_at__isnull', False)), _connector='OR'), name='barrier_closed_has_answer', violation_error_message='Skriv et svar før barrieren lukkes.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barrier',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_barrierevent" ("answer", "closed_at", "closed_by_id", "concept_id", "county_id", "created_at", "employer_id", "id", "intake_id", "level", "merged_into_id", "owner_county_id", "owner_id", "owner_office_id", "owner_provider_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "status", "taken_on_at", "taken_on_by_id", "version", "what") SELECT new_values."answer", new_values."closed_at", new_values."closed_by_id", new_values."concept_id", new_values."county_id", new_values."created_at", new_values."employer_id", new_values."id", new_values."intake_id", new_values."level", new_values."merged_into_id", new_values."owner_county_id", new_values."owner_id", new_values."owner_office_id", new_values."owner_provider_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."status", new_values."taken_on_at", new_values."taken_on_by_id", new_values."version", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c94e7ab1b3966c19938ad8ea78d5dd3d4838cf3c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c018c', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_barrier', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barrier',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_barrierevent" ("answer", "closed_at", "closed_by_id", "concept_id", "county_id", "created_at", "employer_id", "id", "intake_id", "level", "merged_into_id", "owner_county_id", "owner_id", "owner_office_id", "owner_provider_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "status", "taken_on_at", "taken_on_by_id", "version", "what") SELECT new_values."answer", new_values."closed_at", new_values."closed_by_id", new_values."concept_id", new_values."county_id", new_values."created_at", new_values."employer_id", new_values."id", new_values."intake_id", new_values."level", new_values."merged_into_id", new_values."owner_county_id", new_values."owner_id", new_values."owner_office_id", new_values."owner_provider_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."status", new_values."taken_on_at", new_values."taken_on_by_id", new_values."version", new_values."what" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."answer" IS DISTINCT FROM (new_values."answer") OR old_values."closed_at" IS DISTINCT FROM (new_values."closed_at") OR old_values."closed_by_id" IS DISTINCT FROM (new_values."closed_by_id") OR old_values."concept_id" IS DISTINCT FROM (new_values."concept_id") OR old_values."county_id" IS DISTINCT FROM (new_values."county_id") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."employer_id" IS DISTINCT FROM (new_values."employer_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."intake_id" IS DISTINCT FROM (new_values."intake_id") OR old_values."level" IS DISTINCT FROM (new_values."level") OR old_values."merged_into_id" IS DISTINCT FROM (new_values."merged_into_id") OR old_values."owner_id" IS DISTINCT FROM (new_values."owner_id") OR old_values."owner_county_id" IS DISTINCT FROM (new_values."owner_county_id") OR old_values."owner_office_id" IS DISTINCT FROM (new_values."owner_office_id") OR old_values."owner_provider_id" IS DISTINCT FROM (new_values."owner_provider_id") OR old_values."public_id" IS DISTINCT FROM (new_values."public_id") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."taken_on_at" IS DISTINCT FROM (new_values."taken_on_at") OR old_values."taken_on_by_id" IS DISTINCT FROM (new_values."taken_on_by_id") OR old_values."version" IS DISTINCT FROM (new_values."version") OR old_values."what" IS DISTINCT FROM (new_values."what")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ae366357edec13f4e809ddce9979426b9f2acf27', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_faf57', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_barrier', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barrier',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_barrierevent" ("answer", "closed_at", "closed_by_id", "concept_id", "county_id", "created_at", "employer_id", "id", "intake_id", "level", "merged_into_id", "owner_county_id", "owner_id", "owner_office_id", "owner_provider_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "status", "taken_on_at", "taken_on_by_id", "version", "what") SELECT old_values."answer", old_values."closed_at", old_values."closed_by_id", old_values."concept_id", old_values."county_id", old_values."created_at", old_values."employer_id", old_values."id", old_values."intake_id", old_values."level", old_values."merged_into_id", old_values."owner_county_id", old_values."owner_id", old_values."owner_office_id", old_values."owner_provider_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."status", old_values."taken_on_at", old_values."taken_on_by_id", old_values."version", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='125eb1aa86edbcdc230b23ef2eb34629603bec9f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_4bb64', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_barrier', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barrierevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c54fdacf384956257d7a16c01e624413213f4f39', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9b999', table='placements_barrierevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barrierreport',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_barrierreportevent" ("answer_seen_at", "barrier_id", "id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reported_at", "reported_by_id", "text") SELECT new_values."answer_seen_at", new_values."barrier_id", new_values."id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."reported_at", new_values."reported_by_id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='dd2380ca7327fa7669562ea4c463cbb61584a38d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7e5d9', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_barrierreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barrierreport',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_barrierreportevent" ("answer_seen_at", "barrier_id", "id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reported_at", "reported_by_id", "text") SELECT new_values."answer_seen_at", new_values."barrier_id", new_values."id", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."reported_at", new_values."reported_by_id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='46454659e7590441735c2c87152bc76b95a6d51d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d8299', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_barrierreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barrierreport',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_barrierreportevent" ("answer_seen_at", "barrier_id", "id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reported_at", "reported_by_id", "text") SELECT old_values."answer_seen_at", old_values."barrier_id", old_values."id", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."reported_at", old_values."reported_by_id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='4bff7790098465e3850a45856dbb219589fca622', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_2c695', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_barrierreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barrierreportevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='50b9205ed11b8de18a7072748ed9ae68de82ae12', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3fc86', table='placements_barrierreportevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='discriminationreport',
            constraint=models.CheckConstraint(condition=models.Q(('decision', ''), models.Q(models.Q(('decision_reason', ''), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='discriminationreport_decided_with_reason', violation_error_message='Skriv hvorfor, før saken avgjøres.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='discriminationreport',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_discriminationreportevent" ("county_id", "decided_at", "decided_by_id", "decision", "decision_reason", "employer_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reported_at", "reported_by_id", "version", "what") SELECT new_values."county_id", new_values."decided_at", new_values."decided_by_id", new_values."decision", new_values."decision_reason", new_values."employer_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."reported_at", new_values."reported_by_id", new_values."version", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='39d5bfc1ac6dbd7bc7567351057d74104dbc46c3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_48e82', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_discriminationreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='discriminationreport',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_discriminationreportevent" ("county_id", "decided_at", "decided_by_id", "decision", "decision_reason", "employer_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reported_at", "reported_by_id", "version", "what") SELECT new_values."county_id", new_values."decided_at", new_values."decided_by_id", new_values."decision", new_values."decision_reason", new_values."employer_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."reported_at", new_values."reported_by_id", new_values."version", new_values."what" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='021e673210fe25f03146150c1e032590acc4ab4a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_67684', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_discriminationreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='discriminationreport',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_discriminationreportevent" ("county_id", "decided_at", "decided_by_id", "decision", "decision_reason", "employer_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reported_at", "reported_by_id", "version", "what") SELECT old_values."county_id", old_values."decided_at", old_values."decided_by_id", old_values."decision", old_values."decision_reason", old_values."employer_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."reported_at", old_values."reported_by_id", old_values."version", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cec295ddc160bc5524cf9882595423cfd72eaa34', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_aff77', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_discriminationreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='discriminationreportevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f87726d6e49242460c5221439439782a84bcda0d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ca3b1', table='placements_discriminationreportevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employercontact',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employercontactevent" ("email", "employer_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "role", "version") SELECT new_values."email", new_values."employer_id", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phone", new_values."public_id", new_values."role", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='61acc48e2274a51a94eb8b9b44302cfad26c8461', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_73f28', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_employercontact', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employercontact',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employercontactevent" ("email", "employer_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "role", "version") SELECT new_values."email", new_values."employer_id", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phone", new_values."public_id", new_values."role", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5d22e152ef76ee28924e30170161c883dd8a5e10', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1e74d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_employercontact', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employercontact',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employercontactevent" ("email", "employer_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "role", "version") SELECT old_values."email", old_values."employer_id", old_values."id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."phone", old_values."public_id", old_values."role", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='4d5a32bffae802b5c06609b22a8eefd1fa895cf3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b2a0f', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_employercontact', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employercontactevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b418a372d6908e390400f193ac520de3b67fe618', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b24ed', table='placements_employercontactevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='employermeeting',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'cancelled'), _negated=True), fields=('employer', 'provider', 'on', 'kind'), name='employermeeting_once_a_day', violation_error_message='Dette møtet står der allerede.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employermeeting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employermeetingevent" ("agreed", "at", "created_at", "created_by_id", "employer_id", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "public_id", "status", "topics", "version") SELECT new_values."agreed", new_values."at", new_values."created_at", new_values."created_by_id", new_values."employer_id", new_values."id", new_values."kind", new_values."on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."public_id", new_values."status", new_values."topics", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='917d84677aba03fdc2a7fdeeecb4ddcea5231c47', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1a109', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_employermeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employermeeting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employermeetingevent" ("agreed", "at", "created_at", "created_by_id", "employer_id", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "public_id", "status", "topics", "version") SELECT new_values."agreed", new_values."at", new_values."created_at", new_values."created_by_id", new_values."employer_id", new_values."id", new_values."kind", new_values."on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."public_id", new_values."status", new_values."topics", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4776a5c089612bc283231c8841508011e6560744', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_6bbaa', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_employermeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employermeeting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employermeetingevent" ("agreed", "at", "created_at", "created_by_id", "employer_id", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "public_id", "status", "topics", "version") SELECT old_values."agreed", old_values."at", old_values."created_at", old_values."created_by_id", old_values."employer_id", old_values."id", old_values."kind", old_values."on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."public_id", old_values."status", old_values."topics", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b75cbc79df753027a7305f0fd0c9ede5f29b6d5c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_c65d6', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_employermeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employermeetingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='be9cadc75a54938e9cf112133e6b8c5aacd8d33f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_476c5', table='placements_employermeetingevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employermerge',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employermergeevent" ("id", "kept_id", "merged_at", "merged_by_id", "merged_id", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason") SELECT new_values."id", new_values."kept_id", new_values."merged_at", new_values."merged_by_id", new_values."merged_id", new_values."moved", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e1b56a907a61d6d5d8da0cab667be5a756ffbf45', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bf595', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_employermerge', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employermerge',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employermergeevent" ("id", "kept_id", "merged_at", "merged_by_id", "merged_id", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason") SELECT new_values."id", new_values."kept_id", new_values."merged_at", new_values."merged_by_id", new_values."merged_id", new_values."moved", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3106e767a0189c1397bd77ebb864824360971806', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_54358', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_employermerge', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employermerge',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employermergeevent" ("id", "kept_id", "merged_at", "merged_by_id", "merged_id", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason") SELECT old_values."id", old_values."kept_id", old_values."merged_at", old_values."merged_by_id", old_values."merged_id", old_values."moved", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f49ee064d27d1487fed7066f937bebf72a023e7e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_89e18', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_employermerge', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employermergeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6c84685e0c29fd2a504a1b8e6c31f64176c296dc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9f1b7', table='placements_employermergeevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='joboffer',
            constraint=models.CheckConstraint(condition=models.Q(('employer__isnull', False), ('employer_name__gt', ''), _connector='OR'), name='joboffer_has_employer', violation_error_message='Velg arbeidsgiver, eller skriv navnet.'),
        ),
        migrations.AddConstraint(
            model_name='joboffer',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='joboffer_ends_after_start', violation_error_message='Sluttdato kan ikke være før startdato.'),
        ),
        migrations.AddConstraint(
            model_name='joboffer',
            constraint=models.CheckConstraint(condition=models.Q(('fte_low__range', (1, 100)), models.Q(('fte_high', None), models.Q(('fte_high__gte', models.F('fte_low')), ('fte_high__lte', 100)), _connector='OR')), name='joboffer_fte_range', violation_error_message='Den høyeste stillingsprosenten må være minst like høy som den laveste.'),
        ),
        migrations.AddConstraint(
            model_name='joboffer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', 'accepted'), ('employment__isnull', False)), models.Q(models.Q(('answer', 'accepted'), _negated=True), ('employment', None)), _connector='OR'), name='joboffer_accepted_is_a_job', violation_error_message='Et tilbud hun har takket ja til, er en jobb.'),
        ),
        migrations.AddConstraint(
            model_name='joboffer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer__in', ['declined', 'withdrawn']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='joboffer_lost_has_reason', violation_error_message='Velg hvorfor det ikke ble jobb.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='joboffer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_jobofferevent" ("answer", "answered_on", "condition", "condition_decided_on", "condition_decision", "condition_reason", "condition_text", "employer_id", "employer_name", "employment_id", "ends_on", "enrolment_id", "form", "fte_high", "fte_low", "hours", "id", "note", "occupation_id", "offered_on", "on_call", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "reason", "recorded_at", "recorded_by_id", "starts_on", "version") SELECT new_values."answer", new_values."answered_on", new_values."condition", new_values."condition_decided_on", new_values."condition_decision", new_values."condition_reason", new_values."condition_text", new_values."employer_id", new_values."employer_name", new_values."employment_id", new_values."ends_on", new_values."enrolment_id", new_values."form", new_values."fte_high", new_values."fte_low", new_values."hours", new_values."id", new_values."note", new_values."occupation_id", new_values."offered_on", new_values."on_call", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."public_id", new_values."reason", new_values."recorded_at", new_values."recorded_by_id", new_values."starts_on", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b3d4d74334dc7fefb729c18fb256d8eef98e7802', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_d7b8f', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_joboffer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='joboffer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_jobofferevent" ("answer", "answered_on", "condition", "condition_decided_on", "condition_decision", "condition_reason", "condition_text", "employer_id", "employer_name", "employment_id", "ends_on", "enrolment_id", "form", "fte_high", "fte_low", "hours", "id", "note", "occupation_id", "offered_on", "on_call", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "reason", "recorded_at", "recorded_by_id", "starts_on", "version") SELECT new_values."answer", new_values."answered_on", new_values."condition", new_values."condition_decided_on", new_values."condition_decision", new_values."condition_reason", new_values."condition_text", new_values."employer_id", new_values."employer_name", new_values."employment_id", new_values."ends_on", new_values."enrolment_id", new_values."form", new_values."fte_high", new_values."fte_low", new_values."hours", new_values."id", new_values."note", new_values."occupation_id", new_values."offered_on", new_values."on_call", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."public_id", new_values."reason", new_values."recorded_at", new_values."recorded_by_id", new_values."starts_on", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='17600f5df0bf280ac72de8904722269885bee656', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_87f7d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_joboffer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='joboffer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_jobofferevent" ("answer", "answered_on", "condition", "condition_decided_on", "condition_decision", "condition_reason", "condition_text", "employer_id", "employer_name", "employment_id", "ends_on", "enrolment_id", "form", "fte_high", "fte_low", "hours", "id", "note", "occupation_id", "offered_on", "on_call", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "reason", "recorded_at", "recorded_by_id", "starts_on", "version") SELECT old_values."answer", old_values."answered_on", old_values."condition", old_values."condition_decided_on", old_values."condition_decision", old_values."condition_reason", old_values."condition_text", old_values."employer_id", old_values."employer_name", old_values."employment_id", old_values."ends_on", old_values."enrolment_id", old_values."form", old_values."fte_high", old_values."fte_low", old_values."hours", old_values."id", old_values."note", old_values."occupation_id", old_values."offered_on", old_values."on_call", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."public_id", old_values."reason", old_values."recorded_at", old_values."recorded_by_id", old_values."starts_on", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b815af1b66de9230872856162f6251d7feb4d3e3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ec5bb', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_joboffer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jobofferevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3dce5fd75719a8657b80e4d2fa6ce2d832cd7c96', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ef49f', table='placements_jobofferevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='placementextension',
            constraint=models.CheckConstraint(condition=models.Q(('new_end__gt', models.F('old_end'))), name='extension_ends_later', violation_error_message='Den nye siste dagen må være etter den gamle.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementextension',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementextensionevent" ("agreed_at", "agreed_by_id", "id", "new_end", "old_end", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "reason") SELECT new_values."agreed_at", new_values."agreed_by_id", new_values."id", new_values."new_end", new_values."old_end", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."public_id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0bb8c77ea37cd3579772fe43e7985627ea96ce66', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_d44bf', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_placementextension', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementextension',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementextensionevent" ("agreed_at", "agreed_by_id", "id", "new_end", "old_end", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "reason") SELECT new_values."agreed_at", new_values."agreed_by_id", new_values."id", new_values."new_end", new_values."old_end", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."public_id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e53d9a62fea140387cfb2471bd9d12ca8ef8d47a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_954a1', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_placementextension', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementextension',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementextensionevent" ("agreed_at", "agreed_by_id", "id", "new_end", "old_end", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "reason") SELECT old_values."agreed_at", old_values."agreed_by_id", old_values."id", old_values."new_end", old_values."old_end", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."public_id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='983631672a87a840fd444870f8e830e1eeba2f54', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1c550', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_placementextension', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementextensionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='80fefc0473c91a83adae214a1aadd49f426a7c68', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6fea5', table='placements_placementextensionevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='placementrequest',
            index=models.Index(condition=models.Q(('status', 'queued')), fields=['employer', 'queued_at'], name='request_queue'),
        ),
        migrations.AddConstraint(
            model_name='placementrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('asked_on__isnull', False), ('employer_seat__gte', 1), ('participant_seat__range', (1, 5)), ('status', 'asked')), models.Q(models.Q(('status', 'asked'), _negated=True), ('employer_seat', None), ('participant_seat', None)), _connector='OR'), name='request_asked_has_seats', violation_error_message='Deltakeren kan ha høyst fem forespørsler ute samtidig.'),
        ),
        migrations.AddConstraint(
            model_name='placementrequest',
            constraint=models.UniqueConstraint(fields=('employer', 'employer_seat'), name='request_employer_seat_once', violation_error_message='Arbeidsgiveren har allerede så mange forespørsler som er avtalt.'),
        ),
        migrations.AddConstraint(
            model_name='placementrequest',
            constraint=models.UniqueConstraint(fields=('participant', 'participant_seat'), name='request_participant_seat_once', violation_error_message='Deltakeren kan ha høyst fem forespørsler ute samtidig.'),
        ),
        migrations.AddConstraint(
            model_name='placementrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['queued', 'asked'])), fields=('participant', 'employer'), name='request_open_once', violation_error_message='Arbeidsgiveren er allerede spurt, eller forespørselen står i kø.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementrequest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementrequestevent" ("answered_on", "asked_by", "asked_on", "consented_on", "employer_id", "employer_seat", "enrolment_id", "how", "id", "note", "participant_id", "participant_seat", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "queued_at", "reason", "recorded_by_id", "status", "version") SELECT new_values."answered_on", new_values."asked_by", new_values."asked_on", new_values."consented_on", new_values."employer_id", new_values."employer_seat", new_values."enrolment_id", new_values."how", new_values."id", new_values."note", new_values."participant_id", new_values."participant_seat", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."queued_at", new_values."reason", new_values."recorded_by_id", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='11ce59bcd2f9beb1f353428ef0c3d3d4d57e8ed5', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_ff00c', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_placementrequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementrequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementrequestevent" ("answered_on", "asked_by", "asked_on", "consented_on", "employer_id", "employer_seat", "enrolment_id", "how", "id", "note", "participant_id", "participant_seat", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "queued_at", "reason", "recorded_by_id", "status", "version") SELECT new_values."answered_on", new_values."asked_by", new_values."asked_on", new_values."consented_on", new_values."employer_id", new_values."employer_seat", new_values."enrolment_id", new_values."how", new_values."id", new_values."note", new_values."participant_id", new_values."participant_seat", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."queued_at", new_values."reason", new_values."recorded_by_id", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='793a681b88777394e12cbec5b3c873f584cf9170', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_b2a09', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_placementrequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementrequest',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementrequestevent" ("answered_on", "asked_by", "asked_on", "consented_on", "employer_id", "employer_seat", "enrolment_id", "how", "id", "note", "participant_id", "participant_seat", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "queued_at", "reason", "recorded_by_id", "status", "version") SELECT old_values."answered_on", old_values."asked_by", old_values."asked_on", old_values."consented_on", old_values."employer_id", old_values."employer_seat", old_values."enrolment_id", old_values."how", old_values."id", old_values."note", old_values."participant_id", old_values."participant_seat", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."queued_at", old_values."reason", old_values."recorded_by_id", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='fc70c3436e8a26d73602879f128923e042ddee40', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_eacd5', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_placementrequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementrequestevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='033e7e2870f7549d3cbce912d579180816fa104d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2949d', table='placements_placementrequestevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementrules',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementrulesevent" ("changed_at", "changed_by_id", "county_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "step_in_after", "unpaid_limit", "version") SELECT new_values."changed_at", new_values."changed_by_id", new_values."county_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."step_in_after", new_values."unpaid_limit", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ab7f27514bf168050411114c73c49992a89a71e8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_19c55', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_placementrules', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementrules',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementrulesevent" ("changed_at", "changed_by_id", "county_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "step_in_after", "unpaid_limit", "version") SELECT new_values."changed_at", new_values."changed_by_id", new_values."county_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."step_in_after", new_values."unpaid_limit", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='876b32d29df7f9fcd37139ce6387f6307c808935', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1fc34', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_placementrules', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementrules',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementrulesevent" ("changed_at", "changed_by_id", "county_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "step_in_after", "unpaid_limit", "version") SELECT old_values."changed_at", old_values."changed_by_id", old_values."county_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."step_in_after", old_values."unpaid_limit", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='bf5360bd66aea49fb227f40d5c251cb25272781c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_56844', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_placementrules', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementrulesevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='82425d536ca47f718a88b1fb7a65c8ec289e3455', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_50c6d', table='placements_placementrulesevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='placementwish',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('enrolment', 'rank'), name='placementwish_rank_once', violation_error_message='Samme nummer er brukt to ganger.'),
        ),
        migrations.AddConstraint(
            model_name='placementwish',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('enrolment', 'employer'), name='placementwish_employer_once', violation_error_message='Samme arbeidsgiver er ønsket to ganger.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementwish',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementwishevent" ("employer_id", "enrolment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rank", "version") SELECT new_values."employer_id", new_values."enrolment_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."rank", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='64aa144220917927ac51ff029dbd9d141f2a7d13', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6052a', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_placementwish', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementwish',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementwishevent" ("employer_id", "enrolment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rank", "version") SELECT new_values."employer_id", new_values."enrolment_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."rank", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='69e2318d227ba2a8d0bb42a53f79ee5f2a4442b2', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e8fba', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_placementwish', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementwish',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementwishevent" ("employer_id", "enrolment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rank", "version") SELECT old_values."employer_id", old_values."enrolment_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."rank", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e4103b2fc6a362f8e7ed5a70ada8fe4d90afd3f3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_5b691', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_placementwish', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placementwishevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='dad3ab8ec46738ba2f5e1b3e4e986717602576e6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0a721', table='placements_placementwishevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='plantemplate',
            constraint=models.UniqueConstraint(condition=models.Q(('active', True)), fields=('county', 'occupation'), name='plantemplate_one_in_use', violation_error_message='Yrket har allerede en mal som er i bruk.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='plantemplate',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_plantemplateevent" ("active", "county_id", "id", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "title", "version") SELECT new_values."active", new_values."county_id", new_values."id", new_values."occupation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."title", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7865537d99728c3209784d1df0f083402faed6b7', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b32b1', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_plantemplate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='plantemplate',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_plantemplateevent" ("active", "county_id", "id", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "title", "version") SELECT new_values."active", new_values."county_id", new_values."id", new_values."occupation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."title", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='696933ec2cb58abbd67f87ae8b8f764875b2e7c8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a3335', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_plantemplate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='plantemplate',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_plantemplateevent" ("active", "county_id", "id", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "title", "version") SELECT old_values."active", old_values."county_id", old_values."id", old_values."occupation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."title", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f74e8c41b9c5fa6d2d6970865e33b3013c4d712a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_30811', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_plantemplate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='plantemplateevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9d9396610d91f2da9f99c3779cf96848d53169ea', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_03d7d', table='placements_plantemplateevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='reference',
            constraint=models.UniqueConstraint(fields=('placement', 'kind'), name='reference_one_of_each', violation_error_message='Det er allerede spurt om dette.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reference',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_referenceevent" ("answered_on", "asked_on", "file_id", "id", "kind", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "placement_id", "public_id", "recorded_at", "recorded_by_id", "status", "version") SELECT new_values."answered_on", new_values."asked_on", new_values."file_id", new_values."id", new_values."kind", new_values."name", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phone", new_values."placement_id", new_values."public_id", new_values."recorded_at", new_values."recorded_by_id", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='63195ccee257f503ceb74be6fb0b16f230c96ce7', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_73b03', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_reference', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reference',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_referenceevent" ("answered_on", "asked_on", "file_id", "id", "kind", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "placement_id", "public_id", "recorded_at", "recorded_by_id", "status", "version") SELECT new_values."answered_on", new_values."asked_on", new_values."file_id", new_values."id", new_values."kind", new_values."name", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phone", new_values."placement_id", new_values."public_id", new_values."recorded_at", new_values."recorded_by_id", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e91b477374a0302399aa08d73eb40b82a595af98', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_55ab2', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_reference', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reference',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_referenceevent" ("answered_on", "asked_on", "file_id", "id", "kind", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "placement_id", "public_id", "recorded_at", "recorded_by_id", "status", "version") SELECT old_values."answered_on", old_values."asked_on", old_values."file_id", old_values."id", old_values."kind", old_values."name", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."phone", old_values."placement_id", old_values."public_id", old_values."recorded_at", old_values."recorded_by_id", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='91e3e4e161389cca748bc354cb43501a05869865', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f488a', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_reference', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referenceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d99c630a9852d0c43f28e1b311f74a292ba3713a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_29e22', table='placements_referenceevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='slotperiod',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='slotperiod_ends_after_start', violation_error_message='Sluttdato kan ikke være før startdato.'),
        ),
        migrations.AddConstraint(
            model_name='slotperiod',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('employer', '='), (models.Func('starts_on', 'ends_on', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='slotperiod_no_overlap', violation_error_message='Det er allerede avtalt et antall for noen av disse dagene.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='slotperiod',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_slotperiodevent" ("agreed_at", "agreed_by_id", "agreed_with", "employer_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "slots", "starts_on", "version") SELECT new_values."agreed_at", new_values."agreed_by_id", new_values."agreed_with", new_values."employer_id", new_values."ends_on", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."slots", new_values."starts_on", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='77df76d5a877ec81907f607f4f04656b6b47f0ac', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_39828', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_slotperiod', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='slotperiod',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_slotperiodevent" ("agreed_at", "agreed_by_id", "agreed_with", "employer_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "slots", "starts_on", "version") SELECT new_values."agreed_at", new_values."agreed_by_id", new_values."agreed_with", new_values."employer_id", new_values."ends_on", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."slots", new_values."starts_on", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='08e6a9bb83c760ce3980c16deed3f0e78e524e14', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_500a0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_slotperiod', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='slotperiod',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_slotperiodevent" ("agreed_at", "agreed_by_id", "agreed_with", "employer_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "slots", "starts_on", "version") SELECT old_values."agreed_at", old_values."agreed_by_id", old_values."agreed_with", old_values."employer_id", old_values."ends_on", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."slots", old_values."starts_on", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f760b50744165901402e35d86213194ceb171124', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f53de', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_slotperiod', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='slotperiodevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='737e3d13378fd49778e67b1543c3d2209565f6be', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_df1e1', table='placements_slotperiodevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='slotround',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'proposed')), fields=('intake',), name='slotround_one_proposal', violation_error_message='Klassen har allerede et forslag som ikke er brukt eller forkastet.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='slotround',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_slotroundevent" ("carried_out_at", "carried_out_by_id", "created_at", "created_by_id", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seed", "status", "version") SELECT new_values."carried_out_at", new_values."carried_out_by_id", new_values."created_at", new_values."created_by_id", new_values."id", new_values."intake_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."seed", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2af566bb575907592268e6c02d4427b5c43f9309', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b48a2', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_slotround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='slotround',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_slotroundevent" ("carried_out_at", "carried_out_by_id", "created_at", "created_by_id", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seed", "status", "version") SELECT new_values."carried_out_at", new_values."carried_out_by_id", new_values."created_at", new_values."created_by_id", new_values."id", new_values."intake_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."seed", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8cc1e99cbf27c0f3b9e0e46a16502134286fb761', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_8e750', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_slotround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='slotround',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_slotroundevent" ("carried_out_at", "carried_out_by_id", "created_at", "created_by_id", "id", "intake_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seed", "status", "version") SELECT old_values."carried_out_at", old_values."carried_out_by_id", old_values."created_at", old_values."created_by_id", old_values."id", old_values."intake_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."seed", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b9743bf389629bb3fb9734310e6040d1edea7ff7', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_54cb3', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_slotround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='slotroundevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5d28f547e0bd38356093b769bdba67f7c7780be1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3f354', table='placements_slotroundevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='slotshare',
            constraint=models.UniqueConstraint(fields=('round', 'enrolment'), name='slotshare_once_a_round', violation_error_message='Deltakeren står allerede i fordelingen.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='slotshare',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_slotshareevent" ("employer_id", "enrolment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "public_id", "rank", "request_id", "round_id") SELECT new_values."employer_id", new_values."enrolment_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."points", new_values."public_id", new_values."rank", new_values."request_id", new_values."round_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d77cd1c9304f8204e4c9687f3ea13fd4d8ca064a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_0c443', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_slotshare', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='slotshare',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_slotshareevent" ("employer_id", "enrolment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "public_id", "rank", "request_id", "round_id") SELECT new_values."employer_id", new_values."enrolment_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."points", new_values."public_id", new_values."rank", new_values."request_id", new_values."round_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f78cb9d7ed758faed201199853bb643b914716ad', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_58c62', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_slotshare', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='slotshare',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_slotshareevent" ("employer_id", "enrolment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "public_id", "rank", "request_id", "round_id") SELECT old_values."employer_id", old_values."enrolment_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."points", old_values."public_id", old_values."rank", old_values."request_id", old_values."round_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='2d1767c1b77ec620b40e6a3a65076bccb822fba6', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_780c1', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_slotshare', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='slotshareevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='06d589d00a1b31236c036442788451247af976f7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ce81b', table='placements_slotshareevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='swaprequest',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'open')), fields=('placement',), name='swaprequest_open_once', violation_error_message='Det venter allerede et ønske om bytte på svar.'),
        ),
        migrations.AddConstraint(
            model_name='swaprequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['approved', 'refused']), _negated=True), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='swaprequest_answered_by_somebody', violation_error_message='Et svar må ha dato og den som svarte.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='swaprequest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_swaprequestevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "employer_id", "explanation", "id", "own_suggestion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "reason", "sector_id", "status", "suggested_by", "version") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."employer_id", new_values."explanation", new_values."id", new_values."own_suggestion", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."public_id", new_values."reason", new_values."sector_id", new_values."status", new_values."suggested_by", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1d18917c609c03d738fd4a9107a2a524c4f27e10', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_389a1', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_swaprequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='swaprequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_swaprequestevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "employer_id", "explanation", "id", "own_suggestion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "reason", "sector_id", "status", "suggested_by", "version") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."employer_id", new_values."explanation", new_values."id", new_values."own_suggestion", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."public_id", new_values."reason", new_values."sector_id", new_values."status", new_values."suggested_by", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b56b2660403d3f7eba1fa8be61c570daed99328a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_b8a38', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_swaprequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='swaprequest',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_swaprequestevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "employer_id", "explanation", "id", "own_suggestion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id", "reason", "sector_id", "status", "suggested_by", "version") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."asked_at", old_values."asked_by_id", old_values."employer_id", old_values."explanation", old_values."id", old_values."own_suggestion", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."public_id", old_values."reason", old_values."sector_id", old_values."status", old_values."suggested_by", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6f7483e167b7e4640480bf57c5dc25c733723fc6', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_2e2a3', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_swaprequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='swaprequestevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7139ffb18ba57463fd5ce9e4a0ed5ac6d91ba2d8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4ca2e', table='placements_swaprequestevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='templatestep',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('template', 'rank'), name='templatestep_rank_once', violation_error_message='To steg har samme nummer.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='templatestep',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_templatestepevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rank", "template_id", "text", "week") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."rank", new_values."template_id", new_values."text", new_values."week" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b358c95eab6297d3fcf4f00a1e49ce9696d578ee', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_09ab2', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_templatestep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='templatestep',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_templatestepevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rank", "template_id", "text", "week") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."rank", new_values."template_id", new_values."text", new_values."week" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9eae3a387390e16005e2ba4ac0ad1986a3a16c97', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_8bcbb', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_templatestep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='templatestep',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_templatestepevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rank", "template_id", "text", "week") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."rank", old_values."template_id", old_values."text", old_values."week" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='efa06b5bf1542587e9ddb60d3c337bbb09abbb38', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_cdf35', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_templatestep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='templatestepevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2504ef266f350019ac54dfa29639a45fb982edc4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e88e9', table='placements_templatestepevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingplan',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_trainingplanevent" ("created_at", "created_by_id", "employer_agreed_on", "id", "participant_agreed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "provider_agreed_on", "public_id", "template_id", "version") SELECT new_values."created_at", new_values."created_by_id", new_values."employer_agreed_on", new_values."id", new_values."participant_agreed_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."provider_agreed_on", new_values."public_id", new_values."template_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f26cdbf2db60f1b9192e1a36050d8f93ab9fc7b5', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_47bf6', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_trainingplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingplan',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_trainingplanevent" ("created_at", "created_by_id", "employer_agreed_on", "id", "participant_agreed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "provider_agreed_on", "public_id", "template_id", "version") SELECT new_values."created_at", new_values."created_by_id", new_values."employer_agreed_on", new_values."id", new_values."participant_agreed_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."provider_agreed_on", new_values."public_id", new_values."template_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f336d4764d42826a0f4020857337fa39ea7974e6', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_33f85', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_trainingplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingplan',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_trainingplanevent" ("created_at", "created_by_id", "employer_agreed_on", "id", "participant_agreed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "provider_agreed_on", "public_id", "template_id", "version") SELECT old_values."created_at", old_values."created_by_id", old_values."employer_agreed_on", old_values."id", old_values."participant_agreed_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."provider_agreed_on", old_values."public_id", old_values."template_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6c846548cb8eaa61c0816dc9994202e7db61aa4e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_910ba', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_trainingplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='plangoalevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c2ddb2ef322b59a9db893306db3931fd44d1d5fe', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fe20f', table='placements_plangoalevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='plangoal',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('plan', 'rank'), name='plangoal_rank_once', violation_error_message='To steg har samme nummer.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='plangoal',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_plangoalevent" ("due_on", "id", "judged_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "public_id", "rank", "reached_on", "text", "visit_id") SELECT new_values."due_on", new_values."id", new_values."judged_by", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."public_id", new_values."rank", new_values."reached_on", new_values."text", new_values."visit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bdda2afc0b35d51b44070483a0c7b352942aa661', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_dd8a9', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_plangoal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='plangoal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_plangoalevent" ("due_on", "id", "judged_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "public_id", "rank", "reached_on", "text", "visit_id") SELECT new_values."due_on", new_values."id", new_values."judged_by", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."public_id", new_values."rank", new_values."reached_on", new_values."text", new_values."visit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bf3d644b96bac905f8464ce588fc0dfeaa110e77', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d3aa1', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_plangoal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='plangoal',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_plangoalevent" ("due_on", "id", "judged_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "public_id", "rank", "reached_on", "text", "visit_id") SELECT old_values."due_on", old_values."id", old_values."judged_by", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."public_id", old_values."rank", old_values."reached_on", old_values."text", old_values."visit_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a047a5910a8a31792f261dd8f162eb01f6ca288b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_426f4', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_plangoal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingplanevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2654cf26c1c96fc1ab32db221b4590e1e24490e4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_70df7', table='placements_trainingplanevent', when='BEFORE')),
        ),
    ])
