"""`manage.py demo [--if-empty] [--seed N]`: the demo world, in an empty database only."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from reporting.demo import build


class Command(BaseCommand):
    help = "Bygger demoverdenen: oppdiktede personer, kurs i alle faser, resultater som er beregnet."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="gjør ingenting når databasen har innhold")
        parser.add_argument("--seed", type=int, default=build.SEED, help="samme tall og dag gir samme verden")

    def handle(self, *args, if_empty, seed, **options):
        if not settings.DEMO:
            raise CommandError("Demodata kan bare legges inn når DEMO er på. I produksjon er den alltid av.")
        if not build.is_empty():
            if if_empty:
                return
            raise CommandError("Databasen har allerede innhold. Demoverdenen legges bare i en tom database.")
        started = time.monotonic()
        world = build.build(seed)
        took = time.monotonic() - started
        self.stdout.write(f"Demoverdenen er klar: {len(world.people)} personer på {took:.0f} sekunder.")
