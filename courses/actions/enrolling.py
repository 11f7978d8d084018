"""Into a course: enrolment, grants and the place move together (K2, C3). The way off it: `courses.actions.taking_off`."""

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, notifications, versions
from amo.models import Membership
from courses import grants
from courses.actions import taking_off
from courses.class_people import leads
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
    # She has chosen the other course herself: nothing to write to her about.
    taking_off.never_begun(earlier, reason=Enrolment.EndReason.OTHER, by=by, letter=False)
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
