"""What time does to placements: agreed → running → completed. Called by the tick; idempotent."""

import datetime as dt
from collections import Counter

from django.db import transaction
from django.db.models import Count, F, QuerySet

from amo import clock
from placements.models import Employer, Placement

Status = Placement.Status


@transaction.atomic
def run_lifecycle(now: dt.datetime) -> int:
    """Move every placement whose date has come; free the slots of those that ended. Returns the number moved."""
    today = now.astimezone(clock.OSLO).date()
    started = Placement.objects.filter(status=Status.AGREED, starts_on__lte=today, ends_on__gte=today).update(
        status=Status.RUNNING, version=F("version") + 1
    )
    over = list(
        Placement.objects.select_for_update(of=("self",))
        .filter(status__in=[Status.AGREED, Status.RUNNING], ends_on__lt=today)
        .order_by("pk")
        .values_list("pk", "employer")
    )
    slots = Counter(employer for _pk, employer in over)
    for employer_id in sorted(slots):
        Employer.objects.filter(pk=employer_id).update(occupied_slots=F("occupied_slots") - slots[employer_id])
    Placement.objects.filter(pk__in=[pk for pk, _employer in over]).update(
        status=Status.COMPLETED, end_reason=Placement.EndReason.AS_PLANNED, version=F("version") + 1
    )
    return started + len(over)


def slots_in_use(employers: QuerySet) -> dict[int, int]:
    """{employer pk: placements that hold a slot}, for `manage.py check_counters`."""
    return dict(
        Placement.objects.filter(employer__in=employers, status__in=[Status.AGREED, Status.RUNNING])
        .order_by()
        .values("employer")
        .annotate(count=Count("pk"))
        .values_list("employer", "count")
    )
