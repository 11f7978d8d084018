"""Who waits for a class, in the approved order: the place on the list and within the office (A4). Reading only.

A place is counted anew each time, so that it is right also when somebody before her has withdrawn.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from amo.models import Membership, Role
from courses.models import AllocationDecision, AllocationRun, Wish
from participants.models import Participant


@dataclass(frozen=True, slots=True)
class Place:
    """From 1: the place on the class's list of `of`, and among the `office_of` of the same office."""

    position: int
    of: int
    office_position: int
    office_of: int


def may_see(membership: Membership, participant: Participant) -> bool:
    """Points and places: a caseworker those of her own people, the lead the office's, the county all (06-access)."""
    if membership.role == Role.CASEWORKER:
        return participant.caseworker_id in (None, membership.pk)
    return membership.is_nav


def latest_approved() -> QuerySet:
    """The newest approved decision about each wish that waits; to be narrowed before it is read."""
    decisions = AllocationDecision.objects.filter(
        run__status=AllocationRun.Status.APPROVED,
        position__isnull=False,
        wish__status=Wish.Status.WAITING,
        wish__removed_at=None,
    )
    return decisions.order_by("wish", "-run__made_at", "-run").distinct("wish")


def places(intake_ids: Collection[int], membership: Membership) -> dict[int, Place]:
    """{wish: place} of all who wait for these classes; the caller shows only those in her scope. One query.

    A strictly confidential person is counted only for those who may know that she is there.
    """
    found = latest_approved().filter(wish__intake__in=intake_ids)
    person = "wish__application__participant"
    if not membership.sees_strictly_confidential:
        strictly = Participant.AddressProtection.STRICTLY_CONFIDENTIAL
        found = found.exclude(**{f"{person}__address_protection": strictly})
    rows = found.values_list("wish__intake", "position", "wish", f"{person}__office")
    queues, offices = defaultdict(list), defaultdict(list)
    for intake, _position, wish, office in sorted(rows):
        queues[intake].append(wish)
        offices[intake, office].append(wish)
    in_office = {wish: (place, len(queue)) for queue in offices.values() for place, wish in enumerate(queue, start=1)}
    return {
        wish: Place(place, len(queue), *in_office[wish])
        for queue in queues.values()
        for place, wish in enumerate(queue, start=1)
    }


def places_of(wishes: Iterable[Wish], membership: Membership) -> dict[int, Place]:
    """{wish: place} of those of these wishes that wait and whose place this membership may see. One query or none."""
    shown = [
        wish
        for wish in wishes
        if wish.status == Wish.Status.WAITING and may_see(membership, wish.application.participant)
    ]
    if not shown:
        return {}
    found = places({wish.intake_id for wish in shown}, membership)
    return {wish.pk: found[wish.pk] for wish in shown if wish.pk in found}
