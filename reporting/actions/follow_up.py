"""What follows when outcomes are known: the referring caseworker hears about it (R9), and the portfolio row says it."""

from collections import Counter

from django.db import transaction
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import mail, notifications
from amo.models import JobRun, Membership
from participants.models import PortfolioRow
from participants.portfolio import update_rows
from reporting.models import Milestone, OutcomeSnapshot

TOLD_AT = {Milestone.T0, Milestone.T6, Milestone.T12}


@transaction.atomic
def tell_referrers(milestone: Milestone, job_run: JobRun) -> int:
    """Tell each referring caseworker how many of those she referred are measured in this run. Counts, never a name."""
    new = OutcomeSnapshot.objects.filter(run=job_run, milestone=milestone, number=1)
    refresh_portfolio(
        OutcomeSnapshot.objects.filter(run=job_run, milestone=milestone).values_list(
            "enrolment__participant", flat=True
        )
    )
    if milestone not in TOLD_AT:
        return 0
    counts = Counter(new.exclude(enrolment__referred_by=None).values_list("enrolment__referred_by", flat=True))
    url = reverse("reporting:referrals")
    receivers = Membership.objects.filter(pk__in=counts).select_related("user").order_by("pk")
    for membership in receivers:
        count = counts[membership.pk]
        text = ngettext(
            "Du kan se hvordan det gikk med %(count)d av dem du søkte inn (%(milestone)s).",
            "Du kan se hvordan det gikk med %(count)d av dem du søkte inn (%(milestone)s).",
            count,
        ) % {"count": count, "milestone": milestone.label.lower()}
        key = f"outcomes:{job_run.public_id}:{milestone.value}:{membership.pk}"
        notifications.notify(membership, text, url, key)
        if membership.user.email:
            mail.queue(to=membership.user.email, subject=_("Nye resultater i Kursløp"), text=text, dedupe_key=key)
    return len(receivers)


def refresh_portfolio(participant_ids=None) -> None:
    """Write the latest measured outcome on the portfolio rows, for all when None. One statement."""
    latest = OutcomeSnapshot.objects.latest().filter(enrolment__participant=OuterRef("pk")).order_by("-due_on", "-pk")
    columns = {"outcome_label": Coalesce(Subquery(latest.values("category")[:1]), Value(""))}
    if participant_ids is None:
        PortfolioRow.objects.update(**columns)
    else:
        update_rows(list(participant_ids), **columns)
