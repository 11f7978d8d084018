"""The chain on the person page and on the advice page: earlier courses and measures, and what came of them (P7)."""

import datetime as dt

from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from courses import chain, plan_rule
from courses.engines.chain import Kind
from participants.models import Measure, Participant

GANTT_COLORS = {Kind.COURSE: "accent", Kind.PLACEMENT: "meta-purple", Kind.WAGE_SUBSIDY: "meta-lime"}


def overview(membership: Membership, ids: list) -> dict:
    """participant.overview: {person: figures and rows of her chain, newest first}, for her office. Five queries."""
    if not membership.is_office:
        return {}
    own = Participant.objects.visible_to(membership).filter(pk__in=ids).values_list("pk", flat=True)
    found = chain.load(list(own), day=clock.today())
    return {pk: _shown(links) for pk, links in found.items() if links}


def _shown(links) -> dict:
    return {"chain_rows": chain.rows(links), "chain_in_short": chain.in_short(links)}


def of_person(participant: Participant, *, day: dt.date) -> dict:
    """Context of the advice and application pages: the chain, and the plan that is asked for when there is none."""
    links = chain.load([participant.pk], day=day)[participant.pk]
    required = plan_rule.requirement(participant, day=day, links=links)
    context = _shown(links) if links else {"chain_rows": [], "chain_in_short": ""}
    return context | {"plan_required": required}


def path(membership: Membership, ids: list) -> dict:
    """participant.path: measures held outside Kursløp; the courses in it are there already. One query."""
    if not membership.is_nav:
        return {}
    found = {}
    for measure in Measure.objects.visible_to(membership).filter(participant__in=ids).order_by("starts_on", "pk"):
        found.setdefault(measure.participant_id, {"periods": [], "milestones": []})["periods"].append(
            {
                "label": _("Tidligere tiltak"),
                "start": measure.starts_on,
                "end": measure.ends_on,
                "color": GANTT_COLORS.get(measure.kind, "neutral"),
                "planned": measure.starts_on > clock.today(),
                "text": measure.title,
            }
        )
    return found
