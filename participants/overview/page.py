"""The overview's own parts."""

import datetime as dt
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo.models import Membership
from participants import comparison, conditions, events, standing
from participants.models import (
    Aim,
    EducationPeriod,
    Employment,
    JobseekerPeriod,
    Mapping,
    Measure,
    Note,
    Participant,
    PortfolioRow,
    Task,
)
from participants.overview.mapping import SKILL_LABELS, mapping_facts
from participants.overview.path import PHASE, path, steps

EVENTS_SHOWN = 6
NOTES_SHOWN = 3


def context(participant: Participant, membership: Membership, today: dt.date, start: dt.date) -> dict:
    """The overview's own parts; the formal conditions for a course that starts on `start`.

    County staff see neither notes, benefit nor the adaptation's text (06-access).
    """
    row = portfolio_row(participant, today)
    mapping = current_mapping(participant, membership)
    aim = current_aim(participant, membership)
    happened = events.feed(participant, membership)
    jobseeker = JobseekerPeriod.objects.filter(participant=participant)
    employments = Employment.objects.visible_to(membership).current().filter(participant=participant)
    notes = list(Note.objects.visible_to(membership).filter(participant=participant).select_related("created_by__user"))
    employments = list(employments.select_related("occupation", "recorded_by__user"))
    periods, milestones = path(participant, membership, employments, happened, today)
    return {
        "phase": row.phase,
        "steps": steps(row, today),
        "periods": periods,
        "milestones": milestones,
        "conditions": conditions.formal_conditions(
            participant, jobseeker, start, norwegian_known=knows_norwegian(mapping)
        ),
        "facts": facts(participant, membership),
        "mapping": mapping,
        "mapping_facts": mapping_facts(mapping, brief=True, adaptation=membership.is_office) if mapping else [],
        "aim": aim,
        "aim_occupations": comparison.aim_occupations(aim),
        "aim_standing": standing.standing(aim.kind, row, today) if aim else "",
        "employments": employments,
        "education_periods": EducationPeriod.objects.visible_to(membership).filter(participant=participant),
        "measures": Measure.objects.visible_to(membership).filter(participant=participant),
        "tasks": list(open_tasks(participant, membership)),
        "notes": notes[:NOTES_SHOWN],
        "notes_more": max(0, len(notes) - NOTES_SHOWN),
        "shows_notes": membership.is_office,
        "events": [event.as_timeline() for event in happened[:EVENTS_SHOWN]],
        "events_count": len(happened),
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


def current_aim(participant: Participant, membership: Membership) -> Aim | None:
    """The aim in force with its occupations."""
    found = Aim.objects.visible_to(membership).current().filter(participant=participant)
    return found.prefetch_related("occupations__occupation").first()


def knows_norwegian(mapping: Mapping | None) -> bool:
    """Whether the mapping says anything about her Norwegian."""
    return mapping is not None and any(getattr(mapping, skill) for skill, _label in SKILL_LABELS)


def open_tasks(participant: Participant, membership: Membership):
    """Open tasks about the person that this membership may see, earliest first."""
    tasks = Task.objects.visible_to(membership).open().filter(participant=participant)
    return tasks.select_related("owner__user", "office", "provider").order_by("due_on", "pk")


def basis_text(participant: Participant) -> str:
    """Voluntary or required, with the day it last changed (P11). One query."""
    text, changed = str(participant.get_basis_display()), None
    events_kept = Participant.pgh_event_model.objects.filter(pgh_obj_id=participant.pk).order_by("pgh_id")
    found = list(events_kept.values_list("basis", "pgh_created_at"))
    for (before, _then), (after, at) in pairwise(found):
        changed = at if after != before else changed
    if changed is None:
        return text
    day = date_format(events.day_of(changed), "j. F Y")
    return _("%(basis)s, endret %(day)s") % {"basis": text, "day": day}


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
        rows.append((_("Frivillig eller krav"), basis_text(participant)))
    return rows
