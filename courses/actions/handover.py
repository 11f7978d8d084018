"""Classes go to another contract on a day, with everybody who is on them (C2).

Lock order as in seats.py: rounds and intakes by primary key, then contracts by primary key, then the rest.
"""

import datetime as dt
import logging
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from courses import grants, handover_messages, handovers, portfolio_rows, task_links
from courses.actions.contracts import lock_contracts
from courses.actions.seats import lock_intakes, lock_windows_of
from courses.contract_facts import LIVING, places_of
from courses.models import Contract, Enrolment, Handover, Intake, IntakeAssignment, PlacesBeyond
from participants.models import Task

log = logging.getLogger(__name__)

Status = Handover.Status
FROM = (Contract.Status.ACTIVE, Contract.Status.ENDED)
GOES_ON = (Enrolment.Status.AWAITING_START, Enrolment.Status.PARTICIPATING)


@transaction.atomic
def draft_handover(
    *,
    from_contract: Contract,
    to_contract: Contract,
    intakes: Iterable[Intake],
    day: dt.date,
    reason: str,
    by: Membership,
    handover: Handover | None = None,
    version: int | None = None,
) -> Handover:
    """Make (or change) a hand-over for preview: nothing happens before it is confirmed.

    Raises PermissionDenied for another county's contracts, StaleVersion, and ValidationError at the field.
    """
    _check_county(from_contract, by)
    _check_county(to_contract, by)
    if handover is None:
        handover = Handover(made_at=clock.now())
    else:
        handover = _locked(handover, by, version, Status.DRAFT)
    handover.from_contract, handover.to_contract = from_contract, to_contract
    handover.day, handover.reason, handover.made_by = day, reason.strip(), by
    chosen = list(_lock_classes([intake.pk for intake in intakes]).values())
    if day < clock.today():
        raise ValidationError({"day": _("Dagen kan ikke være før i dag.")})
    _check(handover, chosen)
    versions.save(handover)
    handover.intakes.set(chosen)
    return handover


@transaction.atomic
def confirm_handover(*, handover: Handover, by: Membership, version: int | None = None) -> Handover:
    """Decide the hand-over and tell both providers; when its day has come it is carried out at once."""
    handover = _locked(handover, by, version, Status.DRAFT)
    intakes = _lock_classes(list(handover.intakes.values_list("pk", flat=True)))
    if handover.day < clock.today():
        raise ValidationError(_("Dagen er passert. Endre den før du bekrefter."))
    _check(handover, list(intakes.values()))
    handover.status, handover.made_by = Status.PLANNED, by
    versions.save(handover)
    if handover.day <= clock.today():
        return _carry_out(handover, by)
    handover_messages.planned(handover, list(intakes.values()))
    return handover


@transaction.atomic
def cancel_handover(*, handover: Handover, by: Membership, version: int | None = None) -> Handover:
    """Give up a hand-over that has not happened. Providers that have been told of it are told again."""
    handover = _locked(handover, by, version, Status.DRAFT, Status.PLANNED)
    was_planned = handover.status == Status.PLANNED
    handover.status = Status.CANCELLED
    versions.save(handover)
    if was_planned:
        handover_messages.cancelled(handover, list(handover.intakes.all()))
    return handover


