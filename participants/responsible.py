"""Whose a person is today: who a task or a message about her goes to (P9)."""

from collections import defaultdict
from collections.abc import Collection

from amo import clock
from amo.models import Membership, Role
from participants.identity import person_hash
from participants.models import AccessGrant, Participant


def responsible_for(participant: Participant) -> Membership | None:
    """Her caseworker while the membership is in force; None = the office, also when the caseworker has left.

    The office too when the caseworker may not open her page: what is to be done would be hidden from who is to do it.

    Read `caseworker__user` with the person where there are many: it asks the database for nothing then.
    """
    caseworker = participant.caseworker
    if caseworker is None or not caseworker.user.is_active or not caseworker.is_in_force(clock.today()):
        return None
    return caseworker if may_open(caseworker, participant) else None


def task_owner(participant: Participant) -> dict:
    """The one owner of a task about her, as `create_task` takes it: {"owner": her caseworker} or {"office": hers}."""
    caseworker = responsible_for(participant)
    return {"owner": caseworker} if caseworker else {"office": participant.office}


def office_leads(office_ids: Collection[int]) -> dict[int, list[Membership]]:
    """{office: its leads in force today}, empty where it has none: they hear of people nobody else answers for. One query."""
    found = defaultdict(list)
    active = Membership.objects.active_on(clock.today()).filter(office__in=office_ids, role=Role.OFFICE_LEAD)
    for lead in active.order_by("pk"):
        found[lead.office_id].append(lead)
    return found


def may_know_of(membership: Membership, participant: Participant) -> bool:
    """Whether a message to this member of an office may count the person: `Participant.visible_to`, of a row at hand."""
    if not membership.is_office or membership.office_id != participant.office_id:
        return False
    strictly = participant.address_protection == Participant.AddressProtection.STRICTLY_CONFIDENTIAL
    return membership.sees_strictly_confidential or not strictly


def may_open(membership: Membership, participant: Participant) -> bool:
    """Whether this member of an office may open the person's page: `Participant.openable_by`, of a row at hand."""
    return may_know_of(membership, participant) and _opens(membership, participant)


def county_staff_for(participant: Participant, county_id: int) -> list[Membership]:
    """The county's staff in force today who may open the person's page, as `openable_by` has it. Two queries or one."""
    today = clock.today()
    if not AccessGrant.objects.active_on(today).filter(participant=participant, county=county_id).exists():
        return []
    staff = Membership.objects.active_on(today).filter(role=Role.COUNTY_STAFF, county=county_id)
    return [one for one in staff.select_related("user").order_by("pk") if _opens(one, participant)]


def _opens(membership: Membership, participant: Participant) -> bool:
    """Whether neither protection nor the own-file rule keeps this member of NAV from the person's page."""
    if participant.is_masked_for(membership):
        return False
    if participant.is_shielded and not membership.sees_shielded:  # a list masks by the stricter of two protections
        return False
    own = membership.user.person_hash
    return not own or own != person_hash(participant.national_id)
