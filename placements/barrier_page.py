"""What the page of one barrier shows (L9)."""

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from amo.models import Membership, Role
from courses.models import Enrolment
from participants.models import Participant
from placements import barriers as read
from placements.models import Barrier, BarrierReport, BarrierStep

MOST_REPORTS = 100
ICONS = {
    BarrierStep.Kind.TAKEN_ON: "Hourglass",
    BarrierStep.Kind.HANDED_OVER: "ArrowRight",
    BarrierStep.Kind.CLOSED: "Checkmark",
    BarrierStep.Kind.REOPENED: "ArrowUndo",
    BarrierStep.Kind.MERGED: "Link",
}


def detail_context(membership: Membership, barrier: Barrier) -> dict:
    """A constant number of queries, however many reported it."""
    answers = read.may_answer(membership, barrier)
    is_open = barrier.status in Barrier.OPEN
    counts = read.with_counts(Barrier.objects.filter(pk=barrier.pk), membership).first()
    reports = _reports(membership, barrier)
    mine = barrier.reports.filter(reported_by=membership).exists()
    return {
        "title": barrier.what,
        "barrier": barrier,
        "counts": counts,
        "sides": read.sides_text(counts) if counts else "",
        "about": read.about_text(barrier),
        "owner": read.owner_label(barrier),
        "reports": reports,
        "unseen": max(0, (counts.report_count if counts else 0) - len(reports)),
        "steps": _steps(barrier),
        "is_open": is_open,
        "may_take_on": answers and barrier.status == Barrier.Status.REPORTED,
        "may_answer": answers and is_open,
        "may_merge": is_open and membership.role == Role.COUNTY_STAFF and membership.county_id == barrier.county_id,
        "may_reopen": not is_open and (answers or mine),
    }


def _reports(membership: Membership, barrier: Barrier) -> list[dict]:
    """The reports this membership may read. A person is a link for those who may open her page, never a name."""
    found = (
        BarrierReport.objects.visible_to(membership)
        .filter(barrier=barrier)
        .select_related(
            "reported_by__user", "reported_by__office", "reported_by__provider", "reported_by__county", "participant"
        )
    )
    rows = list(found[:MOST_REPORTS])
    people = {row.participant_id for row in rows if row.participant_id}
    urls = _urls(membership, people)
    return [
        {
            "report": row,
            "side": row.reported_by.organisation_name,
            "person": row.participant_id is not None,
            "person_url": urls.get(row.participant_id, ""),
            "text": row.text if row.participant_id is None or row.participant_id in urls else "",
        }
        for row in rows
    ]


def _urls(membership: Membership, people: set) -> dict:
    """{person: her page}, for those this membership may open."""
    if not people:
        return {}
    opened = Participant.objects.openable_by(membership).filter(pk__in=people)
    if membership.is_office:
        ids = opened.values_list("pk", "public_id")
        return {pk: reverse("participants:detail", args=[public_id]) for pk, public_id in ids}
    found = Enrolment.objects.visible_to(membership).filter(participant__in=opened).order_by("starts_on", "pk")
    return {
        person: reverse("courses:enrolment_detail", args=[public_id])
        for person, public_id in found.values_list("participant", "public_id")
    }


def _steps(barrier: Barrier) -> list[dict]:
    """What was done, newest first, for the timeline."""
    steps = barrier.steps.select_related("by__user", "by__office", "by__provider", "by__county")
    events = [
        {
            "title": step.get_kind_display(),
            "time": localtime(step.at),
            "by": f"{step.by.user}, {step.by.organisation_name}",
            "text": step.text,
            "icon": ICONS[step.kind],
        }
        for step in steps
    ]
    first = {"title": _("Meldt første gang"), "time": localtime(barrier.created_at), "icon": "Megaphone"}
    return [*events, first]
