"""The queue of requests moves by itself: who is next is asked when a seat comes free (L2, docs/decisions/0027).

Order: by arrival (`queued_at`), at every employer. Somebody whose own five are out keeps her place, and the next one is
asked meanwhile. To be asked frees no seat, so one pass is enough.

Locks: participations by primary key, then employers by primary key. A seat can only be taken by somebody whose
participation is locked here, at an employer that is locked here.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q

from amo import clock, versions
from amo.models import Membership
from courses.models import Enrolment
from placements import request_messages
from placements.models import Employer, PlacementRequest
from placements.models.request import MOST_PER_PARTICIPANT, PER_SLOT
from placements.slots import with_places

Status = PlacementRequest.Status
Because = PlacementRequest.WithdrawnBecause
MAY_ASK = (Enrolment.Status.AWAITING_START, Enrolment.Status.PARTICIPATING)
"""A participation in one of these may ask for a placement."""


@dataclass
class Held:
    """What is locked while requests change. `asked` holds, after the block, those that were asked in it."""

    enrolments: set[int]
    employers: set[int]
    # {request: the day it was put}, for those that are not put today.
    days: dict[int, dt.date] = field(default_factory=dict)
    # Requests that nobody has to be told of: whoever writes them sees what became of them.
    told: set[int] = field(default_factory=set)
    asked: list[PlacementRequest] = field(default_factory=list)


@contextmanager
def moving(*, enrolments: Iterable[int] = (), employers: Iterable[int] = ()) -> Iterator[Held]:
    """Lock what a change of these may move; change it inside; at the end of the block the next in the queues are asked.

    enrolments, employers: primary keys. Must be the first that an action locks.
    """
    with transaction.atomic():
        held = _lock(set(enrolments), set(employers))
        yield held
        _move(held)


def _reach(enrolments: set[int], employers: set[int]) -> tuple[set[int], set[int]]:
    """(participations, employers) that may be concerned: those given, where they have asked, and who queues there."""
    rows = PlacementRequest.objects.filter(status__in=PlacementRequest.OPEN).order_by()
    employers = employers | set(rows.filter(enrolment__in=enrolments).values_list("employer", flat=True))
    queued = rows.filter(status=Status.QUEUED, employer__in=employers).values_list("enrolment", flat=True)
    return enrolments | set(queued), employers


def _lock(enrolments: set[int], employers: set[int]) -> Held:
    """Lock them in order. Who came meanwhile is locked without waiting; where somebody else has her, from the start."""
    while True:
        people, places = _reach(enrolments, employers)
        point = transaction.savepoint()
        _locked(Enrolment, people)
        _locked(Employer, places)
        now_people, now_places = _reach(enrolments, employers)
        missing = now_people - people
        if now_places <= places and _locked(Enrolment, missing, skip_locked=True) == missing:
            transaction.savepoint_commit(point)
            return Held(now_people, places)
        transaction.savepoint_rollback(point)


def _locked(model, keys: set[int], **options: bool) -> set[int]:
    # FOR NO KEY UPDATE: what only refers to the row (attendance, a message) does not wait for it.
    rows = model.objects.select_for_update(of=("self",), no_key=True, **options).filter(pk__in=keys).order_by("pk")
    return {row.pk for row in rows}


def _move(held: Held) -> None:
    """Ask those who are next, as far as there are seats."""
    queued = list(
        PlacementRequest.objects.filter(status=Status.QUEUED, employer__in=held.employers)
        .filter(enrolment__in=held.enrolments, enrolment__status__in=MAY_ASK)
        .filter(employer__paused_on=None, employer__merged_into=None)
        .select_related("enrolment__intake__contract", "participant", "employer", "recorded_by")
        .order_by("queued_at", "pk")
    )
    if not queued:
        return
    at_employer = _taken("employer", {row.employer_id for row in queued})
    of_person = _taken("participant", {row.participant_id for row in queued})
    most = caps({row.employer_id for row in queued}, clock.today())
    for row in queued:
        employer_seat = _free(at_employer.get(row.employer_id, set()), most[row.employer_id])
        own_seat = _free(of_person.get(row.participant_id, set()), MOST_PER_PARTICIPANT)
        if employer_seat is None or own_seat is None:
            continue
        row.status, row.employer_seat, row.participant_seat = Status.ASKED, employer_seat, own_seat
        # One that was put before, and has had to give its seat up, keeps the day.
        row.asked_on = held.days.get(row.pk) or row.asked_on or clock.today()
        versions.save(row)
        at_employer.setdefault(row.employer_id, set()).add(employer_seat)
        of_person.setdefault(row.participant_id, set()).add(own_seat)
        held.asked.append(row)
    request_messages.may_be_asked([row for row in held.asked if row.pk not in held.told])


def caps(employers: Iterable[int], day: dt.date) -> dict[int, int]:
    """{employer: how many requests may be out there at a time} on a day. One query."""
    found = with_places(Employer.objects.filter(pk__in=employers), day)
    return {pk: PER_SLOT * slots for pk, slots in found.order_by().values_list("pk", "agreed_slots")}


def _taken(whose: str, keys: Iterable[int]) -> dict[int, set[int]]:
    """{employer or participant: numbers of the seats in use}."""
    taken: dict[int, set[int]] = {}
    rows = PlacementRequest.objects.filter(**{f"{whose}__in": keys, f"{whose}_seat__isnull": False}).order_by()
    for key, seat in rows.values_list(f"{whose}_id", f"{whose}_seat"):
        taken.setdefault(key, set()).add(seat)
    return taken


def _free(taken: set[int], most: int) -> int | None:
    """The lowest free number; None when as many are in use as there may be, also above a number that was lowered."""
    if len(taken) >= most:
        return None
    return next(number for number in range(1, most + 1) if number not in taken)


# --- what withdraws requests by itself ---------------------------------------------------------------------


def close(row: PlacementRequest, status: str, *, on: dt.date, because: str = "", reason: str = "") -> PlacementRequest:
    """Write an answer or a withdrawal on a request that is locked; its seats are free."""
    row.status, row.answered_on, row.closed_at = status, on, clock.now()
    row.withdrawn_because, row.reason = because, reason
    row.employer_seat = row.participant_seat = None
    return versions.save(row)


def placed(*, enrolment: Enrolment, employer: Employer, by: Membership) -> int:
    """She has a placement: that employer has said yes, and what else she has out is withdrawn and says why.

    Call inside `moving(enrolments=[enrolment.pk])`. Returns how many requests were closed.
    """
    rows = list(_open().filter(enrolment=enrolment).order_by("pk"))
    for row in rows:
        if row.employer_id == employer.pk and row.status == Status.ASKED:
            close(row, Status.YES, on=clock.today())
        else:
            close(row, Status.WITHDRAWN, on=clock.today(), because=Because.PLACED)
    return len(rows)


def _open():
    return PlacementRequest.objects.select_for_update(of=("self",)).filter(status__in=PlacementRequest.OPEN)


def course_ended(enrolments: list[Enrolment], by: Membership) -> None:
    """Follower of intakes that are called off or cut short: what is out is withdrawn. The tick moves the queues."""
    gone = [row.pk for row in enrolments if row.status not in MAY_ASK]
    _withdraw_ended(gone)


def _withdraw_ended(enrolment_ids: Iterable[int]) -> int:
    rows = list(_open().filter(enrolment__in=enrolment_ids).order_by("pk"))
    for row in rows:
        close(row, Status.WITHDRAWN, on=clock.today(), because=Because.ENDED)
    return len(rows)


def sweep(now: dt.datetime) -> int:
    """Job of the tick: what is due and not done. Returns how many requests changed.

    Participations that are over, and queues with a free seat: because more places are agreed from today, or somebody
    left.
    """
    today = now.astimezone(clock.OSLO).date()
    over = Enrolment.objects.exclude(status__in=MAY_ASK) | Enrolment.objects.filter(ends_on__lt=today)
    open_ones = Q(status__in=PlacementRequest.OPEN)
    ended = set(PlacementRequest.objects.filter(open_ones, enrolment__in=over).values_list("enrolment", flat=True))
    with moving(enrolments=ended, employers=_with_free_seat(today)) as held:
        count = _withdraw_ended(ended)
    return count + len(held.asked)


def _with_free_seat(day: dt.date) -> set[int]:
    """Employers where somebody queues and fewer are asked than may be. Three queries."""
    rows = PlacementRequest.objects.filter(status=Status.QUEUED, employer__paused_on=None, employer__merged_into=None)
    queued = set(rows.order_by().values_list("employer", flat=True))
    taken, most = _taken("employer", queued), caps(queued, day)
    return {pk for pk in queued if len(taken.get(pk, ())) < most.get(pk, 0)}
