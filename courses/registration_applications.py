"""What the part about applications, offers and waiting lists registers in the kernel and on others' pages."""

import datetime as dt

from amo import panels, tick


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses import application_panels
    from courses.actions import conditions, permissions, started

    tick.register("courses.higher_wishes", started.close_higher)
    tick.register("courses.application_conditions", conditions.check_all, daily_from=dt.time(6))
    tick.register("courses.permissions_lapse", permissions.lapse_late)
    tick.register("courses.permissions_late", permissions.remind, daily_from=dt.time(6))
    panels.register(
        "intake.detail", "waiting", application_panels.waiting, "courses/applications/_waiting_panel.html", order=5
    )
    panels.register("start", "courses.permissions", application_panels.start_permissions, order=15)
