"""Who is in the system: read by the administrator's pages."""

from django.db.models import Prefetch, QuerySet

from amo.models import Membership, Role, User


def users(membership: Membership | None) -> QuerySet[User]:
    """All users with their memberships, for an administrator; nobody for everybody else."""
    if membership is None or membership.role != Role.ADMINISTRATOR:
        return User.objects.none()
    own = Membership.objects.select_related("user", "office", "county", "provider").order_by("-starts_on", "-pk")
    return User.objects.order_by("last_name", "first_name", "pk").prefetch_related(Prefetch("memberships", own))
