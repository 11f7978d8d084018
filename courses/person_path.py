"""The courses' applications on a person's path in time."""

from collections import defaultdict

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo.models import Membership
from courses.models import Offer, Wish
from participants.events import day_of


def applications(membership: Membership, ids: list) -> dict:
    """participant.path: from sent to decided or withdrawn, and the day by which an offer is to be answered."""
    if not membership.is_nav:
        return {}
    found = defaultdict(lambda: {"periods": [], "milestones": []})
    wishes = Wish.objects.visible_to(membership).filter(
        application__participant__in=ids, application__submitted_at__isnull=False
    )
    wishes = wishes.select_related("application", "intake__contract__concept").order_by("application", "rank")
    grouped = defaultdict(list)
    for wish in wishes:
        grouped[wish.application].append(wish)
    for application, rows in grouped.items():
        ended = application.withdrawn_at or application.decided_at
        text = rows[0].intake.concept.title
        if len(rows) > 1:
            text = ngettext("%(course)s og %(n)d til", "%(course)s og %(n)d til", len(rows) - 1) % {
                "course": text,
                "n": len(rows) - 1,
            }
        found[application.participant_id]["periods"].append(
            {
                "label": _("Søknad"),
                "start": day_of(application.submitted_at),
                "end": day_of(ended) if ended else None,
                "color": "neutral" if application.withdrawn_at else "brand-beige",
                "planned": False,
                "text": text,
            }
        )
    offers = Offer.objects.visible_to(membership).filter(
        wish__application__participant__in=ids, status=Offer.Status.OUTSTANDING, deadline_on__isnull=False
    )
    for person, day in offers.values_list("wish__application__participant", "deadline_on"):
        found[person]["milestones"].append({"label": _("Svarfrist for tilbud"), "on": day})
    return dict(found)
