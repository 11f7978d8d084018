"""`manage.py snapshots [--as-of DATE]`: what is due, here and now (R2)."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from amo.models import JobRun
from reporting.models import OutcomeSnapshot
from tests.reporting import known
from tests.reporting.known import day

pytestmark = pytest.mark.django_db


def run(*args) -> str:
    out = StringIO()
    call_command("snapshots", *args, stdout=out)
    return out.getvalue()


@pytest.mark.row("R2")
def test_everything_due_today_is_computed_and_again_changes_nothing():
    enrolment = known.person_on(known.ended_intake(50))
    told = run()
    assert "Kursslutt: 1 nye" in told
    assert "12 uker: 0 nye" in told
    assert "Ferdig." in told
    before = list(OutcomeSnapshot.objects.order_by("pk").values())
    assert [row["milestone"] for row in before] == [0, 6]
    assert "Kursslutt: 0 nye" in run()
    assert list(OutcomeSnapshot.objects.order_by("pk").values()) == before
    assert enrolment.snapshots.filter(run__kind="reporting.snapshots").count() == 2


@pytest.mark.row("R2")
def test_as_of_an_earlier_day_computes_what_was_due_then():
    enrolment = known.person_on(known.ended_intake(50))
    run("--as-of", day(-20).isoformat())
    assert list(enrolment.snapshots.values_list("milestone", flat=True)) == [0]
    assert JobRun.objects.get().as_of == day(-20)
    run("--as-of", day(-51).isoformat())
    assert enrolment.snapshots.count() == 1


@pytest.mark.parametrize("text", ["2026-13-01", "i går", "01.02.2026", "2026-2-30", "", " "])
def test_what_is_no_date_is_told_in_one_sentence(text):
    known.person_on(known.ended_intake(50))
    with pytest.raises(CommandError, match="Skriv datoen som ÅÅÅÅ-MM-DD"):
        run(f"--as-of={text}")
    assert not JobRun.objects.exists()


def test_a_day_to_come_is_refused():
    known.person_on(known.ended_intake(50))
    with pytest.raises(CommandError, match="fram i tid"):
        run("--as-of", day(1).isoformat())
    assert not OutcomeSnapshot.objects.exists()
