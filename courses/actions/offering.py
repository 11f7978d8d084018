"""Making offers: the places are taken, the wishes move, and the caseworkers are told (A3)."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, notifications, versions, workdays
from amo.models import Membership
from courses.actions.seats import take_place
from courses.models import AllocationRun, Intake, Offer, Wish
from participants.actions import create_task
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

    Raises ValidationError when an intake is full. The deadline starts with the first logged contact (03-matching).
    """
    offers = [_make(wish, intakes[wish.intake_id], run) for wish in wishes]
    for offer in offers:
        _task(offer, by)
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


def _make(wish: Wish, intake: Intake, run: AllocationRun | None) -> Offer:
    take_place(intake)
    wish.status = Wish.Status.OFFERED
    versions.save(wish)
    return versions.save(Offer(wish=wish, offered_on=clock.today(), run=run))


def _contact_url(offer: Offer) -> str:
    return reverse("courses:offer_contact", args=[offer.public_id])


def _task(offer: Offer, by: Membership | None) -> None:
    participant = offer.wish.application.participant
    caseworker = responsible_for(participant)
    create_task(
        participant=participant,
        kind="offer_contact",
        title=_("Gi beskjed om tilbud"),
        due_on=workdays.add_working_days(offer.offered_on, CONTACT_WORKING_DAYS),
        owner=caseworker,
        office=None if caseworker else participant.office,
        url=_contact_url(offer),
        dedupe_key=f"{task_key(offer)}contact",
        by=by,
    )


def locked_wishes(pks: Iterable[int]) -> dict[int, Wish]:
    """{pk: wish}, locked, with the person behind each."""
    wishes = Wish.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk")
    person = "application__participant"
    wishes = wishes.select_related(f"{person}__office", f"{person}__caseworker__user", "intake__contract__concept")
    return {wish.pk: wish for wish in wishes}
