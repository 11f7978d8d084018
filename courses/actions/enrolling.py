"""Into and out of a course before it starts: enrolment, grants and the place move together (K2, C3)."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, notifications, versions
from amo.models import Membership, Role
from courses import grants
from courses.actions.seats import free_place, lock_intakes
from courses.models import Enrolment, Intake, Wish
from participants.models import Participant

JOINABLE = frozenset({Intake.Status.OPEN, Intake.Status.ALLOCATED, Intake.Status.RUNNING})


def from_offer(*, wish: Wish, by: Membership) -> Enrolment:
    """Turn an accepted offer into an enrolment; the place was taken when the offer was made.

    A course she already has a place on, and leaves for this higher wish, is given back first.
    """
    earlier = Enrolment.objects.filter(
        wish__application=wish.application_id, status=Enrolment.Status.AWAITING_START
    ).exclude(wish=wish)
    for enrolment in earlier.order_by("pk"):
        leave_for_better(enrolment=enrolment, by=by)
    return create(
        participant=wish.application.participant,
        intake=wish.intake,
        wish=wish,
        referred_by=wish.application.participant.caseworker or wish.application.submitted_by or by,
    )


def create(
    *, participant: Participant, intake: Intake, referred_by: Membership | None, wish: Wish | None = None
) -> Enrolment:
    """Make the enrolment with its grants, and tell the provider. The place is taken by the caller.

    Raises ValidationError for a course that is over or called off, or that overlaps another.
    """
    today = clock.today()
    if intake.status not in JOINABLE or intake.ends_on < today:
        raise ValidationError(_("Kurset tar ikke imot deltakere nå."))
    starts_on = max(intake.starts_on, today)
    if wish is not None:
        # Once given up for a higher wish and offered again: the wish goes with the enrolment that begins.
        Enrolment.objects.filter(wish=wish, status=Enrolment.Status.NOT_STARTED).update(wish=None)
    enrolment = Enrolment(
        participant=participant,
        intake=intake,
        wish=wish,
        referred_by=referred_by,
        status=Enrolment.Status.PARTICIPATING if starts_on <= today else Enrolment.Status.AWAITING_START,
        starts_on=starts_on,
        ends_on=intake.ends_on,
        created_at=clock.now(),
    )
    versions.save(enrolment)
    grants.write([enrolment])
    if participant.is_protected:
        # That she is on the course is itself protected (06-access).
        return enrolment
    # To the provider, without a name.
    text = _("Ny deltaker på %(course)s, kurs %(code)s.") % {"course": intake.concept, "code": intake.code}
    url = reverse("courses:roster", args=[intake.public_id])
    key = f"enrolment:{enrolment.public_id}:new"
    notifications.notify_many((lead, text, url, key) for lead in leads(intake))
    return enrolment


def leads(intake: Intake) -> list[Membership]:
    """The provider's course leads."""
    active = Membership.objects.active_on(clock.today())
    return list(active.filter(provider=intake.contract.provider_id, role=Role.PROVIDER_LEAD).order_by("pk"))


def leave_for_better(*, enrolment: Enrolment, by: Membership) -> Enrolment:
    """Give a place back because she accepted a course she ranked higher."""
    if enrolment.wish_id:
        wish = Wish.objects.select_for_update(of=("self",)).get(pk=enrolment.wish_id)
        if wish.status == Wish.Status.ACCEPTED:
            wish.status = Wish.Status.CLOSED
            versions.save(wish)
    return not_started(enrolment=enrolment, reason=Enrolment.EndReason.OTHER, by=by)


def not_started(*, enrolment: Enrolment, reason: str, by: Membership, on: dt.date | None = None) -> Enrolment:
    """End an enrolment that has not begun: its place is free again. The caller has checked that it may."""
    intake = lock_intakes([enrolment.intake_id])[enrolment.intake_id]
    enrolment = grants.with_sources(Enrolment.objects.select_for_update(of=("self",))).get(pk=enrolment.pk)
    enrolment.status = Enrolment.Status.NOT_STARTED
    enrolment.end_reason, enrolment.ended_by, enrolment.ended_at = reason, by, clock.now()
    versions.save(enrolment)
    free_place(intake)
    grants.write([enrolment])
    return enrolment
