"""What a provider sees of a plan: the steps that are shared with it, and of each only this (06-access, P8)."""

import datetime as dt

from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Provider
from amo.versions import text_of
from participants.models import AccessGrant, PlanStep

Responsible = PlanStep.Responsible


def providers_of(participant_id: int, *, on: dt.date) -> list[Provider]:
    """The providers a step may be shared with: those who see her in the course view on the day. One query."""
    granted = AccessGrant.objects.active_on(on).filter(participant=participant_id, level=AccessGrant.Level.COURSE)
    return list(Provider.objects.filter(pk__in=granted.exclude(provider=None).values("provider")).order_by("name_sort"))


def who(responsible: str) -> str:
    """Who does it, to a provider: somebody that only the person and NAV know is not named."""
    return str(Responsible(responsible).label)


def as_seen(what: str, responsible: str, by_when: dt.date | None) -> str:
    """The step as the provider reads it: "Melde seg opp til norskprøve – Brukeren selv, innen 01.02.2026"."""
    if by_when:
        return _("%(what)s – %(who)s, innen %(day)s") % {
            "what": what,
            "who": who(responsible),
            "day": text_of(by_when),
        }
    return f"{what} – {who(responsible)}"


def of_participants(membership: Membership, participant_ids) -> dict[int, list[dict]]:
    """{person: the shared steps of the plan in force, in order}, as this membership may see them. One query.

    A provider gets its own, and nothing once it no longer sees her in the course view; NAV what any provider gets.
    """
    steps = PlanStep.objects.visible_to(membership, on=clock.today()).exclude(shared_with=None)
    steps = steps.filter(plan__is_current=True, plan__participant__in=participant_ids)
    found: dict[int, list[dict]] = {}
    for step in steps.select_related("plan").order_by("rank"):
        found.setdefault(step.plan.participant_id, []).append(
            {
                "what": step.what,
                "who": who(step.responsible),
                "by_when": step.by_when,
                "done_on": step.done_on,
                "done_label": step.done_label,
                "provider": step.shared_with_id,
            }
        )
    return found
