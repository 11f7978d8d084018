"""Versioned weights and points of both engines (03-matching). A row is never changed: a new number is added."""

import dataclasses
import datetime as dt

from django.db import transaction
from django.db.models import F, Q

from courses.engines.advice import AdvicePolicy
from courses.engines.allocation import AllocationPolicy
from courses.models import PolicyVersion

FIRST_DAY = dt.date(2000, 1, 1)
CLASSES = {PolicyVersion.Engine.ADVICE: AdvicePolicy, PolicyVersion.Engine.ALLOCATION: AllocationPolicy}


def advice_policy(day: dt.date, county_id: int | None = None) -> AdvicePolicy:
    """The weights in force on `day` for a county; the first version where no row has been stored yet."""
    row = in_force(PolicyVersion.Engine.ADVICE, day, county_id)
    return to_policy(row) if row else AdvicePolicy(version="1")


def in_force(engine: str, day: dt.date, county_id: int | None = None) -> PolicyVersion | None:
    """The newest version taken into use: the county's own before the whole country's. None where there is no row."""
    rows = PolicyVersion.objects.filter(engine=engine, status=PolicyVersion.Status.IN_USE, valid_from__lte=day)
    return (
        rows.filter(Q(county=None) | Q(county=county_id)).order_by(F("county").asc(nulls_last=True), "-number").first()
    )


def to_policy(row: PolicyVersion) -> AdvicePolicy | AllocationPolicy:
    """A stored row as the engine's data class. JSON has no tuples, the classes have."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in row.parameters.items()}
    return CLASSES[row.engine](version=str(row.number), **values)


@transaction.atomic
def policy_row(*, engine: str, day: dt.date, county_id: int | None = None) -> PolicyVersion:
    """The stored row in force, for a result that must name it; the first version is made when there is none."""
    row = in_force(engine, day, county_id)
    if row is None:
        parameters = dataclasses.asdict(CLASSES[engine](version="1"))
        parameters.pop("version")
        row, _ = PolicyVersion.objects.get_or_create(
            engine=engine, number=1, defaults={"parameters": parameters, "valid_from": FIRST_DAY}
        )
    return row
