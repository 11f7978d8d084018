"""Making an offer: the place is taken, the wish moves, and the caseworker is told (A3)."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, notifications, versions, workdays
from amo.models import Membership
from courses.actions.seats import take_place
from courses.models import AllocationRun, Intake, Offer, Wish
from participants.actions import create_task

CONTACT_WORKING_DAYS = 3
"""Within so many working days the caseworker should have told the person."""


def task_key(offer: Offer) -> str:
    """Beginning of the keys of every task about this offer."""
    return f"offer:{offer.public_id}:"


def make_offer(*, wish: Wish, intake: Intake, run: AllocationRun | None, by: Membership | None) -> Offer:
    """Offer a locked intake's place to a locked wish. The caller refreshes the portfolio.

    Raises ValidationError when the intake is full. The deadline starts with the first logged contact (03-matching).
    """
    take_place(intake)
    wish.status = Wish.Status.OFFERED
    versions.save(wish)
    offer = Offer(wish=wish, offered_on=clock.today(), run=run)
    versions.save(offer)
    _tell(offer, by)
    return offer


def _tell(offer: Offer, by: Membership | None) -> None:
    participant = offer.wish.application.participant
    url = reverse("courses:offer_contact", args=[offer.public_id])
    caseworker = participant.caseworker
    create_task(
        participant=participant,
        kind="offer_contact",
        title=_("Gi beskjed om tilbud"),
        due_on=workdays.add_working_days(offer.offered_on, CONTACT_WORKING_DAYS),
        owner=caseworker,
        office=None if caseworker else participant.office,
        url=url,
        dedupe_key=f"{task_key(offer)}contact",
        by=by,
    )
    if caseworker:
        text = _("Én av brukerne dine har fått tilbud om kursplass. Gi beskjed.")
        notifications.notify(caseworker, text, url, f"{task_key(offer)}made")


def locked_wishes(pks: Iterable[int]) -> dict[int, Wish]:
    """{pk: wish}, locked, with the person behind each."""
    wishes = Wish.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk")
    person = "application__participant"
    wishes = wishes.select_related(f"{person}__office", f"{person}__caseworker__user", "intake__contract__concept")
    return {wish.pk: wish for wish in wishes}
