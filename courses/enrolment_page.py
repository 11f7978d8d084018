"""Read model of one participation: what each role may see of it (06-access)."""

import datetime as dt
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Role
from courses import attendance_summary, endings, grants
from courses.actions.enrolments import before_start, may_be_ended, may_have_certificate
from courses.models import Attendance, Enrolment
from participants.models import Employment, Mapping
from participants.views.lookups import may_write

ABSENCES_SHOWN = 20
SKILLS = ("oral", "listening", "reading", "writing")


def has_course_view(enrolment: Enrolment, membership: Membership) -> bool:
    """Whether a provider still sees the course view: until 40 days after the person's own end."""
    if not membership.is_provider:
        return True
    person = enrolment.participant_id
    return person in grants.has_course_view(membership, [person], on=clock.today())


def may_write_about(enrolment: Enrolment, membership: Membership) -> bool:
    """Whoever writes about the participation: the provider in the course view, and those who may change her file."""
    if membership.is_provider:
        return has_course_view(enrolment, membership)
    return may_write(membership, enrolment.participant)


def context(enrolment: Enrolment, membership: Membership, *, today: dt.date) -> dict:
    """Everything the page shows. In the reduced view only name, contact and what is asked for in the outcome."""
    full = has_course_view(enrolment, membership)
    writes = full and (membership.is_provider or membership.is_office)
    summary = attendance_summary.summaries([enrolment.pk])[enrolment.pk]
    return {
        "enrolment": enrolment,
        "status": endings.status_text(enrolment),
        "intake": enrolment.intake,
        "person": _header(enrolment, membership, full),
        "reduced": not full,
        "facts": _facts(enrolment, membership),
        "norwegian": _norwegian(enrolment) if full else [],
        "summary": summary if full else None,
        "absences": _absences(enrolment, membership) if full else [],
        "jobs": _jobs(enrolment, membership),
        "report_buttons": _report_buttons(enrolment, membership),
        "may_end": writes and may_be_ended(enrolment, membership, today),
        "nav_ends": full and membership.is_provider and before_start(enrolment, today),
        "may_explain": writes and enrolment.status not in (Enrolment.Status.NOT_STARTED, Enrolment.Status.DROPPED_OUT),
        "may_issue": membership.is_provider
        and full
        and enrolment.certificate_issued_on is None
        and may_have_certificate(enrolment, today),
        "person_url": ""
        if membership.is_provider
        else reverse("participants:detail", args=[enrolment.participant.public_id]),
    }


def _header(enrolment: Enrolment, membership: Membership, full: bool) -> dict:
    """Name and contact; a provider sees no identity number, office or caseworker's notes."""
    person = enrolment.participant
    header = {"name": person.name, "phone": person.phone, "email": person.email}
    if full:
        header["interpreter"] = person.interpreter_language
    if membership.is_nav:
        header |= {"identity_number": person.national_id, "age": person.age_on(clock.today())}
        header["office"] = person.office.name
    if full and person.caseworker:
        header["adviser"] = str(person.caseworker.user)
    return header


def _facts(enrolment: Enrolment, membership: Membership) -> list[tuple[str, str]]:
    intake = enrolment.intake
    facts = [
        (_("Kurs"), intake.concept.title),
        (_("Kursnummer"), intake.code),
        (_("Kursleverandør"), intake.provider.name),
        (_("Deltar"), f"{date_format(enrolment.starts_on)} – {date_format(enrolment.ends_on)}"),
        (_("Teoridelen slutter"), date_format(intake.theory_ends_on)),
        (_("Sted"), intake.place),
    ]
    if ended := endings.by_the_course(enrolment):
        facts.append((_("Sluttet fordi"), ended))
    elif enrolment.end_reason and may_see_reason(enrolment, membership):
        facts.append((_("Sluttet fordi"), enrolment.get_end_reason_display()))
    return facts


def may_see_reason(enrolment: Enrolment, membership: Membership) -> bool:
    """County staff see illness only as counts."""
    return membership.role != Role.COUNTY_STAFF or enrolment.end_reason != Enrolment.EndReason.ILL


def _norwegian(enrolment: Enrolment) -> list[tuple[str, str]]:
    mapping = Mapping.objects.current().filter(participant=enrolment.participant_id).first()
    if mapping is None:
        return []
    labels = {skill: str(Mapping._meta.get_field(skill).verbose_name).capitalize() for skill in SKILLS}
    return [(labels[skill], getattr(mapping, f"get_{skill}_display")()) for skill in SKILLS]


def _absences(enrolment: Enrolment, membership: Membership) -> list[tuple[dt.date, str]]:
    """The latest days away with the kind of absence; for the county only the counts."""
    if membership.role == Role.COUNTY_STAFF:
        return []
    away = enrolment.attendance.exclude(code=Attendance.Code.PRESENT).order_by("-day")[:ABSENCES_SHOWN]
    return [(row.day, row.get_code_display()) for row in away]


def _may_report(enrolment: Enrolment, membership: Membership) -> bool:
    """The provider reports outcomes for as long as it sees her, the office about its own people."""
    return membership.is_provider or may_write(membership, enrolment.participant)


def _report_buttons(enrolment: Enrolment, membership: Membership) -> list[dict]:
    if not _may_report(enrolment, membership):
        return []
    person, here = enrolment.participant.public_id, urlencode({"next": enrolment.get_absolute_url()})
    return [
        {"label": _("Registrer jobb"), "url": f"{reverse('participants:employment_new', args=[person])}?{here}"},
        {"label": _("Logg kontakt"), "url": f"{reverse('participants:contact_new', args=[person])}?{here}"},
    ]


def _jobs(enrolment: Enrolment, membership: Membership) -> list[dict]:
    """Jobs she has or has had since the course began, the newest first; whoever wrote a fact may correct it."""
    found = Employment.objects.visible_to(membership).current().filter(participant=enrolment.participant_id)
    found = found.exclude(ends_on__lt=enrolment.starts_on).select_related("recorded_by", "occupation")
    here = urlencode({"next": enrolment.get_absolute_url()})
    may_report = _may_report(enrolment, membership)
    jobs = []
    for job in found.order_by("-starts_on", "-pk"):
        correct = reverse("participants:employment_correct", args=[job.public_id])
        jobs.append(
            {"job": job, "correct_url": f"{correct}?{here}" if may_report and job.is_told_by(membership) else ""}
        )
    return jobs
