"""Counters that guard a limit: how many places, slots or attempts are taken (05-architecture, "counters").

The parent row carries the number with a CHECK; it is changed by F() under the parent's lock, in the same transaction
as what it counts. Owners register a recount:  counters.register("intake.occupied", Intake, "occupied", recount)
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import F, QuerySet

from amo import constraints

# recount(queryset of parents) -> {pk: true number}; a parent that is missing has 0.
Recount = Callable[[QuerySet], dict[int, int]]


@dataclass(frozen=True)
class Counter:
    name: str
    model: type[models.Model]
    field: str
    recount: Recount


@dataclass(frozen=True)
class Difference:
    """A counter that is not what its sources say."""

    name: str
    pk: int
    stored: int
    true: int


_counters: dict[str, Counter] = {}


def register(name: str, model: type[models.Model], field: str, recount: Recount) -> None:
    """Tell how a counter is computed from its sources."""
    _counters[name] = Counter(name, model, field, recount)


def change(model: type[models.Model], pk: int, field: str, by: int) -> None:
    """Add `by` (may be negative) under the parent's row lock.

    Raises ValidationError with the constraint's message when the limit would be broken.
    """
    try:
        with transaction.atomic():
            model._base_manager.select_for_update(of=("self",)).only("pk").get(pk=pk)
            model._base_manager.filter(pk=pk).update(**{field: F(field) + by})
    except IntegrityError as error:
        message = constraints.message_of(error)
        if message is None:
            raise
        raise ValidationError(message) from error


def check(*, fix: bool = False) -> list[Difference]:
    """Recount everything; with `fix`, store the true numbers (each parent under its lock)."""
    return [difference for counter in _counters.values() for difference in _check(counter, fix)]


@transaction.atomic
def _check(counter: Counter, fix: bool) -> list[Difference]:
    parents = counter.model._base_manager.order_by("pk")
    if fix:
        parents = parents.select_for_update(of=("self",))
    stored = dict(parents.values_list("pk", counter.field))
    true = counter.recount(counter.model._base_manager.all())
    wrong = [
        Difference(counter.name, pk, number, true.get(pk, 0))
        for pk, number in stored.items()
        if number != true.get(pk, 0)
    ]
    if fix:
        for difference in wrong:
            counter.model._base_manager.filter(pk=difference.pk).update(**{counter.field: difference.true})
    return wrong
