"""Questions worth asking in a meeting, each with its reason. Pure: facts in, questions out, no queries.

The rules look at dates and at what is missing. They never weigh a person, and nothing is counted from the answers.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta
from django.utils.formats import date_format
from django.utils.translation import gettext as _

MAPPING_MONTHS = 6
AIM_MONTHS = 12
CONTACT_DAYS = 30
TUITION_DAYS = 90
CERTIFICATE_DAYS = 90
JOB_DAYS = 60
SETTLED_DAYS = 7
"""So long after a course its outcome may be on its way; after that it is asked for."""


@dataclass(frozen=True)
class JobNow:
    """A job she holds. Percentages are whole numbers; `wanted` None when she has not said."""

    employer: str
    fte: int
    wanted: int | None = None
    ends_on: dt.date | None = None


@dataclass(frozen=True)
class Facts:
    """What is known about a person on a day. None and empty mean that it is not known, or that there is none.

    ended: the latest course, when it is over and neither job nor education is registered since. Pairs are a name and a
    day; an offer's day is its deadline, None until she has been told. plan_after: the plan must be newer than this day
    before another course, because two or more have ended without work (P7).
    """

    today: dt.date
    interpreter: str = ""
    registered: bool = True
    registered_until: dt.date | None = None
    mapped_on: dt.date | None = None
    norwegian_known: bool = False
    aim_on: dt.date | None = None
    aim_read: bool = False
    informed_on: dt.date | None = None
    last_contact_on: dt.date | None = None
    tuition_deadline: dt.date | None = None
    tuition_hours: int | None = None
    tuition_unknown: bool = False
    basis_unknown: bool = False
    jobs: tuple[JobNow, ...] = ()
    certificates: tuple[tuple[str, dt.date], ...] = ()
    plan_after: dt.date | None = None
    plan_on: dt.date | None = None
    review_on: dt.date | None = None
    late_steps: tuple[tuple[str, dt.date], ...] = ()
    offers: tuple[tuple[str, dt.date | None], ...] = ()
    running: tuple[str, dt.date] | None = None
    placement: tuple[str, dt.date] | None = None
    ended: tuple[str, dt.date] | None = None


@dataclass(frozen=True)
class Question:
    """What to ask, and why."""

    code: str
    text: str
    reason: str


def questions(facts: Facts) -> list[Question]:
    """Every question that a rule gives, in the rules' fixed order: what cannot wait stands first."""
    return [question for rule in RULES for question in rule(facts)]


def _day(day: dt.date) -> str:
    return date_format(day, "j. F Y")


def _interpreter(facts: Facts) -> Iterator[Question]:
    if facts.interpreter:
        text = _("Er tolk bestilt?")
        yield Question("interpreter", text, _("Brukeren trenger tolk: %(language)s.") % {"language": facts.interpreter})


def _offers(facts: Facts) -> Iterator[Question]:
    for course, deadline in facts.offers:
        text = _("Vil brukeren ha plassen på %(course)s?") % {"course": course}
        if deadline:
            yield Question("offer", text, _("Svarfristen er %(day)s.") % {"day": _day(deadline)})
        else:
            yield Question("offer", text, _("Brukeren har ikke fått beskjed om tilbudet ennå."))


def _registration(facts: Facts) -> Iterator[Question]:
    text = _("Skal brukeren registrere seg som arbeidssøker?")
    if not facts.registered:
        yield Question("registered", text, _("Ikke registrert i dag. Det er et vilkår for å få kursplass."))
    elif facts.registered_until and facts.registered_until <= facts.today + relativedelta(days=CONTACT_DAYS):
        reason = _("Registreringen tar slutt %(day)s.") % {"day": _day(facts.registered_until)}
        yield Question("registered", text, reason)


def _tuition(facts: Facts) -> Iterator[Question]:
    deadline = facts.tuition_deadline
    if deadline and facts.today <= deadline <= facts.today + relativedelta(days=TUITION_DAYS):
        reason = _("Fristen for norskopplæringen i kommunen er %(day)s.") % {"day": _day(deadline)}
        if facts.tuition_hours:
            reason = _("Det er %(hours)d timer igjen, og fristen for norskopplæringen er %(day)s.") % {
                "hours": facts.tuition_hours,
                "day": _day(deadline),
            }
        yield Question("tuition", _("Rekker brukeren å ta ut resten av norskopplæringen?"), reason)
    elif facts.tuition_unknown:
        text = _("Har brukeren rett til norskopplæring i kommunen?")
        yield Question("tuition_unknown", text, _("Det er ikke avklart."))


def _ended(facts: Facts) -> Iterator[Question]:
    if facts.ended and facts.ended[1] <= facts.today - relativedelta(days=SETTLED_DAYS):
        course, day = facts.ended
        text = _("Hva har skjedd etter kurset?")
        reason = _("%(course)s sluttet %(day)s, og verken jobb eller utdanning er registrert siden.")
        yield Question("ended", text, reason % {"course": course, "day": _day(day)})


def _chain(facts: Facts) -> Iterator[Question]:
    if facts.plan_after is None or (facts.plan_on and facts.plan_on > facts.plan_after):
        return
    reason = _("Minst to kurs har endt uten kjent jobb. Før et nytt kurs trengs det en plan.")
    if facts.plan_on:
        reason = _("Planen er fra før det siste kurset tok slutt. Lag en ny.")
    yield Question("chain", _("Hva skal være annerledes denne gangen?"), reason)


