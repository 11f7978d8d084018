"""When the course she accepted starts, she waits no longer for a course she ranked higher (03-matching, A3)."""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from amo import clock, notifications, versions
from courses import portfolio_rows
from courses.actions.allocation import follow_up
from courses.actions.offering import task_key
from courses.actions.offers import withdraw_offers
from courses.actions.seats import lock_intakes, lock_window
from courses.models import Enrolment, Offer, Wish
from participants.responsible import responsible_for

HOPING = (Wish.Status.PENDING, Wish.Status.WAITING, Wish.Status.OFFERED)


def close_higher(now: dt.datetime) -> int:
    """Job of the tick: wishes above a course that has started are closed, and what was offered of them goes on.

    One transaction per round, so that a worker that is killed leaves a round as it was or done. Returns how many wishes.
    """
    today = now.astimezone(clock.OSLO).date()
    windows = _due(today).order_by("application__window").values_list("application__window", flat=True).distinct()
    return sum(_close_in(window, today) for window in list(windows))


def _due(today: dt.date):
    """Wishes that may lead to nothing more: on their application another is accepted, and its course has started."""
    begun = Enrolment.objects.filter(
        wish__application=OuterRef("application"), wish__status=Wish.Status.ACCEPTED, starts_on__lte=today
    ).taking_a_place()
    return Wish.objects.filter(Exists(begun), status__in=HOPING)


@transaction.atomic
def _close_in(window_id: int, today: dt.date) -> int:
    window = lock_window(window_id)
    lock_intakes(_due(today).filter(application__window=window).order_by().values_list("intake", flat=True))
    due = _due(today).filter(application__window=window).select_for_update(of=("self",)).order_by("pk")
    wishes = list(due.select_related("application__participant__caseworker", "intake__contract__concept"))
    offered = [wish for wish in wishes if wish.status == Wish.Status.OFFERED]
    for wish in wishes:
        if wish.status == Wish.Status.OFFERED:
            _tell(wish)
            withdraw_offers(wish, None)
        else:
            wish.status = Wish.Status.CLOSED
            versions.save(wish)
    if offered:
        follow_up(window=window, by=None)
    portfolio_rows.refresh({wish.application.participant_id for wish in wishes})
    return len(wishes)


def _tell(wish: Wish) -> None:
    """The caseworker hears that an offer fell away; names no client."""
    caseworker = responsible_for(wish.application.participant)
    offer = wish.offers.filter(status=Offer.Status.OUTSTANDING).order_by("-pk").first()
    if caseworker is None or offer is None:
        return
    text = _("Tilbudet til én av brukerne dine om %(course)s er trukket: kurset brukeren takket ja til, har startet.")
    notifications.notify(
        caseworker,
        text % {"course": wish.intake.concept.title},
        offer.get_absolute_url(),
        f"{task_key(offer)}started",
    )
