"""What an approved run does: offers, waiting list and refusals, one way for the round and for a place given on (A2, A3).

Every kind of record is written in one statement, however many have applied: round and classes are locked meanwhile.
The change history follows in the database (docs/decisions/0001).
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F

from amo import clock
from amo.models import Membership
from courses import portfolio_rows
from courses.actions import deciding, letters
from courses.actions.offering import make_offers
from courses.models import AllocationDecision, AllocationRun, Application, Intake, Wish

Outcome = AllocationDecision.Outcome


def carry_out(
    run: AllocationRun,
    decisions: Iterable[AllocationDecision],
    *,
    wishes: dict[int, Wish],
    intakes: dict[int, Intake],
    by: Membership | None,
) -> None:
    """Carry an approved run out. wishes, intakes: {pk: locked row}; decisions about other wishes are left alone.

    A run that follows another gives free places on and settles nothing else, whether a second person had to approve it
    or not: whoever does not meet a condition that day is not offered the place, and keeps hers in the approved order
    (03-matching). Only the county's own run refuses, and closes what was sent for it. Raises ValidationError when an
    intake is full.
    """
    by_outcome = defaultdict(list)
    for decision in decisions:
        if decision.wish_id in wishes:
            by_outcome[decision.outcome].append(wishes[decision.wish_id])
    deciding.move(by_outcome[Outcome.WAITING], Wish.Status.WAITING)
    if run.follows_id is not None:
        deciding.move(by_outcome[Outcome.BLOCKED], Wish.Status.WAITING)
    else:
        refused = by_outcome[Outcome.BLOCKED]
        deciding.move(refused, Wish.Status.REFUSED, refusal_reason=Wish.RefusalReason.REQUIREMENT)
        letters.wishes_refused([wish.pk for wish in refused], by=by)
        _decided({wish.application_id for wish in wishes.values()})
    make_offers(by_outcome[Outcome.PLACED], intakes=intakes, run=run, by=by)
    portfolio_rows.refresh({wish.application.participant_id for wish in wishes.values()})


def _decided(application_ids: set[int]) -> None:
    sent = Application.objects.filter(pk__in=application_ids, status=Application.Status.SUBMITTED)
    ids = list(sent.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    Application.objects.filter(pk__in=ids).update(
        status=Application.Status.DECIDED, decided_at=clock.now(), version=F("version") + 1
    )
