"""Exceptions: county staff move one person in a proposal, with a reason; a second person approves (A2)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from courses.actions.allocation import county_only, must_be_preview, run_allocation
from courses.models import AllocationDecision, AllocationException, AllocationRun
from courses.models.rounds import MIN_REASON

Outcome = AllocationDecision.Outcome
Kind = AllocationException.Kind


def kinds_for(decision: AllocationDecision) -> list[str]:
    """What may be done about a decision: a place for one who waits, and past one who waits or has got it."""
    if decision.facts.get("exception") or decision.outcome not in (Outcome.PLACED, Outcome.WAITING):
        return []
    return [Kind.PASS_OVER] if decision.outcome == Outcome.PLACED else [Kind.PLACE, Kind.PASS_OVER]


@transaction.atomic
def make_exception(
    *, decision: AllocationDecision, kind: str, reason: str, by: Membership, expected_version: int | None = None
) -> AllocationRun:
    """Make the proposal anew with this exception; it is the maker's now, and another must approve it.

    Raises ValidationError keyed "kind" or "reason": too short a reason, a hard condition that is not met, no place to
    give, or a decision that the exception would not change. Raises StaleVersion for a proposal changed since.
    """
    run = _open(decision.run, by, expected_version)
    reason = reason.strip()
    if len(reason) < MIN_REASON:
        raise ValidationError({"reason": _("Skriv en begrunnelse på minst ti tegn.")})
    if decision.outcome == Outcome.BLOCKED:
        raise ValidationError({"kind": _("Et krav er ikke oppfylt. Det kan det ikke gjøres unntak fra.")})
    if kind not in kinds_for(decision):
        raise ValidationError({"kind": _("Dette unntaket ville ikke endre noe for søkeren.")})
    kept = list(run.exceptions.select_related("wish", "made_by"))
    if kind == Kind.PLACE:
        _within_capacity(run, decision, kept)
    new = AllocationException(run=run, wish=decision.wish, kind=kind, reason=reason, made_by=by, made_at=clock.now())
    return _made_anew(run, [*kept, new], by)


@transaction.atomic
def remove_exception(
    *, exception: AllocationException, by: Membership, expected_version: int | None = None
) -> AllocationRun:
    """Make the proposal anew without this exception."""
    run = _open(exception.run, by, expected_version)
    kept = run.exceptions.exclude(pk=exception.pk).select_related("wish", "made_by")
    return _made_anew(run, list(kept), by)


def _made_anew(run: AllocationRun, kept: list[AllocationException], by: Membership) -> AllocationRun:
    """In the place of the proposal as it was read here: of two at once the second is told that it has changed."""
    return run_allocation(
        window=run.window, by=by, seed=run.seed, exceptions=kept, replaces=run, expected_version=run.version
    )


def _open(run: AllocationRun, by: Membership, expected_version: int | None) -> AllocationRun:
    # Locked, and looked at once more, where the new proposal is stored.
    run = AllocationRun.objects.select_related("window").get(pk=run.pk)
    county_only(run.window, by)
    must_be_preview(run, expected_version)
    if run.follows_id is not None:
        raise ValidationError(_("Plasser som er blitt ledige, gis i den godkjente rekkefølgen. Lag et nytt forslag."))
    return run


def _within_capacity(run: AllocationRun, decision: AllocationDecision, kept: list[AllocationException]) -> None:
    """Exceptions never take more places than there are."""
    intake = run.inputs["intakes"].get(str(decision.wish.intake_id))
    free = intake["capacity"] - sum(intake["taken"].values()) if intake else 0
    given = sum(one.kind == Kind.PLACE and one.wish.intake_id == decision.wish.intake_id for one in kept)
    if given >= free:
        raise ValidationError({"kind": _("Kurset har ingen plass å gi: et unntak går aldri over kapasiteten.")})
