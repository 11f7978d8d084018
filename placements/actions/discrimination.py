"""Reports of discrimination (L10): the employer is paused, and the county's staff decide."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import County, Membership, Role
from amo.notifications import notify_many
from participants.models import AccessGrant
from placements.actions.slots import lock_employer
from placements.models import DiscriminationReport, Employer, Placement
from placements.protection import unprotected
from placements.slots import HOLDS_SLOT

Decision = DiscriminationReport.Decision


@transaction.atomic
def report_discrimination(
    *,
    employer: Employer,
    county: County,
    what: str,
    by: Membership,
    heard_by: str = DiscriminationReport.HeardBy.MYSELF,
) -> DiscriminationReport:
    """Keep the wish for the county's staff and pause the employer: nobody new is sent there until they decide.

    Placements that are agreed go on. Raises ValidationError when the employer was merged into another.
    """
    employer = lock_employer(employer.pk)
    if employer.merged_into_id:
        raise ValidationError({"employer": _("Arbeidsgiveren er slått sammen med en annen. Velg den i stedet.")})
    report = DiscriminationReport(
        employer=employer, county=county, what=what, heard_by=heard_by, reported_by=by, reported_at=clock.now()
    )
    report = versions.save(report)
    was_open = employer.paused_on is None
    _settle_pause(employer)
    if was_open:
        _tell_those_there(employer, report)
    url = reverse("placements:discrimination_detail", args=[report.public_id])
    text = _("En arbeidsgiver er meldt for diskriminering. Avgjør om samarbeidet fortsetter.")
    staff = Membership.objects.active_on(clock.today()).filter(role=Role.COUNTY_STAFF, county=county)
    notify_many((one, text, url, f"discrimination:{report.public_id}") for one in staff)
    return report


@transaction.atomic
def decide_reports(
    *, report: DiscriminationReport, shown: Collection, decision: str, reason: str, by: Membership, version: int | None
) -> DiscriminationReport:
    """Decide about the employer, for this report and the county's others about it that were on the page.

    shown: their public ids. One that came meanwhile stays open, and keeps the employer paused.
    "Ikke flere praksisplasser her" may be decided anew later. Raises ValidationError, and StaleVersion when somebody
    else decided first.
    """
    employer = lock_employer(report.employer_id)
    report = DiscriminationReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    versions.check(report, version)
    if report.decision == Decision.RESUME:
        raise ValidationError(_("Saken er allerede avgjort."))
    same = DiscriminationReport.objects.in_force().filter(employer=employer, county=report.county)
    same = same.filter(Q(public_id__in=shown) | Q(pk=report.pk)).order_by("pk")
    for one in same.select_for_update(of=("self",)):
        one.decision, one.decision_reason = decision, reason
        one.decided_by, one.decided_at = by, clock.now()
        versions.save(one)
        if one.pk == report.pk:
            report = one
        _tell_reporter(one, employer)
    was_paused = employer.paused_on is not None
    _settle_pause(employer)
    if was_paused and employer.paused_on is None:
        _tell_those_there(employer, report)
    return report


def _settle_pause(employer: Employer) -> None:
    """Paused while any report, of any county, is open or has stopped the cooperation."""
    paused = DiscriminationReport.objects.in_force().filter(employer=employer).exists()
    if paused == (employer.paused_on is not None):
        return
    employer.paused_on = clock.today() if paused else None
    versions.save(employer)


def _tell_reporter(report: DiscriminationReport, employer: Employer) -> None:
    """The outcome, without a text."""
    text = _("Nav tiltak har avgjort det du meldte om %(employer)s: %(decision)s.") % {
        "employer": employer.name,
        "decision": str(Decision(report.decision).label).lower(),
    }
    url, key = reverse("placements:discrimination_mine"), f"discrimination:{report.public_id}:{report.version}"
    notify_many([(report.reported_by, text, url, key)])


def _tell_those_there(employer: Employer, report: DiscriminationReport) -> None:
    """Those who follow up a trainee there learn that it takes nobody new, or does again; not why."""
    if employer.paused_on:
        text = _("%(employer)s tar ikke imot nye praksisdeltakere nå. Praksisen som er avtalt, går som før.")
    else:
        text = _("%(employer)s tar imot praksisdeltakere igjen.")
    url = reverse("placements:employer_detail", args=[employer.public_id])
    key = f"pause:{employer.public_id}:{employer.version}"
    notify_many((one, text % {"employer": employer.name}, url, key) for one in _following_up(employer))


def _following_up(employer: Employer) -> list[Membership]:
    """The provider's people who see a trainee with a placement there that holds a slot."""
    today = clock.today()
    there = Placement.objects.filter(employer=employer, status__in=HOLDS_SLOT)
    grants = AccessGrant.objects.active_on(today).filter(participant__in=there.values("participant"))
    grants = grants.filter(level=AccessGrant.Level.COURSE)
    # A protected person is known to those assigned by name only (06-access).
    open_ones = unprotected(grants)
    leads = Q(role=Role.PROVIDER_LEAD, provider__in=open_ones.exclude(provider=None).values("provider"))
    named = Q(pk__in=grants.exclude(membership=None).values("membership"))
    people = Membership.objects.active_on(today).filter(leads | named, provider__isnull=False)
    return list(people.order_by("pk"))
