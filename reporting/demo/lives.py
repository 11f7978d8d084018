"""What happened to those who went on a course: attendance, placement, visits, leaving, work (K1, L3, L5, R1)."""

import datetime as dt
from collections import Counter

from amo import workdays
from courses.models import Attendance, Enrolment, Intake
from participants.models import ContactAttempt, EducationPeriod, Employment, JobseekerPeriod
from placements.models import Employer, Placement, Visit
from reporting.demo.employers import HIRES_NOBODY
from reporting.demo.world import World

S = Intake.Status
TAKES_PART = {S.COMPLETED, S.RUNNING, S.CUT_SHORT}
# concept: share that leaves early for illness and for another cause; share in work afterwards (after the report)
LEAVES = {"kafe": (0.07, 0.11), "pleie": (0.09, 0.25)}
WORKS = {"kafe": 0.47, "pleie": 0.50, "barnehage": 0.45, "truck": 0.22, "regnskap": 0.35, "vaktmester": 0.4}
FORMS = {
    "kafe": {"permanent": 9, "temporary": 9, "on_call": 3},
    "pleie": {"permanent": 1, "temporary": 7, "on_call": 5},
}
OTHERS = {"permanent": 5, "temporary": 6, "on_call": 4}
SECTOR_OF = {
    "kafe": "hospitality", "pleie": "health", "truck": "industry", "regnskap": "office", "barnehage": "children",
    "vaktmester": "service", "kafe_akershus": "hospitality",
}  # fmt: skip


def build(world: World) -> None:
    """Fill the classes that ran or run, oldest first, and let the time since then have passed."""
    world.enrolments, world.placements, world.held = [], [], Counter()
    world.attendance, world.visits, world.jobs, world.contacts, world.education = [], [], [], [], []
    world.registered_again, world.last_end = [], {}
    for intake in sorted(world.intakes, key=lambda intake: (intake.starts_on, intake.pk)):
        if intake.status in TAKES_PART:
            _fill(world, intake)
    Enrolment.objects.bulk_create(world.enrolments)
    for placement in world.placements:
        placement.enrolment_id, placement.participant_id = placement.enrolment.pk, placement.enrolment.participant_id
    Placement.objects.bulk_create(world.placements)
    Visit.objects.bulk_create(world.visits)
    Attendance.objects.bulk_create(world.attendance, batch_size=5000)
    Employment.objects.bulk_create(world.jobs)
    ContactAttempt.objects.bulk_create(world.contacts)
    EducationPeriod.objects.bulk_create(world.education)
    JobseekerPeriod.objects.bulk_create(world.registered_again)


def key_of(world: World, intake: Intake) -> str:
    """The demo's name of the concept an intake belongs to."""
    return next(key for key, concept in world.concepts.items() if concept.pk == intake.contract.concept_id)


def _fill(world: World, intake: Intake) -> None:
    key = key_of(world, intake)
    places = intake.capacity + intake.over_capacity - (0 if intake.over_capacity else world.random.randint(0, 3))
    for person in _candidates(world, intake, key)[:places]:
        enrolment = _enrolment(world, intake, person, key)
        world.enrolments.append(enrolment)
        world.last_end[person.pk] = enrolment.ends_on
        _attend(world, enrolment)
        employer = _place(world, enrolment, key)
        if enrolment.ends_on < world.today:
            _afterwards(world, enrolment, key, employer)


def _candidates(world: World, intake: Intake, key: str) -> list:
    """Mapped people of the county without a course in the time before; those who aim for the sector first."""
    county = intake.contract.concept.county_id
    free = [
        person
        for person in world.people
        if person.office.county_id == county
        and person.is_mapped
        and not person.is_protected
        and person.need_assessed_on < intake.starts_on
        and (person.pk not in world.last_end or world.last_end[person.pk] < intake.starts_on - dt.timedelta(days=150))
        and (person.pk not in world.last_end or world.chance(0.25))
    ]
    world.random.shuffle(free)
    return sorted(free, key=lambda person: person.sector_key != SECTOR_OF[key])


