"""Counties and offices, kept by the administrator (06-access, last row of the table)."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock
from amo.models import County, Membership, Office, Role


def _administrator(by: Membership) -> None:
    if by.role != Role.ADMINISTRATOR:
        raise PermissionDenied


@transaction.atomic
def save_county(*, by: Membership, number: str, name: str, county: County | None = None) -> County:
    """Add a county, or correct one. Raises ValidationError for a number that is taken."""
    _administrator(by)
    county = County.objects.select_for_update().get(pk=county.pk) if county else County()
    county.number, county.name = number, name
    county.full_clean()
    county.save()
    return county


@transaction.atomic
def save_office(
    *, by: Membership, number: str, name: str, county: County, is_active: bool, office: Office | None = None
) -> Office:
    """Add an office, correct it, or close it. Raises ValidationError at `is_active` while somebody works there.

    An office that is closed stays where it is named; nobody can be given a role there.
    """
    _administrator(by)
    office = Office.objects.select_for_update(of=("self",)).get(pk=office.pk) if office else Office()
    if not is_active and office.pk:
        at_work = office.memberships.active_on(clock.today()).count()
        if at_work:
            text = _("%(n)d arbeider fortsatt ved kontoret. Avslutt tilknytningene først.") % {"n": at_work}
            raise ValidationError({"is_active": text})
    office.number, office.name, office.county, office.is_active = number, name, county, is_active
    office.full_clean()
    office.save()
    return office
