"""Send the access log's lines again, for when the log collector was down."""

import datetime as dt

from django.core.management import BaseCommand, CommandError
from django.utils.dateparse import parse_date, parse_datetime

from amo import cef, clock
from amo.models import AccessLog


class Command(BaseCommand):
    """`manage.py cef --since 2026-03-01` (a date or an instant, Oslo time when no zone is given)."""

    help = "Skriv sporingsloggens linjer på nytt i CEF, fra et tidspunkt."

    def add_arguments(self, parser):
        """From when, and whether to print instead of sending to the logger."""
        parser.add_argument("--since", required=True, help="dato eller tidspunkt (ISO 8601)")
        parser.add_argument(
            "--print", action="store_true", dest="to_stdout", help="skriv til stdout, ikke til loggeren"
        )

    def handle(self, *args, since: str, to_stdout: bool, **options):
        """Raises CommandError when `since` is no date."""
        rows = AccessLog.objects.filter(at__gte=instant(since)).order_by("at", "id")
        count = 0
        for row in rows.iterator(chunk_size=1000):
            if to_stdout:
                self.stdout.write(cef.line(row))
            else:
                cef.emit(row)
            count += 1
        self.stderr.write(f"{count} linjer")


def instant(text: str) -> dt.datetime:
    """An aware instant from a date or an ISO time. Raises CommandError when it is neither."""
    try:
        day = parse_date(text)
        moment = dt.datetime.combine(day, dt.time()) if day else parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None:
        raise CommandError(f"«{text}» er ikke en dato eller et tidspunkt.")
    return moment if moment.tzinfo else moment.replace(tzinfo=clock.OSLO)
