"""About four hundred invented persons with synthetic identity numbers, mapped and with aims of their own (P1, P2)."""

import datetime as dt

from amo.models import Role
from participants.identity import check_digits, person_hash
from participants.mapping_rules import PARTS
from participants.models import (
    Aim,
    AimOccupation,
    ContactAttempt,
    HeldCertificate,
    InformationGiven,
    JobseekerPeriod,
    Mapping,
    Note,
    Participant,
    WorkExperience,
)
from participants.models.mapping import EvidenceSource, NorwegianTest
from reporting.demo.world import World

SYNTHETIC_MONTHS = 80
# Persons per office; the caseworkers of a demo user's office share its people.
AT_OFFICE = {"Gamle Oslo": 120, "Grünerløkka": 48}
ELSEWHERE = 15

AIMS = {
    "hospitality": (("9510", "9412", "5132"), "Jeg har laget mat i mange år og vil jobbe på et kjøkken."),
    "health": (("5329", "5321", "5322"), "Jeg vil jobbe med eldre, helst fast på et sykehjem."),
    "industry": (("8344", "4321", "9333"), "Jeg vil ha en jobb på lager nå."),
    "office": (("3313", "4311", "4110"), "Jeg er utdannet i økonomi og vil bruke det."),
    "children": (("5311", "5312", "3412"), "Jeg er glad i barn og vil jobbe i barnehage."),
    "service": (("5153", "9112", "9313"), "Jeg er praktisk og liker å reparere ting."),
    "retail": (("5223", "5230", "3322"), "Jeg vil jobbe i butikk der jeg får snakke med folk."),
}
AIM_WEIGHTS = {
    "hospitality": 26, "health": 28, "industry": 12, "office": 9, "children": 12, "service": 7, "retail": 6,
}  # fmt: skip
LEVELS = {"A1": 10, "A2": 32, "B1": 34, "B2": 16, "C1": 8}
NEXT_LOWER = {"A1": "A0", "A2": "A1", "B1": "A2", "B2": "B1", "C1": "B2"}
LANGUAGES = ["somali", "arabisk", "tigrinja", "ukrainsk", "urdu", "polsk", "dari"]
EDUCATION = {
    "none": 6, "primary": 22, "upper_secondary": 34, "vocational": 14, "bachelor": 17, "master": 7,
}  # fmt: skip
COUNTRIES = ["Norge", "Norge", "Norge", "Somalia", "Irak", "Eritrea", "Polen", "Pakistan", "Ukraina", "Chile"]
NEEDS = [
    "Har vært arbeidssøker lenge og trenger oppdatert kompetanse.",
    "Mangler dokumentert kompetanse for yrket hun søker.",
    "Har yrkeserfaring fra utlandet som må bygges på.",
    "Har mistet jobben i en bransje med få ledige stillinger.",
]


def build(world: World) -> None:
    """Persons at every office, then what is known of them."""
    world.numbers = set()
    for name, office in world.offices.items():
        caseworkers = [
            member
            for member in world.members.values()
            if member.office_id == office.pk and member.role == Role.CASEWORKER and member.user.username != "demo.kari"
        ]
        for n in range(AT_OFFICE.get(name, ELSEWHERE)):
            world.people.append(_person(world, office, caseworkers[n % len(caseworkers)], n))
    Participant.objects.bulk_create(world.people)
    _registrations(world)
    _mappings(world)
    _conversations(world)


def _national_id(world: World) -> tuple[str, dt.date]:
    """A number nobody has, and the birth date in it."""
    while True:
        born = dt.date(1964, 1, 1) + dt.timedelta(days=world.random.randrange(0, 14500))
        low, high = (0, 500) if born.year < 2000 else (500, 1000)
        individual = world.random.randrange(low, high)
        nine = f"{born.day:02}{born.month + SYNTHETIC_MONTHS:02}{born.year % 100:02}{individual:03}"
        digits = check_digits(nine)
        if "-" not in digits and nine + digits not in world.numbers:
            world.numbers.add(nine + digits)
            return nine + digits, born


