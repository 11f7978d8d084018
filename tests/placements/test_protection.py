"""A protected person is not given away by the pages about employers (06-access)."""

import datetime as dt
from pathlib import Path

import pytest
from django.urls import reverse

import placements
from amo import clock
from tests import factories


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def test_protected_persons_are_left_out_in_one_way_only():
    """`placements.protection` says how; nobody else writes the two conditions."""
    own = Path(placements.__file__).parent
    written = {one.name for one in own.rglob("*.py") if "is_shielded=False" in one.read_text()}
    assert written == set()
