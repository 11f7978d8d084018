"""What the employer's page shows: places, hire record, requirements, units of one owner, history (L1, L7)."""

from django.db.models import Count, Max, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from courses import words_hiring
from courses.facts_catalogue import hiring_rule
from courses.hiring_page import in_force
from courses.models import HiringRequirement
from courses.words_base import FORM_WORDS, Names, upper_first
from participants import changes
from placements import hires
from placements.engines.hires import HireRecord
from placements.models import Employer, EmployerContact, EmployerMerge, Placement, SlotPeriod, Visit
from placements.protection import unmasked
from placements.slots import HOLDS_SLOT

MOST = 50
"""Placements shown now, and as many before."""


def context(employer: Employer, membership: Membership) -> dict:
    """Everything of the page that is this part's own. A fixed number of queries."""
    record = hires.hire_records([employer], membership)[employer.pk]
    return {
        "now": _placements(employer, membership, Q(status__in=HOLDS_SLOT)),
        "before": _placements(employer, membership, ~Q(status__in=HOLDS_SLOT)),
        "record": record,
        "record_rows": [] if membership.is_provider else _record_rows(record),
        "warning": hires.told(record, membership),
        "note": hires.note(record, membership),
        "visits": _visits(employer, membership),
        "requirements": _requirements(employer, membership),
        "units": _units(employer, membership),
        "periods": list(SlotPeriod.objects.visible_to(membership).filter(employer=employer)),
        "contacts": list(EmployerContact.objects.visible_to(membership).filter(employer=employer)),
        "merges": list(EmployerMerge.objects.visible_to(membership).filter(kept=employer).select_related("merged")),
    }


def _placements(employer: Employer, membership: Membership, where: Q) -> list[Placement]:
    """Placements there; a masked person is left out: at one workplace "somebody protected" is who."""
    found = unmasked(Placement.objects.visible_to(membership).filter(where, employer=employer), membership)
    found = found.select_related("participant", "enrolment__intake__contract__concept")
    return list(found.order_by("-starts_on", "-pk")[:MOST])


def _visits(employer: Employer, membership: Membership) -> dict:
    """{"count", "last"} of visits held, of the placements that may stand on the page."""
    held = Visit.objects.visible_to(membership).filter(placement__employer=employer, status=Visit.Status.HELD)
    return unmasked(held, membership, "placement__participant").aggregate(count=Count("pk"), last=Max("held_on"))


def _record_rows(record: HireRecord) -> list[tuple[str, str]]:
    """Numbers for NAV: the last three years, and in all where that is more."""
    lately = record.lately
    rows = [(_("Avsluttet siste tre år"), str(lately.ended))]
    if lately.ended:
        rows += [
            (_("Ansatt her"), str(lately.hired)),
            (_("Jobb gjennom arbeidsgiveren"), str(lately.through)),
            (_("Ansatt med lønnstilskudd"), str(lately.subsidised)),
            (_("På rad uten ansettelse"), str(record.run)),
            (_("Ny omtrent da den forrige sluttet"), str(record.relays)),
        ]
    if lately.rate.percent is not None:
        text = _("%(percent)d %% (mellom %(low)d og %(high)d %%)")
        values = {"percent": lately.rate.percent, "low": round(lately.rate.low), "high": round(lately.rate.high)}
        rows.insert(1, (_("Førte til jobb"), text % values))
    if record.in_all.ended > lately.ended:
        text = _("%(jobs)d av %(ended)d førte til jobb") % {"jobs": record.in_all.jobs, "ended": record.in_all.ended}
        rows.append((_("I alt"), text))
    return rows


def _requirements(employer: Employer, membership: Membership) -> list[dict]:
    """Hiring requirements that hold for the employer's group today, in the reader's county or the country (C4)."""
    if not employer.employer_group:
        return []
    found = HiringRequirement.objects.visible_to(membership).filter(
        in_force(clock.today()), employer_group__iexact=employer.employer_group
    )
    found = list(
        found.filter(Q(county=None) | Q(county=membership.home_county_id))
        .select_related("occupation")
        .prefetch_related("needs_all", "needs_any")
    )
    names = Names.load() if found else None
    return [
        {
            "url": one.get_absolute_url(),
            "title": f"{upper_first(FORM_WORDS[one.form]())}, {one.occupation.title}",
            "text": words_hiring.rule(hiring_rule(one), names),
        }
        for one in found
    ]


def _units(employer: Employer, membership: Membership) -> list[Employer]:
    """Other workplaces of the same owner, and the owner itself where it is registered."""
    numbers = {employer.main_number, employer.organisation_number} - {"", None}
    if not numbers:
        return []
    same = Q(main_number__in=numbers) | Q(organisation_number__in=numbers)
    return list(Employer.objects.visible_to(membership).living().filter(same).exclude(pk=employer.pk)[:MOST])


def history(employer: Employer) -> list[changes.Entry]:
    """Every event of the employer, its contacts, periods and merges, newest first. One query."""
    about = Q(employer=employer.pk)
    return changes.together(
        [
            changes.entries(Employer, Q(pgh_obj_id=employer.pk) | Q(merged_into=employer.pk)),
            changes.entries(EmployerContact, about),
            changes.entries(SlotPeriod, about),
            changes.entries(EmployerMerge, Q(kept=employer.pk)),
        ]
    )


def moved_rows(moved: dict) -> list[tuple[str, str]]:
    """What a merge moves or has moved, for a reader."""
    words = {
        "placements": _("Praksisplasser"),
        "requests": _("Forespørsler"),
        "wishes": _("Ønsker om plass"),
        "offers": _("Jobbtilbud"),
        "meetings": _("Møter"),
        "barriers": _("Barrierer"),
        "swaps": _("Ønsker om bytte hit"),
        "contacts": _("Kontaktpersoner"),
        "periods": _("Avtalte perioder"),
        "periods_left": _("Perioder som ikke flyttes, fordi den andre har avtalt de samme dagene"),
        "requests_withdrawn": _("Forespørsler som trekkes, fordi samme deltaker har spurt begge"),
        "wishes_joined": _("Ønsker som blir ett, fordi deltakeren ønsket begge"),
        "meetings_joined": _("Møter som sto på begge"),
    }
    return [(words[name], str(moved[name])) for name in words if moved.get(name)]


def period_text(period: SlotPeriod) -> str:
    """ "1. mars 2026–30. juni 2026"."""
    return f"{date_format(period.starts_on)}–{date_format(period.ends_on)}"
