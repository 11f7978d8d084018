"""`manage.py tick [name …]`: what beat does once a minute, by hand."""

from django.core.management.base import BaseCommand, CommandError

from amo import tick


class Command(BaseCommand):
    help = "Kjør bakgrunnsjobbene som er forfalt, eller bare dem som er nevnt."

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", metavar="jobb")

    def handle(self, *args, names, **options):
        unknown = sorted(set(names) - set(tick.names()))
        if unknown:
            raise CommandError(f"Ukjent jobb: {', '.join(unknown)}. Jobbene er: {', '.join(tick.names())}")
        outcomes = tick.run_all(only=names or None)
        for outcome in outcomes:
            result = outcome.error or ("ikke nå" if outcome.count is None else outcome.count)
            self.stdout.write(f"{outcome.name}: {result}")
        if any(outcome.error for outcome in outcomes):
            raise CommandError("Minst én jobb feilet.")
