"""Access grants are written once, moved, ended, and checked against their sources."""

import io
import uuid

import pytest
from django.core.management import CommandError, call_command

from participants import grants
from participants.models import AccessGrant
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(monkeypatch):
    """What the only registered source says; append to it."""
    expected = []
    monkeypatch.setattr(grants, "_sources", [lambda: expected])
    return expected


def give(person, provider, source_id, **dates):
    dates = {"starts_on": f.today()} | dates
    return grants.grant(
        participant=person, provider=provider, level="course", source="enrolment", source_id=source_id, **dates
    )


def test_a_repeat_moves_the_dates_of_the_grant_that_is_there():
    person, provider, key = f.ParticipantFactory(), f.ProviderFactory(), uuid.uuid4()
    first = give(person, provider, key)
    again = give(person, provider, key, starts_on=f.today(5), ends_on=f.today(50))
    assert again.pk == first.pk
    assert (again.starts_on, again.ends_on) == (f.today(5), f.today(50))
    assert AccessGrant.objects.count() == 1


def test_ending_sets_the_last_day_and_removes_what_never_began():
    person, provider, key = f.ParticipantFactory(), f.ProviderFactory(), uuid.uuid4()
    give(person, provider, key, starts_on=f.today(-3))
    give(person, f.ProviderFactory(), key, starts_on=f.today(30))
    give(person, provider, uuid.uuid4())
    grants.end(source="enrolment", source_id=key, ends_on=f.today(2))
    assert sorted(AccessGrant.objects.values_list("ends_on", flat=True), key=str) == [f.today(2), None]


def test_the_check_finds_what_is_missing_left_over_and_wrongly_dated(source):
    person, provider = f.ParticipantFactory(), f.ProviderFactory()
    kept, moved, missing, left = (uuid.uuid4() for _ in range(4))
    for key in (kept, moved, left):
        give(person, provider, key)
    for key, start in ((kept, 0), (moved, 3), (missing, 0)):
        source.append(
            grants.ExpectedGrant(person.pk, "course", "enrolment", key, f.today(start), provider_id=provider.pk)
        )
    override = grants.grant(
        participant=person, membership=f.MembershipFactory(), level="county", source="override",
        source_id=uuid.uuid4(), starts_on=f.today(),
    )  # fmt: skip

    wrong = {(item.expected or item.found).source_id for item in grants.differences()}
    assert wrong == {moved, missing, left}
    with pytest.raises(CommandError, match="3 grants"):
        call_command("check_grants", stdout=io.StringIO())

    call_command("check_grants", fix=True, stdout=io.StringIO())
    assert grants.differences() == []
    assert AccessGrant.objects.filter(pk=override.pk).exists()
    assert set(AccessGrant.objects.values_list("source_id", flat=True)) == {kept, moved, missing, override.source_id}
