"""Offers: first contact, answer, expiry. A place that comes free is given on at once (A3)."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions, workdays
from amo.models import Membership
from courses import portfolio_rows
from courses.actions import enrolling, letters
from courses.actions.allocation import follow_up
from courses.actions.offering import make_offers, task_key
from courses.actions.seats import free_place, lock_intakes, lock_window
from courses.allocation_data import HOLDING
from courses.models import Intake, Offer, Wish
from courses.portfolio_rows import DECISION_WORKING_DAYS
from participants import actions as participants
from participants.models import Task
from participants.responsible import responsible_for

__all__ = ["answer_offer", "expire_offers", "make_offers", "pass_on", "record_contact"]

ANSWER_WORKING_DAYS = 5
"""Working days from the first logged contact to the answer (03-matching)."""


@transaction.atomic
def record_contact(
    *,
    offer: Offer,
    on: dt.date,
    by: Membership,
    channel: str = "phone",
    reached: bool = True,
    note: str = "",
    expected_version: int | None = None,
) -> Offer:
    """Log contact about an offer. The first time she is reached starts the deadline; an attempt in vain does not.

    Raises ValidationError at `on` for a day before the offer or ahead, and when the offer is answered.
    """
    offer = _locked(offer)
    versions.check(offer, expected_version)
    _must_be_outstanding(offer)
    _check_day(offer, on, "on")
    participant = offer.wish.application.participant
    participants.record_contact(participant=participant, made_on=on, channel=channel, reached=reached, by=by, note=note)
    if not reached:
        return offer
    if offer.contacted_on is not None:
        raise ValidationError(_("Kontakten er allerede logget %(day)s.") % {"day": date_format(offer.contacted_on)})
    _start_deadline(offer, on)
    versions.save(offer)
    participants.complete_tasks_by_key(task_key(offer), by=by)
    owner = responsible_for(participant)
    participants.create_task(
        participant=participant,
        kind="offer_answer",
        title=_("Få svar på tilbudet"),
        due_on=offer.deadline_on,
        owner=owner,
        office=None if owner else participant.office,
        url=reverse("courses:offer_answer", args=[offer.public_id]),
        dedupe_key=f"{task_key(offer)}answer",
        by=by,
    )
    portfolio_rows.refresh([participant.pk])
    return offer


def _start_deadline(offer: Offer, on: dt.date) -> None:
    offer.contacted_on = on
    offer.deadline_on = deadline_for(offer, on)


def deadline_for(offer: Offer, on: dt.date) -> dt.date:
    """The day her answer is due when she was first reached on `on`: five working days, and never after the course starts.

    A higher course can only be taken until the one she has accepted starts. Contact that is logged late leaves her the
    day it is logged.
    """
    days = [workdays.add_working_days(on, ANSWER_WORKING_DAYS)]
    days += [
        start - dt.timedelta(days=1) for start in (offer.wish.intake.starts_on, accepted_start(offer.wish)) if start
    ]
    return max(min(days), clock.today())


def accepted_start(wish: Wish) -> dt.date | None:
    """First day of the course that the same application has already led to, or None."""
    accepted = Wish.objects.filter(application=wish.application_id, status=Wish.Status.ACCEPTED).exclude(pk=wish.pk)
    return accepted.order_by("pk").values_list("intake__starts_on", flat=True).first()


def _check_day(offer: Offer, on: dt.date, field: str) -> None:
    if on < offer.offered_on:
        raise ValidationError(
            {field: _("Dagen kan ikke være før tilbudet ble gitt, %(day)s.") % {"day": date_format(offer.offered_on)}}
        )
    if on > clock.today():
        raise ValidationError({field: _("Dagen kan ikke være fram i tid.")})


def _locked(offer: Offer) -> Offer:
    """The offer, locked after its window and intakes, with the person behind it.

    Intakes: its own, and those of her other offers and places on the same application. An answer may give them back.
    """
    wish = offer.wish
    lock_window(wish.application.window_id)
    held = Wish.objects.filter(application=wish.application_id, status__in=HOLDING)
    lock_intakes([wish.intake_id, *held.order_by().values_list("intake", flat=True)])
    person = "wish__application__participant"
    offers = Offer.objects.select_for_update(of=("self", "wish"))
    return offers.select_related(
        f"{person}__office",
        f"{person}__caseworker__user",
        "wish__application__window",
        "wish__intake__contract__concept",
    ).get(pk=offer.pk)


def _must_be_outstanding(offer: Offer) -> None:
    if offer.status != Offer.Status.OUTSTANDING:
        answer = offer.get_status_display()
        raise ValidationError(_("Tilbudet er allerede avgjort: %(answer)s.") % {"answer": answer})


@transaction.atomic
def answer_offer(
    *,
    offer: Offer,
    accept: bool,
    by: Membership,
    reason: str = "",
    keep_higher: bool = True,
    expected_version: int | None = None,
) -> Offer:
    """Accept or decline for the person. Accepting enrols her and closes lower wishes; declining gives the place on.

    keep_higher: whether higher wishes stay on the waiting list. Raises ValidationError when the deadline is past, the
    offer is answered, a reason is missing for a decline, or she is on another course in the period.
    """
    offer = _locked(offer)
    versions.check(offer, expected_version)
    _must_be_outstanding(offer)
    today = clock.today()
    if offer.deadline_on is not None and offer.deadline_on < today:
        day = date_format(offer.deadline_on)
        raise ValidationError(_("Svarfristen gikk ut %(day)s, og plassen går videre.") % {"day": day})
    started = accepted_start(offer.wish)
    if accept and started is not None and started <= today:
        message = _("Kurset brukeren har takket ja til, startet %(day)s. Det er for sent å bytte kurs.")
        raise ValidationError(message % {"day": date_format(started)})
    if not accept and not reason.strip():
        raise ValidationError({"reason": _("Skriv hvorfor brukeren takker nei. Da beholdes ventetiden.")})
    if offer.contacted_on is None:
        _start_deadline(offer, today)
    offer.answered_on, offer.answered_by = today, by
    offer.status = Offer.Status.ACCEPTED if accept else Offer.Status.DECLINED
    versions.save(offer)
    wish = offer.wish
    if accept:
        _accept(offer, wish, keep_higher, by)
    else:
        wish.decline_reason = reason.strip()
        _let_go(wish, Wish.Status.DECLINED)
    participants.complete_tasks_by_key(task_key(offer), by=by)
    follow_up(window=wish.application.window, by=by)
    portfolio_rows.refresh([wish.application.participant_id])
    return offer


def _accept(offer: Offer, wish: Wish, keep_higher: bool, by: Membership) -> None:
    wish.status = Wish.Status.ACCEPTED
    versions.save(wish)
    others = wish.application.wishes.exclude(pk=wish.pk).select_for_update(of=("self",)).order_by("pk")
    for other in others:
        if other.rank > wish.rank or not keep_higher:
            _close(other, by)
    enrolling.from_offer(wish=wish, by=by)


def _close(other: Wish, by: Membership) -> None:
    """Close another wish of the same application; a place it holds is given back."""
    if other.status in (Wish.Status.PENDING, Wish.Status.WAITING):
        other.status = Wish.Status.CLOSED
        versions.save(other)
    elif other.status == Wish.Status.OFFERED:
        withdraw_offers(other, by)


def withdraw_offers(wish: Wish, by: Membership | None) -> None:
    """Take back what is offered for a wish whose window is locked, and close it. The caller follows up."""
    for offer in wish.offers.filter(status=Offer.Status.OUTSTANDING).select_for_update(of=("self",)).order_by("pk"):
        offer.status, offer.answered_on, offer.answered_by = Offer.Status.WITHDRAWN, clock.today(), by
        versions.save(offer)
        participants.complete_tasks_by_key(task_key(offer), by=by)
        _let_go(wish, Wish.Status.CLOSED)


def _let_go(wish: Wish, status: str) -> None:
    """The wish's offered place is free again."""
    wish.status = status
    versions.save(wish)
    letters.offer_is_over(wish)
    free_place(lock_intakes([wish.intake_id])[wish.intake_id])


