"""What NAV's part of the app registers in the kernel and in the app below."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import imports, navigation, panels
from amo.models.users import NAV_ROLES
from participants import grants


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses import chain_panel
    from courses.actions.applications import expected_grants
    from courses.demand_import import LabourDemandImporter

    navigation.register(
        gettext_lazy("Kurs"),
        "courses:concept_list",
        NAV_ROLES,
        30,
        (
            "courses:concept_",
            "courses:intake_",
            "courses:hiring_",
            "courses:demand_",
            "courses:policy_",
            "courses:criteria_",
            "courses:norwegian_counties",
            "courses:feedback_",
        ),
    )
    navigation.register(
        gettext_lazy("Søknader"),
        "courses:application_list",
        NAV_ROLES,
        40,
        (
            "courses:application_",
            "courses:wish_",
            "courses:offer_",
            "courses:permission_",
            "courses:waiting_list",
            "courses:letter_",
            "courses:leftover_list",
            "courses:leftover_wishes",
        ),
    )
    panels.register("participant.tabs", "courses", tabs)
    panels.register("participant.buttons", "advice", buttons)
    panels.register("participant.overview", "chain", chain_panel.overview, "courses/_chain_panel.html", order=5)
    panels.register("participant.path", "chain", chain_panel.path, order=25)
    imports.register(LabourDemandImporter())
    grants.register_source(expected_grants)


def tabs(membership, ids) -> dict:
    """The tab with advice and applications on a person's pages, for her office."""
    if not membership.is_office:
        return {}
    return {
        public_id: {
            "tabs": [{"key": "courses", "label": _("Kursforslag"), "url": reverse("courses:advice", args=[public_id])}]
        }
        for public_id in ids
    }


def buttons(membership, ids) -> dict:
    """The way to the advice from the person page."""
    if not membership.is_office:
        return {}
    return {
        public_id: {
            "buttons": [
                {"label": _("Se kursforslag"), "url": reverse("courses:advice", args=[public_id]), "variant": "primary"}
            ]
        }
        for public_id in ids
    }
