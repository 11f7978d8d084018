"""Versioned weights and points of both engines (03-matching). A row is never changed: a new number is added."""

import dataclasses
import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Max, Q
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Role
from courses.engines.advice import AdvicePolicy
from courses.engines.allocation import AllocationPolicy
from courses.models import PolicyVersion

FIRST_DAY = dt.date(2000, 1, 1)
WEIGHTS = ("fit", "demand", "progression", "wish")
FLOORS = ("fit_floor", "demand_floor")
LIMITS = ("good_from", "possible_from")
LEAD = "clear_lead"
"""Points from which passing over a course that is ahead asks for a sentence (docs/decisions/0025)."""

EDITABLE = (*WEIGHTS, *FLOORS, *LIMITS, LEAD)
"""What a county may set of the advice; the rest is carried over from the version it started from."""

POINTS = ("fit", "waiting", "waiting_days", "refusal_1", "refusal_2", "course_penalty", "course_cap")
"""What a county may set of the allocation. The fewest persons a printed cut-off rests on is nobody's to lower."""

SETTABLE = {PolicyVersion.Engine.ADVICE: EDITABLE, PolicyVersion.Engine.ALLOCATION: POINTS}

CLASSES = {PolicyVersion.Engine.ADVICE: AdvicePolicy, PolicyVersion.Engine.ALLOCATION: AllocationPolicy}


def advice_policy(day: dt.date, county_id: int | None = None) -> AdvicePolicy:
    """The weights in force on `day` for a county; the first version where no row has been stored yet."""
    row = in_force(PolicyVersion.Engine.ADVICE, day, county_id)
    return to_policy(row) if row else AdvicePolicy(version="1")


def allocation_policy(day: dt.date, county_id: int | None = None) -> AllocationPolicy:
    """The criteria in force on `day` for a county; the first version where no row has been stored yet."""
    row = in_force(PolicyVersion.Engine.ALLOCATION, day, county_id)
    return to_policy(row) if row else AllocationPolicy(version="1")


def numbers(policy: AdvicePolicy | AllocationPolicy) -> dict:
    """{name: number} of what may be set; the points for one and for more refusals are two numbers."""
    if isinstance(policy, AdvicePolicy):
        return {name: getattr(policy, name) for name in EDITABLE}
    steps = {"refusal_1": policy.refusals[1], "refusal_2": policy.refusals[2]}
    return {name: steps[name] if name in steps else getattr(policy, name) for name in POINTS}


def in_force(engine: str, day: dt.date, county_id: int | None = None) -> PolicyVersion | None:
    """The version whose day came last: the county's own before the whole country's. None where there is no row.

    Each holds from the day its second person was promised, in whatever order drafts were made; of two from one day the
    one taken into use last.
    """
    rows = PolicyVersion.objects.filter(engine=engine, status=PolicyVersion.Status.IN_USE, valid_from__lte=day)
    own_first = F("county").asc(nulls_last=True)
    latest = F("approved_at").desc(nulls_last=True)
    return (
        rows.filter(Q(county=None) | Q(county=county_id)).order_by(own_first, "-valid_from", latest, "-number").first()
    )


