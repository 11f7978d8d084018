"""What the person page shows, read in a fixed number of queries."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import clock, panels
from amo.models import Membership
from participants import comparison, conditions
from participants.models import (
    Aim,
    ContactAttempt,
    EducationPeriod,
    Employment,
    InformationGiven,
    JobseekerPeriod,
    Mapping,
    Measure,
    Note,
    Participant,
    PortfolioRow,
    Task,
)

EVENTS_SHOWN = 6
PHASE = PortfolioRow.Phase


def header(participant: Participant, row: PortfolioRow | None) -> dict:
    """What {% person_header %} needs."""
    tags = []
    if participant.is_protected:
        tags.append({"label": _("Beskyttet"), "color": "danger", "variant": "strong", "icon": "ShieldLock"})
    if participant.written_form == Participant.WrittenForm.NYNORSK:
        tags.append({"label": _("Nynorsk"), "color": "neutral"})
    next_action = None
    if row and row.next_action:
        next_action = {"text": row.next_action, "date": row.next_action_on, "url": ""}
    return {
        "name": participant.name,
        "identity_number": participant.national_id,
        "age": participant.age_on(clock.today()),
        "phone": participant.phone,
        "email": participant.email,
        "interpreter": participant.interpreter_language,
        "office": str(participant.office),
        "adviser": str(participant.caseworker.user) if participant.caseworker_id else "",
        "tags": tags,
        "next_action": next_action,
    }


def context(participant: Participant, membership: Membership, today: dt.date) -> dict:
    """The overview's own parts. County staff see neither notes, benefit nor the adaptation's text (06-access)."""
    row = portfolio_row(participant, today)
    mapping = current_mapping(participant, membership)
    aim = Aim.objects.visible_to(membership).current().filter(participant=participant).first()
    period = JobseekerPeriod.objects.filter(participant=participant).order_by("-starts_on").first()
    employments = Employment.objects.visible_to(membership).current().filter(participant=participant)
    periods, milestones = path(participant, membership, row, today)
    return {
        "phase": row.phase,
        "steps": steps(row, today),
        "periods": periods,
        "milestones": milestones,
        "conditions": conditions.formal_conditions(participant, period, today),
        "facts": facts(participant, membership),
        "mapping": mapping,
        "mapping_facts": mapping_facts(mapping, brief=True, adaptation=membership.is_office) if mapping else [],
        "aim": aim,
        "aim_occupations": comparison.aim_occupations(aim),
        "employments": employments.select_related("occupation", "recorded_by__user"),
        "education_periods": EducationPeriod.objects.visible_to(membership).filter(participant=participant),
        "measures": Measure.objects.visible_to(membership).filter(participant=participant),
        "tasks": open_tasks(participant, membership),
        "notes": Note.objects.visible_to(membership)
        .filter(participant=participant)
        .select_related("created_by__user")[:5],
        "shows_notes": membership.is_office,
        "events": events(participant, membership),
    }


def portfolio_row(participant: Participant, today: dt.date) -> PortfolioRow:
    """The person's row with its `phase`; an empty one where none has been written yet."""
    row = PortfolioRow.objects.with_phase(today).filter(pk=participant.pk).first()
    if row is None:
        row = PortfolioRow(participant=participant)
        row.phase = PHASE.REGISTERED
    return row


def current_mapping(participant: Participant, membership: Membership) -> Mapping | None:
    """The mapping in force with its parts."""
    found = Mapping.objects.visible_to(membership).current().filter(participant=participant)
    parts = ("experiences", "certificates__qualification", "reachable_offices")
    return found.select_related("created_by__user").prefetch_related(*parts).first()


def open_tasks(participant: Participant, membership: Membership):
    """Open tasks about the person that this membership may see, earliest first."""
    tasks = Task.objects.visible_to(membership).open().filter(participant=participant)
    return tasks.select_related("owner__user", "office", "provider").order_by("due_on", "pk")


