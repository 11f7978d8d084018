"""The placements app and what it registers in the kernel."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacementsConfig(AppConfig):
    name = "placements"
    verbose_name = "Praksis"

    def ready(self):
        from amo import counters, navigation, panels, tick
        from amo.models.users import CASE_ROLES
        from courses import handovers as class_handovers
        from courses import intake_followers
        from participants import portfolio
        from placements import events, handovers
        from placements import panels as own
        from placements.actions import lifecycle
        from placements.actions import portfolio as own_portfolio
        from placements.models import Employer

        navigation.register(
            _("Arbeidsgivere"),
            "placements:employer_list",
            CASE_ROLES,
            40,
            active_prefixes=("placements:",),
        )
        panels.register("participant.overview", "placements", own.for_participants, "placements/_panel_person.html", 30)
        panels.register("participant.tabs", "placements", own.tabs_of_participants, order=120)
        panels.register("participant.events", "placements", events.of_participants, order=30)
        panels.register("participant.path", "placements", own.path_of_participants, order=30)
        panels.register("enrolment.detail", "placements", own.for_enrolments, "placements/_panel_person.html", 30)
        panels.register("enrolment.buttons", "placements", own.buttons_of_enrolments, order=30)
        panels.register("intake.detail", "placements", own.for_intakes, "placements/_panel_intake.html", 30)
        panels.register("start", "placements", own.for_start, order=30)
        class_handovers.register(handovers.follow, handovers.touches)
        intake_followers.register(lifecycle.course_ended)
        portfolio.register_rebuilder(own_portfolio.refresh)
        tick.register("placements.lifecycle", lifecycle.run_lifecycle)
        counters.register("employer.occupied_slots", Employer, "occupied_slots", lifecycle.slots_in_use)
