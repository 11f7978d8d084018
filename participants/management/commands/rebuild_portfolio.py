"""Compute every portfolio row again from its sources."""

from django.core.management.base import BaseCommand

from participants import portfolio


class Command(BaseCommand):
    help = "Compute every portfolio row again; prints how many rows were otherwise before."

    def handle(self, *args, **options):
        before = portfolio.snapshot()
        count = portfolio.rebuild()
        after = portfolio.snapshot()
        changed = sum(1 for key, row in after.items() if before.get(key) != row)
        self.stdout.write(f"{count} rows, {changed} changed")
