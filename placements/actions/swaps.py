"""The wish for another placement: asked by the provider, answered by NAV, carried out in one step (L6)."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from amo import clock, notifications, versions, workdays
from amo.models import Membership, Role, Sector
from participants.actions import complete_tasks_by_key, create_task
from participants.responsible import task_owner
from placements.actions import placements as agreements
from placements.actions.left_over import call_off_visits
from placements.actions.queue import MAY_ASK, moving
from placements.actions.sectors import fits, latest_placement
from placements.actions.swap_close import task_key
from placements.models import Employer, Placement, SwapRequest
from placements.slots import HOLDS_SLOT

Status = SwapRequest.Status
ANSWER_WORKING_DAYS = 5
"""NAV answers within so many working days."""
CARRY_OUT_WORKING_DAYS = 10
"""The provider carries an approved swap out within so many."""


def swap_url(request: SwapRequest) -> str:
    """The page of a wish."""
    return reverse("placements:swap_detail", args=[request.public_id])


def due_on(request: SwapRequest) -> dt.date:
    """The day by which NAV answers."""
    return workdays.add_working_days(timezone.localtime(request.asked_at).date(), ANSWER_WORKING_DAYS)


def carry_out_key(request: SwapRequest) -> str:
    """The key of the provider's task to carry it out."""
    return f"swap:{request.public_id}:carry_out"


def may_ask(placement: Placement) -> bool:
    """While the placement lasts, and after it as long as it is the latest and the participation goes on."""
    if placement.status in HOLDS_SLOT:
        return True
    enrolment = placement.enrolment
    goes_on = enrolment.status in MAY_ASK and enrolment.ends_on >= clock.today()
    return goes_on and latest_placement(enrolment) == placement


def may_carry_out(request: SwapRequest) -> bool:
    """Approved, the participation goes on, and no placement has been agreed since the answer."""
    if request.status != Status.APPROVED:
        return False
    enrolment = request.placement.enrolment
    since = enrolment.placements.exclude(status=Placement.Status.CANCELLED).filter(created_at__gte=request.answered_at)
    return enrolment.status in MAY_ASK and enrolment.ends_on >= clock.today() and not since.exists()


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

    Raises ValidationError: the participation is over, nothing is wished for, or a wish waits already.
    """
    rows = Placement.objects.select_for_update(of=("self",)).select_related("participant", "enrolment")
    placement = rows.get(pk=placement.pk)
    if not may_ask(placement):
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
    if approved:
        _to_carry_out(request, by)
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
def carry_out_swap(
    *, request: SwapRequest, employer: Employer, starts_on: dt.date, by: Membership, **terms: object
) -> Placement:
    """End the old placement the day before, because of the swap, and agree the new one: in one step, no day in both.

    terms: as `agree_placement` takes them. Raises ValidationError as that does, when the swap is not approved or was
    carried out, and at `employer` when NAV said yes to another.
    """
    old = request.placement
    employers = {old.employer_id, employer.pk}
    with moving(enrolments=[old.enrolment_id], employers=employers):
        old = Placement.objects.select_for_update(of=("self",)).select_related("enrolment").get(pk=old.pk)
        request = _locked(request, None)
        if not may_carry_out(request):
            raise ValidationError(_("Byttet er ikke godkjent av Nav, eller det er gjennomført."))
        if not fits(request, employer):
            raise ValidationError(
                {"employer": _("Nav har godkjent et annet bytte: %(wish)s.") % {"wish": _wish(request)}}
            )
        if old.status in HOLDS_SLOT:
            _make_room(old, starts_on, by)
        new = agreements.agree_placement(
            enrolment=old.enrolment, employer=employer, starts_on=starts_on, by=by, **terms
        )
        complete_tasks_by_key(carry_out_key(request), by=by)
    return new


def _wish(request: SwapRequest) -> str:
    return str(request.employer or request.sector)


def _to_carry_out(request: SwapRequest, by: Membership) -> None:
    """The provider's task, with a day: an approved wish that nobody carries out helps nobody (P9)."""
    create_task(
        participant=request.placement.participant,
        kind="swap_carry_out",
        title=_("Gjennomfør byttet av praksisplass"),
        due_on=workdays.add_working_days(clock.today(), CARRY_OUT_WORKING_DAYS),
        provider=request.placement.enrolment.intake.contract.provider,
        url=swap_url(request),
        dedupe_key=carry_out_key(request),
        by=by,
    )


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
    call_off_visits([old.pk])


def _locked(request: SwapRequest, version: int | None) -> SwapRequest:
    request = (
        SwapRequest.objects.select_for_update(of=("self",))
        .select_related("placement__participant", "placement__enrolment__intake__contract__provider")
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
