"""The reporting app and what it registers in the kernel."""

import datetime as dt

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportingConfig(AppConfig):
    name = "reporting"
    verbose_name = "Resultater"

    def ready(self):
        from amo import jobs, navigation, panels, tick
        from amo.models.users import CASE_ROLES, OFFICE_ROLES, Role
        from courses import portfolio_rows
        from participants import portfolio
        from reporting import panels as own
        from reporting.actions import follow_up, snapshots

        jobs.register(snapshots.KIND, snapshots.compute_snapshots)
        tick.register("reporting.snapshots", snapshots.start_when_due)
        tick.register("reporting.late_facts", snapshots.start_daily, daily_from=dt.time(0, 5))
        portfolio.register_rebuilder(follow_up.refresh_portfolio)
        portfolio_rows.follow(follow_up.refresh_portfolio)

        navigation.register(
            _("Resultater"), "reporting:results", CASE_ROLES, 60, ("reporting:concept_results", "reporting:behind")
        )
        navigation.register(_("Slik gikk det"), "reporting:referrals", OFFICE_ROLES, 50)
        navigation.register(_("Beregninger"), "reporting:run_list", {Role.COUNTY_STAFF}, 70, ("reporting:run_",))
        panels.register("concept.results", "reporting", own.for_concepts, "reporting/_panel_concept.html", 10)
        panels.register("participant.overview", "reporting", own.for_participants, "reporting/_panel_person.html", 40)
        panels.register("enrolment.detail", "reporting", own.for_enrolments, "reporting/_panel_person.html", 40)
        panels.register("participant.tabs", "reporting", own.tabs_of_participants, order=130)
        panels.register("participant.events", "reporting", own.events_of_participants, order=40)
        panels.register("participant.path", "reporting", own.path_of_participants, order=40)
        panels.register("start", "reporting", own.for_start, order=40)
