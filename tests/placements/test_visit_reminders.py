"""Reminders of visits and meetings: as few queries for many as for few, and nobody's meeting forgotten (L5, L12)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amo import clock
from amo.models import Notification
from placements.actions import visit_reminders, visits
from tests import factories
from tests.placements.test_visits import THURSDAY, instructor_of, planned

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def thursday(freeze):
    freeze(THURSDAY)


@pytest.mark.row("L5")
def test_many_receivers_are_looked_up_in_as_few_queries_as_one():
    placement, lead = planned()
    instructors = [instructor_of(placement)]
    visits.plan_visit(placement=placement, planned_for=THURSDAY + dt.timedelta(days=1), by=lead)

    def asked() -> int:
        with CaptureQueriesContext(connection) as counted:
            seen = visit_reminders._seen(set(instructors), {placement.pk})
        assert seen == {one.pk: {placement.pk} for one in instructors}
        return len(counted)

    assert asked() == 1
    instructors += [instructor_of(placement) for _n in range(6)]
    assert asked() == 1
    visit_reminders.remind_before(clock.now())
    assert set(Notification.objects.values_list("membership", flat=True)) == {one.pk for one in instructors}


@pytest.mark.row("L12")
def test_a_meeting_whose_author_has_left_is_told_to_the_leads():
    meeting = factories.EmployerMeetingFactory(on=THURSDAY + dt.timedelta(days=1))
    lead = factories.MembershipFactory(provider_lead=True, provider=meeting.provider)
    factories.MembershipFactory(provider_lead=True)
    author = meeting.created_by.user
    author.is_active = False
    author.save()
    visit_reminders.remind_before(clock.now())
    assert [one.membership for one in Notification.objects.all()] == [lead]
