"""`manage.py snapshots [--as-of DATE]`: compute what is due, as the tick does, here and now (R2)."""

import datetime as dt

from django.core.management.base import BaseCommand, CommandError

from amo import clock, jobs
from amo.models import JobRun
from reporting.actions.snapshots import start_run


class Command(BaseCommand):
    help = "Beregner resultatene som skal måles, per i dag eller en annen dag."

    def add_arguments(self, parser):
        parser.add_argument("--as-of", metavar="ÅÅÅÅ-MM-DD", help="dagen det beregnes for (ellers i dag)")

    def handle(self, *args, as_of, **options):
        day = self._day(as_of)
        job_run = start_run(by=None, as_of=day)
        jobs.run(job_run.pk)
        job_run.refresh_from_db()
        self.stdout.write(job_run.log.rstrip())
        if job_run.status != JobRun.Status.DONE:
            raise CommandError("Beregningen ble ikke ferdig. Se loggen over.")

    @staticmethod
    def _day(text: str | None) -> dt.date:
        if text is None:
            return clock.today()
        try:
            day = dt.date.fromisoformat(text)
        except ValueError:
            raise CommandError("Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2026-11-23.") from None
        if day > clock.today():
            raise CommandError("Datoen kan ikke være fram i tid: da er ikke fakta kjent ennå.")
        return day
