
import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('amo', '0095_qualification_names'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0030_agreement_end_note'),
    ]

    operations = [
        migrations.AlterField(
            model_name='employermeeting',
            name='topics',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('expectations', 'Hva de venter av deltakeren'), ('training', 'Opplæringen og hvem som er fadder'), ('hiring', 'Behovet for folk'), ('requirements', 'Krav for å bli ansatt'), ('absence', 'Hva de gjør ved fravær'), ('contact', 'Hvem de ringer, og når vi kommer')], max_length=15), blank=True, default=list, size=None, verbose_name='hva møtet handler om'),
        ),
        migrations.AlterField(
            model_name='employermeetingevent',
            name='topics',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('expectations', 'Hva de venter av deltakeren'), ('training', 'Opplæringen og hvem som er fadder'), ('hiring', 'Behovet for folk'), ('requirements', 'Krav for å bli ansatt'), ('absence', 'Hva de gjør ved fravær'), ('contact', 'Hvem de ringer, og når vi kommer')], max_length=15), blank=True, default=list, size=None, verbose_name='hva møtet handler om'),
        ),
        migrations.AlterField(
            model_name='visit',
            name='present',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('participant', 'Deltakeren'), ('mentor', 'Fadder'), ('manager', 'Leder')], max_length=12), blank=True, default=list, size=None, verbose_name='hvem var med'),
        ),
        migrations.AlterField(
            model_name='visit',
            name='topics',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('tasks', 'Arbeidsoppgaver'), ('norwegian', 'Norsk på jobb'), ('attendance', 'Oppmøte og fravær'), ('follow_up', 'Opplæring fra fadder'), ('hiring', 'Mulighet for ansettelse'), ('reference', 'Attest og referanse')], max_length=12), blank=True, default=list, size=None, verbose_name='hva dere snakket om'),
        ),
        migrations.AlterField(
            model_name='visitevent',
            name='present',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('participant', 'Deltakeren'), ('mentor', 'Fadder'), ('manager', 'Leder')], max_length=12), blank=True, default=list, size=None, verbose_name='hvem var med'),
        ),
        migrations.AlterField(
            model_name='visitevent',
            name='topics',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('tasks', 'Arbeidsoppgaver'), ('norwegian', 'Norsk på jobb'), ('attendance', 'Oppmøte og fravær'), ('follow_up', 'Opplæring fra fadder'), ('hiring', 'Mulighet for ansettelse'), ('reference', 'Attest og referanse')], max_length=12), blank=True, default=list, size=None, verbose_name='hva dere snakket om'),
        ),
        migrations.CreateModel(
            name='GuideHandOut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('language', models.CharField(choices=[('nb', 'Bokmål'), ('nn', 'Nynorsk')], max_length=2, verbose_name='målform')),
                ('given_on', models.DateField(verbose_name='gitt')),
                ('given_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership')),
                ('placement', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='guide', to='placements.placement')),
            ],
            options={
                'verbose_name': 'veiledning til fadder',
                'ordering': ['-given_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='GuideHandOutEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('language', models.CharField(choices=[('nb', 'Bokmål'), ('nn', 'Nynorsk')], max_length=2, verbose_name='målform')),
                ('given_on', models.DateField(verbose_name='gitt')),
                ('given_by', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.guidehandout')),
                ('placement', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.placement')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidehandout',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_guidehandoutevent" ("given_by_id", "given_on", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id") SELECT new_values."given_by_id", new_values."given_on", new_values."id", new_values."language", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."public_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2ea481b528c33755e99acbd5e69b8d23f32602fd', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_dc1f0', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_guidehandout', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidehandout',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_guidehandoutevent" ("given_by_id", "given_on", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id") SELECT new_values."given_by_id", new_values."given_on", new_values."id", new_values."language", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."public_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2e1fb222129fbdf48a1dcd516d4e91757641918d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2a513', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_guidehandout', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidehandout',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_guidehandoutevent" ("given_by_id", "given_on", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "public_id") SELECT old_values."given_by_id", old_values."given_on", old_values."id", old_values."language", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."public_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b896fe903e0328f8486a1927958b8e18bb46b2b2', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e663d', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_guidehandout', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidehandoutevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2082dceac357bca17b0706fc9debc050d9d76539', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0083d', table='placements_guidehandoutevent', when='BEFORE')),
        ),
    ]
