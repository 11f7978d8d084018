"""What upper apps do when a job, an education or a measure is recorded, corrected or withdrawn (P7, R1).

Registered in `AppConfig.ready()`, called by the actions that write such facts.
"""

from collections.abc import Callable

from amo.models import Membership
from participants.models import Participant

Follower = Callable[[Participant, Membership], None]
_followers: list[Follower] = []


def register(function: Follower) -> None:
    """`function(participant, by)` runs in the transaction that wrote the fact, with the person locked."""
    if function not in _followers:
        _followers.append(function)


def tell(participant: Participant, by: Membership) -> None:
    """Call every follower, in the order they were registered."""
    for function in _followers:
        function(participant, by)
