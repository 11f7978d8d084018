"""The placements app's columns of the portfolio row, written downwards (05-architecture)."""

from collections.abc import Iterable

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from participants.models import PortfolioRow
from participants.portfolio import update_rows
from placements.models import Placement, Visit


def refresh(participant_ids: Iterable[int] | None = None) -> None:
    """Write each person's latest placement and last visit held, for all when None. One statement."""
    latest = (
        Placement.objects.filter(participant=OuterRef("pk"))
        .exclude(status=Placement.Status.CANCELLED)
        .order_by("-starts_on", "-pk")
    )
    visits = Visit.objects.filter(placement__participant=OuterRef("pk"), status=Visit.Status.HELD).order_by("-held_on")
    columns = {
        "placement_label": Coalesce(Subquery(latest.values("employer__name")[:1]), Value("")),
        "placement_starts_on": Subquery(latest.values("starts_on")[:1]),
        "placement_ends_on": Subquery(latest.values("ends_on")[:1]),
        "last_visit_on": Subquery(visits.values("held_on")[:1]),
    }
    if participant_ids is None:
        PortfolioRow.objects.update(**columns)
    else:
        update_rows(participant_ids, **columns)
