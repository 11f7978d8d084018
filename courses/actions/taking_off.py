"""The one way off a class, whatever the reason: never begun, left early, completed, called off, cut short (K2, C3, A6).

Nothing about a participation that is over stays open: no assessment that waits for an answer, no absence to follow up,
no grant beyond its day. Lock order as in `courses.actions.seats`: whoever frees a place holds the round already.
"""

import datetime as dt
from collections.abc import Iterable

from django.db.models import F

from amo import clock, versions
from amo.models import Membership
from courses import grants, intake_followers
from courses.actions import absence, assessments_open, letters
from courses.actions.seats import free_place, lock_intakes
from courses.models import Enrolment, Wish

Status = Enrolment.Status


def never_begun(
    enrolments: Iterable[Enrolment], *, reason: str, by: Membership, letter: bool = True
) -> list[Enrolment]:
    """Take off those whose course had not begun for them: "not started", and the place is free again.

    The wish that gave the place is closed, what the apps above had planned is cancelled, and each gets a draft letter
    unless she chose another course herself (`letter` False). The caller gives the places on.
    """
    enrolments = list(enrolments)
    intakes = lock_intakes({one.intake_id for one in enrolments})
    rows = _locked(enrolments)
    for row in rows:
        row.status, row.end_reason = Status.NOT_STARTED, reason
        row.ended_by, row.ended_at = by, clock.now()
        versions.save(row)
        free_place(intakes[row.intake_id])
    wishes = Wish.objects.select_for_update(of=("self",)).filter(pk__in=[row.wish_id for row in rows if row.wish_id])
    for wish in wishes.filter(status=Wish.Status.ACCEPTED).order_by("pk"):
        wish.status = Wish.Status.CLOSED
        versions.save(wish)
        letters.offer_is_over(wish)
    grants.write_again(rows)
    # Nothing takes this back, so the placement goes at once; whoever leaves early has the day to undo it.
    intake_followers.tell(rows, by)
    _leave_nothing_open(rows, by)
    if letter:
        letters.participations_ended(rows, by=by)
    return rows


def left_early(enrolment: Enrolment, *, on: dt.date, reason: str, by: Membership) -> Enrolment:
    """Take off one who has begun, on her last day: the place stays hers, and she gets a draft letter."""
    (row,) = _locked([enrolment])
    row.status, row.ends_on = Status.DROPPED_OUT, on
    row.end_reason, row.ended_by, row.ended_at = reason, by, clock.now()
    versions.save(row)
    grants.write_again([row])
    _leave_nothing_open([row], by)
    letters.participations_ended([row], by=by)
    return row


def completed(enrolments: Iterable[Enrolment], *, by: Membership | None) -> None:
    """Those whose last day is over have completed. Set-based: a night may end many classes at once."""
    enrolments = list(enrolments)
    if not enrolments:
        return
    rows = Enrolment.objects.filter(pk__in=[one.pk for one in enrolments])
    rows.update(status=Status.COMPLETED, version=F("version") + 1)
    _leave_nothing_open(enrolments, by)


def _locked(enrolments: list[Enrolment]) -> list[Enrolment]:
    """The enrolments, locked and fresh, with what their grants and letters are read from."""
    rows = Enrolment.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk for one in enrolments])
    return list(grants.with_sources(rows).order_by("pk"))


def _leave_nothing_open(enrolments: list[Enrolment], by: Membership | None) -> None:
    # The warnings first: who follows one up holds it, and not the enrolment, while she writes her tasks.
    absence.close_open(enrolments, by=by)
    assessments_open.close_open(enrolments, by=by)
