"""Before the start only NAV ends a participation: a provider assesses, it does not take the place away (A6, K2)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from courses.actions import enrolments
from courses.actions.enrolments import end_participation
from courses.models import Enrolment
from participants import grants
from tests import factories
from tests.courses.places.world import World, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A6")]


@pytest.fixture
def world():
    return World()


@pytest.fixture
def enrolment(world):
    """Somebody whose course starts in a while, and who has other wishes on the waiting list."""
    found = enrolments.enrol(participant=world.person(), intake=world.intakes[0], by=world.maker)
    grants.repair(grants.differences())
    return found


def _data(enrolment, **more) -> dict:
    return {"version": enrolment.version, "on": today().isoformat(), "reason": "other", "kept": ["not_asked"]} | more


@pytest.mark.parametrize("role", ["provider_lead", "instructor"])
def test_the_provider_cannot_take_the_place_away_before_the_start(world, enrolment, client_for, role):
    by = world.lead
    if role == "instructor":
        by = factories.MembershipFactory(instructor=True, provider=world.provider)
        enrolments.assign_instructor(intake=enrolment.intake, instructor=by, starts_on=today(-1), by=world.lead)
    client, url = client_for(by), reverse("courses:enrolment_end", args=[enrolment.public_id])
    assert client.get(url).status_code == 403
    assert client.post(url, _data(enrolment)).status_code == 403
    with pytest.raises(PermissionDenied):
        end_participation(enrolment=enrolment, on=today(), reason="no_show", by=by)
    enrolment.refresh_from_db()
    assert enrolment.status == "awaiting_start"
    page = text(client.get(enrolment.get_absolute_url()))
    assert url not in page
    assert reverse("courses:suitability_assess", args=[enrolment.public_id]) in page
    assert "Før kursstart er det Nav-kontoret som avslutter deltakelsen" in page


def test_the_office_may_end_it_before_the_start(world, enrolment, client_for):
    client, url = client_for(world.caseworker), reverse("courses:enrolment_end", args=[enrolment.public_id])
    page = text(client.get(enrolment.get_absolute_url()))
    assert url in page and "Før kursstart er det" not in page
    assert client.post(url, _data(enrolment)).status_code == 302
    enrolment.refresh_from_db()
    assert (enrolment.status, enrolment.ended_by) == ("not_started", world.caseworker)


@pytest.mark.row("K2")
@pytest.mark.parametrize("status", ["awaiting_start", "participating"])
def test_who_does_not_turn_up_is_recorded_by_the_provider_from_the_first_day(world, enrolment, client_for, status):
    days = {"starts_on": today(), "ends_on": today(100), "status": status}
    Enrolment.objects.filter(pk=enrolment.pk).update(**days)
    type(enrolment.intake).objects.filter(pk=enrolment.intake_id).update(starts_on=today(), status="running")
    grants.repair(grants.differences())
    client, url = client_for(world.lead), reverse("courses:enrolment_end", args=[enrolment.public_id])
    assert url in text(client.get(enrolment.get_absolute_url()))
    assert client.post(url, _data(enrolment, reason="no_show")).status_code == 302
    enrolment.refresh_from_db()
    assert (enrolment.status, enrolment.end_reason) == ("dropped_out", "no_show")
