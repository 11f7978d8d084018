from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("placements", "0061_reasons_in_words")]

    operations = [
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.UniqueConstraint(
                fields=("placement", "held_on", "status", "kind"),
                name="visit_logged_once",
                violation_error_message="Besøket denne dagen er allerede logget.",
            ),
        ),
        migrations.RemoveConstraint(model_name="visit", name="visit_in_person_once_a_day"),
    ]
