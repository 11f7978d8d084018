"""Contracts (C2): saved, put in force, extended by options, ended or cancelled; and how many places are called off."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from courses import grants
from courses.contract_facts import extended, living_intakes, places_of
from courses.models import Contract, ContractOption, Enrolment, Intake, IntakeAssignment, PlacesBeyond

Status = Contract.Status
CHANGEABLE = (Status.DRAFT, Status.ACTIVE)


@dataclass(frozen=True)
class OptionRow:
    """One option as it was sent; `number` None for a new one."""

    months: int | None
    use_by: dt.date | None
    number: int | None = None
    remove: bool = False


def lock_contracts(contract_ids: Collection[int]) -> dict[int, Contract]:
    """{pk: contract}, locked in one order, then read with course and provider (see seats.lock_intakes)."""
    rows = Contract.objects.filter(pk__in=contract_ids).order_by("pk")
    list(rows.select_for_update().values_list("pk", flat=True))
    return {contract.pk: contract for contract in rows.select_related("concept", "provider")}


def locked(contract: Contract, by: Membership, version: int | None, *statuses: str) -> Contract:
    """The contract, locked and fresh. Raises PermissionDenied for another county's, StaleVersion, ValidationError."""
    contract = lock_contracts([contract.pk])[contract.pk]
    if by.county_id is None or contract.concept.county_id != by.county_id:
        raise PermissionDenied
    versions.check(contract, version)
    if statuses and contract.status not in statuses:
        status = contract.get_status_display().lower()
        raise ValidationError(_("Avtalen er %(status)s, og dette kan ikke gjøres nå.") % {"status": status})
    return contract


@transaction.atomic
def save_contract(
    *,
    contract: Contract | None,
    values: Mapping[str, Any],
    options: Sequence[OptionRow] | None,
    by: Membership,
    version: int | None = None,
) -> Contract:
    """Save a contract with its options, in the acting membership's own county (C2). options None: left as they are.

    Course and provider of one in force stay: the classes go to another by a hand-over. Raises PermissionDenied,
    StaleVersion, and ValidationError at the field.
    """
    concept = values.get("concept") or contract.concept
    if by.county_id is None or concept.county_id != by.county_id:
        raise PermissionDenied
    if contract is None:
        contract = Contract()
    else:
        contract = locked(contract, by, version, *CHANGEABLE)
        if contract.status == Status.ACTIVE:
            values = {name: value for name, value in values.items() if name not in ("concept", "provider")}
    for name, value in values.items():
        setattr(contract, name, value)
    _check(contract)
    versions.save(contract)
    if options is not None:
        _save_options(contract, options)
    return contract


def _check(contract: Contract) -> None:
    """Nothing that its classes already rest on may go; the dates' own order is the model's to check."""
    errors = {}
    if contract.pk and contract.starts_on and contract.ends_on:
        outside = living_intakes(contract).filter(ends_on__gt=contract.ends_on).order_by("-ends_on").first()
        if outside and not outside.handovers.done().exists():
            message = _("Kurset %(code)s slutter %(day)s. Avtalen kan ikke gå ut før det.")
            errors["ends_on"] = message % {"code": outside.code, "day": date_format(outside.ends_on)}
        used = places_of([contract])[contract.pk].used
        had = sum(PlacesBeyond.objects.filter(contract=contract).values_list("places", flat=True))
        if contract.places_bought and contract.places_bought < used - had:
            errors["places_bought"] = _("%(n)d plasser er allerede avropt.") % {"n": used}
    if errors:
        raise ValidationError(errors)
    contract.clean()


def _save_options(contract: Contract, rows: Sequence[OptionRow]) -> None:
    """Options are numbered as they stand. One that has been used, or let go, stays as it is."""
    there = {option.number: option for option in contract.options.select_for_update()}
    number = max([0, *there])
    for row in rows:
        option = there.get(row.number) if row.number else None
        if option is None and (row.remove or (row.months is None and row.use_by is None)):
            continue
        if option is None:
            number += 1
            option = ContractOption(contract=contract, number=number)
        if option.status != ContractOption.Status.OPEN:
            continue
        if row.remove:
            option.delete()
            continue
        option.months, option.use_by = row.months, row.use_by
        option.full_clean()
        option.save()


