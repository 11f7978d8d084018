"""The weeks of classes that run: week plans, attendance of the last days, absence to talk about, job search (K1–K3)."""

import datetime as dt
import random
from uuid import UUID

from amo import workdays
from courses.actions import absence
from courses.actions.attendance import record_attendance
from courses.actions.job_search import log_job_search
from courses.actions.week_plans import save_week_plan
from courses.course_days import calendar_of
from courses.models import AbsenceFollowUp, Attendance, Enrolment, Intake, JobSearchActivity, Leaving
from reporting.demo.world import World

SCHOOL, PLACEMENT, FREE = "school", "placement", "free"
COMBINED = [SCHOOL, SCHOOL, SCHOOL, PLACEMENT, PLACEMENT, FREE, FREE]
SHORTER = [SCHOOL, SCHOOL, SCHOOL, SCHOOL, FREE, FREE, FREE]
COMBINED_FROM = dt.timedelta(weeks=3)
RECORDED_DAYS = 8
KEPT = {"hours": 3, "childcare": 3, "travel": 2, "norwegian": 2, "placement": 1, "nothing": 2, "not_asked": 2}


def build(world: World) -> None:
    """After people, classes and grants are there; through the app's own actions where a person would have done it.

    With a random source of its own: what the other parts draw stays as it was.
    """
    draw = random.Random(f"{world.seed}:class_weeks")
    lead = world.members["demo.berit"]
    running = [intake for intake in world.intakes if intake.status == Intake.Status.RUNNING]
    own = [intake for intake in running if intake.contract.provider_id == lead.provider_id]
    for intake in own:
        people = list(Enrolment.objects.filter(intake=intake, status="participating").order_by("pk"))
        if people:
            _plans(world, intake, people, lead)
            _attendance(world, draw, intake, lead)
            _job_search(world, draw, intake, people, lead)
    _leaving(world, draw)


def _plans(world: World, intake: Intake, people: list[Enrolment], lead) -> None:
    """Two days of placement from the fourth week; one person with four days, agreed for a time."""
    begins = intake.starts_on + COMBINED_FROM
    if begins <= intake.ends_on:
        save_week_plan(intake=intake, starts_on=begins, days=COMBINED, by=lead)
    one = people[len(people) // 2]
    begins = max(one.starts_on, world.day(-10))
    save_week_plan(
        intake=intake,
        enrolment=one,
        starts_on=begins,
        ends_on=min(one.ends_on, begins + dt.timedelta(weeks=6)),
        days=SHORTER,
        by=lead,
    )


def _attendance(world: World, draw: random.Random, intake: Intake, lead) -> None:
    """The last days as they were recorded, yesterday still missing; one person's absence makes a pattern."""
    calendar = calendar_of(intake)
    days = [day for day in calendar.editable_days(world.today) if day < world.today]
    people = list(Enrolment.objects.filter(intake=intake).exclude(status="not_started").order_by("pk"))
    still = [one for one in people if one.status == Enrolment.Status.PARTICIPATING]
    often_away = still[0] if still else None
    Attendance.objects.filter(enrolment__intake=intake, day__in=days[-1:]).delete()
    for day in days[:-1][-RECORDED_DAYS:]:
        codes = dict(
            Attendance.objects.filter(enrolment__intake=intake, day=day).order_by().values_list("enrolment", "code")
        )
        asked = calendar.asked(people, day)
        chosen = {one: codes.get(one.pk) or _code(draw) for one in asked}
        if often_away in chosen and day.weekday() in (0, 2, 4):
            chosen[often_away] = draw.choice(["ill", "child_ill", "not_reported"])
        if chosen:
            record_attendance(intake=intake, day=day, codes=chosen, by=lead)
    for warning in often_away.absence_warnings.all()[:1] if often_away and intake.code.endswith("2") else ():
        absence.follow_up(
            warning=warning,
            outcome=AbsenceFollowUp.Outcome.AGREED,
            did="Ble enige om hvem hun ringer til, og at hun kan komme en halv time senere mandager.",
            by=lead,
        )


def _code(draw: random.Random) -> str:
    return draw.choices(["present", "ill", "child_ill", "agreed", "interview_or_work"], [90, 4, 3, 2, 1])[0]


def _job_search(world: World, draw: random.Random, intake: Intake, people: list[Enrolment], lead) -> None:
    """A lesson for most, applications for some; a few have had nothing."""
    day = workdays.add_working_days(world.today, -3)
    there = [one for one in people if one.starts_on <= day <= one.ends_on]
    helped = there[: max(1, len(there) * 3 // 4)]
    if not helped:
        return
    kind = JobSearchActivity.Kind
    log_job_search(intake=intake, enrolments=helped, kind=kind.LESSON, on=day, with_whom="Instruktøren", by=lead)
    for one in draw.sample(helped, k=min(5, len(helped))):
        log_job_search(
            intake=intake,
            enrolments=[one],
            kind=kind.APPLICATION,
            on=day,
            applications=draw.randint(1, 4),
            employer=draw.choice(["Solbakken sykehjem", "Lia kafé", "Bakken barnehage"]),
            by=lead,
        )
    log_job_search(intake=intake, enrolments=helped[:3], kind=kind.INTERVIEW, on=day, by=lead)


def _leaving(world: World, draw: random.Random) -> None:
    """What would have kept those who left the newer classes."""
    left = Enrolment.objects.filter(status="dropped_out", leaving=None, ends_on__gte=world.day(-400))
    rows = []
    for one in left.select_related("intake", "referred_by").order_by("starts_on", "participant__national_id"):
        dropout = one.is_dropout
        rows.append(
            Leaving(
                public_id=UUID(int=draw.getrandbits(128), version=4),
                enrolment=one,
                planned_ends_on=one.intake.ends_on,
                kept=[draw.choices(list(KEPT), list(KEPT.values()))[0]] if dropout else [],
                recorded_by=one.referred_by,
                recorded_at=world.at(one.ends_on),
            )
        )
    Leaving.objects.bulk_create(rows)
