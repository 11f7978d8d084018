"""`manage.py drain_outbox`: send what waits, by hand."""

from django.core.management.base import BaseCommand

from amo import outbox


class Command(BaseCommand):
    help = "Send det som venter i utboksen."

    def add_arguments(self, parser):
        parser.add_argument("--limit", type=int, default=1000, help="høyst så mange meldinger")

    def handle(self, *args, limit, **options):
        self.stdout.write(f"Sendt: {outbox.drain(limit)}")
