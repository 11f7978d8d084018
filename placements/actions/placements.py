"""The placement agreement and its end (L3). A slot is held from the agreement until the placement is over."""

import datetime as dt
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from courses.models import Enrolment
from placements.actions import limits, portfolio
from placements.actions.overlap import check_overlap
from placements.actions.queue import MAY_ASK
from placements.actions.requests import closes_requests
from placements.actions.slots import holding
from placements.actions.swap_close import drop_open
from placements.models import Employer, Placement, Visit
from placements.slots import HOLDS_SLOT

Status = Placement.Status
TAKES_PLACEMENT = frozenset(MAY_ASK)


@transaction.atomic
@closes_requests
def agree_placement(
    *,
    enrolment: Enrolment,
    employer: Employer,
    mentor_name: str,
    tasks: str,
    hours_per_week: Decimal,
    starts_on: dt.date,
    ends_on: dt.date,
    declared_on: dt.date,
    by: Membership,
    mentor_phone: str = "",
    limit_reason: str = "",
) -> Placement:
    """Agree a placement within the enrolment's own days, hours in hours a week.

    limit_reason: why, where the county's limit on trainees without a hire is reached; kept only then (L7).
    Raises ValidationError: outside the enrolment, overlap, no free slot, the participation has ended, no reason given.
    """
    enrolment = Enrolment.objects.select_for_update(of=("self",)).get(pk=enrolment.pk)
    if enrolment.status not in TAKES_PLACEMENT:
        raise ValidationError(_("Deltakelsen er avsluttet. Det kan ikke registreres flere praksisplasser."))
    placement = Placement(
        enrolment=enrolment,
        participant_id=enrolment.participant_id,
        employer=employer,
        mentor_name=mentor_name,
        mentor_phone=mentor_phone,
        tasks=tasks,
        hours_per_week=hours_per_week,
        starts_on=starts_on,
        ends_on=ends_on,
        declared_on=declared_on,
        status=Status.RUNNING if starts_on <= clock.today() else Status.AGREED,
        created_by=by,
        created_at=clock.now(),
    )
    within_enrolment(placement, enrolment)
    placement.limit_reason = limits.check_reason(enrolment=enrolment, employer=employer, reason=limit_reason, by=by)
    placement.full_clean(validate_constraints=False)
    check_overlap(placement, by)
    with holding(placement):
        placement = versions.save(placement)
    portfolio.refresh([placement.participant_id])
    return placement


@transaction.atomic
def change_placement(
    *, placement: Placement, by: Membership, version: int | None = None, **fields: object
) -> Placement:
    """Change tasks, mentor, hours or dates while it is agreed or running. The employer stays: that is a swap."""
    placement = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)
    versions.check(placement, version)
    if placement.status not in HOLDS_SLOT:
        raise ValidationError(_("Praksisen er avsluttet og kan ikke endres."))
    for name, value in fields.items():
        setattr(placement, name, value)
    within_enrolment(placement, placement.enrolment)
    placement.status = Status.RUNNING if placement.starts_on <= clock.today() else Status.AGREED
    placement.full_clean(validate_constraints=False)
    check_overlap(placement, by)
    with holding(placement):
        placement = versions.save(placement)
    portfolio.refresh([placement.participant_id])
    return placement


@transaction.atomic
def end_placement(
    *,
    placement: Placement,
    ends_on: dt.date,
    end_reason: str,
    by: Membership,
    end_note: str = "",
    version: int | None = None,
) -> Placement:
    """End a placement on its last day, with a reason; frees the employer's place. One that never began is cancelled.

    A wish for another placement that waits for an answer falls away. Raises ValidationError when it has ended
    already, the last day lies ahead or after what was agreed, or "other" comes without what happened (`end_note`).
    """
    placement = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)
    versions.check(placement, version)
    if placement.status not in HOLDS_SLOT:
        raise ValidationError(_("Praksisen er allerede avsluttet."))
    if end_reason == Placement.EndReason.OTHER and not end_note.strip():
        raise ValidationError({"end_note": _("Skriv kort hva som skjedde.")})
    today = clock.today()
    if placement.starts_on > today:
        placement.status = Status.CANCELLED
    else:
        _check_last_day(placement, ends_on, today)
        early = ends_on < placement.ends_on
        placement.status = Status.ENDED_EARLY if early else Status.COMPLETED
        placement.ends_on = ends_on
    placement.end_reason, placement.end_note = end_reason, end_note.strip()
    placement = versions.save(placement)
    drop_open([placement.pk], by=by)
    placement.visits.filter(status=Visit.Status.PLANNED, planned_for__gt=placement.ends_on).delete()
    portfolio.refresh([placement.participant_id])
    return placement


def within_enrolment(placement: Placement, enrolment: Enrolment) -> None:
    """Raise the message at the field when a date lies outside the person's own participation."""
    if placement.starts_on and placement.starts_on < enrolment.starts_on:
        raise ValidationError(
            {"starts_on": _("Praksisen kan tidligst starte %(day)s.") % {"day": date_format(enrolment.starts_on)}}
        )
    if placement.ends_on and placement.ends_on > enrolment.ends_on:
        raise ValidationError(
            {
                "ends_on": _("Kurset slutter %(day)s. Praksisen kan ikke vare lenger.")
                % {"day": date_format(enrolment.ends_on)}
            }
        )


def _check_last_day(placement: Placement, ends_on: dt.date, today: dt.date) -> None:
    if ends_on < placement.starts_on:
        raise ValidationError({"ends_on": _("Siste dag kan ikke være før praksisen startet.")})
    if ends_on > today:
        raise ValidationError({"ends_on": _("Siste dag kan ikke være fram i tid.")})
    if ends_on > placement.ends_on:
        raise ValidationError({"ends_on": _("Siste dag kan ikke være etter datoen som er avtalt.")})
