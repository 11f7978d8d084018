"""What the part about agreements, swaps and training plans registers in the kernel."""

import datetime as dt

from amo import panels, tick

FOLDER = "placements"


def register():
    """Called once by `PlacementsConfig.ready`."""
    from participants import answered_tasks
    from placements import agreement_panels as own
    from placements import swap_panels
    from placements.actions import swap_reminders

    panels.register("placement.buttons", "placements.agreements", own.buttons, order=10)
    panels.register("placement.detail", "placements.agreements", own.side, f"{FOLDER}/agreements/_side.html", 10)
    panels.register("placement.detail", "placements.training", own.training, f"{FOLDER}/training/_panel.html", 10)
    panels.register("intake.detail", "placements.agreements", own.of_intakes, f"{FOLDER}/agreements/_class.html", 31)
    panels.register("start", "placements.agreements", own.start, order=31)
    people = swap_panels.for_participants
    panels.register("participant.overview", "placements.swaps", people, f"{FOLDER}/swaps/_person.html", 5)
    panels.register("participant.events", "placements.swaps", swap_panels.events_of_participants, order=31)
    panels.register("participant.meeting", "placements.swaps", swap_panels.meeting_of_participants, order=25)
    answered_tasks.register("swap")
    tick.register("placements.swap_reminders", swap_reminders.remind, daily_from=dt.time(6))
