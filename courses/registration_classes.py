"""What the part about classes from week to week registers in the kernel (K1, K2, K3)."""

from django.utils.translation import gettext_lazy as _

from amo import navigation, panels
from amo.models.users import PROVIDER_ROLES


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses import absence_panels, job_search_page, leaving_page, week_plan_page
    from courses.actions import absence
    from participants import answered_tasks

    navigation.register(_("I dag"), "courses:class_today", PROVIDER_ROLES, 5)
    answered_tasks.register(absence.TASK)
    part = "courses/classes/panels"
    slot = "enrolment.detail"
    panels.register(slot, "courses.leaving", leaving_page.of_enrolments, f"{part}/leaving.html", 5)
    panels.register(slot, "courses.absence", absence_panels.of_enrolments, f"{part}/absence.html", 10)
    panels.register(slot, "courses.week", week_plan_page.of_enrolments, f"{part}/week.html", 15)
    panels.register(slot, "courses.job_search", job_search_page.of_enrolments, f"{part}/job_search.html", 20)
    panels.register("intake.detail", "courses.leaving", leaving_page.of_intakes, f"{part}/dropout.html", 20)
