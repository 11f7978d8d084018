"""Register and change employers; take and give back placement slots (L1)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from amo import versions
from amo.models import Membership
from placements.models import Employer


@transaction.atomic
def register_employer(*, by: Membership, **fields: Any) -> Employer:
    """Register a workplace. Raises ValidationError, also when the organisation number is taken (L1)."""
    return versions.save(Employer(**fields))


@transaction.atomic
def change_employer(*, employer: Employer, by: Membership, version: int | None = None, **fields: Any) -> Employer:
    """Change what is kept of an employer. Raises StaleVersion, and ValidationError below the slots in use."""
    employer = Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
    versions.check(employer, version)
    for name, value in fields.items():
        setattr(employer, name, value)
    if employer.slots < employer.occupied_slots:
        raise ValidationError(
            {
                "slots": _("%(count)d praksisplasser er i bruk nå. Antallet kan ikke være lavere.")
                % {"count": employer.occupied_slots}
            }
        )
    return versions.save(employer)


def take_slot(employer: Employer) -> Employer:
    """Count one slot as used, under the employer's lock. Raises ValidationError at `employer` when none is free."""
    employer = Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
    if employer.occupied_slots >= employer.slots:
        raise ValidationError(
            {
                "employer": _("%(name)s har ingen ledige praksisplasser nå (%(slots)d er i bruk).")
                % {"name": employer.name, "slots": employer.slots}
            }
        )
    Employer.objects.filter(pk=employer.pk).update(occupied_slots=F("occupied_slots") + 1)
    return employer


def give_back_slot(employer_id: int) -> None:
    """Count one slot as free again, under the employer's lock."""
    Employer.objects.select_for_update(of=("self",)).get(pk=employer_id)
    Employer.objects.filter(pk=employer_id, occupied_slots__gt=0).update(occupied_slots=F("occupied_slots") - 1)
