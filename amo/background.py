"""The kernel's own jobs of the tick and handlers of the outbox; called once from AmoConfig.ready()."""

import datetime as dt

from amo import drafts, imports, jobs, mail, outbox, stored_search, submissions, tick
from amo.importers import OccupationImporter


def register() -> None:
    """Tell tick, outbox and imports what the kernel brings."""
    outbox.register("mail", mail.send)
    imports.register(OccupationImporter())
    tick.register("amo.jobs", jobs.sweep)
    tick.register("amo.outbox", outbox.sweep)
    tick.register("amo.searches", stored_search.sweep)
    tick.register("amo.drafts", drafts.sweep, daily_from=dt.time(1, 0))
    tick.register("amo.submissions", submissions.sweep, daily_from=dt.time(1, 0))
