"""What the part about job offers and references registers in the kernel."""

import datetime as dt

from amo import panels, tick


def register():
    """Called once by `PlacementsConfig.ready`."""
    from participants import answered_tasks
    from placements import offer_panels, references
    from placements.actions.offers import SUBSIDY_TASK
    from placements.actions.references import remind

    answered_tasks.register(SUBSIDY_TASK)
    part = "placements/offers"
    key = "placements.offers"
    panels.register("enrolment.detail", key, offer_panels.of_enrolments, f"{part}/_panel.html", 32)
    panels.register("placement.detail", key, offer_panels.of_placements, f"{part}/_panel.html", 50)
    panels.register("placement.buttons", key, offer_panels.buttons_of_placements, order=50)
    panels.register("participant.overview", key, offer_panels.of_participants, f"{part}/_panel.html", 32)
    panels.register("intake.detail", key, offer_panels.of_intakes, f"{part}/_panel_counted.html", 35)
    panels.register("employer.detail", key, offer_panels.of_employers, f"{part}/_panel_counted.html", 50)
    panels.register("participant.events", key, offer_panels.events_of, order=35)
    panels.register("participant.meeting", key, offer_panels.meeting_of, order=30)
    panels.register("participant.path", key, offer_panels.path_of, order=35)
    panels.register("start", key, offer_panels.start_of, order=35)
    part, key = "placements/references", "placements.references"
    panels.register("placement.detail", key, references.of_placements, f"{part}/_panel.html", 50)
    panels.register("enrolment.detail", key, references.of_enrolments, f"{part}/_panel.html", 34)
    panels.register("participant.overview", key, references.of_participants, f"{part}/_panel.html", 34)
    panels.register("participant.events", key, references.events_of, order=36)
    panels.register("intake.detail", key, references.of_intakes, f"{part}/_panel_intake.html", 36)
    tick.register("placements.references", remind, daily_from=dt.time(6))
