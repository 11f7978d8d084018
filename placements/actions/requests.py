"""Requests to employers for one participant: put, answered, withdrawn, taken back (L2).

Beyond the caps a request stands in the queue. Every action here locks by `queue.moving`, and so lets the queue move.
"""

import datetime as dt
from collections.abc import Callable
from functools import wraps

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from courses.models import Enrolment
from placements.actions import step_in
from placements.actions.queue import MAY_ASK, close, moving, placed
from placements.models import Employer, Placement, PlacementRequest

Status = PlacementRequest.Status
Because = PlacementRequest.WithdrawnBecause
ANSWERS = (Status.YES, Status.NO, Status.NO_ANSWER)
UNDONE_BY_HAND = (*ANSWERS, Status.WITHDRAWN)


@transaction.atomic
def put_request(
    *,
    enrolment: Enrolment,
    employer: Employer,
    asked_by: str,
    asked_on: dt.date,
    by: Membership,
    how: str = "",
    note: str = "",
    consent: bool = False,
) -> PlacementRequest:
    """Ask an employer, or stand in its queue when it or she has as many out as there may be.

    consent: whether she agrees that the employer is told her first name and phone. Raises ValidationError at
    `employer`, `asked_by` or `asked_on`, and when the participation is over.
    """
    with moving(enrolments=[enrolment.pk], employers=[employer.pk]) as held:
        row = add_request(
            PlacementRequest(
                enrolment=Enrolment.objects.get(pk=enrolment.pk),
                employer=Employer.objects.get(pk=employer.pk),
                asked_by=asked_by,
                how=how,
                note=note,
                consented_on=clock.today() if consent else None,
                recorded_by=by,
            ),
            asked_on=asked_on,
        )
        held.days[row.pk] = asked_on
        held.told.add(row.pk)
    row.refresh_from_db()
    return row


def add_request(row: PlacementRequest, *, asked_on: dt.date) -> PlacementRequest:
    """Put one last in the employer's queue, from where it moves at once when there are seats. Inside `moving`."""
    _check_participation(row.enrolment, asked_on)
    _check_employer(row.employer, row.asked_by)
    open_ones = PlacementRequest.objects.filter(status__in=PlacementRequest.OPEN)
    if open_ones.filter(participant=row.enrolment.participant_id, employer=row.employer).exists():
        raise ValidationError({"employer": _("Arbeidsgiveren er allerede spurt, eller forespørselen står i kø.")})
    row.participant_id = row.enrolment.participant_id
    row.status, row.queued_at = Status.QUEUED, clock.now()
    return versions.save(row)


def _check_participation(enrolment: Enrolment, asked_on: dt.date) -> None:
    today = clock.today()
    if enrolment.status not in MAY_ASK or enrolment.ends_on < today:
        raise ValidationError(_("Deltakelsen er avsluttet. Det kan ikke spørres om flere praksisplasser."))
    if asked_on > today:
        raise ValidationError({"asked_on": _("Datoen kan ikke være fram i tid.")})
    first = min(enrolment.starts_on, enrolment.created_at.astimezone(clock.OSLO).date())
    if asked_on < first:
        raise ValidationError(
            {"asked_on": _("Datoen kan ikke være før deltakeren fikk kursplass %(day)s.") % {"day": date_format(first)}}
        )


def _check_employer(employer: Employer, asked_by: str) -> None:
    """Raise the reason why this employer is not asked, or not by the participant herself."""
    name = {"name": employer.name}
    if employer.merged_into_id:
        raise ValidationError({"employer": _("Arbeidsgiveren er slått sammen med en annen. Velg den i stedet.")})
    if employer.paused_on:
        raise ValidationError({"employer": _("%(name)s tar ikke imot nå. Nav tiltak avklarer det.") % name})
    through_provider = employer.channel == Employer.Channel.THROUGH_PROVIDER
    if through_provider and asked_by == PlacementRequest.AskedBy.PARTICIPANT:
        raise ValidationError(
            {
                "asked_by": _(
                    "%(name)s tar bare imot gjennom kursleverandøren. Deltakeren skal ikke spørre selv. "
                    "Velg «Kursleverandøren», og ta kontakt for deltakeren."
                )
                % name
            }
        )


