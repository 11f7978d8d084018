"""The agreement on paper, and its last day moved further out (L3)."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, files, versions
from amo.models import Membership
from placements.actions import portfolio
from placements.actions.overlap import check_overlap
from placements.actions.slots import holding, lock_with_employer
from placements.models import Placement, PlacementExtension
from placements.slots import HOLDS_SLOT


@transaction.atomic
def mark_signed(
    *,
    placement: Placement,
    signed_on: dt.date | None,
    by: Membership,
    copy: files.Content | None = None,
    version: int | None = None,
) -> Placement:
    """All three have signed, on a day; with the signed copy where there is one. No day: it is not signed after all.

    Raises StaleVersion, and ValidationError when the day lies ahead, or the placement was called off.
    """
    placement = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)
    versions.check(placement, version)
    if placement.status == Placement.Status.CANCELLED:
        raise ValidationError(_("Praksisplassen er avlyst og kan ikke endres."))
    if signed_on and signed_on > clock.today():
        raise ValidationError({"signed_on": _("Datoen kan ikke være fram i tid.")})
    if copy and not signed_on:
        raise ValidationError({"signed_on": _("Velg datoen avtalen ble signert.")})
    placement.signed_on = signed_on
    if signed_on is None:
        placement.signed_copy = None
    elif copy:
        placement.signed_copy = files.store(copy, by=by)
    return versions.save(placement)


@transaction.atomic
def extend_placement(
    *, placement: Placement, new_end: dt.date, reason: str, by: Membership, version: int | None = None
) -> PlacementExtension:
    """Move the last day further out, while the participation lasts and the employer has a place on all the days.

    Raises StaleVersion, and ValidationError at `new_end` or `employer`.
    """
    placement = lock_with_employer(placement)
    versions.check(placement, version)
    if placement.status not in HOLDS_SLOT:
        raise ValidationError(_("Praksisen er avsluttet og kan ikke endres."))
    old_end, last = placement.ends_on, placement.enrolment.ends_on
    if new_end <= old_end:
        raise ValidationError(
            {"new_end": _("Den nye siste dagen må være etter %(day)s.") % {"day": date_format(old_end)}}
        )
    if new_end > last:
        raise ValidationError(
            {"new_end": _("Kurset slutter %(day)s. Praksisen kan ikke vare lenger.") % {"day": date_format(last)}}
        )
    placement.ends_on = new_end
    check_overlap(placement, by, field="new_end")
    with holding(placement, placement.employer):
        versions.save(placement)
    extension = PlacementExtension(
        placement=placement, old_end=old_end, new_end=new_end, reason=reason, agreed_by=by, agreed_at=clock.now()
    )
    extension.full_clean()
    extension.save()
    portfolio.refresh([placement.participant_id])
    return extension