@transaction.atomic
def pass_on(*, offer: Offer, by: Membership, expected_version: int | None = None) -> Offer:
    """The office decides that an offer nobody got through about goes on: no refusal of hers (03-matching).

    Raises ValidationError when contact was made, or before the ten working days are out.
    """
    offer = _locked(offer)
    versions.check(offer, expected_version)
    _must_be_outstanding(offer)
    if offer.contacted_on is not None:
        raise ValidationError(_("Det har vært kontakt om tilbudet. Registrer svaret i stedet."))
    decide_on = workdays.add_working_days(offer.offered_on, DECISION_WORKING_DAYS)
    if decide_on > clock.today():
        raise ValidationError(_("Plassen kan gå videre uten kontakt fra %(day)s.") % {"day": date_format(decide_on)})
    _expire(offer, by)
    follow_up(window=offer.wish.application.window, by=by)
    portfolio_rows.refresh([offer.wish.application.participant_id])
    return offer


def _expire(offer: Offer, by: Membership | None) -> None:
    offer.status, offer.answered_on, offer.answered_by = Offer.Status.EXPIRED, clock.today(), by
    versions.save(offer)
    _let_go(offer.wish, Wish.Status.EXPIRED)
    participants.complete_tasks_by_key(task_key(offer), by=by)


