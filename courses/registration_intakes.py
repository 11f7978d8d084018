"""What planning of intakes and the weekly overview register in the kernel."""

import datetime as dt

from amo import panels, tick


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses import panels_intakes
    from courses.actions import weekly_mail

    tick.register("courses.weekly_mail", weekly_mail.send_weekly, daily_from=dt.time(7))
    panels.register("start", "courses.fill", panels_intakes.start_fill, order=25)
    panels.register("start", "courses.week", panels_intakes.start_week, order=15)
    ended = "courses/intakes/_ended_panel.html"
    panels.register("enrolment.detail", "courses.ending", panels_intakes.enrolment_ended, ended, order=5)
    panels.register("intake.detail", "courses.ending", panels_intakes.class_ended, ended, order=5)
