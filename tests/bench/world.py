"""The demo world and the set-based jobs over it, on the database that DATABASE_URL names."""

import os

import django
from django.core.management import call_command

from tests.bench import Steps, bench


@bench("demo world")
def demo_world() -> Steps:
    """Build the world into an empty database, then compute every snapshot and row again."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amo.settings")
    django.setup()
    from amo import clock
    from participants import grants, portfolio
    from participants.models import Participant
    from reporting import snapshots
    from reporting.demo import build
    from reporting.models import Milestone, OutcomeSnapshot

    call_command("migrate", verbosity=0)
    yield "migrations that were missing", "-"
    build.build()
    yield "build the demo world", f"{Participant.objects.count()} persons"
    for milestone in Milestone:
        snapshots.compute(milestone, clock.today())
    yield "look for late facts, five milestones", f"{OutcomeSnapshot.objects.count()} snapshots"
    portfolio.rebuild()
    yield "rebuild portfolio rows", "all"
    yield "check grants", f"{len(grants.differences())} differences"
