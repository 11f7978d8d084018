"""What becomes of everybody on an intake that is called off or cut short: one reading for preview and action (C3)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.apps import apps

from courses.fill import TAKES_PEOPLE
from courses.models import Application, Enrolment, Intake, Offer, Wish
from participants.models import Participant

OPEN = (Wish.Status.PENDING, Wish.Status.WAITING)
LIVING = (*OPEN, Wish.Status.OFFERED, Wish.Status.ACCEPTED)
PERSON = "application__participant"


@dataclass(frozen=True)
class Touched:
    """One person: what she had on the course (a name of `Effects`), and how many other wishes she then waits on."""

    participant: Participant
    had: str
    application: Application | None
    others: int


@dataclass
class Effects:
    """Those on the intake, by what they have; `regained`: {application: wishes for other courses that come back}."""

    leaving: list[Enrolment] = field(default_factory=list)
    enrolled: list[Enrolment] = field(default_factory=list)
    offered: list[Offer] = field(default_factory=list)
    waiting: list[Wish] = field(default_factory=list)
    regained: dict[int, list[Wish]] = field(default_factory=dict)
    kept: dict[int, list[Wish]] = field(default_factory=dict)

    @property
    def applications(self) -> set[int]:
        """Applications with a wish that ends here."""
        ids = {wish.application_id for wish in self.waiting} | {offer.wish.application_id for offer in self.offered}
        return ids | {enrolment.wish.application_id for enrolment in self.enrolled if enrolment.wish_id}

    def touched(self) -> Iterator[Touched]:
        """Every person once, those with most to lose first."""
        for had, enrolments in (("leaving", self.leaving), ("enrolled", self.enrolled)):
            for enrolment in enrolments:
                application = enrolment.wish.application if enrolment.wish_id else None
                yield self._one(enrolment.participant, had, application)
        for had, wishes in (("offered", [offer.wish for offer in self.offered]), ("waiting", self.waiting)):
            for wish in wishes:
                yield self._one(wish.application.participant, had, wish.application)

    def _one(self, participant: Participant, had: str, application: Application | None) -> Touched:
        others = 0
        if application is not None and had != "leaving":
            others = len(self.kept.get(application.pk, ())) + len(self.regained.get(application.pk, ()))
        return Touched(participant, had, application, others)

    @property
    def people(self) -> set[int]:
        return {one.participant.pk for one in self.touched()}


def before_start(intake: Intake, *, day: dt.date) -> Effects:
    """Calling the intake off: places, offers and wishes end, and other wishes come back. Six queries."""
    found = _on(intake)
    found.enrolled = list(_enrolments(intake).filter(status=Enrolment.Status.AWAITING_START))
    return _with_others(found, intake, day)


def after_start(intake: Intake, *, last_day: dt.date, day: dt.date) -> Effects:
    """Cutting the intake short after `last_day`: participations end with it; who was to begin later never does."""
    found = _on(intake)
    active = [Enrolment.Status.AWAITING_START, Enrolment.Status.PARTICIPATING]
    for enrolment in _enrolments(intake).filter(status__in=active):
        later = enrolment.status == Enrolment.Status.AWAITING_START and enrolment.starts_on > last_day
        (found.enrolled if later else found.leaving).append(enrolment)
    return _with_others(found, intake, day)


def of_one(enrolment: Enrolment, *, day: dt.date) -> Effects:
    """One person loses a place she has not begun on: her other wishes come back. Three queries."""
    return _with_others(Effects(enrolled=[enrolment]), enrolment.intake, day)


def _enrolments(intake: Intake):
    related = ("participant__office", "participant__caseworker__user", f"wish__{PERSON}")
    return Enrolment.objects.filter(intake=intake).select_related(*related).order_by("participant__name_sort", "pk")


def _on(intake: Intake) -> Effects:
    related = (f"{PERSON}__office", f"{PERSON}__caseworker__user")
    offers = Offer.objects.filter(wish__intake=intake, status=Offer.Status.OUTSTANDING)
    wishes = Wish.objects.filter(intake=intake, status__in=OPEN).exclude(application__status="withdrawn")
    return Effects(
        offered=list(
            offers.select_related(*(f"wish__{path}" for path in related)).order_by(f"wish__{PERSON}__name_sort", "pk")
        ),
        waiting=list(wishes.select_related(*related).order_by(f"{PERSON}__name_sort", "pk")),
    )


def _with_others(found: Effects, intake: Intake, day: dt.date) -> Effects:
    """What the same applications wish for beside it."""
    others = Wish.objects.filter(application__in=found.applications).exclude(intake=intake).order_by("rank")
    kept, closed = defaultdict(list), []
    for wish in others.select_related("intake"):
        if wish.status in LIVING:
            kept[wish.application_id].append(wish)
        elif wish.status == Wish.Status.CLOSED and wish.intake.status in TAKES_PEOPLE and wish.intake.starts_on > day:
            closed.append(wish)
    found.kept = dict(kept)
    found.regained = _closed_by_acceptance(closed, [one.wish for one in found.enrolled if one.wish_id])
    return found


def _closed_by_acceptance(closed: Iterable[Wish], accepted: Iterable[Wish]) -> dict[int, list[Wish]]:
    """{application: wishes that were closed because this place was accepted}, and for no other reason.

    The change history tells: they were closed in the transaction in which the wish for this place was accepted. What
    she took back herself, before or after, stays closed.
    """
    closed = list(closed)
    events = apps.get_model("courses", "WishEvent").objects
    accepted_at = dict(
        events.filter(pgh_obj__in=[wish.pk for wish in accepted], status=Wish.Status.ACCEPTED)
        .order_by("pgh_obj_id", "-pgh_id")
        .distinct("pgh_obj_id")
        .values_list("application", "pgh_created_at")
    )
    last = events.filter(pgh_obj__in=[wish.pk for wish in closed]).order_by("pgh_obj_id", "-pgh_id")
    closed_at = dict(last.distinct("pgh_obj_id").values_list("pgh_obj_id", "pgh_created_at"))
    found = defaultdict(list)
    for wish in closed:
        at = accepted_at.get(wish.application_id)
        if at is not None and closed_at.get(wish.pk) == at:
            found[wish.application_id].append(wish)
    return dict(found)
