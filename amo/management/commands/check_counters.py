"""`manage.py check_counters [--fix]`: compare every counter with what it counts."""

from django.core.management.base import BaseCommand, CommandError

from amo import counters


class Command(BaseCommand):
    help = "Sammenlign tellerne med det de teller."

    def add_arguments(self, parser):
        parser.add_argument("--fix", action="store_true", help="rett tellerne som er feil")

    def handle(self, *args, fix, **options):
        wrong = counters.check(fix=fix)
        for one in wrong:
            self.stdout.write(f"{one.name} {one.pk}: {one.stored} skulle vært {one.true}")
        if wrong and not fix:
            raise CommandError(f"{len(wrong)} tellere er feil. Kjør med --fix for å rette dem.")
        self.stdout.write(f"{len(wrong)} tellere rettet." if fix else "Alle tellere stemmer.")
