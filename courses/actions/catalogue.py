"""The county's catalogue: concepts with their checklist, and intakes with their quotas (C1, C3)."""

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import versions, workdays
from amo.models import Membership, Occupation, Office, QualificationType
from courses import grants, portfolio_rows, specification
from courses.actions import concept_versions, contracts, moved_dates
from courses.actions.following import follow_up
from courses.actions.seats import lock_county, lock_intakes, lock_window, lock_windows
from courses.models import AllocationWindow, ChecklistItem, Concept, Enrolment, Intake, IntakeEnding, OfficeQuota

CHANGEABLE = (Intake.Status.PLANNED, Intake.Status.OPEN, Intake.Status.ALLOCATED, Intake.Status.RUNNING)


@dataclass(frozen=True)
class ChecklistRow:
    """One row of the checklist as it was sent: the item it changes (None for a new one), or that it is taken out."""

    values: Mapping[str, Any]
    item: ChecklistItem | None = None
    occupations: Sequence[Occupation] = ()
    remove: bool = False


@transaction.atomic
def save_concept(
    *,
    concept: Concept | None,
    values: Mapping[str, Any],
    gives: Iterable[QualificationType],
    occupations: Iterable[Occupation],
    checklist: Sequence[ChecklistRow],
    by: Membership,
    version: int | None = None,
    reason: str = "",
) -> Concept:
    """Save the whole specification with its checklist, in the acting membership's own county (C1).

    What changes a concept that has been in use makes a new version of it, for `reason`; classes and contracts that were
    there keep the version before.

    Raises PermissionDenied for another county's, StaleVersion, and ValidationError with the model's messages.
    """
    if by.county_id is None:
        raise PermissionDenied
    if concept is None:
        concept, before = Concept(county_id=by.county_id), None
    else:
        concept = lock_own(concept, by)
        versions.check(concept, version)
        before = concept_versions.content_of(concept)
    for name, value in values.items():
        setattr(concept, name, value)
    versions.save(concept)
    concept.gives.set(gives)
    concept.occupations.set(occupations)
    occupations_of = {}
    for order, row in enumerate(checklist):
        if item := _save_item(concept, row, order):
            occupations_of[item.pk] = {occupation.pk for occupation in row.occupations}
    _set_occupations(occupations_of)
    concept_versions.keep(concept, before, reason=reason, by=by)
    return concept


def lock_own(concept: Concept, by: Membership) -> Concept:
    """The concept, locked and fresh. Raises PermissionDenied for another county's."""
    concept = Concept.objects.select_for_update(of=("self",)).get(pk=concept.pk)
    if by.county_id is None or concept.county_id != by.county_id:
        raise PermissionDenied
    return concept


def _save_item(concept: Concept, row: ChecklistRow, order: int) -> ChecklistItem | None:
    """One checklist item. What is taken out (None) only stops counting: answers and stored advice still speak of it."""
    item = row.item or ChecklistItem(concept=concept)
    if item.concept_id != concept.pk:
        raise PermissionDenied
    if row.remove:
        if item.pk:
            item.is_active = False
            item.save(update_fields=["is_active"])
        return None
    for name, value in row.values.items():
        setattr(item, name, value)
    item.order = order
    item.full_clean()
    item.save()
    return item


def _set_occupations(wanted: Mapping[int, set[int]]) -> None:
    """Write the occupations of all the items ({item: occupations}) at once, not item by item."""
    pairs = ChecklistItem.occupations.through
    there = {
        (row.checklistitem_id, row.occupation_id): row.pk for row in pairs.objects.filter(checklistitem__in=wanted)
    }
    new = {(item, occupation) for item, found in wanted.items() for occupation in found}
    pairs.objects.filter(pk__in=[pk for pair, pk in there.items() if pair not in new]).delete()
    pairs.objects.bulk_create(
        pairs(checklistitem_id=item, occupation_id=occupation) for item, occupation in sorted(new - there.keys())
    )


