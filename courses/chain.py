"""A person's chain of measures from the records, and in words (P7). A constant number of queries for many persons."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.engines import chain as engine
from courses.engines.chain import Held, Item, Job, Kind, Left, Link, Outcome, Study
from courses.models import Enrolment, Intake
from participants.models import EducationPeriod, Employment, Measure

HELD = {Intake.Status.CALLED_OFF: Held.CALLED_OFF, Intake.Status.CUT_SHORT: Held.CUT_SHORT}
LEFT = {
    Enrolment.EndReason.WORK: Left.WORK,
    Enrolment.EndReason.EDUCATION: Left.EDUCATION,
    Enrolment.EndReason.ILL: Left.ILL,
}
COLORS = {
    Outcome.WORK: "success",
    Outcome.ON_CALL: "success",
    Outcome.EDUCATION: "info",
    Outcome.NO_WORK: "warning",
    Outcome.RUNNING: "accent",
}


def load(participant_ids: Collection[int], *, day: dt.date) -> dict[int, tuple[Link, ...]]:
    """{person: her chain, oldest first}, as of `day`. Everybody asked for is in it. Four queries."""
    items, jobs, studies = defaultdict(list), defaultdict(list), defaultdict(list)
    for person, item in _courses(participant_ids):
        items[person].append(item)
    for person, item in _measures(participant_ids):
        items[person].append(item)
    facts = Employment.objects.current().filter(participant__in=participant_ids).order_by("pk")
    columns = ("starts_on", "ends_on", "form", "on_call", "wage_subsidy", "fte_low", "fte_high")
    for person, *values in facts.values_list("participant", *columns):
        jobs[person].append(Job(*values))
    periods = EducationPeriod.objects.filter(participant__in=participant_ids).order_by("pk")
    for person, starts_on, ends_on in periods.values_list("participant", "starts_on", "ends_on"):
        studies[person].append(Study(starts_on, ends_on))
    return {
        person: engine.build(items[person], jobs=jobs[person], studies=studies[person], on=day)
        for person in participant_ids
    }


def _courses(participant_ids):
    started = Enrolment.objects.filter(participant__in=participant_ids, status__in=Enrolment.STARTED).order_by("pk")
    columns = (
        "participant", "public_id", "status", "end_reason", "starts_on", "ends_on", "intake__status",
        "intake__contract__concept__title",
    )  # fmt: skip
    for person, key, status, reason, starts_on, ends_on, intake, title in started.values_list(*columns):
        left = LEFT.get(reason, Left.OTHER) if status == Enrolment.Status.DROPPED_OUT else Left.NOT
        yield (
            person,
            Item(
                kind=Kind.COURSE,
                title=title,
                starts_on=starts_on,
                ends_on=ends_on,
                finished=status != Enrolment.Status.PARTICIPATING,
                held=HELD.get(intake, Held.YES),
                left=left,
                key=str(key),
            ),
        )


def _measures(participant_ids):
    measures = Measure.objects.filter(participant__in=participant_ids).order_by("pk")
    columns = ("participant", "public_id", "kind", "title", "starts_on", "ends_on", "ended_in_work")
    for person, key, kind, title, starts_on, ends_on, in_work in measures.values_list(*columns):
        yield (
            person,
            Item(
                kind=Kind(kind),
                title=title,
                starts_on=starts_on,
                ends_on=ends_on,
                ended_in_work=in_work,
                outside=True,
                key=str(key),
            ),
        )


# --- in words -----------------------------------------------------------------------------------

OUTCOME_WORDS = {
    Outcome.WORK: lambda: _("Jobb"),
    Outcome.ON_CALL: lambda: _("Ringevikar"),
    Outcome.EDUCATION: lambda: _("Utdanning"),
    Outcome.ILL: lambda: _("Avbrutt på grunn av sykdom"),
    Outcome.NO_WORK: lambda: _("Ikke jobb 12 uker etter"),
    Outcome.UNKNOWN: lambda: _("Ukjent"),
    Outcome.TOO_EARLY: lambda: _("For tidlig å si"),
    Outcome.RUNNING: lambda: _("Pågår"),
    Outcome.CALLED_OFF: lambda: _("Kurset ble avlyst"),
    Outcome.CUT_SHORT: lambda: _("Kurset ble stanset"),
    Outcome.NOT_STARTED: lambda: _("Startet ikke"),
}
KIND_WORDS = {
    Kind.COURSE: lambda: _("AMO-kurs"),
    Kind.PLACEMENT: lambda: _("Arbeidstrening"),
    Kind.WAGE_SUBSIDY: lambda: _("Lønnstilskudd"),
    Kind.OTHER: lambda: _("Annet tiltak"),
}


def outcome_text(link: Link) -> str:
    """ "Fast jobb 80 % fra 1. mai 2024", "Ringevikar 20–60 % fra …", "Ikke jobb 12 uker etter"."""
    job = link.job
    if job is None:
        return OUTCOME_WORDS[link.outcome]()
    what = _("Ringevikar") if job.on_call else str(Employment.Form(job.form).label)
    share = f"{job.fte_low}–{job.fte_high} %" if job.fte_high and job.fte_high != job.fte_low else f"{job.fte_low} %"
    values = {"job": what, "share": share, "day": date_format(job.starts_on, "DATE_FORMAT")}
    if job.wage_subsidy:
        return _("%(job)s %(share)s med lønnstilskudd fra %(day)s") % values
    return _("%(job)s %(share)s fra %(day)s") % values


def in_short(chain) -> str:
    """ "6 kurs på 5 år, 0 endte i jobb."; what of it was on-call is said. Empty without a course that has ended."""
    found = engine.summary(chain)
    if not found.courses:
        return ""
    courses = ngettext("%(n)d kurs", "%(n)d kurs", found.courses) % {"n": found.courses}
    values = {"courses": courses, "years": found.years, "work": found.in_work, "on_call": found.on_call}
    if found.on_call:
        return _("%(courses)s på %(years)d år, %(work)d endte i jobb, %(on_call)d av dem som ringevikar.") % values
    return _("%(courses)s på %(years)d år, %(work)d endte i jobb.") % values


def rows(chain) -> list[dict]:
    """The chain for a reader, newest first: title, kind, days, outcome in words, its colour, where it is corrected."""
    return [
        {
            "title": link.item.title,
            "kind": KIND_WORDS[link.item.kind](),
            "starts_on": link.item.starts_on,
            "ends_on": link.item.ends_on,
            "outside": link.item.outside,
            "correct_url": reverse("participants:measure_correct", args=[link.item.key]) if link.item.outside else "",
            "outcome": outcome_text(link),
            "color": COLORS.get(link.outcome, "neutral"),
            "without_work": link.without_work,
        }
        for link in reversed(chain)
    ]
