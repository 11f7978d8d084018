"""A person's path as steps, and as periods and milestones in time."""

import datetime as dt

from django.utils.translation import gettext as _

from amo import panels
from amo.models import Membership
from participants.models import Employment, Participant, PortfolioRow

PHASE = PortfolioRow.Phase


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