def carry_out_due(today: dt.date) -> int:
    """Hand-overs whose day has come (tick); one that cannot be carried out is told to the county and does not stop the rest."""
    due = Handover.objects.filter(status=Status.PLANNED, day__lte=today).order_by("day", "pk")
    count = 0
    for pk in list(due.values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                handover = _of_pk(pk)
                if handover.status == Status.PLANNED:
                    _carry_out(handover, None)
                    count += 1
        except ValidationError as error:
            log.warning("Hand-over %s was not carried out: %s", pk, " ".join(error.messages))
            handover_messages.stopped(Handover.objects.with_names().get(pk=pk), " ".join(error.messages))
    return count


# --- on the day -----------------------------------------------------------------------------------


def _carry_out(handover: Handover, by: Membership | None) -> Handover:
    """Move the classes, and what follows them: grants, instructors, tasks, what lies above, and the word to everybody."""
    intakes = _still_there(handover)
    _check(handover, intakes, planning=False)
    enrolments = Enrolment.objects.filter(intake__in=intakes).order_by("pk")
    going_on = list(enrolments.filter(status__in=GOES_ON, ends_on__gte=handover.day).select_related("participant"))
    changes_provider = handover.from_contract.provider_id != handover.to_contract.provider_id
    instructors = _end_assignments(handover, intakes) if changes_provider else []
    _note_places_beyond(handover, intakes)
    for intake in intakes:
        intake.contract = handover.to_contract
        versions.save(intake)
    handover.intakes.set(intakes)
    handover.status, handover.done_at = Status.DONE, clock.now()
    versions.save(handover)
    grants.write_again(grants.with_sources(enrolments))
    if changes_provider:
        _give_tasks(handover, going_on)
        handovers.tell(handover, going_on, by)
    portfolio_rows.refresh([enrolment.participant_id for enrolment in going_on])
    handover_messages.done(handover, intakes, going_on, instructors)
    return handover


def _still_there(handover: Handover) -> list[Intake]:
    """The chosen classes, locked, without those that have ended, been called off or gone elsewhere in the meantime."""
    locked = _lock_classes(list(handover.intakes.values_list("pk", flat=True)))
    return [
        intake
        for intake in locked.values()
        if intake.contract_id == handover.from_contract_id
        and intake.status in LIVING
        and intake.ends_on >= handover.day
    ]


def _lock_classes(intake_ids: list[int]) -> dict[int, Intake]:
    """{pk: class}, locked after the rounds they lie in: else this and the answer to an offer could wait for each other."""
    lock_windows_of(intake_ids)
    return lock_intakes(intake_ids)


def _end_assignments(handover: Handover, intakes: list[Intake]) -> list[Membership]:
    """The old provider's instructors have the classes for the last time the day before; returns who they are."""
    last = handover.day - dt.timedelta(days=1)
    rows = IntakeAssignment.objects.select_for_update(of=("self",)).filter(
        Q(ends_on=None) | Q(ends_on__gt=last),
        intake__in=intakes,
        membership__provider=handover.from_contract.provider_id,
    )
    rows = list(rows.select_related("membership").order_by("pk"))
    for row in rows:
        if row.starts_on > last:
            row.delete()
        else:
            row.ends_on = last
            row.save(update_fields=["ends_on"])
    return list({row.membership_id: row.membership for row in rows}.values())


def _note_places_beyond(handover: Handover, intakes: list[Intake]) -> None:
    """Places that the new contract has not bought are noted with the hand-over's own reason."""
    places = places_of([handover.to_contract])[handover.to_contract.pk]
    left = places.left
    if left is None:
        return
    for intake in intakes:
        wanted = intake.capacity + intake.over_capacity
        beyond = min(wanted, max(0, wanted - left))
        left -= wanted
        if beyond:
            PlacesBeyond.objects.create(
                intake=intake,
                contract=handover.to_contract,
                places=beyond,
                reason=handover.reason,
                decided_by=handover.made_by,
                decided_at=clock.now(),
            )


def _give_tasks(handover: Handover, going_on: list[Enrolment]) -> None:
    """Open tasks of the old provider about those who go on are the new one's. What it owes for an earlier course stays."""
    old = handover.from_contract.provider_id
    people = [enrolment.participant_id for enrolment in going_on]
    earlier = Enrolment.objects.filter(participant__in=people, intake__contract__provider=old)
    stays = task_links.of_enrolments(earlier.exclude(pk__in=[one.pk for one in going_on]))
    tasks = Task.objects.open().filter(Q(provider=old) | Q(owner__provider=old), participant__in=people)
    ids = [task.pk for task in tasks.order_by("pk") if not task_links.is_about(task, stays)]
    Task.objects.filter(pk__in=ids).update(
        provider=handover.to_contract.provider_id, owner=None, version=F("version") + 1
    )


# --- checks ---------------------------------------------------------------------------------------


def _of_pk(pk: int) -> Handover:
    Handover.objects.select_for_update().get(pk=pk)
    return Handover.objects.with_names().select_related("made_by").get(pk=pk)


def _locked(handover: Handover, by: Membership, version: int | None, *statuses: str) -> Handover:
    handover = _of_pk(handover.pk)
    _check_county(handover.from_contract, by)
    versions.check(handover, version)
    if handover.status not in statuses:
        status = handover.get_status_display().lower()
        raise ValidationError(_("Overføringen er %(status)s og kan ikke endres.") % {"status": status})
    return handover


def _check_county(contract: Contract, by: Membership) -> None:
    if by.county_id is None or contract.concept.county_id != by.county_id:
        raise PermissionDenied


def _check(handover: Handover, intakes: list[Intake], *, planning: bool = True) -> None:
    """Two contracts of the same course, the new one in force on the day and until the last class ends; at the field."""
    contracts = lock_contracts([handover.from_contract_id, handover.to_contract_id])
    old, new = contracts[handover.from_contract_id], contracts[handover.to_contract_id]
    handover.from_contract, handover.to_contract = old, new
    errors = {}
    if not handover.reason:
        errors["reason"] = _("Skriv hvorfor kursene overføres.")
    if old.pk == new.pk:
        errors["to_contract"] = _("Velg en annen avtale enn den kursene går fra.")
    elif new.status != Contract.Status.ACTIVE or old.status not in FROM:
        errors["to_contract"] = _("Den nye avtalen må være satt i kraft.")
    elif old.concept_id != new.concept_id:
        errors["to_contract"] = _("Den nye avtalen må gjelde det samme kurset.")
    elif not new.starts_on <= handover.day <= new.ends_on:
        period = {"first": date_format(new.starts_on), "last": date_format(new.ends_on)}
        errors["day"] = _("Den nye avtalen gjelder fra %(first)s til %(last)s.") % period
    if planning:
        errors |= _errors_of_intakes(handover, old, new, intakes)
    if errors:
        raise ValidationError(errors)


def _errors_of_intakes(handover: Handover, old: Contract, new: Contract, intakes: list[Intake]) -> dict[str, str]:
    if not intakes:
        return {"intakes": _("Velg minst ett kurs.")}
    elsewhere = set(
        Handover.objects.filter(status=Status.PLANNED, intakes__in=intakes)
        .exclude(pk=handover.pk)
        .order_by()
        .values_list("intakes", flat=True)
    )
    for intake in intakes:
        code = {"code": intake.code}
        if intake.contract_id != old.pk or intake.status not in LIVING:
            return {"intakes": _("Kurset %(code)s kan ikke overføres. Velg kurs som er planlagt eller pågår.") % code}
        if intake.ends_on < handover.day:
            return {"intakes": _("Kurset %(code)s slutter før dagen, og trenger ikke overføres.") % code}
        if intake.ends_on > new.ends_on:
            last = {"last": date_format(new.ends_on)}
            return {"intakes": _("Kurset %(code)s slutter etter at den nye avtalen går ut, %(last)s.") % (code | last)}
        if intake.pk in elsewhere:
            return {"intakes": _("Kurset %(code)s er allerede med i en planlagt overføring.") % code}
    return {}
