"""Random lives around one class: facts in the database, and the same facts as the reference reads them."""

import datetime as dt
import random
from dataclasses import dataclass

from amo import clock
from amo.models import Membership
from courses.models import Enrolment, Intake
from participants.models import ContactAttempt, EducationPeriod, Employment, JobseekerPeriod, Measure, Participant
from reporting.engines.categories import DayFacts, Job
from tests import factories

FORMS = ("permanent", "temporary", "self_employed", "apprentice")
LEFT = {"ill": "ill", "other_support": "other", "no_show": "other", "other": "other", "work": "", "education": ""}


@dataclass
class Life:
    """One person's facts; periods are (first day, last day or None)."""

    enrolment: Enrolment
    ended_on: dt.date
    jobs: list
    education: list
    measures: list
    registered: list
    attempts: list
    left: str

    def on(self, day: dt.date) -> DayFacts:
        """What the reference needs to know on `day`."""

        def holds(start, end):
            return start <= day and (end is None or end >= day)

        window = [(made, reached) for made, reached in self.attempts if self.ended_on <= made <= day]
        kinds = {kind for kind, start, end in self.measures if holds(start, end)}
        subsidised = [Job("temporary", self.ended_on - dt.timedelta(days=900), wage_subsidy=True)]
        return DayFacts(
            jobs=tuple(self.jobs) + (tuple(subsidised) if "wage_subsidy" in kinds else ()),
            amo="amo" in kinds,
            placement="placement" in kinds,
            education_nav=any(kind == "nav" and holds(start, end) for kind, start, end in self.education),
            education_ordinary=any(kind == "ordinary" and holds(start, end) for kind, start, end in self.education),
            left=self.left,
            unemployed=any(holds(*period) for period in self.registered) or any(reached for _made, reached in window),
            attempts=sum(not reached for _made, reached in window),
        )


def make(count: int, seed: int) -> list[Life]:
    """`count` lives on one class that ended 100 days ago, all in the database."""
    rng = random.Random(seed)
    ended = clock.today() - dt.timedelta(days=100)
    intake = factories.IntakeFactory(
        ended=True,
        starts_on=ended - dt.timedelta(days=126),
        theory_ends_on=ended - dt.timedelta(days=49),
        ends_on=ended,
    )
    caseworker = factories.MembershipFactory()
    people = factories.ParticipantFactory.build_batch(
        count, caseworker=caseworker, office=caseworker.office, registered_by=caseworker
    )
    for person in people:
        person.person_hash = "x"
    Participant.objects.bulk_create(people)
    lives = [_life(rng, person, intake) for person in people]
    Enrolment.objects.bulk_create([life.enrolment for life in lives])
    _store(lives, caseworker)
    return lives


def _life(rng: random.Random, person: Participant, intake: Intake) -> Life:
    end, reason, status = intake.ends_on, "", Enrolment.Status.COMPLETED
    if rng.random() < 0.3:
        status, reason = Enrolment.Status.DROPPED_OUT, rng.choice(list(LEFT))
        end -= dt.timedelta(days=rng.randint(0, 100))
    enrolment = Enrolment(
        participant=person,
        intake=intake,
        status=status,
        end_reason=reason,
        starts_on=intake.starts_on,
        ends_on=end,
        created_at=clock.now(),
    )

    def period(chance_open=0.3):
        start = intake.ends_on + dt.timedelta(days=rng.randint(-130, 84))
        return start, None if rng.random() < chance_open else start + dt.timedelta(days=rng.randint(0, 200))

    jobs = []
    for _n in range(rng.choice([0, 0, 1, 1, 2, 3])):
        start, stop = period()
        jobs.append(
            Job(
                rng.choice(FORMS), start, stop, rng.choice([10, 20, 30, 49, 50, 80, 100]),
                on_call=rng.random() < 0.3, wage_subsidy=rng.random() < 0.15,
            )
        )  # fmt: skip
    return Life(
        enrolment=enrolment,
        ended_on=intake.ends_on,
        jobs=jobs,
        education=[(rng.choice(["nav", "ordinary"]), *period()) for _n in range(rng.choice([0, 0, 0, 1]))],
        measures=[
            (rng.choice(["amo", "placement", "wage_subsidy", "other"]), *period())
            for _n in range(rng.choice([0, 0, 1]))
        ],
        registered=[period()] if rng.random() < 0.4 else [],
        attempts=[
            (intake.ends_on + dt.timedelta(days=rng.randint(-20, 84)), rng.random() < 0.3)
            for _n in range(rng.randint(0, 4))
        ],
        left=LEFT.get(reason, ""),
    )


def _store(lives: list[Life], by: Membership) -> None:
    common = {"recorded_by": by, "recorded_at": clock.now()}
    jobs, education, measures, registered, attempts = [], [], [], [], []
    for life in lives:
        person = life.enrolment.participant
        for job in life.jobs:
            jobs.append(
                Employment(
                    participant=person, form=job.form, on_call=job.on_call, wage_subsidy=job.wage_subsidy,
                    fte_low=job.percent, starts_on=job.starts_on, ends_on=job.ends_on, employer_name="Et sted",
                    source=Employment.Source.PROVIDER, **common,
                )
            )  # fmt: skip
        for kind, start, stop in life.education:
            education.append(EducationPeriod(participant=person, kind=kind, starts_on=start, ends_on=stop, **common))
        for kind, start, stop in life.measures:
            measures.append(Measure(participant=person, kind=kind, starts_on=start, ends_on=stop, **common))
        registered += [JobseekerPeriod(participant=person, starts_on=a, ends_on=b) for a, b in life.registered]
        attempts += [
            ContactAttempt(participant=person, made_on=made, reached=reached, made_by=by)
            for made, reached in life.attempts
        ]
    for model, rows in (
        (Employment, jobs),
        (EducationPeriod, education),
        (Measure, measures),
        (JobseekerPeriod, registered),
        (ContactAttempt, attempts),
    ):
        model.objects.bulk_create(rows)
