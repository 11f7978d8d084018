"""The strict order that allocation stands on: points, days waiting, earlier application, lot (row A2)."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from courses.engines.allocation_types import AllocationPolicy, Application, Intake, Points, Wish
from courses.engines.fit import fit_points

MAX_DAYS = 2**20 - 1
"""More days of waiting than anybody has; days must fit in the 20 bits they have in the sort key."""

POINTS_OFFSET = 2**20
KEY_BITS = 42
"""More than an ordinary key has above the number of the application: one lifted by so much comes before them all."""


def factors(wish: Wish, policy: AllocationPolicy) -> tuple[int, int, int, int]:
    """Points for fit, waiting, earlier refusals and earlier courses; the last is zero or negative."""
    steps = policy.refusals
    return (
        fit_points(wish.fit_met, wish.fit_total, policy.fit),
        min(policy.waiting, policy.waiting * wish.days_waiting // policy.waiting_days),
        steps[min(wish.earlier_refusals, len(steps) - 1)],
        -policy.course_penalty * min(policy.course_cap, wish.earlier_courses),
    )


def score(wish: Wish, policy: AllocationPolicy) -> Points:
    """Points of one wish by factor (row A2)."""
    return Points(*factors(wish, policy))


def lot(seed: bytes, application_id: str) -> bytes:
    """The last word between equals: nobody can foresee it without the seed, and everybody can check it with it."""
    return hmac.digest(seed, application_id.encode(), "sha256")


@dataclass(slots=True)
class Market:
    """A run laid out as lists of small numbers.

    Applications are numbered by (submitted, lot); ``wishes[first[a]:first[a + 1]]`` are the places in the strict order
    of application a's active wishes, in her own order. The lists by place say whose wish it is, which rank, where.
    The first ``lifted`` places are those that an exception puts before everybody.
    """

    applications: list[Application]
    intakes: list[Intake]
    first: list[int]
    wishes: list[int]
    application_at: list[int]
    rank_at: list[int]
    intake_at: list[int]
    points_at: list[int]
    lifted: int = 0


def build_market(
    applications: Sequence[Application], intakes: Sequence[Intake], seed: bytes, policy: AllocationPolicy
) -> Market:
    """Number the applications, drop what takes no part, and put all active wishes in one strict order.

    Raises ValueError for an empty seed, a repeated id, a repeated wish, an unknown intake or impossible days.
    """
    if not seed:
        raise ValueError("a run needs a seed")
    index = {intake.id: number for number, intake in enumerate(intakes)}
    if len(index) != len(intakes):
        raise ValueError("an intake is given twice")
    ordered = sorted(applications, key=lambda a: (a.submitted_at, lot(seed, a.id), a.id))
    if len({application.id for application in ordered}) != len(ordered):
        raise ValueError("an application is given twice")
    bits = len(ordered).bit_length()
    first, keys, owners, ranks, places, points = [0], [], [], [], [], []
    for number, application in enumerate(ordered):
        for rank, wish in active_wishes(application):
            if wish.intake not in index:
                raise ValueError(f"wish for an intake that is not in the run: {wish.intake}")
            if not 0 <= wish.days_waiting <= MAX_DAYS:
                raise ValueError(f"impossible days of waiting: {wish.days_waiting}")
            total = sum(factors(wish, policy))
            key = (((POINTS_OFFSET - total) << 20 | MAX_DAYS - wish.days_waiting) << bits) | number
            keys.append(key - (1 << KEY_BITS + bits) if wish.lifted else key)
            owners.append(number)
            ranks.append(rank)
            places.append(index[wish.intake])
            points.append(total)
        first.append(len(keys))
    order = sorted(range(len(keys)), key=keys.__getitem__)
    wishes = [0] * len(order)
    for place, wish_number in enumerate(order):
        wishes[wish_number] = place
    return Market(
        applications=ordered,
        intakes=list(intakes),
        first=first,
        wishes=wishes,
        application_at=[owners[wish_number] for wish_number in order],
        rank_at=[ranks[wish_number] for wish_number in order],
        intake_at=[places[wish_number] for wish_number in order],
        points_at=[points[wish_number] for wish_number in order],
        lifted=sum(key < 0 for key in keys),
    )


def active_wishes(application: Application) -> list[tuple[int, Wish]]:
    """(rank from 1, wish) of the wishes that are tried: not blocked or passed over, and before the place she holds.

    Raises ValueError when one intake is wished for twice.
    """
    wishes = application.wishes
    if len({wish.intake for wish in wishes}) != len(wishes):
        raise ValueError(f"application {application.id} wishes for one intake twice")
    found = []
    for rank, wish in enumerate(wishes, start=1):
        if wish.intake == application.holds:
            break
        if not wish.blocked and not wish.passed_over:
            found.append((rank, wish))
    return found