def expire_offers(now: dt.datetime) -> int:
    """Job of the tick: offers past their deadline go on, those nobody got through about become the office's task."""
    today = now.astimezone(clock.OSLO).date()
    late = Offer.objects.filter(status=Offer.Status.OUTSTANDING)
    expired = late.filter(deadline_on__lt=today) | late.filter(wish__intake__starts_on__lte=today)
    windows = expired.order_by("wish__application__window").values_list("wish__application__window", flat=True)
    count = sum(_expire_in(window, today) for window in windows.distinct())
    return count + _hand_to_office(today)


@transaction.atomic
def _expire_in(window_id: int, today: dt.date) -> int:
    window = lock_window(window_id)
    late = Offer.objects.filter(status=Offer.Status.OUTSTANDING, wish__application__window=window)
    late = late.filter(deadline_on__lt=today) | late.filter(wish__intake__starts_on__lte=today)
    lock_intakes(late.order_by().values_list("wish__intake", flat=True))
    offers = list(
        Offer.objects.filter(pk__in=late.values("pk"))
        .select_for_update(of=("self",))
        .select_related("wish__application")
        .order_by("pk")
    )
    for offer in offers:
        _expire(offer, None)
    if offers:
        follow_up(window=window, by=None)
        portfolio_rows.refresh({offer.wish.application.participant_id for offer in offers})
    return len(offers)


def _hand_to_office(today: dt.date) -> int:
    """After ten working days without contact the office decides; one task per offer. Returns how many are new."""
    waiting = Offer.objects.filter(status=Offer.Status.OUTSTANDING, contacted_on=None).exclude(
        wish__intake__status__in=[Intake.Status.CALLED_OFF, Intake.Status.CUT_SHORT]
    )
    offers = waiting.select_related("wish__application__participant__office").order_by("pk")
    late = {
        f"{task_key(offer)}office": offer
        for offer in offers
        if workdays.add_working_days(offer.offered_on, DECISION_WORKING_DAYS) <= today
    }
    told = set(Task.objects.filter(dedupe_key__in=late).order_by().values_list("dedupe_key", flat=True))
    new = {key: offer for key, offer in late.items() if key not in told}
    for key, offer in new.items():
        participant = offer.wish.application.participant
        participants.create_task(
            participant=participant,
            kind="offer_decision",
            title=_("Ingen kontakt om tilbudet: avgjør om plassen skal gå videre"),
            due_on=today,
            office=participant.office,
            url=reverse("courses:offer_answer", args=[offer.public_id]),
            dedupe_key=key,
        )
    return len(new)