def to_policy(row: PolicyVersion) -> AdvicePolicy | AllocationPolicy:
    """A stored row as the engine's data class. JSON has no tuples, the classes have."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in row.parameters.items()}
    return CLASSES[row.engine](version=str(row.number), **values)


@transaction.atomic
def policy_row(*, engine: str, day: dt.date, county_id: int | None = None) -> PolicyVersion:
    """The stored row in force, for a result that must name it; the first version is made when there is none."""
    row = in_force(engine, day, county_id)
    if row is None:
        parameters = dataclasses.asdict(CLASSES[engine](version="1"))
        parameters.pop("version")
        row, _ = PolicyVersion.objects.get_or_create(
            engine=engine, number=1, defaults={"parameters": parameters, "valid_from": FIRST_DAY}
        )
    return row


# --- a county's own versions ----------------------------------------------------------------------


@transaction.atomic
def draft_policy(
    *, parameters: dict, valid_from: dt.date, note: str, by: Membership, engine: str = PolicyVersion.Engine.ADVICE
) -> PolicyVersion:
    """Make a draft for the county, from the version in force with `parameters` over it (P6, A2).

    Raises ValidationError keyed by parameter. Advice: weights 0-100 that sum to 100, floors 0-1, bands in order, a lead
    of 1-100 points.
    Allocation: points 0-100, days and courses from 1, more refusals never worth less than one.
    """
    if by.role != Role.COUNTY_STAFF:
        raise PermissionDenied
    if engine == PolicyVersion.Engine.ADVICE:
        _check(parameters)
        changed = {name: parameters[name] for name in EDITABLE}
    else:
        _check_points(parameters)
        changed = {name: parameters[name] for name in POINTS if not name.startswith("refusal_")}
        changed["refusals"] = [0, parameters["refusal_1"], parameters["refusal_2"]]
    base = policy_row(engine=engine, day=clock.today(), county_id=by.county_id)
    # Numbers run through all counties: the engine's first row is the lock on the next one.
    PolicyVersion.objects.select_for_update(of=("self",)).get(engine=engine, number=1)
    row = PolicyVersion(
        engine=engine,
        number=PolicyVersion.objects.filter(engine=engine).aggregate(last=Max("number"))["last"] + 1,
        county_id=by.county_id,
        parameters=base.parameters | changed,
        valid_from=valid_from,
        status=PolicyVersion.Status.DRAFT,
        note=note.strip(),
        created_by=by,
        created_at=clock.now(),
    )
    _save(row)
    return row


def _check(parameters: dict) -> None:
    whole = _("Skriv et helt tall fra 0 til 100.")
    errors = {name: whole for name in (*WEIGHTS, *LIMITS) if not 0 <= parameters[name] <= 100}
    if not 1 <= parameters[LEAD] <= 100:
        errors[LEAD] = _("Skriv et helt tall fra 1 til 100.")
    share = _("Skriv et tall fra 0 til 1, for eksempel 0,5.")
    errors |= {name: share for name in FLOORS if not 0 <= parameters[name] <= 1}
    total = sum(parameters[name] for name in WEIGHTS)
    if not errors and total != 100:
        errors["fit"] = _("Vektene er %(total)d til sammen. De må bli 100.") % {"total": total}
    if not errors and parameters["possible_from"] >= parameters["good_from"]:
        errors["possible_from"] = _("«Kan passe» må begynne på færre poeng enn «Passer godt».")
    if errors:
        raise ValidationError(errors)


def _check_points(parameters: dict) -> None:
    whole = _("Skriv et helt tall fra 0 til 100.")
    counts = {"waiting_days": 3650, "course_cap": 20}
    errors = {name: whole for name in POINTS if name not in counts and not 0 <= parameters[name] <= 100}
    for name, most in counts.items():
        if not 1 <= parameters[name] <= most:
            errors[name] = _("Skriv et helt tall fra 1 til %(most)d.") % {"most": most}
    if not errors and parameters["refusal_2"] < parameters["refusal_1"]:
        errors["refusal_2"] = _("To avslag kan ikke gi færre poeng enn ett.")
    if errors:
        raise ValidationError(errors)


def _save(row: PolicyVersion) -> None:
    if not row.note:
        raise ValidationError(
            {
                "note": _("Skriv hvorfor vektene endres.")
                if row.engine == PolicyVersion.Engine.ADVICE
                else _("Skriv hvorfor kriteriene endres.")
            }
        )
    row.full_clean()
    row.save()


@transaction.atomic
def take_into_use(*, policy: PolicyVersion, by: Membership) -> PolicyVersion:
    """A second person of the county takes a draft into use from its day (P6). Raises ValidationError."""
    row = _draft(policy, by)
    if row.created_by.user_id == by.user_id:
        raise ValidationError(_("Den som laget utkastet, kan ikke ta det i bruk selv."))
    if row.valid_from < clock.today():
        raise ValidationError(_("Dagen utkastet skulle gjelde fra, er passert. Lag et nytt utkast."))
    row.status, row.approved_by, row.approved_at = PolicyVersion.Status.IN_USE, by, clock.now()
    _save(row)
    return row


@transaction.atomic
def discard_policy(*, policy: PolicyVersion, by: Membership) -> PolicyVersion:
    """Put a draft aside; it stays in the history. Raises ValidationError."""
    row = _draft(policy, by)
    row.status = PolicyVersion.Status.DISCARDED
    _save(row)
    return row


def _draft(policy: PolicyVersion, by: Membership) -> PolicyVersion:
    row = PolicyVersion.objects.select_for_update(of=("self",)).select_related("created_by").get(pk=policy.pk)
    if by.role != Role.COUNTY_STAFF or row.county_id != by.county_id:
        raise PermissionDenied
    if row.status != PolicyVersion.Status.DRAFT:
        raise ValidationError(_("Utkastet er allerede tatt i bruk eller forkastet."))
    return row
