"""Requests as parts of other pages: a participation, a class, an employer."""

from collections import defaultdict

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock
from courses import grants
from courses.models import Enrolment, Intake
from participants.models import Task
from placements.actions import step_in
from placements.actions.queue import MAY_ASK
from placements.actions.requests import may_undo
from placements.models import Employer, PlacementRequest
from placements.models.request import MOST_PER_PARTICIPANT
from placements.protection import unprotected
from placements.requests import COLORS, employer_day, oldest_first, with_queue_place, with_requests

Status = PlacementRequest.Status


def _asking(membership, ids) -> set[int]:
    """Those of the participations for whom this membership may put requests. Two queries."""
    if not membership.is_provider:
        return set()
    open_ones = Enrolment.objects.visible_to(membership).filter(pk__in=ids, status__in=MAY_ASK)
    people = dict(open_ones.order_by().values_list("pk", "participant"))
    seen = grants.has_course_view(membership, people.values(), on=clock.today())
    return {pk for pk, person in people.items() if person in seen}


def for_enrolments(membership, ids) -> dict:
    """enrolment.detail: whom she has asked, and what was answered."""
    visible = PlacementRequest.objects.visible_to(membership).filter(enrolment__in=ids)
    visible = oldest_first(with_queue_place(visible.select_related("employer", "participant")))
    found, may_write = defaultdict(list), _asking(membership, ids)
    helped = _to_be_helped(ids)
    for request in visible:
        found[request.enrolment_id].append(_row(request, membership))
    return {
        pk: {
            "rows": found.get(pk, []),
            "summary": _summary([row["request"] for row in found.get(pk, [])]),
            "may_write": pk in may_write,
            "to_be_helped": pk in helped,
        }
        for pk in ids
        if pk in found or pk in may_write
    }


def _to_be_helped(ids) -> set[int]:
    """Those for whom the provider is to step in: the task stands open. Two queries."""
    tasks = Task.objects.open().filter(kind=step_in.TASK, participant__enrolments__in=ids)
    open_keys = tuple(tasks.order_by().values_list("dedupe_key", flat=True))
    enrolments = Enrolment.objects.filter(pk__in=ids)
    return {one.pk for one in enrolments if any(key.startswith(step_in.task_key(one)) for key in open_keys)}


def _row(request: PlacementRequest, membership) -> dict:
    is_open = request.status in PlacementRequest.OPEN
    writes = membership.is_provider
    url = lambda name: reverse(f"placements:{name}", args=[request.public_id])  # noqa: E731
    return {
        "request": request,
        "color": COLORS[request.status],
        "place": _("Nummer %(place)d i køen") % {"place": request.queue_place} if request.queue_place else "",
        "answer_url": url("request_answer") if writes and request.status == Status.ASKED else "",
        "withdraw_url": url("request_withdraw") if writes and is_open else "",
        "undo_url": url("request_undo") if writes and may_undo(request) else "",
        "consent_url": url("request_consent") if writes and is_open and not request.participant.is_protected else "",
    }


def _summary(rows: list[PlacementRequest]) -> list[str]:
    """ "3 nei", "2 spurt": what stands above the list."""
    count = lambda status: sum(row.status == status for row in rows)  # noqa: E731
    asked, queued, refused = count(Status.ASKED), count(Status.QUEUED), count(Status.NO)
    texts = []
    if asked:
        texts.append(_("%(asked)d av %(most)d spurt") % {"asked": asked, "most": MOST_PER_PARTICIPANT})
    if queued:
        texts.append(_("%(count)d i kø") % {"count": queued})
    if refused:
        texts.append(_("%(count)d nei") % {"count": refused})
    return texts


def buttons_of_enrolments(membership, ids) -> dict:
    """enrolment.buttons: "Ny forespørsel" while she is on the course."""
    may_write = Enrolment.objects.filter(pk__in=_asking(membership, ids))
    return {
        enrolment.pk: {
            "buttons": [
                {
                    "label": _("Ny forespørsel"),
                    "url": reverse("placements:request_new", args=[enrolment.public_id]),
                    "variant": "secondary",
                }
            ]
        }
        for enrolment in may_write
    }


def for_intakes(membership, ids) -> dict:
    """intake.detail: how the class looks for placements, for its provider."""
    if not membership.is_provider:
        return {}
    rows = unprotected(PlacementRequest.objects.visible_to(membership)).filter(enrolment__intake__in=ids)
    counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for intake_id, status in rows.values_list("enrolment__intake", "status"):
        counts[intake_id][status] += 1
    return {
        intake.pk: {
            "asked": counts[intake.pk][Status.ASKED],
            "queued": counts[intake.pk][Status.QUEUED],
            "refused": counts[intake.pk][Status.NO],
            "overview_url": reverse("placements:class_placements", args=[intake.public_id]),
            "sharing_url": reverse("placements:slot_sharing", args=[intake.public_id]),
        }
        for intake in Intake.objects.visible_to(membership).filter(pk__in=ids)
    }


def for_employers(membership, ids) -> dict:
    """employer.side: how many ask there, whether they take direct requests, and the employer's day."""
    found = {}
    for employer in with_requests(Employer.objects.filter(pk__in=ids)):
        day = employer_day(employer, membership) if membership.is_provider else None
        found[employer.pk] = {
            "asked": ngettext("%(count)d er spurt", "%(count)d er spurt", employer.asked_count)
            % {"count": employer.asked_count},
            "queued": _("%(count)d i kø") % {"count": employer.queued_count},
            "has_queue": employer.queued_count > 0,
            "through_provider": employer.channel == Employer.Channel.THROUGH_PROVIDER,
            "day_url": reverse("placements:employer_day", args=[employer.public_id]) if day and day.own else "",
        }
    return found
