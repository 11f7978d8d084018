"""What the part about the register of employers registers in the kernel."""

from django.utils.translation import gettext_lazy as _

from amo import navigation
from amo.models.users import CASE_ROLES


def register():
    """Called once by `PlacementsConfig.ready`."""
    navigation.register(
        _("Arbeidsgivere"),
        "placements:employer_list",
        CASE_ROLES,
        40,
        active_prefixes=("placements:",),
    )
