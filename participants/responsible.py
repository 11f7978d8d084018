"""Whose a person is today: who a task or a message about her goes to (P9)."""

from amo import clock
from amo.models import Membership
from participants.models import Participant


def responsible_for(participant: Participant) -> Membership | None:
    """Her caseworker while the membership is in force; None = the office, also when the caseworker has left.

    Read `caseworker__user` with the person where there are many: it asks the database for nothing then.
    """
    caseworker = participant.caseworker
    if caseworker is None or not caseworker.user.is_active or not caseworker.is_in_force(clock.today()):
        return None
    return caseworker


def task_owner(participant: Participant) -> dict:
    """The one owner of a task about her, as `create_task` takes it: {"owner": her caseworker} or {"office": hers}."""
    caseworker = responsible_for(participant)
    return {"owner": caseworker} if caseworker else {"office": participant.office}
