"""The clock's offset: read once per page, and again when it has been moved."""

import datetime as dt

import pytest

from amo import clock
from amo.actions import demo_clock
from amo.models import ClockOffset
from tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db


def test_one_look_up_inside(move_clock, django_assert_num_queries):
    move_clock(7)
    with clock.read_once(), django_assert_num_queries(1):
        assert clock.offset_days() == clock.offset_days() == 7


def test_what_is_moved_elsewhere_is_seen_by_the_next_page(move_clock):
    with clock.read_once():
        assert clock.offset_days() == 0
        ClockOffset.objects.update_or_create(pk=1, defaults={"days": 3})
        assert clock.offset_days() == 0
    with clock.read_once():
        assert clock.offset_days() == 3


def test_a_page_that_moves_the_clock_sees_the_new_day():
    administrator = MembershipFactory(administrator=True)
    with clock.read_once():
        before = clock.today()
        demo_clock.move(by=administrator, days=42)
        assert clock.today() == before + dt.timedelta(days=42)
