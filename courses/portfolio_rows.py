"""The courses' columns of the portfolio, always computed from the records, never counted on (P4)."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from django.db import transaction

from amo import clock, workdays
from courses import chain
from courses.engines.chain import summary, third_course_from
from courses.models import Application, Enrolment, Offer, Wish
from participants import portfolio
from participants.models import Participant, PortfolioRow

DECISION_WORKING_DAYS = 10
"""Without contact within so many working days the office decides about the offer (03-matching)."""

COLUMNS = (
    "applied_on", "offer_deadline", "course_label", "course_starts_on", "course_ends_on", "courses_ended", "chain_from",
)  # fmt: skip
COURSE = ("course_starts_on", "course_ends_on")
LIVE = (Wish.Status.PENDING, Wish.Status.WAITING, Wish.Status.OFFERED, Wish.Status.ACCEPTED)
ENDED = (Enrolment.Status.COMPLETED, Enrolment.Status.DROPPED_OUT)
BATCH = 1000

Follower = Callable[[list[int]], None]
_followers: list[Follower] = []


def follow(function: Follower) -> None:
    """Called in AppConfig.ready() of an upper app: `function(ids)` writes its own columns for those with another course."""
    if function not in _followers:
        _followers.append(function)


@transaction.atomic
def refresh(participant_ids: Iterable[int] | None = None) -> int:
    """Write the columns again for these persons, for all when None; returns how many rows. A few queries per batch."""
    ids = list(participant_ids) if participant_ids is not None else None
    if ids is None:
        ids = list(Participant.objects.order_by("pk").values_list("pk", flat=True))
    count = 0
    for first in range(0, len(ids), BATCH):
        count += _refresh_batch(ids[first : first + BATCH])
    return count


def _refresh_batch(ids: list[int]) -> int:
    portfolio.update_rows(ids)
    # Locked before anything is read: whoever writes last has read what the others wrote.
    rows = list(PortfolioRow.objects.filter(pk__in=ids).select_for_update().order_by("pk"))
    columns = _columns(ids)
    changed, another_course = [], []
    for row in rows:
        new = columns[row.pk]
        if any(getattr(row, name) != new[name] for name in COURSE):
            another_course.append(row.pk)
        if any(getattr(row, name) != value for name, value in new.items()):
            for name, value in new.items():
                setattr(row, name, value)
            changed.append(row)
    PortfolioRow.objects.bulk_update(changed, COLUMNS)
    if another_course:
        for function in _followers:
            function(another_course)
    return len(rows)


def _columns(ids: list[int]) -> dict[int, dict]:
    found = defaultdict(
        lambda: {
            "applied_on": None, "offer_deadline": None, "course_label": "", "course_starts_on": None,
            "course_ends_on": None, "courses_ended": 0, "chain_from": None,
        }
    )  # fmt: skip
    title = "intake__contract__concept__title"
    # The latest application that is still alive names the course until an enrolment does.
    wishes = Wish.objects.filter(application__participant__in=ids, status__in=LIVE).exclude(
        application__status__in=[Application.Status.DRAFT, Application.Status.WITHDRAWN]
    )
    for person, sent, label in wishes.order_by("application__submitted_at", "-rank").values_list(
        "application__participant", "application__submitted_at", title
    ):
        found[person] |= {"applied_on": sent.astimezone(clock.OSLO).date(), "course_label": label}
    offers = Offer.objects.filter(wish__application__participant__in=ids, status=Offer.Status.OUTSTANDING)
    for person, offered, deadline, label in offers.order_by("-offered_on", "-pk").values_list(
        "wish__application__participant", "offered_on", "deadline_on", f"wish__{title}"
    ):
        deadline = deadline or workdays.add_working_days(offered, DECISION_WORKING_DAYS)
        found[person] |= {"offer_deadline": deadline, "course_label": label}
    enrolments = Enrolment.objects.filter(participant__in=ids).taking_a_place().order_by("starts_on", "pk")
    for person, status, starts_on, ends_on, label in enrolments.values_list(
        "participant", "status", "starts_on", "ends_on", title
    ):
        row = found[person]
        newer = row["applied_on"] and row["applied_on"] > ends_on
        if not newer and not (status in ENDED and row["offer_deadline"]):
            row["course_label"] = label
        row |= {"course_starts_on": starts_on, "course_ends_on": ends_on}
    for person, links in chain.load(ids, day=clock.today()).items():
        found[person] |= {"courses_ended": summary(links).courses, "chain_from": third_course_from(links)}
    return found
