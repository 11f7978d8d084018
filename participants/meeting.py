"""What one page says before a meeting: who, what was agreed, what is open, what has happened, what to ask.

A fixed number of queries. Apps above add through the slot `participant.meeting`: {id: {"open": [{text, due, url}],
"offers": [(course, deadline or None)], "running": (course, last day) or None,
"plan_after": the day a plan must be newer than before another course, or None}}.
"""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import panels
from amo.models import Membership
from participants import comparison, conditions, events
from participants import meeting_questions as ask
from participants.mapping_gaps import gaps
from participants.models import (
    Aim,
    EducationPeriod,
    Employment,
    JobseekerPeriod,
    Mapping,
    Participant,
    Plan,
    PlanStep,
    PortfolioRow,
)
from participants.overview.page import current_aim, current_mapping, knows_norwegian, open_tasks, portfolio_row

SLOT = "participant.meeting"
SHOWN = {"agreed": 6, "open": 9, "happened": 7, "questions": 8}
"""So many lines of each that a full person's page is still one sheet of A4; what is left out is counted."""


def context(participant: Participant, membership: Membership, today: dt.date) -> dict:
    """Everything on the sheet. Each list is {"rows": what is shown, "more": how many are left out}."""
    row = portfolio_row(participant, today)
    mapping, aim = current_mapping(participant, membership), current_aim(participant, membership)
    periods = list(JobseekerPeriod.objects.filter(participant=participant))
    plan = Plan.objects.visible_to(membership).current().filter(participant=participant).first()
    steps = _open_steps(plan, membership)
    from_above = _from_above(participant, membership)
    formal = conditions.formal_conditions(participant, periods, today, norwegian_known=knows_norwegian(mapping))
    happened = events.since(events.feed(participant, membership), row.last_contact_on)
    known = _Known(participant, membership, today, row, periods, mapping, aim, plan, steps, from_above)
    return {
        "phase": row.phase,
        "who": _who(participant, row, periods, today),
        "plan": plan,
        "aim": aim,
        "aim_occupations": comparison.aim_occupations(aim),
        "agreed": _some("agreed", [_step(step) for step in steps if not _late(step, today)]),
        "late": any(_late(step, today) for step in steps),
        "open": _some("open", _open(participant, membership, mapping, formal, from_above, _asked_about(steps, today))),
        "since": row.last_contact_on,
        "happened": _some("happened", happened),
        "questions": _some("questions", ask.questions(_facts(known))),
    }


def _some(part: str, rows: list) -> dict:
    return {"rows": rows[: SHOWN[part]], "more": max(0, len(rows) - SHOWN[part])}


def _from_above(participant: Participant, membership: Membership) -> dict:
    found = {"open": [], "offers": [], "running": None, "plan_after": None}
    for panel in panels.collect(SLOT, membership, [participant.pk])[participant.pk]:
        found["open"] += panel.context.get("open", [])
        found["offers"] += panel.context.get("offers", [])
        for key in ("running", "plan_after"):
            found[key] = panel.context.get(key) or found[key]
    return found


# --- who ----------------------------------------------------------------------------------------


def _period_on(periods: list[JobseekerPeriod], day: dt.date) -> JobseekerPeriod | None:
    return next((one for one in periods if one.starts_on <= day and (one.ends_on is None or one.ends_on >= day)), None)


def _who(participant: Participant, row: PortfolioRow, periods: list[JobseekerPeriod], today: dt.date) -> list:
    """(label, value) of what stands beside the name. Benefit and basis are the office's, and so is the page."""
    period = _period_on(periods, today)
    registered = _("Ikke registrert i dag")
    if period:
        days = (today - period.starts_on).days
        registered = date_format(period.starts_on, "j. F Y")
        if days:
            registered = ngettext("%(day)s, i %(n)d dag", "%(day)s, i %(n)d dager", days) % {
                "day": registered, "n": days,
            }  # fmt: skip
    last = date_format(row.last_contact_on, "j. F Y") if row.last_contact_on else _("Ikke loggført")
    rows = [
        (_("Arbeidssøker siden"), registered),
        (_("Sist kontakt"), last),
        (_("Ytelse"), participant.get_benefit_display()),
        (_("Frivillig eller krav"), participant.get_basis_display()),
    ]
    if row.course_starts_on and row.course_ends_on:
        # The label alone may be that of a course she has only applied for.
        label = _("Neste kurs") if row.course_starts_on > today else _("Siste kurs")
        first, last = date_format(row.course_starts_on, "d.m.Y"), date_format(row.course_ends_on, "d.m.Y")
        rows.append((label, f"{row.course_label} ({first}–{last})"))
    return rows


# --- what was agreed and what is open -----------------------------------------------------------


def _open_steps(plan: Plan | None, membership: Membership) -> list[PlanStep]:
    if plan is None:
        return []
    return list(PlanStep.objects.visible_to(membership).open().filter(plan=plan).order_by("rank"))


def _step(step: PlanStep) -> dict:
    who = step.responsible_name or str(step.get_responsible_display())
    return {"text": step.what, "who": who, "due": step.by_when}


