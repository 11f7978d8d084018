"""Open barriers on the pages of what they are about, and what one has to answer on the start page (L9)."""

from collections import defaultdict

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo.models import Membership
from courses.models import Intake
from placements import barriers as read
from placements.barrier_lists import OPEN, state_tag
from placements.models import Barrier, BarrierReport

MOST = 10


def _open(membership: Membership, **where) -> QuerySet:
    found = read.with_counts(Barrier.objects.visible_to(membership).filter(OPEN, **where), membership)
    return read.with_names(found).order_by("-report_count", "-last_at", "pk")


def _row(barrier: Barrier) -> dict:
    return {
        "barrier": barrier,
        "url": reverse("placements:barrier_detail", args=[barrier.public_id]),
        "tag": state_tag(barrier),
        "owner": read.owner_label(barrier),
    }


def _panels(found: dict) -> dict:
    return {pk: {"rows": rows[:MOST], "more": max(0, len(rows) - MOST)} for pk, rows in found.items()}


def for_employers(membership: Membership, ids: list) -> dict:
    """employer.detail: the open ones about an employer, as far as this membership may read them."""
    found = defaultdict(list)
    for barrier in _open(membership, employer__in=ids):
        found[barrier.employer_id].append(_row(barrier))
    return _panels(found)


def for_concepts(membership: Membership, ids: list) -> dict:
    """concept.results: the open ones about a course, and those about one class of it."""
    found = defaultdict(list)
    barriers = _open(membership).annotate(course=Coalesce(F("concept"), F("intake__contract__concept")))
    for barrier in barriers.filter(course__in=ids):
        found[barrier.course].append(_row(barrier))
    return _panels(found)


def for_intakes(membership: Membership, ids: list) -> dict:
    """intake.detail: the open ones about a class, or about its course in general."""
    concepts = dict(Intake.objects.filter(pk__in=ids).values_list("pk", "contract__concept"))
    barriers = _open(membership).filter(Q(intake__in=ids) | Q(intake=None, concept__in=concepts.values()))
    found = defaultdict(list)
    for barrier in barriers:
        for pk, concept in concepts.items():
            if barrier.intake_id == pk or (barrier.intake_id is None and barrier.concept_id == concept):
                found[pk].append(_row(barrier))
    return _panels(found)


def for_start(membership: Membership, ids: list) -> dict:
    """start: what one has to answer, and answers one has not read."""
    url = reverse("placements:barrier_list")
    items = []
    visible = Barrier.objects.visible_to(membership)
    if waiting := visible.filter(OPEN, read.owned_by(membership), merged_into=None).count():
        text = ngettext("Barriere å svare på", "Barrierer å svare på", waiting)
        items.append({"text": text, "url": f"{url}?quick=mine", "count": waiting})
    unread = BarrierReport.objects.filter(reported_by=membership, answer_seen_at=None).exclude(
        barrier__status__in=Barrier.OPEN
    )
    if answers := unread.values("barrier").distinct().count():
        text = ngettext("Nytt svar på det dere meldte", "Nye svar på det dere meldte", answers)
        items.append({"text": text, "url": f"{url}?quick=reported", "count": answers})
    return {membership.pk: {"title": _("Barrierer"), "items": items}} if items else {}
