"""The wish for another placement: asked by the provider, answered by NAV, carried out in one step (L6)."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from amo import clock, notifications, versions, workdays
from amo.models import Membership, Role, Sector
from courses.models import Enrolment
from participants.actions import complete_tasks_by_key, create_task
from participants.responsible import task_owner
from placements.actions import placements as agreements
from placements.actions.swap_close import task_key
from placements.models import Employer, Placement, SwapRequest, Visit
from placements.slots import HOLDS_SLOT

Status = SwapRequest.Status
ANSWER_WORKING_DAYS = 5
"""NAV answers within so many working days."""


def swap_url(request: SwapRequest) -> str:
    """The page of a wish."""
    return reverse("placements:swap_detail", args=[request.public_id])


def due_on(request: SwapRequest) -> dt.date:
    """The day by which NAV answers."""
    return workdays.add_working_days(timezone.localtime(request.asked_at).date(), ANSWER_WORKING_DAYS)


@transaction.atomic
def ask_swap(
    *,
    placement: Placement,
    suggested_by: str,
    reason: str,
    explanation: str,
    by: Membership,
    sector: Sector | None = None,
    employer: Employer | None = None,
    own_suggestion: str = "",
) -> SwapRequest:
    """Ask NAV for another employer or sector; the person's caseworker gets a task with a due date.

    Raises ValidationError: the placement is over, nothing is wished for, or a wish waits already.
    """
    placement = Placement.objects.select_for_update(of=("self",)).select_related("participant").get(pk=placement.pk)
    if placement.status not in HOLDS_SLOT:
        raise ValidationError(_("Praksisen er avsluttet. Registrer en ny praksisplass i stedet."))
    own_suggestion = own_suggestion.strip()
    if not (sector or employer or own_suggestion):
        raise ValidationError(
            {"own_suggestion": _("Skriv hvor deltakeren vil, eller velg arbeidsgiver eller bransje.")}
        )
    if employer and employer.pk == placement.employer_id:
        raise ValidationError({"employer": _("Deltakeren er allerede her. Velg en annen arbeidsgiver.")})
    request = SwapRequest(
        placement=placement,
        suggested_by=suggested_by,
        reason=reason,
        explanation=explanation,
        sector=sector,
        employer=employer,
        own_suggestion=own_suggestion,
        asked_by=by,
        asked_at=clock.now(),
    )
    request = versions.save(request)
    create_task(
        participant=placement.participant,
        kind="swap",
        title=_("Svar på ønske om å bytte praksisplass"),
        due_on=due_on(request),
        url=swap_url(request),
        dedupe_key=task_key(request),
        by=by,
        **task_owner(placement.participant),
    )
    return request


@transaction.atomic
def answer_swap(
    *, request: SwapRequest, approved: bool, answer: str, by: Membership, version: int | None = None
) -> SwapRequest:
    """NAV's yes or no with its reason; the task is done and the provider is told.

    Raises StaleVersion, and ValidationError when it has been answered or withdrawn, or the reason is missing.
    """
    request = _locked(request, version)
    if request.status != Status.OPEN:
        raise ValidationError(_("Ønsket er allerede besvart eller trukket."))
    if not answer.strip():
        raise ValidationError({"answer": _("Skriv en kort begrunnelse.")})
    request.status = Status.APPROVED if approved else Status.REFUSED
    request.answer, request.answered_by, request.answered_at = answer.strip(), by, clock.now()
    request = versions.save(request)
    complete_tasks_by_key(task_key(request), by=by)
    text = (
        _("Nav har godkjent et ønske om å bytte praksisplass.")
        if approved
        else _("Nav har avslått et ønske om å bytte praksisplass.")
    )
    for receiver in _receivers(request):
        notifications.notify(receiver, text, swap_url(request), f"swap:{request.public_id}:answered")
    return request


@transaction.atomic
def withdraw_swap(*, request: SwapRequest, by: Membership, version: int | None = None) -> SwapRequest:
    """The provider no longer asks. Raises StaleVersion, and ValidationError when it has been answered."""
    request = _locked(request, version)
    if request.status != Status.OPEN:
        raise ValidationError(_("Ønsket er allerede besvart eller trukket."))
    request.status = Status.WITHDRAWN
    request = versions.save(request)
    complete_tasks_by_key(task_key(request), by=by)
    return request


@transaction.atomic
def carry_out_swap(*, request: SwapRequest, starts_on: dt.date, by: Membership, **terms: object) -> Placement:
    """End the old placement the day before, because of the swap, and agree the new one: in one step, no day in both.

    terms: as `agree_placement` takes them. Raises ValidationError as that does, and when the swap is not approved.
    """
    enrolment = Enrolment.objects.select_for_update(of=("self",)).get(placements=request.placement_id)
    request = _locked(request, None)
    if request.status != Status.APPROVED:
        raise ValidationError(_("Byttet er ikke godkjent av Nav."))
    old = Placement.objects.select_for_update(of=("self",)).get(pk=request.placement_id)
    if old.status in HOLDS_SLOT:
        _make_room(old, starts_on, by)
    return agreements.agree_placement(enrolment=enrolment, starts_on=starts_on, by=by, **terms)


def _make_room(old: Placement, starts_on: dt.date, by: Membership) -> None:
    """The old placement's last day is before `starts_on`. One that goes on for some days yet ends by itself then."""
    if starts_on > old.ends_on:
        return
    last = starts_on - dt.timedelta(days=1)
    if last < old.starts_on:
        if old.starts_on <= clock.today():
            raise ValidationError({"starts_on": _("Den nye plassen må starte etter at den gamle startet.")})
        last = old.ends_on
    if old.starts_on > clock.today() or last <= clock.today():
        agreements.end_placement(placement=old, ends_on=last, end_reason=Placement.EndReason.SWAP, by=by)
        return
    old.ends_on, old.end_reason = last, Placement.EndReason.SWAP
    versions.save(old)
    old.visits.filter(status=Visit.Status.PLANNED, planned_for__gt=old.ends_on).delete()


def _locked(request: SwapRequest, version: int | None) -> SwapRequest:
    request = (
        SwapRequest.objects.select_for_update(of=("self",))
        .select_related("placement__participant", "placement__enrolment__intake__contract")
        .get(pk=request.pk)
    )
    versions.check(request, version)
    return request


def _receivers(request: SwapRequest) -> list[Membership]:
    """Who asked, while in force; otherwise the provider's leads."""
    active = Membership.objects.active_on(clock.today())
    if found := list(active.filter(pk=request.asked_by_id)):
        return found
    provider = request.placement.enrolment.intake.contract.provider_id
    return list(active.filter(role=Role.PROVIDER_LEAD, provider=provider).order_by("pk"))
