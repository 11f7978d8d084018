"""Two registrations of one workplace made one: everything moves, nothing is deleted (L1, docs/decisions/0030).

Cannot be undone. The merged registration stays, points at the kept one, and its page leads there.
"""

import datetime as dt
from dataclasses import dataclass, field
from itertools import count

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from participants.models import Participant
from placements.actions import portfolio
from placements.engines.slots import Stay, at_once, numbered
from placements.models import (
    Barrier,
    DiscriminationReport,
    Employer,
    EmployerContact,
    EmployerMeeting,
    EmployerMerge,
    JobOffer,
    Placement,
    PlacementRequest,
    PlacementWish,
    SlotPeriod,
    SlotShare,
    SwapRequest,
)
from placements.slots import stays_at

Request = PlacementRequest.Status

PLAIN = {
    "shares": SlotShare,
    "offers": JobOffer,
    "barriers": Barrier,
    "reports": DiscriminationReport,
    "swaps": SwapRequest,
    "contacts": EmployerContact,
}
"""What moves as it is, by its key in `EmployerMerge.moved`. The rest has rules of its own below."""

MOVED = {
    *PLAIN.values(),
    Placement,
    PlacementRequest,
    PlacementWish,
    EmployerMeeting,
    SlotPeriod,
    EmployerMerge,
    Employer,
}
"""Every model that points at an employer is dealt with here; a test compares it with the models."""


@dataclass
class Preview:
    """What a merge would move and change: counts by kind, and what is dropped or raised on the way."""

    moved: dict[str, int] = field(default_factory=dict)
    slots: tuple[int, int] | None = None


PERSON = {
    "placements": "participant",
    "requests": "participant",
    "requests_withdrawn": "participant",
    "wishes": "enrolment__participant",
    "wishes_joined": "enrolment__participant",
    "shares": "enrolment__participant",
    "offers": "participant",
    "swaps": "placement__participant",
}
"""Whom a row is about: a strictly confidential person moves with the others, and is in no count (06-access)."""
UNTOLD = {"reports"}
"""Read by one county's staff only (L10), and so in no count that other counties see."""


def preview(kept: Employer, merged: Employer) -> Preview:
    """Counts without a change, for the page that asks. Keys as in `EmployerMerge.moved`."""
    rows = {name: model.objects.filter(employer=merged) for name, model in PLAIN.items() if name not in UNTOLD}
    periods = SlotPeriod.objects.filter(employer=merged)
    rows |= {
        "placements": Placement.objects.filter(employer=merged),
        "requests": PlacementRequest.objects.filter(employer=merged),
        "wishes": PlacementWish.objects.filter(employer=merged),
        "meetings": EmployerMeeting.objects.filter(employer=merged),
        "periods": periods.exclude(Exists(_overlapping(kept))),
        "periods_left": periods.filter(Exists(_overlapping(kept))),
        "requests_withdrawn": _asked_twice(kept, merged),
        "wishes_joined": _wished_twice(kept, merged),
        "meetings_joined": _met_twice(kept, merged),
    }
    counts = {name: _told(name, found).count() for name, found in rows.items()}
    needed = _needed_slots(kept, [*stays_at(kept).values(), *stays_at(merged).values()], _coming_periods(kept, merged))
    slots = (kept.slots, needed) if needed > kept.slots else None
    return Preview({name: count for name, count in counts.items() if count}, slots)


def _told(name: str, rows: QuerySet) -> QuerySet:
    if name not in PERSON:
        return rows
    strictly = Participant.AddressProtection.STRICTLY_CONFIDENTIAL
    return rows.exclude(**{f"{PERSON[name]}__address_protection": strictly})


@transaction.atomic
def merge_employers(*, kept: Employer, merged: Employer, reason: str, by: Membership) -> EmployerMerge:
    """Move everything of `merged` to `kept` and let it point there. In statements per kind, not per row.

    Raises ValidationError: one of them is merged already, or they are the same.
    """
    kept, merged = _locked(kept, merged)
    found = preview(kept, merged)
    people = list(Placement.objects.filter(employer=merged).order_by().values_list("participant", flat=True).distinct())
    _move_placements(kept, merged, _move_periods(kept, merged))
    _move_requests(kept, merged)
    _move_wishes(kept, merged)
    _move_meetings(kept, merged)
    for model in PLAIN.values():
        model.objects.filter(employer=merged).update(employer=kept)
    _keep_details(kept, merged)
    # Those that were merged into this one before lead to the one that is left.
    Employer.objects.filter(merged_into=merged).update(merged_into=kept, version=F("version") + 1)
    merged.merged_into = kept
    versions.save(merged)
    versions.save(kept)
    merge = EmployerMerge(kept=kept, merged=merged, reason=reason, merged_by=by, merged_at=clock.now())
    merge.moved = found.moved | ({"slots": list(found.slots)} if found.slots else {})
    merge.full_clean(exclude={"moved"})  # nothing to move is an empty answer, which a form would call missing
    merge.save()
    portfolio.refresh(people)
    return merge


