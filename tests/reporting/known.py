"""A class whose outcomes are known: facts in the database, from which everything shown is computed."""

import datetime as dt

from amo import clock
from participants.models import Employment
from reporting import snapshots
from reporting.models import Milestone
from tests import factories as f


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def ended_intake(days_ago: int = 100, **kwargs):
    """A class of 18 weeks that ended so many days ago."""
    ended = day(-days_ago)
    starts_on = ended - dt.timedelta(days=126)
    return f.IntakeFactory(
        ended=True, starts_on=starts_on, theory_ends_on=ended - dt.timedelta(days=49), ends_on=ended, **kwargs
    )


def person_on(intake, *, left: str = "", after_days: int = 60, **kwargs):
    """Somebody who completed the class, or left it for a reason after so many days."""
    if left:
        ends_on = intake.starts_on + dt.timedelta(days=after_days)
        kwargs |= {"status": "dropped_out", "end_reason": left, "ends_on": ends_on}
    else:
        kwargs |= {"status": "completed"}
    return f.EnrolmentFactory(intake=intake, **kwargs)


def works(enrolment, **kwargs):
    """She has a job from the day before the class ends."""
    start = enrolment.intake.ends_on - dt.timedelta(days=1)
    return f.EmploymentFactory(participant=enrolment.participant, **({"starts_on": start} | kwargs))


def no_answer(enrolment, times: int) -> None:
    """So many attempts to reach her the day the class ended."""
    for _n in range(times):
        f.ContactAttemptFactory(participant=enrolment.participant, made_on=enrolment.intake.ends_on, reached=False)


def compute() -> None:
    """T0, T6 and T12 of everything that is due."""
    for milestone in (Milestone.T0, Milestone.T6, Milestone.T12):
        snapshots.compute(milestone, clock.today())


def whole_class(intake, caseworker=None) -> None:
    """Forty persons, the same at every milestone. COUNTS tells what that makes."""
    if caseworker is None:
        caseworker = f.MembershipFactory()

    def join(count, **kwargs):
        person = {"participant__caseworker": caseworker}
        return [person_on(intake, **person, **kwargs) for _n in range(count)]

    for enrolment in join(10):
        works(enrolment, fte_low=100, source=Employment.Source.REGISTER)
    for enrolment in join(1):
        works(enrolment, fte_low=60)
    for enrolment in join(1, left="other"):
        works(enrolment, fte_low=100)
    for number, enrolment in enumerate(join(8)):
        works(
            enrolment, form="temporary", fte_low=60, wanted_fte=100, on_call=number < 2, ends_on=day(300),
            source=Employment.Source.PROVIDER,
        )  # fmt: skip
    for enrolment in join(5):
        works(enrolment, fte_low=20, fte_high=40, on_call=True)
    for enrolment in join(3):
        f.EducationPeriodFactory(participant=enrolment.participant, starts_on=day(-102))
    for enrolment in join(6):
        f.JobseekerPeriodFactory(participant=enrolment.participant, starts_on=day(-400))
    join(1, left="ill", after_days=10)
    join(1, left="ill")
    join(1, left="other", after_days=28)
    for enrolment in join(3):
        no_answer(enrolment, 3)


STARTED = 40
COUNTS = {
    "permanent": 12,
    "temporary_long": 8,
    "part_time": 5,
    "education_ordinary": 3,
    "unemployed": 6,
    "left_ill": 2,
    "left_other": 1,
    "no_contact": 3,
}
SUMS = {
    "permanent_cover": 20,
    "wide": 25,
    "education": 3,
    "placement_amo": 0,
    "unemployed": 6,
    "left": 3,
    "no_contact": 3,
}
