import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('amo', '0095_qualification_names'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0050_offer_linked_job'),
    ]

    operations = [
        migrations.CreateModel(
            name='BarrierStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('taken_on', 'Under arbeid'), ('handed_over', 'Gitt videre'), ('closed', 'Lukket'), ('reopened', 'Åpnet igjen'), ('merged', 'Slått sammen med en annen')], max_length=12)),
                ('text', models.CharField(blank=True, max_length=1000)),
                ('at', models.DateTimeField(editable=False)),
            ],
            options={
                'verbose_name': 'hva som er gjort',
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='BarrierStepEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(choices=[('taken_on', 'Under arbeid'), ('handed_over', 'Gitt videre'), ('closed', 'Lukket'), ('reopened', 'Åpnet igjen'), ('merged', 'Slått sammen med en annen')], max_length=12)),
                ('text', models.CharField(blank=True, max_length=1000)),
                ('at', models.DateTimeField(editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='discriminationreport',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='discriminationreport',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='discriminationreport',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='discriminationreport',
            name='heard_by',
            field=models.CharField(choices=[('myself', 'Jeg'), ('colleague', 'En kollega'), ('participant', 'Deltakeren'), ('other', 'Noen andre')], db_default='myself', default='myself', max_length=12, verbose_name='hvem som hørte eller så det'),
        ),
        migrations.AddField(
            model_name='discriminationreportevent',
            name='heard_by',
            field=models.CharField(choices=[('myself', 'Jeg'), ('colleague', 'En kollega'), ('participant', 'Deltakeren'), ('other', 'Noen andre')], db_default='myself', default='myself', max_length=12, verbose_name='hvem som hørte eller så det'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='discriminationreport',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_discriminationreportevent" ("county_id", "decided_at", "decided_by_id", "decision", "decision_reason", "employer_id", "heard_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reported_at", "reported_by_id", "version", "what") SELECT new_values."county_id", new_values."decided_at", new_values."decided_by_id", new_values."decision", new_values."decision_reason", new_values."employer_id", new_values."heard_by", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."reported_at", new_values."reported_by_id", new_values."version", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='276c4cc7baa1953473cee6586577d8efa7241a71', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_48e82', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_discriminationreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='discriminationreport',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_discriminationreportevent" ("county_id", "decided_at", "decided_by_id", "decision", "decision_reason", "employer_id", "heard_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reported_at", "reported_by_id", "version", "what") SELECT new_values."county_id", new_values."decided_at", new_values."decided_by_id", new_values."decision", new_values."decision_reason", new_values."employer_id", new_values."heard_by", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."reported_at", new_values."reported_by_id", new_values."version", new_values."what" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d858e9f9a5a9a31251648af458820a443bdfc3e7', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_67684', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_discriminationreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='discriminationreport',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_discriminationreportevent" ("county_id", "decided_at", "decided_by_id", "decision", "decision_reason", "employer_id", "heard_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reported_at", "reported_by_id", "version", "what") SELECT old_values."county_id", old_values."decided_at", old_values."decided_by_id", old_values."decision", old_values."decision_reason", old_values."employer_id", old_values."heard_by", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."reported_at", old_values."reported_by_id", old_values."version", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cca262956d7f56fbd1d6912bd0a79ffdb8f36ebe', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_aff77', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_discriminationreport', when='AFTER')),
        ),
        migrations.AddField(
            model_name='barrierstep',
            name='barrier',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='placements.barrier'),
        ),
        migrations.AddField(
            model_name='barrierstep',
            name='by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='barrierstepevent',
            name='barrier',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.barrier'),
        ),
        migrations.AddField(
            model_name='barrierstepevent',
            name='by',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.membership'),
        ),
        migrations.AddField(
            model_name='barrierstepevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='barrierstepevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.barrierstep'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barrierstep',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_barrierstepevent" ("at", "barrier_id", "by_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text") SELECT new_values."at", new_values."barrier_id", new_values."by_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5e5a5072e578c60ebbb338558af65bd4e0932755', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c5823', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_barrierstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barrierstep',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_barrierstepevent" ("at", "barrier_id", "by_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text") SELECT new_values."at", new_values."barrier_id", new_values."by_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ffd686ff325839ba23acdadfa44d377ec4471e5f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0f576', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_barrierstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barrierstep',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_barrierstepevent" ("at", "barrier_id", "by_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text") SELECT old_values."at", old_values."barrier_id", old_values."by_id", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='91cfad90cee44061faa43534640b8f8765472de5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_70bf1', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_barrierstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barrierstepevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a22b989891a3c61d323da44d7c2b9c7ae507b40e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6a281', table='placements_barrierstepevent', when='BEFORE')),
        ),
    ]
