"""The facts behind an employer's hire record, read in as few queries as one (L7, docs/decisions/0028)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock
from amo.models import Membership
from participants.models import Employment, Participant
from placements.engines.hires import (
    HIRED,
    NOTHING,
    SUBSIDISED,
    THROUGH,
    HireRecord,
    Stint,
    months_before,
    of_outcomes,
    record,
)
from placements.models import Employer, Placement

Status = Placement.Status
ENDED = (Status.COMPLETED, Status.ENDED_EARLY)


def counted(membership: Membership | None) -> QuerySet:
    """Placements that count for a reader: a strictly confidential person is in no count of one who may not know."""
    found = Placement.objects.exclude(status=Status.CANCELLED)
    if membership is None or not membership.sees_strictly_confidential:
        found = found.exclude(participant__address_protection=Participant.AddressProtection.STRICTLY_CONFIDENTIAL)
    return found


def _with_outcome(placements: QuerySet, *, many: bool = False) -> QuerySet:
    """With `outcome`, from the jobs the person has had since the placement's first day.

    many: most of all placements are read, so those who have had no job at all are told apart by one pass over the jobs.
    """
    jobs = Employment.objects.current().filter(
        participant=OuterRef("participant"), starts_on__gte=OuterRef("starts_on")
    )
    # Registrations that were merged into this one had numbers of their own.
    merged = Employer.objects.filter(merged_into=OuterRef(OuterRef("employer"))).values("organisation_number")
    number = Q(employer_number=OuterRef("employer__organisation_number")) | Q(employer_number__in=merged)
    here = jobs.exclude(employer_number="").filter(number)
    ways = [Employment.FoundThrough.PLACEMENT_EMPLOYER, Employment.FoundThrough.PLACEMENT_NETWORK]
    # "The employer of the placement" is the last one she was with when the job began.
    later = Placement.objects.exclude(status=Status.CANCELLED).filter(
        participant=OuterRef("participant"),
        starts_on__lte=OuterRef("starts_on"),
        starts_on__gt=OuterRef(OuterRef("starts_on")),
    )
    through = jobs.filter(~Exists(later), found_through__in=ways, wage_subsidy=False)
    working = Employment.objects.current().order_by().values("participant")
    jobless = [When(~Q(participant__in=working), then=Value(NOTHING))] if many else []
    return placements.annotate(
        outcome=Case(
            *jobless,
            When(Exists(here.filter(wage_subsidy=False)), then=Value(HIRED)),
            When(Exists(through), then=Value(THROUGH)),
            When(Exists(here.filter(wage_subsidy=True)), then=Value(SUBSIDISED)),
            default=Value(NOTHING),
        )
    )


def hire_records(employers: Iterable[int | Employer], membership: Membership | None = None) -> dict[int, HireRecord]:
    """{employer pk: record as this reader may count it} for all of them, one query. Without a reader: as the least may.

    An employer where nobody has been has an empty record.
    """
    wanted = [getattr(employer, "pk", employer) for employer in employers]
    today = clock.today()
    found, nobody = _read(wanted, membership, today), record((), today)
    return {pk: found.get(pk, nobody) for pk in wanted}


def _read(wanted: Iterable[int] | QuerySet, membership: Membership | None, today: dt.date) -> dict[int, HireRecord]:
    """Records of those among the employers, given or a sub-query, where somebody has been. One query."""
    rows = _with_outcome(counted(membership).filter(employer__in=wanted)).order_by("pk")
    found = defaultdict(list)
    for employer, starts_on, ends_on, status, outcome in rows.values_list(
        "employer", "starts_on", "ends_on", "status", "outcome"
    ):
        found[employer].append(Stint(starts_on, ends_on, status in ENDED, outcome))
    return {pk: record(stints, today) for pk, stints in found.items()}


def lately(membership: Membership | None) -> dict[int, HireRecord]:
    """{employer pk: what came of its last MONTHS} for every employer where a placement has ended in them.

    One grouped query, a row an employer, each placement's outcome reckoned once: for the register, which counts and
    filters by it. Relays and what is older are not in it.
    """
    ended = counted(membership).filter(status__in=ENDED, ends_on__gte=months_before(clock.today()))
    latest_first = ArrayAgg("outcome", order_by=("-ends_on", "-starts_on", "-pk"))
    rows = _with_outcome(ended, many=True).order_by().values("employer").annotate(outcomes=latest_first)
    return {pk: of_outcomes(outcomes) for pk, outcomes in rows.values_list("employer", "outcomes")}


def warned(membership: Membership | None) -> set[int]:
    """Employers whose record warns. One query."""
    return {pk for pk, found in lately(membership).items() if found.warns}


# --- in words -----------------------------------------------------------------------------------


def warning(found: HireRecord) -> str:
    """What a caseworker reads before the next placement is agreed, "" when there is nothing to say."""
    if not found.warns:
        return ""
    if found.run_says_something:
        first = ngettext(
            "%(n)d praksisdeltaker på rad uten at noen ble ansatt.",
            "%(n)d praksisdeltakere på rad uten at noen ble ansatt.",
            found.run,
        ) % {"n": found.run}
    else:
        first = _("%(jobs)d av %(ended)d praksisplasser de siste tre årene førte til jobb.") % {
            "jobs": found.lately.jobs,
            "ended": found.lately.ended,
        }
    parts = [first]
    if found.relays:
        parts.append(
            ngettext(
                "%(n)d gang begynte en ny omtrent da den forrige sluttet.",
                "%(n)d ganger begynte en ny omtrent da den forrige sluttet.",
                found.relays,
            )
            % {"n": found.relays}
        )
    parts.append(_("Spør hva som skal til før du avtaler en ny."))
    return " ".join(parts)


def flag(found: HireRecord) -> str:
    """The same for a provider: no numbers (06-access)."""
    if not found.warns:
        return ""
    if found.run_says_something:
        return _(
            "Ingen av de siste praksisdeltakerne ble ansatt her. Spør om planene deres før du avtaler en ny plass."
        )
    return _("Få av praksisdeltakerne her er blitt ansatt. Spør om planene deres før du avtaler en ny plass.")


def note(found: HireRecord, membership: Membership) -> str:
    """What is said where there is no warning: no share of few, and to a provider no number at all (06-access)."""
    if membership.is_provider:
        if found.hires:
            return _("Praksisdeltakere er blitt ansatt her.")
        return _("De siste tre årene er det avsluttet for få praksisplasser til å si noe.")
    if not found.in_all.ended:
        return _("Ingen praksisplasser er avsluttet ennå.")
    if not found.lately.ended:
        return _("Ingen praksisplasser er avsluttet de siste tre årene.")
    return _("For få til å regne andel.") if found.lately.rate.percent is None else ""


def told(found: HireRecord, membership: Membership) -> str:
    """The warning as this reader may have it."""
    return flag(found) if membership.is_provider else warning(found)
