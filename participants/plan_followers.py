"""What upper apps do when a plan is made: registered in `AppConfig.ready()`, called by `actions.save_plan` (P7, P8)."""

from collections.abc import Callable

from amo.models import Membership
from participants.models import Plan

Follower = Callable[[Plan, Membership], None]
_followers: list[Follower] = []


def register(function: Follower) -> None:
    """`function(plan, by)` runs in the transaction that made the plan, with the person locked."""
    if function not in _followers:
        _followers.append(function)


def tell(plan: Plan, by: Membership) -> None:
    """Call every follower, in the order they were registered."""
    for function in _followers:
        function(plan, by)