def _enrolment(world: World, intake: Intake, person, key: str) -> Enrolment:
    ill, other = LEAVES.get(key.split("_")[0], (0.06, 0.12))
    status, reason, ends_on = Enrolment.Status.COMPLETED, "", intake.ends_on
    over = intake.ends_on < world.today
    draw = world.random.random()
    days = (min(intake.ends_on, world.today) - intake.starts_on).days
    if draw < ill + other + 0.05 and days > 10:
        status = Enrolment.Status.DROPPED_OUT
        if draw < ill:
            reason = Enrolment.EndReason.ILL
        elif draw < ill + other:
            reason = world.pick({"other": 3, "other_support": 2, "no_show": 1})
        else:
            reason = Enrolment.EndReason.WORK
        ends_on = intake.starts_on + dt.timedelta(days=world.random.randint(5, max(6, min(days - 1, 80))))
    elif not over:
        status = Enrolment.Status.PARTICIPATING
    done = status == Enrolment.Status.COMPLETED
    certificate, told = done and world.chance(0.9), world.chance(0.7)
    return Enrolment(
        public_id=world.uuid(),
        participant=person,
        intake=intake,
        referred_by=person.caseworker or person.registered_by,
        status=status,
        end_reason=reason,
        starts_on=intake.starts_on,
        ends_on=ends_on,
        certificate_issued_on=ends_on if certificate else None,
        prospects_explained_on=intake.starts_on if told else None,
        prospects_said="Snakket om hvilke jobber kurset vanligvis fører til." if told else "",
        prospects_explained_by=teacher_of(world, intake) if told else None,
        created_at=world.at(intake.starts_on - dt.timedelta(days=20)),
    )


def _attend(world: World, enrolment: Enrolment) -> None:
    """School days until today for classes that run or ended lately."""
    if enrolment.intake.ends_on < world.day(-100):
        return
    by = teacher_of(world, enrolment.intake)
    steady = world.chance(0.75)
    day = enrolment.starts_on
    while day <= min(enrolment.ends_on, enrolment.intake.theory_ends_on, world.day(-1)):
        if day.weekday() < 5:
            code = Attendance.Code.PRESENT
            if not world.chance(0.95 if steady else 0.8):
                code = world.pick({"ill": 4, "child_ill": 2, "interview_or_work": 1, "agreed": 2, "not_reported": 2})
            world.attendance.append(
                Attendance(enrolment=enrolment, day=day, code=code, recorded_by=by, recorded_at=world.at(day))
            )
        day += dt.timedelta(days=1)


def teacher_of(world: World, intake: Intake):
    """The instructor who has the class."""
    if intake.contract.provider_id == world.providers["fagbroen"].pk:
        return world.members["demo.amina" if intake.contract.concept_id == world.concepts["kafe"].pk else "demo.pal"]
    return world.members["demo.geir"]


def _place(world: World, enrolment: Enrolment, key: str) -> Employer | None:
    """A placement for most who got that far; the running ones hold a slot."""
    intake = enrolment.intake
    starts_on = intake.theory_ends_on + dt.timedelta(days=3)
    if starts_on > world.today or enrolment.ends_on <= starts_on + dt.timedelta(days=4) or world.chance(0.08):
        return None
    runs = enrolment.ends_on >= world.today
    employers = [employer for employer in world.employers if employer.sector_id == _sector(world, key).pk]
    if runs:
        employers = [employer for employer in employers if world.held[employer.pk] < employer.slots]
    if not employers:
        return None
    employer = world.random.choice(employers)
    if runs:
        world.held[employer.pk] += 1
    early = not runs and world.chance(0.07)
    ends_on = enrolment.ends_on - dt.timedelta(days=10 if early else 0)
    placement = Placement(
        public_id=world.uuid(),
        enrolment=enrolment,
        employer=employer,
        mentor_name=world.faker.name(),
        mentor_phone=f"4{world.random.randint(1000000, 9999999)}",
        tasks="Vanlige oppgaver på arbeidsplassen, med opplæring av fadder og mer ansvar etter hvert.",
        hours_per_week=world.random.choice([30, 35.5, 37.5]),
        starts_on=starts_on,
        ends_on=max(ends_on, starts_on),
        status=Placement.Status.RUNNING
        if runs
        else Placement.Status.ENDED_EARLY
        if early
        else Placement.Status.COMPLETED,
        end_reason="" if runs else Placement.EndReason.EMPLOYER if early else Placement.EndReason.AS_PLANNED,
        declared_on=starts_on,
        slot=max(world.held[employer.pk], 1),
        created_by=teacher_of(world, intake),
        created_at=world.at(starts_on - dt.timedelta(days=5)),
    )
    world.placements.append(placement)
    _visit(world, placement)
    return employer


def _sector(world: World, key: str):
    return world.sectors[SECTOR_OF[key]]


