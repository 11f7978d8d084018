"""What the part about follow-up after a course registers in the kernel."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from amo import navigation, panels, tick
from amo.models.users import PROVIDER_ROLES


def register():
    """Called once by `PlacementsConfig.ready`."""
    from participants import fact_followers
    from placements import follow_up_panels as own
    from placements.actions import follow_up

    navigation.register(_("Etter kurs"), "placements:follow_up", PROVIDER_ROLES, 15)
    key, template = "placements.follow_up", "placements/follow_up/_panel.html"
    panels.register("participant.overview", key, own.of_participants, template, 22)
    panels.register("enrolment.detail", key, own.of_enrolments, template, 3)
    panels.register("participant.meeting", key, own.meeting_of, order=35)
    panels.register("start", key, own.start_of, order=36)
    tick.register("placements.after_course_suggestions", follow_up.suggest, daily_from=dt.time(5))
    tick.register("placements.after_course_hand_over", follow_up.hand_over, daily_from=dt.time(6))
    fact_followers.register(follow_up.facts_changed)
