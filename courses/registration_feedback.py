"""What feedback on concepts registers in the kernel."""

import datetime as dt

from amo import panels, tick


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses import feedback_lists
    from courses.actions import feedback_rounds

    tick.register("courses.feedback_reminders", feedback_rounds.remind, daily_from=dt.time(7))
    panels.register("start", "courses.feedback", feedback_lists.start, order=35)
