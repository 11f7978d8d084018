"""An approval asks the database a constant number of times, however many have applied (A2, A3).

Round and classes are locked all the while, so that everybody who answers an offer waits for it.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amo import clock
from courses.actions import allocation
from courses.models import DecisionLetter, Offer
from participants.models import Task
from tests.courses.places.world import World, statuses

pytestmark = [pytest.mark.django_db, pytest.mark.row("A2"), pytest.mark.row("A3")]
MOST = 100
"""Queries of one approval: reading, checking the ground, and each kind of record written in one statement."""


def queries_of_an_approval(applicants: int) -> int:
    """Two of three are offered a place, a third of those their second wish."""
    world = World(intakes=2, places=applicants // 3)
    applications = [world.applies() for _ in range(applicants)]
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    # As a request does it: the demo's clock is read once.
    with clock.read_once(), CaptureQueriesContext(connection) as found:
        allocation.approve_run(run=run, by=world.approver)
    offered = Offer.objects.filter(wish__application__in=applications)
    assert offered.count() == 2 * (applicants // 3)
    assert DecisionLetter.objects.filter(offer__in=offered).count() == offered.count()
    assert Task.objects.filter(kind="offer_contact", participant__in=[a.participant_id for a in applications]).count()
    assert (statuses(applications[0]), statuses(applications[-1])) == (["offered", "pending"], ["waiting", "waiting"])
    return len(found)


def test_the_queries_do_not_grow_with_the_applicants():
    few, more = queries_of_an_approval(6), queries_of_an_approval(18)
    assert few == more <= MOST, (few, more)
