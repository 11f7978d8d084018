"""Sharing out of employers' places in one class, by the engine that shares out course places (L2, A1).

Points, as county staff and providers can read them:
    nobody yet   20 where she has had no placement
    waiting      up to 20, by days on the course, all of them after twelve weeks
    refusals     10 for each "no" so far, 30 at most
Equal points: the longest on the course, then by lot, from the round's number and her own, which everybody can repeat.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from amo import clock, workdays
from amo.models import Membership
from courses.engines.allocation import Allocation, AllocationPolicy, Application, Intake, Wish, allocate, score
from courses.models import Enrolment
from courses.models import Intake as CourseIntake
from placements.actions.queue import MAY_ASK
from placements.engines.slots import Stay, at_once
from placements.models import Employer, Placement, PlacementRequest, PlacementWish
from placements.protection import unprotected
from placements.slots import HOLDS_SLOT

POLICY = AllocationPolicy(
    version="praksis-1",
    fit=20,
    waiting=20,
    waiting_days=84,
    refusals=(0, 10, 20, 30),
    course_penalty=0,
    # The page shows everybody's points to those who teach the class: a limit tells them nothing more.
    cut_off_group=1,
)
SAID_NO, NOT_NOW = "said_no", "not_now"
"""Why a wish is not tried: the employer has refused her, or takes nobody for the time being."""
TOGETHER = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Everybody in a round is as early as the others."""


@dataclass(frozen=True)
class Person:
    """What one participant brings to the sharing out. key: her participation's public id."""

    key: str
    days: int
    refusals: int
    had_placement: bool
    # (employer's public id, why it is not tried or empty), in her own order.
    wishes: tuple[tuple[str, str], ...]


def share(people: Iterable[Person], places: dict[str, int], seed: int) -> Allocation:
    """Give places to wishes; {employer: free places}. The order of the input changes nothing, nor the day it is made."""
    applications = [
        Application(
            id=person.key,
            office="",
            submitted_at=TOGETHER,
            wishes=tuple(
                Wish(
                    intake=employer,
                    fit_met=int(not person.had_placement),
                    fit_total=1,
                    days_waiting=person.days,
                    earlier_refusals=person.refusals,
                    blocked=blocked,
                )
                for employer, blocked in person.wishes
            ),
        )
        for person in people
    ]
    employers = [Intake(id=key, capacity=count) for key, count in sorted(places.items())]
    return allocate(applications, employers, seed=str(seed).encode(), policy=POLICY)


def points_of(person: Person) -> dict[str, int]:
    """Her points by factor, as they are stored and shown."""
    wish = Wish("", int(not person.had_placement), 1, person.days, person.refusals)
    points = score(wish, POLICY)
    return {"nobody_yet": points.fit, "waiting": points.waiting, "refusals": points.refusals, "total": points.total}


# --- what is read for a round ------------------------------------------------------------------------------


def seekers(intake: CourseIntake, membership: Membership) -> QuerySet:
    """Those of the class who may get a place: on the course, without one, and not protected (that is done by hand)."""
    today = clock.today()
    placed = Placement.objects.filter(status__in=HOLDS_SLOT, ends_on__gte=today).values("enrolment")
    found = Enrolment.objects.visible_to(membership).filter(intake=intake, status__in=MAY_ASK, ends_on__gte=today)
    return (
        unprotected(found).exclude(pk__in=placed).select_related("participant").order_by("participant__name_sort", "pk")
    )


def placement_period(intake: CourseIntake) -> tuple[dt.date, dt.date]:
    """The class's days in placement that are left."""
    first = max(workdays.add_working_days(intake.theory_ends_on, 1), clock.today())
    return min(first, intake.ends_on), intake.ends_on


def people_of(enrolments: Sequence[Enrolment]) -> list[Person]:
    """What each brings. Three queries for a class."""
    ids, today = [one.pk for one in enrolments], clock.today()
    refused = PlacementRequest.objects.filter(enrolment__in=ids, status=PlacementRequest.Status.NO)
    refused = list(refused.order_by().values_list("enrolment", "employer"))
    refusals, said_no = Counter(enrolment for enrolment, _employer in refused), set(refused)
    had = Placement.objects.filter(enrolment__in=ids).exclude(status=Placement.Status.CANCELLED)
    had = set(had.order_by().values_list("enrolment", flat=True))
    wishes = defaultdict(list)
    for wish in wishes_of(ids):
        blocked = SAID_NO if (wish.enrolment_id, wish.employer_id) in said_no else ""
        if wish.employer.paused_on or wish.employer.merged_into_id:
            blocked = NOT_NOW
        wishes[wish.enrolment_id].append((str(wish.employer.public_id), blocked))
    return [
        Person(
            key=str(one.public_id),
            days=max(0, (today - one.starts_on).days),
            refusals=refusals[one.pk],
            had_placement=one.pk in had,
            wishes=tuple(wishes[one.pk]),
        )
        for one in enrolments
    ]


def wishes_of(enrolment_ids: Collection[int]) -> QuerySet:
    """Wishes by participant and rank, with the employers."""
    rows = PlacementWish.objects.filter(enrolment__in=enrolment_ids).select_related("employer")
    return rows.order_by("enrolment", "rank")


def free_places(employers: Iterable[int], first: dt.date, last: dt.date) -> dict[int, int]:
    """{employer: how many more could be there on every day from first to last}. Three queries."""
    employers = list(Employer.objects.filter(pk__in=employers).prefetch_related("slot_periods").order_by("pk"))
    stays = defaultdict(list)
    held = Placement.objects.filter(employer__in=employers, status__in=HOLDS_SLOT)
    held = held.filter(starts_on__lte=last, ends_on__gte=first).order_by("pk")
    for employer, pk, *days in held.values_list("employer", "pk", "starts_on", "ends_on"):
        stays[employer].append(Stay(pk, *days))
    return {one.pk: _fewest(one, stays[one.pk], first, last) for one in employers}


def _fewest(employer: Employer, stays: list[Stay], first: dt.date, last: dt.date) -> int:
    periods = list(employer.slot_periods.all())
    agreed = lambda day: next(  # noqa: E731
        (row.slots for row in periods if row.starts_on <= day <= row.ends_on), employer.slots
    )
    next_day = dt.timedelta(days=1)
    days = {first, *(stay.starts_on for stay in stays)}
    days |= {day for row in periods for day in (row.starts_on, row.ends_on + next_day)}
    return max(0, min(agreed(day) - at_once(stays, day) for day in days if first <= day <= last))