def facts(participant: Participant, membership: Membership) -> list[tuple[str, str]]:
    """Registered facts beside the header."""
    rows = [(_("Målform i brev"), participant.get_written_form_display())]
    right = participant.get_tuition_right_display()
    if participant.tuition_hours_left is not None:
        right = _("%(right)s, %(hours)d timer igjen") % {"right": right, "hours": participant.tuition_hours_left}
    rows.append((_("Rett til norskopplæring"), right))
    if participant.tuition_deadline:
        rows.append((_("Frist for opplæringen"), comparison.text_of(participant.tuition_deadline)))
    if membership.is_office:
        rows.append((_("Ytelse"), participant.get_benefit_display()))
        rows.append((_("Frivillig eller krav"), participant.get_basis_display()))
    return rows


# --- the path -----------------------------------------------------------------------------------


def steps(row: PortfolioRow, today: dt.date) -> list[dict]:
    """The eight steps with their dates. A step that was passed over is "skipped", one ahead is "later"."""
    end = row.course_ends_on
    placed = row.placement_starts_on
    if placed and row.course_starts_on and placed < row.course_starts_on:
        placed = None  # it belongs to an earlier course
    dates = [
        (PHASE.MAPPED, row.mapped_on),
        (PHASE.APPLIED, row.applied_on),
        (PHASE.OFFERED, row.offer_deadline),
        (PHASE.ON_COURSE, row.course_starts_on),
        (PHASE.IN_PLACEMENT, placed),
        (PHASE.ENDED, end),
        (PHASE.WEEK_6, end + dt.timedelta(weeks=6) if end else None),
        (PHASE.WEEK_12, end + dt.timedelta(weeks=12) if end else None),
    ]
    order = [phase for phase, _day in dates]
    reached = order.index(row.phase) if row.phase in order else -1
    found = []
    for place, (phase, day) in enumerate(dates):
        if place == max(reached, 0):
            status = "active"
        elif place > reached:
            status = "later"
        elif phase == PHASE.OFFERED:
            status = "done" if row.course_starts_on else "skipped"
        else:
            status = "done" if day and day <= today else "skipped"
        if phase == PHASE.OFFERED and status == "done":
            day = None  # the deadline of an offer that has been answered
        shown = day if status in ("done", "active") or (day and day > today) else ""
        found.append({"label": str(phase.label), "status": status, "date": shown or ""})
    return found


def path(participant: Participant, membership: Membership, row: PortfolioRow, today: dt.date) -> tuple[list, list]:
    """Periods and milestones of the Gantt: this app's own and what upper apps add through their panels."""
    periods, milestones = [], []
    if row.mapped_on:
        milestones.append({"label": _("Kartlagt"), "date": row.mapped_on})
    for panel in panels.collect("participant.path", membership, [participant.pk])[participant.pk]:
        periods += panel.context.get("periods", [])
        milestones += [
            {"label": item["label"], "date": item.get("date") or item.get("on")}
            for item in panel.context.get("milestones", [])
        ]
    jobs = Employment.objects.visible_to(membership).current().filter(participant=participant)
    periods += [
        {"label": _("Jobb"), "start": job.starts_on, "end": job.ends_on or max(today, job.starts_on), "color": "work",
         "planned": False, "text": job.employer_name}
        for job in jobs
    ]  # fmt: skip
    return periods, milestones


# --- mapping ------------------------------------------------------------------------------------

SKILL_LABELS = (
    ("oral", gettext_lazy("Muntlig")),
    ("listening", gettext_lazy("Lytte")),
    ("reading", gettext_lazy("Lese")),
    ("writing", gettext_lazy("Skrive")),
    ("written", gettext_lazy("Skriftlig (gammel prøve)")),
)


def skill_text(mapping: Mapping, skill: str) -> str:
    """ "B1, dokumentert med prøve", or empty when it is not known."""
    if not getattr(mapping, skill):
        return ""
    level = getattr(mapping, f"get_{skill}_display")()
    return f"{level}, {str(getattr(mapping, f'get_{skill}_source_display')()).lower()}"