@transaction.atomic
def answer_request(
    *,
    request: PlacementRequest,
    status: str,
    answered_on: dt.date,
    by: Membership,
    reason: str = "",
    note: str | None = None,
    version: int | None = None,
) -> PlacementRequest:
    """Write the employer's answer, or that none came. Its seats are free, and who is next in the queues is asked.

    note: replaces the one that is there; None leaves it.
    Raises StaleVersion, and ValidationError: not asked, the day lies ahead or before it was asked.
    """
    with moving(enrolments=[request.enrolment_id]):
        row = _locked(request, version)
        if row.status != Status.ASKED:
            raise ValidationError(_("Forespørselen venter ikke på svar: %(status)s.") % _status_of(row))
        if status not in ANSWERS:
            raise ValidationError({"status": _("Velg et av svarene.")})
        if answered_on > clock.today():
            raise ValidationError({"answered_on": _("Datoen kan ikke være fram i tid.")})
        if answered_on < row.asked_on:
            raise ValidationError(
                {"answered_on": _("Arbeidsgiveren ble spurt %(day)s.") % {"day": date_format(row.asked_on)}}
            )
        row.note = row.note if note is None else note
        row = close(row, status, on=answered_on, reason=reason if status == Status.NO else "")
        step_in.look(row.enrolment, by=by)
    return row


@transaction.atomic
def withdraw_request(*, request: PlacementRequest, by: Membership, version: int | None = None) -> PlacementRequest:
    """Take an open request back: she no longer asks there. Raises StaleVersion, and ValidationError when it is closed."""
    with moving(enrolments=[request.enrolment_id]):
        row = _locked(request, version)
        if row.status not in PlacementRequest.OPEN:
            raise ValidationError(_("Forespørselen er avsluttet: %(status)s.") % _status_of(row))
        row = close(row, Status.WITHDRAWN, on=clock.today(), because=Because.OWN_WISH)
    return row


def may_undo(row: PlacementRequest) -> bool:
    """Whether what was written last may be taken back: by somebody, the same day."""
    by_hand = row.status in ANSWERS or row.withdrawn_because == Because.OWN_WISH
    return by_hand and row.closed_at is not None and row.closed_at.astimezone(clock.OSLO).date() == clock.today()


@transaction.atomic
def undo_answer(*, request: PlacementRequest, by: Membership, version: int | None = None) -> PlacementRequest:
    """Take a wrong answer or withdrawal back the same day.

    It stands as asked again; where somebody else has got the seat, it is first in the queue. Raises StaleVersion, and
    ValidationError another day, when she is asked for there anew, or when the participation is over.
    """
    with moving(enrolments=[request.enrolment_id], employers=[request.employer_id]) as held:
        row = _locked(request, version)
        if not may_undo(row):
            raise ValidationError(_("Svaret kan bare angres samme dag som det ble skrevet."))
        _check_participation(row.enrolment, row.asked_on or clock.today())
        if row.asked_on:
            held.days[row.pk] = row.asked_on
        held.told.add(row.pk)
        row.status, row.answered_on, row.closed_at = Status.QUEUED, None, None
        row.reason = row.withdrawn_because = ""
        versions.save(row)
        step_in.look(row.enrolment, by=by)
    row.refresh_from_db()
    return row


@transaction.atomic
def set_consent(
    *, request: PlacementRequest, consents: bool, by: Membership, version: int | None = None
) -> PlacementRequest:
    """Log that she agrees, or no longer agrees, that this employer is told her first name and phone."""
    row = _locked(request, version)
    if consents and row.status not in PlacementRequest.OPEN:
        raise ValidationError(_("Forespørselen er avsluttet: %(status)s.") % _status_of(row))
    if consents == bool(row.consented_on):
        return row
    row.consent_withdrawn_on = None if consents else clock.today()
    row.consented_on = clock.today() if consents else None
    return versions.save(row)


def _locked(request: PlacementRequest, version: int | None) -> PlacementRequest:
    rows = PlacementRequest.objects.select_for_update(of=("self",)).select_related("enrolment", "employer")
    row = rows.get(pk=request.pk)
    versions.check(row, version)
    return row


def _status_of(row: PlacementRequest) -> dict[str, str]:
    return {"status": row.get_status_display().lower()}


# --- what other actions do to requests ---------------------------------------------------------------------


def closes_requests(agree: Callable[..., Placement]) -> Callable[..., Placement]:
    """For the action that agrees a placement: what she has out is closed, and the queues move in its transaction."""

    @wraps(agree)
    def agreeing(*, enrolment: Enrolment, employer: Employer, by: Membership, **terms) -> Placement:
        with moving(enrolments=[enrolment.pk], employers=[employer.pk]):
            placement = agree(enrolment=enrolment, employer=employer, by=by, **terms)
            placed(enrolment=placement.enrolment, employer=employer, by=by)
            step_in.no_longer(placement.enrolment, by=by)
        return placement

    return agreeing


def moves_queue(change: Callable[..., Employer]) -> Callable[..., Employer]:
    """For an action that may change how many places an employer has: who is next is asked in its transaction."""

    @wraps(change)
    def changing(*, employer: Employer, **fields) -> Employer:
        with moving(employers=[employer.pk]):
            return change(employer=employer, **fields)

    return changing
