"""How a participation ended, in words, where it was the course that ended and not the person (C3)."""

from django.utils.translation import gettext as _

from courses.models import Enrolment, Intake


def by_the_course(enrolment: Enrolment) -> str:
    """ "Kurset ble avlyst" or "Kurset ble stanset" of one whose course ended for her; "" of any other.

    enrolment: with its intake read.
    """
    status = enrolment.status
    if enrolment.intake.status == Intake.Status.CALLED_OFF and status == Enrolment.Status.NOT_STARTED:
        return _("Kurset ble avlyst")
    if enrolment.intake.status == Intake.Status.CUT_SHORT and status in (
        Enrolment.Status.COMPLETED,
        Enrolment.Status.NOT_STARTED,
    ):
        return _("Kurset ble stanset")
    return ""


def status_text(enrolment: Enrolment) -> str:
    """The status as a reader should hear it."""
    return by_the_course(enrolment) or enrolment.get_status_display()
