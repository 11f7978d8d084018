"""What the part about places registers in the kernel."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from amo import counters, jobs, navigation, panels, tick
from amo.models import Role
from amo.models.users import PROVIDER_ROLES


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses import grants as course_grants
    from courses import panels_places, portfolio_rows
    from courses.actions import allocation, lifecycle, offers, plan_rule, seats
    from courses.models import Intake
    from participants import fact_followers, grants, plan_followers, portfolio

    navigation.register(
        _("Tildeling"),
        "courses:window_list",
        [Role.COUNTY_STAFF],
        30,
        (
            "courses:window_",
            "courses:run_",
            "courses:exception_",
            "courses:leftover_county",
            "courses:simulation_",
            "courses:suitability",
        ),
    )
    navigation.register(
        _("Mine kurs"),
        "courses:class_list",
        PROVIDER_ROLES,
        10,
        (
            "courses:class_",
            "courses:roster",
            "courses:attendance",
            "courses:enrolment_",
            "courses:assign_instructor",
            "courses:week_plan_",
            "courses:job_search",
            "courses:absence_",
            "courses:certificate_",
            "courses:class_norwegian",
            "courses:language_",
        ),  # fmt: skip
    )
    jobs.register(allocation.JOB, allocation.run_job)
    tick.register("courses.expire_offers", offers.expire_offers)
    tick.register("courses.lifecycle", lifecycle.advance)
    tick.register("courses.plan_deadlines", plan_rule.tell_late, daily_from=dt.time(6))
    plan_followers.register(plan_rule.plan_made)
    fact_followers.register(plan_rule.facts_changed)
    counters.register("intake.occupied", Intake, "occupied", seats.recount)
    grants.register_source(course_grants.expected)
    portfolio.register_rebuilder(portfolio_rows.refresh)
    part = "courses/places/panels"
    panels.register("start", "courses.windows", panels_places.start_county, order=20)
    panels.register("start", "courses.offers", panels_places.start_office, order=10)
    panels.register("start", "courses.classes", panels_places.start_provider, order=10)
    panels.register(
        "participant.overview", "courses.enrolments", panels_places.enrolments, f"{part}/enrolments.html", 20
    )
    panels.register("participant.path", "courses.enrolments", panels_places.path, order=20)
