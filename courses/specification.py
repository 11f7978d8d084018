"""What a concept says, taken out of its rows whole: stored in each version and read like the concept itself (C1).

Every column of the concept and of its checklist is taken, so that what is added to the specification later is kept in
versions without a word here. References are kept by code and name: a version reads the same when a name is changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Prefetch, Q, QuerySet

from courses.models import ChecklistItem, Concept, ConceptVersion, Contract, Intake
from courses.models.specified import Specified

APART = frozenset({"id", "public_id", "version", "county", "concept", "order", "is_active"})
"""Columns that are no part of what the course is: identity, whose it is, and whether it is used."""


@dataclass(frozen=True, slots=True)
class Named:
    """A sector, occupation or qualification as it was called then. norwegian: the test it is, "oral:B1"."""

    code: str
    name: str
    norwegian: str = ""

    def __str__(self):
        return self.name


def fields(model: type[models.Model]) -> Iterator[models.Field]:
    """The columns and many-to-many fields that belong to the specification, in the model's order."""
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
        if field.name not in APART and not getattr(field, "generated", False):
            yield field


def with_content(concepts: QuerySet[Concept]) -> QuerySet[Concept]:
    """Concepts with all that `content` reads, in a fixed number of queries."""
    items = ChecklistItem.objects.active().select_related("sector", "qualification").prefetch_related("occupations")
    return concepts.select_related("sector", "county").prefetch_related(
        "gives", "occupations", Prefetch("checklist", items)
    )


def content(concept: Concept) -> dict:
    """The concept as plain values, its active checklist in order under "checklist", each item with its "id".

    Reads what is prefetched of `gives`, `occupations` and `checklist`.
    """
    items = sorted((item for item in concept.checklist.all() if item.is_active), key=lambda one: (one.order, one.pk))
    return _values(concept) | {"checklist": [{"id": item.pk} | _values(item) for item in items]}


def _values(row: models.Model) -> dict:
    return {field.name: _plain(row, field) for field in fields(type(row))}


def _plain(row: models.Model, field: models.Field) -> Any:
    if field.many_to_many:
        return sorted((_reference(one) for one in getattr(row, field.name).all()), key=lambda one: one["code"])
    value = getattr(row, field.name)
    if field.is_relation:
        return _reference(value) if value else None
    return list(value) if isinstance(value, list | tuple) else value


def _reference(row: models.Model) -> dict:
    found = {"code": row.code, "name": str(row)}
    return found | {"norwegian": row.norwegian} if getattr(row, "norwegian", "") else found


class _Read:
    """Stored values by attribute, with the column's own default for a column that is younger than the version."""

    model: type[models.Model]

    def __init__(self, values: Mapping[str, Any]):
        self.values = values

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name == "values":
            raise AttributeError(name)
        if name in self.values:
            return _live(self.values[name])
        field = next((one for one in fields(self.model) if one.name == name), None)
        if field is None:
            raise AttributeError(name)
        return [] if field.many_to_many else field.get_default()

    def display(self, name: str) -> str:
        """The label of a choice."""
        value = getattr(self, name)
        return str(dict(self.model._meta.get_field(name).flatchoices).get(value, value))


def _live(value: Any) -> Any:
    if isinstance(value, dict) and {"code", "name"} <= value.keys():
        return Named(**value)
    if isinstance(value, list):
        return [_live(one) for one in value]
    return value


class Item(_Read):
    """One item of a version's checklist; `id` is the primary key of the item that answers speak of."""

    model = ChecklistItem


class Specification(Specified, _Read):
    """A concept as it was saved once, with the attributes of the concept; `checklist` is a list of Item."""

    model = Concept

    @property
    def checklist(self) -> list[Item]:
        return [Item(values) for values in self.values.get("checklist", ())]


def of_concept(concept: Concept) -> Specification:
    """The concept as it stands."""
    return Specification(content(concept))


def of_intake(intake: Intake | Contract) -> Specification:
    """What the class was planned (the contract bought) under: its pinned version, else the concept as it stands."""
    if intake.concept_version_id:
        return Specification(intake.concept_version.content)
    contract = intake.contract if isinstance(intake, Intake) else intake
    return of_concept(with_content(Concept.objects.filter(pk=contract.concept_id)).get())


def key(concept_id: int, version_id: int | None) -> str:
    """How the engines name a concept as an intake has it: the concept, or one of its versions."""
    return f"{concept_id}/{version_id}" if version_id else str(concept_id)


def of_versions(version_ids: Iterable[int]) -> dict[int, Specification]:
    """{version: what it says}, in one query."""
    wanted = ConceptVersion.objects.filter(pk__in=set(version_ids))
    return {pk: Specification(found) for pk, found in wanted.order_by().values_list("pk", "content")}


def still_asked(item_id: int) -> Q:
    """Condition on checklist items: in the list today, or in that of a class that can still be applied for."""
    asked = ConceptVersion.objects.filter(
        content__checklist__contains=[{"id": item_id}],
        intakes__status__in=[Intake.Status.PLANNED, Intake.Status.OPEN, Intake.Status.ALLOCATED],
    )
    return Q(is_active=True) | Q(concept__in=asked.values("concept"))