def _late(step: PlanStep, today: dt.date) -> bool:
    """A step past its day is asked about, and stands nowhere else on the sheet."""
    return step.by_when is not None and step.by_when < today


def _asked_about(steps: list[PlanStep], today: dt.date) -> set[str]:
    """Keys of the tasks that late steps have made."""
    return {step.task_key for step in steps if _late(step, today)}


def _open(participant, membership, mapping, formal, from_above, asked_about) -> list[dict]:
    """Offers and applications, conditions not met, tasks, then what the mapping lacks: {text, due, url}."""
    found = list(from_above["open"])
    for one in formal:
        if one.status == conditions.Status.UNMET:
            url = reverse(one.route, args=[participant.public_id]) + f"#id_{one.field}" if one.route else ""
            text = _("Vilkår ikke oppfylt: %(condition)s") % {"condition": one.label.lower()}
            found.append({"text": text, "due": None, "url": url})
    tasks = [task for task in open_tasks(participant, membership) if task.dedupe_key not in asked_about]
    found += [{"text": task.title, "due": task.due_on, "url": task.url} for task in tasks]
    # No mapping at all is asked about whole.
    missing = gaps(mapping) if mapping else []
    if missing:
        url = reverse("participants:mapping", args=[participant.public_id])
        text = _("Ikke kartlagt: %(what)s") % {"what": ", ".join(str(gap.label).lower() for gap in missing)}
        found.append({"text": text, "due": None, "url": url})
    return found


# --- what the questions rest on -----------------------------------------------------------------


@dataclass(frozen=True)
class _Known:
    """What the sheet has read about the person; `steps` are the open ones of `plan`."""

    participant: Participant
    membership: Membership
    today: dt.date
    row: PortfolioRow
    periods: list[JobseekerPeriod]
    mapping: Mapping | None
    aim: Aim | None
    plan: Plan | None
    steps: list[PlanStep]
    from_above: dict


def _facts(known: _Known) -> ask.Facts:
    today, row, mapping, aim, person = known.today, known.row, known.mapping, known.aim, known.participant
    jobs = list(Employment.objects.visible_to(known.membership).current().filter(participant=person))
    held = _told_once([job for job in jobs if job.starts_on <= today and (job.ends_on is None or job.ends_on >= today)])
    period = _period_on(known.periods, today)
    placed = row.placement_starts_on and row.placement_starts_on <= today <= (row.placement_ends_on or today)
    return ask.Facts(
        today=today,
        interpreter=person.interpreter_language,
        registered=period is not None or bool(held),
        registered_until=period.ends_on if period else None,
        mapped_on=events.day_of(mapping.created_at) if mapping else None,
        norwegian_known=knows_norwegian(mapping),
        aim_on=events.day_of(aim.created_at) if aim else None,
        aim_read=bool(aim and aim.read_to_person_on),
        # An application or a course has told it as well.
        informed_on=row.informed_on or row.applied_on or row.course_starts_on,
        last_contact_on=row.last_contact_on,
        tuition_deadline=person.tuition_deadline,
        tuition_hours=person.tuition_hours_left,
        tuition_unknown=person.tuition_right == Participant.TuitionRight.UNKNOWN,
        basis_unknown=person.basis == Participant.Basis.UNKNOWN,
        jobs=tuple(ask.JobNow(job.employer_name, job.fte_low, job.wanted_fte, job.ends_on) for job in held),
        certificates=_certificates(mapping),
        plan_after=known.from_above["plan_after"],
        plan_on=row.plan_on,
        review_on=known.plan.review_on if known.plan else None,
        late_steps=tuple((step.what, step.by_when) for step in known.steps if _late(step, today)),
        offers=tuple(known.from_above["offers"]),
        running=known.from_above["running"],
        placement=(row.placement_label, row.placement_ends_on) if placed and row.placement_ends_on else None,
        ended=_ended(known, jobs),
    )


def _told_once(jobs: list[Employment]) -> list[Employment]:
    """Each job once, where NAV and a provider both tell of it: the fact of the source that is trusted most."""
    kept: list[Employment] = []
    for job in sorted(jobs, key=lambda one: Employment.SOURCES_BY_TRUST.index(one.source)):
        if not any(job.source != other.source and job.is_at_employer_of(other) for other in kept):
            kept.append(job)
    return [job for job in jobs if job in kept]


def _certificates(mapping: Mapping | None) -> tuple[tuple[str, dt.date], ...]:
    if mapping is None:
        return ()
    return tuple((str(one.qualification), one.valid_to) for one in mapping.certificates.all() if one.valid_to)


def _ended(known: _Known, jobs: list[Employment]) -> tuple[str, dt.date] | None:
    """The latest course, when it is over and nobody has registered a job or an education held since."""
    end = known.row.course_ends_on
    if end is None or end >= known.today:
        return None
    since = [job for job in jobs if job.ends_on is None or job.ends_on > end]
    studies = EducationPeriod.objects.visible_to(known.membership).filter(participant=known.participant)
    since += [one for one in studies if one.ends_on is None or one.ends_on > end]
    return None if since else (known.row.course_label, end)
