"""Making offers: the places are taken, the wishes move, and the caseworkers are told (A3)."""

from collections import Counter
from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, notifications, workdays
from amo.models import Membership
from courses.actions import letters
from courses.actions.deciding import move
from courses.actions.seats import take_places
from courses.models import AllocationRun, Intake, Offer, Wish
from participants.actions import NewTask, create_tasks
from participants.responsible import responsible_for

CONTACT_WORKING_DAYS = 3
"""Within so many working days the caseworker should have told the person."""


def task_key(offer: Offer) -> str:
    """Beginning of the keys of every task about this offer."""
    return f"offer:{offer.public_id}:"


def make_offers(
    wishes: Iterable[Wish], *, intakes: dict[int, Intake], run: AllocationRun | None, by: Membership | None
) -> list[Offer]:
    """Offer locked intakes' places to locked wishes, and tell the caseworkers. The caller refreshes the portfolio.

    A constant number of statements, whatever their number. Raises ValidationError when an intake is full. The deadline
    starts with the first logged contact (03-matching).
    """
    wishes = list(wishes)
    if not wishes:
        return []
    take_places(intakes, Counter(wish.intake_id for wish in wishes))
    move(wishes, Wish.Status.OFFERED)
    today = clock.today()
    offers = Offer.objects.bulk_create([Offer(wish=wish, offered_on=today, run=run) for wish in wishes])
    _tasks(offers, by)
    letters.offers_made(offers, by=by)
    text = _("Én av brukerne dine har fått tilbud om plass på %(course)s (%(code)s). Gi beskjed.")
    caseworkers = ((offer, responsible_for(offer.wish.application.participant)) for offer in offers)
    notifications.notify_many(
        (
            caseworker,
            text % {"course": offer.wish.intake.concept.title, "code": offer.wish.intake.code},
            _contact_url(offer),
            f"{task_key(offer)}made",
        )
        for offer, caseworker in caseworkers
        if caseworker
    )
    return offers


def _contact_url(offer: Offer) -> str:
    return reverse("courses:offer_contact", args=[offer.public_id])


def _tasks(offers: list[Offer], by: Membership | None) -> None:
    create_tasks(
        kind="offer_contact",
        due_on=workdays.add_working_days(clock.today(), CONTACT_WORKING_DAYS),
        tasks=[
            NewTask(
                offer.wish.application.participant,
                _("Gi beskjed om tilbud"),
                _contact_url(offer),
                f"{task_key(offer)}contact",
            )
            for offer in offers
        ],
        by=by,
    )


def locked_wishes(pks: Iterable[int]) -> dict[int, Wish]:
    """{pk: wish}, locked, with the person behind each; also those that have been taken off their application."""
    wishes = Wish.everything.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk")
    person = "application__participant"
    wishes = wishes.select_related(f"{person}__office", f"{person}__caseworker__user", "intake__contract__concept")
    return {wish.pk: wish for wish in wishes}
