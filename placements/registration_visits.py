"""What the part about visits and meetings registers in the kernel."""

import datetime as dt

from amo import panels, tick


def register():
    """Called once by `PlacementsConfig.ready`."""
    from placements import panels_visits as own
    from placements.actions import visit_reminders

    panels.register("start", "placements", own.for_start, order=30)
    panels.register("intake.detail", "visits", own.for_intakes, "placements/visits/_panel_intake.html", 35)
    panels.register("employer.detail", "meetings", own.for_employers, "placements/meetings/_panel.html", 40)
    panels.register("placement.side", "guide", own.for_placements, "placements/guide/_panel.html", 60)
    tick.register("placements.visits_before", visit_reminders.remind_before, daily_from=dt.time(7))
    tick.register("placements.visits_unlogged", visit_reminders.remind_unlogged, daily_from=dt.time(15))
