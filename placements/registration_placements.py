"""What the part about placements registers in the kernel."""

from amo import panels, tick


def register():
    """Called once by `PlacementsConfig.ready`."""
    from courses import handovers as class_handovers
    from courses import intake_followers
    from participants import portfolio
    from placements import events, handovers
    from placements import panels as own
    from placements.actions import lifecycle
    from placements.actions import portfolio as own_portfolio

    panels.register("participant.overview", "placements", own.for_participants, "placements/_panel_person.html", 30)
    panels.register("participant.tabs", "placements", own.tabs_of_participants, order=120)
    panels.register("participant.events", "placements", events.of_participants, order=30)
    panels.register("participant.path", "placements", own.path_of_participants, order=30)
    panels.register("enrolment.detail", "placements", own.for_enrolments, "placements/_panel_person.html", 30)
    panels.register("enrolment.buttons", "placements", own.buttons_of_enrolments, order=30)
    panels.register("intake.detail", "placements", own.for_intakes, "placements/_panel_intake.html", 30)
    class_handovers.register(handovers.follow, handovers.touches)
    intake_followers.register(lifecycle.course_ended)
    portfolio.register_rebuilder(own_portfolio.refresh)
    tick.register("placements.lifecycle", lifecycle.run_lifecycle)
