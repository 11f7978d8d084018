"""What the rounds of allocation register in the kernel beside their first pages (A2)."""

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, jobs, panels
from amo.models import Role


def register():
    """Called once by `CoursesConfig.ready`."""
    from courses.actions import simulations

    jobs.register(simulations.JOB, simulations.run_job)
    panels.register("start", "courses.leftover", start_office, order=15)


def start_office(membership, ids: list) -> dict:
    """The office's people without a place, who may choose among courses with vacancies."""
    from courses import leftover
    from courses.models import Application

    if not membership.is_office:
        return {}
    rounds = leftover.open_rounds(clock.today())
    people = leftover.without_place(rounds.values("window")).filter(
        pk__in=Application.objects.visible_to(membership).values("pk")
    )
    people = people.exclude(leftover.answered())
    if membership.role == Role.CASEWORKER:
        people = people.filter(participant__caseworker=membership)
    found = people.aggregate(count=Count("pk"), due=Min("window__leftover__deadline"))
    if not found["count"]:
        return {}
    item = {
        "text": _("Nye ønsker for brukere uten plass"),
        "url": reverse("courses:leftover_list"),
        "count": found["count"],
        "due": found["due"],
    }
    return {membership.pk: {"title": _("Restplasser"), "items": [item]}}
