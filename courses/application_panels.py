"""What applications add to others' pages: the way to a class's waiting list, and questions to answer. One call each."""

from collections import Counter

from django.urls import reverse
from django.utils.translation import gettext as _

from amo.models import Membership, Role
from courses import waiting_list
from courses.models import CountyPermission, Intake, Wish


def waiting(membership: Membership, ids: list) -> dict:
    """intake.detail: how many wait, with the way to the list; nothing where nobody does. Two queries."""
    if not membership.is_nav:
        return {}
    found = waiting_list.places(ids, membership)
    if not found:
        return {}
    intakes = Counter(Wish.objects.filter(pk__in=found).order_by().values_list("intake", flat=True))
    public = dict(Intake.objects.visible_to(membership).filter(pk__in=intakes).values_list("pk", "public_id"))
    return {
        intake: {"waiting": intakes[intake], "url": reverse("courses:waiting_list", args=[public_id])}
        for intake, public_id in public.items()
    }


def start_permissions(membership: Membership, ids: list) -> dict:
    """start: questions from other counties' offices that wait for an answer."""
    if membership.role != Role.COUNTY_STAFF:
        return {}
    asked = CountyPermission.objects.visible_to(membership).filter(status=CountyPermission.Status.ASKED)
    first = asked.order_by("due_on", "pk").first()
    if first is None:
        return {}
    item = {
        "text": _("Svar på spørsmål om tillatelse"),
        "url": f"{reverse('courses:permission_list')}?f=1&quick=asked",
        "count": asked.count(),
        "due": first.due_on,
    }
    return {membership.pk: {"title": _("Søkere fra andre fylker"), "items": [item]}}
