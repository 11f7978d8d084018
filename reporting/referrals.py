"""Whom a caseworker or an office lead may hear of: those they referred, by name (R9)."""

from django.db.models import QuerySet

from amo.models import Membership
from amo.models.users import Role
from courses.models import Enrolment
from participants.models import Participant


def referred(membership: Membership) -> QuerySet[Enrolment]:
    """Participations of the caseworker's own referrals, an office lead's office's, on courses that have started.

    One whose page the reader may not open is left out: a masked row here would tell that she was on a course.
    """
    found = Enrolment.objects.visible_to(membership).filter(participant__in=Participant.objects.openable_by(membership))
    if membership.role == Role.CASEWORKER:
        found = found.filter(referred_by__user=membership.user_id)
    return found.exclude(status__in=[Enrolment.Status.NOT_STARTED, Enrolment.Status.AWAITING_START])
