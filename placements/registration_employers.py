"""What the part about the register of employers registers in the kernel."""

from django.utils.translation import gettext_lazy as _

from amo import imports, navigation, panels
from amo.models.users import CASE_ROLES


def register():
    """Called once by `PlacementsConfig.ready`."""
    from placements import employer_panels
    from placements.employer_import import EmployerImporter

    navigation.register(
        _("Arbeidsgivere"),
        "placements:employer_list",
        CASE_ROLES,
        40,
        active_prefixes=[
            f"placements:{part}"
            for part in ("employer_", "contact_", "period_", "duplicate_", "rules", "limit_", "import_template")
        ],
    )
    imports.register(EmployerImporter())
    panels.register("placement.side", "limit", employer_panels.limit, "placements/employers/_panel_limit.html", 20)