def _locked(kept: Employer, merged: Employer) -> tuple[Employer, Employer]:
    """Both rows locked, the lower key first, so that two merges the other way round wait for each other."""
    if kept.pk == merged.pk:
        raise ValidationError(_("En arbeidsgiver kan ikke slås sammen med seg selv."))
    rows = Employer.objects.select_for_update(of=("self",)).filter(pk__in=[kept.pk, merged.pk]).order_by("pk")
    locked = {row.pk: row for row in rows}
    kept, merged = locked[kept.pk], locked[merged.pk]
    for one in (kept, merged):
        if one.merged_into_id:
            raise ValidationError(_("%(name)s er allerede slått sammen med en annen.") % {"name": one.name})
    return kept, merged


# --- days: periods, places ------------------------------------------------------------------------


def _overlapping(kept: Employer) -> QuerySet:
    """Periods of the kept one on days of an outer period: hers are what holds."""
    return SlotPeriod.objects.filter(
        employer=kept, starts_on__lte=OuterRef("ends_on"), ends_on__gte=OuterRef("starts_on")
    )


def _coming_periods(kept: Employer, merged: Employer) -> list[SlotPeriod]:
    """The periods that hold after the merge."""
    moving = SlotPeriod.objects.filter(employer=merged).exclude(Exists(_overlapping(kept)))
    return [*SlotPeriod.objects.filter(employer=kept), *moving]


def _most(stays: list[Stay], days: set[dt.date]) -> int:
    return max((at_once(stays, day) for day in days), default=0)


def _needed_slots(kept: Employer, stays: list[Stay], periods: list[SlotPeriod]) -> int:
    """The kept one's usual number, raised to the most who are there on a day outside the periods from today on."""
    today = clock.today()
    days = {max(stay.starts_on, today) for stay in stays if stay.ends_on >= today}
    days |= {period.ends_on + dt.timedelta(days=1) for period in periods if period.ends_on >= today}
    outside = {day for day in days if not any(one.starts_on <= day <= one.ends_on for one in periods)}
    return max(kept.slots, _most(stays, outside))


def _move_periods(kept: Employer, merged: Employer) -> list[SlotPeriod]:
    """Periods move where the kept one has none on any of the days; the others stay behind. Gives what holds now."""
    moving = SlotPeriod.objects.filter(employer=merged).exclude(Exists(_overlapping(kept)))
    moving.update(employer=kept, version=F("version") + 1)
    return list(SlotPeriod.objects.select_for_update(of=("self",)).filter(employer=kept).order_by("pk"))


def _move_placements(kept: Employer, merged: Employer, periods: list[SlotPeriod]) -> None:
    """Everybody who is or was there. Those who hold a place are numbered anew, and what is agreed is raised to hold them."""
    stays = stays_at(kept) | stays_at(merged)
    coming, places, today = list(stays.values()), numbered(stays.values()), clock.today()
    for period in periods:
        days = {max(stay.starts_on, period.starts_on, today) for stay in coming}
        period.slots = max(period.slots, _most(coming, {day for day in days if day <= period.ends_on}))
        period.version += 1
    SlotPeriod.objects.bulk_update(periods, ["slots", "version"])
    kept.slots = _needed_slots(kept, coming, periods)
    held = list(Placement.objects.select_for_update(of=("self",)).filter(pk__in=places).order_by("pk"))
    for row in held:
        row.slot, row.employer = places[row.pk], kept
    # In one statement: the constraint looks at its end, when every number is right.
    Placement.objects.bulk_update(held, ["slot", "employer"], batch_size=max(len(held), 1))
    Placement.objects.filter(employer=merged).update(employer=kept)


# --- questions and wishes -------------------------------------------------------------------------


