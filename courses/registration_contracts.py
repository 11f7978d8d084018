"""What the part about contracts registers in the kernel."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from amo import navigation, panels, tick
from amo.models import Role


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses import contract_panels
    from courses.actions import contract_lifecycle

    routes = ("courses:contract_", "courses:handover_", "courses:provider_")
    navigation.register(_("Avtaler"), "courses:contract_list", [Role.COUNTY_STAFF, Role.PROVIDER_LEAD], 35, routes)
    tick.register("courses.contracts", contract_lifecycle.advance)
    tick.register("courses.contract_notices", contract_lifecycle.notify_expiry, daily_from=dt.time(6))
    panels.register("start", "courses.contracts", contract_panels.start, order=25)
    panels.register(
        "intake.detail", "courses.contract", contract_panels.for_intakes, "courses/contracts/_intake_panel.html", 40
    )
    panels.register(
        "enrolment.detail",
        "courses.handovers",
        contract_panels.for_enrolments,
        "courses/contracts/_moves_panel.html",
        15,
    )
