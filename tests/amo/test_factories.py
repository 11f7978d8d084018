"""Every factory makes a record that its own model accepts."""

import pytest

from participants.identity import birth_date, is_synthetic, validate_identity_number
from tests import factories

NAMES = sorted(name for name in factories.__all__ if name.endswith("Factory"))


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_makes_a_valid_record(name):
    record = getattr(factories, name)()
    record.refresh_from_db()
    empty = [field.name for field in record._meta.fields if field.value_from_object(record) in (None, "", {}, [])]
    record.clean_fields(exclude=empty)
    record.clean()
    record.validate_constraints()


@pytest.mark.django_db
@pytest.mark.parametrize("trait", ["office_lead", "county_staff", "provider_lead", "instructor", "administrator"])
def test_memberships_fit_their_role(trait):
    factories.MembershipFactory(**{trait: True}).validate_constraints()


@pytest.mark.django_db
def test_persons_are_synthetic():
    numbers = {person.national_id: person for person in factories.ParticipantFactory.create_batch(50)}
    assert len(numbers) == 50
    for number, person in numbers.items():
        validate_identity_number(number)
        assert is_synthetic(number)
        assert birth_date(number) == person.born_on
