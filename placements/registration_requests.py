"""What the part about requests for a placement registers in the kernel."""

from amo import panels, tick


def register():
    """Called once by `PlacementsConfig.ready`."""
    from courses import intake_followers
    from participants import innsyn
    from placements import panels_requests as own
    from placements import sharing_page
    from placements.actions import queue
    from placements.models import SlotShare

    panels.register("enrolment.detail", "requests", own.for_enrolments, "placements/requests/_panel.html", 32)
    panels.register("enrolment.buttons", "requests", own.buttons_of_enrolments, order=32)
    panels.register("intake.detail", "requests", own.for_intakes, "placements/requests/_panel_intake.html", 32)
    panels.register("employer.side", "requests", own.for_employers, "placements/requests/_panel_employer.html", 32)
    intake_followers.register(queue.course_ended)
    innsyn.register_writer(SlotShare, "points", lambda: sharing_page.points_text)
    tick.register("placements.requests", queue.sweep)
