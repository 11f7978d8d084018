"""Register and change employers (L1)."""

from typing import Any

from django.db import transaction

from amo import versions
from amo.models import Membership
from placements.actions.requests import moves_queue
from placements.actions.slots import check_agreed, lock_employer
from placements.models import Employer


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
    for name, value in fields.items():
        setattr(employer, name, value)
    employer = versions.save(employer)
    check_agreed(employer)
    return employer
