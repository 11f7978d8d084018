"""Many intakes in one go: a year planned from a contract, and quotas for several (C3). All or nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership, Role
from courses import quota_proposals
from courses.actions import contracts
from courses.actions.catalogue import CHANGEABLE, save_intake
from courses.actions.following import follow_up
from courses.actions.seats import lock_county, lock_intakes, lock_windows_of
from courses.models import Contract, Intake, OfficeQuota
from courses.quota_proposals import Proposal


class PlanRefusedError(ValidationError):
    """One or more rows of a plan are refused, and so the whole of it; `rows`: {index: ValidationError}."""

    def __init__(self, rows: Mapping[int, ValidationError]):
        super().__init__(_("Ingen av kursene er opprettet. Rett det som er merket, og prøv igjen."))
        self.rows = dict(rows)


@transaction.atomic
def plan_intakes(
    *,
    contract: Contract,
    rows: Sequence[Mapping[str, Any]],
    by: Membership,
    opened: bool = False,
    quota_method: str = quota_proposals.NONE,
    minimum_percent: int = 50,
) -> list[Intake]:
    """Make every row an intake of the contract, or none at all.

    rows: the intake's own fields. Raises PlanRefusedError with what is wrong in each row, PermissionDenied for another
    county's contract, ValidationError when there are none.
    """
    if by.role != Role.COUNTY_STAFF or contract.concept.county_id != by.county_id:
        raise PermissionDenied
    if not rows:
        raise ValidationError(_("Velg minst ett kurs."))
    # First, as in `save_intake`: whoever saves one class of the contract holds the county before the contract.
    lock_county(by.county_id)
    contract = contracts.hold(contract)
    made, refused = [], {}
    for index, values in enumerate(rows):
        try:
            with transaction.atomic():
                made.append(
                    save_intake(
                        intake=None,
                        values={"contract": contract, **values},
                        quotas={},
                        by=by,
                        opened=opened,
                        contract_held=True,
                    )
                )
        except ValidationError as error:
            refused[index] = error
    if refused:
        raise PlanRefusedError(refused)
    if quota_method != quota_proposals.NONE:
        proposals = quota_proposals.propose(
            made, quota_method, county_id=by.county_id, minimum_percent=minimum_percent, day=clock.today()
        )
        _write(proposals, {intake.pk: intake for intake in made})
    return made


@transaction.atomic
def set_quotas(
    *, intakes: Sequence[Intake], method: str, minimum_percent: int, seen: str, by: Membership
) -> list[Intake]:
    """Give the intakes the quotas that were proposed and seen, instead of those they have.

    seen: the proposal's fingerprint. Raises ValidationError when the numbers have changed since, an intake is over, or
    the lowest quotas are more than the places; PermissionDenied for another county's.
    """
    windows = lock_windows_of([intake.pk for intake in intakes])
    locked = lock_intakes([intake.pk for intake in intakes])
    if by.role != Role.COUNTY_STAFF or any(one.concept.county_id != by.county_id for one in locked.values()):
        raise PermissionDenied
    for intake in locked.values():
        if intake.status not in CHANGEABLE:
            raise ValidationError({"intakes": _("%(code)s er over og kan ikke endres.") % {"code": intake.code}})
    proposals = quota_proposals.propose(
        [locked[intake.pk] for intake in intakes],
        method,
        county_id=by.county_id,
        minimum_percent=minimum_percent,
        day=clock.today(),
    )
    if quota_proposals.fingerprint(proposals) != seen:
        raise ValidationError(
            _("Tallene er endret siden forslaget ble vist. Se over det nye forslaget, og lagre igjen.")
        )
    _write(proposals, locked)
    for window in windows:
        follow_up(window=window, by=by)
    return list(locked.values())


def _write(proposals: Sequence[Proposal], intakes: Mapping[int, Intake]) -> None:
    """Replace the quotas of each intake by the proposed ones; one without a proposal keeps what it has."""
    proposals = [one for one in proposals if one.quotas]
    for one in proposals:
        if one.too_many:
            message = _("%(code)s: Minstekvotene er til sammen %(sum)d, men kurset har %(places)d plasser.")
            values = {"code": one.intake.code, "sum": one.least, "places": one.places}
            raise ValidationError({"intakes": message % values})
    wanted = {(one.intake.pk, office): quota for one in proposals for office, quota in one.quotas.items()}
    rows = OfficeQuota.objects.select_for_update().filter(intake__in=[one.intake.pk for one in proposals])
    there = {(row.intake_id, row.office_id): row for row in rows.order_by("pk")}
    changed = []
    for key, row in there.items():
        if key in wanted and (row.minimum, row.maximum) != wanted[key]:
            row.minimum, row.maximum = wanted[key]
            changed.append(row)
    rows.filter(pk__in=[row.pk for key, row in there.items() if key not in wanted]).delete()
    OfficeQuota.objects.bulk_update(changed, ["minimum", "maximum"])
    OfficeQuota.objects.bulk_create(
        OfficeQuota(intake_id=intake, office_id=office, minimum=quota[0], maximum=quota[1])
        for (intake, office), quota in wanted.items()
        if (intake, office) not in there
    )
    for one in proposals:
        versions.save(intakes[one.intake.pk])
