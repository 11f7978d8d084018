"""What stands about meetings with employers on other pages, and where a start meeting is missing (L12)."""

from django.db.models import Exists, Min, OuterRef, QuerySet

from amo.models import Membership
from placements.models import Employer, EmployerMeeting, Placement

LIVE = (Placement.Status.AGREED, Placement.Status.RUNNING)


def without_start_meeting(membership: Membership) -> QuerySet:
    """Employers that take somebody of this provider's now, and have had no start meeting with it nor agreed on one.

    With `first_start`: the first day of the first placement that is there now, among those the membership sees.
    """
    seen = Placement.objects.visible_to(membership).filter(status__in=LIVE)
    start = EmployerMeeting.objects.filter(
        employer=OuterRef("pk"), provider=membership.provider_id, kind=EmployerMeeting.Kind.START
    ).exclude(status=EmployerMeeting.Status.CANCELLED)
    first = seen.filter(employer=OuterRef("pk")).order_by().values("employer")
    return (
        Employer.objects.visible_to(membership)
        .filter(pk__in=seen.values("employer"))
        .filter(~Exists(start))
        .annotate(first_start=first.annotate(day=Min("starts_on")).values("day"))
    )


def words(meeting: EmployerMeeting) -> list[str]:
    """The topics in words."""
    known = dict(EmployerMeeting.Topic.choices)
    return [str(known.get(code, code)) for code in meeting.topics]
