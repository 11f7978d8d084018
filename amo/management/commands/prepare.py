"""Bring an installation up to date in one process: migrations, rights, static files, demo world."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command, get_commands

# Parts of packages that no page uses: the design system one component at a time, and parts of htmx.
UNUSED = ["component", "ext", "htmax-*", "index*.css", "components.css"]


class Command(BaseCommand):
    """`manage.py prepare`: run as the owner role (KURSLOP_ROLE=owner)."""

    help = "Migrer, gi app-rollen rettigheter, samle statiske filer og bygg demoverdenen i en tom database."

    def handle(self, *args: Any, **options: Any) -> None:
        """Each step is harmless when it has been done before."""
        call_command("migrate", interactive=False, verbosity=1)
        call_command("grant_app_role")
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED)
        if settings.DEMO and "demo" in get_commands():
            call_command("demo", if_empty=True)
