"""Which days a placement may have: within the participation, and around what has happened in it (L3, L5)."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db.models import Max, Min
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock
from courses.models import Enrolment
from placements.models import Placement, PlanGoal, Visit


def within_enrolment(placement: Placement, enrolment: Enrolment) -> None:
    """Raise the message at the field when a date lies outside the person's own participation."""
    if placement.starts_on and placement.starts_on < enrolment.starts_on:
        raise ValidationError(
            {"starts_on": _("Praksisen kan tidligst starte %(day)s.") % {"day": date_format(enrolment.starts_on)}}
        )
    if placement.ends_on and placement.ends_on > enrolment.ends_on:
        raise ValidationError(
            {
                "ends_on": _("Kurset slutter %(day)s. Praksisen kan ikke vare lenger.")
                % {"day": date_format(enrolment.ends_on)}
            }
        )


def check_last_day(placement: Placement, ends_on: dt.date) -> None:
    """Raise ValidationError at `ends_on` when the placement cannot have ended that day."""
    if ends_on < placement.starts_on:
        raise ValidationError({"ends_on": _("Siste dag kan ikke være før praksisen startet.")})
    if ends_on > clock.today():
        raise ValidationError({"ends_on": _("Siste dag kan ikke være fram i tid.")})
    if ends_on > placement.ends_on:
        raise ValidationError({"ends_on": _("Siste dag kan ikke være etter datoen som er avtalt.")})
    _first, last = happened(placement)
    if last and ends_on < last:
        text = _("Det er logget besøk eller opplæring %(day)s. Siste dag kan ikke være før det.")
        raise ValidationError({"ends_on": text % {"day": date_format(last)}})


def check_changed_days(placement: Placement, *, was_running: bool) -> None:
    """Raise ValidationError at the field when a change of days would undo what has happened.

    The last day of a running placement is moved by ending or extending it, which keeps the reason.
    """
    first, _last = happened(placement)
    if first and placement.starts_on > first:
        text = _("Det er logget besøk eller opplæring %(day)s. Første dag kan ikke være etter det.")
        raise ValidationError({"starts_on": text % {"day": date_format(first)}})
    if was_running and placement.starts_on > clock.today():
        raise ValidationError({"starts_on": _("Praksisen er i gang. Første dag kan ikke være fram i tid.")})
    if not was_running and placement.ends_on < clock.today():
        raise ValidationError({"ends_on": _("Siste dag kan ikke være tilbake i tid. Avslutt praksisen i stedet.")})


def happened(placement: Placement) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of visits that were held and of training that was reached. Two queries."""
    held = Visit.objects.filter(placement=placement, status=Visit.Status.HELD)
    reached = PlanGoal.objects.filter(plan__placement=placement)
    days = [
        *held.aggregate(first=Min("held_on"), last=Max("held_on")).values(),
        *reached.aggregate(first=Min("reached_on"), last=Max("reached_on")).values(),
    ]
    days = [day for day in days if day]
    return min(days, default=None), max(days, default=None)
