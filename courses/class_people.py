"""The provider's people who hear of what happens on a class."""

from amo import clock
from amo.models import Membership, Role
from courses.models import Intake


def leads(intake: Intake) -> list[Membership]:
    """The provider's course leads."""
    active = Membership.objects.active_on(clock.today())
    return list(active.filter(provider=intake.contract.provider_id, role=Role.PROVIDER_LEAD).order_by("pk"))
