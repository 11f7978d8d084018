"""Versioned weights and points of both engines (03-matching). A row is never changed: a new number is added."""

import dataclasses
import datetime as dt

from django.db import transaction

from courses.engines.advice import AdvicePolicy
from courses.engines.allocation import AllocationPolicy
from courses.models import PolicyVersion

FIRST_DAY = dt.date(2000, 1, 1)
CLASSES = {PolicyVersion.Engine.ADVICE: AdvicePolicy, PolicyVersion.Engine.ALLOCATION: AllocationPolicy}


def advice_policy(day: dt.date) -> AdvicePolicy:
    """The weights in force on `day`; the first version where no row has been stored yet."""
    row = _in_force(PolicyVersion.Engine.ADVICE, day)
    return to_policy(row) if row else AdvicePolicy(version="1")


def _in_force(engine: str, day: dt.date) -> PolicyVersion | None:
    return PolicyVersion.objects.filter(engine=engine, valid_from__lte=day).order_by("-number").first()


def to_policy(row: PolicyVersion) -> AdvicePolicy | AllocationPolicy:
    """A stored row as the engine's data class. JSON has no tuples, the classes have."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in row.parameters.items()}
    return CLASSES[row.engine](version=str(row.number), **values)


@transaction.atomic
def policy_row(*, engine: str, day: dt.date) -> PolicyVersion:
    """The stored row in force, for a result that must name it; the first version is made when there is none."""
    row = _in_force(engine, day)
    if row is None:
        parameters = dataclasses.asdict(CLASSES[engine](version="1"))
        parameters.pop("version")
        row, _ = PolicyVersion.objects.get_or_create(
            engine=engine, number=1, defaults={"parameters": parameters, "valid_from": FIRST_DAY}
        )
    return row
