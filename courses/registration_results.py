"""What suitability, certificates, prospects and Norwegian on the course register in the kernel (A6, K4, K5, K6)."""

from amo import panels


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses import certificate_content, norwegian_page, results_panels, suitability_page
    from courses.actions import norwegian, suitability
    from courses.models import CourseCertificate
    from participants import answered_tasks, innsyn

    for kind in (suitability.TASK, norwegian.TASK):
        answered_tasks.register(kind)
    innsyn.register_writer(CourseCertificate, "content", lambda: certificate_content.as_text)
    part = "courses/results"
    slot = "enrolment.detail"
    panels.register(slot, "courses.suitability", suitability_page.of_enrolments, f"{part}/_suitability_panel.html", 12)
    panels.register(slot, "courses.norwegian", norwegian_page.of_enrolments, f"{part}/_norwegian_panel.html", 18)
    panels.register("start", "courses.suitability", suitability_page.start_county, order=12)
    panels.register("intake.detail", "courses.results", results_panels.of_intakes, f"{part}/_intake_panel.html", 25)
