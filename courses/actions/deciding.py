"""From the engine's answer to stored decisions (A2)."""

from collections.abc import Collection, Iterable
from dataclasses import replace

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


def answer(run: AllocationRun, loaded: Round, *, exceptions: bool = True) -> Allocation:
    """What the engine gives by the run's seed and policy; `exceptions` False: had the county made none."""
    applications = loaded.applications if exceptions else loaded.without_exceptions()
    return allocate(applications, loaded.intakes, seed=bytes.fromhex(run.seed), policy=to_policy(run.policy))


def store(
    run: AllocationRun, loaded: Round, found: Allocation, *, kept_back: Collection[str] = ()
) -> list[AllocationDecision]:
    """Store what was decided about every wish of a saved run.

    kept_back: applications that this run gives nothing, as a second person must approve what they get.
    """
    outcomes = found.without(kept_back).outcomes() if kept_back else found.outcomes()
    decisions = [
        _decision(run, loaded, _nothing_yet(outcome) if outcome.application in kept_back else outcome)
        for outcome in outcomes
    ]
    return AllocationDecision.objects.bulk_create(decisions, batch_size=BATCH)


def _nothing_yet(outcome: WishOutcome) -> WishOutcome:
    """She was not behind those who got a place: there was none to give her in this run."""
    if outcome.status != "full" or outcome.reason == "passed_over":
        return outcome
    return replace(outcome, reason="none_left", cut_off=None, tie="")


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