def _person(world: World, office, caseworker, n: int) -> Participant:
    national_id, born = _national_id(world)
    registered = world.day(-world.pick({200: 4, 500: 3, 1100: 5}) + world.random.randint(0, 170))
    protection = {7: "confidential", 23: "strictly_confidential"}.get(n, "") if office.name == "Nav Gamle Oslo" else ""
    return Participant(
        public_id=world.uuid(),
        national_id=national_id,
        person_hash=person_hash(national_id),
        first_name=world.faker.first_name(),
        last_name=world.faker.last_name(),
        born_on=born,
        phone=f"{world.random.randint(400, 499)} {world.random.randint(10, 99)} {world.random.randint(100, 999)}",
        interpreter_language=world.random.choice(LANGUAGES) if world.chance(0.18) else "",
        written_form="nn" if world.chance(0.06) else "nb",
        office=office,
        caseworker=None if world.chance(0.04) else caseworker,
        address_protection=protection,
        is_shielded=office.name == "Nav Gamle Oslo" and n == 31,
        benefit=world.pick({"none": 3, "unemployment": 3, "activity_allowance": 3, "social": 1}),
        basis=world.pick({"voluntary": 6, "required": 3, "unknown": 2}),
        need_reason=world.random.choice(NEEDS),
        need_assessed_on=registered,
        tuition_right=world.pick({"yes": 1, "no": 5, "unknown": 3}),
        registered_by=caseworker,
        registered_at=world.at(registered),
    )


def _registrations(world: World) -> None:
    JobseekerPeriod.objects.bulk_create(
        JobseekerPeriod(participant=person, starts_on=person.need_assessed_on - dt.timedelta(days=60))
        for person in world.people
    )


def _mappings(world: World) -> None:
    """Nine of ten are mapped; each has a sector, which everything that happens to her later follows."""
    mappings, experiences, certificates, aims, wanted = [], [], [], [], []
    for person in world.people:
        person.sector_key = world.pick(AIM_WEIGHTS)
        person.is_mapped = world.chance(0.9)
        if not person.is_mapped:
            continue
        by = person.caseworker or person.registered_by
        on = person.need_assessed_on + dt.timedelta(days=world.random.randint(0, 20))
        mapping = _mapping(world, person, by, on)
        mappings.append(mapping)
        jobs = _experiences(world, mapping, person)
        experiences += jobs
        if mapping.oral:  # one who is only half mapped has blanks here too, and blank is not "no"
            mapping.no_jobs = not jobs
            mapping.daytime_only = not (mapping.evenings or mapping.weekends)
        if world.chance(0.35):
            certificates.append(_certificate(world, mapping, "forerkort_b"))
        if person.sector_key == "children" and world.chance(0.6):
            certificates.append(_certificate(world, mapping, "politiattest"))
        if world.chance(0.85):
            aim = _aim(world, person, by, on)
            aims.append(aim)
            codes = AIMS[person.sector_key][0]
            wanted += [
                AimOccupation(aim=aim, rank=rank, occupation=world.occupations[code])
                for rank, code in enumerate(codes[: world.random.randint(1, 3)], start=1)
            ]
    Mapping.objects.bulk_create(mappings)
    WorkExperience.objects.bulk_create(experiences)
    HeldCertificate.objects.bulk_create(certificates)
    Aim.objects.bulk_create(aims)
    AimOccupation.objects.bulk_create(wanted)


