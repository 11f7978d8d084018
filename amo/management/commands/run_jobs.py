"""`manage.py run_jobs`: run the long jobs that wait, in this process and without a broker."""

from django.core.management.base import BaseCommand

from amo import jobs


class Command(BaseCommand):
    help = "Kjør jobbene som står i kø."

    def handle(self, *args, **options):
        self.stdout.write(f"Kjørt: {jobs.run_waiting()}")
