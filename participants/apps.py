from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ParticipantsConfig(AppConfig):
    name = "participants"
    verbose_name = "Brukere"

    def ready(self):
        """Menu items, the header's search, and the person's part of the start page."""
        from amo import navigation, panels
        from amo.models.users import CASE_ROLES, NAV_ROLES, OFFICE_ROLES
        from participants import information, start

        pages = (
            "detail edit register mapping aim inform information contact employment education measure note task_new history "
            "printout assign"
        )
        prefixes = [f"participants:{name}" for name in pages.split()]
        navigation.register(_("Mine brukere"), "participants:list", OFFICE_ROLES, 10, prefixes)
        navigation.register(_("Oppgaver"), "participants:task_list", CASE_ROLES, 20)
        navigation.register_search("participants:search", NAV_ROLES)
        panels.register("start", "participants", start.for_many, order=10)
        panels.register(
            "participant.overview",
            "information",
            information.for_many,
            "participants/_information_panel.html",
            order=60,
        )
