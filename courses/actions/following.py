"""A place that comes free is given on at once, in the approved order (A3)."""

from django.utils.translation import gettext as _

from amo import clock, notifications, versions
from amo.models import Membership, Role
from courses.actions import deciding
from courses.actions.carrying_out import carry_out
from courses.actions.offering import locked_wishes
from courses.actions.seats import lock_intakes
from courses.allocation_data import Round, load
from courses.models import AllocationDecision, AllocationException, AllocationRun, AllocationWindow, Wish

Outcome = AllocationDecision.Outcome


def follow_up(*, window: AllocationWindow, by: Membership | None) -> AllocationRun | None:
    """Give free places on at once, and put whoever has no offer above her other wishes any more on the waiting list.

    None when nobody waits, or there is neither a place to give nor anybody new on the list.

    The window is locked by the caller. Seed, policy and facts are those of the approved run, so nobody's place in
    the order moves; applications sent later wait for the county's next run. Where an exception of the approved run
    has a say in who is next, the answer is a new proposal instead, which a second person must approve (03-matching).
    """
    last = (
        AllocationRun.objects.filter(window=window, status=AllocationRun.Status.APPROVED, follows=None)
        .select_related("policy")
        .first()
    )
    if last is None:
        return None
    loaded = load(window, day=clock.today(), stored=_stored_facts(window))
    room = {intake.id for intake in loaded.intakes if intake.capacity > sum(intake.taken.values())}
    if not loaded.applications or not (room or _come_loose(loaded)):
        return None
    run = AllocationRun(
        window=window,
        status=AllocationRun.Status.APPROVED,
        policy=last.policy,
        seed=last.seed,
        inputs={"day": clock.today().isoformat(), "intakes": loaded.inputs},
        follows=last,
        made_by=by,
        made_at=clock.now(),
        approved_at=clock.now(),
    )
    found = deciding.answer(run, loaded)
    exceptions = _with_a_say(last, loaded, room)
    if exceptions:
        return _propose(run, loaded, found, exceptions) if found.placed else None
    intakes = lock_intakes([int(intake.id) for intake in loaded.intakes])
    versions.save(run)
    decisions = deciding.store(run, loaded, found)
    wishes = locked_wishes(decision.wish_id for decision in decisions if _moves(decision, loaded))
    carry_out(run, decisions, wishes=wishes, intakes=intakes, by=by)
    return run


def _come_loose(loaded: Round) -> bool:
    """Whether somebody's wishes that were parked under an offer are what she waits for now."""
    without = {application.id for application in loaded.applications if application.holds is None}
    return any(
        application in without and loaded.statuses[wish] == Wish.Status.PENDING
        for (application, _rank), wish in loaded.wish_at.items()
    )


def _moves(decision: AllocationDecision, loaded: Round) -> bool:
    if decision.outcome in (Outcome.WAITING, Outcome.BLOCKED):
        return loaded.statuses[decision.wish_id] != Wish.Status.WAITING
    return decision.outcome == Outcome.PLACED


def _with_a_say(last: AllocationRun, loaded: Round, room: set[str]) -> list[AllocationException]:
    """Exceptions for wishes that still wait at an intake with a place to give."""
    moved = [wish for wish, facts in loaded.facts.items() if facts.get("lifted") or facts.get("passed_over")]
    if not moved:
        return []
    kept = AllocationException.objects.filter(run__window=last.window_id, wish__in=moved).select_related("wish")
    kept = kept.filter(run__status=AllocationRun.Status.APPROVED).order_by("wish_id", "-run__made_at", "-pk")
    return [one for one in kept.distinct("wish_id") if str(one.wish.intake_id) in room]


def _propose(run: AllocationRun, loaded: Round, found, exceptions: list[AllocationException]) -> AllocationRun:
    """Store it as a proposal, in the place of an earlier one that nobody has approved, and tell the county."""
    earlier = AllocationRun.objects.filter(
        window=run.window, status=AllocationRun.Status.PREVIEW, follows__isnull=False
    )
    for one in earlier.select_for_update(of=("self",)).order_by("pk"):
        one.status = AllocationRun.Status.DISCARDED
        versions.save(one)
    run.status, run.approved_at = AllocationRun.Status.PREVIEW, None
    versions.save(run)
    for one in exceptions:
        copy = AllocationException(
            run=run, wish_id=one.wish_id, kind=one.kind, reason=one.reason, made_by=one.made_by, made_at=one.made_at
        )
        copy.full_clean()
        copy.save()
    deciding.store(run, loaded, found)
    text = _("En plass er ledig i %(window)s. Et unntak har noe å si for hvem som er neste: kontroller forslaget.")
    staff = Membership.objects.active_on(clock.today()).filter(role=Role.COUNTY_STAFF, county=run.window.county_id)
    notifications.notify_many(
        (member, text % {"window": run.window.name}, run.get_absolute_url(), f"follow-up:{run.public_id}")
        for member in staff.order_by("pk")
    )
    return run


def _stored_facts(window: AllocationWindow) -> dict[int, dict]:
    """{wish: the facts it was decided on}, of the newest approved run each."""
    decisions = AllocationDecision.objects.filter(
        run__window=window, run__status=AllocationRun.Status.APPROVED
    ).exclude(outcome__in=[Outcome.BLOCKED, Outcome.HELD])
    newest = decisions.order_by("wish_id", "-run__made_at", "-run_id").distinct("wish_id")
    return dict(newest.values_list("wish", "facts"))
