"""What upper apps do when an intake ends for people before its time: called off or cut short (C3).

Registered in `AppConfig.ready()`, called by the actions that end it.
"""

from collections.abc import Callable, Sequence

from amo.models import Membership
from courses.models import Enrolment

Follower = Callable[[Sequence[Enrolment], Membership], None]
_followers: list[Follower] = []


def register(function: Follower) -> None:
    """`function(enrolments, by)` runs in the transaction that ended the participations, with the intake locked."""
    if function not in _followers:
        _followers.append(function)


def tell(enrolments: Sequence[Enrolment], by: Membership) -> None:
    """Call every follower, in the order they were registered."""
    for function in _followers:
        function(enrolments, by)
