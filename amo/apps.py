from django.apps import AppConfig


class AmoConfig(AppConfig):
    name = "amo"
    verbose_name = "Kjerne"

    def ready(self):
        from amo import checks  # noqa: F401
