"""What a county's staff set for placements (L2, L7)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from amo import clock, versions
from amo.models import County, Membership
from placements.models import PlacementRules


def rules_of(county: County | int) -> PlacementRules:
    """The county's rules, or the defaults where it has set none (not saved)."""
    pk = getattr(county, "pk", county)
    return PlacementRules.objects.filter(county=pk).first() or PlacementRules(county_id=pk)


@transaction.atomic
def set_rules(
    *, county: County, step_in_after: int, unpaid_limit: int | None, by: Membership, version: int | None = None
) -> PlacementRules:
    """Set the county's rules. Raises StaleVersion when somebody else has, ValidationError, and PermissionDenied."""
    if by.county_id != county.pk:
        raise PermissionDenied
    County.objects.select_for_update(of=("self",), no_key=True).get(pk=county.pk)
    rules = PlacementRules.objects.select_for_update(of=("self",)).filter(county=county).first()
    if rules is None:
        rules = PlacementRules(county=county)
    else:
        versions.check(rules, version)
    rules.step_in_after, rules.unpaid_limit = step_in_after, unpaid_limit
    rules.changed_by, rules.changed_at = by, clock.now()
    return versions.save(rules)