@transaction.atomic
def save_intake(
    *,
    intake: Intake | None,
    values: Mapping[str, Any],
    quotas: Mapping[Office, tuple[int, int | None] | None],
    by: Membership,
    opened: bool = False,
    beyond_reason: str = "",
    contract_held: bool = False,
    version: int | None = None,
) -> Intake:
    """Save a class with its dates, places and office quotas, in the acting membership's own county (C3).

    values: the intake's fields; without a window one is made for the month it starts in. quotas: (min, max) per office,
    None for an office without. opened: a planned intake is opened for applications. Those enrolled follow its dates;
    one who would then be on two courses at once is told of before anything is saved. A deadline on a day off moves to
    the next working day. beyond_reason: why more places are called off than the contract has bought (C2).
    contract_held: the caller has locked the county and the contract.
    """
    contract = values.get("contract") or intake.contract
    if by.county_id is None or contract.concept.county_id != by.county_id:
        raise PermissionDenied
    if not contract_held:
        lock_county(by.county_id)
    if intake is None:
        intake, before = Intake(concept_version=concept_versions.newest(contract.concept)), None
    else:
        intake = _locked_for_change(intake, values, version)
        before = intake.starts_on, intake.ends_on
    deadline_before, places_before = intake.application_deadline, intake.capacity + intake.over_capacity
    for name, value in values.items():
        setattr(intake, name, value)
    if intake.application_deadline and intake.application_deadline != deadline_before:
        intake.application_deadline = workdays.next_working_day(intake.application_deadline)
    if opened and intake.status == Intake.Status.PLANNED:
        intake.status = Intake.Status.OPEN
    _check_intake(intake)
    if intake.window is None:
        intake.window = _window_for(intake, by)
    else:
        _check_window(intake, by)
    _check_quotas(intake, quotas)
    moved = before and before != (intake.starts_on, intake.ends_on)
    if moved and IntakeEnding.objects.filter(intake=intake).exists():
        raise ValidationError({"ends_on": _("Kurset skal stanses. Endre siste dag der det er stanset.")})
    if moved:
        moved_dates.refuse_overlaps(intake, by)
    with contracts.called_off(intake, contract, by=by, reason=beyond_reason, held=contract_held):
        versions.save(intake)
    changed_quotas = _save_quotas(intake, quotas)
    if moved:
        _move_enrolments(intake)
    if before and (changed_quotas or intake.capacity + intake.over_capacity > places_before):
        # A place more is a place that has come free: it goes to the next, at once (03-matching).
        follow_up(window=lock_window(intake.window_id), by=by)
    return intake


def _locked_for_change(intake: Intake, values: Mapping[str, Any], version: int | None) -> Intake:
    """The class, locked after its round and the one it moves to, when it may still be changed."""
    moves_to = values.get("window")
    lock_windows([intake.window_id, moves_to.pk if moves_to else None])
    intake = lock_intakes([intake.pk])[intake.pk]
    versions.check(intake, version)
    if intake.status not in CHANGEABLE:
        raise ValidationError(_("Kurset er over og kan ikke endres."))
    if "window" in values and moves_to != intake.window and intake.wishes.exists():
        raise ValidationError({"window": _("Kurset har søkere i runden og kan ikke flyttes til en annen.")})
    return intake


def _check_intake(intake: Intake) -> None:
    errors = {}
    if intake.pk is None and not intake.concept.is_active:
        errors["contract"] = _("Kurset er ikke i bruk. Ta det i bruk før dere planlegger en kursoppstart.")
    most_over = specification.of_intake(intake).most_over if intake.over_capacity else None
    if most_over is not None and intake.over_capacity > most_over:
        errors["over_capacity"] = _("Kurskonseptet tillater høyst %(n)d plasser over.") % {"n": most_over}
    if intake.capacity is not None and intake.capacity + (intake.over_capacity or 0) < intake.occupied:
        errors["capacity"] = _("%(n)d plasser er allerede gitt.") % {"n": intake.occupied}
    if intake.application_deadline and intake.starts_on and intake.application_deadline > intake.starts_on:
        errors["application_deadline"] = _(
            "Søknadsfristen må være senest dagen kurset starter. En frist på en fridag flyttes til neste virkedag."
        )
    if intake.over_capacity and not intake.over_capacity_reason:
        errors["over_capacity_reason"] = _("Skriv hvorfor kurset skal ha flere plasser enn vanlig.")
    if errors:
        raise ValidationError(errors)
    intake.clean()


