"""Wishes for a placement, and the sharing out of places in one class: proposed, put to the employers, discarded (L2)."""

import secrets
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from amo.versions import StaleVersion
from courses.engines.allocation import Allocation
from courses.models import Enrolment, Intake
from placements import sharing
from placements.actions.queue import MAY_ASK, moving
from placements.actions.requests import add_request
from placements.models import Employer, PlacementRequest, PlacementWish, SlotRound, SlotShare

MOST_WISHES = 5
Status = SlotRound.Status


def wishes_version(wishes: Sequence[PlacementWish]) -> int:
    """The number that changes whenever one of a participant's wishes does."""
    return sum(wish.version for wish in wishes)


@transaction.atomic
def set_wishes(
    *, enrolment: Enrolment, employers: Sequence[Employer], by: Membership, version: int | None = None
) -> list[PlacementWish]:
    """Write where she would like to be, best first; at most five, each once. None takes them away.

    Raises StaleVersion, and ValidationError at `wish_1` … `wish_5`.
    """
    enrolment = Enrolment.objects.select_for_update(of=("self",), no_key=True).get(pk=enrolment.pk)
    if enrolment.status not in MAY_ASK:
        raise ValidationError(_("Deltakelsen er avsluttet. Ønskene kan ikke endres."))
    stored = list(enrolment.placement_wishes.select_for_update(of=("self",)).order_by("rank"))
    if version is not None and version != wishes_version(stored):
        raise StaleVersion([], current=wishes_version(stored))
    if len(employers) > MOST_WISHES:
        raise ValidationError(_("Velg høyst fem arbeidsgivere."))
    seen = set()
    for rank, employer in enumerate(employers, start=1):
        if employer.pk in seen:
            raise ValidationError({f"wish_{rank}": _("Samme arbeidsgiver er ønsket to ganger.")})
        seen.add(employer.pk)
    by_rank = {wish.rank: wish for wish in stored}
    kept = []
    for rank, employer in enumerate(employers, start=1):
        wish = by_rank.pop(rank, None) or PlacementWish(enrolment=enrolment, rank=rank)
        if wish.employer_id != employer.pk:
            wish.employer = employer
            # The unique constraints are looked at when all are written: two may have changed places.
            wish.full_clean(validate_constraints=False)
            wish.version += 0 if wish._state.adding else 1
            wish.save()
        kept.append(wish)
    PlacementWish.objects.filter(pk__in=[wish.pk for wish in by_rank.values()]).delete()
    return kept


@transaction.atomic
def propose(*, intake: Intake, by: Membership, seed: int | None = None) -> SlotRound:
    """Share out the places that are free in the class's placement period. Nobody is told anything yet.

    seed: the number of the lots; drawn when it is not given. Raises ValidationError when nobody has wished, or when
    a proposal stands already.
    """
    intake = Intake.objects.select_for_update(of=("self",), no_key=True).get(pk=intake.pk)
    enrolments = list(sharing.seekers(intake, by))
    people = [person for person in sharing.people_of(enrolments) if person.wishes]
    if not people:
        raise ValidationError(_("Ingen som mangler praksisplass, har ønsket en arbeidsgiver. Skriv inn ønskene først."))
    row = SlotRound(intake=intake, created_by=by, created_at=clock.now())
    row.seed = secrets.randbelow(2**31) if seed is None else seed
    versions.save(row)
    wished = Employer.objects.filter(public_id__in={key for person in people for key, _why in person.wishes})
    employers = {str(employer.public_id): employer for employer in wished}
    free = sharing.free_places([one.pk for one in employers.values()], *sharing.placement_period(intake))
    places = {key: free[one.pk] for key, one in employers.items()}
    answer = sharing.share(people, places, row.seed)
    by_key = {str(one.public_id): one for one in enrolments}
    shares = [_share(row, by_key[person.key], person, answer, employers, places) for person in people]
    for one in shares:
        one.full_clean(validate_constraints=False)
    SlotShare.objects.bulk_create(shares)
    return row


