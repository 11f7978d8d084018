"""The demo world: the same for a seed and a day, whole, and refused where it has no business."""

import hashlib

import pytest
from django.core.management import CommandError, call_command

from amo import clock, counters, workdays
from amo.models import Membership, Office, Role, User
from courses.models import Application, Concept, Enrolment, Intake, Offer
from participants import grants, portfolio
from participants.identity import is_synthetic
from participants.models import Measure, Participant, Plan
from placements.models import Employer, Placement, PlanGoal, Visit
from reporting import snapshots
from reporting.demo import build, report_people
from reporting.models import OutcomeSnapshot
from tests.engines.counts import FULL

COUNTED = (Participant, Intake, Enrolment, Application, Offer, Placement, Employer, OutcomeSnapshot)


def fingerprint() -> str:
    """A hash of what a reader would notice: names, numbers, dates, outcomes."""
    rows = [
        *Participant.objects.order_by("national_id").values_list("national_id", "first_name", "last_name", "office__number"),
        *Intake.objects.order_by("code").values_list("code", "starts_on", "status", "occupied"),
        *OutcomeSnapshot.objects.order_by("enrolment__participant__national_id", "enrolment__intake__code", "milestone")
        .values_list("enrolment__participant__national_id", "milestone", "category", "fte_low"),
    ]  # fmt: skip
    return hashlib.sha256(repr(rows).encode()).hexdigest()


@pytest.mark.django_db(transaction=True)
def test_the_world_is_whole_computed_and_the_same_for_a_seed():
    """One test, since building takes its time: content, agreement, and with full counts once more from the seed."""
    build.build()
    content()
    agreement()
    call_command("demo", if_empty=True)
    with pytest.raises(CommandError, match="allerede innhold"):
        call_command("demo")
    if not FULL:
        return
    first = fingerprint(), [model.objects.count() for model in COUNTED]
    call_command("flush", interactive=False, verbosity=0)
    build.build()
    assert (fingerprint(), [model.objects.count() for model in COUNTED]) == first


def content():
    """What point 2 of the commission names."""
    assert Office.objects.filter(county__name="Oslo").count() == 15
    assert Office.objects.exclude(county__name="Oslo").count() == 3
    assert 390 <= Participant.objects.count() <= 420
    # One is registered twice and waits to be merged; one is a private household.
    assert Employer.objects.count() == 42
    assert all(is_synthetic(number) for number in Participant.objects.values_list("national_id", flat=True))
    assert set(Intake.objects.values_list("status", flat=True)) == set(Intake.Status.values)
    roles = set(Membership.objects.filter(user__username__startswith="demo.").values_list("role", flat=True))
    assert roles == set(Role.values)
    assert not any(user.has_usable_password() for user in User.objects.all())
    # The two courses of the report, as its chapter 2 has them.
    weeks = {
        c.title: (c.theory_weeks, c.placement_weeks, c.hours_per_week, c.class_size) for c in Concept.objects.all()
    }
    assert weeks["Kafé og kantine med praksis"] == (11, 7, 30, 15)
    assert weeks["Pleie og omsorg for minoritetsspråklige"] == (16, 8, 30, 15)
    nobody_is_visited_on_a_day_off()
    the_four_of_the_report()
    ended = {(clock.today() - end).days // 7 for end in Intake.objects.values_list("ends_on", flat=True)}
    assert {3, 8, 14, 30} <= ended


def nobody_is_visited_on_a_day_off():
    """Neither planned nor held, nor is a step reached then."""
    visits = Visit.objects.values_list("planned_for", "held_on")
    days = {day for row in visits for day in row if day} | set(PlanGoal.objects.values_list("reached_on", flat=True))
    assert [day for day in sorted(days - {None}) if not workdays.is_working_day(day)] == []


def the_four_of_the_report():
    """On the demo caseworker's own list; one of them with six courses, no plan, and an application that waits for it."""
    four = [Participant.objects.get(first_name=c.first_name, last_name=c.last_name) for c in report_people.CASES]
    assert [one.caseworker.user.username for one in four] == ["demo.ingrid"] * 4
    man = four[0]
    assert man.measures.filter(kind="amo", ended_in_work=False).count() == 6
    assert "130 søknader" in man.notes.get().text
    assert not Plan.objects.filter(participant=man).exists()
    (application,) = Application.objects.filter(participant=man)
    assert application.awaits_plan
    # The chain is told of one man.
    assert not Measure.objects.exclude(participant=man).exists()


def agreement():
    """Counters, grants, snapshots and portfolio rows say what their sources say."""
    assert counters.check() == []
    assert grants.differences() == []
    assert snapshots.count_missing(clock.today()) == 0
    before = portfolio.snapshot()
    portfolio.rebuild()
    assert portfolio.snapshot() == before


def test_it_is_refused_where_demo_is_off(settings, db):
    settings.DEMO = False
    with pytest.raises(CommandError, match="DEMO"):
        call_command("demo")
    assert not User.objects.exists()
