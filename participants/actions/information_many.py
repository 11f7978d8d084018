"""Telling many at once about courses (P5)."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from amo.models import Membership
from participants import portfolio
from participants.models import InformationGiven, Participant


@transaction.atomic
def give_information_many(*, participants: Iterable[Participant], by: Membership, **values: Any) -> int:
    """Log the same information for each of these persons, as give_information does for one; returns how many.

    values: the fields of InformationGiven but participant and given_by. All or none, in a constant number of
    statements. Raises ValidationError at the field.
    """
    rows = [InformationGiven(participant=participant, given_by=by, **values) for participant in participants]
    if not rows:
        return 0
    # What was told is the same for all, so one row is checked for them all.
    rows[0].clean_fields(exclude=["participant", "given_by"])
    rows[0].clean()
    InformationGiven.objects.bulk_create(rows)
    portfolio.refresh([row.participant_id for row in rows])
    return len(rows)
