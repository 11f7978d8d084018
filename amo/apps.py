from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AmoConfig(AppConfig):
    name = "amo"
    verbose_name = "Kjerne"

    def ready(self):
        from django.utils.translation import gettext_lazy as _

        # Celery's app is made in every process: without it a task would go to a broker that nobody configured.
        from amo import background, celery, checks, checks_deploy, history, log_months, navigation, tick  # noqa: F401
        from amo.models.users import Role

        background.register()
        post_migrate.connect(history.plan_for_many, sender=self)
        tick.register("amo.log_months", log_months.make_months)
        navigation.register(
            _("Ansatte og tilganger"), "amo:user_list", [Role.ADMINISTRATOR], 10, ["amo:user_", "amo:membership_"]
        )
        routes = ["amo:office_", "amo:county_"]
        navigation.register(_("Fylker og kontor"), "amo:office_list", [Role.ADMINISTRATOR], 20, routes)
        navigation.register(_("Import"), "amo:import_list", [Role.ADMINISTRATOR], 90, ["amo:import_"])
