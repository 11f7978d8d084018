"""Weekly pattern of school and placement days, for a class or for one person on it (K1)."""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from courses.actions.class_lock import own_class
from courses.models import Enrolment, Intake, WeekPlan


@transaction.atomic
def save_week_plan(
    *,
    intake: Intake,
    starts_on: dt.date,
    days: Sequence[str],
    by: Membership,
    ends_on: dt.date | None = None,
    enrolment: Enrolment | None = None,
    plan: WeekPlan | None = None,
    expected_version: int | None = None,
) -> WeekPlan:
    """Make or change a week plan: from a day on, for the class, or for one person on it.

    days: seven kinds, Monday first. Raises ValidationError at `starts_on` and `ends_on` for days outside the course,
    StaleVersion.
    """
    intake = own_class(intake, by)
    if plan is None:
        plan = WeekPlan(intake=intake, enrolment=enrolment)
    else:
        plan = WeekPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
        versions.check(plan, expected_version)
    _check_days(intake, plan.enrolment, starts_on, ends_on)
    plan.starts_on, plan.ends_on, plan.days = starts_on, ends_on, list(days)
    plan.updated_by, plan.updated_at = by, clock.now()
    return versions.save(plan)


def _check_days(intake: Intake, enrolment: Enrolment | None, starts_on: dt.date, ends_on: dt.date | None) -> None:
    whose = enrolment or intake
    if not whose.starts_on <= starts_on <= whose.ends_on:
        first, last = date_format(whose.starts_on), date_format(whose.ends_on)
        raise ValidationError(
            {"starts_on": _("Velg en dag mellom %(first)s og %(last)s.") % {"first": first, "last": last}}
        )
    if ends_on is not None and ends_on < starts_on:
        raise ValidationError({"ends_on": _("Sluttdato kan ikke være før startdato.")})
    if ends_on is not None and ends_on > whose.ends_on:
        last = date_format(whose.ends_on)
        raise ValidationError({"ends_on": _("Velg en dag senest %(last)s, eller la feltet stå tomt.") % {"last": last}})


@transaction.atomic
def remove_week_plan(*, plan: WeekPlan, by: Membership) -> None:
    """Take a plan away: the one before it holds again. The change history keeps it."""
    own_class(plan.intake, by)
    WeekPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk).delete()
