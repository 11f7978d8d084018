from django.apps import AppConfig


class AmoConfig(AppConfig):
    name = "amo"
    verbose_name = "Kjerne"

    def ready(self):
        from django.utils.translation import gettext_lazy as _

        from amo import background, checks, checks_deploy, log_months, navigation, tick  # noqa: F401
        from amo.models.users import Role

        background.register()
        tick.register("amo.log_months", log_months.make_months)
        navigation.register(
            _("Ansatte og tilganger"), "amo:user_list", [Role.ADMINISTRATOR], 10, ["amo:user_", "amo:membership_"]
        )
