"""What the courses register on the pages about a person."""

from amo import panels


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses import events, meeting, person_panels, person_path, stored_words
    from courses.models import AllocationDecision, Wish
    from participants import innsyn

    innsyn.register_writer(Wish, "advice", stored_words.advice_writer)
    for field in ("facts", "points", "cut_off"):
        innsyn.register_writer(AllocationDecision, field, stored_words.decision_writer)

    panels.register("participant.events", "courses", events.of_participants, order=20)
    panels.register("participant.meeting", "courses", meeting.for_participants, order=20)
    panels.register("participant.path", "courses.applications", person_path.applications, order=10)
    panels.register("participant.tabs", "courses.applications", person_panels.tabs, order=110)
    panels.register(
        "participant.overview",
        "applications",
        person_panels.applications,
        "courses/_applications_panel.html",
        order=40,
    )
