"""Who has had a class when: read from the hand-overs that are done (C2). The pages' and the grants' one source."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import F

from amo import clock
from amo.models import Membership
from courses.models import Enrolment, Handover

Follower = Callable[[Handover, list[Enrolment], Membership | None], None]
Touches = Callable[[list[int], Membership], list[tuple[str, int]]]
_followers: list[Follower] = []
_touches: list[Touches] = []


def register(follower: Follower, touches: Touches) -> None:
    """What an upper app does when a class goes to another provider; called in `AppConfig.ready()`.

    follower(handover, enrolments, by): in the same transaction, with those who go on with the new provider; by is
    None on the day itself. touches(enrolment ids, membership): [(what, how many)] for the preview.
    """
    if follower not in _followers:
        _followers.append(follower)
        _touches.append(touches)


def tell(handover: Handover, enrolments: list[Enrolment], by: Membership | None) -> None:
    """Call every follower, in the order they were registered."""
    for follower in _followers:
        follower(handover, enrolments, by)


def touched_above(enrolment_ids: list[int], membership: Membership) -> list[tuple[str, int]]:
    """What a hand-over touches in the apps above, for the preview."""
    return [line for touches in _touches for line in touches(enrolment_ids, membership)]


@dataclass(frozen=True)
class Turn:
    """A provider's time with a class: from `first` (None: from the beginning) to `until` (None: still)."""

    provider_id: int
    first: dt.date | None
    until: dt.date | None


def earlier_providers(intake_ids: Iterable[int]) -> dict[int, list[Turn]]:
    """{intake: the turns that are over, in order}. One query; intakes that were never handed over are left out."""
    rows = (
        Handover.objects.done()
        .filter(intakes__in=list(intake_ids))
        .order_by("day", "done_at", "pk")
        .values_list("intakes", "from_contract__provider", "day")
    )
    found: dict[int, list[Turn]] = defaultdict(list)
    for intake, provider, day in rows:
        first = found[intake][-1].until + dt.timedelta(days=1) if found[intake] else None
        found[intake].append(Turn(provider, first, day - dt.timedelta(days=1)))
    return dict(found)


def turns(earlier: list[Turn], provider_id: int) -> list[Turn]:
    """All turns of a class that `provider_id` has now; a renewed contract with the same provider is one turn."""
    first = earlier[-1].until + dt.timedelta(days=1) if earlier else None
    joined: list[Turn] = []
    for turn in [*earlier, Turn(provider_id, first, None)]:
        if joined and joined[-1].provider_id == turn.provider_id:
            joined[-1] = Turn(turn.provider_id, joined[-1].first, turn.until)
        else:
            joined.append(turn)
    return joined


def last_day_on_course(enrolment: Enrolment) -> dt.date:
    """Her own last day; for one who never started, the day that was recorded."""
    if enrolment.status == Enrolment.Status.NOT_STARTED:
        return enrolment.ended_at.astimezone(clock.OSLO).date()
    return enrolment.ends_on


@dataclass(frozen=True)
class Move:
    """A class went from one provider to another on a day."""

    day: dt.date
    old: str
    new: str


def moves(intake_ids: Iterable[int]) -> dict[int, list[Move]]:
    """{intake: when it went from whom to whom, in order}. One query; a renewed contract is no move."""
    rows = (
        Handover.objects.done()
        .filter(intakes__in=list(intake_ids))
        .exclude(from_contract__provider=F("to_contract__provider"))
        .order_by("day", "done_at", "pk")
        .values_list("intakes", "day", "from_contract__provider__name", "to_contract__provider__name")
    )
    found: dict[int, list[Move]] = defaultdict(list)
    for intake, *move in rows:
        found[intake].append(Move(*move))
    return dict(found)


def started_with(enrolment: Enrolment, moved: list[Move]) -> str:
    """The provider that had the class on her first day."""
    later = [move for move in moved if move.day > enrolment.starts_on]
    return later[0].old if later else enrolment.intake.provider.name
