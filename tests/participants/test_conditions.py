"""Formal conditions, and what would change them (P3)."""

import datetime as dt

import pytest

from participants.conditions import formal_conditions, nineteen_on
from participants.models import JobseekerPeriod, Participant

TODAY = dt.date(2026, 5, 4)


def conditions(born_on=dt.date(1980, 1, 1), period=None, **fields):
    found = formal_conditions(Participant(born_on=born_on, **fields), period, TODAY)
    return {condition.code: condition for condition in found}


@pytest.mark.row("P3")
def test_somebody_under_nineteen_is_told_which_day_it_changes():
    young = conditions(born_on=dt.date(2007, 5, 5))["age"]
    assert not young.met
    assert "5. mai 2026" in young.text
    assert conditions(born_on=dt.date(2007, 5, 4))["age"].met


def test_a_birthday_on_a_leap_day_is_kept_on_the_first_of_march():
    assert nineteen_on(dt.date(2008, 2, 29)) == dt.date(2027, 3, 1)


@pytest.mark.row("P3")
def test_registration_counts_only_while_it_lasts():
    start = dt.date(2026, 1, 1)
    assert not conditions()["registered"].met
    assert conditions(period=JobseekerPeriod(starts_on=start))["registered"].met
    assert conditions(period=JobseekerPeriod(starts_on=start, ends_on=TODAY))["registered"].met
    ended = conditions(period=JobseekerPeriod(starts_on=start, ends_on=TODAY - dt.timedelta(days=1)))["registered"]
    assert not ended.met
    assert "3. mai 2026" in ended.text


@pytest.mark.row("P3")
def test_the_need_is_assessed_with_a_reason():
    assert not conditions()["need"].met
    assert not conditions(need_reason="Trenger fagkunnskap")["need"].met
    assessed = conditions(need_reason="Trenger fagkunnskap", need_assessed_on=TODAY)["need"]
    assert assessed.met
    assert "Trenger fagkunnskap" in assessed.text
