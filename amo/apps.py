from django.apps import AppConfig


class AmoConfig(AppConfig):
    name = "amo"
    verbose_name = "Kjerne"

    def ready(self):
        from amo import background, checks  # noqa: F401

        background.register()
