from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ParticipantsConfig(AppConfig):
    name = "participants"
    verbose_name = "Brukere"

    def ready(self):
        """Menu items, the header's search, and the person's part of the start page."""
        from amo import navigation, panels
        from amo.models.users import CASE_ROLES, NAV_ROLES, OFFICE_ROLES, Role
        from participants import information, plan_page, start

        pages = (
            "detail edit register mapping aim plan inform information contact employment education measure note meeting event "
            "task_new history printout assign mark never_told"
        )
        prefixes = [f"participants:{name}" for name in pages.split()]
        navigation.register(_("Mine brukere"), "participants:list", OFFICE_ROLES, 10, prefixes)
        # At an office it is a tab of "Mine brukere".
        navigation.register(_("Aldri informert"), "participants:never_told", [Role.COUNTY_STAFF], 45)
        navigation.register(
            _("Oppgaver"),
            "participants:task_list",
            CASE_ROLES,
            20,
            ["participants:task_", "participants:task_new_general"],
        )
        navigation.register_search("participants:search", NAV_ROLES)
        panels.register("start", "participants", start.for_many, order=10)
        panels.register("start", "participants.overdue", start.overdue_for_many, order=11)
        panels.register(
            "participant.overview",
            "information",
            information.for_many,
            "participants/_information_panel.html",
            order=60,
        )
        panels.register("participant.overview", "plan", plan_page.card, "participants/_plan.html", order=38)
        panels.register("participant.tabs", "plan", plan_page.tabs, order=10)
