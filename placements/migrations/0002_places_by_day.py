
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


def number_the_places(apps, schema_editor):
    """Who holds a place gets its number: the lowest that is free on all its days, by first day."""
    Placement = apps.get_model("placements", "Placement")
    free_after = {}
    held = Placement.objects.filter(status__in=["agreed", "running"]).order_by("employer", "starts_on", "ends_on", "pk")
    changed = []
    for row in held:
        places = free_after.setdefault(row.employer_id, [])
        number = next((n for n, last in enumerate(places) if last < row.starts_on), len(places))
        if number == len(places):
            places.append(row.ends_on)
        places[number] = row.ends_on
        row.slot = number + 1
        changed.append(row)
    Placement.objects.bulk_update(changed, ["slot"], batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ('amo', '0095_qualification_names'),
        ('courses', '0013_a_sentence_with_its_wish'),
        ('participants', '0097_blank_is_not_no'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('placements', '0001_tables'),
    ]

    operations = amo.migrating.together([
        pgtrigger.migrations.RemoveTrigger(
            model_name='employer',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='employer',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='employer',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='placement',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='placement',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='placement',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='visit',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='visit',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='visit',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='employer',
            name='employer_slots_not_overfilled',
        ),
        migrations.RemoveField(
            model_name='employer',
            name='occupied_slots',
        ),
        migrations.RemoveField(
            model_name='employerevent',
            name='occupied_slots',
        ),
        migrations.AddField(
            model_name='employer',
            name='main_number',
            field=models.CharField(blank=True, db_default='', default='', max_length=9, validators=[placements.models.employer.validate_organisation_number], verbose_name='hovedenhetens organisasjonsnummer'),
        ),
        migrations.AddField(
            model_name='employer',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_from', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='employer',
            name='no_number',
            field=models.CharField(blank=True, choices=[('', 'Har organisasjonsnummer'), ('household', 'Privat husholdning'), ('foreign', 'Utenlandsk virksomhet')], db_default='', default='', max_length=10, verbose_name='hvorfor den ikke har nummer'),
        ),
        migrations.AddField(
            model_name='employer',
            name='paused_on',
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='employerevent',
            name='main_number',
            field=models.CharField(blank=True, db_default='', default='', max_length=9, validators=[placements.models.employer.validate_organisation_number], verbose_name='hovedenhetens organisasjonsnummer'),
        ),
        migrations.AddField(
            model_name='employerevent',
            name='merged_into',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.employer'),
        ),
        migrations.AddField(
            model_name='employerevent',
            name='no_number',
            field=models.CharField(blank=True, choices=[('', 'Har organisasjonsnummer'), ('household', 'Privat husholdning'), ('foreign', 'Utenlandsk virksomhet')], db_default='', default='', max_length=10, verbose_name='hvorfor den ikke har nummer'),
        ),
        migrations.AddField(
            model_name='employerevent',
            name='paused_on',
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='placement',
            name='limit_reason',
            field=models.CharField(blank=True, db_default='', default='', max_length=500, verbose_name='hvorfor grensen fravikes'),
        ),
        migrations.AddField(
            model_name='placement',
            name='signed_copy',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amo.storedfile'),
        ),
        migrations.AddField(
            model_name='placement',
            name='signed_on',
            field=models.DateField(blank=True, null=True, verbose_name='signert av alle tre'),
        ),
        migrations.AddField(
            model_name='placement',
            name='slot',
            field=models.PositiveSmallIntegerField(db_default=1, default=1, editable=False),
        ),
        migrations.AddField(
            model_name='placementevent',
            name='limit_reason',
            field=models.CharField(blank=True, db_default='', default='', max_length=500, verbose_name='hvorfor grensen fravikes'),
        ),
        migrations.AddField(
            model_name='placementevent',
            name='signed_copy',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='amo.storedfile'),
        ),
        migrations.AddField(
            model_name='placementevent',
            name='signed_on',
            field=models.DateField(blank=True, null=True, verbose_name='signert av alle tre'),
        ),
        migrations.AddField(
            model_name='placementevent',
            name='slot',
            field=models.PositiveSmallIntegerField(db_default=1, default=1, editable=False),
        ),
        migrations.AddField(
            model_name='visit',
            name='planned_at',
            field=models.TimeField(blank=True, null=True, verbose_name='klokkeslett'),
        ),
        migrations.AddField(
            model_name='visit',
            name='why_not',
            field=models.CharField(blank=True, choices=[('', 'Ikke oppgitt'), ('no_vacancy', 'Har ingen ledig stilling'), ('only_on_call', 'Har bare ringevakter'), ('norwegian', 'Trenger bedre norsk'), ('qualification', 'Mangler kvalifikasjon som kreves'), ('needs_time', 'Trenger mer tid på arbeidsplassen'), ('hours', 'Arbeidstiden passer ikke'), ('other', 'Annet')], db_default='', default='', max_length=15, verbose_name='hvorfor de ikke vil ansette'),
        ),
        migrations.AddField(
            model_name='visitevent',
            name='planned_at',
            field=models.TimeField(blank=True, null=True, verbose_name='klokkeslett'),
        ),
        migrations.AddField(
            model_name='visitevent',
            name='why_not',
            field=models.CharField(blank=True, choices=[('', 'Ikke oppgitt'), ('no_vacancy', 'Har ingen ledig stilling'), ('only_on_call', 'Har bare ringevakter'), ('norwegian', 'Trenger bedre norsk'), ('qualification', 'Mangler kvalifikasjon som kreves'), ('needs_time', 'Trenger mer tid på arbeidsplassen'), ('hours', 'Arbeidstiden passer ikke'), ('other', 'Annet')], db_default='', default='', max_length=15, verbose_name='hvorfor de ikke vil ansette'),
        ),
        migrations.AlterField(
            model_name='employer',
            name='organisation_number',
            field=models.CharField(blank=True, error_messages={'unique': 'Arbeidsgiveren er allerede registrert.'}, max_length=9, null=True, unique=True, validators=[placements.models.employer.validate_organisation_number], verbose_name='organisasjonsnummer'),
        ),
        migrations.AlterField(
            model_name='employerevent',
            name='organisation_number',
            field=models.CharField(blank=True, error_messages={'unique': 'Arbeidsgiveren er allerede registrert.'}, max_length=9, null=True, validators=[placements.models.employer.validate_organisation_number], verbose_name='organisasjonsnummer'),
        ),
        migrations.AlterField(
            model_name='visit',
            name='status',
            field=models.CharField(choices=[('planned', 'Planlagt'), ('held', 'Gjennomført'), ('cancelled_by_employer', 'Avlyst av arbeidsgiver'), ('participant_absent', 'Deltakeren var ikke der'), ('cancelled_by_provider', 'Avlyst av oss')], default='planned', max_length=22),
        ),
        migrations.AlterField(
            model_name='visitevent',
            name='status',
            field=models.CharField(choices=[('planned', 'Planlagt'), ('held', 'Gjennomført'), ('cancelled_by_employer', 'Avlyst av arbeidsgiver'), ('participant_absent', 'Deltakeren var ikke der'), ('cancelled_by_provider', 'Avlyst av oss')], default='planned', max_length=22),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employerevent" ("address", "channel", "contact_email", "contact_name", "contact_phone", "employer_group", "id", "main_number", "merged_into_id", "motives", "name", "no_number", "organisation_number", "paused_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sector_id", "slots", "version") SELECT new_values."address", new_values."channel", new_values."contact_email", new_values."contact_name", new_values."contact_phone", new_values."employer_group", new_values."id", new_values."main_number", new_values."merged_into_id", new_values."motives", new_values."name", new_values."no_number", new_values."organisation_number", new_values."paused_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."sector_id", new_values."slots", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='be69c68546be13dd5b9c8b2693b67c96042fb10c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_62703', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_employer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employerevent" ("address", "channel", "contact_email", "contact_name", "contact_phone", "employer_group", "id", "main_number", "merged_into_id", "motives", "name", "no_number", "organisation_number", "paused_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sector_id", "slots", "version") SELECT new_values."address", new_values."channel", new_values."contact_email", new_values."contact_name", new_values."contact_phone", new_values."employer_group", new_values."id", new_values."main_number", new_values."merged_into_id", new_values."motives", new_values."name", new_values."no_number", new_values."organisation_number", new_values."paused_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."sector_id", new_values."slots", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."address" IS DISTINCT FROM (new_values."address") OR old_values."channel" IS DISTINCT FROM (new_values."channel") OR old_values."contact_email" IS DISTINCT FROM (new_values."contact_email") OR old_values."contact_name" IS DISTINCT FROM (new_values."contact_name") OR old_values."contact_phone" IS DISTINCT FROM (new_values."contact_phone") OR old_values."employer_group" IS DISTINCT FROM (new_values."employer_group") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."main_number" IS DISTINCT FROM (new_values."main_number") OR old_values."merged_into_id" IS DISTINCT FROM (new_values."merged_into_id") OR old_values."motives" IS DISTINCT FROM (new_values."motives") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."no_number" IS DISTINCT FROM (new_values."no_number") OR old_values."organisation_number" IS DISTINCT FROM (new_values."organisation_number") OR old_values."paused_on" IS DISTINCT FROM (new_values."paused_on") OR old_values."public_id" IS DISTINCT FROM (new_values."public_id") OR old_values."sector_id" IS DISTINCT FROM (new_values."sector_id") OR old_values."slots" IS DISTINCT FROM (new_values."slots") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bd2c9108955ffc86099ccbe8b76b66f8a16d01c7', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ba0ef', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_employer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_employerevent" ("address", "channel", "contact_email", "contact_name", "contact_phone", "employer_group", "id", "main_number", "merged_into_id", "motives", "name", "no_number", "organisation_number", "paused_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sector_id", "slots", "version") SELECT old_values."address", old_values."channel", old_values."contact_email", old_values."contact_name", old_values."contact_phone", old_values."employer_group", old_values."id", old_values."main_number", old_values."merged_into_id", old_values."motives", old_values."name", old_values."no_number", old_values."organisation_number", old_values."paused_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."sector_id", old_values."slots", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='0f614c0b93dcae0b6e6e3ef1a48c950fa4ca8803', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_76f14', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_employer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("created_at", "created_by_id", "declared_on", "employer_id", "end_reason", "ends_on", "enrolment_id", "hours_per_week", "id", "limit_reason", "mentor_name", "mentor_phone", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "signed_copy_id", "signed_on", "slot", "starts_on", "status", "tasks", "version") SELECT new_values."created_at", new_values."created_by_id", new_values."declared_on", new_values."employer_id", new_values."end_reason", new_values."ends_on", new_values."enrolment_id", new_values."hours_per_week", new_values."id", new_values."limit_reason", new_values."mentor_name", new_values."mentor_phone", new_values."participant_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."public_id", new_values."signed_copy_id", new_values."signed_on", new_values."slot", new_values."starts_on", new_values."status", new_values."tasks", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d5dceb8faacdecc61567d108d4f8a84ff8b4b0ca', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1caba', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_placement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("created_at", "created_by_id", "declared_on", "employer_id", "end_reason", "ends_on", "enrolment_id", "hours_per_week", "id", "limit_reason", "mentor_name", "mentor_phone", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "signed_copy_id", "signed_on", "slot", "starts_on", "status", "tasks", "version") SELECT new_values."created_at", new_values."created_by_id", new_values."declared_on", new_values."employer_id", new_values."end_reason", new_values."ends_on", new_values."enrolment_id", new_values."hours_per_week", new_values."id", new_values."limit_reason", new_values."mentor_name", new_values."mentor_phone", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."public_id", new_values."signed_copy_id", new_values."signed_on", new_values."slot", new_values."starts_on", new_values."status", new_values."tasks", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7abfc450b9bc783d832405b963258567d72c7c14', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_3ab36', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_placement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("created_at", "created_by_id", "declared_on", "employer_id", "end_reason", "ends_on", "enrolment_id", "hours_per_week", "id", "limit_reason", "mentor_name", "mentor_phone", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "signed_copy_id", "signed_on", "slot", "starts_on", "status", "tasks", "version") SELECT old_values."created_at", old_values."created_by_id", old_values."declared_on", old_values."employer_id", old_values."end_reason", old_values."ends_on", old_values."enrolment_id", old_values."hours_per_week", old_values."id", old_values."limit_reason", old_values."mentor_name", old_values."mentor_phone", old_values."participant_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."public_id", old_values."signed_copy_id", old_values."signed_on", old_values."slot", old_values."starts_on", old_values."status", old_values."tasks", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='0c66bdc4920a9bb529591e857cb8947f685533f2', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_95ec9', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_placement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='visit',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_visitevent" ("held_on", "hiring_intent", "id", "kind", "logged_at", "logged_by_id", "next_visit_on", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "plan_followed", "planned_at", "planned_for", "present", "public_id", "status", "topics", "version", "why_not", "why_not_hire") SELECT new_values."held_on", new_values."hiring_intent", new_values."id", new_values."kind", new_values."logged_at", new_values."logged_by_id", new_values."next_visit_on", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."placement_id", new_values."plan_followed", new_values."planned_at", new_values."planned_for", new_values."present", new_values."public_id", new_values."status", new_values."topics", new_values."version", new_values."why_not", new_values."why_not_hire" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9bcd9360356ad34f6b390eeada4776fbabf91971', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a2fdc', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_visit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='visit',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_visitevent" ("held_on", "hiring_intent", "id", "kind", "logged_at", "logged_by_id", "next_visit_on", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "plan_followed", "planned_at", "planned_for", "present", "public_id", "status", "topics", "version", "why_not", "why_not_hire") SELECT new_values."held_on", new_values."hiring_intent", new_values."id", new_values."kind", new_values."logged_at", new_values."logged_by_id", new_values."next_visit_on", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."placement_id", new_values."plan_followed", new_values."planned_at", new_values."planned_for", new_values."present", new_values."public_id", new_values."status", new_values."topics", new_values."version", new_values."why_not", new_values."why_not_hire" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='50a18cce149440c748076017a269daf30fd2aaba', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_95b1e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_visit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='visit',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_visitevent" ("held_on", "hiring_intent", "id", "kind", "logged_at", "logged_by_id", "next_visit_on", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "plan_followed", "planned_at", "planned_for", "present", "public_id", "status", "topics", "version", "why_not", "why_not_hire") SELECT old_values."held_on", old_values."hiring_intent", old_values."id", old_values."kind", old_values."logged_at", old_values."logged_by_id", old_values."next_visit_on", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."placement_id", old_values."plan_followed", old_values."planned_at", old_values."planned_for", old_values."present", old_values."public_id", old_values."status", old_values."topics", old_values."version", old_values."why_not", old_values."why_not_hire" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='413d55c6d793995182ff3adef61e43db5b0c84eb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e2be3', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_visit', when='AFTER')),
        ),
        migrations.RunPython(number_the_places, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='employer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('no_number__gt', ''), ('organisation_number', None)), models.Q(('no_number', ''), ('organisation_number__gt', '')), _connector='OR'), name='employer_number_or_why_not', violation_error_message='Skriv organisasjonsnummeret, eller velg hvorfor arbeidsgiveren ikke har et.'),
        ),
        migrations.AddConstraint(
            model_name='employer',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into', None), models.Q(('merged_into', models.F('pk')), _negated=True), _connector='OR'), name='employer_not_merged_into_itself', violation_error_message='En arbeidsgiver kan ikke slås sammen med seg selv.'),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=models.CheckConstraint(condition=models.Q(('slot__gte', 1)), name='placement_slot_from_one', violation_error_message='Praksisplassen må ha et nummer fra 1 og oppover.'),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('status__in', ['agreed', 'running'])), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('employer', '='), ('slot', '='), (models.Func('starts_on', 'ends_on', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='placement_slot_held_once', violation_error_message='Arbeidsgiveren har ikke flere ledige praksisplasser i perioden.'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'in_person'), ('status', 'held')), fields=('placement', 'held_on'), name='visit_in_person_once_a_day', violation_error_message='Besøket denne dagen er allerede logget.'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'planned')), fields=('placement', 'planned_for'), name='visit_planned_once_a_day', violation_error_message='Det er allerede planlagt et besøk denne dagen.'),
        ),
    ])
