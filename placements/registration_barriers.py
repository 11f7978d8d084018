"""What the part about barriers and discrimination registers in the kernel."""

from django.utils.translation import gettext_lazy as _

from amo import navigation, panels
from amo.models.users import CASE_ROLES


def register():
    """Called once by `PlacementsConfig.ready`."""
    from participants import answered_tasks, text_checks
    from placements import panels_barriers, panels_discrimination, plain_words
    from placements.actions.barriers import TASK

    navigation.register_everywhere(_("Meld en barriere"), "placements:barrier_new", CASE_ROLES, 10)
    navigation.register_everywhere(_("Barrierer"), "placements:barrier_list", CASE_ROLES, 20)
    answered_tasks.register(TASK)
    text_checks.register(plain_words.check_origin)
    template = "placements/barriers/_panel_open.html"
    panels.register("employer.detail", "barriers", panels_barriers.for_employers, template, 60)
    panels.register("concept.results", "barriers", panels_barriers.for_concepts, template, 60)
    panels.register("intake.detail", "barriers", panels_barriers.for_intakes, template, 60)
    panels.register("start", "barriers", panels_barriers.for_start, order=60)
    panels.register("start", "discrimination", panels_discrimination.for_start, order=5)
    template = "placements/barriers/_panel_stands.html"
    panels.register("employer.side", "discrimination", panels_discrimination.for_employers, template, 90)
    panels.register("placement.side", "discrimination", panels_discrimination.for_placements, template, 90)
