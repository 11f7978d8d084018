"""A class or a participation that is written about, locked in the order of courses.actions.seats."""

from django.core.exceptions import PermissionDenied

from amo.models import Membership
from courses import grants
from courses.actions.seats import lock_intakes, lock_window
from courses.models import Enrolment, Intake


def own_class(intake: Intake, by: Membership) -> Intake:
    """The class, locked and fresh. Raises PermissionDenied for everybody but its provider's people who see it."""
    intake = lock_intakes([intake.pk])[intake.pk]
    if not by.is_provider or intake.provider.pk != by.provider_id:
        raise PermissionDenied
    if not Intake.objects.visible_to(by).filter(pk=intake.pk).exists():
        raise PermissionDenied
    return intake


def lock_enrolment(enrolment: Enrolment) -> Enrolment:
    """The enrolment, locked after its window and class, and fresh."""
    lock_window(enrolment.intake.window_id)
    lock_intakes([enrolment.intake_id])
    return grants.with_sources(
        Enrolment.objects.select_for_update(of=("self",)).select_related("intake__window", "wish")
    ).get(pk=enrolment.pk)
