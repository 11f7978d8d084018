"""Which placements should have been visited by now, and which ended without anybody having been there (L5)."""

import datetime as dt

from django.db.models import (
    Case,
    DateField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Cast, Least

from placements.engines.visit_plan import FIRST_VISIT_DAYS
from placements.models import Placement, Visit

LOOKED_BACK = dt.timedelta(days=365)
"""How long a placement that ended without a visit stays in the list."""


def missing_visits(placements: QuerySet, today: dt.date) -> QuerySet:
    """Running placements with a visit due before today, as `visit_due_on`.

    Due: 14 days into the placement, or its last day if that is earlier, while nobody has been there in person, or the
    day of a planned visit that passed.
    """
    return _with_due(placements.filter(status=Placement.Status.RUNNING)).filter(visit_due_on__lt=today)


def visits_owed(placements: QuerySet, today: dt.date) -> QuerySet:
    """What `missing_visits` gives, and those of the last year that ended although nobody had been there in person.

    One that was broken off before its first visit was due owes none.
    """
    running = Q(status=Placement.Status.RUNNING)
    lately = Q(
        status__in=[Placement.Status.COMPLETED, Placement.Status.ENDED_EARLY],
        been_there=False,
        ends_on__gte=today - LOOKED_BACK,
    )
    ran_out = Q(status=Placement.Status.COMPLETED) | Q(ends_on__gte=F("first_due"))
    return _with_due(placements).filter(running | (lately & ran_out), visit_due_on__lt=today)


def _with_due(placements: QuerySet) -> QuerySet:
    """With `been_there` (in person), `first_due` and `visit_due_on`."""
    visits = Visit.objects.filter(placement=OuterRef("pk"))
    been_there = visits.filter(status=Visit.Status.HELD, kind=Visit.Kind.IN_PERSON)
    planned = visits.filter(status=Visit.Status.PLANNED).order_by("planned_for").values("planned_for")[:1]
    # A date plus an interval is a timestamp in PostgreSQL, and a list would show it as one.
    first_day = ExpressionWrapper(F("starts_on") + dt.timedelta(days=FIRST_VISIT_DAYS), output_field=DateTimeField())
    return (
        placements.annotate(been_there=Exists(been_there))
        .annotate(first_due=Cast(first_day, DateField()), planned_due=Subquery(planned))
        .annotate(
            visit_due_on=Case(
                When(been_there=True, then=F("planned_due")),
                default=Least(F("first_due"), F("planned_due"), F("ends_on")),
                output_field=DateField(),
            )
        )
    )