def _share(
    row: SlotRound,
    enrolment: Enrolment,
    person: sharing.Person,
    answer: Allocation,
    employers: dict[str, Employer],
    places: dict[str, int],
) -> SlotShare:
    """What one gets, and what became of each of her wishes."""
    wishes, got = [], None
    for rank, (key, _why) in enumerate(person.wishes, start=1):
        outcome = answer.outcome(person.key, rank)
        if outcome.status == "placed":
            got = rank
        cut_off = outcome.cut_off.points if outcome.cut_off else None
        wishes.append(
            {
                "employer": employers[key].name,
                "status": outcome.status,
                "reason": outcome.reason,
                "lot": outcome.tie == "lot",
                "places": places[key],
                "cut_off": cut_off,
            }
        )
    return SlotShare(
        round=row,
        enrolment=enrolment,
        employer=employers[person.wishes[got - 1][0]] if got else None,
        rank=got,
        points=sharing.points_of(person) | {"wishes": wishes},
    )


@transaction.atomic
def carry_out(*, round: SlotRound, by: Membership, version: int | None = None) -> tuple[SlotRound, list[SlotShare]]:
    """Put the requests: the provider asks for each, at once or from the queue. The place is hers when the employer says yes.

    Returns the round and the shares that could not be put: she has left, or the employer takes nobody now. Raises
    StaleVersion, and ValidationError when the proposal is used or discarded.
    """
    row = _proposal(round, version)
    shares = list(row.shares.exclude(employer=None).select_related("employer", "enrolment").order_by("pk"))
    enrolments, employers = [one.enrolment_id for one in shares], [one.employer_id for one in shares]
    left_out = []
    with moving(enrolments=enrolments, employers=employers) as held:
        # Read anew: what was read before the locks may have changed.
        still = {one.pk: one for one in sharing.seekers(row.intake, by).filter(pk__in=enrolments)}
        places = Employer.objects.in_bulk(employers)
        for one in shares:
            asking = still.get(one.enrolment_id)
            request = _request_for(asking, places[one.employer_id], by) if asking else None
            if request is None:
                left_out.append(one)
                continue
            held.told.add(request.pk)
            one.request = request
            one.save(update_fields=["request"])
        row.status, row.carried_out_by, row.carried_out_at = Status.CARRIED_OUT, by, clock.now()
        versions.save(row)
    return row, left_out


def _request_for(enrolment: Enrolment, employer: Employer, by: Membership) -> PlacementRequest | None:
    """The request that a share becomes: the one she has out there already, or a new one; None where none may be put."""
    there = PlacementRequest.objects.filter(
        participant=enrolment.participant_id, employer=employer, status__in=PlacementRequest.OPEN
    ).first()
    if there is not None:
        return None if SlotShare.objects.filter(request=there).exists() else there
    asked_by = PlacementRequest.AskedBy.PROVIDER
    row = PlacementRequest(enrolment=enrolment, employer=employer, asked_by=asked_by, recorded_by=by)
    try:
        return add_request(row, asked_on=clock.today())
    except ValidationError:
        return None


@transaction.atomic
def discard(*, round: SlotRound, by: Membership, version: int | None = None) -> SlotRound:
    """Throw a proposal away; another one may be made. Raises StaleVersion, and ValidationError as `carry_out`."""
    row = _proposal(round, version)
    row.status = Status.DISCARDED
    return versions.save(row)


def _proposal(round: SlotRound, version: int | None) -> SlotRound:
    row = SlotRound.objects.select_for_update(of=("self",)).get(pk=round.pk)
    versions.check(row, version)
    if row.status != Status.PROPOSED:
        raise ValidationError(_("Forslaget er allerede %(status)s.") % {"status": row.get_status_display().lower()})
    return row
