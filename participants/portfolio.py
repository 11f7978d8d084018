"""Keeps PortfolioRow: this app's own columns from its records, the others as upper apps write them downwards (P4)."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import Max, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest, TruncDate

from amo import clock
from participants.models import ContactAttempt, InformationGiven, Mapping, Participant, Plan, PortfolioRow, Task

OWN_COLUMNS = frozenset(
    {"mapped_on", "available_from", "plan_on", "informed_on", "last_contact_on", "next_action", "next_action_on"}
)
UPPER_COLUMNS = (
    frozenset(field.name for field in PortfolioRow._meta.concrete_fields if not field.primary_key) - OWN_COLUMNS
)

Rebuilder = Callable[[list[int] | None], None]
_rebuilders: list[Rebuilder] = []


def register_rebuilder(function: Rebuilder) -> None:
    """Called in AppConfig.ready() of an upper app: `function(ids or None)` writes its columns again, for all when None."""
    if function not in _rebuilders:
        _rebuilders.append(function)


@transaction.atomic
def update_rows(participant_ids: Iterable[int], **columns) -> int:
    """Write an upper app's columns for these persons. ValueError for a column that is not an upper app's to write."""
    foreign = set(columns) - UPPER_COLUMNS
    if foreign:
        raise ValueError(f"not a column for upper apps: {', '.join(sorted(foreign))}")
    ids = list(participant_ids)
    _ensure_rows(Participant.objects.filter(pk__in=ids))
    return PortfolioRow.objects.filter(pk__in=ids).update(**columns)


def _ensure_rows(participants: QuerySet) -> None:
    missing = participants.filter(portfolio_row=None).values_list("pk", flat=True)
    PortfolioRow.objects.bulk_create([PortfolioRow(pk=pk) for pk in missing], ignore_conflicts=True, batch_size=1000)


def open_nav_tasks() -> QuerySet:
    """Open tasks that NAV owns, earliest first: a provider's task is not the caseworker's next action."""
    return Task.objects.open().filter(provider=None).order_by("due_on", "pk")


@transaction.atomic
def refresh(participant_ids: Iterable[int] | None = None) -> int:
    """Compute this app's own columns again, for all when None. One statement, whatever the number of persons."""
    participants, rows = Participant.objects.all(), PortfolioRow.objects.all()
    if participant_ids is not None:
        ids = list(participant_ids)
        participants, rows = participants.filter(pk__in=ids), rows.filter(pk__in=ids)
    _ensure_rows(participants)

    def latest(queryset: QuerySet, field: str) -> Subquery:
        own = queryset.filter(participant=OuterRef("pk")).order_by().values("participant")
        return Subquery(own.annotate(latest=Max(field)).values("latest"))

    task = open_nav_tasks().filter(participant=OuterRef("pk"))
    mapping = Mapping.objects.current().filter(participant=OuterRef("pk"))
    plan = Plan.objects.current().filter(participant=OuterRef("pk"))
    return rows.update(
        mapped_on=Subquery(mapping.values(day=TruncDate("created_at", tzinfo=clock.OSLO))[:1]),
        available_from=Subquery(mapping.values("available_from")[:1]),
        plan_on=Subquery(plan.values(day=TruncDate("created_at", tzinfo=clock.OSLO))[:1]),
        informed_on=latest(InformationGiven.objects.all(), "given_on"),
        last_contact_on=Greatest(
            latest(ContactAttempt.objects.filter(reached=True), "made_on"),
            latest(InformationGiven.objects.all(), "given_on"),
        ),
        next_action=Coalesce(Subquery(task.values("title")[:1]), Value("")),
        next_action_on=Subquery(task.values("due_on")[:1]),
    )


@transaction.atomic
def rebuild(participant_ids: Iterable[int] | None = None) -> int:
    """Every column from its source: first this app's, then each upper app's."""
    ids = None if participant_ids is None else list(participant_ids)
    count = refresh(ids)
    for function in _rebuilders:
        function(ids)
    return count


def snapshot() -> dict[int, dict]:
    """Every row by person, for comparing before and after a rebuild."""
    return {row["participant_id"]: row for row in PortfolioRow.objects.values(*_all_columns())}


def _all_columns() -> list[str]:
    return ["participant_id", *sorted(OWN_COLUMNS | UPPER_COLUMNS)]
