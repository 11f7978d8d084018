"""One participant is at one workplace at a time (L3). The constraint `placement_no_overlap` guards it; this says where."""

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo.models import Membership
from placements.models import Placement


def overlapping(placement: Placement) -> Placement | None:
    """The participant's first other placement that shares a day with this one, or None."""
    others = Placement.objects.filter(
        participant=placement.participant_id, starts_on__lte=placement.ends_on, ends_on__gte=placement.starts_on
    )
    others = others.exclude(status=Placement.Status.CANCELLED).exclude(pk=placement.pk)
    return others.select_related("employer").order_by("starts_on", "pk").first()


def check_overlap(placement: Placement, by: Membership, field: str = "starts_on") -> None:
    """Raise ValidationError at `field` with the other placement's days; where it is, when `by` may see it."""
    other = overlapping(placement)
    if other is None:
        return
    values = {"first": date_format(other.starts_on), "last": date_format(other.ends_on)}
    if Placement.objects.visible_to(by).filter(pk=other.pk).exists():
        values["employer"] = other.employer.name
        text = _("Deltakeren har allerede en praksisplass i perioden: hos %(employer)s fra %(first)s til %(last)s.")
    else:
        text = _("Deltakeren har allerede en praksisplass i perioden: fra %(first)s til %(last)s.")
    raise ValidationError({field: text % values})
