"""That a mentor was given the guide (L12)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from placements.models import GuideHandOut, Placement


@transaction.atomic
def hand_out_guide(*, placement: Placement, language: str, by: Membership) -> GuideHandOut:
    """Remember that the mentor got the guide today; given again, the latest day counts and the history keeps the other.

    Raises ValidationError for a placement that was called off.
    """
    placement = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)
    if placement.status == Placement.Status.CANCELLED:
        raise ValidationError(_("Praksisen er avlyst."))
    found, _created = GuideHandOut.objects.update_or_create(
        placement=placement, defaults={"language": language, "given_on": clock.today(), "given_by": by}
    )
    found.full_clean()
    return found