def _asked_twice(kept: Employer, merged: Employer) -> QuerySet:
    """Open requests at one of the two whose participant has another open one at the other that stays.

    The one that is put to the employer stays before one in the queue; otherwise the older.
    """
    both = PlacementRequest.objects.filter(employer__in=[kept, merged], status__in=PlacementRequest.OPEN)
    other = both.filter(participant=OuterRef("participant")).exclude(pk=OuterRef("pk"))
    older = Q(queued_at__lt=OuterRef("queued_at")) | Q(queued_at=OuterRef("queued_at"), pk__lt=OuterRef("pk"))
    put_first = other.filter(status=Request.ASKED)
    return both.filter(
        Q(Exists(put_first), status=Request.QUEUED)
        | Q(Exists(put_first.filter(older)), status=Request.ASKED)
        | Q(Exists(other.filter(older, status=Request.QUEUED)), status=Request.QUEUED)
    )


def _move_requests(kept: Employer, merged: Employer) -> None:
    """Requests with their seats: those of the merged one take the lowest that are free at the kept one."""
    here = PlacementRequest.objects.filter(employer__in=[kept, merged])
    list(here.select_for_update(of=("self",)).order_by("pk").values_list("pk"))
    twice = list(_asked_twice(kept, merged).values_list("pk", flat=True))
    PlacementRequest.objects.filter(pk__in=twice).update(
        status=Request.WITHDRAWN,
        answered_on=clock.today(),
        closed_at=clock.now(),
        withdrawn_because=PlacementRequest.WithdrawnBecause.MERGED,
        employer_seat=None,
        participant_seat=None,
        version=F("version") + 1,
    )
    asked = list(here.filter(status=Request.ASKED).order_by("asked_on", "queued_at", "pk"))
    taken = {row.employer_seat for row in asked if row.employer_id == kept.pk}
    free = (seat for seat in count(1) if seat not in taken)
    moving = [row for row in asked if row.employer_id == merged.pk]
    for row in moving:
        row.employer, row.employer_seat = kept, next(free)
    PlacementRequest.objects.bulk_update(moving, ["employer", "employer_seat"], batch_size=max(len(moving), 1))
    PlacementRequest.objects.filter(employer=merged).update(employer=kept)


def _wished_twice(kept: Employer, merged: Employer) -> QuerySet:
    """Wishes for one of the two by somebody who wishes the other before it."""
    both = PlacementWish.objects.filter(employer__in=[kept, merged])
    return both.filter(Exists(both.filter(enrolment=OuterRef("enrolment"), rank__lt=OuterRef("rank"))))


def _move_wishes(kept: Employer, merged: Employer) -> None:
    """A wish for both is one: the better ranked stays, and those after it move up."""
    worse = list(_wished_twice(kept, merged).values_list("pk", "enrolment", "rank"))
    PlacementWish.objects.filter(pk__in=[pk for pk, _enrolment, _rank in worse]).delete()
    for _pk, enrolment, rank in worse:
        PlacementWish.objects.filter(enrolment=enrolment, rank__gt=rank).update(rank=F("rank") - 1)
    PlacementWish.objects.filter(employer=merged).update(employer=kept, version=F("version") + 1)


# --- the rest -------------------------------------------------------------------------------------


def _met_twice(kept: Employer, merged: Employer) -> QuerySet:
    """Meetings of the merged one that stand at the kept one as well."""
    living = EmployerMeeting.objects.exclude(status=EmployerMeeting.Status.CANCELLED)
    same = living.filter(employer=kept, provider=OuterRef("provider"), on=OuterRef("on"), kind=OuterRef("kind"))
    return living.filter(Exists(same), employer=merged)


def _move_meetings(kept: Employer, merged: Employer) -> None:
    """A meeting that stands at both is one: the merged one's is called off and goes along."""
    _met_twice(kept, merged).update(status=EmployerMeeting.Status.CANCELLED, version=F("version") + 1)
    EmployerMeeting.objects.filter(employer=merged).update(employer=kept, version=F("version") + 1)


def _keep_details(kept: Employer, merged: Employer) -> None:
    """What only the merged one has: its contact becomes one of the kept one's, an empty field is filled, a pause holds."""
    for name in ("main_number", "employer_group", "address"):
        setattr(kept, name, getattr(kept, name) or getattr(merged, name))
    # What county staff have to decide about one of the two is about the workplace (L10).
    kept.paused_on = min((day for day in (kept.paused_on, merged.paused_on) if day), default=None)
    if merged.contact_name and merged.contact_name.casefold() != kept.contact_name.casefold():
        EmployerContact.objects.create(
            employer=kept, name=merged.contact_name, phone=merged.contact_phone, email=merged.contact_email
        )
