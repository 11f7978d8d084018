"""Places at employers: what is agreed on a day, what is held, what is free (L1)."""

import datetime as dt
from collections.abc import Callable

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from placements.engines.slots import Stay
from placements.models import Employer, Placement, SlotPeriod

HOLDS_SLOT = (Placement.Status.AGREED, Placement.Status.RUNNING)


def with_places(employers: QuerySet, day: dt.date) -> QuerySet:
    """Employers with `agreed_slots`, `held_slots` and `free_slots` on a day, in the same query."""
    period = SlotPeriod.objects.filter(employer=OuterRef("pk"), starts_on__lte=day, ends_on__gte=day)
    held = (
        Placement.objects.filter(employer=OuterRef("pk"), status__in=HOLDS_SLOT, starts_on__lte=day, ends_on__gte=day)
        .order_by()
        .values("employer")
        .annotate(count=Count("pk"))
        .values("count")
    )
    return employers.annotate(
        agreed_slots=Coalesce(Subquery(period.values("slots")[:1]), F("slots"), output_field=IntegerField()),
        held_slots=Coalesce(Subquery(held), 0),
    ).annotate(free_slots=Greatest(F("agreed_slots") - F("held_slots"), 0))


def agreed_by_day(employer: Employer) -> tuple[Callable[[dt.date], int], list[dt.date]]:
    """What is agreed on any day, and the days on which that changes. One query."""
    periods = list(employer.slot_periods.order_by("starts_on", "pk"))

    def agreed(day: dt.date) -> int:
        return next((row.slots for row in periods if row.starts_on <= day <= row.ends_on), employer.slots)

    after = [row.ends_on + dt.timedelta(days=1) for row in periods]
    return agreed, [row.starts_on for row in periods] + after


def stays_at(employer: Employer) -> dict[int, Stay]:
    """{placement pk: its days} for those that hold a place. One query."""
    rows = Placement.objects.filter(employer=employer, status__in=HOLDS_SLOT).order_by("pk")
    return {pk: Stay(pk, *days) for pk, *days in rows.values_list("pk", "starts_on", "ends_on")}
