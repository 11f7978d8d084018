"""What the shared part of a plan registers in the kernel (P8)."""

from amo import panels


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses import plan_panels

    template = "courses/classes/panels/plan.html"
    panels.register("enrolment.detail", "courses.plan", plan_panels.of_enrolments, template, 18)
