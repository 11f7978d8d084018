"""What time does to placements: agreed → running → completed. Called by the tick; idempotent."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, Q

from amo import clock
from amo.models import Membership
from courses.models import Enrolment
from placements.actions import portfolio
from placements.actions.left_over import call_off_visits
from placements.actions.swap_close import drop_of_ended, drop_open
from placements.models import Placement

Status = Placement.Status


@transaction.atomic
def run_lifecycle(now: dt.datetime) -> int:
    """Move every placement whose date has come; those that ended hold no place. Returns the number moved."""
    today = now.astimezone(clock.OSLO).date()
    ended = _end_with_participations()
    started = Placement.objects.filter(status=Status.AGREED, starts_on__lte=today, ends_on__gte=today).update(
        status=Status.RUNNING, version=F("version") + 1
    )
    over = Placement.objects.filter(status__in=[Status.AGREED, Status.RUNNING], ends_on__lt=today)
    swapped = over.filter(end_reason=Placement.EndReason.SWAP).update(
        status=Status.ENDED_EARLY, version=F("version") + 1
    )
    over = over.update(status=Status.COMPLETED, end_reason=Placement.EndReason.AS_PLANNED, version=F("version") + 1)
    return ended + started + swapped + over + drop_of_ended(today)


def course_ended(enrolments: Sequence[Enrolment], by: Membership) -> None:
    """Follower of intakes that are called off or cut short: placements that would outlive the course end with it (C3)."""
    _end_with_participations(enrolments)


def _end_with_participations(enrolments: Sequence[Enrolment] | None = None) -> int:
    """Who has left the course has left its placement: it ends on her own last day, or never began. Returns how many.

    A course that was cut short has left them all. enrolments: only theirs.
    """
    left = [Enrolment.Status.DROPPED_OUT, Enrolment.Status.NOT_STARTED, Enrolment.Status.COMPLETED]
    outlived = (
        Placement.objects.select_for_update(of=("self",))
        .filter(status__in=[Status.AGREED, Status.RUNNING], enrolment__status__in=left)
        .filter(Q(ends_on__gt=F("enrolment__ends_on")) | Q(enrolment__status=Enrolment.Status.NOT_STARTED))
        .select_related("enrolment")
        .order_by("pk")
    )
    if enrolments is not None:
        outlived = outlived.filter(enrolment__in=[enrolment.pk for enrolment in enrolments])
    found = list(outlived)
    for placement in found:
        if (
            placement.enrolment.status == Enrolment.Status.NOT_STARTED
            or placement.starts_on > placement.enrolment.ends_on
        ):
            placement.status = Status.CANCELLED
        else:
            placement.status, placement.ends_on = Status.ENDED_EARLY, placement.enrolment.ends_on
        placement.end_reason = Placement.EndReason.OTHER
        placement.version += 1
    Placement.objects.bulk_update(found, ["status", "ends_on", "end_reason", "version"], batch_size=500)
    call_off_visits([placement.pk for placement in found])
    drop_open([placement.pk for placement in found], by=None)
    if found:
        portfolio.refresh({placement.participant_id for placement in found})
    return len(found)
