"""A version that somebody else has counted up is told with what changed, by whom and when."""

import pghistory
import pytest
from django.core.exceptions import ValidationError

from amo import versions
from participants.models import Participant
from tests import factories


def test_an_unchanged_version_passes(db):
    participant = factories.ParticipantFactory()
    versions.check(participant, participant.version)
    versions.check(participant, None)


def test_a_save_counts_up_and_a_new_row_starts_at_one(db):
    participant = factories.ParticipantFactory()
    assert participant.version == 1
    versions.save(participant)
    assert Participant.objects.get(pk=participant.pk).version == 2


def test_a_save_validates(db):
    participant = factories.ParticipantFactory()
    participant.email = "ikke e-post"
    with pytest.raises(ValidationError):
        versions.save(participant)
    assert Participant.objects.get(pk=participant.pk).version == 1


def test_what_changed_is_told_field_by_field_with_who(db):
    membership = factories.MembershipFactory()
    participant = factories.ParticipantFactory(phone="11111111", interpreter_language="")
    caseworker = factories.MembershipFactory(office=participant.office)
    with pghistory.context(user=membership.user.pk):
        participant.phone, participant.caseworker, participant.need_assessed_on = (
            "22222222",
            caseworker,
            factories.today(),
        )
        versions.save(participant)
    with pytest.raises(versions.StaleVersion) as stale:
        versions.check(participant, 1)
    changes = {change.field: (change.label, change.old, change.new) for change in stale.value.changes}
    assert changes["phone"] == ("Telefon", "11111111", "22222222")
    assert changes["caseworker"][2] == str(caseworker)
    assert changes["need_assessed_on"][1:] == ("", factories.today().strftime("%d.%m.%Y"))
    assert "interpreter_language" not in changes
    assert "version" not in changes
    assert stale.value.current == 2
    assert stale.value.by == str(membership.user)


def test_a_version_that_never_was_is_stale_without_details(db):
    participant = factories.ParticipantFactory()
    with pytest.raises(versions.StaleVersion) as stale:
        versions.check(participant, 99)
    assert stale.value.changes == []
