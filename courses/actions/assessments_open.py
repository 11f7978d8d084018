"""Assessments that NAV has not answered, when there is nothing left to answer: she is off the class (A6)."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from courses.models import Enrolment, SuitabilityAssessment
from participants import actions as participants

Decision = SuitabilityAssessment.Decision


def task_key(assessment: SuitabilityAssessment) -> str:
    """What the keys of the tasks and messages about it begin with."""
    return f"suitability:{assessment.public_id}:"


def close_open(enrolments: Iterable[Enrolment], *, by: Membership | None) -> None:
    """Mark those that wait for an answer as fallen away, and do their tasks. One query when there are none."""
    rows = SuitabilityAssessment.objects.unanswered().filter(enrolment__in=[one.pk for one in enrolments])
    for row in rows.select_for_update(of=("self",)).order_by("pk"):
        row.decision, row.decision_reason = Decision.LAPSED, _("Deltakelsen var slutt før Nav hadde avgjort.")
        row.decided_by, row.decided_at = by, clock.now()
        versions.save(row)
        participants.complete_tasks_by_key(task_key(row), by=by)


def reopen(enrolment: Enrolment, *, since: dt.datetime) -> None:
    """The end at `since` is taken back: what fell away with it waits for NAV again, with its tasks."""
    rows = SuitabilityAssessment.objects.filter(enrolment=enrolment, decision=Decision.LAPSED, decided_at__gte=since)
    for row in rows.select_for_update(of=("self",)):
        row.decision = row.decision_reason = ""
        row.decided_by = row.decided_at = None
        versions.save(row)
        participants.reopen_tasks_by_key(task_key(row), since=since)
