"""What work the course leads to, told to the class in one go (K4)."""

import datetime as dt
from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo.models import Membership
from courses.actions.class_lock import own_class
from courses.actions.enrolments import CAN_EXPLAIN_FROM, write_prospects
from courses.models import Enrolment, Intake


def may_be_told(intake: Intake, by: Membership):
    """Those on the class who may be told, as this membership sees them."""
    return Enrolment.objects.visible_to(by).filter(intake=intake, status__in=CAN_EXPLAIN_FROM)


@transaction.atomic
def explain_to_class(
    *, intake: Intake, enrolments: Collection[Enrolment], on: dt.date, said: str, by: Membership
) -> int:
    """Log for each of these people what was said; returns how many. A foreign one among them refuses them all.

    Raises ValidationError at `people` for nobody, at `on` and `said` as for one.
    """
    intake = own_class(intake, by)
    wanted = {one.pk for one in enrolments}
    people = may_be_told(intake, by).filter(pk__in=wanted).select_for_update(of=("self",))
    people = list(people.select_related("participant", "intake__contract__concept").order_by("pk"))
    if not people or len(people) != len(wanted):
        raise ValidationError({"people": _("Velg minst én deltaker fra lista.")})
    for enrolment in people:
        write_prospects(enrolment, on=on, said=said, by=by)
    return len(people)