def _steps(facts: Facts) -> Iterator[Question]:
    for what, day in facts.late_steps:
        text = _("Hva skal til for å komme videre med «%(step)s»?") % {"step": what}
        yield Question("step", text, _("Steget i planen skulle vært gjort %(day)s.") % {"day": _day(day)})


def _review(facts: Facts) -> Iterator[Question]:
    if facts.review_on and facts.review_on <= facts.today:
        reason = _("Dere avtalte å se på planen igjen %(day)s.") % {"day": _day(facts.review_on)}
        yield Question("review", _("Stemmer planen fortsatt?"), reason)


def _jobs(facts: Facts) -> Iterator[Question]:
    for job in facts.jobs:
        if job.wanted and job.wanted > job.fte:
            text = _("Kan det bli flere timer hos %(employer)s?") % {"employer": job.employer}
            reason = _("Har %(now)d %%, ønsker %(wanted)d %%.") % {"now": job.fte, "wanted": job.wanted}
            yield Question("more_hours", text, reason)
        if job.ends_on and job.ends_on <= facts.today + relativedelta(days=JOB_DAYS):
            text = _("Hva skjer etter jobben hos %(employer)s?") % {"employer": job.employer}
            yield Question("job_ends", text, _("Jobben tar slutt %(day)s.") % {"day": _day(job.ends_on)})


def _now(facts: Facts) -> Iterator[Question]:
    if facts.placement:
        employer, day = facts.placement
        text = _("Hvordan går det i praksis hos %(employer)s?") % {"employer": employer}
        yield Question("placement", text, _("Praksisen varer til %(day)s.") % {"day": _day(day)})
    if facts.running:
        course, day = facts.running
        reason = _("Går på %(course)s til %(day)s.") % {"course": course, "day": _day(day)}
        yield Question("course", _("Hvordan går det på kurset, og hva skjer etterpå?"), reason)


def _certificates(facts: Facts) -> Iterator[Question]:
    for name, day in facts.certificates:
        text = _("Skal «%(certificate)s» fornyes?") % {"certificate": name}
        if day < facts.today:
            yield Question("certificate", text, _("Gikk ut %(day)s.") % {"day": _day(day)})
        elif day <= facts.today + relativedelta(days=CERTIFICATE_DAYS):
            yield Question("certificate", text, _("Går ut %(day)s.") % {"day": _day(day)})


def _mapping(facts: Facts) -> Iterator[Question]:
    if facts.mapped_on is None:
        text = _("Hva kan brukeren, og hva har brukeren gjort før?")
        yield Question("mapping_missing", text, _("Ikke kartlagt ennå. Kursforslagene bygger på kartleggingen."))
        return
    if not facts.norwegian_known:
        text = _("Hvordan er norsken, muntlig og skriftlig?")
        yield Question("norwegian", text, _("Kartleggingen sier ingenting om norsk, og kursene har ulike krav."))
    if facts.mapped_on <= facts.today - relativedelta(months=MAPPING_MONTHS):
        reason = _("Kartleggingen er fra %(day)s.") % {"day": _day(facts.mapped_on)}
        yield Question("mapping_old", _("Hva er nytt siden kartleggingen?"), reason)


def _aim(facts: Facts) -> Iterator[Question]:
    if facts.aim_on is None:
        yield Question("aim_missing", _("Hva vil brukeren selv?"), _("Målet er ikke skrevet ned."))
    elif facts.aim_on <= facts.today - relativedelta(months=AIM_MONTHS):
        reason = _("Målet er fra %(day)s.") % {"day": _day(facts.aim_on)}
        yield Question("aim_old", _("Er målet fortsatt det samme?"), reason)
    elif not facts.aim_read:
        text = _("Er målet skrevet slik brukeren ville sagt det?")
        yield Question("aim_unread", text, _("Det er ikke lest opp for brukeren."))


def _told(facts: Facts) -> Iterator[Question]:
    if facts.informed_on is None:
        text = _("Hva vet brukeren om AMO-kurs og hva de fører til?")
        yield Question("never_told", text, _("Det er ikke loggført at brukeren er informert."))


def _contact(facts: Facts) -> Iterator[Question]:
    if facts.last_contact_on is None:
        yield Question("contact", _("Hvordan er det best å få tak i brukeren?"), _("Ingen kontakt er loggført."))
    elif facts.last_contact_on <= facts.today - relativedelta(days=CONTACT_DAYS):
        reason = _("Dere snakket sist sammen %(day)s.") % {"day": _day(facts.last_contact_on)}
        yield Question("contact", _("Hva har skjedd siden sist?"), reason)


def _basis(facts: Facts) -> Iterator[Question]:
    if facts.basis_unknown:
        text = _("Er kurs noe brukeren velger, eller et krav om aktivitet?")
        yield Question("basis", text, _("Det er ikke avklart."))


RULES = (
    _interpreter, _offers, _registration, _tuition, _ended, _chain, _steps, _review, _jobs, _now, _certificates,
    _mapping, _aim, _told, _contact, _basis,
)  # fmt: skip