def _mapping(world: World, person: Participant, by, on: dt.date) -> Mapping:
    oral = world.pick(LEVELS)
    written = oral if world.chance(0.5) else NEXT_LOWER[oral]
    source = EvidenceSource.DOCUMENTED if world.chance(0.4) else EvidenceSource.ASSESSED
    known = world.chance(0.93)
    return Mapping(
        participant=person,
        number=1,
        oral=oral if known else "",
        oral_source=source if known else EvidenceSource.UNKNOWN,
        listening=oral if known else "",
        listening_source=source if known else EvidenceSource.UNKNOWN,
        reading=written if known else "",
        reading_source=source if known else EvidenceSource.UNKNOWN,
        writing=written if known else "",
        writing_source=source if known else EvidenceSource.UNKNOWN,
        **(_test(on) if known and source == EvidenceSource.DOCUMENTED else {}),
        education_level=world.pick(EDUCATION),
        education_country=world.random.choice(COUNTRIES),
        hours_available=world.pick({37.5: 7, 30: 3, 20: 1}),
        evenings=world.chance(0.5),
        weekends=world.chance(0.4),
        available_from=on,
        digital_skills=world.pick({"good": 4, "some": 5, "none": 1}),
        summary="",
        created_by=by,
        created_at=world.at(on),
    )


def _test(on: dt.date) -> dict:
    """Norskprøven, all four parts on one day."""
    day = on - dt.timedelta(days=200)
    return {f"{skill}_test": NorwegianTest.NORSKPROVEN for skill in PARTS} | {
        f"{skill}_tested_on": day for skill in PARTS
    }


def _experiences(world: World, mapping: Mapping, person: Participant) -> list[WorkExperience]:
    found = []
    for _n in range(world.pick({0: 2, 1: 4, 2: 3})):
        sector = person.sector_key if world.chance(0.5) else world.pick(AIM_WEIGHTS)
        occupation = world.occupations[world.random.choice(AIMS[sector][0])]
        found.append(
            WorkExperience(
                mapping=mapping,
                occupation=occupation,
                title=occupation.title,
                sector=occupation.sector,
                country=world.random.choice(COUNTRIES),
                months=world.random.choice([3, 6, 12, 24, 48, 96]),
                ended_year=world.today.year - world.random.randint(1, 8),
            )
        )
    return found


def _certificate(world: World, mapping: Mapping, code: str) -> HeldCertificate:
    kind = world.qualifications[code]
    valid_to = world.day(world.random.randint(60, 365 * kind.valid_years)) if kind.valid_years else None
    return HeldCertificate(mapping=mapping, qualification=kind, valid_to=valid_to)


def _aim(world: World, person: Participant, by, on: dt.date) -> Aim:
    kind = world.pick({"work_in_sector": 5, "best_chance": 2, "course": 1, "work_not_course": 1, "undecided": 1})
    words = AIMS[person.sector_key][1] if world.chance(0.7) else ""
    return Aim(participant=person, number=1, kind=kind, words=words, created_by=by, created_at=world.at(on))


def _conversations(world: World) -> None:
    """When she was last in contact, what she was told about courses, a note now and then."""
    contacts, told, notes = [], [], []
    for person in world.people:
        by = person.caseworker or person.registered_by
        for _n in range(world.random.randint(0, 3)):
            contacts.append(
                ContactAttempt(
                    participant=person,
                    made_on=world.day(-world.random.randint(1, 120)),
                    channel=world.pick({"phone": 3, "digital": 2, "in_person": 2}),
                    reached=world.chance(0.8),
                    made_by=by,
                )
            )
        if world.chance(0.7):
            told.append(
                InformationGiven(
                    participant=person,
                    kind="general",
                    said="Fortalt om AMO-kurs og hva de kan føre til.",
                    given_on=world.day(-world.random.randint(5, 200)),
                    given_by=by,
                )
            )
        if world.chance(0.12):
            notes.append(
                Note(
                    public_id=world.uuid(),
                    participant=person,
                    text="Vil helst ha kontakt på telefon etter klokka 12.",
                    created_by=by,
                    created_at=world.at(world.day(-world.random.randint(1, 60))),
                )
            )
    ContactAttempt.objects.bulk_create(contacts)
    InformationGiven.objects.bulk_create(told)
    Note.objects.bulk_create(notes)