def _visit(world: World, placement: Placement) -> None:
    """One or two visits held, one planned where it runs; some are missing."""
    for n in range(world.pick({0: 2, 1: 5, 2: 3})):
        held_on = workdays.next_working_day(placement.starts_on + dt.timedelta(days=7 + 14 * n))
        if held_on > min(placement.ends_on, world.day(-1)):
            break
        intent = (
            Visit.HiringIntent.NO
            if placement.employer.name == HIRES_NOBODY
            else world.pick({"yes": 2, "maybe": 5, "no": 3})
        )
        world.visits.append(
            Visit(
                public_id=world.uuid(),
                placement=placement,
                status=Visit.Status.HELD,
                held_on=held_on,
                kind=world.pick({"in_person": 8, "phone": 2}),
                present=["participant", "mentor"],
                plan_followed=world.pick({"yes": 6, "partly": 3, "no": 1}),
                topics=["tasks", "norwegian"],
                hiring_intent=intent,
                why_not_hire="Har ikke ledige stillinger nå." if intent == "no" else "",
                note="Trives og lærer rutinene." if world.chance(0.5) else "",
                logged_by=placement.created_by,
                logged_at=world.at(held_on),
            )
        )
    if placement.status == Placement.Status.RUNNING and world.chance(0.6):
        planned = workdays.next_working_day(world.day(world.random.randint(1, 12)))
        if planned <= placement.ends_on:
            world.visits.append(
                Visit(
                    public_id=world.uuid(),
                    placement=placement,
                    planned_for=planned,
                    logged_by=placement.created_by,
                    logged_at=world.now,
                )
            )


def _afterwards(world: World, enrolment: Enrolment, key: str, employer: Employer | None) -> None:
    """Work, education, or neither; and whether the provider reached her."""
    left = enrolment.end_reason in {"ill", "other", "other_support", "no_show"}
    chance = WORKS.get(key.split("_")[0], 0.4) * (0.25 if left else 1.15)
    if enrolment.end_reason == Enrolment.EndReason.WORK or world.chance(chance):
        _works(world, enrolment, key, employer)
    elif world.chance(0.06):
        starts_on = enrolment.intake.ends_on + dt.timedelta(days=world.random.randint(5, 60))
        if starts_on <= world.today:
            world.education.append(
                EducationPeriod(
                    participant=enrolment.participant,
                    kind="ordinary",
                    title="Videregående opplæring for voksne",
                    starts_on=starts_on,
                    recorded_by=enrolment.referred_by,
                    recorded_at=world.at(starts_on),
                )
            )
    elif world.chance(0.2):
        _out_of_reach(world, enrolment)


def _works(world: World, enrolment: Enrolment, key: str, employer: Employer | None) -> None:
    kind = world.pick(FORMS.get(key.split("_")[0], OTHERS))
    nobody = bool(employer and employer.name == HIRES_NOBODY)
    here = employer if employer and not nobody and world.chance(0.65) else None
    if enrolment.end_reason == Enrolment.EndReason.WORK:
        starts_on = enrolment.ends_on + dt.timedelta(days=1)
    else:
        starts_on = enrolment.ends_on + dt.timedelta(days=world.pick({-5: 3, 1: 4, 12: 2, 35: 2, 60: 1}))
    if starts_on > world.today:
        return
    low = world.random.choice([20, 30, 40]) if kind == "on_call" else world.pick({100: 4, 80: 2, 60: 2, 50: 2, 30: 1})
    ends_on = None
    if kind != "permanent":
        ends_on = starts_on + dt.timedelta(days=world.random.choice([60, 120, 200, 400]))
    provider = teacher_of(world, enrolment.intake)
    world.jobs.append(
        Employment(
            public_id=world.uuid(),
            participant=enrolment.participant,
            employer_number=here.organisation_number if here else "",
            employer_name=here.name if here else f"{world.faker.last_name()} {world.random.choice(['AS', 'Drift AS'])}",
            form="permanent" if kind == "permanent" else "temporary",
            on_call=kind == "on_call",
            fte_low=low,
            fte_high=low + 20 if kind == "on_call" else None,
            wanted_fte=100 if low < 100 and world.chance(0.7) else None,
            starts_on=starts_on,
            ends_on=ends_on,
            found_through="placement_employer"
            if here
            else world.pick({"own_search": 3, "placement_network": 0 if nobody else 2, "nav": 1}),
            source=world.pick({"provider": 6, "caseworker": 4}),
            recorded_by=provider,
            recorded_at=world.at(starts_on),
        )
    )
    if low >= 50:
        JobseekerPeriod.objects.filter(participant=enrolment.participant, ends_on=None).update(
            ends_on=max(starts_on, enrolment.starts_on)
        )
        if ends_on and ends_on < world.today:
            # The job is over: she registers again the day after.
            world.registered_again.append(
                JobseekerPeriod(participant=enrolment.participant, starts_on=ends_on + dt.timedelta(days=1))
            )


def _out_of_reach(world: World, enrolment: Enrolment) -> None:
    """No longer registered, and three attempts without an answer."""
    JobseekerPeriod.objects.filter(participant=enrolment.participant, ends_on=None).update(
        ends_on=enrolment.intake.ends_on
    )
    for days in (10, 24, 38):
        made_on = enrolment.intake.ends_on + dt.timedelta(days=days)
        if made_on < world.today:
            world.contacts.append(
                ContactAttempt(
                    participant=enrolment.participant,
                    made_on=made_on,
                    channel="phone",
                    reached=False,
                    made_by=teacher_of(world, enrolment.intake),
                )
            )
