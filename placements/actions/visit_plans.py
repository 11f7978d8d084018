"""Plan the visits of a whole class in one go (L5)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from placements.actions.visits import check_day_ahead
from placements.models import Placement, Visit


@dataclass(frozen=True)
class Row:
    """One visit to be: at which placement (its primary key), on which day, and when where that is agreed."""

    placement: int
    planned_for: dt.date
    planned_at: dt.time | None = None


class RowsRefusedError(ValidationError):
    """One or more rows are refused, and so all of them; `rows`: {index: ValidationError}."""

    def __init__(self, rows: Mapping[int, ValidationError]):
        super().__init__(_("Ingen av besøkene er planlagt. Rett det som er merket, og prøv igjen."))
        self.rows = dict(rows)


@transaction.atomic
def plan_visits(*, rows: Sequence[Row], by: Membership) -> list[Visit]:
    """Plan every row, or none. A day that is planned already is not planned twice; returns the visits that are new.

    Raises RowsRefusedError with what is wrong at which row. A handful of statements, however many rows.
    """
    # In one order, so that two who plan the same class do not wait for each other.
    ids = sorted({row.placement for row in rows})
    found = Placement.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    placements = {placement.pk: placement for placement in found}
    planned = Visit.objects.filter(placement__in=ids, status=Visit.Status.PLANNED)
    there = set(planned.values_list("placement", "planned_for"))
    refused, new = {}, []
    for index, row in enumerate(rows):
        if (row.placement, row.planned_for) in there:
            continue
        placement = placements[row.placement]
        try:
            check_day_ahead(placement, row.planned_for)
        except ValidationError as error:
            refused[index] = error
            continue
        there.add((row.placement, row.planned_for))
        new.append(
            Visit(
                placement=placement,
                planned_for=row.planned_for,
                planned_at=row.planned_at,
                logged_by=by,
                logged_at=clock.now(),
            )
        )
    if refused:
        raise RowsRefusedError(refused)
    return Visit.objects.bulk_create(new)
