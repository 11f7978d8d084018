"""Counters guard a limit and can be recounted."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from amo import counters
from courses.models import Intake
from tests import factories


@pytest.fixture
def counter(monkeypatch):
    monkeypatch.setattr(counters, "_counters", {})
    counters.register("intake.occupied", Intake, "occupied", lambda intakes: {})


def test_a_place_is_taken_and_given_back(db):
    intake = factories.IntakeFactory(capacity=2)
    counters.change(Intake, intake.pk, "occupied", 1)
    counters.change(Intake, intake.pk, "occupied", 1)
    counters.change(Intake, intake.pk, "occupied", -1)
    intake.refresh_from_db()
    assert intake.occupied == 1


def test_the_limit_holds_and_is_told(db):
    intake = factories.IntakeFactory(capacity=2, over_capacity=0)
    with pytest.raises(ValidationError, match="plass"):
        counters.change(Intake, intake.pk, "occupied", 3)
    intake.refresh_from_db()
    assert intake.occupied == 0


def test_giving_back_more_than_was_taken_is_a_fault(db):
    intake = factories.IntakeFactory(capacity=2)
    with pytest.raises(IntegrityError):
        counters.change(Intake, intake.pk, "occupied", -1)


def test_a_wrong_counter_is_found_and_fixed(db, counter, capsys):
    intake = factories.IntakeFactory(capacity=2)
    counters.change(Intake, intake.pk, "occupied", 1)
    with pytest.raises(CommandError, match="1 tellere er feil"):
        call_command("check_counters")
    assert f"intake.occupied {intake.pk}: 1 skulle vært 0" in capsys.readouterr().out
    call_command("check_counters", "--fix")
    assert counters.check() == []