def mapping_facts(mapping: Mapping, *, brief: bool = False, adaptation: bool = True) -> list[tuple[str, str]]:
    """A mapping as (label, value). `brief` leaves out what is not known; `adaptation` False hides its text."""
    rows = [(label, skill_text(mapping, skill)) for skill, label in SKILL_LABELS]
    tested = " ".join(filter(None, [mapping.norwegian_test, comparison.text_of(mapping.norwegian_tested_on)]))
    education = [mapping.get_education_level_display() if mapping.education_level else "", mapping.education_field]
    education += [mapping.education_country]
    if mapping.education_recognised is not None:
        education.append(_("godkjent i Norge") if mapping.education_recognised else _("ikke godkjent i Norge"))
    choices = (("evenings", _("kveld")), ("nights", _("natt")), ("weekends", _("helg")))
    shifts = [label for name, label in choices if getattr(mapping, name)]
    jobs = [comparison.experience_text(row) for row in mapping.experiences.all()]
    held = [comparison.certificate_text(row) for row in mapping.certificates.all()]
    rows += [
        (_("Norskprøve"), tested),
        (_("Utdanning"), ", ".join(filter(None, education))),
        (_("Arbeidserfaring"), "; ".join(jobs)),
        (_("Bevis og sertifikater"), "; ".join(held)),
        (_("Timer i uka"), comparison.text_of(mapping.hours_available)),
        (_("Kan arbeide"), ", ".join([_("dag"), *shifts])),
        (_("Kan starte fra"), comparison.text_of(mapping.available_from)),
        (_("Kan reise til"), ", ".join(str(office) for office in mapping.reachable_offices.all())),
        (_("Kan flytte"), comparison.text_of(mapping.can_move)),
        (_("Digitale ferdigheter"), mapping.get_digital_skills_display() if mapping.digital_skills else ""),
        (_("Trenger tilrettelegging"), comparison.text_of(mapping.needs_adaptation)),
    ]  # fmt: skip
    if adaptation and mapping.adaptation_text:
        rows.append((_("Hva som må tilrettelegges"), mapping.adaptation_text))
    rows.append((_("Oppsummering"), mapping.summary))
    return [row for row in rows if row[1]] if brief else rows


# --- latest events ------------------------------------------------------------------------------


def events(participant: Participant, membership: Membership) -> list[dict]:
    """The latest contacts, information given and mappings, newest first."""
    found = []
    contacts = ContactAttempt.objects.visible_to(membership).filter(participant=participant)
    for row in contacts.select_related("made_by__user")[:EVENTS_SHOWN]:
        title = _("Fikk kontakt") if row.reached else _("Forsøkte å få kontakt")
        text = f"{row.get_channel_display()}. {row.note}" if row.note else row.get_channel_display()
        found.append({"title": title, "on": row.made_on, "by": str(row.made_by.user), "text": text, "icon": "Phone"})
    informed = InformationGiven.objects.visible_to(membership).filter(participant=participant)
    for row in informed.select_related("given_by__user")[:EVENTS_SHOWN]:
        text = ". ".join(filter(None, [row.get_kind_display(), row.subject, row.said]))
        title, by = _("Informert om kurs"), str(row.given_by.user)
        found.append({"title": title, "on": row.given_on, "by": by, "text": text, "icon": "Information"})
    mappings = Mapping.objects.visible_to(membership).filter(participant=participant)
    for row in mappings.select_related("created_by__user")[:EVENTS_SHOWN]:
        title = _("Kartlagt") if row.number == 1 else _("Kartleggingen oppdatert")
        day = row.created_at.astimezone(clock.OSLO).date()
        found.append({"title": title, "on": day, "by": str(row.created_by.user), "text": "", "icon": "Tasklist"})
    found.sort(key=lambda event: event["on"], reverse=True)
    return [event | {"time": comparison.text_of(event["on"])} for event in found[:EVENTS_SHOWN]]
