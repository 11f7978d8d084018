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
EDITABLE = (*WEIGHTS, *FLOORS, *LIMITS)
"""What a county may set of the advice; the rest is carried over from the version it started from."""

CLASSES = {PolicyVersion.Engine.ADVICE: AdvicePolicy, PolicyVersion.Engine.ALLOCATION: AllocationPolicy}


def advice_policy(day: dt.date, county_id: int | None = None) -> AdvicePolicy:
    """The weights in force on `day` for a county; the first version where no row has been stored yet."""
    row = in_force(PolicyVersion.Engine.ADVICE, day, county_id)
    return to_policy(row) if row else AdvicePolicy(version="1")


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
def draft_policy(*, parameters: dict, valid_from: dt.date, note: str, by: Membership) -> PolicyVersion:
    """Make a draft of the advice's weights for the county, from the version in force with `parameters` over it (P6).

    Raises ValidationError keyed by parameter: weights 0-100 that sum to 100, floors 0-1, bands in order.
    """
    if by.role != Role.COUNTY_STAFF:
        raise PermissionDenied
    _check(parameters)
    engine = PolicyVersion.Engine.ADVICE
    base = policy_row(engine=engine, day=clock.today(), county_id=by.county_id)
    # Numbers run through all counties: the engine's first row is the lock on the next one.
    PolicyVersion.objects.select_for_update(of=("self",)).get(engine=engine, number=1)
    row = PolicyVersion(
        engine=engine,
        number=PolicyVersion.objects.filter(engine=engine).aggregate(last=Max("number"))["last"] + 1,
        county_id=by.county_id,
        parameters=base.parameters | {name: parameters[name] for name in EDITABLE},
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
    share = _("Skriv et tall fra 0 til 1, for eksempel 0,5.")
    errors |= {name: share for name in FLOORS if not 0 <= parameters[name] <= 1}
    total = sum(parameters[name] for name in WEIGHTS)
    if not errors and total != 100:
        errors["fit"] = _("Vektene er %(total)d til sammen. De må bli 100.") % {"total": total}
    if not errors and parameters["possible_from"] >= parameters["good_from"]:
        errors["possible_from"] = _("«Kan passe» må begynne på færre poeng enn «Passer godt».")
    if errors:
        raise ValidationError(errors)


def _save(row: PolicyVersion) -> None:
    if not row.note:
        raise ValidationError({"note": _("Skriv hvorfor vektene endres.")})
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
