"""Barriers as they are read: whose they are, how often they were reported, and which are alike (L9)."""

from collections.abc import Iterable

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db.models import Count, Max, Min, Q, QuerySet, Value
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo.fields import SearchKey
from amo.models import County, Membership, Role
from courses.models import Concept
from participants.models import Participant
from placements.models import Barrier, BarrierReport, Employer

SHORTEST = 6
"""Letters that what is typed must have before others are looked for."""
ALIKE, PART_ALIKE = 0.3, 0.45
"""How like the whole line, or a part of it, another one must be to be asked about (pg_trgm, 0 to 1)."""
MOST_ALIKE = 5
NOT_HIDDEN = ["", Participant.AddressProtection.CONFIDENTIAL]


def owned_by(membership: Membership) -> Q:
    """Barriers this membership is to answer: its own, or its unit's."""
    own = Q(owner=membership.pk)
    if membership.office_id:
        own |= Q(owner_office=membership.office_id)
    elif membership.provider_id:
        own |= Q(owner_provider=membership.provider_id)
    elif membership.county_id:
        own |= Q(owner_county=membership.county_id)
    return own


def reported_by(membership: Membership) -> Q:
    """Barriers that this membership's office, provider or county has reported."""
    side = {
        name: getattr(membership, f"{name}_id") for name in ("office", "provider", "county")
        if getattr(membership, f"{name}_id")
    }  # fmt: skip
    reports = BarrierReport.objects.filter(**{f"reported_by__{name}": pk for name, pk in side.items()})
    return Q(pk__in=reports.values("barrier"))


def is_owner(membership: Membership, barrier: Barrier) -> bool:
    """Whether it is this membership's, or its unit's, to answer."""
    return membership.pk == barrier.owner_id or any(
        mine is not None and mine == theirs
        for mine, theirs in (
            (membership.office_id, barrier.owner_office_id),
            (membership.provider_id, barrier.owner_provider_id),
            (membership.county_id, barrier.owner_county_id),
        )
    )


def may_answer(membership: Membership, barrier: Barrier) -> bool:
    """Its owner, and the staff of its county, who see to it that somebody does."""
    return is_owner(membership, barrier) or (
        membership.role == Role.COUNTY_STAFF and membership.county_id == barrier.county_id
    )


def counted_reports(membership: Membership, prefix: str = "") -> Q:
    """Reports that may be counted: one about a strictly protected person only by those who hold the flag."""
    if membership.sees_strictly_confidential:
        return Q()
    return Q(**{f"{prefix}participant": None}) | Q(**{f"{prefix}participant__address_protection__in": NOT_HIDDEN})


def with_counts(barriers: QuerySet, membership: Membership) -> QuerySet:
    """With report_count, people, offices, providers, counties, first_at and last_at, as far as they may be counted.

    Left out are those that were merged, and those with nothing to count, unless they are this membership's to answer.
    """
    shown = counted_reports(membership, "reports__")
    side = "reports__reported_by__"
    counted = barriers.filter(merged_into=None).annotate(
        report_count=Count("reports", filter=shown, distinct=True),
        people=Count("reports__participant", filter=shown, distinct=True),
        offices=Count(f"{side}office", filter=shown, distinct=True),
        providers=Count(f"{side}provider", filter=shown, distinct=True),
        counties=Count(f"{side}county", filter=shown, distinct=True),
        first_at=Min("reports__reported_at", filter=shown),
        last_at=Max("reports__reported_at", filter=shown),
    )
    return counted.filter(Q(report_count__gt=0) | owned_by(membership))


def with_names(barriers: QuerySet) -> QuerySet:
    """With what a list and a page show of owner and what it is about."""
    return barriers.select_related(
        "employer", "concept", "intake__contract__concept", "owner__user", "owner_office", "owner_provider",
        "owner_county", "taken_on_by__user", "closed_by__user",
    )  # fmt: skip


def owner_label(barrier: Barrier) -> str:
    """Who is to answer: a name, an office, a provider, or Nav tiltak of the county."""
    if barrier.owner_id:
        return str(barrier.owner.user)
    if barrier.owner_county_id:
        return county_label(barrier.owner_county)
    return str(barrier.owner_office or barrier.owner_provider)


def county_label(county: County) -> str:
    """The county's unit as people know it."""
    return _("Nav tiltak %(county)s") % {"county": county.name}


def about_text(barrier: Barrier) -> str:
    """The course and employer it is about, "" for none."""
    concept = barrier.concept or (barrier.intake.contract.concept if barrier.intake_id else None)
    return ", ".join(str(one) for one in (concept.title if concept else "", barrier.employer or "") if one)


def sides_text(barrier: Barrier) -> str:
    """ "2 kontor, 1 kursleverandør": from how many sides it was reported."""
    parts = []
    if barrier.offices:
        parts.append(ngettext("%(n)d kontor", "%(n)d kontor", barrier.offices) % {"n": barrier.offices})
    if barrier.providers:
        text = ngettext("%(n)d kursleverandør", "%(n)d kursleverandører", barrier.providers)
        parts.append(text % {"n": barrier.providers})
    if barrier.counties:
        parts.append(_("Nav tiltak"))
    return ", ".join(parts)


def offered(membership: Membership, counties: Iterable) -> QuerySet:
    """Open barriers of these counties that a reporter may join: about no course, or one she sees.

    What is read of them is the one line, which names no person, and how many have reported it.
    """
    seen = Q(concept=None) | Q(concept__in=Concept.objects.visible_to(membership).values("pk"))
    found = Barrier.objects.filter(county__in=counties, status__in=Barrier.OPEN).filter(seen)
    shown = counted_reports(membership, "reports__")
    counted = found.filter(merged_into=None).annotate(report_count=Count("reports", filter=shown, distinct=True))
    return counted.filter(report_count__gt=0)


def similar(membership: Membership, counties: Iterable, text: str, employer: Employer | None = None) -> list[Barrier]:
    """Up to five offered barriers like what is typed, those about the same employer first."""
    text = " ".join((text or "").replace("\x00", "").split())[:150]
    if len(text) < SHORTEST:
        return []
    key = SearchKey(Value(text))
    found = offered(membership, counties).annotate(
        alike=TrigramSimilarity("what_search", key), part=TrigramWordSimilarity(key, "what_search")
    )
    rows = found.filter(Q(alike__gte=ALIKE) | Q(part__gte=PART_ALIKE)).select_related(
        "employer", "concept", "intake__contract__concept"
    )
    rows = rows.order_by("-alike", "-report_count", "pk")[: 3 * MOST_ALIKE]
    mine = employer.pk if employer else None
    return sorted(rows, key=lambda one: one.employer_id != mine)[:MOST_ALIKE]