def _window_for(intake: Intake, by: Membership) -> AllocationWindow:
    """The county's open round that the start day lies in, or a new one for that month. The county is locked.

    A second round of a month says its deadline in its name, so that nobody takes one for the other.
    """
    open_windows = AllocationWindow.objects.filter(county=by.county_id, status=AllocationWindow.Status.OPEN)
    found = open_windows.filter(
        first_start__lte=intake.starts_on, last_start__gte=intake.starts_on, deadline__gte=intake.application_deadline
    ).order_by("deadline", "pk")
    if window := found.first():
        return window
    first = intake.starts_on.replace(day=1)
    last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    name = _("Kursstart %(month)s") % {"month": date_format(first, "F Y").lower()}
    taken = set(AllocationWindow.objects.filter(county=by.county_id).order_by().values_list("name", flat=True))
    if name in taken:
        name = _("%(name)s, frist %(day)s") % {"name": name, "day": date_format(intake.application_deadline)}
    names = itertools.chain([name], (f"{name} ({n})" for n in itertools.count(2)))
    return versions.save(
        AllocationWindow(
            county_id=by.county_id,
            name=next(one for one in names if one not in taken),
            first_start=first,
            last_start=last,
            deadline=intake.application_deadline,
        )
    )


def _check_window(intake: Intake, by: Membership) -> None:
    window = intake.window
    if window.county_id != by.county_id:
        raise PermissionDenied
    if not window.first_start <= intake.starts_on <= window.last_start:
        raise ValidationError({"window": _("Kurset starter utenfor denne tildelingsrunden.")})
    if intake.application_deadline > window.deadline:
        message = _("Fristen kan ikke være etter tildelingsrundens frist, %(day)s.") % {
            "day": date_format(window.deadline, "SHORT_DATE_FORMAT")
        }
        raise ValidationError({"application_deadline": message})


def _check_quotas(intake: Intake, quotas) -> None:
    """Raise ValidationError when the lowest quotas together are more than the places.

    Quotas that stand already, of offices not among `quotas`, count too: the allocation keeps places for them all.
    """
    places = intake.capacity + (intake.over_capacity or 0)
    minimums = sum(quota[0] for quota in quotas.values() if quota)
    if intake.pk:
        kept = intake.quotas.exclude(office__in=[office.pk for office in quotas])
        minimums += kept.aggregate(n=Sum("minimum"))["n"] or 0
    if minimums > places:
        message = _("Minstekvotene er til sammen %(sum)d, men kurset har %(places)d plasser.")
        raise ValidationError({"capacity": message % {"sum": minimums, "places": places}})


def _save_quotas(intake: Intake, quotas) -> bool:
    """Write {office: (least, most), or None for no quota} as the quotas of a locked intake; whether any is changed."""
    if not quotas:
        return False
    changed = False
    found = {quota.office_id: quota for quota in intake.quotas.select_for_update()}
    for office, wanted in quotas.items():
        row = found.get(office.pk)
        if wanted is None:
            if row:
                row.delete()
                changed = True
            continue
        row = row or OfficeQuota(intake=intake, office=office)
        if row.pk and (row.minimum, row.maximum) == wanted:
            continue
        row.minimum, row.maximum = wanted
        row.full_clean()
        row.save()
        changed = True
    return changed


def _move_enrolments(intake: Intake) -> None:
    """Those who have not ended yet follow the intake's days; their grants and portfolio rows too."""
    waiting = Enrolment.objects.filter(intake=intake, status=Enrolment.Status.AWAITING_START)
    waiting.update(starts_on=intake.starts_on, ends_on=intake.ends_on)
    Enrolment.objects.filter(intake=intake, status=Enrolment.Status.PARTICIPATING).update(ends_on=intake.ends_on)
    enrolments = list(grants.with_sources(Enrolment.objects.filter(intake=intake).order_by("pk")))
    grants.write_again(enrolments)
    portfolio_rows.refresh([enrolment.participant_id for enrolment in enrolments])
