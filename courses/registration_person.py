"""What the courses register on the pages about a person."""

from amo import panels


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses import events, meeting, person_path

    panels.register("participant.events", "courses", events.of_participants, order=20)
    panels.register("participant.meeting", "courses", meeting.for_participants, order=20)
    panels.register("participant.path", "courses.applications", person_path.applications, order=10)
