"""Formal conditions for a course that starts on a given day, and what would change them (P3). Pure: no queries."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participants.models import JobseekerPeriod, Participant

LOWEST_AGE = 19


class Status(TextChoices):
    """How a condition stands on the day. What is not known is to be found out, and is no "not met"."""

    MET = "met", gettext_lazy("Oppfylt")
    UNMET = "unmet", gettext_lazy("Ikke oppfylt")
    UNCLEAR = "unclear", gettext_lazy("Må avklares")
    INFORMATION = "information", gettext_lazy("Til informasjon")


@dataclass(frozen=True)
class Condition:
    """One condition: how it stands on the day, in words what is or what would change it, and where that is done.

    `route` is a page that takes the person's public id, `field` the name of the field there.
    """

    code: str
    label: str
    status: Status
    text: str
    route: str = ""
    field: str = ""

    @property
    def met(self) -> bool:
        return self.status == Status.MET


def nineteen_on(born_on: dt.date) -> dt.date:
    """The day she turns 19; the first of March for somebody born on a leap day."""
    try:
        return born_on.replace(year=born_on.year + LOWEST_AGE)
    except ValueError:
        return dt.date(born_on.year + LOWEST_AGE, 3, 1)


def formal_conditions(
    participant: Participant, periods: Iterable[JobseekerPeriod], day: dt.date, *, norwegian_known: bool
) -> list[Condition]:
    """Age, registration as a jobseeker, an assessed need, Norwegian and the right to tuition, in that order.

    periods: all of hers as a registered jobseeker. day: the first day of the course. norwegian_known: whether her
    mapping says anything about her Norwegian.
    """
    return [
        _age(participant, day),
        _registration(list(periods), day),
        _need(participant, day),
        _norwegian(norwegian_known),
        _tuition(participant, day),
    ]


def _day(day: dt.date) -> str:
    return formats.date_format(day, "j. F Y")


def _age(participant, day) -> Condition:
    turns = nineteen_on(participant.born_on)
    if turns <= day:
        status, text = Status.MET, _("Er 19 år eller eldre fra %(day)s.")
    else:
        status = Status.UNMET
        text = _("Fyller 19 år %(day)s. Kan søkes inn på kurs som starter den dagen eller senere.")
    return Condition("age", _("Fylt 19 år på oppstartsdagen"), status, text % {"day": _day(turns)})


def _registration(periods: list[JobseekerPeriod], day: dt.date) -> Condition:
    label, where = _("Registrert arbeidssøker"), {"route": "participants:edit", "field": "jobseeker_from"}
    covering = [one for one in periods if one.starts_on <= day and (one.ends_on is None or one.ends_on >= day)]
    if covering:
        found = max(covering, key=lambda one: one.starts_on)
        text = _("Registrert siden %(day)s.") % {"day": _day(found.starts_on)}
        if found.ends_on:
            text = _("Registrert fra %(first)s til %(last)s.") % {
                "first": _day(found.starts_on),
                "last": _day(found.ends_on),
            }
        return Condition("registered", label, Status.MET, text)
    earlier = [one for one in periods if one.ends_on and one.ends_on < day]
    later = [one for one in periods if one.starts_on > day]
    if earlier and not later:
        last = max(one.ends_on for one in earlier)
        text = _("Registreringen varer bare til %(day)s. Personen må registrere seg på nytt.") % {"day": _day(last)}
    elif later:
        first = min(one.starts_on for one in later)
        text = _("Ikke registrert denne dagen. Registrert fra %(day)s.") % {"day": _day(first)}
    else:
        text = _("Ikke registrert som arbeidssøker.")
    return Condition("registered", label, Status.UNMET, text, **where)


def _need(participant, day) -> Condition:
    label, where = _("Behov for kvalifisering er vurdert"), {"route": "participants:edit", "field": "need_reason"}
    assessed, reason = participant.need_assessed_on, participant.need_reason
    if not (assessed and reason):
        return Condition("need", label, Status.UNMET, _("Skriv hvorfor personen trenger kvalifisering."), **where)
    if assessed > day:
        text = _("Behovet ble først vurdert %(day)s.") % {"day": _day(assessed)}
        return Condition("need", label, Status.UNMET, text)
    text = _("Vurdert %(day)s: %(reason)s") % {"day": _day(assessed), "reason": reason}
    return Condition("need", label, Status.MET, text)


def _norwegian(known: bool) -> Condition:
    label = _("Norsk er kartlagt")
    if known:
        text = _("Hva kurset krever, står ved hvert kursforslag.")
        return Condition("norwegian", label, Status.MET, text)
    text = _("Ukjent norsk stopper ingen, men må avklares: kursene har ulike krav.")
    return Condition("norwegian", label, Status.UNCLEAR, text, "participants:mapping", "oral")


def _tuition(participant, day) -> Condition:
    label, where = _("Rett til kommunal norskopplæring"), {"route": "participants:edit", "field": "tuition_right"}
    right = Participant.TuitionRight
    if participant.tuition_right == right.UNKNOWN:
        text = _("Vi vet ikke om personen har rett til norskopplæring i kommunen.")
        return Condition("tuition", label, Status.UNCLEAR, text, **where)
    if participant.tuition_right == right.NO:
        return Condition("tuition", label, Status.INFORMATION, _("Har ikke rett til norskopplæring i kommunen."))
    deadline, hours = participant.tuition_deadline, participant.tuition_hours_left
    values = {"hours": hours, "day": _day(deadline) if deadline else ""}
    if deadline and deadline < day:
        text = _("Fristen for opplæringen er %(day)s, før denne dagen.")
    elif deadline and hours is not None:
        text = _("Har rett, %(hours)d timer igjen, frist %(day)s.")
    elif deadline:
        text = _("Har rett, frist %(day)s.")
    elif hours is not None:
        text = _("Har rett, %(hours)d timer igjen.")
    else:
        text = _("Har rett. Timer og frist er ikke registrert.")
        return Condition("tuition", label, Status.INFORMATION, text, **where)
    return Condition("tuition", label, Status.INFORMATION, text % values)
