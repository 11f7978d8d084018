"""Help with looking for a job: logged for one, or for many of the class in one go (K3)."""

import datetime as dt
from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from courses import grants
from courses.actions.class_lock import own_class
from courses.models import Enrolment, Intake, JobSearchActivity

ON_COURSE = (Enrolment.Status.PARTICIPATING, Enrolment.Status.COMPLETED, Enrolment.Status.DROPPED_OUT)


def in_class(intake: Intake, by: Membership):
    """Who is or was on the class, as this membership sees them."""
    return Enrolment.objects.visible_to(by).filter(intake=intake, status__in=ON_COURSE)


@transaction.atomic
def log_job_search(
    *,
    intake: Intake,
    enrolments: Collection[Enrolment],
    kind: str,
    on: dt.date,
    by: Membership,
    with_whom: str = "",
    applications: int = 0,
    employer: str = "",
    note: str = "",
) -> int:
    """Log one activity for each of these people; returns how many. A foreign one among them refuses them all.

    Raises ValidationError at `people` for nobody, at `on` for a day ahead or outside somebody's time on the course,
    at `applications` when an application has no number.
    """
    intake = own_class(intake, by)
    chosen = list(in_class(intake, by).filter(pk__in=[one.pk for one in enrolments]).order_by("pk"))
    # Of whom the provider only sees the name and what is to be reported, it writes nothing more.
    open_ones = grants.has_course_view(by, {one.participant_id for one in chosen}, on=clock.today())
    chosen = [one for one in chosen if one.participant_id in open_ones]
    if not chosen or len(chosen) != len({one.pk for one in enrolments}):
        raise ValidationError({"people": _("Velg minst én deltaker fra lista.")})
    if on > clock.today():
        raise ValidationError({"on": _("Dagen kan ikke være fram i tid.")})
    if any(not one.starts_on <= on <= one.ends_on for one in chosen):
        raise ValidationError({"on": _("Dagen er utenfor tiden på kurset for minst én av dem du har valgt.")})
    if kind == JobSearchActivity.Kind.APPLICATION and applications < 1:
        raise ValidationError({"applications": _("Skriv hvor mange søknader som er sendt.")})
    now = clock.now()
    rows = [
        JobSearchActivity(
            enrolment=one,
            kind=kind,
            on=on,
            with_whom=with_whom.strip(),
            applications=applications,
            employer=employer.strip(),
            note=note.strip(),
            recorded_by=by,
            recorded_at=now,
        )
        for one in chosen
    ]
    # They differ only in whom they are about.
    rows[0].full_clean()
    JobSearchActivity.objects.bulk_create(rows)
    return len(rows)


@transaction.atomic
def remove_job_search(*, activity: JobSearchActivity, by: Membership) -> Enrolment:
    """Take away what was logged by mistake; the change history keeps it. Returns whose it was."""
    enrolment = activity.enrolment
    own_class(enrolment.intake, by)
    JobSearchActivity.objects.select_for_update().get(pk=activity.pk).delete()
    return enrolment
