"""What the pages about people and providers register in the kernel."""

from django.utils.translation import gettext_lazy as _

from amo import navigation
from amo.models import Role


def register():
    """Called once by `CoursesConfig.ready`."""
    leads = [Role.OFFICE_LEAD, Role.PROVIDER_LEAD]
    navigation.register(_("Ansatte"), "courses:people_list", leads, 80, ("courses:people_", "courses:instructor_plan"))
