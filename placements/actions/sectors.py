"""Another sector than the placement before takes NAV's yes (L6)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from courses.models import Enrolment
from placements.models import Employer, Placement, SwapRequest


class NeedsApproval(ValidationError):  # noqa: N818 -- it is a state, not a fault
    """NAV has not said yes to another sector. `placement` is the one before, where it is asked for."""

    def __init__(self, placement: Placement):
        self.placement = placement
        text = _("Praksisen til nå er i bransjen %(sector)s. Nav må godkjenne bytte av bransje først.")
        super().__init__({"employer": text % {"sector": placement.employer.sector}})


def latest_placement(enrolment: Enrolment) -> Placement | None:
    """The participation's last placement that was not called off."""
    found = enrolment.placements.exclude(status=Placement.Status.CANCELLED)
    return found.select_related("employer__sector").order_by("-ends_on", "-pk").first()


def fits(request: SwapRequest, employer: Employer) -> bool:
    """Whether the employer is what was asked for: that one, or one in that sector, or her own idea in her own words."""
    if request.employer_id:
        return request.employer_id == employer.pk
    return request.sector_id in (None, employer.sector_id)


def check_sector(enrolment: Enrolment, employer: Employer) -> None:
    """Raise NeedsApproval for an employer in another sector than the placement before, without an approved wish for it."""
    before = latest_placement(enrolment)
    if before is None or before.employer.sector_id == employer.sector_id:
        return
    approved = SwapRequest.objects.filter(placement__enrolment=enrolment, status=SwapRequest.Status.APPROVED)
    if not any(fits(request, employer) for request in approved):
        raise NeedsApproval(before)
