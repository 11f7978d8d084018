"""Formal conditions for a course, and what would change them (P3). Pure: no queries."""

import datetime as dt
from dataclasses import dataclass

from django.utils import formats
from django.utils.translation import gettext as _

from participants.models import JobseekerPeriod, Participant

LOWEST_AGE = 19


@dataclass(frozen=True)
class Condition:
    """One condition: whether it is met today, and in words what is or what would change it."""

    code: str
    label: str
    met: bool
    text: str


def nineteen_on(born_on: dt.date) -> dt.date:
    """The day she turns 19; the first of March for somebody born on a leap day."""
    try:
        return born_on.replace(year=born_on.year + LOWEST_AGE)
    except ValueError:
        return dt.date(born_on.year + LOWEST_AGE, 3, 1)


def formal_conditions(participant: Participant, period: JobseekerPeriod | None, today: dt.date) -> list[Condition]:
    """Age, registration as a jobseeker and an assessed need, in that order. `period`: the latest one, or None."""
    return [_age(participant, today), _registration(period, today), _need(participant)]


def _day(day: dt.date) -> str:
    return formats.date_format(day, "j. F Y")


def _age(participant, today) -> Condition:
    day = nineteen_on(participant.born_on)
    if day <= today:
        text = _("Fylte 19 år %(day)s.")
    else:
        text = _("Fyller 19 år %(day)s. Kan søkes inn på kurs som starter den dagen eller senere.")
    return Condition("age", _("Fylt 19 år på oppstartsdagen"), day <= today, text % {"day": _day(day)})


def _registration(period, today) -> Condition:
    label = _("Registrert arbeidssøker")
    if period is None:
        return Condition("registered", label, False, _("Ikke registrert som arbeidssøker."))
    if period.ends_on and period.ends_on < today:
        text = _("Registreringen tok slutt %(day)s. Personen må registrere seg på nytt.") % {
            "day": _day(period.ends_on)
        }
        return Condition("registered", label, False, text)
    return Condition("registered", label, True, _("Registrert siden %(day)s.") % {"day": _day(period.starts_on)})


def _need(participant) -> Condition:
    label = _("Behov for kvalifisering er vurdert")
    if participant.need_assessed_on and participant.need_reason:
        text = _("Vurdert %(day)s: %(reason)s") % {
            "day": _day(participant.need_assessed_on),
            "reason": participant.need_reason,
        }
        return Condition("need", label, True, text)
    return Condition("need", label, False, _("Skriv hvorfor personen trenger kvalifisering."))
