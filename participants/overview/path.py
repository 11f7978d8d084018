"""A person's path as steps, and as periods and milestones in time."""

import datetime as dt
from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import panels
from amo.models import Membership
from participants import events
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
        shown = day if status in ("done", "active") or (day and day > today) else None
        found.append({"label": str(phase.label), "status": status, "date": _step_date(phase, shown)})
    return found


def _step_date(phase: str, day: dt.date | None) -> dt.date | str:
    """The date of a step. Where the step's name does not say what happens that day, words do."""
    if day is None:
        return ""
    if phase == PHASE.OFFERED:
        return _("svar innen %(day)s") % {"day": date_format(day, "d.m.y")}
    if phase in (PHASE.ON_COURSE, PHASE.IN_PLACEMENT):
        return _("fra %(day)s") % {"day": date_format(day, "d.m.y")}
    return day


def path(
    participant: Participant,
    membership: Membership,
    employments: Iterable[Employment],
    happened: Iterable[events.Event],
    today: dt.date,
) -> tuple[list[dict], list[dict]]:
    """Periods and milestones of the Gantt: mapping, what upper apps add through their panels, and jobs.

    employments: the facts in force; happened: her feed, from which the days of mapping are taken.
    """
    periods, milestones = _mapping(happened), []
    for panel in panels.collect("participant.path", membership, [participant.pk])[participant.pk]:
        periods += panel.context.get("periods", [])
        milestones += [
            {"label": item["label"], "date": item.get("date") or item.get("on")}
            for item in panel.context.get("milestones", [])
        ]
    periods += [
        {"label": _("Jobb"), "start": job.starts_on, "end": job.ends_on, "color": "work",
         "planned": job.starts_on > today, "text": job.employer_name}
        for job in employments
    ]  # fmt: skip
    return periods, milestones


def _mapping(happened: Iterable[events.Event]) -> list[dict]:
    """One period from the first mapping to the latest."""
    days = sorted(event.on for event in happened if event.kind == events.Kind.MAPPING)
    if not days:
        return []
    text = ngettext("Kartlagt", "Kartlagt %(n)d ganger", len(days)) % {"n": len(days)}
    return [
        {"label": _("Kartlegging"), "start": days[0], "end": days[-1], "color": "info", "planned": False, "text": text}
    ]
