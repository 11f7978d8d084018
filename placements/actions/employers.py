"""Register and change employers, who to talk to there and how many they take from day to day (L1)."""

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from placements.actions.requests import moves_queue
from placements.actions.slots import check_agreed, lock_employer
from placements.models import Employer, EmployerContact, SlotPeriod


@transaction.atomic
def register_employer(*, by: Membership, **fields: Any) -> Employer:
    """Register a workplace. Raises ValidationError, also when the organisation number is taken (L1)."""
    return versions.save(Employer(**fields))


@transaction.atomic
@moves_queue
def change_employer(*, employer: Employer, by: Membership, version: int | None = None, **fields: Any) -> Employer:
    """Change what is kept of an employer. Raises StaleVersion, and ValidationError below the slots in use."""
    employer = lock_employer(employer.pk)
    versions.check(employer, version)
    _is_living(employer)
    for name, value in fields.items():
        setattr(employer, name, value)
    employer = versions.save(employer)
    check_agreed(employer)
    return employer


def _is_living(employer: Employer) -> None:
    if employer.merged_into_id:
        raise ValidationError(_("Arbeidsgiveren er slått sammen med en annen og kan ikke endres."))


# --- contacts -----------------------------------------------------------------------------------


@transaction.atomic
def add_contact(*, employer: Employer, by: Membership, **fields: Any) -> EmployerContact:
    """One more person to talk to. Raises ValidationError."""
    employer = lock_employer(employer.pk)
    _is_living(employer)
    return versions.save(EmployerContact(employer=employer, **fields))


@transaction.atomic
def change_contact(
    *, contact: EmployerContact, by: Membership, version: int | None = None, **fields: Any
) -> EmployerContact:
    """Raises StaleVersion and ValidationError."""
    contact = EmployerContact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    versions.check(contact, version)
    for name, value in fields.items():
        setattr(contact, name, value)
    return versions.save(contact)


@transaction.atomic
def remove_contact(*, contact: EmployerContact, by: Membership) -> None:
    """Take somebody off; one that is gone already stays gone. The change history keeps who it was."""
    EmployerContact.objects.filter(pk=contact.pk).delete()


# --- periods with another number of places --------------------------------------------------------


@transaction.atomic
@moves_queue
def add_period(
    *, employer: Employer, starts_on: dt.date, ends_on: dt.date, slots: int, by: Membership, agreed_with: str = ""
) -> SlotPeriod:
    """Another number of places from one day to another.

    Raises ValidationError at the field: the days overlap another period, or more are agreed on one of them.
    """
    employer = lock_employer(employer.pk)
    _is_living(employer)
    period = SlotPeriod(employer=employer, agreed_by=by, agreed_at=clock.now())
    return _save_period(period, starts_on=starts_on, ends_on=ends_on, slots=slots, agreed_with=agreed_with)


@transaction.atomic
def change_period(*, period: SlotPeriod, by: Membership, version: int | None = None, **fields: Any) -> SlotPeriod:
    """As `add_period`, for one that is there. Raises StaleVersion too."""
    lock_employer(period.employer_id)
    period = SlotPeriod.objects.select_for_update(of=("self",)).select_related("employer").get(pk=period.pk)
    versions.check(period, version)
    period.agreed_by, period.agreed_at = by, clock.now()
    return _save_period(period, **fields)


def _save_period(period: SlotPeriod, **fields: Any) -> SlotPeriod:
    for name, value in fields.items():
        setattr(period, name, value)
    if period.starts_on and period.ends_on:
        others = period.employer.slot_periods.exclude(pk=period.pk)
        if others.filter(starts_on__lte=period.ends_on, ends_on__gte=period.starts_on).exists():
            raise ValidationError({"starts_on": _("Det er allerede avtalt et antall for noen av disse dagene.")})
    period = versions.save(period)
    check_agreed(period.employer)
    return period


@transaction.atomic
def remove_period(*, period: SlotPeriod, by: Membership) -> None:
    """The usual number holds on its days again. Raises ValidationError when more are agreed than that."""
    employer = lock_employer(period.employer_id)
    SlotPeriod.objects.filter(pk=period.pk).delete()
    try:
        check_agreed(employer)
    except ValidationError as error:
        raise ValidationError(error.messages) from None
