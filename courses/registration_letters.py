"""What the letters register in the kernel and on the pages about a person."""

from django.utils.translation import gettext_lazy as _

from amo import navigation, panels
from amo.models import Role


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses import letter_page

    template = "courses/letters/_panel.html"
    navigation.register(_("Klagerett"), "courses:letter_rule_list", [Role.ADMINISTRATOR], 60, ("courses:letter_rule_",))
    panels.register("start", "courses.letters", letter_page.start_office, order=15)
    panels.register("participant.overview", "letters", letter_page.overview, template, order=45)
    panels.register("enrolment.detail", "letters", letter_page.enrolment_panel, template, order=60)
