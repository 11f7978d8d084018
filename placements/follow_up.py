"""Read models of the weeks after a course: who is followed up, by whom, until when (02-domain: 12 weeks are 84 days)."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import (
    Count,
    DateField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Cast, Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo.models import Membership, Provider
from courses.models import Enrolment
from participants.models import AccessGrant, ContactAttempt, Employment
from placements.protection import unprotected

FOLLOW_UP_DAYS = 84
WARN_DAYS = 14
"""So many days before the date her caseworker is told."""
MILESTONES = (42, FOLLOW_UP_DAYS)
LATELY_DAYS = 56
"""Handed over within so many days: the office's page."""
ENDED = (Enrolment.Status.COMPLETED, Enrolment.Status.DROPPED_OUT)


def until(enrolment: Enrolment) -> dt.date:
    """The provider's last day with her: 84 days after her own end."""
    return enrolment.ends_on + dt.timedelta(days=FOLLOW_UP_DAYS)


def over(enrolments: QuerySet, today: dt.date) -> QuerySet:
    """Those whose course is over, each person's latest, as `until` (date) and `in_work` (on `today`).

    Whoever has begun on another course since is followed up there.
    """
    newer = Enrolment.objects.taking_a_place().filter(
        participant=OuterRef("participant"), starts_on__gt=OuterRef("starts_on"), starts_on__lte=today
    )
    # A date plus an interval is a timestamp in PostgreSQL.
    last = ExpressionWrapper(F("ends_on") + dt.timedelta(days=FOLLOW_UP_DAYS), output_field=DateTimeField())
    return (
        enrolments.filter(~Exists(newer), status__in=ENDED, ends_on__lt=today)
        .annotate(until=Cast(last, DateField()))
        .annotate(in_work=Exists(Employment.objects.held_on(today).filter(participant=OuterRef("participant"))))
    )


def provider_has_her(today: dt.date, prefix: str = "") -> Q:
    """The provider's time is not out."""
    return Q(**{f"{prefix}ends_on__gte": today - dt.timedelta(days=FOLLOW_UP_DAYS)})


def with_attempts(enrolments: QuerySet, membership: Membership) -> QuerySet:
    """As `attempts` and `reached_on`: what the membership's own side has tried since she ended.

    A provider is told of its own attempts alone; what Nav has talked with her about is Nav's.
    """
    tried = ContactAttempt.objects.filter(participant=OuterRef("participant"), made_on__gte=OuterRef("ends_on"))
    if membership.is_provider:
        tried = tried.filter(made_by__provider=membership.provider_id)
    counted = tried.order_by().values("participant").annotate(number=Count("pk"), latest=Max("made_on"))
    reached = tried.filter(reached=True).order_by().values("participant").annotate(latest=Max("made_on"))
    return enrolments.annotate(
        attempts=Coalesce(Subquery(counted.values("number"), output_field=IntegerField()), 0),
        tried_on=Subquery(counted.values("latest")),
        reached_on=Subquery(reached.values("latest")),
    )


def next_milestone(ends_on: dt.date, today: dt.date) -> dt.date | None:
    """The next day something is asked about her: six weeks, then twelve; None afterwards."""
    days = (ends_on + dt.timedelta(days=after) for after in MILESTONES)
    return next((day for day in days if day >= today), None)


def weeks_since(ends_on: dt.date, today: dt.date) -> int:
    """Whole weeks."""
    return (today - ends_on).days // 7


def providers_of(enrolments: Iterable[Enrolment], today: dt.date) -> dict[int, Provider]:
    """{enrolment: the provider that sees her because of it today}, also where the class has gone to another. One query."""
    by_key = {one.public_id: one.pk for one in enrolments}
    grants = AccessGrant.objects.active_on(today).filter(
        source=AccessGrant.Source.ENROLMENT, source_id__in=by_key, provider__isnull=False
    )
    rows = grants.select_related("provider").order_by("starts_on", "pk")
    return {by_key[row.source_id]: row.provider for row in rows}


def who_has_her(enrolment: Enrolment, provider: Provider | None, today: dt.date, *, caseworker: str) -> str:
    """ "Midt Kurs AS følger opp til 3. mars 2027." or "Kari Veileder følger opp fra 3. mars 2027." """
    day = date_format(until(enrolment))
    if until(enrolment) >= today and provider is not None:
        return _("%(provider)s følger opp til %(day)s.") % {"provider": provider.name, "day": day}
    return _("%(caseworker)s følger opp fra %(day)s.") % {"caseworker": caseworker, "day": day}


def handed_over(membership: Membership, today: dt.date) -> QuerySet:
    """The office's people whose date lies in the last eight weeks or the next two; protected persons are left out."""
    days = dt.timedelta(days=FOLLOW_UP_DAYS)
    first = today - days - dt.timedelta(days=LATELY_DAYS)
    last = today - days + dt.timedelta(days=WARN_DAYS)
    found = over(Enrolment.objects.visible_to(membership), today)
    return unprotected(found).filter(ends_on__range=(first, last))
