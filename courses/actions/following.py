"""A place that comes free is given on at once, in the approved order (A3)."""

from django.db.models import Q
from django.utils.translation import gettext as _

from amo import clock, notifications, versions
from amo.models import Membership, Role
from courses import ground
from courses.actions import deciding
from courses.actions.carrying_out import carry_out
from courses.actions.offering import locked_wishes
from courses.actions.seats import lock_intakes
from courses.allocation_data import Round, load
from courses.engines.allocation import Allocation
from courses.models import AllocationDecision, AllocationException, AllocationRun, AllocationWindow, Wish

Outcome = AllocationDecision.Outcome


def follow_up(*, window: AllocationWindow, by: Membership | None) -> AllocationRun | None:
    """Give free places on at once, and put whoever has no offer above her other wishes any more on the waiting list.

    None when nobody waits, or there is neither a place to give nor anybody new on the list.

    The window is locked by the caller. Seed, policy and facts are those of the approved run, so nobody's place in
    the order moves; applications sent later wait for the county's next run. Where the exceptions of the approved run
    have a say in who is next, and only there, the answer is a new proposal, which a second person must approve
    (03-matching); everybody who would get the same place without them gets it at once.
    """
    last = (
        AllocationRun.objects.filter(window=window, status=AllocationRun.Status.APPROVED, follows=None)
        .select_related("policy", "window")
        .first()
    )
    if last is None:
        return None
    loaded = load(window, day=clock.today(), stored=_stored_facts(window))
    if not loaded.applications or not (loaded.room or _come_loose(loaded)):
        return None
    run = _following(last, loaded, by)
    run.status, run.approved_at = AllocationRun.Status.APPROVED, clock.now()
    found = deciding.answer(run, loaded)
    contested = _contested(run, loaded, found) if _with_a_say(last, loaded) else frozenset()
    intakes = lock_intakes([int(intake.id) for intake in loaded.intakes])
    versions.save(run)
    decisions = deciding.store(run, loaded, found, kept_back=contested)
    wishes = locked_wishes(decision.wish_id for decision in decisions if _moves(decision, loaded))
    carry_out(run, decisions, wishes=wishes, intakes=intakes, by=by)
    if contested & found.placed.keys():
        _propose(last, by)
    else:
        _put_aside(_proposals(window))
    return run


def _following(last: AllocationRun, loaded: Round, by: Membership | None) -> AllocationRun:
    """A run in the approved order of `last`; not stored yet."""
    return AllocationRun(
        window=last.window,
        policy=last.policy,
        seed=last.seed,
        inputs={"day": clock.today().isoformat(), "intakes": loaded.inputs},
        follows=last,
        made_by=by,
        made_at=clock.now(),
    )


def _contested(run: AllocationRun, loaded: Round, found: Allocation) -> set[str]:
    """Applications that get another place, or none, because of the exceptions."""
    plain = deciding.answer(run, loaded, exceptions=False)
    return {one for one in found.placed.keys() | plain.placed.keys() if found.placed.get(one) != plain.placed.get(one)}


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


def _with_a_say(last: AllocationRun, loaded: Round) -> list[AllocationException]:
    """Exceptions for wishes that still wait at an intake with a place to give."""
    moved = [wish for wish, facts in loaded.facts.items() if facts.get("lifted") or facts.get("passed_over")]
    if not moved:
        return []
    kept = AllocationException.objects.filter(run__window=last.window_id, wish__in=moved).select_related("wish")
    kept = kept.filter(run__status=AllocationRun.Status.APPROVED).order_by("wish_id", "-run__made_at", "-pk")
    return [one for one in kept.distinct("wish_id") if str(one.wish.intake_id) in loaded.room]


def _proposals(window: AllocationWindow) -> list[AllocationRun]:
    """Proposals to give places on that nobody has approved yet, locked."""
    rows = AllocationRun.objects.filter(window=window, status=AllocationRun.Status.PREVIEW, follows__isnull=False)
    return list(rows.select_for_update(of=("self",)).select_related("window").order_by("pk"))


def _put_aside(proposals: list[AllocationRun]) -> None:
    for one in proposals:
        one.status = AllocationRun.Status.DISCARDED
        versions.save(one)


def _propose(last: AllocationRun, by: Membership | None) -> None:
    """What is left to give is proposed, in the place of what was proposed before, and the county is told.

    A proposal that still stands is kept: another's yes does not take it out of the hands of whoever is to approve it.
    """
    before = _proposals(last.window)
    if before and not ground.changes(before[-1]):
        return
    _put_aside(before)
    loaded = load(last.window, day=clock.today(), stored=_stored_facts(last.window))
    run = _following(last, loaded, by)
    versions.save(run)
    for one in _with_a_say(last, loaded):
        copy = AllocationException(
            run=run, wish_id=one.wish_id, kind=one.kind, reason=one.reason, made_by=one.made_by, made_at=one.made_at
        )
        copy.full_clean()
        copy.save()
    deciding.store(run, loaded, deciding.answer(run, loaded))
    text = _("En plass er ledig i %(window)s. Et unntak har noe å si for hvem som er neste: kontroller forslaget.")
    staff = Membership.objects.active_on(clock.today()).filter(role=Role.COUNTY_STAFF, county=run.window.county_id)
    notifications.notify_many(
        (member, text % {"window": run.window.name}, run.get_absolute_url(), f"follow-up:{run.public_id}")
        for member in staff.order_by("pk")
    )


def _stored_facts(window: AllocationWindow) -> dict[int, dict]:
    """{wish: the facts it was decided on}, of the newest approved run each."""
    decisions = AllocationDecision.objects.filter(
        run__window=window, run__status=AllocationRun.Status.APPROVED
    ).exclude(Q(outcome__in=[Outcome.BLOCKED, Outcome.HELD]) | Q(facts__has_key="holding"))
    newest = decisions.order_by("wish_id", "-run__made_at", "-run_id").distinct("wish_id")
    return dict(newest.values_list("wish", "facts"))
