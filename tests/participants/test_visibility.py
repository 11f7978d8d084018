"""Who may know of a person, and who may open her page (06-access, "Who sees what")."""

import pytest

from participants.identity import person_hash
from participants.models import AccessGrant, Note, Participant
from tests import factories as f

pytestmark = pytest.mark.django_db


def seen(membership) -> set[int]:
    return set(Participant.objects.visible_to(membership).values_list("pk", flat=True))


def opened(membership) -> set[int]:
    return set(Participant.objects.openable_by(membership).values_list("pk", flat=True))


@pytest.fixture
def person():
    return f.ParticipantFactory()


def test_the_office_sees_its_own_people_and_no_other_office_does(person):
    colleague = f.MembershipFactory(office=person.office)
    lead = f.MembershipFactory(office_lead=True, office=person.office)
    stranger = f.MembershipFactory(every_flag=True)
    f.ParticipantFactory(caseworker=stranger)
    for membership in (person.caseworker, colleague, lead):
        assert seen(membership) == opened(membership) == {person.pk}
    assert person.pk not in seen(stranger)


def test_an_administrator_and_nobody_see_no_one(person):
    assert seen(f.MembershipFactory(administrator=True, every_flag=True)) == set()
    assert seen(None) == set()


def receivers(person):
    """(membership, the grant that lets it in) for each kind of receiver."""
    county = f.MembershipFactory(county_staff=True)
    lead = f.MembershipFactory(provider_lead=True)
    instructor = f.MembershipFactory(instructor=True)
    return [
        (county, {"county": county.county}),
        (lead, {"county": None, "provider": lead.provider, "level": AccessGrant.Level.COURSE}),
        (instructor, {"county": None, "membership": instructor, "level": AccessGrant.Level.COURSE}),
    ]


def test_county_provider_and_instructor_see_whom_a_grant_names_while_it_lasts(person):
    for membership, receiver in receivers(person):
        assert seen(membership) == set()
        grant = f.AccessGrantFactory(participant=person, **receiver, starts_on=f.today(-1), ends_on=f.today())
        assert seen(membership) == opened(membership) == {person.pk}
        AccessGrant.objects.filter(pk=grant.pk).update(ends_on=f.today(-1))
        assert seen(membership) == set()
        AccessGrant.objects.filter(pk=grant.pk).update(starts_on=f.today(1), ends_on=None)
        assert seen(membership) == set()


def test_a_grant_to_a_provider_is_none_to_its_instructors(person):
    instructor = f.MembershipFactory(instructor=True)
    f.AccessGrantFactory(participant=person, county=None, provider=instructor.provider, level="course")
    assert seen(instructor) == set()


def test_strictly_confidential_is_in_no_list_without_the_flag():
    person = f.ParticipantFactory(strictly_confidential=True)
    lead = f.MembershipFactory(office_lead=True, office=person.office, sees_confidential=True, sees_shielded=True)
    allowed = f.MembershipFactory(office=person.office, sees_strictly_confidential=True)
    assert seen(person.caseworker) == seen(lead) == set()
    assert seen(allowed) == opened(allowed) == {person.pk}


@pytest.mark.parametrize(("trait", "flag"), [("confidential", "sees_confidential"), ("shielded", "sees_shielded")])
def test_a_masked_person_is_seen_but_opened_only_with_the_flag(trait, flag):
    person = f.ParticipantFactory(**{trait: True})
    allowed = f.MembershipFactory(office=person.office, **{flag: True})
    assert seen(person.caseworker) == {person.pk}
    assert opened(person.caseworker) == set()
    assert opened(allowed) == {person.pk}
    assert person.is_masked_for(person.caseworker)
    assert not person.is_masked_for(allowed)


def test_a_provider_opens_a_protected_person_only_when_named_and_while_named():
    person = f.ParticipantFactory(confidential=True)
    lead = f.MembershipFactory(provider_lead=True)
    f.AccessGrantFactory(participant=person, county=None, provider=lead.provider, level="course")
    assert opened(lead) == set()
    named = f.AccessGrantFactory(participant=person, county=None, membership=lead, level="course")
    assert opened(lead) == {person.pk}
    AccessGrant.objects.filter(pk=named.pk).update(ends_on=f.today(-1))
    assert opened(lead) == set()


def test_nobody_opens_her_own_file(person):
    lead = f.MembershipFactory(office_lead=True, office=person.office, every_flag=True)
    lead.user.person_hash = person_hash(person.national_id)
    assert seen(lead) == {person.pk}
    assert opened(lead) == set()


def test_notes_are_for_the_office_alone(person):
    note = f.NoteFactory(participant=person)
    county = f.MembershipFactory(county_staff=True)
    f.AccessGrantFactory(participant=person, county=county.county)
    assert list(Note.objects.visible_to(person.caseworker)) == [note]
    assert not Note.objects.visible_to(county).exists()
    assert not Note.objects.visible_to(f.MembershipFactory(provider_lead=True)).exists()
