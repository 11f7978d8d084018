"""Plan and log visits at the workplace (L5). Only `in_person` counts towards "at least once"."""

import datetime as dt
from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from placements.actions import portfolio
from placements.models import Placement, Visit

CLOSED = frozenset({Placement.Status.COMPLETED, Placement.Status.ENDED_EARLY, Placement.Status.CANCELLED})
EARLY = dt.timedelta(days=7)  # a visit held this much before its day is the planned one


@transaction.atomic
def plan_visit(*, placement: Placement, planned_for: dt.date, by: Membership) -> Visit:
    """Plan a visit within the placement's dates. A repeat for the same day gives the visit that is there."""
    placement = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)
    _must_not_be(placement, CLOSED)
    if planned_for < clock.today():
        raise ValidationError({"planned_for": _("Et besøk kan ikke planlegges tilbake i tid.")})
    _within_placement(placement, planned_for, "planned_for")
    same_day = placement.visits.filter(status=Visit.Status.PLANNED, planned_for=planned_for).first()
    if same_day:
        return same_day
    visit = Visit(placement=placement, planned_for=planned_for, logged_by=by, logged_at=clock.now())
    return versions.save(visit)


@transaction.atomic
def log_visit(
    *,
    placement: Placement,
    held_on: dt.date,
    status: str,
    by: Membership,
    kind: str = "",
    present: list[str] | None = None,
    plan_followed: str = "",
    topics: list[str] | None = None,
    hiring_intent: str = "",
    why_not_hire: str = "",
    next_visit_on: dt.date | None = None,
    note: str = "",
) -> Visit:
    """Log a visit: it takes the place of the earliest planned one, also when held up to a week early,
    and plans the next.

    Raises ValidationError when the day lies ahead or before the placement, or a "no" to hiring has no reason.
    """
    placement = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)
    _must_not_be(placement, {Placement.Status.CANCELLED})
    if held_on > clock.today():
        raise ValidationError({"held_on": _("Besøket kan ikke være fram i tid.")})
    if held_on < placement.starts_on:
        raise ValidationError({"held_on": _("Besøket kan ikke være før praksisen startet.")})
    if hiring_intent == Visit.HiringIntent.NO and not why_not_hire:
        raise ValidationError({"why_not_hire": _("Skriv kort hvorfor de ikke vil ansette.")})
    visit = (
        placement.visits.select_for_update(of=("self",))
        .filter(status=Visit.Status.PLANNED, planned_for__lte=held_on + EARLY)
        .order_by("planned_for", "pk")
        .first()
    ) or Visit(placement=placement)
    visit.status, visit.held_on, visit.kind = status, held_on, kind
    visit.present, visit.topics = present or [], topics or []
    visit.plan_followed, visit.hiring_intent, visit.why_not_hire = plan_followed, hiring_intent, why_not_hire
    visit.next_visit_on, visit.note = next_visit_on, note
    visit.logged_by, visit.logged_at = by, clock.now()
    visit = versions.save(visit)
    if next_visit_on:
        _must_not_be(placement, CLOSED)
        _plan_next(placement, next_visit_on, held_on, by)
    portfolio.refresh([placement.participant_id])
    return visit


def _must_not_be(placement: Placement, statuses: Collection[str]) -> None:
    """Raise ValidationError when the placement has come to one of these."""
    if placement.status in statuses:
        status = placement.get_status_display()
        raise ValidationError(_("Praksisplassen tar ikke imot besøk: %(status)s.") % {"status": status.lower()})


def _plan_next(placement: Placement, next_visit_on: dt.date, held_on: dt.date, by: Membership) -> None:
    if next_visit_on <= held_on:
        raise ValidationError({"next_visit_on": _("Neste besøk må være etter dette.")})
    _within_placement(placement, next_visit_on, "next_visit_on")
    if not placement.visits.filter(status=Visit.Status.PLANNED, planned_for=next_visit_on).exists():
        versions.save(Visit(placement=placement, planned_for=next_visit_on, logged_by=by, logged_at=clock.now()))


def _within_placement(placement: Placement, day: dt.date, field: str) -> None:
    if not placement.starts_on <= day <= placement.ends_on:
        raise ValidationError({field: _("Datoen må ligge i praksisperioden.")})
