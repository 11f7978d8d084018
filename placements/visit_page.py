"""What the pages about a visit show: what starts the form, the steps to tick, and what was changed afterwards (L5)."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions, workdays
from amo.models import User
from placements.models import Placement, PlanGoal, Visit
from placements.overdue import visits_owed

NEXT_WEEKS = 3
LISTED = ("present", "topics")
TOLD = (
    "status", "planned_for", "planned_at", "held_on", "kind", "present", "hiring_intent", "why_not", "why_not_hire",
    "plan_followed", "topics", "note",
)  # fmt: skip


def next_day(placement: Placement, today: dt.date) -> dt.date | None:
    """The day to propose for the next visit; None when one is planned already, or the placement is over by then."""
    if placement.visits.filter(status=Visit.Status.PLANNED, planned_for__gt=today + dt.timedelta(days=7)).exists():
        return None
    day = workdays.next_working_day(today + dt.timedelta(weeks=NEXT_WEEKS))
    return day if placement.status == Placement.Status.RUNNING and day <= placement.ends_on else None


def owed(placement: Placement, today: dt.date) -> str:
    """What is missing, and since when, of a placement that stands in the list of missing visits; else "". One query."""
    row = visits_owed(Placement.objects.filter(pk=placement.pk), today).first()
    if row is None:
        return ""
    day = date_format(row.visit_due_on, "j. F Y")
    if row.been_there:
        return _("Besøket som var planlagt %(day)s, er ikke logget.") % {"day": day}
    if placement.status == Placement.Status.RUNNING:
        return _("Ingen har vært på arbeidsplassen. Det første besøket skulle vært senest %(day)s.") % {"day": day}
    return _("Praksisen sluttet uten at noen hadde vært på arbeidsplassen. Besøket skulle vært senest %(day)s.") % {
        "day": day
    }


def open_goals(placement: Placement) -> list[PlanGoal]:
    """The steps of the placement's training plan that are not reached."""
    return list(PlanGoal.objects.filter(plan__placement=placement, reached_on=None).order_by("rank", "pk"))


def labels(visit: Visit, name: str) -> list[str]:
    """Who was there (`present`) or what came up (`topics`), in words."""
    words = dict({"present": Visit.Present, "topics": Visit.Topic}[name].choices)
    return [str(words.get(code, code)) for code in getattr(visit, name)]


@dataclass(frozen=True)
class Saved:
    """One saving of a visit: who, when, and [(what, before, after)]; no changes for the first one."""

    who: str
    when: dt.datetime
    changes: list[tuple[str, str, str]]


def history(visit: Visit) -> list[Saved]:
    """What was changed in a visit after it was first kept, latest first. Two queries."""
    events = list(visit.events.select_related("pgh_context").order_by("pgh_created_at", "pgh_id"))
    ids = {(event.pgh_context.metadata if event.pgh_context_id else {}).get("user") for event in events}
    users = {user.pk: str(user) for user in User.objects.filter(pk__in=ids - {None})}
    saved = []
    for before, after in zip(events, events[1:], strict=False):
        changes = [
            (str(Visit._meta.get_field(name).verbose_name).capitalize(), _text(before, name), _text(after, name))
            for name in TOLD
            if getattr(before, name) != getattr(after, name)
        ]
        metadata = after.pgh_context.metadata if after.pgh_context_id else {}
        if changes:
            saved.append(Saved(users.get(metadata.get("user"), _("Systemet")), after.pgh_created_at, changes))
    return saved[::-1]


def _text(event, name: str) -> str:
    value = getattr(event, name)
    if name in LISTED:
        return ", ".join(labels(event, name)) or "–"
    if isinstance(value, dt.time):
        return value.strftime("%H.%M")
    choices = dict(Visit._meta.get_field(name).choices or ())
    return str(choices.get(value, "")) or versions.text_of(value) or "–"


def may_be_changed(visit: Visit) -> bool:
    """Whether a planned visit can still be moved or called off."""
    return visit.status == Visit.Status.PLANNED


def is_late(visit: Visit) -> bool:
    """Whether a planned visit's day has passed."""
    return may_be_changed(visit) and visit.planned_for < clock.today()