@transaction.atomic
def activate(*, contract: Contract, by: Membership, version: int | None = None) -> Contract:
    """Put a contract in force: it has a provider and a number of places. Classes can be called off from then on."""
    contract = locked(contract, by, version, Status.DRAFT)
    if contract.provider_id is None:
        raise ValidationError(_("Velg kursleverandøren før avtalen settes i kraft."))
    if not contract.places_bought:
        raise ValidationError(_("Skriv hvor mange plasser som er kjøpt, før avtalen settes i kraft."))
    if contract.ends_on < clock.today():
        raise ValidationError(_("Avtaleperioden er over. Rett datoene først."))
    if contract.awarded_on is None:
        contract.awarded_on = min(clock.today(), contract.starts_on)
        if contract.deadline_on and contract.deadline_on > contract.awarded_on:
            raise ValidationError(_("Tilbudsfristen er ikke ute ennå. Rett datoene før avtalen settes i kraft."))
    contract.status = Status.ACTIVE
    return versions.save(contract)


@transaction.atomic
def cancel(*, contract: Contract, reason: str, by: Membership, version: int | None = None) -> Contract:
    """Cancel a tender, or a contract mid-stream once nobody is left on it.

    Raises ValidationError while it has classes that are planned or running: they are handed over, called off or cut
    short first, so that no participant is left without a provider.
    """
    contract = locked(contract, by, version, *CHANGEABLE)
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv hvorfor avtalen avbrytes.")})
    left = list(living_intakes(contract).values_list("code", flat=True))
    if left:
        message = _("Avtalen har kurs som er planlagt eller pågår: %(codes)s. Overfør, avlys eller avbryt dem først.")
        raise ValidationError(message % {"codes": ", ".join(left)})
    contract.status, contract.cancelled_on, contract.cancel_reason = Status.CANCELLED, clock.today(), reason.strip()
    versions.save(contract)
    close_assignments([contract.pk])
    return contract


def close_assignments(contract_ids: Sequence[int]) -> int:
    """Instructors' open-ended assignments to classes of contracts that are over end when nothing is left to report.

    What the assignment opened of the persons ends with it: at the latest on day 160 after the class (06-access).
    """
    found = IntakeAssignment.objects.select_for_update(of=("self",)).select_related("intake")
    rows = list(found.filter(intake__contract__in=contract_ids, ends_on=None).order_by("pk"))
    for row in rows:
        last = row.intake.ends_on + dt.timedelta(days=grants.REDUCED_DAYS)
        row.ends_on = max(row.starts_on, last)
        row.save(update_fields=["ends_on"])
    touched = Enrolment.objects.filter(intake__in={row.intake_id for row in rows}).order_by("pk")
    grants.write(grants.with_sources(touched))
    return len(rows)


# --- options ------------------------------------------------------------------------------------


@transaction.atomic
def use_option(
    *, contract: Contract, number: int, by: Membership, note: str = "", version: int | None = None
) -> ContractOption:
    """Use an option: the contract lasts its months longer. Raises ValidationError after its last day, or out of order."""
    contract = locked(contract, by, version, Status.ACTIVE)
    option = _open_option(contract, number)
    if clock.today() > option.use_by:
        day = date_format(option.use_by)
        raise ValidationError(_("Opsjonen måtte brukes senest %(day)s.") % {"day": day})
    if contract.options.filter(number__lt=number, status=ContractOption.Status.OPEN).exists():
        raise ValidationError(_("Avgjør opsjonene i rekkefølge: den foregående er ikke avgjort."))
    option.ended_before, contract.ends_on = contract.ends_on, extended(contract.ends_on, option.months)
    option.extends_to = contract.ends_on
    contract.options_used += 1
    versions.save(contract)
    return _decide(option, ContractOption.Status.USED, note, by)


@transaction.atomic
def decline_option(
    *, contract: Contract, number: int, by: Membership, note: str, version: int | None = None
) -> ContractOption:
    """Let an option go, with the reason. The contract ends as it stands."""
    contract = locked(contract, by, version, Status.ACTIVE)
    option = _open_option(contract, number)
    if not note.strip():
        raise ValidationError({"note": _("Skriv hvorfor opsjonen ikke brukes.")})
    versions.save(contract)
    return _decide(option, ContractOption.Status.NOT_USED, note, by)


