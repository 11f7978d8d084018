"""Four people the report tells of, so that whoever opens the demo can see what the advice says to each (P6, P10).

Invented names, synthetic identity numbers, all with the demo's own caseworker; README says who is who. The tests of
the advice's words stand on the same four.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from courses.actions.applications import submit_application
from courses.models import Intake
from participants.identity import check_digits, person_hash
from participants.models import (
    Aim,
    AimOccupation,
    HeldCertificate,
    JobseekerPeriod,
    Mapping,
    Measure,
    Note,
    Participant,
    Plan,
    WorkExperience,
)
from participants.models.mapping import EvidenceSource, NorwegianTest
from reporting.demo.world import World

SYNTHETIC_MONTHS = 80
NAMESPACE = uuid.UUID("5b1c2f0e-6d0a-4d55-9a3c-3b8a2f6f9c11")
SKILLS = ("oral", "listening", "reading", "writing")
YEAR = 365


@dataclass(frozen=True)
class Case:
    """One of the four. jobs: (occupation, months, country). courses: (title, occupation, first day and last from today).

    measures: (kind, title, first day and last from today), what there was besides courses.
    """

    key: str
    first_name: str
    last_name: str
    born_on: dt.date
    level: str
    source: str
    education: tuple[str, str, str, str]
    aim: str
    words: str
    goals: tuple[str, ...]
    need: str
    note: str
    shifts: tuple[str, ...] = ()
    jobs: tuple = ()
    certificates: tuple[str, ...] = ()
    courses: tuple = ()
    measures: tuple = ()
    plan: tuple[str, str] = ("", "")


CASES = [
    Case(
        key="six_courses",
        first_name="Idris",
        last_name="Haugdal",
        born_on=dt.date(1974, 5, 14),
        level="B1",
        source=EvidenceSource.DOCUMENTED,
        education=("primary", "", "", ""),
        aim=Aim.Kind.WORK_NOT_COURSE,
        words="Jeg har gått på kurs etter kurs. Nå vil jeg jobbe, gjerne på et kjøkken, og jeg kan flytte for det.",
        goals=("9412", "9510", "5120"),
        need="Har erfaring og kursbevis, men kommer ikke inn i en vanlig jobb.",
        note="Har levert rundt 130 søknader på egen hånd, med CV og kursbevis. Er lei av kurs som ikke fører til jobb.",
        shifts=("evenings", "weekends"),
        jobs=(("9412", 30, "Norge"),),
        certificates=("kursbevis_kafe", "hygiene", "truckforerbevis"),
        courses=(
            ("Jobbklubb", "", -2300, -2240),
            ("Grunnleggende data", "4110", -1900, -1810),
            ("Renhold", "9112", -1400, -1310),
            ("Truckfører", "8344", -900, -845),
            ("Jobbsøkerkurs", "", -330, -280),
            ("Kafé og kantine", "9510", -240, -115),
        ),
        measures=(
            (Measure.Kind.PLACEMENT, "Arbeidstrening på lager", -1200, -1110),
            (Measure.Kind.WAGE_SUBSIDY, "Lønnstilskudd i kantine", -700, -520),
        ),
    ),
    Case(
        key="own_trade",
        first_name="Elena",
        last_name="Vasquez Moen",
        born_on=dt.date(1983, 2, 3),
        level="B2",
        source=EvidenceSource.DOCUMENTED,
        education=("master", "Regnskap og revisjon", "Chile", "office"),
        aim=Aim.Kind.WORK_IN_SECTOR,
        words="Jeg har arbeidet med regnskap i sju år og vil bruke utdanningen min, ikke begynne på nytt i et annet yrke.",
        goals=("3313", "4311"),
        need="Har utdanning og erfaring fra utlandet, og mangler kunnskap om norske regler og systemer.",
        note="Vil gå på kurs, men bare hvis det leder tilbake til hennes eget fag.",
        jobs=(("3313", 84, "Chile"),),
        plan=("Jobb som regnskapsmedarbeider", "3313"),
    ),
    Case(
        key="care_without_b1",
        first_name="Marisol",
        last_name="Tangen",
        born_on=dt.date(1988, 9, 21),
        level="A2",
        source=EvidenceSource.DOCUMENTED,
        education=("upper_secondary", "", "", ""),
        aim=Aim.Kind.WORK_IN_SECTOR,
        words="Jeg vil jobbe med eldre, og på lang sikt bli helsefagarbeider.",
        goals=("5329", "5321"),
        need="Mangler kunnskap om pleie og om arbeidslivet i sektoren.",
        note="Har ikke tatt norskprøve 3. Trodde at kurset var nok til å få fast jobb på sykehjem.",
        shifts=("evenings", "nights", "weekends"),
    ),
    Case(
        key="daytime",
        first_name="Nadia",
        last_name="Brekke",
        born_on=dt.date(1985, 11, 8),
        level="B1",
        source=EvidenceSource.ASSESSED,
        education=("upper_secondary", "", "", ""),
        aim=Aim.Kind.BEST_CHANCE,
        words="Jeg må ha full jobb på dagtid. Ekstravakter om kvelden går ikke.",
        goals=("9510", "5223"),
        shifts=("daytime_only",),
        need="Trenger opplæring for å få en jobb hun kan leve av.",
        note="Har takket nei til ekstravakter på en kafé fordi hun trenger full stilling på dagtid.",
        jobs=(("5223", 24, "Norge"),),
    ),
]


def build(world: World) -> dict[str, Participant]:
    """Register and map the four; {key: person}. Needs organisations, reference data and courses."""
    world.report_people = {case.key: _person(world, case, n) for n, case in enumerate(CASES)}
    return world.report_people


def apply_again(world: World) -> None:
    """The man with six courses is applied for once more: it is taken in, and waits for a plan (P7)."""
    person = world.report_people["six_courses"]
    for intake in Intake.objects.filter(window=world.windows[1]).order_by("starts_on", "pk"):
        try:
            with transaction.atomic():
                submit_application(
                    participant=person,
                    wishes=[intake],
                    by=person.caseworker,
                    against_reason="Han ber selv om kurset, og vi lager plan sammen.",
                )
        except ValidationError:
            continue
        return


def _id(case: Case, what: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, f"{case.key} {what}")


def national_id(born_on: dt.date) -> str:
    """A synthetic number for the birth date, from the top of the individual numbers where the others do not reach."""
    for individual in range(499, 400, -1):
        nine = f"{born_on.day:02}{born_on.month + SYNTHETIC_MONTHS:02}{born_on.year % 100:02}{individual:03}"
        digits = check_digits(nine)
        if "-" not in digits and not Participant.objects.filter(national_id=nine + digits).exists():
            return nine + digits
    raise ValueError(f"no number left for {born_on}")


def _person(world: World, case: Case, n: int) -> Participant:
    by = world.members["demo.ingrid"]
    number, on = national_id(case.born_on), world.day(-40 - n)
    person = Participant.objects.create(
        public_id=_id(case, "person"),
        national_id=number,
        person_hash=person_hash(number),
        first_name=case.first_name,
        last_name=case.last_name,
        born_on=case.born_on,
        phone=f"400 00 00{n + 1}",
        office=by.office,
        caseworker=by,
        need_reason=case.need,
        need_assessed_on=on,
        registered_by=by,
        registered_at=world.at(on),
    )
    JobseekerPeriod.objects.create(participant=person, starts_on=world.day(-420))
    _mapping(world, case, person, on)
    _aim(world, case, person, on)
    Note.objects.create(
        public_id=_id(case, "note"), participant=person, text=case.note, created_by=by, created_at=world.at(on)
    )
    if case.plan[0]:
        goal, code = case.plan
        Plan.objects.create(
            public_id=_id(case, "plan"),
            participant=person,
            number=1,
            goal=goal,
            occupation=world.occupations[code],
            created_by=by,
            created_at=world.at(on),
        )
    rows = [(Measure.Kind.AMO, *course) for course in case.courses]
    rows += [(kind, title, "", first, last) for kind, title, first, last in case.measures]
    Measure.objects.bulk_create(
        Measure(
            public_id=_id(case, f"measure {first}"),
            participant=person,
            kind=kind,
            title=title,
            occupation=world.occupations.get(code),
            starts_on=world.day(first),
            ends_on=world.day(last),
            ended_in_work=False,
            recorded_by=by,
            recorded_at=world.at(on),
        )
        for kind, title, code, first, last in rows
    )
    return person


def _mapping(world: World, case: Case, person: Participant, on: dt.date) -> None:
    norwegian = {}
    for skill in SKILLS:
        norwegian |= {skill: case.level, f"{skill}_source": case.source}
        if case.source == EvidenceSource.DOCUMENTED:
            norwegian |= {
                f"{skill}_test": NorwegianTest.NORSKPROVEN,
                f"{skill}_tested_on": on - dt.timedelta(days=YEAR),
            }
    level, subject, country, sector = case.education
    mapping = Mapping.objects.create(
        participant=person,
        number=1,
        **norwegian,
        education_level=level,
        education_field=subject,
        education_country=country,
        education_sector=world.sectors.get(sector),
        hours_available=37.5,
        **dict.fromkeys(case.shifts, True),
        no_jobs=not case.jobs,
        created_by=person.caseworker,
        created_at=world.at(on),
    )
    for code, months, where in case.jobs:
        occupation = world.occupations[code]
        WorkExperience.objects.create(
            mapping=mapping,
            occupation=occupation,
            title=occupation.title,
            sector=occupation.sector,
            country=where,
            months=months,
            ended_year=world.today.year - 2,
        )
    for code in case.certificates:
        HeldCertificate.objects.create(mapping=mapping, qualification=world.qualifications[code])


def _aim(world: World, case: Case, person: Participant, on: dt.date) -> None:
    aim = Aim.objects.create(
        participant=person,
        number=1,
        kind=case.aim,
        words=case.words,
        created_by=person.caseworker,
        created_at=world.at(on),
    )
    for rank, code in enumerate(case.goals, start=1):
        AimOccupation.objects.create(aim=aim, rank=rank, occupation=world.occupations[code])
