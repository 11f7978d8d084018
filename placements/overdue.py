"""Which placements should have been visited by now (L5)."""

import datetime as dt

from django.db.models import (
    Case,
    DateField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Cast, Least

from placements.models import Placement, Visit

FIRST_VISIT_DAYS = 14


def missing_visits(placements: QuerySet, today: dt.date) -> QuerySet:
    """Running placements with a visit due before today, as `visit_due_on`.

    Due: 14 days into the placement while nobody has been there in person, or the day of a planned visit that passed.
    """
    visits = Visit.objects.filter(placement=OuterRef("pk"))
    been_there = visits.filter(status=Visit.Status.HELD, kind=Visit.Kind.IN_PERSON)
    planned = visits.filter(status=Visit.Status.PLANNED).order_by("planned_for").values("planned_for")[:1]
    # A date plus an interval is a timestamp in PostgreSQL, and a list would show it as one.
    first_day = ExpressionWrapper(F("starts_on") + dt.timedelta(days=FIRST_VISIT_DAYS), output_field=DateTimeField())
    first_due = Cast(first_day, DateField())
    return (
        placements.filter(status=Placement.Status.RUNNING)
        .annotate(planned_due=Subquery(planned))
        .annotate(
            visit_due_on=Case(
                When(Exists(been_there), then=F("planned_due")),
                default=Least(first_due, F("planned_due")),
                output_field=DateField(),
            )
        )
        .filter(visit_due_on__lt=today)
    )
