"""The county's limit on trainees on end without a hire, and the written reason that passes it (L7)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from amo.models import Membership
from courses.models import Enrolment
from placements.actions.rules import rules_of
from placements.hires import hire_records
from placements.models import Employer

SHORTEST_REASON = 10


def limit_of(enrolment: Enrolment) -> int | None:
    """The limit of the county whose course it is; None where it has set none."""
    return rules_of(enrolment.intake.contract.concept.county_id).unpaid_limit


def is_reached(*, enrolment: Enrolment, employer: Employer, by: Membership) -> bool:
    """Whether another trainee there takes a written reason, as far as this reader may count."""
    limit = limit_of(enrolment)
    return limit is not None and hire_records([employer], by)[employer.pk].run >= limit


def check_reason(*, enrolment: Enrolment, employer: Employer, reason: str, by: Membership) -> str:
    """The reason to keep: "" where none is needed. Raises ValidationError at `limit_reason` where one is and is not there."""
    if not is_reached(enrolment=enrolment, employer=employer, by=by):
        return ""
    reason = " ".join(reason.split())
    if len(reason) < SHORTEST_REASON:
        raise ValidationError({"limit_reason": limit_text()})
    return reason


def limit_text() -> str:
    """What is asked for, without numbers: a provider does not see them (06-access)."""
    return _(
        "Fylket ber om en begrunnelse før arbeidsgiveren får en ny deltaker, fordi ingen av de siste ble ansatt. "
        "Skriv minst ti tegn."
    )
