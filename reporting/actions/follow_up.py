"""What follows when outcomes are known: the referring caseworker hears about it (R9), and the portfolio row says it."""

from collections import Counter

from django.db import transaction
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock, mail, notifications
from amo.models import JobRun, Membership
from participants.models import Participant, PortfolioRow
from participants.portfolio import update_rows
from reporting.models import Category, Milestone, OutcomeSnapshot
from reporting.results import measured

TOLD_AT = {Milestone.T0, Milestone.T6, Milestone.T12}


@transaction.atomic
def tell_referrers(milestone: Milestone, job_run: JobRun) -> int:
    """Tell each referring caseworker how many of those she referred are measured in this run. Counts, never a name.

    Only what she also finds in her list is counted, and only the first version of a measurement. Returns how many
    were told; a repeat of the same run tells nobody again.
    """
    written = OutcomeSnapshot.objects.filter(run=job_run, milestone=milestone)
    refresh_portfolio(written.values_list("enrolment__participant", flat=True))
    if milestone not in TOLD_AT:
        return 0
    counts = _to_tell(written.filter(number=1))
    url = reverse("reporting:referrals")
    for membership, count in counts.items():
        text = ngettext(
            "Du kan se hvordan det gikk med %(count)d av dem du søkte inn (%(milestone)s).",
            "Du kan se hvordan det gikk med %(count)d av dem du søkte inn (%(milestone)s).",
            count,
        ) % {"count": count, "milestone": milestone.label.lower()}
        key = f"outcomes:{job_run.public_id}:{milestone.value}:{membership.pk}"
        notifications.notify(membership, text, url, key)
        if membership.user.email:
            subject = _("Nye resultater i Kursløp")
            mail.queue(to=membership.user.email, subject=subject, text=text, url=url, dedupe_key=key)
    return len(counts)


def _to_tell(new) -> dict[Membership, int]:
    """How many of the new snapshots each referring caseworker may know of. Two queries.

    Not of one who has moved to another office, is protected without the caseworker's having the flag, or is herself.
    """
    rows = list(
        new.filter(enrolment__participant__office=F("enrolment__referred_by__office")).values_list(
            "enrolment__referred_by",
            "enrolment__participant__address_protection",
            "enrolment__participant__is_shielded",
            "enrolment__participant__person_hash",
        )
    )
    receivers = Membership.objects.active_on(clock.today()).filter(pk__in={row[0] for row in rows})
    by_pk = {membership.pk: membership for membership in receivers.select_related("user").order_by("pk")}
    counts = Counter()
    for pk, protection, shielded, person_hash in rows:
        membership = by_pk.get(pk)
        if membership is None or person_hash == membership.user.person_hash:
            continue
        if not Participant(address_protection=protection, is_shielded=shielded).is_masked_for(membership):
            counts[membership] += 1
    return counts


def refresh_portfolio(participant_ids=None) -> None:
    """Write what is known to have come of the latest course on the portfolio rows, for all when None. One statement.

    In words, as last measured; empty where nobody has recorded anything, though a snapshot is always there: neither
    reached nor known of, or only still registered as a jobseeker. The latest course is the one on the row.
    """
    nothing_recorded = Q(category=Category.NO_CONTACT) | Q(category=Category.UNEMPLOYED, facts__reached=False)
    in_words = Case(
        When(nothing_recorded, then=Value("")),
        *(When(category=code, then=Value(str(label))) for code, label in Category.choices),
    )
    latest = (
        OutcomeSnapshot.objects.latest()
        .filter(
            measured("enrolment__"),
            enrolment__participant=OuterRef("pk"),
            enrolment__starts_on=OuterRef("course_starts_on"),
        )
        .order_by("-enrolment", "-due_on", "-pk")
        .annotate(in_words=in_words)
    )
    columns = {"outcome_label": Coalesce(Subquery(latest.values("in_words")[:1]), Value(""))}
    if participant_ids is None:
        PortfolioRow.objects.update(**columns)
    else:
        update_rows(list(participant_ids), **columns)
