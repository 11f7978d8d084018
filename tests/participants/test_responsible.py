"""Who hears of a person, and whom a message may count (P9, 06-access)."""

import itertools

import pytest

from participants.models import Participant
from participants.responsible import may_know_of, office_leads
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("P9")]


def test_a_message_may_count_those_the_list_shows_and_no_others():
    office = f.OfficeFactory()
    protections = itertools.product(Participant.AddressProtection.values, (False, True))
    people = [f.ParticipantFactory(office=office, address_protection=one, is_shielded=two) for one, two in protections]
    people.append(f.ParticipantFactory())
    memberships = [
        f.MembershipFactory(office=office),
        f.MembershipFactory(office=office, every_flag=True),
        f.MembershipFactory(office_lead=True, office=office, sees_strictly_confidential=True),
        f.MembershipFactory(every_flag=True),
        f.MembershipFactory(administrator=True, every_flag=True),
    ]
    for membership in memberships:
        seen = set(Participant.objects.visible_to(membership))
        assert {one for one in people if may_know_of(membership, one)} == seen & set(people)


def test_the_leads_in_force_of_each_office():
    office = f.OfficeFactory()
    lead = f.MembershipFactory(office_lead=True, office=office)
    f.MembershipFactory(office_lead=True, office=office, starts_on=today(-9), ends_on=today(-1))
    f.MembershipFactory(office=office)
    f.MembershipFactory(office_lead=True)
    empty = f.OfficeFactory()
    found = office_leads({office.pk, empty.pk})
    assert (found[office.pk], found[empty.pk]) == ([lead], [])
