"""Access grants: written by the actions of upper apps in the same transaction as what they follow from (06-access)."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from amo.models import County, Membership, Provider
from participants.models import AccessGrant, Participant


class ExpectedGrant(NamedTuple):
    """A grant as its source says it should be, by primary keys."""

    participant_id: int
    level: str
    source: str
    source_id: UUID
    starts_on: date
    ends_on: date | None = None
    provider_id: int | None = None
    county_id: int | None = None
    membership_id: int | None = None

    @property
    def key(self) -> tuple:
        return self[:4] + self[6:]


class Difference(NamedTuple):
    """`expected` is None for a grant without a source, `found` is None for one that is missing."""

    expected: ExpectedGrant | None
    found: AccessGrant | None


_sources: list[Callable[[], Iterable[ExpectedGrant]]] = []


def register_source(function: Callable[[], Iterable[ExpectedGrant]]) -> None:
    """Called in AppConfig.ready() of an upper app: `function()` yields every grant its records should give."""
    if function not in _sources:
        _sources.append(function)


@transaction.atomic
def grant(
    *,
    participant: Participant,
    level: str,
    source: str,
    source_id: UUID,
    starts_on: date,
    ends_on: date | None = None,
    provider: Provider | None = None,
    county: County | None = None,
    membership: Membership | None = None,
) -> AccessGrant:
    """Give exactly one receiver access to one person; a repeat moves the dates of the grant that is there."""
    found, _created = AccessGrant.objects.update_or_create(
        participant=participant,
        provider=provider,
        county=county,
        membership=membership,
        level=level,
        source=source,
        source_id=source_id,
        defaults={"starts_on": starts_on, "ends_on": ends_on},
    )
    return found


@transaction.atomic
def grant_many(items: Iterable[ExpectedGrant]) -> None:
    """As `grant`, for any number of receivers and persons in one statement."""
    AccessGrant.objects.bulk_create(
        [AccessGrant(**item._asdict()) for item in items],
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["participant", "provider", "county", "membership", "level", "source", "source_id"],
        update_fields=["starts_on", "ends_on"],
    )


@transaction.atomic
def end(*, source: str, source_id: UUID, ends_on: date) -> int:
    """End every grant of a source on `ends_on`, the last day of access. One that would end before it starts is removed."""
    grants = AccessGrant.objects.filter(source=source, source_id=source_id)
    grants.filter(starts_on__gt=ends_on).delete()
    return grants.update(ends_on=ends_on)


def key_of(row: AccessGrant) -> tuple:
    """A stored grant as `ExpectedGrant.key` names it."""
    return (
        row.participant_id, row.level, row.source, row.source_id, row.provider_id, row.county_id, row.membership_id,
    )  # fmt: skip


def differences() -> list[Difference]:
    """Grants that are missing, left over or dated otherwise than their sources say. Overrides have no source here."""
    expected = {item.key: item for function in _sources for item in function()}
    found = {key_of(row): row for row in AccessGrant.objects.exclude(source=AccessGrant.Source.OVERRIDE)}
    wrong = [Difference(None, row) for key, row in found.items() if key not in expected]
    for key, item in expected.items():
        row = found.get(key)
        if row is None or (row.starts_on, row.ends_on) != (item.starts_on, item.ends_on):
            wrong.append(Difference(item, row))
    return wrong


@transaction.atomic
def repair(wrong: list[Difference]) -> int:
    """Make the grants as their sources say."""
    for expected, found in wrong:
        if expected is None:
            found.delete()
        elif found is None:
            AccessGrant.objects.create(**expected._asdict())
        else:
            AccessGrant.objects.filter(pk=found.pk).update(starts_on=expected.starts_on, ends_on=expected.ends_on)
    return len(wrong)
