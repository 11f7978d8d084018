"""The pause of an employer on its own page and on a placement's, with the way to report; the county's open cases (L10)."""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import ngettext

from amo.models import Membership, Role
from amo.models.users import CASE_ROLES
from placements.models import DiscriminationReport, Employer, Placement


def for_employers(membership: Membership, ids: list) -> dict:
    """employer.side: whether it takes nobody now, in neutral words, and where to report."""
    if membership.role not in CASE_ROLES:
        return {}
    paused = set(Employer.objects.filter(pk__in=ids).exclude(paused_on=None).values_list("pk", flat=True))
    waiting = _waiting(membership, ids)
    return {
        pk: _context("arbeidsgiver", public_id, paused=pk in paused, waiting=waiting.get(pk, 0))
        for pk, public_id in Employer.objects.filter(pk__in=ids).values_list("pk", "public_id")
    }


def for_placements(membership: Membership, ids: list) -> dict:
    """placement.side: the same about the placement's employer."""
    rows = Placement.objects.visible_to(membership).filter(pk__in=ids)
    return {
        pk: _context("plass", public_id, paused=paused_on is not None)
        for pk, public_id, paused_on in rows.values_list("pk", "public_id", "employer__paused_on")
    }


def for_start(membership: Membership, ids: list) -> dict:
    """start: what the county's staff have to decide."""
    if membership.role != Role.COUNTY_STAFF:
        return {}
    count = DiscriminationReport.objects.visible_to(membership).filter(decision="").count()
    if not count:
        return {}
    text = ngettext("Melding om diskriminering å avgjøre", "Meldinger om diskriminering å avgjøre", count)
    url = reverse("placements:discrimination_list")
    title = ngettext("Arbeidsgiver på vent", "Arbeidsgivere på vent", count)
    return {membership.pk: {"title": title, "items": [{"text": text, "url": f"{url}?quick=open", "count": count}]}}


def _waiting(membership: Membership, ids: list) -> dict:
    """{employer: reports that this county has not decided}; nothing for others."""
    found = DiscriminationReport.objects.visible_to(membership).filter(employer__in=ids, decision="").order_by()
    return dict(found.values_list("employer").annotate(count=Count("pk")))


def _context(parameter: str, public_id, *, paused: bool, waiting: int = 0) -> dict:
    query = f"?{parameter}={public_id}"
    return {
        "paused": paused,
        "waiting": waiting,
        "list_url": reverse("placements:discrimination_list") + "?quick=open",
        "report_url": reverse("placements:discrimination_new") + query,
        "barrier_url": reverse("placements:barrier_new") + query,
    }
