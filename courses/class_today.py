"""Read model of the instructor's day: today's classes, days that are missing, absence to talk about (K1, K3)."""

import datetime as dt
from collections import Counter, defaultdict

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from amo.models import Membership
from courses import class_week, shown_names
from courses.course_days import EDITABLE_DAYS, calendars
from courses.models import AbsenceFollowUp, AbsenceWarning, DayKind, Enrolment, Intake, JobSearchActivity
from courses.words_absence import seen
from courses.words_attendance import KIND_COLORS

WARNINGS_SHOWN = 20
Side = AbsenceFollowUp.Side

# For the roster's quick filters.
TO_FOLLOW_UP = Exists(
    AbsenceWarning.objects.open().filter(
        ~Exists(AbsenceFollowUp.objects.filter(warning=OuterRef("pk"), side=Side.PROVIDER)), enrolment=OuterRef("pk")
    )
)
HAD_JOB_SEARCH = Exists(JobSearchActivity.objects.filter(enrolment=OuterRef("pk")))
WITHOUT_JOB_SEARCH = Q(~HAD_JOB_SEARCH, status=Enrolment.Status.PARTICIPATING)


def classes(membership: Membership) -> list[Intake]:
    """The running classes of the provider, or those an instructor is assigned to."""
    running = Intake.objects.visible_to(membership).filter(status=Intake.Status.RUNNING)
    return list(running.with_names().order_by("code"))


def context(membership: Membership, *, today: dt.date) -> dict:
    """Everything the page shows; the same number of queries for one class and for thirty."""
    intakes = classes(membership)
    by_intake = calendars(intakes)
    states = class_week.states(membership, intakes, today - dt.timedelta(days=EDITABLE_DAYS), today)
    without = _without_job_search(membership, intakes)
    rows = [_row(intake, by_intake[intake.pk], states[intake.pk], today, without[intake.pk]) for intake in intakes]
    return {
        "today": today,
        "meeting": [row for row in rows if row["kind"]],
        "resting": [row for row in rows if not row["kind"]],
        "missing": [(row["intake"], state) for row in rows for state in row["missing"]],
        "warnings": open_warnings(membership, intakes),
        "editable_days": EDITABLE_DAYS,
    }


def _row(intake: Intake, calendar, states, today: dt.date, without: int) -> dict:
    now = next((state for state in states if state.day == today), None)
    kind = calendar.kind(today) if now else ""
    label = _("Bare noen av deltakerne") if kind == DayKind.FREE else DayKind(kind).label if kind else ""
    return {
        "intake": intake,
        "kind": label,
        "color": KIND_COLORS[DayKind(kind)] if kind else "",
        "state": now,
        "url": reverse("courses:attendance", args=[intake.public_id, today]),
        "missing": [state for state in states if state.missing and state.day < today],
        "without_job_search": without,
    }


def _without_job_search(membership: Membership, intakes: list[Intake]) -> Counter:
    """Counter {intake: people on it who have had no help with looking for a job}."""
    people = Enrolment.objects.visible_to(membership).filter(WITHOUT_JOB_SEARCH, intake__in=intakes)
    return Counter(people.order_by().values_list("intake", flat=True))


def open_warnings(membership: Membership, intakes: list[Intake]) -> list[dict]:
    """What the provider has not followed up yet, oldest first, by name where it may be opened."""
    answered = AbsenceFollowUp.objects.filter(warning=OuterRef("pk"), side=Side.PROVIDER)
    found = list(
        AbsenceWarning.objects.visible_to(membership)
        .open()
        .filter(~Exists(answered), enrolment__intake__in=intakes)
        .select_related("enrolment__participant", "enrolment__intake")
        .order_by("raised_at", "pk")[:WARNINGS_SHOWN]
    )
    people = {warning.enrolment_id: warning.enrolment for warning in found}
    names = shown_names.names(membership, people.values())
    return [
        {
            "warning": warning,
            "name": names[warning.enrolment_id],
            "masked": names[warning.enrolment_id] != warning.enrolment.participant.list_name,
            "seen": seen(warning),
        }
        for warning in found
    ]


def marks(enrolment_ids: list[int]) -> dict[int, list[AbsenceWarning]]:
    """{enrolment: warnings the provider has not followed up}, for the roster. One query."""
    found = defaultdict(list)
    answered = AbsenceFollowUp.objects.filter(warning=OuterRef("pk"), side=Side.PROVIDER)
    for warning in AbsenceWarning.objects.open().filter(~Exists(answered), enrolment__in=enrolment_ids):
        found[warning.enrolment_id].append(warning)
    return found