@transaction.atomic
def reopen_option(*, contract: Contract, number: int, by: Membership, version: int | None = None) -> ContractOption:
    """Undo a decision about an option on the day it was made. Raises ValidationError later, or when something rests on it."""
    contract = locked(contract, by, version, Status.ACTIVE)
    option = contract.options.select_for_update().filter(number=number).first()
    if option is None or option.status == ContractOption.Status.OPEN or option.decided_on != clock.today():
        raise ValidationError(_("Avgjørelsen kan bare angres samme dag."))
    if option.status == ContractOption.Status.USED:
        if contract.ends_on != option.extends_to:
            raise ValidationError(_("Avtalens siste dag er endret siden. Rett den på avtalen i stedet."))
        contract.ends_on = option.ended_before
        contract.options_used -= 1
        _check(contract)
    versions.save(contract)
    option.status, option.note = ContractOption.Status.OPEN, ""
    option.decided_on = option.decided_by = option.ended_before = option.extends_to = None
    option.full_clean()
    option.save()
    return option


def _open_option(contract: Contract, number: int) -> ContractOption:
    option = contract.options.select_for_update().filter(number=number).first()
    if option is None or option.status != ContractOption.Status.OPEN:
        raise ValidationError(_("Opsjonen er allerede avgjort."))
    return option


def _decide(option: ContractOption, status: str, note: str, by: Membership) -> ContractOption:
    option.status, option.note = status, note.strip()
    option.decided_on, option.decided_by = clock.today(), by
    option.full_clean()
    option.save()
    return option


# --- call-off -----------------------------------------------------------------------------------


def hold(contract: Contract) -> Contract:
    """The contract, locked and fresh."""
    return Contract.objects.select_for_update(of=("self",)).get(pk=contract.pk)


@contextmanager
def called_off(
    intake: Intake, contract: Contract, *, by: Membership, reason: str = "", held: bool = False
) -> Iterator[None]:
    """Around the saving of an intake: its days lie in the contract, its places are bought or have a written reason.

    The contract is locked until the transaction ends, so that two call-offs at once cannot both take the last places;
    `held`: the caller has locked it already, for many intakes. The reason is kept with who and how many.

    Raises ValidationError at `starts_on`, `ends_on`, `contract`, `beyond_reason`.
    """
    contract = contract if held else hold(contract)
    _check_call_off(intake, contract)
    beyond = _beyond(intake, contract)
    reason = reason.strip()
    if beyond and not reason:
        raise ValidationError({"beyond_reason": _too_many(intake, contract)})
    yield
    if beyond:
        row = PlacesBeyond(
            intake=intake, contract=contract, places=beyond, reason=reason, decided_by=by, decided_at=clock.now()
        )
        row.full_clean()
        row.save()


def _check_call_off(intake: Intake, contract: Contract) -> None:
    errors = {}
    period = {"first": date_format(contract.starts_on), "last": date_format(contract.ends_on)}
    taken_over = intake.pk and intake.handovers.done().filter(to_contract=contract).exists()
    if intake.starts_on and not taken_over and not contract.starts_on <= intake.starts_on <= contract.ends_on:
        errors["starts_on"] = _("Avtalen gjelder fra %(first)s til %(last)s.") % period
    elif intake.ends_on and intake.ends_on > contract.ends_on:
        errors["ends_on"] = _("Avtalen gjelder til %(last)s. Kurset må være ferdig innen da.") % period
    if intake.pk is None and contract.status not in CHANGEABLE:
        errors["contract"] = _("Avtalen er ikke aktiv.")
    elif intake.pk is None and contract.provider_id is None:
        errors["contract"] = _("Avtalen har ingen kursleverandør ennå.")
    if errors:
        raise ValidationError(errors)


def _beyond(intake: Intake, contract: Contract) -> int:
    """How many of the intake's places are not bought, and have no reason yet. 0 where nothing is registered."""
    if intake.status == Intake.Status.CALLED_OFF or not contract.places_bought:
        return 0
    places = places_of([contract], without=intake)[contract.pk]
    wanted = intake.capacity + (intake.over_capacity or 0)
    missing = places.used + wanted - contract.places_bought
    missing = min(wanted, max(0, missing))
    allowed = 0
    if intake.pk:
        row = PlacesBeyond.objects.filter(intake=intake, contract=contract).order_by("-decided_at", "-pk").first()
        allowed = row.places if row else 0
    return missing if missing > allowed else 0


def _too_many(intake: Intake, contract: Contract) -> str:
    places = places_of([contract], without=intake)[contract.pk]
    figures = {
        "bought": contract.places_bought,
        "left": max(0, contract.places_bought - places.used),
        "wanted": intake.capacity + (intake.over_capacity or 0),
    }
    return (
        _(
            "Avtalen har %(left)d av %(bought)d plasser igjen, og kurset har %(wanted)d."
            " Skriv hvorfor det avropes flere enn det er kjøpt, eller sett ned plassene."
        )
        % figures
    )
