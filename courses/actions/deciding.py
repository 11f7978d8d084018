"""From the engine's answer to stored decisions (A2)."""

from collections.abc import Iterable

from django.db.models import F

from courses.actions.policies import to_policy
from courses.allocation_data import Round
from courses.engines.allocation import Allocation, WishOutcome, allocate
from courses.models import AllocationDecision, AllocationRun, Wish

Outcome = AllocationDecision.Outcome
OUTCOMES = {
    "placed": Outcome.PLACED,
    "full": Outcome.WAITING,
    "blocked": Outcome.BLOCKED,
    "closed": Outcome.NOT_NEEDED,
    "held": Outcome.HELD,
}
BATCH = 2000


def answer(run: AllocationRun, loaded: Round) -> Allocation:
    """What the engine gives by the run's seed and policy."""
    return allocate(loaded.applications, loaded.intakes, seed=bytes.fromhex(run.seed), policy=to_policy(run.policy))


def store(run: AllocationRun, loaded: Round, found: Allocation) -> list[AllocationDecision]:
    """Store what was decided about every wish of a saved run."""
    decisions = [_decision(run, loaded, outcome) for outcome in found.outcomes()]
    return AllocationDecision.objects.bulk_create(decisions, batch_size=BATCH)


def _decision(run: AllocationRun, loaded: Round, outcome: WishOutcome) -> AllocationDecision:
    wish = loaded.wish_at[outcome.application, outcome.rank]
    points = outcome.points
    cut_off = {"office_position": outcome.office_position, "tie": outcome.tie, "reason": outcome.reason}
    if outcome.cut_off:
        found = outcome.cut_off
        cut_off |= {"places": found.places, "points": found.points, "printable": found.printable}
    return AllocationDecision(
        run=run,
        wish_id=wish,
        outcome=OUTCOMES[outcome.status],
        step=outcome.step,
        reason=outcome.reason,
        points={
            "fit": points.fit,
            "waiting": points.waiting,
            "refusals": points.refusals,
            "courses": points.courses,
            "total": points.total,
        },
        cut_off=cut_off,
        position=outcome.position,
        facts=loaded.facts[wish],
    )


def move(wishes: Iterable[Wish], status: str, **more) -> None:
    """Set the status of those of these locked wishes that have another, with `more` fields, in one statement."""
    moved = [wish for wish in wishes if wish.status != status]
    Wish.objects.filter(pk__in=[wish.pk for wish in moved]).update(status=status, version=F("version") + 1, **more)
    for wish in moved:
        for name, value in ({"status": status} | more).items():
            setattr(wish, name, value)
        wish.version += 1
