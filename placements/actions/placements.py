"""The placement agreement and its end (L3). A slot is held from the agreement until the placement is over."""

import datetime as dt
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from courses.models import Enrolment
from placements.actions import limits, portfolio
from placements.actions.dates import check_changed_days, check_last_day, within_enrolment
from placements.actions.left_over import call_off_visits
from placements.actions.overlap import check_overlap
from placements.actions.queue import MAY_ASK
from placements.actions.requests import closes_requests
from placements.actions.sectors import check_sector
from placements.actions.slots import holding, lock_with_employer
from placements.actions.swap_close import drop_open
from placements.models import Employer, Placement
from placements.slots import HOLDS_SLOT

Status = Placement.Status
TAKES_PLACEMENT = frozenset(MAY_ASK)
SIGNED_TERMS = ("tasks", "hours_per_week", "starts_on", "ends_on")
"""What the three have signed for: when one of these changes, they sign anew."""
IN_WORK = (Placement.EndReason.HIRED, Placement.EndReason.OTHER_JOB)


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
    Raises ValidationError: outside the enrolment, overlap, no free slot, the participation has ended, no reason given;
    NeedsApproval where it is in another sector than the one before and NAV has not said yes (L6).
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
    check_sector(enrolment, employer)
    with holding(placement):
        placement = versions.save(placement)
    portfolio.refresh([placement.participant_id])
    return placement


@transaction.atomic
def change_placement(
    *, placement: Placement, by: Membership, version: int | None = None, **fields: object
) -> Placement:
    """Change tasks, mentor, hours or days while it is agreed or running. The employer stays: that is a swap.

    The last day of a running one is moved by ending or extending it. What the three signed for and is changed is to be
    signed anew. Raises StaleVersion, and ValidationError at the field.
    """
    placement = lock_with_employer(placement)
    versions.check(placement, version)
    if placement.status not in HOLDS_SLOT:
        raise ValidationError(_("Praksisen er avsluttet og kan ikke endres."))
    was_running = placement.status == Status.RUNNING
    if was_running and fields.get("ends_on", placement.ends_on) != placement.ends_on:
        raise ValidationError(
            {"ends_on": _("Praksisen er i gang. Avslutt den eller forleng den for å endre siste dag.")}
        )
    signed_for = [getattr(placement, name) for name in SIGNED_TERMS]
    for name, value in fields.items():
        setattr(placement, name, value)
    within_enrolment(placement, placement.enrolment)
    check_changed_days(placement, was_running=was_running)
    placement.status = Status.RUNNING if placement.starts_on <= clock.today() else Status.AGREED
    if signed_for != [getattr(placement, name) for name in SIGNED_TERMS]:
        placement.signed_on = None
    placement.full_clean(validate_constraints=False)
    check_overlap(placement, by)
    with holding(placement, placement.employer):
        placement = versions.save(placement)
    call_off_visits([placement.pk])
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

    A wish for another placement waits on, unless she is in work: NAV still answers it (L6). Raises ValidationError when
    it has ended already, the last day lies ahead, after what was agreed or before what has happened, or "other" comes
    without what happened (`end_note`).
    """
    placement = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)
    versions.check(placement, version)
    if placement.status not in HOLDS_SLOT:
        raise ValidationError(_("Praksisen er allerede avsluttet."))
    if end_reason == Placement.EndReason.OTHER and not end_note.strip():
        raise ValidationError({"end_note": _("Skriv kort hva som skjedde.")})
    if placement.starts_on > clock.today():
        placement.status = Status.CANCELLED
    else:
        check_last_day(placement, ends_on)
        early = ends_on < placement.ends_on
        placement.status = Status.ENDED_EARLY if early else Status.COMPLETED
        placement.ends_on = ends_on
    placement.end_reason, placement.end_note = end_reason, end_note.strip()
    placement = versions.save(placement)
    if end_reason in IN_WORK:
        drop_open([placement.pk], by=by)
    call_off_visits([placement.pk])
    portfolio.refresh([placement.participant_id])
    return placement
